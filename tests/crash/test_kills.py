"""kill -9 of the desk at random moments. `make crash` does a hundred."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.crash.kills import kill_often

KILLS = 4


@pytest.mark.journey
def test_killing_the_desk_loses_nothing_that_its_status_bar_had_shown_as_saved(tmp_path: Path) -> None:
    tally = kill_often(tmp_path / "documents", KILLS, seed=2)
    assert not tally.wrong, "\n".join(tally.wrong)
    assert tally.done == KILLS
    assert tally.steps_shown > KILLS, "the desk hardly worked, so the kills prove nothing"
    assert tally.logs_left, "no kill came while the case was open"


def test_killing_an_import_loses_no_batch_that_was_saved_and_leaves_no_part_of_another(tmp_path: Path) -> None:
    tally = kill_often(tmp_path / "documents", KILLS, seed=3, importing=True)
    assert not tally.wrong, "\n".join(tally.wrong)
    assert tally.steps_shown >= KILLS // 2
