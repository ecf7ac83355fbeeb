"""The history says what: which thing by number and words, which field, from what to what, why; told from the rows, of every table."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.case.worded import check_history, check_line
from workbench.case import Case
from workbench.case.appearances import Attribution
from workbench.case.claims import Decision
from workbench.case.differences import differences
from workbench.case.evidence import NewLink
from workbench.case.history import LONGEST
from workbench.case.names import Names
from workbench.case.origins import NewOrigin
from workbench.case.passages import Mark
from workbench.case.queries import NewQuery
from workbench.case.shortening import BEGIN, END, FIRST, ended, may_cut, written
from workbench.case.telling import QUIET, READ_ANEW, WORDS
from workbench.case.wording import Wording, called
from workbench.domain.spans import Span
from workbench.domain.statuses import Basis, Status
from workbench.domain.vocabulary import DiscrepancyType, Field, OriginKind, Relation, Reliability, Severity, Stance, ZoneKind
from workbench.storage.rows import LISTS
from workbench.storage.tables import JOURNALED

Marker = Callable[[int, str], Mark]
ILL = "40 passengers fell ill"
SAID = "harbour office of Port Ansel said"
OLD = sorted((Path(__file__).resolve().parent.parent / "casefiles").glob("v*.case"))


@pytest.fixture
def worked(case: Case, mark: Marker) -> Case:
    case.articles.set_metadata(1, Field.PUBLISHER, "Harbour Post")
    case.claims.add("Forty fell ill on the ferry.", mark(1, ILL), Attribution(origin="Harbour office"))
    return case


def latest(case: Case, claim: int = 1) -> str:
    return case.history.of_claim(claim)[0].what


def test_five_edits_of_one_appearance_say_five_things(worked: Case) -> None:
    edit = worked.appearances.edit
    moved = f"origin basis: stated → inferred; origin: Harbour office → Norlin; stated by: “{SAID}” → none"
    for values, said in (
        ({"stance": Stance.DENIES}, "stance: asserts → denies"), ({"attributed_to": "Odile Brandt"}, "attributed to: none → Odile Brandt"),
        ({"origin": "Norlin"}, moved), ({"hedge": "about"}, "hedge: none → about"),
        ({"origin": ""}, "origin basis: inferred → none; origin: Norlin → none"),
    ):  # fmt: skip
        edit(1, **values)
        assert latest(worked) == f"C1 “Forty fell ill on the ferry.” · appearance in Ex. 1 Harbour Post “{ILL}”, {said}"
    check_history(worked)


def test_what_came_and_went_says_what_it_was(worked: Case, mark: Marker) -> None:
    head = "C1 “Forty fell ill on the ferry.” · "
    worked.appearances.add(1, mark(2, ILL), Attribution(Stance.REPORTS, "the harbour office", origin="Harbour office"))
    there = "Ex. 2 “40 passengers fell ill”, reports, attributed to the harbour office, from Harbour office (stated)"
    assert latest(worked) == f"{head}appearance added: {there}"
    worked.appearances.delete(2)
    assert latest(worked) == f"{head}appearance removed: {there}"
    worked.evidence.add(1, NewLink(Relation.CONTRADICTS, url="https://port.example/log", origin="Norlin"))
    assert latest(worked) == f"{head}evidence added: contradicts, https://port.example/log, from Norlin"
    worked.evidence.edit(1, dated="9 Nov 2016", independent=False, independent_reason="it is their own log")
    assert latest(worked) == (
        f"{head}evidence https://port.example/log, dated: none → 9 Nov 2016; independent: not judged → no; "
        "why it is independent or not: none → it is their own log"
    )
    worked.evidence.delete(1)
    assert latest(worked) == f"{head}evidence removed: contradicts, https://port.example/log, from Norlin"
    worked.appearances.not_mentioned(1, 2)
    assert latest(worked) == f"{head}looked for in Ex. 2: not mentioned"
    worked.claims.delete(1)
    assert latest(worked).startswith(
        f"{head}deleted; appearance removed: Ex. 1 Harbour Post “{ILL}”, asserts, from Harbour office (stated)"
    )
    worked.undo()
    assert latest(worked).startswith(f"Undone (step {worked.history.of_case(1)[0].seq - 1}): {head}new, OPEN; looked for")
    check_history(worked)


def test_names_are_those_of_then(worked: Case) -> None:
    worked.claims.edit(1, text="About forty fell ill.")
    worked.articles.set_metadata(1, Field.PUBLISHER, "Harbour Gazette")
    worked.origins.edit(1, name="Port office")
    worked.claims.edit(1, text="Some forty fell ill.")
    told = [event.what for event in worked.history.of_case(5)]
    assert told == [
        "C1 “Some forty fell ill.” · text: “About forty fell ill.” → “Some forty fell ill.”",
        "Origin “Port office” · name: Harbour office → Port office",
        "Ex. 1 Harbour Gazette “Ferry to Port Ansel stopped” · publisher: Harbour Post → Harbour Gazette",
        "C1 “About forty fell ill.” · text: “Forty fell ill on the ferry.” → “About forty fell ill.”",
        f"C1 “Forty fell ill on the ferry.” · new, OPEN; appearance added: Ex. 1 Harbour Post “{ILL}”, asserts, "
        "from Harbour office (stated); "
        "Origin “Harbour office” · new: other, reliability F cannot be judged",
    ]


def test_reasons_stand_beside_and_are_not_told_twice(worked: Case) -> None:
    worked.claims.set_status(1, Decision(Status.UNCONFIRMED, Basis.SINGLE_ORIGIN, "One office only"))
    event = worked.history.of_claim(1)[0]
    assert (event.what, event.why) == (
        "C1 “Forty fell ill on the ferry.” · status: OPEN → UNCONFIRMED (single origin)", "One office only",
    )  # fmt: skip
    worked.claims.edit(1, reason="One office, twice")
    assert latest(worked).endswith("reason: One office only → One office, twice")


def test_long_values_are_cut_where_they_differ_and_whole_in_the_hint(worked: Case) -> None:
    before = "The harbour office said on Monday that the ferry had been stopped at once after " + "very " * 20 + "many fell ill, 40 of them"
    worked.claims.edit(1, note=before)
    worked.claims.edit(1, note=before.replace("40", "38"))
    event = worked.history.of_claim(1)[0]
    assert event.what == ("C1 “Forty fell ill on the ferry.” · note: “…very many fell ill, 40 of them” → “…very many fell ill, 38 of them”")
    assert before in event.whole
    worked.claims.edit(1, text="word " * 200)
    event = worked.history.of_claim(1)[0]
    assert len(event.what) <= LONGEST
    assert event.whole.count("word ") > 100


def test_both_claims_say_what_went_from_one_to_the_other(worked: Case, mark: Marker) -> None:
    worked.claims.add("The ferry was stopped.", mark(1, "the ferry had been stopped"))
    worked.appearances.carry(1, 2)
    assert latest(worked, 1).endswith(f"Ex. 1 Harbour Post “{ILL}”, moved to C2 “The ferry was stopped.”")
    assert latest(worked, 2).endswith(f"Ex. 1 Harbour Post “{ILL}”, moved here from C1 “Forty fell ill on the ferry.”")
    worked.undo()
    worked.claims.merge(1, 2)
    assert "merged into: none → C2 “The ferry was stopped.”" in latest(worked, 1)
    check_history(worked)


def test_queries_sentences_zones_searches_and_the_case(worked: Case, mark: Marker) -> None:
    one, other = mark(1, ILL), mark(2, "he had treated 38 of them himself")
    worked.queries.add(NewQuery(DiscrepancyType.FIGURE, Severity.HIGH, (one, other), "40 or 38?", 1))
    assert latest(worked) == (
        "C1 “Forty fell ill on the ferry.” · Q1 “40 or 38?”, raised: figure, high; "
        f"passage added: Ex. 1 Harbour Post “{ILL}”; passage added: Ex. 2 “he had treated 38 of them himself”"
    )
    worked.queries.resolve(1, "A doctor counts his own.")
    assert worked.history.of_case(1)[0].what == "Q1 “40 or 38?” · state: open → resolved"
    text = worked.articles.text(2)
    span = Span(text.index("Service is"), text.index("Service is") + 34)
    worked.reading.check_off(2, span)
    assert worked.history.of_article(2)[0].what == "Ex. 2 “Norlin: nobody ill on ferry” · “Service is to start again on 3 May” checked off"
    worked.articles.set_zone(2, *span, ZoneKind.BOILERPLATE)
    assert "“Service is to start again on 3 May” is page furniture" in worked.history.of_article(2)[0].what
    worked.searches.save("doctors", "doctor OR clinic")
    assert worked.history.of_case(1)[0].what == "The case · search saved: “doctors”, doctor OR clinic"
    worked.info.edit(as_of="9 Nov 2016 22:58 UTC+9", handling="TLP:RED")
    assert worked.history.of_case(1)[0].what.startswith("The case · cut-off: none → 9 Nov 2016 22:58 UTC+09:00; handling: TLP:")
    worked.origins.add(NewOrigin("Coastal Wire", OriginKind.WIRE, Reliability.B, "", False, 1))
    assert worked.history.of_case(1)[0].what == (
        "Origin “Coastal Wire” · new: news wire, reliability B usually reliable, derives from Harbour office"
    )
    worked.articles.delete(1)
    assert worked.history.of_case(1)[0].what.count("Ex. 1 Harbour Post “Ferry to Port Ansel stopped” · deleted") == 1
    check_history(worked)


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.name)
def test_the_steps_of_old_cases_say_as_much(old: Path, tmp_path: Path) -> None:
    case = Case.open(shutil.copyfile(old, tmp_path / "old.case"), lambda: "me")
    check_history(case)
    case.close()


def _image(table: Any, number: int) -> dict[str, Any]:
    """A row with another value in every column than that of another number."""
    row: dict[str, Any] = {}
    for column in table.columns:
        terms = list(LISTS.get(table.name, {}).get(column.name, ()))
        row[column.name] = terms[number % len(terms)].value if terms else number if column.type.python_type is int else f"word{number}"
    if table.name == "sign_offs":
        row["role"] = "analyst"
    return row | {"id": 7}


TOLD_OTHERWISE = {"original_size", "step"} | QUIET | READ_ANEW | {"start", "end", "exact", "field", "confidence", "kind"}


@pytest.mark.parametrize("table", JOURNALED, ids=lambda table: table.name)
def test_every_field_of_every_table_is_told_when_it_changes(table: Any) -> None:
    """A new column or table shows up here: it is either told, or said to be quiet."""
    assert table.name in WORDS
    names = Names(lambda *_: None, lambda _: "word " * 100)
    before = _image(table, 1)
    for column in {column.name for column in table.columns} - {"id"}:
        after = before | {column: _image(table, 2)[column]}
        if after == before:
            continue
        lines = [line for one in differences([(table.name, before, after)], Wording(names), counting=False) for line in one.lines]
        if column not in TOLD_OTHERWISE and (table.name, column) not in NOT_ALONE:
            assert any(called(column) in line or column == "basis" for line in lines), (column, lines)
    for made in ((None, before), (before, None)):
        found = differences([(table.name, *made)], Wording(names), counting=False)
        assert found or table.name in ("passages", "takedowns", "zones", "metadata_fields"), made


NOT_ALONE = {
    ("metadata_fields", "basis"), ("metadata_fields", "value"), ("passages", "state"), ("zones", "basis"), ("checked", "reason"),
    ("sign_offs", "name"), ("sign_offs", "signed_at"), ("sign_offs", "role"), *(("takedowns", c) for c in ("exhibit", "name", "erased_at",
    "erased_by", "reason")), ("appearances", "claim_id"), ("discrepancies", "claim_id"),
}  # fmt: skip
"""Fields that no step changes by themselves, or that are told in other words."""


@given(st.text(), st.integers(0, 40), st.integers(4, 300))
def test_what_may_be_cut_is_cut_to_size_and_is_whole_where_there_is_room(text: str, skip: int, longest: int) -> None:
    line = f"note: “{may_cut(text, skip)}” → none"
    short = written(line, longest)
    assert not {BEGIN, FIRST, END} & set(short)
    assert written(line, 10**6) == f"note: “{' '.join(text.split())}” → none" or {BEGIN, FIRST, END} & set(text)
    assert len(short) <= len("note: “” → none") + max(longest, 24)
    assert len(ended(text, longest)) <= longest or len(text) <= longest


def test_a_line_of_any_journal_is_short(worked: Case, mark: Marker) -> None:
    worked.claims.edit(1, text="x" * 5000, note="y" * 5000, would_change="\ufdd0z\ufdd2" * 99, event_date="2016-11-09T22:58")
    worked.appearances.edit(1, attributed_to="w" * 5000, origin="o" * 5000, verb="v" * 300)
    for event in worked.history.of_claim(1):
        check_line(event)
        assert len(event.whole) < 20_000


def test_a_reason_that_is_all_that_a_step_changed_is_told(worked: Case) -> None:
    claim = worked.claims.add("Nobody was hurt").new("claims")
    worked.claims.set_status(claim, Decision(Status.OPEN, None, reason="seen"))
    assert worked.history.of_claim(claim)[0].what.startswith(f"C{claim} “Nobody was hurt” · reason: ")
