"""Bringing articles in through the window: drop, folder, paste, what is known already, what is refused, cancel, and keys meanwhile."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from tests.journeys.driver import CTRL, Analyst
from workbench.desk.actions.imports import import_paths
from workbench.desk.window import Window
from workbench.domain.vocabulary import Method, ZoneKind

MANY = 300


def write(folder: Path, count: int) -> list[Path]:
    """Short articles about nothing, each different."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for n in range(count):
        path = folder / f"notice-{n:03}.txt"
        lines = [f"Notice {n} of the harbour office\n"] + [
            f"On day {n} berth {k} was empty at {k % 24:02}:15, the office said." for k in range(30)
        ]
        path.write_text("\n".join(lines), encoding="utf-8")
        paths.append(path)
    return paths


def names(window: Window) -> list[str]:
    return [article.name for article in window.desk.case.articles.all()]


def test_dropped_files_and_folders_come_in_as_one_step(blank: Window, tmp_path: Path) -> None:
    analyst = Analyst(blank)
    alone = write(tmp_path / "one", 1)
    write(tmp_path / "two", 3)
    alone[0] = alone[0].rename(tmp_path / "alone.txt")
    analyst.drop([alone[0], tmp_path / "two"])
    assert sorted(names(blank)) == ["alone.txt", "notice-001.txt", "notice-002.txt"], (
        "the first of the folder is the same bytes as the one alone"
    )
    assert "added" in blank.message.words.text()
    assert len(blank.articles.rows) == len(names(blank))
    assert len(blank.area.panes) == 2
    assert [blank.desk.case.undo_names()[0].split()[0]] == ["Import"]
    analyst.press(Qt.Key.Key_Z, CTRL)
    assert names(blank) == []
    assert blank.area.panes == []


def test_the_message_offers_undo(blank: Window, tmp_path: Path) -> None:
    analyst = Analyst(blank)
    analyst.drop(write(tmp_path / "a", 2))
    assert blank.message.action is not None
    assert blank.message.action.text() == "Undo"
    analyst.click(blank.message.action, blank.message.action.rect().center())
    assert names(blank) == []


def test_pasted_text_becomes_an_article(blank: Window) -> None:
    analyst = Analyst(blank)
    QApplication.clipboard().setText("Ferry stopped\n\nThe ferry of Port Ansel was stopped on Monday.")
    analyst.press(Qt.Key.Key_V, CTRL)
    analyst.wait()
    assert names(blank) == ["Pasted text"]
    assert blank.area.panes[0].view.text.startswith("Ferry stopped")


def fragment(source: str, text: str, *addresses: str) -> QMimeData:
    """What a browser puts on the clipboard, or drags."""
    data = QMimeData()
    if source:
        data.setHtml(source)
    data.setText(text)
    data.setUrls([QUrl(address) for address in addresses])
    return data


PART = '<meta charset="utf-8"><h2>Ferry stopped</h2><p>The ferry was <del>late</del> stopped on Monday.</p><script>x()</script>'


@pytest.mark.parametrize("dropped", [True, False])
def test_a_part_of_a_page_comes_in_as_a_page(blank: Window, dropped: bool) -> None:
    analyst = Analyst(blank)
    data = fragment(PART, "Ferry stopped\nThe ferry was late stopped on Monday.")
    if dropped:
        analyst.drop_data(data)
    else:
        QApplication.clipboard().setMimeData(data)
        analyst.press(Qt.Key.Key_V, CTRL)
        analyst.wait()
    (article,) = blank.desk.case.articles.all()
    assert (article.name, article.media_type, article.method) == ("Pasted page", "text/html", Method.PASTE)
    assert blank.desk.case.articles.text(article.id) == "Ferry stopped\nThe ferry was late stopped on Monday."
    assert any(zone.kind is ZoneKind.STRUCK for zone in blank.desk.case.articles.zones(article.id))


def test_html_without_a_word_gives_way_to_the_text_beside_it(blank: Window) -> None:
    analyst = Analyst(blank)
    analyst.drop_data(fragment("<img src='x'>", "The ferry was stopped on Monday."))
    assert names(blank) == ["Pasted text"]


@pytest.mark.parametrize(
    "data",
    [
        fragment("", " https://post.example/ferry?id=3 \n"),
        fragment('<a href="https://post.example/ferry">The ferry</a>', "The ferry", "https://post.example/ferry"),
        fragment('<a href="https://post.example/ferry">https://post.example/ferry</a>', "https://post.example/ferry"),
    ],
    ids=["text", "link", "both"],
)
def test_an_address_alone_is_no_article(blank: Window, data: QMimeData) -> None:
    analyst = Analyst(blank)
    analyst.drop_data(data)
    assert names(blank) == []
    assert "nothing was fetched" in blank.message.words.text()


def test_a_feed_that_is_pasted_is_the_text_that_it_is(blank: Window) -> None:
    analyst = Analyst(blank)
    text = "<rss><channel><item><title>One</title></item><item><title>Two</title></item></channel></rss>"
    analyst.drop_data(fragment("", text))
    assert blank.desk.case.articles.text(1) == text


def test_an_empty_clipboard_is_told(blank: Window) -> None:
    analyst = Analyst(blank)
    QApplication.clipboard().clear()
    analyst.press(Qt.Key.Key_V, CTRL)
    analyst.wait()
    assert names(blank) == []
    assert "no text on the clipboard" in blank.message.words.text()


def test_pasting_files_imports_them(blank: Window, tmp_path: Path) -> None:
    analyst = Analyst(blank)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(p)) for p in write(tmp_path / "a", 2)])
    QApplication.clipboard().setMimeData(data)
    analyst.press(Qt.Key.Key_V, CTRL)
    analyst.wait()
    assert names(blank) == ["notice-000.txt", "notice-001.txt"]


def test_the_same_bytes_again_are_recognised_under_any_name(blank: Window, tmp_path: Path) -> None:
    analyst = Analyst(blank)
    (first,) = write(tmp_path / "a", 1)
    analyst.drop([first])
    again = tmp_path / "another name.txt"
    again.write_bytes(first.read_bytes())
    analyst.drop([again])
    assert names(blank) == [first.name]
    assert "another name.txt is here already as Ex. 1" in blank.message.words.text()


def test_a_refused_file_is_named_with_its_reason_while_the_rest_goes_on(blank: Window, tmp_path: Path) -> None:
    analyst = Analyst(blank)
    good = write(tmp_path / "a", 2)
    broken = tmp_path / "broken.txt"
    broken.write_bytes(bytes(range(256)) * 40)
    empty = tmp_path / "empty.txt"
    empty.touch()
    analyst.drop([good[0], broken, empty, good[1]])
    assert names(blank) == [p.name for p in good]
    words = blank.message.words.text()
    assert "2 articles added" in words
    assert "broken.txt" in words
    assert "empty.txt" in words
    assert blank.message.property("kind") == "error"
    assert not blank.message._timer.isActive(), "an error stays until it is closed"


def test_cancel_leaves_nothing(blank: Window, tmp_path: Path) -> None:
    analyst = Analyst(blank)
    paths = write(tmp_path / "many", 120)
    before = blank.desk.case.undo_names()
    seen: list[tuple[int, int]] = []
    import_paths(blank.work, paths)
    job = blank.status.jobs._jobs[-1]
    assert job.name == "Importing"
    job.progressed.connect(lambda done, total: seen.append((done, total)))
    until = time.monotonic() + 30
    while not seen and time.monotonic() < until:
        QApplication.processEvents()
    assert blank.status.jobs.job is job, "the job that Cancel is about is the one that runs"
    cancel = next(b for b in blank.status.jobs.findChildren(QToolButton) if b.text() == "Cancel")
    cancel.click()
    analyst.wait()
    assert seen
    assert seen[-1][0] < len(paths), "it was stopped on the way"
    assert names(blank) == []
    assert blank.message.words.text() == "The import was cancelled: nothing was added."
    assert blank.desk.case.undo_names() == before
    analyst.drop(paths[:1])
    assert names(blank) == [paths[0].name], "and the next import works"


def test_a_cancel_that_comes_too_late_hides_nothing_of_what_was_added(
    blank: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    analyst, imports = Analyst(blank), blank.desk.case.imports
    begun, held, keep = threading.Event(), threading.Event(), imports._keep

    def slow(*args: Any) -> Any:
        report = keep(*args)
        begun.set()
        held.wait(20)
        return report

    monkeypatch.setattr(imports, "_keep", slow)
    import_paths(blank.work, write(tmp_path / "few", 2))
    while not begun.is_set():
        QTest.qWait(5)
    blank.status.jobs._cancel()
    held.set()
    analyst.wait()
    assert len(names(blank)) == 2
    assert "2 articles added" in blank.message.words.text()


def test_what_was_cancelled_before_it_began_is_not_done(blank: Window, tmp_path: Path) -> None:
    analyst = Analyst(blank)
    begun, held = threading.Event(), threading.Event()
    blank.desk.job("Busy", lambda _: (begun.set(), held.wait(20)), lambda _: None)
    import_paths(blank.work, write(tmp_path / "few", 2))
    blank.status.jobs._jobs[-1].cancel()
    assert begun.wait(20)
    held.set()
    analyst.wait()
    assert names(blank) == []
    assert blank.desk.case.articles.all() == []


def test_a_key_pressed_during_a_large_import_acts_at_once(sample: Window, tmp_path: Path) -> None:
    """How soon stands in the benchmarks; here, that keys act while the job runs, between two looks of the event loop."""
    analyst = Analyst(sample)
    analyst.wait()
    paths = write(tmp_path / "many", MANY)
    import_paths(sample.work, paths)
    answered = 0
    until = time.monotonic() + 120
    while not sample.desk.jobs.idle and time.monotonic() < until:
        before = sample.area.plain
        analyst.press(Qt.Key.Key_R)
        assert sample.area.plain is not before
        answered += not sample.desk.jobs.idle
    assert len(names(sample)) == 5 + MANY
    assert answered > 5, "the import was still running when keys had acted"
