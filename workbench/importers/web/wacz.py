"""Web archives as crawlers in browsers keep them (WACZ): a ZIP whose folder "archive" holds WARC files, each of which is opened in turn."""

from __future__ import annotations

import re

from workbench.domain.draft import Contents
from workbench.domain.errors import ImportRefused
from workbench.importers.protocol import Fit
from workbench.importers.web.gathered import Gathered
from workbench.importers.zip_archive import archive_of, bytes_of

_ARCHIVE = re.compile(r"(?:.*/)?archive/[^/]+\.warc(?:\.gz)?", re.IGNORECASE)
_BEGINNING = re.compile(rb"PK\x03\x04.{26}(?:archive/[^/\x00]{1,200}\.warc|datapackage\.json)", re.DOTALL)


class WaczImporter:
    kind = "WACZ"
    suffixes = (".wacz",)
    media_type = "application/wacz"
    modules = ("zipfile", "bz2", "lzma")

    def fit(self, suffix: str, data: bytes) -> Fit:
        """See Format.fit. One without its ending is known by the first file in it."""
        if suffix in self.suffixes:
            return Fit.BY_NAME
        return Fit.BY_CONTENT if _BEGINNING.match(data) and suffix in ("", ".zip") else Fit.NONE

    def open(self, data: bytes, name: str) -> Contents:
        """See Holder.open. What is beside the WARC files is their index and the list of pages, which are made from them."""
        archive, gathered = archive_of(data, name), Gathered()
        for entry in archive.infolist():
            if not _ARCHIVE.fullmatch(entry.filename) or entry.is_dir():
                continue
            try:
                gathered.take(entry.filename, b"" if gathered.is_full else bytes_of(archive, entry))
            except ImportRefused as refusal:
                gathered.refuse(entry.filename, refusal.reason)
        if not gathered.members and not gathered.refused:
            raise ImportRefused(name, "there is no web archive in it: its folder “archive” holds no WARC file.")
        return gathered.contents(name)
