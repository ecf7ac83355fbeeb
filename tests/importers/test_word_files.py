"""Word files in particular: parts beside the body, other names and spaces of names, and what cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.office_files import STRICT, docx_of, paragraph, run, zipped
from tests.importers.test_written_documents import kinds_at, read
from workbench.domain.errors import ImportRefused
from workbench.domain.vocabulary import Confidence, Field, ZoneKind
from workbench.importers.office.docx import DocxImporter
from workbench.importers.registry import importer_for

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "eval" / "oddfiles" / "docx"
P = "The ferry was kept on Tuesday."
RAISED, LOWERED = ('<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>')


def text_of(body: str, parts: dict[str, str] | None = None) -> str:
    return read("a.docx", docx_of(body, parts)).text


def test_it_is_known_by_its_content_whatever_it_is_called() -> None:
    for data in (docx_of(paragraph(P)), docx_of(paragraph(P), main="doc/main.xml"), zipped({"word/document.xml": b"<x/>"})):
        for name in ("a.docx", "a.zip", "a", "a.txt", "a.docm"):
            assert isinstance(importer_for(name, data), DocxImporter)
    assert not isinstance(importer_for("a.zip", zipped({"in/a.docx": docx_of(paragraph(P)), "b.txt": "x"})), DocxImporter)


def test_the_body_may_have_another_name_and_be_strict() -> None:
    assert read("a", docx_of(paragraph(P), main="doc/main.xml")).text == P
    assert read("a", docx_of(paragraph(P), space=STRICT)).text == P


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"<w:p>{run('a')}<w:r><w:tab/></w:r>{run('b')}<w:r><w:br/></w:r>{run('c')}</w:p>", "a\tb\nc"),
        (f"<w:p>{run('co')}<w:r><w:noBreakHyphen/></w:r>{run('op')}<w:r><w:softHyphen/></w:r>{run('x')}</w:p>", "co\u2011op\u00adx"),
        ("<w:p><w:r><w:sym w:font='Symbol' w:char='F061'/><w:sym w:font='Wingdings' w:char='F0FC'/></w:r></w:p>", "α✓"),
        (f"<w:p>{run('10')}{run('6', RAISED)}{run(' and CO')}"
         f"{run('2', LOWERED)}</w:p>", "10⁶ and CO₂"),
        (f"<w:p><w:r><w:fldChar/></w:r>{run('PAGEREF x', tag='instrText')}<w:r><w:fldChar/></w:r>{run('page 4')}</w:p>", "page 4"),
        (f"<w:p><w:hyperlink r:id='x'>{run('the ')}</w:hyperlink><w:smartTag>{run('port ')}</w:smartTag></w:p>"
         f"<w:sdt><w:sdtPr/><w:sdtContent><w:sdt><w:sdtContent>{paragraph('inside')}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>",
         "the port\ninside"),
        (f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('')}</w:tc><w:tc>{paragraph('c')}{paragraph('d')}</w:tc></w:tr></w:tbl>",
         "a\t\tc\nd"),
        (f"<w:tbl><w:tr><w:tc>{paragraph('')}</w:tc><w:tc>{paragraph('2031')}</w:tc></w:tr></w:tbl>", "\t2031"),
        (f"<w:tbl><w:tr><w:tc>{paragraph('a')}<w:tbl><w:tr><w:tc>{paragraph('b')}</w:tc><w:tc>{paragraph('c')}</w:tc></w:tr></w:tbl></w:tc>"
         f"<w:tc>{paragraph('d')}</w:tc></w:tr></w:tbl>", "a\nb\tc\n\td"),
        ("<w:p><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f><m:sSup><m:e><m:r><m:t>x</m:t>"
         "</m:r></m:e><m:sup><m:r><m:t>3</m:t></m:r></m:sup></m:sSup><m:d><m:e><m:r><m:t>y</m:t></m:r></m:e></m:d></m:oMath></w:p>",
         "1/2x³(y)"),
        (f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('one')}</w:p>{paragraph('whole')}", "one whole"),
        ("<w:p><w:r><w:ffData><w:ddList><w:result w:val='1'/><w:listEntry w:val='red'/><w:listEntry w:val='blue'/></w:ddList></w:ffData>"
         "</w:r></w:p>", "blue"),
        (f"<w:p><w:r><w:drawing><wp:docPr descr='A tug at the quay'/></w:drawing></w:r>{run('The tug left.')}</w:p>",
         "The tug left.\nA tug at the quay"),
        ("<w:p/><w:p><w:r><w:t> </w:t></w:r></w:p>" + paragraph(P), P),
    ],
)  # fmt: skip
def test_words_and_signs(body: str, text: str) -> None:
    assert text_of(body) == text


def test_what_was_moved_is_struck_out_where_it_was() -> None:
    moved = run("It was foggy.")
    body = f"<w:p><w:moveFrom w:author='Ada'>{moved}</w:moveFrom></w:p>{paragraph(P)}<w:p><w:moveTo>{moved}</w:moveTo></w:p>"
    draft = read("a.docx", docx_of(body))
    assert draft.text == f"It was foggy.\n{P}\nIt was foggy."
    assert (draft.zones[0].kind, draft.zones[0].basis) == (ZoneKind.STRUCK, "moved to another place by Ada")


def test_styles_hide_strike_and_make_titles() -> None:
    styles = (
        "<w:styles NS><w:style w:styleId='T'><w:name w:val='Title'/></w:style><w:style w:styleId='M'><w:basedOn w:val='T'/></w:style>"
        "<w:style w:styleId='H'><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId='H2'><w:basedOn w:val='H'/></w:style></w:styles>"
    )
    hidden = run("Ask Bo", '<w:rStyle w:val="H2"/>')
    body = f"{paragraph('For the evening desk')}{paragraph('Ferry kept', 'M')}<w:p>{hidden}</w:p>{paragraph(P)}"
    draft = read("a.docx", docx_of(body, {"styles": styles}))
    assert kinds_at(draft, "Ask Bo") == {ZoneKind.HIDDEN}
    assert kinds_at(draft, "Ferry kept") == {ZoneKind.HEADLINE}
    title = draft.metadata[Field.TITLE]
    assert (title.value, title.confidence) == ("Ferry kept", Confidence.HIGH)


def test_headers_and_footers_stand_once_and_only_those_in_use() -> None:
    parts = {f"header{n}": f"<w:hdr NS>{paragraph('Port office')}</w:hdr>" for n in (1, 2)}
    parts |= {"header3": f"<w:hdr NS>{paragraph('Never shown')}</w:hdr>", "footer1": f"<w:ftr NS>{paragraph('Page 1 of 2')}</w:ftr>"}
    names = "".join(f"<w:{kind}Reference r:id='{kind}{n}'/>" for kind, n in (("header", 1), ("header", 2), ("footer", 1)))
    draft = read("a.docx", docx_of(f"{paragraph(P)}<w:sectPr>{names}</w:sectPr>", parts))
    assert draft.text == f"{P}\nPort office\nPage 1 of 2"
    assert kinds_at(draft, "Port office\nPage 1 of 2") == {ZoneKind.PAGE}


def test_endnotes_and_notes_with_a_sign_of_their_own() -> None:
    notes = "".join(
        f"<w:endnote w:id='{n}'><w:p>{run(words)}</w:p></w:endnote>" for n, words in ((1, "One."), (2, "* Two."), (3, "Unmet."))
    )
    own = "<w:r><w:endnoteReference w:id='2' w:customMarkFollows='1'/><w:t>*</w:t></w:r>"
    body = f"<w:p>{run('It sank')}<w:r><w:endnoteReference w:id='1'/></w:r>{run(' here')}{own}{run('.')}</w:p>"
    draft = read("a.docx", docx_of(body, {"endnotes": f"<w:endnotes NS>{notes}</w:endnotes>"}))
    assert draft.text == "It sank[i] here*.\n[i] One.\n* Two.\nUnmet."
    assert kinds_at(draft, "*.") == {ZoneKind.NOTE, ZoneKind.BODY}


def test_words_of_a_chart_and_what_lies_inside_is_named() -> None:
    title = "<c:title><a:p><a:r><a:t>Ferries a year</a:t></a:r></a:p></c:title>"
    chart = f"<c:chartSpace NS>{title}<c:strCache><c:pt><c:v>2031</c:v></c:pt></c:strCache></c:chartSpace>"
    body = f"{paragraph(P)}<w:p><w:r><w:drawing><c:chart r:id='chart1'/></w:drawing></w:r></w:p><w:altChunk r:id='aFChunk1'/>"
    draft = read("a.docx", docx_of(body, {"chart1": chart, "aFChunk1": "<html/>"}))
    assert draft.text == f"{P}\nFerries a year\n2031"
    assert draft.warnings == ("Inside it another document lies whose text is not read here: aFChunk1.xml.",)


def test_properties_are_taken_where_the_text_says_nothing() -> None:
    draft = read("a.docx", docx_of(paragraph(P)))
    found = {
        field: (value.value, value.confidence)
        for field, value in draft.metadata.items()
        if field in (Field.TITLE, Field.AUTHOR, Field.MODIFIED)
    }
    assert found == {
        Field.TITLE: ("Draft 3", Confidence.LOW),
        Field.AUTHOR: ("Bo Finn", Confidence.LOW),
        Field.MODIFIED: ("2031-05-03", Confidence.LOW),
    }
    assert draft.metadata[Field.PUBLISHED].value is None
    byline = read(
        "a.docx", docx_of(paragraph("Ferry kept until spring") + paragraph("By Ada Lark") + paragraph(P) + paragraph(P + " Again."))
    )
    assert byline.metadata[Field.AUTHOR].value == "Ada Lark"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (docx_of("<w:p/>"), "0 of [0-9,]+ bytes became text"),
        (docx_of(paragraph("&x;"), head="<!DOCTYPE a [<!ENTITY x 'y'>]>").replace(b"&amp;x;", b"&x;"), "document type definition"),
        (docx_of(paragraph(P))[:-200], "damaged"),
        (docx_of("<w:p>"), "damaged"),
        (zipped({"a.txt": "x"}), "no Word document"),
        (b"words", "damaged"),
        (docx_of("<w:altChunk r:id='aFChunk1'/>", {"aFChunk1": "<x/>"}), "lies in a document inside it"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(data: bytes, reason: str) -> None:
    with pytest.raises(ImportRefused, match=reason):
        DocxImporter().read(data, "a.docx", None)


def test_a_damaged_part_beside_the_body_is_a_warning() -> None:
    draft = read("a.docx", docx_of(paragraph(P), {"comments": "<w:comments NS><w:comment>"}))
    assert draft.text == P
    assert "comments could not all be read" in draft.warnings[0]


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the shared folder is not beside the repository")
def test_odd_files_of_word_give_text_where_shared_is_there() -> None:
    for path in sorted(SAMPLES.iterdir()):
        assert read(path.name, path.read_bytes()).text
