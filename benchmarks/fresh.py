"""Programs that are timed in a process of their own: `python -m benchmarks.fresh WHAT`, a line on stdout at each moment reached."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QMessageLogContext, QObject, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget

HEAVY = ("sqlalchemy", "whoosh", "trafilatura", "typst", "alembic")
POLL = 2  # milliseconds


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def hush() -> None:
    """Leave out what the platform without a screen says once a window; everything else still goes to stderr."""

    def handler(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if "propagateSizeHints" not in text:
            sys.stderr.write(f"{text}\n")

    qInstallMessageHandler(handler)


class FirstPaint(QObject):
    """Calls `then` when the first window has been painted and handed to the screen."""

    def __init__(self, app: QApplication, then: Callable[[], object]) -> None:
        super().__init__(app)
        self._app, self._then, self._drawn = app, then, False
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched.isWidgetType():
            self._drawn = True
        if not watched.isWindowType() or event.type() not in (QEvent.Type.Expose, QEvent.Type.Paint):
            return False
        self._app.removeEventFilter(self)
        self._app.installEventFilter(Drawn(self))  # the widgets paint inside the window's own event
        QCoreApplication.sendEvent(watched, event)
        if self._drawn:
            self._then()
        else:
            self._app.installEventFilter(self)
        return True


class Drawn(QObject):
    """Notes that some widget has been painted."""

    def __init__(self, first: FirstPaint) -> None:
        super().__init__(first)
        self._first = first

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched.isWidgetType():
            self._first._drawn = True
            self._first._app.removeEventFilter(self)
        return False


def _painted_and_quit(app: QApplication) -> None:
    say("painted", *sorted(set(HEAVY) & set(sys.modules)))
    app.quit()


def bare() -> int:
    """The peer: a window with one label."""
    app = QApplication(sys.argv[:1])
    FirstPaint(app, lambda: _painted_and_quit(app))
    window = QMainWindow()
    window.setCentralWidget(QLabel("Opening…"))
    window.resize(1680, 1000)
    window.show()
    return app.exec()


def shell() -> int:
    """The desk until its shell is painted; says which heavy libraries were imported by then."""
    return _desk(_painted_and_quit)


def desk() -> int:
    """The desk until the panes of the last case show their text and take a key."""
    return _desk(Ready)


def _desk(then: Callable[[QApplication], object]) -> int:
    from workbench import app as program

    make_app = program.make_app

    def made(arguments: list[str]) -> QApplication:
        app = make_app(arguments)
        FirstPaint(app, lambda: then(app))
        return app

    program.make_app = made
    return program.run_desk(None)


class Ready(QObject):
    """Waits until the panes have text and have painted it, presses Down in the one in focus, and waits for the cursor to move."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._waiting: set[QWidget] = set()
        self._timer = QTimer(self, interval=POLL)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        for window in self._app.topLevelWidgets():
            area = getattr(window, "area", None)
            if area is not None and area.panes and window.isVisible() and all(pane.view.text for pane in area.panes):
                self._timer.stop()
                self._area = area
                self._waiting = {pane.view.viewport() for pane in area.panes}
                for viewport in self._waiting:
                    viewport.installEventFilter(self)
                    viewport.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched in self._waiting:
            self._waiting.discard(watched)
            if not self._waiting:
                QTimer.singleShot(0, self._press)
        return False

    def _press(self) -> None:
        from PySide6.QtTest import QTest

        view = self._area.current.view
        before = view.textCursor().position()
        QTest.keyClick(view, Qt.Key.Key_Down)
        if view.textCursor().position() == before:
            raise ValueError("the pane took no key")
        say("ready")
        self._app.quit()


def first_memo() -> int:
    """The first memo of a session: from a case just opened to the PDF."""
    import time
    from pathlib import Path

    from workbench.case import Case

    case = Case.open(Path(sys.argv[2]), lambda: "bench", read_only=True)
    begun = time.perf_counter()
    pdf = case.memos.render(".pdf")
    say("memo", (time.perf_counter() - begun) * 1000, len(pdf))
    return 0


def _resident() -> float:
    """Megabytes of this process in memory now."""
    import os
    from pathlib import Path

    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def long_text() -> int:
    """A text of so many characters in an empty reading pane: milliseconds until it can be read, megabytes more than before."""
    import gc
    import time
    from random import Random

    from benchmarks.fiction import article_text
    from workbench.app import make_app
    from workbench.desk import fonts
    from workbench.desk.reading.view import ReadingView

    app = make_app(sys.argv[:1])
    fonts.use()
    view = ReadingView()
    view.setFont(fonts.reading(12.5))
    view.resize(800, 950)
    view.show()
    view.show_text("A word.", (), lambda _: (), "before")
    app.processEvents()
    text = article_text(Random(5), int(sys.argv[2]))
    gc.collect()
    before = _resident() - len(text.encode()) / 1e6  # the text belongs to what is asked about
    begun = time.perf_counter()
    view.show_text(text, (), lambda _: (), "long")
    view.viewport().repaint()
    readable = (time.perf_counter() - begun) * 1000
    app.processEvents()
    say("text", readable, _resident() - before)
    return 0


if __name__ == "__main__":
    hush()
    sys.exit({"bare": bare, "shell": shell, "desk": desk, "memo": first_memo, "text": long_text}[sys.argv[1]]())
