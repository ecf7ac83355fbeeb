"""The records of a web archive (WARC, ISO 28500), packed with gzip or not: bytes in, records out, whatever is damaged in between.

Nothing is believed of a length that a record states: the next record, the end, or the sign of one must stand where it says. What does not
fit is passed over up to the next line that begins a record.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

LARGEST_UNPACKED = 200_000_000
"""Bytes that are unpacked of one archive at most."""
MOST_RECORDS = 200_000
"""Records, whole or damaged, that are looked at in one archive."""
GZIP = b"\x1f\x8b"
_MEMBER = b"\x1f\x8b\x08"
_READ_AGAIN = 4
"""Times that the bytes of an archive may be gone through where one damaged place hides the next."""
_SMALLEST_BITE, _LARGEST_BITE = 512, 1 << 18
_HEAD = re.compile(rb"WARC/[01]\.\d+[^\n]*\n(?:(?!WARC/[01]\.)[^\r\n][^\n]*\n)*+\r?\n")
_MARK = re.compile(rb"\n(?=WARC/[01]\.\d)")
_END = b"\r\n\r\n"
_BLANK = re.compile(rb"[\r\n]*")
_LENGTH = re.compile(r"[0-9]{1,12}")


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its bytes as they are in the archive, the fields of its head in small letters, and where its block begins and ends."""

    raw: bytes
    fields: dict[str, str]
    start: int
    end: int

    @property
    def block(self) -> bytes:
        return self.raw[self.start : self.end]

    @property
    def kind(self) -> str:
        return self.fields.get("warc-type", "").lower()

    @property
    def address(self) -> str:
        """The address it was taken from; some programs write it in angle brackets."""
        return self.fields.get("warc-target-uri", "").strip("<> ")


@dataclass(frozen=True, slots=True)
class Damaged:
    """A place where no record could be read: the address that stands there, where one does, and what is wrong."""

    address: str
    reason: str


def records(data: bytes) -> Iterator[Record | Damaged]:
    """The records of an archive in order. Raises nothing."""
    unpacking = Unpacking(data)
    count = 0
    for piece in unpacking.pieces() if data.startswith(GZIP) else (data,):
        for found in _in_piece(piece):
            if count >= MOST_RECORDS:
                yield Damaged("", f"only its first {MOST_RECORDS:,} records were looked at. Split the archive, and add its parts.")
                return
            count += 1
            yield found
    if unpacking.stopped:
        yield Damaged("", unpacking.stopped)


class Unpacking:
    """The unpacking of gzip members, one after the other, within limits. `stopped` says why not all of them were unpacked."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._left = LARGEST_UNPACKED
        self._tries = _READ_AGAIN * len(data) + _LARGEST_BITE
        self.stopped = ""

    def pieces(self) -> Iterator[bytes]:
        """What is unpacked, as bytes that follow each other without a damaged place; a damaged member ends a piece."""
        piece, at = bytearray(), 0
        for _ in range(MOST_RECORDS):
            after = self._member(piece, at)
            if after is None or not self._data.startswith(_MEMBER, after):
                yield bytes(piece)
                piece = bytearray()
                after = self._data.find(_MEMBER, at + 1 if after is None else after)
            if after < 0 or self.stopped:
                break
            at = after
        else:
            self.stopped = f"only its first {MOST_RECORDS:,} parts were unpacked. Split the archive, and add its parts."
        if piece:
            yield bytes(piece)

    def _member(self, piece: bytearray, at: int) -> int | None:
        """Unpack one member onto a piece; where the next one begins, or None where it is damaged or the file ends within it."""
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
        bite, start = _SMALLEST_BITE, at
        while at < len(self._data):
            taken = self._data[at : at + bite]
            at += len(taken)
            try:
                found = unpacker.decompress(taken, self._left + 1)
            except zlib.error:
                break
            piece += found[: self._left]
            self._left -= len(found)
            if self._left < 0:
                self.stopped = f"only its first {LARGEST_UNPACKED / 1e6:.0f} MB were unpacked. Split the archive, and add its parts."
                return len(self._data)
            if unpacker.eof:
                return at - len(unpacker.unused_data)
            bite = min(2 * bite, _LARGEST_BITE)
        self._tries -= at - start
        if self._tries < 0:
            self.stopped = "it is damaged in so many places that not all of it was looked at."
        return None


def _in_piece(data: bytes) -> Iterator[Record | Damaged]:
    at = 0
    while at < len(data):
        head = _HEAD.match(data, at)
        found = _record(data, head) if head else None
        if isinstance(found, Record):
            at += len(found.raw)
            yield found
            continue
        mark = _MARK.search(data, at + 1)
        after = mark.end() if mark else len(data)
        if found:
            yield found
        elif data[at:after].strip(b"\r\n\0"):
            yield Damaged("", f"{after - at:,} bytes between its records are none: they are damaged, and were passed over.")
        at = after


def _record(data: bytes, head: re.Match[bytes]) -> Record | Damaged:
    fields = fields_of(data[head.start() : head.end()].split(b"\n")[1:])
    address = fields.get("warc-target-uri", "").strip("<> ")
    length = fields.get("content-length", "")
    if not _LENGTH.fullmatch(length):
        return Damaged(address, "its record is damaged: it does not say how long it is.")
    start, end = head.end(), head.end() + int(length)
    if end > len(data):
        return Damaged(address, f"its record is damaged: it says {int(length):,} bytes, and {len(data) - start:,} are left.")
    blank = _BLANK.match(data, end)
    after = blank.end() if blank else end
    if after < len(data) and not data.startswith(b"WARC/", after) and not data.startswith(_END, end):
        return Damaged(address, f"its record is damaged: it says {int(length):,} bytes, and no other record begins behind them.")
    return Record(data[head.start() : after], fields, start - head.start(), end - head.start())


def fields_of(lines: list[bytes]) -> dict[str, str]:
    """The fields of a head, by name in small letters; a line that begins with white space goes on with the one before, and of two with one
    name the first holds."""
    fields: dict[str, list[str]] = {}
    last: list[str] = []
    for line in lines:
        words = line.decode("utf-8", "replace").rstrip("\r")
        if words[:1] in (" ", "\t"):
            last.append(words.strip())
            continue
        name, colon, value = words.partition(":")
        last = [value.strip()]
        if colon:
            last = fields.setdefault(name.strip().lower(), last) if name.strip().lower() not in fields else last
    return {name: " ".join(values) for name, values in fields.items()}
