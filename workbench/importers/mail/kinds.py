"""What a file of header fields is by its beginning: a mail, or a page that a browser saved."""

from __future__ import annotations

import re

from workbench.importers.mail.parts import Head, head_at, mail_in

PAGES = (".mht", ".mhtml")
_REACH = 16_384
_SENT = frozenset({"received", "message-id", "mime-version", "return-path", "delivered-to", "dkim-signature", "x-mailer", "user-agent"})
"""Fields that programs write and people do not."""
_WRITTEN = frozenset({"from", "to", "cc", "date", "subject", "sender", "reply-to"})
_TEXTS = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"})
_PAGE_TYPES = ("multipart/related", "multipart/alternative", "multipart/mixed", "text/html")
_SAVED_BY = re.compile(rb"<?saved by ", re.IGNORECASE)


def is_mail(suffix: str, data: bytes) -> bool:
    """Whether the bytes begin as a mail does. Text that is called text may have "From:" and "Date:" over it and be an article."""
    head = _head(data)
    written = sum(name in head for name in _WRITTEN)
    sent = any(name in head for name in _SENT)
    return bool(written) and sent if suffix in _TEXTS else written >= 2 + (not sent) or (sent and written >= 1 and "date" in head)


def is_page(suffix: str, data: bytes) -> bool:
    """Whether the bytes begin as a page in one file does (RFC 2557)."""
    head = _head(data)
    if not head.type.startswith(_PAGE_TYPES):
        return False
    named = "snapshot-content-location" in head or bool(_SAVED_BY.match(head.raw("from")))
    unsent = not any(name in head for name in ("to", "received", "message-id"))
    return named or suffix in PAGES or (unsent and "content-location" in head)


def _head(data: bytes) -> Head:
    return head_at(mail_in(data[:_REACH]))[0]
