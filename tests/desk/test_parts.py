"""Long texts in parts: every key, mark and copy works as if the text were in one piece."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.desk.conftest import active
from tests.desk.making import case_of, span_of
from tests.journeys.driver import CTRL, NO, SHIFT, Analyst
from workbench.case.passages import Mark
from workbench.desk.reading.pane import Pane
from workbench.desk.reading.parts import PART, part_of, parts
from workbench.desk.window import Window
from workbench.domain.letters import inside_letter
from workbench.domain.spans import Span

TEXTS = st.text(st.sampled_from([*"abc \n.", "\u0301", "\u200d", "👩", "🚀", "🇳", "🇴", "가"]), max_size=80)


@given(TEXTS, st.integers(1, 30))
@example("\u0301" * 80, 7)
@example("\n" * 40, 3)
@example(" " * 40, 3)
def test_parts_cover_the_text_exactly_and_cut_no_letter(text: str, size: int) -> None:
    found = parts(text, size)
    assert "".join(text[s.start : s.end] for s in found) == text
    assert found[0].start == 0
    assert all(one.end == other.start for one, other in zip(found, found[1:], strict=False))
    assert all(0 < s.end - s.start <= size for s in found) or not text
    for span in found[:-1]:
        whole = any(not inside_letter(text, at) for at in range(span.start + 1, min(len(text), span.start + size) + 1))
        assert not inside_letter(text, span.end) or not whole, f"{text!r} cut at {span.end}"
        words = text[span.start : span.end]
        assert words.endswith("\n") or "\n" not in words[size // 2 :]
    for at in range(len(text)):
        assert found[part_of(found, at)].start <= at < found[part_of(found, at)].end
    assert part_of(found, len(text)) == len(found) - 1


def test_a_heap_of_accents_is_parted_at_once() -> None:
    found = parts("a" + "\u0301" * 400_000)
    assert len(found) < 15


def story(length: int) -> Iterator[str]:
    """Invented paragraphs with a number of their own, a letter outside the basic plane in each seventh."""
    written = 0
    for number in range(1, length):
        tail = " The keeper drew a 🚢 in the log." if number % 7 == 0 else ""
        paragraph = f"Entry {number} of the log. The lamp burned for {number % 12 + 1} hours.{tail} Nobody came to the rock that day."
        written += len(paragraph) + 2
        yield paragraph
        if written > length:
            return


LOG = "\n\n".join(story(300_000)) + "\n"
LINE = " ".join(story(210_000))


@pytest.fixture(scope="module")
def long_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The log in paragraphs as Ex. 1 and as one line as Ex. 2, a claim marked in the last part of the first."""
    folder = tmp_path_factory.mktemp("long")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKBENCH_HOME", str(folder / "home"))
        case = case_of(folder, LOG, LINE)
        assert case.articles.text(1) == LOG
        assert len(case.articles.text(2)) > 200_000
        claim = case.claims.add("The lamp burned.", Mark(1, *in_entry(1000, "The lamp burned"))).new("claims")
        case.appearances.add(claim, Mark(1, *in_entry(2400, "The lamp burned")))
        case.close()
    return case.path


def in_entry(number: int, words: str) -> Span:
    """Where the words stand in one entry of the log."""
    start = LOG.index(words, LOG.index(f"Entry {number} of"))
    return Span(start, start + len(words))


@pytest.fixture
def analyst(open_window: Callable[..., Window], long_case: Path, tmp_path: Path) -> Analyst:
    copy = tmp_path / "long.case"
    copy.write_bytes(long_case.read_bytes())
    analyst = Analyst(active(open_window(copy)))
    analyst.window.area.panes[0].view.setFocus()
    QApplication.processEvents()
    return analyst


def pane(analyst: Analyst, number: int = 0) -> Pane:
    return analyst.window.area.panes[number]


@pytest.mark.parametrize("number", [0, 1])
def test_the_head_says_which_part_and_its_buttons_turn(analyst: Analyst, number: int) -> None:
    here = pane(analyst, number)
    count = len(here.view.parts)
    assert count >= 5
    assert here.turner.isVisible()
    assert here.part_words.text() == f"part 1 of {count}"
    assert here.view.turn(1)
    assert here.part_words.text() == f"part 2 of {count}"
    here.view.go_to(Span(len(here.view.text) - 1, len(here.view.text)))
    assert here.part_words.text() == f"part {count} of {count}"
    assert not here.view.turn(1)
    assert here.view.turn(-1)
    assert here.part_words.text() == f"part {count - 1} of {count}"


def test_a_short_text_has_no_turner(sample: Window) -> None:
    assert not sample.area.panes[0].turner.isVisible()


@pytest.mark.parametrize("number", [0, 1])
def test_selection_and_copy_are_the_stored_text_in_every_part(analyst: Analyst, number: int) -> None:
    view = pane(analyst, number).view
    view.setFocus()
    for part in view.parts:
        ship = view.text.find("🚢", part.start)
        for span in (Span(part.start, part.start + 60), Span(ship - 9, ship + 9), Span(part.end - 60, part.end)):
            wanted = Span(max(part.start, span.start), min(part.end, span.end))
            view.go_to(wanted, select=True)
            assert view.parts[view.part] == part
            assert view.selection() == wanted
            analyst.press(Qt.Key.Key_C, CTRL)
            assert QGuiApplication.clipboard().text() == view.text[wanted.start : wanted.end]


@pytest.mark.parametrize("number", [0, 1])
def test_select_all_takes_the_part_as_it_is_stored(analyst: Analyst, number: int) -> None:
    view = pane(analyst, number).view
    for part in range(len(view.parts)):
        view.show_part(part)
        view.selectAll()
        assert view.selection() == view.parts[part]
        data = view.createMimeDataFromSelection()
        assert data.text() == view.text[slice(*view.parts[part])]


COPIED = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from workbench.case import Case
from workbench.desk.desk import Desk
from workbench.desk.window import Window
from workbench.desk.workplace import Opener
from workbench.settings import Settings

app = QApplication(sys.argv[:1])
folder = Path(sys.argv[1])
case = Case.create(folder / "copied.case", lambda: "Rhea")
case.imports.paste("A lamp\\n\\nThe lamp burned all night.\\n")
window = Window(Desk(case, Settings(folder / "settings.json")), Opener())
window.show()
window.start()
window.area.panes[0].view.selectAll()
window.area.panes[0].view.copy()
window.close()
print(app.clipboard().text().split()[-1])
"""


def test_leaving_the_desk_with_copied_words_on_the_clipboard_ends_well(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", COPIED, str(tmp_path)], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout.split()) == (0, ["night."]), done.stderr


def test_the_document_never_holds_more_than_a_part(analyst: Analyst) -> None:
    for number in (0, 1):
        view = pane(analyst, number).view
        for part in range(len(view.parts)):
            view.show_part(part)
            assert view.document().characterCount() <= PART * 2


def test_sentences_of_all_parts_together_cover_every_letter(analyst: Analyst) -> None:
    for number in (0, 1):
        view = pane(analyst, number).view
        sentences = [s for part in view.parts for s in analyst.window.desk.case.articles.sentences(number + 1, part)]
        assert sentences == sorted(sentences)
        assert "".join(view.text[slice(*s)] for s in sentences).replace(" ", "") == "".join(view.text.split())


def wheel(analyst: Analyst, down: bool) -> None:
    view = pane(analyst).view
    at = QPointF(view.viewport().rect().center())
    turn = QPoint(0, -120 if down else 120)
    event = QWheelEvent(
        at, view.viewport().mapToGlobal(at), QPoint(), turn, Qt.MouseButton.NoButton, NO, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(view.viewport(), event)
    QApplication.processEvents()


def test_the_wheel_goes_on_to_the_next_part_and_back(analyst: Analyst) -> None:
    view = pane(analyst).view
    bar = view.verticalScrollBar()
    wheel(analyst, True)
    assert view.part == 0
    assert bar.value() > 0, "first it scrolls"
    bar.setValue(bar.maximum())
    wheel(analyst, True)
    assert view.part == 1
    assert bar.value() == 0
    wheel(analyst, False)
    assert view.part == 0
    assert bar.value() == bar.maximum(), "back to the end of the part before"
    bar.setValue(0)
    wheel(analyst, False)
    assert view.part == 0, "there is nothing before the first part"


def test_page_down_reads_through_to_the_last_part_and_page_up_back(analyst: Analyst) -> None:
    view = pane(analyst).view
    bar = view.verticalScrollBar()
    for part in range(len(view.parts)):
        assert view.part == part
        analyst.press(Qt.Key.Key_PageDown)
        assert view.part == part, "a page first"
        bar.setValue(bar.maximum())
        analyst.press(Qt.Key.Key_PageDown)
    assert view.part == len(view.parts) - 1
    for part in reversed(range(len(view.parts))):
        assert view.part == part
        bar.setValue(0)
        analyst.press(Qt.Key.Key_PageUp)
    assert view.part == 0


def test_a_mark_is_painted_in_its_part_and_the_strip_knows_them_all(analyst: Analyst) -> None:
    view = pane(analyst).view
    for number in (1000, 2400):
        span = in_entry(number, "The lamp burned")
        view.go_to(span)
        QApplication.processEvents()
        assert view.parts[view.part].start <= span.start < view.parts[view.part].end
        (mark,) = view.overlay.marks
        assert view.offsets.points(mark.start, mark.end) == span
        assert list(view.sight.extents) == [0], "it is in sight"
        assert view.mark_at_cursor().claim == 1
    assert len(view.standing.marks) == 2
    view.show_part(0)
    assert view.overlay.marks == []


def test_a_claim_made_in_a_late_part_is_kept_where_the_words_stand(analyst: Analyst) -> None:
    span = in_entry(2001, "Nobody came to the rock")
    pane(analyst).view.go_to(span, select=True)
    analyst.press(Qt.Key.Key_M)
    analyst.press(Qt.Key.Key_N)
    passages = analyst.window.desk.case.articles.passages(1)
    (passage,) = [p for p in passages.values() if p.anchor.exact.startswith("Nobody")]
    assert passage.span == span
    (mark,) = [m for m in pane(analyst).view.overlay.marks if m.claim == 2]
    assert pane(analyst).view.offsets.points(mark.start, mark.end) == span


def test_space_goes_to_the_part_that_has_the_claim(analyst: Analyst) -> None:
    analyst.window.desk.choose(1)
    analyst.press(Qt.Key.Key_Space)
    view = pane(analyst).view
    assert view.position() == in_entry(1000, "The lamp burned").start


def test_hits_are_found_in_every_part_and_f3_goes_to_each(analyst: Analyst) -> None:
    view = pane(analyst).view
    places = [in_entry(number, f"Entry {number} of") for number in (190, 1190, 2190, 3190)]
    assert len({part_of(view.parts, p.start) for p in places}) == 4
    analyst.press(Qt.Key.Key_F, CTRL)
    analyst.type("190 of the log")
    analyst.press(Qt.Key.Key_Return)
    seen = []
    for _ in range(len(view.standing.hits)):
        analyst.stand_still()
        hit = view.standing.hits[view.hit]
        assert view.position() == hit.start
        assert view.overlay.hit == view.offsets.units(hit)
        assert view.text[slice(*hit)] == "190 of the log"
        assert view.offsets.units(hit) in view.overlay.hits
        seen.append(view.part)
        view.setFocus()
        analyst.press(Qt.Key.Key_F3)
    assert [h.start for h in view.standing.hits] == [p.end - len("190 of") for p in places]
    assert seen == [part_of(view.parts, p.start) for p in places]
    beside = pane(analyst, 1).view
    assert "190 of the log" in beside.text
    assert beside.hasFocus(), "after the last of this pane comes the first of the next"
    assert beside.hit == 0


def unread(analyst: Analyst) -> list[Span]:
    view = pane(analyst).view
    return [s for part in view.parts for s in analyst.window.desk.case.reading.of(1, part).unread]


def test_shift_j_goes_across_parts_and_leaves_no_sentence_out(analyst: Analyst) -> None:
    view = pane(analyst).view
    everything = unread(analyst)
    for edge in [part.start for part in view.parts[1:3]]:
        before = [s for s in everything if s.start < edge][-2:]
        after = [s for s in everything if s.start >= edge][:2]
        view.go_to(Span(before[0].start, before[0].start))
        seen = []
        for _ in range(3):
            analyst.press(Qt.Key.Key_J, SHIFT)
            seen.append(view.sentence())
        assert seen == [before[1], *after]
        back = []
        for _ in range(3):
            analyst.press(Qt.Key.Key_K, SHIFT)
            back.append(view.sentence())
        assert back == [after[0], before[1], before[0]]


def test_enter_at_the_end_of_a_part_goes_on_in_the_next(analyst: Analyst) -> None:
    view = pane(analyst).view
    everything = unread(analyst)
    last = [s for s in everything if s.start < view.parts[0].end][-1]
    view.go_to(Span(last.start, last.start))
    analyst.press(Qt.Key.Key_Return)
    assert view.part == 1
    assert view.sentence() == everything[everything.index(last) + 1]


def test_the_place_in_a_late_part_comes_back_after_a_restart(analyst: Analyst, open_window: Callable[..., Window]) -> None:
    at = in_entry(2222, "The lamp").start
    pane(analyst).view.go_to(Span(at, at))
    path = analyst.window.desk.case.path
    analyst.window.close()
    again = active(open_window(path))
    assert again.area.panes[0].view.position() == at
    assert again.area.panes[0].part_words.text().startswith("part 6 of") or again.area.panes[0].view.part > 3


def test_a_larger_size_keeps_the_part_and_the_place(analyst: Analyst) -> None:
    view = pane(analyst).view
    at = in_entry(1500, "The lamp")
    view.go_to(Span(at.start, at.start))
    part = view.part
    analyst.press(Qt.Key.Key_Plus, CTRL)
    assert (view.part, view.position()) == (part, at.start)
    assert span_of(view.text[slice(*view.parts[part])], "Entry 1500 of")
