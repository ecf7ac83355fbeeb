"""What stands over a mail: the lines that its reader sees, and what they say of who wrote it, when and about what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import getaddresses, parsedate_to_datetime

from workbench.domain.draft import DraftZone
from workbench.domain.entities import Metadatum
from workbench.domain.errors import ImportRefused
from workbench.domain.vocabulary import Confidence, Field, ZoneKind
from workbench.importers.dates import iso_date
from workbench.importers.decoding import by_label, codec_name, decoded
from workbench.importers.mail.parts import Head
from workbench.importers.mail.transfer import received
from workbench.importers.normalise import normalised

_SHOWN = ("From", "To", "Cc", "Bcc", "Newsgroups", "Date", "Subject")
_WORD = re.compile(rb"=\?([^?\s]{1,60})\?([bq])\?((?:[^?=]|=(?!\?(?!=))|\?(?!=))*+)\?=", re.IGNORECASE)
"""An encoded word (RFC 2047), and what mail programs make of it."""
_LONGEST_ADDRESSES = 2_000
_LONGEST_SUBJECT = 500
_NO_ADDRESS = "a mail has no address on the web"
_HEAD = "the head of the mail"


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a head as one text that ends without a line end, with its zones; `subject` is what the mail says it is about."""

    text: str
    zones: tuple[DraftZone, ...]
    subject: str


def head_lines(head: Head) -> Lines:
    """The lines that a reader sees over a mail: those of them that there are."""
    parts: list[str] = []
    zones: list[DraftZone] = []
    at, subject = 0, ""
    for name in _SHOWN:
        for raw in head.all(name.lower()):
            value = words_in(raw, head.parameter("charset"))
            if not value:
                continue
            line, named = f"{name}: {value}", at + len(name) + 1
            if name == "Subject" and not subject:
                subject = value
                zones.append(DraftZone(at, named, ZoneKind.CREDIT, _HEAD))
                zones.append(DraftZone(named + 1, at + len(line), ZoneKind.HEADLINE, "the subject of the mail"))
            else:
                zones.append(DraftZone(at, at + len(line), ZoneKind.CREDIT, _HEAD))
            parts.append(line)
            at += len(line) + 1
    return Lines("\n".join(parts), tuple(zones), subject)


def words_in(raw: bytes, charset: str = "") -> str:
    """The value of a field as it is read: encoded words decoded, in one line; `charset` is what the mail itself is said to be in. Never
    raises, whatever the bytes."""
    parts: list[str] = []
    position, held, label = 0, b"", ""
    plain = _plain_label(raw, charset)
    for found in _WORD.finditer(raw):
        between = raw[position : found.start()]
        here = found[1].split(b"*")[0].decode("ascii", "replace").lower()
        if held and (between.strip() or here != label):
            parts.append(_letters(held, label))
            held = b""
        if between.strip() or position == 0:
            parts.append(_letters(between, plain))
        held += _unwrapped(found)
        label, position = here, found.end()
    parts += [_letters(held, label), _letters(raw[position:], plain)]
    return " ".join(normalised("".join(parts)).split())


def _unwrapped(word: re.Match[bytes]) -> bytes:
    if word[2] in b"bB":
        return received(word[3].replace(b" ", b""), "base64")[0]
    return received(word[3].replace(b"_", b" "), "quoted-printable")[0]


def _plain_label(raw: bytes, charset: str) -> str:
    """The encoding of a field's own letters, which should be ASCII and often are not."""
    for label in ("utf-8", charset):
        if label and by_label(raw, label) is not None:
            return label
    try:
        return decoded(raw[:_LONGEST_ADDRESSES], "head").encoding
    except ImportRefused:
        return "cp1252"


def _letters(data: bytes, label: str) -> str:
    for each in (label, "utf-8"):
        found = by_label(data, each)
        if found is not None:
            return found
    return data.decode(codec_name(label) or "cp1252", "replace")


def stated_by(head: Head, subject: str) -> dict[Field, Metadatum]:
    """What the head says of the mail."""
    return {
        Field.TITLE: Metadatum(subject[:_LONGEST_SUBJECT], Confidence.HIGH, "the subject of the mail")
        if subject
        else Metadatum(None, None, "the mail has no subject"),
        Field.AUTHOR: _author(head),
        Field.PUBLISHED: _date(head),
        Field.MODIFIED: Metadatum(None, None, "a mail does not say when it was changed"),
        Field.ADDRESS: Metadatum(None, None, _NO_ADDRESS),
        Field.RETRIEVED: Metadatum(None, None, "the file does not say when it was taken"),
    }


def _author(head: Head) -> Metadatum:
    people = [person for raw in head.all("from") for person in _people(raw)]
    names = [words_in(name.encode("latin-1", "replace"), head.parameter("charset")) or address for name, address in people]
    who = ", ".join(dict.fromkeys(name for name in names if name))
    if not who:
        return Metadatum(None, None, "the mail does not say whom it is from")
    return Metadatum(who, Confidence.HIGH if any(name for name, _ in people) else Confidence.MODERATE, "the “From” line of the mail")


def _people(raw: bytes) -> Iterator[tuple[str, str]]:
    """Name and address of each; the whole value as an address where it cannot be taken apart."""
    value = raw[:_LONGEST_ADDRESSES].decode("latin-1")
    try:
        found = [pair for pair in getaddresses([value]) if any(pair)]
    except (ValueError, IndexError, TypeError, RecursionError):
        found = []
    if found and all(re.fullmatch(r"[^\s@]+@\S+", address) for _, address in found):
        yield from found
    else:
        named = re.match(r"\s*\"?([^\"<>@]*[^\"<>@\s])\"?\s*<", value)
        yield (named[1], "") if named else ("", value.strip(" <>\"'"))


def _date(head: Head) -> Metadatum:
    """The day in the time zone of the sender, as the mail states it."""
    value = words_in(head.raw("date"))[:120]
    if not value:
        return Metadatum(None, None, "the mail does not say when it was sent")
    day = moment_of(value)[:10] or iso_date(value)
    if not day:
        return Metadatum(None, None, f"the “Date” line of the mail, “{value}”, is no date that can be read")
    return Metadatum(day, Confidence.HIGH, f"the “Date” line of the mail: {value}")


def moment_of(value: str) -> str:
    """A date of RFC 5322 in the form in which moments are kept, with the zone that it states; empty for none."""
    try:
        found = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    if found.year < 1970:
        return ""
    offset = found.utcoffset()
    return found.isoformat(timespec="seconds") if offset else f"{found:%Y-%m-%dT%H:%M:%S}Z"  # “-0000” is universal time, too
