"""The formats that can be read, and which of them a file is."""

from __future__ import annotations

from pathlib import PurePath

from workbench.domain.errors import ImportRefused
from workbench.domain.plurals import listed
from workbench.importers.html import HtmlImporter
from workbench.importers.images.other_pictures import OtherPictures
from workbench.importers.images.picture import PICTURES
from workbench.importers.lists.delimited import DelimitedImporter
from workbench.importers.lists.json_list import JsonListImporter
from workbench.importers.lists.rows import RowImporter
from workbench.importers.lists.xlsx import XlsxImporter
from workbench.importers.mail.eml import MailImporter
from workbench.importers.mail.mbox import MboxImporter
from workbench.importers.mail.mhtml import MhtmlImporter
from workbench.importers.mail.outlook import OutlookFiles
from workbench.importers.markdown import MarkdownImporter
from workbench.importers.office.docx import DocxImporter
from workbench.importers.office.odt import OdtImporter
from workbench.importers.office.other_office import OtherOffice
from workbench.importers.office.rtf import RtfImporter
from workbench.importers.pdf.reader import PdfImporter
from workbench.importers.plain import PlainImporter
from workbench.importers.protocol import Fit, Holder, Importer
from workbench.importers.web.epub import EpubImporter
from workbench.importers.web.feeds import AtomImporter, RssImporter
from workbench.importers.web.json_feed import JsonFeedImporter
from workbench.importers.web.subtitles import SrtImporter, VttImporter
from workbench.importers.web.wacz import WaczImporter
from workbench.importers.web.warc import WarcImporter
from workbench.importers.zip_archive import ZipImporter

IMPORTERS: tuple[Importer | Holder, ...] = (
    PlainImporter(),
    MarkdownImporter(),
    HtmlImporter(),
    ZipImporter(),
    WarcImporter(),
    WaczImporter(),
    EpubImporter(),
    SrtImporter(),
    VttImporter(),
    RssImporter(),
    AtomImporter(),
    JsonFeedImporter(),
    MailImporter(),
    MboxImporter(),
    MhtmlImporter(),
    DocxImporter(),
    OdtImporter(),
    RtfImporter(),
    PdfImporter(),
    DelimitedImporter(),
    JsonListImporter(),
    XlsxImporter(),
    RowImporter(),
    *PICTURES,
)
"""Every importer there is, in any order. Adding a format is one file and one entry here."""

REFUSED: tuple[Importer, ...] = (OutlookFiles(), OtherOffice(), OtherPictures())
"""Formats that people have and that are not read: each says what to do instead."""

SUFFIXES: tuple[str, ...] = tuple(suffix for importer in IMPORTERS for suffix in importer.suffixes)


def importer_for(name: str, data: bytes = b"", media_type: str | None = None) -> Importer | Holder:
    """The importer for `media_type` where that is given, else the one that is surest of a file called `name`. Raises ImportRefused."""
    if media_type is not None:
        return _by_media_type(name, media_type)
    suffix = PurePath(name).suffix.lower()
    surest = max((*IMPORTERS, *REFUSED), key=lambda importer: importer.fit(suffix, data))
    if surest.fit(suffix, data) is Fit.NONE:
        raise ImportRefused(name, f"files ending in “{suffix}” are not read. Workbench reads {_kinds()}.")
    return surest


def _by_media_type(name: str, media_type: str) -> Importer | Holder:
    wanted = media_type.split(";", maxsplit=1)[0].strip().lower()
    for importer in IMPORTERS:
        if importer.media_type == wanted:
            return importer
    raise ImportRefused(name, f"“{media_type}” is not a kind of document Workbench reads. It reads {_kinds()}.")


def _kinds() -> str:
    return listed([importer.kind for importer in IMPORTERS])
