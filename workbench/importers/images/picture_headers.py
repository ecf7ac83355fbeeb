"""What the head of a picture's file says: its size in pixels, its EXIF, whether more pictures follow. Nothing is decoded."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from workbench.importers.images.exif import Tags, tags_of

_MOST_PARTS = 10_000
_NO_SIZE_MARKERS = frozenset({0xC4, 0xC8, 0xCC})
"""Of JPEG's C0 to CF, those that are no beginning of a frame."""
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_WIDTH, _HEIGHT = 0x100, 0x101


class NoPicture(ValueError):
    """The file is cut off or damaged before it says how large it is."""


@dataclass(frozen=True, slots=True)
class Head:
    """Pixels across and down, the EXIF block (TIFF) if any, and whether other pictures follow the first."""

    width: int
    height: int
    exif: bytes = b""
    more: bool = False


def head_of(data: bytes, media_type: str) -> Head:
    """What the head of a picture of that type says. Raises NoPicture."""
    try:
        head = _READERS[media_type](data)
    except (struct.error, IndexError, KeyError, ValueError) as error:
        raise NoPicture from error
    if head.width <= 0 or head.height <= 0:
        raise NoPicture
    return head


def _png(data: bytes) -> Head:
    if data[12:16] != b"IHDR":
        raise NoPicture
    width, height = struct.unpack_from(">II", data, 16)
    parts = dict(_png_parts(data))
    return Head(width, height, parts.get(b"eXIf", b""), b"acTL" in parts)


def _png_parts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    for _ in range(_MOST_PARTS):
        if at + 8 > len(data):
            return
        length = struct.unpack_from(">I", data, at)[0]
        kind = data[at + 4 : at + 8]
        yield kind, data[at + 8 : at + 8 + length] if kind == b"eXIf" else b""
        at += 12 + length


def _jpeg(data: bytes) -> Head:
    exif, at = b"", 2
    for _ in range(_MOST_PARTS):
        while data[at] != 0xFF or data[at + 1] in (0xFF, 0x00):
            at += 1
        marker, at = data[at + 1], at + 2
        if marker in _STANDALONE:
            continue
        length = struct.unpack_from(">H", data, at)[0]
        if 0xC0 <= marker <= 0xCF and marker not in _NO_SIZE_MARKERS:
            height, width = struct.unpack_from(">HH", data, at + 3)
            return Head(width, height, exif)
        if marker == 0xE1 and not exif and data[at + 2 : at + 8] == b"Exif\0\0":
            exif = data[at + 8 : at + length]
        if marker in (0xD9, 0xDA) or length < 2:
            break
        at += length
    raise NoPicture


def _gif(data: bytes) -> Head:
    width, height = struct.unpack_from("<HH", data, 6)
    return Head(width, height, more=b"NETSCAPE2.0" in data[:2_000])


def _webp(data: bytes) -> Head:
    kind = data[12:16]
    if kind == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return Head(width & 0x3FFF, height & 0x3FFF)
    if kind == b"VP8L":
        bits = struct.unpack_from("<I", data, 21)[0]
        return Head((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    if kind != b"VP8X":
        raise NoPicture
    width, height = (int.from_bytes(data[at : at + 3], "little") + 1 for at in (24, 27))
    exif = dict(_webp_parts(data)).get(b"EXIF", b"").removeprefix(b"Exif\0\0")
    return Head(width, height, exif, bool(data[20] & 0x02))


def _webp_parts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    for _ in range(_MOST_PARTS):
        if at + 8 > len(data):
            return
        length = struct.unpack_from("<I", data, at + 4)[0]
        kind = data[at : at + 4]
        yield kind, data[at + 8 : at + 8 + length] if kind == b"EXIF" else b""
        at += 8 + length + (length & 1)


def _tiff(data: bytes) -> Head:
    tags: Tags = tags_of(data)
    width, height = (int(str(tags.main[tag])) for tag in (_WIDTH, _HEIGHT))
    return Head(width, height, data, tags.more)


_READERS: Mapping[str, Callable[[bytes], Head]] = {
    "image/png": _png,
    "image/jpeg": _jpeg,
    "image/gif": _gif,
    "image/webp": _webp,
    "image/tiff": _tiff,
}
