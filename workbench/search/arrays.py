"""A file of named arrays, mapped into memory when read: a JSON header, then the arrays, each on an 8-byte boundary."""

from __future__ import annotations

import json
import mmap
import struct
from collections.abc import Mapping
from typing import Any, BinaryIO, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[Any]
_MAGIC = b"WBA1"
_HEAD = struct.Struct("<4sI")
_KINDS = frozenset({"|u1", "|b1", "<u2", "<u4", "<i4", "<i8"})
"""The kinds of numbers that an array may have."""


class Streamed:
    """An array that grows piece by piece in a file without a name, because it may be larger than is good to hold."""

    def __init__(self, file: BinaryIO, kind: str) -> None:
        self.dtype = np.dtype(kind)
        self._file = file
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
    """Arrays written by `write_arrays`, as read-only views that stay valid after their file is deleted.

    Raises ValueError for what they were not written as.
    """

    def __init__(self, data: bytes | mmap.mmap) -> None:
        self._data = data
        try:
            magic, length = _HEAD.unpack_from(data, 0)
            if magic != _MAGIC or _HEAD.size + length > len(data):
                raise ValueError("not a file of arrays")
            header = json.loads(data[_HEAD.size : _HEAD.size + length])
            self.notes: dict[str, Any] = header["notes"]
            places: dict[str, tuple[str, int, int]] = header["arrays"]
            self._arrays = {name: self._array(_HEAD.size + length, *place) for name, place in places.items()}
        except (struct.error, KeyError, TypeError, AttributeError) as error:
            raise ValueError("not a file of arrays") from error

    def _array(self, base: int, kind: str, at: int, count: int) -> Array:
        if kind not in _KINDS or type(at) is not int or type(count) is not int or min(at, count) < 0:
            raise ValueError("not an array of numbers")
        return np.frombuffer(self._data, dtype=np.dtype(kind), count=count, offset=base + at)

    def __getitem__(self, name: str) -> Array:
        return self._arrays[name]

    def release(self) -> None:
        """Let go of the memory that reading has mapped in; it comes back when it is read again."""
        if isinstance(self._data, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
            self._data.madvise(mmap.MADV_DONTNEED)
