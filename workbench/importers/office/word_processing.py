"""The end of every reader of a word processor's documents: lines with what is set apart in them become a draft."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.domain.draft import Draft, DraftZone
from workbench.domain.entities import Metadatum
from workbench.domain.errors import ImportRefused
from workbench.domain.vocabulary import Confidence, Field, ZoneKind
from workbench.importers.dates import iso_date
from workbench.importers.decoding import Decoded
from workbench.importers.drafting import NOTHING, draft_of, there
from workbench.importers.limits import LARGEST_FILE, too_large
from workbench.importers.metadata import guessed
from workbench.importers.normalise import normalised
from workbench.importers.office.manuscript import HEADING, TITLE, Line
from workbench.importers.office.properties import Properties
from workbench.importers.page import Known, Mark
from workbench.importers.readings import numbered
from workbench.importers.without import without
from workbench.importers.zones import proposed

_LONGEST = 500
XML = Decoded("", "utf-8", "the format says so: its parts are XML")


@dataclass(frozen=True, slots=True)
class Written:
    """A document as its format's reader wrote it: lines in order, the first of each rank of heading, what to warn of."""

    lines: Sequence[Line]
    headings: dict[int, str]
    properties: Properties
    warnings: tuple[str, ...] = ()
    otherwise: str = NOTHING
    """Why there may be no text, where that is known."""


def drafted(written: Written, data: bytes, name: str, kind: str, media_type: str, found: Decoded = XML) -> Draft:
    """The draft of a document. Raises ImportRefused for one without text, and for one with more than a file may have."""
    title = written.headings.get(TITLE) or written.headings.get(HEADING) or ""
    text, known = reading(written.lines, title)
    if len(text) > LARGEST_FILE:
        raise ImportRefused(name, too_large(len(text)))
    zones, too_long = proposed(there(text, data, name, written.otherwise), known)
    metadata = guessed(*without(text, zones, frozenset(known.aside)), text, zones)
    metadata |= _stated(metadata, written)
    return draft_of(
        text, found, media_type, numbered(kind, media_type), metadata=metadata, zones=zones, warnings=written.warnings + too_long
    )


def reading(lines: Sequence[Line], title: str) -> tuple[str, Known]:
    """The reading text of lines, and what is known of it."""
    parts: list[str] = []
    aside: dict[int, Mark] = {}
    cuts: list[DraftZone] = []
    at = 0
    for line in lines:
        words = "".join(piece for piece, _ in line).rstrip()
        spans, marks = _spans(line)
        is_aside = len(marks) == 1 and None not in marks
        kept = words.lstrip() if is_aside else words
        kept = kept if parts else kept.removeprefix("\ufeff")
        shift = at - (len(words) - len(kept))
        if is_aside:
            aside[at] = spans[0][2]
        else:
            cuts += [DraftZone(start + shift, end + shift, mark.kind, mark.basis) for start, end, mark in spans]
        parts.append(kept)
        at += len(kept) + 1
    return "\n".join(parts), Known(title, aside=aside, cuts=tuple(cuts))


def _spans(line: Line) -> tuple[list[tuple[int, int, Mark]], set[tuple[ZoneKind, str] | None]]:
    """What is set apart in a line, from where to where without white space at its edges; and all that its words are, None among it
    where some are the text's own."""
    spans: list[tuple[int, int, Mark]] = []
    marks: set[tuple[ZoneKind, str] | None] = set()
    at, last = 0, None
    for words, mark in line:
        core = words.strip()
        start = at + len(words) - len(words.lstrip())
        at += len(words)
        if not core:
            continue
        if mark is None:
            marks.add(None)
        elif mark == last:
            spans[-1] = (spans[-1][0], start + len(core), mark)
        else:
            spans.append((start, start + len(core), mark))
            marks.add((mark.kind, mark.basis))
        last = mark
    return spans, marks


def _stated(guesses: dict[Field, Metadatum], written: Written) -> dict[Field, Metadatum]:
    """What the document's style and properties say, where the text does not say it better."""
    said = written.properties
    found: dict[Field, Metadatum] = {}
    if title := written.headings.get(TITLE):
        found[Field.TITLE] = Metadatum(title[:_LONGEST], Confidence.HIGH, "the paragraph in the style of a title")
    elif (title := _line(said.title)) and guesses[Field.TITLE].value is None:
        found[Field.TITLE] = Metadatum(title, Confidence.LOW, "the title in the file's properties; no line of the text stands as one")
    if (author := _line(said.author)) and guesses[Field.AUTHOR].value is None:
        found[Field.AUTHOR] = Metadatum(author, Confidence.LOW, "the author in the file's properties: who made the file")
    if (day := iso_date(said.modified[:10])) and guesses[Field.MODIFIED].value is None:
        found[Field.MODIFIED] = Metadatum(day, Confidence.LOW, "the file's properties: when it was last saved")
    language = re.match(r"[a-z]{2,3}(?![a-z])", said.language.lower())
    if language and guesses[Field.LANGUAGE].confidence in (None, Confidence.LOW):
        found[Field.LANGUAGE] = Metadatum(language[0], Confidence.LOW, "the language that the file says its text is in")
    return found


def _line(value: str) -> str:
    """A value of the properties on one line."""
    return " ".join(normalised(value).split())[:_LONGEST]
