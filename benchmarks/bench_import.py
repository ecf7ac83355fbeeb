"""Five articles imported through the window, until they are indexed and stand readable in panes."""

from __future__ import annotations

import random
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from benchmarks import rig, seoul
from benchmarks.fiction import article_text, build_fiction
from benchmarks.harness import Clock, Row, in_turn, medians, quiet, row
from workbench import paths
from workbench.case import Case
from workbench.desk.actions.imports import import_paths
from workbench.desk.window import Window
from workbench.importers.isolated import Reader

REPEATS = 5
MANY = 300


def run() -> list[Row]:
    rig.app()
    real = seoul.there()
    files = seoul.article_files() if real else sorted((paths.resources() / "sample_case").glob("*.txt"))[:5]
    ours, parsing = medians(in_turn(REPEATS, lambda: _imported(files), lambda: _parsed(files)))
    what = "the five Seoul articles" if real else "the example's articles"
    slowest, gap = _keys_meanwhile()
    return [
        row(f"{what} imported, indexed and readable", ours, peer="parsing them alone", theirs=parsing, most=2000),
        row(f"a key during an import of {MANY} articles, slowest", slowest, most=100),
        row(f"the event loop during an import of {MANY} articles, longest gap", gap, most=100),
    ]


def _keys_meanwhile() -> tuple[float, float]:
    """The slowest of the keys pressed while many articles come in, and the longest time the event loop was away between them."""
    with rig.home() as folder:
        files = []
        chance = random.Random(7)
        for number in range(MANY):
            files.append(folder / f"{number}.txt")
            files[-1].write_text(article_text(chance, 4000), encoding="utf-8")
        path = folder / "bench.case"
        build_fiction(path, 3, 5).close()
        window = rig.open_window(path)
        rig.settle(window)
        view = window.area.panes[0].view
        view.setFocus()
        keys, gaps = [], []
        import_paths(window.work, files)
        while not window.desk.jobs.idle:
            clock = Clock()
            rig.app().processEvents()
            gaps.append(clock.ms())
            clock = Clock()
            QTest.keyClick(view, Qt.Key.Key_R)
            keys.append(clock.ms())
        rig.close(window)
        return max(keys), max(gaps)


def _imported(files: list[Path]) -> float:
    with rig.home() as folder:
        Case.create(folder / "bench.case", lambda: "bench").close()
        window = rig.new_window(Case.open(folder / "bench.case", lambda: "bench"))
        window.show()
        window.start()
        rig.settle(window)
        with quiet():
            clock = Clock()
            import_paths(window.work, files)
            _until_there(window, len(files))
            spent = clock.ms()
        if not window.desk.case.index.search("troops OR solvent")[1]:
            raise ValueError("nothing can be found")
        rig.close(window)
        return spent


def _until_there(window: Window, count: int) -> None:
    """Until the panes have painted the new texts and the index has them all."""
    limit = time.monotonic() + rig.PATIENCE
    while not window.area.panes or not all(pane.view.text for pane in window.area.panes):
        rig.app().processEvents()
        if time.monotonic() > limit:
            raise TimeoutError("no article came in")
    rig.until(rig.Painted(pane.view.viewport() for pane in window.area.panes))
    while window.desk.index_pending or len(window.articles.rows) < count:
        rig.app().processEvents()
        if time.monotonic() > limit:
            raise TimeoutError("the index never came up to date")


def _parsed(files: list[Path]) -> float:
    with quiet():
        clock = Clock()
        with Reader() as isolated:
            for path in files:
                isolated.read(path.name, path.read_bytes())
        return clock.ms()
