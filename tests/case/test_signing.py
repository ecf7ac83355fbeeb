"""Versions: frozen as put up, signed by two people, reopened by a change; and the checker's pass that comes before the second name."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable

import pytest

from workbench.case import Case
from workbench.case.appearances import Attribution
from workbench.case.checker_pass import PassItem, progress
from workbench.case.claims import Decision
from workbench.case.evidence import NewLink
from workbench.case.passages import Mark
from workbench.domain.errors import CaseReadOnly, NotFound, RuleBroken
from workbench.domain.signing import PassState
from workbench.domain.statuses import Basis, Status
from workbench.domain.vocabulary import CaseState, Relation, ReviewVerdict, Role, Stance

CHECKER = "R. Quill"


@pytest.fixture
def worked(case: Case, mark: Callable[[int, str], Mark]) -> Case:
    """Two claims with three appearances, one "not mentioned" and one link; the analyst is Ida Holm."""
    office, denied = Attribution(origin="harbour office"), mark(1, "anybody had fallen ill on board")
    first = case.claims.add("40 passengers fell ill.", mark(2, "40 passengers fell ill"), office).new("claims")
    case.appearances.add(first, mark(1, "40 passengers fell ill"), office)
    second = case.claims.add("Nobody fell ill.", denied, Attribution(Stance.DENIES, "Norlin")).new("claims")
    case.appearances.not_mentioned(second, 2)
    why = "treated them himself"
    link = NewLink(Relation.CORROBORATES, note="Call with the clinic", origin="Tomas Weil", independent=True, independent_reason=why)
    case.evidence.add(first, link)
    case.claims.set_status(first, Decision(Status.CONFIRMED, Basis.INDEPENDENT_CORROBORATION))
    case.info.edit(as_of="2031-05-04T12:00:00+00:00")
    return case


def agree_with_all(case: Case, checker: str = CHECKER) -> None:
    for item in case.signing.passing.items(checker):
        case.signing.passing.review(item, ReviewVerdict.AGREES, checker)


def sign_both(case: Case, version: int) -> None:
    agree_with_all(case)
    case.signing.sign(version, Role.ANALYST, "Ida Holm")
    case.signing.sign(version, Role.CHECKER, CHECKER)


def item(case: Case, name: str, checker: str = CHECKER) -> PassItem:
    return next(i for i in case.signing.passing.items(checker) if i.name == name)


def refused(case: Case, role: Role, name: str, rule: str = "signing", version: int = 1) -> str:
    with pytest.raises(RuleBroken) as raised:
        case.signing.sign(version, role, name)
    assert raised.value.rule == rule
    return str(raised.value)


# --- putting up -------------------------------------------------------------------------------------------------------------


def test_a_version_keeps_the_digest_of_its_pdf_and_where_the_journal_stood(worked: Case) -> None:
    with worked.file.read() as reader:
        step, head, _ = reader.head()
    worked.signing.put_up()
    (version,) = worked.signing.versions()
    assert (version.memo.version, version.memo.step, version.memo.head, version.memo.supersedes) == ("v1", step, head, None)
    assert version.stands
    assert version.memo.digest == hashlib.sha256(worked.memos.render()).hexdigest()
    assert worked.memos.build().version == "1"
    assert worked.memos.state() is CaseState.PARTLY


def test_the_same_version_gives_the_same_bytes_whatever_is_done_aside(worked: Case) -> None:
    worked.signing.put_up()
    before = worked.memos.render()
    worked.signing.passing.review(item(worked, "C1"), ReviewVerdict.AGREES, CHECKER)
    worked.reading.check_rest(1)
    assert worked.memos.render() == before
    assert worked.signing.versions()[0].stands


def test_nothing_changed_nothing_to_put_up(worked: Case) -> None:
    worked.signing.put_up()
    with pytest.raises(RuleBroken, match="v1 is put up already"):
        worked.signing.put_up()


def test_a_case_without_claims_is_not_put_up(case: Case) -> None:
    with pytest.raises(RuleBroken, match="no claim"):
        case.signing.put_up()


def test_a_later_version_supersedes_and_says_so(worked: Case) -> None:
    worked.signing.put_up()
    worked.claims.edit(1, reason="Two people saw it.")
    memo = worked.memos.build()
    assert (memo.version, memo.supersedes) == ("2, working copy", "v1")
    worked.signing.put_up()
    memo = worked.memos.build()
    assert (memo.version, memo.supersedes) == ("2", "v1")
    assert [(v.memo.version, v.stands, v.superseded_by) for v in worked.signing.versions()] == [("v1", False, "v2"), ("v2", True, "")]
    assert "superseded by v2" in worked.signing.versions()[0].state


def test_a_number_is_not_given_twice_even_after_undo(worked: Case) -> None:
    worked.signing.put_up()
    worked.undo()
    assert worked.signing.versions() == []
    worked.signing.put_up()
    (version,) = worked.signing.versions()
    assert (version.memo.version, version.memo.supersedes) == ("v2", None)
    assert hashlib.sha256(worked.memos.render()).hexdigest() == version.memo.digest
    assert worked.integrity.faults() == []


def test_a_case_that_was_changed_by_another_tool_is_neither_put_up_nor_signed(worked: Case) -> None:
    worked.signing.put_up()
    agree_with_all(worked)
    raw = sqlite3.connect(worked.path)
    raw.execute("UPDATE claims SET note = 'changed by hand' WHERE id = 2")
    raw.commit()
    raw.close()
    assert "DRAFT" in refused(worked, Role.ANALYST, "Ida Holm")
    assert "DRAFT" in refused(worked, Role.CHECKER, CHECKER)
    worked.claims.edit(1, reason="more")
    with pytest.raises(RuleBroken, match="DRAFT"):
        worked.signing.put_up()


# --- signing ----------------------------------------------------------------------------------------------------------------


def test_two_names_sign_it_off_and_the_memo_prints_them_with_their_days(worked: Case) -> None:
    worked.signing.put_up()
    bare = worked.memos.render()
    sign_both(worked, 1)
    memo = worked.memos.build()
    assert worked.memos.state() is CaseState.SIGNED
    assert memo.state == "signed off"
    assert [(s.role, s.name, bool(s.signed)) for s in memo.sign_off] == [("Analyst", "Ida Holm", True), ("Checker", CHECKER, True)]
    assert any(worked.signing.versions()[0].memo.digest in line for line in memo.record)
    assert worked.memos.render() == worked.memos.render() != bare
    assert worked.signing.as_put_up() == bare, "signing adds names and dates and nothing else"
    assert worked.signing.last().brief == "Signed off v1"


def test_a_pdf_is_known_again_as_put_up_and_as_signed_also_when_the_case_was_reopened(worked: Case) -> None:
    worked.signing.put_up()
    bare = worked.memos.render()
    sign_both(worked, 1)
    signed = worked.memos.render()
    worked.claims.edit(1, reason="Something new.")
    found = [worked.signing.recognise(pdf) for pdf in (bare, signed)]
    assert [(pair[0].memo.version, pair[1]) for pair in found if pair] == [("v1", False), ("v1", True)]
    assert worked.signing.recognise(signed + b" ") is None
    assert worked.signing.recognise(worked.memos.render()) is None, "a working copy is no version"


def test_a_name_that_was_taken_back_is_not_known_again(worked: Case) -> None:
    worked.signing.put_up()
    worked.signing.sign(1, Role.ANALYST, "Ida Holm")
    signed = worked.memos.render()
    assert worked.signing.recognise(signed)
    worked.undo()
    assert worked.signing.recognise(signed) is None


@pytest.mark.parametrize("name", ["Ida Holm", "ida holm", "  IDA   Holm "])
def test_the_checker_is_not_the_analyst(worked: Case, name: str) -> None:
    worked.signing.put_up()
    assert "two people" in refused(worked, Role.CHECKER, name, "checker")


def test_the_analyst_is_not_the_one_who_signed_as_checker(worked: Case) -> None:
    worked.signing.put_up()
    agree_with_all(worked)
    worked.signing.sign(1, Role.CHECKER, CHECKER)
    assert "two people" in refused(worked, Role.ANALYST, "r.  quill", "checker")
    worked.info.edit(checker="Noor")
    worked.signing.put_up()
    assert "two people" in refused(worked, Role.ANALYST, "NOOR", "checker", 2)


def test_a_checker_signs_only_after_a_whole_pass(worked: Case) -> None:
    worked.signing.put_up()
    said = refused(worked, Role.CHECKER, CHECKER)
    assert "0 of 7 agreed" in said
    assert "C1 (to do)" in said
    agree_with_all(worked)
    worked.signing.passing.review(item(worked, "C2"), ReviewVerdict.QUERIES, CHECKER, "Says who?")
    assert "1 queried" in refused(worked, Role.CHECKER, CHECKER)
    assert "0 of 7" in refused(worked, Role.CHECKER, "Somebody Else"), "a pass is one person's"
    worked.signing.passing.review(item(worked, "C2"), ReviewVerdict.AGREES, CHECKER)
    worked.signing.sign(1, Role.CHECKER, "r. QUILL")


def test_a_name_is_asked_for_and_given_once(worked: Case) -> None:
    worked.signing.put_up()
    assert "name" in refused(worked, Role.ANALYST, "  ", "name")
    worked.signing.sign(1, Role.ANALYST, "Ida Holm")
    assert "signed already" in refused(worked, Role.ANALYST, "Ida Holm")
    with pytest.raises(NotFound):
        worked.signing.sign(9, Role.ANALYST, "Ida Holm")


def test_what_was_changed_or_superseded_is_not_signed(worked: Case) -> None:
    worked.signing.put_up()
    worked.claims.edit(1, reason="more")
    assert "changed since v1" in refused(worked, Role.ANALYST, "Ida Holm")
    worked.signing.put_up()
    assert "superseded by v2" in refused(worked, Role.ANALYST, "Ida Holm")


@pytest.mark.parametrize(
    "change",
    [
        lambda c: c.claims.edit(1, reason="more"),
        lambda c: c.info.edit(title="Another title"),
        lambda c: c.origins.edit(1, interest="its licence"),
        lambda c: c.evidence.delete(1),
        lambda c: c.claims.set_status(2, Decision(Status.UNCONFIRMED, Basis.SINGLE_ORIGIN)),
        lambda c: c.articles.delete(2),
    ],
)
def test_any_change_of_what_is_printed_reopens_and_its_undo_closes_again(worked: Case, change: Callable[[Case], object]) -> None:
    worked.signing.put_up()
    sign_both(worked, 1)
    signed = worked.memos.render()
    change(worked)
    assert worked.memos.state() is CaseState.PARTLY
    assert worked.signing.last().brief == "Reopened since v1"
    worked.undo()
    assert worked.memos.state() is CaseState.SIGNED
    assert worked.memos.render() == signed
    worked.redo()
    assert worked.memos.state() is CaseState.PARTLY


def test_undoing_what_came_before_the_version_reopens_too(worked: Case) -> None:
    worked.signing.put_up()
    before = worked.signing.last()
    worked.undo()  # the version
    worked.undo()  # the status of C1
    worked.redo()
    worked.redo()
    assert worked.signing.last() == before
    assert worked.signing.last().stands


def test_every_step_of_signing_is_undone_as_one(worked: Case) -> None:
    worked.signing.put_up()
    worked.signing.sign(1, Role.ANALYST, "Ida Holm")
    assert worked.undo()[0] == "Sign v1 as analyst: Ida Holm"
    assert worked.signing.last().memo.sign_offs == ()
    assert worked.redo()[0] == "Sign v1 as analyst: Ida Holm"
    assert [s.name for s in worked.signing.last().memo.sign_offs] == ["Ida Holm"]
    assert worked.integrity.faults() == []


def test_what_stands_in_the_way_is_said_before_anybody_tries(worked: Case) -> None:
    ready = worked.signing.readiness()
    assert ready.put_up == ()
    assert "No version" in ready.analyst[0]
    worked.signing.put_up()
    ready = worked.signing.readiness(CHECKER)
    assert "put up already" in ready.put_up[0]
    assert ready.analyst == ()
    assert "0 of 7 agreed" in ready.checker[0]
    assert any("not looked at yet: C2" in caution for caution in ready.cautions)
    sign_both(worked, 1)
    ready = worked.signing.readiness(CHECKER)
    assert "signed already" in ready.analyst[0]
    assert "signed already" in ready.checker[0]


# --- the checker's pass -----------------------------------------------------------------------------------------------------


def test_the_pass_walks_every_claim_and_each_citation_in_reading_order(worked: Case) -> None:
    names = [i.name for i in worked.signing.passing.items(CHECKER)]
    assert names == ["C1", "C1 in Ex. 1", "C1 in Ex. 2", "C1, evidence", "C2", "C2 in Ex. 1", "C2 in Ex. 2"]


def test_agreeing_counts_and_a_second_word_takes_the_place_of_the_first(worked: Case) -> None:
    passing = worked.signing.passing
    passing.review(item(worked, "C1"), ReviewVerdict.AGREES, CHECKER)
    passing.review(item(worked, "C1 in Ex. 2"), ReviewVerdict.QUERIES, CHECKER, "Another number in the headline?")
    how_far = progress(passing.items(CHECKER))
    assert (how_far.agreed, how_far.queried, how_far.total, how_far.text) == (1, 1, 7, "1 of 7 agreed, 1 queried")
    passing.review(item(worked, "C1 in Ex. 2"), ReviewVerdict.AGREES, CHECKER)
    with worked.file.read() as reader:
        assert len(reader.reviews()) == 2
    assert progress(passing.items(CHECKER)).text == "2 of 7 agreed"
    assert progress(passing.items("Noor")).text == "0 of 7 agreed", "another checker begins anew"
    assert passing.checker() == CHECKER


def test_what_changed_since_comes_back_and_the_rest_does_not(worked: Case) -> None:
    agree_with_all(worked)
    with worked.file.read() as reader:
        found = next(a for a in reader.appearances(claim_id=1) if a.article_id == 2)
    worked.appearances.edit(found.id, verb="claimed")
    states = {i.name: i.state for i in worked.signing.passing.items(CHECKER)}
    assert [name for name, state in states.items() if state is PassState.CHANGED] == ["C1 in Ex. 2"]
    worked.claims.edit(2, text="Nobody fell ill at sea.")
    states = {i.name: i.state for i in worked.signing.passing.items(CHECKER)}
    assert {n for n, s in states.items() if s is PassState.CHANGED} == {"C1 in Ex. 2", "C2", "C2 in Ex. 1", "C2 in Ex. 2"}
    worked.undo()
    worked.undo()
    assert {i.state for i in worked.signing.passing.items(CHECKER)} == {PassState.AGREED}


def test_a_new_citation_is_to_do_and_its_claim_comes_back_for_the_count(worked: Case, mark: Callable[[int, str], Mark]) -> None:
    agree_with_all(worked)
    worked.appearances.add(1, mark(2, "he had treated 38 of them himself"), Attribution(origin="quay clinic"))
    states = [(i.name, i.state) for i in worked.signing.passing.items(CHECKER) if i.state is not PassState.AGREED]
    assert states == [("C1", PassState.CHANGED), ("C1 in Ex. 2", PassState.TODO)]


def test_an_item_is_agreed_as_it_was_shown(worked: Case) -> None:
    shown = item(worked, "C1")
    worked.claims.edit(1, reason="changed while the checker read it")
    worked.signing.passing.review(shown, ReviewVerdict.AGREES, CHECKER)
    assert item(worked, "C1").state is PassState.CHANGED


@pytest.mark.parametrize(("name", "said"), [("Ida  HOLM", "analyst"), ("  ", "name")])
def test_the_analyst_and_nobody_cannot_check(worked: Case, name: str, said: str) -> None:
    with pytest.raises(RuleBroken, match=said):
        worked.signing.passing.review(item(worked, "C1"), ReviewVerdict.AGREES, name)
    with pytest.raises(RuleBroken, match="Say what"):
        worked.signing.passing.review(item(worked, "C1"), ReviewVerdict.QUERIES, CHECKER, " ")
    assert progress(worked.signing.passing.items(CHECKER)).agreed == 0


def test_a_word_on_what_is_gone_is_refused(worked: Case) -> None:
    gone = item(worked, "C1, evidence")
    worked.evidence.delete(1)
    with pytest.raises(NotFound):
        worked.signing.passing.review(gone, ReviewVerdict.AGREES, CHECKER)


def test_each_word_is_one_step_and_is_undone(worked: Case) -> None:
    worked.signing.passing.review(item(worked, "C1"), ReviewVerdict.QUERIES, CHECKER, "Which ferry?")
    assert worked.undo()[0] == f"{CHECKER} queries C1"
    assert item(worked, "C1").state is PassState.TODO
    worked.redo()
    found = item(worked, "C1")
    assert (found.state, found.review.note) == (PassState.QUERIED, "Which ferry?")


# --- the same bytes anywhere, any day ---------------------------------------------------------------------------------------

RENDER = """
import sys, hashlib
from pathlib import Path
from workbench.case import Case
case = Case.open(Path(sys.argv[1]), lambda: "somebody else")
print(hashlib.sha256(case.signing.as_put_up()).hexdigest())
for suffix in (".pdf", ".docx", ".html", ".md"):
    try:
        print(suffix, hashlib.sha256(case.memos.render(suffix)).hexdigest())
    except Exception as error:
        print(suffix, type(error).__name__)
case.close()
"""


def test_the_memo_is_the_same_to_the_byte_in_any_zone_language_and_on_any_day(worked: Case) -> None:
    worked.info.edit(as_of="2031-05-04")
    worked.claims.edit(1, review_on="2031-05-01", event_date="2031-05-03")
    worked.signing.put_up()
    sign_both(worked, 1)
    (version,) = worked.signing.versions()
    path = worked.path
    worked.close()
    told = set()
    for extra in ({}, {"TZ": "Asia/Seoul", "LC_ALL": "C"}, {"TZ": "America/Los_Angeles", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "7"}):
        ran = subprocess.run(
            [sys.executable, "-c", RENDER, str(path)], env={**os.environ, **extra}, capture_output=True, text=True, check=True
        )
        told.add(ran.stdout)
    assert len(told) == 1
    assert next(iter(told)).split()[0] == version.memo.digest


def test_names_go_and_come_back_by_undo_and_redo(worked: Case) -> None:
    worked.signing.put_up()
    sign_both(worked, 1)
    signed = worked.memos.render()
    refused(worked, Role.ANALYST, "Ida Holm")
    worked.claims.edit(1, note="x")
    worked.claims.edit(1, text="Other words.")
    assert worked.memos.state() is CaseState.PARTLY
    worked.undo()
    worked.undo()
    assert worked.memos.state() is CaseState.SIGNED
    assert worked.memos.render() == signed
    worked.undo()
    assert worked.memos.state() is CaseState.PARTLY
    assert worked.signing.recognise(signed) is None, "a name that was taken back stands under nothing"
    worked.redo()
    assert worked.memos.render() == signed
    assert worked.signing.recognise(signed) is not None
    worked.redo()
    worked.redo()
    assert worked.memos.state() is CaseState.PARTLY
    worked.signing.put_up()
    assert [v.memo.version for v in worked.signing.versions()] == ["v1", "v2"]
    assert "superseded by v2" in worked.signing.versions()[0].state
    assert worked.integrity.faults() == []


def test_an_analyst_who_takes_another_name_reopens_it(worked: Case) -> None:
    worked.signing.put_up()
    sign_both(worked, 1)
    worked.info.edit(analyst="Ida Brandt")
    assert worked.memos.state() is CaseState.PARTLY
    worked.signing.put_up()
    assert worked.signing.last().memo.sign_offs == ()


def test_a_second_window_can_neither_put_up_nor_sign(worked: Case) -> None:
    worked.signing.put_up()
    second = Case.open(worked.path, lambda: "Tom", read_only=True)
    for work in (second.signing.put_up, lambda: second.signing.sign(1, Role.ANALYST, "Ida Holm")):
        with pytest.raises((CaseReadOnly, RuleBroken)):
            work()
    worked.claims.edit(1, text="Changed beside it.")
    assert not second.signing.last().stands
    second.close()
