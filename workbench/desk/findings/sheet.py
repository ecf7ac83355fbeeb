"""The comparison of the whole case (F6): what does not agree, what is said alike, figures, shared words, what hangs on what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QTabBar, QVBoxLayout, QWidget

from workbench.case.findings import Compared, mark_of
from workbench.case.queries import NewQuery
from workbench.checks.comparing.comparison import NOTHING
from workbench.checks.comparing.groups import Group
from workbench.checks.matter import Place, Question
from workbench.desk.desk import Desk, Message
from workbench.desk.findings.rows import Part, Row, query_of, rows
from workbench.desk.messages import JobBar
from workbench.desk.plain_tables import Lines, LineTable
from workbench.desk.popup import Ask, Form
from workbench.desk.queries.side_by_side import Beside
from workbench.desk.sheet import Sheet
from workbench.desk.widgets import button, label
from workbench.domain.changes import Changes
from workbench.domain.dependence import Dependence
from workbench.domain.errors import WorkbenchError
from workbench.domain.plurals import counted
from workbench.domain.records import Dismissal
from workbench.domain.vocabulary import FoundBy

ASK_AFTER = 400  # milliseconds after the last change
WATCHED = (
    "articles",
    "zones",
    "metadata_fields",
    "discrepancies",
    "dismissals",
    "claims",
    "appearances",
    "evidence",
    "origins",
    "passages",
)
LOOKING = "The articles are being compared."
HEAD = "Read from the articles themselves. Each line is a suggestion: nothing is decided, and what is not listed was not found, no more."
WIDTHS = (110, 180, 190, 300)


KEYS = {Qt.Key.Key_Q: "query", Qt.Key.Key_N: "new", Qt.Key.Key_M: "further", Qt.Key.Key_G: "go", Qt.Key.Key_Delete: "dismiss"}


class FindingsTable(LineTable):
    """Letters act on the chosen row; `act` is told which: enter, query, new, further, go, delete."""

    def __init__(self, model: Lines, act: Callable[[str], None]) -> None:
        super().__init__("What the articles say against each other", model, WIDTHS, 3)
        self._act = act

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        step = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}.get(Qt.Key(event.key())) if plain else None
        what = KEYS.get(Qt.Key(event.key())) if plain else None
        if step:
            row = max(0, min(self.model().rowCount() - 1, self.currentIndex().row() + step))
            self.setCurrentIndex(self.model().index(row, 0))
        elif what:
            self._act(what)
        else:
            super().keyPressEvent(event)


class FindingsSheet(Sheet):
    """Six tabs over one table; below it the passages of the chosen row side by side. `go` shows places in the window's panes."""

    def __init__(self, parent: QWidget, desk: Desk, go: Callable[[Sequence[Place]], None]) -> None:
        super().__init__(parent, "What the articles say against each other", 1320, 820)
        self.desk, self.go = desk, go
        self.compared = Compared(NOTHING, ())
        self.hanging: list[Dependence] = []
        self.rows: list[Row] = []
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("Parts of the comparison")
        self.tabs.setExpanding(False)
        self.model = Lines(Part.APART.heads, bold=0)
        self.table = FindingsTable(self.model, self.act)
        self.empty = label(LOOKING, "muted", wrap=True)
        self.empty.setMargin(10)
        self.words = label("", wrap=True)
        self.beside = Beside(desk, lambda place: self.go([place]), self._leave_out)
        self.looking = JobBar()
        self.told = label("", "muted", wrap=True)
        self.told.setAccessibleName("Message")
        self._later = QTimer(self, singleShot=True, interval=ASK_AFTER)
        self._later.timeout.connect(self.look)
        self._build()
        self._connect()
        self.look()
        self.table.setFocus()

    # --- building -------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        for part in Part:
            self.tabs.addTab(part.label)
        head = QHBoxLayout()
        head.addWidget(label(HEAD, "muted", wrap=True), 1)
        head.addWidget(self.looking)
        upper, lower = QWidget(), QWidget()
        above, below = QVBoxLayout(upper), QVBoxLayout(lower)
        for column in (above, below):
            column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.empty, self.table):
            above.addWidget(widget)
        below.addWidget(self.words)
        below.addWidget(self.beside, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(upper)
        split.addWidget(lower)
        split.setSizes([420, 360])
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addWidget(self.tabs)
        layout.addWidget(split, 1)
        layout.addLayout(self._foot())
        layout.addWidget(self.told)

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        kinds = (
            ("query", "Raise a query", "The memo prints it until it is settled", "Q"),
            ("new", "New claim…", "A claim with these passages as its appearances, in one step", "N"),
            ("further", "Further appearances", "Mark these passages for the chosen claim, in one step", "M"),
            ("go", "Go to the passages", "Show them in the panes of the window", "G"),
            ("dismiss", "Dismiss…", "Do not show it again; the reason is kept", "Del"),
            ("restore", "Show it again", "It was dismissed; put it back on the list", "Enter"),
        )
        self.buttons = {what: button(name, hint, partial(self.act, what), key=key, told=True) for what, name, hint, key in kinds}
        for each in self.buttons.values():
            row.addWidget(each)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(lambda _: self._fill())
        self.table.activated.connect(lambda _: self.act("enter"))
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        keys = (("Ctrl+Z", self.desk.undo), ("Ctrl+Shift+Z", self.desk.redo), ("Ctrl+Y", self.desk.redo),
                ("Ctrl+Tab", lambda: self._turn(1)), ("Ctrl+Shift+Tab", lambda: self._turn(-1)))  # fmt: skip
        for sequence, run in keys:
            QShortcut(QKeySequence(sequence), self).activated.connect(run)
        self.desk.changed.connect(self._changed)
        self.desk.said.connect(self._said)

    # --- what it shows --------------------------------------------------------------------------------------------------

    @property
    def part(self) -> Part:
        """The part that is shown."""
        return list(Part)[max(0, self.tabs.currentIndex())]

    @property
    def chosen(self) -> Row | None:
        """The row that is chosen."""
        number = self.table.currentIndex().row()
        return self.rows[number] if 0 <= number < len(self.rows) else None

    def look(self) -> None:
        """Compare the articles again, beside everything else; what is known of each is kept."""
        findings = self.desk.case.findings
        job = self.desk.job("Comparing the articles", lambda job: findings.whole(job.progress, job.cancelled), self._show)
        self.asked(job)
        self.looking.watch(job)

    def _show(self, compared: Compared) -> None:
        self.compared, self.hanging = compared, self.desk.case.findings.hanging()
        self._fill()

    def _fill(self) -> None:
        """Show the rows of the chosen part; the row that was chosen stays so where it is still there."""
        there, at = self.desk.case.articles.ids(), self.table.currentIndex().row()
        for number, part in enumerate(Part):
            found = [r for r in rows(part, self.compared, self.hanging) if all(p.article_id in there for p in r.places)]
            self.tabs.setTabText(number, f"{part.label}  {len(found)}")
            if part is self.part:
                self.rows = found
        self.model.heads = self.part.heads
        self.model.show_rows([row.cells for row in self.rows], lambda number: ", ".join(filter(None, self.rows[number].cells)))
        self.empty.setText(self.part.empty if self.compared.readings or self.part is Part.HANGING else LOOKING)
        self.empty.setVisible(not self.rows)
        self.table.setVisible(bool(self.rows))
        if self.rows:
            self.table.setCurrentIndex(self.model.index(max(0, min(at, len(self.rows) - 1)), 0))
        self._show_chosen()

    def _show_chosen(self) -> None:
        row = self.chosen
        for what, each in self.buttons.items():
            each.setVisible(what in _acts(row))
        self.words.setText(row.words if row else "")
        self.beside.show_places(row.places if row else (), row.notes if row else (), some_may_go=row is not None and len(row.places) > 2)

    def _leave_out(self, number: int) -> None:
        """Take one of the passages out of the row, as long as two stay: it is not meant."""
        row = self.chosen
        if row and len(row.places) > 2:
            places = tuple(place for at, place in enumerate(row.places) if at != number)
            self.rows[self.table.currentIndex().row()] = replace(row, places=places)
            self._show_chosen()

    def _changed(self, changes: Changes) -> None:
        if changes.touches(*WATCHED):
            self._later.start()

    def _said(self, message: Message) -> None:
        self.told.setText(message.text)

    def _turn(self, step: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())
        self.table.setFocus()

    # --- what is done ---------------------------------------------------------------------------------------------------

    def act(self, what: str) -> None:
        """Do one thing with the chosen row; Enter does what the row names."""
        row = self.chosen
        if row is None:
            return
        if what == "enter":
            what = _enter(row)
        if what not in _acts(row):
            return
        if what == "go":
            self.go(row.places)
        elif what == "query":
            self._raise(row)
        elif what == "new":
            self._new_claim(row)
        elif what == "further":
            self._further(row)
        elif what == "dismiss":
            self._dismiss(row)
        elif isinstance(row.subject, Dismissal):
            number = row.subject.id
            self.desk.do(lambda: self.desk.case.findings.restore(number))

    def _raise(self, row: Row) -> None:
        question = query_of(row)
        if question is None:
            return
        marks = tuple(mark_of(place) for place in question.places)
        new = NewQuery(question.type, question.severity, marks, question.why, question.claim_id, FoundBy.CHECK)
        if self.desk.do(lambda: self.desk.case.queries.add(new)):
            self._gone(row)
            self.desk.say(f"A query is raised: {question.type.label}.", action=("Undo", self.desk.undo))

    def _new_claim(self, row: Row) -> None:
        words = self.desk.case.findings.wording(row.places)
        ask = Ask("Claim", words, (), "one affirmative, neutral sentence")
        title = f"A claim with {counted(len(row.places), 'appearance')}"
        Form(self, title, [ask], lambda values: self._take(row, values[0])).open_at(self.rect().center() / 3)

    def _take(self, row: Row, words: str) -> str:
        try:
            self.desk.announce(self.desk.case.findings.take(words, row.places))
        except WorkbenchError as error:
            return str(error)
        self.desk.say(f"A new claim with {counted(len(row.places), 'appearance')}.", action=("Undo", self.desk.undo))
        return ""

    def _further(self, row: Row) -> None:
        claim_id = self.desk.claim
        if not claim_id:
            self.desk.say("Choose a claim in the window first: these passages become its further appearances.")
            return
        marks = [mark_of(place) for place in row.places]
        if self.desk.do(lambda: self.desk.case.findings.join(claim_id, marks)):
            self.desk.say(f"{counted(len(marks), 'passage')} looked at for C{claim_id}.", action=("Undo", self.desk.undo))

    def _dismiss(self, row: Row) -> None:
        ask = Ask("Why", "", (), "is kept with the finding")
        Form(self, "Dismiss this finding", [ask], lambda values: self._keep_dismissed(row, values[0])).open_at(self.rect().center() / 3)

    def _keep_dismissed(self, row: Row, reason: str) -> str:
        assert isinstance(row.subject, Question)
        try:
            self.desk.announce(self.desk.case.findings.dismiss(row.subject, reason))
        except WorkbenchError as error:
            return str(error)
        self._gone(row)
        self.desk.say("Dismissed. It stands under “Dismissed”.", action=("Undo", self.desk.undo))
        return ""

    def _gone(self, row: Row) -> None:
        """Take a finding off the list at once; the comparison that follows says the same."""
        found = self.compared.found
        kept = tuple(question for question in found.findings if question is not row.subject)
        self.compared = replace(self.compared, found=replace(found, findings=kept))
        self._fill()


def _enter(row: Row) -> str:
    """What Enter makes of a row: of a disagreement a query, of what is said alike a claim, of a dismissed finding a finding."""
    if isinstance(row.subject, Question):
        return "query"
    return "new" if isinstance(row.subject, Group) else "restore" if isinstance(row.subject, Dismissal) else "go"


def _acts(row: Row | None) -> tuple[str, ...]:
    """What can be done with a row."""
    if row is None or isinstance(row.subject, Dependence):
        return ()
    if isinstance(row.subject, Dismissal):
        return ("restore", "go")
    dismiss = ("dismiss",) if isinstance(row.subject, Question) else ()
    return ("query", "new", "further", "go", *dismiss)
