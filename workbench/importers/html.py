"""Web pages saved as HTML: all their text, with zones over it. Nothing that the page points to is ever fetched or opened."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from workbench.domain.draft import Draft
from workbench.domain.entities import Metadatum
from workbench.domain.errors import ImportRefused
from workbench.domain.vocabulary import Confidence, Field
from workbench.importers.decoding import Declared, Decoded, decoded
from workbench.importers.drafting import draft_of, there
from workbench.importers.metadata import guessed
from workbench.importers.normalise import normalised
from workbench.importers.page import Known
from workbench.importers.protocol import Fit
from workbench.importers.readings import numbered
from workbench.importers.visible import loss_warnings
from workbench.importers.without import without
from workbench.importers.zones import proposed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:.-]{2,40})", re.IGNORECASE)
_META_REACH = 4096
_WHOLE = "The article could not be told from the rest of the page: all its visible text was taken."
_NOTHING = "the page may be empty, damaged, or written by scripts."


class HtmlImporter:
    """Pages as a browser saves them. lxml and trafilatura are imported at the first page, not before."""

    kind = "HTML"
    suffixes = (".html", ".htm", ".xhtml")
    media_type = "text/html"
    modules: tuple[str, ...] = ()

    def fit(self, suffix: str, data: bytes) -> Fit:
        """See Importer.fit. A page saved under no ending or under another one is known by its first tag."""
        start = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
        if start.startswith((b"<!doctype html", b"<html")):
            return Fit.BY_CONTENT
        return Fit.BY_NAME if suffix in self.suffixes else Fit.NONE

    def read(self, data: bytes, name: str, encoding: str | None, sent: Declared | None = None) -> Draft:
        """See Importer.read. A page of which nothing becomes text is refused, never imported empty. `sent` is the encoding that the server
        named when it sent the page: it goes before the page's own word."""
        return self.page(decoded(data, name, encoding=encoding, declared=sent or declared_in(data)), data, name)

    def page(self, found: Decoded, data: bytes, name: str) -> Draft:
        """The draft for the letters of a page; `data` is what they were. Raises ImportRefused."""
        from workbench.importers.html_metadata import Stated
        from workbench.importers.page_body import kept_lines
        from workbench.importers.page_data import article_body
        from workbench.importers.page_parts import Parts, quoted_lines
        from workbench.importers.page_text import page_text

        source = normalised(found.text)
        tree = parsed(source, data, name)
        stated, alone = Stated(tree, source), article_body(tree)
        heading, fields = stated.heading, stated.fields()
        page = page_text(tree)
        warnings = loss_warnings(source, page.text)
        if alone and len(page.text) < len(alone):
            text, known, others = f"{page.text}\n{alone}".lstrip("\n"), Known(heading), frozenset[int]()
            warnings += ("The page shows little or nothing without its scripts: its article was taken from the page's data (JSON-LD).",)
        else:
            kept = kept_lines(tree, page)
            text, known, others = page.text, Parts(page, kept).known(heading), quoted_lines(page)
            warnings += () if kept or not page.lines else (_WHOLE,)
        zones, too_long = proposed(there(text, data, name, _NOTHING), known)
        metadata = _merged(guessed(*without(text, zones, others | set(known.aside)), text, zones), fields)
        reader = f"{numbered(self.kind, self.media_type)} with trafilatura {_trafilatura_version()}"
        return draft_of(text, found, self.media_type, reader, metadata=metadata, zones=zones, warnings=too_long + warnings)


def declared_in(data: bytes) -> Declared | None:
    """The encoding that the page's head names, where it does."""
    found = _META_CHARSET.search(data[:_META_REACH])
    label = found[1].decode("ascii") if found else ""
    return Declared(label, f"the page's meta tag says {label}") if found else None


def parsed(source: str, data: bytes, name: str) -> HtmlElement:
    """The tree of a page. Raises ImportRefused."""
    from lxml import etree
    from lxml.html import HtmlElement, document_fromstring

    # 2,048 levels of elements instead of 255; what is cut below that is found by loss_warnings.
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    # One class for every element: lxml's own choice among several is made in Python each time that an element is met again.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
    try:
        return document_fromstring(source.encode("utf-8"), parser=parser)
    except etree.LxmlError as error:
        raise ImportRefused(name, f"0 of {len(data):,} bytes became text: it could not be read as a page ({error}).") from error


def _merged(guesses: dict[Field, Metadatum], fields: dict[Field, Metadatum]) -> dict[Field, Metadatum]:
    """What the page's tags state goes before what its text suggests; only a text that is surely in another language outdoes its tag."""
    merged = guesses | {field: value for field, value in fields.items() if field is not Field.LANGUAGE}
    told, seen = fields.get(Field.LANGUAGE), guesses[Field.LANGUAGE]
    if told and (seen.confidence is not Confidence.HIGH or seen.value == told.value):
        merged[Field.LANGUAGE] = told
    return merged


@cache
def _trafilatura_version() -> str:
    from importlib.metadata import version

    return version("trafilatura")
