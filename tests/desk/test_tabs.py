"""Several articles in one pane: opened, turned to, closed and restored, by keys and by mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar

from tests.desk.conftest import active
from tests.journeys.driver import ALT, CTRL, NO, SHIFT, Analyst
from workbench.desk.reading.pane import Pane
from workbench.desk.window import Window
from workbench.domain.spans import Span


@pytest.fixture
def analyst(sample: Window) -> Analyst:
    analyst = Analyst(sample)
    analyst.press(Qt.Key.Key_1, ALT)
    return analyst


def pane(analyst: Analyst, number: int = 0) -> Pane:
    return analyst.window.area.panes[number]


def tabs(analyst: Analyst, number: int = 0) -> list[int]:
    return [t.article_id for t in pane(analyst, number).tabs]


def choose(analyst: Analyst, article: int) -> None:
    rows = analyst.window.articles
    rows.list.setFocus()
    rows.list.setCurrentIndex(rows.model.index_of(article))


def row_point(analyst: Analyst, article: int) -> QPoint:
    rows = analyst.window.articles
    return rows.list.visualRect(rows.model.index_of(article)).center()


def test_one_article_has_no_tab_bar(analyst: Analyst) -> None:
    assert tabs(analyst) == [1]
    assert not pane(analyst).head.tabs.isVisible()


def test_ctrl_enter_in_the_list_opens_a_tab_beside_the_one_that_is_open(analyst: Analyst) -> None:
    choose(analyst, 4)
    analyst.press(Qt.Key.Key_Return, CTRL)
    assert tabs(analyst) == [1, 4]
    assert pane(analyst).article_id == 4
    assert analyst.window.work.reading_pane() is pane(analyst), "the new tab has the keyboard"
    assert len(analyst.window.area.panes) == 2, "no pane was opened"
    assert pane(analyst).head.tabs.isVisible()
    choose(analyst, 5)
    analyst.press(Qt.Key.Key_T, CTRL)
    assert tabs(analyst) == [1, 4, 5]


@pytest.mark.parametrize(("button", "with_"), [(Qt.MouseButton.LeftButton, CTRL), (Qt.MouseButton.MiddleButton, NO)])
def test_ctrl_click_and_middle_click_open_a_tab(analyst: Analyst, button: Qt.MouseButton, with_: Qt.KeyboardModifier) -> None:
    QTest.mouseClick(analyst.window.articles.list.viewport(), button, with_, row_point(analyst, 3))
    QApplication.processEvents()
    assert tabs(analyst) == [1, 3]
    assert tabs(analyst, 1) == [2]
    assert pane(analyst).article_id == 3


def test_a_plain_click_replaces_the_tab_that_is_open(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_T, CTRL)
    QTest.mouseClick(analyst.window.articles.list.viewport(), Qt.MouseButton.LeftButton, NO, row_point(analyst, 3))
    QApplication.processEvents()
    assert tabs(analyst) == [1, 3]


def test_ctrl_t_in_a_pane_has_the_same_article_twice(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_T, CTRL)
    assert tabs(analyst) == [1, 1]
    assert pane(analyst).tab == 1


def test_ctrl_tab_goes_round_and_each_tab_keeps_its_place(analyst: Analyst) -> None:
    for article in (2, 3):
        choose(analyst, article)
        analyst.press(Qt.Key.Key_Return, CTRL)
    view = pane(analyst).view
    place = len(view.text) * 3 // 4
    view.go_to(Span(place, place))
    scroll = view.verticalScrollBar().value()
    assert scroll > 0
    seen = []
    for _ in range(3):
        analyst.press(Qt.Key.Key_Tab, CTRL)
        seen.append(pane(analyst).article_id)
    assert seen == [1, 2, 3]
    assert (view.position(), view.verticalScrollBar().value()) == (place, scroll)
    analyst.press(Qt.Key.Key_Backtab, CTRL | SHIFT)
    assert pane(analyst).article_id == 2
    assert pane(analyst).head.tabs.currentIndex() == 1
    assert analyst.window.work.reading_pane() is pane(analyst)


def test_marks_are_those_of_the_tab_that_is_shown(analyst: Analyst) -> None:
    choose(analyst, 2)
    analyst.press(Qt.Key.Key_Return, CTRL)
    analyst.press(Qt.Key.Key_Tab, CTRL)
    case = analyst.window.desk.case
    assert {m.appearance for m in pane(analyst).view.standing.marks} == {
        a.id for v in case.claims.views() for a in v.appearances if a.article_id == 1 and a.passage_id
    }
    assert pane(analyst).view.text == case.articles.text(1)


def test_a_click_on_a_tab_turns_to_it_and_a_middle_click_closes_it(analyst: Analyst) -> None:
    for article in (2, 3):
        choose(analyst, article)
        analyst.press(Qt.Key.Key_Return, CTRL)
    bar = pane(analyst).head.tabs
    analyst.click(bar, bar.tabRect(0).center() - QPoint(12, 0))
    assert pane(analyst).article_id == 1
    QTest.mouseClick(bar, Qt.MouseButton.MiddleButton, NO, bar.tabRect(1).center())
    QApplication.processEvents()
    assert tabs(analyst) == [1, 3]
    assert pane(analyst).article_id == 1, "the tab that is shown stays"


def test_the_cross_on_a_tab_closes_it_and_has_a_name(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_T, CTRL)
    bar = pane(analyst).head.tabs
    side = QTabBar.ButtonPosition.RightSide
    cross = bar.tabButton(1, side) or bar.tabButton(1, QTabBar.ButtonPosition.LeftSide)
    assert cross.accessibleName() == "Close this tab"
    analyst.click(cross, cross.rect().center())
    assert tabs(analyst) == [1]
    assert not bar.isVisible()


def test_ctrl_w_closes_the_tab_and_then_the_pane(analyst: Analyst) -> None:
    choose(analyst, 4)
    analyst.press(Qt.Key.Key_Return, CTRL)
    analyst.press(Qt.Key.Key_W, CTRL)
    assert tabs(analyst) == [1]
    assert analyst.window.work.reading_pane() is pane(analyst)
    analyst.press(Qt.Key.Key_W, CTRL)
    assert [p.article_id for p in analyst.window.area.panes] == [2]


def test_an_article_in_a_tab_behind_is_gone_to(analyst: Analyst) -> None:
    choose(analyst, 4)
    analyst.press(Qt.Key.Key_Return, CTRL)
    analyst.press(Qt.Key.Key_Tab, CTRL)
    assert pane(analyst).article_id == 1
    choose(analyst, 4)
    analyst.press(Qt.Key.Key_Return)
    assert tabs(analyst) == [1, 4]
    assert pane(analyst).article_id == 4


def test_a_tab_that_is_not_shown_reads_nothing(
    analyst: Analyst, monkeypatch: pytest.MonkeyPatch, open_window: Callable[..., Window]
) -> None:
    for article in (3, 4):
        choose(analyst, article)
        analyst.press(Qt.Key.Key_Return, CTRL)
    path = analyst.window.desk.case.path
    analyst.window.close()
    read: list[int] = []
    from workbench.case.articles import Articles

    text = Articles.text
    monkeypatch.setattr(Articles, "text", lambda self, article: (read.append(article), text(self, article))[1])
    again = active(open_window(path))
    assert [t.article_id for t in again.area.panes[0].tabs] == [1, 3, 4]
    assert set(read) == {4, 2}, "only what is shown was read"


def test_tabs_come_back_after_a_restart_where_they_were(analyst: Analyst, open_window: Callable[..., Window]) -> None:
    choose(analyst, 3)
    analyst.press(Qt.Key.Key_Return, CTRL)
    view = pane(analyst).view
    place = len(view.text) // 2
    view.go_to(Span(place, place))
    analyst.press(Qt.Key.Key_Tab, CTRL)
    path = analyst.window.desk.case.path
    analyst.window.close()
    again = Analyst(active(open_window(path)))
    assert tabs(again) == [1, 3]
    assert pane(again).article_id == 1
    assert pane(again).head.tabs.isVisible()
    again.press(Qt.Key.Key_1, ALT)
    again.press(Qt.Key.Key_Tab, CTRL)
    assert pane(again).view.position() == place


def test_removing_an_article_closes_its_tabs_and_undo_harms_nothing(analyst: Analyst) -> None:
    choose(analyst, 3)
    analyst.press(Qt.Key.Key_Return, CTRL)
    choose(analyst, 4)
    analyst.press(Qt.Key.Key_Return, CTRL)
    desk = analyst.window.desk
    desk.do(lambda: desk.case.articles.delete(3))
    assert tabs(analyst) == [1, 4]
    assert pane(analyst).article_id == 4
    desk.do(lambda: desk.case.articles.delete(4))
    assert tabs(analyst) == [1]
    assert pane(analyst).article_id == 1
    assert pane(analyst).view.text == desk.case.articles.text(1)
    analyst.press(Qt.Key.Key_Z, CTRL)
    assert tabs(analyst) == [1]


def test_a_new_title_stands_on_a_tab_behind(analyst: Analyst) -> None:
    from workbench.domain.vocabulary import Field

    choose(analyst, 3)
    analyst.press(Qt.Key.Key_Return, CTRL)
    desk = analyst.window.desk
    desk.do(lambda: desk.case.articles.set_metadata(1, Field.TITLE, "Harbour & ferry"))
    bar = pane(analyst).head.tabs
    assert bar.tabText(0).replace("&&", "&") == "Ex. 1 · Harbour & ferry"
    assert bar.accessibleTabName(0) == "Ex. 1 · Harbour & ferry, tab 1 of 2"
