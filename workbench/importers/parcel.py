"""What goes over the pipes between the desk and its reading child: a length, JSON, a length, bytes. No pickle."""

from __future__ import annotations

import json
import struct
from typing import IO, Any

from workbench.domain.draft import Contents, Draft, DraftZone, Member
from workbench.domain.entities import Metadatum
from workbench.domain.layout import layout_of
from workbench.domain.vocabulary import Confidence, Field, ZoneKind
from workbench.importers.limits import LARGEST_ANSWER

_LENGTHS = struct.Struct(">QQ")


class Broken(Exception):
    """The other side closed the pipe or sent something that is no parcel."""


def send(pipe: IO[bytes], head: dict[str, Any], body: bytes) -> None:
    """Writes one parcel. Raises OSError when the other side is gone."""
    packed = json.dumps(head).encode("ascii")
    pipe.write(_LENGTHS.pack(len(packed), len(body)))
    pipe.write(packed)
    pipe.write(body)
    pipe.flush()


def receive(pipe: IO[bytes]) -> tuple[dict[str, Any], bytes]:
    """Reads one parcel. Raises Broken at the end of the pipe or for lengths over the limit."""
    head_length, body_length = _LENGTHS.unpack(_exactly(pipe, _LENGTHS.size))
    if head_length + body_length > LARGEST_ANSWER:
        raise Broken("the parcel is too large")
    head = json.loads(_exactly(pipe, head_length))
    if not isinstance(head, dict):
        raise Broken("the parcel has no head")
    return head, _exactly(pipe, body_length)


def _exactly(pipe: IO[bytes], length: int) -> bytes:
    parts = []
    while length:
        part = pipe.read(length)
        if not part:
            raise Broken("the pipe was closed")
        parts.append(part)
        length -= len(part)
    return b"".join(parts)


def packed(contents: Contents) -> tuple[dict[str, Any], bytes]:
    """What a file gave as a parcel: all but texts and bytes in the head; the text as UTF-8, then the bytes of each member."""
    text = contents.draft.text.encode("utf-8") if contents.draft else b""
    head = {
        "draft": _told(contents.draft, len(text)) if contents.draft else None,
        "members": [[member.name, len(member.data)] for member in contents.members],
        "left": [list(refused) for refused in contents.refused],
    }
    return head, b"".join((text, *(member.data for member in contents.members)))


def _told(draft: Draft, length: int) -> dict[str, Any]:
    return {
        "length": length,
        "media_type": draft.media_type,
        "encoding": draft.encoding,
        "encoding_basis": draft.encoding_basis,
        "reader": draft.reader,
        "metadata": {field.value: [m.value, m.confidence and m.confidence.value, m.basis] for field, m in draft.metadata.items()},
        "zones": [[z.start, z.end, z.kind.value, z.basis] for z in draft.zones],
        "warnings": list(draft.warnings),
        "layout": draft.layout.dumped(),
    }


def unpacked(head: dict[str, Any], body: bytes) -> Contents:
    """What a file gave, from its parcel. Raises Broken when the child, which is not trusted, sent something that is none of it."""
    try:
        told = head["draft"]
        at = int(told["length"]) if told else 0
        draft = _draft(told, body[:at]) if told else None
        members = []
        for name, length in head["members"]:
            members.append(Member(str(name), body[at : at + int(length)]))
            at += int(length)
        refused = tuple((str(name), str(reason)) for name, reason in head["left"])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Broken("the parcel is no draft") from error
    if at != len(body):
        raise Broken("the parcel's lengths are not its own")
    return Contents(draft, tuple(members), refused)


def _draft(told: dict[str, Any], body: bytes) -> Draft:
    text = body.decode("utf-8")
    draft = Draft(
        text=text,
        media_type=str(told["media_type"]),
        encoding=str(told["encoding"]),
        encoding_basis=str(told["encoding_basis"]),
        reader=str(told["reader"]),
        metadata={Field(field): _metadatum(*entry) for field, entry in told["metadata"].items()},
        zones=tuple(DraftZone(int(start), int(end), ZoneKind(kind), str(basis)) for start, end, kind, basis in told["zones"]),
        warnings=tuple(str(warning) for warning in told["warnings"]),
        layout=layout_of(str(told["layout"])),
    )
    if draft.layout.pages and draft.layout.size != len(text):
        raise Broken("the pages are not those of the text")
    position = 0
    for zone in draft.zones:
        if not position <= zone.start < zone.end <= len(text):
            raise Broken("a zone lies outside the text or over another one")
        position = zone.end
    return draft


def _metadatum(value: str | None, confidence: str | None, basis: str) -> Metadatum:
    return Metadatum(value, Confidence(confidence) if confidence else None, basis)
