"""Find everywhere: hits across articles, claims, notes and evidence while typing; Enter opens, Esc leaves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from workbench.desk import theme
from workbench.desk.commands import Command
from workbench.desk.desk import Desk
from workbench.desk.rows import ROW, Index, Rows, draw_text, scaled
from workbench.desk.widgets import label, tool
from workbench.desk.worker import Job
from workbench.domain.entities import Article
from workbench.domain.spans import Span
from workbench.search.documents import Hit, Results

if TYPE_CHECKING:
    from workbench.search.query import ParsedQuery

FACETS = (("publisher", "publisher"), ("language", "lang"), ("status", "status"))
"""Facets shown, and the field of the query language that narrows to them."""
DELAY = 150  # milliseconds after the last key


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A line of the panel: a hit, or a command of the palette."""

    key: int
    head: str
    text: str
    spans: tuple[Span, ...]
    hit: Hit | None
    command: Command | None


class FoundDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: FoundRow = index.data(ROW)
        painter.save()
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.current()["accent_soft"])
        words = rect.adjusted(14, 6, -14, -4)
        used = draw_text(painter, row.head, scaled(option.font, 0.88), "muted", words, 1)
        _draw_snippet(painter, row, option, words.adjusted(0, used + 1, 0, 0))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), int(option.fontMetrics.height() * 2 + 16))


def _draw_snippet(painter: QPainter, row: FoundRow, option: QStyleOptionViewItem, box: QRectF) -> None:
    """One line of plain text with every hit in it marked."""
    colors = theme.current()
    layout = QTextLayout(row.text, option.font)
    formats = []
    for span in row.spans:
        look = QTextCharFormat()
        look.setBackground(colors["hit_tint"])
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = _units(row.text, span.start), _units(row.text[span.start :], span.end - span.start), look
        formats.append(part)
    layout.setFormats(formats)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(10_000)
    layout.endLayout()
    painter.setPen(colors["text"])
    painter.setClipRect(box)
    layout.draw(painter, box.topLeft())


def _units(text: str, points: int) -> int:
    return points + sum(char > "\uffff" for char in text[:points])


class SearchBox(QLineEdit):
    """Takes Ctrl+Z for itself only while there is something typed to undo; else the desk has it."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
            if (undo and not self.isUndoAvailable()) or (redo and not self.isRedoAvailable()):
                event.ignore()
                return True
        return super().event(event)


class SearchPanel(QFrame):
    """Signals: opened(Hit). The box itself is the window's; this is what drops down from it."""

    opened = Signal(object)

    def __init__(self, desk: Desk, box: QLineEdit, parent: QWidget, commands: Callable[[], list[Command]]) -> None:
        super().__init__(parent)
        self.desk = desk
        self.box = box
        self.commands = commands
        self.results: Results | None = None
        self.setObjectName("popup")
        self._job: Job | None = None
        self.model: Rows[FoundRow] = Rows(lambda row: f"{row.head}: {row.text}", lambda row: row.key)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(FoundDelegate(self.list))
        self.list.setAccessibleName("What was found")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.clicked.connect(lambda index: self._take(index.data(ROW)))
        self.words = label("", "muted", wrap=True)
        self.words.setMargin(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(0)
        layout.addWidget(self.words)
        self.facets = QHBoxLayout()
        self.facets.setContentsMargins(10, 0, 10, 4)
        layout.addLayout(self.facets)
        layout.addWidget(self.list, 1)
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self.search)
        box.textChanged.connect(lambda _: self._timer.start())
        box.installEventFilter(self)
        desk.indexed.connect(lambda: self.search() if self.isVisible() else None)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if event.type() == QEvent.Type.FocusIn and self.box.text().strip():
            self._timer.start()
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.model.rows:
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            at = (self.list.currentIndex().row() + step) % len(self.model.rows)
            self.list.setCurrentIndex(self.model.index(at))
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._timer.isActive() or not self.isVisible():
                self.search()
            elif self.model.rows:
                self._take(self.list.currentIndex().data(ROW) or self.model.rows[0])
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.box.clearFocus()
            return True
        return False

    def stop(self) -> None:
        """Forget what was being typed: the window closes."""
        self._timer.stop()

    def search(self) -> None:
        """Ask the index in the background; an older answer still under way is dropped."""
        self._timer.stop()
        query = self.box.text().strip()
        if self._job:
            self._job.cancel()
        if not query:
            self.results = None
            self.hide()
            return
        case = self.desk.case
        self._job = self.desk.ask("Searching", lambda _: case.index.search(query), lambda found: self._show(query, *found))

    def _show(self, query: str, parsed: ParsedQuery, results: Results | None) -> None:
        if query != self.box.text().strip():
            return
        self.results = results
        titles = self._titles(results)
        hits = results.hits if results else ()
        rows = [self._row(i, hit, _place(titles.get(hit.id)) if hit.kind == "article" else "") for i, hit in enumerate(hits)]
        matching = [c for c in self.commands() if query.casefold() in c.title.casefold()][:6]
        rows += [FoundRow(10_000 + i, f"Command · {c.keys_text}", c.title, (), None, c) for i, c in enumerate(matching)]
        self.model.set_rows(rows)
        said = [d.message for d in parsed.diagnostics] + list(results.notes if results else ())
        self._show_facets(results)
        if results is not None and not results.hits and not matching:
            said.append("Nothing found. Try fewer words, OR between words, or a prefix such as deploy*.")
        if self.desk.index_pending:
            said.append(f"The index is {self.desk.case.index.behind()} steps behind; more may come.")
        self.words.setText("\n".join(said) if said else f"{results.total if results else 0} found")
        self._place(len(rows))

    def _show_facets(self, results: Results | None) -> None:
        """How many hits each publisher, language, kind and status has; a click narrows the search."""
        while self.facets.count():
            item = self.facets.takeAt(0)
            if item and (widget := item.widget()):
                widget.deleteLater()
        for name, field in FACETS if results and results.total > 1 else ():
            counts = dict(results.facets.get(name, {})) if results else {}
            for value, count in list(counts.items())[:4] if len(counts) > 1 else ():
                word = f'{field}:"{value}"' if " " in str(value) else f"{field}:{value}"
                chip = tool(f"{value}  {count}", f"Narrow to {name} {value}", partial(self._narrow, word), kind="chip")
                chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                self.facets.addWidget(chip)
        self.facets.addStretch(1)

    def _narrow(self, word: str) -> None:
        self.box.setText(f"{self.box.text().strip()} {word}")

    def _titles(self, results: Results | None) -> dict[int, Article]:
        """The articles among the hits."""
        ids = frozenset(hit.id for hit in results.hits if hit.kind == "article") if results else frozenset()
        with self.desk.case.file.read() as reader:
            return {a.id: a for a in reader.articles(ids)}

    def _row(self, key: int, hit: Hit, place: str) -> FoundRow:
        snippet = hit.snippet
        kind = {"claim": f"Claim C{hit.id}", "note": f"Note on C{hit.id}", "evidence": "Evidence"}.get(hit.kind, place)
        return FoundRow(key, kind, snippet.text.replace("\n", " "), tuple(snippet.spans), hit, None)

    def _place(self, rows: int) -> None:
        parent = self.parentWidget()
        assert parent is not None
        under = self.box.mapTo(parent, QPoint(0, self.box.height() + 4))
        width = max(self.box.width(), 620)
        height = min(600, 110 + rows * (self.list.fontMetrics().height() * 2 + 16))
        self.setGeometry(under.x() - (width - self.box.width()) // 2, under.y(), width, height)
        if self.model.rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0))
        self.setVisible(self.box.hasFocus())
        self.raise_()

    def _take(self, row: FoundRow | None) -> None:
        if row is None:
            return
        self.hide()
        if row.command:
            self.box.clear()
            self.box.clearFocus()
            row.command.trigger()
        elif row.hit:
            self.opened.emit(row.hit)


def _place(article: Article | None) -> str:
    """Exhibit and title of an article that was found."""
    return f"{article.exhibit} · {article.title}" if article else ""
