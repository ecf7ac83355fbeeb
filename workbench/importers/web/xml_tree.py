"""XML as a tree, with nothing fetched and no entity of the document's own resolved: bytes in, root out, and whether it is whole."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.domain.errors import ImportRefused
from workbench.importers.decoding import Declared, Decoded, decoded

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARATION = re.compile(r"\s*<\?xml[^<>]{0,200}\?>")
_ENCODING = re.compile(rb"\s*<\?xml[^<>]{0,120}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})")
_PROLOG = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE(?:[^<>\[\"']|\"[^\"]*\"|'[^']*')*+\[", re.DOTALL)
_RAW, _RAW_END = "<![CDATA[", "]]>"
_BARE = re.compile(r"&(?!(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)")
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z][A-Za-z0-9]{1,31};")
_STRANGE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FATAL = "FATAL"
OWN_ENTITIES = (
    "it defines entities of its own, which are not resolved: they can make a small file endless. Save it again with a program that writes"
    " plain XML."
)


@dataclass(frozen=True, slots=True)
class XmlTree:
    """`source` is the document as letters, `fault` says in words where it is damaged; empty for a sound one."""

    root: _Element
    source: str
    found: Decoded
    fault: str


def xml_tree(data: bytes, name: str, encoding: str | None = None) -> XmlTree:
    """The tree of an XML document. What is damaged is read as far as it can be; the names of HTML's letters and bare ampersands, which XML
    does not know, are the letters that they stand for. Raises ImportRefused."""
    from lxml import etree

    declared = _ENCODING.match(data[:400])
    label = declared[1].decode("ascii") if declared else ""
    found = decoded(data, name, encoding=encoding, declared=Declared(label, f"the XML declaration says {label}") if label else None)
    source = _DECLARATION.sub("", _STRANGE.sub("\ufffd", found.text.removeprefix("\ufeff")), count=1)
    if _PROLOG.match(source):
        raise ImportRefused(name, OWN_ENTITIES)
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, recover=True
    )
    try:
        root = etree.fromstring("".join(_mended(source)).encode("utf-8"), parser)
    except (etree.LxmlError, ValueError) as error:
        raise ImportRefused(name, f"0 of {len(data):,} bytes became text: it is no XML that can be read ({str(error)[:200]}).") from error
    if root is None:
        raise ImportRefused(name, f"0 of {len(data):,} bytes became text: it is no XML that can be read.")
    faults = [entry for entry in parser.error_log if entry.level_name == _FATAL]
    return XmlTree(root, source, found, f"line {faults[0].line:,}: {faults[0].message[:120]}" if faults else "")


def _mended(source: str) -> Iterator[str]:
    """The document with ampersands as XML wants them, but for those in raw sections, where they are letters like others."""
    at = 0
    while at < len(source):
        start = source.find(_RAW, at)
        end = source.find(_RAW_END, start) if start >= 0 else -1
        start, end = (start, end) if end >= 0 else (len(source), len(source))
        part = source[at:start]
        yield _NAMED.sub(_resolved, _BARE.sub("&amp;", part)) if "&" in part else part
        yield source[start:end]
        at = end


def _resolved(reference: re.Match[str]) -> str:
    return html.escape(html.unescape(reference[0]), quote=False)


def local_name(element: _Element) -> str:
    """The name of an element without its namespace or prefix; empty for what is none."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""


def words_of(element: _Element | None) -> str:
    """The text in an element as one line; empty for none."""
    return " ".join("".join(map(str, element.itertext())).split()) if element is not None else ""
