"""Kill, fill, forbid and share the index; it must stay whole or be made again."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from workbench.search import IndexDocument, WhooshIndex, parse
from workbench.search.vault import LOCK_FILE, Vault

KILLED = textwrap.dedent(
    """
    import json, os, signal, sys
    from pathlib import Path
    from workbench.search import IndexDocument, WhooshIndex, parse

    folder, wanted = Path(sys.argv[1]), int(sys.argv[2])

    def opened():
        index = WhooshIndex(folder / "index", folder / "manifest.json", "case")
        assert index.open(), index.fault
        return index

    def found(index, query):
        return {hit.id for hit in index.search(parse(query).tree, 100).hits}

    def write(kill_at):
        seen = 0

        def watch(event, arguments):
            nonlocal seen
            if event in ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir") and str(folder) in str(arguments[0]):
                seen += 1
                if seen == kill_at:
                    os.kill(os.getpid(), signal.SIGKILL)

        index = opened()
        sys.addaudithook(watch)
        index.update([IndexDocument("note", 100 + n, f"zebra {index.step}") for n in range(3)], [("note", 50)], index.step + 1)

    killed = finished = kept = 0
    step, kill_at = 1, 1
    while killed < wanted:
        child = os.fork()
        if not child:
            write(kill_at)
            os._exit(0)
        status = os.waitpid(child, 0)[1]
        assert status in (0, signal.SIGKILL), status
        index = opened()
        assert index.step == step + 1 or (status and index.step == step), (status, index.step, step)
        assert found(index, f"zebra {index.step - 1}") == ({100, 101, 102} if index.step > 1 else set())
        assert found(index, "lion") == set(range(60)) - ({50} if index.step > 1 else set())
        killed += bool(status)
        kept += bool(status) and index.step > step
        finished += not status
        kill_at = kill_at + 1 if status else 1
        step = index.step
    print(json.dumps({"killed": killed, "finished": finished, "kept": kept}))
    """
)
FOLLOWS = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from workbench.search import IndexDocument, WhooshIndex

    folder, last = Path(sys.argv[1]), int(sys.argv[2])
    index = WhooshIndex(folder / "index", folder / "manifest.json", "case")
    index.open()
    wrote = 0
    while index.step < last:
        step = index.step + 1
        wrote += index.update([IndexDocument("note", 100 + step, f"zebra {step}"), IndexDocument("note", 1, f"last {step}")], [], step)
        assert not index.fault, index.fault
    print(wrote)
    """
)
NO_ROOM = textwrap.dedent(
    """
    import resource, signal, sys
    from pathlib import Path
    from workbench.search import IndexDocument, WhooshIndex, parse

    folder, room = Path(sys.argv[1]), int(sys.argv[2])
    index = WhooshIndex(folder / "index", folder / "manifest.json", "case")
    assert index.open()
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    assert not index.update([IndexDocument("note", 200 + n, "zebra " * 90) for n in range(90)], [("note", 1)], 2)
    assert "too large" in index.fault, index.fault
    assert index.step == 1
    assert index.search(parse("lion").tree, 100).total == 60
    assert index.update([IndexDocument("note", 200 + n, "zebra " * 90) for n in range(90)], [("note", 1)], 2), "in memory"
    assert index.search(parse("lion").tree, 100).total == 59
    assert index.search(parse("zebra").tree, 100).total == 90
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    assert index.open(), index.fault
    assert index.step == 1
    assert index.update([IndexDocument("note", 200, "zebra")], [("note", 1)], 2), index.fault
    assert not index.fault
    """
)


def _child(folder: Path, script: str, *arguments: object) -> subprocess.Popen[str]:
    (folder / "child.py").write_text(script)
    return subprocess.Popen(
        [sys.executable, str(folder / "child.py"), str(folder), *map(str, arguments)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])},
    )  # fmt: skip


def _ended(child: subprocess.Popen[str]) -> str:
    printed, wrong = child.communicate(timeout=200)
    assert child.returncode == 0, wrong
    return printed


def _index(folder: Path) -> WhooshIndex:
    return WhooshIndex(folder / "index", folder / "manifest.json", "case")


def _filled(folder: Path) -> WhooshIndex:
    index = _index(folder)
    index.open()
    assert index.update([IndexDocument("note", n, f"lion {n}") for n in range(60)], [], 1)
    return index


def _found(index: WhooshIndex, query: str) -> set[int]:
    tree = parse(query).tree
    assert tree is not None
    return {hit.id for hit in index.search(tree, 100).hits}


def test_fifty_kills_at_every_point_of_a_commit_leave_the_old_state_or_the_new(tmp_path: Path) -> None:
    _filled(tmp_path).close()
    told = json.loads(_ended(_child(tmp_path, KILLED, 50)))
    assert told["killed"] == 50
    assert told["finished"] >= 1, "every point of a commit was reached"
    assert 0 < told["kept"] < 50, "kills before and after the moment that counts"


def test_two_processes_follow_the_same_journal_and_a_third_reads_beside_them(tmp_path: Path) -> None:
    _filled(tmp_path).close()
    writers = [_child(tmp_path, FOLLOWS, 40) for _ in range(2)]
    while any(writer.poll() is None for writer in writers):
        reader = _index(tmp_path)
        if reader.open():
            assert _found(reader, "zebra") == {100 + step for step in range(2, reader.step + 1)}
            assert len(_found(reader, "last")) == (reader.step > 1)
    wrote = [int(_ended(writer)) for writer in writers]
    assert sum(wrote) == 39
    last = _index(tmp_path)
    assert last.open()
    assert last.step == 40
    assert _found(last, "zebra") == {100 + step for step in range(2, 41)}
    assert _found(last, "last 40") == {1}
    assert _found(last, "lion") == set(range(60)) - {1}


@pytest.mark.parametrize("room", [0, 300, 2_000, 9_000])
def test_no_room_in_the_middle_of_a_file_leaves_the_index_as_it_was(tmp_path: Path, room: int) -> None:
    _filled(tmp_path).close()
    _ended(_child(tmp_path, NO_ROOM, room))


@pytest.mark.parametrize("where", ["create", "record", "arrays", "tidy", "scratch"])
def test_a_full_disk_leaves_the_index_as_it_was_and_it_goes_on_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    index = _filled(tmp_path)

    def full(*arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Vault, where, full)
        if where == "scratch":
            assert index.update([IndexDocument("note", n, "tiger") for n in range(300, 320)], [("note", 1)], 2)
            assert index.untidy
            index.optimise()
            assert _found(index, "lion") == set(range(60)) - {1}
        else:
            assert not index.update([IndexDocument("note", 200, "zebra")], [("note", 1)], 2)
            assert _found(index, "lion") == (set() if where == "arrays" else set(range(60)))
    assert index.fault == f"The index could not be kept in {tmp_path / 'index'} (No space left on device): searched in memory."
    assert not index.untidy
    while index.step < 9:
        step = index.step + 1
        documents = [IndexDocument("note", n, f"lion {n}") for n in range(60)] if step == 1 else []
        assert index.update([*documents, IndexDocument("note", 200, f"zebra {step}")], [("note", 1)], step)
    assert _found(index, "zebra 9") == {200}
    assert _found(index, "lion") == set(range(60)) - {1}
    assert index.fault
    again = _index(tmp_path)
    again.open()
    assert not again.fault
    expected = {"create": set(range(60)), "record": set(range(60)), "tidy": set(range(60)), "scratch": set(range(60)) - {1}}
    assert _found(again, "lion OR zebra") == expected.get(where, {200, *range(60)} - {1})


def test_in_memory_it_merges_and_replaces_as_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _filled(tmp_path).close()
    monkeypatch.setattr(Vault, "prepare", _forbidden)
    index = _index(tmp_path)
    assert index.open()
    for step in range(2, 60):
        assert index.update([IndexDocument("note", 100 + step, f"zebra {step}"), IndexDocument("note", 1, f"last {step}")], [], step)
    assert _found(index, "zebra") == {100 + step for step in range(2, 60)}
    assert _found(index, "last 59") == {1}
    assert _found(index, "last 58") == set()
    assert len(index._snapshot.leaves) <= 25


def _forbidden(*arguments: object, **more: object) -> None:
    raise PermissionError(errno.EACCES, "Permission denied")


def test_a_folder_that_may_only_be_read_is_searched_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _filled(tmp_path).close()
    monkeypatch.setattr(Vault, "prepare", _forbidden)
    index = _index(tmp_path)
    assert index.open()
    assert "Permission denied" in index.fault
    assert _found(index, "lion") == set(range(60))
    assert index.update([IndexDocument("note", 200, "zebra")], [], 2)
    assert _found(index, "zebra") == {200}


def test_where_nothing_can_be_locked_the_index_is_held_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(*arguments: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", no_locks)
    handles = Path("/proc/self/fd")
    before = len(list(handles.iterdir())) if handles.is_dir() else 0
    index = _index(tmp_path)
    assert not index.open()
    assert "No locks available" in index.fault
    assert index.update([IndexDocument("note", 200, "zebra")], [], 1)
    assert _found(index, "zebra") == {200}
    assert not before or len(list(handles.iterdir())) == before


def test_while_another_process_keeps_the_lock_the_index_is_read_without_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = _filled(tmp_path)
    monkeypatch.setattr("workbench.search.vault.PATIENCE", 0.05)
    with writer._store.place.locked():
        reader = _index(tmp_path)
        assert reader.open()
        assert "another process" in reader.fault
        assert _found(reader, "lion 7") == {7}
        assert reader.update([IndexDocument("note", 200, "zebra")], [], 2)
        assert _found(reader, "zebra") == {200}
    assert reader.open()
    assert not reader.fault
    assert reader.step == 1


@pytest.mark.parametrize("kind", ["link", "dangling link", "folder", "fifo"])
def test_a_lock_that_is_no_file_is_not_followed_nor_waited_for(tmp_path: Path, kind: str) -> None:
    _filled(tmp_path).close()
    lock, elsewhere = tmp_path / "index" / LOCK_FILE, tmp_path / "elsewhere"
    lock.unlink()
    if kind == "folder":
        lock.mkdir()
    elif kind == "fifo":
        os.mkfifo(lock)
    else:
        lock.symlink_to(elsewhere)
        if kind == "link":
            elsewhere.write_bytes(b"mine")
    index = _index(tmp_path)
    assert index.open()
    assert "not a plain file" in index.fault
    assert _found(index, "lion 7") == {7}
    assert (elsewhere.read_bytes() == b"mine") if kind == "link" else not elsewhere.exists()


@pytest.mark.parametrize("what", ["segment", "manifest", "key"])
@pytest.mark.parametrize("kind", ["fifo", "link", "device"])
def test_a_file_of_the_index_that_is_something_else_is_not_waited_for(tmp_path: Path, what: str, kind: str) -> None:
    _filled(tmp_path).close()
    segment = next(path for path in (tmp_path / "index").iterdir() if path.suffix == ".arr")
    path = {"segment": segment, "manifest": tmp_path / "manifest.json", "key": tmp_path / "index.key"}[what]
    kept = path.rename(tmp_path / "kept")
    if kind == "fifo":
        os.mkfifo(path)
    else:
        path.symlink_to(kept if kind == "link" else "/dev/zero")
    index = _index(tmp_path)
    assert not index.open()
    assert index.step == 0
    assert index.update([IndexDocument("note", 200, "zebra")], [], 1)
    assert _found(index, "zebra OR lion") == {200}
    assert kept.stat().st_size > 0


def test_two_processes_writing_in_turn_lose_nothing_that_is_given_again(tmp_path: Path) -> None:
    first, second = _filled(tmp_path), _index(tmp_path)
    assert second.open()
    for step in range(2, 12):
        writer, other = (first, second) if step % 2 else (second, first)
        document = IndexDocument("note", 100 + step, f"zebra {step}")
        if not writer.update([document], [], step):
            assert writer.step == step - 1
            assert writer.update([document], [], step)
        assert other.step < step
    last = _index(tmp_path)
    assert last.open()
    assert _found(last, "zebra") == {100 + step for step in range(2, 12)}


def test_a_file_that_is_open_elsewhere_and_may_not_be_removed_is_left_for_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where a file that is mapped cannot be removed."""
    index = _filled(tmp_path)

    def held(path: Path, **_: object) -> None:
        if path.parent == tmp_path / "index":
            raise PermissionError(errno.EACCES, "Permission denied")
        os.unlink(path)  # noqa: PTH108 it stands for Path.unlink

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", lambda path, missing_ok=False: held(path) if path.exists() else None)
        assert index.update([IndexDocument("note", n, f"tiger {n}") for n in range(60)], [], 2)
        index.optimise()
        assert not index.fault
        assert _found(index, "tiger") == set(range(60))
        assert "could not be removed (it is open in another window)" in index.forget()
    assert len(list((tmp_path / "index").iterdir())) > 1
    assert index.update([IndexDocument("note", 1, "lion")], [], 3)
    assert len(list((tmp_path / "index").iterdir())) == 3
