"""What a window knows of queries until it closes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QPoint, QRect

from workbench.case.passages import Mark
from workbench.checks.matter import Question


class HalfQuery(Protocol):
    """A query of which one passage is chosen."""

    mark: Mark

    def complete(self, other: Mark, at: QRect | QPoint) -> None:
        """Take the other passage; what else is asked for stands at that place."""

    def drop(self) -> None:
        """Give it up, and say so."""


@dataclass
class QuerySession:
    """The query that is half made, the number of the one that was raised or added to last (0 for none), and the suggestions that were
    dismissed."""

    half: HalfQuery | None = None
    last: int = 0
    dismissed: set[Question] = field(default_factory=set)
