"""What stands on a text: on the whole of it in code points, and on the part that is shown in Qt's units. No painting here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.desk.reading.marks import Pieces, PlacedMark, TextMark
from workbench.desk.reading.offsets import UnitSpan
from workbench.domain.spans import Span

Query = tuple[str, Span]
"""A query's label ("Q3") and a passage that it asks about."""


@dataclass(slots=True)
class Standing:
    """What stands on the whole text, in code points."""

    marks: Sequence[TextMark] = ()
    evidence: Sequence[Span] = ()
    hits: Sequence[Span] = ()
    suggestion: Span | None = None
    figures: Sequence[Span] = ()
    checked: Sequence[Span] = ()
    queries: Sequence[Query] = ()


@dataclass(slots=True)
class Overlay:
    """What is painted on the part that is shown, and how."""

    marks: list[PlacedMark] = field(default_factory=list)
    pieces: Pieces = field(default_factory=Pieces)
    evidence: list[UnitSpan] = field(default_factory=list)
    hits: list[UnitSpan] = field(default_factory=list)
    suggestion: UnitSpan | None = None
    figures: list[UnitSpan] = field(default_factory=list)
    checked: list[UnitSpan] = field(default_factory=list)
    queries: list[tuple[str, UnitSpan]] = field(default_factory=list)
    hit: UnitSpan | None = None
    chosen: int = 0
    plain: bool = False
    lit: int = 0
