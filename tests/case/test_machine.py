"""The desk under random play: whatever an analyst does to claims, marks, origins, links, queries and versions, the case stays sound,
undoing everything brings back every row, and the past is as it was."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import text as sql

from tests.case.worded import check_history
from tests.conftest import ARTICLES
from tests.thorough import share
from workbench.case import Case
from workbench.case.appearances import Attribution
from workbench.case.checker_pass import PassItem
from workbench.case.claims import Decision
from workbench.case.evidence import NewLink
from workbench.case.merging import Going
from workbench.case.origins import NewOrigin
from workbench.case.passages import Mark
from workbench.case.queries import NewQuery
from workbench.case.rereading import read_anew
from workbench.case.views import Views
from workbench.domain.draft import Draft, DraftZone
from workbench.domain.errors import WorkbenchError
from workbench.domain.statuses import Basis, Status
from workbench.domain.vocabulary import DiscrepancyType, Relation, ReviewVerdict, Severity, Stance, ZoneKind
from workbench.storage.reader import connection_of
from workbench.storage.tables import JOURNALED

PICK = st.integers(0, 10**6)
MARKS = st.builds(lambda a, s, n: Mark(a, s, s + n), st.integers(1, 2), st.sampled_from([0, 6, 12, 20, 30]), st.sampled_from([6, 14, 30]))
NAMES = st.sampled_from(["Harbour office", "Coastal Wire", "Tomas Weil", "Norlin", "ﬁ Größe", "포트 안셀"])
Dump = dict[str, list[tuple[Any, ...]]]


@cache
def two_articles() -> bytes:
    """The case that every run begins with, made once: to read files takes a process of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        case = Case.create(folder / "machine.case", lambda: "Ida Holm")
        for file, text in ARTICLES.items():
            (folder / file).write_text(text, encoding="utf-8")
        case.imports.files([folder / file for file in ARTICLES])
        case.close()
        return case.path.read_bytes()


class DeskMachine(RuleBasedStateMachine):
    """One desk, many hands. Refusals are part of the game; they must leave no trace."""

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="machine-"))
        path = self.folder / "machine.case"
        path.write_bytes(two_articles())
        self.case = Case.open(path, lambda: "Ida Holm")
        self.first, self.done = self.dump(), 0
        self.shown: list[PassItem] = []
        self.then: dict[int, Dump] = {self.step(): self.first}

    def teardown(self) -> None:
        if not hasattr(self, "case"):
            return
        with closing(self.case):
            for step in sorted(self.then)[:: max(1, len(self.then) // 3)]:
                with closing(self.case.as_of(step)) as past:
                    assert dumped(past) == self.then[step]
                    assert past.integrity.faults() == []
            last = self.dump()
            check_history(self.case)
            undone = []
            while self.case.undo_names()[0] != "Import 2 articles":
                undone.append(self.case.undo()[0])
            assert self.dump() == self.first
            assert self.case.integrity.faults() == []
            for name in reversed(undone):
                assert self.case.redo()[0] == name
            assert self.dump() == last
            assert b"# " in self.case.memos.render(".md")
        shutil.rmtree(self.folder)

    def dump(self) -> Dump:
        return dumped(self.case)

    def step(self) -> int:
        with self.case.file.read() as reader:
            return reader.head()[0]

    def act(self, work: Callable[[], object]) -> None:
        """Do it; a refusal leaves everything as it was."""
        before, step = self.dump(), self.step()
        try:
            work()
        except WorkbenchError:
            assert (self.dump(), self.step()) == (before, step)
        self.then[self.step()] = self.dump()

    def one(self, table: str, pick: int) -> int:
        """An id of a table, sometimes one that is not there."""
        with self.case.file.read() as reader:
            ids = list(connection_of(reader).execute(sql(f"SELECT id FROM {table} ORDER BY id")).scalars())
        return ids[pick % len(ids)] if ids and pick % 23 else 999

    # Claims

    @rule(mark=MARKS, origin=NAMES, stance=st.sampled_from([Stance.ASSERTS, Stance.DENIES]))
    def claim(self, mark: Mark, origin: str, stance: Stance) -> None:
        self.act(lambda: self.case.claims.add(f"Claim at {mark.start}", mark, Attribution(stance, "Norlin", origin=origin)))

    @rule(one=PICK, other=PICK)
    def merge_claims(self, one: int, other: int) -> None:
        self.act(lambda: self.case.claims.merge(self.one("claims", one), self.one("claims", other)))

    @rule(one=PICK, which=PICK)
    def split_claim(self, one: int, which: int) -> None:
        number = self.one("claims", one)
        marks, links = ([row.id for row in rows] for rows in (self.case.appearances.of(number), self.case.evidence.of(number)))
        parts = [frozenset(row for row in rows if (row + which) % 3 == part) for rows in (marks, links) for part in (0, 1)]
        self.act(lambda: self.case.claims.split(number, f"Part of C{number}", Going(parts[0], parts[1], parts[2])))

    @rule(
        one=PICK,
        basis=st.sampled_from([(Status.UNCONFIRMED, Basis.CONFLICTING), (Status.CONFIRMED, Basis.FIRST_HAND), (Status.OPEN, None)]),
    )
    def decide(self, one: int, basis: tuple[Status, Basis | None]) -> None:
        self.act(lambda: self.case.claims.set_status(self.one("claims", one), Decision(*basis, reason="seen", override_reason="seen")))

    @rule(one=PICK, note=st.sampled_from(["", "a note"]))
    def note(self, one: int, note: str) -> None:
        self.act(lambda: self.case.claims.edit(self.one("claims", one), note=note))

    @rule(one=PICK)
    def delete_claim(self, one: int) -> None:
        self.act(lambda: self.case.claims.delete(self.one("claims", one)))

    # Marks and links

    @rule(one=PICK, mark=MARKS, origin=NAMES)
    def mark(self, one: int, mark: Mark, origin: str) -> None:
        self.act(lambda: self.case.appearances.add(self.one("claims", one), mark, Attribution(origin=origin)))

    @rule(one=PICK, article=st.integers(1, 2))
    def not_mentioned(self, one: int, article: int) -> None:
        self.act(lambda: self.case.appearances.not_mentioned(self.one("claims", one), article))

    @rule(one=PICK, mark=MARKS)
    def move(self, one: int, mark: Mark) -> None:
        found = self.mine(one)
        article = self.article(found) if one % 4 else mark.article_id
        self.act(lambda: self.case.appearances.move(found, Mark(article, mark.start, mark.end)))

    @rule(one=PICK, claim=PICK)
    def carry(self, one: int, claim: int) -> None:
        self.act(lambda: self.case.appearances.carry(self.mine(one), self.one("claims", claim)))

    @rule(one=PICK, at=st.integers(0, 50))
    def split_mark(self, one: int, at: int) -> None:
        self.act(lambda: self.case.appearances.split(self.mine(one), at))

    @rule(one=PICK, other=PICK)
    def join(self, one: int, other: int) -> None:
        self.act(lambda: self.case.appearances.join([self.mine(one), self.mine(other)]))

    @rule(one=PICK)
    def delete_mark(self, one: int) -> None:
        self.act(lambda: self.case.appearances.delete(self.mine(one)))

    @rule(one=PICK, mark=st.none() | MARKS, origin=NAMES)
    def link(self, one: int, mark: Mark | None, origin: str) -> None:
        new = NewLink(Relation.CORROBORATES, mark, note="a call", origin=origin, independent=True, independent_reason="he saw it")
        self.act(lambda: self.case.evidence.add(self.one("claims", one), new))

    # Origins

    @rule(name=NAMES, parent=PICK)
    def origin(self, name: str, parent: int) -> None:
        self.act(lambda: self.case.origins.add(NewOrigin(name, derives_from=self.one("origins", parent))))

    @rule(one=PICK, other=PICK)
    def derive(self, one: int, other: int) -> None:
        self.act(lambda: self.case.origins.edit(self.one("origins", one), derives_from=self.one("origins", other)))

    @rule(one=PICK, other=PICK)
    def merge_origins(self, one: int, other: int) -> None:
        self.act(lambda: self.case.origins.merge(self.one("origins", one), self.one("origins", other)))

    @rule(one=PICK)
    def delete_origin(self, one: int) -> None:
        self.act(lambda: self.case.origins.delete(self.one("origins", one)))

    # Queries, articles, the checker, versions

    @rule(marks=st.tuples(MARKS, MARKS), claim=PICK)
    def query(self, marks: tuple[Mark, Mark], claim: int) -> None:
        about = self.one("claims", claim) if claim % 2 else None
        self.act(lambda: self.case.queries.add(NewQuery(DiscrepancyType.FIGURE, Severity.HIGH, marks, "which?", about)))

    @rule(one=PICK, claim=PICK)
    def about(self, one: int, claim: int) -> None:
        self.act(lambda: self.case.queries.edit(self.one("discrepancies", one), claim_id=self.one("claims", claim)))

    @rule(one=PICK, passage=PICK)
    def shorten(self, one: int, passage: int) -> None:
        self.act(lambda: self.case.queries.remove_passage(self.one("discrepancies", one), self.one("passages", passage)))

    @rule(one=PICK, reason=st.sampled_from(["", "both are right"]))
    def settle(self, one: int, reason: str) -> None:
        self.act(lambda: self.case.queries.resolve(self.one("discrepancies", one), reason))

    @rule(one=PICK)
    def delete_query(self, one: int) -> None:
        self.act(lambda: self.case.queries.delete(self.one("discrepancies", one)))

    @rule(article=st.integers(1, 2), again=st.integers(0, 3))
    def remove_article(self, article: int, again: int) -> None:
        if not again:
            self.act(lambda: self.case.articles.delete(article))

    @rule(one=PICK)
    def review(self, one: int) -> None:
        """Of an item as it is, or as it was shown some steps ago."""
        if one % 3:
            self.shown = self.case.signing.passing.items("R. Quill")
        if self.shown:
            verdict = ReviewVerdict.AGREES if one % 2 else ReviewVerdict.QUERIES
            item = self.shown[one % len(self.shown)]
            self.act(lambda: self.case.signing.passing.review(item, verdict, "R. Quill", "why?"))

    @rule(
        article=st.integers(1, 2),
        lines=st.permutations(range(3)),
        word=st.sampled_from(["", "40 passengers", "the ferry", "said"]),
        other=st.sampled_from(["", "38 people", "Menu\n"]),
    )
    def read_again(self, article: int, lines: list[int], word: str, other: str) -> None:
        """Another text of the same bytes: lines moved or left out, words changed."""
        with suppress(WorkbenchError):
            held, text = self.case.articles.get(article), ARTICLES[list(ARTICLES)[article - 1]]
            parts = text.replace(". ", ".\n").split("\n")
            made = "\n".join([*(parts[at] for at in lines if at < len(parts)), *parts[3:]]).replace(word or "\0", other)
            zones = (DraftZone(0, 4, ZoneKind.HEADLINE, "first words"),)
            draft = Draft(made or "empty", held.media_type, held.encoding, held.encoding_basis, f"reader {lines}", {}, zones, ())
            self.act(lambda: read_anew(self.case.file, held, draft, f"Read {held.exhibit} again"))

    @rule(article=st.integers(1, 2), start=st.sampled_from([0, 10, 40]), kind=st.sampled_from([ZoneKind.BODY, ZoneKind.NOTE]))
    def zone(self, article: int, start: int, kind: ZoneKind) -> None:
        self.act(lambda: self.case.articles.set_zone(article, start, start + 25, kind))

    @rule(article=st.integers(1, 2))
    def check_off(self, article: int) -> None:
        self.act(lambda: self.case.reading.check_rest(article))

    # Time

    @rule()
    def undo(self) -> None:
        if self.case.undo_names()[0] != "Import 2 articles":
            self.act(self.case.undo)

    @rule()
    def redo(self) -> None:
        self.act(self.case.redo)

    def mine(self, pick: int) -> int:
        return self.one("appearances", pick)

    def article(self, appearance: int) -> int:
        with suppress(WorkbenchError), self.case.file.read() as reader:
            return reader.appearance(appearance).article_id
        return 1

    @invariant()
    def sound(self) -> None:
        if not hasattr(self, "case"):
            return
        assert self.case.integrity.faults() == []
        with self.case.file.read() as reader:
            found = [(a.claim_id, a.article_id, a.passage_id) for a in reader.appearances()]
            merged = {c.id for c in reader.claims(merged=True) if c.merged_into}
            assert not merged & {q.claim_id for q in reader.discrepancies()}
            assert all(r.claim_id == reader.appearance(r.appearance_id).claim_id for r in reader.reviews() if r.appearance_id)
        assert len(found) == len(set(found)), "one passage, one appearance of a claim"
        assert_views_are_true(self.case)
        marked = {(claim, article) for claim, article, passage in found if passage}
        assert not marked & {(claim, article) for claim, article, passage in found if passage is None}, "there, and not mentioned"


def assert_views_are_true(case: Case) -> None:
    """What is kept of the case is what a fresh reading gives, however it was changed since it was kept."""
    fresh = Views(case.file)
    assert case.claims.views() == fresh.claims()
    assert case.articles.all() == list(fresh.articles().values())
    assert case.origins.all() == fresh.origins()
    assert case.info.get() == fresh.info()
    for article in case.articles.all():
        assert case.articles.view(article.id) == fresh.in_article(article.id)
        assert case.articles.text(article.id) == fresh.texts([article.id])[article.id]
    for view in case.claims.views():
        assert case.claims.cited(view) == fresh.cited(view)


def dumped(case: Case) -> Dump:
    """Every row of every journaled table."""
    with case.file.read() as reader:
        return {
            t.name: [tuple(row) for row in connection_of(reader).execute(sql(f"SELECT * FROM {t.name} ORDER BY id"))] for t in JOURNALED
        }


TestDesk = DeskMachine.TestCase
TestDesk.settings = settings(
    max_examples=max(10, share(20)), stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
