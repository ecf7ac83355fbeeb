"""Page furniture folded away: only whole lines of it, nothing lost, and a key shows it again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.desk.conftest import active
from tests.desk.making import case_of, span_of
from tests.journeys.driver import CTRL, Analyst
from workbench.desk.reading.folding import Fold, folds, hits_told
from workbench.desk.reading.view import ReadingView
from workbench.desk.search.found import HEAD
from workbench.desk.window import Window
from workbench.domain.entities import Zone
from workbench.domain.spans import Span
from workbench.domain.vocabulary import FURNITURE, SetBy, ZoneKind


def zone(start: int, end: int, kind: ZoneKind = ZoneKind.BOILERPLATE) -> Zone:
    return Zone(1, 1, start, end, kind, SetBy.ANALYST, "")


@st.composite
def texts_with_zones(draw: st.DrawFn) -> tuple[str, list[Zone]]:
    text = draw(st.text("ab \n", max_size=40))
    ends = st.integers(0, len(text))
    kinds = st.sampled_from([ZoneKind.BOILERPLATE, ZoneKind.BODY, ZoneKind.HEADLINE, *sorted(FURNITURE)])
    spans = draw(st.lists(st.tuples(ends, ends), max_size=5))
    return text, [zone(min(span), max(span), draw(kinds)) for span in spans]


def lines_of(text: str) -> list[Span]:
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


@given(texts_with_zones())
@example(("a\nb\na", [zone(0, 1), zone(4, 5)]))
@example(("aa\n\nbb", [zone(0, 6)]))
def test_folds_are_whole_lines_of_furniture_and_blank_ones_between(given_text: tuple[str, list[Zone]]) -> None:
    text, zones = given_text
    grey = {at for z in zones if z.kind in FURNITURE for at in range(z.start, z.end)}
    lines = lines_of(text)
    words = [bool(text[s.start : s.end].strip()) for s in lines]
    whole = [all(text[i].isspace() or i in grey for i in range(*s)) for s in lines]
    found = folds(text, zones)
    folded = [n for f in found for n in range(f.first, f.last + 1)]
    assert len(folded) == len(set(folded)), "no line twice"
    assert all(whole[n] for n in folded), "no line with other words is folded"
    body = any(w and not g for w, g in zip(words, whole, strict=True))
    expected = {n for n in range(len(lines)) if words[n] and whole[n]} if body else set()
    assert {n for n in folded if words[n]} == expected, "all furniture is folded, unless there is nothing else to see"
    for each in found:
        assert words[each.first], "it begins with words"
        assert words[each.last], "it ends with words"
        assert each.lines == sum(words[each.first : each.last + 1])
    assert found == sorted(found, key=lambda f: f.first)


@given(texts_with_zones())
def test_between_two_folds_there_is_a_line_with_words(given_text: tuple[str, list[Zone]]) -> None:
    text, zones = given_text
    lines = text.split("\n")
    found = folds(text, zones)
    for one, other in zip(found, found[1:], strict=False):
        assert any(line.strip() for line in lines[one.last + 1 : other.first])


def test_the_words_say_how_many() -> None:
    assert "1 line of page furniture" in Fold(0, 0, 1).words
    assert "3 lines of page furniture" in Fold(0, 4, 3).words
    assert Fold(0, 0, 1).words.startswith("▸ F "), "and the key"


TOP = "Home | News | Weather"
MORE = "Sign up for our letters"
BODY = "The lamp on Gull Rock failed on Tuesday night."
SECOND = "The keeper lit it again by hand before the morning boats went out."
FOOT = "Share this page with a friend"
TEXT = f"{TOP}\n\n{MORE}\n{BODY}\n{FOOT}\n{SECOND}\n{FOOT} again\nCopyright of nobody\n"


@pytest.fixture
def analyst(open_window: Callable[..., Window], tmp_path: Path) -> Analyst:
    case = case_of(tmp_path, TEXT)
    for words in (TOP, MORE, f"{FOOT}\n{SECOND}"[: len(FOOT)], f"{FOOT} again", "Copyright of nobody"):
        at = TEXT.index(words + "\n")
        case.articles.set_zone(1, at, at + len(words), ZoneKind.BOILERPLATE)
    for words in (BODY, SECOND):
        case.articles.set_zone(1, *span_of(TEXT, words), ZoneKind.BODY)
    case.close()
    analyst = Analyst(active(open_window(case.path)))
    view(analyst).setFocus()
    analyst.wait()
    return analyst


def view(analyst: Analyst) -> ReadingView:
    return analyst.window.area.panes[0].view


def lines_shown(analyst: Analyst) -> list[str]:
    """The lines that have words and can be seen, from the stored text."""
    document = view(analyst).document()
    return [line for number, line in enumerate(TEXT.split("\n")) if line and document.findBlockByNumber(number).isVisible()]


def test_furniture_is_folded_at_first_and_f_shows_and_folds_it(analyst: Analyst) -> None:
    everything = [line for line in TEXT.split("\n") if line]
    assert lines_shown(analyst) == [BODY, SECOND]
    analyst.press(Qt.Key.Key_F)
    assert lines_shown(analyst) == everything
    assert view(analyst).fold_labels == {}
    analyst.press(Qt.Key.Key_F)
    assert lines_shown(analyst) == [BODY, SECOND]
    assert analyst.window.desk.case.articles.text(1) == TEXT


def test_each_fold_says_how_many_lines_it_hides_in_a_place_that_can_be_seen(analyst: Analyst) -> None:
    labels, document = view(analyst).fold_labels, view(analyst).document()
    assert [f.lines for _, found in sorted(labels.items()) for f in found] == [2, 1, 2]
    assert all(document.findBlockByNumber(number).isVisible() for number in labels)


def test_the_label_is_painted(analyst: Analyst) -> None:
    shown = view(analyst).viewport().grab().toImage()
    view(analyst).fold_labels = {}
    assert view(analyst).viewport().grab().toImage() != shown


def test_going_to_words_in_a_fold_shows_them(analyst: Analyst) -> None:
    at = span_of(TEXT, "Copyright")
    view(analyst).go_to(at, select=True)
    assert not view(analyst).folded
    assert view(analyst).selection() == at
    QApplication.processEvents()
    assert view(analyst).viewport().rect().intersects(view(analyst).cursorRect())


def test_finding_words_in_a_fold_shows_them(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_F, CTRL)
    analyst.type("weather")
    analyst.press(Qt.Key.Key_Return)
    assert TOP in lines_shown(analyst)
    assert view(analyst).position() == TEXT.index("Weather")


def test_hits_in_folded_text_are_counted_apart(analyst: Analyst) -> None:
    head = analyst.window.area.panes[0].head
    assert not head.found.isVisible()
    analyst.press(Qt.Key.Key_F, CTRL)
    analyst.type("again")
    analyst.press(Qt.Key.Key_Return)
    assert head.found.text() == "1 hit, 1 more in folded text"
    assert lines_shown(analyst) == [BODY, SECOND], "the first hit is in sight"
    analyst.press(Qt.Key.Key_F3)
    assert head.found.text() == "2 hits", "going to it has unfolded the lines"
    assert head.fold.text().startswith("▾")
    analyst.press(Qt.Key.Key_F)
    assert head.found.text() == "1 hit, 1 more in folded text"
    analyst.press(Qt.Key.Key_Escape)
    assert not head.found.isVisible()


def test_the_search_everywhere_counts_them_apart_too(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_K, CTRL)
    analyst.type("again")
    panel = analyst.window.found
    while panel._timer.isActive():
        analyst.wait()
    analyst.wait()
    assert next(row.side for row in panel.model.rows if row.kind == HEAD) == "1 hit"
    assert "Around 1 article there is more" in panel.head.words.text()


@given(texts_with_zones(), st.lists(st.integers(0, 40), max_size=4), st.booleans())
def test_every_hit_is_counted_once(given_text: tuple[str, list[Zone]], starts: list[int], folded: bool) -> None:
    text, zones = given_text
    hits = [Span(at, at + 1) for at in sorted(starts) if at < len(text)]
    words = hits_told(text, zones, hits, folded=folded)
    hidden = {n for f in folds(text, zones) for n in range(f.first, f.last + 1)} if folded else set()
    away = sum(text.count("\n", 0, hit.start) in hidden for hit in hits)
    seen = len(hits) - away
    assert sum(int(word) for word in words.split() if word.isdigit()) == len(hits)
    assert ("more" in words) == bool(seen and away)
    assert ("folded" in words) == bool(away)
    assert words.startswith(str(seen or away)) or not hits


def test_going_to_words_outside_leaves_the_folds(analyst: Analyst) -> None:
    view(analyst).go_to(span_of(TEXT, "keeper"))
    assert lines_shown(analyst) == [BODY, SECOND]


def test_b_on_a_line_folds_it_at_once_and_undo_brings_it_back(analyst: Analyst) -> None:
    view(analyst).go_to(span_of(TEXT, SECOND), select=True)
    analyst.press(Qt.Key.Key_B)
    assert lines_shown(analyst) == [BODY]
    analyst.press(Qt.Key.Key_Z, CTRL)
    assert lines_shown(analyst) == [BODY, SECOND]


def test_one_body_line_between_furniture_keeps_both_labels(analyst: Analyst) -> None:
    view(analyst).show_text("top\nbody\nfoot", [zone(0, 3), zone(9, 13)], lambda _: (), "short")
    assert sorted(f.lines for f in all_labels(analyst)) == [1, 1]


def all_labels(analyst: Analyst) -> list[Fold]:
    """Every fold that is told about; two may share a place."""
    found: list[Fold] = []
    for each in view(analyst).fold_labels.values():
        found += each
    return found


def test_a_text_that_is_all_furniture_can_still_be_read(analyst: Analyst) -> None:
    view(analyst).show_text("top\nfoot", [zone(0, 8)], lambda _: (), "grey")
    document = view(analyst).document()
    assert all(document.findBlockByNumber(n).isVisible() for n in (0, 1))
