"""Files made to cost more than they may: each is made here, from nothing, and must end in time, in memory and in words."""

from __future__ import annotations

import gzip
import io
import json
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping

from tests.importers.office_files import docx_of, odt_of, paragraph, zipped
from tests.importers.pdf_making import file_of
from tests.importers.picture_making import png
from tests.importers.test_books import PACKAGE, book
from tests.importers.test_other_office_files import TYPES

MANY = 1_000_000
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY j SYSTEM "file:///etc/passwd">]>'
FEED = '<rss version="2.0"><channel><title>x</title>{}</channel></rss>'
MAIL = "From: a@post.example\nTo: b@post.example\nSubject: x\nDate: Tue, 05 Mar 2024 10:00:00 +0000\nMIME-Version: 1.0\n"
RELATED = MAIL + 'Content-Type: multipart/related; boundary=b; type="text/html"\n\n'
WARC = "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://post.example/\r\nContent-Type: text/html\r\nContent-Length: {}\r\n\r\n"
NAMES = ("/etc/a.txt", "C:\\a.txt", "a" * 60_000 + ".txt", "\u202etxt.a.txt")
WORDS = "The harbour council voted on Monday to keep the ferry. "


def zeros(size: int) -> bytes:
    """Deflated, about a thousandth of it."""
    return b"\0" * size


def archive(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A ZIP that may have any name, and one more than once."""
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        warnings.simplefilter("ignore")  # of names that it has already
        for name, data in files:
            made.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def nested(levels: int, each: int) -> bytes:
    """Archives in archives, so many in each."""
    inner, name = WORDS.encode() * 4, "a.txt"
    for level in range(levels):
        inner, name = archive((f"{number}-{name}", inner + str(number).encode() * (level == 0)) for number in range(each)), "a.zip"
    return inner


def forged_sizes() -> bytes:
    """An archive whose directory says that each file has four thousand million bytes."""
    data = bytearray(archive((f"{number}.txt", WORDS.encode()) for number in range(50)))
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 24 : at + 28] = b"\xfe\xff\xff\xff"
        at += 4
    return bytes(data)


def pdf_with(content: bytes, packings: str = "/FlateDecode", more: bytes = b"") -> bytes:
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
    stream = f"<< /Length {len(content)} /Filter [{packings}] >>".encode() + b"\nstream\n" + content + b"\nendstream"
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    return file_of([b"<< /Type /Catalog /Pages 2 0 R >>", pages, page, stream, font, *([more] if more else [])])


def pdf_of_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(count))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    return file_of([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count), *[page] * count])


def multipart(levels: int) -> str:
    """A mail in which each part is a multipart with one part."""
    heads = "".join(f"Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\n" for level in range(levels))
    return f"{MAIL}{heads}Content-Type: text/plain\n\n{WORDS}\n" + "".join(f"--b{level}--\n" for level in reversed(range(levels)))


def sheet(rows: str, strings: str = "", head: str = "") -> bytes:
    """A spreadsheet with that XML for its rows and its shared strings."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = (("/xl/workbook.xml", "sheet.main"), ("/xl/worksheets/sheet1.xml", "worksheet"), ("/xl/sharedStrings.xml", "sharedStrings"))
    named = "".join(f'<Override PartName="{path}" ContentType="{kind}.{what}+xml"/>' for path, what in parts)
    links = "".join(
        f'<Relationship Id="r{number}" Type="{rel}/{what}" Target="{path}"/>'
        for number, (what, path) in enumerate((("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")), 1)
    )
    book_link = f'<Relationship Id="a" Type="{rel}/officeDocument" Target="xl/workbook.xml"/>'
    return zipped({
        "[Content_Types].xml": f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{named}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}">{book_link}</Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{space}" xmlns:r="{rel}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}">{links}</Relationships>',
        "xl/worksheets/sheet1.xml": f'{head}<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>',
        "xl/sharedStrings.xml": f'{head}<sst xmlns="{space}">{strings}</sst>',
    })  # fmt: skip


def record(body: bytes, length: int | None = None) -> bytes:
    return WARC.format(len(body) if length is None else length).encode() + body + b"\r\n\r\n"


def row(*cells: str) -> str:
    return "<row>" + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in cells) + "</row>"


BOMBS: Mapping[str, Callable[[], bytes]] = {
    "one-gigabyte.zip": lambda: archive([("a.txt", zeros(1_000_000_000))]),
    "sixty-large.zip": lambda: archive((f"{number}.txt", zeros(19_000_000)) for number in range(60)),
    "six-deep.zip": lambda: nested(6, 1),
    "six-by-six-by-six.zip": lambda: nested(3, 6),
    "sixty-thousand-empty.zip": lambda: archive((f"{number}.txt", b"") for number in range(60_000)),
    "one-name.zip": lambda: archive((f"{'../' * 30}etc/passwd.txt", WORDS.encode() + bytes([65 + number])) for number in range(20)),
    "names.zip": lambda: archive((name, WORDS.encode() + name.encode()) for name in NAMES),
    "forged-sizes.zip": forged_sizes,
    "laughs.rss": lambda: (LAUGHS + FEED.format("<item><title>&j;</title></item>")).encode(),
    "outside.rss": lambda: (OUTSIDE + FEED.format("<item><title>&j;</title></item>")).encode(),
    "entries.rss": lambda: FEED.format("<item><title>x</title></item>" * 500_000).encode(),
    "nested.rss": lambda: FEED.format("<item>" + "<a>" * 500_000 + "</a>" * 500_000 + "</item>").encode(),
    "feed.json": lambda: json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [{"content_text": "x"}] * 300_000}).encode(),
    "laughs.epub": lambda: book(**{"OPS/book.opf": PACKAGE.replace("<package", LAUGHS + "<package", 1)}),
    "spine.epub": lambda: book(**{"OPS/book.opf": PACKAGE.replace("</spine>", '<itemref idref="a"/>' * 300_000 + "</spine>")}),
    "chapter.epub": lambda: zipped({"mimetype": "application/epub+zip", "META-INF/container.xml": " " * 400_000_000}),
    "deep.html": lambda: b"<div>" * MANY + b"words" + b"</div>" * MANY,
    "attributes.html": lambda: b"<p " + b" ".join(b'a%d="x"' % number for number in range(MANY)) + b">words</p>",
    "one-text.html": lambda: b"<html><body><p>" + b"words and more " * 1_250_000 + b"</p></body></html>",
    "formatting.html": lambda: b"<html><body>" + b"<b><i><p>x" * 300_000 + b"</body></html>",
    "tables.html": lambda: b"<table><tr><td>x" * 300_000,
    "styles.html": lambda: b"<style>" + b"div div div div p{display:none}" * 30_000 + b"</style>" + b"<div><p>x</p></div>" * 30_000,
    "entities.html": lambda: b"<html><body><p>" + b"&amp;&lt;&eacute; " * MANY + b"</p></body></html>",
    "signs.pdf": lambda: pdf_with(zlib.compress(b"BT /F 12 Tf " + b"1 0 0 1 9 9 Tm (x) Tj " * 700_000 + b"ET")),
    "paths.pdf": lambda: pdf_with(zlib.compress(b"0 0 m 9 9 l S " * 5 * MANY)),
    "states.pdf": lambda: pdf_with(zlib.compress(b"q " * 20 * MANY)),
    "packed-twice.pdf": lambda: pdf_with(zlib.compress(zlib.compress(zeros(800_000_000))), "/FlateDecode /FlateDecode"),
    "pages.pdf": lambda: pdf_of_pages(150_000),
    "circle.pdf": lambda: file_of([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9999999 >>"]),
    "paragraphs.docx": lambda: docx_of(paragraph("x") * 2 * MANY),
    "unpacks.docx": lambda: docx_of("<w:p><w:r><w:t>" + " " * 400_000_000 + "</w:t></w:r></w:p>"),
    "laughs.docx": lambda: docx_of(paragraph("&amp;"), head=LAUGHS),
    "spaces.odt": lambda: odt_of("<text:p>x" + "<text:s text:c='99999999'/>" * 200_000 + "</text:p>"),
    "groups.rtf": lambda: b"{\\rtf1 " + b"{\\b" * MANY + b" x" + b"}" * MANY,
    "letters.rtf": lambda: b"{\\rtf1\\ansi " + b"\\u1088?\\'e9" * 1_500_000 + b"}",
    "raw.rtf": lambda: b"{\\rtf1 x" + b"\\bin2147483647 y" * 100_000,
    "nested.eml": lambda: multipart(20_000).encode(),
    "parts.eml": lambda: (MAIL + "Content-Type: multipart/mixed; boundary=b\n\n" + f"--b\n\n{WORDS}\n" * 200_000 + "--b--\n").encode(),
    "head.eml": lambda: (MAIL + "X-Words: " + "=?utf-8?q?x?=\n " * MANY + "\n\n" + WORDS).encode(),
    "mails.mbox": lambda: (f"From a@post.example Tue Mar  5 10:00:00 2024\n{MAIL}\n{WORDS}\n\n" * 60_000).encode(),
    "parts.mhtml": lambda: (RELATED + "--b\nContent-Type: text/html\n\n<p>x</p>\n" * 200_000).encode(),
    "lengths.warc": lambda: record(WORDS.encode(), 10**30) + record(WORDS.encode(), -5) + record(WORDS.encode(), 2**63),
    "records.warc": lambda: record(b"") * 90_000,
    "packed.warc.gz": lambda: gzip.compress(record(zeros(900_000_000)), compresslevel=1),
    "lines.srt": lambda: b"".join(b"%d\n00:00:01,000 --> 00:00:02,000\nx\n\n" % number for number in range(400_000)),
    "quotes.md": lambda: b">" * 100_000 + b" x\n" + b"[" * 100_000 + b"*_" * 300_000,
    "marks.txt": lambda: ("a" + "\u0301" * 9 * MANY).encode(),
    "columns.csv": lambda: b",".join(b"c%d" % number for number in range(MANY)) + b"\n" + b"x," * MANY,
    "quotation.csv": lambda: b'title,text\na,"' + b'x ""y\n' * 2_500_000,
    "rows.csv": lambda: b"title,text\n" + b"a,b\n" * 4_500_000,
    "deep.json": lambda: b'[{"a":' * 3 * MANY,
    "names.json": lambda: json.dumps([{f"k{number}": "x", "text": "words"} for number in range(250_000)]).encode(),
    "figures.json": lambda: b'[{"title": "x", "text": "y", "n": ' + b"9" * 18_000_000 + b"}]",
    "rows.xlsx": lambda: sheet(row("Title", "Text") + row("a", "b") * 800_000),
    "strings.xlsx": lambda: sheet(row("Title", "Text"), "<si><t>x</t></si>" * 5 * MANY),
    "unpacks.xlsx": lambda: sheet(" " * 400_000_000),
    "laughs.xlsx": lambda: sheet(row("Title", "Text") + row("a", "&j;"), head=LAUGHS),
    "outside.xlsx": lambda: sheet(row("Title", "Text") + row("a", "&j;"), head=OUTSIDE),
    "types.xlsx": lambda: zipped({"[Content_Types].xml": TYPES.format("spreadsheetml.sheet"), "xl/workbook.xml": "<a>" * MANY}),
    "huge.png": lambda: png(60_000, 60_000),
    "tags.tif": lambda: b"II*\0" + struct.pack("<IH", 8, 65_535) + struct.pack("<HHII", 0x8769, 4, 1, 8) * MANY,
}  # fmt: skip
SAMPLE = (
    "six-deep.zip", "one-name.zip", "names.zip", "forged-sizes.zip", "laughs.rss", "outside.rss", "laughs.epub", "circle.pdf",
    "laughs.docx", "lengths.warc", "deep.json", "laughs.xlsx", "outside.xlsx", "types.xlsx", "huge.png",
)  # fmt: skip
"""Those that are quickly made and end soon: a part of every run of the tests."""
