"""Where the index cannot be written, a search is made in memory and says so; what was not looked for is never called not found."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench import cli, paths
from workbench.case import Case
from workbench.domain.errors import NotSearched
from workbench.search import WhooshIndex


def in_the_way(path: Path) -> None:
    """Something that is no folder where a folder has to be: nobody can write there, whoever they are."""
    shutil.rmtree(path, ignore_errors=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("in the way")


def no_cache() -> None:
    in_the_way(paths.cache() / "index")


def no_manifests() -> None:
    in_the_way(paths.data() / "index-manifests")


def no_key() -> None:
    (paths.data() / "index.key").unlink(missing_ok=True)
    (paths.data() / "index.key").mkdir()
    (paths.data() / "index.key" / "x").write_text("in the way")


@pytest.fixture
def path(case: Case) -> Path:
    case.claims.add("The zeppelin left at noon")
    case.close()
    return case.path


@pytest.mark.parametrize("harm", [no_cache, no_manifests, no_key], ids=lambda harm: harm.__name__)
@pytest.mark.parametrize("before", ["never indexed", "indexed before"])
def test_the_command_line_searches_in_memory_and_says_so(
    path: Path, harm: Callable[[], None], before: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if before == "indexed before":
        assert cli.run(["search", str(path), "zeppelin"]) == 0
        assert capsys.readouterr().err == ""
        again = Case.open(path, lambda: "Ida")
        again.claims.add("Another zeppelin, later")
        again.close()
    harm()
    assert cli.run(["search", str(path), "zeppelin"]) == 0
    said = capsys.readouterr()
    assert said.out.count("claim ") == (1 if before == "never indexed" else 2)
    assert said.err.startswith(f"workbench: The index could not be kept in {paths.cache() / 'index'}")
    assert said.err.endswith("searched in memory.\n")
    assert cli.run(["search", str(path), "lighthouses"]) == 0
    assert "searched in memory" in capsys.readouterr().err


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.ENOTSUP, errno.EINVAL])
def test_where_nothing_can_be_locked(path: Path, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def refused(*arguments: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("fcntl.flock", refused)
    assert cli.run(["search", str(path), "zeppelin", "--json"]) == 0
    assert os.strerror(code) in capsys.readouterr().out


@pytest.mark.parametrize("room", [0, 100, 1000])
def test_a_disk_without_room_is_no_empty_answer(path: Path, room: int) -> None:
    """A real process that may write no more than so many bytes into any file."""
    done = subprocess.run(
        [sys.executable, "-m", "workbench", "search", str(path), "zeppelin"], capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
    )  # fmt: skip
    assert done.returncode == 0
    assert "zeppelin" in done.stdout
    assert "File too large" in done.stderr
    assert "searched in memory" in done.stderr


def test_a_search_that_cannot_be_made_at_all_is_an_error(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(WhooshIndex, "update", lambda *_: False)
    assert cli.run(["search", str(path), "zeppelin"]) == NotSearched.exit_code != 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "could not be searched" in said.err


def test_a_pattern_that_fits_too_much_is_no_empty_answer(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("workbench.search.leaf.MAX_EXPANSION", 0)
    assert cli.run(["search", str(path), "zep*"]) == 6
    said = capsys.readouterr()
    assert said.out == "This cannot be looked for.\n"
    assert "too many words" in said.err


def test_two_copies_of_a_case_that_went_on_apart_are_each_searched_as_they_are(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They share one index in the cache, and both have as many steps."""
    twin = Path(shutil.copy(path, path.with_name("twin.case")))
    for one, word in ((path, "lighthouse"), (twin, "windmill")):
        again = Case.open(one, lambda: "Ida")
        again.claims.add(f"The {word} was painted")
        again.close()
    for _ in range(2):
        for one, word, other in ((path, "lighthouse", "windmill"), (twin, "windmill", "lighthouse")):
            assert cli.run(["search", str(one), word]) == 0
            assert word in capsys.readouterr().out
            assert cli.run(["search", str(one), other]) == 0
            assert capsys.readouterr().out == "Nothing found.\n"


def test_an_erased_article_whose_index_stays_is_told(case: Case) -> None:
    case.index.refresh()
    no_cache()
    case.erase_article(1, "A court says so.")
    assert any("could not be removed" in words for words in case.takedowns.left)
    case.index.refresh()
    assert case.index.behind() == 0


def test_an_erased_article_is_gone_from_the_index_on_disk(case: Case) -> None:
    case.index.refresh()
    folder = next((paths.cache() / "index").iterdir())
    assert len(list(folder.iterdir())) > 1
    case.erase_article(1, "A court says so.")
    assert case.takedowns.left == ()
    assert len(list(folder.iterdir())) == 1
