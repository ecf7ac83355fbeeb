"""The timeline: claims on their day, what was said when, what is after the cut-off, what has no date; by keyboard and mouse."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.desk.making import case_of, span_of
from workbench.case import Case
from workbench.case.appearances import Attribution
from workbench.case.claims import Decision
from workbench.case.passages import Mark
from workbench.desk import theme
from workbench.desk.timeline.layout import BREAK, Item, lay_out, scale
from workbench.desk.timeline.sheet import Timeline
from workbench.desk.window import Window
from workbench.domain.errors import RuleBroken
from workbench.domain.statuses import Basis, Status
from workbench.domain.vocabulary import Field, Stance

TEXT = "The lock was closed on 3 March.\n\nThe office denied that the lock was closed.\n"
LATER = "The lock is to open in May, said the office.\n"
Key = Qt.Key


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """C1 (a range, denied by the office on a day), C2 after the cut-off, C3 without a date; Ex. 1 with a date, Ex. 2 without."""
    case = case_of(tmp_path, TEXT, LATER)
    one = case.claims.add("The lock was closed.", Mark(1, *span_of(TEXT, "The lock was closed")), Attribution(origin="Keeper")).new(
        "claims"
    )
    case.appearances.add(one, Mark(1, *span_of(TEXT, "denied that the lock was closed")), Attribution(Stance.DENIES))
    case.claims.set_status(one, Decision(Status.DENIED, Basis.PARTY_DENIAL, denied_by="The office", denied_on="2026-03-05"))
    case.claims.edit(one, event_date="2026-03-03/2026-03-04")
    two = case.claims.add("The lock opens in May.", Mark(2, *span_of(LATER, "The lock is to open in May"))).new("claims")
    case.claims.edit(two, event_date="2026-05", kind="plan")
    case.claims.add("The office spoke.", Mark(2, *span_of(LATER, "said the office")))
    case.articles.set_metadata(1, Field.PUBLISHED, "2026-03-05/2026-03-06")
    case.articles.set_metadata(2, Field.PUBLISHED, "")
    case.info.edit(as_of="2026-03-10T23:59:59Z")
    case.close()
    return case.path


@pytest.fixture
def sheet(open_window: object, told: Path) -> Timeline:
    window: Window = open_window(told)  # type: ignore[operator]
    next(c for c in window.commands if c.spec.name == "timeline").trigger()
    QApplication.processEvents()
    found = next(w for w in window.findChildren(Timeline) if w.isVisible())
    assert QTest.qWaitForWindowExposed(found)
    return found


def window_of(sheet: Timeline) -> Window:
    window = sheet.parentWidget()
    assert isinstance(window, Window)
    return window


def claim_shown(window: Window, article: int) -> int:
    """The claim under the cursor of the pane with that article."""
    return next(p.view.mark_at_cursor().claim for p in window.area.panes if p.article_id == article)


def items(sheet: Timeline, kind: str) -> list[Item]:
    return [item for item in sheet.canvas.laid.items if item.kind == kind]


def test_everything_stands_on_its_day(sheet: Timeline) -> None:
    days = sheet.canvas.laid.days
    one, two = sorted(items(sheet, "event"), key=lambda i: i.claim)
    assert (one.bar.left(), one.bar.right()) == (days[date(2026, 3, 3)], days[date(2026, 3, 4)])
    assert (two.bar.left(), two.bar.right()) == (days[date(2026, 5, 1)], days[date(2026, 5, 31)])
    (article,) = items(sheet, "article")
    assert (article.bar.left(), article.bar.right()) == (days[date(2026, 3, 5)], days[date(2026, 3, 6)])
    (denial,) = items(sheet, "denial")
    assert denial.bar.left() == days[date(2026, 3, 5)]
    assert denial.text == "The office denies C1"
    assert [(i.claim, i.text) for i in items(sheet, "saying")] == [(1, "A C1"), (1, "D C1")]
    assert max(i.box.bottom() for i in items(sheet, "event")) < sheet.canvas.laid.middle < article.box.top()
    assert list(days.values()) == sorted(days.values())


def test_what_is_after_the_cut_off_is_said_and_stands_behind_the_line(sheet: Timeline) -> None:
    edge = sheet.canvas.laid.cut_off
    assert edge is not None
    for item in sheet.canvas.laid.items:
        if item.kind != "saying":
            assert item.late == (item.claim == 2)
            assert ("after the cut-off" in item.spoken) == item.late
            assert (item.box.left() > edge) if item.late else (item.box.right() < edge)


def test_what_has_no_date_stands_aside_and_opens(sheet: Timeline) -> None:
    words = [sheet.undated.item(n).text() for n in range(sheet.undated.count())]
    assert [w.split()[1] if w[0] in "○✓?✕R" else w[:5] for w in words] == ["C3", "Ex. 2"]
    sheet.undated.setCurrentRow(0)
    sheet.undated.setFocus()
    QTest.keyClick(sheet.undated, Key.Key_Return)
    window = window_of(sheet)
    assert window.desk.claim == 3
    assert claim_shown(window, 2) == 3


def test_arrows_reach_everything_and_enter_opens_it(sheet: Timeline) -> None:
    canvas, window = sheet.canvas, window_of(sheet)
    canvas.setFocus()
    reached, stack = {0}, [0]
    while stack:
        at = stack.pop()
        for key in (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down):
            canvas.choose(at)
            QTest.keyClick(canvas, key)
            if canvas.at not in reached:
                reached.add(canvas.at)
                stack.append(canvas.at)
    assert reached == set(range(len(canvas.laid.items)))
    for number, item in enumerate(canvas.laid.items):
        window.desk.choose(0)
        canvas.choose(number)
        assert canvas.accessibleDescription() == item.spoken
        QTest.keyClick(canvas, Key.Key_Return)
        assert window.desk.claim == item.claim
        if item.claim:
            assert claim_shown(window, item.article or (2 if item.claim == 2 else 1)) == item.claim
    QTest.keyClick(canvas, Key.Key_Home)
    assert canvas.at == 0


def test_a_click_on_what_was_said_opens_its_passage(sheet: Timeline) -> None:
    said = items(sheet, "saying")[1]
    QTest.mouseClick(sheet.canvas, Qt.MouseButton.LeftButton, pos=said.box.center().toPoint())
    window = window_of(sheet)
    assert window.desk.claim == 1
    assert claim_shown(window, 1) == 1
    assert sheet.canvas.item_at(QPointF(1, sheet.canvas.height() - 1)) == -1


def test_it_follows_changes_and_undo(sheet: Timeline) -> None:
    window = window_of(sheet)
    window.desk.do(lambda: window.desk.case.claims.edit(3, event_date="2026-03-04"))
    QApplication.processEvents()
    assert 3 in [i.claim for i in items(sheet, "event")]
    window.desk.undo()
    QApplication.processEvents()
    assert 3 not in [i.claim for i in items(sheet, "event")]


def test_it_is_painted_in_both_themes_and_differs_by_more_than_colour(sheet: Timeline) -> None:
    for name in ("light", "dark"):
        theme.apply(name)
        picture = sheet.canvas.grab().toImage()
        edge = sheet.canvas.laid.cut_off
        assert edge is not None
        x, ys = int(edge) + 30, range(int(sheet.canvas.laid.middle) - 20, int(sheet.canvas.laid.middle) - 4)
        assert len({picture.pixelColor(x + dx, y).name() for y in ys for dx in range(8)}) > 1, "what is after the cut-off is hatched"


def test_an_empty_case_has_an_empty_timeline(open_window: object) -> None:
    window: Window = open_window()  # type: ignore[operator]
    next(c for c in window.commands if c.spec.name == "timeline").trigger()
    QApplication.processEvents()
    sheet = next(w for w in window.findChildren(Timeline) if w.isVisible())
    QTest.keyClick(sheet.canvas, Key.Key_Right)
    QTest.keyClick(sheet.canvas, Key.Key_Return)
    assert sheet.canvas.accessibleDescription() == "Nothing has a date yet."
    sheet.close()


def test_labels_never_lie_on_each_other(tmp_path: Path) -> None:
    case = Case.create(tmp_path / "many.case", lambda: "Rhea")
    for number in range(40):
        claim = case.claims.add(f"Claim number {number} of many.").new("claims")
        case.claims.edit(claim, event_date=f"2026-0{number % 3 + 1}-{number % 7 + 1:02}")
    laid = lay_out(case.times.timeline(), lambda words: 7.0 * len(words))
    case.close()
    boxes = [item.box for item in laid.items]
    assert len(boxes) == 40
    assert not [1 for n, a in enumerate(boxes) for b in boxes[n + 1 :] if a.intersects(b)]
    days = sorted(scale([date(2026, 1, 1), date(2026, 1, 2), date(2027, 1, 2)]).items())
    assert (days[2][0] - days[1][0]).days > BREAK
    assert days[2][1] - days[1][1] < 4 * (days[1][1] - days[0][1])


@pytest.mark.parametrize("days", ["2026-05-02/2026-05-01", "2026-13", "May", "2026-02-30"])
def test_a_date_that_is_none_is_refused(tmp_path: Path, days: str) -> None:
    case = Case.create(tmp_path / "a.case", lambda: "Rhea")
    claim = case.claims.add("One.").new("claims")
    with pytest.raises(RuleBroken, match=f"“{days}” .*Write it like"):
        case.claims.edit(claim, event_date=days)
    case.close()
