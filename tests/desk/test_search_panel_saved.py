"""Recent and saved searches: offered by the empty box, kept, renamed, deleted, undone, and what is new in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.desk.conftest import active
from tests.desk.making import fill, form, forms, steps
from tests.desk.test_search_panel import answered, ask, desk, kinds, titles
from tests.journeys.driver import CTRL, Analyst
from workbench.case import Case
from workbench.desk.commands import SPECS
from workbench.desk.search.found import HEAD, RECENT, SAVED, FoundRow
from workbench.desk.window import Window
from workbench.domain.errors import NotFound, RuleBroken
from workbench.domain.records import SavedSearch

__all__ = ["desk"]
K = Qt.Key


def test_saved_searches_are_kept_and_undone(empty: Case) -> None:
    searches = empty.searches
    made = searches.save("  Who  is ill ", " ill   OR sick ").new("searches")
    assert searches.all() == [SavedSearch(made, "Who is ill", "ill OR sick")]
    for name, query in (("who is ILL", "other"), ("", "other"), ("Another", "ill OR sick"), ("Another", " ")):
        with pytest.raises(RuleBroken):
            searches.save(name, query)
    searches.rename(made, "Ill")
    searches.rename(made, "ill")
    assert [s.name for s in searches.all()] == ["ill"]
    searches.delete(made)
    assert searches.all() == []
    for missing in (lambda: searches.rename(made, "x"), lambda: searches.delete(made)):
        with pytest.raises(NotFound):
            missing()
    assert empty.undo()[0] == "Delete search “ill”"
    assert [s.name for s in searches.all()] == ["ill"]
    for _ in range(3):
        empty.undo()
    assert searches.all() == []
    empty.redo()
    assert searches.all() == [SavedSearch(made, "Who is ill", "ill OR sick")]


def offered(analyst: Analyst) -> list[FoundRow]:
    analyst.press(K.Key_K, CTRL)
    analyst.press(K.Key_A, CTRL)
    analyst.press(K.Key_Backspace)
    return list(answered(analyst))


def test_the_empty_box_offers_recent_searches_latest_first(desk: Analyst) -> None:
    for words in ("night", "ferry", "nothinglikethis"):
        ask(desk, words)
        desk.press(K.Key_Escape)
    rows = offered(desk)
    assert [r.text for r in rows if r.kind == RECENT] == ["ferry", "night"], "what found nothing is not kept"
    desk.press(K.Key_Down)
    desk.press(K.Key_Down)
    desk.press(K.Key_Return)
    assert desk.window.search_box.text() == "night"
    assert titles(answered(desk)) == ["Night boats"]


def test_a_recent_search_is_forgotten_by_delete(desk: Analyst) -> None:
    for words in ("night", "ferry"):
        ask(desk, words)
        desk.press(K.Key_Escape)
    offered(desk)
    desk.press(K.Key_Down)
    desk.press(K.Key_Delete)
    assert [r.text for r in answered(desk) if r.kind == RECENT] == ["night"]
    assert desk.window.found.isVisible()


def test_words_on_the_way_to_a_query_are_not_kept(desk: Analyst) -> None:
    ask(desk, "fer")
    desk.window.search_box.setFocus()
    desk.type("ry")
    answered(desk)
    desk.press(K.Key_Return)
    assert [r.text for r in offered(desk) if r.kind == RECENT] == ["ferry"]


def save(analyst: Analyst, words: str, name: str) -> None:
    ask(analyst, words)
    analyst.press(K.Key_D, CTRL)
    fill(form(analyst.window), Name=name)
    analyst.wait()


def test_save_rename_delete_and_undo_by_keys(desk: Analyst) -> None:
    before = steps(desk)
    save(desk, "boats", "The boats")
    assert [(s.name, s.query) for s in desk.window.desk.case.searches.all()] == [("The boats", "boats")]
    (row,) = [r for r in offered(desk) if r.kind == SAVED]
    assert (row.head, row.text, row.fresh) == ("The boats", "boats", False)
    assert "Saved search. The boats. boats" in row.spoken
    desk.press(K.Key_Down)
    desk.press(K.Key_F2)
    fill(form(desk.window), Name="Old boats")
    desk.wait()
    assert [s.name for s in desk.window.desk.case.searches.all()] == ["Old boats"]
    offered(desk)
    desk.press(K.Key_Down)
    desk.press(K.Key_Delete)
    desk.wait()
    assert desk.window.desk.case.searches.all() == []
    assert steps(desk) == before + 3
    desk.press(K.Key_Z, CTRL)
    desk.wait()
    assert [s.name for s in desk.window.desk.case.searches.all()] == ["Old boats"]
    assert [r.head for r in offered(desk) if r.kind == SAVED] == ["Old boats"]


def test_a_name_that_is_taken_is_said_in_the_form(desk: Analyst) -> None:
    save(desk, "boats", "Mine")
    ask(desk, "ferry")
    desk.press(K.Key_D, CTRL)
    found = form(desk.window)
    fill(found, Name="mine")
    assert "already" in found.problem.text()
    fill(found, Name="Ferries")
    assert not forms(desk.window)
    assert [s.name for s in desk.window.desk.case.searches.all()] == ["Mine", "Ferries"]


def test_there_is_nothing_to_save_in_an_empty_box(desk: Analyst) -> None:
    offered(desk)
    desk.press(K.Key_D, CTRL)
    assert desk.said[-1].startswith("Type what to look for first")


def test_a_saved_search_shows_what_is_new_since_it_was_looked_at(desk: Analyst, tmp_path: Path) -> None:
    save(desk, "boats", "The boats")
    assert "new in saved searches" not in desk.window.search_box.placeholderText()
    more = tmp_path / "more.txt"
    more.write_text("Boats at dawn\n\nMore boats came in at dawn, the watch said, and more boats left.\n", encoding="utf-8")
    desk.drop([more])
    desk.wait()
    assert "1 new in saved searches" in desk.window.search_box.placeholderText()
    (row,) = [r for r in offered(desk) if r.kind == SAVED]
    assert (row.side, row.fresh) == ("1 new", True)
    assert "1 new in saved searches" in desk.window.search_box.accessibleDescription()
    desk.press(K.Key_Down)
    desk.press(K.Key_Return)
    rows = answered(desk)
    assert {r.text: r.fresh for r in kinds(rows, HEAD)} == {"Night boats": False, "Boats at dawn": True}
    desk.press(K.Key_Escape)
    desk.wait()
    assert "new in saved searches" not in desk.window.search_box.placeholderText()
    (row,) = [r for r in offered(desk) if r.kind == SAVED]
    assert (row.side, row.fresh) == ("2", False)


def test_for_a_colleague_everything_is_new(desk: Analyst, open_window: Callable[..., Window], tmp_path: Path) -> None:
    save(desk, "boats OR ferry", "At sea")
    path = desk.window.desk.case.path
    desk.window.close()
    (tmp_path / "settings.json").unlink()
    other = Analyst(active(open_window(path)))
    other.wait()
    (row,) = [r for r in offered(other) if r.kind == SAVED]
    assert row.fresh
    assert row.side.endswith(" new")


def test_narrowing_is_saved_and_comes_back_as_chips(desk: Analyst) -> None:
    ask(desk, "ill")
    button = next(b for b in desk.window.found.facets.buttons() if b.accessibleName().startswith("Publisher: Port Gazette"))
    desk.click(button, button.rect().center())
    answered(desk)
    desk.press(K.Key_D, CTRL)
    fill(form(desk.window), Name="Ill in the Gazette")
    desk.wait()
    assert [s.query for s in desk.window.desk.case.searches.all()] == ['ill publisher:"Port Gazette"']
    desk.window.found.narrowed = ()
    offered(desk)
    desk.press(K.Key_Down)
    desk.press(K.Key_Return)
    answered(desk)
    assert desk.window.search_box.text() == "ill"
    assert [c.accessibleName() for c in desk.window.found.chips.chips()] == ["Publisher: Port Gazette"]


def test_what_was_seen_outlives_the_window(desk: Analyst) -> None:
    save(desk, "boats", "The boats")
    uid = desk.window.uid
    kept = desk.window.desk.settings.get("searches")[uid]
    assert kept["seen"] == {"1": {"article": "3"}}


def test_the_commands_stand_in_the_one_table() -> None:
    keys = {s.name: s.keys for s in SPECS}
    assert (keys["save_search"], keys["order_found"], keys["passages"], keys["clear_hits"]) == ("Ctrl+D", "F4", "Ctrl+Shift+F", "Esc")
