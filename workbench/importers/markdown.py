"""Markdown: kept as written, marks and all, so that every offset is one of the file's own text."""

from __future__ import annotations

import re

from workbench.domain.draft import Draft, DraftZone
from workbench.domain.entities import Metadatum
from workbench.domain.vocabulary import Confidence, Field, ZoneKind
from workbench.importers.dates import iso_date
from workbench.importers.decoding import decoded
from workbench.importers.drafting import draft_of, there
from workbench.importers.metadata import guessed
from workbench.importers.normalise import normalised
from workbench.importers.page import Known
from workbench.importers.protocol import Fit
from workbench.importers.zones import proposed

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<inner>.{0,8000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_ENTRY = re.compile(r"^(?P<key>[A-Za-z_]{2,20}):[ \t]*(?P<value>\S.{0,400})$", re.MULTILINE)
_HEADING = re.compile(r"^(?P<heading>#[ \t]+\S.{0,400}|\S.{0,400}\n=+[ \t]*$)", re.MULTILINE)
_KEYS = {
    Field.TITLE: ("title",),
    Field.PUBLISHER: ("publisher", "site", "source", "outlet"),
    Field.AUTHOR: ("author", "authors", "byline"),
    Field.PUBLISHED: ("date", "published"),
    Field.LANGUAGE: ("lang", "language"),
}


class MarkdownImporter:
    """Markdown files with or without front matter."""

    kind = "Markdown"
    suffixes = (".md", ".markdown")
    media_type = "text/markdown"
    modules: tuple[str, ...] = ()

    def fit(self, suffix: str, data: bytes) -> Fit:
        """See Importer.fit. By its ending alone: any text is Markdown too."""
        return Fit.BY_NAME if suffix in self.suffixes else Fit.NONE

    def read(self, data: bytes, name: str, encoding: str | None) -> Draft:
        """See Importer.read."""
        found = decoded(data, name, encoding=encoding)
        text = there(normalised(found.text), data, name)
        front = _FRONT_MATTER.match(text)
        start = front.end() if front else 0
        heading = _HEADING.search(text, start)
        title = heading["heading"].split("\n")[0] if heading else ""
        zones, too_long = _zones(text, start, title)
        metadata = guessed(text, zones) | (_entries(front["inner"]) if front else {})
        return draft_of(text, found, self.media_type, "Markdown", metadata=metadata, zones=zones, warnings=too_long)


def _zones(text: str, start: int, title: str) -> tuple[tuple[DraftZone, ...], tuple[str, ...]]:
    rest, warnings = proposed(text[start:], Known(title))
    moved = tuple(DraftZone(z.start + start, z.end + start, z.kind, z.basis) for z in rest)
    if start == 0:
        return moved, warnings
    front = DraftZone(0, len(text[:start].rstrip()), ZoneKind.BOILERPLATE, "the file's front matter")
    return (front, *moved), warnings


def _entries(front_matter: str) -> dict[Field, Metadatum]:
    """Fields that the front matter states."""
    stated = {found["key"].casefold(): found["value"].strip().strip("\"'") for found in _ENTRY.finditer(front_matter)}
    fields: dict[Field, Metadatum] = {}
    for field, keys in _KEYS.items():
        key = next((key for key in keys if stated.get(key)), None)
        if key is None:
            continue
        value = iso_date(stated[key]) if field is Field.PUBLISHED else stated[key]
        if value:
            fields[field] = Metadatum(value, Confidence.HIGH, f"the file's front matter, “{key}”")
    return fields
