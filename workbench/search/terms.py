"""The dictionary of a segment: from the key of a term to its number, in Whoosh's hash table on disk.

Whoosh keeps remarks beside such a table as a pickle, which runs whatever somebody has put into it when it is read. Here nothing is
remarked, written or read.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping, Sequence
from typing import BinaryIO

from whoosh import versionstring
from whoosh.filedb.filetables import FileFormatError, HashReader, HashWriter
from whoosh.filedb.structfile import BufferFile, StructFile

WHOOSH: str = versionstring()
_NUMBER = struct.Struct("<I")
_FIELD = struct.Struct("<B")
_NO_REMARKS = bytes(4)
"""How a table ends: the length of its remarks."""


class _Writer(HashWriter):  # type: ignore[misc]
    def _write_extras(self) -> None:
        """No remarks."""


class _Reader(HashReader):  # type: ignore[misc]
    def _read_extras(self) -> None:
        self.extras: dict[str, object] = {}


def write_terms(file: BinaryIO, fields: Mapping[int, Iterable[bytes]]) -> None:
    """Write the keys of each field (by its place among the fields), numbered as they come, and close the file."""
    table = _Writer(StructFile(file))
    for field, keys in fields.items():
        for number, key in enumerate(keys):
            table.add(_FIELD.pack(field) + key, _NUMBER.pack(number))
    table.close()


class Terms:
    """The dictionary written by `write_terms`, read whole, so that threads need no common place in a file. Raises ValueError."""

    def __init__(self, data: bytes, fields: Sequence[str]) -> None:
        self._fields = {name: _FIELD.pack(place) for place, name in enumerate(fields)}
        if not data.endswith(_NO_REMARKS):
            raise ValueError("not a dictionary of terms")
        try:
            self._table = _Reader(BufferFile(data), len(data))
        except (struct.error, FileFormatError, IndexError) as error:
            raise ValueError("not a dictionary of terms") from error

    def number(self, field: str, key: bytes) -> int:
        """The number of a term in its field's arrays, or -1."""
        found = self._table.get(self._fields[field] + key)
        return -1 if found is None else int(_NUMBER.unpack(found)[0])
