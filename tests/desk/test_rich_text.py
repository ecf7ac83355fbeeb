"""Imported words are never taken for rich text: no file is opened, no address is called, whatever stands in them."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit, QToolTip

from tests.journeys.driver import CTRL, Analyst
from workbench.desk.reading.view import ReadingView
from workbench.desk.widgets import Elided, label
from workbench.desk.window import Window


class Watch:
    """Files opened through Python and connections tried, while it looks; Qt's own reading is seen by the file's access in the tests."""

    def __init__(self) -> None:
        self.on = False
        self.seen: list[str] = []

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.on and event in ("socket.connect", "socket.getaddrinfo", "open") and "secret.png" in str(arguments):
            self.seen.append(f"{event} {arguments}")


WATCH = Watch()
sys.addaudithook(WATCH)


@pytest.fixture
def secret(tmp_path: Path) -> Iterator[Path]:
    """A picture that must never be read. A fifo would hang a reader, so a plain file with its time of reading set back."""
    import os

    path = tmp_path / "secret.png"
    path.write_bytes(b"not read")
    os.utime(path, (1_000_000_000, 1_000_000_000))
    WATCH.seen.clear()
    WATCH.on = True
    yield path
    WATCH.on = False
    assert not WATCH.seen


def loads(path: Path) -> str:
    return f'<p>Bait</p><img src="{path.as_uri()}"><img src="http://192.0.2.1/secret.png"><b>bold</b>'


class Wary(ReadingView):
    """A reading view that notes every resource its document asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def loadResource(self, kind: int, name: object) -> object:
        self.asked.append(str(name))
        return super().loadResource(kind, name)  # type: ignore[arg-type]


def test_article_text_is_shown_as_it_stands(qapp: QApplication, secret: Path) -> None:
    view = Wary()
    text = loads(secret)
    view.show_text(text, (), lambda _: (), "bait")
    view.show()
    view.grab()
    assert view.asked == []
    assert view.document().toRawText() == text, "the brackets are words like others"
    view.close()


def test_nothing_can_be_pasted_or_dropped_into_an_article(qapp: QApplication, secret: Path) -> None:
    view = Wary()
    view.show_text("words", (), lambda _: (), "plain")
    data = QMimeData()
    data.setHtml(loads(secret))
    QApplication.clipboard().setMimeData(data)
    view.paste()
    assert view.document().toRawText() == "words"
    assert view.asked == []
    assert not view.acceptDrops()
    assert not view.acceptRichText()


def test_the_bait_works_on_an_ordinary_text_widget(qapp: QApplication, secret: Path) -> None:
    """The control: a plain QTextEdit with rich text does ask for the file."""

    class Careless(QTextEdit):
        asked: list[str]

        def loadResource(self, kind: int, name: object) -> object:
            self.asked.append(str(name))
            return None

    view = Careless()
    view.asked = []
    view.setHtml(loads(secret))
    view.show()
    view.grab()
    assert any("secret.png" in name for name in view.asked)
    view.close()


def test_labels_show_markup_as_words(qapp: QApplication, secret: Path) -> None:
    for made in (label(loads(secret)), Elided(loads(secret))):
        assert made.textFormat() is Qt.TextFormat.PlainText
        made.grab()


def test_pasted_html_comes_in_as_words_and_nothing_it_names_is_read(blank: Window, secret: Path) -> None:
    analyst = Analyst(blank)
    data = QMimeData()
    data.setHtml(f"<p>Bait for a reader</p>{loads(secret).replace('<p>Bait</p>', '')}<p>Only words came over the harbour wall.</p>")
    data.setText("Bait for a reader")
    QApplication.clipboard().setMimeData(data)
    analyst.press(Qt.Key.Key_V, CTRL)
    analyst.wait()
    assert blank.area.panes[0].view.text == "Bait for a reader\nbold\nOnly words came over the harbour wall."


def test_a_hostile_page_is_words_everywhere_in_the_window(
    blank: Window, secret: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_network(*_: object, **__: object) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket.socket, "connect", no_network)
    monkeypatch.setattr(socket, "getaddrinfo", no_network)
    analyst = Analyst(blank)
    page = tmp_path / "page.txt"
    page.write_text(f"{loads(secret)}\n\n{loads(secret)} said the harbour master of Port Ansel on Monday.", encoding="utf-8")
    analyst.drop([page])
    pane = blank.area.panes[0]
    desk = blank.desk
    sentence = pane.view.sentences[-1]
    pane.view.setFocus()
    pane.view.go_to(sentence, select=True)
    analyst.press(Qt.Key.Key_2)
    analyst.press(Qt.Key.Key_S)
    desk.do(lambda: desk.case.claims.edit(desk.claim, note=loads(secret), reason=loads(secret)))
    desk.do(lambda: desk.case.articles.set_metadata(1, next(iter(desk.case.articles.get(1).metadata)), loads(secret)))
    desk.say(loads(secret), error=True)
    analyst.wait()
    assert secret.name in blank.message.words.text()
    rich = [w.text()[:60] for w in blank.findChildren(QLabel) if w.textFormat() is not Qt.TextFormat.PlainText]
    assert not rich, "labels that would guess whether words are markup"
    blank.grab()
    QToolTip.hideText()


def test_tooltips_with_imported_words_are_not_markup(blank: Window, secret: Path, tmp_path: Path) -> None:
    analyst = Analyst(blank)
    page = tmp_path / "page.txt"
    page.write_text(f"<img src='{secret.as_uri()}'>\n\nThe harbour was empty on Monday.", encoding="utf-8")
    analyst.drop([page])
    tips = [w.toolTip() for w in blank.findChildren(QLabel) if secret.name in w.toolTip()]
    tips += [str(blank.articles.model.index(0).data(Qt.ItemDataRole.ToolTipRole))]
    assert not [tip for tip in tips if "<img" in tip and QtGui.Qt.mightBeRichText(tip)], "a hint that Qt would take for rich text"
