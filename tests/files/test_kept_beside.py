"""What is kept in the user's own folder beside the work: shadows, the last saved step; and a log whose file was written over."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.files.happenings import made, me
from workbench import paths
from workbench.case import Case
from workbench.storage import case_file, last_saved, open_file


def test_shadows_go_with_a_takedown_and_with_the_window(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    uid, secret = case.info.get().uid, b"he had treated 38 of them himself"
    case.close()
    window = Case.open(case.path, me, window=True)
    window.claims.add("40 passengers fell ill")
    window.file.fold()
    shadows = paths.data() / "shadows"
    (own,) = shadows.iterdir()
    assert secret in own.read_bytes()
    of_a_copy = Path(shutil.copy(own, own.with_name(f"{uid}-{'0' * 16}.case")))
    with closing(sqlite3.connect(case.path, isolation_level=None)) as reading:  # so that no fold takes a new one
        reading.execute("BEGIN")
        reading.execute("SELECT count(*) FROM journal").fetchone()
        monkeypatch.setattr(open_file, "PATIENCE", 0.05)
        window.erase_article(2, "The clinic asked for it")
        assert not of_a_copy.exists()
        assert not any(secret in file.read_bytes() for file in shadows.iterdir())
    window.file.fold()
    window.close()
    assert list(shadows.iterdir()) == []


def test_what_was_saved_last_is_known_with_whether_it_is_open(case: Case) -> None:
    uid, folder = case.info.get().uid, paths.data() / "last-saved"
    case.claims.add("40 passengers fell ill")
    case.file.fold()
    (known,) = last_saved.recall(folder, uid)
    assert (known.open, known.step, known.path) == (True, case.file.last_step(), str(case.path))
    case.close()
    (known,) = last_saved.recall(folder, uid)
    assert not known.open


def test_a_closed_case_that_is_seen_here_for_the_first_time_has_nothing_to_tell(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.close()
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "another person"))
    for read_only in (True, False):
        with closing(Case.open(case.path, me, read_only=read_only)) as again:
            assert not again.notices


def test_a_case_that_could_not_be_opened_is_not_held(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    case.close()

    def fail() -> None:
        raise MemoryError

    with monkeypatch.context() as broken:
        broken.setattr(case_file, "StepIndex", fail)
        with pytest.raises(MemoryError):
            Case.open(case.path, me)
    with closing(Case.open(case.path, me)) as again:
        assert not again.read_only
        assert again.claims.add("40 passengers fell ill").new("claims")


def test_the_log_of_a_file_that_was_written_over_is_kept_under_a_name_of_its_own(case: Case, tmp_path: Path) -> None:
    other = made(tmp_path / "another.case", "of another case")
    case.close()
    window = Case.open(case.path, me, window=True)
    window.file.fold()
    window.claims.add("40 passengers fell ill")
    log = case.path.with_name(case.path.name + "-wal").read_bytes()
    shutil.copyfile(other, case.path)
    window.claims.add("Service starts again on 3 May")
    window.close()
    (kept,) = [file for file in case.path.parent.iterdir() if "log of another file" in file.name]
    assert kept.read_bytes()[: len(log)] == log
