"""The claims list: narrowed by letters and by what is to be looked at again; thousands of claims stand at once, their meters follow."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.desk.claims import list as claims_list
from workbench.desk.window import Window

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def shown(window: Window) -> list[int]:
    return [view.claim.id for view in window.claims.model.rows]


def day(by: int) -> str:
    return (datetime.now(UTC).date() + timedelta(days=by)).isoformat()


def test_letters_narrow_the_list_by_words_and_number(sample: Window) -> None:
    every = shown(sample)
    words = sample.claims.views[1].claim.text.split()
    sample.claims.filter.setFocus()
    QTest.keyClicks(sample.claims.filter, f"{words[-1][:5].lower()} {words[0].upper()}")
    assert 2 in shown(sample)
    assert len(shown(sample)) < len(every)
    sample.claims.filter.setText("c3")
    assert 3 in shown(sample)
    sample.claims.filter.setText("no such words")
    assert shown(sample) == []
    sample.claims.filter.clear()
    assert shown(sample) == every
    sample.claims.filter.setText("renamed")
    sample.desk.do(lambda: sample.desk.case.claims.edit(1, text="Renamed while the list is narrow."))
    assert shown(sample) == [1]
    sample.desk.undo()
    assert shown(sample) == []


def test_what_is_to_be_looked_at_again_is_counted_and_shown(sample: Window) -> None:
    desk, claims = sample.desk, sample.claims
    for view in claims.views:
        desk.do(lambda n=view.claim.id: desk.case.claims.edit(n, review_on="", kind="event"))
    assert not claims.due.isVisible()
    desk.do(lambda: desk.case.claims.edit(1, review_on=day(0)))
    desk.do(lambda: desk.case.claims.edit(2, review_on=day(1)))
    desk.do(lambda: desk.case.claims.edit(3, review_on=day(-400)))
    assert claims.due.isVisible()
    assert claims.due.text() == "2 to look at again"
    QTest.mouseClick(claims.due, Qt.MouseButton.LeftButton)
    assert shown(sample) == [1, 3]
    desk.do(lambda: desk.case.claims.edit(3, review_on=day(30)))
    assert shown(sample) == [1]
    desk.undo()
    assert shown(sample) == [1, 3]
    next(c for c in sample.commands if c.spec.name == "review").trigger()
    assert len(shown(sample)) == len(claims.views)
    assert not claims.due.isChecked()


def test_a_forecast_whose_date_has_come_is_among_them(sample: Window) -> None:
    desk, claims = sample.desk, sample.claims
    before = set(claims._due_ids)
    open_one = next(v.claim.id for v in claims.views if v.claim.status == "open" or v.claim.status == "unconfirmed")
    desk.do(lambda: desk.case.claims.edit(open_one, kind="prediction", event_date=day(-1), review_on=""))
    assert claims._due_ids == before | {open_one}
    desk.do(lambda: desk.case.claims.edit(open_one, event_date=day(5)))
    assert open_one not in claims._due_ids


def test_thousands_stand_at_once_and_their_meters_follow(
    open_window: object, example_file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claims_list, "AT_ONCE", 2)
    monkeypatch.setattr(claims_list, "AFTER_PAINTING", 500)  # on a slow machine too, the test comes before it
    window: Window = open_window(example_file)  # type: ignore[operator]
    window.close()  # before the rest is asked for: nothing is read from a closed case
    QTest.qWait(2 * claims_list.AFTER_PAINTING)
    window = open_window(example_file)  # type: ignore[operator]
    assert len(shown(window)) > 2
    assert window.claims.known_views() is None
    window.desk.do(lambda: window.desk.case.claims.edit(1, text="Changed before the rest was read."))
    qtbot.waitUntil(lambda: window.claims.known_views() is not None, timeout=20_000)
    assert window.claims.views == window.desk.case.claims.views()
    assert window.claims.views[0].claim.text == "Changed before the rest was read."
    window.desk.do(lambda: window.desk.case.claims.edit(2, text="Changed after."))
    assert window.claims.views == window.desk.case.claims.views()
    QApplication.processEvents()
