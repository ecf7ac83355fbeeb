"""A case that is looked after: whenever it is quiet its log is folded back, after the first step and after every later one."""

from __future__ import annotations

import time

from workbench.case import Case

PATIENCE = 30.0
"""Seconds for what takes one on a machine with nothing else to do."""


def folded(case: Case) -> bool:
    """Whether the log is empty in time."""
    log = case.path.with_name(case.path.name + "-wal")
    until = time.monotonic() + PATIENCE
    while log.stat().st_size and time.monotonic() < until:
        time.sleep(0.05)
    return not log.stat().st_size


def test_the_log_is_folded_back_after_every_step_once_it_is_quiet(case: Case) -> None:
    case.file.tend(lambda _: None)
    for claim in ("40 passengers fell ill", "Service starts again on 3 May", "Norlin denied it"):
        case.claims.add(claim)
        assert folded(case), claim
