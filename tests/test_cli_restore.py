"""`workbench restore`: what a person needs whose case is damaged or gone, without a window."""

from __future__ import annotations

import json
import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from workbench import cli
from workbench.case import Case
from workbench.case.backups import folder_of
from workbench.storage import daily_backup

FIRST = date(2031, 5, 5)


def worked(path: Path, days: int) -> str:
    case = Case.create(path, lambda: "Ida")
    uid = case.info.get().uid
    for day in range(days):
        case.claims.add(f"Claim {day + 1}")
        assert daily_backup(path, folder_of(uid), FIRST + timedelta(days=day))
    case.close()
    return uid


@pytest.fixture
def path(tmp_path: Path) -> Path:
    worked(tmp_path / "ferry.case", 3)
    return tmp_path / "ferry.case"


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Any:
    def call(*words: object) -> tuple[int, str, str]:
        capfd.readouterr()
        code = cli.run([str(w) for w in words])
        return code, *capfd.readouterr()

    return call


def days(out: str) -> list[str]:
    return [b["day"] for b in json.loads(out)["backups"]]


def test_they_are_listed_newest_first_with_what_they_hold(run: Any, path: Path) -> None:
    before = path.read_bytes()
    code, out, err = run("restore", path)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].startswith("2031-05-07  step 4  3 claims, 0 articles  ")
    assert lines[0].endswith("  sound")
    assert [line[:10] for line in lines[:3]] == ["2031-05-07", "2031-05-06", "2031-05-05"]
    assert lines[3].startswith("3 backups, ")
    code, out, _ = run("restore", path, "--json")
    said = json.loads(out)
    assert set(said) == {"known", "bytes", "backups"}
    assert said["known"] is True
    assert said["bytes"] == sum(b["bytes"] for b in said["backups"])
    first = said["backups"][0]
    assert set(first) == {"file", "day", "step", "at", "claims", "articles", "bytes", "sound", "why", "title", "case"}
    assert (first["step"], first["claims"], first["articles"], first["sound"], first["why"]) == (4, 3, 0, True, "")
    assert (first["title"], first["case"]) == ("ferry", str(path))
    assert path.read_bytes() == before


@pytest.mark.parametrize("word", ["2031-05-06", "6 May 2031", "06.05.2031", "2031-05-06.case", "3", "FILE"])
def test_one_is_written_to_a_new_file_by_its_day_its_name_its_step_or_its_file(run: Any, path: Path, tmp_path: Path, word: str) -> None:
    file = json.loads(run("restore", path, "--json")[1])["backups"][1]["file"]
    target = tmp_path / "back.case"
    code, out, err = run("restore", path, file if word == "FILE" else word, "-o", target, "--json")
    assert (code, err) == (0, "")
    assert json.loads(out) == {"file": str(target), "step": 3, "claims": 2, "articles": 0}
    assert run("check", target)[:2] == (0, "The case is sound.\n")
    kept = target.read_bytes()
    code, _, err = run("restore", path, word if word != "FILE" else file, "-o", target)
    assert (code, "is there already" in err) == (3, True)
    assert target.read_bytes() == kept
    assert len(json.loads(run("claims", path, "--json")[1])) == 3


@pytest.mark.parametrize("fate", ["gone", "torn", "empty", "overwritten"])
def test_a_case_that_is_damaged_or_gone_still_has_its_backups(run: Any, path: Path, tmp_path: Path, fate: str) -> None:
    worked(tmp_path / "other.case", 1)
    if fate == "gone":
        path.unlink()
    else:
        path.write_bytes({"torn": path.read_bytes()[:-9000], "empty": b"", "overwritten": b"x" * 100_000}[fate])
    code, _, err = run("claims", path)
    assert code == 3
    assert len(err.splitlines()) == 1
    assert ("workbench restore" in err) is (fate in ("gone", "torn"))
    code, out, err = run("restore", path, "--json")
    assert (code, err, days(out)) == (0, "", ["2031-05-07", "2031-05-06", "2031-05-05"])
    assert run("restore", path, "2031-05-07", "-o", tmp_path / "back.case")[0] == 0


def test_a_case_that_nobody_knows_is_looked_for_among_all(run: Any, path: Path, tmp_path: Path) -> None:
    worked(tmp_path / "other.case", 1)
    moved = tmp_path / "elsewhere.case"
    for words in (["restore", moved], ["restore"]):
        code, out, err = run(*words)
        assert code == 0
        lines = out.splitlines()
        assert f"ferry  ({path})" in lines
        assert f"other  ({tmp_path / 'other.case'})" in lines
        assert sum(line.startswith(str(folder_of(""))) for line in lines) == 4
        assert ("does not say which case it is" in err) is (len(words) == 2)
    code, _, err = run("restore", moved, "2031-05-05", "-o", tmp_path / "back.case")
    assert (code, "several cases" in err) == (3, True)
    assert run("restore", moved, "2031-05-06", "-o", tmp_path / "back.case")[0] == 0, "only one case has it"
    shutil.move(path, moved)
    assert days(run("restore", moved, "--json")[1]) == ["2031-05-07", "2031-05-06", "2031-05-05"], "it says so itself"


def test_what_is_damaged_says_why_and_is_not_given_back(run: Any, path: Path, tmp_path: Path) -> None:
    newest = Path(json.loads(run("restore", path, "--json")[1])["backups"][0]["file"])
    newest.write_bytes(b"")
    code, out, _ = run("restore", path)
    assert "2031-05-07  step 0  0 claims, 0 articles  1 KB  not sound: the file is empty\n" in out
    assert "1 of them is not sound and not counted among those kept." in out
    code, _, err = run("restore", path, "2031-05-07", "-o", tmp_path / "back.case")
    assert (code, "not sound" in err) == (3, True)
    assert not (tmp_path / "back.case").exists()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["2031-05-07"], 1, "-o OUT.case"), (["yesterday", "-o", "back.case"], 3, "no such backup"),
        (["2031-05-07", "-o", "back.pdf"], 3, ".case"),
        (["2031-05-07", "-o", "no/back.case"], 3, "cannot be written"),
    ],
)  # fmt: skip
def test_what_cannot_be_given_back_says_why(
    run: Any, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], code: int, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    found, out, err = run("restore", path, *words)
    assert (found, out, said in err) == (code, "", True)
    assert len(err.splitlines()) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["ferry.case"]


def test_where_there_is_none_it_is_said(run: Any, tmp_path: Path) -> None:
    Case.create(tmp_path / "new.case", lambda: "Ida").close()
    assert run("restore", tmp_path / "new.case") == (0, "There is no backup yet.\n", "")
    assert json.loads(run("restore", "--json")[1]) == {"known": False, "bytes": 0, "backups": []}


def test_a_backup_says_how_many_there_are_and_what_they_take(run: Any, path: Path) -> None:
    code, out, _ = run("backup", path)
    assert code == 0
    assert out.splitlines()[0] == "A backup of today, or of the last step, is there already."
    assert out.splitlines()[1].startswith("3 backups, ")
