"""ZIP archives: every document inside is read as a file of its own. Nothing is ever unpacked onto the disk."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from workbench.domain.draft import Contents, Member
from workbench.domain.errors import ImportRefused
from workbench.importers.limits import LARGEST_CONTENTS, LARGEST_FILE, MOST_MEMBERS, NO_ROOM, too_large
from workbench.importers.protocol import Fit

SIGNATURE = b"PK\x03\x04"
EMPTY_SIGNATURE = b"PK\x05\x06"
ENCRYPTED = "it is encrypted. Unpack the archive with its password, and add what is inside."
PACKED_OTHERWISE = "it is packed in a rare way that is not read. Unpack the archive with another program, and add what is inside."
DAMAGES = (zipfile.BadZipFile, OSError, EOFError, RuntimeError, ValueError, IndexError, struct.error, zlib.error, lzma.LZMAError)
"""What the library raises over an archive that is damaged."""
_FLAG_ENCRYPTED = 0x1
_NAMELESS = "untitled"
_APART = ("__MACOSX",)
"""Folders of a system's own in archives that it makes."""


class ZipImporter:
    kind = "ZIP"
    suffixes = (".zip",)
    media_type = "application/zip"
    modules = ("zipfile", "bz2", "lzma")

    def fit(self, suffix: str, data: bytes) -> Fit:
        """See Format.fit. Many formats are ZIP archives under another ending, so only one without an ending is opened for its content."""
        if suffix in self.suffixes:
            return Fit.BY_NAME
        return Fit.BY_NAME if not suffix and data.startswith((SIGNATURE, EMPTY_SIGNATURE)) else Fit.NONE

    def open(self, data: bytes, name: str) -> Contents:
        """See Holder.open. Hidden files and those of a system's own are passed over, as they are in folders."""
        members: list[Member] = []
        refused: list[tuple[str, str]] = []
        left = LARGEST_CONTENTS
        for inside, found in _documents(archive_of(data, name)):
            if isinstance(found, str):
                refused.append((inside, found))
            elif len(found) > left or len(members) >= MOST_MEMBERS:
                refused.append((inside, NO_ROOM))
            else:
                members.append(Member(inside, found))
                left -= len(found)
        if not members and not refused:
            raise ImportRefused(name, "there is no file in the archive.")
        return Contents(None, tuple(members), tuple(refused))


def archive_of(data: bytes, name: str) -> zipfile.ZipFile:
    """The archive in these bytes. Raises ImportRefused."""
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except DAMAGES as error:
        raise ImportRefused(name, f"the archive is damaged ({error}).") from error


def _documents(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes | str]]:
    """Each file inside by its path, in the archive's order, with its bytes or the reason why they cannot be had."""
    read = 0
    for entry in archive.infolist():
        name = entry.filename or _NAMELESS
        if name.endswith("/") or _passed_over(name):
            continue
        if read > LARGEST_CONTENTS:
            yield name, NO_ROOM
            continue
        try:
            found = bytes_of(archive, entry)
        except ImportRefused as refusal:
            yield name, refusal.reason
        else:
            read += len(found)
            yield name, found


def _passed_over(path: str) -> bool:
    parts = PurePosixPath(path.replace("\\", "/")).parts
    return any(part.startswith(".") and part not in (".", "..") for part in parts) or any(part in _APART for part in parts)


def bytes_of(archive: zipfile.ZipFile, entry: zipfile.ZipInfo | str) -> bytes:
    """The bytes of one entry, whatever size it says it has: at most LARGEST_FILE are unpacked. Raises ImportRefused, and KeyError for a
    path that is not there."""
    entry = archive.getinfo(entry) if isinstance(entry, str) else entry
    if entry.flag_bits & _FLAG_ENCRYPTED:
        raise ImportRefused(entry.filename, ENCRYPTED)
    try:
        with archive.open(entry) as file:
            found = file.read(LARGEST_FILE + 1)
    except NotImplementedError as error:
        raise ImportRefused(entry.filename, PACKED_OTHERWISE) from error
    except DAMAGES as error:
        raise ImportRefused(entry.filename, f"it is damaged in the archive ({error}).") from error
    if len(found) > LARGEST_FILE:
        raise ImportRefused(entry.filename, too_large(max(len(found), entry.file_size)))
    return found
