"""What tracked changes and comments say of who made them and when."""

from __future__ import annotations

from workbench.domain.days import day_words
from workbench.domain.vocabulary import ZoneKind
from workbench.importers.dates import iso_date
from workbench.importers.page import Mark

COMMENT = Mark(ZoneKind.COMMENT, "a comment on the document")
HIDDEN = Mark(ZoneKind.HIDDEN, "the document has it as hidden text")
STRUCK = Mark(ZoneKind.STRUCK, "the document has it struck out")
READING = Mark(ZoneKind.NOTE, "how the word beside it is read")
DELETED, MOVED = "a tracked deletion", "moved to another place"
_LONGEST_NAME = 80


def _name(author: str) -> str:
    return " ".join(author.split())[:_LONGEST_NAME]


def deletion(what: str, author: str = "") -> Mark:
    """What a tracked change took away, and who did it where that is known."""
    who = _name(author)
    return Mark(ZoneKind.STRUCK, f"{what} by {who}" if who else what)


def comment_head(author: str, moment: str) -> str:
    """ "Comment by Ada Lark, 3 May 2031: " as far as it is known."""
    who, day = _name(author), iso_date(moment.strip()[:10])
    return "Comment" + (f" by {who}" if who else "") + (f", {day_words(day)}" if day else "") + ": "
