"""A bomb brought into a case as a person would: how long it took, how much memory, and what was said."""

from __future__ import annotations

import contextlib
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from workbench.case import Case
from workbench.importers.limits import MEMORY

SECONDS = 20.0
SECONDS_EACH = 0.03
"""What each document more may take that a file holds: reading thousands of them is work, and no fault."""
_FAILED = "Please report this"


@dataclass(frozen=True, slots=True)
class Blast:
    """What came of a bomb: seconds of its import, bytes that it made a process hold, and what is wrong, if anything."""

    name: str
    seconds: float
    memory: int
    said: str
    wrong: str


def blast(case: Case, folder: Path, name: str, make: Callable[[], bytes], limit: float = SECONDS) -> Blast:
    """Make a bomb, import it into a case, and look at what came of it."""
    path = folder / name
    path.write_bytes(make())
    _forget_peak()
    held, children = _held("VmRSS:"), _largest_child()
    begun = time.perf_counter()
    report = case.imports.files([path])
    seconds = time.perf_counter() - begun
    path.unlink()
    now = _largest_child()  # of all children so far: it tells of this import's only where it grew
    memory = max(_held("VmHWM:") - held, now if now > children else 0)
    reasons = [each.refused for each in report.outcomes if each.refused]
    faults = [
        f"it took {seconds:.0f} s" if seconds > limit + SECONDS_EACH * len(report.outcomes) else "",
        f"{memory / 1e6:,.0f} MB" if memory > MEMORY else "",
        "nothing was said of it" if not report.outcomes else "",
        *(reason for reason in reasons if _FAILED in reason or not reason.rstrip(")").endswith(".")),
    ]
    said = reasons[0] if reasons else report.summary
    return Blast(name, seconds, memory, said, "; ".join(filter(None, faults))[:500])


def _forget_peak() -> None:
    """What this process held to make the bomb is not of the import: Linux forgets it when it is asked to, others count it."""
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def _held(line: str) -> int:
    """Bytes that this process holds (VmRSS:), or held at most since the peak was forgotten (VmHWM:)."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return next(1024 * int(each.split()[1]) for each in lines if each.startswith(line))


def _largest_child() -> int:
    """Bytes that the largest of the processes held which this one has started and which have ended."""
    return 1024 * resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
