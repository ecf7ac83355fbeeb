"""Splitting a claim that says two things: the words of the new one, and what goes along."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem

from workbench.case.merging import Going
from workbench.desk.popup import Popup
from workbench.desk.widgets import button, label, shortened
from workbench.domain.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.desk.workplace import Workplace

LINE, MOST_LINES, WIDTH = 26, 10, 720
ROW = Qt.ItemDataRole.UserRole


class Where(Enum):
    """Where an appearance or a link goes when its claim is split."""

    STAYS = "stays"
    GOES = "goes along"
    BOTH = "says both"


class Splitting(Popup):
    """The words of the new claim, then a list of appearances and links; Space turns each from "stays" to "goes along" to "says both"."""

    def __init__(self, work: Workplace, claim_id: int) -> None:
        super().__init__(work.over, f"Split C{claim_id}: what else does it say?")
        self.work, self.claim_id = work, claim_id
        view = work.desk.case.claims.view(claim_id)
        self.text = QLineEdit()
        self.text.setAccessibleName("The new claim")
        self.text.setPlaceholderText(shortened(view.claim.text, 80))
        self.text.returnPressed.connect(self._next)
        self.lay.addWidget(self.text)
        how = "What goes along: ↑ ↓ to choose, Space turns it, Enter splits. The new claim is open."
        self.lay.addWidget(label(how, "muted", wrap=True))
        self.list = QListWidget()
        self.list.setAccessibleName("What goes along")
        self.list.setMinimumWidth(WIDTH)
        self.list.installEventFilter(self)
        self.list.itemClicked.connect(self._turn)
        self.where: dict[tuple[str, int], Where] = {}
        self.words: dict[tuple[str, int], str] = {}
        self._fill()
        self.list.setFixedHeight(LINE * max(1, min(self.list.count(), MOST_LINES)) + 8)
        self.lay.addWidget(self.list)
        self.problem = label("", "muted", wrap=True)
        self.problem.hide()
        self.lay.addWidget(self.problem)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button("Cancel", "Leave it as it was", self.leave, key="Esc"))
        row.addWidget(button("Split", "Make the new claim", self.accept, kind="primary", key="Enter"))
        self.lay.addLayout(row)

    def _fill(self) -> None:
        claims = self.work.desk.case.claims
        view = claims.view(self.claim_id)
        rows, links, passages = view.appearances, view.evidence, claims.cited(view).passages
        for row in rows:
            quote = f"“{shortened(passages[row.passage_id].anchor.exact, 76)}”" if row.passage_id else "not mentioned"
            self._add(("appearance", row.id), f"Ex. {row.article_id}  {quote}")
        for link in links:
            found = passages.get(link.passage_id or 0)
            quote = f"“{found.anchor.exact}”" if found else link.name or link.url or link.note
            self._add(("link", link.id), f"{link.relation.label}  {shortened(quote, 70)}")

    def _add(self, key: tuple[str, int], words: str) -> None:
        self.where[key], self.words[key] = Where.STAYS, words
        item = QListWidgetItem()
        item.setData(ROW, key)
        item.setSizeHint(QSize(10, LINE))
        self.list.addItem(item)
        self._say(item)

    def _say(self, item: QListWidgetItem) -> None:
        key = _key(item)
        sign = {Where.STAYS: "   ", Where.GOES: "→ ", Where.BOTH: "⇉ "}[self.where[key]]
        item.setText(f"{sign}{self.where[key].value:<11}  {self.words[key]}")

    def _turn(self, item: QListWidgetItem) -> None:
        key = _key(item)
        turns = [Where.STAYS, Where.GOES, Where.BOTH] if key[0] == "appearance" else [Where.STAYS, Where.GOES]
        self.where[key] = turns[(turns.index(self.where[key]) + 1) % len(turns)]
        self._say(item)

    def take_focus(self) -> None:
        self.text.setFocus()

    def _next(self) -> None:
        """Enter after the words goes to the list; there it splits."""
        if self.text.text().strip() and self.list.count():
            self.list.setFocus()
            self.list.setCurrentRow(0)
        else:
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Space and self.list.currentItem():
                self._turn(self.list.currentItem())
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.accept()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
        return False

    def accept(self) -> None:
        desk = self.work.desk
        try:
            changes = desk.case.claims.split(self.claim_id, self.text.text(), self._going())
        except WorkbenchError as error:
            self.problem.setText(str(error))
            self.problem.show()
            self._fit()
            return
        self.leave()
        desk.announce(changes)
        desk.choose(changes.new("claims"))
        desk.say(f"C{changes.new('claims')} was split from C{self.claim_id}.", action=("Undo", desk.undo))

    def _going(self) -> Going:
        def ids(kind: str, where: Where) -> frozenset[int]:
            return frozenset(number for (what, number), place in self.where.items() if what == kind and place is where)

        return Going(ids("appearance", Where.GOES), ids("appearance", Where.BOTH), ids("link", Where.GOES))


def _key(item: QListWidgetItem) -> tuple[str, int]:
    kind, number = item.data(ROW)
    return str(kind), int(number)
