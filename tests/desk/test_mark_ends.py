"""Moving, carrying, splitting and joining marks with keys and mouse: one undo step each, the text untouched, graphemes whole."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.desk.conftest import active
from tests.desk.making import case_of, chooser, span_of, steps
from tests.journeys.driver import ALT, CTRL, NO, SHIFT, Analyst
from workbench.case.passages import Mark
from workbench.desk.reading.pane import Pane
from workbench.desk.reading.parts import snapped, word_edge
from workbench.desk.window import Window
from workbench.domain.spans import Span

TEXT = (
    "Ferry runs aground\n\n"
    "The grey ferry left the outer harbour at dawn. It struck a sandbank near the old pier. Nobody on board was hurt at all.\n\n"
    "The crew said 👩\u200d🚀 waved 👍🏽 to the cafe\u0301 owner 🇳🇴🇫🇮 twice. The harbour office opened an inquiry on Monday.\n"
)
WORDS = "struck a sandbank"
KEYS = SHIFT | ALT
LEFT, RIGHT, UP = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up


@pytest.fixture
def analyst(open_window: Callable[..., Window], tmp_path: Path) -> Analyst:
    """A window with one marked passage, its claim chosen and the cursor inside the mark."""
    case = case_of(tmp_path, TEXT)
    assert case.articles.text(1) == TEXT
    case.claims.add("The ferry struck a sandbank.", Mark(1, *span_of(TEXT, WORDS)))
    case.close()
    analyst = Analyst(active(open_window(case.path)))
    analyst.window.desk.choose(1)
    analyst.wait()
    put(analyst, TEXT.index("sandbank"))
    return analyst


def pane(analyst: Analyst) -> Pane:
    return analyst.window.area.panes[0]


def put(analyst: Analyst, position: int) -> None:
    view = pane(analyst).view
    view.setFocus()
    view.go_to(Span(position, position))
    QApplication.processEvents()


def marked(analyst: Analyst, claim: int = 1) -> list[str]:
    """The words that carry a claim, in order of the text."""
    case = analyst.window.desk.case
    passages = case.articles.passages(1)
    return [p.anchor.exact for p in sorted((passages[a.passage_id or 0] for a in case.appearances.of(claim)), key=lambda p: p.span)]


def one_step(analyst: Analyst, act: Callable[[], object], after: list[str]) -> None:
    """An act gives these marks in one step of the journal, undo brings the old ones back, redo the new; no text changes."""
    before, step = marked(analyst), steps(analyst)
    act()
    assert marked(analyst) == after
    assert steps(analyst) == step + 1
    analyst.press(Qt.Key.Key_Z, CTRL)
    assert marked(analyst) == before
    assert [TEXT[m.start : m.end] for m in sorted(pane(analyst).view.standing.marks)] == before, "the pane shows it"
    analyst.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert marked(analyst) == after
    assert analyst.window.desk.case.articles.text(1) == TEXT
    assert analyst.window.desk.case.integrity.faults() == []


def place(analyst: Analyst, position: int) -> QPoint:
    """Where a position stands in the viewport, without scrolling."""
    view = pane(analyst).view
    cursor = view.textCursor()
    cursor.setPosition(view.offsets.unit(position))
    return view.cursorRect(cursor).center()


def drag(analyst: Analyst, start: int, end: int) -> None:
    """Press at one position, move in steps, let go at another."""
    viewport = pane(analyst).view.viewport()
    first, last = place(analyst, start), place(analyst, end)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, NO, first)
    for part in (1, 2, 3):
        QTest.mouseMove(viewport, first + (last - first) * part / 3)
        QApplication.processEvents()
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, NO, last)
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("key", "keys", "after"),
    [
        (RIGHT, KEYS, "struck a sandbank near"),
        (LEFT, KEYS, "struck a"),
        (RIGHT, KEYS | CTRL, "a sandbank"),
        (LEFT, KEYS | CTRL, "It struck a sandbank"),
        (UP, KEYS, "It struck a sandbank near the old pier."),
    ],
)
def test_keys_move_an_end_by_a_word_or_take_the_sentence(analyst: Analyst, key: Qt.Key, keys: Qt.KeyboardModifier, after: str) -> None:
    one_step(analyst, lambda: analyst.press(key, keys), [after])


def test_the_same_key_again_moves_on_though_the_cursor_was_left_behind(analyst: Analyst) -> None:
    put(analyst, TEXT.index(WORDS))
    analyst.press(RIGHT, KEYS | CTRL)
    analyst.press(RIGHT, KEYS | CTRL)
    assert marked(analyst) == ["sandbank"]
    put(analyst, TEXT.index("bank"))
    for _ in range(2):
        analyst.press(RIGHT, KEYS)
    assert marked(analyst) == ["sandbank near the"]
    put(analyst, TEXT.index("the old") + 1)
    for _ in range(2):
        analyst.press(LEFT, KEYS)
    assert marked(analyst) == ["sandbank"]


def test_a_mark_of_one_word_is_never_made_empty(analyst: Analyst) -> None:
    for _ in range(5):
        analyst.press(LEFT, KEYS)
    assert marked(analyst) == ["struck"]
    for _ in range(3):
        analyst.press(RIGHT, KEYS | CTRL)
    assert marked(analyst) == ["struck"]


@pytest.mark.parametrize(
    ("start", "to", "after"),
    [
        ("end", "near the", "struck a sandbank"),
        ("end", " the old", "struck a sandbank near"),
        ("end", "andbank near", "struck a"),
        ("start", "It struck", "It struck a sandbank"),
        ("start", "ck a", "a sandbank"),
    ],
)
def test_the_mouse_drags_either_end_to_the_nearest_word(analyst: Analyst, start: str, to: str, after: str) -> None:
    here = span_of(TEXT, WORDS)
    at = here.start if start == "start" else here.end
    wanted = span_of(TEXT, to).start
    if to == "near the":
        wanted += 1
    if after == " ".join(marked(analyst)):
        step = steps(analyst)
        drag(analyst, at, wanted)
        assert marked(analyst) == [after]
        assert steps(analyst) == step, "what stays as it was is no step"
    else:
        one_step(analyst, lambda: drag(analyst, at, wanted), [after])
    assert pane(analyst).view.selection() is None, "an end is dragged, nothing is selected"


def test_while_an_end_is_dragged_the_mark_is_drawn_there_and_nothing_is_kept_yet(analyst: Analyst) -> None:
    view, step = pane(analyst).view, steps(analyst)
    here = span_of(TEXT, WORDS)
    first, last = place(analyst, here.end), place(analyst, span_of(TEXT, "near the").end)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, NO, first)
    QTest.mouseMove(view.viewport(), last)
    (mark,) = view.overlay.marks
    assert view.offsets.points(mark.start, mark.end) == span_of(TEXT, "struck a sandbank near the")
    assert steps(analyst) == step
    QTest.mouseMove(view.viewport(), first)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, NO, first)
    assert steps(analyst) == step, "let go where it was taken: nothing happened"
    assert marked(analyst) == [WORDS]


def test_an_end_is_not_dragged_past_the_other(analyst: Analyst) -> None:
    step = steps(analyst)
    here = span_of(TEXT, WORDS)
    drag(analyst, here.end, TEXT.index("outer"))
    assert marked(analyst) == [WORDS]
    assert steps(analyst) == step


def test_only_the_chosen_claim_has_ends_to_take_and_the_pointer_shows_it(analyst: Analyst) -> None:
    view = pane(analyst).view
    at = place(analyst, span_of(TEXT, WORDS).end)
    QTest.mouseMove(view.viewport(), at)
    assert view.viewport().cursor().shape() is Qt.CursorShape.SizeHorCursor
    analyst.window.desk.choose(0)
    QApplication.processEvents()
    QTest.mouseMove(view.viewport(), at + QPoint(1, 0))
    assert view.viewport().cursor().shape() is Qt.CursorShape.IBeamCursor
    drag(analyst, span_of(TEXT, WORDS).end, span_of(TEXT, "near the").end)
    assert marked(analyst) == [WORDS]
    assert view.selection() is not None, "without a chosen claim the mouse selects words"


def test_a_mark_in_reading_mode_cannot_be_dragged(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_R)
    drag(analyst, span_of(TEXT, WORDS).end, span_of(TEXT, "near the").end)
    assert marked(analyst) == [WORDS]


def other_claim(analyst: Analyst) -> int:
    desk = analyst.window.desk
    changes = desk.do(lambda: desk.case.claims.add("Nobody was hurt.", Mark(1, *span_of(TEXT, "Nobody on board was hurt"))))
    assert changes
    QApplication.processEvents()
    return changes.new("claims")


def test_shift_m_carries_a_mark_to_another_claim(analyst: Analyst) -> None:
    number = other_claim(analyst)
    put(analyst, TEXT.index("sandbank"))
    step = steps(analyst)
    analyst.press(Qt.Key.Key_M, SHIFT)
    assert [c.text for c in chooser(analyst.window).choices] == ["C2  Nobody was hurt."]
    analyst.press(Qt.Key.Key_1)
    assert marked(analyst, 1) == []
    assert marked(analyst, number) == [WORDS, "Nobody on board was hurt"]
    assert steps(analyst) == step + 1
    assert analyst.window.desk.claim == number, "the claim that has it now is chosen"
    analyst.press(Qt.Key.Key_Z, CTRL)
    assert marked(analyst, 1) == [WORDS]
    assert analyst.window.desk.case.articles.text(1) == TEXT


def test_shift_m_says_when_there_is_no_other_claim(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_M, SHIFT)
    assert any("no other claim" in said for said in analyst.said)
    assert marked(analyst) == [WORDS]


def test_shift_s_splits_at_the_cursor(analyst: Analyst) -> None:
    one_step(analyst, lambda: analyst.press(Qt.Key.Key_S, SHIFT), ["struck a", "sandbank"])


def test_shift_s_at_the_edge_of_a_mark_is_refused(analyst: Analyst) -> None:
    put(analyst, TEXT.index(WORDS))
    step = steps(analyst)
    analyst.press(Qt.Key.Key_S, SHIFT)
    assert any("inside the mark" in said for said in analyst.said)
    assert steps(analyst) == step


def test_shift_g_joins_the_marks_of_a_claim_in_the_paragraph(analyst: Analyst) -> None:
    desk = analyst.window.desk
    for words in ("grey ferry", "hurt at all", "opened an inquiry"):
        desk.do(partial(desk.case.appearances.add, 1, Mark(1, *span_of(TEXT, words))))
    put(analyst, TEXT.index("sandbank"))
    start, end = TEXT.index("grey ferry"), TEXT.index(" at all") + 7
    one_step(analyst, lambda: analyst.press(Qt.Key.Key_G, SHIFT), [TEXT[start:end], "opened an inquiry"])


def test_shift_g_says_when_there_is_nothing_to_join(analyst: Analyst) -> None:
    step = steps(analyst)
    analyst.press(Qt.Key.Key_G, SHIFT)
    assert any("nothing to join" in said for said in analyst.said)
    assert steps(analyst) == step


@pytest.mark.parametrize("key", [Qt.Key.Key_M, Qt.Key.Key_S, Qt.Key.Key_G])
def test_outside_a_mark_the_keys_say_what_they_need(analyst: Analyst, key: Qt.Key) -> None:
    put(analyst, TEXT.index("outer"))
    step = steps(analyst)
    analyst.press(key, SHIFT)
    assert any("Put the cursor" in said or "has no mark under the cursor" in said for said in analyst.said)
    assert steps(analyst) == step


CLUSTERS = ("👩\u200d🚀", "👍🏽", "e\u0301", "🇳🇴", "🇫🇮", "1\ufe0f\u20e3", "각", "\u1112\u1161\u11ab", "นี้", "❤\ufe0f", "👨\u200d👩\u200d👧")
"""Letters as a person sees them, each of several code points or of one."""


def inner_positions(clusters: list[str]) -> set[int]:
    """The positions in the joined text that lie inside one of these."""
    found, start = set(), 0
    for cluster in clusters:
        found |= set(range(start + 1, start + len(cluster)))
        start += len(cluster)
    return found


@given(st.lists(st.sampled_from([*CLUSTERS, "a", "b", " ", ",", "\n", "’"]), max_size=12), st.sampled_from([1, -1]))
@example(["a", " ", "👩\u200d🚀", " ", "b"], 1)
@example(["a", " ", "👩\u200d🚀", " ", "b"], -1)
@example(["👍🏽", "a"], -1)
def test_the_edge_of_a_word_is_never_inside_a_letter(clusters: list[str], step: int) -> None:
    text, inner = "".join(clusters), inner_positions(clusters)
    for at in range(len(text) + 1):
        edge = word_edge(text, at, step)
        assert edge not in inner, f"{text!r} from {at} to {edge}"
        assert (edge - at) * step >= 0
        assert edge != at or at in (0, len(text)) or at in inner
        assert snapped(text, at) not in inner, f"{text!r} at {at}"


def test_through_emoji_and_accents_the_keys_keep_letters_whole(analyst: Analyst) -> None:
    desk = analyst.window.desk
    paragraph = TEXT.split("\n")[4]
    desk.do(lambda: desk.case.claims.add("The crew spoke.", Mark(1, *span_of(TEXT, "crew said"))))
    desk.choose(2)
    put(analyst, TEXT.index("crew said"))
    clusters = [c for c in CLUSTERS if c in paragraph]
    assert len(clusters) >= 4
    inner = {at + i for c in clusters for at in range(len(TEXT)) if TEXT.startswith(c, at) for i in range(1, len(c))}
    seen = []
    for _ in range(8):
        analyst.press(RIGHT, KEYS)
        (mark,) = [m for m in pane(analyst).view.standing.marks if m.claim == 2]
        assert mark.end not in inner
        seen.append(mark.end)
    assert seen == sorted(set(seen)), "every press goes on"
    for _ in range(6):
        analyst.press(RIGHT, KEYS | CTRL)
        (mark,) = [m for m in pane(analyst).view.standing.marks if m.claim == 2]
        assert mark.start not in inner


def test_the_mouse_keeps_letters_whole(analyst: Analyst) -> None:
    desk = analyst.window.desk
    desk.do(lambda: desk.case.claims.add("The crew spoke.", Mark(1, *span_of(TEXT, "crew said"))))
    desk.choose(2)
    analyst.wait()
    view = pane(analyst).view
    start = span_of(TEXT, "👩\u200d🚀").start
    inner = {at + i for c in CLUSTERS for at in range(len(TEXT)) if TEXT.startswith(c, at) for i in range(1, len(c))}
    first = place(analyst, span_of(TEXT, "crew said").end)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, NO, first)
    ends = set()
    for x in range(place(analyst, start).x() - 4, place(analyst, TEXT.index(" twice")).x(), 3):
        QTest.mouseMove(view.viewport(), QPoint(x, first.y()))
        (mark,) = [m for m in view.overlay.marks if m.claim == 2]
        ends.add(view.offsets.point(mark.end))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, NO, first)
    assert len(ends) > 3
    assert not ends & inner
