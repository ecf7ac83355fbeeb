"""What stands beside an article in the table of sources: how sure its guessed metadata are, and why."""

from __future__ import annotations

import dataclasses

import pytest

from workbench.domain.entities import Metadatum
from workbench.domain.snapshot import Snapshot
from workbench.domain.vocabulary import Confidence, Field
from workbench.memo.sources import _notes


@pytest.mark.parametrize(
    ("datum", "notes"),
    [
        (Metadatum("Harbour News", Confidence.LOW, "the last line"), ["publisher: low confidence (the last line)"]),
        (Metadatum("Harbour News", Confidence.LOW, ""), ["publisher: low confidence"]),
        (Metadatum("Harbour News", None, "the file's name"), ["publisher: confidence not stated (the file's name)"]),
        (Metadatum("Harbour News", None, ""), ["publisher: confidence not stated"]),
        (Metadatum("Harbour News", Confidence.HIGH, "set by hand"), []),
        (Metadatum(None, Confidence.LOW, "nothing says it"), []),
        (Metadatum("", Confidence.LOW, "nothing says it"), []),
    ],
)
def test_a_guess_is_noted_with_its_reason(snapshot: Snapshot, datum: Metadatum, notes: list[str]) -> None:
    article = dataclasses.replace(snapshot.articles[0], metadata={Field.PUBLISHER: datum})
    assert [note.lower() for note in _notes(article)] == notes
