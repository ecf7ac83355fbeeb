"""The checker's pass: at the left what there is to look at, at the right the chosen item; A agrees, Q queries, both go on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QProgressBar, QSplitter, QVBoxLayout, QWidget

from workbench.case.checker_pass import PassItem, progress
from workbench.desk.desk import Desk
from workbench.desk.popup import Ask, Form
from workbench.desk.sheet import Sheet
from workbench.desk.signing.item import ItemView
from workbench.desk.signing.items import ItemList
from workbench.desk.signing.parts import bind
from workbench.desk.widgets import alive, button, label
from workbench.desk.wrapping import WrappingRow
from workbench.domain.changes import Changes
from workbench.domain.errors import WorkbenchError
from workbench.domain.signing import PassState
from workbench.domain.vocabulary import ReviewVerdict

LEGEND = "○ to do   ✓ agreed   ? queried   ↻ changed since you looked      A agrees, Q queries, J K go on and back, N to the next to do"
FEW = 20  # claims that are read again at once; more of them in the background


class CheckersPass(Sheet):
    """A window of its own. `go_to(article, position)` brings a reading pane there."""

    def __init__(self, parent: QWidget, desk: Desk, go_to: Callable[[int, int], None]) -> None:
        super().__init__(parent, "Checker’s pass", 1280, 800)
        self.desk, self.go_to = desk, go_to
        self.checker = ""
        self.list, self.view = ItemList(), ItemView(desk)
        self.body = QWidget()
        self._build()
        bind(self.body, {"A": self.agree, "Q": self.query, "J": lambda: self.step(1), "K": lambda: self.step(-1), "N": self.to_next})
        bind(self.body, {"Return": self.show_in_pane, "Enter": self.show_in_pane, "Ctrl+Z": desk.undo, "Ctrl+Shift+Z": desk.redo})
        self.list.chose.connect(lambda: self.view.show_item(self.list.current()))
        self.list.doubleClicked.connect(lambda _: self.show_in_pane())
        desk.changed.connect(self._changed)
        self._use(self._likely())

    def _build(self) -> None:
        self.who, self.done, self.problem = label("", "title"), label("", "muted"), label("", "muted", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(220)
        self.bar.setAccessibleName("How far the pass is")
        top = WrappingRow()
        top.addWidget(self.who)
        top.addWidget(button("Change…", "Somebody else checks", self.ask_name, kind="flat"))
        top.addStretch()
        top.addWidget(self.done)
        top.addWidget(self.bar)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(self.view)
        split.setSizes([440, 840])
        foot = WrappingRow()
        foot.addWidget(label(LEGEND, "muted"))
        foot.addStretch()
        foot.addWidget(button("Show in pane", "Bring a reading pane there", self.show_in_pane, key="Enter", told=True))
        foot.addWidget(button("Query…", "Say what is not right, and go on", self.query, key="Q", told=True))
        foot.addWidget(button("Agree", "Agree, and go on to the next", self.agree, kind="primary", key="A", told=True))
        lay = QVBoxLayout(self.body)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.addLayout(top)
        lay.addWidget(self.problem)
        lay.addWidget(split, 1)
        lay.addLayout(foot)
        QVBoxLayout(self).addWidget(self.body)
        self.problem.hide()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.setFocus()
        if not self.checker:
            self.ask_name()

    # --- who checks -----------------------------------------------------------------------------------------------------

    def _likely(self) -> str:
        """Who checks, as far as the case or the name at this desk says it; empty when it must be asked."""
        passing = self.desk.case.signing.passing
        names = (passing.checker(), self.desk.settings.analyst)
        return next((name for name in names if name and not passing.refusal(name)), "")

    def ask_name(self) -> None:
        """Ask who checks. The analyst is refused (invariant 8)."""

        def done(values: list[str]) -> str:
            wrong = self.desk.case.signing.passing.refusal(values[0])
            if not wrong:
                self._use(values[0])
            return wrong

        Form(self, "Who checks?", [Ask("Checker", self.checker, (), "somebody who is not the analyst")], done).open_at(
            self.rect().center() / 3
        )

    def _use(self, name: str) -> None:
        self.checker = name
        self.who.setText(f"Checker: {name or 'not named yet'}")
        self.reload()

    # --- what is shown --------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read every item again, in the background."""
        name = self.checker
        self.desk.ask("The checker's pass", lambda _: self.desk.case.signing.passing.items(name), lambda items: self._show(name, items))

    def _show(self, name: str, items: list[PassItem]) -> None:
        if not alive(self) or name != self.checker:
            return  # closed since, or asked under another name
        first = not self.list.items
        self._set(items)
        if first and items and items[0].state is PassState.AGREED:
            self.to_next()

    def _set(self, items: list[PassItem]) -> None:
        self.list.set_items(items)
        self._tell()

    def _tell(self) -> None:
        """Show the chosen item and how far the pass is."""
        items = self.list.items
        self.view.show_item(self.list.current())
        how_far = progress(items)
        self.done.setText(how_far.text if items else "There is no claim to check yet.")
        self.bar.setRange(0, max(1, how_far.total))
        self.bar.setValue(how_far.agreed)

    def _changed(self, changes: Changes) -> None:
        """Read again what changed: the claims named in it, or everything when an origin or an article did."""
        claims = changes.claims
        if len(claims) > FEW or changes.touches("origins", "articles", "info"):
            self.reload()
        elif claims:
            fresh = self.desk.case.signing.passing.items(self.checker, claims)
            for claim_id in claims:
                self.list.put(claim_id, [item for item in fresh if item.view.claim.id == claim_id])
            self._tell()

    # --- what is done ---------------------------------------------------------------------------------------------------

    def agree(self) -> None:
        if item := self._item():
            wrong = self._review(item, ReviewVerdict.AGREES, "")
            if wrong:
                self._say(wrong)

    def query(self) -> None:
        """Ask what the query is, keep it, and go on."""
        if item := self._item():
            kept = item.review.note if item.review and item.state is PassState.QUERIED else ""
            Form(
                self, f"Query {item.name}", [Ask("What is not right?", kept)], lambda v: self._review(item, ReviewVerdict.QUERIES, v[0])
            ).open_at(self.rect().center() / 2)  # fmt: skip

    def _item(self) -> PassItem | None:
        """The chosen item, when there is somebody who can say something of it."""
        if not self.checker:
            self.ask_name()
            return None
        return self.list.current()

    def _review(self, item: PassItem, verdict: ReviewVerdict, note: str) -> str:
        try:
            changes = self.desk.case.signing.passing.review(item, verdict, self.checker, note)
        except WorkbenchError as error:
            return str(error)
        self._say("")
        self.desk.announce(changes)
        self.to_next()
        return ""

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def to_next(self) -> None:
        """The next item that is not agreed or queried; at the end, from the first again."""
        row = self.list.next_of(lambda item: item.state in (PassState.TODO, PassState.CHANGED))
        if row >= 0:
            self.list.go(row)
        else:
            self._say("Everything has been looked at." + (" The queries are still open." if self._queried() else ""))

    def _queried(self) -> bool:
        return any(item.state is PassState.QUERIED for item in self.list.items)

    def step(self, by: int) -> None:
        self.list.go(self.list.currentIndex().row() + by)

    def show_in_pane(self) -> None:
        """Choose the claim, and bring a reading pane to the words."""
        item = self.list.current()
        if item is None:
            return
        self.desk.choose(item.view.claim.id)
        if item.article_id:
            self.go_to(item.article_id, item.passage.start if item.passage else 0)
