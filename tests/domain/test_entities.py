"""What an appearance, a passage and a link say of themselves."""

from __future__ import annotations

import pytest

from tests.domain.values import appearance
from workbench.domain.anchors import anchor_at
from workbench.domain.entities import Evidence, EvidenceKind, Passage
from workbench.domain.spans import Span
from workbench.domain.vocabulary import OriginBasis, PassageState, Relation


@pytest.mark.parametrize(
    ("basis", "statement", "words"),
    [
        (None, None, ""),
        (OriginBasis.INFERRED, None, "inferred"),
        (OriginBasis.INFERRED, 7, "inferred"),
        (OriginBasis.STATED, None, "stated, words not marked"),
        (OriginBasis.STATED, 7, "stated"),
    ],
)
def test_how_an_origin_is_known(basis: OriginBasis | None, statement: int | None, words: str) -> None:
    assert appearance(origin=1, origin_basis=basis, statement_id=statement).basis_words == words


@pytest.mark.parametrize(("state", "place"), [(PassageState.EXACT, (4, 9)), (PassageState.MOVED, (4, 9)), (PassageState.ORPHAN, None)])
def test_only_an_orphan_has_no_place(state: PassageState, place: tuple[int, int] | None) -> None:
    passage = Passage(1, 1, anchor_at("The ferry stays.", 4, 9), state)
    assert passage.place == (Span(*place) if place else None)


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"passage_id": 3}, EvidenceKind.PASSAGE),
        ({"article_id": 2}, EvidenceKind.ARTICLE),
        ({"passage_id": 3, "article_id": 2}, EvidenceKind.PASSAGE),
        ({"url": "https://post.example/"}, EvidenceKind.URL),
        ({}, EvidenceKind.CALL_NOTE),
        ({"document_sha256": "0a" * 32, "media_type": "image/png"}, EvidenceKind.IMAGE),
        ({"document_sha256": "0a" * 32, "media_type": "application/pdf"}, EvidenceKind.DOCUMENT),
    ],
)
def test_what_a_link_is_to(fields: dict[str, object], kind: EvidenceKind) -> None:
    given = {"passage_id": None, "article_id": None, "url": ""} | fields
    link = Evidence(1, 1, Relation.CONTEXT, note="", origin_id=None, independent=None, independent_reason="", **given)  # type: ignore[arg-type]
    assert link.kind is kind
