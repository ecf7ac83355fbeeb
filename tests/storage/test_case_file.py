"""One case, one file: created, opened, moved, closed; one writer and any number of views; the settings in force."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from workbench.case import Case
from workbench.domain.errors import CaseExists, CaseLocked, CaseMissing, CaseReadOnly, NotACase
from workbench.storage import CaseFile
from workbench.storage.connection import APPLICATION_ID
from workbench.storage.header import SCHEMA_VERSION, read_header
from workbench.storage.reader import connection_of


def me() -> str:
    return "Ida Holm"


def test_a_closed_case_is_one_single_private_file(case: Case, tmp_path: Path) -> None:
    case.claims.add("40 passengers fell ill")
    beside = {p.name for p in tmp_path.iterdir() if p.is_file()}
    assert beside == {"ferry.case", "ferry.case-wal", "ferry.case-shm", "ferry.case.lock", "ferry.case.open"}
    case.close()
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["ferry.case"]
    assert stat.S_IMODE(case.path.stat().st_mode) == 0o600
    head = case.path.read_bytes()[:100]
    assert int.from_bytes(head[68:72]) == APPLICATION_ID
    assert int.from_bytes(head[60:64]) == SCHEMA_VERSION
    assert head[18:20] == b"\1\1", "not WAL: opens from read-only media, and no log can be missing"


def test_everything_beside_an_open_case_is_private(empty: Case, tmp_path: Path) -> None:
    empty.claims.add("x")
    for path in tmp_path.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name


def test_a_private_file_even_under_a_generous_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        case = Case.create(tmp_path / "a.case", me)
        case.close()
        copy = case.save_copy(tmp_path / "b.case")
    finally:
        os.umask(before)
    assert {stat.S_IMODE(p.stat().st_mode) for p in (case.path, copy)} == {0o600}


def test_moved_and_reopened_everything_is_there_and_undo_goes_on(case: Case, tmp_path: Path) -> None:
    case.claims.add("40 passengers fell ill")
    case.close()
    (tmp_path / "elsewhere é 100%").mkdir()
    moved = tmp_path / "elsewhere é 100%" / "renamed #1?.case"
    shutil.move(case.path, moved)
    again = Case.open(moved, me)
    assert [v.claim.text for v in again.claims.views()] == ["40 passengers fell ill"]
    assert again.undo()[0] == "New claim"
    assert again.redo()[0] == "New claim"
    again.close()
    assert [p.name for p in moved.parent.iterdir()] == [moved.name]


def test_closing_twice_is_harmless(empty: Case) -> None:
    empty.close()
    empty.close()


@pytest.mark.parametrize(("pragma", "value"), [
    ("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("recursive_triggers", 1), ("trusted_schema", 0),
    ("cell_size_check", 1), ("temp_store", 2),
])  # fmt: skip
def test_the_settings_are_in_force_on_every_connection(empty: Case, pragma: str, value: str | int) -> None:
    with empty.file.read() as one, empty.file.read() as two, empty.file.operation("x") as three:
        for reader in (one, two, three):
            assert connection_of(reader).exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value


def test_a_write_takes_the_lock_at_once(empty: Case) -> None:
    """BEGIN IMMEDIATE: a transaction that reads first and writes later would lose updates or fail half way."""
    other = sqlite3.connect(empty.path, timeout=0, isolation_level=None)
    with empty.file.operation("nothing yet"), pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    other.close()


def test_creating_over_a_file_is_refused_and_leaves_it(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    path.write_bytes(b"precious")
    with pytest.raises(CaseExists):
        Case.create(path, me)
    assert path.read_bytes() == b"precious"


def test_creating_where_no_folder_is_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotACase, match=r"cannot be created"):
        Case.create(tmp_path / "no" / "a.case", me)


def test_opening_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CaseMissing):
        Case.open(tmp_path / "a.case", me)
    assert list(tmp_path.iterdir()) == []


# A second window


def test_a_second_writer_is_refused(empty: Case) -> None:
    with pytest.raises(CaseLocked, match="open in another window"):
        Case.open(empty.path, me)


def test_a_second_writer_in_another_process_is_refused(empty: Case) -> None:
    code = "import sys\nfrom workbench.storage import CaseFile\nfrom pathlib import Path\nCaseFile.open(Path(sys.argv[1]), lambda: 'x')"
    done = subprocess.run([sys.executable, "-c", code, str(empty.path)], capture_output=True, text=True, check=False, timeout=60)
    assert "CaseLocked" in done.stderr


def test_a_second_writer_through_a_link_is_refused(empty: Case, tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    link = tmp_path / "desk" / "link.case"
    link.symlink_to(empty.path)
    with pytest.raises(CaseLocked):
        Case.open(link, me)
    assert [p.name for p in link.parent.iterdir()] == ["link.case"]


def test_the_lock_is_let_go_on_close_and_by_a_dead_process(empty: Case) -> None:
    empty.close()
    code = (
        "import os, sys\nfrom workbench.storage import CaseFile\nfrom pathlib import Path\n"
        "f = CaseFile.open(Path(sys.argv[1]), lambda: 'x')\n"
        "with f.operation('Last words') as o: o.insert('claims', text='kept')\n"
        "os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code, str(empty.path)], check=False, timeout=60)
    assert empty.path.with_name("ferry.case-wal").exists(), "the process died without closing"
    file = CaseFile.open(empty.path, me)
    with file.read() as reader:
        assert reader.step(reader.head()[0]).name == "Last words"
    file.close()
    assert [p.name for p in empty.path.parent.iterdir() if p.is_file()] == ["ferry.case"]


def test_a_view_works_beside_the_writer_and_cannot_write(case: Case) -> None:
    view = Case.open(case.path, me, read_only=True)
    assert view.read_only
    case.claims.add("40 passengers fell ill")
    assert [v.claim.text for v in view.claims.views()] == ["40 passengers fell ill"]
    for attempt in (lambda: view.claims.add("x"), view.undo, view.redo, lambda: view.articles.delete(1), lambda: view.info.edit(title="x")):
        with pytest.raises(CaseReadOnly):
            attempt()
    with pytest.raises(sqlite3.OperationalError, match="readonly"), sqlite3.connect(f"file:{view.path}?mode=ro", uri=True) as raw:
        raw.execute("DELETE FROM claims")
    raw.close()
    assert len(case.claims.views()) == 1
    view.close()


def test_a_view_sees_one_moment(empty: Case) -> None:
    with empty.file.read() as reader:
        before = reader.claims()
        empty.claims.add("made meanwhile")
        assert reader.claims() == before == []
    assert len(empty.claims.views()) == 1


def test_closing_with_a_view_open_leaves_nothing_in_the_log_alone(case: Case, tmp_path: Path) -> None:
    """The log may stay beside the file, but a copy of the file alone has everything."""
    view = Case.open(case.path, me, read_only=True)
    assert view.claims.views() == []
    case.claims.add("40 passengers fell ill")
    case.close()
    copy = tmp_path / "mailed.case"
    shutil.copyfile(case.path, copy)
    view.close()
    mailed = Case.open(copy, me)
    assert [v.claim.text for v in mailed.claims.views()] == ["40 passengers fell ill"]
    assert mailed.integrity.faults() == []
    mailed.close()


def test_the_names_of_undo_may_be_asked_while_another_thread_writes(empty: Case) -> None:
    """The undo stack is shared; each step is counted once."""
    stop = threading.Event()
    failed: list[BaseException] = []

    def ask() -> None:
        try:
            while not stop.is_set():
                empty.undo_names()
        except BaseException as error:  # noqa: BLE001 it is raised below, in the test's own thread
            failed.append(error)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for n in range(40):
        empty.claims.add(f"claim {n}")
    for _ in range(40):
        empty.undo()
    stop.set()
    for thread in threads:
        thread.join()
    assert not failed
    assert empty.undo_names() == ("", "New claim")
    assert len(set(empty.file._stack.undone)) == len(empty.file._stack.undone) == 40


def test_the_header_says_whether_a_log_goes_with_the_file(case: Case) -> None:
    assert read_header(case.path).wal
    case.close()
    assert not read_header(case.path).wal
