"""Mails: the lines over them and their text once, in order; what is attached byte for byte; what stands out is told, never dropped."""

from __future__ import annotations

import base64
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.domain.draft import Contents, Draft
from workbench.domain.errors import ImportRefused
from workbench.domain.vocabulary import Field, ZoneKind
from workbench.importers.isolated import Reader
from workbench.importers.mail import attachments as mail_attachments
from workbench.importers.mail import parts as mail_parts
from workbench.importers.mail.eml import MailImporter
from workbench.importers.mail.texts import unflowed

HEAD = (
    b"Return-Path: <desk@harbour.example>\r\nFrom: =?utf-8?q?J=C3=B8rgen_Vik?= <vik@harbour.example>\r\n"
    b"To: Ada Lark <ada@paper.example>\r\n"
    b"Date: Tue, 4 Oct 2016 23:58:00 +0900\r\nSubject: The ferry =?utf-8?b?w6Ay?=\r\n =?utf-8?q?_o'clock?=\r\nMIME-Version: 1.0\r\n"
)
BODY = "The harbour office counted 1,500 passengers on Tuesday.\n\nNobody was hurt, it said."


def opened(data: bytes, name: str = "a.eml") -> Contents:
    return MailImporter().open(data, name)


def draft_of(data: bytes, name: str = "a.eml") -> Draft:
    draft = opened(data, name).draft
    assert draft is not None
    return draft


def kinds(draft: Draft) -> dict[str, ZoneKind]:
    """The kind of each line, by its words."""
    return {line: zone.kind for zone in draft.zones for line in draft.text[zone.start : zone.end].split("\n")}


def written(body: str, subject: str = "Ferry") -> bytes:
    return f"From: Ada Lark <ada@paper.example>\nDate: Tue, 4 Oct 2016 10:00:00 +0000\nSubject: {subject}\n\n{body}".encode()


def whole_of(text: str, page: str) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Ada Lark <ada@paper.example>", "Ferry"
    mail.set_content(text)
    mail.add_alternative(page, subtype="html")
    return mail.as_bytes()


def test_a_mail_is_the_lines_over_it_and_its_text() -> None:
    draft = draft_of(HEAD + b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + BODY.encode())
    assert draft.text == (
        "From: Jørgen Vik <vik@harbour.example>\nTo: Ada Lark <ada@paper.example>\nDate: Tue, 4 Oct 2016 23:58:00 +0900\n"
        f"Subject: The ferry à2 o'clock\n\n{BODY}"
    )
    found = kinds(draft)
    assert found["The ferry à2 o'clock"] is ZoneKind.HEADLINE
    assert found["Subject:"] is found["To: Ada Lark <ada@paper.example>"] is ZoneKind.CREDIT
    assert found["Nobody was hurt, it said."] is ZoneKind.BODY
    values = {field: value.value for field, value in draft.metadata.items()}
    assert values[Field.TITLE] == "The ferry à2 o'clock"
    assert values[Field.AUTHOR] == "Jørgen Vik"
    assert values[Field.PUBLISHED] == "2016-10-04"
    assert values[Field.LANGUAGE] == "en"
    assert all(values[field] is None for field in (Field.ADDRESS, Field.PUBLISHER, Field.MODIFIED, Field.RETRIEVED))
    assert set(values) == set(Field)
    assert not draft.warnings


@pytest.mark.parametrize(
    ("line", "day"),
    [("Tue, 4 Oct 2016 00:30:00 +0900", "2016-10-04"), ("4 Oct 16 08:00 -0000", "2016-10-04"), ("4 October 2016", "2016-10-04"),
     ("Feb 31 late", None), ("9" * 4000, None), ("Mon, 1 Jan 0001 00:00:00 +9999", None)],
)  # fmt: skip
def test_the_day_is_that_of_the_senders_own_clock(line: str, day: str | None) -> None:
    assert draft_of(f"From: a@b.example\nDate: {line}\nSubject: x\n\nwords".encode()).metadata[Field.PUBLISHED].value == day


@pytest.mark.parametrize(
    ("line", "who"),
    [('"Lark, Ada" <ada@paper.example>', "Lark, Ada"), ("ada@paper.example", "ada@paper.example"), ("Ada, at the desk", "Ada, at the desk"),
     ("=?windows-1251?Q?=C0=ED=ED=E0?= <a@b.example>", "Анна"), ("((((((((" * 200 + " a@b.example", None)],
)  # fmt: skip
def test_whom_a_mail_is_from(line: str, who: str | None) -> None:
    found = draft_of(f"From: {line}\nSubject: x\nDate: y\n\nwords".encode()).metadata[Field.AUTHOR].value
    assert found == who if who else found


def test_letters_of_a_head_that_are_no_ascii() -> None:
    for data in ("Müller".encode(), "Müller".encode("cp1252")):
        assert (
            "From: Müller"
            in draft_of(b"From: " + data + b" <m@b.example>\nSubject: x\nDate: y\nContent-Type: text/plain; charset=cp1252\n\nw").text
        )
    split = (
        "=?utf-8?b?" + base64.b64encode("é".encode()[:1]).decode() + "?= =?utf-8?b?" + base64.b64encode("é".encode()[1:]).decode() + "?="
    )
    assert "Subject: é" in draft_of(f"From: a@b.example\nSubject: {split}\n\nwords".encode()).text


def test_attachments_are_members_byte_for_byte_and_pictures_of_the_page_are_none() -> None:
    inner = written("Inner words that stand in the attached mail.", "Old ferry")
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "ada@paper.example", "Ferry"
    mail.set_content("See what is attached.")
    mail.add_alternative("<p>See what is attached.</p><img src='cid:logo@x'>", subtype="html")
    mail.get_payload()[1].add_related(b"\x89PNG logo", "image", "png", cid="<logo@x>")  # type: ignore[union-attr]
    mail.add_attachment(b"%PDF-1.4 \x00\xff", "application", "pdf", filename="../../Bericht für\u202e Ada.pdf")
    mail.add_attachment(b"raw", "application", "pdf")
    mail.add_attachment("Notes", filename="notes.txt")
    mail.add_attachment("More", filename="notes.txt")
    data = mail.as_bytes(policy=SMTP).replace(b"\r\n--", b"\r\n--", 1)
    outer = b"From: a@b.example\nSubject: Fwd\nContent-Type: multipart/mixed; boundary=out\n\n--out\n\nHere.\n--out\n"
    outer += b"Content-Type: message/rfc822\n\n" + inner + b"\n--out--\n"
    contents = opened(data)
    assert [member.name for member in contents.members] == ["Bericht für Ada.pdf", "attachment.pdf", "notes.txt", "notes (2).txt"]
    assert contents.members[0].data == b"%PDF-1.4 \x00\xff"
    assert contents.draft is not None
    assert contents.draft.text.endswith("See what is attached.")
    (member,) = opened(outer).members
    assert (member.name, member.data) == ("Old ferry.eml", inner)


def test_what_cannot_be_had_of_a_mail_is_named() -> None:
    data = (
        b"From: a@b.example\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
        b"Content-Type: message/external-body; name=far.txt\n\n"
        b"--b\nContent-Type: application/pdf; name=beside.pdf\nX-Apple-Content-Length: 400\n\n\n--b--\n"
    )
    contents = opened(data)
    assert [name for name, _ in contents.refused] == ["far.txt", "beside.pdf"]
    assert all("add" in reason or "Save" in reason for _, reason in contents.refused)
    assert contents.draft is not None
    assert contents.draft.text == "From: a@b.example\nSubject: x"
    assert "no text in the mail but its head" in contents.draft.warnings[0]


@pytest.mark.parametrize(
    ("text", "page", "taken", "said"),
    [(BODY, f"<p>{BODY}</p>", "as plain", ""), ("Get a better program.", f"<p>{BODY}</p><p>And much more of it.</p>", "page", "page"),
     (BODY, "<p>See above.</p>", "as plain", "plain text"),
     (BODY, f"<p>{BODY.replace('1,500', '1,200')}</p>", "as plain", "differ")],
)  # fmt: skip
def test_of_two_forms_of_one_text_the_fuller_one_is_read_and_a_difference_is_told(text: str, page: str, taken: str, said: str) -> None:
    draft = draft_of(whole_of(text, page))
    assert ("1,500" in draft.text) or taken == "page"
    assert draft.text.count("Nobody was hurt") == 1
    assert ("And much more" in draft.text) == (taken == "page")
    assert bool(draft.warnings) == bool(said)
    assert said in " ".join(draft.warnings)


def test_a_page_keeps_its_hidden_words_as_hidden_and_its_quotations_as_quoted() -> None:
    page = (
        "<html><body><div style='display:none'>Preview words</div><p>I saw the ferry.</p><div class='gmail_quote'>"
        "<div>On Monday Bo wrote:</div><blockquote><p>Did you see it?</p></blockquote></div></body></html>"
    )
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "ada@paper.example", "Re: Ferry"
    mail.set_content(page, subtype="html", charset="iso-8859-1")
    found = kinds(draft_of(mail.as_bytes()))
    assert found["Preview words"] is ZoneKind.HIDDEN
    assert found["I saw the ferry."] is ZoneKind.BODY
    assert found["Did you see it?"] is found["On Monday Bo wrote:"] is ZoneKind.QUOTED


@pytest.mark.parametrize(
    "old",
    ["On Mon, 3 Oct 2016, Bo <bo@b.example> wrote:\n> Did you see it?",
     "Am 03.10.2016 um 10:11 schrieb Bo Finn\n<bo@b.example>:\n\n> Did you see it?",
     "Le 3 oct. 2016 à 10:11, Bo a écrit :\n>Did you see it?", "-----Original Message-----\nFrom: Bo\nDid you see it?",
     "________________________________\nVon: Bo Finn\nGesendet: Montag, 3. Oktober 2016\nAn: Ada\nBetreff: Ferry\n\nDid you see it?",
     "De : Bo\nEnvoyé : lundi 3 octobre 2016\nÀ : Ada\nObjet : Ferry\n\nDid you see it?",
     "3 октября 2016 г. 10:11 пользователь Bo <bo@b.example> написал:\n\n> Did you see it?",
     "2016-10-03 10:11 Bo <bo@b.example> 写道：\n> Did you see it?"],
)  # fmt: skip
def test_the_mail_that_is_answered_is_quoted_and_the_answer_is_not(old: str) -> None:
    draft = draft_of(written(f"I saw it on Tuesday, at the pier.\n\n{old}\n", "Re: Ferry"))
    body = draft.text.index("I saw")
    below = draft.text.index(old.split("\n", maxsplit=1)[0])
    for zone in draft.zones:
        if zone.start >= body:
            assert (zone.kind is ZoneKind.QUOTED) == (zone.start >= below), draft.text[zone.start : zone.end]


@pytest.mark.parametrize(
    ("subject", "text"),
    [("Fwd: Ferry", "For you.\n\n---------- Forwarded message ---------\nFrom: Bo\nDate: Monday\nSubject: Ferry\n\nThe pier fell."),
     ("WG: Fähre", "Anbei.\n\n-----Ursprüngliche Nachricht-----\nVon: Bo\nGesendet: Montag\nAn: Ada\n\nThe pier fell."),
     ("Ferry", "> The pier fell.\n> It was old."), ("Ferry", "On 3 May 2016 the minister wrote:\n\nThe pier fell."),
     ("Ferry", "Hello.\n\n>From the beginning the pier fell.")],
)  # fmt: skip
def test_what_is_handed_on_is_the_mail_itself(subject: str, text: str) -> None:
    assert ZoneKind.QUOTED not in kinds(draft_of(written(text, subject))).values()


def test_a_signature_is_a_note() -> None:
    found = kinds(draft_of(written("I saw it.\n\n-- \nAda Lark\nThe Paper\n")))
    assert found["The Paper"] is ZoneKind.NOTE
    assert found["I saw it."] is ZoneKind.BODY


def test_soft_line_ends_are_closed_up() -> None:
    assert unflowed("One sentence that \ngoes on.\n\n> quoted \n> words\n>> deeper\n From here\n-- \nAda", False) == (
        "One sentence that goes on.\n\n> quoted words\n>> deeper\nFrom here\n-- \nAda"
    )
    assert unflowed("日本 \n語", True) == "日本語"


@pytest.mark.parametrize(
    ("label", "data", "words", "warned"),
    [("utf-8", "Zürich é".encode("cp1252"), "Zürich é", True), ("x-unknown", "Zürich é".encode("cp1252"), "Zürich", True),
     ("us-ascii", "Zürich".encode(), "Zürich", True), ("koi8-r", "паром утонул".encode("koi8-r"), "паром утонул", False),
     ("utf-16le", "Zürich".encode("utf-16-le"), "Zürich", False), ("iso-2022-jp", "船は沈んだ".encode("iso-2022-jp"), "船は沈んだ", False)],
)  # fmt: skip
def test_letters_are_those_the_mail_states_where_its_bytes_are(label: str, data: bytes, words: str, warned: bool) -> None:
    sent = base64.encodebytes(data)
    draft = draft_of(HEAD + f"Content-Type: text/plain; charset={label}\nContent-Transfer-Encoding: base64\n\n".encode() + sent)
    assert words in draft.text
    assert bool(draft.warnings) == warned


def test_an_encoding_can_be_chosen() -> None:
    data = HEAD + b"Content-Type: text/plain; charset=iso-8859-1\n\n" + "паром утонул".encode("cp1251")
    with Reader() as reader:
        assert "паром утонул" in reader.read("a.eml", data, encoding="windows-1251").text
        assert "паром" not in reader.read("a.eml", data).text
        with pytest.raises(ImportRefused, match="does not fit"):
            reader.read("a.eml", data, encoding="utf-8")


@pytest.mark.parametrize(
    ("rest", "said"),
    [(b"Content-Type: multipart/encrypted; boundary=b\n\n--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b--\n", "PGP"),
     (b"Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nAAAA\n", "S/MIME"),
     (b"Content-Type: application/pkcs7-mime; smime-type=signed-data\n\nAAAA\n", "signature"),
     (b"\n-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n", "PGP")],
)  # fmt: skip
def test_an_encrypted_mail_says_so(rest: bytes, said: str) -> None:
    contents = opened(b"From: a@b.example\nSubject: Secret\n" + rest)
    assert contents.draft is not None
    assert contents.draft.text.startswith("From: a@b.example\nSubject: Secret")
    assert said in " ".join(contents.draft.warnings)
    assert contents.members == ()


def test_damage_is_read_as_far_as_it_goes_and_told() -> None:
    head = b"From: a@b.example\nSubject: x\n"
    footer = b"Content-Transfer-Encoding: base64\n\n" + base64.b64encode(b"Words of the mail.") + b"\n____\nThe list of lists\n"
    assert "Words of the mail." in draft_of(head + footer).text
    assert "21 bytes stand among the base64" in draft_of(head + footer).warnings[0]
    twice = b"Content-Transfer-Encoding: base64\n\n" + base64.b64encode(b"One. ") + b"\n" + base64.b64encode(b"Two.") + b"\n"
    assert "One. Two." in draft_of(head + twice).text
    assert "words" in draft_of(head + b'Content-Transfer-Encoding: "quoted-printable";\n\nwo=\nrds').text
    assert "are none" not in str(draft_of(head + b"\nwords").warnings)
    mixed = head + b"Content-Type: multipart/mixed; boundary=b\n\n"
    lost = draft_of(mixed + b"A preface that no mail program shows, " + b"of words " * 20 + b"\n--b\n\nwords\n--b--\n")
    assert "where no mail program shows them" in lost.warnings[0]
    none = draft_of(mixed + b"only words")
    assert "only words" in none.text
    assert "none were found" in none.warnings[0]
    broken = draft_of(b"From: a@b.example\nTo: x@y.example,\nz@y.example\nSubject: Broken\nContent-Type: text/plain\n\nwords")
    assert "To: x@y.example, z@y.example\nSubject: Broken\n\nwords" in broken.text


def test_apple_mails_own_files_and_mailbox_lines_are_taken_off() -> None:
    mail = written("Words.")
    file = f"{len(mail)}\n".encode() + mail + b'<?xml version="1.0"?><plist><dict><key>flags</key></dict></plist>'
    assert draft_of(file, "1.emlx").text == draft_of(mail).text
    assert draft_of(b"From ada@paper.example Tue Oct  4 10:00:00 2016\n" + mail).text == draft_of(mail).text


def test_what_is_attached_is_there_without_a_head_and_a_text() -> None:
    contents = opened(b"Content-Type: application/pdf; name=plan.pdf\n\n%PDF")
    assert contents.draft is None
    assert [(member.name, member.data) for member in contents.members] == [("plan.pdf", b"%PDF")]


def test_nothing_is_no_mail() -> None:
    for data in (b"\n\n  \n", b"X-Empty: yes\n\n \n"):
        with pytest.raises(ImportRefused, match="0 of"):
            opened(data)


WORDS = st.text(st.characters(codec="utf-8", categories=("L", "Nd")), min_size=1, max_size=12)
LINES = st.lists(st.lists(WORDS, min_size=1, max_size=6).map(" ".join), min_size=1, max_size=8)
FILES = st.lists(st.tuples(st.binary(max_size=60), st.text(max_size=12).filter(lambda name: len(f"{name}x".splitlines()) == 1)), max_size=3)


@settings(max_examples=40, deadline=None)
@given(LINES, LINES, FILES, st.sampled_from(["8bit", "base64", "quoted-printable"]))
def test_every_word_of_any_mail_is_there_once_and_in_order(
    one: list[str], two: list[str], files: list[tuple[bytes, str]], sent: str
) -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "a@b.example", " ".join(one)[:60]
    mail.set_content("\n".join(one), cte=sent)
    mail.make_mixed()
    second = EmailMessage()
    second.set_content("\n".join(two), cte=sent)
    mail.attach(second)
    for data, name in files:
        mail.add_attachment(data, "application", "octet-stream", filename=name or "x")
    contents = opened(mail.as_bytes())
    assert contents.draft is not None
    body = contents.draft.text.split("\n\n", maxsplit=1)[1]
    assert body.split() == " ".join((*one, *two)).split()
    assert [member.data for member in contents.members] == [data for data, _ in files]
    assert len({member.name.casefold() for member in contents.members}) == len(files)
    assert all(member.name and not set(member.name) & set('/\\:\x00\n"<>|?*') for member in contents.members)
    _whole(contents.draft)


def _whole(draft: Draft) -> None:
    """The zones are in order and cover all that is not white space."""
    at = 0
    for zone in (*draft.zones, None):
        end = len(draft.text) if zone is None else zone.start
        assert at <= end
        assert not draft.text[at:end].strip()
        at = end if zone is None else zone.end


WHOLE = HEAD + whole_of(BODY, f"<p>{BODY}</p><img src='cid:a@b'>").split(b"\n", 2)[2]


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_a_damaged_mail_is_read_or_refused_never_a_fault(data: st.DataObject) -> None:
    damaged = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        damaged[at : at + data.draw(st.integers(0, 5))] = data.draw(
            st.sampled_from([b"", b"\0", b"\xff", b"\n", b"--", b"=?", b'"', b";", b"(", b":"])
        )
    try:
        contents = opened(bytes(damaged))
    except ImportRefused as refused:
        assert refused.reason
    else:
        assert contents.draft or contents.members
        if contents.draft:
            _whole(contents.draft)


def test_nesting_and_numbers_without_end_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    deep = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(10_000))
    head = b"From: a@b.example\nSubject: x\n"
    assert "The innermost words." in draft_of(head + deep + b"\nThe innermost words.\n").text
    monkeypatch.setattr(mail_parts, "MOST_PARTS", 90)
    monkeypatch.setattr(mail_attachments, "MOST_MEMBERS", 50)
    many = opened(head + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\nContent-Type: application/pdf\n\nx\n" * 100)
    assert (len(many.members), len(many.refused)) == (50, 40)
    assert many.draft is not None
    assert "90 parts" in " ".join(many.draft.warnings)
    bomb = (
        head
        + b"Subject: "
        + b"=?a?q?x" * 60_000
        + b"\nCc: "
        + b"(" * 200_000
        + b"\nContent-Type: text/plain"
        + b';"' * 90_000
        + b"\n\nwords"
    )
    assert draft_of(bomb).text.endswith("words")
