"""What stands on a text: on the whole of it in code points, and on the part that is shown in Qt's units. No painting here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.desk.reading.marks import Mark, Pieces
from workbench.domain.spans import Span

Query = tuple[str, Span]
"""A query's label ("Q3") and a passage that it asks about."""


@dataclass(slots=True)
class Standing:
    """What stands on the whole text, in code points."""

    marks: Sequence[Mark] = ()
    evidence: Sequence[Span] = ()
    hits: Sequence[Span] = ()
    suggestion: Span | None = None
    figures: Sequence[Span] = ()
    checked: Sequence[Span] = ()
    queries: Sequence[Query] = ()


@dataclass(slots=True)
class Overlay:
    """What is painted on the part that is shown, in UTF-16 units; and how."""

    marks: list[Mark] = field(default_factory=list)
    pieces: Pieces = field(default_factory=Pieces)
    evidence: list[Span] = field(default_factory=list)
    hits: list[Span] = field(default_factory=list)
    suggestion: Span | None = None
    figures: list[Span] = field(default_factory=list)
    checked: list[Span] = field(default_factory=list)
    queries: list[Query] = field(default_factory=list)
    hit: Span | None = None
    chosen: int = 0
    plain: bool = False
    lit: int = 0
