"""What an importer is: one format, bytes in, Draft out."""

from __future__ import annotations

from typing import Protocol

from workbench.domain.draft import Draft


class Importer(Protocol):
    """Reads one format. It runs in the child process and never touches the network or another file."""

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

    def read(self, data: bytes, name: str, encoding: str | None) -> Draft:
        """The draft for `data`; `name` is for messages, `encoding` the analyst's choice. Raises ImportRefused."""
        ...
