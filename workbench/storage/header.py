"""What a file is, read from its first bytes without opening it as a database (SQLite file format, §1.3)."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from workbench.domain.errors import CaseMissing, DamagedCase, NewerCase, NotACase
from workbench.storage.connection import APPLICATION_ID

MAGIC = b"SQLite format 3\0"
SCHEMA_VERSION = 5
"""The version of the case file this program writes; the newest it can read."""
IDENTITY = re.compile(r"[0-9a-f]{32}")
"""What every case is given when it is made. Folders of the user's (index, backups) are named by it."""


@dataclass(frozen=True, slots=True)
class Header:
    version: int
    wal: bool


def read_header(path: Path) -> Header:
    """The file's header. Raises CaseMissing, NotACase, NewerCase or DamagedCase; never changes a byte."""
    try:
        if not path.exists():
            raise CaseMissing(path)
        if not path.is_file():
            raise NotACase(path, "this is not a file")
        with path.open("rb") as file:
            head = file.read(100)
            size = os.fstat(file.fileno()).st_size
    except OSError as error:
        raise NotACase(path, f"it cannot be read ({error.strerror})") from error
    if not size:
        raise NotACase(path, "the file is empty")
    if len(head) < 100 or not head.startswith(MAGIC) or int.from_bytes(head[68:72]) != APPLICATION_ID:
        raise NotACase(path)
    version = int.from_bytes(head[60:64])
    if version < 1:
        raise NotACase(path, "it does not say which version of a case it is")
    if version > SCHEMA_VERSION:
        raise NewerCase(path, version, SCHEMA_VERSION)
    page = int.from_bytes(head[16:18]) or 1
    page = 65536 if page == 1 else page
    pages = int.from_bytes(head[28:32])
    wal = path.with_name(path.name + "-wal")
    if not (wal.exists() and wal.stat().st_size) and size < page * pages:
        raise DamagedCase(path, f"{page * pages - size} of {page * pages} bytes are missing at its end")
    return Header(version, head[18] == 2)


NO_IDENTITY = "its identity is not one that a case is given"


def is_identity(uid: object, second_of: object = "") -> bool:
    """Whether a case can have this identity, and be the copy of one with that (empty: of none). Any other would become part of a path."""
    return all(isinstance(found, str) and IDENTITY.fullmatch(found) for found in ((uid, second_of) if second_of else (uid,)))
