"""The backups of a case, or of all cases when nobody can say which one it was: told, found by a word, given back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from workbench import paths
from workbench.domain.backups import Backup, newest_first, size_words
from workbench.domain.days import first_day
from workbench.domain.errors import RestoreFailed
from workbench.domain.plurals import counted, either
from workbench.storage.daily import UID, checked, daily_backups, identity, look, restore, where_it_lay

Progress = Callable[[int, int], None]
__all__ = ["Backup", "Found", "backups_of", "find", "folder_of", "restore"]


@dataclass(frozen=True, slots=True)
class Found:
    """The backups that may be those of a case, newest first. `known` is False when the case could not say which one it is and they
    are those of every case; `lay` says for each identity where its case lay when it was last backed up."""

    backups: tuple[Backup, ...]
    known: bool
    lay: dict[str, str]

    @property
    def size(self) -> int:
        return sum(backup.size for backup in self.backups)

    def place(self, backup: Backup) -> str:
        """Where the case of a backup lay; empty when that is not known."""
        return self.lay.get(backup.uid or backup.file.parent.name, "")

    @property
    def summary(self) -> str:
        """How many there are, what they take, and how many of them do not count."""
        if not self.backups:
            return "There is no backup yet."
        count, damaged = len(self.backups), sum(not backup.sound for backup in self.backups)
        taken = f"{counted(count, 'backup')}, {size_words(self.size)}."
        if not damaged:
            return taken
        return f"{taken} {damaged} of them {either(damaged, 'is', 'are')} not sound and not counted among those kept."


def folder_of(uid: str) -> Path:
    """Where the backups of a case lie: in the user's data folder, by the case's identity."""
    return _folder() / uid


def _folder() -> Path:
    return paths.data() / "backups"


def backups_of(case: Path | None, progress: Progress = lambda done, total: None, cancelled: Callable[[], bool] = lambda: False) -> Found:
    """The backups of the case at `case`, each checked in full; damaged or gone, it is known by where it lay. Without one, of all cases.

    Raises RestoreFailed when they cannot be read. When it is cancelled, those that were checked by then come back.
    """
    try:
        known = sorted(folder.name for folder in _folder().glob("*") if UID.fullmatch(folder.name) and folder.is_dir())
        lay = {uid: where_it_lay(folder_of(uid)) for uid in known}
        wanted = _wanted(case, lay) if case else ()
        seen = [b for uid in wanted or known for b in daily_backups(folder_of(uid))]
        seen += [b for b in map(look, _folder().glob("*.case")) if not wanted or b.uid in wanted]
        found: list[Backup] = []
        for done, backup in enumerate(seen):
            progress(done, len(seen))
            try:
                found.append(checked(backup, cancelled))
            except InterruptedError:
                break
    except OSError as error:
        raise RestoreFailed(_folder(), f"the backups cannot be read ({error.strerror or error})") from error
    return Found(tuple(newest_first(found)), bool(wanted), lay)


def _wanted(case: Path, lay: dict[str, str]) -> tuple[str, ...]:
    """The identities that a case may have: its own when it can still say it, else those of cases that lay in its place."""
    if uid := identity(case):
        return (uid,)
    here = str(case.absolute())
    return tuple(uid for uid, path in lay.items() if path == here)


def find(found: Found, word: str) -> Path:
    """The backup that a word means: a day (the newest of it), the name of a backup's file, the number of a step, or the path of a file.

    Raises RestoreFailed for a word that means none of them, or those of several cases.
    """
    day = first_day(word)
    named = [b for b in found.backups if word in (b.file.name, str(b.step), str(b.file)) or day == b.day.isoformat()]
    named = [b for b in named if b.sound] or named
    if len({b.uid for b in named if b.uid}) > 1:
        raise RestoreFailed(word, "several cases have such a backup. Name its file, as the list has it")
    if named:
        return named[0].file
    path = Path(word)
    if path.is_file():
        return path
    raise RestoreFailed(word, "there is no such backup. Without a name, `workbench restore` lists those there are")
