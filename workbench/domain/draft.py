"""A draft: what an importer makes of bytes, before anything is kept."""

from __future__ import annotations

from dataclasses import dataclass, field

from workbench.domain.entities import Metadatum
from workbench.domain.vocabulary import Field, ZoneKind


@dataclass(frozen=True, slots=True)
class DraftZone:
    """A proposed zone over the reading text: code points, end exclusive, with the rule that proposed it."""

    start: int
    end: int
    kind: ZoneKind
    basis: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as read: its text with normalised line ends, proposed zones and guessed metadata.

    `encoding_basis` says how the encoding was found; `reader` names the program and version that made the text.
    """

    text: str
    media_type: str
    encoding: str
    encoding_basis: str
    reader: str
    metadata: dict[Field, Metadatum]
    zones: tuple[DraftZone, ...]
    warnings: tuple[str, ...] = field(default=())
