"""The checker's pass by keys: agreeing, querying, what comes back, the quotation in its place, and the name that is not the analyst's."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.desk.making import form, forms, steps
from tests.journeys.driver import ALT, CTRL, SHIFT, Analyst
from workbench.desk.actions.signing import check_pass
from workbench.desk.signing.checking import CheckersPass
from workbench.desk.window import Window
from workbench.domain.signing import PassState
from workbench.domain.vocabulary import ReviewVerdict

CHECKER = "Noor Haddad"


def sheet_of(analyst: Analyst) -> CheckersPass:
    (found,) = [w for w in analyst.window.findChildren(CheckersPass) if w.isVisible()]
    return found


def opened(window: Window) -> Analyst:
    """The pass, opened by its key, with the keyboard in its list."""
    analyst = Analyst(window)
    window.area.panes[0].view.setFocus()
    analyst.press(Qt.Key.Key_P, CTRL | ALT)
    sheet = sheet_of(analyst)
    sheet.activateWindow()
    assert QTest.qWaitForWindowActive(sheet)
    analyst.wait()
    return analyst


@pytest.fixture
def analyst(sample: Window) -> Analyst:
    sample.desk.case.info.edit(checker=CHECKER)
    return opened(sample)


def states(analyst: Analyst) -> list[PassState]:
    return [item.state for item in sheet_of(analyst).list.items]


def row(analyst: Analyst) -> int:
    return sheet_of(analyst).list.currentIndex().row()


def test_every_claim_and_citation_stands_there_and_the_first_is_shown(analyst: Analyst) -> None:
    sheet, case = sheet_of(analyst), analyst.window.desk.case
    views = case.claims.views()
    assert len(sheet.list.items) == sum(1 + len(v.appearances) + len(v.evidence) for v in views)
    assert row(analyst) == 0
    assert sheet.view.claim.text() == views[0].claim.text
    assert sheet.who.text() == f"Checker: {CHECKER}"
    assert sheet.done.text() == f"0 of {len(sheet.list.items)} agreed"
    assert sheet.list.hasFocus()


def test_a_agrees_and_goes_on_in_one_step_that_undo_takes_back(analyst: Analyst) -> None:
    sheet, before = sheet_of(analyst), steps(analyst)
    analyst.press(Qt.Key.Key_A)
    assert states(analyst)[:2] == [PassState.AGREED, PassState.TODO]
    assert row(analyst) == 1
    assert steps(analyst) == before + 1
    assert sheet.done.text().startswith("1 of ")
    assert sheet.bar.value() == 1
    analyst.press(Qt.Key.Key_Z, CTRL)
    assert states(analyst)[0] is PassState.TODO
    analyst.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert states(analyst)[0] is PassState.AGREED


def test_q_asks_what_is_not_right_and_goes_on(analyst: Analyst) -> None:
    sheet = sheet_of(analyst)
    analyst.press(Qt.Key.Key_Q)
    assert forms(sheet)
    analyst.type("Against all of jakarta?")
    assert states(analyst)[0] is PassState.TODO, "letters of the note are not keys of the pass"
    analyst.press(Qt.Key.Key_Return)
    assert not forms(sheet)
    assert (states(analyst)[0], row(analyst)) == (PassState.QUERIED, 1)
    assert sheet.list.items[0].review.note == "Against all of jakarta?"
    analyst.press(Qt.Key.Key_K)
    assert "Against all of jakarta?" in sheet.view.notice_words.text()
    assert "1 queried" in sheet.done.text()


def test_a_query_without_words_is_not_kept_and_escape_leaves_the_form_first(analyst: Analyst) -> None:
    sheet = sheet_of(analyst)
    analyst.press(Qt.Key.Key_Q)
    analyst.press(Qt.Key.Key_Return)
    assert "Say what the query is" in form(sheet).problem.text()
    analyst.press(Qt.Key.Key_Escape)
    assert not forms(sheet)
    assert sheet.isVisible()
    assert states(analyst)[0] is PassState.TODO
    analyst.press(Qt.Key.Key_Escape)
    assert not [w for w in analyst.window.findChildren(CheckersPass) if w.isVisible()]


def test_j_and_k_go_on_and_back_and_n_to_the_next_to_do(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_J)
    analyst.press(Qt.Key.Key_J)
    assert row(analyst) == 2
    analyst.press(Qt.Key.Key_K)
    assert row(analyst) == 1
    analyst.press(Qt.Key.Key_A)
    analyst.press(Qt.Key.Key_K)
    analyst.press(Qt.Key.Key_K)
    assert row(analyst) == 0
    analyst.press(Qt.Key.Key_N)
    assert row(analyst) == 2, "the agreed one is passed over"


def test_a_citation_shows_its_words_in_their_article(analyst: Analyst) -> None:
    sheet, case = sheet_of(analyst), analyst.window.desk.case
    at = next(n for n, item in enumerate(sheet.list.items) if item.passage and item.appearance)
    sheet.list.go(at)
    item = sheet.list.items[at]
    article = case.articles.get(item.article_id)
    shown = sheet.view.quotation.toPlainText()
    assert item.passage.anchor.exact in shown
    assert len(shown) > len(item.passage.anchor.exact) + 100, "with what stands around it"
    assert article.outlet in sheet.view.where.text()
    assert article.title in sheet.view.where.text()
    sheet.list.go(0)
    assert not sheet.view.quotation.isVisible()


def test_a_claim_shows_its_basis_reason_and_warnings(analyst: Analyst) -> None:
    sheet, case = sheet_of(analyst), analyst.window.desk.case
    view = next(v for v in case.claims.views() if v.warnings and v.claim.reason and v.claim.basis)
    sheet.list.go(next(n for n, item in enumerate(sheet.list.items) if item.key == view.claim.id * 3))
    facts = [sheet.view.facts.itemAt(n).widget().text() for n in range(sheet.view.facts.count())]
    assert view.claim.basis.label in facts
    assert view.claim.reason in facts
    assert sheet.view.counted.text() == view.meter.full
    lines = [sheet.view.chain.itemAt(n).widget().text() for n in range(sheet.view.chain.count())]
    names = {o.name for o in case.origins.all().values() if o.id in view.meter.roots}
    assert all(any(line.startswith("●") and name in line for line in lines) for name in names), "every root stands there"
    assert sum("← Ex." in line for line in lines) == sum(a.carries for a in view.appearances), "and every passage under it"
    assert view.warnings[0].message in sheet.view.notice_words.text()
    QApplication.processEvents()
    assert all(sheet.view.facts.itemAt(n).widget().width() > 20 for n in range(sheet.view.facts.count())), "none is squeezed away"


def test_enter_brings_a_reading_pane_to_the_words(analyst: Analyst) -> None:
    sheet, window = sheet_of(analyst), analyst.window
    at = next(n for n, item in enumerate(sheet.list.items) if item.passage and item.article_id == 3)
    sheet.list.go(at)
    item = sheet.list.items[at]
    analyst.press(Qt.Key.Key_Return)
    assert window.desk.claim == item.view.claim.id
    pane = next(p for p in window.area.panes if p.article_id == 3)
    assert pane.aim.words() is not None
    assert pane.aim.words().overlaps(item.passage.span)
    assert sheet.isVisible()


def test_what_changes_comes_back_as_changed_and_the_choice_stays(analyst: Analyst) -> None:
    case, desk = analyst.window.desk.case, analyst.window.desk
    analyst.press(Qt.Key.Key_A)
    analyst.press(Qt.Key.Key_A)
    desk.announce(case.claims.edit(1, reason="Something that was not there before."))
    analyst.wait()
    assert states(analyst)[:3] == [PassState.CHANGED, PassState.AGREED, PassState.TODO]
    assert row(analyst) == 2
    assert "1 changed since" in sheet_of(analyst).done.text()
    analyst.press(Qt.Key.Key_K)
    analyst.press(Qt.Key.Key_K)
    assert "changed since: look again" in sheet_of(analyst).view.notice_words.text()
    analyst.press(Qt.Key.Key_A)
    assert states(analyst)[0] is PassState.AGREED


def test_a_deleted_claim_leaves_the_pass_and_undo_brings_it_back(analyst: Analyst) -> None:
    desk, count = analyst.window.desk, len(states(analyst))
    desk.announce(desk.case.claims.delete(1))
    analyst.wait()
    assert len(states(analyst)) < count
    assert sheet_of(analyst).list.items[0].view.claim.id == 2
    desk.undo()
    analyst.wait()
    assert len(states(analyst)) == count


def test_everything_agreed_is_said(analyst: Analyst) -> None:
    sheet, desk = sheet_of(analyst), analyst.window.desk
    for item in sheet.list.items[1:]:
        desk.case.signing.passing.review(item, ReviewVerdict.AGREES, CHECKER)
    sheet.reload()
    analyst.wait()
    sheet.list.go(0)
    analyst.press(Qt.Key.Key_A)
    assert sheet.problem.text() == "Everything has been looked at."
    assert desk.case.signing.passing.missing(CHECKER) == ()


def test_the_name_is_asked_for_and_the_analyst_is_refused(sample: Window) -> None:
    analyst_name = sample.desk.case.info.get().analyst
    sample.desk.settings.set("analyst", analyst_name)
    analyst = opened(sample)
    sheet = sheet_of(analyst)
    asked = form(sheet)
    asked.lines[0].setFocus()
    analyst.type(analyst_name.upper())
    analyst.press(Qt.Key.Key_Return)
    assert "is the analyst of this case" in asked.problem.text()
    asked.lines[0].clear()
    analyst.type(CHECKER)
    analyst.press(Qt.Key.Key_Return)
    analyst.wait()
    assert sheet.checker == CHECKER
    sheet.list.setFocus()
    analyst.press(Qt.Key.Key_A)
    assert states(analyst)[0] is PassState.AGREED
    assert sheet.list.items[0].review.checker == CHECKER


def test_without_a_name_nothing_is_agreed(sample: Window) -> None:
    sample.desk.settings.set("analyst", sample.desk.case.info.get().analyst)
    analyst = opened(sample)
    analyst.press(Qt.Key.Key_Escape)
    sheet_of(analyst).list.setFocus()
    before = steps(analyst)
    analyst.press(Qt.Key.Key_A)
    assert forms(sheet_of(analyst)), "the name is asked for instead"
    assert steps(analyst) == before


def test_every_button_has_a_name_a_hint_and_does_what_its_key_does(analyst: Analyst) -> None:
    sheet = sheet_of(analyst)
    buttons = {made.accessibleName(): made for made in sheet.findChildren(QPushButton)}
    assert buttons["Agree"].text().endswith("A"), "its key stands on it"
    assert {"Agree", "Query…", "Show in pane", "Change…"} <= set(buttons)
    assert all(made.accessibleName() and made.toolTip() for made in buttons.values())
    QTest.mouseClick(buttons["Agree"], Qt.MouseButton.LeftButton)
    assert states(analyst)[0] is PassState.AGREED
    QTest.mouseClick(buttons["Query…"], Qt.MouseButton.LeftButton)
    assert forms(sheet)
    assert sheet.list.accessibleName()
    told = [sheet.list.model_.index(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(len(sheet.list.items))]
    assert all(words.startswith(state.label) for words, state in zip(told, states(analyst), strict=True))


def test_an_empty_case_says_so(blank: Window) -> None:
    blank.desk.settings.set("analyst", CHECKER)
    blank.desk.case.info.edit(analyst="Rhea")
    check_pass(blank.work)
    analyst = Analyst(blank)
    analyst.wait()
    assert "no claim" in sheet_of(analyst).done.text()
    analyst.press(Qt.Key.Key_A)
    with blank.desk.case.file.read() as reader:
        assert reader.reviews() == []


def test_what_was_asked_for_a_sheet_that_is_closed_is_dropped(analyst: Analyst) -> None:
    desk, sheet = analyst.window.desk, sheet_of(analyst)
    sheet.reload()
    sheet.close()
    analyst.wait()
    desk.announce(desk.case.claims.edit(1, reason="Something new."))
    analyst.wait()
    assert analyst.window.isVisible()
