"""What became of an import, file by file: what a person is told, and may keep."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from workbench.domain.changes import Changes
from workbench.domain.errors import ImportRefused
from workbench.domain.list_columns import UnsureColumns
from workbench.domain.plurals import counted

NOT_READ = "Not read: "
"""How the reason of an import's step begins where files were refused."""
KEPT = 200
"""Refused files that the step of an import names; the rest it counts."""
NAMED = 3
"""Files that the message bar names of each kind; the rest it counts."""


def articles_and_pictures(articles: int, pictures: int) -> str:
    """How many of both, in words; a picture is no article until it has a text."""
    if not pictures:
        return counted(articles, "article")
    return f"{counted(articles, 'article')} and {counted(pictures, 'picture')}" if articles else counted(pictures, "picture")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file. Exactly one of these holds: it is a new article (`exhibit`), it was in the case already (`known_as`), it was
    `refused` for a reason, or it only holds others (`holds` of them).

    `words` are those of its text, furniture too; `warnings` what its reader said of it; `guessed` whether its encoding was guessed; `table`
    is how a list begins of which a person has to say which column is what, `path` the file to add again then.
    """

    name: str
    location: str
    exhibit: int | None = None
    known_as: int | None = None
    refused: str = ""
    holds: int = 0
    words: int = 0
    warnings: tuple[str, ...] = ()
    guessed: bool = False
    same_text_as: int | None = None
    version_of: int | None = None
    shares_with: int | None = None
    table: UnsureColumns | None = None
    picture: bool = False
    path: Path | None = None

    @property
    def said(self) -> str:
        """What became of it, in a few words."""
        if self.exhibit is not None:
            return f"added as Ex. {self.exhibit}"
        if self.known_as is not None:
            return f"here already as Ex. {self.known_as}"
        return "not read" if self.refused else f"opened: {counted(self.holds, 'document')} inside"

    @property
    def why(self) -> str:
        """What is to be known of it: why it was refused, what it is to others, what its reader warned of."""
        parts = [self.refused, *self.warnings]
        parts += ["The encoding was guessed: compare the accented letters."] if self.guessed else []
        return " ".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class Report:
    """What came of an import: what changed, and what became of each file in the order in which they were read."""

    changes: Changes = field(default_factory=Changes)
    outcomes: tuple[Outcome, ...] = ()
    cancelled: bool = False

    @property
    def added(self) -> tuple[int, ...]:
        """The exhibits that came in."""
        return tuple(each.exhibit for each in self.outcomes if each.exhibit is not None)

    @property
    def known(self) -> tuple[tuple[str, int], ...]:
        """The files that were there already, with their exhibits."""
        return tuple((each.name, each.known_as) for each in self.outcomes if each.known_as is not None)

    @property
    def refused(self) -> tuple[ImportRefused, ...]:
        return tuple(ImportRefused(each.name, each.refused) for each in self.outcomes if each.refused)

    @property
    def unsure(self) -> tuple[Outcome, ...]:
        """Lists of which a person has to say which column is what."""
        return tuple(each for each in self.outcomes if each.table and each.path)

    @property
    def same_text(self) -> tuple[tuple[int, int], ...]:
        """Exhibits that came in, each with the one before it that has the same words."""
        return tuple((each.exhibit, each.same_text_as) for each in self.outcomes if each.exhibit and each.same_text_as)

    @property
    def versions(self) -> tuple[tuple[int, int], ...]:
        """Exhibits that came in, each with the one before it that they are another version of: by its address, or much the same text."""
        return tuple((each.exhibit, each.version_of) for each in self.outcomes if each.exhibit and each.version_of)

    @property
    def sharing(self) -> tuple[tuple[int, int], ...]:
        """Exhibits that came in, each with the one before it that has a good part of its text."""
        return tuple((each.exhibit, each.shares_with) for each in self.outcomes if each.exhibit and each.shares_with)

    @property
    def summary(self) -> str:
        """One line for the message bar."""
        if self.cancelled:
            return "The import was cancelled: nothing was added."
        if not self.outcomes:
            return "No articles were found there."
        parts = [f"{self._came_in} added"] if self.added or not self.known else []
        parts += _named(self.known, "{} is here already as Ex. {}".format, "more were here already")
        parts += _named(self.same_text, "Ex. {} has the same text as Ex. {}".format, "more have the text of one before")
        parts += _named(self.versions, "Ex. {} is another version of Ex. {}".format, "more are other versions")
        parts += _named(self.sharing, "Ex. {} shares text with Ex. {}".format, "more share text with one before")
        parts += _named([(str(refusal).rstrip("."),) for refusal in self.refused], str, "more could not be read")
        guessed = [each.name for each in self.outcomes if each.guessed and each.exhibit]
        parts += [f"the encoding of {', '.join(guessed[:NAMED])} was guessed: compare the accented letters"] if guessed else []
        return "; ".join(parts) + "."

    @property
    def _came_in(self) -> str:
        pictures = sum(1 for each in self.outcomes if each.exhibit is not None and each.picture)
        return articles_and_pictures(len(self.added) - pictures, pictures)

    @property
    def counts(self) -> str:
        """How many came in, were there already, were opened for what is inside, and were not read."""
        held = sum(1 for each in self.outcomes if each.holds)
        parts = [
            f"{self._came_in} added",
            f"{counted(len(self.known), 'file')} here already" if self.known else "",
            f"{counted(held, 'file')} opened for what is inside" if held else "",
            f"{counted(len(self.refused), 'file')} not read" if self.refused else "",
        ]
        return ", ".join(filter(None, parts)) + "."

    @property
    def not_read(self) -> str:
        """The files that were refused with the reasons, as the import's step keeps them; "" for none."""
        refused = [f"{each.location or each.name}: {each.refused}" for each in self.outcomes if each.refused]
        more = [f"and {len(refused) - KEPT:,} more."] if len(refused) > KEPT else []
        return NOT_READ + " ".join(refused[:KEPT] + more) if refused else ""

    @property
    def text(self) -> str:
        """The whole report as a table of tab-separated lines, for the clipboard."""
        rows = [("File", "What became of it", "Words", "To be known", "Path")]
        rows += [(each.name, each.said, f"{each.words:,}" if each.words else "", each.why, each.location) for each in self.outcomes]
        return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows) + "\n"


def _named(found: list[tuple[str]] | tuple[tuple[object, int], ...], words: Callable[..., str], more: str) -> list[str]:
    """The first few, each in words, and how many more there are."""
    said = [words(*each) for each in found[:NAMED]]
    return said + ([f"and {len(found) - NAMED} {more}"] if len(found) > NAMED else [])
