"""What a camera or a program has written into a picture (EXIF 2.32, in the form of TIFF 6.0). Anyone can write anything there."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, field

Value = str | int | tuple[float, ...]
_MAKE, _MODEL, _SOFTWARE, _ARTIST, _COPYRIGHT, _WORDS = 0x10F, 0x110, 0x131, 0x13B, 0x8298, 0x10E
_PHOTO, _PLACE = 0x8769, 0x8825
_TAKEN, _ZONE, _LENS = 0x9003, 0x9011, 0xA434
_NORTH, _LATITUDE, _EAST, _LONGITUDE = 1, 2, 3, 4
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8}
_MOST_ENTRIES = 300
_LONGEST = 300
_MOMENT = re.compile(r"(\d{4}):(\d\d):(\d\d)(?: (\d\d):(\d\d)(?::\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Tags:
    """By number the tags of the picture itself, of how and where it was taken; `more` says that another picture follows."""

    main: dict[int, Value] = field(default_factory=dict)
    photo: dict[int, Value] = field(default_factory=dict)
    place: dict[int, Value] = field(default_factory=dict)
    more: bool = False


@dataclass(frozen=True, slots=True)
class Exif:
    """What EXIF says, in words; empty where it says nothing. `taken` is ISO 8601 in the camera's own time, `place` degrees."""

    taken: str = ""
    camera: str = ""
    place: str = ""
    author: str = ""
    rights: str = ""
    words: str = ""
    program: str = ""


def exif_of(block: bytes) -> Exif:
    """What an EXIF block says. Raises nothing: what is damaged says nothing."""
    try:
        tags = tags_of(block)
    except (struct.error, ValueError, IndexError):
        return Exif()

    def words(number: int) -> str:
        found = tags.main.get(number, "")
        return found if isinstance(found, str) else ""

    make, model = words(_MAKE), words(_MODEL)
    camera = model if model.casefold().startswith(make.casefold().split(" ")[0]) else f"{make} {model}".strip()
    return Exif(_moment(tags), camera, _position(tags), words(_ARTIST), words(_COPYRIGHT), words(_WORDS), words(_SOFTWARE))


def tags_of(block: bytes) -> Tags:
    """The tags of a TIFF file or an EXIF block. Raises ValueError or struct.error for what is none."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(block[:4])
    if order is None:
        raise ValueError("it is no TIFF")
    main, following = _directory(block, order, struct.unpack_from(f"{order}I", block, 4)[0])
    parts = []
    for tag in (_PHOTO, _PLACE):
        at = main.get(tag)
        parts.append(_directory(block, order, at)[0] if isinstance(at, int) and at else {})
    return Tags(main, parts[0], parts[1], bool(following))


def _directory(block: bytes, order: str, at: int) -> tuple[dict[int, Value], int]:
    """The tags of one directory and where the next one is (0 for none)."""
    if at + 2 > len(block):
        return {}, 0
    count = struct.unpack_from(f"{order}H", block, at)[0]
    found: dict[int, Value] = {}
    for number in range(min(count, _MOST_ENTRIES)):
        entry = at + 2 + 12 * number
        if entry + 12 > len(block):
            return found, 0
        tag, kind, length = struct.unpack_from(f"{order}HHI", block, entry)
        size = _SIZES.get(kind, 0) * length
        place = entry + 8 if size <= 4 else struct.unpack_from(f"{order}I", block, entry + 8)[0]
        if length > 0 and 0 < size <= len(block) - place:
            value = _value(block, order, kind, min(length, _LONGEST), place)
            found.setdefault(tag, value)
    end = at + 2 + 12 * count
    return found, struct.unpack_from(f"{order}I", block, end)[0] if end + 4 <= len(block) else 0


def _value(block: bytes, order: str, kind: int, length: int, at: int) -> Value:
    if kind in (1, 3, 4, 9):
        return int(struct.unpack_from(order + {1: "B", 3: "H", 4: "I", 9: "i"}[kind], block, at)[0])
    if kind in (5, 10):
        pairs = struct.unpack_from(f"{order}{2 * min(length, 3)}{'I' if kind == 5 else 'i'}", block, at)
        return tuple(a / b if b else 0.0 for a, b in zip(pairs[::2], pairs[1::2], strict=True))
    return " ".join("".join(c if c.isprintable() else " " for c in block[at : at + length].decode("utf-8", "replace")).split())


def _moment(tags: Tags) -> str:
    found = _MOMENT.match(str(tags.photo.get(_TAKEN, "")))
    if not found or found[1] == "0000":
        return ""
    day, zone = "-".join(found.group(1, 2, 3)), str(tags.photo.get(_ZONE, ""))
    return f"{day} {found[4]}:{found[5]}{f' (UTC{zone})' if re.fullmatch('[+-][0-9]{2}:[0-9]{2}', zone) else ''}" if found[4] else day


def _position(tags: Tags) -> str:
    north, east = _degrees(tags.place.get(_LATITUDE)), _degrees(tags.place.get(_LONGITUDE))
    if north is None or east is None or not (north <= 90 and east <= 180):
        return ""
    south = str(tags.place.get(_NORTH, "N")).upper().startswith("S")
    west = str(tags.place.get(_EAST, "E")).upper().startswith("W")
    return f"{north:.5f}° {'south' if south else 'north'}, {east:.5f}° {'west' if west else 'east'}"


def _degrees(value: Value | None) -> float | None:
    if not isinstance(value, tuple) or len(value) != 3 or min(value) < 0:
        return None
    return value[0] + value[1] / 60 + value[2] / 3600
