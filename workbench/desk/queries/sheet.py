"""The queries of the case: a list to work through, the chosen one with its passages side by side, and what the checks suggest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QToolButton, QVBoxLayout, QWidget

from workbench.case.passages import Mark
from workbench.case.queries import LEAST, NewQuery, QueryView
from workbench.checks.matter import Place, Question
from workbench.desk.desk import Desk, Message
from workbench.desk.messages import JobBar
from workbench.desk.popup import Ask, Form, Popup
from workbench.desk.queries.session import QuerySession
from workbench.desk.queries.side_by_side import Beside
from workbench.desk.queries.table import COLUMNS, Entry, Order, QueryTable, places_of
from workbench.desk.sheet import Sheet
from workbench.desk.widgets import button, label
from workbench.desk.wrapping import WrappingRow
from workbench.domain.changes import Changes
from workbench.domain.errors import WorkbenchError
from workbench.domain.naming import claim_number
from workbench.domain.vocabulary import DiscrepancyState, DiscrepancyType, FoundBy, Severity

FILTERS = ((DiscrepancyState.OPEN, "Open"), (DiscrepancyState.RESOLVED, "Resolved"), (None, "All"))
ASK_AFTER = 300  # milliseconds after the last change
EMPTY = (
    "No queries here. In an article, select words that do not agree with another passage and press Q. "
    "What the checks notice stands here by itself: Enter raises it, X sets it aside."
)
LOOKING = "No queries here yet: the checks are still looking."
WATCHED = ("discrepancies", "discrepancy_passages", "appearances", "passages", "claims", "articles", "metadata_fields", "zones")


class GoTo(Protocol):
    def __call__(self, places: Sequence[Place]) -> None: ...


class QuerySheet(Sheet):
    """Letters act on the chosen row while the list has the keyboard. `go` shows places in the window's panes."""

    def __init__(self, parent: QWidget, desk: Desk, querying: QuerySession, go: GoTo) -> None:
        super().__init__(parent, "Queries", 1380, 820)
        self.desk, self.querying, self.go = desk, querying, go
        self.order = Order()
        self.views: list[QueryView] = []
        self.questions: list[Question] = []
        self.table = QueryTable()
        self.beside = Beside(desk, lambda place: self.go([place]), self._take_out)
        self.words = label("", wrap=True)
        self.looking = JobBar()
        self.told = label("", "muted", wrap=True)
        self.told.setAccessibleName("Message")
        self.empty = label(EMPTY, "muted", wrap=True)
        self.empty.setMargin(10)
        self._later = QTimer(self, singleShot=True, interval=ASK_AFTER)
        self._later.timeout.connect(self._ask)
        self._build()
        self._connect()
        self.reload()
        self._ask()

    # --- building -------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        upper, lower = QWidget(), QWidget()
        above, below = QVBoxLayout(upper), QVBoxLayout(lower)
        for column in (above, below):
            column.setContentsMargins(0, 0, 0, 0)
        above.addLayout(self._head())
        above.addWidget(self.empty)
        above.addWidget(self.table, 1)
        below.addWidget(self.words)
        below.addWidget(self.beside, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(upper)
        split.addWidget(lower)
        split.setSizes([450, 370])
        layout = QVBoxLayout(self)
        layout.addWidget(split, 1)
        layout.addLayout(self._foot())
        layout.addWidget(self.told)

    def _head(self) -> WrappingRow:
        row = WrappingRow()
        row.addWidget(label("Passages that do not agree. J and K go through them, S sorts by the next column.", "muted"))
        row.addStretch()
        row.addWidget(self.looking)
        self.chips: dict[DiscrepancyState | None, QToolButton] = {}
        for state, name in FILTERS:
            chip = QToolButton()
            chip.setObjectName("chip")
            chip.setCheckable(True)
            chip.setToolTip(f"Show the queries that are {name.lower()}" if state else "Show every query")
            chip.clicked.connect(lambda _=False, s=state: self.narrow(s))
            self.chips[state] = chip
            row.addWidget(chip)
        return row

    def _foot(self) -> WrappingRow:
        row = WrappingRow()
        self.buttons = {
            "raise": button(
                "Raise it", "Make a query of the suggestion", lambda: self.act("raise"), kind="primary", key="Enter", told=True
            ),
            "dismiss": button(
                "Set aside", "Hide the suggestion until the case is opened again", lambda: self.act("dismiss"), key="X", told=True
            ),
            "go": button("Go to the passages", "Show them in two panes", lambda: self.act("go"), key="G", told=True),
            "resolve": button("Resolve…", "Say how it was settled", lambda: self.act("resolve"), key="R", told=True),
            "reopen": button("Reopen", "It is not settled after all", lambda: self.act("reopen"), key="Shift+R", told=True),
            "edit": button("Edit…", "Type, severity, claim and summary", lambda: self.act("edit"), key="F2", told=True),
            "delete": button("Delete", "Take the query away; undo brings it back", lambda: self.act("delete"), key="Del", told=True),
        }
        for each in self.buttons.values():
            row.addWidget(each)
        row.addStretch()
        return row

    def _connect(self) -> None:
        self.looking.rested.connect(lambda: self.empty.setText(EMPTY))
        self.table.asked.connect(self.act)
        self.table.itemSelectionChanged.connect(self._show_chosen)
        self.table.horizontalHeader().sectionClicked.connect(self.sort)
        self.table.horizontalHeader().setSectionsClickable(True)
        for keys, run in (("Ctrl+Z", self.desk.undo), ("Ctrl+Shift+Z", self.desk.redo), ("Ctrl+Y", self.desk.redo)):
            QShortcut(QKeySequence(keys), self).activated.connect(run)
        self.desk.changed.connect(self._changed)
        self.desk.said.connect(self._said)

    # --- what it shows --------------------------------------------------------------------------------------------------

    def _changed(self, changes: Changes) -> None:
        if changes.touches(*WATCHED):
            self.reload()
            self._later.start()

    def _said(self, message: Message) -> None:
        self.told.setText(message.text)

    def _ask(self) -> None:
        """Let the checks look again, beside everything else; a search need not wait for them."""
        work = self.desk.case.queries.questions
        job = self.desk.job("Looking for what does not agree", lambda job: work(job.progress, job.cancelled), self._answered)
        self.asked(job)
        self.looking.watch(job)
        self.empty.setText(LOOKING)

    def _answered(self, found: list[Question]) -> None:
        self._take(found)
        self._fill()

    def _take(self, questions: list[Question]) -> None:
        """Keep the questions whose articles are still there: they were asked a moment ago."""
        there = self.desk.case.articles.ids()
        self.questions = [q for q in questions if all(place.article_id in there for place in q.places)]

    def reload(self) -> None:
        """Read the queries again; suggestions that have become queries go at once."""
        self.views = self.desk.case.queries.views()
        self._take(self.questions)
        self._fill()

    def narrow(self, state: DiscrepancyState | None) -> None:
        """Show only the queries in that state; None for all."""
        self.order = Order(state, self.order.column)
        self._fill()

    def sort(self, column: int) -> None:
        """Sort the queries by a column; suggestions stay on top, the most severe first."""
        self.order = Order(self.order.state, column)
        self.table.horizontalHeader().setSortIndicatorShown(True)
        self.table.horizontalHeader().setSortIndicator(column, Qt.SortOrder.AscendingOrder)
        self._fill()

    def _fill(self) -> None:
        counts = Counter(view.query.state for view in self.views)
        for state, name in FILTERS:
            count = counts[state] if state else len(self.views)
            self.chips[state].setText(f"{name} {count}")
            self.chips[state].setAccessibleName(f"{name}: {count}")
            self.chips[state].setChecked(state is self.order.state)
        suggested = (
            [q for q in self.questions if q not in self.querying.dismissed] if self.order.state is not DiscrepancyState.RESOLVED else []
        )
        entries: list[Entry] = [*suggested, *self.order.apply(self.views)]
        if suggested:
            self.chips[DiscrepancyState.OPEN].setText(f"Open {counts[DiscrepancyState.OPEN]} + {len(suggested)} suggested")
        self.table.fill(entries)
        self.empty.setVisible(not entries)
        first = bool(entries) and self.table.isHidden()
        self.table.setVisible(bool(entries))
        if first and not any(form.isVisible() for form in self.findChildren(Popup)):
            self.table.setFocus()  # while it was empty the keyboard had to be elsewhere

    def _show_chosen(self) -> None:
        entry = self.table.chosen()
        for name, each in self.buttons.items():
            each.setVisible(name in _acts(entry))
        self.words.setText(_words(entry))
        notes = [q.note for q in entry.query.passages] if isinstance(entry, QueryView) else []
        self.beside.show_places(places_of(entry) if entry else (), notes, some_may_go=len(notes) > LEAST)

    def _take_out(self, number: int) -> None:
        """Take one of the passages of the chosen query away; two always stay."""
        entry = self.table.chosen()
        if isinstance(entry, QueryView):
            query, passage_id = entry.query, entry.passages[number].id
            if self.desk.do(lambda: self.desk.case.queries.remove_passage(query.id, passage_id)):
                self.desk.say(f"The passage is taken out of {query.number}.", action=("Undo", self.desk.undo))

    def show_query(self, query_id: int) -> None:
        """Choose a query, whatever the list is narrowed to."""
        if not self.table.choose(query_id):
            self.narrow(None)
            self.table.choose(query_id)

    # --- what is done ---------------------------------------------------------------------------------------------------

    def act(self, what: str) -> None:
        """Do one thing with the chosen row: a value of KEYS, where Enter raises a suggestion and goes to a query."""
        entry = self.table.chosen()
        if what == "sort":
            self.sort((self.order.column + 1) % len(COLUMNS))
        if entry is None:
            return
        if what == "enter":
            what = "raise" if isinstance(entry, Question) else "go"
        if what not in _acts(entry):
            return
        if what == "go":
            self.go(places_of(entry))
        elif isinstance(entry, Question):
            self._raise(entry) if what == "raise" else self._dismiss(entry)
        else:
            self._with(entry, what)

    def _with(self, view: QueryView, what: str) -> None:
        query, queries = view.query, self.desk.case.queries
        if what == "resolve":
            ask = Ask("How it was settled", query.resolution, (), "prints in the memo")
            done = lambda v: self._attempt(lambda: queries.resolve(query.id, v[0]))  # noqa: E731
            Form(self, f"Resolve {query.number}", [ask], done).open_at(self.rect().center() / 3)
        elif what == "reopen":
            self.desk.do(lambda: queries.reopen(query.id))
        elif what == "edit":
            self._edit(view)
        elif self.desk.do(lambda: queries.delete(query.id)):
            self.desk.say(f"{query.number} deleted.", action=("Undo", self.desk.undo))

    def _edit(self, view: QueryView) -> None:
        query = view.query
        asks = [
            Ask("Type", query.type.label, [t.label for t in DiscrepancyType], closed=True),
            Ask("Severity", query.severity.label, [s.label for s in Severity], closed=True),
            Ask(
                "Claim",
                f"C{query.claim_id}" if query.claim_id else "",
                [c.claim.number for c in self.desk.case.claims.views()],
                "(C3, or empty)",
            ),
            Ask("Summary", query.summary, (), "(what does not agree, in a sentence)"),
        ]
        Form(self, f"Edit {query.number}", asks, lambda v: self._keep(query.id, v)).open_at(self.rect().center() / 3)

    def _keep(self, query_id: int, values: list[str]) -> str:
        kind, severity = DiscrepancyType.named(values[0]), Severity.named(values[1])
        if kind is None:
            return f"The type is one of: {', '.join(t.label for t in DiscrepancyType)}."
        if severity is None:
            return "The severity is high, medium or low."
        number = claim_number(values[2])
        if values[2] and not number:
            return "The claim is a number such as C3, or empty."
        edit = self.desk.case.queries.edit
        return self._attempt(lambda: edit(query_id, type=kind, severity=severity, claim_id=number or None, summary=values[3]))

    def _attempt(self, action: Callable[[], Changes]) -> str:
        try:
            self.desk.announce(action())
        except WorkbenchError as error:
            return str(error)
        return ""

    def _raise(self, question: Question) -> None:
        marks = tuple(Mark(place.article_id, *place.span) for place in question.places)
        new = NewQuery(question.type, question.severity, marks, question.why, question.claim_id, FoundBy.CHECK)
        self.questions = [q for q in self.questions if q != question]
        if self.desk.do(lambda: self.desk.case.queries.add(new)):
            self.desk.say(f"Q{max(v.query.id for v in self.views)} raised: {question.type.label}.", action=("Undo", self.desk.undo))

    def _dismiss(self, question: Question) -> None:
        self.querying.dismissed.add(question)
        self._fill()
        self.desk.say("Set aside until the case is opened again.")


def _acts(entry: Entry | None) -> tuple[str, ...]:
    """What can be done with a row."""
    if entry is None:
        return ()
    if isinstance(entry, Question):
        return ("raise", "dismiss", "go")
    return ("go", "reopen" if entry.query.state is DiscrepancyState.RESOLVED else "resolve", "edit", "delete")


def _words(entry: Entry | None) -> str:
    """The chosen row in full, above its passages."""
    if entry is None:
        return ""
    if isinstance(entry, Question):
        return f"A check asks: {entry.why}"
    query = entry.query
    raised = f"{query.number} · {query.type.label}, {query.severity.label} · {query.found_by.label}, raised by {query.raised_by}"
    settled = f"\nSettled: {query.resolution}" if query.resolution else ""
    return f"{raised}\n{query.summary}{settled}"
