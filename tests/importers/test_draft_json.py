"""The JSON shape of a draft."""

from __future__ import annotations

import hashlib
import json

from workbench.domain.draft import Draft, DraftZone
from workbench.domain.vocabulary import ZoneKind
from workbench.importers.plain import PlainImporter
from workbench.importers.shape import draft_as_json


def test_the_shape_of_a_draft() -> None:
    data = "Council keeps the ferry\r\n\r\nThe council voted. “Yes,” it said.".encode()
    shape = draft_as_json(PlainImporter().read(data, "a.txt", None), data)
    assert set(shape) == {
        *("title", "publisher", "author", "published", "modified", "language", "wire", "address", "retrieved"),
        *("text", "zones", "encoding", "encoding_basis"),
        *("sentences", "media_type", "reader", "sha256", "bytes", "warnings"),
    }
    assert shape["title"] == {"value": "Council keeps the ferry", "confidence": "moderate", "basis": "the line that stands as the headline"}
    assert shape["publisher"]["value"] is None
    assert shape["publisher"]["confidence"] is None
    assert shape["sha256"] == hashlib.sha256(data).hexdigest()
    assert shape["text"] == "Council keeps the ferry\n\nThe council voted. “Yes,” it said."
    assert [(zone["start"], zone["end"], zone["kind"], zone["set_by"]) for zone in shape["zones"]] == [
        (0, 23, "headline", "machine"),
        (25, 59, "body", "machine"),
    ]
    assert [shape["text"][sentence["start"] : sentence["end"]] for sentence in shape["sentences"]] == [
        "Council keeps the ferry",
        "The council voted.",
        "“Yes,” it said.",
    ]
    assert json.loads(json.dumps(shape)) == shape


def test_a_headline_ends_a_sentence_even_inside_a_line() -> None:
    zones = (DraftZone(0, 17, ZoneKind.HEADLINE, "by hand"), DraftZone(18, 31, ZoneKind.BODY, "by hand"))
    draft = Draft("Ferry is not lost It came early", "text/plain", "utf-8", "told", "plain", {}, zones)
    assert [(sentence["start"], sentence["end"]) for sentence in draft_as_json(draft, b"")["sentences"]] == [(0, 17), (18, 31)]
