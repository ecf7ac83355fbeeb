"""A window on a new case (or on one that is there), with settings of its own, closed after the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from workbench.case import Case
from workbench.desk import fonts, theme
from workbench.desk.desk import Desk
from workbench.desk.past import show_past
from workbench.desk.window import Window
from workbench.desk.workplace import Opener
from workbench.settings import Settings


@pytest.fixture
def open_window(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., Window]]:
    fonts.use()
    theme.apply("light")
    opened: list[Window] = []
    folder = tmp_path / "documents"
    folder.mkdir()

    def open_one(path: Path | None = None, name: str = "inquiry.case") -> Window:
        case = Case.open(path, lambda: "Rhea") if path else Case.create(folder / name, lambda: "Rhea")
        window = Window(Desk(case, Settings(tmp_path / "settings.json")), Opener(past=show_past))
        window.resize(1680, 1050)
        window.show()
        window.start()
        opened.append(window)
        return window

    yield open_one
    for window in opened:
        if window.isVisible():
            window.close()
        window.deleteLater()
    QApplication.processEvents()
