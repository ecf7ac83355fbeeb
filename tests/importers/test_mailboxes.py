"""Mailboxes, pages saved in one file, and Outlook's own files."""

from __future__ import annotations

import mailbox
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.domain.draft import Contents
from workbench.domain.errors import ImportRefused
from workbench.domain.vocabulary import Confidence, Field
from workbench.importers import limits
from workbench.importers.isolated import Reader
from workbench.importers.mail import mbox
from workbench.importers.mail.eml import MailImporter
from workbench.importers.mail.mbox import MboxImporter
from workbench.importers.mail.mhtml import MhtmlImporter
from workbench.importers.protocol import Holder
from workbench.importers.registry import importer_for

ODD = Path(__file__).resolve().parents[3] / "shared" / "eval" / "oddfiles" / "eml"
ENVELOPE = b"From ada@paper.example Tue Oct  4 10:00:00 2016\n"
MAIL = b"From: Ada <ada@paper.example>\nDate: Tue, 4 Oct 2016 10:00:00 +0000\nSubject: %b\n\n%b\n"


def boxed(*mails: bytes) -> bytes:
    return b"".join(ENVELOPE + mail + b"\n" for mail in mails)


def test_the_mails_of_a_mailbox_are_members_byte_for_byte() -> None:
    mails = [MAIL % (b"Ferry", b"From what we know it sank.\n\nFrom the pier nothing was seen."),
             MAIL % (b"=?utf-8?q?F=C3=A4hre?=", b"Two"),
             MAIL % (b"Ferry", b""), b"Subject: a/b\r\n\r\nThree\r\n"]  # fmt: skip
    contents = MboxImporter().open(boxed(*mails), "a.mbox")
    assert contents.draft is None
    assert [member.name for member in contents.members] == ["0001 Ferry.eml", "0002 Fähre.eml", "0003 Ferry.eml", "0004 a b.eml"]
    assert [member.data for member in contents.members] == mails


def test_the_sign_before_from_is_taken_away_only_where_the_count_of_bytes_shows_it() -> None:
    body = b">From here.\n>>From there.\n"
    plain = b"Subject: x\n\n" + body
    counted = b"Subject: x\nContent-Length: %d\n\n" % (len(body) - 2) + body
    whole = b"Subject: x\nContent-Length: %d\n\n" % len(body) + body
    found = [member.data for member in MboxImporter().open(boxed(plain, counted, whole), "a.mbox").members]
    assert found == [plain, counted.replace(body, b"From here.\n>From there.\n"), whole]


def test_a_mailbox_gives_no_more_than_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mbox, "MOST_MEMBERS", 2)
    contents = MboxImporter().open(boxed(*[MAIL % (b"x", b"y")] * 5), "a.mbox")
    assert len(contents.members) == 2
    assert contents.refused == (("the last 3 of its 5 mails", limits.NO_ROOM),)


def test_what_stands_before_the_first_mail_is_not_lost() -> None:
    contents = MboxImporter().open(b"\xef\xbb\xbf" + MAIL % (b"Cut", b"Words.") + boxed(MAIL % (b"Whole", b"Words.")), "a.mbox")
    assert [member.name for member in contents.members] == ["0001 Cut.eml", "0002 Whole.eml"]


def test_what_is_no_mailbox_is_refused() -> None:
    with pytest.raises(ImportRefused, match="no mail was found"):
        MboxImporter().open(b"From here on\nit is prose.\n", "a.mbox")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=6), st.integers(1, 4))
def test_any_mailbox_of_the_standard_library_gives_its_mails(
    tmp_path_factory: pytest.TempPathFactory, words: list[str], count: int
) -> None:
    path = tmp_path_factory.mktemp("box") / "a.mbox"
    box = mailbox.mbox(path)
    for number in range(count):
        box.add(f"Subject: {number}\n\n".encode() + "\n".join(words).encode("utf-8", "replace"))
    box.flush()
    theirs = [box.get_bytes(key) for key in box.iterkeys()]
    box.close()
    assert [member.data for member in MboxImporter().open(path.read_bytes(), "a.mbox").members] == theirs


PAGE = "<html><head><title>Ferry sinks</title></head><body><article><h1>Ferry sinks</h1><p>{}</p><p>{}</p></article></body></html>"
ONE, TWO = "The ferry sank on Tuesday with 1,500 passengers, said the office in Zürich.", "Nobody was hurt, it added, and the pier stands."


def saved(head: str, *parts: tuple[str, bytes]) -> bytes:
    out = (head + "\n").encode()
    for described, body in parts:
        out += f"\n--b--x\n{described}\n\n".encode() + body
    return out + b"\n--b--x--\n"


CHROME = saved(
    "From: <Saved by Blink>\nSnapshot-Content-Location: https://paper.example/ferry?a=1\nSubject: Ferry\n"
    "Date: Tue, 4 Oct 2016 13:58:00 -0000\n"
    'MIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html";\n\tboundary="b--x"\n',
    ("Content-Type: text/html; charset=windows-1252\nContent-ID: <frame-A@mhtml.blink>\nContent-Location: https://paper.example/ferry?a=1",
     PAGE.format(ONE, TWO).encode("cp1252")),
    ("Content-Type: image/png\nContent-Transfer-Encoding: base64\nContent-Location: https://paper.example/x.png", b"iVBORw0KGgo="),
    ("Content-Type: text/html\nContent-ID: <frame-B@mhtml.blink>\nContent-Location: cid:frame-B@mhtml.blink", b"<script>x</script>"),
    ("Content-Type: text/html\nContent-Location: https://paper.example/boxes/live.php", b"<p>The frame has words of its own.</p>"),
)  # fmt: skip
EXPLORER = saved(
    "From: <Saved by Windows Internet Explorer 8>\nSubject: Ferry\nDate: Tue, 4 Oct 2016 22:58:00 +0900\nMIME-Version: 1.0\n"
    'Content-Type: multipart/related; type="text/html"; boundary="b--x"\nX-MimeOLE: Produced By Microsoft MimeOLE V6\n\nThis is MIME.',
    ("Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\nContent-Location: http://paper.example/ferry",
     PAGE.format(ONE, TWO).replace("=", "=3D").replace("ü", "=C3=BC").encode()),
)  # fmt: skip


@pytest.mark.parametrize(
    ("data", "address", "retrieved", "frames"),
    [(CHROME, "https://paper.example/ferry?a=1", "2016-10-04T13:58:00Z", ["frame live.html"]),
     (EXPLORER, "http://paper.example/ferry", "2016-10-04T22:58:00+09:00", [])],
)  # fmt: skip
def test_a_page_in_one_file_is_read_as_a_page(data: bytes, address: str, retrieved: str, frames: list[str]) -> None:
    reader = importer_for("saved", data)
    assert isinstance(reader, Holder)
    contents = reader.open(data, "saved")
    draft = contents.draft
    assert draft is not None
    assert draft.media_type == "multipart/related"
    assert draft.text == f"Ferry sinks\n{ONE}\n{TWO}"
    assert draft.metadata[Field.ADDRESS].value == address
    assert draft.metadata[Field.ADDRESS].confidence is Confidence.HIGH
    assert draft.metadata[Field.RETRIEVED].value == retrieved
    assert draft.metadata[Field.TITLE].value == "Ferry sinks"
    assert [member.name for member in contents.members] == frames
    with Reader() as child:
        assert child.read("a.bin", data, media_type="multipart/related").text == draft.text


def test_a_page_in_one_file_without_a_page_says_what_to_do() -> None:
    with pytest.raises(ImportRefused, match="Save the page again"):
        MhtmlImporter().open(saved("Content-Type: multipart/related; boundary=b--x", ("Content-Type: image/png", b"x")), "a.mht")


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(CHROME) - 1), st.integers(0, 255), st.integers(0, len(CHROME)))
def test_a_damaged_file_is_refused_or_read_never_a_fault(at: int, value: int, cut: int) -> None:
    data = bytearray(CHROME)
    data[at] = value
    for damaged in (bytes(data), CHROME[:cut]):
        for reader in (MhtmlImporter(), MailImporter(), MboxImporter()):
            try:
                contents: Contents = reader.open(damaged, "x")
            except ImportRefused as refused:
                assert refused.reason
            else:
                assert contents.members or (contents.draft and contents.draft.text.strip())


LETTER = MAIL % (b"Ferry", b"Words.")
SENT = b"Received: by mx.example; Tue, 4 Oct 2016\nMessage-ID: <1@x>\n" + LETTER
OLE = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 22 + b"\x09" + b"\0" * 481 + "__substg1.0_0037001F".encode("utf-16-le").ljust(512, b"\0")
)


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [("a.eml", LETTER, "message/rfc822"), ("a", LETTER, "message/rfc822"), ("a.bin", SENT, "message/rfc822"),
     ("a.eml", b"words", "message/rfc822"),
     ("a.txt", LETTER, "text/plain"), ("a.txt", SENT, "message/rfc822"), ("a.emlx", b"70\n" + LETTER, "message/rfc822"),
     ("a.eml", ENVELOPE + LETTER, "message/rfc822"), ("a", boxed(LETTER), "application/mbox"),
     ("2016-October.txt", boxed(LETTER), "application/mbox"),
     ("a.mbox", b"words", "application/mbox"), ("a.txt", b"From here on:\nwords", "text/plain"), ("a", CHROME, "multipart/related"),
     ("a.eml", EXPLORER, "multipart/related"), ("a.mht", b"words", "multipart/related"),
     ("a.mhtml", SENT.replace(b"\n\n", b"\nContent-Type: text/html\n\n"), "multipart/related"),
     ("a.md", b"Title: x\nDate: 2016\nFrom: us\n\n# Head", "text/markdown"), ("a.msg", OLE, "application/vnd.ms-outlook"),
     ("a", OLE, "application/vnd.ms-outlook"), ("a.pst", b"!BDN", "application/vnd.ms-outlook"),
     ("winmail.dat", b"\x78\x9f\x3e\x22", "application/vnd.ms-outlook")],
)  # fmt: skip
def test_which_reader_takes_a_file(name: str, data: bytes, media_type: str) -> None:
    assert importer_for(name, data).media_type == media_type


@pytest.mark.parametrize(
    ("name", "data", "advice"),
    [("a.msg", OLE, "save it as .eml"), ("a.pst", b"!BDN..", ".mbox"), ("winmail.dat", b"\x78\x9f\x3e\x22", "Ask the sender")],
)
def test_outlooks_own_files_are_refused_with_what_to_do(name: str, data: bytes, advice: str) -> None:
    with Reader() as reader, pytest.raises(ImportRefused, match=advice):
        reader.read(name, data)


@pytest.mark.skipif(not ODD.is_dir(), reason="the shared folder is not beside the repository")
def test_odd_mails_give_their_text_where_shared_is_there() -> None:
    given, boxes, refused = 0, 0, []
    for path in sorted(ODD.iterdir()):
        reader = importer_for(path.name, path.read_bytes())
        assert isinstance(reader, Holder)
        contents = reader.open(path.read_bytes(), path.name)
        boxes += contents.draft is None
        if contents.draft and not any("but its head" in warning for warning in contents.draft.warnings):
            given += 1
        elif contents.draft:
            refused.append(path.name)
    assert boxes == 6
    assert given >= 59, refused
