"""Do articles name different figures for one thing? One finding a table; and one where a bound ("at least") is lost on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workbench.checks.comparing.counts import ELLIPTIC, PEOPLE, Count, Table
from workbench.checks.comparing.places import chosen
from workbench.checks.matter import Question
from workbench.checks.reading.quantities import Qualifier
from workbench.domain.plurals import listed
from workbench.domain.vocabulary import DiscrepancyType, Severity

GENERAL = frozenset(("people", "person", "persons", "victims", "victim"))
NEAR = 0.1
"""Two figures no further apart than this part of the greater one differ little."""
_GRAVE = ("killed", "missing")


def ask(tables: Iterable[Table]) -> Iterator[Question]:
    """One question for each table whose figures do not agree, and one for each whose figures agree but for a bound."""
    for table in tables:
        if table.apart:
            yield _apart(table)
        yield from _unbounded(table)
        yield from _composed(table)


def _apart(table: Table) -> Question:
    numbers = sorted({number for pair in table.apart for number in pair})
    counts = [table.counts[number] for number in numbers]
    return Question(
        DiscrepancyType.FIGURE, _severity(table), None, chosen([c.place for c in counts]), f"{_capital(table.thing)}: {_said(counts)}."
    )


def _severity(table: Table) -> Severity:
    """Grave where it is of people who came to harm and plain numbers differ; slight where the numbers are close."""
    pairs = [(table.counts[i].quantity, table.counts[j].quantity) for i, j in table.apart]
    if all(abs(a.value - b.value) <= NEAR * float(max(abs(a.value), abs(b.value))) for a, b in pairs):
        return Severity.LOW
    return Severity.HIGH if table.thing.endswith(_GRAVE) or len({c.reading.article_id for c in table.counts}) > 2 else Severity.MEDIUM


def _said(counts: Sequence[Count]) -> str:
    """Who says what: "five in Ex. 3, at least seven in Ex. 1 and Ex. 4"."""
    by_words: dict[str, list[str]] = {}
    for count in counts:
        holders = by_words.setdefault(count.words.casefold(), [])
        if count.reading.exhibit not in holders:
            holders.append(count.reading.exhibit)
    return ", ".join(f"{words} in {listed(names)}" for words, names in by_words.items())


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _unbounded(table: Table) -> Iterator[Question]:
    """The same number with a bound in one passage and without it in another."""
    by_value: dict[object, list[Count]] = {}
    for count in table.counts:
        by_value.setdefault(count.quantity.value, []).append(count)
    for counts in by_value.values():
        bare = [c for c in counts if c.quantity.qualifier is Qualifier.EXACT]
        bound = [c for c in counts if c.quantity.qualifier is not Qualifier.EXACT]
        if bare and bound:
            why = f"{_capital(table.thing)}: {_said(bound)}; plainly {_said(bare)}."
            places = chosen([c.place for c in (*bare, *bound)])
            yield Question(DiscrepancyType.QUALIFIER_DROPPED, Severity.LOW, None, places, why)


def _composed(table: Table) -> Iterator[Question]:
    """The same number of people in general in one article, and of one sort of them in another."""
    by_value: dict[object, list[Count]] = {}
    for count in table.counts:
        if count.quantity.counted:
            by_value.setdefault(count.quantity.value, []).append(count)
    for counts in by_value.values():
        general = [c for c in counts if c.quantity.counted.casefold() in GENERAL]
        sorts = [c for c in counts if c.quantity.counted.casefold() in PEOPLE - GENERAL - ELLIPTIC]
        if general and sorts and {c.reading.article_id for c in general} != {c.reading.article_id for c in sorts}:
            both = (*sorts[:1], *general[:1])
            said = ", ".join(f"{c.words} {c.quantity.counted} in {c.reading.exhibit}" for c in both)
            places = chosen([c.place for c in (*sorts, *general)])
            yield Question(DiscrepancyType.COMPOSITION, Severity.LOW, None, places, f"{_capital(table.thing)}: {said}.")
