"""What the head of a pane says of its article, and the word about letters that no font here has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from tests.desk.conftest import active
from tests.desk.making import case_of
from tests.journeys.driver import Analyst
from workbench.desk.reading import glyphs
from workbench.desk.reading.pane import Pane
from workbench.desk.window import Window
from workbench.domain.naming import short_names
from workbench.domain.vocabulary import Field, Reliability, Stance


def line(pane: Pane) -> str:
    return pane.head.facts.accessibleName()


def test_outlet_date_grade_origins_and_claims(sample: Window) -> None:
    desk, pane = sample.desk, sample.area.panes[0]
    desk.do(lambda: desk.case.articles.set_metadata(1, Field.PUBLISHED, "2031-03-04/2031-03-05"))
    desk.do(lambda: desk.case.articles.set_grade(1, Reliability.C))
    with desk.case.file.read() as reader:
        here = [a for a in reader.appearances(article_id=1) if a.stance is not Stance.NOT_MENTIONED]
        called = short_names(reader.origins().values())
        names = {called[a.origin_id] for a in here if a.origin_id}
    said = line(pane)
    assert desk.case.articles.get(1).outlet in said
    assert "4–5 Mar 2031" in said
    assert "C fairly reliable" in said
    assert names
    assert all(name in said for name in names)
    assert f"{len({a.claim_id for a in here})} claim" in said
    assert pane.head.facts.toolTip(), "the whole stands in the hint"


def test_a_change_of_origins_shows_at_once(sample: Window) -> None:
    desk, pane = sample.desk, sample.area.panes[0]
    origin = next(a.origin_id for a in pane.contents.appearances if a.origin_id)
    desk.do(lambda: desk.case.origins.edit(origin, name="Renamed bureau"))
    assert "Renamed bureau" in line(pane)


@pytest.mark.parametrize("width", [200, 300, 420, 700])
def test_date_and_grade_are_never_cut_however_narrow(sample: Window, width: int) -> None:
    desk, pane = sample.desk, sample.area.panes[0]
    desk.do(lambda: desk.case.articles.set_metadata(1, Field.PUBLISHED, "2031-03-04/2031-03-05"))
    facts = pane.head.facts
    facts.setFixedWidth(width - 60)
    shown = [fact.text for fact, _ in facts.fitted()]
    assert "4–5 Mar 2031" in shown
    assert desk.case.articles.get(1).grade.value in shown
    assert sum(room + 9 for _, room in facts.fitted()) - 9 <= width - 60 + 1


def test_the_switch_for_furniture_says_how_much_and_folds(open_window: Callable[..., Window], tmp_path: Path) -> None:
    case = case_of(tmp_path, "The ferry was stopped at nine. The port said so.\n\nShare this article\n\nNobody was hurt, the port said.")
    case.articles.set_zone(1, *_span(case.articles.text(1), "Share this article"), _boilerplate())
    case.close()
    analyst = Analyst(active(open_window(case.path)))
    pane = analyst.window.area.panes[0]
    assert pane.view.folded
    assert "1" in pane.head.fold.text()
    assert pane.head.fold.accessibleName() == "1 line of page furniture, folded"
    analyst.click(pane.head.fold, pane.head.fold.rect().center())
    assert not pane.view.folded
    assert pane.head.fold.accessibleName().endswith("shown")
    pane.view.setFocus()
    analyst.press(Qt.Key.Key_F)
    assert pane.view.folded
    assert pane.head.fold.accessibleName().endswith("folded")


def _span(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def _boilerplate() -> object:
    from workbench.domain.vocabulary import ZoneKind

    return ZoneKind.BOILERPLATE


def test_private_letters_are_told_and_all_else_is_not(open_window: Callable[..., Window], tmp_path: Path) -> None:
    case = case_of(tmp_path, "The sign read \ue123\ue124 on both sides.", "Nothing odd here: the ferry ran on time.")
    case.close()
    window = active(open_window(case.path))
    QApplication.processEvents()
    odd, plain = window.area.panes
    assert odd.head.fonts.isVisible()
    assert odd.head.fonts.text() == "No font here for private-use characters; boxes stand instead."
    assert not plain.head.fonts.isVisible()


def test_a_missing_script_is_named_with_a_font_that_has_it(sample: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glyphs, "can_show", lambda letters, family: not any("\u0e00" <= c <= "\u0e7f" for c in letters))
    words = glyphs.missing("เรือ and ferry and 연락선", "Source Serif Pro")
    assert words.startswith("No font here for Thai")
    assert "Noto Sans Thai" in words
    assert "Korean" not in words


def test_without_any_font_everything_is_missing(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    glyphs.can_show.cache_clear()
    monkeypatch.setattr(QFontDatabase, "families", staticmethod(lambda *_: []))
    try:
        assert "Arabic" in glyphs.missing("توقفت", "Source Serif Pro")
    finally:
        glyphs.can_show.cache_clear()


def test_samples_are_letters_of_scripts_and_nothing_else() -> None:
    found = glyphs.samples("Plain, “quoted” – 12 % … Паром 연락선 ✓ 😀")
    assert set(found) == {"Cyrillic", "Hangul", "Emoji"}
    assert all(1 <= len(letters) <= glyphs.SAMPLED for letters in found.values())


def test_a_long_title_takes_two_lines_where_the_pane_is_narrow_and_one_where_it_is_low(sample: Window) -> None:
    from tests.journeys.driver import CTRL

    desk, pane = sample.desk, sample.area.panes[0]
    sample.resize(1680, 1000)
    desk.do(lambda: desk.case.articles.set_metadata(1, Field.TITLE, "A title of some words that needs more than one line"))
    QApplication.processEvents()
    one = pane.head.title.height()
    Analyst(sample).press(Qt.Key.Key_5, CTRL)
    QApplication.processEvents()
    assert pane.head.title.height() >= 2 * one - 2
    assert pane.head.title.toolTip().startswith("A title of some words")
    sample.resize(1680, 360)
    QApplication.processEvents()
    assert pane.head.title.height() <= one + 2
