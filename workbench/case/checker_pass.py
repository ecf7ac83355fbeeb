"""The checker's pass: every claim and each of its citations, in reading order, agreed to or queried by somebody who is not the analyst.

A word on an item holds for what was looked at: it carries the digest of that (domain.signing), and a later change of it makes it void.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from workbench.case.claim_view import ClaimView, claim_views
from workbench.case.merging import refuse_merged
from workbench.case.noun import Noun, kept, words
from workbench.domain.changes import Changes
from workbench.domain.entities import Appearance, Evidence, Origin, Passage
from workbench.domain.errors import RuleBroken
from workbench.domain.records import Review
from workbench.domain.signing import PassState, pass_state, same_person, seen_appearance, seen_claim, seen_evidence
from workbench.domain.vocabulary import ReviewVerdict
from workbench.storage import Reader


@dataclass(frozen=True, slots=True)
class PassItem:
    """One thing for the checker to look at: a claim, or one citation of it (an appearance or a link). `seen` is its digest now."""

    view: ClaimView
    seen: str
    state: PassState
    review: Review | None
    appearance: Appearance | None = None
    evidence: Evidence | None = None
    passage: Passage | None = None
    origin: Origin | None = None

    @property
    def key(self) -> int:
        """A number of its own among all items of a case."""
        if self.appearance:
            return self.appearance.id * 3 + 1
        return self.evidence.id * 3 + 2 if self.evidence else self.view.claim.id * 3

    @property
    def article_id(self) -> int | None:
        if self.appearance:
            return self.appearance.article_id
        return self.evidence.article_id if self.evidence else None

    @property
    def name(self) -> str:
        """What it is, in a word or two: "C3", "C3 in Ex. 2", "evidence for C3"."""
        number = self.view.claim.number
        if self.appearance:
            return f"{number} in Ex. {self.appearance.article_id}"
        return f"{number}, evidence" + (f" in Ex. {self.article_id}" if self.article_id else "") if self.evidence else number


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a pass is. `text` says it: "31 of 106 agreed, 2 queried, 1 changed since"."""

    agreed: int
    queried: int
    changed: int
    total: int

    @property
    def text(self) -> str:
        more = [f"{count} {word}" for count, word in ((self.queried, "queried"), (self.changed, "changed since")) if count]
        return ", ".join([f"{self.agreed} of {self.total} agreed", *more])


class Passing(Noun):
    def items(self, checker: str, ids: frozenset[int] | None = None) -> list[PassItem]:
        """Every claim (or those named) by number, each followed by its appearances in the order of articles and places and its links."""
        with self._file.read() as reader:
            return list(_items(reader, checker, ids))

    def checker(self) -> str:
        """Who checks: the name of the case, else the last one to look at anything; empty when nobody has yet."""
        with self._file.read() as reader:
            info, said = reader.info(), reader.reviews()
        names = [info.checker, *(r.checker for r in reversed(said))]
        return next((n for n in names if n.strip() and not same_person(n, info.analyst)), "")

    def refusal(self, checker: str) -> str:
        """Why that person cannot check this case, in words; empty when they can (invariant 8)."""
        with self._file.read() as reader:
            analyst = reader.info().analyst
        if not words(checker):
            return "Who checks? A name, please: it stands beside every word of this pass."
        return f"{words(checker)} is the analyst of this case. Somebody else checks it." if same_person(checker, analyst) else ""

    def review(self, item: PassItem, verdict: ReviewVerdict, checker: str, note: str = "") -> Changes:
        """Agree with an item or query it, as it was shown. A query needs a note. Raises RuleBroken."""
        if why := self.refusal(checker):
            raise RuleBroken("checker", why)
        said = kept(note).strip()
        if verdict is ReviewVerdict.QUERIES and not said:
            raise RuleBroken("query", "Say what the query is.")
        values = {
            "claim_id": item.view.claim.id, "appearance_id": item.appearance.id if item.appearance else None,
            "evidence_id": item.evidence.id if item.evidence else None, "verdict": verdict, "checker": words(checker),
            "reviewed_at": datetime.now(UTC).isoformat(timespec="seconds"), "note": said, "seen": item.seen,
        }  # fmt: skip
        verb = "agrees with" if verdict is ReviewVerdict.AGREES else "queries"
        with self._file.operation(f"{values['checker']} {verb} {item.name}", said) as operation:
            reader = operation.reader
            _refuse_moved(reader, item)
            own = _last(reader.reviews(claim_id=item.view.claim.id), checker).get(item.key)
            if own:
                operation.update("reviews", own.id, **values)
            else:
                operation.insert("reviews", **values)
        return operation.changes

    def missing(self, checker: str) -> tuple[str, ...]:
        """What a checker has not agreed with yet, in words; empty when the pass is complete."""
        items = self.items(checker)
        rest = [item for item in items if item.state is not PassState.AGREED]
        if not rest:
            return ()
        first = ", ".join(f"{item.name} ({item.state.label})" for item in rest[:3])
        return (f"The checker's pass is not complete: {progress(items).text}. Next: {first}.",)


def _refuse_moved(reader: Reader, item: PassItem) -> None:
    """Raise RuleBroken for what was carried, merged or deleted since it was shown: what is said of it would stand elsewhere."""
    claim = item.view.claim.id
    refuse_merged(reader.claim(claim))
    owners = {reader.appearance(item.appearance.id).claim_id} if item.appearance else set()
    owners |= {reader.evidence_link(item.evidence.id).claim_id} if item.evidence else set()
    if owners - {claim}:
        raise RuleBroken("checker", f"{item.name} belongs to another claim by now. Look at it again.")


def progress(items: Iterable[PassItem]) -> Progress:
    """Count the items by where they stand."""
    count = Counter(item.state for item in items)
    return Progress(count[PassState.AGREED], count[PassState.QUERIED], count[PassState.CHANGED], count.total())


def _items(reader: Reader, checker: str, ids: frozenset[int] | None) -> Iterator[PassItem]:
    owner = {} if ids is None else {"claim_id": ids}
    views, origins = claim_views(reader, ids), reader.origins()
    held = [p for v in views for a in v.appearances for p in (a.passage_id, a.statement_id)]
    held += [e.passage_id for v in views for e in v.evidence]
    passages = reader.passages() if ids is None else reader.passages(id=[i for i in held if i])
    said = _last(reader.reviews(**owner), checker)
    for view in views:
        yield _item(PassItem(view, seen_claim(view.claim, view.assessment, view.meter), PassState.TODO, None), said)
        for found in sorted(view.appearances, key=lambda a: _place(a, passages)):
            passage = passages.get(found.passage_id or 0)
            seen = seen_appearance(view.claim, found, passage, origins, passages.get(found.statement_id or 0))
            origin = origins.get(found.origin_id or 0)
            yield _item(PassItem(view, seen, PassState.TODO, None, appearance=found, passage=passage, origin=origin), said)
        for link in view.evidence:
            passage = passages.get(link.passage_id or 0)
            seen = seen_evidence(view.claim, link, passage, origins)
            origin = origins.get(link.origin_id or 0)
            yield _item(PassItem(view, seen, PassState.TODO, None, evidence=link, passage=passage, origin=origin), said)


def _item(bare: PassItem, said: dict[int, Review]) -> PassItem:
    review = said.get(bare.key)
    if review is None:
        return bare
    state = pass_state(review, bare.seen)
    return PassItem(bare.view, bare.seen, state, review, bare.appearance, bare.evidence, bare.passage, bare.origin)


def _place(found: Appearance, passages: dict[int, Passage]) -> tuple[int, int, int]:
    passage = passages.get(found.passage_id or 0)
    return found.article_id, passage.anchor.start if passage else -1, found.id


def _last(reviews: Iterable[Review], checker: str) -> dict[int, Review]:
    """A checker's last word by the key of its item."""
    return {_key(review): review for review in reviews if same_person(review.checker, checker)}


def _key(review: Review) -> int:
    if review.appearance_id:
        return review.appearance_id * 3 + 1
    return review.evidence_id * 3 + 2 if review.evidence_id else review.claim_id * 3
