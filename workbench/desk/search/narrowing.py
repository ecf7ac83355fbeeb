"""Narrowing a search by its facets: each is one word of the query language. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.domain.days import day_words
from workbench.domain.statuses import Verdict
from workbench.domain.vocabulary import ZoneKind
from workbench.search.query import parse
from workbench.search.tree import KIND_NAMES

FACETS = (
    ("kind", "in", "Found in"),
    ("publisher", "publisher", "Publisher"),
    ("date", "published", "Published"),
    ("language", "lang", "Language"),
    ("status", "status", "Status"),
    ("origin", "origin", "Origin"),
    ("zone", "zone", "Part of the article"),
)
"""Each facet of the results, the field of the query language that narrows to it, and its words on screen."""
FIELDS = {facet: field for facet, field, _ in FACETS}
TITLES = {facet: title for facet, _, title in FACETS}
LANGUAGES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip
_PLURALS = {kind: plural for plural, kind in KIND_NAMES.items()}
_WORDS = re.compile(rf'(?:(?:^|\s+)(?:{"|".join(FIELDS.values())}):(?:"[^"]*"|[^\s()"]+))+$')
_WORD = re.compile(r'(\w+):(?:"([^"]*)"|([^\s()"]+))')


@dataclass(frozen=True, slots=True)
class Narrowing:
    """One value of a facet that the search is narrowed to."""

    facet: str
    value: str

    @property
    def word(self) -> str:
        """As it stands in a query."""
        field = FIELDS[self.facet]
        if self.facet == "kind":
            return f"{field}:{_PLURALS.get(self.value, self.value)}"
        if self.facet in ("publisher", "origin") or " " in self.value:
            return f'{field}:"{self.value.replace(chr(34), " ")}"'
        return f"{field}:{self.value}"

    @property
    def label(self) -> str:
        """The value as people say it."""
        if self.facet == "kind":
            return _PLURALS.get(self.value, self.value).capitalize()
        if self.facet == "date":
            return day_words(self.value)
        if self.facet == "language":
            return LANGUAGES.get(self.value, self.value)
        if self.facet == "status":
            return next((f"{v.glyph} {v.label.capitalize()}" for v in Verdict if v.value == self.value), self.value)
        if self.facet == "zone":
            return next((z.label for z in ZoneKind if z.value == self.value), self.value)
        return self.value


def joined(text: str, narrowed: Sequence[Narrowing]) -> str:
    """The whole query: what was typed and what it is narrowed to."""
    text = text.strip()
    if not narrowed:
        return text
    grouped = f"({text})" if re.search(r"\bOR\b", text) else text
    return " ".join(filter(None, (grouped, *(n.word for n in narrowed))))


def split(query: str) -> tuple[str, tuple[Narrowing, ...]]:
    """The inverse of `joined`: what stands at the end of a query and only narrows it is taken off, if what is left means the same."""
    match = _WORDS.search(query)
    if not match:
        return query, ()
    facets = {field: facet for facet, field in FIELDS.items()}
    found = [(facets[field], quoted or plain) for field, quoted, plain in _WORD.findall(match.group())]
    narrowed = tuple(Narrowing(facet, KIND_NAMES.get(value, value) if facet == "kind" else value) for facet, value in found)
    rest = query[: match.start()].strip()
    bare = rest[1:-1] if rest.startswith("(") and rest.endswith(")") else rest
    for text in (bare, rest):
        whole = parse(text)
        if (not text or whole.tree is not None) and parse(joined(text, narrowed)).tree == parse(query).tree:
            return text, narrowed
    return query, ()
