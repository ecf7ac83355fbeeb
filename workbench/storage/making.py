"""Making a case file: its first content, and giving a finished file its name without ever taking the place of another."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from workbench.storage import header, schema
from workbench.storage.connection import APPLICATION_ID

NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EINVAL, errno.EACCES}
"""What a place says that cannot give one file two names (FAT, exFAT, some shares)."""


def put_in_place(half: Path, path: Path) -> None:
    """Give a finished file its name, never over another one; and see to it that the name survives a power cut where that can be had.

    Raises FileExistsError, or OSError when the file is not there under its name.
    """
    if os.name == "posix":
        try:
            os.link(half, path)
        except OSError as error:
            if error.errno not in NO_LINKS:
                raise
            _claim(half, path)
        sync_folder(path.parent)
    else:
        half.rename(path)


def _claim(half: Path, path: Path) -> None:
    """Where no second name can be given: take the name first with an empty file, which cannot be done twice, then put ours over that."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        half.replace(path)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def sync_folder(folder: Path) -> None:
    """Have a folder's names written to the disk. Some places refuse that (EINVAL): the file is there all the same."""
    if os.name != "posix":
        return
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def fill(path: Path) -> None:
    """Make an empty file a case file with nothing in it."""
    raw = sqlite3.connect(path, isolation_level=None)
    try:
        raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
        raw.execute(f"PRAGMA user_version={header.SCHEMA_VERSION}")
        raw.executescript("BEGIN;" + schema.schema_file().read_text(encoding="utf-8"))
        raw.execute("INSERT INTO alembic_version VALUES (?)", (f"{header.SCHEMA_VERSION:04}",))
        raw.execute("COMMIT")
    finally:
        raw.close()
