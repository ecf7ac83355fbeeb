"""One file of every released schema: it opens with everything in it, is sound, and its history can be undone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from workbench.case import Case
from workbench.domain.vocabulary import Basis, Field, Status
from workbench.storage.header import SCHEMA_VERSION, read_header

FOLDER = Path(__file__).resolve().parent
RELEASED = sorted(FOLDER.glob("v*.case"))


def test_there_is_one_of_every_version() -> None:
    assert [path.name for path in RELEASED] == [f"v{n}.case" for n in range(1, SCHEMA_VERSION + 1)]
    assert [read_header(path).version for path in RELEASED] == list(range(1, SCHEMA_VERSION + 1))
    assert all(path.stat().st_size < 400_000 for path in RELEASED)


@pytest.mark.parametrize("released", RELEASED, ids=lambda p: p.name)
def test_a_released_file_opens_is_sound_and_goes_back_to_its_beginning(released: Path, tmp_path: Path) -> None:
    case = Case.open(shutil.copyfile(released, tmp_path / "old.case"), lambda: "me")
    assert case.integrity.faults() == []
    (view,) = case.claims.views()
    assert (view.claim.text, view.claim.status, view.claim.basis) == (
        "40 passengers fell ill on the ferry", Status.UNCONFIRMED, Basis.SINGLE_ORIGIN,
    )  # fmt: skip
    assert view.meter.text == "2 articles, 1 origin"
    assert case.articles.get(1).value(Field.PUBLISHER) == "Harbour News"
    assert case.undo_names() == ("The rest", "New claim")
    undone = []
    while case.undo_names()[0]:
        undone.append(case.undo()[0])
    assert undone[-1].startswith("Edit the case")
    assert (case.articles.all(), case.claims.views(), case.origins.all()) == ([], [], {})
    assert case.integrity.faults() == []
    for name in reversed(undone):
        assert case.redo()[0] == name
    assert case.claims.views() == [view]
    assert case.claims.add("another").new("claims") == 3, "2 was given, and undone"
    assert case.integrity.faults() == []
    case.close()
