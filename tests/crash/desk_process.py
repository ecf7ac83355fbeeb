"""The desk as a process of its own, worked with real keys and mouse presses until somebody kills it.

    python -m tests.crash.desk_process CASE seoul|sample

Each line it prints is a journal step that the window's status bar has painted as saved.
"""

from __future__ import annotations

import os
import re
import sys
import traceback
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel

from tests.journeys import story
from tests.journeys.driver import CTRL, Analyst
from workbench.app import Program, make_app
from workbench.desk import fonts, theme
from workbench.settings import Settings

BROKEN = 70
"""The exit code when the desk itself fails."""


class ShownAsSaved(QObject):
    """Prints the step in the status bar each time that it is painted with another one."""

    def __init__(self, words: QLabel) -> None:
        super().__init__(words)
        self.words = words
        self.step = ""
        words.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            found = re.search(r"Saved .* step (\d+)", self.words.text())
            if found and found[1] != self.step:
                self.step = found[1]
                os.write(1, f"{self.step}\n".encode())
        return False


def fail(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Whatever is raised, in a slot as well, ends the process: the parent sees that it was not its kill."""
    traceback.print_exception(kind, error, trace)
    os._exit(BROKEN)


def sit_down(program: Program, path: Path) -> Analyst:
    """Open the case in a window; from now on its status bar is read."""
    program.open_path(path)
    assert program.window is not None, "the case did not open"
    program.window.resize(1680, 1050)
    ShownAsSaved(program.window.saved)
    program.app.processEvents()
    return Analyst(program.window)


def work_for_ever(program: Program, path: Path, files: list[Path], told: list[story.Told]) -> None:
    """Go on with the story where the case stands; close the window and come back; undo all, the import included; tell it again."""
    analyst = sit_down(program, path)
    while True:
        tell(analyst, files, told)
        analyst.window.close()
        analyst = sit_down(program, path)
        while analyst.window.last.text():
            analyst.press(Qt.Key.Key_Z, CTRL)


def tell(analyst: Analyst, files: list[Path], told: list[story.Told]) -> None:
    window = analyst.window
    if not window.articles.rows:
        analyst.drop(files)
    analyst.press(Qt.Key.Key_5, CTRL)
    while (made := len(window.claims.views)) < len(told):
        story.work(analyst, [here(told[made], window.articles.ids())])
        assert len(window.claims.views) == made + 1, analyst.said[-3:]


def here(claim: story.Told, exhibits: list[int]) -> story.Told:
    """The claim with the exhibit numbers that the articles have by now: a number is not given twice."""
    places = [(exhibits[number - 1], words) for number, words in claim.places]
    return replace(claim, places=places, links=[(exhibits[number - 1], words, sign) for number, words, sign in claim.links])


def main() -> None:
    sys.excepthook = fail
    settings = Settings()
    app = make_app(sys.argv[:1])
    fonts.use()
    theme.apply(settings.get("theme"))
    program = Program(app, settings)
    program.show_shell()
    work_for_ever(program, Path(sys.argv[1]), *(story.seoul() if sys.argv[2] == "seoul" else story.sample()))


if __name__ == "__main__":
    main()
