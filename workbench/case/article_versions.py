"""Two versions of one article: what the later one says otherwise, and what of the analyst's marks stands in it still."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from workbench.case.appearances import Attribution, insert_appearance
from workbench.case.carrying import Carrier, Fate
from workbench.case.noun import TRANSLATION, Noun
from workbench.case.passages import Mark
from workbench.checks.attribution_words import HEDGES
from workbench.checks.figures import figures
from workbench.domain.changes import Changes
from workbench.domain.entities import Appearance, Article, Passage, Zone
from workbench.domain.errors import RuleBroken
from workbench.domain.languages.shelf import language_of
from workbench.domain.plurals import counted, listed
from workbench.domain.review import is_due
from workbench.domain.spans import Span
from workbench.domain.statuses import Status
from workbench.domain.vocabulary import LIVE, OriginBasis
from workbench.storage import Operation, Reader

_HEDGE = re.compile(rf"\b(?:{HEDGES})\b", re.IGNORECASE)


class LineFate(StrEnum):
    """What became of a line of the article."""

    SAME = "the same"
    MOVED = "moved"
    CHANGED = "changed"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line in both versions, with its words in each; None and "" where it is not there. `remark` says what the change does: what is put
    more carefully or more firmly, which figures are others."""

    fate: LineFate
    old: Span | None
    new: Span | None
    was: str
    now: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class MarkFate:
    """What became of a marked passage of the earlier version: `owners` are the numbers of the claims and queries that have it, `now` the
    words at its place in the later one. `there` says that every claim has these words of the later version marked already."""

    passage_id: int
    words: str
    owners: tuple[str, ...]
    fate: Fate
    span: Span | None
    now: str
    there: bool


@dataclass(frozen=True, slots=True)
class Versions:
    """An earlier and a later version, side by side. `memos` are the signed versions of the memo that may rest on changed words."""

    earlier: Article
    later: Article
    lines: tuple[LineChange, ...]
    marks: tuple[MarkFate, ...]
    memos: tuple[str, ...] = ()

    def count(self, fate: LineFate) -> int:
        return sum(1 for line in self.lines if line.fate is fate)

    @property
    def to_carry(self) -> int:
        """How many marks of the earlier one can be set in the later one as they are."""
        return sum(1 for mark in self.marks if mark.span and mark.fate in (Fate.SAME, Fate.MOVED) and not mark.there)

    @property
    def shaken(self) -> tuple[str, ...]:
        """The claims and queries whose words have changed, are gone, or cannot be told any more in the later version."""
        lost = (owner for mark in self.marks if mark.fate not in (Fate.SAME, Fate.MOVED) for owner in mark.owners)
        return tuple(sorted(dict.fromkeys(lost), key=_by_number))

    @property
    def summary(self) -> str:
        """The comparison in a few sentences."""
        parts = [
            f"{counted(self.count(fate), 'paragraph')} {words}"
            for fate, words in ((LineFate.CHANGED, "changed"), (LineFate.GONE, "gone"), (LineFate.NEW, "new"), (LineFate.MOVED, "moved"))
            if self.count(fate)
        ]
        said = f"In {self.later.exhibit}, beside {self.earlier.exhibit}: {', '.join(parts) or 'the same words throughout'}."
        if self.shaken:
            said += f" Without the same words there: {listed(self.shaken)}."
        if self.memos:
            said += f" Signed, and perhaps resting on these words: memo {listed(self.memos)}."
        return said


@dataclass(slots=True)
class CarryReport:
    """What carrying did: marks that were set, and the claims that are to be looked at again because of it."""

    exhibit: str
    carried: int = 0
    to_review: tuple[str, ...] = ()
    changes: Changes = field(default_factory=Changes)

    @property
    def text(self) -> str:
        again = f" To be looked at again, because their words are not the same there: {listed(self.to_review)}." if self.to_review else ""
        return f"{counted(self.carried, 'mark')} carried to {self.exhibit}.{again}"


class ArticleVersions(Noun):
    def pairs(self) -> list[tuple[int, int]]:
        """The articles that are known as versions or other saves of one before: (earlier, later), the last that came first."""
        articles = self._views.articles()
        found = [(a.version_of, a.id) for a in articles.values() if a.version_of in articles]
        return [(earlier, later) for earlier, later in reversed(found) if earlier is not None]

    def compare(self, earlier: int, later: int) -> Versions:
        """Two articles as an earlier and a later version, whether they are known as such or not. Raises NotFound, and RuleBroken for an
        article beside itself."""
        if earlier == later:
            raise RuleBroken("versions", "These are one article. Choose two.")
        with self._file.read() as reader:
            old, new = reader.article(earlier), reader.article(later)
            carrier = Carrier(reader.text(earlier), reader.text(later))
            lines = tuple(_lines(carrier, reader.zones(earlier), reader.zones(later), language_of(new) or language_of(old)))
            marks = tuple(_marks(reader, carrier, earlier, later))
            signed = [memo for memo in reader.memos() if memo.signed]
        found = Versions(old, new, lines, marks)
        if not found.shaken or not signed:
            return found
        came = min(self._file.steps_of("articles", earlier), default=0)
        return Versions(old, new, lines, marks, tuple(memo.version for memo in signed if memo.step >= came))

    def carry(self, earlier: int, later: int) -> CarryReport:
        """Set in the later version the marks of claims whose very words stand there, with stance, attribution and origin, as one step; and
        let decided claims whose words are others there come back today. No status is changed. Raises NotFound and RuleBroken."""
        found = self.compare(earlier, later)
        report = CarryReport(found.later.exhibit)
        fates = {mark.passage_id: mark for mark in found.marks}
        with self._file.operation(f"Carry the marks of {found.earlier.exhibit} to {found.later.exhibit}") as operation:
            if _texts(operation.reader, found) != (found.earlier.text_sha256, found.later.text_sha256):
                raise RuleBroken("versions", "One of them was changed meanwhile. Compare them again.")
            appearances = [a for a in operation.reader.appearances(article_id=earlier) if a.passage_id in fates]
            for appearance in appearances:
                report.carried += _carried(operation, appearance, fates, later)
            shaken = {a.claim_id for a in appearances if fates[a.passage_id or 0].fate not in (Fate.SAME, Fate.MOVED)}
            report.to_review = tuple(_to_review(operation, shaken))
        report.changes = operation.changes
        return report


def _texts(reader: Reader, found: Versions) -> tuple[str, str]:
    return reader.text_sha256(found.earlier.id), reader.text_sha256(found.later.id)


def _by_number(owner: str) -> tuple[str, int]:
    return owner[0], int(owner[1:])


# --- lines ------------------------------------------------------------------------------------------------------------------


def _lines(carrier: Carrier, zones: Sequence[Zone], others: Sequence[Zone], language: str) -> Iterable[LineChange]:
    """The lines of the article itself, in the order of the later version: its furniture is left out."""
    live = [[zone.span for zone in each if zone.kind in LIVE] for each in (zones, others)]
    for old, new in carrier.lines():
        if (old and _is_live(old, live[0])) or (new and _is_live(new, live[1])):
            was, now = carrier.old[slice(*old)] if old else "", carrier.new[slice(*new)] if new else ""
            fate = _fate(carrier, old, new, was == now)
            yield LineChange(fate, old, new, was, now, remark_on(was, now, language) if fate is LineFate.CHANGED else "")


def _is_live(line: Span, live: Sequence[Span]) -> bool:
    return any(line.overlaps(span) for span in live)


def _fate(carrier: Carrier, old: Span | None, new: Span | None, same: bool) -> LineFate:
    if old is None:
        return LineFate.NEW
    if new is None:
        return LineFate.GONE
    if not same:
        return LineFate.CHANGED
    return LineFate.MOVED if carrier.is_moved(old) else LineFate.SAME


def remark_on(was: str, now: str, language: str = "") -> str:
    """What a change of words does, as far as words alone tell: a hedge that is new or gone, figures that are others. It judges nothing."""
    before, after = ([found[0].casefold() for found in _HEDGE.finditer(text)] for text in (was, now))
    parts = [f"softer: {_quoted(softer)}"] if (softer := _only(after, before)) else []
    parts += [f"firmer: no longer {_quoted(firmer)}"] if (firmer := _only(before, after)) else []
    gone, come = ({each.value: each.words for each in figures(text, language)} for text in (was, now))
    old, new = ([words for value, words in one.items() if value not in other] for one, other in ((gone, come), (come, gone)))
    if old or new:
        parts.append(f"figures: {', '.join(old) or 'none'} → {', '.join(new) or 'none'}")
    return "; ".join(parts)


def _only(words: Sequence[str], others: Sequence[str]) -> list[str]:
    return list((Counter(words) - Counter(others)).elements())


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)


# --- marks ------------------------------------------------------------------------------------------------------------------


def _marks(reader: Reader, carrier: Carrier, earlier: int, later: int) -> Iterable[MarkFate]:
    """What became of each passage of the earlier version that a claim, a link or a query has, in the order of the text."""
    held = [passage for passage in reader.passages(article_id=earlier).values() if passage.place]
    owners = {passage.id: _owners(reader, passage) for passage in held}
    passages = sorted((passage for passage in held if any(owners[passage.id])), key=lambda passage: passage.span)
    marked = {(a.claim_id, a.passage_id) for a in reader.appearances(article_id=later)}
    spans = {passage.span: passage.id for passage in reader.passages(article_id=later).values() if passage.place}
    for passage, result in zip(passages, carrier.carry_all([passage.span for passage in passages]), strict=True):
        claims, others = owners[passage.id]
        there = spans.get(result.kept) if result.kept else None
        yield MarkFate(
            passage.id, passage.anchor.exact, (*(f"C{number}" for number in claims), *others), result.fate, result.span,
            carrier.new[slice(*result.span)] if result.span else "",
            bool(there) and all((number, there) in marked for number in claims),
        )  # fmt: skip


def _owners(reader: Reader, passage: Passage) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """The claims that have a passage as an appearance, and the names of what else has it."""
    claims = sorted({appearance.claim_id for appearance in reader.appearances(passage_id=passage.id)})
    linked = {link.claim_id for link in reader.evidence(passage_id=passage.id)} - set(claims)
    asked = reader.discrepancies_with_passage(passage.id)
    return tuple(claims), (*(f"C{number}" for number in sorted(linked)), *(f"Q{number}" for number in sorted(asked)))


def _carried(operation: Operation, appearance: Appearance, fates: dict[int, MarkFate], later: int) -> int:
    """Set one appearance in the later version too, where its very words stand there and its claim has them not yet; how many were set."""
    place = fates[appearance.passage_id or 0]
    if place.span is None or place.fate not in (Fate.SAME, Fate.MOVED):
        return 0
    for passage in operation.reader.passages(article_id=later, start=place.span.start, end=place.span.end):
        if operation.reader.appearances(claim_id=appearance.claim_id, passage_id=passage):
            return 0
    said = Attribution(
        appearance.stance, appearance.attributed_to, appearance.verb, appearance.hedge, appearance.via, origin_id=appearance.origin_id,
        origin_basis=OriginBasis.INFERRED if appearance.origin_basis is OriginBasis.INFERRED else None,
    )  # fmt: skip
    made = insert_appearance(operation, appearance.claim_id, Mark(later, *place.span), said)
    if appearance.translation:
        operation.update("appearances", made, **{name: getattr(appearance, name) for name in TRANSLATION})
    return 1


def _to_review(operation: Operation, claims: Iterable[int]) -> Iterable[str]:
    """Let the decided ones of these claims come back today, unless they are to be looked at already; the numbers of those that do."""
    today = datetime.now().astimezone().date()
    for claim in operation.reader.claims(frozenset(claims)):
        if claim.status is not Status.OPEN:
            if not is_due(claim, today):
                operation.update("claims", claim.id, review_on=today.isoformat())
            yield claim.number
