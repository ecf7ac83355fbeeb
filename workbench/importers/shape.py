"""The shape in which a draft is given out as JSON."""

from __future__ import annotations

import hashlib
from typing import Any

from workbench.domain.anchors import split_at
from workbench.domain.draft import Draft
from workbench.domain.entities import UNKNOWN, Metadatum
from workbench.domain.spans import Span
from workbench.domain.vocabulary import Field, ZoneKind
from workbench.importers.sentences import sentence_spans


def draft_as_json(draft: Draft, data: bytes) -> dict[str, Any]:
    """A draft as plain JSON values.

    {title, publisher, author, published, language, wire (each {value, confidence, basis}), text,
    zones [{start, end, kind, set_by, basis}] and sentences [{start, end}] (code points into text, end exclusive; in order,
    without white space at their ends, never across a line end or the edge of a headline), encoding, encoding_basis,
    media_type, reader, sha256 (of `data`, the original bytes, hex), bytes, warnings}.
    """
    fields = {field.value: _field(draft.metadata.get(field, UNKNOWN)) for field in Field}
    zones = [{"start": z.start, "end": z.end, "kind": z.kind.value, "set_by": "machine", "basis": z.basis} for z in draft.zones]
    return {
        **fields,
        "text": draft.text,
        "zones": zones,
        "sentences": [{"start": s.start, "end": s.end} for s in _sentences(draft)],
        "encoding": draft.encoding,
        "encoding_basis": draft.encoding_basis,
        "media_type": draft.media_type,
        "reader": draft.reader,
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
        "warnings": list(draft.warnings),
    }


def _sentences(draft: Draft) -> list[Span]:
    edges = sorted({edge for z in draft.zones if z.kind is ZoneKind.HEADLINE for edge in (z.start, z.end)})
    return split_at(draft.text, sentence_spans(draft.text), edges)


def _field(value: Metadatum) -> dict[str, str | None]:
    return {"value": value.value, "confidence": value.confidence.value if value.confidence else None, "basis": value.basis}
