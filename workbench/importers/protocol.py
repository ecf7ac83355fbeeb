"""What an importer is: one format, bytes in, Draft out; or, for a file that holds others, Contents."""

from __future__ import annotations

from enum import IntEnum
from typing import Protocol, runtime_checkable

from workbench.domain.draft import Contents, Draft
from workbench.domain.list_columns import ChosenColumns


class Fit(IntEnum):
    """How sure an importer is that a file is of its format."""

    NONE = 0
    PERHAPS = 1
    """Nothing speaks against it."""
    BY_NAME = 2
    """Its ending says so."""
    BY_CONTENT = 3
    """Its bytes say so, whatever it is called."""


class Format(Protocol):
    """One format. It runs in the child process and never touches the network or another file."""

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


@runtime_checkable
class Importer(Format, Protocol):
    """Reads documents of one format, each of which is one article. A Holder whose files have a text of their own is one, too."""

    def read(self, data: bytes, name: str, encoding: str | None) -> Draft:
        """The draft for `data`; `name` is for messages, `encoding` the analyst's choice. Raises ImportRefused."""
        ...


@runtime_checkable
class Holder(Format, Protocol):
    """Opens files that hold others: an archive, a mailbox, a mail with attachments. Each document inside is then read as if it were a file
    of its own, and kept byte for byte under the path that led to it."""

    def open(self, data: bytes, name: str) -> Contents:
        """The file's own document, where it is one, and those inside, at most `limits.MOST_MEMBERS` with `limits.LARGEST_CONTENTS` bytes
        in all; the rest among the refused. Nothing that is inside is opened in turn. Raises ImportRefused."""
        ...


@runtime_checkable
class ListHolder(Holder, Protocol):
    """Opens a list of articles: each row is one, and which column is what may be a person's word."""

    def open_list(self, data: bytes, name: str, chosen: ChosenColumns) -> Contents:
        """As `open`, with what was chosen. Raises ImportRefused, and ColumnsUnsure where somebody has to say which column is what."""
        ...
