"""A mailbox taken apart, beside the standard library alone over it."""

from __future__ import annotations

import mailbox
import random
import tempfile
from email.message import EmailMessage
from pathlib import Path

from benchmarks.harness import Row, in_turn, medians, row, timed
from workbench.importers.mail.eml import MailImporter
from workbench.importers.mail.mbox import MboxImporter

MAILS, ATTACHED, REPEATS, READ = 1000, 200, 5, 100
WORDS = ("the ferry", "sank", "at a pier", "the harbour council", "voted on Friday", "nobody", "had expected", "that", "the office said")


def run() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        path = _written(Path(folder) / "fiction.mbox")
        data = path.read_bytes()
        mails = MboxImporter().open(data, path.name).members

        def alone() -> None:
            box = mailbox.mbox(path, create=False)
            for key in box.iterkeys():
                box.get_bytes(key)
            box.close()

        def read() -> None:
            for mail in mails[:READ]:
                MailImporter().open(mail.data, mail.name)

        ours, theirs = medians(in_turn(REPEATS, timed(lambda: MboxImporter().open(data, path.name)), timed(alone)))
        (reading,) = medians(in_turn(3, timed(read)))
    what = f"a mailbox of {MAILS:,} mails, {ATTACHED} attachments, {len(data) / 1e6:.0f} MB, taken apart"
    return [row(what, ours, peer="mailbox alone", theirs=theirs, times=2.0), row(f"{READ} of its mails read, with zones", reading)]


def _written(path: Path) -> Path:
    """A mailbox of fiction, the same each time."""
    chance = random.Random(1)
    box = mailbox.mbox(path)
    for number in range(MAILS):
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = "Ada Lark <ada@paper.example>", "desk@paper.example", f"Ferry {number}"
        mail["Date"] = "Tue, 4 Oct 2016 10:00:00 +0200"
        mail.set_content("\n".join(" ".join(chance.choices(WORDS, k=12)) for _ in range(40)))
        if number % (MAILS // ATTACHED) == 0:
            mail.add_attachment(chance.randbytes(30_000), "application", "pdf", filename="plan.pdf")
        box.add(mail)
    box.flush()
    box.close()
    return path
