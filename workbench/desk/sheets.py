"""Plain sheets: how to work here, and the keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QGridLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workbench import paths
from workbench.desk.commands import READING, Command
from workbench.desk.widgets import label


def _sheet(parent: QWidget, title: str, width: int, height: int) -> QWidget:
    sheet = QWidget(parent, Qt.WindowType.Window)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    sheet.setWindowTitle(title)
    sheet.resize(width, height)
    QShortcut(QKeySequence("Esc"), sheet).activated.connect(sheet.close)
    QVBoxLayout(sheet)
    return sheet


def keys_sheet(parent: QWidget, commands: Sequence[Command]) -> QWidget:
    """Every command with its key, by menu; made from the one table of commands."""
    sheet = _sheet(parent, "Keys", 1060, 820)
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(2, 1)
    menu, line = "", 0
    for command in commands:
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
    body = QWidget()
    body.setLayout(grid)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setWidget(body)
    scroll.setAccessibleName("Keys")
    layout = sheet.layout()
    assert layout is not None
    layout.addWidget(scroll)
    return sheet


def help_sheet(parent: QWidget) -> QWidget:
    """How to work here, as plain text from resources/help."""
    sheet = _sheet(parent, "How to work here", 1180, 820)
    words = QPlainTextEdit((paths.resources() / "help" / "working.txt").read_text(encoding="utf-8"))
    words.setReadOnly(True)
    words.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    words.setAccessibleName("How to work here")
    layout = sheet.layout()
    assert layout is not None
    layout.addWidget(words)
    return sheet
