"""A second pair of eyes: a copy without a verdict in it, the answer beside ours, taken claim by claim through the same rules."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hostile import damage
from workbench.case import Case
from workbench.case.appearances import Attribution
from workbench.case.claims import Decision
from workbench.case.documents import Document
from workbench.case.evidence import NewLink
from workbench.case.merging import Going
from workbench.case.origins import NewOrigin
from workbench.case.passages import Mark
from workbench.case.second import Comparison, Line, Outcome
from workbench.domain.errors import CaseExists, DamagedCase, NotASecondCopy, WorkbenchError
from workbench.domain.statuses import Basis, Status
from workbench.domain.vocabulary import Credibility, Relation, ReviewVerdict, Role, Stance

COLLEAGUE = "Ana Ruiz"
SECRETS = ("our secret reason", "our secret note", "our secret hope", "our secret override", "our bottom line", "our safe wording")


@pytest.fixture
def worked(case: Case, mark: Callable[[int, str], Mark]) -> Case:
    """Three decided claims: C1 confirmed by override, C2 denied by Norlin, C3 unconfirmed; and everything a copy must not tell."""
    add, office = case.claims.add, Attribution(origin="harbour office")
    add("40 passengers fell ill.", mark(2, "40 passengers fell ill"), office)
    case.appearances.add(1, mark(1, "40 passengers fell ill"), office)
    add("Somebody fell ill on board.", mark(1, "anybody had fallen ill on board"), Attribution(Stance.DENIES, "Norlin"))
    add("Service starts again on 3 May.", mark(2, "Service is to start again on 3 May 2031"), Attribution(origin="Norlin"))
    case.evidence.add(1, NewLink(Relation.CORROBORATES, note="Call with the clinic", origin="Tomas Weil"))
    case.claims.set_status(1, Decision(Status.CONFIRMED, Basis.INDEPENDENT_CORROBORATION, SECRETS[0], SECRETS[3]))
    case.claims.set_status(2, Decision(Status.DENIED, Basis.PARTY_DENIAL, denied_by="Norlin", denied_on="2031-03-04"))
    case.claims.set_status(3, Decision(Status.UNCONFIRMED, Basis.SINGLE_ORIGIN))
    case.claims.edit(1, note=SECRETS[1], would_change=SECRETS[2])
    case.claims.assess(1, credibility=Credibility.TWO)
    case.info.edit(bottom_line=SECRETS[4], safe_wording=SECRETS[5])
    case.reading.check_rest(1)
    return case


@pytest.fixture
def copy(worked: Case, tmp_path: Path) -> Path:
    return worked.second.export(tmp_path / "for Ana.case")


def answer(path: Path, work: Callable[[Case], object]) -> None:
    """A colleague opens the copy, works on it, and closes it."""
    case = Case.open(path, lambda: COLLEAGUE)
    try:
        work(case)
    finally:
        case.close()


def line(comparison: Comparison, number: str) -> Line:
    return next(found for found in comparison.lines if found.number == number)


def outcomes(comparison: Comparison) -> dict[str, str]:
    return {found.number: found.outcome.value for found in comparison.lines}


# --- the copy ---------------------------------------------------------------------------------------------------------------


def test_the_copy_has_what_can_be_read_under_the_same_numbers(worked: Case, copy: Path) -> None:
    other = Case.open(copy, lambda: COLLEAGUE)
    try:
        assert other.integrity.faults() == []
        assert [(a.id, a.name, a.metadata) for a in other.articles.all()] == [(a.id, a.name, a.metadata) for a in worked.articles.all()]
        for article in worked.articles.all():
            assert other.articles.original(article.id) == worked.articles.original(article.id)
            assert other.articles.text(article.id) == worked.articles.text(article.id)
            assert other.articles.zones(article.id) == worked.articles.zones(article.id)
            assert other.articles.passages(article.id) == worked.articles.passages(article.id)
        ours, theirs = worked.claims.views(), other.claims.views()
        assert [v.claim.text for v in theirs] == [v.claim.text for v in ours]
        assert [v.claim.id for v in theirs] == [v.claim.id for v in ours]
        assert [(v.appearances, v.evidence, v.meter) for v in theirs] == [(v.appearances, v.evidence, v.meter) for v in ours]
        assert other.origins.all() == worked.origins.all()
    finally:
        other.close()


def test_originals_that_are_not_their_texts_and_documents_go_into_the_copy(worked: Case, tmp_path: Path) -> None:
    page, picture = tmp_path / "page.txt", b"\x89PNG\r\n\x1a\n and more"
    page.write_bytes("The café at the quay stays open until 3 May, its owner said.".encode("cp1252"))
    worked.imports.files([page])
    worked.evidence.add(1, NewLink(Relation.CONTEXT, document=Document("quay.png", picture)))
    other = Case.open(worked.second.export(tmp_path / "for Ana too.case"), lambda: COLLEAGUE)
    try:
        assert other.integrity.faults() == []
        last = max(other.articles.ids())
        assert other.articles.original(last) == page.read_bytes()
        assert "café" in other.articles.text(last)
        assert next(other.evidence.document(e.id)[1] for e in other.claims.view(1).evidence if e.document_sha256) == picture
    finally:
        other.close()


def test_the_history_of_a_claim_in_a_copy_begins_with_the_step_that_brought_it(worked: Case, copy: Path) -> None:
    other = Case.open(copy, lambda: COLLEAGUE)
    try:
        other.claims.edit(1, note="Called again.")
        assert other.file.steps_of("claims", 1) == [1, 2]
        assert other.file.steps_of("claims", 2) == [1]
    finally:
        other.close()


def test_the_copy_says_whose_it_is_and_has_an_identity_and_a_journal_of_its_own(worked: Case, copy: Path) -> None:
    with worked.file.read() as reader:
        head = reader.head()[1]
    other = Case.open(copy, lambda: COLLEAGUE)
    try:
        info = other.info.get()
        assert (info.second_of, info.second_head) == (worked.info.get().uid, head)
        assert info.uid != worked.info.get().uid
        assert (info.title, info.question, info.analyst) == (worked.info.get().title, worked.info.get().question, "")
        with other.file.read() as reader:
            assert reader.head()[0] == 1
        assert other.undo_names() == ("", "")
    finally:
        other.close()


def test_no_verdict_is_in_the_copy_not_even_in_its_bytes(worked: Case, copy: Path) -> None:
    other = Case.open(copy, lambda: COLLEAGUE)
    try:
        for view in other.claims.views():
            claim = view.claim
            assert (claim.status, claim.basis, claim.denied_by, claim.denied_on) == (Status.OPEN, None, "", "")
            assert (claim.reason, claim.override_reason, claim.would_change, claim.note, claim.review_on) == ("",) * 5
            assert view.assessment is None
        info = other.info.get()
        assert (info.bottom_line, info.safe_wording) == ("", "")
        with other.file.read() as reader:
            assert (reader.memos(), reader.reviews(), reader.discrepancies(), reader.checked()) == ([], [], [], [])
    finally:
        other.close()
    data = copy.read_bytes()
    for secret in SECRETS:
        assert secret.encode() in worked.path.read_bytes() + worked.path.with_name(worked.path.name + "-wal").read_bytes()
        assert secret.encode() not in data
    assert not re.search(rb'"status":"(confirmed|denied|unconfirmed)"', data)


def test_new_numbers_of_the_colleague_are_not_ours(worked: Case, copy: Path) -> None:
    answer(copy, lambda c: c.claims.add("Something else."))
    other = Case.open(copy, lambda: COLLEAGUE)
    assert other.claims.views()[-1].claim.number == "C101"
    assert other.integrity.faults() == []
    other.close()
    assert worked.claims.add("Ours.").new("claims") == 4


def test_a_file_that_is_there_is_not_replaced_and_a_stop_leaves_nothing(worked: Case, copy: Path, tmp_path: Path) -> None:
    before = copy.read_bytes()
    with pytest.raises(CaseExists):
        worked.second.export(copy)
    with pytest.raises(CaseExists):
        worked.second.export(worked.path)
    assert copy.read_bytes() == before
    files = sorted(p.name for p in tmp_path.iterdir())
    with pytest.raises(WorkbenchError, match="stopped"):
        worked.second.export(tmp_path / "stopped.case", cancelled=lambda: True)
    assert sorted(p.name for p in tmp_path.iterdir()) == files


def test_progress_goes_up_to_its_total(worked: Case, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    worked.second.export(tmp_path / "told.case", lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1] > 5


def test_merged_claims_and_derived_origins_go_into_the_copy(case: Case, mark: Callable[[int, str], Mark], tmp_path: Path) -> None:
    for words in ("One.", "Two.", "Three."):
        case.claims.add(words)
    case.appearances.set_origin(1, "")
    with case.file.operation("Origins that point ahead") as operation:
        first = operation.insert("origins", name="a", kind="other", reliability="F")
        second = operation.insert("origins", name="b", kind="other", reliability="F")
        operation.update("origins", first, derives_from=second)
        operation.update("claims", 1, merged_into=3)
    copy = case.second.export(tmp_path / "copy.case")
    other = Case.open(copy, lambda: COLLEAGUE)
    assert other.integrity.faults() == []
    assert other.origins.all()[first].derives_from == second
    assert [v.claim.id for v in other.claims.views()] == [2, 3]
    other.close()


def test_a_copy_of_a_copy_is_a_copy_of_that_one(worked: Case, copy: Path, tmp_path: Path) -> None:
    other = Case.open(copy, lambda: COLLEAGUE)
    third = other.second.export(tmp_path / "third.case")
    assert other.second.compare(third).colleague == ""
    other.close()
    with pytest.raises(WorkbenchError, match="another case"):
        worked.second.compare(third)


# --- the answer -------------------------------------------------------------------------------------------------------------


def test_an_unanswered_copy_is_all_open_and_changes_nothing(worked: Case, copy: Path) -> None:
    before = worked.file.undo_names(), copy.read_bytes()
    comparison = worked.second.compare(copy)
    assert comparison.colleague == ""
    assert set(outcomes(comparison).values()) == {"unanswered"}
    assert comparison.summary == "The copy has not been answered yet."
    assert (worked.file.undo_names(), copy.read_bytes()) == before


def test_claim_by_claim_agree_differ_only_ours_only_theirs_and_other_words(worked: Case, copy: Path) -> None:
    def work(case: Case) -> None:
        case.claims.set_status(1, Decision(Status.CONFIRMED, Basis.FIRST_HAND, "I saw the list."))
        case.claims.set_status(2, Decision(Status.UNCONFIRMED, Basis.CONFLICTING))
        case.claims.set_status(3, Decision(Status.UNCONFIRMED, Basis.SINGLE_ORIGIN))
        case.claims.edit(3, text="Service is to start again on 3 May 2031.")
        case.claims.add("The doctor treated 38.")

    answer(copy, work)
    worked.claims.add("The ferry is old.")
    comparison = worked.second.compare(copy)
    assert outcomes(comparison) == {
        "C1": "other_basis", "C2": "differ", "C3": "agree", "C4": "only_ours", "their C101": "only_theirs",
    }  # fmt: skip
    assert comparison.colleague == COLLEAGUE
    assert line(comparison, "C3").words_changed
    assert line(comparison, "C3").takeable
    assert not line(comparison, "C4").takeable
    assert line(comparison, "C1").theirs.claim.reason == "I saw the list."
    assert comparison.summary == (
        "Ana Ruiz has answered 3 of 3 claims: 1 agrees, 1 has the same word on another basis, 1 differs, 1 is only theirs, 1 is only ours, "
        "1 has other words."
    )


def test_a_claim_deleted_on_either_side_is_on_the_other_alone(worked: Case, copy: Path) -> None:
    answer(copy, lambda c: (c.claims.delete(3), c.claims.set_status(2, Decision(Status.UNCONFIRMED, Basis.CONFLICTING))))
    worked.claims.delete(2)
    assert outcomes(worked.second.compare(copy)) == {"C1": "unanswered", "C3": "only_ours", "their C2": "only_theirs"}


def test_the_same_number_made_on_both_sides_is_two_claims_and_the_same_words_are_one(worked: Case, copy: Path) -> None:
    for number in range(98):
        worked.claims.add(f"Filler {number}")
    assert worked.claims.views()[-1].claim.number == "C101"
    answer(copy, lambda c: (c.claims.add("Theirs."), c.claims.add("filler  7")))
    comparison = worked.second.compare(copy)
    assert line(comparison, "C101").outcome is Outcome.OURS
    assert line(comparison, "their C101").outcome is Outcome.THEIRS
    assert [found.number for found in comparison.lines if found.theirs and found.theirs.claim.number == "C102"] == ["C11"]


# --- taking and keeping -----------------------------------------------------------------------------------------------------


def test_taking_is_one_step_with_the_colleague_in_the_journal_and_is_undone(worked: Case, copy: Path) -> None:
    def work(case: Case) -> None:
        case.claims.set_status(1, Decision(Status.UNCONFIRMED, Basis.SINGLE_ORIGIN, "One announcement."))
        case.claims.assess(1, credibility=Credibility.THREE)
        case.claims.set_status(2, Decision(Status.UNCONFIRMED, Basis.CONFLICTING))

    answer(copy, work)
    comparison = worked.second.compare(copy)
    before = worked.claims.views()
    changes, refused = worked.second.take(comparison, frozenset({1, 2}))
    assert refused == ()
    assert changes.claims == {1, 2}
    first = worked.claims.view(1)
    assert (first.claim.status, first.claim.basis, first.claim.reason) == (Status.UNCONFIRMED, Basis.SINGLE_ORIGIN, "One announcement.")
    assert first.claim.override_reason == ""
    assert first.assessment.credibility is Credibility.THREE
    assert first.claim.note == SECRETS[1], "our own note stays"
    assert worked.claims.view(2).claim.denied_by == ""
    event = worked.history.of_case()[0]
    assert "Take from a second pair of eyes: C1, C2" in event.name
    assert COLLEAGUE in event.why
    assert set(outcomes(worked.second.refresh(comparison)).values()) == {"agree", "unanswered"}
    worked.undo()
    assert worked.claims.views() == before
    assert worked.integrity.faults() == []


def test_their_new_claim_comes_with_its_passages_links_and_origins(worked: Case, copy: Path, mark: Callable[[int, str], Mark]) -> None:
    def work(case: Case) -> None:
        at = mark(2, "he had treated 38 of them himself")
        case.claims.add("A doctor treated 38.", at, Attribution(Stance.REPORTS, "Tomas Weil", origin="the doctor"))
        case.origins.edit(max(case.origins.all()), derives_from=1, interest="his name")
        case.evidence.add(101, NewLink(Relation.CORROBORATES, url="https://clinic.example", origin="the clinic"))
        case.claims.set_status(101, Decision(Status.UNCONFIRMED, Basis.SINGLE_ORIGIN))

    answer(copy, work)
    comparison = worked.second.compare(copy)
    changes, refused = worked.second.take(comparison, frozenset({101}))
    assert refused == ()
    view = worked.claims.view(changes.new("claims"))
    assert (view.claim.number, view.claim.status) == ("C4", Status.UNCONFIRMED)
    (found,) = view.appearances
    origins = worked.origins.all()
    assert origins[found.origin_id].interest == "his name"
    assert origins[origins[found.origin_id].derives_from].name == "harbour office"
    assert view.evidence[0].url == "https://clinic.example"
    assert worked.integrity.faults() == []
    assert line(worked.second.refresh(comparison), "C4").outcome is Outcome.AGREE
    again, _ = worked.second.take(worked.second.refresh(comparison), frozenset({101}))
    assert not again, "taking what was taken changes nothing"


def test_a_verdict_that_rests_on_what_they_added_comes_with_it(worked: Case, copy: Path, mark: Callable[[int, str], Mark]) -> None:
    def work(case: Case) -> None:
        at = mark(2, "he had treated 38 of them himself")
        case.evidence.add(3, NewLink(Relation.CONTRADICTS, at, origin="Tomas Weil"))
        case.claims.set_status(3, Decision(Status.DENIED, Basis.CONTRADICTED))

    answer(copy, work)
    comparison = worked.second.compare(copy)
    assert worked.second.take(comparison, frozenset({3}))[1] == ()
    assert worked.claims.view(3).claim.basis is Basis.CONTRADICTED
    assert [e.relation for e in worked.claims.view(3).evidence] == [Relation.CONTRADICTS]
    assert worked.integrity.faults() == []


def test_what_a_rule_forbids_here_is_told_and_the_rest_is_taken(worked: Case, copy: Path) -> None:
    def work(case: Case) -> None:
        case.claims.set_status(2, Decision(Status.DENIED, Basis.PARTY_DENIAL, "said so", denied_by="Norlin", denied_on="2031-03-05"))
        case.claims.edit(2, text="Passengers fell ill on board.")
        case.claims.set_status(1, Decision(Status.UNCONFIRMED, Basis.SINGLE_ORIGIN))

    answer(copy, work)
    (denial,) = worked.appearances.of(2)
    worked.appearances.delete(denial.id)
    before = worked.claims.view(2)
    changes, refused = worked.second.take(worked.second.compare(copy), frozenset({1, 2}))
    assert len(refused) == 1
    assert refused[0].startswith("C2 stays as it was: ")
    assert "denying passage" in refused[0]
    assert changes.claims == {1}
    assert worked.claims.view(2) == before, "nothing of a refused claim is taken, not even its words"
    assert worked.claims.view(1).claim.status is Status.UNCONFIRMED
    assert worked.integrity.faults() == []
    worked.undo()
    assert worked.claims.view(1).claim.status is Status.CONFIRMED


def test_a_passage_of_an_article_that_is_gone_is_not_taken(worked: Case, copy: Path, mark: Callable[[int, str], Mark]) -> None:
    answer(copy, lambda c: c.claims.add("A doctor treated 38.", mark(2, "he had treated 38 of them himself")))
    worked.articles.delete(2)
    changes, refused = worked.second.take(worked.second.compare(copy), frozenset({101}))
    assert not changes
    assert "Ex. 2" in refused[0]
    assert worked.integrity.faults() == []


def test_keeping_ours_is_noted_with_what_theirs_was(worked: Case, copy: Path) -> None:
    answer(copy, lambda c: c.claims.set_status(1, Decision(Status.UNCONFIRMED, Basis.SINGLE_ORIGIN, "One announcement.")))
    comparison = worked.second.compare(copy)
    worked.second.keep(comparison, frozenset({1}))
    claim = worked.claims.view(1).claim
    assert claim.status is Status.CONFIRMED
    assert claim.note.startswith(SECRETS[1])
    assert f"{COLLEAGUE}" in claim.note
    assert "unconfirmed, single origin (One announcement)" in claim.note
    assert COLLEAGUE in worked.history.of_case()[0].why
    worked.undo()
    assert worked.claims.view(1).claim.note == SECRETS[1]


def test_signatures_and_reviews_stay_at_home(worked: Case, tmp_path: Path) -> None:
    worked.info.edit(as_of="2031-05-04T12:00:00+00:00")
    worked.signing.put_up()
    for item in worked.signing.passing.items("R. Quill"):
        worked.signing.passing.review(item, ReviewVerdict.AGREES, "R. Quill")
    worked.signing.sign(1, Role.CHECKER, "R. Quill")
    copy = worked.second.export(tmp_path / "copy.case")
    raw = sqlite3.connect(copy)
    counts = [raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("memos", "sign_offs", "reviews", "assessments")]
    raw.close()
    assert counts == [0, 0, 0, 0]
    assert b"Quill" not in copy.read_bytes()
    assert worked.signing.last().stands, "making a copy changes nothing"


# --- what may have happened meanwhile ---------------------------------------------------------------------------------------


def test_other_words_of_a_claim_not_answered_take_no_verdict_of_ours_away(worked: Case, copy: Path) -> None:
    answer(copy, lambda c: c.claims.edit(2, text="Passengers fell ill on board."))
    before = worked.claims.view(2).claim
    assert worked.second.take(worked.second.compare(copy), frozenset({2}))[1] == ()
    after = worked.claims.view(2).claim
    assert after.text == "Passengers fell ill on board."
    assert (after.status, after.basis, after.denied_by, after.denied_on) == (
        before.status,
        before.basis,
        before.denied_by,
        before.denied_on,
    )


def test_an_origin_that_was_merged_or_renamed_here_since_stays_one(worked: Case, copy: Path, mark: Callable[[int, str], Mark]) -> None:
    def work(case: Case) -> None:
        case.appearances.add(2, mark(2, "According to the harbour office"), Attribution(origin="Tomas Weil"))
        case.appearances.add(2, mark(1, "harbour office of Port Ansel"), Attribution(origin="harbour office"))
        case.claims.set_status(2, Decision(Status.UNCONFIRMED, Basis.CONFLICTING))

    ids = {origin.name: number for number, origin in worked.origins.all().items()}
    doctor = worked.origins.add(NewOrigin("Dr T. Weil")).new("origins")
    worked.origins.merge(ids["Tomas Weil"], doctor)
    worked.origins.edit(ids["harbour office"], name="Port Ansel harbour office")
    before = worked.origins.all()
    comparison = [answer(copy, work), worked.second.compare(copy)][1]
    assert worked.second.take(comparison, frozenset({2}))[1] == ()
    assert worked.origins.all() == before, "no origin twice: it would count as independent"
    assert {a.origin_id for a in worked.appearances.of(2) if a.origin_id} == {doctor, ids["harbour office"]}


def test_a_chain_of_a_thousand_origins_comes_along(worked: Case, copy: Path, mark: Callable[[int, str], Mark]) -> None:
    def work(case: Case) -> None:
        with case.file.operation("A long chain") as operation:
            last = None
            for number in range(1100):
                last = operation.insert("origins", name=f"hearsay {number}", kind="other", reliability="F", derives_from=last)
        case.claims.add("A doctor treated 38.", mark(2, "treated 38 of them"), Attribution(origin="hearsay 1099"))
        assert case.integrity.faults() == []

    answer(copy, work)
    changes, refused = worked.second.take(worked.second.compare(copy), frozenset({101}))
    assert refused == ()
    root = next(number for number, origin in worked.origins.all().items() if origin.name == "hearsay 0")
    assert worked.claims.view(changes.new("claims")).meter.roots == {root}
    assert b"hearsay 0" in worked.memos.render(".md")
    assert worked.integrity.faults() == []


def test_a_claim_gone_or_merged_here_since_it_was_laid_beside_is_told_and_the_rest_taken(worked: Case, copy: Path) -> None:
    def work(case: Case) -> None:
        for number in (1, 2, 3):
            case.claims.set_status(number, Decision(Status.UNCONFIRMED, Basis.NOT_CHECKABLE_YET))

    answer(copy, work)
    comparison = worked.second.compare(copy)
    worked.claims.delete(1)
    worked.claims.merge(2, 3)
    changes, refused = worked.second.take(comparison, frozenset({1, 2, 3}))
    assert [line.split(" stays")[0] for line in refused] == ["C1", "C2"]
    assert changes.claims == {3}
    assert worked.integrity.faults() == []


def test_a_link_to_an_exhibit_erased_since_is_told(worked: Case, copy: Path) -> None:
    answer(copy, lambda c: c.evidence.add(3, NewLink(Relation.CONTEXT, article_id=2)) and c.claims.edit(3, text="Service starts on 3 May."))
    worked.takedowns.erase(2, "A court said so")
    comparison = worked.second.compare(copy)
    changes, refused = worked.second.take(comparison, frozenset({3}))
    assert not changes
    assert "Ex. 2" in refused[0]
    assert worked.integrity.faults() == []


def test_marks_that_a_colleague_carried_or_merged_to_another_claim_come_there(worked: Case, copy: Path) -> None:
    def work(case: Case) -> None:
        case.appearances.carry(case.appearances.of(2)[0].id, 3)
        case.claims.merge(2, 3)
        case.claims.set_status(3, Decision(Status.UNCONFIRMED, Basis.CONFLICTING))

    answer(copy, work)
    comparison = worked.second.compare(copy)
    assert outcomes(comparison) == {"C1": "unanswered", "C2": "only_ours", "C3": "other_basis"}
    assert worked.second.take(comparison, frozenset({3}))[1] == ()
    assert [a.stance for a in worked.appearances.of(3)] == [Stance.ASSERTS, Stance.DENIES]
    assert worked.integrity.faults() == []


def test_a_claim_that_a_colleague_split_and_two_of_the_same_words_are_all_shown(worked: Case, copy: Path) -> None:
    def work(case: Case) -> None:
        first = case.appearances.of(1)[0].id
        case.claims.split(1, "Ill aboard.", Going(appearances=frozenset({first}), evidence=frozenset(e.id for e in case.evidence.of(1))))
        case.claims.add("Twice the same.")
        case.claims.add("Twice the same.")

    answer(copy, work)
    worked.claims.add("Ill aboard.")
    comparison = worked.second.compare(copy)
    assert [found.number for found in comparison.lines] == ["C1", "C2", "C3", "C4", "their C102", "their C103"]
    assert worked.second.take(comparison, frozenset({101, 102, 103}))[1] == ()
    assert worked.integrity.faults() == []


def test_who_undid_everything_has_answered_nothing(worked: Case, copy: Path) -> None:
    def work(case: Case) -> None:
        case.claims.set_status(1, Decision(Status.UNCONFIRMED, Basis.SINGLE_ORIGIN))
        case.claims.delete(2)
        case.undo()
        case.undo()
        assert case.undo_names()[0] == ""

    answer(copy, work)
    comparison = worked.second.compare(copy)
    assert set(outcomes(comparison).values()) == {"unanswered"}


def test_the_case_itself_a_link_to_it_and_a_copy_in_a_read_only_folder(worked: Case, copy: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.case"
    link.symlink_to(worked.path)
    for path in (worked.path, link):
        with pytest.raises(NotASecondCopy, match="this case itself"):
            worked.second.compare(path)
    with pytest.raises(CaseExists):
        worked.second.export(link)
    folder = tmp_path / "sent # back?"
    folder.mkdir()
    sent = copy.rename(folder / "100 % back?.case")
    folder.chmod(0o500)
    sent.chmod(0o400)
    try:
        assert len(worked.second.compare(sent).lines) == 3
        assert [p.name for p in folder.iterdir()] == [sent.name]
    finally:
        folder.chmod(0o700)
    worked.claims.add("Our case is well.")


@pytest.mark.parametrize(
    "edit",
    [
        "UPDATE claims SET status = 'confirmed'", "UPDATE info SET second_of = uid", "UPDATE journal SET who = 'x'", "DELETE FROM journal",
        "UPDATE journal SET edits = 'no json'", "UPDATE journal SET edits = '{}'", "DELETE FROM info", "UPDATE texts SET text = 'x'",
        "UPDATE passages SET start = 9999999", "INSERT INTO origins (name) VALUES ('x')", "DELETE FROM originals",
        "UPDATE articles SET warnings = 'no json'", "UPDATE sqlite_sequence SET seq = 0",
    ],
)  # fmt: skip
def test_a_copy_changed_by_hand_is_refused_in_words(worked: Case, copy: Path, edit: str) -> None:
    answer(copy, lambda c: c.claims.add("Theirs."))
    raw = sqlite3.connect(copy)
    raw.execute(edit)
    raw.commit()
    raw.close()
    before = worked.file.undo_names()
    with pytest.raises(NotASecondCopy):
        worked.second.compare(copy)
    assert worked.file.undo_names() == before


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("claims", "merged_into", 1.5), ("articles", "imported_at", b"\xff\xfe"), ("passages", "start", None),
        ("metadata_fields", "article_id", -1), ("appearances", "passage_id", 999),
    ],
)  # fmt: skip
def test_a_damaged_case_gives_no_copy_and_the_row_is_named(worked: Case, tmp_path: Path, table: str, column: str, value: object) -> None:
    path = worked.file.path
    worked.close()
    with damage.opened(path, loose=True) as raw:
        (row,) = raw.execute(f"SELECT min(id) FROM {table}").fetchone()
        damage.put(raw, table, column, row, value)
    damaged = Case.open(path, lambda: "Ida Holm")
    with pytest.raises(DamagedCase, match=table):
        damaged.second.export(tmp_path / "theirs.case")
    assert not (tmp_path / "theirs.case").exists()
