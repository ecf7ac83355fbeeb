"""Web archives: each page is its own record, byte for byte; one page is an article with its address; what is damaged is named."""

from __future__ import annotations

import gzip
import io
import random
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.case import Case
from workbench.domain.draft import Contents
from workbench.domain.errors import ImportRefused
from workbench.domain.vocabulary import Field
from workbench.importers.isolated import Reader
from workbench.importers.registry import importer_for
from workbench.importers.web import http_message, warc, warc_records
from workbench.importers.web.http_message import message_of, payload_of
from workbench.importers.web.wacz import WaczImporter
from workbench.importers.web.warc import WarcImporter
from workbench.importers.web.warc_records import Damaged, Record, records

SAMPLES = Path("/work/shared/eval/oddfiles/warc")
PAGE = "<html><head><title>{0}</title></head><body><h1>{0}</h1><p>The ferry stays, said the mayor of Nørby.</p></body></html>"


def packed(data: bytes) -> bytes:
    """The bytes with gzip, the same each time."""
    return gzip.compress(data, mtime=0)


def record(
    block: bytes, kind: str = "response", address: str = "http://post.example/ferry", more: str = "", length: int | None = None
) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2021-03-04T05:06:07Z\r\n{more}"
    return f"{head}Content-Length: {len(block) if length is None else length}\r\n\r\n".encode() + block + b"\r\n\r\n"


def answer(body: bytes, content_type: str = "text/html", more: str = "", status: str = "200 OK") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n{more}\r\n".encode() + body


def page(title: str = "Ferry stays", **how: str) -> bytes:
    return record(answer(PAGE.format(title).encode(), **how))


NOTE = record(b"software: Boat 1.0\r\n", "warcinfo", "")
PICTURE = record(answer(b"\x89PNG", "image/png"), address="http://post.example/a.png")


def opened(data: bytes) -> Contents:
    return WarcImporter().open(data, "x.warc")


@pytest.mark.parametrize("pack", [bytes, packed])
def test_one_page_is_an_article_with_its_address_and_moment(empty: Case, tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    path = tmp_path / "page.warc.gz"
    path.write_bytes(pack(NOTE) + pack(page()))
    report = empty.imports.files([path])
    assert [each.said for each in report.outcomes] == ["added as Ex. 1"]
    article = empty.articles.all()[0]
    assert article.media_type == "application/warc"
    assert empty.articles.original(article.id) == path.read_bytes()
    assert empty.articles.text(article.id) == "Ferry stays\nThe ferry stays, said the mayor of Nørby."
    draft = opened(path.read_bytes()).draft
    assert draft is not None
    assert draft.metadata[Field.ADDRESS].value == "http://post.example/ferry"
    assert draft.metadata[Field.RETRIEVED].value == "2021-03-04T05:06:07Z"
    assert draft.metadata[Field.RETRIEVED].basis == "the web archive's record"
    assert draft.metadata[Field.TITLE].value == "Ferry stays"


def test_several_pages_are_members_and_each_is_its_record(empty: Case, tmp_path: Path) -> None:
    second = record(answer(PAGE.format("Two").encode()), address="http://post.example/news/two?id=3")
    data = NOTE + page() + PICTURE + second + PICTURE + page("Three")
    contents = opened(data)
    assert contents.draft is None
    assert [(member.name, member.data) for member in contents.members] == [
        ("post.example/ferry.warc", page()), ("post.example/news/two?id=3.warc", second), ("post.example/ferry (2).warc", page("Three")),
    ]  # fmt: skip
    said = "left out as no documents: 2 pictures and 1 note of the program that made the archive."
    assert contents.refused == (("x.warc", said),)
    (tmp_path / "x.warc").write_bytes(data)
    report = empty.imports.files([tmp_path / "x.warc"])
    assert [article.name for article in empty.articles.all()] == ["ferry.warc", "two?id=3.warc", "ferry (2).warc"]
    assert len(report.added) == 3


def test_the_encoding_that_the_server_named_goes_before_that_of_the_page() -> None:
    source = PAGE.format("Øre").replace("<head>", '<head><meta charset="windows-1251">').encode("latin-1")
    draft = opened(page_of(source, "text/html; charset=ISO-8859-1")).draft
    assert draft is not None
    assert draft.text.startswith("Øre\n")
    assert draft.encoding_basis == "the server said ISO-8859-1"


def page_of(body: bytes, content_type: str = "text/html", more: str = "") -> bytes:
    return record(answer(body, content_type, more))


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


WORDS = PAGE.format("Ferry").encode()


def chunked(data: bytes) -> bytes:
    return b"".join(b"%x;a=b\r\n%s\r\n" % (len(data[i : i + 50]), data[i : i + 50]) for i in range(0, len(data), 50)) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        (WORDS, ""),
        (chunked(WORDS), "Transfer-Encoding: chunked"),
        (WORDS, "Transfer-Encoding: chunked"),
        (packed(WORDS), "Content-Encoding: gzip"),
        (packed(WORDS[:60]) + packed(WORDS[60:]), "Content-Encoding: gzip"),
        (chunked(packed(WORDS)), "transfer-encoding: Chunked\r\nContent-Encoding: x-gzip"),
        (zlib.compress(WORDS), "Content-Encoding: deflate"),
        (raw_deflate(WORDS), "Content-Encoding: deflate"),
        (packed(zlib.compress(WORDS)), "Content-Encoding: deflate, gzip"),
        (WORDS, "Content-Encoding: gzip"),
        (WORDS, "Content-Encoding: br"),
    ],
)
def test_the_page_is_taken_out_of_chunks_and_packing(body: bytes, fields: str) -> None:
    message = message_of(answer(body, more=f"{fields}\r\n" if fields else ""))
    assert message is not None
    assert payload_of(message, "x") == http_message.Payload(WORDS)


def test_a_packing_that_is_not_read_says_what_to_do() -> None:
    with pytest.raises(ImportRefused, match=r"Brotli, which is not read\. Open the archive in a viewer"):
        opened(page_of(b"\x0b\x02\x80abc", more="Content-Encoding: br\r\n"))


def test_a_page_that_is_cut_off_is_read_with_a_warning() -> None:
    long = PAGE.format("Ferry").replace("</p>", " Word." * 3000 + "".join(f"{n}," for n in range(9000)) + "</p>").encode()
    draft = opened(page_of(packed(long)[:-400], more="Content-Encoding: gzip\r\n")).draft
    assert draft is not None
    assert "Word." in draft.text
    assert any("cut off" in warning for warning in draft.warnings)
    draft = opened(page_of(chunked(WORDS)[:-30], more="Transfer-Encoding: chunked\r\n")).draft
    assert draft is not None
    assert any("a part of it is damaged" in warning for warning in draft.warnings)


def test_a_bomb_in_a_page_or_in_the_archive_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ImportRefused, match="20 MB"):
        opened(page_of(packed(b"a" * 20_000_001), more="Content-Encoding: gzip\r\n"))
    monkeypatch.setattr(warc_records, "LARGEST_UNPACKED", 10_000)
    found = opened(packed(page()) + packed(record(b"a" * 50_000, "resource")))
    assert found.draft is not None
    assert any("were unpacked" in reason for _, reason in found.refused)


def test_what_is_damaged_is_named_and_the_rest_is_read() -> None:
    lying = record(answer(b"<p>Lost"), address="http://post.example/lost", length=5_000)
    short = record(answer(b"<p>Short"), address="http://post.example/short", length=3)
    for first in (lying, short):
        contents = opened(first + page())
        assert contents.draft is not None
        assert "damaged" in dict(contents.refused)[f"http://post.example/{'lost' if first is lying else 'short'}"]
    assert "bytes between its records" in dict(opened(NOTE + b"rubbish\r\nmore\r\n" + page()).refused)["x.warc"]
    broken = bytearray(packed(page("One")))
    broken[40] ^= 0xFF
    contents = opened(packed(NOTE) + bytes(broken) + packed(page("Two")))
    assert contents.draft is not None
    assert contents.draft.text.startswith("Two")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"filedesc://x.arc 0.0.0.0 2001 text/plain 9\n", "older form of web archives"),
        (packed(b"filedesc://x.arc 0.0.0.0 2001 text/plain 9\n"), "warcio recompress"),
        (b"\x28\xb5\x2f\xfd....", "zstd -d"),
        (NOTE + PICTURE, "no page in this web archive, only 1 note of the program that made the archive and 1 picture"),
        (b"WARC/1.0\r\n\r\n", "does not say how long"),
        (record(answer(b"Moved", status="301 Moved")), "only 1 redirect"),
        (record(answer(b"", status="404 Not Found")), "only 1 answer without a text"),
        (record(answer(b"\x00\x01", "application/x-thing")), "“application/x-thing”, which is not read"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    assert isinstance(importer_for("x", data), WarcImporter)
    with pytest.raises(ImportRefused, match=reason):
        opened(data)


def test_an_error_page_says_that_it_is_one() -> None:
    draft = opened(record(answer(WORDS, status="404 Not Found"))).draft
    assert draft is not None
    assert "The server answered with error 404: this may be its error page, not the article." in draft.warnings


def test_other_documents_are_read_by_what_they_are() -> None:
    text = opened(record(b"The mayor of Norby said so.", "resource", more="Content-Type: text/plain\r\n")).draft
    assert text is not None
    assert text.text == "The mayor of Norby said so."
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "words")
    held = opened(page_of(out.getvalue(), "application/zip"))
    assert [(member.name, member.data) for member in held.members] == [("post.example/ferry", out.getvalue())]
    assert set(WarcImporter().modules) >= {"zipfile"}


@pytest.mark.parametrize("address", ["", "http://[", "http://post.example/../../etc/passwd", "x:/\x00/\u202e/..", "//" * 900, "é" * 3000])
def test_an_address_becomes_a_name_that_leads_nowhere(address: str) -> None:
    contents = opened(record(answer(WORDS), address=address) + page())
    name = contents.members[0].name
    assert name.endswith(".warc")
    assert all(part.strip(".") and part.isprintable() for part in name.split("/"))


def test_a_million_tiny_records_end_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc_records, "MOST_RECORDS", 2_000)
    tiny = b"WARC/1.0\r\nContent-Length: 0\r\n\r\n"
    for data in (
        tiny * 50_000,
        packed(tiny) * 20_000,
        b"WARC/1.0\n" * 500_000,
        b"\x1f\x8b\x08" * 500_000,
        b"WARC/1.0\na: b\n" * 90_000,
    ):
        with pytest.raises(ImportRefused):
            opened(data)
        assert sum(1 for _ in records(data)) <= 2_002


def test_a_wacz_gives_its_archives(empty: Case, tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("archive/data.warc.gz", packed(page("One")) + packed(page("Two")))
        archive.writestr("indexes/index.cdx", b"x")
        archive.writestr("pages/pages.jsonl", b"{}")
    assert importer_for("x.zip", out.getvalue()).media_type == "application/wacz"
    (tmp_path / "x.wacz").write_bytes(out.getvalue())
    report = empty.imports.files([tmp_path / "x.wacz"])
    assert len(report.added) == 2
    assert [article.location.split(" › ")[1:] for article in empty.articles.all()] == [
        ["archive/data.warc.gz", "post.example/ferry.warc"], ["archive/data.warc.gz", "post.example/ferry (2).warc"],
    ]  # fmt: skip
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("datapackage.json", b"{}")
    with pytest.raises(ImportRefused, match="holds no WARC file"):
        WaczImporter().open(out.getvalue(), "x.wacz")


BLOCKS = st.lists(st.tuples(st.sampled_from(["response", "resource", "request"]), st.binary(max_size=60)), max_size=6)


@settings(max_examples=120, deadline=None)
@given(BLOCKS, st.booleans())
def test_whatever_is_written_is_read_again(blocks: list[tuple[str, bytes]], small: bool) -> None:
    written = [record(block, kind) for kind, block in blocks]
    found = list(records(b"".join(packed(each) if small else each for each in written)))
    assert all(isinstance(each, Record) for each in found)
    assert [(each.kind, each.block, each.raw) for each in found if isinstance(each, Record)] == [
        (kind, block, raw) for (kind, block), raw in zip(blocks, written, strict=True)
    ]


WHOLE = packed(NOTE) + packed(page("One")) + packed(PICTURE) + packed(page("Two"))
PLAIN = NOTE + page_of(chunked(packed(WORDS)), more="Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n")


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([WHOLE, PLAIN]), st.integers(0, 2**32))
def test_a_damaged_archive_is_refused_or_read_never_a_fault(whole: bytes, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(whole)
    for _ in range(chance.randint(1, 4)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    for damaged in (bytes(data), whole[: chance.randrange(len(whole))]):
        try:
            contents = opened(damaged)
        except ImportRefused as refused:
            assert refused.reason
        else:
            assert contents.members or contents.refused or (contents.draft and contents.draft.text.strip())


def test_no_damaged_record_is_lost_in_silence() -> None:
    data = page("One") + page("Two").replace(b"Content-Length: ", b"Content-Length: 9") + page("Three")
    assert [type(each) for each in records(data)] == [Record, Damaged, Record]
    assert warc.OLD


def test_every_sample_with_a_page_gives_it_where_shared_is_there() -> None:
    if not SAMPLES.is_dir():
        pytest.skip("the samples are not here")
    texts, refused = [], []
    with Reader() as reader:
        for path in sorted(SAMPLES.iterdir()):
            try:
                texts.append(reader.read(path.name, path.read_bytes()).text)
            except ImportRefused as refusal:
                refused.append(refusal.reason)
    assert len(texts) == 6
    assert all("established to be used for" in text for text in texts)
    assert len(refused) == 3
    assert all("ARC file" in reason or "picture" in reason for reason in refused)
