"""No command takes the place of a case or empties a file, and a memo of an unsound case says that it is a draft."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from workbench import cli
from workbench.case import Case


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text("The ferry sank at noon, the harbour office said.\n", encoding="utf-8")
    assert cli.run(["import", str(tmp_path / "mine.case"), str(tmp_path / "one.txt")]) == 0
    return tmp_path / "mine.case"


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


@pytest.mark.parametrize("command", ["memo", "picture", "backup"])
def test_an_output_never_takes_the_place_of_a_case(path: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = digest(path)
    assert cli.run([command, str(path), "-o", str(path)]) != 0
    assert digest(path) == before
    assert ".case" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["notes.txt", "picture.jpg", "noext"])
def test_a_picture_that_cannot_be_made_empties_nothing(path: Path, name: str) -> None:
    target = path.with_name(name)
    target.write_text("mine", encoding="utf-8")
    assert cli.run(["picture", str(path), "-o", str(target)]) == 1
    assert target.read_text(encoding="utf-8") == "mine"


def test_a_case_without_a_suffix_is_safe_from_its_memo(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("The ferry sank at noon.\n", encoding="utf-8")
    case = tmp_path / "noext"
    assert cli.run(["import", str(case), str(tmp_path / "one.txt")]) == 0
    before = digest(case)
    assert cli.run(["memo", str(case), "-o", str(case)]) == 1
    assert digest(case) == before


def test_a_backup_replaces_no_file(path: Path) -> None:
    target = path.with_name("other.txt")
    target.write_text("mine", encoding="utf-8")
    assert cli.run(["backup", str(path), "-o", str(target)]) == 3
    assert target.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("words", [["claims"], ["check"], ["search", "ferry"]])
def test_reading_does_not_change_a_byte(path: Path, words: list[str]) -> None:
    before = digest(path)
    assert cli.run([words[0], str(path), *words[1:]]) == 0
    assert digest(path) == before
    assert sorted(f.name for f in path.parent.iterdir()) == ["mine.case", "one.txt"]


def test_the_memo_of_a_tampered_case_is_a_draft(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = Case.open(path, lambda: "Ida")
    case.claims.add("The ferry sank.")
    case.close()
    target = path.with_name("memo.md")
    assert cli.run(["memo", str(path), "-o", str(target)]) == 0
    with sqlite3.connect(path) as foreign:
        foreign.execute("UPDATE claims SET status = 'confirmed', basis = 'first_hand'")
    foreign.close()
    assert cli.run(["memo", str(path), "-o", str(target)]) == 8
    assert "DRAFT: the case file is not sound" in target.read_text(encoding="utf-8")
    assert "DRAFT" in capsys.readouterr().err


def test_nothing_importable_leaves_no_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    assert cli.run(["import", str(tmp_path / "a.case"), str(tmp_path / "nope.txt")]) == 5
    assert "nope.txt" in capsys.readouterr().err
    assert cli.run(["import", str(tmp_path / "b.case"), str(tmp_path / "empty")]) == 0
    assert "No articles were found" in capsys.readouterr().out
    assert [f.name for f in tmp_path.iterdir()] == ["empty"]


@pytest.mark.parametrize("limit", ["0", "-1", "many"])
def test_a_senseless_limit_is_a_wrong_call(path: Path, limit: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        cli.run(["search", str(path), "ferry", "--limit", limit])


def test_the_unattended_example_keeps_what_is_there_and_speaks_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = tmp_path / "example.case"
    mine.write_bytes(b"mine")
    assert cli.run(["example", "--unattended", "--json", "-o", str(tmp_path)]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["differences"] == []
    assert Path(said["case"]).name == "example-2.case"
    assert mine.read_bytes() == b"mine"
    taken = tmp_path / "file"
    taken.write_text("x", encoding="utf-8")
    assert cli.run(["example", "--unattended", "-o", str(taken)]) == 1


def test_without_a_screen_the_desk_says_so() -> None:
    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    for environment in (bare, bare | {"DISPLAY": ":7654"}):
        done = subprocess.run([sys.executable, "-m", "workbench"], env=environment, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 1
        assert "no screen" in done.stderr
