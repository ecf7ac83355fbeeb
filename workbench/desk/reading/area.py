"""The reading area: one to six panes side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from workbench.case.passages import Mark
from workbench.desk import fonts
from workbench.desk.desk import Desk
from workbench.desk.reading.hairlines import Hairlines
from workbench.desk.reading.locked import Lock
from workbench.desk.reading.pane import Pane
from workbench.desk.reading.tabs import Tab
from workbench.desk.reading.typography import Look
from workbench.desk.widgets import label
from workbench.domain.spans import Span

MOST = 6
SIZES = range(8, 29)
NEXT_STEP = {
    False: ("Drop articles or a folder here", "or add files with Ctrl+Shift+O, or paste text with Ctrl+V.\nPress ? for every key."),
    True: ("No article is open", "Choose one at the left, or press Ctrl+2 for two side by side; drop more here.\nPress ? for every key."),
}
"""What stands where no article is open, without and with articles in the case."""
NARROWEST = 200  # pixels; where more panes are wanted than fit, they scroll sideways


class Area(QWidget):
    """Signals: pane_made(Pane), so that keys can be given to it; pane_gone() when one was closed; selected(Pane);
    menu_asked(Pane, claim ids, global point)."""

    pane_made = Signal(object)
    pane_gone = Signal()
    menu_asked = Signal(object, list, QPoint)
    selected = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.panes: list[Pane] = []
        self.wanted = 2
        self.plain = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self._current: Pane | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.scroller = QScrollArea()
        self.scroller.setWidgetResizable(True)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setWidget(self.splitter)
        layout.addWidget(self.scroller)
        self.empty = self._empty()
        self.tell(0)
        layout.addWidget(self.empty)
        self.scroller.hide()
        self.lock = Lock(lambda: self.panes)
        self.lines = Hairlines(self, lambda: self.panes)
        self.look = Look(**{k: v for k, v in desk.settings.get("look").items() if k in Look.__dataclass_fields__})

    def _empty(self) -> QWidget:
        """What stands here while nothing is open: the next step."""
        words, more = label("", "title", scale=1.2), label("", "muted")
        self._next_step = (words, more)
        zone = QFrame()
        zone.setObjectName("dropzone")
        inner = QVBoxLayout(zone)
        inner.setContentsMargins(40, 60, 40, 60)
        for each in (words, more):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
            inner.addWidget(each)
        holder = QWidget()
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(60, 60, 60, 60)
        outer.addStretch(1)
        outer.addWidget(zone)
        outer.addStretch(2)
        return holder

    def tell(self, articles: int) -> None:
        """Say in the empty place what the next step is, for a case with so many articles."""
        for each, said in zip(self._next_step, NEXT_STEP[bool(articles)], strict=True):
            each.setText(said)

    def _even(self) -> None:
        """Give the panes the same width; show the next step when there is none."""
        self.splitter.setSizes([1000] * self.splitter.count())
        self.scroller.setVisible(bool(self.panes))
        self.empty.setVisible(not self.panes)

    @property
    def current(self) -> Pane | None:
        """The pane that has, or last had, the keyboard."""
        return self._current if self._current in self.panes else (self.panes[0] if self.panes else None)

    def open(self, article_id: int, *, beside: bool = False) -> Pane:
        """Show an article: where it is open already (in a tab too), in a free place, else in the pane in focus (or beside it).
        Raises NotFound before a pane is made for it."""
        self.desk.case.articles.get(article_id)
        shown = None if beside else self._turned_to(article_id)
        if shown:
            shown.view.setFocus()
            return shown
        if len(self.panes) < min(self.wanted, MOST) or (beside and len(self.panes) < MOST):
            pane = self._add()
        else:
            pane = self.current or self._add()
        pane.show_article(article_id)
        self._current = pane
        pane.view.setFocus()
        return pane

    def let_go(self, mark: Mark) -> None:
        """Words that have become a mark are no longer selected; the cursor stands in them, so that the next key is about the mark."""
        for pane in self.panes:
            if pane.article_id == mark.article_id and pane.view.selection() == Span(mark.start, mark.end):
                pane.view.drop_selection()

    def _turned_to(self, article_id: int) -> Pane | None:
        """The pane that shows an article, or has it in a tab, which is turned to; None when it is not open."""
        shown = next((p for p in self.panes if p.article_id == article_id), None)
        behind = ((p, n) for p in self.panes for n, tab in enumerate(p.tabs) if tab.article_id == article_id)
        if shown is None and (found := next(behind, None)):
            shown = found[0]
            shown.show_tab(found[1])
        return shown

    def open_tab(self, article_id: int) -> Pane:
        """Show an article in a new tab of the pane in focus, also where it is open already."""
        pane = self.current
        if pane is None:
            return self.open(article_id)
        pane.add_tab(Tab(article_id))
        self._current = pane
        pane.view.setFocus()
        return pane

    def open_tabs(self, tabs: Sequence[Tab], number: int) -> None:
        """A further pane with these tabs, one of them shown."""
        if len(self.panes) < MOST:
            pane = self._add()
            pane.restore_tabs(tabs, number)
            self._current = pane

    def turn_tab(self, by: int) -> None:
        """To the next (1) or previous (-1) tab of the pane in focus, round and round."""
        if (pane := self.current) and len(pane.tabs) > 1:
            pane.show_tab((pane.tab + by) % len(pane.tabs))

    def close_tab(self) -> None:
        """Close the tab that is open in the pane in focus; with its last one the pane."""
        if pane := self.current:
            had_focus = pane.view.hasFocus() or pane.head.tabs.hasFocus()
            pane.close_tab(pane.tab)
            if had_focus and pane in self.panes:
                pane.view.setFocus()

    def _add(self) -> Pane:
        pane = Pane(self.desk, self.look)
        pane.setMinimumWidth(NARROWEST)
        pane.focused.connect(self._focused)
        pane.closed.connect(self.close_pane)
        pane.view.zoomed.connect(self.zoom)
        pane.view.set_plain(self.plain)
        pane.view.drawn.connect(self.lines.update)
        pane.view.verticalScrollBar().valueChanged.connect(lambda _: self.lock.scrolled(pane))
        pane.view.selected.connect(lambda: self.selected.emit(pane))
        pane.view.menu_asked.connect(lambda claims, point: self.menu_asked.emit(pane, claims, point))
        at = self.panes.index(self.current) + 1 if self.current else 0
        self.panes.insert(at, pane)
        self.splitter.insertWidget(at, pane)
        self.wanted = max(self.wanted, len(self.panes))
        self._even()
        self.lines.raise_()
        self.pane_made.emit(pane)
        return pane

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lines.setGeometry(self.rect())

    def _focused(self, pane: Pane) -> None:
        self._current = pane
        self.scroller.ensureWidgetVisible(pane, 0, 0)

    def close_pane(self, pane: Pane) -> None:
        if pane in self.panes:
            had_focus = pane.view.hasFocus()
            self.panes.remove(pane)
            pane.desk.changed.disconnect(pane.refresh)
            pane.hide()
            pane.setParent(None)
            pane.deleteLater()
            self._even()
            self.pane_gone.emit()
            if had_focus:
                (self.current.view if self.current else self).setFocus()

    def set_count(self, count: int, candidates: Callable[[], list[int]]) -> None:
        """Show exactly `count` panes: close from the right, or open further articles."""
        self.wanted = count
        while len(self.panes) > count:
            self.close_pane(self.panes[-1])
        for article_id in candidates():
            if len(self.panes) >= count:
                break
            if all(p.article_id != article_id for p in self.panes):
                keep = self.current
                self._current = self.panes[-1] if self.panes else None
                self._add().show_article(article_id)
                self._current = keep
        if self.current:
            self.current.view.setFocus()

    def focus(self, number: int) -> None:
        """Give the keyboard to the pane with that number, from 1."""
        if number <= len(self.panes):
            self.panes[number - 1].view.setFocus()

    def go_to(self, article_id: int, span: Span, *, select: bool = False) -> Pane:
        """Open an article at a span."""
        pane = self.open(article_id)
        pane.view.go_to(span, select=select)
        return pane

    def bring_to(self, claim_id: int) -> None:
        """Every pane to this claim."""
        for pane in self.panes:
            pane.bring_to(claim_id)

    def zoom(self, step: int) -> None:
        """Larger or smaller text in all panes; 0 for the usual size. Kept for the user."""
        usual = Look().size
        size = usual if not step else min(max(self.look.size + step, SIZES.start), SIZES.stop - 1)
        self.use_look(replace(self.look, size=size))

    def use_look(self, look: Look) -> None:
        """Show all articles with this look from now on. Kept for the user."""
        self.look = look
        self.desk.settings.set("look", asdict(look))
        for pane in self.panes:
            self.restyle(pane)

    def restyle(self, pane: Pane) -> None:
        """Lay a pane's text out again with the font and theme in use, at the same place."""
        here = pane.view.position()
        pane.view.set_look(self.look, fonts.reading(self.look.size))
        pane.view.dress(self.desk.case.articles.zones(pane.article_id))
        pane.view.go_to(Span(here, here))

    def toggle_plain(self) -> None:
        """Reading mode on or off."""
        self.plain = not self.plain
        for pane in self.panes:
            pane.view.set_plain(self.plain)
