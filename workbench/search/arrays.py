"""A file of named arrays, mapped into memory when read: a JSON header, then the arrays, each on an 8-byte boundary."""

from __future__ import annotations

import json
import mmap
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
_MAGIC = b"WBA1"
_HEAD = struct.Struct("<4sI")


def write_arrays(file: BinaryIO, arrays: Mapping[str, Array], notes: Mapping[str, Any]) -> None:
    """Write the arrays and `notes` (JSON values) to an open binary file."""
    places: dict[str, tuple[str, int, int]] = {}
    at = 0
    for name, array in arrays.items():
        places[name] = (array.dtype.str, at, len(array))
        at += -(-array.nbytes // 8) * 8
    header = json.dumps({"arrays": places, "notes": notes}, ensure_ascii=True).encode()
    header += b" " * (-(len(header) + _HEAD.size) % 8)
    file.write(_HEAD.pack(_MAGIC, len(header)))
    file.write(header)
    for array in arrays.values():
        file.write(np.ascontiguousarray(array).data)
        file.write(b"\0" * (-array.nbytes % 8))


class ArrayFile:
    """Arrays of a file written by `write_arrays`, as read-only views that stay valid after the file is deleted.

    Raises OSError, ValueError or KeyError for a file that is not one.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        magic, length = _HEAD.unpack_from(self._map, 0)
        if magic != _MAGIC:
            raise ValueError("not a file of arrays")
        header = json.loads(self._map[_HEAD.size : _HEAD.size + length])
        self.notes: dict[str, Any] = header["notes"]
        self._places: dict[str, tuple[str, int, int]] = header["arrays"]
        self._base = _HEAD.size + length

    def __getitem__(self, name: str) -> Array:
        kind, at, count = self._places[name]
        return np.frombuffer(self._map, dtype=np.dtype(kind), count=count, offset=self._base + at)
