"""What the noun modules share: the case file, and words made fit to be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.storage import CaseFile


class Noun:
    """One kind of thing and what can be done with it."""

    def __init__(self, file: CaseFile) -> None:
        self._file = file


def words(text: str) -> str:
    """Text from a person as one line: white space folded, NUL and lone surrogates (which no file can hold) replaced."""
    return " ".join(kept(text).split())


def kept(text: str) -> str:
    """Text from a person as it may be kept, line breaks included."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "\N{REPLACEMENT CHARACTER}")
