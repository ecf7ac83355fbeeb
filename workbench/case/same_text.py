"""What a new article is to those that are there: another save of one, one text in two papers, another version. Said at the door; nothing is
left out."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from enum import Enum
from typing import NamedTuple

from workbench.case.shared_text import Shared, SharedText, runs_of, sampled, shared
from workbench.domain.draft import Draft, DraftZone
from workbench.domain.entities import Metadatum, Zone
from workbench.domain.vocabulary import LIVE, Field
from workbench.importers.addresses import place_of
from workbench.storage import Reader

FEWEST = 40
"""Letters and figures below which a text is too short to be told by its words."""
_SIGNS = re.compile(r"[\W_]+")


class Kinship(Enum):
    """What a new article is to one that was there before: the words for it take its number and the share that both have."""

    ANOTHER_SAVE = "The same text as Ex. {0}: a copy of it, which adds no source."
    PRINTED_TWICE = "The same text as Ex. {0}, under another publisher's name: one text printed twice is one origin."
    ANOTHER_VERSION = "Another version of Ex. {0}: the page gives the same address, and its words differ. Compare the two."
    MUCH_THE_SAME = "Much the same text as Ex. {0} ({1:.0%} of the shorter one, in the same order): perhaps another version of it."
    REWORKED = (
        "Much the same text as Ex. {0}, under another publisher's name ({1:.0%} of the shorter one, in the same order): one text reworked"
        " is one origin."
    )
    SHARES = "It shares text with Ex. {0} ({1:.0%} of the shorter one, in the same order): perhaps they have it from one origin."


VERSIONS = frozenset({Kinship.ANOTHER_VERSION, Kinship.MUCH_THE_SAME})
"""Other words of the same article."""
SAME = frozenset({Kinship.ANOTHER_SAVE, Kinship.PRINTED_TWICE})
"""The same words."""


class Before(NamedTuple):
    """An article that was there before a new one, and what the new one is to it; `share` is what they share of the shorter one."""

    article_id: int
    kinship: Kinship
    share: float = 1.0

    @property
    def remark(self) -> str:
        return self.kinship.value.format(self.article_id, self.share)

    @property
    def version_of(self) -> int | None:
        """The article that the new one belongs with; none where two papers printed one text, or parts of it."""
        return self.article_id if self.kinship in VERSIONS or self.kinship is Kinship.ANOTHER_SAVE else None


class Likeness(NamedTuple):
    """What an article is told by: a hash of its words, "" for one that is too short, and the sample of the runs of its words."""

    words: str
    sample: array[int]


def likeness_of(text: str, zones: Sequence[DraftZone | Zone]) -> Likeness:
    return Likeness(words_of(text, zones), sampled(runs_of(text, zones)))


def words_of(text: str, zones: Iterable[DraftZone | Zone]) -> str:
    """What tells a text by its words: a hash of the letters and figures of what is the article, whatever its signs, spaces and capitals;
    "" for one that is too short for that."""
    own = "".join(text[zone.start : zone.end] + " " for zone in sorted(zones, key=lambda zone: zone.start) if zone.kind in LIVE)
    letters = _SIGNS.sub("", unicodedata.normalize("NFKC", own).casefold())
    return hashlib.sha256(letters.encode("utf-8", "surrogatepass")).hexdigest() if len(letters) >= FEWEST else ""


def with_remark(draft: Draft, before: Before | None) -> Draft:
    """The draft with a warning that says what it is to an article that was there before."""
    return replace(draft, warnings=(*draft.warnings, before.remark)) if before else draft


class SameTexts:
    """The articles of a case by their words and addresses, as they are when it is made. `known` keeps what was worked out before, by text
    and zones."""

    def __init__(self, reader: Reader, known: dict[str, Likeness]) -> None:
        self._known: dict[str, int] = {}
        self._places: dict[str, int] = {}
        self._publishers: dict[int, str | None] = {}
        self._shared = SharedText()
        for article in reader.articles():
            zones = reader.zones(article.id)
            key = f"{article.text_sha256} {[(z.start, z.end) for z in zones if z.kind in LIVE]}"
            if key not in known:
                known[key] = likeness_of(reader.text(article.id), zones)
            self.add(known[key], article.id, article.metadata)

    def before(self, reader: Reader, likeness: Likeness, draft: Draft, text_sha256: str) -> Before | None:
        """The first article with the words of a new one, else the last from the same address, else the one that shares the most text."""
        publisher = _publisher(draft.metadata)
        found = self._known.get(likeness.words) if likeness.words else None
        if found is not None:
            return Before(found, Kinship.PRINTED_TWICE if self._is_another(publisher, found) else Kinship.ANOTHER_SAVE)
        earlier = self._places.get(_place(draft.metadata))
        if earlier is not None:
            return Before(earlier, Kinship.ANOTHER_VERSION)
        most = self._most_shared(reader, likeness, draft, text_sha256)
        if most is None:
            return None
        another = self._is_another(publisher, most.article_id)
        if most.is_much:
            return Before(most.article_id, Kinship.REWORKED if another else Kinship.MUCH_THE_SAME, most.share)
        same = publisher is not None and not another and self._publishers[most.article_id] is not None
        return None if same else Before(most.article_id, Kinship.SHARES, most.share)  # an outlet uses its own background again

    def _is_another(self, publisher: str | None, article_id: int) -> bool:
        return len({publisher, self._publishers[article_id]} - {None}) > 1

    def _most_shared(self, reader: Reader, likeness: Likeness, draft: Draft, text_sha256: str) -> Shared | None:
        """The article that shares the most, all words of both counted."""
        candidates = self._shared.candidates(likeness.sample)
        if not candidates:
            return None
        runs = runs_of(reader.text_with(text_sha256), draft.zones)
        found = (shared(each, runs, runs_of(reader.text(each), reader.zones(each))) for each in candidates)
        return max(filter(None, found), key=lambda each: (each.share, -each.article_id), default=None)

    def add(self, likeness: Likeness, article_id: int, metadata: Mapping[Field, Metadatum]) -> None:
        """Know one more; of several versions the one that came in last."""
        self._known.setdefault(likeness.words, article_id)
        self._publishers[article_id] = _publisher(metadata)
        self._shared.add(article_id, likeness.sample)
        if place := _place(metadata):
            self._places[place] = article_id


def _publisher(metadata: Mapping[Field, Metadatum]) -> str | None:
    found = metadata.get(Field.PUBLISHER)
    return found.value.casefold() if found and found.value else None


def _place(metadata: Mapping[Field, Metadatum]) -> str:
    found = metadata.get(Field.ADDRESS)
    return place_of(found.value) if found and found.value else ""
