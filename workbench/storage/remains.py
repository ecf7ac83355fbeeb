"""What of a case may lie about after something was erased from it: unfinished copies, copies from before an update, rescued ones."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from workbench.storage.connection import uri

PART = re.compile(r"\..+\.(case|json)\.([0-9a-f]{8}|\d+)\.part(-wal|-shm|-journal|\.lock)?", re.DOTALL)
"""The names of copies that are being written, and of what stands beside them meanwhile."""
ASIDE = re.compile(r".+ log of another file .+-(wal|journal)", re.DOTALL)
"""The names of logs that were set aside."""
BEFORE_UPDATE = re.compile(r".+\.before-update-from-\d+\.\d{8}T\d{12}\.case", re.DOTALL)


def unfinished(folder: Path) -> list[Path]:
    """Copies in a folder that are being written, or were when their program was killed, and logs that were set aside."""
    return [*_files(folder, PART), *_files(folder, ASIDE)]


def forget_unfinished(folder: Path) -> list[Path]:
    """Remove the unfinished copies in a folder of the program's own, also one that is being written: it holds what was erased. The
    ones that could not be removed."""
    return _removed(unfinished(folder))


def forget_before_update(folder: Path, case_uid: str) -> list[Path]:
    """Remove the copies of a case that were made before it was brought up to date. Those that could not be removed, or be read."""
    found = [(file, identity(file)) for file in _files(folder, BEFORE_UPDATE)]
    return _removed([file for file, uid in found if uid == case_uid]) + [file for file, uid in found if not uid]


def copies_of(case_uid: str, folder: Path) -> list[Path]:
    """The case files in a folder that are copies of a case, or do not say of which one they are."""
    return [file for file in _files(folder, re.compile(r".+\.case", re.DOTALL)) if identity(file) in (case_uid, "")]


def identity(file: Path) -> str:
    """The uid of a case file of any version; empty when it does not say it."""
    try:
        with closing(sqlite3.connect(uri(file, mode="ro"), uri=True)) as raw:
            found = raw.execute("SELECT uid FROM info").fetchone()
    except (OSError, sqlite3.Error):
        return ""
    return str(found[0]) if found else ""


def _files(folder: Path, name: re.Pattern[str]) -> list[Path]:
    try:
        return sorted(f for f in folder.iterdir() if name.fullmatch(f.name) and not f.is_symlink())
    except OSError:  # no such folder
        return []


def _removed(files: list[Path]) -> list[Path]:
    for file in files:
        with suppress(OSError):  # what is still there is said
            file.unlink(missing_ok=True)
    return [file for file in files if file.exists()]
