"""Citations: every passage that the memo quotes gets one number, in order of first mention, and is re-read.

Rule (invariants 1 and 2): the words at the place must be the words quoted, and neither the original nor the reading
text may differ from its recorded SHA-256; else the citation is printed as differing and the memo is a draft.
"""

from __future__ import annotations

import re
import unicodedata

from workbench.domain.anchors import holds
from workbench.domain.entities import Article, Passage
from workbench.domain.layout import place_of
from workbench.domain.plurals import counted, either
from workbench.domain.quoting import quoted
from workbench.domain.snapshot import Snapshot
from workbench.domain.spans import line_of
from workbench.domain.vocabulary import Field
from workbench.memo.model import Citation

_LANGUAGE = re.compile(r"[a-z]{2,3}(?=$|[-_])", re.IGNORECASE)


def right_to_left(text: str) -> bool:
    """Whether the first strong character is right-to-left (Unicode Bidirectional Algorithm, rules P2 and P3)."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False


def language_of(article: Article | None) -> str:
    """The article's language as two or three letters (ISO 639), or empty when unknown."""
    found = _LANGUAGE.match(article.value(Field.LANGUAGE) or "") if article else None
    return found.group().lower() if found else ""


def fault_of(snapshot: Snapshot, passage: Passage) -> str:
    """Why a passage no longer stands as quoted, in words; empty when it does."""
    text = snapshot.texts.get(passage.article_id)
    if text is None:
        return "the exhibit is not in the case"
    if passage.article_id in snapshot.hash_faults:
        return snapshot.hash_faults[passage.article_id] or "the exhibit no longer matches its hash"
    if passage.place is None:
        return "these words are no longer in the text as it was last read"
    return "" if holds(text, passage.anchor) else "other words stand at this place"


class CitationList:
    """Gives numbers to passages as they are cited, and keeps the list for the appendix."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._articles = {article.id: article for article in snapshot.articles}
        self._order: dict[int, int] = {}
        self._claims: dict[int, list[str]] = {}

    def cite(self, passage: Passage, claim: str) -> Citation:
        """The citation of this passage, numbered on first use."""
        self._order.setdefault(passage.id, len(self._order) + 1)
        claims = self._claims.setdefault(passage.id, [])
        if claim not in claims:
            claims.append(claim)
        return self._citation(passage)

    def quote(self, passage: Passage) -> str:
        """Its words, with what the page strikes out or hides of them in brackets; as they were where others stand there now."""
        if fault_of(self._snapshot, passage):
            return passage.anchor.exact
        return quoted(passage.anchor, self._snapshot.zones.get(passage.article_id, ()))

    def _citation(self, passage: Passage) -> Citation:
        anchor, article = passage.anchor, self._articles.get(passage.article_id)
        text = self._snapshot.texts.get(passage.article_id, "")
        return Citation(
            number=self._order[passage.id],
            exhibit=article.exhibit if article else f"Ex. {passage.article_id}",
            line=line_of(text, anchor.start),
            place=place_of(text, anchor.start, article.media_type, article.layout) if article else "",
            start=anchor.start,
            end=anchor.end,
            quote=self.quote(passage),
            fault=fault_of(self._snapshot, passage),
            claims=tuple(self._claims[passage.id]),
            language=language_of(article),
            right_to_left=right_to_left(anchor.exact),
        )

    def all(self) -> tuple[Citation, ...]:
        """Every citation given so far, in order of number."""
        return tuple(self._citation(self._snapshot.passages[passage_id]) for passage_id in self._order)


def banner(differing: int, broken_exhibits: int, unsound: int = 0) -> str:
    """The line that heads every page of a memo whose citations, exhibits or case file do not stand, else empty."""
    if differing:
        return f"DRAFT: {counted(differing, 'citation')} {either(differing, 'does', 'do')} not match"
    if broken_exhibits:
        return f"DRAFT: {counted(broken_exhibits, 'exhibit')} {either(broken_exhibits, 'does', 'do')} not match"
    if unsound:
        return f"DRAFT: the case file is not sound ({counted(unsound, 'fault')})"
    return ""
