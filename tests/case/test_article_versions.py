"""Two versions of an article beside each other: what changed, which marks stand, what is to be looked at again; nothing moves by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.case import Case
from workbench.case.appearances import Attribution
from workbench.case.article_versions import LineFate, Versions, remark_on
from workbench.case.carrying import Fate
from workbench.case.claims import Decision
from workbench.case.evidence import NewLink
from workbench.case.passages import Mark
from workbench.case.queries import NewQuery
from workbench.domain.errors import NotFound, RuleBroken
from workbench.domain.statuses import Basis, Status
from workbench.domain.vocabulary import DiscrepancyType, OriginBasis, Relation, Role, Severity, Stance

FIRST = """Ferry runs aground off Norlin

The ferry ran aground on Tuesday morning, the harbour office said.
Seven people were hurt, the clinic said in a statement.
Nobody had warned the captain of the sandbank.
The council will meet on Friday.
"""
SECOND = """Ferry runs aground off Norlin

The council will meet on Friday.
The ferry ran aground on Tuesday morning, the harbour office said.
At least nine people were hurt, the clinic said in a statement.
Divers have reached the wreck.
"""


@pytest.fixture
def both(empty: Case, tmp_path: Path) -> Case:
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        empty.imports.files([tmp_path / name])
    return empty


def mark(text: str, words: str, article: int = 1) -> Mark:
    at = text.index(words)
    return Mark(article, at, at + len(words))


@pytest.fixture
def marked(both: Case) -> Case:
    """C1 on words that stand, C2 on words that changed, C3 on words that are gone; C1 and C2 are decided."""
    office = Attribution(attributed_to="the harbour office", origin="harbour office", origin_basis=OriginBasis.STATED)
    for words, said in (
        ("ran aground on Tuesday morning", office), ("Seven people were hurt", Attribution()),
        ("Nobody had warned", Attribution(Stance.DENIES)),
    ):  # fmt: skip
        both.claims.add(words, mark(FIRST, words), said)
    both.claims.set_status(1, Decision(Status.UNCONFIRMED, Basis.SINGLE_ORIGIN))
    both.claims.set_status(2, Decision(Status.UNCONFIRMED, Basis.SINGLE_ORIGIN))
    return both


def fates(found: Versions) -> dict[str, Fate]:
    return {mark.owners[0]: mark.fate for mark in found.marks}


def test_lines_are_the_same_changed_moved_gone_or_new(both: Case) -> None:
    found = both.versions.compare(1, 2)
    said = {(line.was or line.now).split()[1]: line.fate for line in found.lines}
    assert said == {
        "runs": LineFate.SAME, "council": LineFate.MOVED, "ferry": LineFate.SAME, "people": LineFate.CHANGED, "have": LineFate.NEW,
        "had": LineFate.GONE,
    }  # fmt: skip
    changed = next(line for line in found.lines if line.fate is LineFate.CHANGED)
    assert changed.remark == "softer: “at least”; figures: Seven → nine"
    assert [line.now for line in found.lines if line.new] == SECOND.replace("\n\n", "\n").strip().split("\n")


def test_what_became_of_each_mark_and_whom_it_shakes(marked: Case) -> None:
    found = marked.versions.compare(1, 2)
    assert fates(found) == {"C1": Fate.SAME, "C2": Fate.CHANGED, "C3": Fate.ORPHAN}
    assert found.to_carry == 1
    assert found.shaken == ("C2", "C3")
    assert found.summary == (
        "In Ex. 2, beside Ex. 1: 1 paragraph changed, 1 paragraph gone, 1 paragraph new, 1 paragraph moved."
        " Without the same words there: C2 and C3."
    )


def test_carrying_is_one_step_takes_stance_and_origin_along_and_changes_no_status(marked: Case) -> None:
    marked.appearances.not_mentioned(1, 2)
    before = [view.claim.status for view in marked.claims.views()]
    report = marked.versions.carry(1, 2)
    assert report.text == "1 mark carried to Ex. 2. To be looked at again, because their words are not the same there: C2."
    there = [a for a in marked.appearances.all() if a.article_id == 2]
    assert len(there) == 1  # the "not mentioned" has made way
    new, old = there[0], next(a for a in marked.appearances.of(1) if a.article_id == 1)
    assert (new.claim_id, new.stance, new.attributed_to, new.origin_id) == (1, old.stance, old.attributed_to, old.origin_id)
    assert new.origin_basis is OriginBasis.STATED
    assert marked.articles.passage(new.passage_id or 0).anchor.exact == "ran aground on Tuesday morning"
    assert [view.claim.status for view in marked.claims.views()] == before
    assert [bool(view.claim.review_on) for view in marked.claims.views()] == [False, True, False]
    again = marked.versions.carry(1, 2)
    assert (again.carried, again.to_review) == (0, ("C2",))
    marked.undo()
    assert [a.article_id for a in marked.appearances.of(1) if a.passage_id] == [1]
    assert not any(view.claim.review_on for view in marked.claims.views())


def test_links_and_queries_are_named_and_stay_where_they_are(marked: Case) -> None:
    marked.evidence.add(1, NewLink(Relation.CONTRADICTS, mark=mark(FIRST, "The council will meet")))
    marks = (mark(FIRST, "Nobody had warned"), mark(FIRST, "Seven people"))
    marked.queries.add(NewQuery(DiscrepancyType.FIGURE, Severity.LOW, marks, "so"))
    found = marked.versions.compare(1, 2)
    owners = {mark.words: mark.owners for mark in found.marks}
    assert owners["The council will meet"] == ("C1",)
    assert owners["Nobody had warned"] == ("C3", "Q1")
    assert owners["Seven people"] == ("Q1",)
    assert marked.versions.carry(1, 2).carried == 1
    assert len(marked.claims.view(1).evidence) == 1


def test_a_signed_memo_that_is_touched_is_named(marked: Case) -> None:
    marked.info.edit(as_of="2031-05-04T12:00:00+00:00")
    marked.signing.put_up()
    assert marked.versions.compare(1, 2).memos == ()
    for item in marked.signing.passing.items("R. Quill"):
        from workbench.domain.vocabulary import ReviewVerdict

        marked.signing.passing.review(item, ReviewVerdict.AGREES, "R. Quill")
    marked.signing.sign(1, Role.ANALYST, "Ida Holm")
    marked.signing.sign(1, Role.CHECKER, "R. Quill")
    found = marked.versions.compare(1, 2)
    assert found.memos == ("v1",)
    assert found.summary.endswith("Signed, and perhaps resting on these words: memo v1.")
    assert marked.versions.compare(2, 1).memos == ()


def test_known_versions_are_listed_and_one_article_is_no_pair(empty: Case, tmp_path: Path) -> None:
    page = '<html><head><link rel="canonical" href="https://norlin.example/ferry"></head><body><article><h1>Ferry</h1>{}</article></body></html>'
    for number, words in enumerate(("<p>The ferry ran aground.</p>", "<p>The ferry ran aground and sank.</p>"), start=1):
        (tmp_path / f"{number}.html").write_text(page.format(words * 3), encoding="utf-8")
        empty.imports.files([tmp_path / f"{number}.html"])
    assert empty.versions.pairs() == [(1, 2)]
    with pytest.raises(RuleBroken):
        empty.versions.compare(1, 1)
    with pytest.raises(NotFound):
        empty.versions.compare(1, 9)


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("He killed nine.", "He allegedly killed nine.", "softer: “allegedly”"),
        ("He allegedly killed nine.", "He killed nine.", "firmer: no longer “allegedly”"),
        ("Nine hurt, 12 missing.", "Nine hurt, 14 missing.", "figures: 12 → 14"),
        ("12 hurt.", "Some were hurt.", "softer: “some”; figures: 12 → none"),
        ("1,500 came.", "1500 came.", ""),
    ],
)
def test_what_a_change_of_words_does_is_said(was: str, now: str, said: str) -> None:
    assert remark_on(was, now) == said


LINES = st.lists(st.sampled_from(["The ferry sank.", "Nine were hurt.", "It rained.", "Divers came.", "", "Nobody knew it."]), max_size=8)


@given(LINES, LINES)
def test_every_line_of_both_is_there_once(old: list[str], new: list[str]) -> None:
    from workbench.case.carrying import Carrier

    carrier = Carrier("\n".join(old), "\n".join(new))
    lines = carrier.lines()
    assert [carrier.new[slice(*there)] for _, there in lines if there] == [line for line in new if line]
    assert sorted(here for here, _ in lines if here) == sorted({here for here, _ in lines if here})
    assert len([here for here, _ in lines if here]) == sum(map(bool, old))
