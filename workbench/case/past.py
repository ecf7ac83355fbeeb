"""The past of a case: which step a moment means, and the case as it was then, in a file of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path

from workbench.case.noun import Noun
from workbench.domain.dates import Shape, kept_date
from workbench.domain.errors import BackupFailed, NotFound, RuleBroken
from workbench.storage import save_past

STEP = re.compile(r"(?:step\s*)?#?(\d+)", re.IGNORECASE)
LONGEST = 18
"""Digits of a step's number: no case has more, and the file could not count further."""
HOW = "A day means its end; a step is meant by its number."


@dataclass(frozen=True, slots=True)
class Moment:
    """A place in the journal: after the step `seq`, made at `at` (ISO 8601 UTC), before the step called `next` (empty when it is now)."""

    seq: int
    at: str
    next: str


class Past(Noun):
    def moment(self, step: int) -> Moment:
        """The moment after that step. Raises NotFound."""
        with self._file.read() as reader:
            found = reader.step(step)
            following = reader.step(step + 1).name if step < reader.head()[0] else ""
        return Moment(step, found.at, following)

    def find(self, when: str) -> Moment:
        """The moment that words mean: a step's number, or a day or time, in the zone of this machine unless it says another.

        A time means after the last step that was made by then. Steps are counted, not hours: where the clock was set back, the later
        step counts, whatever its clock said. Raises RuleBroken for what is neither, and NotFound when the case was not there yet.
        """
        words = " ".join(when.split())
        if found := STEP.fullmatch(words):
            return self.moment(int(found[1][:LONGEST]))
        with self._file.read() as reader:
            step = reader.last_step_at(_time(words))
        if not step:
            raise NotFound(f"step by {words}: the case was made later than that. There is nothing to show")
        return self.moment(step)

    def save(self, step: int, target: Path) -> tuple[int, ...]:
        """Write the case as it was after that step to a new case file; returns the exhibits left out because they were erased since.

        Raises CaseExists, NotFound or BackupFailed.
        """
        if target.suffix.lower() != ".case":
            raise BackupFailed(target, "the name of a case ends in .case")
        return save_past(self._file, target, step)


def _time(words: str) -> datetime:
    """A moment with its zone. A day alone means its last moment. Raises RuleBroken."""
    try:
        kept = kept_date(words, Shape.MOMENT)
        found = datetime.fromisoformat(kept)
        return (found if "T" in kept else datetime.combine(found.date(), time.max)).astimezone(UTC)
    except RuleBroken as error:
        raise RuleBroken("moment", f"{error} {HOW}") from error
    except (ValueError, OverflowError) as error:  # nothing; a day at either end of time has no moment in every zone
        raise RuleBroken("moment", f"“{words}” is no moment. Write it like {Shape.MOMENT.example}. {HOW}") from error
