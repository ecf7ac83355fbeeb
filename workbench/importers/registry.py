"""The formats that can be read, and which of them a file is."""

from __future__ import annotations

from pathlib import PurePath

from workbench.domain.errors import ImportRefused
from workbench.importers.html import HtmlImporter
from workbench.importers.markdown import MarkdownImporter
from workbench.importers.plain import PlainImporter
from workbench.importers.protocol import Importer

IMPORTERS: tuple[Importer, ...] = (PlainImporter(), MarkdownImporter(), HtmlImporter())
"""Every importer there is. Adding a format is one file and one entry here."""

SUFFIXES: tuple[str, ...] = tuple(suffix for importer in IMPORTERS for suffix in importer.suffixes)


def importer_for(name: str, data: bytes = b"", media_type: str | None = None) -> Importer:
    """The importer for a file called `name`, or for `media_type` when that is given.

    A page saved under no ending, or as .txt by a browser, is known by its first tag. Raises ImportRefused.
    """
    if media_type is not None:
        for importer in IMPORTERS:
            if importer.media_type == media_type.split(";")[0].strip().lower():
                return importer
        raise ImportRefused(name, f"“{media_type}” is not a kind of document Workbench reads. It reads text, Markdown and HTML.")
    suffix = PurePath(name).suffix.lower()
    if suffix in ("", ".txt") and _looks_like_a_page(data):
        return IMPORTERS[-1]
    for importer in IMPORTERS:
        if suffix in importer.suffixes or (not suffix and importer is IMPORTERS[0]):
            return importer
    raise ImportRefused(name, f"files ending in “{suffix}” are not read. Workbench reads {', '.join(SUFFIXES)}.")


def _looks_like_a_page(data: bytes) -> bool:
    start = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return start.startswith((b"<!doctype html", b"<html"))
