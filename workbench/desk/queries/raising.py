"""The gesture of a query: the other passage, then the type, and only when another than the likeliest is wanted, the rest.

Q, Enter, Enter raises the likeliest. Where the other passage is to be picked, the next Q on other words completes the query.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QGridLayout, QWidget

from workbench.case.passages import Mark
from workbench.case.queries import NewQuery
from workbench.checks.likely import Likely
from workbench.desk.popup import Ask, Choice, Chooser, Form
from workbench.desk.widgets import shortened
from workbench.domain.errors import WorkbenchError
from workbench.domain.naming import claim_number
from workbench.domain.vocabulary import DiscrepancyState, DiscrepancyType, Severity

if TYPE_CHECKING:
    from workbench.desk.workplace import Workplace

TYPE_LETTERS = {
    DiscrepancyType.FIGURE: "f", DiscrepancyType.COMPOSITION: "c", DiscrepancyType.PREDICATE: "p", DiscrepancyType.PLACE: "l",
    DiscrepancyType.DATE: "d", DiscrepancyType.RELATIVE_DATE: "r", DiscrepancyType.ATTRIBUTION_LOST: "a",
    DiscrepancyType.ROLE_INVERTED: "i", DiscrepancyType.STALE_DENIAL: "s", DiscrepancyType.SCOPE: "e", DiscrepancyType.VERB: "v",
    DiscrepancyType.QUOTATION: "q", DiscrepancyType.NAME: "n", DiscrepancyType.TITLE: "t", DiscrepancyType.QUALIFIER_DROPPED: "u",
    DiscrepancyType.HEDGE_LOST: "h", DiscrepancyType.HEADLINE: "b", DiscrepancyType.OTHER: "o",
}  # fmt: skip
SEVERITY_LETTERS = {Severity.HIGH: "h", Severity.MEDIUM: "m", Severity.LOW: "l"}
COLUMNS = 3
WIDTH = 600  # pixels, so that the longest type is not cut
FURTHER = 3  # open queries of the claim that are offered
QUOTED = 60  # letters of each passage in the drafted summary


class TypeChooser(Chooser):
    """The types of a query in columns; the likeliest stands above them."""

    def __init__(self, parent: QWidget, title: str, choices: list[Choice], summary: str, *, first: int) -> None:
        super().__init__(parent, title, choices, warning=summary)
        self.setMinimumWidth(WIDTH)
        grid = QGridLayout()
        grid.setSpacing(1)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        rest = self.buttons[first:]
        down = -(-len(rest) // COLUMNS)
        at = self.lay.indexOf(rest[0])
        for number, line in enumerate(rest):
            self.lay.removeWidget(line)
            grid.addWidget(line, number % down, number // down)
        self.lay.insertLayout(at, grid)


class Raising:
    """One query under way: the words it began with, the claim they are about (0 for none), and where its popups stand."""

    def __init__(self, work: Workplace, mark: Mark, claim_id: int, at: QRect | QPoint) -> None:
        self.work, self.desk = work, work.desk
        self.mark, self.claim_id, self.at = mark, claim_id, at

    def begin(self) -> None:
        """Offer the passages it is most likely held against, and the open queries of the claim; with none, ask for one to be picked."""
        found = self.desk.case.queries.counterparts(self.mark, self.claim_id)
        choices = [
            Choice(str(number), f"{each.exhibit}  “{shortened(each.words)}”", partial(self.against, each.mark, each.likely), each.why)
            for number, each in enumerate(found, 1)
        ]
        choices += self._further()
        if not choices:
            self.wait()
            return
        choices.append(Choice("p", "Pick the other passage…", self.wait, "Q on it completes the query"))
        about = f" about C{self.claim_id}" if self.claim_id else ""
        Chooser(self.work.over, f"Query{about}: these words do not agree with…", choices, warning=f"“{self._words(self.mark)}”").open_at(
            self.at
        )

    def _further(self) -> list[Choice]:
        """The query raised last and the open ones of the claim: these words may belong to one of them."""
        queries, last = self.desk.case.queries, self.work.querying.last
        asked = [view.query for view in queries.views() if view.query.id == last]
        asked += [query for query in (queries.of_claim(self.claim_id) if self.claim_id else []) if query.id != last]
        still = [query for query in asked if query.state is DiscrepancyState.OPEN][:FURTHER]
        return [
            Choice(
                "a" if not number else "",
                f"{q.number}  {q.type.label}: add these words",
                partial(self._add_to, q.id),
                shortened(q.summary, QUOTED),
            )
            for number, q in enumerate(still)
        ]

    def _add_to(self, query_id: int) -> None:
        if self.desk.do(lambda: self.desk.case.queries.add_passage(query_id, self.mark)):
            self.work.querying.last = query_id
            self.desk.say(f"These words now stand in Q{query_id}.", action=("Undo", self.desk.undo))

    def wait(self) -> None:
        """Keep the half-made query until Q is pressed on other words, or Esc."""
        self.work.querying.half = self
        words = "Half a query: select the other words, or put the cursor in their sentence, and press Q. Esc drops it."
        self.desk.say(words, action=("Drop it", self.drop), stays=True)

    def drop(self) -> None:
        """Esc in a pane, or the message's button."""
        self.work.querying.half = None
        self.desk.say("The half-made query is dropped.")

    def complete(self, other: Mark, at: QRect | QPoint) -> None:
        """The other passage is picked."""
        self.at = at
        queries = self.desk.case.queries
        here, there = queries.claims_at(self.mark), queries.claims_at(other)
        both = [c for c in there if c in here]
        if both and self.claim_id not in both:
            self.claim_id = both[0]
        elif self.claim_id not in (here or there or [self.claim_id]):
            self.claim_id = 0
        if other == self.mark:
            self.desk.say("These are the same words. Press Q on the other ones; Esc drops the query.", stays=True)
            return
        self.work.querying.half = None
        self.against(other, queries.guess(self.mark, other, self.claim_id))

    def against(self, other: Mark, likely: Likely) -> None:
        """Ask for the type. The likeliest stands first, with its usual severity: Enter raises it as it is."""
        summary = self._summary(other)
        choices = []
        if likely.why:
            now = partial(self._raise, other, likely.type, likely.severity, summary)
            choices.append(Choice("", f"{likely.type.label}, {likely.severity.label}: raise it now", now, likely.why))
        rest = [t for t in DiscrepancyType if likely.why or t is not DiscrepancyType.OTHER]
        rest = rest if likely.why else [DiscrepancyType.OTHER, *rest]
        choices += [Choice(TYPE_LETTERS[t], t.label, partial(self._ask_severity, other, t, likely, summary)) for t in rest]
        about = f" About C{self.claim_id}" if self.claim_id else " About no claim"
        TypeChooser(self.work.over, f"What does not agree?{about}", choices, summary, first=len(choices) - len(rest)).open_at(self.at)

    def _ask_severity(self, other: Mark, kind: DiscrepancyType, likely: Likely, summary: str) -> None:
        usual = likely.severity if kind is likely.type else Severity.MEDIUM
        order = [usual, *(s for s in Severity if s is not usual)]
        choices = [Choice(SEVERITY_LETTERS[s], s.label, partial(self._ask_summary, other, kind, s, summary)) for s in order]
        Chooser(self.work.over, f"{kind.label.capitalize()}: how much does it weigh?", choices).open_at(self.at)

    def _ask_summary(self, other: Mark, kind: DiscrepancyType, severity: Severity, summary: str) -> None:
        def done(values: list[str]) -> str:
            self.claim_id = claim_number(values[1])
            if values[1] and not self.claim_id:
                return "The claim is a number such as C3, or empty."
            try:
                self._add(other, kind, severity, values[0])
            except WorkbenchError as error:
                return str(error)
            return ""

        claim = f"C{self.claim_id}" if self.claim_id else ""
        known = [view.claim.number for view in self.work.claims.views]
        asks = [Ask("Summary", summary, (), "(what does not agree, in a sentence)"), Ask("Claim", claim, known, "(C3, or empty)")]
        Form(self.work.over, f"{kind.label.capitalize()}, {severity.label}", asks, done).open_at(self.at)

    def _summary(self, other: Mark) -> str:
        """A draft from the two quotations."""
        return "; ".join(f"Ex. {mark.article_id}: “{self._words(mark)}”" for mark in (self.mark, other))

    def _words(self, mark: Mark) -> str:
        return shortened(self.desk.case.articles.text(mark.article_id)[mark.start : mark.end], QUOTED)

    def _raise(self, other: Mark, kind: DiscrepancyType, severity: Severity, summary: str) -> None:
        try:
            self._add(other, kind, severity, summary)
        except WorkbenchError as error:
            self.desk.say(str(error), error=True)

    def _add(self, other: Mark, kind: DiscrepancyType, severity: Severity, summary: str) -> None:
        new = NewQuery(kind, severity, (self.mark, other), summary, self.claim_id or None)
        changes = self.desk.case.queries.add(new)
        self.desk.announce(changes)
        number = self.work.querying.last = changes.new("discrepancies")
        about = f" about C{self.claim_id}" if self.claim_id else ""
        self.desk.say(f"Q{number} raised{about}: {kind.label}, {severity.label}. Ctrl+Shift+Q lists all.", action=("Undo", self.desk.undo))
