"""The origins of the case: what stands behind its articles, what each derives from, and how many claims rest on it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from workbench.desk.desk import Desk
from workbench.desk.popup import Ask, Form
from workbench.desk.widgets import label, safe_tip
from workbench.domain.changes import Changes
from workbench.domain.entities import Origin
from workbench.domain.errors import WorkbenchError
from workbench.domain.independence import root_of
from workbench.domain.vocabulary import OriginKind, Reliability

COLUMNS = ("Origin", "Kind", "Reliability", "Derives from", "Root", "Appearances", "Claims", "Interest")
ID = Qt.ItemDataRole.UserRole


class OriginTable(QTableWidget):
    """Enter edits the row, Delete takes it away."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.item(self.currentRow(), 0)
        if item and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.itemActivated.emit(item)
        else:
            super().keyPressEvent(event)


class Origins(QWidget):
    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Origins")
        self.resize(1380, 560)
        self.desk = desk
        self.table = OriginTable(0, len(COLUMNS))
        self.table.setAccessibleName("Origins")
        self.table.setHorizontalHeaderLabels(list(COLUMNS))
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 130), (2, 80), (3, 200), (4, 200), (5, 90), (6, 60), (7, 200)):
            self.table.setColumnWidth(column, width)
        self.table.itemActivated.connect(lambda item: self.edit(item.data(ID)))
        self.empty = label("No origins yet. Put the cursor on a mark and press O to say where it comes from.", "muted", wrap=True)
        layout = QVBoxLayout(self)
        layout.addWidget(
            label("Articles are not sources: claims are counted by the roots of this list. Enter edits, Delete removes.", "muted")
        )
        layout.addWidget(self.empty)
        layout.addWidget(self.table, 1)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self._leave)
        QShortcut(QKeySequence("Del"), self.table, context=Qt.ShortcutContext.WidgetShortcut).activated.connect(self.delete)
        desk.changed.connect(self._changed)
        self.reload()

    def _changed(self, changes: Changes) -> None:
        if changes.touches("origins", "appearances", "claims"):
            self.reload()

    def reload(self) -> None:
        with self.desk.case.file.read() as reader:
            origins = reader.origins()
            appearances = reader.appearances()
        self.table.setRowCount(len(origins))
        for row, origin in enumerate(origins.values()):
            mine = [a for a in appearances if a.origin_id == origin.id]
            cells = (
                origin.name + (" (anonymous)" if origin.anonymous else ""), origin.kind.label, origin.reliability.value,
                origins[origin.derives_from].name if origin.derives_from in origins else "", origins[root_of(origin.id, origins)].name,
                str(len(mine)), str(len({a.claim_id for a in mine})), origin.interest,
            )  # fmt: skip
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setData(ID, origin.id)
                item.setToolTip(safe_tip(text))
                self.table.setItem(row, column, item)
        self.empty.setVisible(not origins)

    def _chosen(self) -> int:
        item = self.table.item(self.table.currentRow(), 0)
        return int(item.data(ID)) if item else 0

    def _leave(self) -> None:
        """Esc leaves the form when one is open, else the sheet."""
        form = next((f for f in self.findChildren(Form) if f.isVisible()), None)
        if form:
            form.leave()
        else:
            self.close()

    def delete(self) -> None:
        if origin_id := self._chosen():
            self.desk.do(lambda: self.desk.case.origins.delete(origin_id))

    def edit(self, origin_id: int) -> None:
        """Change one origin. A circle of derivations is refused with the reason."""
        origins = self.desk.case.origins.all()
        origin = origins[origin_id]
        names = {o.name: o.id for o in origins.values() if o.id != origin_id}
        parent = origins[origin.derives_from].name if origin.derives_from in origins else ""
        asks = [
            Ask("Name", origin.name),
            Ask("Kind", origin.kind.label, [k.label for k in OriginKind]),
            Ask("Reliability", origin.reliability.value, [r.value for r in Reliability], "A completely reliable … F cannot be judged"),
            Ask("Derives from", parent, list(names), "(another origin; empty when it is first-hand)"),
            Ask("Interest", origin.interest, (), "(what it has to gain)"),
            Ask("Anonymous", "yes" if origin.anonymous else "no", ["yes", "no"]),
        ]
        Form(self, f"Origin: {origin.name}", asks, lambda v: self._keep(origin, names, v)).open_at(self.rect().center() / 3)

    def _keep(self, origin: Origin, names: dict[str, int], values: list[str]) -> str:
        name, kind, reliability, parent, interest, anonymous = values
        found = _term(OriginKind, kind)
        if found is None:
            return f"The kind is one of: {', '.join(k.label for k in OriginKind)}."
        if reliability.upper() not in {r.value for r in Reliability}:
            return "Reliability is a letter from A to F."
        if parent and parent not in names:
            return f"There is no origin “{parent}”. Make it first, with O on a mark."
        try:
            changes = self.desk.case.origins.edit(
                origin.id, name=name, kind=found, reliability=Reliability(reliability.upper()), derives_from=names.get(parent),
                interest=interest, anonymous=anonymous.casefold().startswith("y"),
            )  # fmt: skip
        except WorkbenchError as error:
            return str(error)
        self.desk.announce(changes)
        return ""


def _term(terms: type[OriginKind], words: str) -> OriginKind | None:
    return next((t for t in terms if words.casefold() in (t.label, t.value)), None)
