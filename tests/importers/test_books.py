"""Books: each chapter is a page of its own, in the order of reading, byte for byte; what is locked or missing is named."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.case import Case
from workbench.domain.draft import Contents
from workbench.domain.errors import ImportRefused
from workbench.importers import limits
from workbench.importers.registry import importer_for
from workbench.importers.web import gathered
from workbench.importers.web.epub import LOCKED, EpubImporter

CONTAINER = """<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
PACKAGE = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
<dc:title>The Ferry / A History</dc:title><dc:creator>Ada Quill</dc:creator></metadata><manifest>
<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>
<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
<item id="b" href="text/b%20two.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="text/a.xhtml" media-type="application/xhtml+xml"/>
<item id="p" href="cover.svg" media-type="image/svg+xml"/><item id="m" href="missing.xhtml" media-type="application/xhtml+xml"/>
</manifest><spine><itemref idref="p"/><itemref idref="a"/><itemref idref="b" linear="no"/><itemref idref="m"/><itemref idref="?"/></spine>
</package>"""
NAV = '<html><body><nav><ol><li><a href="text/a.xhtml#top">How it <i>began</i></a></li></ol></nav></body></html>'
NCX = """<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd"><ncx><navMap><navPoint><navLabel>
<text>The second boat</text></navLabel><content src="text/b%20two.xhtml"/></navPoint></navMap></ncx>"""


def chapter(words: str) -> str:
    return (
        f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>{words}</p></body></html>'
    )


FILES = {
    "mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER, "OPS/book.opf": PACKAGE, "OPS/nav.xhtml": NAV,
    "OPS/toc.ncx": NCX, "OPS/text/a.xhtml": chapter("The first boat was built by the town in 1901."),
    "OPS/text/b two.xhtml": chapter("The second boat was bought from Nørby."), "OPS/cover.svg": "<svg/>",
}  # fmt: skip
SPACE = "http://www.w3.org/2001/04/xmlenc#"


def book(**changed: str | None) -> bytes:
    """The book with files of other content, or without some."""
    out = io.BytesIO()
    files = FILES | {path.replace("__", "/"): text for path, text in changed.items()}
    with zipfile.ZipFile(out, "w") as archive:
        for path, text in files.items():
            if text is not None:
                archive.writestr(path, text)
    return out.getvalue()


def locked(*paths: str, algorithm: str = "http://www.w3.org/2001/04/xmlenc#aes128-cbc") -> str:
    data = "".join(
        f'<EncryptedData xmlns="{SPACE}"><EncryptionMethod Algorithm="{algorithm}"/><CipherData><CipherReference URI="{path}"/>'
        "</CipherData></EncryptedData>"
        for path in paths
    )
    return f"<encryption>{data}</encryption>"


def opened(data: bytes) -> Contents:
    return EpubImporter().open(data, "x.epub")


def test_each_chapter_is_an_article_in_the_order_of_reading(empty: Case, tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(book())
    report = empty.imports.files([tmp_path / "x.zip"])
    articles = empty.articles.all()
    assert [article.name for article in articles] == [
        "The Ferry - A History, Ada Quill – 2 How it began.xhtml", "The Ferry - A History, Ada Quill – 3 The second boat.xhtml",
    ]  # fmt: skip
    assert empty.articles.original(articles[0].id) == FILES["OPS/text/a.xhtml"].encode()
    assert empty.articles.text(articles[1].id) == "The second boat was bought from Nørby."
    assert [each.refused for each in report.outcomes if each.refused] == [
        "it is a picture or something else that is no page of text.", "the book names it, but it is not in the file.",
    ]  # fmt: skip


def test_a_locked_book_is_refused_and_a_locked_chapter_is_named() -> None:
    with pytest.raises(ImportRefused, match="locked against copying"):
        opened(book(**{"META-INF__encryption.xml": locked("OPS/text/a.xhtml", "OPS/text/b%20two.xhtml", "OPS/cover.svg")}))
    contents = opened(book(**{"META-INF__encryption.xml": locked("OPS/text/a.xhtml")}))
    assert len(contents.members) == 1
    assert LOCKED in dict(contents.refused).values()
    fonts = locked("OPS/text/a.xhtml", algorithm="http://www.idpf.org/2008/embedding")
    assert len(opened(book(**{"META-INF__encryption.xml": fonts})).members) == 2


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"META-INF__container.xml": None}, "container.xml” is missing"),
        ({"META-INF__container.xml": "<container/>"}, "is missing in it"),
        ({"OPS__book.opf": "no xml"}, "no XML"),
        ({"OPS__book.opf": '<!DOCTYPE p [<!ENTITY a "b">]><p>&a;</p>'}, "entities of its own"),
        ({"OPS__book.opf": "<package/>"}, "there is no chapter"),
    ],
)
def test_what_is_no_book_says_why(changed: dict[str, str | None], reason: str) -> None:
    with pytest.raises(ImportRefused, match=reason):
        opened(book(**changed))


def test_a_book_is_known_by_its_content_and_a_table_that_is_damaged_costs_only_the_titles() -> None:
    assert importer_for("x.zip", book()).media_type == "application/epub+zip"
    contents = opened(book(**{"OPS__nav.xhtml": "", "OPS__toc.ncx": None}))
    assert [member.name.rpartition("– ")[2] for member in contents.members] == ["2 a.xhtml", "3 b two.xhtml"]


def test_a_chapter_named_ten_thousand_times_is_given_as_often_as_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathered, "MOST_MEMBERS", 5)
    package = PACKAGE.replace('<itemref idref="a"/>', '<itemref idref="a"/>' * 10_000)
    contents = opened(book(**{"OPS__book.opf": package}))
    assert len(contents.members) == 5
    assert len(contents.refused) == gathered.MOST_REFUSED + 1
    assert contents.refused[-2][1] == limits.NO_ROOM
    assert "more in it could not be had" in contents.refused[-1][1]


WHOLE = book()


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 2**32))
def test_a_damaged_book_is_refused_or_read_never_a_fault(seed: int) -> None:
    chance = random.Random(seed)
    damaged = {path: text for path, text in FILES.items() if path.endswith((".xml", ".opf", ".ncx", "nav.xhtml"))}
    path = chance.choice(sorted(damaged))
    letters = list(damaged[path])
    for _ in range(chance.randint(1, 5)):
        letters[chance.randrange(len(letters))] = chance.choice('<>&"/a\x00é')
    data = bytearray(WHOLE)
    data[chance.randrange(len(data))] = chance.randrange(256)
    for each in (book(**{path.replace("/", "__"): "".join(letters)}), bytes(data)):
        try:
            contents = opened(each)
        except ImportRefused as refused:
            assert refused.reason
        else:
            assert contents.members
