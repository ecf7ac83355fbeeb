"""Signing: when a case is open, partly verified or signed off, what reopens it, and what a checker has looked at.

Rule (invariant 8): analyst and checker differ; a version is frozen when it is put up for signing; a change after that reopens the case,
and the next memo supersedes it. The state is computed from the claims, the sign-offs and the journal, never stored.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from workbench.domain.entities import Appearance, Assessment, Claim, Evidence, Origin, Passage
from workbench.domain.independence import OriginMeter, root_of
from workbench.domain.records import Review, SignedMemo
from workbench.domain.statuses import Status
from workbench.domain.terms import Term
from workbench.domain.vocabulary import CaseState, ReviewVerdict

ASIDE = frozenset({"memos", "sign_offs", "reviews", "searches", "checked", "dismissals"})
"""Tables whose rows no memo prints: a change in them leaves a signed version as it was signed."""
_CANONICAL = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"))


class PassState(Term):
    """Where one item of the checker's pass stands. `changed`: it is no longer what the checker looked at, so the word on it is void."""

    TODO = "to_do", "to do"
    AGREED = "agreed", "agreed"
    QUERIED = "queried", "queried"
    CHANGED = "changed", "changed since you looked"

    @property
    def glyph(self) -> str:
        """The sign that stands for the word beside colour."""
        return {"to_do": "○", "agreed": "✓", "queried": "?", "changed": "↻"}[self.value]


def latest(memos: Sequence[SignedMemo]) -> SignedMemo | None:
    """The last version put up for signing."""
    return memos[-1] if memos else None


def case_state(claims: Iterable[Claim], memos: Sequence[SignedMemo], *, changed: bool) -> CaseState:
    """Signed off while the last version has both names and nothing in it `changed` since; partly verified once a claim has a status."""
    last = latest(memos)
    if last and last.signed and not changed:
        return CaseState.SIGNED
    return CaseState.PARTLY if any(claim.status is not Status.OPEN for claim in claims) else CaseState.OPEN


def same_person(one: str, other: str) -> bool:
    """Whether two names are one person's: letters' case, white space, ways to write an accent and signs nobody sees make no difference."""
    return _plain(one) == _plain(other)


@lru_cache(maxsize=100)
def _plain(name: str) -> str:
    seen = "".join(c for c in unicodedata.normalize("NFKC", name) if unicodedata.category(c) != "Cf")
    return " ".join(seen.casefold().split())


def pass_state(review: Review | None, seen: str) -> PassState:
    """What a checker's last word on an item is worth, now that the item's digest is `seen`."""
    if review is None:
        return PassState.TODO
    if review.seen != seen:
        return PassState.CHANGED
    return PassState.AGREED if review.verdict is ReviewVerdict.AGREES else PassState.QUERIED


def seen_claim(claim: Claim, assessment: Assessment | None, meter: OriginMeter) -> str:
    """SHA-256, hex, of what a checker sees of a claim: its words, kind, dates, status, basis, denial, reason, override, what would
    change it, its assessment, and its origin meter (articles, roots, unattributed), since the status rests on that.

    Not hashed: number, priority, review date and the desk's own note, which say nothing about whether the status is right.
    """
    verdict = _chosen(claim, "status", "basis", "denied_by", "denied_on", "reason", "override_reason", "would_change")
    told = _chosen(claim, "text", "kind", "event_date", "as_of") | verdict
    judged = _chosen(assessment, "credibility", "likelihood", "confidence") if assessment else {}
    return _digest({"claim": told, "assessment": judged or None, "meter": [meter.articles, sorted(meter.roots), meter.unattributed]})


def seen_appearance(
    claim: Claim, found: Appearance, passage: Passage | None, origins: Mapping[int, Origin], statement: Passage | None = None
) -> str:
    """SHA-256, hex, of what a checker sees of an appearance: the claim's words, the article, place and words of the passage, stance,
    attribution, verb, hedge, wire, the origin with its root, and the words that state it, and a translation."""
    said = _chosen(found, "article_id", "stance", "attributed_to", "verb", "hedge", "via", "origin_basis")
    told: dict[str, object] = {"claim": claim.text, "said": said, "passage": _place(passage), "origin": _source(found.origin_id, origins)}
    told |= {"statement": _place(statement)} if statement else {}  # without one as before there were any
    told |= {"translation": [found.translation, found.translated_by, found.translated_how]} if found.translation else {}
    return _digest(told)


def seen_evidence(claim: Claim, link: Evidence, passage: Passage | None, origins: Mapping[int, Origin]) -> str:
    """SHA-256, hex, of what a checker sees of a link: the claim's words, relation, what it points to (place and words of a passage,
    article, address, document by its hash, note, day), the judgement of independence, and the origin with its root."""
    said = _chosen(
        link, "relation", "article_id", "url", "note", "name", "media_type", "document_sha256", "dated", "independent", "independent_reason"
    )
    return _digest({"claim": claim.text, "said": said, "passage": _place(passage), "origin": _source(link.origin_id, origins)})


def _chosen(value: Claim | Assessment | Appearance | Evidence, *names: str) -> dict[str, object]:
    return {name: getattr(value, name) for name in names}


def _place(passage: Passage | None) -> list[object] | None:
    if passage is None:
        return None
    anchor = passage.anchor
    here = [anchor.start, anchor.end, anchor.exact, anchor.prefix, anchor.suffix]
    return here if passage.place else [*here, "lost"]


def _source(origin_id: int | None, origins: Mapping[int, Origin]) -> list[object] | None:
    """An origin as it counts: its own fields, and the root it goes back to."""
    origin = origins.get(origin_id) if origin_id is not None else None
    if origin is None:
        return None
    root = origins.get(root_of(origin.id, origins), origin)
    return [origin.name, origin.kind, origin.reliability, origin.interest, origin.anonymous, root.id, root.name]


def _digest(told: dict[str, object]) -> str:
    return hashlib.sha256(_CANONICAL.encode(told).encode()).hexdigest()
