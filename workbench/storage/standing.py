"""How an open case stands on the disk: at which path, with which connections, and what is done when the file is taken from under them.

A file that is renamed, moved or replaced while it is open is still reached through what is open of it. All that is in the log beside its
old name is folded into it, and work goes on where it is now; when it has no place any more that can be written, on a rescued copy.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from workbench.domain.errors import CaseBusy, CaseGone, CaseLocked
from workbench.domain.moves import Fate, Move
from workbench.storage import last_saved, place
from workbench.storage.connection import connect, make_engine
from workbench.storage.gate import Gate
from workbench.storage.lock import CaseLock
from workbench.storage.opening import Opening
from workbench.storage.tending import LARGE_LOG, Tending

PATIENCE = 5.0
"""Seconds to wait for readers before the file is opened elsewhere, and for another program that holds it."""


class Standing:
    """The connections of an open case file, kept on the file itself and not on its name."""

    def __init__(self, opening: Opening, home: Path | None) -> None:
        self.path = opening.path
        self.read_only = opening.read_only
        self.immutable = opening.immutable
        self.gate = Gate()
        self._lock = opening.lock
        self._window = opening.window
        self._home = home
        self._tending: Tending | None = None
        self._folding = threading.RLock()
        self._stand(opening.path)

    def _stand(self, path: Path) -> None:
        """Open connections at that path: a pool for work, and one that is kept to the end and reaches the file without its name."""
        identity = place.identity(path)
        if identity is None:
            raise CaseGone(path)
        self.path, self._identity = path, identity
        self._kept = connect(path, read_only=self.read_only, immutable=self.immutable, wanted=identity)
        self._engine = make_engine(path, read_only=self.read_only, immutable=self.immutable, wanted=identity)
        if self._lock:
            self._kept.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # opens the log, so that it is ours from now on
            self._lock.sign()
            self._remember()

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """A connection of the pool, on the file wherever it is; it is not stood elsewhere as long as the block runs."""
        if not self.gate.entered:
            self.look()
        with self.gate.passed(), self._engine.connect() as connection:
            yield connection

    def look(self) -> Move | None:
        """Follow the file if its name does not lead to it any more, or it cannot be written there; what was done, if anything.

        Raises CaseGone when it cannot be reached at all, CaseBusy when it is in use so long that it cannot be followed yet.
        """
        if self.immutable or self._in_place() or (self.read_only and place.whereabouts(self._identity) is None):
            return None  # a view of a file that was deleted goes on with what is open of it
        try:
            with self.gate.closed(PATIENCE), self._folding:
                move = None if self._in_place() else self._follow()
        except TimeoutError as error:
            raise CaseBusy(self.path) from error
        if move and self._tending:
            self._tending.tell(move)
        return move

    def _in_place(self) -> bool:
        return place.identity(self.path) == self._identity and (self.read_only or os.access(self.path, os.W_OK))

    def _follow(self) -> Move:
        before = self.path
        fate, now = self._whereabouts()
        try:
            if not self.read_only:
                self._checkpoint("TRUNCATE", PATIENCE)
            rescued = now is None
            if now is None:
                now = self._rescue()
        except (OSError, sqlite3.Error) as error:
            raise CaseGone(before, str(error)) from error
        self._go_to(now)
        return Move(before, now, fate, rescued)

    def _go_to(self, now: Path) -> None:
        """Leave the old path for another. The new lock is taken first, unless it is ours already: the folder was renamed with it."""
        lock = CaseLock(now, window=self._window) if self._lock and not self._lock.is_at(now) else None
        self._leave()
        self._lock = lock or (None if self.read_only else CaseLock(now, window=self._window))
        self._stand(now)

    def _whereabouts(self) -> tuple[Fate, Path | None]:
        """What became of it, and the path at which work can go on; None where there is none."""
        there = place.identity(self.path)
        if there == self._identity:
            return Fate.READ_ONLY, None
        now = place.whereabouts(self._identity)
        if now is None:
            return (Fate.DELETED if there is None else Fate.REPLACED), None
        if not self.read_only and not (os.access(now, os.W_OK) and os.access(now.parent, os.W_OK)):
            return Fate.READ_ONLY, None
        return (Fate.RENAMED if there is None else Fate.REPLACED), now

    def _rescue(self) -> Path:
        """A whole copy in the user's own folder, made through what is open of the file. Raises OSError or sqlite3.Error."""
        if self._home is None:
            raise OSError("there is no folder for a rescued copy")
        folder = self._home / "rescued"
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        stamp = datetime.now().astimezone().strftime("%Y-%m-%d %H.%M.%S")
        target = folder / f"{_short(self.path.stem)} (rescued {stamp}).case"
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        copy = sqlite3.connect(target)
        try:
            self._kept.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
            said = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if said != "ok":
                raise sqlite3.DatabaseError(said)
        except sqlite3.Error:
            target.unlink(missing_ok=True)
            raise
        finally:
            copy.close()
        with target.open("rb") as file:
            os.fsync(file.fileno())
        return target

    # --- the log --------------------------------------------------------------------------------------------------------

    def written(self) -> None:
        """A step was committed: see that the file is where it was, and that its log does not grow without bound."""
        if not self.gate.entered:
            self.look()
        if self._tending:
            self._tending.written()
        elif self._log_size() > LARGE_LOG:
            self.fold(patient=False)

    def fold(self, *, patient: bool = True) -> bool:
        """Write the log back into the file, which is then whole by itself. Returns whether the log is empty now: not while somebody reads.

        Raises nothing: what cannot be folded now is saved in the log, and is folded later.
        """
        if self._lock is None:
            return True
        with self._folding:
            try:
                emptied = self._checkpoint("TRUNCATE", PATIENCE if patient else 0)
                if not emptied:
                    self._checkpoint("PASSIVE", 0)
            except sqlite3.Error:
                return False
            if self._in_place():
                self._lock.sign()
            self._remember()
        return emptied

    def _checkpoint(self, how: str, seconds: float) -> bool:
        """Write the log back by the connection that is kept. Returns whether nothing was in the way. Raises sqlite3.Error."""
        self._kept.execute(f"PRAGMA busy_timeout={int(seconds * 1000)}")
        busy: int = self._kept.execute(f"PRAGMA wal_checkpoint({how})").fetchone()[0]
        return not busy

    def _log_size(self) -> int:
        try:
            return self.path.with_name(self.path.name + "-wal").stat().st_size
        except OSError:
            return 0

    def _remember(self, *, opened: bool = True) -> None:
        """Keep the number of the last step that was saved here (storage/last_saved.py)."""
        if self._home is None:
            return
        row = self._kept.execute("SELECT uid, seq, hash, at FROM info, journal ORDER BY seq DESC LIMIT 1").fetchone()
        if row:
            uid, step, digest, at = row
            last_saved.remember(self._home / "last-saved", uid, last_saved.LastSaved(step, digest, at, str(self.path), opened))

    # --- looking after it, and the end ----------------------------------------------------------------------------------

    def tend(self, moved: Callable[[Move], None]) -> None:
        if not self.immutable and self._tending is None:
            self._tending = Tending(self.look, lambda: self.fold(patient=False), self._log_size, moved)

    def close(self) -> None:
        """Leave one single file, wherever it is."""
        if self._tending:
            self._tending.stop()
            self._tending = None
        if self._lock:
            with suppress(CaseGone, CaseBusy, CaseLocked):
                self.look()
            with suppress(sqlite3.Error):
                self.fold()
        self._leave()
        self._lock = None

    def _leave(self) -> None:
        """Close every connection, so that no log stays, and let go of the lock."""
        self._engine.dispose()
        if self._lock:
            with suppress(sqlite3.Error):
                self._remember(opened=False)
                self._kept.execute("PRAGMA busy_timeout=200")
                self._kept.execute("PRAGMA journal_mode=DELETE")
        self._kept.close()
        if self._lock:
            self._lock.release()


def _short(stem: str) -> str:
    """A name that leaves room for what is put after it: most systems allow a name of 255 bytes."""
    return stem.encode("utf-8", "replace")[:150].decode("utf-8", "ignore")
