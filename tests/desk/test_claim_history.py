"""The latest steps of the chosen claim beside it: who, when, what from what to what; the whole of a line in its hint."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.desk.test_past import history
from workbench.desk.claims.history_rows import MOST, REASON
from workbench.desk.moment_words import day_of, hour_of
from workbench.desk.widgets import TIP_WIDTH
from workbench.desk.window import Window
from workbench.domain.vocabulary import Stance


def lines(window: Window, qtbot: QtBot, claim: int) -> list[str]:
    window.desk.choose(claim)
    qtbot.waitUntil(lambda: bool(window.detail.history.texts) and f" · C{claim} " in window.detail.history.texts[0])
    return window.detail.history.texts


def test_every_line_says_who_when_and_what(sample: Window, qtbot: QtBot) -> None:
    case = sample.desk.case
    shown = lines(sample, qtbot, 4)
    events = case.history.of_claim(4, MOST)
    assert len(shown) == len(events)
    for line, event in zip(shown, events, strict=True):
        assert line.startswith(f"{day_of(event.at)} {hour_of(event.at)[:5]} {event.who} · {event.what}")
        assert event.why[: REASON // 2] in line
    tips = [sample.detail.history.itemAt(n).widget().toolTip() for n in range(len(events))]
    assert all("three samples in a row are clean" in tip for tip in tips)
    assert all(len(line) <= TIP_WIDTH for tip in tips for line in tip.splitlines())


def test_a_new_step_comes_on_top_and_another_claim_has_its_own(sample: Window, qtbot: QtBot) -> None:
    case = sample.desk.case
    before = lines(sample, qtbot, 4)
    appearance = case.claims.view(4).appearances[0]
    sample.desk.do(lambda: case.appearances.edit(appearance.id, stance=Stance.NEUTRAL))
    qtbot.waitUntil(lambda: len(sample.detail.history.texts) == len(before) + 1)
    now = sample.detail.history.texts
    assert "stance: reports → neutral" in now[0]
    assert now[1:] == before
    assert len(lines(sample, qtbot, 10)) == len(case.history.of_claim(10))


def test_the_sheet_says_the_same_and_is_found_by_all_of_it(sample: Window, qtbot: QtBot) -> None:
    case = sample.desk.case
    sheet = history(sample, qtbot)
    assert [row[4] for row in sheet.model.rows] == [event.what for event in case.history.of_case(10**6)]
    cut = next(event for event in sheet.events if "…" in event.what)
    last = cut.whole.split()[-1].strip("“”.()")
    sheet.filter.setText(f"{cut.seq} {last}")
    assert cut in sheet.shown
    sheet.close()


def test_a_long_journal_is_shown_before_it_is_read_to_its_end(sample: Window, qtbot: QtBot, monkeypatch: object) -> None:
    import workbench.desk.history as module

    monkeypatch.setattr(module, "AT_FIRST", 20)  # type: ignore[attr-defined]
    sheet = history(sample, qtbot)
    steps = sheet.events[0].seq
    assert len(sheet.events) in (20, steps)
    qtbot.waitUntil(lambda: len(sheet.events) == steps, timeout=10_000)
    assert [event.seq for event in sheet.events] == list(range(steps, 0, -1))
    sheet.close()
