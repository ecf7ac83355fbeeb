"""The copies beside the work: each of one path alone, and a large one not taken again at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.storage import shadow
from workbench.storage.lock import Stamp
from workbench.storage.shadow import Shadow, left_behind

UID = "0123456789abcdef" * 2


def test_a_shadow_is_of_one_path_alone(tmp_path: Path) -> None:
    folder, paths = tmp_path / "made" / "shadows", [tmp_path / "one.case", tmp_path / "two.case"]
    for path in paths:
        path.write_text(path.name)
        Shadow(folder, UID, path).take(path, Stamp.of(path))
    assert [[file.read_text() for file in left_behind(folder, path)] for path in paths] == [["one.case"], ["two.case"]]
    assert left_behind(folder, tmp_path / "three.case") == []


@pytest.mark.parametrize(("least", "held"), [(0, "later"), (-1, "first")])
def test_only_what_is_larger_than_large_rests(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, least: int, held: str) -> None:
    path = tmp_path / "one.case"
    path.write_text("first")
    monkeypatch.setattr(shadow, "LARGE", path.stat().st_size + least)
    monkeypatch.setattr(shadow, "SHARE", 10**9)
    kept = Shadow(tmp_path / "shadows", UID, path)
    kept.take(path, Stamp.of(path))
    path.write_text("later")
    kept.take(path, Stamp.of(path))
    assert kept.file.read_text() == held
