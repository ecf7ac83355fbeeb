"""A case file that is renamed, moved, deleted, replaced, or cannot be reached while it is open: nothing that was saved is lost."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.files.happenings import MOUNTING, WITHOUT_MOUNTING, Scene, cases_below, claims_in, may_mount, me, scene
from workbench.case import Case

ROOT = Path(__file__).resolve().parents[2]
Happening = Callable[[Scene], None]


class Worker:
    """tests/files/worker.py, spoken to line by line."""

    def __init__(self, path: Path, *options: str) -> None:
        command = [sys.executable, "-m", "tests.files.worker", str(path), *options]
        self.process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert self._answer() == "open"

    def ask(self, line: str) -> str:
        assert self.process.stdin
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return self._answer()

    def _answer(self) -> str:
        assert self.process.stdout
        said = self.process.stdout.readline().strip()
        assert said or not self.process.stderr, self.process.stderr and self.process.stderr.read()
        return said

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@contextmanager
def at_work(path: Path, *options: str) -> Iterator[Worker]:
    worker = Worker(path, *options)
    try:
        yield worker
    finally:
        worker.kill()
        for pipe in (worker.process.stdin, worker.process.stdout, worker.process.stderr):
            assert pipe
            pipe.close()


def kept(folder: Path, home: Path, wanted: list[str]) -> list[Path]:
    """The cases that hold all these claims."""
    return [path for path in cases_below(folder, home / "data" / "rescued") if claims_in(path) == wanted]


@pytest.fixture(params=[*WITHOUT_MOUNTING, *MOUNTING], ids=lambda h: h.__name__ + ("_where_mounting_is_allowed" if h in MOUNTING else ""))
def stage(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Scene, Happening]]:
    """A case, and what will happen to it."""
    mounting = request.param in MOUNTING
    if mounting and not may_mount(tmp_path):
        pytest.skip("file systems may not be mounted here")
    with scene(tmp_path, medium=mounting) as made:
        yield made, request.param


def test_a_command_that_goes_on_loses_nothing(stage: tuple[Scene, Happening], tmp_path: Path, home: Path) -> None:
    where, happen = stage
    with at_work(where.path) as worker:
        assert worker.ask("add saved before") == "saved"
        happen(where)
        assert worker.ask("add saved after") == "saved"
        assert worker.ask("close") == "closed"
    assert len(kept(tmp_path, home, ["made before", "saved before", "saved after"])) == 1


def test_a_command_that_only_closes_loses_nothing(stage: tuple[Scene, Happening], tmp_path: Path, home: Path) -> None:
    where, happen = stage
    with at_work(where.path) as worker:
        assert worker.ask("add saved before") == "saved"
        happen(where)
        assert worker.ask("close") == "closed"
    if happen.__name__ == "made_read_only":  # the folder cannot be changed, so its log stays there: it is whole all the same
        assert kept(tmp_path, home, ["made before", "saved before"]) or where.path.with_name("leak.case-wal").exists()
    else:
        assert len(kept(tmp_path, home, ["made before", "saved before"])) == 1


def test_a_window_s_file_is_followed_by_itself_and_a_kill_then_loses_nothing(
    stage: tuple[Scene, Happening], tmp_path: Path, home: Path
) -> None:
    where, happen = stage
    with at_work(where.path, "tended") as worker:
        assert worker.ask("add saved before") == "saved"
        assert worker.ask("fold") == "folded"  # else a log of all pages may make whole again what was written over
        happen(where)
        now = Path(worker.ask("wait"))
        assert now != where.path
        assert worker.ask("add saved after") == "saved"
        worker.kill()
    assert claims_in(now) == ["made before", "saved before", "saved after"]
    assert [f.name for f in now.parent.iterdir() if f.name.startswith(now.name)] == [now.name], "opened again and closed, it is one file"


@pytest.mark.parametrize("happen", [h for h in WITHOUT_MOUNTING if h.__name__ in ("renamed", "moved", "folder_renamed")])
def test_killed_first_and_renamed_then_the_log_is_found_under_the_old_name(happen: Happening, tmp_path: Path, home: Path) -> None:
    with scene(tmp_path) as where:
        with at_work(where.path) as worker:
            assert worker.ask("add saved before") == "saved"
            worker.kill()
        happen(where)
        now = next(path for path in cases_below(tmp_path) if path not in (where.other, where.backup))
        case = Case.open(now, me)
        assert any("lay in the log" in notice for notice in case.notices) is (happen.__name__ != "folder_renamed")
        case.close()
        assert len(kept(tmp_path, home, ["made before", "saved before"])) == 1


@pytest.mark.parametrize("happen", [h for h in WITHOUT_MOUNTING if "overwritten" in h.__name__])
@pytest.mark.parametrize("quiet", [False, True])
def test_killed_first_and_written_over_then_it_is_rescued(quiet: bool, happen: Happening, tmp_path: Path, home: Path) -> None:
    with scene(tmp_path) as where:
        with at_work(where.path, *(["tended"] if quiet else [])) as worker:
            assert worker.ask("add saved before") == "saved"
            if quiet:
                assert worker.ask("fold") == "folded"
                assert worker.ask("add saved after") == "saved"
            worker.kill()
        happen(where)
        wanted = ["made before", "saved before", *(["saved after"] if quiet else [])]
        found = claims_in(where.path)
        assert found in ([], ["of another case"], wanted), "what was put there, or all of the case where the log holds all of it"
        assert len(kept(tmp_path, home, wanted)) == 1
        assert list((home / "data" / "shadows").iterdir()) == []


@pytest.mark.parametrize("happen", [h for h in WITHOUT_MOUNTING if "replaced" in h.__name__])
def test_killed_first_and_replaced_then_the_log_is_no_part_of_the_other_file(happen: Happening, tmp_path: Path) -> None:
    with scene(tmp_path) as where:
        with at_work(where.path) as worker:
            assert worker.ask("add saved before") == "saved"
            worker.kill()
        happen(where)
        found = claims_in(where.path)
        beside = [f.name for f in where.path.parent.iterdir() if "log of another file" in f.name]
        mixed = found not in (["of another case"], [], ["made before", "saved before"])
        assert not mixed, f"neither the file that was put there nor the case that was killed: {found}"
        assert beside or found == ["made before", "saved before"], "the log is kept under a name that says what it is"
