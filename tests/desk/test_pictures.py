"""A picture as an exhibit: it stands in its pane, is in no count of articles, is linked whole by E, and is printed among the exhibits."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from tests.desk.making import span_of
from tests.importers.picture_making import gif, jpeg, png
from tests.journeys.driver import Analyst
from workbench.case.passages import Mark
from workbench.desk.pictures import view
from workbench.desk.reading.pane import Pane
from workbench.desk.window import Window
from workbench.domain.errors import ImportRefused
from workbench.importers.drawn import drawn

WORDS = "The ferry stays\n\nThe harbour council said on Monday that the ferry stays until spring. Nobody had expected it."


def painted(path: Path, form: str) -> Path:
    """A picture of 300 × 200 pixels, red at the left and blue at the right."""
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    for x in range(300):
        for y in range(200):
            image.setPixelColor(x, y, QColor("#ff0000" if x < 150 else "#0000ff"))
    assert image.save(str(path), form)
    return path


@pytest.fixture
def analyst(blank: Window, tmp_path: Path) -> Analyst:
    analyst = Analyst(blank)
    (tmp_path / "note.txt").write_text(WORDS, encoding="utf-8")
    analyst.drop([tmp_path / "note.txt", painted(tmp_path / "quay.png", "PNG")])
    analyst.wait()
    return analyst


def pane_of(window: Window, article_id: int) -> Pane:
    return next(pane for pane in window.area.panes if pane.article_id == article_id)


def test_the_picture_stands_in_its_pane(analyst: Analyst, blank: Window) -> None:
    assert blank.work.imported is not None
    assert blank.work.imported.counts == "1 article and 1 picture added."
    pane = pane_of(blank, 2)
    assert pane.picture.isVisible()
    assert (pane.picture.image.width(), pane.picture.image.height()) == (300, 200)
    grabbed = pane.picture.canvas.grab().toImage()
    place, scale = pane.picture.canvas.place(), grabbed.devicePixelRatio()
    for share, colour in ((0.25, "#ff0000"), (0.75, "#0000ff")):
        assert grabbed.pixelColor(int((place.left() + share * place.width()) * scale), int(place.center().y() * scale)).name() == colour
    assert pane.picture.words.text().startswith("300 × 200 pixels.")
    assert not pane_of(blank, 1).picture.isVisible()
    assert pane_of(blank, 1).view.height() > 100


def test_it_is_in_no_count_of_articles_and_is_linked_whole(analyst: Analyst, blank: Window) -> None:
    assert "1 article " in blank.name.text()
    case = blank.desk.case
    mark = Mark(1, *span_of(WORDS, "the ferry stays until spring"))
    changes = blank.desk.do(lambda: case.claims.add("The ferry stays until spring", mark))
    assert changes
    claim = changes.new("claims")
    blank.desk.choose(claim)
    (one,) = case.claims.views(frozenset({claim}))
    assert one.meter.unanswered == 0
    pane = pane_of(blank, 2)
    pane.view.setFocus()
    analyst.press(Qt.Key.Key_E)
    analyst.press(Qt.Key.Key_Plus)
    (link,) = case.evidence.of(claim)
    assert (link.article_id, link.passage_id) == (2, None)
    assert [column.id for column in case.comparison.grid().articles] == [1]
    assert not case.integrity.examine().faults
    memo = case.memos.build()
    assert [row.exhibit for row in memo.articles] == ["Ex. 1"]
    assert [exhibit.exhibit for exhibit in memo.exhibits] == ["Ex. 1", "Ex. 2"]
    assert case.memos.render(".pdf").startswith(b"%PDF")
    pane.bring_to(claim)
    assert "it has no text in which" in pane.note.text()


def test_two_pictures_are_not_one_text_and_one_is_read_again(analyst: Analyst, blank: Window, tmp_path: Path) -> None:
    analyst.drop([painted(tmp_path / "again.jpg", "JPG")])
    assert not blank.work.imported or not blank.work.imported.same_text
    assert blank.desk.case.articles.read_again(2).same_text
    assert blank.desk.case.articles.get(3).version_of is None


def test_another_article_in_the_pane_takes_the_place_of_the_picture(analyst: Analyst, blank: Window) -> None:
    pane = pane_of(blank, 2)
    pane.show_article(1)
    analyst.settle()
    assert not pane.picture.isVisible()
    assert pane.view.height() > 100
    pane.show_article(2)
    analyst.wait()
    assert pane.picture.image.width() == 300


@pytest.mark.parametrize("form", ["PNG", "JPG", "WEBP", "TIFF"])
def test_each_format_is_drawn_by_the_child(tmp_path: Path, form: str) -> None:
    data = painted(tmp_path / "a", form).read_bytes()
    media_type = {"JPG": "image/jpeg"}.get(form, f"image/{form.lower()}")
    found = drawn(data, "a", "the picture", view.MODULES, {"picture": media_type, "side": 150})
    assert (found.width, found.height) == (150, 100)
    assert found.pixels[0] > 200 > 60 > found.pixels[2]


@pytest.mark.parametrize(
    ("media_type", "data"),
    [("image/jpeg", jpeg(640, 480)), ("image/gif", gif(640, 480)), ("image/png", png(640, 480)[:60]), ("image/png", png(60_000, 60_000))],
)
def test_what_cannot_be_drawn_is_told(media_type: str, data: bytes) -> None:
    with pytest.raises(ImportRefused, match="the picture cannot be drawn"):
        drawn(data, "a", "the picture", view.MODULES, {"picture": media_type, "side": 150})
