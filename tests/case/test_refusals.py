"""What a window or a script can ask for and must not get: refused in words, and nothing is changed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from workbench import paths
from workbench.case import Case
from workbench.case.appearances import Attribution
from workbench.case.claims import Decision
from workbench.case.evidence import NewLink
from workbench.case.origins import NewOrigin
from workbench.case.passages import Mark
from workbench.domain.errors import CaseFileError, NameTooLong, NotFound, RuleBroken
from workbench.domain.review import is_due
from workbench.domain.signing import PassState
from workbench.domain.spans import Span
from workbench.domain.statuses import Basis, Status
from workbench.domain.vocabulary import Field, Relation, ReviewVerdict, Stance

ILL, DENIED = "40 passengers fell ill", "denied on Tuesday that anybody had fallen ill"
Marker = Callable[[int, str], Mark]
AGREES, QUERIES = ReviewVerdict.AGREES, ReviewVerdict.QUERIES


@pytest.fixture
def claim(case: Case, mark: Marker) -> int:
    return case.claims.add("Forty passengers fell ill.", mark(1, ILL)).new("claims")


def head(case: Case) -> int:
    with case.file.read() as reader:
        return reader.head()[0]


REFUSED: dict[str, Callable[[Case, Marker], object]] = {
    "a mark moved into another article": lambda c, m: c.appearances.move(1, m(2, ILL)),
    "not mentioned, with a mark": lambda c, m: c.appearances.add(1, m(2, ILL), Attribution(Stance.NOT_MENTIONED)),
    "a new claim not mentioned where it stands": lambda c, m: c.claims.add("x", m(2, ILL), Attribution(Stance.NOT_MENTIONED)),
    "an origin of a claim that is not": lambda c, m: c.appearances.set_origin(999, "Nobody"),
    "a claim without a kind": lambda c, m: c.claims.edit(1, kind=None),
    "a claim without a priority": lambda c, m: c.claims.edit(1, priority=""),
    "an appearance without a stance": lambda c, m: c.appearances.edit(1, stance=None),
    "a verb that is nothing": lambda c, m: c.appearances.edit(1, verb=None),
    "a cut-off that is no time": lambda c, m: c.info.edit(as_of="yesterday"),
    "a cut-off that is no day": lambda c, m: c.info.edit(as_of="2031-99-99"),
    "a claim's own cut-off that is no time": lambda c, m: c.claims.edit(1, as_of="9999"),
    "a day to look again that reads two ways": lambda c, m: c.claims.edit(1, review_on="5/1/2031"),
    "a day to look again with a time": lambda c, m: c.claims.edit(1, review_on="5 Jan 2031 10:00"),
    "a publication that is no date": lambda c, m: c.articles.set_metadata(1, Field.PUBLISHED, "early in May"),
    "a document of a day that is none": lambda c, m: c.evidence.add(1, NewLink(Relation.CONTEXT, note="x", dated="31 Feb 2031")),
    "a month that is none": lambda c, m: c.claims.edit(1, event_date="2031-00-10"),
    "a day that is none": lambda c, m: c.claims.edit(1, event_date="2031-05-00"),
    "words behind a day": lambda c, m: c.claims.edit(1, event_date="2031-05-01 oh dear"),
    "a sentence outside the text": lambda c, m: c.reading.check_off(1, Span(10_000, 10_010)),
    "a sentence that ends before it begins": lambda c, m: c.reading.check_off(1, Span(9, 3)),
    "a waiver outside the text": lambda c, m: c.reading.waive(1, Span(-4, 50), "seen"),
    "a claim that is not, deleted": lambda c, m: c.claims.delete(999),
    "an article that is not, removed": lambda c, m: c.articles.delete(999),
    "a claim that is not, foreseen": lambda c, m: c.claims.foresee(999, Status.DENIED),
    "a step beyond counting": lambda c, m: c.past.find("9" * 400),
    "a day at the end of time": lambda c, m: c.past.find("9999-12-31T23:59:59-12:00"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_in_words_and_nothing_changes(case: Case, claim: int, mark: Marker, name: str) -> None:
    before, undo = head(case), case.undo_names()
    with pytest.raises((RuleBroken, NotFound)) as refused:
        REFUSED[name](case, mark)
    assert str(refused.value)
    assert (head(case), case.undo_names()) == (before, undo)
    assert case.integrity.faults() == []
    assert len(case.claims.views()) == 1


def test_one_source_under_two_entries_of_one_name_is_refused(case: Case, claim: int) -> None:
    """Invariant 3: it would confirm what it says itself."""
    office = case.origins.add(NewOrigin("Harbour office", aliases=("The office",))).new("origins")
    clinic = case.origins.add(NewOrigin("Quay clinic")).new("origins")
    for again in ("HARBOUR office", "the office"):
        with pytest.raises(RuleBroken, match="merge"):
            case.origins.add(NewOrigin(again))
        with pytest.raises(RuleBroken, match="merge"):
            case.origins.edit(clinic, name=again)
    case.origins.edit(office, name="HARBOUR OFFICE")
    with case.file.operation("As an older program let it be") as operation:
        operation.update("origins", clinic, name="Harbour office")
    case.origins.edit(clinic, name="Harbour office", interest="none known")
    case.origins.edit(clinic, name="Quay clinic")
    assert {o.name for o in case.origins.all().values()} == {"HARBOUR OFFICE", "Quay clinic"}


def test_an_origin_taken_away_takes_its_basis_along(case: Case, claim: int) -> None:
    for take in (
        lambda: case.origins.delete(1),
        lambda: case.appearances.edit(1, origin_id=None),
        lambda: case.appearances.edit(1, origin=None),
    ):
        case.appearances.edit(1, origin="Harbour office")
        assert case.claims.view(claim).meter.stated == 1
        take()
        assert (case.claims.view(claim).meter.stated, case.appearances.of(claim)[0].origin_basis) == (0, None)
        assert "None" not in {o.name for o in case.origins.all().values()}
        case.undo()
        assert case.claims.view(claim).meter.stated == 1
        case.undo()


def test_not_mentioned_is_given_no_origin(case: Case, claim: int) -> None:
    entry = case.appearances.not_mentioned(claim, 2).new("appearances")
    case.appearances.set_origin(claim, "Harbour office", frozenset({1, entry}))
    assert [a.origin_id is None for a in case.appearances.of(claim)] == [False, True]


def test_a_link_cannot_be_emptied_or_made_the_same_as_another(case: Case, claim: int, mark: Marker) -> None:
    link = case.evidence.add(claim, NewLink(Relation.CORROBORATES, note="a call")).new("evidence")
    with pytest.raises(RuleBroken):
        case.evidence.edit(link, note="   ")
    for relation in (Relation.CORROBORATES, Relation.CONTEXT):
        other = case.evidence.add(claim, NewLink(relation, mark(2, ILL))).new("evidence")
    with pytest.raises(RuleBroken, match="already"):
        case.evidence.edit(other, relation=Relation.CORROBORATES)
    assert case.integrity.faults() == []


def test_a_day_to_look_again_comes_back_and_a_range_of_months_is_no_stale_denial(case: Case, claim: int, mark: Marker) -> None:
    case.claims.edit(claim, review_on="2031-01-05", event_date="2024-10/2024-11")
    assert is_due(case.claims.view(claim).claim, date(2031, 1, 5))
    case.appearances.add(claim, mark(1, DENIED), Attribution(Stance.DENIES))
    denied = Decision(Status.DENIED, Basis.PARTY_DENIAL, denied_by="Norlin", denied_on="2024-10-25")
    case.claims.set_status(claim, denied)
    assert "stale-denial" not in {w.rule for w in case.claims.view(claim).warnings}


# The checker


def test_a_query_of_the_checker_outlives_a_merge_with_what_was_agreed(case: Case, mark: Marker) -> None:
    """Invariant 8: what one checker questioned is not signed off because the same words stood twice."""
    for _ in range(2):
        case.claims.add("The same words.")
    for first, second in (((QUERIES, "not so"), (AGREES, "")), ((AGREES, ""), (QUERIES, "not so"))):
        for item, (verdict, note) in zip(case.signing.passing.items("Quill"), (first, second), strict=True):
            case.signing.passing.review(item, verdict, "Quill", note)
        case.claims.merge(2, 1)
        (item,) = case.signing.passing.items("Quill")
        assert item.state is PassState.QUERIED
        case.undo()
        assert [i.state for i in case.signing.passing.items("Quill")] != [PassState.QUERIED] * 2


def test_what_was_carried_or_merged_since_it_was_shown_is_not_reviewed(case: Case, claim: int) -> None:
    other = case.claims.add("Somebody fell ill.").new("claims")
    shown, cited = case.signing.passing.items("Quill")[:2]
    case.appearances.carry(1, other)
    with pytest.raises(RuleBroken, match="another claim"):
        case.signing.passing.review(cited, AGREES, "Quill")
    case.claims.merge(claim, other)
    with pytest.raises(RuleBroken, match="merged"):
        case.signing.passing.review(shown, QUERIES, "Quill", "why?")
    assert all(item.state is PassState.TODO for item in case.signing.passing.items("Quill"))


def test_a_sign_that_nobody_sees_makes_no_second_person(case: Case) -> None:
    assert "analyst" in case.signing.passing.refusal("Ida\u200b Holm")


def test_a_name_that_no_file_can_hold_is_kept_as_near_as_can_be(tmp_path: Path) -> None:
    case = Case.create(tmp_path / "named.case", lambda: "Ida \udce9")
    case.claims.add("It stands.")
    assert [event.who for event in case.history.of_case(1)] == ["Ida ?"]
    case.close()


# Takedowns


def test_a_backup_that_fails_keeps_the_erased_words_out_of_the_index_and_is_told(case: Case) -> None:
    case.index.refresh()
    case.backup_today()
    stuck = paths.data() / "backups" / case.info.get().uid / "2020-01-01.case"
    stuck.mkdir()
    case.erase_article(1, "A court said so")
    assert "backups" in " ".join(case.takedowns.left)
    index = [file.read_bytes() for file in (paths.cache() / "index").rglob("*") if file.is_file()]
    assert not any(b"brandt" in data for data in index)
    case.index.refresh()
    _, found = case.index.search("brandt")
    assert found is not None
    assert not found.hits


def test_bytes_erased_while_somebody_reads_go_with_the_next_change_and_it_is_told(case: Case) -> None:
    path, secret = case.path, b"harbour master Odile Brandt"
    case.close()
    case = Case.open(path, lambda: "Ida Holm")
    reading, done = threading.Event(), threading.Event()

    def read() -> None:
        with case.file.read() as reader:
            reader.text(1)
            reading.set()
            done.wait(30)

    thread = threading.Thread(target=read)
    thread.start()
    reading.wait(10)
    case.erase_article(1, "A court said so")
    assert "log" in " ".join(case.takedowns.left)
    done.set()
    thread.join()
    case.claims.add("Something else.")
    assert secret not in path.read_bytes()
    assert not any(secret in log.read_bytes() for log in path.parent.glob(f"{path.name}-*"))
    case.close()


# Places


def test_a_folder_whose_name_is_not_utf8_holds_a_case_like_any_other_where_the_disk_takes_such_names(tmp_path: Path) -> None:
    folder = tmp_path / "caf\udce9"
    try:
        folder.mkdir()
    except OSError:
        pytest.skip("this disk takes no such names")
    case = Case.create(folder / "na\udcefve.case", lambda: "Ida Holm")
    case.claims.add("It stands.")
    case.close()
    again = Case.open(folder / "na\udcefve.case", lambda: "Ida Holm")
    assert [v.claim.text for v in again.claims.views()] == ["It stands."]
    assert again.integrity.faults() == []
    again.close()


@pytest.mark.parametrize("length", [80, 239, 251, 300])
def test_a_name_too_long_for_the_disk_is_refused_in_words_for_a_case_and_its_copies(tmp_path: Path, case: Case, length: int) -> None:
    folder = tmp_path / "names"
    folder.mkdir()
    path = folder / ("é" * (length // 2) + ".case")
    if length <= 200:
        Case.create(path, lambda: "Ida Holm").close()
        assert path.is_file()
        return
    for make in (lambda to: Case.create(to, lambda: "Ida"), case.save_copy, lambda to: case.past.save(1, to), case.second.export):
        with pytest.raises(NameTooLong, match="shorter"):
            make(path)
    with pytest.raises(CaseFileError):
        Case.open(path, lambda: "Ida Holm")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("status", "basis"), [(Status.OPEN, None), (Status.CONFIRMED, Basis.FIRST_HAND), (Status.UNCONFIRMED, Basis.NOT_CHECKABLE_YET)]
)
def test_who_denied_it_is_kept_with_a_denial_alone(case: Case, status: Status, basis: Basis | None) -> None:
    """The memo prints a denial wherever a claim has one: with any other status there is none to print."""
    claim = case.claims.add("Somebody fell ill").new("claims")
    case.claims.set_status(claim, Decision(status, basis, denied_by="Norlin", denied_on="2031-04-29"))
    found = case.claims.view(claim).claim
    assert (found.status, found.denied_by, found.denied_on) == (status, "", "")
