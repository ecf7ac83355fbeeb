"""Articles with the same words: another save of one article, or one text in two papers. Said at the door; nothing is left out."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from workbench.domain.draft import Draft, DraftZone
from workbench.domain.entities import Metadatum, Zone
from workbench.domain.vocabulary import LIVE, Field
from workbench.storage import Reader

FEWEST = 40
"""Letters and figures below which a text is too short to be told by its words."""
_SIGNS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Before:
    """An article that was there before, with the same words; `another_save` where nothing says that another paper printed them."""

    article_id: int
    another_save: bool

    @property
    def remark(self) -> str:
        if self.another_save:
            return f"The same text as Ex. {self.article_id}: another copy of one article, not a second article."
        return f"The same text as Ex. {self.article_id}, by another publisher: one text printed twice rests on one origin."


def words_of(text: str, zones: Iterable[DraftZone | Zone]) -> str:
    """What tells a text by its words: a hash of the letters and figures of what is the article, whatever its signs, spaces and capitals;
    "" for one that is too short for that."""
    own = "".join(text[zone.start : zone.end] + " " for zone in sorted(zones, key=lambda zone: zone.start) if zone.kind in LIVE)
    letters = _SIGNS.sub("", unicodedata.normalize("NFKC", own).casefold())
    return hashlib.sha256(letters.encode("utf-8", "surrogatepass")).hexdigest() if len(letters) >= FEWEST else ""


def with_remark(draft: Draft, before: Before | None) -> Draft:
    """The draft with a warning that its text is there already."""
    return replace(draft, warnings=(*draft.warnings, before.remark)) if before else draft


class SameTexts:
    """The articles of a case by their words. What was read once is remembered: a text never changes."""

    def __init__(self) -> None:
        self._words: dict[str, str] = {}
        self._known: dict[str, tuple[int, str | None]] = {}

    def learn(self, reader: Reader) -> None:
        """Know every article that is there now."""
        self._known = {}
        for article in reader.articles():
            zones = reader.zones(article.id)
            key = f"{article.text_sha256} {[(z.start, z.end) for z in zones if z.kind in LIVE]}"
            if key not in self._words:
                self._words[key] = words_of(reader.text(article.id), zones)
            self.add(self._words[key], article.id, article.metadata)

    def before(self, words: str, metadata: Mapping[Field, Metadatum]) -> Before | None:
        """The first article with these words; `metadata` are those of the new one."""
        found = self._known.get(words) if words else None
        if found is None:
            return None
        publishers = {found[1], _publisher(metadata)} - {None}
        return Before(found[0], another_save=len(publishers) < 2)

    def add(self, words: str, article_id: int, metadata: Mapping[Field, Metadatum]) -> None:
        """Know one more."""
        self._known.setdefault(words, (article_id, _publisher(metadata)))


def _publisher(metadata: Mapping[Field, Metadatum]) -> str | None:
    found = metadata.get(Field.PUBLISHER)
    return found.value.casefold() if found and found.value else None
