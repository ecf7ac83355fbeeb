"""The keys: every command with its key, and the letters that act inside sheets."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workbench.desk.command import READING, Command
from workbench.desk.menu_table import MENUS
from workbench.desk.sheet import Sheet
from workbench.desk.widgets import label
from workbench.domain.folding import flat

LINE = 28
"""Pixels that an arrow scrolls."""
SHEET_KEYS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("In a choice or a form", (
        ("↑ ↓ Enter", "go through the choices and take one"), ("a letter", "takes the choice beside it"),
        ("Tab", "to the next line of a form"), ("Esc", "leaves everything as it was"),
    )),
    ("In the queries", (
        ("Enter", "raise a suggestion; go to the passages of a query"), ("X", "set a suggestion aside"), ("G", "go to the passages"),
        ("R", "say how it was settled"), ("Shift+R", "reopen"), ("F2", "edit"), ("Del", "delete"), ("S", "sort by the next column"),
        ("J K", "next and previous"),
    )),
    ("In what the articles say against each other", (
        ("Enter", "take a line as what it names: a query, a claim"), ("Q", "raise a query"), ("N", "a new claim of the passages"),
        ("M", "mark them for the chosen claim"), ("G", "go to the passages"),
        ("Del", "dismiss, with a reason"), ("J K", "next and previous"), ("Ctrl+Tab", "the next part"),
    )),
    ("In the origins", (
        ("Enter", "edit the chosen one"), ("N", "a new one"), ("M", "merge two names of one"), ("C", "draw only the chosen claim"),
        ("Del", "delete"), ("+ - 0", "larger, smaller, all of the graph in sight"),
    )),
    ("In the checker’s pass", (
        ("A", "agree, and go on"), ("Q", "query, and go on"), ("J K", "next and previous"), ("N", "to the next that is to do"),
        ("Enter", "show the words in a pane"),
    )),
    ("In the second pair of eyes", (("T", "take theirs"), ("O", "keep ours"))),
    ("In the page of a PDF", (("Left Right", "the page before and after"),)),
    ("In claims by articles", (
        ("Enter", "open the passage of a cell; again for the next one"), ("Ctrl+S", "save as PDF"), ("Ctrl+P", "print"),
    )),
)  # fmt: skip
"""Letters that act while a sheet has the keyboard: the sheet, then key and what it does."""


def keys_sheet(parent: QWidget, commands: Sequence[Command]) -> QWidget:
    """Every command with its key, by menu; made from the one table of commands."""
    sheet = Sheet(parent, "Keys", 1060, 820)
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(2, 1)
    menu, line = "", 0
    by_name = {command.spec.name: command for command in commands}
    for command in (by_name[name] for each in MENUS for name in each.commands()):
        if command.spec.menu != menu:
            menu = command.spec.menu
            grid.addWidget(label(menu.upper(), "section", scale=0.86), line, 0, 1, 3)
            line += 1
        where = "in a reading pane" if command.spec.where == READING else ""
        keys = label(command.keys_text.replace("Return", "Enter"), "key") if command.keys_text else label("in the menu", "muted")
        grid.addWidget(keys, line, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(label(command.title.rstrip("…")), line, 1)
        grid.addWidget(label(" · ".join(filter(None, (command.spec.hint, where))), "muted"), line, 2)
        line += 1
    for title, letters in SHEET_KEYS:
        grid.addWidget(label(title.upper(), "section", scale=0.86), line, 0, 1, 3)
        for offset, (key, words) in enumerate(letters, 1):
            grid.addWidget(label(key, "key"), line + offset, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(label(words), line + offset, 1, 1, 2)
        line += len(letters) + 1
    body = QWidget()
    body.setLayout(grid)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setWidget(body)
    scroll.setAccessibleName("Keys")
    search = KeySearch(scroll, grid)
    layout = QVBoxLayout(sheet)
    layout.addWidget(search)
    layout.addWidget(scroll, 1)
    search.setFocus()
    return sheet


class KeySearch(QLineEdit):
    """Narrows the list to lines that have all the words that are typed; arrows and Page Up and Down scroll it meanwhile."""

    def __init__(self, scroll: QScrollArea, grid: QGridLayout) -> None:
        super().__init__()
        self.setObjectName("search")
        self.setPlaceholderText("Find a key or what it does; ↑ ↓ scroll")
        self.setAccessibleName("Find a key or what it does")
        self.setClearButtonEnabled(True)
        self._scroll = scroll
        self._lines = _lines(grid)
        self.textChanged.connect(self.narrow)

    def narrow(self, text: str) -> None:
        """Show the lines with these words, each under its heading; all of them when there are none."""
        wanted = flat(text).split()
        heading: list[QWidget] = []
        below = False
        for widgets in [*self._lines, []]:
            if len(widgets) <= 1:
                for widget in heading:
                    widget.setVisible(below)
                heading, below = widgets, False
                continue
            words = flat(" ".join(w.text() for w in widgets if isinstance(w, QLabel)))
            shown = all(word in words for word in wanted)
            below = below or shown
            for widget in widgets:
                widget.setVisible(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._scroll.verticalScrollBar()
        by = {Qt.Key.Key_Down: LINE, Qt.Key.Key_Up: -LINE, Qt.Key.Key_PageDown: bar.pageStep(), Qt.Key.Key_PageUp: -bar.pageStep()}
        if step := by.get(Qt.Key(event.key())):
            bar.setValue(bar.value() + step)
        else:
            super().keyPressEvent(event)


def _lines(grid: QGridLayout) -> list[list[QWidget]]:
    """The widgets of each line of a grid; a heading stands alone in its line."""
    cells = (grid.itemAtPosition(row, column) for row in range(grid.rowCount()) for column in range(3))
    found: dict[int, list[QWidget]] = {}
    for item in cells:
        widget = item.widget() if item else None
        if widget is not None:
            line = found.setdefault(grid.getItemPosition(grid.indexOf(widget))[0], [])  # type: ignore[index]
            line += [] if widget in line else [widget]
    return [found[row] for row in sorted(found)]
