"""Takedown (invariant 7): erasing an article for good removes its bytes and leaves a tombstone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from workbench import paths
from workbench.case import Case
from workbench.case.passages import Mark
from workbench.domain.errors import NotFound, NothingToUndo, RuleBroken

SECRET = "he had treated 38 of them himself"


def everywhere(case: Case) -> bytes:
    """Every byte the case has on this machine: the file, what lies beside it, and its backups."""
    files = [*case.path.parent.glob(f"{case.path.name}*"), *(paths.data() / "backups").rglob("*.case"), *paths.cache().rglob("*")]
    return b"".join(file.read_bytes() for file in files if file.is_file())


def test_an_erased_article_leaves_no_byte_of_its_text_and_a_tombstone(case: Case) -> None:
    exhibit = next(a for a in case.articles.all() if SECRET in case.articles.text(a.id))
    case.backup_today()
    assert everywhere(case).count(SECRET.encode()) >= 3, "original, text, backup"
    case.index.refresh()
    changes = case.erase_article(exhibit.id, "The clinic asked for it")
    case.index.refresh()
    assert case.index.search("treated")[1].hits == ()  # type: ignore[union-attr]
    assert changes.articles == {exhibit.id}
    assert SECRET.encode() not in everywhere(case)
    with pytest.raises(NotFound):
        case.articles.get(exhibit.id)
    (stone,) = case.takedowns.all()
    assert (stone.exhibit, stone.original_sha256, stone.reason) == (exhibit.id, exhibit.original_sha256, "The clinic asked for it")
    assert stone.erased_by
    assert case.integrity.faults() == []
    assert len(list((paths.data() / "backups").rglob("*.case"))) == 1


def test_neither_the_takedown_nor_what_came_before_it_can_be_undone(case: Case, mark: Callable[[int, str], Mark]) -> None:
    case.claims.add("40 passengers fell ill", mark(1, "40 passengers fell ill"))
    case.takedowns.erase(2, "A court said so")
    assert case.undo_names() == ("", "")
    with pytest.raises(NothingToUndo):
        case.undo()
    case.claims.add("a later claim")
    case.undo()
    path = case.path
    case.close()
    again = Case.open(path, lambda: "me")
    assert again.undo_names() == ("", "New claim")
    assert again.integrity.faults() == []
    again.close()


def test_without_a_reason_nothing_is_erased(case: Case) -> None:
    with pytest.raises(RuleBroken, match="why"):
        case.takedowns.erase(1, "  ")
    assert case.articles.text(1)
    assert case.takedowns.all() == []


def test_bytes_that_another_article_shares_stay(case: Case) -> None:
    with case.file.read() as reader:
        digest = reader.article(1).original_sha256
    with case.file.operation("A second exhibit of the same bytes") as operation:
        operation.update("articles", 2, original_sha256=digest)
    case.takedowns.erase(2, "wrong file")
    assert case.articles.original(1)
    assert case.integrity.faults() == []


def test_the_memo_says_what_was_erased(case: Case) -> None:
    digest = case.articles.get(2).original_sha256
    case.takedowns.erase(2, "A court said so")
    printed = " ".join(case.memos.render(".md").decode().split())
    assert f"Ex. 2 (SHA-256 {digest}) was erased for good" in printed
    assert "A court said so" in printed
