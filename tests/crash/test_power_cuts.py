"""Power cuts, simulated on what the system calls of a recorded run had brought to the disk for certain."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.crash.power_cuts import Run, cut, cuts_put_in_place, record_run
from tests.thorough import share
from workbench.case import Case

CUTS = share(300)
SEED = 2
recorded_on_linux = pytest.mark.skipif(sys.platform != "linux", reason="strace records system calls on Linux only")


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """One run with the program's own settings."""
    folder = tmp_path_factory.mktemp("power")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKBENCH_HOME", str(folder / "home"))
        return record_run(folder)


@recorded_on_linux
def test_power_cuts_at_random_moments_lose_nothing_acknowledged_where_linux_can_be_traced(run: Run) -> None:
    tally = cut(run, run.random_moments(CUTS, SEED), SEED)
    assert not tally.wrong, "\n".join(tally.wrong)
    assert tally.done == CUTS


@recorded_on_linux
def test_the_control_without_synchronising_loses_work_where_linux_can_be_traced(tmp_path: Path) -> None:
    control = record_run(tmp_path, "OFF")
    tally = cut(control, control.random_moments(CUTS, SEED), SEED, enough=1)
    assert tally.lost + tally.unsound, "the simulation lets everything through, so it proves nothing"


@recorded_on_linux
def test_a_power_cut_while_the_case_is_opened_or_closed_where_linux_can_be_traced(run: Run) -> None:
    moments = run.moments_with_a_rollback_journal()
    assert len(moments) > 20
    tally = cut(run, moments, SEED)
    assert not tally.wrong, "\n".join(tally.wrong)


@recorded_on_linux
def test_a_case_cut_off_while_opened_or_closed_can_be_read_without_writing_where_linux_can_be_traced(run: Run) -> None:
    for described, saved in cuts_put_in_place(run, run.moments_with_a_rollback_journal(), SEED + 1):
        with closing(Case.open(run.path, lambda: "reader", read_only=True)) as case, case.file.read() as reader:
            assert reader.head()[0] >= max(saved), described
