"""A mail taken apart: its heads and bodies as the boundaries (RFC 2046) divide them, in one pass, whatever the depth. Nothing is decoded
but what each part says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.errors import MessageError
from email.message import Message
from email.utils import collapse_rfc2231_value
from functools import cached_property

MOST_PARTS = 10_000
DEEPEST = 60
"""Levels of parts within parts that are kept as such; what is deeper stands beside each other on the last of them."""
LONGEST_HEAD = 1_000_000
"""Bytes of one head that are looked at."""
_LONGEST_FIELD = 4_000
"""Bytes of a field that describes a part."""
_LONGEST_BOUNDARY = 500
_UNSHOWN = 80
"""Bytes outside the parts from which on they are told of: most mail programs write a line there for those that know no parts."""

_END = rb"(?:\r\n|\n|\r|\Z)"
_LINE = rb"[!-9;-~]+[ \t]*:[^\r\n]*" + _END
_BROKEN = rb"(?!--)[^\r\n]+" + _END + rb"(?=(?:Content-[A-Z-]+|MIME-Version|Message-ID|Subject|Date|From|To):)"
"""The rest of a field that was broken without the blank that says so."""
_HEAD = re.compile(rb"(?:" + _LINE + rb"(?:" + _LINE + rb"|[ \t][^\r\n]*" + _END + rb"|" + _BROKEN + rb")*+)?", re.IGNORECASE)
_FIELD = re.compile(rb"^([!-9;-~]+)[ \t]*:", re.MULTILINE)
_LINE_ENDS = re.compile(rb"[\r\n]+")
_BLANK = re.compile(rb"[ \t]*(?:\r\n|\n|\r)")
_DELIMITER = re.compile(rb"^--([^\r\n]+)\r?\n?", re.MULTILINE)
_COUNTED = re.compile(rb"\s*(\d{1,9})[ \t]*\r?\n(?=[!-9;-~]+:)")
"""The first line of Apple Mail's own files: how many bytes of them are the mail."""
_ENVELOPE = re.compile(rb"(?:\xef\xbb\xbf)?[\r\n]*(?:>?From [^\r\n]*(?:\r\n|\n|\r))?")
_TYPE = re.compile(r"[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+")


class Head:
    """The fields of one head, by their names in lower case; values as they were sent, on one line."""

    def __init__(self, data: bytes) -> None:
        self._fields: dict[str, list[bytes]] = {}
        starts = list(_FIELD.finditer(data))
        for here, after in zip(starts, [*(found.start() for found in starts[1:]), len(data)], strict=False):
            value = _LINE_ENDS.sub(b" ", data[here.end() : after]).strip()
            self._fields.setdefault(here[1].decode("ascii").lower(), []).append(value)

    def __contains__(self, name: str) -> bool:
        return name in self._fields

    def __len__(self) -> int:
        return len(self._fields)

    def all(self, name: str) -> list[bytes]:
        return self._fields.get(name, [])

    def raw(self, name: str) -> bytes:
        """The first value of a field; empty for none."""
        return next((value for value in self.all(name) if value), b"")

    @cached_property
    def _described(self) -> Message:
        """What describes the part, as the standard library reads it. Bytes beyond ASCII stay what they are: U+0080 to U+00FF."""
        message = Message()
        for name in ("content-type", "content-disposition"):
            if value := self.raw(name)[:_LONGEST_FIELD]:
                message[name] = value.decode("latin-1")
        return message

    @cached_property
    def type(self) -> str:
        """The media type that is stated, in lower case; empty for none."""
        found = _TYPE.match(self.raw("content-type")[:_LONGEST_FIELD].decode("latin-1").lower())
        return found[0] if found else ""

    @property
    def disposition(self) -> str:
        return self.raw("content-disposition")[:40].split(b";")[0].strip().decode("latin-1").lower()

    @property
    def coding(self) -> str:
        """The transfer encoding, without what mail programs put around it."""
        found = re.match(rb"[\s\"']*([A-Za-z0-9-]+)", self.raw("content-transfer-encoding")[:80])
        return found[1].decode("ascii").lower() if found else ""

    def parameter(self, name: str, of: str = "content-type") -> str:
        """A parameter of the field that describes the part, continued and percent-encoded ones put together; empty for none."""
        try:
            found = self._described.get_param(name, header=of)
            return collapse_rfc2231_value(found).strip() if found else ""
        except (ValueError, LookupError, TypeError, AttributeError, MessageError):
            return ""


@dataclass(slots=True)
class Part:
    """One part: its head, where it stands in `data`, where its body does, and the parts inside it. `default` is its type where it states
    none."""

    data: bytes
    head: Head
    start: int
    end: int
    default: str = "text/plain"
    parts: list[Part] = field(default_factory=list)

    @property
    def type(self) -> str:
        return self.head.type or self.default

    @property
    def body(self) -> bytes:
        """Its body as it was sent."""
        return self.data[self.start : self.end]

    def leaves(self) -> Iterator[Part]:
        """The parts without parts, in order."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()


@dataclass(slots=True)
class Taken:
    """A mail taken apart, and what is to be said of that."""

    whole: Part
    warnings: list[str] = field(default_factory=list)


def head_at(data: bytes, start: int = 0) -> tuple[Head, int]:
    """The head that begins at a place, and where its body does."""
    found = _HEAD.match(data, start, start + LONGEST_HEAD)
    end = found.end() if found else start
    blank = _BLANK.match(data, end)
    return Head(data[start:end]), blank.end() if blank else end


def mail_in(data: bytes) -> bytes:
    """The mail in a file, without what Apple Mail and mailboxes put around it."""
    counted = _COUNTED.match(data)
    if counted:
        data = data[counted.end() : counted.end() + int(counted[1])]
    envelope = _ENVELOPE.match(data)
    data = data[envelope.end() :] if envelope else data
    return data if b"\n" in data else data.replace(b"\r", b"\n")


def taken_apart(data: bytes) -> Taken:
    """A whole mail, its head at the beginning of the bytes."""
    head, start = head_at(data)
    apart = _Apart(data, Part(data, head, start, len(data)))
    apart.through()
    return apart.taken


class _Apart:
    """One pass over the lines that may be boundaries. `open` are the multiparts around the place, with their boundaries."""

    def __init__(self, data: bytes, whole: Part) -> None:
        self._data = data
        self.taken = Taken(whole)
        self._open: list[tuple[Part, bytes]] = []
        self._at: dict[bytes, int] = {}
        self._current: Part | None = whole
        self._unshown = 0
        self._shown_until = 0
        self._count = 0
        self._enter(whole)

    def through(self) -> None:
        for found in _DELIMITER.finditer(self._data, self.taken.whole.start):
            name = found[1].rstrip()
            level, closes = self._at.get(name), False
            if level is None and name.endswith(b"--"):
                level, closes = self._at.get(name[:-2].rstrip()), True
            if level is None:
                continue
            self._end(found.start(), begins=level if not closes else None)
            self._leave(level + (0 if closes else 1))
            self._shown_until = found.end()
            if not closes and not self._begin(found.end()):
                break
        else:
            self._end(len(self._data))
        if self._unshown:
            self.taken.warnings.append(f"{self._unshown:,} bytes stand before or behind its parts, where no mail program shows them.")

    def _begin(self, start: int) -> bool:
        """Begins a part; whether there is room for it."""
        if self._count >= MOST_PARTS:
            left = len(self._data) - start
            self.taken.warnings.append(f"The mail has more than {MOST_PARTS:,} parts: its last {left:,} bytes were not looked at.")
            return False
        self._count += 1
        around = self._open[-1][0]
        head, body = head_at(self._data, start)
        part = Part(self._data, head, body, len(self._data), "message/rfc822" if around.type == "multipart/digest" else "text/plain")
        around.parts.append(part)
        self._current = part
        self._enter(part)
        return True

    def _enter(self, part: Part) -> None:
        boundary = part.head.parameter("boundary")[:_LONGEST_BOUNDARY].encode("latin-1", "replace").rstrip()
        if not part.type.startswith("multipart/") or not boundary or boundary in self._at:
            return
        holder = part if len(self._open) < DEEPEST else self._open[DEEPEST - 1][0]
        self._at[boundary] = len(self._open)
        self._open.append((holder, boundary))

    def _leave(self, level: int) -> None:
        for _, boundary in self._open[level:]:
            del self._at[boundary]
        del self._open[level:]

    def _end(self, place: int, begins: int | None = None) -> None:
        """Ends what stands before a boundary, to which the line end before it belongs; `begins` is the level at which a part begins there.
        What stands before the first part of a multipart, or behind the last, is counted."""
        part, self._current = self._current, None
        if part is None:
            outside = self._data[self._shown_until : place].strip()
        else:
            ends = (b"\r\n", b"\n", b"\r") if place < len(self._data) else ()
            end = next((end for end in ends if self._data.endswith(end, part.start, place)), b"")
            part.end = max(part.start, place - len(end))
            if begins is None or begins >= len(self._open) or self._open[begins][0] is not part:
                return
            outside = part.body.strip()
        if len(outside) > _UNSHOWN and b"MIME" not in outside[:400]:
            self._unshown += len(outside)
