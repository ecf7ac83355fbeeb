"""Mailboxes (RFC 4155): each mail in the file is read as a file of its own, byte for byte as the mailbox has it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.domain.draft import Contents, Member
from workbench.domain.errors import ImportRefused
from workbench.importers.limits import LARGEST_CONTENTS, MOST_MEMBERS, NO_ROOM
from workbench.importers.mail.attachments import Names, subject_in
from workbench.importers.mail.parts import head_at
from workbench.importers.protocol import Fit

_ENVELOPE = re.compile(rb"From ([^\r\n]*)(?:\r?\n|\r|\Z)")
_DAY = re.compile(rb"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? [^\r\n]{1,12}\d[^\r\n]{0,12}\d\d:\d\d[^\r\n]{0,40}")
_LONGEST_ENVELOPE = 300
_FIELD = re.compile(rb">?[!-9;-~]{1,100}:")
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
_NONE = "no mail was found in it: no line begins with “From ” and stands over a mail. It may be no mailbox; export it as .mbox again."
_SUBJECT = 80
_HEAD = 100_000
"""Bytes in which the subject of a mail is looked for."""


class MboxImporter:
    """Mailboxes as mail programs export them."""

    kind = "mailboxes"
    suffixes = (".mbox", ".mbx")
    media_type = "application/mbox"
    modules: tuple[str, ...] = ()

    def fit(self, suffix: str, data: bytes) -> Fit:
        """See Format.fit. A file that is called a mail is one, even if it begins as a mailbox does."""
        if suffix in self.suffixes:
            return Fit.BY_CONTENT
        return Fit.BY_CONTENT if suffix not in (".eml", ".emlx") and begins_mailbox(data) else Fit.NONE

    def open(self, data: bytes, name: str) -> Contents:
        """See Holder.open. The “>” that mailboxes put before “From” at the beginning of a line is taken away only in a mail whose own count
        of its bytes (Content-Length) shows that it was put there; else the mail is given as it stands."""
        names, left, count = Names(), LARGEST_CONTENTS, 0
        members: list[Member] = []
        beyond = 0
        for mail in _mails(data.removeprefix(b"\xef\xbb\xbf")):
            count += 1
            if len(members) >= MOST_MEMBERS or len(mail) > left:
                beyond += 1
                continue
            mail = _unescaped(mail)
            subject = subject_in(mail[:_HEAD])[:_SUBJECT].strip()
            members.append(Member(names.of(f"{count:04} {subject}".strip() + ".eml"), mail))
            left -= len(mail)
        if not members:
            raise ImportRefused(name, _NONE)
        refused = ((f"the last {beyond:,} of its {count:,} mails", NO_ROOM),) if beyond else ()
        return Contents(None, tuple(members), refused)


def begins_mailbox(data: bytes) -> bool:
    """Whether the bytes begin with the line that stands over each mail of a mailbox, with its day, and a head after it."""
    start = data[:2_000].removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    first = _ENVELOPE.match(start)
    return bool(first and _DAY.search(first[1]) and _FIELD.match(start, first.end()))


def _mails(data: bytes) -> Iterator[bytes]:
    """The mails of a mailbox in order, without the lines and the blank ones between them. What stands before the first of them is given as
    one, too."""
    start: int | None = None
    for found in _envelopes(data):
        if not _parts_mails(data, found):
            continue
        before = data[start or 0 : found.start()]
        if start is not None or before.strip():
            yield _without_blank(before)
        start = found.end()
    if start is not None:
        yield _without_blank(data[start:])


def _envelopes(data: bytes) -> Iterator[re.Match[bytes]]:
    """The lines that begin with “From ”."""
    at = 0
    while at >= 0:
        found = _ENVELOPE.match(data, at)
        if found:
            yield found
        at = data.find(b"\nFrom ", found.end() - 1 if found else at) + 1 or -1


def _parts_mails(data: bytes, found: re.Match[bytes]) -> bool:
    """Whether a line that begins with “From ” stands over a mail: it has its day, or stands between a blank line and a head."""
    if _DAY.search(found[1][:_LONGEST_ENVELOPE]):
        return True
    blank = not data[: found.start()].strip() if found.start() < 8 else data.endswith((b"\n\n", b"\n\r\n"), 0, found.start())
    return blank and bool(_FIELD.match(data, found.end()))


def _without_blank(mail: bytes) -> bytes:
    for end in (b"\r\n", b"\n"):
        if mail.endswith(b"\n" + end):
            return mail[: -len(end)]
    return mail


def _unescaped(mail: bytes) -> bytes:
    if b"\n>" not in mail:
        return mail
    head, start = head_at(mail[:_HEAD])
    length = head.raw("content-length")
    if not length.isdigit() or len(length) > 9:
        return mail
    body = mail[start:]
    undone = _ESCAPED.sub(rb"\1", body)
    return mail[:start] + undone if len(undone) == int(length) != len(body) else mail
