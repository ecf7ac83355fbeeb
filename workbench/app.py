"""The composition root: the one file that knows all the rooms.

The shell is painted first; the case file, the index and the parsers are imported after it.
"""

from __future__ import annotations

import gc
import logging
import sys
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget

from workbench import paths
from workbench.desk import fonts, state, theme
from workbench.desk.log_file import keep_log
from workbench.desk.room import keep_inside
from workbench.desk.widgets import alive
from workbench.domain.errors import CaseBusy, CaseFileError, CaseLocked, WorkbenchError
from workbench.settings import Settings

if TYPE_CHECKING:
    from workbench.case import Case
    from workbench.desk.welcome import Welcome
    from workbench.desk.window import Window
    from workbench.desk.worker import Worker
    from workbench.desk.workplace import Workplace

TRY_AGAIN = 1500
"""Milliseconds until a case that somebody else has open, or another program holds, is tried again."""
CASCADE = 28
"""Pixels that a further window stands beside the one opened before it."""
COLLECT_AFTER = (10_000, 10, 10)
"""When Python looks for cycles among what was made. Usually that is after 700 objects: forty times while a large case is read, all for
frozen values, which have none."""


class Program(QObject):
    """Opens windows: the welcome page, or a window on each case. Signal: noted(words) for what holds as long as the program runs."""

    noted = Signal(str)

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__()
        self.app = app
        self.settings = settings
        self.shell: QMainWindow | None = None
        self.windows: list[Window] = []
        self.welcome: Welcome | None = None
        self.maker: Worker | None = None
        self.notes: list[str] = []
        self.noted.connect(self._note, Qt.ConnectionType.QueuedConnection)
        settings.listen(self.noted.emit)
        self.awaited: dict[Path, Window | None] = {}
        self._trying = QTimer(self, interval=TRY_AGAIN)
        self._trying.timeout.connect(self._try_again)

    @property
    def window(self) -> Window | None:
        """The window that the user works in: the active one (or whose sheet is), else the one opened last; None when no case is open."""
        there = self.shown()
        active = self.app.activeWindow()
        while active is not None and active not in there:
            active = active.parentWidget()
        return next((window for window in there if window is active), there[-1] if there else None)

    def shown(self) -> list[Window]:
        """The windows on cases that are open, the one opened last at the end."""
        self.windows = [window for window in self.windows if alive(window) and window.isVisible()]
        return self.windows

    def who(self) -> str:
        return self.settings.analyst

    def show_shell(self) -> None:
        """An empty window of the right size and colour, at once."""
        self.shell = QMainWindow()
        self.shell.setWindowTitle("Workbench")
        words = QLabel("Opening…")
        words.setMargin(24)
        self.shell.setCentralWidget(words)
        state.restore_geometry(self.shell, self.settings)
        self.shell.show()

    def start(self, path: Path | None) -> None:
        """Open that case, else the one open last, else the welcome page."""
        last = self.settings.get("last")
        wanted = path or (Path(last) if last and paths.is_file(Path(last)) else None)
        if wanted:
            self.open_path(wanted)
        else:
            self.show_welcome()

    def show_welcome(self, problem: str = "", backup_of: Path | None = None) -> None:
        from workbench.desk.welcome import Welcome

        self.settings.set("last", None)
        self.welcome = Welcome(self.settings, self._welcomed)
        self.welcome.setWindowTitle("Workbench")
        self.welcome.resize(1100, 760)
        if said := " ".join([problem, *self.notes]).strip():
            self.welcome.say(said, backup_of)
        self._swap(self.welcome)

    def _welcomed(self, wanted: object) -> None:
        """What the welcome page asked for."""
        from workbench.desk import dialogs

        if isinstance(wanted, Path):
            self.open_path(wanted)
            return
        over = self.welcome or self.window
        assert over is not None
        if wanted == "example":
            self.open_example()
        elif wanted == "new":
            if chosen := dialogs.ask_new_case(over):
                self.open_path(chosen, create=True)
        elif wanted == "open":
            if chosen := dialogs.ask_case(over):
                self.open_path(chosen)
        elif wanted == "backup":
            from workbench.desk.backups import Backups

            Backups(over, self.welcome.backup_of if self.welcome else None, self.open_path).show()
        elif isinstance(wanted, list) and (chosen := dialogs.ask_new_case(over)):
            self.open_path(chosen, create=True)
            if window := self.window:
                from workbench.desk.actions.imports import import_paths

                import_paths(window.work, wanted)

    def open_example(self) -> None:
        """Open the example; on first use it is made in the background."""
        target = paths.data() / "example.case"
        if target.exists():
            self.open_path(target)
            return
        from workbench.case.example import make_example
        from workbench.desk.worker import Worker

        if self.maker is None:
            self.maker = Worker("example")
            if self.welcome:
                self.welcome.say("Making the example…")
            self.maker.start("Making the example", lambda _: make_example(target, self.who), self.open_path, self._not_made)

    def _not_made(self, error: WorkbenchError) -> None:
        self.maker = None  # it may be tried again
        self.tell(str(error))

    def open_path(self, path: Path, *, create: bool = False, instead: QWidget | None = None) -> None:
        """Open a case in a window of its own, or in place of one. One that has a window is brought to the front; one that somebody
        else has open is shown to read, and awaited."""
        from workbench.case import Case

        self._no_more(path)
        said, waits = "", False
        if there := next((window for window in self.shown() if window.desk.case.path == path.absolute()), None):
            there.raise_()
            there.activateWindow()
            return
        try:
            try:
                case = Case.create(path, self.who, window=True) if create else Case.open(path, self.who, window=True)
            except CaseLocked as locked:
                case = Case.open(path, self.who, read_only=True)
                said, waits = f"{locked} Opened here to read only; as soon as it is free, it can be changed here too.", True
        except CaseBusy as busy:
            self.tell(f"{busy} It is tried again by itself.")
            self._await(path, None)
            return
        except WorkbenchError as error:
            self.tell(str(error), path if error.advises_backup else None)
            return
        window = self._show_case(case, " ".join([said, *case.notices]).strip(), instead)
        if waits:
            self._await(path, window)
        if create:
            from workbench.desk.actions.case import first_page

            first_page(window.work)

    def _await(self, path: Path, window: Window | None) -> None:
        """Try that case again every now and then; `window` is the one that shows it to read only."""
        self.awaited[path] = window
        self._trying.start()

    def _no_more(self, path: Path) -> None:
        self.awaited.pop(path, None)
        if not self.awaited:
            self._trying.stop()

    def _try_again(self) -> None:
        """Open each awaited case once nobody has it; where a window shows it to read only, that takes its place."""
        from workbench.case import Case

        for path, reader in list(self.awaited.items()):
            if reader is not None and reader not in self.shown():
                self._no_more(path)  # whoever waited has gone
            elif Case.is_free(path):
                self._take_over(path, reader)

    def _take_over(self, path: Path, reader: Window | None) -> None:
        """A case that is free now is opened, in the window that showed it to read only or in one of its own."""
        from workbench.case import Case

        if reader is None:
            self.open_path(path)
            return
        try:
            case = Case.open(path, self.who, window=True)
        except CaseFileError:
            return  # somebody else was faster, or it cannot be had yet
        self._no_more(path)
        self._show_case(case, f"{path.name} is free: it can be changed here now.", reader)

    def close_case(self, work: Workplace) -> None:
        """Close the window of a workplace; with the last one the first page comes back."""
        if self.shown() == [work.over]:
            self.show_welcome()
        work.over.close()

    def _show_case(self, case: Case, said: str, instead: QWidget | None = None) -> Window:
        """A window on an open case, in place of another one or beside those that are open. If there can be none, the case is closed
        again."""
        with ExitStack() as opening:
            opening.callback(case.close)
            from workbench.desk.desk import Desk
            from workbench.desk.window import Window

            self.settings.remember_case(case.path)
            desk = Desk(case, self.settings)
            opening.callback(desk.close)
            from workbench.desk.past import show_past
            from workbench.desk.workplace import Opener

            window = Window(desk, Opener(self.open_path, self.open_example, self.close_case, show_past))
            before = next((w for w in self.shown() if w is instead), None)
            self._place(window, before)
            self._swap(window, *([before] if before else ()))
            opening.pop_all()  # from now on closing the window closes the case
        self.windows.append(window)
        self.settings.set("last", str(case.path))
        for note in self.notes:
            window.desk.say(note, error=True, lasting=True)
        window.start()
        if said:
            window.desk.say(said, stays=True)
        return window

    def _place(self, window: Window, before: Window | None) -> None:
        """Where the one was that it takes the place of, else a step beside the one opened last."""
        if before:
            window.setGeometry(before.geometry())
        elif there := self.shown():
            window.setGeometry(there[-1].geometry().translated(CASCADE, CASCADE))
            keep_inside(window)

    def _note(self, words: str) -> None:
        """What the user is told once, and again in the next window: it holds as long as the program runs."""
        self.notes.append(words)
        if there := self.shown():
            for window in there:
                window.desk.say(words, error=True, lasting=True)
        elif self.welcome and self.welcome.isVisible():
            self.welcome.say(words)

    def end(self) -> None:
        """Whatever ended the program: the cases are closed and the settings are written."""
        for window in self.shown():
            window.close()
        self.settings.flush()

    def tell(self, message: str, backup_of: Path | None = None) -> None:
        """Say what went wrong where the user is looking; `backup_of` is the case of which a backup would help: the message leads there."""
        if window := self.window:
            from workbench.desk.actions.case import show_backups

            window.desk.say(
                message, error=True, action=("Open a backup…", lambda: show_backups(window.work, backup_of)) if backup_of else None
            )
        elif self.welcome and self.welcome.isVisible():
            self.welcome.say(message, backup_of)
        else:
            self.show_welcome(message, backup_of)

    def _swap(self, now: QWidget, *before: Window) -> None:
        """Show a window and close what it takes the place of: the first page, the empty shell, and `before`."""
        now.show()
        for old in (*before, self.welcome, self.shell):
            if old is not None and old is not now:
                old.close()
                old.deleteLater()
        self.shell = None
        if now is not self.welcome:
            self.welcome = None


def make_app(arguments: list[str]) -> QApplication:
    gc.set_threshold(*COLLECT_AFTER)
    app = QApplication(arguments)
    app.setApplicationName("Workbench")
    app.setDesktopFileName("workbench")
    icon = paths.resources() / "icons" / "workbench.svg"
    if icon.is_file():
        app.setWindowIcon(QIcon(str(icon)))
    return app


def run_desk(path: str | None, *, example: bool = False) -> int:
    """Open the desk and run it until its window is closed. Returns the exit code."""
    settings = Settings()
    app = make_app(sys.argv[:1])
    fonts.use()
    theme.apply(settings.get("theme"))
    program = Program(app, settings)
    log_failures(program)
    program.show_shell()
    start = program.open_example if example else lambda: program.start(Path(path) if path else None)
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, start))
    try:
        return app.exec()
    finally:
        program.end()


def log_failures(program: Program) -> None:
    """Anything that is not a known error is a bug: it goes to a local log, the user is told, and the program goes on.

    A known error that comes here is only told: what was clicked on has gone since it was drawn."""
    keep_log(paths.logs() / "workbench.log")

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, WorkbenchError):
            of = window.desk.case.path if (window := program.window) and error.advises_backup else None
            program.tell(str(error), of)
            return
        logging.getLogger("workbench").critical("unexpected failure", exc_info=(kind, error, trace))
        sys.__excepthook__(kind, error, trace)
        program.tell(f"Something went wrong in the program ({kind.__name__}). What was saved is safe; the log has the details.")

    sys.excepthook = hook
