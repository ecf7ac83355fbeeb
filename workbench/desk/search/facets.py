"""Narrowing: the values of each facet with their counts beside the results, what is narrowed to as chips above them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from workbench.desk import theme
from workbench.desk.rows import scaled
from workbench.desk.search.narrowing import FACETS, TITLES, Narrowing
from workbench.desk.widgets import label, safe_tip, shortened, tool
from workbench.search.documents import Facet, Results

WIDTH = 214
FEW = 5
"""Values of a facet that are shown until more are asked for."""


class FacetButton(QPushButton):
    """A value at the left, its count at the right."""

    def __init__(self, narrowing: Narrowing, count: int, run: Callable[[], None]) -> None:
        super().__init__()
        self.narrowing = narrowing
        self._count = f"{count:,}"
        self.setObjectName("narrow")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"{TITLES[narrowing.facet]}: {narrowing.label}, {count}")
        self.setAccessibleDescription("Narrow the search to this")
        self.setToolTip(safe_tip(f"Narrow to {narrowing.label}"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: run())

    def sizeHint(self) -> QSize:
        return QSize(WIDTH - 30, self.fontMetrics().height() + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(8, 0, -8, 0)
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        painter.setPen(theme.current()["muted"])
        painter.setFont(scaled(self.font(), 0.9))
        painter.drawText(box, middle | int(Qt.AlignmentFlag.AlignRight), self._count)
        room = box.width() - painter.fontMetrics().horizontalAdvance(self._count) - 8
        painter.setPen(theme.current()["text"])
        painter.setFont(self.font())
        painter.drawText(box, middle, self.fontMetrics().elidedText(self.narrowing.label, Qt.TextElideMode.ElideRight, int(room)))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter narrows, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class FacetColumn(QScrollArea):
    """Signal: chosen(Narrowing)."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Narrow by")
        self._results: Results | None = None
        self._narrowed: Sequence[Narrowing] = ()
        self._open: set[str] = set()
        self._body = QWidget()

    def show_results(self, results: Results | None, narrowed: Sequence[Narrowing]) -> None:
        """Show what the results can be narrowed by: facets with more than one value."""
        if results is not self._results:
            self._open = set()
        self._results, self._narrowed = results, narrowed
        self._body = body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(4, 2, 10, 8)
        column.setSpacing(0)
        shown = 0
        for facet, _, title in FACETS:
            taken = {n.value for n in narrowed if n.facet == facet}
            values = [(v, c) for v, c in (results.facets.get(facet, ()) if results else ()) if v and v not in taken]
            if len(values) + len(taken) > 1 or (values and not taken and results and values[0][1] < results.total):
                self._group(column, facet, title, tuple(values))
                shown += bool(values)
        column.addStretch(1)
        self.setWidget(body)
        self.setVisible(bool(results and results.total > 1 and shown))

    def _group(self, column: QVBoxLayout, facet: str, title: str, values: Facet) -> None:
        if not values:
            return
        head = label(title.upper(), "section", scale=0.8)
        head.setContentsMargins(8, 9, 0, 3)
        column.addWidget(head)
        few = len(values) <= FEW + 1 or facet in self._open
        for value, count in values if few else values[:FEW]:
            narrowing = Narrowing(facet, value)
            column.addWidget(FacetButton(narrowing, count, partial(self.chosen.emit, narrowing)))
        if not few:
            hint = f"Show every value of {title.lower()}"
            more = tool(f"{len(values) - FEW} more", hint, partial(self._more, facet), kind="slim", name=hint)
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _more(self, facet: str) -> None:
        self._open.add(facet)
        results = self._results
        self.show_results(results, self._narrowed)
        first = next((b for b in self.buttons() if b.narrowing.facet == facet), None)
        if first:
            first.setFocus()

    def buttons(self) -> list[FacetButton]:
        """The values that are shown, from above."""
        return self._body.findChildren(FacetButton)


class Chip(QToolButton):
    """What the search is narrowed to; a click, Delete or Backspace takes it away."""

    def __init__(self, narrowing: Narrowing, run: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("chip")
        self.setCheckable(True)
        self.setChecked(True)
        title = TITLES[narrowing.facet]
        self.setText(f"{title}: {shortened(narrowing.label, 34)}  ✕")
        self.setToolTip(safe_tip(f"{title}: {narrowing.label}. Search without this again"))
        self.setAccessibleName(f"{title}: {narrowing.label}")
        self.setAccessibleDescription("Search without this again")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(lambda: run())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class Chips(QWidget):
    """Signal: changed(what is left)."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 0, 12, 6)
        self._row.setSpacing(6)
        self.hide()

    def show_narrowed(self, narrowed: Sequence[Narrowing]) -> None:
        while item := self._row.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for each in narrowed:
            self._row.addWidget(Chip(each, partial(self.changed.emit, tuple(n for n in narrowed if n != each))))
        if narrowed:
            self._row.addWidget(tool("Clear", "Search without any of these again", lambda: self.changed.emit(()), kind="slim"))
        self._row.addStretch(1)
        self.setVisible(bool(narrowed))

    def chips(self) -> list[Chip]:
        return [chip for chip in self.findChildren(Chip) if not chip.isHidden()]
