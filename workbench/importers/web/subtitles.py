"""Subtitles (SubRip and WebVTT): every line of the file in its place, with its times; numbers and times are zones that fold away.

Tags that only say how words look are no words and are left out; who speaks stands before what is said.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace

from workbench.domain.draft import Draft, DraftZone
from workbench.domain.entities import Metadatum
from workbench.domain.errors import ImportRefused
from workbench.domain.vocabulary import Confidence, Field, ZoneKind
from workbench.importers.decoding import decoded
from workbench.importers.drafting import draft_of
from workbench.importers.metadata import guessed
from workbench.importers.normalise import normalised
from workbench.importers.page import Mark
from workbench.importers.protocol import Fit

_CLOCK = r"(?:\d{1,3}:)?\d{1,2}:\d{1,2}(?:[.,:]\d{1,3})?"
_TIMES = re.compile(rf"\s*{_CLOCK}\s*-->\s*{_CLOCK}(?:\s.*)?")
_FIRST_CUE = re.compile(rf"\s*(?:\d{{1,7}}[ \t]*\r?\n)?{_TIMES.pattern}".encode())
_VOICE = re.compile(r"<v(?:\.[^\s<>]{0,80})*[ \t]+([^<>\n]{1,200})>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:i|b|u|s|em|strong|font|c|v|lang|ruby|rt|span)(?:[.\s][^<>\n]{0,300})?>"
    r"|<(?:\d+:)?\d\d:\d\d\.\d{3}>|\{\\[^{}\n]{0,300}\}",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_LANGUAGE = re.compile(r"^Language:[ \t]*([A-Za-z]{2,3})\b", re.MULTILINE)
_TIME = Mark(ZoneKind.PAGE, "the number and the times of a subtitle")
_WORDS = Mark(ZoneKind.BODY, "the words of a subtitle")
_HEAD = Mark(ZoneKind.BOILERPLATE, "the head of the subtitle file")
_UNSEEN = Mark(ZoneKind.HIDDEN, "a part of the subtitle file that is not shown with the film")
MOST_ZONES = 50_000
"""Zones above which numbers and times are not set apart: no film has so many subtitles."""


class SrtImporter:
    """SubRip files: numbered blocks of a time line and lines of text."""

    kind = "SRT"
    suffixes = (".srt",)
    media_type = "application/x-subrip"
    modules: tuple[str, ...] = ()

    def fit(self, suffix: str, data: bytes) -> Fit:
        """See Format.fit. A file that begins with a number and times is one, whatever its ending."""
        if _FIRST_CUE.match(data[:400].removeprefix(b"\xef\xbb\xbf")):
            return Fit.BY_CONTENT
        return Fit.BY_NAME if suffix in self.suffixes else Fit.NONE

    def read(self, data: bytes, name: str, encoding: str | None) -> Draft:
        """See Importer.read."""
        return _read(data, name, encoding, self)


class VttImporter:
    """WebVTT files: as SubRip, with a head, notes, and tags for who speaks."""

    kind = "WebVTT"
    suffixes = (".vtt",)
    media_type = "text/vtt"
    modules: tuple[str, ...] = ()

    def fit(self, suffix: str, data: bytes) -> Fit:
        """See Format.fit."""
        if re.match(rb"WEBVTT[ \t\r\n]", data[:16].removeprefix(b"\xef\xbb\xbf")):
            return Fit.BY_CONTENT
        return Fit.BY_NAME if suffix in self.suffixes else Fit.NONE

    def read(self, data: bytes, name: str, encoding: str | None) -> Draft:
        """See Importer.read."""
        draft = _read(data, name, encoding, self)
        language = _LANGUAGE.search(draft.text[:2000].split("\n\n")[0])
        if language is None:
            return draft
        stated = Metadatum(language[1].lower(), Confidence.HIGH, "the head of the subtitle file")
        return replace(draft, metadata=draft.metadata | {Field.LANGUAGE: stated})


def _read(data: bytes, name: str, encoding: str | None, importer: SrtImporter | VttImporter) -> Draft:
    found = decoded(data, name, encoding=encoding)
    web = isinstance(importer, VttImporter)
    lines = normalised(found.text).split("\n")
    marks = list(_marks(lines, web=web))
    shown = [_shown(line, web=web) if mark is _WORDS else line for line, mark in zip(lines, marks, strict=True)]
    text, zones = "\n".join(shown), tuple(_zones(shown, marks))
    spoken = "\n".join(line for line, mark in zip(shown, marks, strict=True) if mark is _WORDS)
    if not spoken.strip():
        raise ImportRefused(name, f"0 of {len(data):,} bytes became text: there is no spoken word in it, only numbers and times.")
    warnings: tuple[str, ...] = ()
    if len(zones) > MOST_ZONES:
        end = len(text.rstrip())
        zones = (DraftZone(len(text) - len(text.lstrip()), end, ZoneKind.BODY, "too many subtitles to set their times apart"),)
        warnings = ("There are too many subtitles to set their times apart from their words.",)
    return draft_of(
        text, found, importer.media_type, importer.kind, metadata=guessed(spoken, ()), zones=zones, warnings=warnings
    )  # fmt: skip


def _marks(lines: list[str], *, web: bool) -> Iterator[Mark]:
    """What each line is. A number counts as one only right before times; a line of text that is a number stays text."""
    part: Mark | None = _HEAD if web and lines[0].startswith("WEBVTT") else None
    after_blank = True
    for index, line in enumerate(lines):
        blank = not line.strip()
        if blank:
            part = None
        elif web and after_blank and part is None and re.match(r"(?:NOTE|STYLE|REGION)(?:\s|$)", line) and not _leads(lines, index):
            part = _UNSEEN
        if _TIMES.fullmatch(line) and part is not _UNSEEN:
            part = None
            yield _TIME
        elif part is not None:
            yield part
        else:
            numbers = _leads(lines, index) and (line.strip().isdecimal() or (web and after_blank))
            yield _TIME if numbers else _WORDS
        after_blank = blank


def _leads(lines: list[str], index: int) -> bool:
    """Whether the next line is one of times."""
    return index + 1 < len(lines) and bool(_TIMES.fullmatch(lines[index + 1]))


def _shown(line: str, *, web: bool) -> str:
    """A line as it is shown: without what says how it looks, with the name of who speaks."""
    words = _TAG.sub("", _BREAK.sub(" ", _VOICE.sub(r"\1: ", line))) if "<" in line or "{" in line else line
    if web and "&" in words:
        words = " ".join(normalised(html.unescape(words)).split("\n"))
    return words


def _zones(lines: list[str], marks: list[Mark]) -> Iterator[DraftZone]:
    """The zones: lines of one kind that follow each other are one, but for a blank line between them."""
    held: DraftZone | None = None
    at = 0
    for line, mark in zip(lines, marks, strict=True):
        core = line.strip()
        if core:
            start = at + len(line) - len(line.lstrip())
            if held and held.kind is mark.kind and held.basis == mark.basis:
                held = replace(held, end=start + len(core))
            else:
                if held:
                    yield held
                held = DraftZone(start, start + len(core), mark.kind, mark.basis)
        elif held:
            yield held
            held = None
        at += len(line) + 1
    if held:
        yield held
