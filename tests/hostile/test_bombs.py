"""Bombs end in time, in memory and in words; `make hostile` lets all of them go off."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.bombs import BOMBS, SAMPLE
from workbench.case import Case

PATIENCE = 150
"""Seconds for a bomb, where other tests run beside it; `make hostile` holds the true limit."""
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="what a process holds is asked of resource")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    one = Case.create(tmp_path_factory.mktemp("bombs") / "c.case", lambda: "Rhea")
    yield one
    one.close()


@pytest.mark.parametrize("name", SAMPLE)
def test_a_bomb_ends_in_words(case: Case, tmp_path: Path, name: str) -> None:
    from tests.hostile.blasting import blast

    before = case.articles.ids()
    found = blast(case, tmp_path, name, BOMBS[name], limit=PATIENCE)
    new = case.articles.ids() - before
    assert not found.wrong
    assert not any("root:" in text or "hahaha" in text for text in case.articles.texts(new).values())
    assert not [*tmp_path.iterdir()]
    assert all(case.articles.get(number).location.startswith(str(tmp_path / name)) for number in new)


def test_a_folder_of_links_that_lead_in_circles_and_out_ends_soon(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.txt").write_text("The ferry stays, the harbour council said.", encoding="utf-8")
    for number in range(60):
        (folder / f"circle{number}").symlink_to(folder)
        (folder / f"out{number}").symlink_to("/etc/passwd")
        (folder / f"chain{number}").symlink_to(folder / f"chain{(number + 1) % 60}")
    case = Case.create(tmp_path / "c.case", lambda: "Rhea")
    report = case.imports.files([folder])
    case.close()
    assert len(report.added) == 1
    assert sum("out" in each.name for each in report.refused) == 60
    assert all(each.reason.endswith(".") for each in report.refused)
