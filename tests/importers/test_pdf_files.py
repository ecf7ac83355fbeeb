"""PDFs as people have them: what becomes text, what becomes a zone, what is warned of and what is refused with what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.importers.pdf_making import Put, pdf, set_by_typst
from workbench.domain.draft import Draft
from workbench.domain.errors import ImportRefused
from workbench.domain.layout import place_of
from workbench.domain.vocabulary import Confidence, Field, ZoneKind
from workbench.importers.isolated import Reader
from workbench.importers.pdf.pieces import words_of
from workbench.importers.pdf.reader import PdfImporter
from workbench.importers.protocol import Fit
from workbench.importers.registry import importer_for

SHARED = Path(__file__).resolve().parents[3] / "shared" / "eval" / "oddfiles" / "pdf"
LONG = "The council voted on Monday to keep the ferry over the sound, and nobody had expected that of the members who sat there."
LOCKED = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >> /ID [<00> <00>] /Root" % (b"11" * 32, b"22" * 32)


def read(data: bytes) -> Draft:
    return PdfImporter().read(data, "report.pdf", None)


def kinds(draft: Draft, kind: ZoneKind) -> list[str]:
    return [draft.text[zone.start : zone.end] for zone in draft.zones if zone.kind is kind]


def refusal(data: bytes) -> str:
    with pytest.raises(ImportRefused) as caught:
        read(data)
    return caught.value.reason


def column(x: float, top: float, lines: list[str], size: float = 10) -> list[Put]:
    return [Put(x, top - 12 * n, line, size) for n, line in enumerate(lines)]


@pytest.mark.parametrize("name", ["report.pdf", "report", "report.txt"])
def test_a_pdf_is_known_by_its_beginning(name: str) -> None:
    assert isinstance(importer_for(name, pdf([[Put(70, 700, "x")]])), PdfImporter)


def test_what_holds_a_pdf_as_it_is_is_no_pdf() -> None:
    importer = PdfImporter()
    assert importer.fit(".zip", b"PK\x03\x04" + b"\0" * 26 + b"a.pdf%PDF-1.7") is Fit.NONE
    assert importer.fit("", b"PK\x03\x04" + b"\0" * 26 + b"a.pdf%PDF-1.7") is Fit.NONE
    assert importer.fit(".warc", b"WARC/1.0\r\n\r\nHTTP/1.1 200 OK\r\n\r\n%PDF-1.7") is Fit.NONE
    assert importer.fit(".pdf", b"junk\n%PDF-1.7") is Fit.BY_CONTENT
    assert importer.fit(".pdf", b"") is Fit.BY_NAME
    assert importer.fit(".txt", b"A text about PDF.") is Fit.NONE


def test_lines_of_one_paragraph_become_one_and_paragraphs_stay_apart() -> None:
    lines = [
        "The council voted on Monday to keep the ferry, and nobody",
        "had expected that of the members who sat in the great hall",
        "of the port.",
    ]
    more = ["It said that no other way had been found over the sound, for", "which there is no bridge."]
    gap = read(pdf([[*column(70, 700, lines), *column(70, 650, more)]]))
    indent = read(pdf([[Put(82, 700, lines[0]), *column(70, 688, lines[1:]), Put(82, 664, more[0]), Put(70, 652, more[1])]]))
    assert gap.text == indent.text == " ".join(lines) + "\n" + " ".join(more)
    assert place_of(gap.text, gap.text.index("port."), gap.media_type, gap.layout) == "p. 1, l. 3"
    assert place_of(gap.text, gap.text.index("bridge"), gap.media_type, gap.layout) == "p. 1, l. 5"


def test_short_lines_stay_lines() -> None:
    lines = ["Ada Lark", "12 Harbour Street", "Brenn", "Dear members of the council, thank you for the letter of Monday."]
    assert read(pdf([column(70, 700, lines)])).text == "\n".join(lines)


@pytest.mark.parametrize("by_row", [False, True], ids=["column by column", "row by row"])
@pytest.mark.parametrize("count", [2, 3])
def test_columns_are_read_one_after_the_other_however_the_file_has_them(by_row: bool, count: int) -> None:
    words = [[f"column {c} line {n} of the report here" for n in range(8)] for c in range(count)]
    columns = [column(60 + 170 * c, 680, lines, 9) for c, lines in enumerate(words)]
    body = [put for row in zip(*columns, strict=True) for put in row] if by_row else [put for each in columns for put in each]
    head = Put(60, 720, "A headline over all of the columns of the page", 18)
    draft = read(pdf([[*body, head, Put(60, 500, "And a last line that runs below all the columns of the page, from left to right.", 9)]]))
    found = re.findall(r"column (\d) line (\d)", draft.text)
    assert found == [(str(c), str(n)) for c in range(count) for n in range(8)]
    assert draft.text.startswith("A headline over all")
    assert draft.text.endswith("from left to right.")


def test_a_table_is_read_row_by_row() -> None:
    rows = [("Town", "Ferries"), ("Brenn", "1,500"), ("Holm", "12"), ("Sound", "7"), ("Aske", "31")]
    puts = [Put(x, 700 - 14 * n, cell) for n, row in enumerate(rows) for x, cell in zip((70, 300), row, strict=True)]
    assert read(pdf([puts])).text == "\n".join("\t".join(row) for row in rows)


def test_a_sheet_full_of_figures_is_read_row_by_row_and_soon() -> None:
    rows = [[f"{chr(97 + row % 26)}{column}" for column in range(20)] for row in range(90)]
    puts = [Put(20 + 28 * x, 820 - 8 * y, cell, 6) for y, row in enumerate(rows) for x, cell in enumerate(row)]
    with Reader(cpu_seconds=3) as reader:
        assert reader.read("sheet.pdf", pdf([puts])).text == "\n".join("\t".join(row) for row in rows)


def test_a_table_above_columns_leaves_them_columns() -> None:
    table = [Put(x, 800 - 12 * n, f"cell {n}", 9) for n in range(20) for x in (60, 320)]
    left, right = (
        [Put(x, 540 - 12 * n, f"{side} line {n} of the report of the port", 9) for n in range(20)]
        for side, x in (("left", 60), ("right", 320))
    )
    body = [put for row in zip(left, right, strict=True) for put in row]
    text = read(pdf([[*table, *body]])).text
    assert re.findall("(left|right) line", text) == ["left"] * 20 + ["right"] * 20
    assert text.count("\tcell") >= 18, "the last rows may be taken for the beginning of the columns, as headings are"


def test_a_string_that_is_too_long_is_told() -> None:
    draft = read(pdf([[Put(70, 700, "ab " * 12_000)]]))
    assert "Words may be missing on page 1" in draft.warnings[0]


def test_a_hyphen_at_the_end_of_a_line_goes_only_where_the_word_is_known_without_it() -> None:
    lines = [
        "The international ferry is well-known, and so is the inter-", "national harbour, where the mem-",
        "bers of the council meet the well-", "known crew of the boat that sails.",
    ]  # fmt: skip
    text = read(pdf([column(70, 700, lines)])).text
    assert "the international harbour" in text
    assert "the mem-bers of" in text
    assert "the well-known crew" in text


def test_figures_that_stand_raised_are_no_part_of_the_figure_before_them() -> None:
    draft = read(set_by_typst(f"#set page(height: 12cm)\nSome 1,500#footnote[By the clerk's count.] people came. {LONG}"))
    assert "1,500¹ people" in draft.text
    assert kinds(draft, ZoneKind.NOTE) == ["¹", "¹By the clerk’s count."]


def test_heads_and_numbers_of_pages_are_zones_and_a_paragraph_runs_on_over_them() -> None:
    source = f"""#set page("a5", header: [Harbour report 2031], footer: context [#counter(page).display("1 of 1", both: true)])
#set text(lang: "en", hyphenate: false)
= The ferry stays where it is
{"".join(f"{LONG[:-1]} on bench {n}, and so " for n in range(40))} it stays."""
    draft = read(set_by_typst(source))
    pages = len(draft.layout.pages)
    assert pages > 2
    assert kinds(draft, ZoneKind.PAGE).count("Harbour report 2031") == pages
    assert kinds(draft, ZoneKind.PAGE)[1::2] == [f"{n} of {pages}" for n in range(1, pages + 1)]
    assert kinds(draft, ZoneKind.HEADLINE) == ["The ferry stays where it is"]
    assert [line for line in draft.text.split("\n") if "voted" in line] == [draft.text.split("\n")[2]]
    assert draft.metadata[Field.TITLE].value == "The ferry stays where it is"


def test_a_paragraph_that_ends_with_its_page_ends() -> None:
    top, bottom = [Put(70, 800, "The council said so.")], [Put(70, 60, "nobody had expected that.")]
    text = read(pdf([[*top, Put(70, 60, LONG)], [Put(70, 790, "Nobody knew."), *bottom]])).text
    assert text.split("\n") == ["The council said so.", LONG, "Nobody knew.", "nobody had expected that."]


def test_figures_at_the_edge_that_do_not_count_pages_are_text() -> None:
    draft = read(pdf([[Put(70, 800, f"Ferries sold: {n}"), Put(70, 700, f"{n} members. {LONG}")] for n in (1500, 12, 7)]))
    assert kinds(draft, ZoneKind.PAGE) == []


def test_the_days_of_the_file_are_not_those_of_the_article() -> None:
    info = "/Title (Microsoft Word - report_final.doc) /Author (Ada Lark) /CreationDate (D:20310304120000Z) /ModDate (D:20310305)"
    metadata = read(pdf([[Put(70, 700, LONG), Put(70, 680, LONG)]], info=info)).metadata
    assert metadata[Field.TITLE].value is None
    assert metadata[Field.PUBLISHED].value is None
    assert "2031-03-04" in metadata[Field.PUBLISHED].basis
    assert (metadata[Field.MODIFIED].value, metadata[Field.MODIFIED].confidence) == ("2031-03-05", Confidence.LOW)
    assert (metadata[Field.AUTHOR].value, metadata[Field.AUTHOR].confidence) == ("Ada Lark", Confidence.LOW)
    assert set(metadata) == set(Field)


def test_a_title_of_the_file_that_looks_like_one_is_taken() -> None:
    metadata = read(pdf([[Put(70, 700, LONG), Put(70, 680, LONG)]], info="/Title (The ferry over the sound)")).metadata
    assert metadata[Field.TITLE].value == "The ferry over the sound"


def test_values_of_fields_typed_on_text_and_notes_are_read() -> None:
    box = "/Type /Annot /Rect [300 696 500 712]"
    more = [f"<< {box} /Subtype /Widget /FT /Tx /T (name) /V (Ada Lark) >>", "<< /Type /Annot /Rect [70 600 300 620] /Subtype /FreeText"
            " /Contents (Typed on) >>", f"<< {box} /Subtype /Text /T (Bo) /Contents (Is this so?) >>"]  # fmt: skip
    draft = read(pdf([[Put(70, 700, "Name of the master"), Put(70, 500, LONG)]], more=more, page="/Annots [5 0 R 6 0 R 7 0 R]"))
    assert draft.text.split("\n") == ["Name of the master\tAda Lark", "Typed on", LONG, "Bo: Is this so?"]
    assert kinds(draft, ZoneKind.COMMENT) == ["Bo: Is this so?"]


def test_a_page_that_lies_on_its_side_is_read_as_it_is_looked_at() -> None:
    turned = "0 1 -1 0 595 0 cm\n"
    lines = [f"{LONG[:60]} {n}" for n in range(4)]
    assert read(pdf([column(70, 500, lines)], before=turned, page="/Rotate 90")).text == " ".join(lines)


def test_pages_without_text_are_named() -> None:
    draft = read(pdf([[Put(70, 700, LONG)], [], [], [Put(70, 700, LONG)], []]))
    assert draft.warnings == ("No text on pages 2–3 and 5: empty, or pictures that want text recognition (OCR).",)
    assert place_of(draft.text, len(draft.text) - 5, draft.media_type, draft.layout) == "p. 4, l. 1"


def test_text_of_text_recognition_is_told() -> None:
    draft = read(pdf([[Put(70, 700, LONG)]], before="3 Tr\n"))
    assert draft.text == LONG
    assert "text recognition made it" in draft.warnings[0]


def test_a_pdf_of_pictures_is_refused_with_what_to_do() -> None:
    said = refusal(pdf([[], []]))
    assert re.match(r"0 of [\d,]+ bytes became text: 2 pages, no text", said)
    assert "OCR" in said


def test_a_pdf_with_a_password_says_so() -> None:
    assert "password" in refusal(pdf([[Put(70, 700, LONG)]]).replace(b"/Root", LOCKED))


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.7\nnothing of it", b"", b"\0" * 99])
def test_what_is_damaged_is_refused(data: bytes) -> None:
    assert "damaged" in refusal(data)


def test_a_pdf_that_was_cut_off_says_so() -> None:
    draft = read(pdf([[Put(70, 700, LONG)]]).split(b"startxref")[0])
    assert draft.text == LONG
    assert "may have been cut off" in draft.warnings[0]


@pytest.mark.parametrize(
    ("share", "said"), [("ABCDEFGH", "signs name no letter, because its fonts"), ("Z", "3 of 40 signs name no letter")]
)
def test_fonts_that_name_no_letters_are_told_with_numbers(share: str, said: str) -> None:
    codes = "".join(f"<{ord(c):02X}> <E0{ord(c):02X}>\n" for c in share)
    plain = "".join(f"<{n:02X}> <00{n:02X}>\n" for n in range(0x20, 0x7F) if chr(n) not in share)
    stream = ("/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange\n"
              f"95 beginbfchar\n{codes}{plain}endbfchar endcmap end end")  # fmt: skip
    more = [f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream"]
    data = pdf([[Put(70, 700, "ABCDEFGH ABCDEFGH Z Z Z ABCDEFGH ABC abcdefgh ab")]], more=more, font="/ToUnicode 5 0 R")
    told = refusal(data) if share != "Z" else " ".join(read(data).warnings)
    assert said in told


def test_files_inside_are_named() -> None:
    more = [
        "<< /Type /Filespec /F (data.csv) /UF (data.csv) /EF << /F 6 0 R >> >>",
        "<< /Length 3 /Type /EmbeddedFile >>\nstream\na,b\nendstream",
    ]
    draft = read(pdf([[Put(70, 700, LONG)]], more=more, catalog="/Names << /EmbeddedFiles << /Names [(data.csv) 5 0 R] >> >>"))
    assert "“data.csv”" in draft.warnings[0]


def test_it_is_read_behind_the_wall_of_the_child() -> None:
    data = pdf([[Put(70, 700, LONG)], [Put(70, 700, "Nobody knew.")]])
    with Reader() as reader:
        draft = reader.read("report.pdf", data)
        assert (draft.text, draft.layout) == (read(data).text, read(data).layout)
        bomb = pdf([[]]).replace(b"/Count 1", b"/Count 99999999")
        with pytest.raises(ImportRefused):
            reader.read("bomb.pdf", bomb)
        assert reader.read("report.pdf", data).text == draft.text


def test_the_words_are_those_of_the_library() -> None:
    import pypdfium2 as pdfium

    with pdfium.PdfDocument(pdf([[Put(70, 700, LONG)]])) as document:
        assert [piece.text for piece in words_of(document[0]).pieces] == [LONG]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared folder is not beside the repository")
def test_odd_files_give_text_or_a_reason_where_shared_is_there() -> None:
    told = {}
    for path in sorted(SHARED.glob("*.pdf")):
        try:
            told[path.name] = read(path.read_bytes()).text
        except ImportRefused as refused:
            told[path.name] = ""
            assert any(word in refused.reason for word in ("password", "damaged", "text recognition")), path.name
    assert sum(bool(text) for text in told.values()) >= 21
