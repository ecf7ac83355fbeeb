"""What a new article is to those that are there: another save of one, one text in two papers, another version. Said at the door; nothing is
left out."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import Enum
from typing import NamedTuple

from workbench.domain.draft import Draft, DraftZone
from workbench.domain.entities import Metadatum, Zone
from workbench.domain.vocabulary import LIVE, Field
from workbench.importers.addresses import place_of
from workbench.storage import Reader

FEWEST = 40
"""Letters and figures below which a text is too short to be told by its words."""
_SIGNS = re.compile(r"[\W_]+")


class Kinship(Enum):
    """What a new article is to one that was there before."""

    ANOTHER_SAVE = "The same text as Ex. {}: a copy of it, which adds no source."
    PRINTED_TWICE = "The same text as Ex. {}, under another publisher's name: one text printed twice is one origin."
    ANOTHER_VERSION = "Another version of Ex. {}: the page gives the same address, and its words differ. Compare the two."


class Before(NamedTuple):
    """An article that was there before a new one, and what the new one is to it."""

    article_id: int
    kinship: Kinship

    @property
    def remark(self) -> str:
        return self.kinship.value.format(self.article_id)

    @property
    def version_of(self) -> int | None:
        """The article that the new one belongs with; none where two papers printed one text."""
        return None if self.kinship is Kinship.PRINTED_TWICE else self.article_id


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
    """The articles of a case by their words and addresses, as they are when it is made. `hashes` keeps what was worked out before, by text
    and zones."""

    def __init__(self, reader: Reader, hashes: dict[str, str]) -> None:
        self._known: dict[str, tuple[int, str | None]] = {}
        self._places: dict[str, int] = {}
        for article in reader.articles():
            zones = reader.zones(article.id)
            key = f"{article.text_sha256} {[(z.start, z.end) for z in zones if z.kind in LIVE]}"
            if key not in hashes:
                hashes[key] = words_of(reader.text(article.id), zones)
            self.add(hashes[key], article.id, article.metadata)

    def before(self, words: str, metadata: Mapping[Field, Metadatum]) -> Before | None:
        """The first article with these words, else the last from the same address; `metadata` are those of the new one."""
        found = self._known.get(words) if words else None
        if found is None:
            earlier = self._places.get(_place(metadata))
            return Before(earlier, Kinship.ANOTHER_VERSION) if earlier is not None else None
        publishers = {found[1], _publisher(metadata)} - {None}
        return Before(found[0], Kinship.ANOTHER_SAVE if len(publishers) < 2 else Kinship.PRINTED_TWICE)

    def add(self, words: str, article_id: int, metadata: Mapping[Field, Metadatum]) -> None:
        """Know one more; of several versions the one that came in last."""
        self._known.setdefault(words, (article_id, _publisher(metadata)))
        if place := _place(metadata):
            self._places[place] = article_id


def _publisher(metadata: Mapping[Field, Metadatum]) -> str | None:
    found = metadata.get(Field.PUBLISHER)
    return found.value.casefold() if found and found.value else None


def _place(metadata: Mapping[Field, Metadatum]) -> str:
    found = metadata.get(Field.ADDRESS)
    return place_of(found.value) if found and found.value else ""
