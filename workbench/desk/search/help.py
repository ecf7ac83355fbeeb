"""Words for a search, as a small popup of examples; an example can be taken into the box."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from workbench.desk.popup import Popup
from workbench.desk.widgets import button, label

EXAMPLES = (
    ("ambassador summoned", "both words, in any of their forms"),
    ("troops OR soldiers", "one of them; (…) groups"),
    ("troops -navy", "without a word"),
    ('"immediate withdrawal"', "the phrase"),
    ('"ferry stopped"~5', "near each other"),
    ("deploy*   w?ldcard", "words that begin so; ? is a letter, * any"),
    ("zinoviev~   =summoned", "a letter different; this form only"),
    ("publisher:courier", "also title: author: origin: lang:en"),
    ("in:claims status:denied", "also in:articles, notes, evidence, furniture; claim:C7"),
    ("published:2024-10-18..2024-10-22", 'also >2024-10, <2024, "18 Oct 2024"'),
    ("zone:headline ferry", "only in headlines"),
    ("/cease.?fire/", "a regular expression over the texts"),
    (">dark", "commands only"),
)


class SearchHelp(Popup):
    """`take(example)` puts an example into the box."""

    def __init__(self, parent: QWidget, take: Callable[[str], None]) -> None:
        super().__init__(parent, "Words for a search")
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(1)
        self.lines = []
        for line, (example, meaning) in enumerate(EXAMPLES):
            first = example.split("   ")[0]
            made = button(example, f"Put {first} into the box: {meaning}", partial(self._take, take, first), kind="choice")
            grid.addWidget(made, line, 0)
            grid.addWidget(label(meaning, "muted"), line, 1, Qt.AlignmentFlag.AlignVCenter)
            self.lines.append(made)
        self.lay.addLayout(grid)
        self.lay.addWidget(label("↑ ↓ and Enter take an example; Esc leaves", "muted"))

    def take_focus(self) -> None:
        self.lines[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = next((line for line in self.lines if line.hasFocus()), None)
        if chosen and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            chosen.click()
        else:
            super().keyPressEvent(event)

    def _take(self, take: Callable[[str], None], example: str) -> None:
        self.leave()
        take(example)
