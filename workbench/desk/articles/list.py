"""The articles of the case: title, outlet, date, and the statuses of the claims in each; narrowed by a few letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from workbench.desk import theme
from workbench.desk.articles.narrow import Narrow, Narrowing
from workbench.desk.articles.reading_bar import CaseReadingBar
from workbench.desk.desk import Desk
from workbench.desk.rows import MANY, ROW, Index, RowList, Rows, draw_text, layout_text, scaled
from workbench.desk.widgets import label
from workbench.domain.changes import Changes
from workbench.domain.days import day_words
from workbench.domain.entities import Appearance, Article
from workbench.domain.finding import all_sought
from workbench.domain.folding import flat
from workbench.domain.plurals import counted
from workbench.domain.statuses import Verdict
from workbench.domain.vocabulary import Field, Stance

T = TypeVar("T")
LOW = 340  # pixels of height below which the list comes before what narrows it


@dataclass(frozen=True, slots=True)
class ArticleRow:
    article: Article
    statuses: tuple[tuple[Verdict, int], ...]
    opened: bool


def spoken(row: ArticleRow) -> str:
    article = row.article
    value = article.value(Field.PUBLISHED)
    day = day_words(value) if value else "undated"
    counts = ", ".join(f"{count} {verdict.label.lower()}" for verdict, count in row.statuses)
    warned = f" Warning: {' '.join(article.warnings)}" if article.warnings else ""
    attached = f" Attached to Ex. {article.part_of}." if article.part_of is not None else ""
    kind = "" if article.has_text else "A picture. "
    return f"{article.exhibit}: {article.title}. {kind}{article.outlet}, {day}.{attached} {counts}{warned}"


def _searched(row: ArticleRow) -> str:
    """All that an article is found by here: what is said of it, and its day in figures."""
    return f"{spoken(row)} {row.article.value(Field.PUBLISHED) or ''}"


class ArticleDelegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self.list = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ArticleRow = index.data(ROW)
        colors = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected or row.opened:
            painter.fillRect(rect, colors["accent_soft"])
        if row.opened:
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), colors["accent"])
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colors["focus"], 1))
            painter.drawRect(rect.adjusted(1.5, 1.5, -1.5, -1.5))
        words = rect.adjusted(14, 8, -12, -8)
        used = draw_text(painter, row.article.title, option.font, "text", words, 2 if self.list.uniformItemSizes() else 3)
        dots = 12 * len(row.statuses[:4]) + 4 if row.statuses else 0
        small = scaled(option.font, 0.86)
        facts = facts_line(row.article, QFontMetricsF(small), words.width() - dots)
        draw_text(painter, facts, small, "muted", QRectF(words.left(), words.top() + used + 2, words.width() - dots, 20), 1)
        x = words.right() - 5
        for verdict, _count in reversed(row.statuses[:4]):
            _dot(painter, verdict, QPointF(x, words.top() + used + 11))
            x -= 12
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: ArticleRow = index.data(ROW)
        width = self.list.viewport().width()
        if self.list.uniformItemSizes():
            return QSize(width, int(option.fontMetrics.height() * 3 + 20))
        height = layout_text(row.article.title, option.font, QRectF(0, 0, width - 26, 0), 3)
        return QSize(width, int(height + option.fontMetrics.height() + 20))


def facts_line(article: Article, metrics: QFontMetricsF, width: float) -> str:
    """Outlet and date in so many pixels: where room is short the year goes first, then the outlet is cut; the date stays."""
    value = article.value(Field.PUBLISHED)
    outlet = f"⚠ {article.outlet}" if article.warnings else article.outlet
    outlet = outlet if article.has_text else f"Picture · {outlet}"
    whole = f"{outlet} · {day_words(value) if value else 'undated'}"
    if metrics.horizontalAdvance(whole) <= width:
        return whole
    day = f" · {day_words(value, year=False) if value else 'undated'}"
    return metrics.elidedText(outlet, Qt.TextElideMode.ElideRight, width - metrics.horizontalAdvance(day)) + day


def _dot(painter: QPainter, verdict: Verdict, at: QPointF) -> None:
    """A status as a small shape: disc, ring, cross, square – told apart without colour."""
    color = theme.current().of(verdict)
    painter.setPen(QPen(color, 1.6))
    painter.setBrush(color if verdict in (Verdict.CONFIRMED, Verdict.REFUTED) else Qt.BrushStyle.NoBrush)
    if verdict is Verdict.DENIED:
        painter.drawLine(at + QPointF(-3, -3), at + QPointF(3, 3))
        painter.drawLine(at + QPointF(-3, 3), at + QPointF(3, -3))
    elif verdict is Verdict.REFUTED:
        painter.drawRect(QRectF(at.x() - 3, at.y() - 3, 6, 6))
    else:
        painter.drawEllipse(at, 3.4, 3.4)
    painter.setBrush(Qt.BrushStyle.NoBrush)


class ArticleListView(RowList):
    """Signal: tab_asked(index) for a new tab."""

    tab_asked = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.tab_asked.emit(self.currentIndex())
        elif entered or event.key() == Qt.Key.Key_Space:
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click with Ctrl or with the middle button asks for a new tab."""
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        middle = event.button() == Qt.MouseButton.MiddleButton
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and (middle or (ctrl and event.button() == Qt.MouseButton.LeftButton)):
            self.setCurrentIndex(index)
            self.tab_asked.emit(index)
            event.accept()
        else:
            super().mouseReleaseEvent(event)


class ArticleList(QWidget):
    """Signals: opened(article id, beside), tab_asked(article id) for a new tab, menu_asked(article id, global point), and
    narrowed(the claims in the articles that are shown, None for all)."""

    opened = Signal(int, bool)
    tab_asked = Signal(int)
    narrowed = Signal(object)
    menu_asked = Signal(int, QPoint)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.showing: frozenset[int] = frozenset()
        self.model: Rows[ArticleRow] = Rows(spoken, lambda row: row.article.id)
        self.list = self._made_list()
        self.heading = label("ARTICLES", "section", scale=0.86)
        self.reading = CaseReadingBar(desk)
        self.narrow = Narrow()
        self.narrow.changed.connect(self._fill)
        self.filter = QLineEdit()
        self.empty = label("Drop articles or a folder anywhere here, paste text with Ctrl+V, or press Ctrl+Shift+O.", "muted", wrap=True)
        self._build()
        self._second: frozenset[int] = frozenset()
        self._told: frozenset[int] | None = None
        self.rows: list[ArticleRow] = []
        self._articles: dict[int, Article] = {}
        self._verdicts: dict[int, Verdict] = {}
        self._places: dict[int, set[int]] = {}
        self._claims_in: dict[int, set[int]] = {}
        self._row_of: dict[int, ArticleRow] = {}
        self._flat: dict[int, str] = {}
        desk.changed.connect(self._came_or_went)
        desk.settled.connect(self.refresh)
        self.reload()

    def _made_list(self) -> ArticleListView:
        made = ArticleListView()
        made.set_up(self.model, ArticleDelegate(made), "Articles")
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        made.customContextMenuRequested.connect(self._menu)
        made.clicked.connect(lambda index: self._open(index, beside=False))
        made.activated.connect(lambda index: self._open(index, beside=False))
        made.tab_asked.connect(lambda index: self.tab_asked.emit(index.data(ROW).article.id) if index.data(ROW) else None)
        return made

    def _build(self) -> None:
        self.heading.setContentsMargins(14, 9, 10, 7)
        self.filter.setPlaceholderText("Narrow by title, publisher, date")
        self.filter.setAccessibleName("Narrow the articles")
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(lambda _: self._fill())
        self.empty.setMargin(14)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.heading)
        layout.addWidget(self.reading)
        box = QVBoxLayout()
        box.setContentsMargins(10, 0, 10, 8)
        box.addWidget(self.filter)
        layout.addLayout(box)
        layout.addWidget(self.empty)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.narrow)

    def reload(self) -> None:
        case = self.desk.case
        self._articles = {a.id: a for a in case.articles.all()}
        self._verdicts = {claim.id: claim.verdict for claim in case.claims.all()}
        self._places, self._claims_in, self._row_of = {}, {}, {}
        self._put(case.appearances.all())
        self._make_rows(self._articles)

    def _came_or_went(self, changes: Changes) -> None:
        """At once, when articles came or went: the next key may open one."""
        if changes.touches("articles") and self._articles.keys() != self.desk.case.articles.ids():
            self.refresh(changes)

    def refresh(self, changes: Changes) -> None:
        """Read again only the articles and claims that changed, and make only their rows anew."""
        if not changes.touches("articles", "claims"):
            return
        touched = set(changes.articles)
        for claim in changes.claims:
            for article in self._places.pop(claim, ()):
                self._claims_in[article].discard(claim)
                touched.add(article)
        views = self.desk.case.claims.views(changes.claims)
        _replace(self._articles, changes.articles, self.desk.case.articles.named(changes.articles))
        _replace(self._verdicts, changes.claims, {view.claim.id: view.claim.verdict for view in views})
        touched |= self._put(appearance for view in views for appearance in view.appearances)
        self._make_rows(touched)

    def _put(self, appearances: Iterable[Appearance]) -> set[int]:
        """Note which claims appear in which articles; returns those articles."""
        found = set()
        for appearance in appearances:
            if appearance.stance is not Stance.NOT_MENTIONED:
                self._places.setdefault(appearance.claim_id, set()).add(appearance.article_id)
                self._claims_in.setdefault(appearance.article_id, set()).add(appearance.claim_id)
                found.add(appearance.article_id)
        return found

    def _make_rows(self, numbers: Iterable[int]) -> None:
        """Make the rows of some articles anew; those that are no longer in the case go."""
        for number in numbers:
            self._row_of.pop(number, None)
            self._flat.pop(number, None)
            if number in self._articles:
                tally = Counter(self._verdicts[claim] for claim in self._claims_in.get(number, ()))
                counts = tuple((v, tally[v]) for v in Verdict if tally[v])
                self._row_of[number] = ArticleRow(self._articles[number], counts, number in self.showing)
        self.rows = [self._row_of[number] for number in sorted(self._row_of)]
        self._fill()

    def show_open(self, article_ids: frozenset[int]) -> None:
        """Tell which articles stand in panes."""
        if article_ids != self.showing:
            self.showing = article_ids
            self._row_of = {n: ArticleRow(r.article, r.statuses, n in article_ids) for n, r in self._row_of.items()}
            self._make_rows(())

    def ids(self) -> list[int]:
        """The exhibits in the order shown."""
        return [row.article.id for row in self.rows]

    def _fill(self) -> None:
        wanted = all_sought(self.filter.text())
        by = self.narrow.by
        shown = [r for r in self.rows if all(words.stands_in(self._said(r)) for words in wanted)] if wanted else self.rows
        if by != Narrowing():
            shown = [r for r in shown if by.keeps(r.article) and (not by.second or self._claims_in.get(r.article.id, set()) & self._second)]
        self.list.setUniformItemSizes(len(shown) > MANY)
        self.model.set_rows(shown)
        self._tell(shown)
        self.reading.show_articles(frozenset(self._articles))
        self.narrow.show_facts(list(self._articles.values()), len(self._second))
        self._fit_narrow()
        self.empty.setVisible(not self.rows)
        self.filter.setVisible(len(self.rows) > 7 or bool(wanted))
        texts, all_texts = (sum(row.article.has_text for row in rows) for rows in (shown, self.rows))
        pictures = f" and {counted(len(shown) - texts, 'picture')}" if len(shown) > texts else ""
        self.heading.setText(f"ARTICLES   {texts}" + (f" of {all_texts}" if texts != all_texts else "") + pictures)

    def _said(self, row: ArticleRow) -> str:
        """What typed words are looked for in, folded once."""
        number = row.article.id
        if number not in self._flat:
            self._flat[number] = flat(_searched(row))
        return self._flat[number]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_narrow()

    def _fit_narrow(self) -> None:
        """In a low window the list needs the room, unless it is narrowed: then the way back must be seen."""
        self.narrow.setVisible(len(self._articles) > 1 and (self.height() >= LOW or self.narrow.by != Narrowing()))

    def _tell(self, shown: Sequence[ArticleRow]) -> None:
        """Tell which claims stand in the articles that are shown, when it is other than before."""
        by, claims = self.narrow.by, None
        if by != Narrowing():
            claims = frozenset(c for r in shown for c in self._claims_in.get(r.article.id, ()))
            claims = claims & self._second if by.second else claims
        if claims != self._told:
            self._told = claims
            self.narrowed.emit(claims)

    def show_second(self, claims: frozenset[int]) -> None:
        """Take the claims that need a second source."""
        if claims != self._second:
            self._second = claims
            self._fill()

    def show_all(self) -> None:
        """Take back everything that narrows the lists."""
        self.filter.clear()
        self.narrow.clear()

    def chosen(self) -> int:
        """The article that the list stands at; 0 for none."""
        row = self.list.currentIndex().data(ROW)
        return row.article.id if row else 0

    def _open(self, index: Index, *, beside: bool) -> None:
        row = index.data(ROW)
        if row:
            self.opened.emit(row.article.id, beside)

    def _menu(self, point: QPoint) -> None:
        row = self.list.indexAt(point).data(ROW)
        if row:
            self.menu_asked.emit(row.article.id, self.list.viewport().mapToGlobal(point))


def _replace(known: dict[int, T], changed: Iterable[int], fresh: dict[int, T]) -> None:
    """Put what was read again in the place of what was known; what is no longer there goes."""
    for each in changed:
        known.pop(each, None)
    known.update(fresh)
