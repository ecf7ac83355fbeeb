"""Kill, fill, forbid and share the index; it must stay whole or be made again."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from workbench.search import IndexDocument, WhooshIndex, parse
from workbench.search.store import Store
from workbench.search.vault import Vault

CHILD = textwrap.dedent(
    """
    import os, signal, sys
    from pathlib import Path
    from workbench.search import IndexDocument, WhooshIndex

    folder, kill_at = Path(sys.argv[1]), int(sys.argv[2])
    seen = 0

    def watch(event, arguments):
        global seen
        if event in ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir") and str(folder) in str(arguments[0]):
            seen += 1
            if seen == kill_at:
                os.kill(os.getpid(), signal.SIGKILL)

    index = WhooshIndex(folder / "index", folder / "manifest.json", "case")
    index.open()
    step = index.step
    sys.addaudithook(watch)
    index.update([IndexDocument("note", 100 + n, f"zebra {step}") for n in range(3)], [("note", 50)], step + 1)
    print("done", flush=True)
    """
)


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


def test_a_kill_at_any_point_of_a_commit_leaves_the_old_state_or_the_new(tmp_path: Path) -> None:
    _filled(tmp_path).close()
    (tmp_path / "child.py").write_text(CHILD)
    step, finished, killed = 1, False, 0
    for kill_at in range(1, 60, 2):
        done = subprocess.run(
            [sys.executable, str(tmp_path / "child.py"), str(tmp_path), str(kill_at)], capture_output=True, text=True, check=False,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])},
        )  # fmt: skip
        index = _index(tmp_path)
        assert index.open(), done.stderr
        assert index.step in (step, step + 1)
        zebras = _found(index, f"zebra {index.step - 1}")
        assert zebras == ({100, 101, 102} if index.step > 1 else set())
        assert _found(index, "lion") == set(range(60)) - ({50} if index.step > 1 else set())
        if done.returncode == 0:
            finished = True
            assert index.step == step + 1
            break
        assert done.returncode == -signal.SIGKILL, done.stderr
        killed += 1
        step = index.step
    assert finished
    assert killed > 5


def test_a_full_disk_leaves_the_index_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = _filled(tmp_path)

    def full(*arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    for where, name in ((Vault, "record"), (Store, "_segment"), (Store, "_commit")):
        with monkeypatch.context() as patch:
            patch.setattr(where, name, full)
            assert not index.update([IndexDocument("note", 200, "zebra")], [("note", 1)], 2)
        assert "No space left" in index.fault
        assert index.step == 1
        assert _found(index, "lion") == set(range(60))
    assert index.update([IndexDocument("note", 200, "zebra")], [("note", 1)], 2)
    assert _found(index, "zebra OR lion") == {200, *range(60)} - {1}
    again = _index(tmp_path)
    assert again.open()
    assert again.step == 2


def test_a_folder_that_may_only_be_read_is_searched_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _filled(tmp_path).close()

    def forbidden(*arguments: object, **more: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Vault, "prepare", forbidden)
    index = _index(tmp_path)
    assert index.open()
    assert _found(index, "lion") == set(range(60))
    assert not index.update([IndexDocument("note", 200, "zebra")], [], 2)
    assert "Permission denied" in index.fault
    assert index.step == 1


def test_while_another_process_keeps_the_lock_the_index_is_read_without_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = _filled(tmp_path)
    monkeypatch.setattr("workbench.search.store.PATIENCE", 0.05)
    with writer._store.locked():
        reader = _index(tmp_path)
        assert reader.open()
        assert _found(reader, "lion 7") == {7}
        assert not reader.update([IndexDocument("note", 200, "zebra")], [], 2)
        assert reader.fault
    assert reader.update([IndexDocument("note", 200, "zebra")], [], 2)


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
