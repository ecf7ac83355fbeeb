"""How to work here: topics at the left, the chosen one at the right. Words from resources/help, shown as plain text."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QListWidget, QScrollArea, QSplitter, QVBoxLayout, QWidget

from workbench import paths
from workbench.desk.sheet import Sheet
from workbench.desk.widgets import label

Entry = tuple[str, str]
"""A key with what it does; or an empty key and a paragraph."""


@dataclass(frozen=True, slots=True)
class Topic:
    title: str
    entries: tuple[Entry, ...]


def topics(text: str) -> list[Topic]:
    """Topics from their file: "# Title", paragraphs, and lines of a key, a bar with spaces around it, and what the key does."""
    found = []
    for part in text.split("# ")[1:]:
        title, _, rest = part.partition("\n")
        entries = []
        for line in filter(str.strip, rest.splitlines()):
            key, bar, words = line.partition(" | ")
            entries.append((key.strip(), words.strip()) if bar else ("", line.strip()))
        found.append(Topic(title.strip(), tuple(entries)))
    return found


def help_sheet(parent: QWidget) -> QWidget:
    """The topics; arrows and Page Down go through them and through the chosen one."""
    sheet = Sheet(parent, "How to work here", 1040, 720)
    known = topics((paths.resources() / "help" / "working.txt").read_text(encoding="utf-8"))
    listed = QListWidget()
    listed.setAccessibleName("Topics")
    listed.setSpacing(3)
    listed.addItems([topic.title for topic in known])
    page = QScrollArea()
    page.setWidgetResizable(True)
    page.setAccessibleName("The topic")
    listed.currentRowChanged.connect(lambda row: page.setWidget(_page(known[row])))
    split = QSplitter(Qt.Orientation.Horizontal)
    split.setChildrenCollapsible(False)
    split.addWidget(listed)
    split.addWidget(page)
    split.setSizes([290, 750])
    QVBoxLayout(sheet).addWidget(split)
    listed.setCurrentRow(0)
    listed.setFocus()
    return sheet


def _page(topic: Topic) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 16, 24, 16)
    column.setSpacing(12)
    column.addWidget(label(topic.title, "big", scale=1.25))
    grid = None
    for key, words in topic.entries:
        if not key:
            column.addWidget(label(words, wrap=True))
            grid = None
            continue
        if grid is None:
            grid = QGridLayout()
            grid.setHorizontalSpacing(14)
            grid.setColumnStretch(1, 1)
            column.addLayout(grid)
        row = grid.rowCount()
        grid.addWidget(label(key, "key"), row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(words, wrap=True), row, 1)
    column.addStretch(1)
    return page
