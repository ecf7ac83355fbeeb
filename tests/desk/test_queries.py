"""Queries at the desk by keys: Q, the other passage, the type; the half-made query; the list to work through; what shows them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from tests.desk.making import chooser, form, forms, popups, steps
from tests.journeys.driver import CTRL, SHIFT, Analyst
from workbench.case.queries import QueryView
from workbench.checks import registry
from workbench.checks.matter import Matter, Question
from workbench.desk.messages import JobBar
from workbench.desk.queries.raising import SEVERITY_LETTERS, TYPE_LETTERS
from workbench.desk.queries.sheet import QuerySheet
from workbench.desk.window import Window
from workbench.desk.worker import Job
from workbench.domain.entities import Discrepancy
from workbench.domain.vocabulary import DiscrepancyState, DiscrepancyType, FoundBy, Severity

FORTY = "About 40,000 litres of industrial solvent"
SIXTY = "it may be up to 60,000 litres"
Key = Qt.Key


@pytest.fixture
def analyst(sample: Window) -> Analyst:
    """Ex. 1 and Ex. 3 open side by side."""
    analyst = Analyst(sample)
    analyst.wait()
    sample.area.open(1)
    sample.area.panes[-1].show_article(3)
    analyst.pane_of(1).view.setFocus()
    return analyst


def queries(analyst: Analyst) -> list[Discrepancy]:
    return analyst.window.desk.case.queries.all()


def newest(analyst: Analyst) -> QueryView:
    return analyst.window.desk.case.queries.views()[-1]


def put_cursor(analyst: Analyst, exhibit: int, words: str) -> None:
    view = analyst.pane_of(exhibit).view
    cursor = view.textCursor()
    cursor.setPosition(view.offsets.unit(view.text.index(words) + 2))
    view.setTextCursor(cursor)
    view.setFocus()


def opened(analyst: Analyst) -> QuerySheet:
    """The list, its first row chosen."""
    analyst.window.activateWindow()
    assert QTest.qWaitForWindowActive(analyst.window)
    analyst.window.area.panes[0].view.setFocus()
    analyst.press(Key.Key_Q, CTRL | SHIFT)
    sheet = sheet_of(analyst)
    sheet.table.setCurrentCell(0, 0)
    return sheet


def sheet_of(analyst: Analyst) -> QuerySheet:
    (sheet,) = [s for s in analyst.window.findChildren(QuerySheet) if s.isVisible()]
    assert QTest.qWaitForWindowActive(sheet)
    sheet.table.setFocus()
    analyst.wait()
    return sheet


def step_to(analyst: Analyst, query_id: int) -> None:
    """Press J until that query is chosen."""
    sheet = sheet_of(analyst)
    for _ in sheet.table.entries:
        entry = sheet.table.chosen()
        if isinstance(entry, QueryView) and entry.query.id == query_id:
            return
        analyst.press(Key.Key_J)
    raise AssertionError(f"J does not come to Q{query_id}")


class TestRaising:
    def test_q_enter_enter_raises_the_likeliest_and_ctrl_z_takes_it_back(self, analyst: Analyst) -> None:
        analyst.window.desk.choose(3)
        put_cursor(analyst, 1, FORTY)
        before, analyst.actions = len(queries(analyst)), 0
        analyst.press(Key.Key_Q)
        first = chooser(analyst.window).choices[0]
        assert SIXTY in first.text
        assert "60,000" in first.remark
        analyst.press(Key.Key_Return)
        assert chooser(analyst.window).choices[0].text == "figure, high: raise it now"
        analyst.press(Key.Key_Return)
        assert analyst.actions == 3
        view = newest(analyst)
        assert (view.query.type, view.query.severity, view.query.claim_id) == (DiscrepancyType.FIGURE, Severity.HIGH, 3)
        assert [p.article_id for p in view.passages] == [1, 3]
        assert "40,000" in view.query.summary
        assert "60,000" in view.query.summary
        assert (view.query.raised_by, view.query.found_by) == ("Rhea", FoundBy.ANALYST)
        assert f"{view.query.number} raised" in analyst.said[-1]
        analyst.press(Key.Key_Z, CTRL)
        assert len(queries(analyst)) == before
        analyst.press(Key.Key_Z, CTRL | SHIFT)
        assert newest(analyst) == view

    def test_a_letter_for_the_type_one_for_the_weight_and_words_of_ones_own(self, analyst: Analyst) -> None:
        analyst.window.desk.choose(3)
        put_cursor(analyst, 1, FORTY)
        analyst.press(Key.Key_Q)
        analyst.press(Key.Key_1)
        analyst.press(Key.Key_U)
        assert "qualifier dropped" in chooser(analyst.window).accessibleName().casefold()
        analyst.press(Key.Key_L)
        assert "60,000" in form(analyst.window).lines[0].text()
        analyst.type("A ceiling is no estimate")
        analyst.press(Key.Key_Return)
        query = queries(analyst)[-1]
        assert (query.type, query.severity) == (DiscrepancyType.QUALIFIER_DROPPED, Severity.LOW)
        assert query.summary == "A ceiling is no estimate"

    def test_every_type_and_weight_has_a_letter_of_its_own(self) -> None:
        assert set(TYPE_LETTERS) == set(DiscrepancyType)
        assert len(set(TYPE_LETTERS.values())) == len(DiscrepancyType)
        assert set(SEVERITY_LETTERS) == set(Severity)

    @pytest.mark.parametrize("keys", [(Key.Key_Escape,), (Key.Key_1, Key.Key_Escape), (Key.Key_1, Key.Key_F, Key.Key_Escape)])
    def test_esc_leaves_at_any_point_and_nothing_is_changed(self, analyst: Analyst, keys: tuple[Qt.Key, ...]) -> None:
        analyst.window.desk.choose(3)
        put_cursor(analyst, 1, FORTY)
        before = steps(analyst)
        for key in (Key.Key_Q, *keys):
            analyst.press(key)
        assert popups(analyst.window) == []
        assert steps(analyst) == before
        assert QApplication.focusWidget() is analyst.pane_of(1).view


class TestTheOtherPassageIsPicked:
    def test_the_next_q_on_other_words_completes_it(self, analyst: Analyst) -> None:
        analyst.window.desk.choose(3)
        put_cursor(analyst, 1, FORTY)
        analyst.press(Key.Key_Q)
        analyst.press(Key.Key_P)
        assert popups(analyst.window) == []
        assert "Half a query" in analyst.window.message.words.text()
        analyst.drag_over(3, "A jar that the crew filled there")
        analyst.press(Key.Key_Q)
        analyst.press(Key.Key_O)
        analyst.press(Key.Key_Return)
        analyst.press(Key.Key_Return)
        view = newest(analyst)
        assert view.query.type is DiscrepancyType.OTHER
        assert [p.article_id for p in view.passages] == [1, 3]
        assert view.passages[1].anchor.exact == "A jar that the crew filled there"
        assert analyst.window.work.querying.half is None

    def test_words_without_a_claim_ask_for_the_other_passage_at_once(self, analyst: Analyst) -> None:
        analyst.window.desk.choose(0)
        put_cursor(analyst, 1, "Brannik Coatings, which makes varnish")
        analyst.press(Key.Key_Q)
        assert popups(analyst.window) == []
        assert analyst.window.work.querying.half is not None

    def test_esc_drops_it_and_says_so(self, analyst: Analyst) -> None:
        analyst.window.desk.choose(0)
        put_cursor(analyst, 1, "Brannik Coatings, which makes varnish")
        before = steps(analyst)
        analyst.press(Key.Key_Q)
        analyst.press(Key.Key_Escape)
        assert analyst.window.work.querying.half is None
        assert "dropped" in analyst.said[-1]
        assert steps(analyst) == before

    def test_the_message_drops_it_too(self, analyst: Analyst) -> None:
        analyst.window.desk.choose(0)
        put_cursor(analyst, 1, "Brannik Coatings, which makes varnish")
        analyst.press(Key.Key_Q)
        drop = analyst.window.message.action
        assert drop is not None
        drop.click()
        assert analyst.window.work.querying.half is None

    def test_the_same_words_again_are_no_other_passage(self, analyst: Analyst) -> None:
        analyst.window.desk.choose(0)
        put_cursor(analyst, 1, "Brannik Coatings, which makes varnish")
        analyst.press(Key.Key_Q)
        analyst.press(Key.Key_Q)
        assert "same words" in analyst.said[-1]
        assert popups(analyst.window) == []
        assert analyst.window.work.querying.half is not None


class TestTheList:
    def test_open_queries_stand_under_what_the_checks_suggest(self, analyst: Analyst) -> None:
        sheet = opened(analyst)
        kinds = [type(entry) for entry in sheet.table.entries]
        assert kinds == [Question] * (len(kinds) - 2) + [QueryView] * 2
        assert len(kinds) > 4
        assert [e.query.number for e in sheet.table.entries if isinstance(e, QueryView)] == ["Q1", "Q3"]
        assert "Ex. 2 says nine hours, Ex. 3 says forty minutes." in sheet.words.text()
        assert sheet.chips[DiscrepancyState.RESOLVED].text() == "Resolved 1"

    def test_the_chosen_one_stands_side_by_side_with_what_differs(self, analyst: Analyst) -> None:
        sheet = opened(analyst)
        step_to(analyst, 1)
        left, right = sheet.beside.texts
        assert "About 40,000 litres" in left.toPlainText()
        assert "up to 60,000 litres" in right.toPlainText()
        assert "40,000" in marked(left)
        assert "60,000" in marked(right)
        analyst.press(Key.Key_K)
        assert isinstance(sheet.table.chosen(), Question)

    def test_enter_goes_to_both_passages_in_two_panes(self, analyst: Analyst) -> None:
        opened(analyst)
        step_to(analyst, 1)
        analyst.press(Key.Key_Return)
        shown = {p.article_id: p.view.textCursor().selectedText() for p in analyst.window.area.panes}
        assert shown[1] == "About 40,000 litres"
        assert shown[3] == SIXTY

    def test_an_article_that_is_not_open_gets_a_place_beside(self, analyst: Analyst) -> None:
        opened(analyst)
        step_to(analyst, 3)
        analyst.press(Key.Key_Return)
        shown = {p.article_id: p.view.textCursor().selectedText() for p in analyst.window.area.panes}
        assert shown[1].startswith("We will not reopen")
        assert shown[5].startswith("We will never reopen")

    def test_r_asks_how_it_was_settled_and_shift_r_reopens(self, analyst: Analyst) -> None:
        sheet = opened(analyst)
        step_to(analyst, 1)
        analyst.press(Key.Key_R)
        analyst.press(Key.Key_Return)
        assert "how it was settled" in form(sheet).problem.text()
        analyst.type("An estimate and a ceiling.")
        analyst.press(Key.Key_Return)
        assert queries(analyst)[0].resolution == "An estimate and a ceiling."
        assert [e.query.number for e in sheet.table.entries if isinstance(e, QueryView)] == ["Q3"]
        sheet.narrow(DiscrepancyState.RESOLVED)
        sheet.show_query(1)
        sheet.table.setFocus()
        analyst.press(Key.Key_R, SHIFT)
        assert queries(analyst)[0].state is DiscrepancyState.OPEN
        analyst.press(Key.Key_Z, CTRL)
        assert queries(analyst)[0].resolution == "An estimate and a ceiling."

    def test_f2_edits_and_says_what_is_wrong(self, analyst: Analyst) -> None:
        sheet = opened(analyst)
        sheet.show_query(1)
        analyst.press(Key.Key_F2)
        found = form(sheet)
        lines = {line.accessibleName(): line for line in found.lines}
        for name, wrong in (("Type", "typo"), ("Severity", "grave"), ("Claim", "X"), ("Claim", "C99")):
            kept = lines[name].text()
            lines[name].setText(wrong)
            found.accept()
            assert found.problem.text()
            lines[name].setText(kept)
        for name, text in (("Type", "place"), ("Severity", "low"), ("Claim", ""), ("Summary", "Elsewhere")):
            lines[name].setText(text)
        found.accept()
        query = queries(analyst)[0]
        assert (query.type, query.severity, query.claim_id, query.summary) == (DiscrepancyType.PLACE, Severity.LOW, None, "Elsewhere")

    def test_del_takes_it_away_and_ctrl_z_in_the_list_brings_it_back(self, analyst: Analyst) -> None:
        sheet = opened(analyst)
        sheet.show_query(3)
        analyst.press(Key.Key_Delete)
        assert [q.number for q in queries(analyst)] == ["Q1", "Q2"]
        assert "Q3 deleted" in sheet.told.text()
        analyst.press(Key.Key_Z, CTRL)
        assert [q.number for q in queries(analyst)] == ["Q1", "Q2", "Q3"]

    def test_plus_raises_a_suggestion_and_x_sets_it_aside(self, analyst: Analyst) -> None:
        sheet = opened(analyst)
        before, aside = steps(analyst), sheet.table.chosen()
        analyst.press(Key.Key_X)
        assert aside not in sheet.table.entries
        assert steps(analyst) == before
        sheet.close()
        sheet = opened(analyst)
        assert aside not in sheet.table.entries
        analyst.window.work.querying.dismissed.clear()
        sheet.reload()
        sheet.table.setCurrentCell(0, 0)
        analyst.press(Key.Key_Plus)
        analyst.wait()
        query = queries(analyst)[-1]
        assert (query.type, query.found_by) == (DiscrepancyType.FIGURE, FoundBy.CHECK)
        assert query.summary == "Ex. 2 says nine hours, Ex. 3 says forty minutes."
        assert aside not in sheet.table.entries

    def test_a_third_passage_is_added_with_q_and_taken_out_beside(self, analyst: Analyst) -> None:
        analyst.window.desk.choose(3)
        put_cursor(analyst, 1, FORTY)
        analyst.drag_over(1, "a first estimate")
        analyst.press(Key.Key_Q)
        analyst.press(Key.Key_A)
        assert len(queries(analyst)[0].passages) == 3
        sheet = opened(analyst)
        sheet.show_query(1)
        assert len(sheet.beside.texts) == 3
        out = [b for b in sheet.beside.findChildren(QToolButton) if b.accessibleName() == "Take out Ex. 1"]
        assert len(out) == 2
        out[1].click()
        assert [p.anchor.exact for p in analyst.window.desk.case.queries.views()[0].passages] == ["About 40,000 litres", SIXTY]
        QApplication.processEvents()
        shown = [b for b in sheet.beside.widget().findChildren(QToolButton) if b.accessibleName().startswith("Take out")]
        assert shown == []

    def test_s_sorts_by_the_next_column_and_g_goes_to_a_suggestions_passages(self, analyst: Analyst) -> None:
        sheet = opened(analyst)
        before = steps(analyst)
        analyst.press(Key.Key_S)
        assert sheet.order.column == 1
        assert isinstance(sheet.table.chosen(), Question)
        analyst.press(Key.Key_G)
        assert {2, 3} <= {p.article_id for p in analyst.window.area.panes}
        assert steps(analyst) == before

    def test_narrowed_sorted_and_empty(self, analyst: Analyst) -> None:
        sheet = opened(analyst)
        sheet.chips[None].click()
        sheet.sort(3)
        assert [e.query.claim_id for e in sheet.table.entries if isinstance(e, QueryView)] == [1, 3, 4]
        sheet.sort(2)
        assert [e.query.number for e in sheet.table.entries if isinstance(e, QueryView)] == ["Q1", "Q2", "Q3"]
        analyst.window.desk.do(lambda: analyst.window.desk.case.queries.delete(2))
        sheet.chips[DiscrepancyState.RESOLVED].click()
        assert sheet.table.entries == []
        assert sheet.empty.isVisible()
        assert "press Q" in sheet.empty.text()

    def test_esc_leaves_the_form_and_then_the_list(self, analyst: Analyst) -> None:
        sheet = opened(analyst)
        step_to(analyst, 1)
        analyst.press(Key.Key_R)
        analyst.press(Key.Key_Escape)
        assert forms(sheet) == []
        assert sheet.isVisible()
        sheet.table.setFocus()
        analyst.press(Key.Key_Escape)
        assert not [s for s in analyst.window.findChildren(QuerySheet) if s.isVisible()]

    def test_every_button_has_a_name_and_a_hint(self, analyst: Analyst) -> None:
        sheet = opened(analyst)
        for each in sheet.findChildren(QPushButton):
            assert each.accessibleName()
            assert each.toolTip()


class TestWhereElseTheyShow:
    def test_the_claims_list_counts_open_ones(self, analyst: Analyst) -> None:
        views = {v.claim.id: v for v in analyst.window.claims.views}
        assert [views[n].open_queries for n in (1, 3, 4)] == [0, 1, 1]
        analyst.window.desk.do(lambda: analyst.window.desk.case.queries.resolve(1, "Settled."))
        assert {v.claim.id: v for v in analyst.window.claims.views}[3].open_queries == 0

    def test_the_detail_names_them_and_a_click_opens_the_list_there(self, analyst: Analyst) -> None:
        window = analyst.window
        window.desk.choose(1)
        (row,) = [b for b in window.detail.findChildren(QPushButton) if "Q2" in b.text()]
        assert "stale denial · resolved" in row.text()
        row.click()
        sheet = sheet_of(analyst)
        entry = sheet.table.chosen()
        assert isinstance(entry, QueryView)
        assert entry.query.number == "Q2"

    def test_open_ones_are_drawn_in_the_panes_as_they_come_and_go(self, analyst: Analyst) -> None:
        standing = analyst.pane_of(1).view.standing
        assert {label for label, _ in standing.queries} == {"Q1", "Q3"}
        analyst.window.desk.do(lambda: analyst.window.desk.case.queries.resolve(1, "Settled."))
        assert {label for label, _ in analyst.pane_of(1).view.standing.queries} == {"Q3"}
        analyst.window.desk.undo()
        assert {label for label, _ in analyst.pane_of(1).view.standing.queries} == {"Q1", "Q3"}

    def test_the_history_of_a_claim_mentions_them(self, analyst: Analyst) -> None:
        told = [e.what for e in analyst.window.desk.case.history.of_claim(1)]
        assert any("Q2 “" in what and "state: open → resolved" in what for what in told)
        assert any("Q2 “" in what and "raised: stale denial, high" in what for what in told)


def test_another_script_and_a_letter_of_two_units_are_marked_where_they_stand(open_window: object, tmp_path: Path) -> None:
    from tests.desk.making import case_of
    from workbench.case.passages import Mark
    from workbench.case.queries import NewQuery

    one, other = "\U0001f6a2 Пором віз 40 людей.", "\U0001f6a2\U0001f6a2 Пором віз 50 людей."
    case = case_of(tmp_path, one, other)
    marks = (Mark(1, one.index("Пором"), len(one)), Mark(2, other.index("Пором"), len(other)))
    case.queries.add(NewQuery(DiscrepancyType.FIGURE, Severity.HIGH, marks))
    case.close()
    window = open_window(tmp_path / "made.case")  # type: ignore[operator]
    assert QTest.qWaitForWindowActive(window)
    sheet = opened(Analyst(window))
    assert [marked(text) for text in sheet.beside.texts] == [["40"], ["50"]]


class TestWhileTheChecksLook:
    @pytest.fixture
    def held(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
        """The checks: one that waits until it is let go, and one after it."""
        held = Held()
        monkeypatch.setattr(registry, "CHECKS", (held.wait, held.note))
        yield held
        held.free.set()

    def test_the_sheet_says_so_and_how_far_they_are(self, analyst: Analyst, held: Held, qtbot: QtBot) -> None:
        sheet = looking(analyst, held, qtbot)
        assert sheet.looking.words.text() == "Looking for what does not agree 0 of 2…"
        assert "still looking" in sheet.empty.text()
        qtbot.waitUntil(lambda: analyst.window.desk.questions.idle, timeout=20_000)  # a search need not wait for them
        held.free.set()
        analyst.wait()
        assert held.noted == 1
        assert not sheet.looking.isVisible()
        assert "press Q" in sheet.empty.text()

    def test_cancel_ends_it_between_two_checks(self, analyst: Analyst, held: Held, qtbot: QtBot) -> None:
        sheet = looking(analyst, held, qtbot)
        (cancel,) = sheet.looking.findChildren(QToolButton)
        analyst.click(cancel, cancel.rect().center())
        held.free.set()
        analyst.wait()
        assert held.noted == 0
        assert "press Q" in sheet.empty.text()

    def test_a_bar_that_comes_late_says_how_far_the_job_is(self, analyst: Analyst) -> None:
        begun, free = threading.Event(), threading.Event()

        def count(job: Job) -> None:
            job.progress(3, 9)
            begun.set()
            free.wait(20)

        job = analyst.window.desk.job("Counting", count, lambda _: None)
        assert begun.wait(20)
        bar = JobBar()
        bar.watch(job)
        assert bar.words.text() == "Counting 3 of 9…"
        free.set()
        analyst.wait()
        bar.deleteLater()

    def test_a_sheet_that_is_closed_is_not_told_any_more(self, analyst: Analyst, held: Held, qtbot: QtBot) -> None:
        sheet = looking(analyst, held, qtbot)
        sheet.close()
        analyst.settle()
        held.free.set()
        analyst.wait()
        assert held.noted == 0


class Held:
    def __init__(self) -> None:
        self.begun, self.free, self.noted = threading.Event(), threading.Event(), 0

    def wait(self, _: Matter) -> Iterator[Question]:
        self.begun.set()
        self.free.wait(20)
        return iter(())

    def note(self, _: Matter) -> Iterator[Question]:
        self.noted += 1
        return iter(())


def looking(analyst: Analyst, held: Held, qtbot: QtBot) -> QuerySheet:
    """The list, while the checks are held."""
    analyst.press(Key.Key_Q, CTRL | SHIFT)
    (sheet,) = [s for s in analyst.window.findChildren(QuerySheet) if s.isVisible()]
    qtbot.waitUntil(held.begun.is_set, timeout=20_000)
    qtbot.waitUntil(sheet.looking.isVisible, timeout=20_000)
    return sheet


def marked(text: QPlainTextEdit) -> list[str]:
    """The words that are underlined as differing."""
    return [s.cursor.selectedText() for s in text.extraSelections() if s.format.fontUnderline()]
