"""Mails saved as files (RFC 5322, MIME): the lines over a mail and its text are the article, what is attached are documents of their
own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from workbench.domain.draft import Contents, Draft, DraftZone
from workbench.domain.entities import Metadatum
from workbench.domain.errors import ImportRefused
from workbench.domain.vocabulary import Field, ZoneKind
from workbench.importers.decoding import Decoded
from workbench.importers.drafting import draft_of, there
from workbench.importers.mail.attachments import members_of
from workbench.importers.mail.body import Found, found_in
from workbench.importers.mail.head import Lines, head_lines, stated_by
from workbench.importers.mail.kinds import is_mail, is_page
from workbench.importers.mail.mbox import begins_mailbox
from workbench.importers.mail.parts import Taken, mail_in, taken_apart
from workbench.importers.mail.quotes import lines_aside
from workbench.importers.mail.texts import Text
from workbench.importers.metadata import guessed
from workbench.importers.page import Known
from workbench.importers.protocol import Fit
from workbench.importers.readings import numbered
from workbench.importers.zones import BODY_BASIS, proposed

_DISPLAY = frozenset({ZoneKind.HEADLINE, ZoneKind.DECK})
_WHOLE = frozenset({ZoneKind.BODY, ZoneKind.QUOTED, ZoneKind.NOTE})
_ONLY_HEAD = "There is no text in the mail but its head."
_NO_HEAD = "No head was found over the mail: all of the file was read as its text."
_NOTHING = Decoded("", "utf-8", "the head of the mail alone")


class MailImporter:
    """One mail a file, as mail programs save it; Apple Mail's files too."""

    kind = "mail"
    suffixes = (".eml", ".emlx")
    media_type = "message/rfc822"
    modules: tuple[str, ...] = ()

    def fit(self, suffix: str, data: bytes) -> Fit:
        """See Format.fit. By the lines over the mail; a web page that a browser saved in this form is none."""
        if is_page(suffix, data) or (begins_mailbox(data) and suffix not in self.suffixes):
            return Fit.NONE
        if is_mail(suffix, data):
            return Fit.BY_CONTENT
        return Fit.BY_NAME if suffix in self.suffixes else Fit.NONE

    def open(self, data: bytes, name: str) -> Contents:
        """See Holder.open. Where neither a head nor a text is left, what is attached is given all the same."""
        taken = taken_apart(mail_in(data))
        found = found_in(taken.whole, name, None)
        members, refused, warnings = members_of(found.carried, found.pictures)
        try:
            draft = _draft(taken, found, data, name)
        except ImportRefused:
            if not members:
                raise
            return Contents(None, members, refused)
        return Contents(replace(draft, warnings=draft.warnings + warnings), members, refused)

    def read(self, data: bytes, name: str, encoding: str | None) -> Draft:
        """See Importer.read."""
        taken = taken_apart(mail_in(data))
        return _draft(taken, found_in(taken.whole, name, encoding), data, name)


def _draft(taken: Taken, found: Found, data: bytes, name: str) -> Draft:
    lines = head_lines(taken.whole.head)
    body, zones, too_long = _body(found.texts, lines)
    gap = "\n\n" if lines.text and body else ""
    text = there(f"{lines.text}{gap}{body}", data, name)
    start = len(lines.text) + len(gap)
    moved = tuple(DraftZone(zone.start + start, zone.end + start, zone.kind, zone.basis) for zone in zones)
    warnings = (*(() if lines.text else (_NO_HEAD,)), *(() if body else (_ONLY_HEAD,)), *found.warnings, *taken.warnings)
    return draft_of(
        text,
        found.texts[0].found if found.texts else _NOTHING,
        MailImporter.media_type,
        numbered("mail", MailImporter.media_type),
        metadata=_metadata(taken, lines, body, zones),
        zones=lines.zones + moved,
        warnings=(*dict.fromkeys(warnings), *too_long),
    )


def _body(texts: list[Text], lines: Lines) -> tuple[str, tuple[DraftZone, ...], tuple[str, ...]]:
    """The texts of a mail as one, with its zones and warnings. A mail has no display copy but its subject."""
    parts: list[str] = []
    quoted, cuts, at = {}, [], 0
    for text in texts:
        quoted.update({start + at: mark for start, mark in text.quoted.items()})
        cuts += [DraftZone(zone.start + at, zone.end + at, zone.kind, zone.basis) for zone in text.cuts]
        parts.append(text.text)
        at += len(text.text) + 2
    body = "\n\n".join(parts)
    aside = lines_aside(body, lines.subject, quoted)
    zones, too_long = proposed(body, Known(aside=aside, cuts=tuple(cuts)))
    plain = (replace(zone, kind=ZoneKind.BODY, basis=BODY_BASIS) if zone.kind in _DISPLAY else zone for zone in zones)
    return body, tuple(_joined(plain)), too_long


def _joined(zones: Iterable[DraftZone]) -> Iterator[DraftZone]:
    """Lines that follow each other and are the writer's, a quotation or the signature become one zone."""
    held: DraftZone | None = None
    for zone in zones:
        if held and (held.kind, held.basis) == (zone.kind, zone.basis) and zone.kind in _WHOLE:
            held = replace(held, end=zone.end)
            continue
        if held:
            yield held
        held = zone
    if held:
        yield held


def _metadata(taken: Taken, lines: Lines, body: str, zones: tuple[DraftZone, ...]) -> dict[Field, Metadatum]:
    own = body or lines.subject
    return guessed(own, zones if body else ()) | stated_by(taken.whole.head, lines.subject)
