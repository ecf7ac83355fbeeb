"""Claims by keys: few presses, the attribution the text gives taken over by Enter, what the rules will ask said before, the chain, merging,
splitting."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.desk.conftest import active
from tests.desk.making import case_of, chooser, fill, form, popups, settle, span_of, steps
from tests.journeys.driver import ALT, CTRL, SHIFT, Analyst
from workbench.case.appearances import Attribution
from workbench.case.origins import NewOrigin
from workbench.case.passages import Mark
from workbench.desk.claims.chain import PLACE, Chain
from workbench.desk.claims.splitting import Splitting
from workbench.desk.window import Window
from workbench.domain.spans import Span
from workbench.domain.statuses import BASIS_MEANS, Basis, Status
from workbench.domain.vocabulary import OriginBasis, Relation, Stance

ONE = (
    "Ferry stopped\n\nThe harbour office said on Monday that 40 passengers fell ill. Mayor Odile Brandt denied it on Tuesday. "
    "She added that about 40 people had the flu before. The pier is long.\n"
)
OTHER = "Ferry again\n\nAccording to the harbour office, 40 passengers fell ill at sea. Nobody else is known to be ill.\n"
ILL = "40 passengers fell ill"
Key = Qt.Key


@pytest.fixture
def analyst(open_window: Callable[..., Window], tmp_path: Path) -> Analyst:
    """Two panes on two texts; C1 is marked in both, C2 in the first, nothing is said about where from."""
    case = case_of(tmp_path, ONE, OTHER)
    case.origins.add(NewOrigin("Harbour office of Port Ansel", aliases=("harbour office",)))
    case.claims.add("Forty fell ill", Mark(1, *span_of(ONE, ILL)))
    case.appearances.add(1, Mark(2, *span_of(OTHER, ILL)))
    case.claims.add("They had the flu", Mark(1, *span_of(ONE, "40 people had the flu")))
    case.close()
    analyst = Analyst(active(open_window(case.path)))
    analyst.press(Key.Key_2, CTRL)
    analyst.wait()
    analyst.window.desk.choose(1)
    put(analyst, 1, ONE.index("passengers"))
    analyst.actions = 0
    return analyst


def put(analyst: Analyst, exhibit: int, position: int) -> None:
    view = analyst.pane_of(exhibit).view
    view.setFocus()
    with view.by_hand():
        view.go_to(Span(position, position))
    QApplication.processEvents()


def appearance(analyst: Analyst, claim: int = 1, number: int = 0):  # type: ignore[no-untyped-def]
    return analyst.window.desk.case.appearances.of(claim)[number]


# How many keys


def test_a_claim_with_status_and_basis_takes_three_actions_and_a_further_appearance_and_a_link_two_more(analyst: Analyst) -> None:
    case = analyst.window.desk.case
    analyst.drag_over(1, "The pier is long")
    analyst.press(Key.Key_2)
    analyst.press(Key.Key_N)
    assert analyst.actions == 3
    made = analyst.window.desk.claim
    assert case.claims.view(made).claim.basis is Basis.NOT_CHECKABLE_YET
    analyst.drag_over(2, "Nobody else")
    analyst.actions = 0
    analyst.press(Key.Key_M)
    analyst.press(Key.Key_Return)
    assert analyst.actions == 2
    assert len(case.appearances.of(made)) == 2
    analyst.actions = 0
    analyst.drag_over(2, "known to be ill")
    analyst.press(Key.Key_Plus)
    assert analyst.actions == 2
    assert case.evidence.of(made)[0].relation is Relation.CORROBORATES


def test_a_denial_with_party_and_day_takes_at_most_six_actions_and_the_typing(analyst: Analyst) -> None:
    analyst.drag_over(1, "Mayor Odile Brandt denied it")
    analyst.press(Key.Key_3)
    analyst.press(Key.Key_P)
    analyst.type("Zyla")
    analyst.press(Key.Key_Return)
    analyst.type("2024-10-22")
    analyst.press(Key.Key_Return)
    assert analyst.actions <= 6
    claim = analyst.window.desk.case.claims.view(analyst.window.desk.claim).claim
    assert (claim.status, claim.denied_by, claim.denied_on) == (Status.DENIED, "Zyla", "2024-10-22")


# Attribution


def test_a_then_enter_takes_over_what_the_text_says_in_one_step(analyst: Analyst) -> None:
    step = steps(analyst)
    analyst.press(Key.Key_A)
    first = chooser(analyst.window).choices[0]
    assert (first.letter, first.text) == ("", "Said by harbour office · reports · origin Harbour office of Port Ansel")
    assert "stated" in first.remark
    assert "harbour office said" in first.remark
    assert steps(analyst) == step, "nothing is decided by itself"
    analyst.press(Key.Key_Return)
    row = appearance(analyst)
    assert (row.attributed_to, row.verb, row.origin_id, row.origin_basis) == ("harbour office", "said", 1, OriginBasis.STATED)
    assert row.stance is Stance.REPORTS, "what an article has from somebody it reports"
    assert steps(analyst) == step + 1
    assert analyst.actions == 2
    put(analyst, 1, ONE.index("passengers"))
    analyst.press(Key.Key_A)
    assert chooser(analyst.window).choices[0].letter == "a", "what is entered is not proposed again"
    analyst.press(Key.Key_Escape)
    analyst.press(Key.Key_Z, CTRL)
    assert appearance(analyst).attributed_to == ""


def test_a_pronoun_is_proposed_as_inferred_with_its_hedge(analyst: Analyst) -> None:
    put(analyst, 1, ONE.index("had the flu"))
    analyst.press(Key.Key_A)
    assert "inferred" in chooser(analyst.window).choices[0].remark
    analyst.press(Key.Key_Return)
    row = appearance(analyst, 2)
    assert (row.attributed_to, row.verb, row.hedge) == ("Mayor Odile Brandt", "added", "about")
    assert row.origin_id is None, "no origin of the case has that name"


@pytest.mark.parametrize(("letter", "field"), [("w", "attributed_to"), ("v", "verb"), ("h", "hedge"), ("y", "via")])
def test_each_field_has_a_letter(analyst: Analyst, letter: str, field: str) -> None:
    analyst.press(Key.Key_A)
    analyst.press(Key(ord(letter.upper())))
    analyst.type("Pan Wire")
    analyst.press(Key.Key_Return)
    assert getattr(appearance(analyst), field) == "Pan Wire"
    assert analyst.actions == 3
    assert not popups(analyst.window)


def test_t_turns_stated_and_inferred(analyst: Analyst) -> None:
    analyst.press(Key.Key_A)
    assert all(choice.letter != "t" for choice in chooser(analyst.window).choices), "there is no origin yet"
    analyst.press(Key.Key_Return)
    for basis in (OriginBasis.INFERRED, OriginBasis.STATED):
        put(analyst, 1, ONE.index("passengers"))
        analyst.press(Key.Key_A)
        analyst.press(Key.Key_T)
        assert appearance(analyst).origin_basis is basis


def test_o_is_prefilled_and_an_alias_finds_the_origin(analyst: Analyst) -> None:
    analyst.press(Key.Key_O)
    asked = form(analyst.window)
    assert asked.lines[0].text() == "Harbour office of Port Ansel"
    assert "stated" in asked.problem.text()
    analyst.press(Key.Key_Return)
    assert appearance(analyst).origin_id == 1
    put(analyst, 2, OTHER.index("passengers"))
    analyst.press(Key.Key_O)
    fill(form(analyst.window), Origin="HARBOUR OFFICE", Basis="inferred")
    assert (appearance(analyst, 1, 1).origin_id, appearance(analyst, 1, 1).origin_basis) == (1, OriginBasis.INFERRED)
    assert len(analyst.window.desk.case.origins.all()) == 1
    put(analyst, 2, OTHER.index("passengers"))
    analyst.press(Key.Key_O)
    fill(form(analyst.window), Basis="perhaps")
    assert "stated or inferred" in form(analyst.window).problem.text()


def test_new_words_say_who_may_have_said_them(analyst: Analyst) -> None:
    analyst.drag_over(1, "40 passengers")
    for key in (Key.Key_M, Key.Key_1):
        analyst.press(key)
        assert "Said by harbour office" in chooser(analyst.window).warning
        analyst.press(Key.Key_Escape)
    analyst.drag_over(1, "The pier is long")
    analyst.press(Key.Key_M)
    assert chooser(analyst.window).warning == ""


# What the rules will ask


def test_the_status_popup_says_before_what_the_rules_will_ask(analyst: Analyst) -> None:
    def remarks(key: Key) -> dict[str, str]:
        put(analyst, 1, ONE.index("passengers"))
        analyst.press(key)
        found = {choice.letter: choice.remark for choice in chooser(analyst.window).choices}
        analyst.press(Key.Key_Escape)
        return found

    case = analyst.window.desk.case
    assert remarks(Key.Key_1)["i"] == "⚠ no origins: will ask for a reason"
    case.appearances.set_origin(1, "Harbour office")
    confirmed = remarks(Key.Key_1)
    assert confirmed["i"] == "⚠ 1 origin: will ask for a reason"
    assert confirmed["f"] == BASIS_MEANS[Basis.FIRST_HAND], "where nothing will be asked stands what it means"
    assert confirmed["b"] == "⚠ both sides are not named yet (O)"
    denied = remarks(Key.Key_3)
    assert "needs a link that contradicts" in denied["r"]
    assert "will ask who and when; needs a passage that denies" in denied["p"]
    case.claims.edit(1, kind="plan", event_date="2999-05-03")
    assert remarks(Key.Key_1)["f"] == "⚠ not before 2999-05-03"


# The meter and its chain


def test_the_meter_opens_to_the_chain_and_each_passage_goes_to_its_place(analyst: Analyst) -> None:
    case = analyst.window.desk.case
    case.origins.add(NewOrigin("Courier", derives_from=1))
    case.appearances.edit(appearance(analyst).id, origin="harbour office")
    analyst.window.desk.announce(case.appearances.edit(appearance(analyst, 1, 1).id, origin="Courier", via="Pan Wire"))
    settle(analyst.window)
    meter = analyst.window.detail.meter
    assert meter.text() == "2 articles, 1 wire, 1 origin · 1 stated, 1 inferred"
    assert meter.text() in meter.accessibleName()
    put(analyst, 1, 0)
    analyst.press(Key.Key_O, SHIFT)
    (chain,) = popups(analyst.window, Chain)
    lines = [chain.list.item(i).text() for i in range(chain.list.count())]
    assert [line.lstrip()[:1] for line in lines] == ["●", "←", "←", "←"]
    assert "Harbour office of Port Ansel" in lines[0]
    assert "derived: F · Courier" in lines[2]
    assert "via Pan Wire (inferred)" in lines[3]
    analyst.press(Key.Key_Down)
    analyst.press(Key.Key_Down)
    assert chain.list.currentItem().data(PLACE) == (2, OTHER.index(ILL))
    analyst.press(Key.Key_Return)
    assert not popups(analyst.window)
    assert analyst.pane_of(2).view.position() == OTHER.index(ILL)


@pytest.mark.parametrize("how", ["click", "enter"])
def test_the_meter_itself_opens_by_click_and_by_enter(analyst: Analyst, how: str) -> None:
    meter = analyst.window.detail.meter
    if how == "click":
        QTest.mouseClick(meter, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(8, 8))
    else:
        meter.setFocus()
        analyst.press(Key.Key_Return)
    (chain,) = popups(analyst.window, Chain)
    assert "Nobody has said where these have it from" in chain.list.item(0).text()
    analyst.press(Key.Key_Escape)
    assert not popups(analyst.window)


def test_a_claim_without_articles_says_what_to_do(analyst: Analyst) -> None:
    desk = analyst.window.desk
    desk.announce(desk.case.claims.add("Nothing yet"))
    desk.choose(3)
    put(analyst, 1, 0)
    analyst.press(Key.Key_O, SHIFT)
    (chain,) = popups(analyst.window, Chain)
    assert any("No article carries" in found.text() for found in chain.findChildren(QLabel))


# Merging, splitting, going to a number


def test_merge_by_keys_and_back(analyst: Analyst) -> None:
    desk = analyst.window.desk
    analyst.press(Key.Key_M, CTRL | SHIFT)
    assert "appearances (2)" in form(analyst.window).problem.text()
    fill(form(analyst.window), Claim="C9")
    assert "no claim C9" in form(analyst.window).problem.text()
    fill(form(analyst.window), Claim="C2  They had the flu")
    assert (desk.claim, [v.claim.id for v in analyst.window.claims.views]) == (2, [2])
    assert len(desk.case.appearances.of(2)) == 3
    assert analyst.said[-1] == "C1 was merged into C2."
    put(analyst, 1, 0)
    analyst.press(Key.Key_G, CTRL)
    fill(form(analyst.window), Claim="1")
    assert desk.claim == 2
    assert analyst.said[-1] == "C1 was merged into C2."
    desk.choose(1)
    assert desk.claim == 2, "however it is chosen"
    analyst.press(Key.Key_Z, CTRL)
    assert [v.claim.id for v in analyst.window.claims.views] == [1, 2]
    assert len(desk.case.appearances.of(1)) == 2
    analyst.press(Key.Key_Z, CTRL | SHIFT)
    assert [v.claim.id for v in analyst.window.claims.views] == [2]


def test_split_by_keys_and_back(analyst: Analyst) -> None:
    desk = analyst.window.desk
    analyst.press(Key.Key_S, CTRL | ALT)
    (split,) = popups(analyst.window, Splitting)
    analyst.press(Key.Key_Return)
    assert "needs words" in split.problem.text()
    split.text.setFocus()
    analyst.type("At sea")
    analyst.press(Key.Key_Return)
    assert QApplication.focusWidget() is split.list
    analyst.press(Key.Key_Space)
    assert "goes along" in split.list.item(0).text()
    analyst.press(Key.Key_Down)
    analyst.press(Key.Key_Space)
    analyst.press(Key.Key_Space)
    assert "says both" in split.list.item(1).text()
    analyst.press(Key.Key_Return)
    assert not popups(analyst.window)
    made = desk.case.claims.view(desk.claim)
    assert (made.claim.id, made.claim.text, made.claim.split_from) == (3, "At sea", 1)
    assert [a.article_id for a in made.appearances] == [1, 2]
    assert [a.article_id for a in desk.case.appearances.of(1)] == [2]
    assert "split from C1" in analyst.window.detail.basis.text()
    analyst.press(Key.Key_Z, CTRL)
    assert [v.claim.id for v in analyst.window.claims.views] == [1, 2]
    assert len(desk.case.appearances.of(1)) == 2


@pytest.mark.parametrize(("key", "modifiers"), [(Key.Key_M, CTRL | SHIFT), (Key.Key_S, CTRL | ALT), (Key.Key_O, SHIFT)])
def test_without_a_chosen_claim_the_desk_says_so(analyst: Analyst, key: Key, modifiers: Qt.KeyboardModifier) -> None:
    analyst.window.desk.choose(0)
    pane = analyst.window.area.panes[0]
    pane.view.go_to(Span(len(pane.view.text), len(pane.view.text)))
    pane.view.setFocus()
    analyst.press(key, modifiers)
    assert not popups(analyst.window)
    assert "Choose a claim first" in analyst.said[-1]


def test_the_detail_says_who_said_it_and_how(analyst: Analyst) -> None:
    desk = analyst.window.desk
    attribution = Attribution(Stance.REPORTS, "the mayor", "claimed", "allegedly", "Pan Wire")
    desk.announce(desk.case.appearances.add(2, Mark(2, *span_of(OTHER, "Nobody else")), attribution))
    desk.choose(2)
    words = [found.toolTip() for found in analyst.window.detail.findChildren(QLabel)]
    assert "Ex. 2 · origin not said yet · said by the mayor · claimed · “allegedly” · via Pan Wire" in words, (
        "cut lines say all in their hint"
    )
