"""A fixed sample of what `python -m tests.hostile` does at length: files damaged by chance, each opened and lived with."""

from __future__ import annotations

from pathlib import Path

from tests.hostile.mutations import mutate

SEED, COUNT = 7, 40


def test_damaged_files_end_in_no_raw_error_no_hang_no_false_soundness_and_no_final_memo(tmp_path: Path) -> None:
    tally = mutate(tmp_path, SEED, range(COUNT))
    assert not tally.wrong, "\n".join(line for lines in tally.wrong.values() for line in lines)
    assert tally.done == COUNT
    assert tally.refused
    assert tally.found
    assert tally.drafts
