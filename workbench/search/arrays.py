"""A file of named arrays, mapped into memory when read: a JSON header, then the arrays, each on an 8-byte boundary."""

from __future__ import annotations

import json
import mmap
import struct
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[Any]
_MAGIC = b"WBA1"
_HEAD = struct.Struct("<4sI")


class Streamed:
    """An array that grows piece by piece in a file without a name, because it may be larger than is good to hold."""

    def __init__(self, folder: Path, kind: str) -> None:
        self.dtype = np.dtype(kind)
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 closed by copy_to or close
        self._count = 0

    def append(self, piece: Array) -> None:
        self._file.write(np.ascontiguousarray(piece, self.dtype).data)
        self._count += len(piece)

    def __len__(self) -> int:
        return self._count

    @property
    def nbytes(self) -> int:
        return self._count * self.dtype.itemsize

    def copy_to(self, file: BinaryIO) -> None:
        """Write the whole array, and be done with it."""
        self._file.seek(0)
        while piece := self._file.read(1 << 20):
            file.write(piece)
        self.close()

    def close(self) -> None:
        """Give the file back."""
        self._file.close()


def write_arrays(file: BinaryIO, arrays: Mapping[str, Array | Streamed], notes: Mapping[str, Any]) -> None:
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
        if isinstance(array, Streamed):
            array.copy_to(file)
        else:
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

    def release(self) -> None:
        """Let go of the memory that reading has mapped in; it comes back when it is read again."""
        if hasattr(mmap, "MADV_DONTNEED"):
            self._map.madvise(mmap.MADV_DONTNEED)
