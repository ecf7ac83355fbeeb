"""The origins of the case: what stands behind its articles, what each derives from, and how many claims rest on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from workbench.case.origins import NewOrigin
from workbench.desk.desk import Desk
from workbench.desk.origins.card import told
from workbench.desk.origins.graph import GraphView
from workbench.desk.origins.nodes import Kind, Node, gather, of_claim
from workbench.desk.popup import Ask, Choice, Chooser, Form
from workbench.desk.sheet import Sheet
from workbench.desk.widgets import button, label, safe_tip
from workbench.desk.wrapping import WrappingRow
from workbench.domain.changes import Changes
from workbench.domain.entities import Origin
from workbench.domain.errors import WorkbenchError
from workbench.domain.independence import root_of
from workbench.domain.naming import origin_name, short_names
from workbench.domain.plurals import counted
from workbench.domain.vocabulary import OriginKind, Reliability

COLUMNS = ("Origin", "Grade", "Claims", "Root")
WIDTHS = ((1, 56), (2, 60), (3, 170))
ID = Qt.ItemDataRole.UserRole
SIGNS = (
    "Square: article. Pill: wire. Round: origin, with a double line a root. "
    "Thicker: more claims. Arrow: derives. Dashed: inferred. Dotted: opposes."
)
GRADES = "A completely reliable … F cannot be judged (Admiralty code)"


class OriginTable(QTableWidget):
    """Enter edits the row, Delete takes it away, M merges it, N makes a new one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.item(self.currentRow(), 0)
        if item and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.itemActivated.emit(item)
        else:
            super().keyPressEvent(event)


class Origins(Sheet):
    """`go_to(article, position)` opens an article that was entered in the graph."""

    def __init__(self, parent: QWidget, desk: Desk, go_to: Callable[[int, int], None] = lambda article, start: None) -> None:
        super().__init__(parent, "Origins", 1560, 940)
        self.desk, self.go_to = desk, go_to
        self.told: dict[int, str] = {}
        self.table = self._table()
        self.card = label("", wrap=True)
        self.card.setMargin(10)
        self.card.setAccessibleName("The chosen origin")
        self.graph = GraphView()
        self.graph.picture.chosen.connect(self._show_row)
        self.graph.picture.entered.connect(self._entered)
        self.empty = label("No origins yet. Put the cursor on a mark and press O to say where it comes from.", "muted", wrap=True)
        self.counted = label("", "title")
        self.only_box = QToolButton()
        self.only_box.setCheckable(True)
        self.only_box.setObjectName("chip")
        self._name_box()
        layout = QVBoxLayout(self)
        layout.addLayout(self._head())
        layout.addWidget(self.empty)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._list())
        split.addWidget(self._drawing())
        split.setSizes([520, 1040])
        layout.addWidget(split, 1)
        for key, run in (("Del", self.delete), ("M", self.merge), ("N", self.add), ("C", self.only_box.click)):
            for widget in (self.table, self.graph.picture):
                QShortcut(QKeySequence(key), widget, context=Qt.ShortcutContext.WidgetShortcut).activated.connect(run)
        desk.changed.connect(self._changed)
        desk.chose.connect(self._claim_chosen)
        self.reload()
        self.table.selectRow(self._weightiest())
        self.table.setFocus()
        QTimer.singleShot(0, self.graph, self.graph.fit_to_read)

    def _table(self) -> OriginTable:
        table = OriginTable(0, len(COLUMNS))
        table.setAccessibleName("Origins")
        table.setHorizontalHeaderLabels(list(COLUMNS))
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS:
            table.setColumnWidth(column, width)
        table.itemActivated.connect(lambda item: self.edit(item.data(ID)))
        table.itemSelectionChanged.connect(self._row_chosen)
        return table

    def _list(self) -> QWidget:
        """The table, and below it all that is known of the chosen one."""
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 6, 0)
        column.addWidget(self.table, 1)
        column.addWidget(self.card)
        return box

    def _head(self) -> WrappingRow:
        row = WrappingRow()
        row.addWidget(self.counted)
        row.addStretch()
        for text, hint, run, key in (
            ("New origin…", "Make an origin", self.add, "N"), ("Edit…", "Change the chosen origin", self._edit_chosen, "Enter"),
            ("Merge…", "Two names of one become one", self.merge, "M"), ("Delete", "Take the chosen origin away", self.delete, "Del"),
        ):  # fmt: skip
            row.addWidget(button(text, hint, run, key=key, told=True))
        return row

    def _drawing(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 4, 0, 0)
        row = QHBoxLayout()
        row.addWidget(label(SIGNS, "muted", wrap=True), 1)
        self.only_box.toggled.connect(lambda _: self._narrow())
        row.addWidget(self.only_box)
        picture = self.graph.picture
        row.addWidget(button("−", "Smaller", lambda: picture.set_zoom(picture.zoom / 1.2), kind="flat", key="-"))
        row.addWidget(button("+", "Larger", lambda: picture.set_zoom(picture.zoom * 1.2), kind="flat", key="+"))
        row.addWidget(button("Fit", "All of it in sight", self.graph.fit, kind="flat", key="0"))
        column.addLayout(row)
        column.addWidget(self.graph, 1)
        return box

    def _changed(self, changes: Changes) -> None:
        if changes.touches("origins", "appearances", "claims", "articles", "metadata_fields", "evidence"):
            self.reload()

    def _claim_chosen(self, claim_id: int) -> None:
        self._name_box()
        if self.only_box.isChecked():
            self._narrow()

    def _name_box(self) -> None:
        number = f"C{self.desk.claim}" if self.desk.claim else "the chosen claim"
        self.only_box.setText(f"Only {number}")
        self.only_box.setToolTip(f"Draw only what {number} rests on, and who opposes it  (C)")
        self.only_box.setAccessibleName(f"Only {number}")
        self.only_box.setEnabled(bool(self.desk.claim) or self.only_box.isChecked())

    def _narrow(self) -> None:
        """Draw the chosen claim alone, or all of them; an origin that is drawn is the chosen one."""
        self.reload()
        drawn = [node.id for node in self.graph.picture.graph.nodes if node.kind is Kind.ORIGIN]
        if drawn and self._chosen() not in drawn:
            self._show_row(drawn[0])
            self.graph.picture.choose_origin(drawn[0])
        self.graph.fit_to_read()

    def reload(self) -> None:
        case = self.desk.case
        origins, appearances, articles = case.origins.all(), case.appearances.all(), case.articles.all()
        alone = self.only_box.isChecked() and bool(self.desk.claim)
        only = next(iter(case.claims.views(frozenset({self.desk.claim}))), None) if alone else None
        chosen = self._chosen()
        names, self.told = short_names(origins.values()), told(origins, appearances)
        cites: dict[int, set[int]] = {}
        for each in appearances:
            cites.setdefault(each.origin_id or 0, set()).add(each.claim_id)
        self.table.setRowCount(len(origins))
        for row, origin in enumerate(origins.values()):
            root = root_of(origin.id, origins)
            cells = (
                names[origin.id] + (" (anonymous)" if origin.anonymous else ""), origin.reliability.value,
                str(len(cites.get(origin.id, ()))), names[root] if root != origin.id else "",
            )  # fmt: skip
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setData(ID, origin.id)
                item.setToolTip(safe_tip(self.told[origin.id]))
                self.table.setItem(row, column, item)
        self.empty.setVisible(not origins)
        roots = {root_of(i, origins) for i in origins}
        there = f"{counted(len(origins), 'origin')}, {counted(len(roots), 'root')}."
        every = f"{there} Claims are counted by roots, not by articles."
        self.counted.setText(f"{only.claim.number}: {only.meter.full}" if only else every)
        drawn = of_claim(appearances, only.claim.id) if only else appearances
        self.graph.picture.show_graph(gather(articles, drawn, origins, all_origins=only is None))
        if chosen in origins:
            self._show_row(chosen)
        self._show_card()

    def _weightiest(self) -> int:
        """The row of the origin that most claims cite; what a case hangs on is what is shown first."""
        counts = [int(item.text()) if (item := self.table.item(row, 2)) else 0 for row in range(self.table.rowCount())]
        return counts.index(max(counts)) if counts else -1

    def _row_chosen(self) -> None:
        self.graph.picture.choose_origin(self._chosen())
        self._show_card()

    def _show_card(self) -> None:
        self.card.setText(self.told.get(self._chosen(), "Choose an origin to read all that is known of it."))

    def _show_row(self, origin_id: int) -> None:
        """Choose the row of a node, without answering to the graph."""
        row = next((r for r in range(self.table.rowCount()) if self._at(r) == origin_id), -1)
        self.table.blockSignals(True)
        self.table.setCurrentCell(row, 0 if row >= 0 else -1)
        self.table.blockSignals(False)
        self._show_card()

    def _at(self, row: int) -> int:
        item = self.table.item(row, 0)
        return int(item.data(ID)) if item else 0

    def _chosen(self) -> int:
        return self._at(self.table.currentRow())

    def _entered(self, node: Node) -> None:
        if node.kind is Kind.ORIGIN:
            self.edit(node.id)
        elif node.kind is Kind.ARTICLE:
            self.go_to(node.id, 0)

    def delete(self) -> None:
        """Delete the chosen origin; where something hangs on it, say what will happen and wait for a key."""
        origin_id = self._chosen()
        if not origin_id:
            return
        usage, name = self.desk.case.origins.usage(origin_id), self.desk.case.origins.all()[origin_id].name

        def take() -> None:
            self.desk.do(lambda: self.desk.case.origins.delete(origin_id))

        if not usage.loss:
            take()
            return
        choices = [Choice("d", "Delete it", take, "Ctrl+Z brings it back"), Choice("m", "Merge it into another instead…", self.merge)]
        Chooser(self, f"Delete “{name}”?", choices, warning=f"{usage.loss[:1].upper()}{usage.loss[1:]}.").open_at(self.rect().center() / 3)

    def merge(self) -> None:
        """Say which origin the chosen one is the same as; its name becomes an alias of that one."""
        origin_id = self._chosen()
        origins = self.desk.case.origins.all()
        if origin_id not in origins:
            return
        names = {o.name: o.id for o in origins.values() if o.id != origin_id}

        def done(values: list[str]) -> str:
            into = names.get(values[0])
            if into is None:
                return f"There is no other origin “{values[0]}”."
            return self._attempt(lambda: self.desk.case.origins.merge(origin_id, into))

        what = f"“{origins[origin_id].name}” becomes another name of the one that stays; all that cites it goes along."
        ask = Ask("Stays", "", list(names), "the origin that it is")
        Form(self, "Merge into…", [ask], done, warning=what).open_at(self.rect().center() / 3)

    def add(self) -> None:
        """Make an origin by its name; Enter on it says the rest."""

        def done(values: list[str]) -> str:
            return self._attempt(lambda: self.desk.case.origins.add(NewOrigin(values[0])))

        Form(self, "New origin", [Ask("Name", "", (), "who or what said it first")], done).open_at(self.rect().center() / 3)

    def _edit_chosen(self) -> None:
        if origin_id := self._chosen():
            self.edit(origin_id)

    def edit(self, origin_id: int) -> None:
        """Change one origin. A circle of derivations is refused with the reason."""
        origins = self.desk.case.origins.all()
        origin = origins[origin_id]
        names = {o.name: o.id for o in origins.values() if o.id != origin_id}
        parent = origin_name(origins, origin.derives_from)
        asks = [
            Ask("Name", origin.name),
            Ask("Also called", "; ".join(origin.aliases), (), "(other names, parted by semicolons)"),
            Ask("Kind", origin.kind.label, [k.label for k in OriginKind], closed=True),
            Ask("Reliability", origin.reliability.value, [r.value for r in Reliability], GRADES, closed=True),
            Ask("Derives from", parent, list(names), "(another origin; empty when it is first-hand)"),
            Ask("Interest", origin.interest, (), "(what it has to gain)"),
            Ask("Anonymous", "yes" if origin.anonymous else "no", ["yes", "no"], closed=True),
        ]
        Form(self, f"Origin: {origin.name}", asks, lambda v: self._keep(origin, names, v)).open_at(self.rect().center() / 3)

    def _keep(self, origin: Origin, names: dict[str, int], values: list[str]) -> str:
        name, aliases, kind, reliability, parent, interest, anonymous = values
        found = OriginKind.named(kind)
        if found is None:
            return f"The kind is one of: {', '.join(k.label for k in OriginKind)}."
        if reliability.upper() not in {r.value for r in Reliability}:
            return "Reliability is a letter from A to F."
        if parent and parent not in names:
            return f"There is no origin “{parent}”. Make it first (N)."
        return self._attempt(
            lambda: self.desk.case.origins.edit(
                origin.id, name=name, aliases=aliases.split(";"), kind=found, reliability=Reliability(reliability.upper()),
                derives_from=names.get(parent), interest=interest, anonymous=anonymous.casefold().startswith("y"),
            )
        )  # fmt: skip

    def _attempt(self, action: Callable[[], Changes]) -> str:
        try:
            self.desk.announce(action())
        except WorkbenchError as error:
            return str(error)
        return ""
