"""What is taken out of a file that holds others, within what one file may give: members, and by name what could not be had."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePosixPath

from workbench.domain.draft import Contents, Draft, Member
from workbench.importers.limits import LARGEST_CONTENTS, LARGEST_FILE, MOST_MEMBERS, NO_ROOM, too_large

MOST_REFUSED = 1_000
"""Those that could not be had and are named one by one; the others are counted."""
_LONGEST_NAME = 120


class Gathered:
    """Members and refusals as they come. Each member gets a name that no other one has."""

    def __init__(self) -> None:
        self.members: list[Member] = []
        self.refused: list[tuple[str, str]] = []
        self._left = LARGEST_CONTENTS
        self._unnamed = 0
        self._names: Counter[str] = Counter()

    @property
    def is_full(self) -> bool:
        """Whether no more can be taken, however small."""
        return len(self.members) >= MOST_MEMBERS or self._left <= 0

    def take(self, name: str, data: bytes) -> None:
        """Take one document, or refuse it where there is no room for it."""
        if len(data) > LARGEST_FILE:
            self.refuse(name, too_large(len(data)))
        elif self.is_full or len(data) > self._left:
            self._left = 0  # what is behind it is not tried: to unpack it costs as much as to take it
            self.refuse(name, NO_ROOM)
        else:
            self._left -= len(data)
            self.members.append(Member(self._own(name), data))

    def refuse(self, name: str, reason: str) -> None:
        if len(self.refused) < MOST_REFUSED:
            self.refused.append((name, reason))
        else:
            self._unnamed += 1

    def contents(self, name: str, draft: Draft | None = None) -> Contents:
        """All of it, as what the file called `name` gave."""
        rest = [(name, f"{self._unnamed:,} more in it could not be had either.")] if self._unnamed else []
        return Contents(draft, tuple(self.members), (*self.refused, *rest))

    def _own(self, name: str) -> str:
        self._names[name] += 1
        number = self._names[name]
        if number == 1:
            return name
        suffix = PurePosixPath(name).suffix
        return f"{name.removesuffix(suffix)} ({number}){suffix}"


def file_name(words: str, suffix: str = "", otherwise: str = "untitled") -> str:
    """A name for a file out of words of a document: one line without path separators and signs that nobody sees."""
    seen = "".join("-" if sign in "/\\" else sign if sign.isprintable() else " " for sign in words[: 4 * _LONGEST_NAME])
    name = " ".join(seen.split())
    name = name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME].rstrip() + "…"
    return (name.strip(".") or otherwise) + suffix
