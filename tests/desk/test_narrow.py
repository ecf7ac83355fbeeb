"""NARROW BY: publisher, date, reliability and a second source narrow the articles and the claims; one key shows all again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from tests.desk.making import settle
from tests.journeys.driver import CTRL, SHIFT, Analyst
from workbench.desk.articles.narrow import Narrowing, needs_second
from workbench.desk.window import Window
from workbench.domain.vocabulary import Field, Reliability, Stance


@pytest.fixture
def analyst(sample: Window) -> Analyst:
    return Analyst(sample)


def articles(analyst: Analyst) -> list[int]:
    return [r.article.id for r in analyst.window.articles.model.rows]


def claims(analyst: Analyst) -> set[int]:
    return {v.claim.id for v in analyst.window.claims.model.rows}


def claims_in(analyst: Analyst, *numbers: int) -> set[int]:
    views = analyst.window.desk.case.claims.views()
    return {v.claim.id for v in views for a in v.appearances if a.article_id in numbers and a.stance is not Stance.NOT_MENTIONED}


def pick(analyst: Analyst, button: object, words: str) -> None:
    """Open a choice with the keyboard and take the line that begins with these words."""
    button.setFocus()  # type: ignore[attr-defined]
    analyst.press(Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(a for a in menu.actions() if a.text().startswith(words))
    while menu.activeAction() is not action:
        analyst_key(menu)
    from PySide6.QtTest import QTest

    QTest.keyClick(menu, Qt.Key.Key_Return)
    QApplication.processEvents()


def analyst_key(menu: QMenu) -> None:
    from PySide6.QtTest import QTest

    QTest.keyClick(menu, Qt.Key.Key_Down)


def test_a_publisher_narrows_articles_and_claims_and_a_key_shows_all(analyst: Analyst) -> None:
    outlet = analyst.window.desk.case.articles.get(3).outlet
    every = claims(analyst)
    narrow = analyst.window.articles.narrow
    assert not narrow.all.isVisible()
    pick(analyst, narrow.publisher, outlet)
    assert articles(analyst) == [3]
    assert claims(analyst) == claims_in(analyst, 3)
    assert claims(analyst) < every
    assert outlet in narrow.publisher.text()
    assert "1 of 5" in analyst.window.articles.heading.text()
    assert f"of {len(every)}" in analyst.window.claims.heading.text()
    assert narrow.all.isVisible(), "the way back can be seen"
    analyst.press(Qt.Key.Key_N, CTRL | SHIFT)
    assert articles(analyst) == [1, 2, 3, 4, 5]
    assert claims(analyst) == every


def test_show_all_is_a_button_too(analyst: Analyst) -> None:
    narrow = analyst.window.articles.narrow
    narrow.use(Narrowing(grade=analyst.window.desk.case.articles.get(1).grade))
    QApplication.processEvents()
    analyst.click(narrow.all, narrow.all.rect().center())
    assert articles(analyst) == [1, 2, 3, 4, 5]


def test_reliability_and_date(analyst: Analyst) -> None:
    desk, narrow = analyst.window.desk, analyst.window.articles.narrow
    for number, (grade, day) in enumerate(
        [(Reliability.A, "2031-03-04"), (Reliability.B, "2031-03-04/2031-03-05"), (Reliability.B, "2031-03-05"), (Reliability.C, ""),
         (Reliability.C, "2031-03-07")], 1
    ):  # fmt: skip
        desk.do(lambda n=number, g=grade: desk.case.articles.set_grade(n, g))
        desk.do(lambda n=number, d=day: desk.case.articles.set_metadata(n, Field.PUBLISHED, d))
    settle(analyst.window)
    assert "A–C" in narrow.grade.text()
    assert "4–7 Mar 2031" in narrow.day.text()
    pick(analyst, narrow.grade, "B ")
    assert articles(analyst) == [2, 3]
    pick(analyst, narrow.grade, "All grades")
    pick(analyst, narrow.day, "5 Mar")
    assert articles(analyst) == [2, 3], "a range holds for each of its days"
    pick(analyst, narrow.day, "undated")
    assert articles(analyst) == [4]
    pick(analyst, narrow.day, "4 Mar")
    pick(analyst, narrow.grade, "A ")
    assert articles(analyst) == [1], "two choices narrow together"


def test_what_needs_a_second_source(analyst: Analyst) -> None:
    views = analyst.window.desk.case.claims.views()
    waiting = {v.claim.id for v in views if needs_second(v)}
    assert waiting
    assert waiting < {v.claim.id for v in views}
    second = analyst.window.articles.narrow.second
    assert second.text().endswith(str(len(waiting)))
    second.setFocus()
    analyst.press(Qt.Key.Key_Space)
    assert claims(analyst) == waiting
    assert set(articles(analyst)) == {n for n in range(1, 6) if claims_in(analyst, n) & waiting}
    analyst.press(Qt.Key.Key_Space)
    assert claims(analyst) == {v.claim.id for v in views}


def test_a_decision_takes_a_claim_from_those_that_wait_and_undo_brings_it_back(analyst: Analyst) -> None:
    from workbench.case.claims import Decision
    from workbench.domain.statuses import Basis, Status

    desk, narrow = analyst.window.desk, analyst.window.articles.narrow
    before = narrow.second.text()
    claim = next(v.claim.id for v in desk.case.claims.views() if needs_second(v))
    desk.do(lambda: desk.case.claims.set_status(claim, Decision(Status.CONFIRMED, Basis.OWN_WORDS)))
    settle(analyst.window)
    assert narrow.second.text() != before
    analyst.press(Qt.Key.Key_Z, CTRL)
    settle(analyst.window)
    assert narrow.second.text() == before


def test_every_choice_has_a_name_and_a_hint(analyst: Analyst) -> None:
    narrow = analyst.window.articles.narrow
    for each in (narrow.publisher, narrow.day, narrow.grade, narrow.second, narrow.all):
        assert each.accessibleName()
        assert each.toolTip()
