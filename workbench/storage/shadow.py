"""A copy of an open case that is kept beside the work, in the user's own folder, for the one way in which a file is lost that no handle
survives: another program writes over it in place (`cp backup.case leak.case`).

It is taken whenever the log has been folded back, so that shadow and log together are the whole case (of a large one not at each time,
so that the disk is not kept busy: its last seconds may then be missing, which is told). It goes when the case is
closed properly; one that a kill has left is looked at when the case is opened again.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import time
import uuid
from contextlib import suppress
from pathlib import Path

from workbench.storage.header import is_identity
from workbench.storage.lock import Stamp

LARGE = 32_000_000
"""Bytes; a copy of a larger file is not taken again before SHARE times as long has passed as the last one took."""
SHARE = 50


class Shadow:
    """The shadow of one open case file."""

    def __init__(self, folder: Path, case_uid: str, path: Path) -> None:
        """`case_uid` is a case's identity (header.is_identity); `path` the file that is open."""
        assert is_identity(case_uid)
        self.file = folder / f"{case_uid}-{_of_path(path)}.case"
        self._of: Stamp | None = None
        self._rest_until = 0.0

    def is_of(self, stamp: Stamp | None) -> bool:
        """Whether it is a copy of the file as it was then."""
        return self._of is not None and self._of == stamp

    def take(self, main: Path, stamp: Stamp) -> None:
        """Copy the file, which nobody may write meanwhile, unless that was done just now. What cannot be copied costs the shadow only."""
        begun = time.monotonic()
        if self.is_of(stamp) or begun < self._rest_until:
            return
        half = self.file.with_name(f".{self.file.name}.{uuid.uuid4().hex[:8]}.part")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            os.close(os.open(half, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            shutil.copyfile(main, half)
            if Stamp.of(main) == stamp:
                half.replace(self.file)
                self._of = stamp
        except OSError:
            self._of = None
        finally:
            with suppress(OSError):
                half.unlink(missing_ok=True)
        if stamp.size > LARGE:
            self._rest_until = time.monotonic() + SHARE * (time.monotonic() - begun)

    def put_at(self, target: Path, log: Path, stamp: Stamp | None) -> None:
        """Copy it to `target`, with the log that goes on from it when it is a copy of the file as it was then. Raises OSError."""
        shutil.copyfile(self.file, target)
        if self.is_of(stamp) and log.exists():
            shutil.copyfile(log, target.with_name(target.name + "-wal"))

    def drop(self) -> None:
        with suppress(OSError):
            self.file.unlink(missing_ok=True)


def left_behind(folder: Path, path: Path) -> list[Path]:
    """Shadows of what was open at that path, left by a kill: nobody has it open now."""
    return sorted(folder.glob(f"*-{_of_path(path)}.case"))


def _of_path(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:16]


def forget_shadows(folder: Path, case_uid: str) -> None:
    """Remove every shadow of a case, because of what they still hold."""
    if is_identity(case_uid):
        for file in folder.glob(f"*{case_uid}-*"):
            with suppress(OSError):
                file.unlink(missing_ok=True)
