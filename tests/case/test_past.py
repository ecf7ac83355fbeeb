"""History and the past through the case: by claim, article and step; what is different since; as it was, whatever the clock said."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from workbench import paths
from workbench.case import Case
from workbench.case.appearances import Attribution
from workbench.case.claim_view import ClaimView
from workbench.case.claims import Decision
from workbench.case.origins import NewOrigin
from workbench.case.passages import Mark
from workbench.domain.errors import BackupFailed, CaseReadOnly, DiskFull, NotFound, RuleBroken
from workbench.domain.statuses import Basis, Status
from workbench.domain.vocabulary import OriginKind, Reliability, Stance
from workbench.storage import journal
from workbench.storage import past as storage_past

MarkOf = Callable[[int, str], Mark]
FORTY = "40 passengers fell ill"


@pytest.fixture
def worked(case: Case, mark: MarkOf) -> Case:
    """C1 with two appearances from two origins, confirmed; C2 open."""
    claim = case.claims.add("Forty fell ill.", mark(1, FORTY), Attribution(origin="Harbour office")).new("claims")
    case.appearances.add(
        claim, mark(2, "he had treated 38 of them himself"), Attribution(Stance.REPORTS, "Tomas Weil", origin="Tomas Weil")
    )
    case.claims.set_status(claim, Decision(Status.CONFIRMED, Basis.INDEPENDENT_CORROBORATION, "two who know"))
    case.claims.add("The ferry was stopped.", mark(1, "the ferry had been stopped"))
    return case


def head(case: Case) -> int:
    with case.file.read() as reader:
        return reader.head()[0]


def said(case: Case, step: int) -> dict[str, tuple[str, ...]]:
    return {one.name: one.lines for one in case.history.since(step)}


def views(case: Case) -> list[ClaimView]:
    return case.claims.views()


class TestAsOf:
    def test_every_step_shows_what_the_case_was_then(self, case: Case, mark: MarkOf) -> None:
        then = {head(case): (views(case), case.origins.all())}
        claim = case.claims.add("Forty fell ill.", mark(1, FORTY), Attribution(origin="Harbour office")).new("claims")
        then[head(case)] = (views(case), case.origins.all())
        for act in (
            lambda: case.appearances.add(claim, mark(2, "he had treated 38 of them himself"), Attribution(origin="Tomas Weil")),
            lambda: case.claims.set_status(claim, Decision(Status.CONFIRMED, Basis.INDEPENDENT_CORROBORATION)),
            case.undo, case.redo, lambda: case.claims.delete(claim), case.undo,
        ):  # fmt: skip
            act()
            then[head(case)] = (views(case), case.origins.all())
        for step, (wanted, origins) in then.items():
            with closing(case.as_of(step)) as past:
                assert (views(past), past.origins.all()) == (wanted, origins)

    def test_everything_that_reads_works_and_nothing_writes(self, worked: Case) -> None:
        step = head(worked)
        worked.claims.delete(1)
        past = worked.as_of(step)
        folder = past.path.parent
        assert past.read_only
        assert past.integrity.faults() == []
        assert b"Forty fell ill" in past.memos.render(".md")
        past.index.refresh()
        _, found = past.index.search("ferry", 10)
        assert found is not None
        assert found.hits
        assert worked.path.parent not in folder.parents
        with pytest.raises(CaseReadOnly):
            past.claims.edit(1, text="rewritten")
        past.close()
        assert not folder.exists()

    def test_the_index_of_the_past_is_its_own(self, worked: Case) -> None:
        worked.index.refresh()
        worked.claims.edit(1, text="Zebrafish fell ill.")
        worked.index.refresh()
        with closing(worked.as_of(2)) as past:
            past.index.refresh()
        _, found = worked.index.search("zebrafish in:claims", 10)
        assert found is not None
        assert [hit.id for hit in found.hits] == [1]
        assert worked.index.behind() == 0

    def test_saved_it_is_a_case_of_its_own_with_nothing_later(self, worked: Case, tmp_path: Path) -> None:
        target = tmp_path / "then.case"
        step = head(worked)
        worked.claims.add("A later secret.")
        assert worked.past.save(step, target) == ()
        assert b"A later secret" not in target.read_bytes()
        with closing(Case.open(target, lambda: "Tom")) as again:
            assert again.integrity.faults() == []
            assert [v.claim.text for v in views(again)] == ["Forty fell ill.", "The ferry was stopped."]
            assert again.claims.add("Another.").new("claims") == 3

    def test_there_is_no_step_that_is_not(self, worked: Case) -> None:
        for step in (0, head(worked) + 1):
            with pytest.raises(NotFound):
                worked.as_of(step)
        assert not list((paths.cache() / "past").glob("*"))


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Sets the journal's clock; every step after is a second later."""
    ticks, start = count(), [datetime(2026, 10, 21, 12, tzinfo=UTC)]
    monkeypatch.setattr(journal, "now", lambda: (start[0] + timedelta(seconds=next(ticks))).isoformat(timespec="milliseconds"))

    def use(when: str) -> None:
        start[0] = datetime.fromisoformat(when)

    return use


class TestMoments:
    def test_a_time_a_day_or_a_step(self, clock: Callable[[str], None], tmp_path: Path) -> None:
        clock("2026-10-21T12:00:00+00:00")
        with closing(Case.create(tmp_path / "a.case", lambda: "Ida")) as case:
            clock("2026-10-22T09:00:00+00:00")
            case.claims.add("One.")
            clock("2026-10-23T09:00:00+00:00")
            case.claims.add("Two.")
            assert case.past.find("2026-10-22T10:00:00+00:00").seq == 2
            assert case.past.find("2026-10-22T10:00:00+00:00").next == "New claim"
            assert case.past.find("2026-10-22 12:00+00:00").seq == 2
            assert case.past.find("2030-01-01").seq == 3
            assert case.past.find("2030-01-01").next == ""
            assert [case.past.find(words).seq for words in ("2", "#2", "step 2", " Step  2 ")] == [2, 2, 2, 2]
            for words in ("22 Oct 2026 10:00 UTC", "10:00 UTC, 22.10.2026", "Oct 22, 2026 10:00 +0000"):
                assert case.past.find(words).seq == 2
            for words in ("yesterday", "", "2026-13-01", "3/4/2026", "Oct 2026", "31 Feb 2026"):
                with pytest.raises(RuleBroken, match="Write it like 9 Nov 2016"):
                    case.past.find(words)
            with pytest.raises(NotFound, match="made later"):
                case.past.find("2026-10-20")
            with pytest.raises(NotFound):
                case.past.find("step 4")

    def test_a_day_means_its_end_here(self, clock: Callable[[str], None], tmp_path: Path) -> None:
        noon = datetime(2026, 10, 22, 12).astimezone()
        clock((noon - timedelta(days=1)).isoformat())
        with closing(Case.create(tmp_path / "a.case", lambda: "Ida")) as case:
            clock(noon.isoformat())
            case.claims.add("One.")
            assert (case.past.find("2026-10-22").seq, case.past.find("2026-10-21").seq) == (2, 1)

    def test_a_clock_set_back_changes_no_order(self, clock: Callable[[str], None], tmp_path: Path) -> None:
        clock("2026-10-21T14:00:00+00:00")
        with closing(Case.create(tmp_path / "a.case", lambda: "Ida")) as case:
            claim = case.claims.add("One.").new("claims")
            clock("2026-10-21T13:00:00+00:00")
            case.claims.edit(claim, text="Two.")
            clock("2026-10-21T12:00:00+00:00")
            case.claims.edit(claim, text="Three.")
            case.undo()
            assert [event.seq for event in case.history.of_case()] == [5, 4, 3, 2, 1]
            assert [event.seq for event in case.history.of_claim(claim)] == [5, 4, 3, 2]
            texts = []
            for step in range(2, 6):
                with closing(case.as_of(step)) as past:
                    texts.append(past.claims.view(claim).claim.text)
            assert texts == ["One.", "Two.", "Three.", "Two."]
            assert case.past.find("2026-10-21T12:30:00+00:00").seq == 5
            assert said(case, 2) == {"C1": ("text: “One.” → “Two.”",)}
            assert case.integrity.faults() == []


class TestSince:
    def test_what_is_different_is_said_in_words(self, worked: Case, mark: MarkOf) -> None:
        step = head(worked)
        worked.claims.set_status(1, Decision(Status.UNCONFIRMED, Basis.CONFLICTING, "the company denies it"))
        worked.claims.edit(1, text="About forty fell ill.", review_on="2027-01-05")
        worked.appearances.add(1, mark(1, "anybody had fallen ill on board"), Attribution(Stance.DENIES, origin="Norlin"))
        worked.claims.assess(1, credibility="3")
        third = worked.claims.add("Service starts again.", mark(2, "Service is to start again")).new("claims")
        worked.claims.delete(2)
        worked.info.edit(title="The ferry")
        worked.articles.set_grade(2, Reliability.B)
        found = said(worked, step)
        assert list(found) == ["The case", "C1", "C2", f"C{third}", "Ex. 2", "Origin “Norlin”"]
        assert found["C1"] == (
            "status: CONFIRMED (independent corroboration) → UNCONFIRMED (conflicting)",
            "text: “Forty fell ill.” → “About forty fell ill.”",
            "reason: two who know → the company denies it",
            "review on: none → 5 Jan 2027",
            "appearance added: Ex. 1 “anybody had fallen ill on board”, denies, from Norlin (stated)",
            "credibility: none → 3 possibly true",
        )
        assert found["C2"] == ("deleted; it was “The ferry was stopped.”",)
        assert found[f"C{third}"] == (
            "new: “Service starts again.”, OPEN",
            "appearance added: Ex. 2 “Service is to start again”, asserts",
        )
        assert found["The case"] == ("title: ferry → The ferry",)
        assert found["Ex. 2"] == ("grade: F cannot be judged → B usually reliable",)

    def test_what_was_changed_back_is_not_different(self, worked: Case, mark: MarkOf) -> None:
        step = head(worked)
        worked.claims.edit(1, text="Other words.")
        worked.claims.edit(1, text="Forty fell ill.")
        gone = worked.claims.add("Soon gone.", mark(2, "the company said")).new("claims")
        worked.claims.delete(gone)
        worked.claims.edit(2, note="a note")
        worked.undo()
        assert worked.history.since(step) == []
        assert worked.history.since(head(worked)) == []

    def test_origins_links_and_marks_are_told_by_name(self, worked: Case, mark: MarkOf) -> None:
        step = head(worked)
        agency = worked.origins.add(NewOrigin("Coastal Wire", OriginKind.WIRE, Reliability.B, "", False, None)).new("origins")
        worked.origins.edit(1, derives_from=agency)
        appearance = worked.claims.view(1).appearances[0]
        worked.appearances.edit(appearance.id, stance=Stance.REPORTS, origin="Coastal Wire")
        worked.appearances.not_mentioned(2, 2)
        found = said(worked, step)
        assert found["C1"] == (
            "appearance in Ex. 1 “40 passengers fell ill”, origin basis: stated → inferred; origin: Harbour office → Coastal Wire; "
            "stance: asserts → reports; stated by: “harbour office of Port Ansel said” → none",
        )
        assert found["C2"] == ("looked for in Ex. 2: not mentioned",)
        assert found["Origin “Harbour office”"] == ("derives from: none → Coastal Wire",)
        assert found["Origin “Coastal Wire”"] == ("new: news wire, reliability B usually reliable",)

    def test_a_step_that_is_not_is_refused(self, worked: Case) -> None:
        with pytest.raises(NotFound):
            worked.history.since(99)


class TestHistories:
    def test_an_article_has_a_history_of_its_own(self, worked: Case) -> None:
        worked.articles.set_grade(2, Reliability.B)
        worked.claims.edit(2, note="not about Ex. 2")
        events = worked.history.of_article(2)
        assert "grade: F cannot be judged → B usually reliable" in events[0].what
        assert events[-1].what == "Ex. 2 “Norlin: nobody ill on ferry” · new: “courier.txt”"
        assert [e.seq for e in events] == sorted((e.seq for e in events), reverse=True)
        assert set(worked.history.steps_of("articles", 2)) == {e.seq for e in events}
        assert head(worked) not in worked.history.steps_of("articles", 2)

    def test_the_history_of_a_claim_follows_as_the_journal_grows(self, worked: Case) -> None:
        before = worked.history.of_claim(1)
        worked.claims.edit(2, note="about another")
        assert worked.history.of_claim(1) == before
        worked.claims.edit(1, note="about this one")
        worked.undo()
        now = worked.history.of_claim(1)
        assert now[2:] == before
        assert now[0].what.startswith("Undone (step 8): C1 “Forty fell ill.” · note: ")
        worked.claims.delete(1)
        assert worked.history.of_claim(1)[0].what.startswith("C1 “Forty fell ill.” · deleted; appearance removed: Ex. ")

    def test_a_second_window_sees_the_same_history(self, worked: Case) -> None:
        with closing(Case.open(worked.path, lambda: "Tom", read_only=True)) as second:
            assert second.history.of_claim(1) == worked.history.of_claim(1)
            worked.claims.edit(1, text="Changed beside it.")
            assert second.history.of_claim(1) == worked.history.of_claim(1)
            assert second.history.since(2) == worked.history.since(2)
            with closing(second.as_of(head(worked) - 1)) as past:
                assert past.claims.view(1).claim.text == "Forty fell ill."


class TestOddities:
    def test_a_text_read_again_later_is_not_in_what_is_saved(self, empty: Case, tmp_path: Path) -> None:
        file = tmp_path / "zagreb.txt"
        file.write_bytes("Čestitke šefa iz Županje, rekao je čovjek šapćući o žutoj kući. ".encode("cp1250") * 3)
        empty.imports.files([file])
        first, step = empty.articles.text(1), head(empty)
        empty.articles.reread(1, "cp1250" if empty.articles.get(1).encoding != "cp1250" else "latin-1")
        later = empty.articles.text(1)
        assert later != first
        empty.past.save(step, tmp_path / "then.case")
        assert later.encode() not in (tmp_path / "then.case").read_bytes()
        with closing(Case.open(tmp_path / "then.case", lambda: "Tom")) as then:
            assert then.articles.text(1) == first
            assert then.integrity.faults() == []
        empty.undo()
        empty.past.save(head(empty), tmp_path / "undone.case")
        with closing(Case.open(tmp_path / "undone.case", lambda: "Tom")) as undone:
            undone.redo()
            assert undone.articles.text(1) == later
            assert undone.integrity.faults() == []

    @pytest.mark.parametrize("name", ["a?b#c%20d&e", "Fähre “40” — 포트 안셀", "ü" * 110])
    def test_whatever_the_case_is_called(self, tmp_path: Path, name: str) -> None:
        with closing(Case.create(tmp_path / f"{name}.case", lambda: "Ida")) as case:
            case.claims.add("One.")
            with closing(case.as_of(1)) as past:
                assert views(past) == []
                assert past.integrity.faults() == []
            case.past.save(1, tmp_path / "then ?#%.case")
        assert sorted(p.name for p in tmp_path.iterdir()) == sorted(["then ?#%.case", f"{name}.case"])
        assert not list((paths.cache() / "past").glob("*"))

    def test_a_full_disk_leaves_nothing(self, worked: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(*_: object) -> None:
            raise sqlite3.OperationalError("database or disk is full")

        monkeypatch.setattr(storage_past, "_content", full)
        before = sorted(tmp_path.iterdir())
        with pytest.raises(DiskFull):
            worked.past.save(2, tmp_path / "then.case")
        with pytest.raises(DiskFull):
            worked.as_of(2)
        assert sorted(tmp_path.iterdir()) == before
        assert not list((paths.cache() / "past").glob("*"))

    def test_a_folder_that_cannot_be_made_is_told(self, worked: Case) -> None:
        paths.cache().mkdir(parents=True, exist_ok=True)
        (paths.cache() / "past").write_text("in the way", encoding="utf-8")
        with pytest.raises(BackupFailed):
            worked.as_of(2)

    def test_a_memo_of_the_past_says_the_head_and_state_of_then(self, worked: Case) -> None:
        worked.info.edit(as_of="2031-05-04")
        worked.signing.put_up()
        put_up = worked.memos.render(".md")
        step = head(worked)
        worked.claims.edit(1, text="Changed since.")
        with closing(worked.as_of(step)) as past:
            assert past.memos.render(".md") == put_up
            assert past.signing.last().stands
        with closing(worked.as_of(step - 1)) as past:
            assert past.signing.last() is None
            assert past.memos.build().banner == ""

    def test_a_number_given_before_is_not_given_again_however_its_row_came_back(self, case: Case, mark: MarkOf, tmp_path: Path) -> None:
        claim = case.claims.add("Forty fell ill.").new("claims")
        case.claims.delete(claim)
        step = head(case)
        case.undo()
        case.claims.edit(claim, note="a change by hand after it came back")
        case.past.save(step, tmp_path / "then.case")
        with closing(Case.open(tmp_path / "then.case", lambda: "Tom")) as then:
            assert then.integrity.faults() == []
            assert then.claims.add("Another.").new("claims") == claim + 1
