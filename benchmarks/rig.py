"""The real window in this process: opened on a case, driven by real events, watched until it has painted."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.fresh import hush
from workbench.case import Case
from workbench.desk import fonts, theme
from workbench.desk.desk import Desk
from workbench.desk.past import show_past
from workbench.desk.window import Window
from workbench.desk.workplace import Opener
from workbench.settings import Settings
from workbench.storage import CaseFile

PATIENCE = 30  # seconds
SIZE = (1680, 1050)


@cache
def app() -> QApplication:
    """The one application of this process, dressed as the desk is."""
    from workbench.app import make_app

    hush()
    found = QApplication.instance()
    made = found if isinstance(found, QApplication) else make_app(["workbench"])
    fonts.use()
    theme.apply("light")
    return made


@contextmanager
def home() -> Iterator[Path]:
    """A new folder with the user's own things in it (settings, cache, data) for as long as the block lasts."""
    before = os.environ.get("WORKBENCH_HOME")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["WORKBENCH_HOME"] = folder
        try:
            yield Path(folder)
        finally:
            if before is None:
                del os.environ["WORKBENCH_HOME"]
            else:
                os.environ["WORKBENCH_HOME"] = before


class Painted(QObject):
    """Watches widgets; `all` when each has been painted since."""

    def __init__(self, widgets: Iterable[QWidget]) -> None:
        super().__init__()
        self._waiting = set(widgets)
        for widget in self._waiting:
            widget.installEventFilter(self)

    @property
    def all(self) -> bool:
        return not self._waiting

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched in self._waiting:
            self._waiting.discard(watched)
            watched.removeEventFilter(self)
        return False


def until(painted: Painted) -> None:
    """Let the window work until everything watched has been painted. Raises TimeoutError."""
    limit = time.monotonic() + PATIENCE
    while not painted.all:
        app().processEvents()
        if time.monotonic() > limit:
            raise TimeoutError("something was never painted")


def new_window(case: Case) -> Window:
    """A window on a case with the user's own settings, not yet shown."""
    window = Window(Desk(case, Settings()), Opener(past=show_past))
    window.resize(*SIZE)
    return window


def open_window(path: Path) -> Window:
    """Open a case as the program does, until its panes have painted their text."""
    app()
    window = new_window(Case.open(path, lambda: "bench"))
    window.show()
    window.start()
    until(Painted(pane.view.viewport() for pane in window.area.panes))
    if not window.area.panes or not all(pane.view.text for pane in window.area.panes):
        raise ValueError("no pane shows a text")
    return window


def settle(window: Window) -> None:
    """Let the background finish: index, backup, suggestions."""
    limit = time.monotonic() + PATIENCE * 4
    quiet = 0
    while quiet < 5:
        app().processEvents()
        desk = window.desk
        quiet = quiet + 1 if desk.at_rest else 0
        time.sleep(0.005)
        if time.monotonic() > limit:
            raise TimeoutError("the background never finished")


def close(window: Window) -> None:
    window.close()
    window.deleteLater()
    app().processEvents()


def synchronise(file: CaseFile, level: str) -> None:
    """Set how a case file is brought to the disk (SQLite's synchronous) on the connection that waits in its pool."""
    with file._standing.connection() as connection:
        raw = connection.connection.driver_connection
        if raw is None:
            raise ValueError("the case has no connection to set")
        raw.execute(f"PRAGMA synchronous={level}")
