"""A case file that was taken from under the desk while it was open, and where work went on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Fate(Enum):
    """What became of the file's name while it was open."""

    RENAMED = "renamed"
    """The file has another path now; nothing stands at the old one."""
    REPLACED = "replaced"
    """Another file stands at the old path; ours has another one."""
    DELETED = "deleted"
    """The file has no path any more, or none that can be reached."""
    OVERWRITTEN = "overwritten"
    """Another program wrote over the file in place."""
    READ_ONLY = "read-only"
    """The file can no longer be written where it is."""


@dataclass(frozen=True, slots=True)
class Move:
    """Where work on a case went on: from which path, to which, why; `rescued` when that is a copy in the user's own folder."""

    before: Path
    now: Path
    fate: Fate
    rescued: bool
    whole: bool = True
    """Whether the rescued copy has every step that was saved."""

    def __str__(self) -> str:
        """In words, for a person."""
        old, new = self.before.name, self.now.name
        if self.rescued:
            what = {
                Fate.REPLACED: f"Another file was put in the place of “{old}” while it was open, and this case has no name there any more",
                Fate.OVERWRITTEN: f"Another program wrote over “{old}” while it was open, and what it wrote was left as it is",
                Fate.READ_ONLY: f"“{old}” can no longer be written where it is",
            }.get(self.fate, f"“{old}” was deleted, or moved to another disk, while it was open")
            if not self.whole:
                return f"{what}. The newest copy of it was rescued as “{new}”, and work goes on there. Its last steps may be missing."
            return f"{what}. Nothing is lost: all of it is in a rescued copy, “{new}”, and work goes on there."
        if self.fate is Fate.REPLACED:
            return (
                f"Another file was put in the place of “{old}” while it was open. This case is now “{new}”: all of it is there, "
                "and work goes on there."
            )
        where = f" in {self.now.parent}" if self.now.parent != self.before.parent else ""
        return (
            f"The case file was renamed or moved while it was open. It is now “{new}”{where}: all of it is there, and work goes on there."
        )
