"""How an open case stands on the disk: at which path, with which connections, and what is done when the file is taken from under them.

A file that is renamed, moved or replaced while it is open is still reached through what is open of it. All that is in the log beside its
old name is folded into it, and work goes on where it is now; when it has no place any more that can be written, on a rescued copy.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection

from workbench.domain.errors import CaseBusy, CaseGone, CaseLocked
from workbench.domain.moves import Fate, Move
from workbench.storage import last_saved, place
from workbench.storage.connection import connect, make_engine
from workbench.storage.gate import Gate
from workbench.storage.header import is_identity
from workbench.storage.leftovers import LOG, aside, holds
from workbench.storage.lock import CaseLock, Stamp
from workbench.storage.opening import Opening
from workbench.storage.rescue import rescue
from workbench.storage.shadow import Shadow, forget_shadows
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
        self.moves: list[Move] = []
        """Every move since it was opened."""
        self._folding = threading.RLock()
        self._uid = ""
        self._folded = (0, "")
        self._stand(opening.path)

    def _stand(self, path: Path) -> None:
        """Open connections at that path: a pool for work, and one that is kept to the end and reaches the file without its name."""
        identity = place.identity(path)
        if identity is None:
            raise CaseGone(path)
        self.path, self._identity = path, identity
        self._kept = connect(path, read_only=self.read_only, immutable=self.immutable, wanted=identity)
        self._engine = make_engine(path, read_only=self.read_only, immutable=self.immutable, wanted=identity)
        self._stamp: Stamp | None = None
        self._shadow: Shadow | None = None
        if self._lock:
            row = self._kept.execute("SELECT uid FROM info").fetchone()  # opens the log, so that it is ours from now on
            self._uid = str(row[0]) if row else ""
            if self._home and is_identity(self._uid) and self._kept.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
                self._shadow = Shadow(self._home / "shadows", self._uid, path)
            self._sign()
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
        with self._folding:
            if self._in_place() or self._only_touched():
                return None  # it was being folded just then, or its times were set
        try:
            with self.gate.closed(PATIENCE), self._folding:
                move = None if self._in_place() or self._only_touched() else self._follow()
        except TimeoutError as error:
            raise CaseBusy(self.path) from error
        if move:
            self.moves.append(move)
        if move and self._tending:
            self._tending.tell(move)
        return move

    def _in_place(self) -> bool:
        there = place.identity(self.path) == self._identity and (self.read_only or os.access(self.path, os.W_OK))
        return there and not self._written_over()

    def _written_over(self) -> bool:
        """Whether somebody else has written to the file under its log: only a fold does, and keeps the file's stamp."""
        if self._stamp is None:
            return False
        try:
            found = Stamp.of(self.path)
        except OSError:
            return False
        return (found.device, found.inode) == (self._stamp.device, self._stamp.inode) and found != self._stamp

    def _only_touched(self) -> bool:
        """Whether the file still holds the case as it was folded last, with its log, though its times are others."""
        if place.identity(self.path) != self._identity or not self._written_over() or not holds(self.path, *self._folded):
            return False
        self._sign()
        return True

    def _follow(self) -> Move:
        before, whole = self.path, True
        fate, now = self._whereabouts()
        try:
            rescued = now is None
            if fate is Fate.OVERWRITTEN:
                whole = self._shadow is not None and self._shadow.is_of(self._stamp)
                now = self._rescue(self._from_shadow)
                self._cut_log()
            elif not self.read_only:
                self._checkpoint("TRUNCATE", PATIENCE)
            if now is None:
                now = self._rescue(self._from_connection)
        except (OSError, sqlite3.Error) as error:
            raise CaseGone(before, str(error)) from error
        self._go_to(now)
        return Move(before, now, fate, rescued, whole)

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
            return (Fate.OVERWRITTEN if self._written_over() else Fate.READ_ONLY), None
        now = place.whereabouts(self._identity)
        if now is None:
            return (Fate.DELETED if there is None else Fate.REPLACED), None
        if not self.read_only and not (os.access(now, os.W_OK) and os.access(now.parent, os.W_OK)):
            return Fate.READ_ONLY, None
        return (Fate.RENAMED if there is None else Fate.REPLACED), now

    def _rescue(self, write: Callable[[Path], None]) -> Path:
        """A whole copy in the user's own folder, written by `write`. Raises OSError or sqlite3.Error."""
        if self._home is None:
            raise OSError("there is no folder for a rescued copy")
        return rescue(self._home / "rescued", self.path, write)

    def _from_connection(self, target: Path) -> None:
        with closing(sqlite3.connect(target)) as copy:
            self._kept.backup(copy)

    def _from_shadow(self, target: Path) -> None:
        if self._shadow is None:
            raise OSError("another program has written over it")
        self._shadow.put_at(target, self.path.with_name(self.path.name + LOG), self._stamp)

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
            if self._written_over():
                return False
            try:
                emptied = self._checkpoint("TRUNCATE", PATIENCE if patient else 0)
                if not emptied:
                    self._checkpoint("PASSIVE", 0)
            except sqlite3.Error:
                return False
            self._sign()
            self._remember()
        return emptied

    def _sign(self) -> None:
        """The log belongs to the file as it is now; say so beside it, and keep a shadow of it."""
        assert self._lock is not None
        if place.identity(self.path) != self._identity:
            return
        self._lock.sign()
        row = self._kept.execute("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
        self._folded = (int(row[0]), str(row[1])) if row else (0, "")
        if self._shadow:
            self._stamp = Stamp.of(self.path)
            self._shadow.take(self.path, self._stamp)

    def forget_shadows(self) -> None:
        """Remove what copies of the case are kept beside the work: they hold what was erased. The next fold takes a new one."""
        if self._home:
            forget_shadows(self._home / "shadows", self._uid)

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
        # What is damaged is not remembered; whoever reads the journal is told of it.
        if row and tuple(map(type, row)) == (str, int, str, str):
            uid, step, digest, at = row
            last_saved.remember(self._home / "last-saved", uid, last_saved.LastSaved(step, digest, at, str(self.path), opened))

    # --- looking after it, and the end ----------------------------------------------------------------------------------

    def tend(self, moved: Callable[[Move], None]) -> None:
        if not self.immutable and self._tending is None:
            self._tending = Tending(self.look, self._fold_quietly, self._log_size, moved)

    def _fold_quietly(self) -> bool:
        """Fold the log back; whether nothing is left to be done, the shadow included."""
        return self.fold(patient=False) and (self._shadow is None or self._shadow.is_of(self._stamp))

    def close(self) -> None:
        """Leave one single file, wherever it is."""
        if self._tending:
            self._tending.stop()
            self._tending = None
        if self._lock:
            with suppress(CaseGone, CaseBusy, CaseLocked):
                self.look()
            self.fold()
            if self._written_over():  # and there is no shadow to go on with: at least nothing is written into what is not ours
                self._cut_log()
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
        self._stamp = None  # whoever opens it from now on may write to it
        if self._shadow:
            self._shadow.drop()
        if self._lock:
            self._lock.release()

    def _cut_log(self) -> None:
        """Keep the log under a name that says what it is, and empty it: SQLite would write it into the file that took the place of ours."""
        log = self.path.with_name(self.path.name + LOG)
        with suppress(OSError):
            if log.stat().st_size:
                shutil.copyfile(log, aside(log))
            with log.open("r+b") as file:
                file.truncate()
