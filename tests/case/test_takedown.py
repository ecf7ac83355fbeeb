"""Takedown (invariant 7): erasing an article for good removes its bytes and leaves a tombstone."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from workbench import paths
from workbench.case import Case
from workbench.case.documents import Document
from workbench.case.evidence import NewLink
from workbench.case.passages import Mark
from workbench.case.queries import NewQuery
from workbench.domain.errors import NotFound, NothingToUndo, RuleBroken
from workbench.domain.vocabulary import DiscrepancyType, Relation, Role, Severity
from workbench.storage import open_file
from workbench.storage.reader import connection_of

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


def test_a_query_left_with_one_passage_goes_with_the_article(case: Case, mark: Callable[[int, str], Mark]) -> None:
    marks = (mark(1, "40 passengers fell ill"), mark(2, SECRET))
    case.queries.add(NewQuery(DiscrepancyType.FIGURE, Severity.HIGH, marks))
    case.takedowns.erase(2, "A court said so")
    assert case.queries.all() == []
    assert case.articles.passages(1) == {}
    assert case.integrity.faults() == []


def test_the_text_of_an_earlier_reading_is_erased_too(empty: Case, tmp_path: Path) -> None:
    file = tmp_path / "zagreb.txt"
    file.write_bytes("Čestitke šefa iz Županje, rekao je čovjek šapćući o žutoj kući. ".encode("cp1250") * 3)
    empty.imports.files([file])
    before = empty.articles.text(1)
    empty.articles.reread(1, "cp1250" if empty.articles.get(1).encoding != "cp1250" else "latin-1")
    assert empty.articles.text(1) != before
    empty.takedowns.erase(1, "wrong file")
    for text in (before, "kući"):
        assert text.encode() not in everywhere(empty)
    with empty.file.read() as reader:
        kept = [connection_of(reader).exec_driver_sql(f"SELECT count(*) FROM {name}").scalar() for name in ("originals", "texts")]
    assert kept == [0, 0]


def test_an_article_that_was_removed_before_can_be_erased_once(case: Case) -> None:
    case.articles.delete(2)
    assert SECRET.encode() in everywhere(case), "undo would bring it back"
    case.takedowns.erase(2, "The clinic asked for it")
    assert SECRET.encode() not in everywhere(case)
    (stone,) = case.takedowns.all()
    assert (stone.exhibit, stone.name) == (2, "courier.txt")
    assert case.integrity.faults() == []
    for exhibit in (2, 7):
        with pytest.raises(NotFound):
            case.takedowns.erase(exhibit, "again")


def test_a_document_of_the_same_bytes_keeps_them(case: Case, mark: Callable[[int, str], Mark]) -> None:
    claim = case.claims.add("40 fell ill.", mark(1, "40 passengers fell ill")).new("claims")
    document = Document("courier.txt", case.articles.original(2))
    link = case.evidence.add(claim, NewLink(Relation.CONTEXT, document=document)).new("evidence")
    case.takedowns.erase(2, "published again")
    assert case.evidence.document(link)[1] == document.data
    assert case.integrity.faults() == []


def test_a_takedown_reopens_what_was_put_up(case: Case, mark: Callable[[int, str], Mark]) -> None:
    case.claims.add("40 passengers fell ill.", mark(1, "40 passengers fell ill"))
    case.info.edit(as_of="2031-05-04")
    case.signing.put_up()
    assert case.signing.last().stands  # type: ignore[union-attr]
    case.takedowns.erase(2, "A court said so")
    assert not case.signing.last().stands  # type: ignore[union-attr]
    with pytest.raises(RuleBroken, match="has changed since"):
        case.signing.sign(1, Role.ANALYST, "Ida Holm")
    with closing(case.as_of(_steps(case) - 2)) as past:
        assert past.left_out == (2,)
        assert past.memos.build().banner.startswith("DRAFT")
        assert past.signing.last() is None
        (fault,) = past.integrity.faults()
        assert fault.startswith("Ex. 2 was there then and has been erased for good since")


def test_what_stood_on_an_erased_document_says_so_in_the_past(case: Case) -> None:
    claim = case.claims.add("40 fell ill.").new("claims")
    document = Document("a.txt", case.articles.original(2))
    link = case.evidence.add(claim, NewLink(Relation.CONTEXT, document=document)).new("evidence")
    then = _steps(case)
    case.evidence.delete(link)
    case.takedowns.erase(2, "A court said so")
    with closing(case.as_of(then)) as past:
        assert past.left_out == (2,)
        assert past.evidence.of(claim) == []
        assert past.memos.build().banner.startswith("DRAFT")
        assert not any("points to something" in fault for fault in past.integrity.faults())


def test_a_past_saved_after_a_takedown_says_itself_what_was_left_out(case: Case, mark: Callable[[int, str], Mark], tmp_path: Path) -> None:
    claim = case.claims.add("40 fell ill.", mark(1, "40 passengers fell ill")).new("claims")
    case.appearances.add(claim, mark(2, "40 passengers fell ill"))
    marks = tuple(mark(number, "40 passengers fell ill") for number in (1, 2))
    case.queries.add(NewQuery(DiscrepancyType.FIGURE, Severity.LOW, marks, "How many?", claim))
    then = _steps(case)
    case.takedowns.erase(2, "A court said so")
    with closing(case.as_of(then)) as past:
        assert past.queries.all() == []
        (fault,) = past.integrity.faults()
        assert fault.startswith("Ex. 2 was there then")
    assert case.past.save(then, tmp_path / "then.case") == (2,)
    with closing(Case.open(tmp_path / "then.case", lambda: "Ida Holm")) as saved:
        assert saved.integrity.faults() == []
        assert [a.article_id for a in saved.appearances.of(claim)] == [1]
        assert saved.queries.all() == []
        assert [stone.reason for stone in saved.takedowns.all()] == ["A court said so"]
        (last,) = saved.history.of_case(1)
        assert last.name == "Leave out Ex. 2, erased since"
        assert saved.undo_names() == ("", "")
        assert saved.claims.add("It goes on.").new("claims") == 2


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_killed_before_the_log_is_emptied_it_is_gone_once_the_case_was_opened_and_closed(case: Case) -> None:
    case.backup_today()
    path, folder = case.path, next((paths.data() / "backups").rglob("*.case")).parent
    for file in folder.iterdir():
        os.utime(file, (1, 1))
    case.close()
    killed = subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert SECRET.encode() in path.read_bytes()
    again = Case.open(path, lambda: "me")
    assert [stone.exhibit for stone in again.takedowns.all()] == [2]
    assert again.integrity.faults() == []
    again.backup_today()
    again.close()
    assert SECRET.encode() not in everywhere(again)


KILLED = """
import os, signal, sys
from pathlib import Path
from workbench.case import Case
from workbench.storage import open_file
from workbench.storage.reader import connection_of
case = Case.open(Path(sys.argv[1]), lambda: "me")
case.articles.text(2)
case.file._empty_log = lambda **_: os.kill(os.getpid(), signal.SIGKILL)  # after the commit, before the checkpoint
case.takedowns.erase(2, "The clinic asked for it")
"""


def test_a_second_window_does_not_keep_the_bytes_alive(case: Case) -> None:
    second = Case.open(case.path, lambda: "Tom", read_only=True)
    assert SECRET in second.articles.text(2)
    case.erase_article(2, "The clinic asked for it")
    second.close()
    case.close()
    assert SECRET.encode() not in everywhere(case)


def test_while_somebody_reads_each_step_tries_to_empty_the_log_and_none_waits(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(sqlite3.connect(case.path, isolation_level=None)) as reading:
        reading.execute("BEGIN")
        reading.execute("SELECT count(*) FROM journal").fetchone()
        monkeypatch.setattr(open_file, "PATIENCE", 0.05)
        assert case.file.log_emptied, "nothing was erased yet"
        case.erase_article(2, "The clinic asked for it")
        assert not case.file.log_emptied
        monkeypatch.setattr(open_file, "PATIENCE", 60)
        begun = time.monotonic()
        case.claims.add("It goes on.")
        assert time.monotonic() - begun < 30
        assert not case.file.log_emptied
    case.claims.add("And on.")
    assert case.file.log_emptied
    assert SECRET.encode() not in b"".join(file.read_bytes() for file in case.path.parent.glob(f"{case.path.name}*"))


def test_without_its_index_folder_an_article_is_erased_all_the_same(case: Case) -> None:
    case.index.refresh()
    shutil.rmtree(paths.cache())
    case.erase_article(2, "The clinic asked for it")
    case.index.refresh()
    assert case.index.search("treated")[1].hits == ()  # type: ignore[union-attr]


def _steps(case: Case) -> int:
    with case.file.read() as reader:
        return reader.head()[0]
