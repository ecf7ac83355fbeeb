"""The first page: open the example, a recent case, a new one; or drop articles here."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench import paths
from workbench.desk.widgets import Elided, button, label
from workbench.domain.days import day_words
from workbench.settings import Settings

MOST_RESCUED = 10


def rescued(folder: Path) -> list[tuple[Path, str]]:
    """The newest of the copies that were rescued from cases whose own file could not be written, with their time in words."""
    try:
        files = (entry for entry in os.scandir(folder) if entry.name.endswith(".case") and entry.is_file(follow_symlinks=False))
        found = sorted(((entry.stat().st_mtime, Path(entry.path)) for entry in files), reverse=True)
    except OSError:  # there is no such folder, or nobody may look into it
        return []
    times = ((path, datetime.fromtimestamp(at, UTC).astimezone()) for at, path in found[:MOST_RESCUED])
    return [(path, f"rescued on {day_words(at.date().isoformat())} {at:%H:%M}") for path, at in times]


def _opener(path: Path, words: str, run: Callable[[object], None]) -> QPushButton:
    """A button that opens a case, by click, Space or Enter."""
    made = button(path.stem, f"Open {path}, {words}", lambda: run(path), kind="flat")
    made.setAccessibleName(f"{path.stem}, {words}")
    return made


class Welcome(QWidget):
    """`run` maps what is wanted ("example", "new", "open", a Path to a case, or a list of dropped Paths) to the program."""

    def __init__(self, settings: Settings, run: Callable[[object], None]) -> None:
        super().__init__()
        self.run = run
        self.setAcceptDrops(True)
        for keys, wanted in (("Ctrl+N", "new"), ("Ctrl+O", "open")):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(run, wanted))
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
        row.addWidget(button("Open case…", "Open a case file", lambda: run("open"), key="Ctrl+O"))
        self.backup = button("Open a backup…", "An earlier day of a case, also of one that is damaged or gone", lambda: run("backup"))
        self.backup_of: Path | None = None
        row.addWidget(self.backup)
        row.addStretch(1)
        column.addLayout(row)
        recent = [path for path in map(Path, settings.get("recent")) if paths.is_file(path)]
        openers = self._list(column, "RECENT CASES", [(path, str(path.parent)) for path in recent[:6]])
        self._list(column, "RESCUED COPIES", rescued(paths.rescued()))
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
        (openers[0] if openers else self.example).setFocus()  # Enter goes on with the last case

    def _list(self, column: QVBoxLayout, head: str, cases: Sequence[tuple[Path, str]]) -> list[QPushButton]:
        """Cases that can be opened, each with what is said of it; nothing at all when there are none. Returns their buttons."""
        made = []
        if cases:
            column.addSpacing(12)
            column.addWidget(label(head, "section", scale=0.86))
        for path, words in cases:
            line = QHBoxLayout()
            made.append(_opener(path, words, self.run))
            line.addWidget(made[-1])
            line.addWidget(Elided(words, "muted"), 1)
            column.addLayout(line)
        return made

    def _drop_zone(self) -> QFrame:
        zone = QFrame()
        zone.setObjectName("dropzone")
        zone.setMinimumHeight(130)
        words = label("Drop articles or a folder here", "title")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        small = label("saved web pages, PDF, Word and OpenDocument files, mails, plain text; a new case is made for them", "muted")
        small.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(zone)
        layout.addStretch(1)
        layout.addWidget(words)
        layout.addWidget(small)
        layout.addStretch(1)
        return zone

    def say(self, text: str, backup_of: Path | None = None) -> None:
        """What went wrong, in plain words, on the page itself; `backup_of` is the case of which a backup would help."""
        self.problem.setText(text)
        self.problem.show()
        self.backup_of = backup_of
        if backup_of:
            self.backup.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        cases = [path for path in paths if path.suffix.lower() == ".case"]
        for case in cases:
            self.run(case)
        if rest := [path for path in paths if path not in cases]:
            self.run(rest)
