"""OpenDocument texts in particular: white space, changes, parts beside the body, one-file documents, and locked ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.office_files import ODF_SPACES, odt_of, zipped
from tests.importers.test_written_documents import kinds_at, read
from workbench.domain.errors import ImportRefused
from workbench.domain.vocabulary import Confidence, Field, ZoneKind
from workbench.importers.office.odt import OdtImporter
from workbench.importers.registry import importer_for

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "eval" / "oddfiles" / "odt"
ONLY_PICTURES = {"imageRelative.odt"}
P = "<text:p>The ferry was kept on Tuesday.</text:p>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<text:p>\n  a \n b<text:s text:c='3'/>c<text:tab/>d<text:line-break/>e</text:p>", "a b   c\td\ne"),
        ("<text:p>10<text:span text:style-name='U'>6</text:span> m<text:span text:style-name='U'>2</text:span></text:p>", "10⁶ m²"),
        ("<text:list><text:list-item><text:p>one</text:p></text:list-item><text:list-item><text:p>two</text:p></text:list-item></text:list>",
         "one\ntwo"),
        ("<text:table-of-content><text:table-of-content-source><text:index-title-template>Template</text:index-title-template>"
         "</text:table-of-content-source><text:index-body><text:p>Contents</text:p></text:index-body></text:table-of-content>", "Contents"),
        ("<text:p>x<draw:frame><draw:image/><svg:desc>A tug at the quay</svg:desc></draw:frame>y</text:p>", "xy\nA tug at the quay"),
        ("<text:p>x<draw:g><text:p>in a shape</text:p></draw:g>y</text:p>", "xy\nin a shape"),
        ("<table:table><table:table-row table:number-rows-repeated='1000000'><table:table-cell table:number-columns-repeated='1000000'>"
         "<text:p>a</text:p></table:table-cell></table:table-row></table:table>", "a"),
    ],
)  # fmt: skip
def test_words_and_signs(body: str, text: str) -> None:
    assert read("a.odt", odt_of(body)).text == text


def test_a_deletion_over_paragraphs_and_one_that_stands_nowhere() -> None:
    region = ("<text:changed-region xml:id='{}'><text:deletion><office:change-info><dc:creator>Ada</dc:creator></office:change-info>{}"
              "</text:deletion></text:changed-region>")  # fmt: skip
    regions = region.format("a", "<text:p>It was foggy.</text:p><text:p/>") + region.format("b", "<text:p>Lost.</text:p>")
    changes = f"<text:tracked-changes>{regions}</text:tracked-changes>"
    draft = read("a.odt", odt_of(f"<text:p><text:change text:change-id='a'/>The ferry was kept.</text:p>{P}", changes=changes))
    assert draft.text == "It was foggy.\nThe ferry was kept.\nThe ferry was kept on Tuesday.\nLost."
    assert kinds_at(draft, "It was foggy.") == kinds_at(draft, "Lost.") == {ZoneKind.STRUCK}


def test_struck_and_hidden_words_titles_and_properties() -> None:
    meta = "<dc:title>Old</dc:title><meta:initial-creator>Bo Finn</meta:initial-creator><dc:date>2031-05-03T10:00:00</dc:date>"
    body = ("<text:p text:style-name='P1'>Ferry kept</text:p><text:p>It was <text:span text:style-name='S'>never </text:span>kept on"
            " Monday.</text:p><text:section text:display='none'><text:p>Ask Bo.</text:p></text:section>")  # fmt: skip
    draft = read("a.odt", odt_of(body, meta=meta))
    assert kinds_at(draft, "never") == {ZoneKind.STRUCK}
    assert kinds_at(draft, "Ask Bo.") == {ZoneKind.HIDDEN}
    found = draft.metadata
    assert (found[Field.TITLE].value, found[Field.TITLE].confidence) == ("Ferry kept", Confidence.HIGH)
    assert (found[Field.AUTHOR].value, found[Field.MODIFIED].value) == ("Bo Finn", "2031-05-03")


def test_heads_and_feet_of_pages_stand_once() -> None:
    edges = "<style:header><text:p>Port office</text:p></style:header><style:footer><text:p>Page 1</text:p></style:footer>"
    page = f"<style:master-page>{edges}</style:master-page>"
    draft = read("a.odt", odt_of(P, styles=f"<office:master-styles>{page}{page}</office:master-styles>"))
    assert draft.text == "The ferry was kept on Tuesday.\nPort office\nPage 1"
    assert kinds_at(draft, "Port office\nPage 1") == {ZoneKind.PAGE}


def test_a_document_in_one_file() -> None:
    data = (
        f'<?xml version="1.0"?><office:document{ODF_SPACES} office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:meta><dc:title>T</dc:title></office:meta><office:body><office:text>{P}</office:text></office:body></office:document>"
    ).encode()
    assert isinstance(importer_for("a.xml", data), OdtImporter)
    draft = read("a.fodt", data)
    assert draft.text == "The ferry was kept on Tuesday."
    assert draft.metadata[Field.TITLE].value == "T"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (odt_of(P, manifest="<m:file-entry><m:encryption-data/></m:file-entry>"), "protected with a password"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text", "encrypted-package": b"\x00\x01"}), "protected with a password"),
        (odt_of("<text:p/>"), "bytes became text"),
        (odt_of("<text:p>"), "damaged"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "missing"),
        (b"<?xml version='1.0'?><!DOCTYPE a><a/>", "document type definition"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(data: bytes, reason: str) -> None:
    with pytest.raises(ImportRefused, match=reason):
        OdtImporter().read(data, "a.odt", None)


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the shared folder is not beside the repository")
def test_odd_opendocument_files_give_text_where_shared_is_there() -> None:
    for path in sorted(SAMPLES.iterdir()):
        if path.name not in ONLY_PICTURES:
            assert read(path.name, path.read_bytes()).text
