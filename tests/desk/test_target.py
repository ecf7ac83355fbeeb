"""Every key does what the line of hints names, whatever was chosen, clicked, selected or moved before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desk.aiming import Player, make_case
from tests.desk.conftest import active
from workbench.desk.window import Window


@pytest.mark.parametrize("seed", range(3))
def test_what_the_line_of_hints_names_is_what_a_key_changes(open_window: Callable[..., Window], tmp_path: Path, seed: int) -> None:
    player = Player(active(open_window(make_case(tmp_path))), seed)
    player.analyst.wait()
    player.play(60)
    assert player.acted == 60
    assert player.differences == []
