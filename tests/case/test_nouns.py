"""What an analyst can do, noun by noun, through the Case."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.case import Case
from workbench.case.appearances import Attribution
from workbench.case.claims import Decision
from workbench.case.evidence import NewLink
from workbench.case.example import build_example
from workbench.case.origins import NewOrigin
from workbench.case.passages import Mark
from workbench.domain.errors import NotFound, RuleBroken
from workbench.domain.statuses import Basis, Status
from workbench.domain.vocabulary import (
    ClaimKind,
    Confidence,
    Credibility,
    Field,
    Handling,
    OriginBasis,
    OriginKind,
    Relation,
    Reliability,
    SetBy,
    Stance,
    ZoneKind,
)

Marker = Callable[[int, str], Mark]
ILL = "40 passengers fell ill"


@pytest.fixture
def claim(case: Case, mark: Marker) -> int:
    return case.claims.add(ILL, mark(1, ILL), Attribution(origin="Harbour office")).new("claims")


def unchanged(case: Case, error: type[Exception], words: str, work: Callable[[], object]) -> None:
    """It is refused with these words, and no step is written."""
    before = case.history.of_case()
    with pytest.raises(error, match=words):
        work()
    assert case.history.of_case() == before


# The case itself


def test_the_case_is_edited_and_undone(case: Case) -> None:
    case.info.edit(title="Ferry", handling=Handling.RED, question="Who\nknew?")
    info = case.info.get()
    assert (info.title, info.handling, info.question) == ("Ferry", Handling.RED, "Who\nknew?")
    assert case.undo()[0] == "Edit the case: handling, question, title"
    assert case.info.get().title == "ferry"


@pytest.mark.parametrize(
    ("values", "words"), [({"handling": "SECRET"}, "not a handling"), ({"uid": "0"}, "cannot be set"), ({"id": "2"}, "cannot")]
)
def test_the_case_takes_no_nonsense(case: Case, values: dict[str, str], words: str) -> None:
    unchanged(case, RuleBroken, words, lambda: case.info.edit(**values))


# Claims


def test_a_claim_with_passage_and_status_is_one_step(case: Case, mark: Marker) -> None:
    steps = len(case.history.of_case())
    decision = Decision(Status.UNCONFIRMED, Basis.SINGLE_ORIGIN, "One office")
    changes = case.claims.add(
        f"  {ILL}\n today ", mark(1, ILL), Attribution(Stance.REPORTS, " Odile  Brandt ", origin="Harbour office"), decision
    )
    view = case.claims.view(changes.new("claims"))
    assert view.claim.text == "40 passengers fell ill today"
    assert (view.claim.kind, view.claim.status) == (ClaimKind.EVENT, Status.UNCONFIRMED)
    assert view.appearances[0].attributed_to == "Odile Brandt"
    assert view.appearances[0].origin_basis is OriginBasis.STATED
    assert len(case.history.of_case()) == steps + 1
    assert changes.touches("claims", "appearances", "passages", "origins")
    assert changes.articles == {1}
    assert case.undo()[0] == "Unconfirmed: new claim"
    assert (case.claims.views(), case.articles.passages(1), case.origins.all()) == ([], {}, {})


def test_a_claim_needs_words(case: Case, claim: int) -> None:
    unchanged(case, RuleBroken, "needs words", lambda: case.claims.add(" \n "))
    unchanged(case, RuleBroken, "needs words", lambda: case.claims.edit(claim, text="  "))


def test_odd_text_is_kept_as_far_as_a_file_can(case: Case, claim: int) -> None:
    case.claims.edit(claim, note="a\0b \ud800 👩‍🚀\nline")
    assert case.claims.view(claim).claim.note == "a\ufffdb ? 👩‍🚀\nline"
    case.undo()
    case.redo()
    assert case.integrity.faults() == []


@pytest.mark.parametrize(("values", "words"), [
    ({"kind": "rumour"}, "not a kind"), ({"priority": "urgent"}, "not a priority"), ({"event_date": "3 May"}, "“3 May” has no year"),
    ({"review_on": "2031-13-01"}, "2031-13-01.* there are 12"), ({"colour": "red"}, "cannot be set"),
])  # fmt: skip
def test_a_claim_takes_no_nonsense(case: Case, claim: int, values: dict[str, str], words: str) -> None:
    unchanged(case, RuleBroken, words, lambda: case.claims.edit(claim, **values))


def test_a_plan_is_not_confirmed_before_its_day(case: Case, mark: Marker) -> None:
    """Invariant 6."""
    claim = case.claims.add("Service starts on 3 May 2999", mark(2, "Service is to start")).new("claims")
    case.claims.edit(claim, kind=ClaimKind.PLAN, event_date="2999-05-03")
    own_words = Decision(Status.CONFIRMED, Basis.OWN_WORDS)
    unchanged(case, RuleBroken, "plan for 2999-05-03", lambda: case.claims.set_status(claim, own_words))
    case.claims.edit(claim, event_date="2001-05-03")
    case.claims.set_status(claim, own_words)
    case.claims.edit(claim, event_date="2999-05-03")
    assert [w.rule for w in case.claims.view(claim).warnings] == ["forecast"]


def test_back_to_open_takes_basis_and_denial_back(case: Case, claim: int, mark: Marker) -> None:
    case.appearances.add(claim, mark(1, "Norlin denied"), Attribution(Stance.DENIES))
    case.claims.set_status(claim, Decision(Status.DENIED, Basis.PARTY_DENIAL, "", "", "Norlin", "2031-04-29"))
    case.claims.set_status(claim, Decision(Status.OPEN))
    found = case.claims.view(claim).claim
    assert (found.status, found.basis, found.denied_by, found.denied_on) == (Status.OPEN, None, "", "")
    unchanged(case, RuleBroken, "no basis", lambda: case.claims.set_status(claim, Decision(Status.OPEN, Basis.FIRST_HAND)))
    unchanged(case, RuleBroken, "from its own list", lambda: case.claims.set_status(claim, Decision(Status.CONFIRMED)))


def test_assessment(case: Case, claim: int) -> None:
    case.claims.assess(claim, credibility=Credibility.TWO, likelihood="likely")
    case.claims.assess(claim, confidence=Confidence.LOW, likelihood=None)
    found = case.claims.view(claim).assessment
    assert found is not None
    assert (found.credibility, found.likelihood, found.confidence) == (Credibility.TWO, None, Confidence.LOW)
    unchanged(case, RuleBroken, "not a credibility", lambda: case.claims.assess(claim, credibility="7"))


def test_deleting_a_claim_takes_what_hangs_on_it_and_undo_brings_all_back(case: Case, claim: int, mark: Marker) -> None:
    other = case.claims.add("Shared passage", mark(1, ILL)).new("claims")
    case.evidence.add(claim, NewLink(Relation.CORROBORATES, mark(2, ILL)))
    case.claims.assess(claim, confidence="high")
    before = case.memos.snapshot()
    case.claims.delete(claim)
    assert [v.claim.id for v in case.claims.views()] == [other]
    assert len(case.articles.passages(1)) == 1, "still used by the other claim"
    assert case.articles.passages(2) == {}
    case.undo()
    after = case.memos.snapshot()
    assert (after.claims, after.appearances, after.evidence, after.passages, after.assessments) == (
        before.claims, before.appearances, before.evidence, before.passages, before.assessments,
    )  # fmt: skip


@pytest.mark.parametrize("work", [
    lambda c: c.claims.view(99), lambda c: c.claims.edit(99, note="x"), lambda c: c.claims.set_status(99, Decision(Status.OPEN)),
    lambda c: c.claims.assess(99, confidence="low"), lambda c: c.appearances.add(99, Mark(1, 0, 5)), lambda c: c.appearances.edit(99, verb="x"),  # noqa: E501
    lambda c: c.appearances.delete(99), lambda c: c.appearances.not_mentioned(99, 1), lambda c: c.appearances.not_mentioned(1, 99),
    lambda c: c.appearances.add(1, Mark(99, 0, 5)), lambda c: c.evidence.add(99, NewLink(Relation.CONTEXT, note="x")),
    lambda c: c.evidence.edit(99, note="x"), lambda c: c.evidence.delete(99), lambda c: c.origins.edit(99, name="x"),
    lambda c: c.origins.delete(99), lambda c: c.origins.add(NewOrigin("x", derives_from=99)), lambda c: c.articles.get(99),
    lambda c: c.articles.text(99), lambda c: c.articles.set_metadata(99, Field.TITLE, "x"), lambda c: c.articles.set_grade(99, Reliability.A),  # noqa: E501
    lambda c: c.articles.set_zone(99, 0, 1, ZoneKind.BODY), lambda c: c.articles.reread(99, "utf-8"), lambda c: c.articles.sentences(99),
    lambda c: c.evidence.add(1, NewLink(Relation.CONTEXT, article_id=99)),
], ids=lambda f: str(f.__code__.co_firstlineno) + str(f.__code__.co_names))  # fmt: skip
def test_what_is_not_there_is_said_so(case: Case, claim: int, work: Callable[[Case], object]) -> None:
    assert claim == 1
    unchanged(case, NotFound, "There is no", lambda: work(case))


# Appearances


def test_the_same_passage_twice_is_refused(case: Case, claim: int, mark: Marker) -> None:
    unchanged(case, RuleBroken, "already", lambda: case.appearances.add(claim, mark(1, ILL)))


def test_not_mentioned(case: Case, claim: int, mark: Marker) -> None:
    case.appearances.not_mentioned(claim, 2)
    unchanged(case, RuleBroken, "already", lambda: case.appearances.not_mentioned(claim, 2))
    unchanged(case, RuleBroken, "already", lambda: case.appearances.not_mentioned(claim, 1))
    row = case.appearances.of(claim)[1]
    unchanged(case, RuleBroken, "has no passage", lambda: case.appearances.edit(row.id, stance=Stance.ASSERTS))
    unchanged(
        case, RuleBroken, "has no passage", lambda: case.appearances.edit(case.appearances.of(claim)[0].id, stance=Stance.NOT_MENTIONED)
    )
    unchanged(case, RuleBroken, "has no mark", lambda: case.appearances.move(row.id, mark(2, ILL)))
    unchanged(case, RuleBroken, "has no mark", lambda: case.appearances.split(row.id, 3))
    unchanged(case, RuleBroken, "nothing to join", lambda: case.appearances.join([row.id, case.appearances.of(claim)[0].id]))
    case.appearances.add(claim, mark(2, ILL))
    assert [a.stance for a in case.appearances.of(claim)] == [Stance.ASSERTS, Stance.ASSERTS], "found after all"
    assert case.integrity.faults() == []


def test_an_appearance_is_edited_and_its_passage_let_go(case: Case, claim: int) -> None:
    (row,) = case.appearances.of(claim)
    case.appearances.edit(row.id, stance=Stance.REPORTS, attributed_to=" Odile ", hedge="about", origin="Clinic")
    (row,) = case.appearances.of(claim)
    assert (row.stance, row.attributed_to, row.hedge) == (Stance.REPORTS, "Odile", "about")
    assert case.origins.all()[row.origin_id or 0].name == "Clinic"
    case.appearances.edit(row.id, origin="")
    assert (case.appearances.of(claim)[0].origin_id, case.appearances.of(claim)[0].origin_basis) == (None, None)
    unchanged(case, RuleBroken, "not a stance", lambda: case.appearances.edit(row.id, stance="likes"))
    unchanged(case, RuleBroken, "cannot be set", lambda: case.appearances.edit(row.id, claim_id=2))
    case.appearances.delete(row.id)
    assert case.articles.passages(1) == {}


def test_one_origin_for_all_that_carry(case: Case, claim: int, mark: Marker) -> None:
    case.appearances.add(claim, mark(2, ILL))
    case.appearances.add(claim, mark(1, "Norlin denied"), Attribution(Stance.DENIES, origin="Norlin"))
    case.appearances.set_origin(claim, "harbour OFFICE")
    names = {o.id: o.name for o in case.origins.all().values()}
    assert [names.get(a.origin_id or 0) for a in case.appearances.of(claim)] == ["Harbour office", "Harbour office", "Norlin"]


# Origins


def test_circular_origins_are_refused(case: Case) -> None:
    first, second, third = (case.origins.add(NewOrigin(name)).new("origins") for name in ("A", "B", "C"))
    case.origins.edit(second, derives_from=first)
    case.origins.edit(third, derives_from=second)
    for child, parent in ((first, third), (first, second), (first, first), (second, third)):
        unchanged(case, RuleBroken, "cannot derive", lambda c=child, p=parent: case.origins.edit(c, derives_from=p))


def test_an_origin_is_edited_and_deleted(case: Case, claim: int) -> None:
    (origin,) = case.origins.all()
    case.origins.edit(origin, kind=OriginKind.GOVERNMENT, reliability=Reliability.B, anonymous=True, name=" The  office ")
    found = case.origins.all()[origin]
    assert (found.kind, found.reliability, found.anonymous, found.name) == (OriginKind.GOVERNMENT, Reliability.B, True, "The office")
    for values, words in (({"kind": "ghost"}, "not a kind"), ({"name": " "}, "needs a name"), ({"id": 4}, "cannot be set")):
        unchanged(case, RuleBroken, words, lambda v=values: case.origins.edit(origin, **v))
    unchanged(case, RuleBroken, "needs a name", lambda: case.origins.add(NewOrigin("  ")))
    case.origins.delete(origin)
    assert case.appearances.of(claim)[0].origin_id is None
    case.undo()
    assert case.appearances.of(claim)[0].origin_id == origin


# Evidence


def test_evidence(case: Case, claim: int, mark: Marker) -> None:
    case.evidence.add(claim, NewLink(Relation.CORROBORATES, mark(2, ILL), origin="Clinic", independent=True, independent_reason="own list"))
    case.evidence.add(claim, NewLink(Relation.CONTEXT, url="https://example.org/a b", note=" two\nlines "))
    case.evidence.add(claim, NewLink(Relation.CONTRADICTS, article_id=2))
    first, second, _ = case.evidence.of(claim)
    assert (first.article_id, first.independent) == (2, True)
    assert second.note == "two\nlines"
    for link, words in (
        (NewLink(Relation.CONTEXT), "needs a passage"), (NewLink(Relation.CONTEXT, note="  "), "needs a passage"),
        (NewLink(Relation.CONTEXT, url="file:///etc/passwd"), "http"), (NewLink(Relation.CORROBORATES, mark(2, ILL)), "already"),
    ):  # fmt: skip
        unchanged(case, RuleBroken, words, lambda x=link: case.evidence.add(claim, x))
    case.evidence.edit(first.id, relation=Relation.CONTRADICTS, independent=None, origin="Port")
    unchanged(case, RuleBroken, "http", lambda: case.evidence.edit(second.id, url="javascript:x"))
    unchanged(case, RuleBroken, "needs a passage", lambda: case.evidence.edit(second.id, url="", note=""))
    unchanged(case, RuleBroken, "cannot be set", lambda: case.evidence.edit(second.id, claim_id=2))
    case.evidence.delete(first.id)
    assert case.articles.passages(2) == {}
    assert case.integrity.faults() == []


# Articles


def test_metadata_and_grade_are_the_analysts(case: Case) -> None:
    case.articles.set_metadata(1, Field.PUBLISHER, "  Harbour   News ")
    found = case.articles.get(1).metadata[Field.PUBLISHER]
    assert (found.value, found.confidence, found.set_by) == ("Harbour News", Confidence.HIGH, SetBy.ANALYST)
    case.articles.set_metadata(1, Field.PUBLISHER, "")
    assert case.articles.get(1).outlet == "Unknown publisher"
    case.articles.set_grade(1, Reliability.B)
    assert case.articles.get(1).grade is Reliability.B
    for _ in range(3):
        case.undo()
    assert case.articles.get(1).metadata.get(Field.PUBLISHER) != found


def test_zones_are_cut_back(case: Case) -> None:
    text = case.articles.text(1)
    case.articles.set_zone(1, 0, len(text), ZoneKind.BODY)
    case.articles.set_zone(1, 10, 20, ZoneKind.BOILERPLATE)
    case.articles.set_zone(1, 15, 25, ZoneKind.CREDIT)
    spans = [(z.start, z.end, z.kind) for z in case.articles.zones(1)]
    assert spans == [
        (0, 10, ZoneKind.BODY), (10, 15, ZoneKind.BOILERPLATE), (15, 25, ZoneKind.CREDIT), (25, len(text), ZoneKind.BODY),
    ]  # fmt: skip
    for start, end in ((5, 5), (9, 3), (-1, 4), (0, len(text) + 1)):
        unchanged(case, RuleBroken, "no words", lambda s=start, e=end: case.articles.set_zone(1, s, e, ZoneKind.BODY))
    assert case.integrity.faults() == []


def test_removing_an_article_and_undo(case: Case, claim: int, mark: Marker) -> None:
    case.appearances.add(claim, mark(2, ILL))
    case.articles.set_metadata(2, Field.TITLE, "Courier")
    before = case.memos.snapshot()
    case.articles.delete(2)
    assert [a.id for a in case.articles.all()] == [1]
    assert len(case.appearances.of(claim)) == 1
    case.undo()
    after = case.memos.snapshot()
    assert (after.articles, after.texts, after.zones, after.passages, after.appearances) == (
        before.articles, before.texts, before.zones, before.passages, before.appearances,
    )  # fmt: skip


def test_in_another_encoding_marks_are_carried_over(empty: Case, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("Café am Kai geschlossen, sagt die Stadt.\n".encode("cp1252"))
    (exhibit,) = empty.imports.files([path]).added
    empty.articles.set_metadata(exhibit, Field.PUBLISHER, "Kai-Blatt")
    empty.articles.reread(exhibit, "cp437")
    assert empty.articles.get(exhibit).encoding.replace("-", "") == "cp437"
    assert "Café" not in empty.articles.text(exhibit)
    assert empty.articles.get(exhibit).value(Field.PUBLISHER) == "Kai-Blatt"
    empty.articles.reread(exhibit, "cp1252")
    assert empty.articles.text(exhibit).startswith("Café")
    empty.claims.add("The café is closed", Mark(exhibit, 0, 4))
    empty.claims.add("The quay", Mark(exhibit, 5, 11))
    report = empty.articles.reread(exhibit, "cp437")
    assert (report.in_place, report.lost, report.of_lost) == (1, 1, ("C1",))
    assert {p.state.value for p in empty.articles.passages(exhibit).values()} == {"exact", "orphan"}
    assert empty.integrity.faults() == []


# Imports


def test_the_same_bytes_are_recognised(case: Case, articles: list[Path], tmp_path: Path) -> None:
    twin = shutil.copyfile(articles[0], tmp_path / "twin.txt")
    report = case.imports.files([twin, articles[1]])
    assert (report.added, report.known, report.refused) == ((), (("twin.txt", 1), ("courier.txt", 2)), ())
    assert not report.changes
    assert "here already as Ex. 1" in report.summary


def test_a_batch_goes_on_past_bad_files_and_is_one_step(empty: Case, articles: list[Path]) -> None:
    folder = articles[0].parent
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    report = empty.imports.files([folder, folder / "missing.txt"])
    assert len(report.added) == 2
    assert {r.name for r in report.refused} == {"empty.txt", "binary.txt", "missing.txt"}
    assert all(r.reason and r.name in str(r) for r in report.refused)
    assert empty.undo_names()[0].startswith("Import 2 articles")
    empty.undo()
    assert empty.articles.all() == []
    assert empty.undo_names()[0] == ""


@pytest.mark.parametrize("after", [0, 1, 2])
def test_a_cancel_leaves_nothing(empty: Case, articles: list[Path], after: int) -> None:
    seen: list[tuple[int, int]] = []
    before = empty.history.of_case()
    report = empty.imports.files(articles, lambda done, total: seen.append((done, total)), lambda: len(seen) > after)
    assert (report.added, bool(report.changes)) == ((), False)
    assert empty.articles.all() == []
    assert empty.history.of_case() == before


def test_only_refused_files_make_no_step(empty: Case, tmp_path: Path) -> None:
    before = empty.history.of_case()
    assert empty.imports.files([tmp_path / "missing.txt"]).refused
    assert empty.imports.paste(" \n ").refused
    assert empty.history.of_case() == before


def test_pasted_text(empty: Case) -> None:
    (exhibit,) = empty.imports.paste("The mayor resigned on Monday.\r\nNobody said why.").added
    assert empty.articles.text(exhibit) == "The mayor resigned on Monday.\nNobody said why."
    assert empty.articles.original(exhibit).endswith(b"Monday.\r\nNobody said why.")


# History


def test_history_in_words(case: Case, claim: int) -> None:
    case.claims.edit(claim, text="Forty fell ill")
    case.undo()
    case.redo()
    assert [event.what for event in case.history.of_claim(claim)] == [
        f"Done again (step 4): C{claim} “Forty fell ill” · text: “40 passengers fell ill” → “Forty fell ill”",
        f"Undone (step 4): C{claim} “40 passengers fell ill” · text: “Forty fell ill” → “40 passengers fell ill”",
        f"C{claim} “Forty fell ill” · text: “40 passengers fell ill” → “Forty fell ill”",
        f"C{claim} “40 passengers fell ill” · new, OPEN; "
        "appearance added: Ex. 1 “40 passengers fell ill”, asserts, from Harbour office (stated)",
    ]  # fmt: skip
    assert [event.name for event in case.history.of_case()][-2:] == ["Import 2 articles", "New case"]
    assert [event.what for event in case.history.of_case()][-2:] == [
        "Ex. 1 “Ferry to Port Ansel stopped” · new: “harbour.txt”; Ex. 2 “Norlin: nobody ill on ferry” · new: “courier.txt”",
        "The case · made: “ferry”",
    ]


def test_the_making_of_the_case_is_not_undone(empty: Case) -> None:
    assert empty.undo_names() == ("", "")


# Index and memo


def found(case: Case, query: str) -> set[tuple[str, int]]:
    case.index.refresh()
    results = case.index.search(query)[1]
    assert results is not None
    return {(hit.kind, hit.id) for hit in results.hits}


def test_the_index_follows_the_journal(case: Case, home: Path, mark: Marker) -> None:
    assert found(case, "passengers") == {("article", 1), ("article", 2)}
    claim = case.claims.add("Forty passengers", mark(1, ILL)).new("claims")
    assert ("claim", claim) in found(case, "passengers")
    case.claims.edit(claim, note="ask the clinic about walruses")
    assert found(case, "walruses") == {("note", claim)}
    case.evidence.add(claim, NewLink(Relation.CONTEXT, note="zeppelin timetable"))
    assert found(case, "zeppelin") == {("evidence", 1)}
    case.articles.delete(2)
    assert ("article", 2) not in found(case, "passengers")
    for _ in range(5):
        case.undo()
    assert found(case, "passengers") == set(), "the import is undone"
    assert case.articles.all() == []
    case.redo()
    assert found(case, "passengers") == {("article", 1), ("article", 2)}
    assert case.index.behind() == 0


def test_a_deleted_index_is_rebuilt(case: Case, home: Path) -> None:
    assert found(case, "ferry")
    case.close()
    folder = home / "cache" / "index"
    assert any(folder.iterdir())
    shutil.rmtree(folder)
    again = Case.open(case.path, lambda: "x")
    assert found(again, "ferry") == {("article", 1), ("article", 2)}
    again.close()


def test_hits_stand_where_they_say(case: Case) -> None:
    case.index.refresh()
    results = case.index.search("passengers")[1]
    assert results is not None
    for hit in results.hits:
        for start, end in hit.spans:
            assert case.articles.text(hit.id)[start:end] == "passengers"


def test_a_snapshot_is_the_whole_case_at_one_moment(tmp_path: Path) -> None:
    case = build_example(tmp_path / "example.case", lambda: "Rhea Quillane")
    snapshot = case.memos.snapshot()
    assert snapshot.info == case.info.get()
    assert list(snapshot.articles) == case.articles.all()
    assert [c.id for c in snapshot.claims] == [v.claim.id for v in case.claims.views()]
    for view in case.claims.views():
        assert snapshot.meter(view.claim.id) == view.meter
        assert snapshot.appearances_of(view.claim.id) == view.appearances
        assert snapshot.evidence_of(view.claim.id) == view.evidence
    assert snapshot.hash_faults == {}
    assert snapshot.steps == len(case.history.of_case(10_000))
    case.claims.add("later")
    assert case.memos.snapshot().head != snapshot.head
    case.close()
