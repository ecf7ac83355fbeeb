"""A passage as it may be quoted: what of it the page strikes out, hides or has beside the article is said within the quotation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from workbench.domain.anchors import Anchor
from workbench.domain.entities import Zone
from workbench.domain.vocabulary import ZoneKind

SAID: Mapping[ZoneKind, str] = MappingProxyType(
    {
        ZoneKind.STRUCK: "struck out on the page",
        ZoneKind.HIDDEN: "hidden on the page",
        ZoneKind.COMMENT: "among the comments",
        ZoneKind.RELATED: "another headline on the page",
        ZoneKind.BOILERPLATE: "page furniture",
        ZoneKind.PAGE: "head or number of the page",
        ZoneKind.QUOTED: "from a message quoted below",
    }
)
"""What is said of words in such a zone. The mark of a note is part of what is quoted."""


def quoted(anchor: Anchor, zones: Iterable[Zone]) -> str:
    """The words of an anchor, which still stand at its place; those in a zone of SAID in brackets with what they are."""
    pieces: list[str] = []
    at = anchor.start
    for zone in sorted((zone for zone in zones if zone.kind in SAID and zone.span.overlaps(anchor.span)), key=lambda zone: zone.start):
        start, end = max(at, zone.start), min(zone.end, anchor.end)
        if start < end:
            pieces += [_part(anchor, at, start), f"[{SAID[zone.kind]}: {_part(anchor, start, end)}]"]
            at = end
    return "".join((*pieces, _part(anchor, at, anchor.end)))


def _part(anchor: Anchor, start: int, end: int) -> str:
    return anchor.exact[start - anchor.start : end - anchor.start]
