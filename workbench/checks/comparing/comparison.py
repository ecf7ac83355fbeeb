"""The comparison of a whole case: what its articles say together and against each other, computed from their readings alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from workbench.checks.comparing import figures, hedges, opposites, quotations, settings, times, unknowns
from workbench.checks.comparing.copies import Copy, copies
from workbench.checks.comparing.counts import Table, tables
from workbench.checks.comparing.groups import LEAST, Group, groups
from workbench.checks.comparing.likeness import Likeness
from workbench.checks.matter import Question
from workbench.checks.name_variants import spellings
from workbench.checks.reading.reading import Reading
from workbench.domain.vocabulary import Severity

LOWEST = 0.12
"""How alike two sentences must be for any question."""
RANK = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class CaseComparison:
    """What was found: passages that state the same, counted things, and what does not agree, the gravest first."""

    groups: tuple[Group, ...]
    tables: tuple[Table, ...]
    findings: tuple[Question, ...]
    copied: tuple[Copy, ...] = ()

    @property
    def copies(self) -> tuple[tuple[int, int], ...]:
        """The pairs of articles that share words, by number."""
        return tuple(sorted({(c.one.article_id, c.other.article_id) for c in self.copied}))


NOTHING = CaseComparison((), (), ())


def compared(
    readings: Sequence[Reading],
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> CaseComparison:
    """Compare articles. The same readings give the same comparison in the same order; of fewer than two there is nothing to say."""
    if len(readings) < 2:
        return NOTHING
    likeness = Likeness(readings)
    progress(1, 4)
    pairs = likeness.alike(min(LOWEST, LEAST), cancelled)
    progress(2, 4)
    if cancelled():
        return NOTHING
    found, counted = groups(likeness, [pair for pair in pairs if pair.score >= LEAST]), tables(likeness)
    progress(3, 4)
    texts, dark = {r.article_id: r.text for r in readings}, {r.article_id: r.dark for r in readings}
    asked: list[Iterable[Question]] = [
        figures.ask(counted), times.ask(likeness), opposites.ask(likeness, pairs), settings.ask(likeness), hedges.ask(likeness, pairs),
        unknowns.ask(likeness, pairs), quotations.ask(readings), spellings(texts, dark),
    ]  # fmt: skip
    return CaseComparison(tuple(found), tuple(counted), ordered(asked), tuple(copies(readings)))


def ordered(asked: Sequence[Iterable[Question]]) -> tuple[Question, ...]:
    """The questions of several checks, the gravest first, then in the order of the checks; what the same words raise is asked once."""
    every = [(RANK[q.severity], check, number, q) for check, found in enumerate(asked) for number, q in enumerate(found)]
    every.sort(key=lambda each: each[:3])
    seen: set[tuple[object, frozenset[object]]] = set()
    kept = []
    for *_, question in every:
        key = (question.type, frozenset(question.places))
        if key not in seen and len(question.places) > 1:
            seen.add(key)
            kept.append(question)
    return tuple(kept)
