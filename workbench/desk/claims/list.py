"""The claims of the case: number, words, status, origin meter; narrowed by status."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolButton, QVBoxLayout, QWidget

from workbench.case.claims import ClaimView
from workbench.desk import theme
from workbench.desk.desk import Desk
from workbench.desk.rows import MANY, ROW, Index, Rows, draw_pill, draw_text, layout_text, scaled
from workbench.desk.widgets import label
from workbench.domain.changes import Changes
from workbench.domain.vocabulary import Verdict

NUMBER = 42  # pixels for the claim's number
PILL = 122  # pixels kept for the status


def spoken(view: ClaimView) -> str:
    claim = view.claim
    basis = f", {claim.basis.label}" if claim.basis else ""
    return f"{claim.number}, {claim.verdict.label.lower()}{basis}: {claim.text}. {view.meter.text}."


class ClaimDelegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self.list = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view: ClaimView = index.data(ROW)
        colors = theme.current()
        painter.save()
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colors["accent_soft"])
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), colors["accent"])
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), colors["line"])
        font = option.font
        draw_pill(painter, view.claim.verdict, rect.right() - 10, rect.top() + 8, font)
        draw_text(painter, view.claim.number, scaled(font, 1, bold=True), "muted", QRectF(rect.left() + 12, rect.top() + 8, NUMBER, 20), 1)
        words = QRectF(rect.left() + NUMBER, rect.top() + 8, rect.width() - NUMBER - PILL, rect.height())
        used = draw_text(painter, view.claim.text, font, "text", words, 2 if self.list.uniformItemSizes() else 3)
        meter = view.meter.text + (f"   ⚠ {len(view.warnings)}" if view.warnings else "")
        draw_text(
            painter, meter, scaled(font, 0.88), "muted", QRectF(words.left(), words.top() + used + 2, rect.width() - NUMBER - 12, 20), 1
        )
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view: ClaimView = index.data(ROW)
        width = self.list.viewport().width()
        if self.list.uniformItemSizes():
            return QSize(width, int(option.fontMetrics.height() * 3 + 18))
        height = layout_text(view.claim.text, option.font, QRectF(0, 0, width - NUMBER - PILL, 0), 3)
        return QSize(width, int(height + option.fontMetrics.height() + 18))


class ClaimListView(QListView):
    """A list that lets the desk's letters through instead of searching by first letter."""

    entered_claim = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_claim.emit()
        elif event.text().isalnum():
            event.ignore()
        else:
            super().keyPressEvent(event)


class ClaimList(QWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.views: list[ClaimView] = []
        self.only: Verdict | None = None
        self.model: Rows[ClaimView] = Rows(spoken, lambda view: view.claim.id)
        self.list = ClaimListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(ClaimDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setAccessibleName("Claims")
        self.empty = label("No claims yet. Put the cursor in a sentence and press 1, 2, 3 or M.", "muted", wrap=True)
        self.empty.setMargin(14)
        self.chips: dict[Verdict, QToolButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head())
        layout.addWidget(self.empty)
        layout.addWidget(self.list, 1)
        self.list.selectionModel().currentChanged.connect(self._picked)
        desk.changed.connect(self.refresh)
        desk.chose.connect(self._show_chosen)
        self.reload()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(12, 9, 10, 7)
        row.setSpacing(4)
        self.heading = label("CLAIMS", "section", scale=0.86)
        row.addWidget(self.heading)
        row.addStretch(1)
        for verdict in Verdict:
            chip = QToolButton()
            chip.setObjectName("chip")
            chip.setCheckable(True)
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.setToolTip(f"Show only claims that are {verdict.label.lower()}")
            chip.clicked.connect(lambda checked, v=verdict: self.narrow(v if checked else None))
            self.chips[verdict] = chip
            row.addWidget(chip)
        return row

    def narrow(self, verdict: Verdict | None) -> None:
        """Show only the claims with that status; None for all."""
        self.only = verdict
        for each, chip in self.chips.items():
            chip.setChecked(each is verdict)
        self._fill()

    def reload(self) -> None:
        self.views = self.desk.case.claims.views()
        self._fill()

    def refresh(self, changes: Changes) -> None:
        """Read again only the claims that changed; all of them when origins did."""
        if changes.touches("origins", "info"):
            self.reload()
            return
        if not changes.claims:
            return
        fresh = {v.claim.id: v for v in self.desk.case.claims.views(changes.claims)}
        known = {v.claim.id: v for v in self.views if v.claim.id not in changes.claims} | fresh
        self.views = [known[i] for i in sorted(known)]
        self._fill()
        if self.desk.claim in changes.claims and self.desk.claim not in known:
            self.desk.choose(0)

    def _fill(self) -> None:
        counts = Counter(v.claim.verdict for v in self.views)
        for verdict, chip in self.chips.items():
            count = counts[verdict]
            chip.setText(f"{verdict.glyph} {count}")
            chip.setAccessibleName(f"{count} {verdict.label.lower()}")
            chip.setVisible(bool(count) or verdict is self.only)
        shown = self.views if self.only is None else [v for v in self.views if v.claim.verdict is self.only]
        self.list.setUniformItemSizes(len(shown) > MANY)
        self.model.set_rows(shown)
        self.empty.setVisible(not self.views)
        self._show_chosen(self.desk.claim)

    def _show_chosen(self, claim_id: int) -> None:
        index = self.model.index_of(claim_id)
        if index.isValid() and index != self.list.currentIndex():
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
        elif not index.isValid():
            self.list.clearSelection()

    def _picked(self, index: Index, _before: Index) -> None:
        view = index.data(ROW) if index.isValid() else None
        if view:
            self.desk.choose(view.claim.id)

    def step(self, by: int) -> None:
        """Choose the next (1) or previous (-1) claim in the list as it is shown."""
        shown = [v.claim.id for v in self.model.rows]
        if not shown:
            return
        at = shown.index(self.desk.claim) + by if self.desk.claim in shown else (0 if by > 0 else len(shown) - 1)
        self.desk.choose(shown[max(0, min(at, len(shown) - 1))])
