"""Originals and texts are kept as they are read, the step writes rows alone, and what has no step in the end leaves no trace."""

from __future__ import annotations

import hashlib
import os
import signal
import sqlite3
import subprocess
import sys
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from workbench.case import Case
from workbench.case import imports as importing
from workbench.case.documents import Document
from workbench.case.evidence import NewLink
from workbench.case.imports import ERASED_MEANWHILE
from workbench.domain.errors import CaseReadOnly, DiskFull
from workbench.domain.vocabulary import Relation
from workbench.importers import batch
from workbench.storage import ahead, keep_ahead, sweep_content
from workbench.storage.ahead import MARKED
from workbench.storage.reader import connection_of

ROOT = Path(__file__).resolve().parents[2]


def write(folder: Path, count: int, size: int = 200) -> list[Path]:
    """Short articles about nothing, each different and of about so many bytes."""
    folder.mkdir(exist_ok=True)
    paths = [folder / f"notice-{n:02}.txt" for n in range(count)]
    for n, path in enumerate(paths):
        line = f"Notice {n} of the harbour office of Port Ansel, which is long and says little. "
        path.write_text(f"Notice {n}\n\n" + (line * 8 + "\n\n") * (size // 640 + 1))
    return paths


def content(case: Case) -> set[tuple[str, str]]:
    """(table, SHA-256) of everything in the two tables of content."""
    with case.file.read() as reader:
        ask = connection_of(reader).exec_driver_sql
        return {(table, d) for table in ("originals", "texts") for d in ask(f"SELECT sha256 FROM {table}").scalars()}


def head(case: Case) -> tuple[int, str, str]:
    with case.file.read() as reader:
        return reader.head()


def test_content_is_there_before_the_step_and_is_no_step_itself(case: Case, tmp_path: Path) -> None:
    before, seen = head(case), list[int]()
    report = case.imports.files(write(tmp_path / "new", 3), lambda done, total: seen.append(len(content(case))))
    assert seen == sorted(seen)
    assert seen[3] == seen[0] + 2 * 3 + 1, "two pieces each, and the mark"
    assert head(case)[0] == before[0] + 1
    assert len(report.added) == 3
    assert ("originals", MARKED) not in content(case)
    assert case.integrity.faults() == []


@pytest.mark.parametrize("after", [0, 1, 3])
def test_a_cancelled_import_leaves_none(case: Case, tmp_path: Path, after: int) -> None:
    before, at, done = content(case), head(case), list[int]()
    report = case.imports.files(write(tmp_path / "new", 3), lambda n, total: done.append(n), lambda: len(done) > after)
    assert report.cancelled
    assert (content(case), head(case)) == (before, at)


def test_a_failed_import_leaves_none(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, at = content(case), head(case)

    def failing(*_: Any, **__: Any) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(importing, "insert_article", failing)
    with pytest.raises(ZeroDivisionError):
        case.imports.files(write(tmp_path / "new", 3))
    assert (content(case), head(case)) == (before, at)
    with pytest.raises(ZeroDivisionError):
        case.imports.paste("Pasted words that no step will name.")
    assert (content(case), head(case)) == (before, at)


def test_what_a_full_disk_does_not_let_go_the_next_import_sweeps(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = content(case)
    with monkeypatch.context() as patch:

        def full(file: object, *_: Any) -> None:
            keep_ahead(case.file, b"half", "half")
            patch.setattr(case.file, "_write", full_too)
            raise DiskFull(case.path)

        def full_too() -> None:
            raise DiskFull(case.path)

        patch.setattr(importing, "keep_ahead", full)
        with pytest.raises(DiskFull):
            case.imports.files(write(tmp_path / "new", 2))
    assert content(case) > before, "nothing could be written, so it is there still"
    assert case.integrity.faults() == []
    case.imports.paste(" ")
    assert content(case) == before


@pytest.mark.skipif(sys.platform == "win32", reason="kills as Linux and macOS do")
@pytest.mark.parametrize("moment", ["before the step", "in the step", "while it is swept"])
def test_a_killed_import_leaves_none_at_the_next_opening_on_posix(built: Path, tmp_path: Path, moment: str) -> None:
    files = write(tmp_path / "new", 3)
    code = f"""
import os, signal, sys
from pathlib import Path
from workbench.case import Case, imports
from workbench.storage.journal import Operation
from workbench.storage.reader import connection_of
def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
def fail(*_, **__):
    raise ZeroDivisionError
case = Case.open(Path({str(built)!r}), lambda: "Ida")
if {moment!r} == "before the step":
    case.imports._keep = die
elif {moment!r} == "in the step":
    imports.settle = die
else:
    imports.settle = fail
    erase = Operation.erase
    def once(self, *named):
        erase(self, *named)
        Operation.erase = die
    Operation.erase = once
case.imports.files([Path(name) for name in {[str(f) for f in files]!r}])
"""
    opened = Case.open(built, lambda: "Ida")
    before, at = content(opened), head(opened)
    opened.close()
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == -signal.SIGKILL, done.stderr
    looking = Case.open(built, lambda: "Ida", read_only=True)
    assert looking.integrity.faults() == [], "the file is sound all the while"
    assert content(looking) > before
    looking.close()
    again = Case.open(built, lambda: "Ida")
    assert (content(again), head(again)) == (before, at)
    assert len(again.imports.files(files).added) == 3
    assert again.integrity.faults() == []
    again.close()


@pytest.fixture
def built(case: Case, tmp_path: Path) -> Path:
    """The small case, closed."""
    case.close()
    return case.path


def test_opening_waits_for_a_little_only_and_the_days_chores_take_the_rest(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Case.open(built, lambda: "Ida")
    before = content(opened)
    for n in range(4):
        keep_ahead(opened.file, bytes([n]) * 1000, f"text {n}")
    opened.close()
    monkeypatch.setattr("workbench.case.facade.SWEPT_AT_OPENING", 2500)
    again = Case.open(built, lambda: "Ida")
    assert len(content(again) - before) == 2 + 4 + 1, "two of the originals went, the mark stays for the rest"
    again.backup_today()
    assert content(again) == before
    again.close()


def test_nothing_is_swept_from_under_an_import_that_is_under_way(case: Case, tmp_path: Path) -> None:
    files = write(tmp_path / "new", 3)

    def meanwhile(done: int, total: int) -> None:
        if done == 1:
            case.backup_today()
            assert case.imports.paste("A lamp\n\nThe lamp burned all night.").added
            assert ("originals", MARKED) in content(case)

    assert len(case.imports.files(files, meanwhile).added) == 3
    assert ("originals", MARKED) not in content(case)
    assert case.integrity.faults() == []


def test_what_is_swept_is_overwritten(case: Case, tmp_path: Path) -> None:
    keep_ahead(case.file, b"a word that must not stay: thimblerig", "a word that must not stay: thimblerig")
    assert sweep_content(case.file) == 2
    case.close()
    assert b"thimblerig" not in case.path.read_bytes()


def test_as_many_bytes_as_are_asked_for_are_swept_and_the_rest_waits(case: Case) -> None:
    for words in ("one pending", "two pending"):
        keep_ahead(case.file, words.encode(), words)
    assert sweep_content(case.file, len("one pending") - 1) == 0
    assert sweep_content(case.file, len("one pending") * 2) == 2
    assert ("originals", MARKED) in content(case)
    assert sweep_content(case.file) == 2
    assert ("originals", MARKED) not in content(case)
    assert sweep_content(case.file) == 0


def test_sweeping_spares_what_undo_redo_and_the_past_may_ask_for(case: Case, tmp_path: Path) -> None:
    files = write(tmp_path / "new", 3)
    first, second = case.imports.files(files[:2]).added
    case.articles.delete(first)
    case.undo()
    case.undo()
    kept = content(case)
    keep_ahead(case.file, b"pending", "pending")
    assert sweep_content(case.file) == 2
    assert content(case) == kept
    case.redo()
    assert case.articles.original(second) == files[1].read_bytes()
    assert case.integrity.faults() == []


def test_sweeping_spares_what_was_removed_and_documents(case: Case, tmp_path: Path) -> None:
    claim = case.claims.add("The permit was given").new("claims")
    case.evidence.add(claim, NewLink(Relation.CONTEXT, document=Document("seal.bin", b"a document")))
    case.articles.delete(1)
    kept = content(case)
    keep_ahead(case.file, b"pending", "pending")
    sweep_content(case.file)
    assert content(case) == kept
    case.undo()
    assert case.articles.hash_fault(1) == ""


def test_an_erased_article_that_comes_again_and_is_cancelled_is_erased_still(case: Case, tmp_path: Path) -> None:
    (path,) = write(tmp_path / "new", 1)
    (exhibit,) = case.imports.files([path]).added
    case.erase_article(exhibit, "a court said so")
    before = content(case)
    done: list[int] = []
    case.imports.files([path], lambda n, total: done.append(n), lambda: len(done) > 1)
    assert content(case) == before
    assert case.imports.files([path]).added == (exhibit + 1,)


def test_what_is_erased_while_it_is_imported_again_is_refused(case: Case, tmp_path: Path) -> None:
    paths = write(tmp_path / "new", 2)
    (exhibit,) = case.imports.files(paths[:1]).added

    def erase(done: int, total: int) -> None:
        if done == total:
            case.erase_article(exhibit, "a court said so")

    report = case.imports.files(paths, erase)
    assert len(report.added) == 1
    assert [(refused.name, refused.reason) for refused in report.refused] == [(paths[0].name, ERASED_MEANWHILE)]
    assert case.integrity.faults() == []


def test_a_document_added_while_an_import_is_swept_stays(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    claim = case.claims.add("The permit was given").new("claims")
    keep_ahead(case.file, b"the same bytes", "the same bytes")
    keep_ahead(case.file, b"others", "others")
    waiting, link = ahead._waiting, NewLink(Relation.CONTEXT, document=Document("seal.bin", b"the same bytes"))

    def busy(connection: Any) -> list[tuple[str, str]]:
        found = waiting(connection)
        if not case.evidence.of(claim):
            case.evidence.add(claim, link)
        return found

    monkeypatch.setattr(ahead, "_waiting", busy)
    assert sweep_content(case.file) == 3
    (linked,) = case.evidence.of(claim)
    assert case.evidence.document(linked.id)[1] == b"the same bytes"
    assert ("originals", MARKED) not in content(case)


@pytest.mark.parametrize("edits", ["nonsense", "[1]", '[["articles", null, {"no": 1}]]', '[["takedowns", null, {"no": 1}]]', "[" * 100_000])
def test_with_a_journal_that_cannot_be_read_nothing_is_removed(built: Path, edits: str) -> None:
    opened = Case.open(built, lambda: "Ida")
    keep_ahead(opened.file, b"pending", "pending")
    opened.close()
    with sqlite3.connect(built) as raw:
        raw.execute("UPDATE journal SET edits = ? WHERE seq = 2", (edits,))
    raw.close()
    again = Case.open(built, lambda: "Ida")
    there = content(again)
    again.close()
    assert ("originals", hashlib.sha256(b"pending").hexdigest()) in there
    assert ("originals", MARKED) not in there, "nobody is to try it again and again"


def test_an_import_into_a_case_to_read_only_is_refused_and_changes_nothing(built: Path, tmp_path: Path) -> None:
    before = built.read_bytes()
    opened = Case.open(built, lambda: "Ida", read_only=True)
    with pytest.raises(CaseReadOnly):
        opened.imports.files(write(tmp_path / "new", 1))
    opened.close()
    assert built.read_bytes() == before


def test_memory_does_not_grow_with_the_number_of_files(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    size, peaks = 1_100_000, []  # too long for zones to be looked for, which would take longest
    monkeypatch.setattr(batch, "MOST", 2)
    for turn, count in enumerate((1, 20)):  # the first warms up what is kept for good
        files = write(tmp_path / str(turn), count, size)
        for path in files:
            path.write_bytes(path.read_bytes() + os.urandom(8).hex().encode())
        tracemalloc.start()
        assert len(case.imports.files(files).added) == count
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    waiting = batch.MOST * batch.AHEAD + 1  # read ahead, and the one that is being kept: each as bytes, as parcel and as text
    assert peaks[1] < peaks[0] + waiting * 4 * size < peaks[0] + count * 2 * size, peaks
