"""The shape in which a draft is given out as JSON."""

from __future__ import annotations

import hashlib
from typing import Any

from workbench.domain.draft import Draft
from workbench.domain.entities import UNKNOWN, Metadatum
from workbench.domain.vocabulary import Field


def draft_as_json(draft: Draft, data: bytes) -> dict[str, Any]:
    """A draft as plain JSON values.

    {title, publisher, author, published, language, wire (each {value, confidence, basis}), text,
    zones [{start, end, kind, set_by, basis}] (code points into text, end exclusive), encoding, encoding_basis,
    media_type, reader, sha256 (of `data`, the original bytes, hex), bytes, warnings}.
    """
    fields = {field.value: _field(draft.metadata.get(field, UNKNOWN)) for field in Field}
    zones = [{"start": z.start, "end": z.end, "kind": z.kind.value, "set_by": "machine", "basis": z.basis} for z in draft.zones]
    return {
        **fields,
        "text": draft.text,
        "zones": zones,
        "encoding": draft.encoding,
        "encoding_basis": draft.encoding_basis,
        "media_type": draft.media_type,
        "reader": draft.reader,
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
        "warnings": list(draft.warnings),
    }


def _field(value: Metadatum) -> dict[str, str | None]:
    return {"value": value.value, "confidence": value.confidence.value if value.confidence else None, "basis": value.basis}
