"""The documents that a mail carries: each with a name that is safe to show and its bytes as they were before they were sent."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath

from workbench.domain.draft import Member
from workbench.importers.limits import LARGEST_CONTENTS, MOST_MEMBERS, NO_ROOM
from workbench.importers.mail.head import words_in
from workbench.importers.mail.parts import Part, head_at
from workbench.importers.mail.transfer import received

MESSAGES = frozenset({"message/rfc822", "message/global", "message/news"})
_LONGEST = 120
_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff/\\:*?"<>|]+')
_ENDINGS = {
    "text/plain": ".txt", "text/html": ".html", "text/csv": ".csv", "text/calendar": ".ics", "text/vcard": ".vcf", "text/rtf": ".rtf",
    "application/pdf": ".pdf", "application/rtf": ".rtf", "application/zip": ".zip", "application/json": ".json", "application/xml": ".xml",
    "text/xml": ".xml", "application/msword": ".doc", "application/vnd.ms-excel": ".xls", "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx", "application/epub+zip": ".epub",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx", "application/ms-tnef": ".dat", "image/jpeg": ".jpg",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx", "image/png": ".png", "image/gif": ".gif",
    "image/tiff": ".tif", "image/webp": ".webp", "image/svg+xml": ".svg", "audio/mpeg": ".mp3", "video/mp4": ".mp4", "text/markdown": ".md",
    "application/mbox": ".mbox", "application/vnd.ms-outlook": ".msg",
}  # fmt: skip
_ELSEWHERE = "the mail only says where it is kept. Get it from there, and add it as a file."
_BESIDE = "Apple Mail keeps it in another file. Save the mail from Apple Mail with its attachments."


class Names:
    """Names for what is inside one file, none given twice."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def of(self, wanted: str, ending: str = "") -> str:
        """A name as near to the one that is wanted as may be shown, with that ending where it has none."""
        name = " ".join(_UNSAFE.sub(" ", unicodedata.normalize("NFC", wanted)).split()).strip(". ")
        stem, suffix = PurePosixPath(name).stem, PurePosixPath(name).suffix
        if not suffix or len(suffix) > 12 or " " in suffix:
            stem, suffix = name, ending
        stem = stem[: _LONGEST - len(suffix)].rstrip(". ") or "attachment"
        first = name = f"{stem}{suffix}"
        while (key := name.casefold()) in self._given:
            self._given[first.casefold()] += 1
            name = f"{stem} ({self._given[first.casefold()]}){suffix}"
        self._given[key] = 1
        return name


def members_of(carried: Iterable[Part], pictures: set[str]) -> tuple[tuple[Member, ...], tuple[tuple[str, str], ...], tuple[str, ...]]:
    """The documents among the parts that a mail carries, those that cannot be had with the reason, and warnings. `pictures` are the content
    ids of what its page shows: that is no document of its own."""
    names, left = Names(), LARGEST_CONTENTS
    members: list[Member] = []
    refused: list[tuple[str, str]] = []
    warnings: list[str] = []
    for part in carried:
        if _is_shown(part, pictures):
            continue
        name = names.of(*_wanted(part))
        data, damage = received(part.body, part.head.coding)
        reason = _missing(part, data)
        if reason or len(members) >= MOST_MEMBERS or len(data) > left:
            refused.append((name, reason or NO_ROOM))
            continue
        warnings += [f"{name}: {damage}"] if damage else []
        members.append(Member(name, data))
        left -= len(data)
    return tuple(members), tuple(refused), tuple(warnings)


def _is_shown(part: Part, pictures: set[str]) -> bool:
    """Whether a part is a picture, font or style of the mail's own page."""
    known = words_in(part.head.raw("content-id")).strip("<> ") in pictures
    return (known and part.type.startswith(("image/", "font/", "text/css"))) or part.type == "text/css"


def _missing(part: Part, data: bytes) -> str:
    if part.type == "message/external-body":
        return _ELSEWHERE
    return _BESIDE if not data.strip() and "x-apple-content-length" in part.head else ""


def _wanted(part: Part) -> tuple[str, str]:
    """The name that the mail gives a part, and the ending for what it is."""
    ending = ".eml" if part.type in MESSAGES else _ENDINGS.get(part.type, "")
    given = part.head.parameter("filename", "content-disposition") or part.head.parameter("name")
    name = words_in(given.encode("latin-1") if all(c < "\u0100" for c in given) else given.encode("utf-8", "replace"))
    name = re.split(r"[/\\]", name)[-1]
    if not name and part.type in MESSAGES:
        name = subject_in(received(part.body[:100_000], part.head.coding)[0])
        return (f"{name}.eml" if name else "mail.eml"), ending
    return name or "attachment", ending or ".bin"


def subject_in(mail: bytes) -> str:
    """What a mail says it is about; empty where it does not."""
    return words_in(head_at(mail)[0].raw("subject"))
