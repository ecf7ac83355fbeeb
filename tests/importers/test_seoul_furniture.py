"""The five articles of the Seoul case, where the shared folder is there: how much furniture is found, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from workbench.domain.vocabulary import Field, ZoneKind
from workbench.importers.plain import PlainImporter

CASE = Path(__file__).resolve().parents[3] / "shared" / "cases" / "seoul"
needs_shared = pytest.mark.skipif(not CASE.is_dir(), reason="the shared folder is not beside the repository")


def _points(spans: list[tuple[str, int, int]]) -> set[tuple[str, int]]:
    return {(name, at) for name, start, end in spans for at in range(start, end)}


@needs_shared
def test_seoul_furniture_is_found_and_nothing_else_where_shared_is_there() -> None:
    key = json.loads((CASE / "key.json").read_text(encoding="utf-8"))
    drafts = {path.name: PlainImporter().read(path.read_bytes(), path.name, None) for path in sorted((CASE / "articles").glob("*.txt"))}
    marked = _points([(name, z.start, z.end) for name, draft in drafts.items() for z in draft.zones if z.kind is ZoneKind.BOILERPLATE])
    free = _points([(span["doc"], span["start"], span["end"]) for span in key["boilerplate_either_way"]])
    wanted = [_points([(span["doc"], span["start"], span["end"])]) for span in key["boilerplate"]]
    everything = set().union(*wanted)
    found = sum(len(span & marked) >= 0.9 * len(span) for span in wanted)
    assert found >= 17
    assert len(everything & marked) >= 0.95 * len(everything)
    assert len(everything & marked) >= 0.95 * len(marked - free)


@needs_shared
def test_seoul_wires_are_what_the_files_state_where_shared_is_there() -> None:
    wires = {}
    for path in sorted((CASE / "articles").glob("*.txt")):
        found = PlainImporter().read(path.read_bytes(), path.name, None).metadata[Field.WIRE]
        wires[path.name[:3]] = (found.value, found.confidence.value if found.confidence else None)
    assert wires == {"000": (None, None), "001": (None, None), "002": ("Reuters", "low"), "003": ("AP", "high"), "004": (None, None)}
