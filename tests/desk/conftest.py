"""Windows on an empty case and on the example, which is built once and copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from tests.journeys.conftest import open_window
from workbench.case.example import make_example
from workbench.desk import theme
from workbench.desk.window import Window

__all__ = ["open_window"]


def active(window: Window) -> Window:
    """The window, once it has the keyboard."""
    assert QTest.qWaitForWindowActive(window)
    return window


@pytest.fixture(scope="session")
def built_example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example case as a closed file, made once."""
    folder = tmp_path_factory.mktemp("example")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKBENCH_HOME", str(folder / "home"))
        return make_example(folder / "example.case", lambda: "Rhea")


@pytest.fixture
def example_file(built_example: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(built_example, tmp_path / "example.case"))


@pytest.fixture
def sample(open_window: Callable[..., Window], example_file: Path) -> Window:
    """A window on the example; its index follows in the background."""
    return active(open_window(example_file))


@pytest.fixture
def blank(open_window: Callable[..., Window]) -> Window:
    """A window on a case with nothing in it."""
    return active(open_window())


@pytest.fixture(autouse=True)
def light() -> Iterator[None]:
    """Every test begins in the light theme, whatever the one before it left."""
    yield
    theme._Current.theme = None
