"""Documents that are not read say so by their content, with what to do, and never open as an archive of XML files; bombs end in words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.importers.office_files import docx_of, odt_of, paragraph, zipped
from workbench.domain.errors import ImportRefused
from workbench.importers.isolated import Reader
from workbench.importers.registry import importer_for
from workbench.importers.zip_archive import ZipImporter

TYPES = '<Types><Override PartName="/x.xml" ContentType="application/vnd.openxmlformats-officedocument.{}.main+xml"/></Types>'


def ole(*names: str) -> bytes:
    head = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    head[30] = 9
    return bytes(head) + b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", *names)) + bytes(2000)


SLIDES = zipped({"[Content_Types].xml": TYPES.format("presentationml.presentation"), "ppt/presentation.xml": "<x/>"})
BINARY = '<Types><Override PartName="/xl/workbook.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>'
SHEETS = zipped({"[Content_Types].xml": BINARY, "xl/workbook.bin": "x"})


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.doc", ole("1Table", "WordDocument"), "save it as .docx"),
        ("letter", ole("WordDocument"), "save it as .docx"),
        ("a.docx", ole("EncryptedPackage"), "protected with a password"),
        ("a.pptx", SLIDES, "Save it as PDF"),
        ("a.zip", SLIDES, "Save it as PDF"),
        ("a", SHEETS, "spreadsheet"),
        ("a.docx", SHEETS, "spreadsheet"),
        ("a.xls", ole("Workbook"), "spreadsheet"),
        ("a.ods", zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "no text document"),
        ("a.pages", zipped({"Index/Document.iwa": b"x"}), "Pages"),
        ("a.wpd", b"\xffWPC\x10\x00", "WordPerfect"),
        ("a.gdoc", b'{"doc_id": "x"}', "shortcut"),
    ],
)
def test_refused_with_what_to_do(name: str, data: bytes, reason: str) -> None:
    with pytest.raises(ImportRefused, match=reason):
        importer_for(name, data).read(data, name, None)  # type: ignore[union-attr]


def test_an_archive_of_such_documents_is_still_one() -> None:
    assert isinstance(importer_for("a.zip", zipped({"a.pptx": SLIDES, "b.docx": docx_of(paragraph("x"))})), ZipImporter)


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as one:
        yield one


DEEP = 20_000
BOMBS = {
    "unpacks.docx": docx_of("<w:p><w:r><w:t>" + " " * 101_000_000 + "x</w:t></w:r></w:p>"),
    "laughs.docx": docx_of("<w:p/>", head='<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'),
    "attributes.docx": docx_of("<w:p " + " ".join(f'a{n}="1"' for n in range(100_000)) + "/>" + paragraph("x")),
    "blank.docx": docx_of("<w:p/>" * 200_000 + paragraph("x")),
    "tables.docx": docx_of("<w:tbl><w:tr><w:tc>" * DEEP + paragraph("x") + "</w:tc></w:tr></w:tbl>" * DEEP),
    "runs.docx": docx_of("<w:p>" + "<w:r>" * DEEP + "<w:t>x</w:t>" + "</w:r>" * DEEP + "</w:p>"),
    "boxes.docx": docx_of("<w:p><w:r>" + ("<w:txbxContent>" + paragraph("x")) * DEEP + "</w:txbxContent>" * DEEP + "</w:r></w:p>"),
    "notes.docx": docx_of("<w:p><w:r><w:t>x</w:t>" + "<w:footnoteReference w:id='1'/>" * DEEP + "</w:r></w:p>"),
    "spaces.odt": odt_of("<text:p>x" + "<text:s text:c='99999999'/>" * DEEP + "y</text:p>"),
    "nested.odt": odt_of("<text:p>" * DEEP + "x" + "</text:p>" * DEEP),
    "groups.rtf": b"{\\rtf1 " + b"{\\b" * 100_000 + b" x" + b"}" * 100_000,
    "notes.rtf": b"{\\rtf1 x" + b"{\\footnote a" * DEEP,
    "raw.rtf": b"{\\rtf1 x\\bin9999999999 y",
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_in_words_or_read(reader: Reader, name: str) -> None:
    try:
        text = reader.read(name, BOMBS[name]).text
    except ImportRefused as refused:
        assert any(words in refused.reason for words in ("unpacks to more than", "document type definition"))
    else:
        assert "x" in text
        assert len(text) < 1_000_000
