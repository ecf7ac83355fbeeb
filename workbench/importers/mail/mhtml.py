"""Web pages saved as one file (MHTML, RFC 2557), as Chrome, Internet Explorer and Opera do: the page is read as a saved page is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from workbench.domain.dates import known_date
from workbench.domain.draft import Contents, Draft, Member
from workbench.domain.entities import Metadatum
from workbench.domain.errors import ImportRefused
from workbench.domain.vocabulary import Confidence, Field
from workbench.importers.html import HtmlImporter
from workbench.importers.limits import MOST_MEMBERS, NO_ROOM
from workbench.importers.mail.attachments import Names
from workbench.importers.mail.head import moment_of, words_in
from workbench.importers.mail.kinds import PAGES, is_page
from workbench.importers.mail.parts import Head, Part, Taken, mail_in, taken_apart
from workbench.importers.mail.texts import PAGES as PAGE_TYPES
from workbench.importers.mail.texts import letters_of
from workbench.importers.mail.transfer import received
from workbench.importers.protocol import Fit
from workbench.importers.visible import source_length

_NO_PAGE = "there is no page in it, or it was cut off when it was saved. Save the page again, as “Webpage, HTML only” or as “Single File”."
_LONGEST_ADDRESS = 2_000


class MhtmlImporter:
    """A page with its pictures in one file; of the pages inside its frames each is a document of its own."""

    kind = "MHTML"
    suffixes = PAGES
    media_type = "multipart/related"
    modules: tuple[str, ...] = ()

    def fit(self, suffix: str, data: bytes) -> Fit:
        """See Format.fit."""
        if is_page(suffix, data):
            return Fit.BY_CONTENT
        return Fit.BY_NAME if suffix in self.suffixes else Fit.NONE

    def open(self, data: bytes, name: str) -> Contents:
        """See Holder.open."""
        taken = taken_apart(mail_in(data))
        page = _page_of(taken, name)
        members, refused = _frames(taken, page)
        return Contents(self._draft(taken, page, name, None), tuple(members), refused)

    def read(self, data: bytes, name: str, encoding: str | None) -> Draft:
        """See Importer.read."""
        taken = taken_apart(mail_in(data))
        return self._draft(taken, _page_of(taken, name), name, encoding)

    def _draft(self, taken: Taken, page: Part, name: str, encoding: str | None) -> Draft:
        html, damage = received(page.body, page.head.coding)
        draft = HtmlImporter().page(letters_of(html, page, name, encoding), html, name)
        warnings = (*draft.warnings, *([damage] if damage else []), *taken.warnings)
        fields = draft.metadata | dict(_stated(taken.whole.head, page.head))
        return replace(draft, media_type=self.media_type, metadata=fields, warnings=warnings)


def _page_of(taken: Taken, name: str) -> Part:
    """The part that is the page itself. Raises ImportRefused."""
    start = taken.whole.head.parameter("start").strip("<> ").encode("utf-8", "replace")
    pages = [part for part in taken.whole.leaves() if part.type in PAGE_TYPES]
    if not pages:
        raise ImportRefused(name, _NO_PAGE)
    return next((part for part in pages if start and part.head.raw("content-id").strip(b"<> ") == start), pages[0])


def _stated(whole: Head, page: Head) -> Iterator[tuple[Field, Metadatum]]:
    """Where the page was taken from, and when, by the head of the file."""
    for head, name in ((whole, "Snapshot-Content-Location"), (page, "Content-Location"), (whole, "Content-Location")):
        address = words_in(head.raw(name.lower()))[:_LONGEST_ADDRESS]
        if address.lower().startswith(("http://", "https://")):
            yield Field.ADDRESS, Metadatum(address, Confidence.HIGH, f"the line “{name}” of the file, written when the page was saved")
            break
    date = words_in(whole.raw("date"))[:120]
    moment = moment_of(date)
    value = moment if known_date(moment) else moment[:10]
    if value:
        yield Field.RETRIEVED, Metadatum(value, Confidence.HIGH, f"the “Date” line of the file, written when the page was saved: {date}")


def _frames(taken: Taken, page: Part) -> tuple[list[Member], tuple[tuple[str, str], ...]]:
    """The other pages in the file that have any text; those beyond what one file may hold are refused."""
    names = Names()
    members: list[Member] = []
    beyond = 0
    for part in taken.whole.leaves():
        if part is page or part.type not in PAGE_TYPES:
            continue
        data = received(part.body, part.head.coding)[0]
        try:
            length = source_length(letters_of(data, part, "frame", None).text)
        except ImportRefused:
            length = len(data)  # whoever reads it will say why it cannot be read
        if not length:
            continue
        if len(members) >= MOST_MEMBERS:
            beyond += 1
        else:
            members.append(Member(names.of(_name_of(part), ".html"), data))
    return members, ((f"{beyond:,} more pages", NO_ROOM),) if beyond else ()


def _name_of(part: Part) -> str:
    address = words_in(part.head.raw("content-location"))[:_LONGEST_ADDRESS]
    try:
        path = urlsplit(address).path
    except ValueError:
        path = ""
    stem = PurePosixPath(unquote(path)).stem
    return f"frame {stem.removeprefix('frame-')}.html".replace(" .html", ".html")
