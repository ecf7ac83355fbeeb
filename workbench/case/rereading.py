"""Reading again: an article's original read anew, and everything that stands on its text carried over to the new one in one step."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from workbench.case.carrying import MANY, Carrier, Fate, clearest, found_at
from workbench.case.line_pairs import lines_of
from workbench.case.word_pairs import word_places
from workbench.domain.anchors import Anchor, anchor_at, holds
from workbench.domain.changes import Changes
from workbench.domain.draft import Draft
from workbench.domain.entities import Article, Metadatum, Passage
from workbench.domain.errors import RuleBroken
from workbench.domain.plurals import counted, listed
from workbench.domain.spans import Span
from workbench.domain.vocabulary import Field, PassageState, SetBy, ZoneKind
from workbench.storage import CaseFile, Operation, Reader

Stretch = tuple[int, int, ZoneKind, SetBy, str]
"""A zone without its row: start, end, kind, who set it, why."""


@dataclass(slots=True)
class Report:
    """What became of an article that was read again: words more (or fewer, below 0), and its marks by what became of them; of those
    that moved or were lost the numbers of the claims and queries that they belong to. `unchecked` sentences lost their tick, `dropped`
    zones of the analyst their place."""

    exhibit: str
    more: int = 0
    same_text: bool = True
    in_place: int = 0
    moved: int = 0
    lost: int = 0
    of_moved: tuple[str, ...] = ()
    of_lost: tuple[str, ...] = ()
    unchecked: int = 0
    dropped: int = 0
    changes: Changes = field(default_factory=Changes)

    @property
    def text(self) -> str:
        """The report in words."""
        return f"{self.exhibit} read again: {self._words()}. {self._marks()}{self._rest()}"

    def _words(self) -> str:
        if self.same_text:
            return "the same text"
        return f"{counted(abs(self.more), 'word')} {'more' if self.more > 0 else 'fewer'}" if self.more else "as many words, not the same"

    def _marks(self) -> str:
        parts = [
            f"{counted(self.in_place, 'mark')} in place",
            f"{self.moved:,} moved{_of(self.of_moved)}" if self.moved else "",
            f"{self.lost:,} lost{_of(self.of_lost)}" if self.lost else "",
        ]
        return f"{', '.join(filter(None, parts))}." if self.in_place + self.moved + self.lost else "No marks stand on it."

    def _rest(self) -> str:
        unchecked = f" No longer checked off: {counted(self.unchecked, 'sentence')}." if self.unchecked else ""
        return unchecked + (f" Without a place now: {counted(self.dropped, 'zone')} set by hand." if self.dropped else "")


def _of(names: tuple[str, ...]) -> str:
    return f": {listed(names)}" if names else ""


def read_anew(file: CaseFile, article: Article, draft: Draft, name: str) -> Report:
    """Write another reading of an article, with everything that stands on it, as one step of that name. Raises RuleBroken where its
    text was changed while it was read."""
    with file.read() as reader:
        old = reader.text_with(article.text_sha256)
    carrier, digest = Carrier(old, draft.text), hashlib.sha256(draft.text.encode()).hexdigest()
    report = Report(article.exhibit, _words_in(draft.text) - _words_in(old), draft.text == old)
    with file.operation(name) as operation:
        if operation.reader.text_sha256(article.id) != article.text_sha256:
            raise RuleBroken("reading", f"{article.exhibit} was changed while it was read. Read it again.")
        operation.keep("texts", sha256=digest, text=draft.text)
        _passages(operation, article.id, carrier, report)
        _zones(operation, article.id, carrier, draft, report)
        _checked(operation, article.id, carrier, report)
        _metadata(operation, article.id, draft)
        now, was = reading_columns(draft, digest), _columns_of(article)
        operation.update("articles", article.id, **{name: value for name, value in now.items() if was[name] != value})
    report.changes = operation.changes
    return report


def _words_in(text: str) -> int:
    return len(word_places(text))


def reading_columns(draft: Draft, text_sha256: str) -> dict[str, Any]:
    """The columns of `articles` that say how a document was read."""
    return {
        "text_sha256": text_sha256, "media_type": draft.media_type, "encoding": draft.encoding, "encoding_basis": draft.encoding_basis,
        "reader": draft.reader, "warnings": json.dumps(list(draft.warnings), ensure_ascii=False),
        "layout": draft.layout.dumped(),
    }  # fmt: skip


def _columns_of(article: Article) -> dict[str, Any]:
    return {
        "text_sha256": article.text_sha256, "media_type": article.media_type, "encoding": article.encoding,
        "encoding_basis": article.encoding_basis, "reader": article.reader,
        "warnings": json.dumps(list(article.warnings), ensure_ascii=False), "layout": article.layout.dumped(),
    }  # fmt: skip


# --- passages ---------------------------------------------------------------------------------------------------------------


def _passages(operation: Operation, article_id: int, carrier: Carrier, report: Report) -> None:
    """Anchor every passage in the new text, or leave it as it was and call it an orphan (invariant 2)."""
    found = operation.reader.passages(article_id=article_id)
    fates: dict[Fate, list[int]] = {fate: [] for fate in Fate}
    for passage, fate, span in _placed(list(found.values()), carrier):
        fates[fate].append(passage.id)
        _anchor(operation, passage, fate, span, carrier.new)
    lost = [*fates[Fate.CHANGED], *fates[Fate.AMBIGUOUS], *fates[Fate.ORPHAN]]
    report.in_place, report.moved, report.lost = len(fates[Fate.SAME]), len(fates[Fate.MOVED]), len(lost)
    report.of_moved, report.of_lost = (_hanging_on(operation.reader, ids) for ids in (fates[Fate.MOVED], lost))


def _placed(passages: Sequence[Passage], carrier: Carrier) -> Iterable[tuple[Passage, Fate, Span | None]]:
    """Each passage with its fate and its place. One that had lost its place already may be found again by its quotation."""
    standing = [passage for passage in passages if passage.state is not PassageState.ORPHAN and holds(carrier.old, passage.anchor)]
    results = carrier.carry_all([passage.span for passage in standing])
    taken = {result.kept for result in results}
    for passage, result in zip(standing, results, strict=True):
        yield passage, result.fate, result.kept
    held = {passage.id for passage in standing}
    for passage in passages:
        if passage.id not in held:
            span = _found_again(carrier.new, passage.anchor)
            there = span is not None and span not in taken
            taken.add(span)
            yield passage, Fate.MOVED if there else Fate.ORPHAN, span if there else None


def _found_again(text: str, anchor: Anchor) -> Span | None:
    places = list(islice(found_at(text, anchor.exact), MANY))
    at = clearest(text, anchor.exact, places, anchor.prefix, anchor.suffix)
    return None if at is None else Span(at, at + len(anchor.exact))


def _anchor(operation: Operation, passage: Passage, fate: Fate, span: Span | None, text: str) -> None:
    state, anchor = PassageState.ORPHAN, passage.anchor
    if span is not None:
        state = PassageState.MOVED if fate is Fate.MOVED or passage.state is PassageState.MOVED else PassageState.EXACT
        anchor = anchor_at(text, *span)
    if (state, anchor) != (passage.state, passage.anchor):
        operation.update(
            "passages", passage.id, start=anchor.start, end=anchor.end, exact=anchor.exact, prefix=anchor.prefix, suffix=anchor.suffix,
            state=state,
        )  # fmt: skip


def _hanging_on(reader: Reader, passages: Sequence[int]) -> tuple[str, ...]:
    """The numbers of the claims and queries that have one of these passages."""
    if not passages:
        return ()
    marked = {each.claim_id for each in [*reader.appearances(passage_id=passages), *reader.appearances(statement_id=passages)]}
    marked |= {each.claim_id for each in reader.evidence(passage_id=passages)}
    asked = {number for passage in passages for number in reader.discrepancies_with_passage(passage)}
    return (*(f"C{number}" for number in sorted(marked)), *(f"Q{number}" for number in sorted(asked)))


# --- zones, checks and metadata -----------------------------------------------------------------------------------------------


def _zones(operation: Operation, article_id: int, carrier: Carrier, draft: Draft, report: Report) -> None:
    """The new reading's zones, with those of the analyst over them where their words are now."""
    there = operation.reader.zones(article_id)
    wanted: list[Stretch] = [(z.start, z.end, z.kind, SetBy.MACHINE, z.basis) for z in draft.zones]
    for zone in there:
        if zone.set_by is SetBy.ANALYST:
            spans = _stretches(carrier, zone.span)
            report.dropped += not spans
            for span in spans:
                wanted = [part for each in wanted for part in _cut(each, span)]
                wanted.append((*span, zone.kind, zone.set_by, zone.basis))
    held = {(z.start, z.end, z.kind, z.set_by, z.basis): z.id for z in there}
    operation.delete("zones", *(z.id for z in there if held.get((z.start, z.end, z.kind, z.set_by, z.basis)) != z.id))
    operation.delete("zones", *(row for each, row in held.items() if each not in wanted))
    names = ("start", "end", "kind", "set_by", "basis")
    fresh = [each for each in dict.fromkeys(wanted) if each not in held]
    operation.insert_many("zones", [{"article_id": article_id, **dict(zip(names, each, strict=True))} for each in fresh])


def _stretches(carrier: Carrier, span: Span) -> list[Span]:
    """Where the lines of a stretch are now, those that follow each other as one; lines that are nowhere are left out."""
    lines = [Span(a + span.start, b + span.start) for a, b in lines_of(carrier.old[slice(*span)])]
    found: list[Span] = []
    for place in sorted(result.span for result in carrier.carry_all(lines) if result.span):
        if found and not carrier.new[found[-1].end : place.start].strip():
            found[-1] = Span(found[-1].start, max(found[-1].end, place.end))
        else:
            found.append(place)
    return found


def _cut(zone: Stretch, span: Span) -> list[Stretch]:
    """What is left of a zone outside a span."""
    start, end, kind, set_by, basis = zone
    if not Span(start, end).overlaps(span):
        return [zone]
    return [(a, b, kind, set_by, basis) for a, b in ((start, span.start), (span.end, end)) if a < b]


def _checked(operation: Operation, article_id: int, carrier: Carrier, report: Report) -> None:
    """Sentences checked off stay so where they are the same sentence."""
    rows = operation.reader.checked(article_id=article_id)
    for row, result in zip(rows, carrier.carry_all([row.span for row in rows]), strict=True):
        if result.kept is None:
            operation.delete("checked", row.id)
            report.unchecked += 1
        elif result.kept != row.span:
            operation.update("checked", row.id, start=result.kept.start, end=result.kept.end)


def _metadata(operation: Operation, article_id: int, draft: Draft) -> None:
    """The fields as this reading has them; those that the analyst entered stay."""
    known = operation.reader.articles(frozenset({article_id}))[0].metadata
    for each in Field:
        found, held = draft.metadata.get(each), known.get(each)
        if found == held or (held and held.set_by is SetBy.ANALYST):
            continue
        operation.delete_where("metadata_fields", article_id=article_id, field=each)
        if found:
            insert_field(operation, article_id, each, found)


def insert_field(operation: Operation, article_id: int, field: Field, found: Metadatum) -> None:
    """One field of an article's metadata."""
    operation.insert(
        "metadata_fields", article_id=article_id, field=field, value=found.value, confidence=found.confidence,
        basis=found.basis, set_by=found.set_by,
    )  # fmt: skip
