"""The search panel, driven by keys and mouse over a real index."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desk.conftest import active
from tests.desk.making import case_of, steps
from tests.journeys.driver import ALT, CTRL, SHIFT, Analyst
from workbench import paths
from workbench.case.appearances import Attribution
from workbench.case.passages import Mark
from workbench.desk.reading.view import ReadingView
from workbench.desk.rows import ROW
from workbench.desk.search.found import HEAD, MORE, PASSAGE, PLACE, RECENT, SECTION, FoundRow
from workbench.desk.search.help import SearchHelp
from workbench.desk.search.panel import DELAY
from workbench.desk.window import Window
from workbench.domain.spans import Span
from workbench.domain.vocabulary import Field

K = Qt.Key
HARBOUR = (
    "Ferry stopped at Port Ansel\n\n"
    "The ferry was stopped after forty passengers fell ill. "
    + "The harbour office looked at the ships and the quays and found nothing else to say about the weather that day. " * 3
    + "\n\nA second ferry is on its way. The ferry company said so.\n\n"
    + "Nobody on the quay had seen the first ferry leave, and the harbour master did not answer any of the questions that were put. " * 2
    + "\n\nOne more ferry waits.\n\n"
    + "".join(f"Day {n} at the quay went by, and nothing could be seen there. " * 5 + "No ferry left.\n\n" for n in (2, 3))
)
COURIER = (
    "Nobody ill, says Norlin\n\nThe company Norlin denied that anybody had fallen ill on board the ferry. "
    + "A doctor treated forty people.\n"
)
ECHO = "Night boats\n\nThe night boats run again. Forty passengers fell ill on the old boat, the harbour office repeated.\n"


@pytest.fixture
def desk(open_window: Callable[..., Window], tmp_path: Path) -> Analyst:
    """Three articles, a claim with a note, one appearance."""
    case = case_of(tmp_path, HARBOUR, COURIER, ECHO)
    published = ((1, "Port Gazette", "2031-05-01"), (2, "The Courier", "2031-05-03"), (3, "Port Gazette", "2031-05-02"))
    for number, publisher, day in published:
        title = (HARBOUR, COURIER, ECHO)[number - 1].splitlines()[0]
        for field, value in (
            (Field.PUBLISHER, publisher), (Field.PUBLISHED, day), (Field.LANGUAGE, "en"), (Field.TITLE, title),
        ):  # fmt: skip
            case.articles.set_metadata(number, field, value)
    start = HARBOUR.index("forty passengers fell ill")
    made = case.claims.add("Forty passengers fell ill on the ferry", Mark(1, start, start + 25), Attribution())
    case.claims.edit(made.new("claims"), note="Ask the ferry company again")
    path = case.path
    case.close()
    analyst = Analyst(active(open_window(path)))
    analyst.wait()
    return analyst


def ask(analyst: Analyst, words: str) -> list[FoundRow]:
    """Ctrl+K, type, and wait for the answer."""
    analyst.press(K.Key_K, CTRL)
    analyst.press(K.Key_A, CTRL)
    analyst.press(K.Key_Backspace)
    analyst.type(words)
    return answered(analyst)


def answered(analyst: Analyst) -> list[FoundRow]:
    panel = analyst.window.found
    while panel._timer.isActive():
        QTest.qWait(5)
    analyst.wait()
    return panel.model.rows


def kinds(rows: list[FoundRow], *wanted: str) -> list[FoundRow]:
    return [r for r in rows if r.kind in wanted]


def marked(row: FoundRow) -> list[str]:
    return [row.text[s.start : s.end] for s in row.spans]


def titles(rows: list[FoundRow]) -> list[str]:
    return [r.text for r in kinds(rows, HEAD)]


# --- results ----------------------------------------------------------------------------------------------------------------


def test_hits_stand_under_their_articles_and_every_one_is_marked(desk: Analyst) -> None:
    rows = ask(desk, "ferry")
    assert desk.window.found.isVisible()
    head = next(r for r in rows if r.kind == HEAD and r.text.startswith("Ferry stopped"))
    count = len(re.findall("ferry", HARBOUR, re.IGNORECASE))
    assert head.side == f"{count} hits"
    assert head.head == "Ex. 1 · Port Gazette · 1 May 2031"
    (more,) = [r for r in rows if r.kind == MORE]
    desk.window.found.take(more)
    mine = [r for r in desk.window.found.model.rows if r.kind == PLACE and r.hit is head.hit]
    words = [word for row in mine for word in marked(row)]
    assert len(words) == count
    assert {w.casefold() for w in words} == {"ferry"}
    assert all(r.text.startswith("…") for r in mine[1:])
    assert mine[1].text.endswith("…")
    assert [r.text for r in kinds(desk.window.found.model.rows, SECTION)] == ["Claims", "Notes on claims"]


def test_claims_and_notes_are_groups_of_their_own_and_open_their_claim(desk: Analyst) -> None:
    rows = ask(desk, "in:claims ill")
    (row,) = kinds(rows, PLACE)
    assert (row.head, row.about, marked(row)) == ("C1", "Claims", ["ill"])
    desk.press(K.Key_Down)
    desk.press(K.Key_Return)
    assert desk.window.desk.claim == 1
    assert desk.window.work.reading_pane() is not None


def test_down_goes_into_the_results_and_enter_opens_the_hit(desk: Analyst) -> None:
    rows = ask(desk, '"fallen ill" OR "fell ill"')
    desk.press(K.Key_Down)
    assert desk.window.found.list.hasFocus()
    row = desk.window.found.list.row()
    assert row is next(r for r in rows if r.chosen)
    assert row.hit is not None
    desk.press(K.Key_Return)
    pane = desk.window.area.current
    assert pane is not None
    assert pane.view.hasFocus()
    assert pane.article_id == row.hit.id
    assert pane.view.position() == row.hit.spans[0].start
    assert tuple(pane.view.standing.hits) == row.hit.spans
    assert not desk.window.found.isVisible()


def test_ctrl_enter_opens_in_another_pane(desk: Analyst) -> None:
    area = desk.window.area
    before = area.current
    assert before is not None
    ask(desk, "title:night")
    desk.press(K.Key_Down)
    desk.press(K.Key_Return, CTRL)
    assert area.current is not before
    assert area.current is not None
    assert area.current.article_id == 3
    assert before in area.panes
    assert before.article_id != 3


def test_the_arrows_step_over_headings_and_up_goes_back_to_the_box(desk: Analyst) -> None:
    rows = ask(desk, "ferry")
    desk.press(K.Key_Down)
    seen = [desk.window.found.list.row()]
    for _ in range(len([r for r in rows if r.chosen]) - 1):
        desk.press(K.Key_Down)
        seen.append(desk.window.found.list.row())
    assert seen == [r for r in rows if r.chosen]
    desk.press(K.Key_Home)
    desk.press(K.Key_Up)
    assert desk.window.search_box.hasFocus()
    desk.press(K.Key_Up)
    assert desk.window.found.list.row() == seen[-1]
    desk.type("s")
    assert desk.window.search_box.hasFocus()
    assert desk.window.search_box.text() == "ferrys"


def test_a_click_on_a_heading_opens_the_first_hit(desk: Analyst) -> None:
    rows = ask(desk, "boats")
    panel = desk.window.found
    at = next(n for n, r in enumerate(rows) if r.kind == HEAD and r.text == "Night boats")
    desk.click(panel.list.viewport(), panel.list.visualRect(panel.model.index(at)).center())
    pane = desk.pane_of(3)
    assert pane.view.hasFocus()
    assert pane.view.position() == ECHO.index("boats")


def test_escape_goes_back_to_reading_and_takes_the_hits_away(desk: Analyst) -> None:
    pane = desk.window.area.current
    assert pane is not None
    pane.view.setFocus()
    ask(desk, "ferry")
    assert all(p.view.standing.hits for p in desk.window.area.panes), "drawn while the panel is open"
    desk.press(K.Key_Escape)
    assert pane.view.hasFocus()
    assert not desk.window.found.isVisible()
    assert not any(p.view.standing.hits for p in desk.window.area.panes)


def test_the_hits_stay_after_opening_and_escape_in_the_pane_clears_them(desk: Analyst) -> None:
    ask(desk, "ferry")
    desk.press(K.Key_Return)
    assert all(p.view.standing.hits for p in desk.window.area.panes)
    desk.press(K.Key_Escape)
    assert not any(p.view.standing.hits for p in desk.window.area.panes)


def test_f3_goes_through_every_hit_and_on_into_the_next_article(desk: Analyst) -> None:
    desk.press(K.Key_1, CTRL)
    ask(desk, "ill")
    desk.press(K.Key_Return)
    stops = desk.window.trail.stops
    assert sorted(s.article_id for s in stops) == [1, 2, 3]
    wanted = [(stop.article_id, span.start) for stop in stops for span in stop.spans]

    def here() -> tuple[int, int]:
        pane = desk.window.area.current
        assert pane is not None
        return pane.article_id, pane.view.position()

    seen = [here()]
    for _ in wanted[1:]:
        desk.press(K.Key_F3)
        seen.append(here())
    assert seen == wanted
    desk.press(K.Key_F3)
    assert here() == wanted[0]
    assert "on from the first" in desk.said[-1]
    back = []
    for _ in wanted:
        desk.press(K.Key_F3, SHIFT)
        back.append(here())
    assert back == list(reversed(wanted))
    assert len(desk.window.area.panes) == 1


def test_f3_starts_at_the_cursor(desk: Analyst) -> None:
    desk.press(K.Key_1, CTRL)
    pane = desk.window.area.current
    assert pane is not None
    pane.show_article(1)
    ask(desk, "ferry")
    desk.press(K.Key_Return)
    starts = [m.start() for m in re.finditer("ferry", HARBOUR, re.IGNORECASE)]
    cursor = pane.view.textCursor()
    cursor.setPosition(starts[3] + 10)
    pane.view.setTextCursor(cursor)
    desk.press(K.Key_F3)
    assert pane.view.position() == starts[4]


def test_a_pattern_between_slashes_is_looked_for_and_told(desk: Analyst) -> None:
    rows = ask(desk, "/fell (ill|sick) on the/")
    assert [marked(row) for row in kinds(rows, PLACE)] == [["fell ill on the"]] * 2
    assert "regular expression" in desk.window.found.head.problem.text()
    ask(desk, "/fell (ill/")
    assert "missing )" in desk.window.found.head.problem.text()


def test_a_pattern_that_takes_for_ever_gives_way_to_what_is_typed_next(desk: Analyst) -> None:
    desk.window.desk.do(lambda: desk.window.desk.case.claims.add("a" * 60))
    desk.wait()
    desk.press(K.Key_K, CTRL)
    desk.type("/(a+)+b/")
    panel = desk.window.found
    while panel._timer.isActive():
        QTest.qWait(5)
    QTest.qWait(400)
    assert panel._job is not None
    assert not panel._job.over, "the window answers while it is looked for"
    assert titles(ask(desk, "ferry"))


def test_a_pasted_sentence_is_looked_for_as_words(desk: Analyst) -> None:
    rows = ask(desk, "Ferry company: did it say so?")
    assert "looked for as words" in desk.window.found.head.problem.text() or "ends a sentence" in desk.window.found.head.problem.text()
    assert rows is not None


def test_find_in_the_pane_lays_a_trail_of_its_own(desk: Analyst) -> None:
    ask(desk, "night")
    desk.press(K.Key_Return)
    desk.press(K.Key_2, ALT)
    pane = desk.window.area.current
    assert pane is not None
    desk.press(K.Key_F, CTRL)
    desk.type("the")
    desk.press(K.Key_Return)
    starts = [m.start() for m in re.finditer("the", pane.view.text, re.IGNORECASE)]
    assert len(starts) > 1
    assert pane.view.position() == starts[0]
    desk.press(K.Key_F3)
    assert pane.view.position() == starts[1]
    total = sum(len(re.findall("the", p.view.text, re.IGNORECASE)) for p in desk.window.area.panes)
    for _ in range(total):
        desk.press(K.Key_F3)
    assert pane.view.position() == starts[1], "round and round through the panes, and nothing of the search before"
    assert desk.window.area.current is pane


def test_the_hit_that_was_opened_flashes_and_then_stands(desk: Analyst, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Span | None] = []

    def flash(view: ReadingView, *, lit: bool) -> None:
        shown(view, lit=lit)
        seen.append(view.overlay.hit)

    shown = ReadingView.flash
    monkeypatch.setattr(ReadingView, "flash", flash)
    ask(desk, "ferry")
    desk.press(K.Key_Return)
    pane = desk.window.area.current
    assert pane is not None
    desk.stand_still()
    drawn = pane.view.offsets.units(pane.view.standing.hits[0])
    assert seen == [None, drawn] * 2
    assert pane.view.overlay.hit == drawn


def test_hits_show_in_the_overview_and_in_an_article_that_is_opened_later(desk: Analyst) -> None:
    pane = desk.window.area.panes[0]
    before = pane.view.overview.grab().toImage()
    ask(desk, "company OR boats")
    assert pane.view.standing.hits
    assert pane.view.overview.grab().toImage() != before
    desk.window.area.panes[1].view.setFocus()
    desk.window.area.panes[1].show_article(3)
    assert [ECHO[s.start : s.end] for s in desk.window.area.panes[1].view.standing.hits] == ["boats", "boats", "boat"]


def test_no_hit_is_drawn_where_the_text_is_another_one(desk: Analyst) -> None:
    ask(desk, "ferry")
    stops = desk.window.trail.stops
    desk.window.trail.lay([replace(stop, text=stop.text + 1) for stop in stops])
    assert not any(p.view.standing.hits for p in desk.window.area.panes)
    desk.window.trail.lay(stops)
    assert all(p.view.standing.hits for p in desk.window.area.panes)


# --- narrowing, order, reasons -----------------------------------------------------------------------------------------------


def facet(analyst: Analyst, name: str) -> Any:
    return next(b for b in analyst.window.found.facets.buttons() if b.accessibleName().startswith(name))


def test_a_facet_narrows_by_click_and_its_chip_takes_it_back(desk: Analyst) -> None:
    before = titles(ask(desk, "ill"))
    button = facet(desk, "Publisher: Port Gazette")
    assert button.accessibleName() == "Publisher: Port Gazette, 2"
    desk.click(button, button.rect().center())
    rows = answered(desk)
    assert sorted(titles(rows)) == ["Ferry stopped at Port Ansel", "Night boats"]
    assert desk.window.search_box.text() == "ill"
    (chip,) = desk.window.found.chips.chips()
    assert chip.accessibleName() == "Publisher: Port Gazette"
    desk.click(chip, chip.rect().center())
    assert titles(answered(desk)) == before
    assert not desk.window.found.chips.chips()


def test_a_facet_narrows_by_key_and_backspace_in_the_empty_box_takes_it_back(desk: Analyst) -> None:
    ask(desk, "ill OR boats")
    desk.press(K.Key_Down)
    button = facet(desk, "Published: 2 May 2031")
    for _ in range(60):
        if QApplication.focusWidget() is button:
            break
        desk.press(K.Key_Tab)
    assert button.hasFocus()
    desk.press(K.Key_Return)
    assert titles(answered(desk)) == ["Night boats"], "what was typed is kept together: (ill OR boats)"
    assert desk.window.found.isVisible()
    desk.window.search_box.setFocus()
    desk.press(K.Key_A, CTRL)
    desk.press(K.Key_Backspace)
    assert titles(answered(desk)) == ["Night boats"]
    desk.press(K.Key_Backspace)
    answered(desk)
    assert desk.window.found.narrowed == ()


def test_clear_takes_every_narrowing_back(desk: Analyst) -> None:
    ask(desk, "ill")
    for name in ("Found in: Articles", "Publisher: Port Gazette"):
        button = facet(desk, name)
        desk.click(button, button.rect().center())
        answered(desk)
    panel = desk.window.found
    assert len(panel.chips.chips()) == 2
    clear = next(w for w in panel.chips.children() if getattr(w, "text", lambda: "")() == "Clear" and not w.isHidden())
    desk.click(clear, clear.rect().center())
    answered(desk)
    assert not panel.narrowed
    assert not panel.chips.isVisible()


def test_counts_of_facets_are_of_everything_found(desk: Analyst) -> None:
    ask(desk, "ill")
    said = [b.accessibleName() for b in desk.window.found.facets.buttons()]
    assert "Found in: Articles, 3" in said
    assert "Found in: Claims, 1" in said
    assert "Published: 3 May 2031, 1" in said
    assert "Status: — Open, 1" in said or any(s.startswith("Status:") and s.endswith("Open, 1") for s in said)


def test_order_by_key_and_by_mouse(desk: Analyst) -> None:
    ask(desk, "ill")
    orders = desk.window.found.head.orders
    assert [o.accessibleName() for o in orders.values()] == ["Order: best", "Order: newest", "Order: oldest", "Order: exhibit"]
    desk.press(K.Key_F4)
    assert titles(answered(desk)) == ["Nobody ill, says Norlin", "Night boats", "Ferry stopped at Port Ansel"]
    assert orders["newest"].isChecked()
    desk.click(orders["oldest"], orders["oldest"].rect().center())
    assert titles(answered(desk)) == ["Ferry stopped at Port Ansel", "Night boats", "Nobody ill, says Norlin"]
    desk.press(K.Key_F4)
    assert [r.hit.id for r in kinds(answered(desk), HEAD) if r.hit] == [1, 2, 3]


def test_right_says_why_and_left_takes_it_away(desk: Analyst) -> None:
    ask(desk, "passenger")
    desk.press(K.Key_Down)
    desk.press(K.Key_Right)
    desk.wait()
    found = desk.window.found.list
    row = found.row()
    assert row is not None
    assert "“passengers” 1 × (another form of the word)" in found.why[row.key]
    desk.press(K.Key_Left)
    assert not found.why


def test_other_spellings_are_said(open_window: Callable[..., Window], tmp_path: Path) -> None:
    texts = (
        "One\n\nThe envoy Georgy Zinoviev spoke. Then Georgy Zinoviev left.\n",
        "Two\n\nMr Georgiy Zinoviev said no. So Georgiy left.\n",
    )
    case = case_of(tmp_path, *texts)
    case.close()
    analyst = Analyst(active(open_window(case.path)))
    analyst.wait()
    rows = ask(analyst, "Georgy")
    assert len(titles(rows)) == 2
    assert analyst.window.found.head.also.isVisible()
    assert analyst.window.found.head.also.full == "also: Georgiy"


# --- while typing ----------------------------------------------------------------------------------------------------------


def test_it_searches_150_ms_after_the_last_key(desk: Analyst) -> None:
    panel = desk.window.found
    assert panel._timer.interval() == DELAY == 150
    assert panel._timer.isSingleShot()
    asked: list[str] = []
    search = desk.window.desk.case.index.search
    desk.window.desk.case.index.search = lambda query, *a, **k: (asked.append(query), search(query, *a, **k))[1]  # type: ignore[method-assign]
    desk.press(K.Key_K, CTRL)
    desk.type("ferry")
    assert asked == []
    answered(desk)
    assert asked == ["ferry"]
    assert titles(panel.model.rows)


def test_a_stale_answer_is_dropped(desk: Analyst, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    index, begun, held = desk.window.desk.case.index, threading.Event(), threading.Event()
    search = index.search

    def slow(query: str, *args: Any, **named: Any) -> Any:
        if query == "night":
            begun.set()
            held.wait(20)
        return search(query, *args, **named)

    monkeypatch.setattr(index, "search", slow)
    panel = desk.window.found
    shown: list[str] = []
    show = panel.head.show_answer
    monkeypatch.setattr(panel.head, "show_answer", lambda answer, found: (shown.append(answer.query), show(answer, found))[1])
    desk.press(K.Key_K, CTRL)
    desk.type("night")
    qtbot.waitUntil(begun.is_set, timeout=20_000)
    desk.press(K.Key_A, CTRL)
    desk.type("Norlin")
    qtbot.waitUntil(lambda: not panel._timer.isActive(), timeout=20_000)
    held.set()
    rows = answered(desk)
    assert shown == ["Norlin"]
    assert titles(rows) == ["Nobody ill, says Norlin"]


# --- what is wrong, what to try, help ----------------------------------------------------------------------------------------


def test_what_is_wrong_is_underlined_and_says_what_to_type(desk: Analyst) -> None:
    ask(desk, "ferry AND (night")
    panel, box = desk.window.found, desk.window.search_box
    assert [box.text()[s.start : s.end] for s in box.marked] == ["("]
    assert panel.head.problem.isVisible()
    assert "Type “)” where the group ends." in panel.head.problem.text()
    desk.click(panel.head.problem, panel.head.problem.rect().center())
    assert box.selectedText() == "("
    desk.press(K.Key_End)
    desk.type(")")
    answered(desk)
    assert box.marked == ()
    assert not panel.head.problem.isVisible()
    assert box.text() == "ferry AND (night)"


def test_nothing_found_offers_wider_searches(desk: Analyst) -> None:
    rows = ask(desk, '"forty people fell"')
    assert "Nothing found." in desk.window.found.head.words.text()
    assert [r.text for r in kinds(rows, RECENT)] == ['"forty people fell"~5', "forty people fell"]
    rows = ask(desk, "ferrry nigth")
    tried = [r.text for r in kinds(rows, RECENT)]
    assert tried[0] == "ferrry OR nigth"
    assert "ferrry~ nigth" in tried
    desk.press(K.Key_Down)
    desk.press(K.Key_Return)
    assert desk.window.search_box.text() == "ferrry OR nigth"
    answered(desk)


def test_f1_shows_examples_and_one_can_be_taken(desk: Analyst) -> None:
    desk.press(K.Key_K, CTRL)
    desk.press(K.Key_F1)
    assert [p.accessibleName() for p in desk.window.findChildren(SearchHelp) if p.isVisible()] == ["Words for a search"]
    desk.press(K.Key_Down)
    desk.press(K.Key_Return)
    assert desk.window.search_box.text() == "troops OR soldiers"
    assert desk.window.search_box.hasFocus()
    answered(desk)
    QApplication.processEvents()


def test_more_than_sign_finds_only_commands(desk: Analyst) -> None:
    rows = ask(desk, ">all panes")
    assert [r.command.spec.name for r in rows if r.command] == ["all_to_claim"]
    assert all(r.command for r in rows)


# --- the index ---------------------------------------------------------------------------------------------------------------


def test_while_the_index_is_behind_it_says_so_and_searches_what_it_has(
    desk: Analyst, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    index, begun, held = desk.window.desk.case.index, threading.Event(), threading.Event()
    refresh = index.refresh

    def slow(*args: Any) -> None:
        with index._lock:
            begun.set()
            held.wait(20)
        refresh(*args)

    monkeypatch.setattr(index, "refresh", slow)
    desk.window.desk.do(lambda: desk.window.desk.case.claims.edit(1, note="Ask the lighthouse"))
    qtbot.waitUntil(begun.is_set, timeout=20_000)
    desk.press(K.Key_K, CTRL)
    desk.type("night")
    qtbot.waitUntil(lambda: bool(titles(desk.window.found.model.rows)), timeout=20_000)
    assert titles(desk.window.found.model.rows) == ["Night boats"]
    assert desk.window.found.foot.index.text() == "Index 1 behind: more may come"
    assert desk.window.found.foot.index.isVisible()
    held.set()
    answered(desk)
    assert not desk.window.found.foot.index.isVisible()
    assert [r.about for r in kinds(ask(desk, "lighthouse"), PLACE)] == ["Notes on claims"]


def test_where_the_index_cannot_be_kept_it_is_searched_in_memory_and_said(desk: Analyst) -> None:
    index = desk.window.desk.case.index
    folder = paths.cache() / "index"
    index.forget()
    shutil.rmtree(folder)
    folder.write_text("in the way")
    index._opened = False
    desk.window.desk.do(lambda: desk.window.desk.case.claims.edit(1, note="Ask the lighthouse"))
    assert [r.about for r in kinds(ask(desk, "lighthouse"), PLACE)] == ["Notes on claims"]
    assert f"could not be kept in {folder}" in desk.window.found.head.words.text()
    assert "searched in memory" in desk.window.found.head.words.text()
    assert desk.window.found.foot.index.text() == "Index in memory only"
    ask(desk, "zeppelins")
    assert desk.window.found.head.words.text().startswith("Nothing found. The index could not be kept in")


# --- passages like a claim -----------------------------------------------------------------------------------------------------


def test_passages_like_the_chosen_claim_are_added_by_enter_and_undone(desk: Analyst) -> None:
    desk.press(K.Key_F, CTRL | SHIFT)
    assert desk.said[-1].startswith("Choose a claim first")
    desk.window.desk.choose(1)
    desk.wait()
    before = steps(desk)
    desk.press(K.Key_F, CTRL | SHIFT)
    rows = answered(desk)
    found = kinds(rows, PASSAGE)
    assert {r.passage.article_id for r in found if r.passage} == {2, 3}
    assert all(r.side.startswith("shares “") for r in found)
    assert desk.window.found.list.row() is found[0]
    desk.press(K.Key_Return)
    answered(desk)
    assert found[0].passage is not None
    assert found[0].passage.article_id in {a.article_id for a in desk.window.desk.case.appearances.of(1)}
    left = {r.passage.words for r in kinds(desk.window.found.model.rows, PASSAGE) if r.passage}
    assert left, "asked again with what was added"
    assert left <= {r.passage.words for r in found[1:] if r.passage}
    assert steps(desk) == before + 1
    desk.press(K.Key_Z, CTRL)
    answered(desk)
    assert len(desk.window.desk.case.appearances.of(1)) == 1
    assert len(kinds(desk.window.found.model.rows, PASSAGE)) == len(found)
    desk.press(K.Key_Escape)
    assert desk.window.work.reading_pane() is not None


def test_a_click_on_a_passage_adds_nothing(desk: Analyst) -> None:
    desk.window.desk.choose(1)
    desk.wait()
    desk.press(K.Key_F, CTRL | SHIFT)
    rows = answered(desk)
    panel = desk.window.found
    at = next(n for n, r in enumerate(rows) if r.kind == PASSAGE)
    desk.click(panel.list.viewport(), panel.list.visualRect(panel.model.index(at)).center())
    assert panel.list.currentIndex().data(ROW) is rows[at]
    assert len(desk.window.desk.case.appearances.of(1)) == 1


# --- being there for everybody ---------------------------------------------------------------------------------------------------


def test_lines_and_buttons_have_names(desk: Analyst) -> None:
    rows = ask(desk, "ferry")
    panel = desk.window.found
    first = next(n for n, r in enumerate(rows) if r.kind == PLACE)
    said = panel.model.data(panel.model.index(first), Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(said, str)
    assert said.startswith("Ex. ")
    assert rows[first].text in said
    assert desk.window.search_box.accessibleDescription() == panel.head.words.text() == "2 articles · 1 claim · 1 note"
    for widget in (panel.list, panel.head.save, panel.head.help, *panel.head.orders.values(), *panel.facets.buttons()):
        assert widget.accessibleName()
        assert widget.accessibleDescription()


@pytest.mark.parametrize(("width", "height"), [(900, 560), (1024, 700), (1680, 1050)])
def test_the_panel_lies_inside_the_window(desk: Analyst, width: int, height: int) -> None:
    desk.window.resize(width, height)
    QApplication.processEvents()
    ask(desk, "ferry")
    panel = desk.window.found
    corner = panel.mapTo(desk.window, QPoint(0, 0))
    assert desk.window.rect().contains(corner)
    assert desk.window.rect().contains(corner + QPoint(panel.width() - 1, panel.height() - 1))
    assert panel.list.height() > 100
    assert panel.list.width() > 300
