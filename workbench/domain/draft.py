"""A draft: what an importer makes of bytes, before anything is kept."""

from __future__ import annotations

from dataclasses import dataclass, field

from workbench.domain.entities import Metadatum
from workbench.domain.layout import NO_PAGES, Layout
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

    `encoding_basis` says how the encoding was found; `reader` names the program and version that made the text; `layout` has the
    lines of a document that has pages.
    """

    text: str
    media_type: str
    encoding: str
    encoding_basis: str
    reader: str
    metadata: dict[Field, Metadatum]
    zones: tuple[DraftZone, ...]
    warnings: tuple[str, ...] = field(default=())
    layout: Layout = NO_PAGES


@dataclass(frozen=True, slots=True)
class Member:
    """A document inside another file: its name, or the path to it there, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Contents:
    """What one file gives: a document of its own, documents inside it, or both (a mail with attachments). `refused` are those inside
    that could not be taken out, by name, with the reason."""

    draft: Draft | None
    members: tuple[Member, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()
