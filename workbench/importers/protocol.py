"""What an importer is: one format, bytes in, Draft out."""

from __future__ import annotations

from enum import IntEnum
from typing import Protocol

from workbench.domain.draft import Draft


class Fit(IntEnum):
    """How sure an importer is that a file is of its format."""

    NONE = 0
    PERHAPS = 1
    """Nothing speaks against it."""
    BY_NAME = 2
    """Its ending says so."""
    BY_CONTENT = 3
    """Its bytes say so, whatever it is called."""


class Importer(Protocol):
    """Reads one format. It runs in the child process and never touches the network or another file."""

    @property
    def kind(self) -> str:
        """What people call the format, as in "It reads text, Markdown and HTML"."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """File name endings, lower case with the dot."""
        ...

    @property
    def media_type(self) -> str:
        """The media type of what it reads, such as "text/plain"."""
        ...

    @property
    def modules(self) -> tuple[str, ...]:
        """Modules that are imported before the child's wall goes up: those that load libraries or read files of the system when
        they are imported, or the first time they are used. Everything else is best imported when it is needed."""
        ...

    def fit(self, suffix: str, data: bytes) -> Fit:
        """Whether a file is of this format, by its ending (lower case with the dot, or empty) and its bytes. Looks at no more than the
        beginning of them, and raises nothing."""
        ...

    def read(self, data: bytes, name: str, encoding: str | None) -> Draft:
        """The draft for `data`; `name` is for messages, `encoding` the analyst's choice. Raises ImportRefused."""
        ...
