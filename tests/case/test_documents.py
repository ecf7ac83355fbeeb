"""Evidence beyond articles: documents with their bytes and hash, images, calls; refused with the reason; found damaged by check."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from pathlib import Path

import pytest

from workbench.case import Case
from workbench.case.documents import Document, media_type, read_document
from workbench.case.evidence import NewLink
from workbench.domain.errors import DamagedCase, ImportRefused, RuleBroken
from workbench.domain.vocabulary import EvidenceKind, Relation

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40


@pytest.fixture
def claim(case: Case) -> int:
    return case.claims.add("The permit was given").new("claims")


@pytest.mark.parametrize(("data", "name", "kind"), [
    (PNG, "a.txt", "image/png"), (b"\xff\xd8\xff\xe0", "", "image/jpeg"), (b"GIF89a..", "", "image/gif"),
    (b"RIFF\0\0\0\0WEBPVP8 ", "", "image/webp"),
    (b"%PDF-1.7\n", "x.png", "application/pdf"), (b"PK\x03\x04...", "a.odt", "application/vnd.oasis.opendocument.text"),
    (b"PK\x03\x04...", "a.zip", "application/zip"), ("Füße".encode(), "", "text/plain"), (b"<!DOCTYPE HTML><p>", "", "text/html"),
    (b"a\0b", "", "application/octet-stream"), (b"\xff\xfe\xfa", "", "application/octet-stream"),
    (b"x" * 4095 + "ü".encode(), "", "text/plain"),
])  # fmt: skip
def test_what_a_file_is_by_its_first_bytes(data: bytes, name: str, kind: str) -> None:
    assert media_type(data, name) == kind


def test_a_document_is_kept_with_its_hash_and_given_back_whole(case: Case, claim: int, tmp_path: Path) -> None:
    file = tmp_path / "permit.pdf"
    file.write_bytes(b"%PDF-1.7\n" + os.urandom(5000))
    case.evidence.add(claim, NewLink(Relation.CORROBORATES, document=read_document(file), note="page 2", dated="2031-05-01"))
    (link,) = case.evidence.of(claim)
    assert (link.kind, link.name, link.media_type, link.dated) == (EvidenceKind.DOCUMENT, "permit.pdf", "application/pdf", "2031-05-01")
    assert link.document_sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert case.evidence.document(link.id)[1] == file.read_bytes()
    with pytest.raises(RuleBroken, match="linked to C1 already"):
        case.evidence.add(claim, NewLink(Relation.CONTEXT, document=read_document(file)))
    case.evidence.delete(link.id)
    assert case.evidence.of(claim) == []
    case.undo()
    assert case.evidence.document(link.id)[1] == file.read_bytes()
    assert case.integrity.faults() == []


def test_check_names_the_evidence_whose_bytes_have_changed(case: Case, claim: int) -> None:
    case.evidence.add(claim, NewLink(Relation.CONTEXT, document=Document("seal.png", PNG)))
    (link,) = case.evidence.of(claim)
    assert link.kind is EvidenceKind.IMAGE
    path = case.path
    case.file.close()
    raw = sqlite3.connect(path)
    raw.execute("UPDATE originals SET bytes = ? WHERE sha256 = ?", (PNG + b"!", link.document_sha256))
    raw.commit()
    raw.close()
    again = Case.open(path, lambda: "Ida")
    try:
        assert any("document “seal.png” of C1: the original bytes no longer match" in fault for fault in again.integrity.faults())
        with pytest.raises(DamagedCase, match="no longer matches"):
            again.evidence.document(link.id)
    finally:
        again.close()


def test_what_cannot_be_a_document_is_refused_with_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.importers.sources.LARGEST_FILE", 100)
    for name, data, words in (("empty", b"", "empty"), ("large", b"x" * 101, "reads files up to")):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(ImportRefused, match=words):
            read_document(tmp_path / name)
    with pytest.raises(ImportRefused, match="no such file"):
        read_document(tmp_path / "nowhere")
    with pytest.raises(ImportRefused):
        read_document(tmp_path)


def test_a_call_has_whom_when_and_what(case: Case, claim: int) -> None:
    case.evidence.add(claim, NewLink(Relation.CORROBORATES, note="She saw the permit.", name=" Odile  Brandt ", dated="2031-05-01"))
    (link,) = case.evidence.of(claim)
    assert (link.kind, link.name, link.dated, link.note) == (EvidenceKind.CALL_NOTE, "Odile Brandt", "2031-05-01", "She saw the permit.")
    for value, wrong in (("1 May", "has no year"), ("2031-13-01", "2031-13-01")):
        with pytest.raises(RuleBroken, match=wrong):
            case.evidence.edit(link.id, dated=value)
    case.evidence.edit(link.id, dated="", name="O. Brandt")
    assert case.evidence.of(claim)[0].name == "O. Brandt"


@pytest.mark.parametrize("independent", [True, False])
def test_independence_is_judged_with_a_reason(case: Case, claim: int, independent: bool) -> None:
    with pytest.raises(RuleBroken, match="Say why"):
        case.evidence.add(claim, NewLink(Relation.CORROBORATES, note="x", independent=independent))
    case.evidence.add(claim, NewLink(Relation.CORROBORATES, note="x", independent=independent, independent_reason="own visit"))
    (link,) = case.evidence.of(claim)
    with pytest.raises(RuleBroken, match="Say why"):
        case.evidence.edit(link.id, independent_reason=" ")
    case.evidence.edit(link.id, independent=None, independent_reason="")
    assert case.evidence.of(claim)[0].independent is None
