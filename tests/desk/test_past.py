"""History, the case as it was, what changed since: as an analyst meets them in the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desk.making import fill, form
from workbench import paths
from workbench.case.claims import Decision
from workbench.desk.actions.view import use_theme
from workbench.desk.changed_since import Since
from workbench.desk.history import History
from workbench.desk.past import PastWindow
from workbench.desk.window import Window
from workbench.domain.days import day_words
from workbench.domain.statuses import Basis, Status

Key, Modifier = Qt.Key, Qt.KeyboardModifier
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


def command(window: Window, name: str) -> None:
    next(c for c in window.commands if c.spec.name == name).trigger()
    QApplication.processEvents()


def history(window: Window, qtbot: QtBot, name: str = "history") -> History:
    command(window, name)
    sheet = next(w for w in window.findChildren(History) if w.isVisible())
    qtbot.waitUntil(lambda: bool(sheet.events), timeout=10_000)
    return sheet


def past_window(qtbot: QtBot) -> PastWindow:
    found: list[PastWindow] = []

    def there() -> bool:
        found[:] = [w for w in QApplication.topLevelWidgets() if isinstance(w, PastWindow) and w.isVisible()]
        return bool(found)

    qtbot.waitUntil(there, timeout=20_000)
    return found[0]


def settle(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.desk.at_rest, timeout=30_000)


def head(window: Window) -> int:
    with window.desk.case.file.read() as reader:
        return int(reader.head()[0])


def cells(sheet: History) -> list[tuple[str, ...]]:
    return list(sheet.model.rows)


def test_the_history_lists_every_step_and_names_a_day_once(sample: Window, qtbot: QtBot) -> None:
    sheet = history(sample, qtbot)
    assert [row[0] for row in cells(sheet)] == [str(n) for n in range(head(sample), 0, -1)]
    days = [row[1] for row in cells(sheet)]
    assert days[0]
    assert all(now != above for above, now in zip(filter(None, days), list(filter(None, days))[1:], strict=False))
    assert sum(map(bool, days)) < len(days) / 2
    assert {row[3] for row in cells(sheet)} == {"Rhea"}
    sheet.close()


def test_typing_narrows_the_history_by_words_claim_and_article(sample: Window, qtbot: QtBot) -> None:
    sheet = history(sample, qtbot)
    case = sample.desk.case
    for words, wanted in (("C2", case.history.of_claim(2)), ("ex. 1", case.history.of_article(1))):
        sheet.filter.setText(words)
        assert [e.seq for e in sheet.shown] == [e.seq for e in wanted]
    sheet.filter.clear()
    sheet.filter.setFocus()
    QTest.keyClicks(sheet.filter, "status-like nothing")
    assert sheet.shown == []
    sheet.filter.setText("import")
    assert sheet.shown
    assert all("import" in f"{e.name} {e.whole} {e.why}".casefold() for e in sheet.shown)
    sheet.close()


def test_new_steps_come_on_top_and_the_chosen_one_stays(sample: Window, qtbot: QtBot) -> None:
    sheet = history(sample, qtbot)
    sheet.table.setCurrentIndex(sheet.model.index(3, 0))
    chosen = sheet.shown[3].seq
    sample.desk.do(lambda: sample.desk.case.claims.edit(1, note="new"))
    sample.desk.undo()
    assert [e.seq for e in sheet.events] == list(range(head(sample), 0, -1))
    assert sheet.shown[sheet.table.currentIndex().row()].seq == chosen
    assert sheet.model.data(sheet.model.index(0, 0), ACCESSIBLE).startswith(f"Step {head(sample)}")
    sheet.close()


def test_the_claims_and_the_articles_own_history(sample: Window, qtbot: QtBot) -> None:
    sample.desk.choose(2)
    sheet = history(sample, qtbot, "claim_history")
    assert sheet.filter.text() == "C2"
    assert len(sheet.shown) == len(sample.desk.case.history.of_claim(2))
    sheet.close()
    QApplication.processEvents()
    sheet = history(sample, qtbot, "article_history")
    assert sample.area.current is not None
    assert sheet.filter.text() == f"Ex. {sample.area.current.article_id}"
    sheet.close()


def test_enter_on_a_step_opens_the_case_as_it_was_and_says_so(sample: Window, qtbot: QtBot) -> None:
    case = sample.desk.case
    step, before = head(sample), case.claims.view(1)
    sample.desk.do(lambda: case.claims.set_status(1, Decision(Status.UNCONFIRMED, Basis.CONFLICTING)))
    sample.desk.do(lambda: case.claims.delete(2))
    sheet = history(sample, qtbot)
    sheet.table.setCurrentIndex(sheet.model.index(next(n for n, e in enumerate(sheet.shown) if e.seq == step), 0))
    QTest.keyClick(sheet.table, Key.Key_Return)
    past = past_window(qtbot)
    settle(past, qtbot)
    assert "Read only." in past.words
    assert "before “Unconfirmed: C1”" in past.words
    assert "read only" in past.windowTitle()
    assert not past.top.add.isVisible(), "nothing can be added to the past"
    assert sample.top.add.isVisible()
    assert past.desk.case.claims.view(1) == before
    assert 2 in [v.claim.id for v in past.claims.views]
    assert past.area.panes
    assert past.area.panes[0].view.text
    command(past, "undo")
    past.desk.do(lambda: past.desk.case.claims.edit(1, text="rewritten"))
    assert past.desk.case.claims.view(1) == before
    assert past.message.words.text()
    command(past, "matrix")
    folder = past.desk.case.path.parent
    assert folder.parent == paths.cache() / "past"
    past.close()
    assert not folder.exists()
    assert case.claims.view(1).claim.status is Status.UNCONFIRMED
    sheet.close()


def test_the_past_leaves_the_panes_of_now_where_they_are(sample: Window, qtbot: QtBot) -> None:
    settle(sample, qtbot)
    sample._remember()  # as it does by itself a little later
    kept = dict(sample.desk.settings.values)
    command(sample, "as_of")
    fill(form(sample), When=str(head(sample)))
    past = past_window(qtbot)
    settle(past, qtbot)
    assert "after the last step" in past.words
    use_theme(past.work, "dark")
    past.close()
    assert sample.desk.settings.values == kept


def test_a_moment_that_is_none_is_refused_in_the_form(sample: Window, qtbot: QtBot) -> None:
    for words, said in (("yesterday", "“yesterday” is no date"), ("1999-01-01", "made later"), ("step 99999", "no step")):
        command(sample, "as_of")
        asked = form(sample)
        fill(asked, When=words)
        assert said in asked.problem.text()
        asked.leave()
        QApplication.processEvents()
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, PastWindow) and w.isVisible()]


def test_the_past_closes_with_the_window_it_was_asked_from(open_window: Callable[..., Window], example_file: Path, qtbot: QtBot) -> None:
    window = open_window(example_file)
    command(window, "as_of")
    fill(form(window), When="3")
    past = past_window(qtbot)
    folder = past.desk.case.path.parent
    window.close()
    assert not past.isVisible()
    assert not folder.exists()


def test_a_sheet_closed_while_it_reads_says_nothing_more(sample: Window, qtbot: QtBot) -> None:
    for name, kind in (("history", History), ("since", Since)):
        command(sample, name)
        sheet = next(w for w in sample.findChildren(kind) if w.isVisible())
        QTest.keyClick(sheet, Key.Key_Escape)
        QApplication.processEvents()
        sample.desk.do(lambda: sample.desk.case.claims.edit(1, note=f"closed {name}"))  # noqa: B023
        settle(sample, qtbot)
    assert not sample.findChildren(History)
    assert not sample.findChildren(Since)


@pytest.mark.parametrize("by_step", [False, True])
def test_what_changed_since_is_listed_and_leads_there(sample: Window, qtbot: QtBot, by_step: bool) -> None:
    case, step = sample.desk.case, head(sample)
    sample.desk.do(lambda: case.claims.edit(3, text="Other words than before."))
    if by_step:
        sheet = history(sample, qtbot)
        sheet.table.setCurrentIndex(sheet.model.index(next(n for n, e in enumerate(sheet.shown) if e.seq == step), 0))
        QTest.keyClick(sheet, Key.Key_D, Modifier.ControlModifier)
    else:
        command(sample, "since")
    since = next(w for w in sample.findChildren(Since) if w.isVisible())
    if not by_step:
        since.pick.setEditText(f"step {step}")
        line = since.pick.lineEdit()
        assert line is not None
        QTest.keyClick(line, Key.Key_Return)
    qtbot.waitUntil(lambda: [one.name for one in since.found] == ["C3"], timeout=10_000)
    assert since.model.rows[0][0] == "C3"
    assert since.model.rows[0][1].endswith("→ “Other words than before.”")
    sample.desk.choose(0)
    QTest.keyClick(since.table, Key.Key_Return)
    assert sample.desk.claim == 3
    sample.desk.undo()
    qtbot.waitUntil(lambda: "Nothing is different" in since.words.text(), timeout=10_000)
    since.pick.setEditText("some day")
    since.look()
    assert "“some day” is no date" in since.words.text()
    since.close()


def test_the_history_says_under_the_list_what_the_chosen_step_did(sample: Window, qtbot: QtBot) -> None:
    case = sample.desk.case
    was = case.claims.view(1).claim
    case.claims.edit(1, event_date="2026-03-09", kind="quantity")
    sheet = history(sample, qtbot)
    sheet.table.setCurrentIndex(sheet.model.index(0, 0))
    qtbot.waitUntil(lambda: f"C1 · kind: {was.kind.value} → quantity" in sheet.did.text().replace("event date", ""), timeout=20_000)
    assert f"event date: {day_words(was.event_date)} → 9 Mar 2026" in sheet.did.text()
    assert [d.name for d in case.history.of_step(sheet.shown[0].seq)] == ["C1"]
