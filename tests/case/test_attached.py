"""Mails with attachments in a case: what is attached says to which exhibit, in the case, the log, the desk and the memo."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

from workbench.case import Case
from workbench.desk.reading.facts import facts_of
from workbench.memo.build import build_memo
from workbench.memo.registry import RENDERERS

NEWS = "The council voted on Friday to keep the ferry, and nobody had expected that.\n"


def mailed(subject: str, *files: tuple[str, str]) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Date"] = "Ada Lark <ada@paper.example>", "desk@paper.example", "Tue, 4 Oct 2016 10:00:00 +0200"
    mail["Subject"] = subject
    mail.set_content("See the notes of the meeting, which are attached.")
    for name, text in files:
        mail.add_attachment(text, filename=name)
    return mail


def test_an_attachment_says_to_which_exhibit_it_is_attached(empty: Case, tmp_path: Path) -> None:
    (tmp_path / "early.txt").write_text("Another paper has written of the pier.", encoding="utf-8")
    inner = mailed("Inner", ("deep.txt", NEWS.replace("Friday", "Monday")))
    mail = mailed("Ferry", ("notes.txt", NEWS))
    mail.add_attachment(inner)
    mail.add_attachment(b"\x00\x01", "application", "octet-stream", filename="plan.bin")
    path = tmp_path / "ferry.eml"
    path.write_bytes(mail.as_bytes())
    report = empty.imports.files([tmp_path / "early.txt", path])
    articles = empty.articles.all()
    assert [(article.name, article.part_of) for article in articles] == [
        ("early.txt", None), ("ferry.eml", None), ("notes.txt", 2), ("Inner.eml", 2), ("deep.txt", 4),
    ]  # fmt: skip
    assert [each.name for each in report.outcomes if each.refused] == ["plan.bin"]
    assert empty.articles.original(2) == path.read_bytes()
    assert empty.articles.original(3) == NEWS.encode()
    assert articles[4].location == f"{path} › Inner.eml › deep.txt"
    assert [line.note for line in empty.collection.log() if line.exhibit][2:] == [
        "attached to Ex. 2",
        "attached to Ex. 2",
        "attached to Ex. 4",
    ]
    assert "attached to Ex. 2" in [fact.text for fact in facts_of(articles[2], [], 0)]
    memo = build_memo(empty.memos.snapshot())
    assert [exhibit.attached for exhibit in memo.exhibits] == ["", "", "Attached to Ex. 2.", "Attached to Ex. 2.", "Attached to Ex. 4."]
    markdown = next(renderer for renderer in RENDERERS if renderer.suffix == ".md")
    assert "Attached to Ex. 4." in markdown.render(memo).decode()
    again = empty.imports.files([path])
    assert [known[1] for known in again.known] == [2, 3, 4, 5]


def test_a_mailbox_is_read_mail_by_mail(empty: Case, tmp_path: Path) -> None:
    box = b"".join(b"From a@b.example Tue Oct  4 10:00:00 2016\n" + mailed(each).as_bytes() + b"\n" for each in ("Ferry", "Pier"))
    (tmp_path / "old.mbox").write_bytes(box)
    report = empty.imports.files([tmp_path / "old.mbox"])
    assert [each.said for each in report.outcomes] == ["opened: 2 documents inside", "added as Ex. 1", "added as Ex. 2"]
    assert [article.title for article in empty.articles.all()] == ["Ferry", "Pier"]


def test_a_mail_that_is_pasted_is_text_with_all_of_its_source(empty: Case) -> None:
    mail = mailed("Ferry", ("notes.txt", NEWS))
    mail["Message-ID"] = "<1@paper.example>"
    for source in (mail.as_string(), "From a@b.example Tue Oct  4 10:00:00 2016\n" + mail.as_string()):
        (exhibit,) = empty.imports.paste(source).added
        assert empty.articles.get(exhibit).media_type == "text/plain"
        assert empty.articles.text(exhibit) == source
