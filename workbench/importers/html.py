"""Web pages saved as HTML. The main text is trafilatura's choice; nothing that the page points to is ever fetched or opened."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.domain.draft import Draft
from workbench.domain.entities import Metadatum
from workbench.domain.errors import ImportRefused
from workbench.domain.vocabulary import Field
from workbench.importers.decoding import Declared, decoded
from workbench.importers.drafting import draft_of, there
from workbench.importers.metadata import guessed
from workbench.importers.normalise import normalised
from workbench.importers.protocol import Fit
from workbench.importers.visible import loss_warnings, visible_length
from workbench.importers.zones import proposed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:.-]{2,40})", re.IGNORECASE)
_META_REACH = 4096
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

    def read(self, data: bytes, name: str, encoding: str | None) -> Draft:
        """See Importer.read. A page of which nothing becomes text is refused, never imported empty."""
        from workbench.importers.html_metadata import heading_of, stated
        from workbench.importers.html_text import main_text

        found = decoded(data, name, encoding=encoding, declared=_declared(data))
        source = normalised(found.text)
        tree = _parsed(source, data, name)
        heading = normalised(heading_of(tree))
        fields = stated(tree)
        parsed_length = visible_length(tree)
        main, whole = main_text(source, tree)
        text = there(normalised(main), data, name, _NOTHING)
        if heading and heading not in text[: len(heading) + 400]:
            text = f"{heading}\n{text}"
        zones, too_long = proposed(text, heading)
        warnings = too_long + loss_warnings(source, parsed_length, len(text), whole)
        reader, metadata = f"HTML with trafilatura {_trafilatura_version()}", _merged(guessed(text, zones), fields)
        return draft_of(text, found, self.media_type, reader, metadata=metadata, zones=zones, warnings=warnings)


def _declared(data: bytes) -> Declared | None:
    """The encoding that the page's head names, where it does."""
    found = _META_CHARSET.search(data[:_META_REACH])
    label = found[1].decode("ascii") if found else ""
    return Declared(label, f"the page's meta tag says {label}") if found else None


def _parsed(source: str, data: bytes, name: str) -> HtmlElement:
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    # libxml2's own limits on depth and node size stay on (no huge_tree): what they cut is found by loss_warnings.
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(source.encode("utf-8"), parser=parser)
    except etree.LxmlError as error:
        raise ImportRefused(name, f"0 of {len(data):,} bytes became text: it could not be read as a page ({error}).") from error


def _merged(guesses: dict[Field, Metadatum], fields: dict[Field, Metadatum]) -> dict[Field, Metadatum]:
    """What the page's tags state goes before what its text suggests; the text's own language goes before a template's tag."""
    merged = guesses | {field: value for field, value in fields.items() if field is not Field.LANGUAGE}
    told, seen = fields.get(Field.LANGUAGE), guesses[Field.LANGUAGE]
    if told and (seen.value is None or seen.value == told.value):
        merged[Field.LANGUAGE] = told
    return merged


def _trafilatura_version() -> str:
    from importlib.metadata import version

    return version("trafilatura")
