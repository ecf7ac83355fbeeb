"""Which claim a key is about: the one under the cursor where the analyst has put it, else the one that was chosen since."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desk.conftest import active
from tests.desk.making import case_of, chooser, fill, form, forms, hinted, settle, span_of, steps
from tests.journeys.driver import ALT, CTRL, Analyst
from workbench.case.passages import Mark
from workbench.desk.queries.sheet import QuerySheet
from workbench.desk.window import Window
from workbench.domain.entities import Claim
from workbench.domain.spans import Span
from workbench.domain.statuses import Status
from workbench.domain.vocabulary import ClaimKind, Likelihood, Relation

ONE = "Ferry\n\nForty passengers fell ill. The mayor spoke at noon. The pier is long.\n"
TWO = "Again\n\nThe ferry was late again. Nobody knows why it was so late.\n"
Key = Qt.Key


@pytest.fixture
def analyst(open_window: Callable[..., Window], tmp_path: Path) -> Analyst:
    """C1 and C2 are marked in Ex. 1 alone, C3 in Ex. 2 alone."""
    case = case_of(tmp_path, ONE, TWO)
    for number, text, words in ((1, ONE, "Forty passengers fell ill"), (1, ONE, "The mayor spoke"), (2, TWO, "The ferry was late")):
        case.claims.add(words, Mark(number, *span_of(text, words)))
    case.close()
    analyst = Analyst(active(open_window(case.path)))
    analyst.press(Key.Key_2, CTRL)
    analyst.wait()
    return analyst


def claim(analyst: Analyst, number: int) -> Claim:
    return analyst.window.desk.case.claims.view(number).claim


def title(analyst: Analyst) -> str:
    return chooser(analyst.window).accessibleName()


def test_a_cursor_left_on_another_mark_is_not_meant_once_a_claim_was_chosen(analyst: Analyst) -> None:
    analyst.click_on(2, "The ferry was late")
    analyst.press(Key.Key_1)
    assert title(analyst).startswith("C3: confirmed")
    analyst.press(Key.Key_Escape)
    analyst.window.desk.choose(1)
    analyst.press(Key.Key_1)
    assert title(analyst).startswith("C1: confirmed"), "the chosen claim, though the cursor still stands on C3"
    analyst.press(Key.Key_Escape)
    analyst.click_on(2, "The ferry was late")
    analyst.press(Key.Key_1)
    assert title(analyst).startswith("C3: confirmed"), "the cursor was put there"


def test_after_not_mentioned_a_status_is_the_chosen_claims(analyst: Analyst) -> None:
    analyst.click_on(2, "The ferry was late")
    analyst.window.desk.choose(1)
    analyst.press(Key.Key_2, ALT)
    analyst.press(Key.Key_X)
    analyst.press(Key.Key_2)
    analyst.press(Key.Key_S)
    assert [claim(analyst, n).status for n in (1, 2, 3)] == [Status.UNCONFIRMED, Status.OPEN, Status.OPEN]


def test_a_cursor_put_into_an_unmarked_sentence_still_makes_a_claim_of_it(analyst: Analyst) -> None:
    analyst.window.desk.choose(1)
    analyst.click_on(2, "Nobody knows")
    analyst.press(Key.Key_2)
    assert title(analyst).startswith("New claim from these words")
    analyst.press(Key.Key_Escape)
    analyst.press(Key.Key_J)
    analyst.press(Key.Key_2)
    assert not title(analyst).startswith("New claim"), "J has chosen another claim since"


def test_arrow_keys_aim_as_a_click_does(analyst: Analyst) -> None:
    analyst.click_on(1, "The pier")
    analyst.window.desk.choose(3)
    analyst.press(Key.Key_Home, CTRL)
    analyst.press(Key.Key_Down)
    analyst.press(Key.Key_Down)
    analyst.press(Key.Key_1)
    assert title(analyst).startswith("C1: confirmed")


def test_a_key_pressed_before_the_cursor_has_rested_is_about_what_the_line_names(analyst: Analyst) -> None:
    analyst.click_on(1, "The pier")
    analyst.window.desk.choose(3)
    analyst.press(Key.Key_Home, CTRL)
    analyst.press(Key.Key_Down)
    analyst.press(Key.Key_Down)
    assert analyst.window.desk.claim == 3, "the cursor has not rested yet"
    analyst.press(Key.Key_R)
    assert analyst.window.desk.claim == 1, "X, M, + and − are about the chosen claim, which the line names"


def test_a_cursor_that_came_to_rest_while_the_keyboard_was_elsewhere_is_meant_when_it_is_back(analyst: Analyst, qtbot: QtBot) -> None:
    analyst.click_on(1, "Forty passengers fell ill")
    analyst.click_on(2, "Nobody knows")
    analyst.window.desk.choose(1)
    analyst.press(Key.Key_2, ALT)
    pane = analyst.pane_of(2)
    while not (mark := pane.view.mark_at_cursor()) or mark.claim != 3:
        QTest.keyClick(pane.view, Key.Key_Left, CTRL)
    analyst.click_on(1, "The pier")
    qtbot.waitUntil(lambda: not pane.aim._resting.isActive())
    analyst.press(Key.Key_2, ALT)
    settle(analyst.window)
    assert hinted(analyst.window).startswith("C3 ")
    analyst.press(Key.Key_Plus)
    assert [len(analyst.window.desk.case.claims.view(n).evidence) for n in (1, 2, 3)] == [0, 0, 1]


def test_keys_about_words_take_the_mark_under_the_cursor(analyst: Analyst) -> None:
    analyst.click_on(1, "The mayor spoke")
    analyst.press(Key.Key_Minus)
    with analyst.window.desk.case.file.read() as reader:
        (link,) = reader.evidence(claim_id=2)
        passage = reader.passages(id=link.passage_id)[link.passage_id]
    assert (link.relation, passage.anchor.exact) == (Relation.CONTRADICTS, "The mayor spoke")
    analyst.click_on(1, "pier is")
    assert analyst.pane_of(1).aim.words() == Span(*span_of(ONE, "The pier is long."))


class TestAboutTheClaim:
    def test_i_sets_everything_in_one_step(self, analyst: Analyst) -> None:
        analyst.click_on(1, "Forty")
        before = steps(analyst)
        analyst.press(Key.Key_I)
        assert form(analyst.window).accessibleName() == "About C1"
        fill(form(analyst.window), Kind="quan", Event_date="2031-05-02", Likelihood="likely", Would_change_it="a list of names")
        assert not forms(analyst.window)
        view = analyst.window.desk.case.claims.view(1)
        assert (view.claim.kind, view.claim.event_date, view.claim.would_change) == (ClaimKind.QUANTITY, "2031-05-02", "a list of names")
        assert view.assessment is not None
        assert view.assessment.likelihood is Likelihood.LIKELY
        assert steps(analyst) == before + 1
        analyst.press(Key.Key_Z, CTRL)
        view = analyst.window.desk.case.claims.view(1)
        assert (view.claim.kind, view.claim.event_date, view.assessment) == (ClaimKind.EVENT, "", None)

    @pytest.mark.parametrize(
        ("values", "told"),
        [({"Kind": "rumour"}, "Kind is one of"), ({"Event_date": "yesterday"}, "“yesterday” is no date"), ({"Kind": ""}, "Kind is one of"),
         ({"Likelihood": "very"}, "Likelihood is one of")],
    )  # fmt: skip
    def test_what_is_wrong_is_said_and_nothing_is_kept(self, analyst: Analyst, values: dict[str, str], told: str) -> None:
        analyst.click_on(1, "Forty")
        before = steps(analyst)
        analyst.press(Key.Key_I)
        fill(form(analyst.window), **values)
        assert told in form(analyst.window).problem.text()
        assert steps(analyst) == before

    def test_nothing_changed_is_no_step_and_an_assessment_can_be_taken_back(self, analyst: Analyst) -> None:
        case = analyst.window.desk.case
        case.claims.assess(1, likelihood="likely")
        case.claims.edit(1, reason="Two lines\nof a reason", note="not in the form")
        analyst.click_on(1, "Forty")
        before = steps(analyst)
        analyst.press(Key.Key_I)
        analyst.press(Key.Key_Return)
        assert steps(analyst) == before
        analyst.press(Key.Key_I)
        fill(form(analyst.window), Likelihood="")
        assessment = case.claims.view(1).assessment
        assert assessment is None or assessment.likelihood is None
        assert claim(analyst, 1).reason == "Two lines\nof a reason", "what was not touched keeps its lines"


class TestTheClaimsWords:
    def test_f2_writes_and_enter_goes_back_to_the_text(self, analyst: Analyst) -> None:
        analyst.click_on(1, "Forty")
        view = analyst.pane_of(1).view
        analyst.press(Key.Key_F2)
        assert QApplication.focusWidget() is analyst.window.detail.text
        analyst.type("Some forty people were ill")
        analyst.press(Key.Key_Return)
        assert QApplication.focusWidget() is view, "letters are keys again"
        assert claim(analyst, 1).text == "Some forty people were ill"

    def test_esc_takes_back_what_is_not_kept(self, analyst: Analyst) -> None:
        analyst.click_on(1, "Forty")
        analyst.press(Key.Key_F2)
        analyst.type("Nonsense")
        analyst.press(Key.Key_Escape)
        assert claim(analyst, 1).text == "Forty passengers fell ill"
        assert analyst.window.detail.text.toPlainText() == "Forty passengers fell ill"
        assert QApplication.focusWidget() is analyst.pane_of(1).view


class TestQueriesOneAfterTheOther:
    def raise_one(self, analyst: Analyst) -> None:
        analyst.click_on(1, "Forty")
        analyst.press(Key.Key_Q)
        analyst.press(Key.Key_P) if chooser_open(analyst) else None
        analyst.drag_over(2, "Nobody knows why")
        analyst.press(Key.Key_Q)
        analyst.press(Key.Key_O)
        analyst.press(Key.Key_M)
        fill(form(analyst.window), Summary="They do not agree.")

    def test_the_claim_can_be_said_and_the_one_raised_last_stands_chosen_in_the_list(self, analyst: Analyst) -> None:
        self.raise_one(analyst)
        (view,) = analyst.window.desk.case.queries.views()
        assert view.query.claim_id == 1
        analyst.drag_over(2, "it was so late")
        analyst.press(Key.Key_Q)
        analyst.press(Key.Key_A)
        (view,) = analyst.window.desk.case.queries.views()
        assert [p.anchor.exact for p in view.passages] == ["Forty passengers fell ill", "Nobody knows why", "it was so late"]
        analyst.press(Key.Key_Q, CTRL | Qt.KeyboardModifier.ShiftModifier)
        (sheet,) = [s for s in analyst.window.findChildren(QuerySheet) if s.isVisible()]
        chosen = sheet.table.chosen()
        assert getattr(chosen, "query", None) == view.query

    def test_a_number_that_is_none_is_refused(self, analyst: Analyst) -> None:
        analyst.click_on(1, "Forty")
        analyst.press(Key.Key_Q)
        analyst.press(Key.Key_P) if chooser_open(analyst) else None
        analyst.drag_over(2, "Nobody knows why")
        for key in (Key.Key_Q, Key.Key_O, Key.Key_M):
            analyst.press(key)
        fill(form(analyst.window), Claim="the first")
        assert "The claim is a number" in form(analyst.window).problem.text()
        fill(form(analyst.window), Claim="")
        assert analyst.window.desk.case.queries.views()[0].query.claim_id is None


def chooser_open(analyst: Analyst) -> bool:
    return analyst.window.work.querying.half is None
