"""The comparison as rows to go through: what each says, the passages it names, and what Enter makes of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from workbench.case.findings import Compared
from workbench.checks.comparing.copies import Copy
from workbench.checks.comparing.counts import Table
from workbench.checks.comparing.groups import Group
from workbench.checks.matter import Place, Question
from workbench.desk.queries.table import SEVERITY_SIGNS
from workbench.domain.dependence import Dependence
from workbench.domain.plurals import counted, listed
from workbench.domain.records import Dismissal
from workbench.domain.vocabulary import DiscrepancyType, Severity

SHOWN = 12
"""Passages that are set side by side."""


class Part(Enum):
    """The parts of the comparison, in the order of the tabs: name, heads of the columns, what stands there when there is nothing."""

    APART = "Do not agree", ("Severity", "Type", "Where", "What does not agree"), "Nothing was noticed that does not agree."
    ALIKE = "Say the same", ("Articles", "Where", "Sentences", "The words they share"), "No two articles were found to say the same."
    FIGURES = "Figures", ("", "What is counted", "Where", "Who says what"), "No figure was found in two articles."
    COPIED = "Shared words", ("Words", "Where", "What it may be", "The words"), "No two articles were found to share ten words in a row."
    HANGING = "What hangs on what", ("Origin", "Claims", "If it falls", "What one more origin would do"), "No claim has an origin yet."
    DISMISSED = "Dismissed", ("Type", "Where", "What was found", "Why it was dismissed"), "Nothing was dismissed."

    @property
    def label(self) -> str:
        return self.value[0]

    @property
    def heads(self) -> tuple[str, ...]:
        return self.value[1]

    @property
    def empty(self) -> str:
        return self.value[2]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table. `subject` is what it is about; `notes` say something of each place."""

    cells: tuple[str, ...]
    places: tuple[Place, ...]
    subject: Question | Group | Table | Copy | Dependence | Dismissal
    words: str
    notes: tuple[str, ...] = ()


def rows(part: Part, compared: Compared, hanging: Sequence[Dependence]) -> list[Row]:
    """The rows of one part."""
    found = compared.found
    if part is Part.APART:
        return [_apart(question) for question in found.findings]
    if part is Part.ALIKE:
        return [_alike(group) for group in found.groups]
    if part is Part.FIGURES:
        return [_figures(table) for table in found.tables]
    if part is Part.COPIED:
        texts = {reading.article_id: reading for reading in compared.readings}
        return [_copied(copy, texts[copy.one.article_id].words(copy.one.span)) for copy in found.copied]
    if part is Part.DISMISSED:
        aside = compared.dismissed
        return [Row((q.type.label, _where(q.places), q.why, d.reason), q.places, d, f"{q.why}\nDismissed: {d.reason}") for q, d in aside]
    return [_hanging(each) for each in hanging]


def query_of(row: Row) -> Question | None:
    """The query that a row would be raised as; None for one that has fewer than two passages or says nothing of a disagreement."""
    if isinstance(row.subject, Question):
        return Question(row.subject.type, row.subject.severity, row.subject.claim_id, row.places, row.subject.why)
    if len(row.places) < 2 or isinstance(row.subject, Dependence | Dismissal):
        return None
    kind = DiscrepancyType.FIGURE if isinstance(row.subject, Table) else DiscrepancyType.OTHER
    return Question(kind, Severity.MEDIUM, None, row.places, row.words)


def _apart(question: Question) -> Row:
    cells = (SEVERITY_SIGNS[question.severity], question.type.label, _where(question.places), question.why)
    return Row(cells, question.places, question, question.why)


def _alike(group: Group) -> Row:
    first = {each.reading.article_id: each for each in reversed(group.stated)}
    chosen = [first[number] for number in sorted(first)]
    cells = (str(group.articles), _where(each.place for each in group.stated), str(len(group.stated)), ", ".join(group.shared[:8]))
    return Row(cells, tuple(each.place for each in chosen[:SHOWN]), group, f"{group.why} {_more(group, chosen)}".strip())


def _more(group: Group, chosen: Sequence[object]) -> str:
    """How many further sentences of the same articles say it too."""
    rest = len(group.stated) - len(chosen)
    return f"{counted(rest, 'further sentence')} of these articles {'says' if rest == 1 else 'say'} it too." if rest else ""


def _figures(table: Table) -> Row:
    said: dict[str, list[str]] = {}
    for count in table.counts:
        holders = said.setdefault(count.words.casefold(), [])
        if count.reading.exhibit not in holders:
            holders.append(count.reading.exhibit)
    words = "; ".join(f"{words}: {', '.join(names)}" for words, names in said.items())
    places = tuple({c.reading.article_id: c.place for c in reversed(table.counts)}.values())[::-1]
    cells = ("≠ differ" if table.apart else "= agree", table.thing, _where(places), words)
    return Row(cells, places[:SHOWN], table, f"{table.thing}: {words}.")


def _copied(copy: Copy, words: str) -> Row:
    kind = "a quotation in both" if copy.quoted else "copied: perhaps one origin"
    cells = (str(copy.words), _where((copy.one, copy.other)), kind, words)
    return Row(cells, (copy.one, copy.other), copy, f"{counted(copy.words, 'word')} in a row, {kind}.")


def _hanging(each: Dependence) -> Row:
    falls = "; ".join(f"{claim.number} is no longer {claim.verdict.label.lower()}" for claim, _ in each.falls) or "No status changes"
    waiting = listed([claim.number for claim in each.waiting])
    more = f"A second origin beside it could confirm {waiting}" if waiting else ""
    why = "\n".join(f"{claim.number}: {finding.message}" for claim, finding in each.falls)
    cells = (each.origin.name, listed([claim.number for claim in each.carries]), falls, more)
    return Row(cells, (), each, f"If {each.origin.name} falls: {falls}.\n{why}".strip())


def _where(places: Iterable[Place]) -> str:
    """Ex. 1, 3, 4."""
    return "Ex. " + ", ".join(str(number) for number in sorted({place.article_id for place in places}))
