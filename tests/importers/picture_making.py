"""Pictures of one colour in each format, as small as can be, with an EXIF block where one is wanted."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence


def _tiff(entries: Sequence[Sequence[tuple[int, int, object]]], pixels: bytes = b"") -> bytes:
    """A little-endian TIFF block of one directory with those below it: each a list of (tag, kind, value)."""
    out = bytearray(b"II*\0\x08\0\0\0")
    at = 8
    places = []
    for part in entries:
        places.append(at)
        at += 6 + 12 * len(part)
    rest = bytearray()
    for number, part in enumerate(entries):
        out += struct.pack("<H", len(part))
        for tag, kind, value in part:
            if value in ("photo", "place", "pixels"):
                value = {"photo": places[1] if len(places) > 1 else 0, "place": places[-1], "pixels": at + len(rest)}[str(value)]
                rest += pixels if tag == 0x111 else b""
            if kind == 2:
                data = str(value).encode() + b"\0"
                count = len(data)
            elif kind == 5:
                data = b"".join(struct.pack("<II", *pair) for pair in value)  # type: ignore[attr-defined]
                count = len(data) // 8
            else:
                data, count = struct.pack("<I" if kind == 4 else "<H", value), 1
            if len(data) > 4:
                place, rest = at + len(rest), rest + data + b"\0" * (len(data) & 1)
                data = struct.pack("<I", place)
            out += struct.pack("<HHI", tag, kind, count) + data.ljust(4, b"\0")
        out += struct.pack("<I", 0)
        assert number < 3
    return bytes(out + rest)


_MAIN = [(0x10F, 2, "Pinhole"), (0x110, 2, "Pinhole One"), (0x13B, 2, "Ada Quill"), (0x8769, 4, "photo"), (0x8825, 4, "place")]
_PHOTO = [(0x9003, 2, "2024:03:05 10:30:00"), (0x9011, 2, "+02:00")]
_PLACE = [(1, 2, "N"), (2, 5, [(48, 1), (30, 1), (30, 1)]), (3, 2, "W"), (4, 5, [(11, 1), (15, 1), (0, 1)])]
EXIF = _tiff([_MAIN, _PHOTO, _PLACE])


def png(width: int, height: int, exif: bytes = b"", *, colour: int = 128) -> bytes:
    """A grey PNG; one of millions of pixels has no more than its first rows."""
    rows = b"".join(b"\0" + bytes([colour]) * width for _ in range(height if width * height < 4_000_000 else 1))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = [(b"IHDR", head), *([(b"eXIf", exif)] if exif else []), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    chunks = (struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def jpeg(width: int, height: int, exif: bytes = b"") -> bytes:
    """The head of a JPEG, which is all that is read at an import."""
    app = b"Exif\0\0" + exif
    block = b"\xff\xe1" + struct.pack(">H", len(app) + 2) + app if exif else b""
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\0"
    return (
        b"\xff\xd8\xff\xe0"
        + struct.pack(">H", 16)
        + b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"
        + block
        + frame
        + b"\xff\xda\0\x08\x01\x01\0\0\x3f\0"
    )


def gif(width: int, height: int, *, animated: bool = False) -> bytes:
    loop = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0" if animated else b""
    return b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff" + loop + b";"


def webp(width: int, height: int, exif: bytes = b"") -> bytes:
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    parts = [(b"VP8X", bytes([8 if exif else 0, 0, 0, 0]) + size), *([(b"EXIF", exif)] if exif else [])]
    body = b"".join(kind + struct.pack("<I", len(part)) + part + b"\0" * (len(part) & 1) for kind, part in parts)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def tiff(width: int, height: int, exif: bytes = b"") -> bytes:
    """The head of a grey TIFF, with the tags of EXIF where any is wanted."""
    size = [(0x100, 4, width), (0x101, 4, height)]
    return _tiff([[*size, *_MAIN], _PHOTO, _PLACE]) if exif else _tiff([size])
