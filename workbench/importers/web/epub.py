"""Electronic books (EPUB): each chapter, in the order of reading, is read as a page of its own under the title and author of the book."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import unquote

from workbench.domain.draft import Contents
from workbench.domain.errors import ImportRefused
from workbench.importers.protocol import Fit
from workbench.importers.web.gathered import Gathered, file_name
from workbench.importers.web.xml_tree import local_name, words_of, xml_tree
from workbench.importers.zip_archive import archive_of, bytes_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_BEGINNING = re.compile(rb"PK\x03\x04.{26}mimetype.{0,64}?application/epub\+zip", re.DOTALL)
_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""Ways of making fonts unusable elsewhere: no text is locked by them."""
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document"})
LOCKED = "it is locked against copying (DRM), which is not opened. Add an edition without a lock, or copy the passages that matter as text."
_OLD_TABLE = "application/x-dtbncx+xml"
_MOST_TABLES = 4
_NOT_THERE = "the book names it, but it is not in the file."
_NO_PAGE = "it is a picture or something else that is no page of text."


class EpubImporter:
    kind = "EPUB"
    suffixes = (".epub",)
    media_type = "application/epub+zip"
    modules = ("zipfile", "bz2", "lzma")

    def fit(self, suffix: str, data: bytes) -> Fit:
        """See Format.fit. A book says so in the first file of its archive."""
        if _BEGINNING.match(data[:400]):
            return Fit.BY_CONTENT
        return Fit.BY_NAME if suffix in self.suffixes else Fit.NONE

    def open(self, data: bytes, name: str) -> Contents:
        """See Holder.open. The name of each chapter begins with the title of the book."""
        book = _Book(archive_of(data, name), name)
        gathered = Gathered()
        called = file_name(", ".join(part for part in (book.title, book.author) if part), otherwise=name)
        chapters = list(book.chapters())
        width = len(str(len(chapters)))
        for number, chapter in enumerate(chapters, start=1):
            inside = file_name(f"{called} – {number:0{width}} {chapter.title}", ".xhtml")
            try:
                gathered.take(inside, b"" if gathered.is_full else book.page(chapter))
            except ImportRefused as refusal:
                gathered.refuse(inside, refusal.reason)
        if not gathered.members:
            raise ImportRefused(name, gathered.refused[0][1] if gathered.refused else "there is no chapter in this book.")
        return gathered.contents(name)


@dataclass(frozen=True, slots=True)
class _Chapter:
    path: str
    title: str
    media_type: str


class _Book:
    """The package of a book: what it is called, and its chapters. Raises ImportRefused for a file that is none."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name
        container = self._tree("META-INF/container.xml")
        self._package_path = next((e.get("full-path") or "" for e in container.iter() if local_name(e) == "rootfile"), "")
        self._package = self._tree(self._package_path)
        self.title, self.author = (next(self._stated(field), "") for field in ("title", "creator"))
        self._items = {item.get("id") or "": item for item in self._package.iter() if local_name(item) == "item"}
        self._locked = frozenset(self._encrypted())

    def chapters(self) -> Iterator[_Chapter]:
        """The pages in the order of reading."""
        titles = self._titles()
        for reference in self._package.iter():
            item = self._items.get(reference.get("idref") or "") if local_name(reference) == "itemref" else None
            if item is not None:
                path = self._path(self._package_path, item.get("href") or "")
                title = titles.get(path) or posixpath.splitext(posixpath.basename(path))[0]
                yield _Chapter(path, title, (item.get("media-type") or "").lower())

    def page(self, chapter: _Chapter) -> bytes:
        """The bytes of a chapter. Raises ImportRefused."""
        if chapter.path in self._locked:
            raise ImportRefused(chapter.title, LOCKED)
        if chapter.media_type not in _PAGES:
            raise ImportRefused(chapter.title, _NO_PAGE)
        try:
            return bytes_of(self._archive, chapter.path)
        except KeyError as error:
            raise ImportRefused(chapter.title, _NOT_THERE) from error

    def _tree(self, path: str) -> _Element:
        try:
            return xml_tree(bytes_of(self._archive, path), self._name).root
        except KeyError as error:
            raise ImportRefused(self._name, f"it is no book that can be read: “{path[:200]}” is missing in it.") from error

    def _stated(self, field: str) -> Iterator[str]:
        return (words for e in self._package.iter() if local_name(e) == field and (words := words_of(e)))

    @staticmethod
    def _path(base: str, reference: str) -> str:
        """Where a reference leads in the archive, from the file that it stands in."""
        path = unquote(reference.partition("#")[0])
        return posixpath.normpath(posixpath.join(posixpath.dirname(base), path)) if path else ""

    def _encrypted(self) -> Iterator[str]:
        """The paths of what is locked."""
        try:
            tree = self._tree("META-INF/encryption.xml")
        except ImportRefused:
            return
        for entry in (e for e in tree.iter() if local_name(e) == "EncryptedData"):
            inner = list(entry.iter())
            if any(e.get("Algorithm") in _FONTS for e in inner):
                continue
            yield from (self._path("", e.get("URI") or "") for e in inner if local_name(e) == "CipherReference")

    def _titles(self) -> dict[str, str]:
        """What the table of contents calls each page: by the first entry that leads to it."""
        titles: dict[str, str] = {}
        for item in islice(filter(_is_table, self._items.values()), _MOST_TABLES):
            path = self._path(self._package_path, item.get("href") or "")
            try:
                tree = self._tree(path)
            except ImportRefused:
                continue
            for target, words in _points(tree) if item.get("media-type") == _OLD_TABLE else _links(tree):
                titles.setdefault(self._path(path, target), words)
        return titles


def _is_table(item: _Element) -> bool:
    return item.get("media-type") == _OLD_TABLE or "nav" in (item.get("properties") or "").split()


def _links(tree: _Element) -> Iterator[tuple[str, str]]:
    return ((e.get("href") or "", words) for e in tree.iter() if local_name(e) == "a" and (words := words_of(e)))


def _points(tree: _Element) -> Iterator[tuple[str, str]]:
    """The entries of an older table of contents: each has a label and then where it leads."""
    label = ""
    for element in tree.iter():
        if local_name(element) == "navLabel":
            label = words_of(element)
        elif local_name(element) == "content" and label:
            yield element.get("src") or "", label
            label = ""
