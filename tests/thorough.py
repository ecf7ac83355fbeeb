"""How long tests play at random: a quarter by default, in full with THOROUGH set (`make thorough`), so that the suite stays under a
quarter of an hour on two cores."""

from __future__ import annotations

import os

THOROUGH = "THOROUGH" in os.environ


def share(number: int) -> int:
    """That many examples when it is to be thorough, else a quarter of them."""
    return number if THOROUGH else max(1, number // 4)
