"""What goes into the index and what comes out of it, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from workbench.domain.spans import Span

KINDS = ("article", "claim", "note", "evidence", "furniture")
"""What can be searched; `in:` takes the plural of each. Furniture, what stands around an article, is searched only when asked for."""

Facet = tuple[tuple[str, int], ...]
"""Values with the number of hits that have them, most frequent first."""


@dataclass(frozen=True, slots=True)
class IndexDocument:
    """One thing to be found. (kind, id) is its key; `text` is what spans of hits refer to, in code points.

    `language` is an ISO 639 code or "" (then guessed from the script); `published` an ISO date, "date/date", or "".
    `zones` are (start, end, kind) over `text`. Keys of `extra` that are read, each a word or a sequence of words:
    `status` (the stored word), `origins` (names of origins), `claims` (numbers of the claims it belongs to).
    """

    kind: str
    id: int
    text: str
    title: str = ""
    publisher: str = ""
    author: str = ""
    language: str = ""
    published: str = ""
    zones: tuple[tuple[int, int, str], ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Snippet:
    """An excerpt: `text` begins at code point `start` of the document; `spans` are marked parts of `text` itself."""

    text: str
    start: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """One document found. `spans` are code points into its text, ascending; empty when only its fields fit the query."""

    kind: str
    id: int
    score: float
    spans: tuple[Span, ...]
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class Match:
    """A word or phrase as the text writes it, how often, and how it comes to fit: one of the words of `HOW`."""

    written: str
    times: int
    how: str


AS_TYPED, OTHER_FORM, OTHER_SPELLING = "as typed", "another form of the word", "another spelling of the name"
APART = "written apart or together"
BEGINS_SO, FITS_PATTERN, FUZZY, NEAR_EACH_OTHER = "begins so", "fits the pattern", "a letter or two different", "near each other"
HOW = (AS_TYPED, OTHER_FORM, APART, OTHER_SPELLING, BEGINS_SO, FITS_PATTERN, FUZZY, NEAR_EACH_OTHER)


@dataclass(frozen=True, slots=True)
class Reason:
    """What one part of a query, `asked` as it is typed, has to do with one document.

    `field` is "text" or a field of the query language; `zones` counts the places in the text by kind of zone. `documents` is
    how many documents of the index have it, of `count`. `weight` is its part of the hit's score: BM25 (see `ranking`); the weights
    of all reasons add up to the score.
    """

    asked: str
    field: str
    matches: tuple[Match, ...]
    zones: tuple[tuple[str, int], ...]
    times: int
    documents: int
    count: int
    weight: float

    def __str__(self) -> str:
        words = ", ".join(f"“{one.written}” {one.times} × ({one.how})" for one in self.matches) or f"{self.times} ×"
        place = "" if self.field == "text" else f" as {self.field}"
        zones = "; " + ", ".join(f"{times} in the {kind}" for kind, times in self.zones) if self.zones else ""
        return f"{self.asked}: {words}{place}{zones}; found in {self.documents:,} of {self.count:,}; weighs {self.weight:.2f}"


@dataclass(frozen=True, slots=True)
class Results:
    """The best hits of `total`. `facets` counts all of them: kind, publisher, date, language, status, origin, zone.

    `also` are other spellings of names in the query that the case has; they were looked for, too.
    `notes` says in plain words what else is to be known of the answer (that the index is held in memory, for instance). `around` counts
    the articles that have the words only in what stands around them, which was not asked for.
    """

    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[str, Facet]
    notes: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    around: int = 0


NOTHING = Results(0, (), {})
