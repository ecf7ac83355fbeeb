"""What all tests share: a private home for every test, and a small fictional case."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.thorough import share
from workbench.case import Case
from workbench.case.passages import Mark

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
settings.register_profile("share", max_examples=share(100))
settings.load_profile("share")

ARTICLES = {
    "harbour.txt": (
        "Ferry to Port Ansel stopped\n\n"
        "The harbour office of Port Ansel said on Monday that the ferry had been stopped after 40 passengers fell ill. "
        "“We stopped it at once,” said harbour master Odile Brandt. "
        "The ferry company Norlin denied on Tuesday that anybody had fallen ill on board.\n"
    ),
    "courier.txt": (
        "Norlin: nobody ill on ferry\n\n"
        "According to the harbour office, 40 passengers fell ill on the Port Ansel ferry. "
        "A doctor at the quay clinic, Tomas Weil, told this paper that he had treated 38 of them himself. "
        "Service is to start again on 3 May 2031, the company said.\n"
    ),
}
"""Two articles about an invented event."""


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache, data and settings in a temporary folder, for every test."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("WORKBENCH_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def nothing_left(home: Path) -> Iterator[None]:
    """Windows that were closed are gone before the next test, which would else grow slower by each, and no button is held."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets and widgets.QApplication.instance():
        core = sys.modules["PySide6.QtCore"]
        widgets.QApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)
        assert widgets.QApplication.mouseButtons() == core.Qt.MouseButton.NoButton, "a press without its release"


@pytest.fixture
def articles(tmp_path: Path) -> list[Path]:
    """The two articles as files."""
    return written(tmp_path)


def written(folder: Path) -> list[Path]:
    """The two articles, written into a folder of their own."""
    (folder / "articles").mkdir()
    for name, text in ARTICLES.items():
        (folder / "articles" / name).write_text(text, encoding="utf-8")
    return [folder / "articles" / name for name in ARTICLES]


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Case]:
    """A new case without articles."""
    case = Case.create(tmp_path / "ferry.case", lambda: "Ida Holm")
    yield case
    case.close()


@pytest.fixture(scope="session")
def built_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case with the two articles as a closed file, made once: to read two files takes a process of its own."""
    folder = tmp_path_factory.mktemp("built")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKBENCH_HOME", str(folder / "home"))
        case = Case.create(folder / "ferry.case", lambda: "Ida Holm")
        report = case.imports.files(written(folder))
        assert report.added == (1, 2)
        case.close()
    return folder / "ferry.case"


@pytest.fixture
def case(built_case: Path, tmp_path: Path) -> Iterator[Case]:
    """A case with two imported articles: Ex. 1 harbour.txt, Ex. 2 courier.txt. Nothing is claimed yet."""
    case = Case.open(Path(shutil.copy(built_case, tmp_path / "ferry.case")), lambda: "Ida Holm")
    yield case
    case.close()


@pytest.fixture
def mark(case: Case) -> Callable[[int, str], Mark]:
    """The span of a quotation in an article of the case."""

    def at(article_id: int, quote: str) -> Mark:
        start = case.articles.text(article_id).index(quote)
        return Mark(article_id, start, start + len(quote))

    return at
