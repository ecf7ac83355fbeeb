"""The marks of a claim: moved, carried to another claim, split and joined; undo brings each back, and no text is touched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.case import Case
from workbench.case.appearances import Attribution
from workbench.case.passages import Mark
from workbench.domain.errors import RuleBroken
from workbench.domain.vocabulary import Stance

TEXT = "The ferry was full. It sank at noon, the harbour office said, and nobody was hurt.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Case:
    made = Case.create(tmp_path / "marks.case", lambda: "Ida")
    (tmp_path / "ferry.txt").write_text(TEXT, encoding="utf-8")
    made.imports.files([tmp_path / "ferry.txt"])
    yield made
    made.close()


def words(case: Case, claim_id: int) -> list[str]:
    passages = case.articles.passages(1)
    return sorted(passages[a.passage_id].anchor.exact for a in case.appearances.of(claim_id) if a.passage_id)


def at(part: str) -> Mark:
    start = TEXT.index(part)
    return Mark(1, start, start + len(part))


def undone(case: Case, claim_id: int, change: Callable[[], object]) -> None:
    """The change can be taken back, and brings the same words and passages."""
    before, passages = words(case, claim_id), case.articles.passages(1)
    change()
    assert words(case, claim_id) != before
    case.undo()
    assert words(case, claim_id) == before
    assert case.articles.passages(1) == passages
    case.redo()
    assert case.articles.text(1) == TEXT
    assert case.integrity.faults() == []


def test_the_ends_move(desk: Case) -> None:
    claim = desk.claims.add("It sank.", at("It sank at noon")).new("claims")
    appearance = desk.appearances.of(claim)[0].id
    undone(desk, claim, lambda: desk.appearances.move(appearance, at("It sank")))
    assert words(desk, claim) == ["It sank"]
    assert len(desk.articles.passages(1)) == 1, "the passage that nothing uses any more is gone"


def test_a_mark_is_carried_to_another_claim_with_its_stance(desk: Case) -> None:
    claim = desk.claims.add("It sank.", at("It sank at noon"), Attribution(Stance.REPORTS, "harbour office")).new("claims")
    other = desk.claims.add("Nobody was hurt.", at("nobody was hurt")).new("claims")
    appearance = desk.appearances.of(claim)[0].id
    undone(desk, claim, lambda: desk.appearances.carry(appearance, other))
    assert words(desk, other) == ["It sank at noon", "nobody was hurt"]
    assert [a.attributed_to for a in desk.appearances.of(other) if a.id == appearance] == ["harbour office"]
    desk.appearances.add(claim, at("It sank at noon"))
    with pytest.raises(RuleBroken, match="already"):
        desk.appearances.carry(appearance, claim)


def test_a_mark_is_split_and_joined_again(desk: Case) -> None:
    claim = desk.claims.add("It sank.", at("It sank at noon, the harbour office said"), Attribution(Stance.REPORTS)).new("claims")
    appearance = desk.appearances.of(claim)[0].id
    undone(desk, claim, lambda: desk.appearances.split(appearance, TEXT.index("the harbour")))
    assert words(desk, claim) == ["It sank at noon,", "the harbour office said"]
    assert {a.stance for a in desk.appearances.of(claim)} == {Stance.REPORTS}
    ids = [a.id for a in desk.appearances.of(claim)]
    undone(desk, claim, lambda: desk.appearances.join(ids))
    assert words(desk, claim) == ["It sank at noon, the harbour office said"]
    with pytest.raises(RuleBroken, match="inside"):
        desk.appearances.split(appearance, 0)
    with pytest.raises(RuleBroken, match="two marks"):
        desk.appearances.join([appearance])


def test_no_passage_is_an_appearance_of_one_claim_twice(desk: Case) -> None:
    claim = desk.claims.add("C", at("The ferry was full")).new("claims")
    for part in ("The ferry", "was full"):
        desk.appearances.add(claim, at(part))
    whole, first, last = desk.appearances.of(claim)
    with pytest.raises(RuleBroken, match="already"):
        desk.appearances.join([first.id, last.id])
    with pytest.raises(RuleBroken, match="already"):
        desk.appearances.split(whole.id, at("was full").start)
    with pytest.raises(RuleBroken, match="two marks"):
        desk.appearances.join([first.id, first.id])
    assert words(desk, claim) == ["The ferry", "The ferry was full", "was full"]
    desk.appearances.join([whole.id, first.id])
    assert words(desk, claim) == ["The ferry was full", "was full"]


def test_a_carried_mark_takes_the_place_of_not_mentioned(desk: Case) -> None:
    claim = desk.claims.add("C", at("The ferry")).new("claims")
    other = desk.claims.add("Another").new("claims")
    desk.appearances.not_mentioned(other, 1)
    desk.appearances.carry(desk.appearances.of(claim)[0].id, other)
    (found,) = desk.appearances.of(other)
    assert found.passage_id
    desk.appearances.not_mentioned(claim, 1)
    with pytest.raises(RuleBroken, match="has an entry"):
        desk.appearances.carry(desk.appearances.of(claim)[0].id, other)
