"""The list of the checker's pass: every claim and, set in, each of its citations, with a glyph for where it stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workbench.case.checker_pass import PassItem
from workbench.desk import theme
from workbench.desk.rows import ROW, Index, Rows, draw_pill, draw_text, scaled
from workbench.desk.widgets import shortened
from workbench.domain.signing import PassState

COLORS = {
    PassState.TODO: "muted",
    PassState.AGREED: "confirmed",
    PassState.QUERIED: "unconfirmed",
    PassState.CHANGED: "accent",
}
INDENT = 20  # pixels by which a citation stands in
HEIGHT = 52


def words_of(item: PassItem) -> str:
    """What an item says: the claim, or the words cited."""
    if item.passage:
        return item.passage.anchor.exact
    if item.appearance:
        return "not mentioned"
    if item.evidence:
        return item.evidence.name or item.evidence.url or item.evidence.note
    return item.view.claim.text


def about(item: PassItem) -> str:
    """What an item is, in a line: number and status, or exhibit, stance and whose words."""
    if item.appearance:
        who = f" · {item.appearance.attributed_to}" if item.appearance.attributed_to else ""
        return f"Ex. {item.appearance.article_id} · {item.appearance.stance.label}{who}"
    if item.evidence:
        where = f"Ex. {item.evidence.article_id}" if item.evidence.article_id else item.evidence.kind.label
        return f"Evidence · {item.evidence.relation.label} · {where}"
    return item.view.claim.number


def spoken(item: PassItem) -> str:
    return f"{item.state.label}: {item.name}, {about(item)}. {shortened(words_of(item), 200)}"


def _claim(item: PassItem) -> int:
    return item.view.claim.id


class ItemDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: PassItem = index.data(ROW)
        colors, rect, font = theme.current(), QRectF(option.rect), option.font
        painter.save()
        whole = not (item.appearance or item.evidence)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colors["accent_soft"])
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), colors["accent"])
        elif whole:
            painter.fillRect(rect, colors["raised"])
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), colors["line"])
        glyph = scaled(font, 1.25, bold=True)
        draw_text(painter, item.state.glyph, glyph, COLORS[item.state], QRectF(rect.left() + 12, rect.top() + 6, 24, 24), 1)
        left = rect.left() + 38 + (0 if whole else INDENT)
        top = QRectF(left, rect.top() + 6, rect.right() - left - (150 if whole else 12), 20)
        draw_text(painter, about(item), scaled(font, 1 if whole else 0.9, bold=whole), "text" if whole else "muted", top, 1)
        if whole:
            draw_pill(painter, item.view.claim.verdict, rect.right() - 10, rect.top() + 6, font)
        below = QRectF(left, rect.top() + 27, rect.right() - left - 12, 20)
        draw_text(painter, words_of(item), font, "text", below, 1)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, max(HEIGHT, option.fontMetrics.height() * 2 + 18))


class ItemList(QListView):
    """Rows of equal height, so that a pass of tens of thousands scrolls like a short one."""

    chose = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model_ = Rows[PassItem](spoken, lambda item: item.key)
        self.setModel(self.model_)
        self.setItemDelegate(ItemDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("What the checker looks at")
        self.setMinimumWidth(330)
        self.selectionModel().currentChanged.connect(lambda *_: self.chose.emit())

    @property
    def items(self) -> list[PassItem]:
        return self.model_.rows

    def current(self) -> PassItem | None:
        row = self.currentIndex().row()
        return self.items[row] if 0 <= row < len(self.items) else None

    def set_items(self, items: list[PassItem]) -> None:
        """Show these, and stay on the item that is chosen, or at its place."""
        before, row = self.current(), max(0, self.currentIndex().row())
        self.model_.set_rows(items)
        if before is None or self.currentIndex().row() < 0:
            index = self.model_.index_of(before.key) if before else self.model_.index(-1)
            self.go(index.row() if index.isValid() else min(row, len(items) - 1))

    def put(self, claim_id: int, fresh: list[PassItem]) -> None:
        """Show what is now the claim's in place of what was; nothing else is looked at, however long the pass is."""
        items = self.items
        start, end = bisect_left(items, claim_id, key=_claim), bisect_right(items, claim_id, key=_claim)
        if [item.key for item in items[start:end]] == [item.key for item in fresh]:
            items[start:end] = fresh
            if fresh:
                self.model_.dataChanged.emit(self.model_.index(start), self.model_.index(end - 1))
        else:
            self.set_items([*items[:start], *fresh, *items[end:]])

    def go(self, row: int) -> None:
        if 0 <= row < len(self.items):
            index = self.model_.index(row)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def next_of(self, wanted: Callable[[PassItem], bool]) -> int:
        """The row of the next item that is wanted, from the one after this and round again; -1 when there is none."""
        here, count = self.currentIndex().row(), len(self.items)
        return next((row for step in range(1, count + 1) if wanted(self.items[row := (here + step) % count])), -1)
