"""Status and basis in one gesture, what the rules still ask for, and undo of each step with its name in the menu."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.desk.conftest import active
from tests.desk.making import case_of, settle, span_of
from tests.journeys.driver import ALT, CTRL, SHIFT, Analyst
from workbench.case.appearances import Attribution
from workbench.case.passages import Mark
from workbench.desk.decide import denying_words
from workbench.desk.popup import Chooser, Form, Popup
from workbench.desk.reading.pane import Pane
from workbench.desk.window import Window
from workbench.domain.statuses import BASES, BASIS_LETTERS, Basis, Status
from workbench.domain.vocabulary import Field, Relation, Stance

KEYS = {Status.CONFIRMED: Qt.Key.Key_1, Status.UNCONFIRMED: Qt.Key.Key_2, Status.DENIED: Qt.Key.Key_3}
ALONE = [(s, b) for s in KEYS for b in BASES[s] if b not in (Basis.INDEPENDENT_CORROBORATION, Basis.PARTY_DENIAL, Basis.CONTRADICTED)]
"""Pairs that need nothing more than the letter."""


def popup(window: Window) -> Popup | None:
    return next((p for p in window.findChildren(Popup) if p.isVisible()), None)


def letter(basis: Basis) -> Qt.Key:
    return Qt.Key(ord(BASIS_LETTERS[basis].upper()))


def free_sentence(pane: Pane) -> str:
    """A sentence of the article in which nothing is marked."""
    marked = [p.span for p in pane.contents.passages.values()]
    span = next(s for s in pane.view.sentences[3:] if s.end - s.start > 40 and not any(s.overlaps(m) for m in marked))
    return pane.view.text[span.start : span.end]


def fill(analyst: Analyst, words: str) -> None:
    """Type into a line that completes. Offscreen, its list takes the window's activity with it; a window manager gives it back."""
    analyst.type(words)
    analyst.window.activateWindow()
    assert QTest.qWaitForWindowActive(analyst.window)


def select_free(analyst: Analyst) -> str:
    pane = analyst.window.area.panes[0]
    words = free_sentence(pane)
    analyst.drag_over(pane.article_id, words)
    assert pane.view.selection() is not None
    return words


@pytest.mark.parametrize(("status", "basis"), ALONE, ids=[b.value for _, b in ALONE])
def test_selected_words_become_a_claim_with_two_keys(sample: Window, status: Status, basis: Basis) -> None:
    analyst = Analyst(sample)
    words = select_free(analyst)
    actions = analyst.actions
    analyst.press(KEYS[status])
    analyst.press(letter(basis))
    assert analyst.actions - actions == 2
    assert popup(sample) is None
    claim = sample.desk.case.claims.view(sample.desk.claim).claim
    assert (claim.status, claim.basis) == (status, basis)
    assert claim.text == words
    assert sample.work.reading_pane() is sample.area.panes[0], "the keyboard is back in the text"
    shown = next(v for v in sample.claims.views if v.claim.id == claim.id)
    assert shown.claim == claim
    assert sample.detail.basis.text().endswith(basis.label)


@pytest.mark.parametrize("status", KEYS, ids=[s.value for s in KEYS])
def test_the_chooser_offers_exactly_the_bases_of_the_status(sample: Window, status: Status) -> None:
    analyst = Analyst(sample)
    select_free(analyst)
    analyst.press(KEYS[status])
    chooser = popup(sample)
    assert isinstance(chooser, Chooser)
    assert {c.letter: c.text for c in chooser.choices} == {BASIS_LETTERS[b]: b.label for b in BASES[status]}


def test_two_independent_origins_are_asked_for_and_the_override_is_kept(sample: Window) -> None:
    analyst = Analyst(sample)
    words = select_free(analyst)
    before = len(sample.claims.views)
    analyst.press(Qt.Key.Key_1)
    analyst.press(letter(Basis.INDEPENDENT_CORROBORATION))
    form = popup(sample)
    assert isinstance(form, Form)
    assert "Two independent origins" in form.problem.text()
    assert len(sample.claims.views) == before, "nothing is written before the reason is given"
    analyst.press(Qt.Key.Key_Return)
    assert popup(sample) is form, "an empty reason is no reason"
    analyst.type("Seen in the log at 12:30")
    analyst.press(Qt.Key.Key_Return)
    assert popup(sample) is None
    claim = sample.desk.case.claims.view(sample.desk.claim).claim
    assert (claim.text, claim.status, claim.override_reason) == (words, Status.CONFIRMED, "Seen in the log at 12:30")
    assert any("override" in w.message for w in sample.desk.case.claims.view(claim.id).warnings)


def test_a_denial_needs_who_and_when(sample: Window) -> None:
    analyst = Analyst(sample)
    select_free(analyst)
    before = len(sample.claims.views)
    analyst.press(Qt.Key.Key_3)
    analyst.press(letter(Basis.PARTY_DENIAL))
    form = popup(sample)
    assert isinstance(form, Form)
    assert [line.accessibleName() for line in form.lines] == ["Denied by", "On", "Claim"]
    form.accept()
    assert "who denied it and when" in form.problem.text()
    assert len(sample.claims.views) == before
    form.lines[0].setFocus()
    fill(analyst, "Norlin Ferries")
    analyst.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is form.lines[1]
    analyst.type("2031-05-01")
    analyst.press(Qt.Key.Key_Return)
    view = sample.desk.case.claims.view(sample.desk.claim)
    assert (view.claim.status, view.claim.denied_by, view.claim.denied_on) == (Status.DENIED, "Norlin Ferries", "2031-05-01")
    assert [a.stance for a in view.appearances] == [Stance.DENIES]
    assert [a.attributed_to for a in view.appearances] == ["Norlin Ferries"]


def test_a_denial_shows_the_words_it_rests_on_and_names_whom_they_name(open_window: Callable[..., Window], tmp_path: Path) -> None:
    text = "The ferry hit the mole.\n\nNobody hit anything, said the company.\n\nWe hit nothing at all, wrote the company.\n"
    case = case_of(tmp_path, text)
    case.articles.set_metadata(1, Field.PUBLISHED, "2031-05-03")
    claim = case.claims.add("The ferry hit the mole.", Mark(1, *span_of(text, "The ferry hit the mole"))).new("claims")
    case.close()
    window = active(open_window(case.path))
    window.desk.choose(claim)
    analyst = Analyst(window)
    analyst.press(Qt.Key.Key_1, ALT)
    analyst.press(Qt.Key.Key_3)
    analyst.press(letter(Basis.PARTY_DENIAL))
    form = popup(window)
    assert isinstance(form, Form)
    assert "No passage denies it yet" in form.problem.text()
    analyst.press(Qt.Key.Key_Escape)
    for words, who in (("Nobody hit anything", "The company"), ("We hit nothing at all", "The company")):
        denies = Attribution(Stance.DENIES, attributed_to=who)
        window.desk.do(lambda words=words, denies=denies: window.desk.case.appearances.add(claim, Mark(1, *span_of(text, words)), denies))
    analyst.press(Qt.Key.Key_3)
    analyst.press(letter(Basis.PARTY_DENIAL))
    form = popup(window)
    assert isinstance(form, Form)
    told = "“Nobody hit anything” · Ex. 1 · published 3 May 2031\n“We hit nothing at all” · Ex. 1 · published 3 May 2031"
    assert form.problem.text() == told
    assert [line.text() for line in form.lines] == ["The company", ""]
    analyst.press(Qt.Key.Key_Return)
    analyst.type("2031-05-02")
    analyst.press(Qt.Key.Key_Return)
    found = window.desk.case.claims.view(claim).claim
    assert (found.denied_by, found.denied_on, found.basis) == ("The company", "2031-05-02", Basis.PARTY_DENIAL)


def test_two_parties_that_deny_are_both_shown_and_neither_is_filled_in(open_window: Callable[..., Window], tmp_path: Path) -> None:
    text = "The ferry hit the mole.\n\nNobody hit anything, said the company.\n\nIt is not so, wrote the port.\n"
    case = case_of(tmp_path, text)
    claim = case.claims.add("The ferry hit the mole.", Mark(1, *span_of(text, "The ferry hit the mole"))).new("claims")
    for words, who in (("Nobody hit anything", "The company"), ("It is not so", "The port")):
        case.appearances.add(claim, Mark(1, *span_of(text, words)), Attribution(Stance.DENIES, attributed_to=who))
    words, named = denying_words(case, case.claims.view(claim))
    assert (words, named) == ("“Nobody hit anything” · Ex. 1\n“It is not so” · Ex. 1", "")
    case.close()


def test_contradicted_needs_a_link_and_says_how_to_make_one(sample: Window) -> None:
    analyst = Analyst(sample)
    select_free(analyst)
    before = len(sample.claims.views)
    analyst.press(Qt.Key.Key_3)
    analyst.press(letter(Basis.CONTRADICTED))
    assert len(sample.claims.views) == before
    assert sample.message.isVisible()
    assert "E, then" in sample.message.words.text()


def test_contradicted_with_a_link_is_shown_as_refuted(sample: Window) -> None:
    analyst = Analyst(sample)
    select_free(analyst)
    analyst.press(Qt.Key.Key_2)
    analyst.press(letter(Basis.NOT_CHECKABLE_YET))
    claim = sample.desk.claim
    pane = sample.area.panes[1]
    analyst.drag_over(pane.article_id, free_sentence(pane))
    analyst.press(Qt.Key.Key_Minus)
    assert [e.relation for e in sample.desk.case.claims.view(claim).evidence] == [Relation.CONTRADICTS]
    sample.claims.list.setFocus()
    analyst.press(Qt.Key.Key_3)
    analyst.press(letter(Basis.CONTRADICTED))
    assert sample.desk.case.claims.view(claim).claim.verdict.label == "REFUTED"
    settle(sample)
    assert sample.detail.segments[Status.DENIED].text() == "R Refuted"


@pytest.mark.parametrize(
    "keys", [[Qt.Key.Key_1], [Qt.Key.Key_1, Qt.Key.Key_I], [Qt.Key.Key_3, Qt.Key.Key_P], [Qt.Key.Key_M], [Qt.Key.Key_E]]
)
def test_esc_leaves_everything_as_it_was_and_gives_the_keyboard_back(sample: Window, keys: list[Qt.Key]) -> None:
    analyst = Analyst(sample)
    sample.desk.choose(1)
    select_free(analyst)
    pane, views = sample.area.panes[0], list(sample.claims.views)
    selected, names = pane.view.selection(), sample.desk.case.undo_names()
    for key in keys:
        analyst.press(key)
    assert popup(sample) is not None
    analyst.press(Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert popup(sample) is None
    assert sample.claims.views == views
    assert sample.desk.case.undo_names() == names
    assert QApplication.focusWidget() is pane.view
    assert pane.view.selection() == selected


def test_zero_puts_a_claim_back_to_open(sample: Window) -> None:
    analyst = Analyst(sample)
    claim = next(v.claim for v in sample.claims.views if v.claim.status is Status.CONFIRMED)
    sample.desk.choose(claim.id)
    sample.claims.list.setFocus()
    analyst.press(Qt.Key.Key_0)
    now = sample.desk.case.claims.view(claim.id).claim
    assert (now.status, now.basis) == (Status.OPEN, None)
    analyst.press(Qt.Key.Key_Z, CTRL)
    assert sample.desk.case.claims.view(claim.id).claim == claim


def test_a_key_acts_on_the_claim_under_the_cursor(sample: Window) -> None:
    analyst = Analyst(sample)
    pane = sample.area.panes[0]
    claim = pane.contents.appearances[0].claim_id
    span = pane.contents.first(claim)
    assert span is not None
    pane.view.setFocus()
    with pane.view.by_hand():
        pane.view.go_to(type(span)(span.end - 2, span.end - 2))
    analyst.press(Qt.Key.Key_2)
    chooser = popup(sample)
    assert chooser is not None
    assert chooser.accessibleName().startswith(f"C{pane.view.mark_at_cursor().claim}:")


def test_segments_of_the_detail_ask_for_the_basis(sample: Window) -> None:
    analyst = Analyst(sample)
    sample.desk.choose(2)
    segment = sample.detail.segments[Status.CONFIRMED]
    analyst.click(segment, segment.rect().center())
    assert isinstance(popup(sample), Chooser)
    analyst.press(letter(Basis.FIRST_HAND))
    assert sample.desk.case.claims.view(2).claim.basis is Basis.FIRST_HAND
    settle(sample)
    assert segment.property("on") == "confirmed"


def menu_text(window: Window, name: str) -> str:
    """What a menu says, without the sign of its letter."""
    return next(c.action.text().replace("&", "") for c in window.commands if c.spec.name == name)


def steps(analyst: Analyst) -> list[tuple[str, object]]:
    """User actions by key or mouse, each with what is in the operation's name."""
    window = analyst.window
    pane = window.area.panes[0]

    def mark() -> None:
        select_free(analyst)
        analyst.press(Qt.Key.Key_M)
        analyst.press(Qt.Key.Key_N)

    def status() -> None:
        window.claims.list.setFocus()
        analyst.press(Qt.Key.Key_2)
        analyst.press(letter(Basis.SINGLE_ORIGIN))

    def evidence() -> None:
        select_free(analyst)
        analyst.press(Qt.Key.Key_Plus)

    def origin() -> None:
        window.claims.list.setFocus()
        window.detail.origin_asked.emit()
        fill(analyst, "Harbour office")
        analyst.press(Qt.Key.Key_Return)

    def appear() -> None:
        other = window.area.panes[1]
        analyst.drag_over(other.article_id, free_sentence(other))
        analyst.press(Qt.Key.Key_M)
        analyst.press(Qt.Key.Key_Return)

    def furniture() -> None:
        select_free(analyst)
        analyst.press(Qt.Key.Key_B)

    def words() -> None:
        window.detail.edit_text()
        analyst.type("Other words")
        analyst.press(Qt.Key.Key_Return)

    def gone() -> None:
        analyst.press(Qt.Key.Key_Delete, CTRL)

    assert pane.view.text
    return [
        ("New claim", mark),
        ("Unconfirmed: C", status),
        ("corroborates", evidence),
        ("Origin of C", origin),
        ("appearance of C", appear),
        ("furniture", furniture),
        ("Edit C", words),
        ("Delete C", gone),
    ]


def state(window: Window) -> tuple[object, ...]:
    case = window.desk.case
    zones = tuple(case.articles.zones(p.article_id) for p in window.area.panes)
    return [(v.claim, v.appearances, v.evidence, v.meter) for v in case.claims.views()], zones  # type: ignore[return-value]


def test_each_action_is_one_step_of_undo_and_redo_with_its_name_in_the_menu(sample: Window) -> None:
    analyst = Analyst(sample)
    states, names = [state(sample)], []
    for name, act in steps(analyst):
        before = menu_text(sample, "undo")
        act()  # type: ignore[operator]
        assert state(sample) != states[-1], name
        states.append(state(sample))
        names.append(menu_text(sample, "undo"))
        assert name.casefold() in names[-1].casefold(), f"{name} does not stand in “{names[-1]}”"
        assert names[-1] != before
        assert names[-1].startswith("Undo: ")
    sample.area.panes[0].view.setFocus()
    for n in range(len(names) - 1, -1, -1):
        assert menu_text(sample, "undo") == names[n]
        analyst.press(Qt.Key.Key_Z, CTRL)
        assert state(sample) == states[n], f"undo of {names[n]}"
        assert menu_text(sample, "redo") == names[n].replace("Undo: ", "Redo: ")
    for n in range(len(names)):
        analyst.press(Qt.Key.Key_Z, CTRL | SHIFT)
        assert state(sample) == states[n + 1], f"redo of {names[n]}"


def test_nothing_to_undo_is_a_grey_line(blank: Window) -> None:
    for name in ("undo", "redo"):
        action = next(c.action for c in blank.commands if c.spec.name == name)
        assert not action.isEnabled()
        assert menu_text(blank, name) == name.capitalize()
