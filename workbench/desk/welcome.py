"""The first page: open the example, a recent case, a new one; or drop articles here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from workbench.desk.widgets import Elided, button, label
from workbench.settings import Settings


class Welcome(QWidget):
    """`run` maps what is wanted ("example", "new", "open", a Path to a case, or a list of dropped Paths) to the program."""

    def __init__(self, settings: Settings, run: Callable[[object], None]) -> None:
        super().__init__()
        self.run = run
        self.setAcceptDrops(True)
        self.problem = label("", "muted", wrap=True)
        self.problem.hide()
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(label("Workbench", "big", scale=2.0))
        column.addWidget(
            label(
                "Articles are not sources. Lay them side by side, say what is confirmed, and print a memo you can defend.",
                "muted",
                wrap=True,
            )
        )
        column.addSpacing(8)
        column.addWidget(self.problem)
        column.addWidget(self._drop_zone())
        row = QHBoxLayout()
        self.example = button("Open the example", "A worked case of a made-up event", lambda: run("example"), kind="primary")
        row.addWidget(self.example)
        row.addWidget(button("New case…", "Start a case in a new file", lambda: run("new"), key="Ctrl+N"))
        row.addWidget(button("Open case…", "Open a case file", lambda: run("open"), key="Ctrl+Shift+O"))
        row.addStretch(1)
        column.addLayout(row)
        recent = [Path(p) for p in settings.get("recent", []) if Path(p).is_file()]
        if recent:
            column.addSpacing(12)
            column.addWidget(label("RECENT CASES", "section", scale=0.86))
        for path in recent[:6]:
            line = QHBoxLayout()
            line.addWidget(button(path.stem, f"Open {path}", lambda p=path: run(p), kind="flat"))  # type: ignore[misc]
            line.addWidget(Elided(str(path.parent), "muted"), 1)
            column.addLayout(line)
        column.addStretch(1)
        column.addWidget(label("Everything stays on this computer: no account, no network, nothing to save.", "muted"))
        box = QWidget()
        box.setLayout(column)
        box.setMaximumWidth(640)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(40, 60, 40, 30)
        outer.addStretch(1)
        outer.addWidget(box, 4)
        outer.addStretch(1)

    def _drop_zone(self) -> QFrame:
        zone = QFrame()
        zone.setObjectName("dropzone")
        zone.setMinimumHeight(130)
        words = label("Drop articles or a folder here", "title")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        small = label("text, Markdown or saved web pages; a new case is made for them", "muted")
        small.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(zone)
        layout.addStretch(1)
        layout.addWidget(words)
        layout.addWidget(small)
        layout.addStretch(1)
        return zone

    def say(self, text: str) -> None:
        """What went wrong, in plain words, on the page itself."""
        self.problem.setText(text)
        self.problem.show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if len(paths) == 1 and paths[0].suffix == ".case":
            self.run(paths[0])
        elif paths:
            self.run(paths)
