"""A document that is a ZIP archive of parts: each part is unpacked as it is read, and no more of them than is allowed together."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator

from workbench.domain.errors import ImportRefused
from workbench.importers.limits import LARGEST_CONTENTS
from workbench.importers.office.xml_parts import Damaged, Part, read_part
from workbench.importers.zip_archive import DAMAGES, archive_of

_PIECE = 1 << 20
_FLAG_ENCRYPTED = 0x1
_TOO_MUCH = f"it unpacks to more than {LARGEST_CONTENTS / 1e6:.0f} MB. Split the document, or save the part that matters."


class Package:
    """The parts of one document by their paths, with or without a slash before them, in whatever case."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raises ImportRefused for what is no archive."""
        self._name = name
        self._archive = archive_of(data, name)
        self._entries = {_key(entry.filename): entry for entry in self._archive.infolist()}
        self._left = LARGEST_CONTENTS

    def __contains__(self, path: str) -> bool:
        return _key(path) in self._entries

    def read(self, path: str, part: Part) -> None:
        """Reads the part at `path`. Raises ImportRefused where it is not there, is damaged or is too much."""
        entry = self._entries.get(_key(path))
        if entry is None:
            raise ImportRefused(self._name, f"its part “{path[:80]}” is missing: the file is damaged.")
        try:
            read_part(self._pieces(entry), part)
        except Damaged as fault:
            raise ImportRefused(self._name, f"its part “{path[:80]}” cannot be read: {fault}.") from fault

    def _pieces(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        if entry.flag_bits & _FLAG_ENCRYPTED:
            raise ImportRefused(self._name, "it is encrypted. Save it again without a password.")
        try:
            with self._archive.open(entry) as file:
                while piece := file.read(_PIECE):
                    self._left -= len(piece)
                    if self._left < 0:
                        raise ImportRefused(self._name, _TOO_MUCH)
                    yield piece
        except DAMAGES as error:
            raise Damaged(f"it is damaged ({error})") from error


def _key(path: str) -> str:
    return posixpath.normpath("/" + path.replace("\\", "/").lstrip("/")).casefold()
