"""A speaker as it stands in a sentence: a name, a description or a pronoun."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from workbench.checks.reading.tokens import Token


class Sort(Enum):
    """What names the speaker."""

    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"
    RELATIVE = "relative"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Tokens [first, last) that name a speaker, with what is put beside it; `head` is where its own words end, `who` those words."""

    first: int
    last: int
    who: str
    sort: Sort
    head: int


def capital(token: Token) -> bool:
    """Whether a word is written as a name is, or as a number of letters and digits."""
    return token.is_word and (token.text[0] in "@#" or any(c.isupper() for c in token.text[:6]))
