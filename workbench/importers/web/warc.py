"""Web archives (WARC): each page in one is read as a file of its own, which is its record as it stands in the archive; an archive of one
page is that page, with its address and the moment of its capture."""

from __future__ import annotations

import zlib
from collections import Counter
from dataclasses import dataclass, replace
from urllib.parse import unquote, urlsplit

from workbench import __version__
from workbench.domain.dates import known_date
from workbench.domain.draft import Contents, Draft
from workbench.domain.entities import Metadatum
from workbench.domain.errors import ImportRefused
from workbench.domain.plurals import counted, listed
from workbench.domain.vocabulary import Confidence, Field
from workbench.importers.decoding import Declared
from workbench.importers.html import HtmlImporter
from workbench.importers.plain import PlainImporter
from workbench.importers.protocol import Fit, Holder, Importer
from workbench.importers.web.gathered import Gathered, file_name
from workbench.importers.web.http_message import Message, Payload, charset_of, media_type_of, message_of, payload_of
from workbench.importers.web.warc_records import GZIP, Damaged, Record, records

_BEGINNINGS = (b"WARC/0.", b"WARC/1.")
_OLD = b"filedesc://"
_ZSTANDARD = (b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18")
OLD = (
    "it is an ARC file, the older form of web archives, which is not read. Turn it into WARC (“warcio recompress old.arc.gz new.warc.gz”)"
    " and add that, or save its pages as HTML from a viewer of web archives."
)
PACKED = "it is packed with Zstandard, which is not read. Unpack it (“zstd -d”), and add what comes out."
_BASIS = "the web archive's record"
_LONGEST_ADDRESS = 2_000
_CARRIES = frozenset({"response", "resource", "revisit", "conversion"})
_NOTES = "note of the program that made the archive"
_REDIRECT, _EMPTY, _UNCHANGED = "redirect", "answer without a text", "page that had not changed since an earlier capture"
_DATA = "script or file of data"
_MANY = {
    _NOTES: "notes of the program that made the archive", _EMPTY: "answers without a text", "sound or film": "sounds and films",
    _UNCHANGED: "pages that had not changed since an earlier capture", _DATA: "scripts and files of data",
}  # fmt: skip
_OTHER_KINDS = {
    "image": "picture", "audio": "sound or film", "video": "sound or film", "font": "font", "application/font": "font",
    "application/x-font": "font", "application/vnd.ms-fontobject": "font", "text/css": "style sheet", "text/javascript": _DATA,
    "application/javascript": _DATA, "application/x-javascript": _DATA, "text/ecmascript": _DATA,
    "application/ecmascript": _DATA, "application/json": _DATA, "application/ld+json": _DATA,
    "application/manifest+json": _DATA, "text/json": _DATA, "application/wasm": _DATA,
    "application/x-shockwave-flash": "sound or film", "application/vnd.apple.mpegurl": "sound or film",
}  # fmt: skip
_PAGES = {"application/xhtml+xml": "text/html", "application/vnd.wap.xhtml+xml": "text/html"}


class WarcImporter:
    kind = "WARC"
    suffixes = (".warc", ".arc")
    media_type = "application/warc"

    @property
    def modules(self) -> tuple[str, ...]:
        """What any format needs: a page in an archive may be of any of them."""
        from workbench.importers.registry import IMPORTERS  # here: this importer is one of them

        return tuple(sorted({module for other in IMPORTERS if not isinstance(other, WarcImporter) for module in other.modules}))

    def fit(self, suffix: str, data: bytes) -> Fit:
        """See Format.fit. What is packed is known by what its first bytes unpack to."""
        if _beginning(data).startswith((*_BEGINNINGS, _OLD)) or data.startswith(_ZSTANDARD):
            return Fit.BY_CONTENT
        return Fit.BY_NAME if suffix in self.suffixes else Fit.NONE

    def open(self, data: bytes, name: str) -> Contents:
        """See Holder.open. Pictures, scripts and the like are no documents: how many were left out is said once."""
        if data.startswith(_ZSTANDARD):
            raise ImportRefused(name, PACKED)
        if _beginning(data).startswith(_OLD):
            raise ImportRefused(name, OLD)
        archive = _Archive(name)
        for found in records(data):
            archive.take(found)
        return archive.contents()


def _beginning(data: bytes) -> bytes:
    """The first bytes, unpacked where they are packed."""
    if not data.startswith(GZIP):
        return data[:16]
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data[:4096], 16)
    except zlib.error:
        return b""


class _Archive:
    """What one archive gives. A page is kept in memory until there is a second one: a single page is the file's own document."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._only: Record | None = None
        self._pages = 0
        self._gathered = Gathered()
        self._left_out: Counter[str] = Counter()

    def take(self, found: Record | Damaged) -> None:
        """One more record, or a place where there is none."""
        if isinstance(found, Damaged):
            self._gathered.refuse(found.address[:_LONGEST_ADDRESS] or self._name, found.reason)
        elif found.kind == "continuation":
            self._gathered.refuse(found.address[:_LONGEST_ADDRESS], "it is a part of a page that is split over several files.")
        elif reason := _no_document(found):
            self._left_out[reason] += 1
        else:
            self._pages += 1
            pages = [found] if self._pages > 2 else [self._only, found] if self._only else []
            self._only = found if self._pages == 1 else None
            for page in pages:
                self._gathered.take(f"{_place(page.address)}.warc", page.raw)

    def contents(self) -> Contents:
        if self._left_out.keys() - {_NOTES}:
            self._gathered.refuse(self._name, f"left out as no documents: {self._said()}.")
        if self._only is None:
            if not self._pages:
                raise ImportRefused(self._name, self._nothing())
            return self._gathered.contents(self._name)
        page = _Page.of(self._only, self._name)
        importer = page.importer(self._name)
        if isinstance(importer, Holder):
            self._gathered.take(_place(self._only.address), page.payload.data)
            return self._gathered.contents(self._name)
        return self._gathered.contents(self._name, page.read(importer, self._name))

    def _said(self) -> str:
        return listed([counted(number, what, _MANY.get(what, "")) for what, number in self._left_out.most_common()])

    def _nothing(self) -> str:
        """Why there is no page, by what there is."""
        if damaged := [reason for _, reason in self._gathered.refused if "left out" not in reason]:
            return f"there is no page in this web archive that can be read: {damaged[0]}"
        return f"there is no page in this web archive, only {self._said() or 'nothing that is a record'}."


def _no_document(record: Record) -> str:
    """What a record is that holds no document, in the plural; empty for one that holds one."""
    if record.kind not in _CARRIES or record.address.startswith(("metadata:", "dns:")):
        return _NOTES
    message = message_of(record.block)
    if message is None and record.kind == "revisit":
        return _UNCHANGED
    if message is not None and 300 <= message.status < 400:
        return _REDIRECT
    if not (message.body if message else record.block).strip():
        return _UNCHANGED if record.kind == "revisit" else _EMPTY
    media_type = message.media_type if message else media_type_of(record.fields.get("content-type", ""))
    return _OTHER_KINDS.get(media_type) or _OTHER_KINDS.get(media_type.split("/")[0], "")


def _place(address: str) -> str:
    """The name of a page: its host, and the path to it there. No part of it is empty or leads elsewhere."""
    parts = urlsplit(address[:_LONGEST_ADDRESS]) if _is_whole(address) else urlsplit("")
    path = unquote(parts.path).split("/")
    if parts.query:
        path[-1] += f"?{parts.query}"
    names = [file_name(part, otherwise="") for part in (parts.netloc.rpartition("@")[2], *path)]
    return "/".join(name for name in names if name) or "page"


def _is_whole(address: str) -> bool:
    try:
        urlsplit(address[:_LONGEST_ADDRESS])
    except ValueError:
        return False
    return bool(address)


@dataclass(frozen=True, slots=True)
class _Page:
    """The document that a record holds: its bytes as the reader of the page had them, its media type and what the server said."""

    record: Record
    message: Message | None
    payload: Payload

    @classmethod
    def of(cls, record: Record, name: str) -> _Page:
        """Raises ImportRefused."""
        message = message_of(record.block)
        return cls(record, message, payload_of(message, name) if message else Payload(record.block))

    @property
    def _content_type(self) -> str:
        return (self.message or self.record).fields.get("content-type", "")

    def importer(self, name: str) -> Importer | Holder:
        """What reads the page: by the media type that was sent with it, else by its bytes. Raises ImportRefused."""
        from workbench.importers.registry import importer_for  # here: this importer is one of those

        media_type = media_type_of(self._content_type)
        try:
            return importer_for("", self.payload.data, _PAGES.get(media_type, media_type) or None)
        except ImportRefused:
            pass
        try:
            return importer_for("page.unknown", self.payload.data)
        except ImportRefused as refusal:
            raise ImportRefused(name, f"the page in it is “{media_type[:80]}”, which is not read.") from refusal

    def read(self, importer: Importer, name: str) -> Draft:
        """The page as an article. Raises ImportRefused."""
        charset = charset_of(self._content_type)
        if isinstance(importer, (HtmlImporter, PlainImporter)) and charset:
            draft = importer.read(self.payload.data, name, None, Declared(charset, f"the server said {charset}"))
        else:
            draft = importer.read(self.payload.data, name, None)
        reader = draft.reader.removeprefix(f"workbench {__version__} ").replace(" with ", " and ")
        return replace(
            draft, media_type=WarcImporter.media_type, reader=f"workbench {__version__} web archive with {reader}",
            metadata=draft.metadata | self._captured(), warnings=(*draft.warnings, *self.payload.warnings, *self._remarks()),
        )  # fmt: skip

    def _captured(self) -> dict[Field, Metadatum]:
        """Where the page was taken from and when."""
        captured: dict[Field, Metadatum] = {}
        if self.record.address:
            captured[Field.ADDRESS] = Metadatum(self.record.address[:_LONGEST_ADDRESS], Confidence.HIGH, _BASIS)
        moment = known_date(self.record.fields.get("warc-date", "")[:40])
        if moment:
            captured[Field.RETRIEVED] = Metadatum(moment.iso, Confidence.HIGH, _BASIS)
        return captured

    def _remarks(self) -> tuple[str, ...]:
        said = []
        if self.message and self.message.status >= 400:
            said.append(f"The server answered with error {self.message.status}: this may be its error page, not the article.")
        if self.record.kind == "conversion":
            said.append("The archive keeps this page in a converted form only, not as the server sent it.")
        return tuple(said)
