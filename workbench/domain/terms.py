"""What the members of every closed list have in common."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Term(StrEnum):
    """A member of a closed list: its value is what is stored, its label what people read."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Term:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label or value.replace("_", " ")
        return member

    @classmethod
    def named(cls, words: str) -> Self | None:
        """The term that a person has written: by its label or value, or by the beginning of a label that no other has; else None."""
        wanted = " ".join(words.split()).casefold()
        exact = [term for term in cls if wanted in (term.label.casefold(), term.value)]
        begun = exact or [term for term in cls if wanted and term.label.casefold().startswith(wanted)]
        return begun[0] if len(begun) == 1 else None
