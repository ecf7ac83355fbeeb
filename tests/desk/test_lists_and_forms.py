"""Lists and forms: what they open on, what they take, what can be read in them, and when they leave."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from tests.desk.conftest import active
from tests.desk.making import case_of, chooser, form, popups, settle
from tests.journeys.driver import ALT, CTRL, Analyst
from workbench.desk import theme
from workbench.desk.actions import attribution
from workbench.desk.claims.list import ClaimList
from workbench.desk.keys_sheet import KeySearch, keys_sheet
from workbench.desk.listed import ListedLine, meant
from workbench.desk.popup import Chooser
from workbench.desk.widgets import DropDown
from workbench.desk.window import Window
from workbench.domain.vocabulary import STANCE_MEANS, ClaimKind, OriginBasis, Stance

Key = Qt.Key
PATIENCE = 20_000  # milliseconds


@pytest.fixture
def analyst(sample: Window) -> Analyst:
    return Analyst(sample)


def on_a_mark(analyst: Analyst, claim: int = 1) -> None:
    """Put the cursor on a mark of a claim, the keyboard in its pane."""
    analyst.window.desk.choose(claim)
    analyst.window.work.show_claim()
    settle(analyst.window)


# --- completion lists ---------------------------------------------------------------------------------------------------------------


def listed(parent: QWidget, name: str) -> ListedLine:
    found = next(line for line in form(parent).lines if line.accessibleName() == name)
    assert isinstance(found, ListedLine)
    return found


@pytest.mark.parametrize("name", theme.NAMES)
def test_words_in_a_completion_list_can_be_read(analyst: Analyst, name: str) -> None:
    theme.apply(name)
    on_a_mark(analyst)
    analyst.press(Key.Key_I)
    line = listed(analyst.window, "Kind")
    line.open_list()
    QApplication.processEvents()
    view = line.list
    assert view.isVisible()
    picture = view.viewport().grab().toImage()
    row = view.visualRect(view.model().index(1, 0))
    empty = picture.pixelColor(picture.width() - 4, int(row.center().y() * picture.devicePixelRatio()))
    assert empty.alpha() == 255
    assert theme.contrast(empty, theme.current()["text"]) >= 4.5
    view.hide()


def test_a_list_opens_on_what_stands_in_the_line(analyst: Analyst) -> None:
    claim = 1
    analyst.window.desk.do(lambda: analyst.window.desk.case.claims.edit(claim, kind=ClaimKind.PLAN.value))
    on_a_mark(analyst, claim)
    analyst.press(Key.Key_I)
    line = listed(analyst.window, "Kind")
    analyst.press(Key.Key_Down)
    assert line.list.isVisible()
    assert line.list.currentIndex().data() == ClaimKind.PLAN.label
    assert line.list.model().rowCount() == len(ClaimKind)
    line.list.hide()


def test_the_choice_of_a_stance_begins_at_the_one_it_has(analyst: Analyst, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attribution, "_proposal", lambda *_: [])  # what the text proposes comes first
    desk = analyst.window.desk
    on_a_mark(analyst)
    here = analyst.window.area.current
    assert here is not None
    held = here.aim.appearance()
    assert held is not None
    desk.do(lambda: desk.case.appearances.edit(held.id, stance=Stance.PARTIAL))
    settle(analyst.window)
    analyst.press(Key.Key_A)
    choice = chooser(analyst.window)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert choice.choices[0].letter
    assert focus.accessibleName() == Stance.PARTIAL.label


def test_every_stance_says_what_it_means(analyst: Analyst) -> None:
    assert set(STANCE_MEANS) == set(Stance)
    on_a_mark(analyst)
    analyst.press(Key.Key_A)
    remarks = {c.text: c.remark for c in chooser(analyst.window).choices}
    for stance in set(Stance) - {Stance.NOT_MENTIONED}:
        assert STANCE_MEANS[stance] in remarks[stance.label]
    combos = [c for c in analyst.window.detail.findChildren(QComboBox) if c.accessibleName().startswith("Stance of")]
    assert combos
    for combo in combos:
        assert all(combo.itemData(n, Qt.ItemDataRole.ToolTipRole) for n in range(combo.count()))


# --- closed lists take a beginning --------------------------------------------------------------------------------------------------


def test_the_basis_of_an_origin_takes_its_first_letter(analyst: Analyst) -> None:
    desk = analyst.window.desk
    on_a_mark(analyst)
    pane = analyst.window.area.current
    assert pane is not None
    held = pane.aim.appearance()
    assert held is not None
    analyst.press(Key.Key_O)
    asked = form(analyst.window)
    asked.lines[0].setText("The harbour office")
    asked.lines[1].setText("i")
    asked.accept()
    QApplication.processEvents()
    assert not popups(analyst.window)
    now = next(a for a in desk.case.appearances.of(held.claim_id) if a.id == held.id)
    assert now.origin_basis is OriginBasis.INFERRED


@given(st.sampled_from(["stated", "inferred", "high", "highest", "very likely"]), st.integers(1, 12))
def test_a_beginning_means_its_entry_when_only_one_begins_so(entry: str, letters: int) -> None:
    known = ["stated", "inferred", "high", "highest", "very likely", "very unlikely"]
    written = entry[:letters].strip()
    found = meant(written.upper(), known)
    begin = [each for each in known if each.startswith(written)]
    assert found == (written if written in known else begin[0] if len(begin) == 1 else written.upper())


@given(st.text(max_size=8))
def test_what_is_in_no_list_stays_as_written(written: str) -> None:
    assert meant(written, []) == written.strip()


# --- popups leave -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("key", "modifiers"), [(Key.Key_2, ALT), (Key.Key_K, CTRL), (Key.Key_C, CTRL | Qt.KeyboardModifier.ShiftModifier)])
def test_a_popup_leaves_when_one_works_elsewhere(analyst: Analyst, key: Key, modifiers: Qt.KeyboardModifier) -> None:
    on_a_mark(analyst)
    analyst.press(Key.Key_A)
    assert popups(analyst.window)
    analyst.press(key, modifiers)
    assert not popups(analyst.window)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert not isinstance(focus.parentWidget(), Chooser), "the keyboard stays where one went"


def test_a_popup_over_a_popup_gives_the_keyboard_back_to_the_pane(analyst: Analyst) -> None:
    on_a_mark(analyst)
    pane = QApplication.focusWidget()
    analyst.press(Key.Key_A)
    analyst.press(Key.Key_I, CTRL)
    assert len(popups(analyst.window)) == 1
    analyst.press(Key.Key_Escape)
    assert not popups(analyst.window)
    assert QApplication.focusWidget() is pane


def test_completing_is_not_leaving(analyst: Analyst) -> None:
    on_a_mark(analyst)
    analyst.press(Key.Key_O)
    analyst.type("a")
    analyst.press(Key.Key_Down)
    assert form(analyst.window)


# --- the wheel ----------------------------------------------------------------------------------------------------------------------


def test_the_wheel_over_a_drop_down_scrolls_what_it_stands_in(analyst: Analyst) -> None:
    analyst.window.desk.choose(2)
    settle(analyst.window)
    detail = analyst.window.detail
    combos = [c for c in detail.findChildren(QComboBox) if c.isVisible()]
    assert combos
    assert all(isinstance(c, DropDown) for c in combos)
    analyst.window.resize(1280, 560)
    settle(analyst.window)
    bar = detail.verticalScrollBar()
    assert bar.maximum() > 0
    combo = combos[0]
    detail.ensureWidgetVisible(combo)
    before, scrolled = combo.currentIndex(), bar.value()
    step = 120 if scrolled == bar.maximum() else -120
    window = analyst.window
    at, there = (QPointF(point) for point in (combo.mapTo(window, combo.rect().center()), combo.mapToGlobal(combo.rect().center())))
    none, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    wheel = QWheelEvent(at, there, QPoint(), QPoint(0, step), none, keys, Qt.ScrollPhase.NoScrollPhase, False)
    handle = window.windowHandle()
    assert handle is not None
    QApplication.sendEvent(handle, wheel)
    assert combo.currentIndex() == before
    assert bar.value() != scrolled


def test_every_drop_down_of_the_desk_leaves_the_wheel_alone() -> None:
    root = Path(theme.__file__).parent
    assert not [file for file in root.rglob("*.py") if "= QComboBox(" in file.read_text(encoding="utf-8")]


# --- rows and words that are whole --------------------------------------------------------------------------------------------------

LONG = "The harbour office of Port Ansel said on Monday that the ferry had been stopped after forty passengers fell ill on board, "
LONG += "that the company had been told of it twice, and that nobody was to go on board before the doctors had been heard."


def test_the_words_of_a_claim_are_whole_after_a_restart(open_window: Callable[..., Window], tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "made.case"
    case_of(tmp_path, f"{LONG}\n").close()
    window = active(open_window(path))
    window.area.panes[0].view.setFocus()
    Analyst(window).press(Key.Key_M)
    QApplication.processEvents()
    for asked in popups(window):
        QTest.keyClick(QApplication.focusWidget() or asked, Key.Key_Return)
    settle(window)
    assert window.desk.case.claims.views()[0].claim.text.startswith("The harbour office")
    window.close()
    for width in (1680, 1280, 1040):
        again = open_window(path)
        again.resize(width, 800)
        again.desk.choose(1)
        settle(again)
        text = again.detail.text
        qtbot.waitUntil(lambda text=text: whole(text), timeout=PATIENCE)  # type: ignore[misc]
        again.close()


def whole(text: QWidget) -> bool:
    """Whether all lines of a field are in sight."""
    lines = text.document().size().height()  # type: ignore[attr-defined]
    high = text.blockBoundingRect(text.document().firstBlock()).height()  # type: ignore[attr-defined]
    offset = text.contentOffset().y()  # type: ignore[attr-defined]
    return lines >= 2 and text.verticalScrollBar().maximum() == 0 and high + offset <= text.viewport().height()  # type: ignore[attr-defined]


def test_article_rows_do_not_overlap_when_the_scroll_bar_comes(sample: Window, qtbot: QtBot) -> None:
    view = sample.articles.list
    sample.resize(1280, 800)
    settle(sample)

    def sound() -> bool:
        model = view.model()
        rects = [view.visualRect(model.index(row, 0)) for row in range(model.rowCount())]
        hints = [view.sizeHintForIndex(model.index(row, 0)).height() for row in range(model.rowCount())]
        apart = all(below.top() >= above.bottom() for above, below in zip(rects, rects[1:], strict=False))
        return apart and [rect.height() for rect in rects] == hints

    for height in (800, 480, 430, 800):
        sample.resize(1280, height)
        qtbot.waitUntil(sound, timeout=PATIENCE)
    for width in (150, 230, 180):
        view.setFixedWidth(width)
        qtbot.waitUntil(sound, timeout=PATIENCE)


# --- the right column ---------------------------------------------------------------------------------------------------------------


def rows_in_sight(claims: ClaimList) -> float:
    view = claims.list
    return view.viewport().height() / view.visualRect(view.model().index(0, 0)).height()


def test_the_list_of_claims_has_the_room_while_none_is_chosen(sample: Window) -> None:
    sample.resize(1280, 800)
    sample.desk.choose(1)
    settle(sample)
    chosen, parted = rows_in_sight(sample.claims), sample.right_split.sizes()
    sample.desk.choose(0)
    settle(sample)
    assert rows_in_sight(sample.claims) >= chosen + 2.5
    assert sample.detail.height() >= sample.detail.empty.heightForWidth(sample.detail.width()) - 2, "the words that stand there are whole"
    sample.desk.choose(2)
    settle(sample)
    assert sample.right_split.sizes() == parted


def test_how_the_column_was_parted_is_kept_when_nothing_is_chosen_at_the_end(sample: Window) -> None:
    sample.resize(1280, 800)
    sample.desk.choose(1)
    settle(sample)
    sample.right_split.setSizes([300, 500])
    parted = sample.right_split.sizes()
    sample.desk.choose(0)
    settle(sample)
    settings = sample.desk.settings
    sample.close()
    assert settings.get("right") == parted


# --- what E links -------------------------------------------------------------------------------------------------------------------


def test_e_shows_which_words_it_links(analyst: Analyst) -> None:
    on_a_mark(analyst)
    pane = analyst.window.area.current
    assert pane is not None
    words = pane.aim.words()
    assert words is not None
    quoted = " ".join(pane.view.text[words.start : words.end].split())
    analyst.press(Key.Key_E)
    assert quoted[:40] in chooser(analyst.window).warning
    assert f"Ex. {pane.article_id}" in chooser(analyst.window).warning


# --- the list of keys ---------------------------------------------------------------------------------------------------------------


def test_the_list_of_keys_is_searched_and_scrolled_by_keys(sample: Window, qtbot: QtBot) -> None:
    sheet = keys_sheet(sample, sample.commands)
    sheet.show()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), KeySearch), timeout=PATIENCE)
    search = QApplication.focusWidget()
    assert isinstance(search, KeySearch)
    bar = search._scroll.verticalScrollBar()
    for key, moved in ((Key.Key_Down, 1), (Key.Key_PageDown, 1), (Key.Key_Up, -1)):
        before = bar.value()
        QTest.keyClick(search, key)
        assert (bar.value() - before) * moved > 0
    QTest.keyClicks(search, "corrob")
    QApplication.processEvents()
    shown = [line for line in search._lines if len(line) > 1 and line[0].isVisible()]
    assert len(shown) == 1
    headings = [line[0].text() for line in search._lines if len(line) == 1 and line[0].isVisible()]  # type: ignore[attr-defined]
    assert headings == ["MARK"]
    search.clear()
    assert all(widget.isVisible() for line in search._lines for widget in line)
    sheet.close()
