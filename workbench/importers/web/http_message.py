"""An answer of a web server as an archive keeps it: status line, fields and body, taken out of its chunks and its packing."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

from workbench.domain.errors import ImportRefused
from workbench.importers.limits import LARGEST_FILE, too_large
from workbench.importers.web.warc_records import fields_of

_STATUS = re.compile(rb"HTTP/[\d.]+[ \t]+(\d{3})")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_CHUNK = re.compile(rb"[ \t]*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,4000})?\r?\n")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_GZIP = b"\x1f\x8b"
_MOST_PARTS = 100
_CUT = "The page was cut off when it was archived, or is damaged: its packed part ends early."
_BROKEN_CHUNKS = "The page was cut off when it was archived, or a part of it is damaged: what follows that part is kept as it stands."


@dataclass(frozen=True, slots=True)
class Message:
    """An answer. `body` is as the server sent it."""

    status: int
    fields: dict[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        return media_type_of(self.fields.get("content-type", ""))

    @property
    def charset(self) -> str:
        return charset_of(self.fields.get("content-type", ""))


@dataclass(frozen=True, slots=True)
class Payload:
    """The document that an answer carries, and what is to be known of how it was taken out."""

    data: bytes
    warnings: tuple[str, ...] = ()


def media_type_of(content_type: str) -> str:
    """The media type that a Content-Type field names, in small letters."""
    return content_type.split(";", maxsplit=1)[0].strip().lower()


def charset_of(content_type: str) -> str:
    """The encoding that a Content-Type field names; empty for none."""
    found = _CHARSET.search(content_type)
    return found[1] if found else ""


def message_of(block: bytes) -> Message | None:
    """The answer in a record's block; None where it is none."""
    status = _STATUS.match(block)
    if status is None:
        return None
    end = _HEAD_END.search(block)
    head, body = (block[: end.start()], block[end.end() :]) if end else (block, b"")
    return Message(int(status[1]), fields_of(head.split(b"\n")[1:]), body)


def payload_of(message: Message, name: str) -> Payload:
    """The document, out of its chunks and its packing. Archives often keep it unpacked already, whatever the fields say.

    Raises ImportRefused for a packing that is not read, and for more than LARGEST_FILE.
    """
    data, warnings = message.body, []
    if "chunked" in message.fields.get("transfer-encoding", "").lower():
        data, whole = _out_of_chunks(data)
        warnings += [] if whole else [_BROKEN_CHUNKS]
    packings = message.fields.get("content-encoding", "").lower().replace(" ", "").split(",")
    for packing in reversed(packings[:4]):
        data, whole = _out_of_packing(data, packing, name)
        warnings += [] if whole else [_CUT]
    if len(data) > LARGEST_FILE:
        raise ImportRefused(name, too_large(len(data)))
    return Payload(data, tuple(warnings))


def _out_of_chunks(data: bytes) -> tuple[bytes, bool]:
    """The body without the marks of its chunks, and whether all of them were in order. One that is in no chunks is left as it is."""
    parts: list[bytes] = []
    at = 0
    while chunk := _CHUNK.match(data, at):
        size = int(chunk[1], 16)
        if size == 0:
            return b"".join(parts), True
        if chunk.end() + size > len(data):  # the last one was cut off; a first one that long is none
            return (b"".join([*parts, data[chunk.end() :]]), False) if at else (data, False)
        parts.append(data[chunk.end() : chunk.end() + size])
        at = chunk.end() + size
        at += 2 if data.startswith(b"\r\n", at) else 1 if data.startswith(b"\n", at) else 0
    if at == 0:
        return data, True
    return b"".join([*parts, data[at:]]), at >= len(data)


def _out_of_packing(data: bytes, packing: str, name: str) -> tuple[bytes, bool]:
    if packing in ("", "identity") or data.lstrip()[:1] == b"<":
        return data, True
    if packing in ("gzip", "x-gzip"):
        return _unpacked(data, zlib.MAX_WBITS | 16, name) if data.startswith(_GZIP) else (data, True)
    if packing == "deflate":
        bare = len(data) < 2 or (data[0] & 15) != 8 or int.from_bytes(data[:2], "big") % 31
        return _unpacked(data, -zlib.MAX_WBITS if bare else zlib.MAX_WBITS, name)
    called = {"br": "Brotli", "zstd": "Zstandard"}.get(packing, packing[:40])
    raise ImportRefused(
        name,
        f"it was archived packed with {called}, which is not read. Open the archive in a viewer of web archives and save the page.",
    )


def _unpacked(data: bytes, bits: int, name: str) -> tuple[bytes, bool]:
    """The bytes unpacked, as far as they are whole, and whether they are. Raises ImportRefused for nothing at all, and for too much."""
    out, rest, whole = bytearray(), data, False
    for _ in range(_MOST_PARTS):
        unpacker = zlib.decompressobj(bits)
        try:
            out += unpacker.decompress(rest, LARGEST_FILE + 1)
            whole = unpacker.eof
        except zlib.error:
            out += _up_to_damage(rest, bits)
            whole = False
        rest = unpacker.unused_data
        if not whole or len(out) > LARGEST_FILE or not rest.startswith(_GZIP):
            break
    if len(out) > LARGEST_FILE:
        raise ImportRefused(name, too_large(len(out)))
    if not out and data:
        raise ImportRefused(name, f"0 of {len(data):,} bytes became text: its packed part is damaged.")
    return bytes(out), whole


def _up_to_damage(data: bytes, bits: int) -> bytes:
    """What can be unpacked before the place that is damaged."""
    unpacker, out = zlib.decompressobj(bits), bytearray()
    try:
        for at in range(0, len(data), 64):
            out += unpacker.decompress(data[at : at + 64], LARGEST_FILE + 1 - len(out))
            if len(out) > LARGEST_FILE:
                break
    except zlib.error:
        pass
    return bytes(out)
