"""One XML part of a document, read as it streams by: no tree is made, so neither its size nor how deeply it is nested costs memory.

A document type definition, and with it every entity, is refused; nothing outside the part is ever looked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from xml.parsers import expat

Attributes = dict[str, str]
Start = Callable[[Attributes], None]
End = Callable[[], None]

_OPEN = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES: dict[str, tuple[str, ...]] = {
    "w": (f"{_OPEN}/wordprocessingml/2006/main", f"{_STRICT}/wordprocessingml/main"),
    "m": (f"{_OPEN}/officeDocument/2006/math", f"{_STRICT}/officeDocument/math"),
    "r": (f"{_OPEN}/officeDocument/2006/relationships", f"{_STRICT}/officeDocument/relationships"),
    "a": (f"{_OPEN}/drawingml/2006/main", f"{_STRICT}/drawingml/main"),
    "c": (f"{_OPEN}/drawingml/2006/chart", f"{_STRICT}/drawingml/chart"),
    "dgm": (f"{_OPEN}/drawingml/2006/diagram", f"{_STRICT}/drawingml/diagram"),
    "wp": (f"{_OPEN}/drawingml/2006/wordprocessingDrawing", f"{_STRICT}/drawingml/wordprocessingDrawing"),
    "mc": (f"{_OPEN}/markup-compatibility/2006",),
    "v": ("urn:schemas-microsoft-com:vml",),
    "o": ("urn:schemas-microsoft-com:office:office",),
    "ct": (f"{_OPEN}/package/2006/content-types",),
    "rel": (f"{_OPEN}/package/2006/relationships",),
    "dc": ("http://purl.org/dc/elements/1.1/",),
    "dcterms": ("http://purl.org/dc/terms/",),
    "office": (f"{_ODF}:office:1.0",),
    "text": (f"{_ODF}:text:1.0",),
    "table": (f"{_ODF}:table:1.0",),
    "draw": (f"{_ODF}:drawing:1.0",),
    "style": (f"{_ODF}:style:1.0",),
    "manifest": (f"{_ODF}:manifest:1.0",),
    "meta": (f"{_ODF}:meta:1.0",),
    "svg": (f"{_ODF}:svg-compatible:1.0",),
    "fo": (f"{_ODF}:xsl-fo-compatible:1.0",),
    "math": ("http://www.w3.org/1998/Math/MathML",),
    "xlink": ("http://www.w3.org/1999/xlink",),
    "xml": ("http://www.w3.org/XML/1998/namespace",),
}
"""Names of namespaces by the prefixes that are used for them here, whatever a file uses."""


class Damaged(Exception):
    """Why a part cannot be read, in words that follow the name of the part."""


def _full(name: str) -> list[str]:
    """A name as the parser gives it: "w:p" is "NAMESPACE p" in each of its namespaces."""
    prefix, _, local = name.rpartition(":")
    return [f"{space} {local}" for space in _SPACES[prefix]] if prefix else [local]


class Part:
    """What a reader of parts does at each element and with the text in it. Elements that it does not name are walked through."""

    def __init__(self) -> None:
        self.starts: dict[str, Start] = {}
        self.ends: dict[str, End] = {}
        self.skipping = 0

    def on(self, names: str, start: Start | None = None, end: End | None = None) -> None:
        """What is done at the start and at the end of elements, given as names with their prefixes."""
        for name in (full for each in names.split() for full in _full(each)):
            if start:
                self.starts[name] = start
            if end:
                self.ends[name] = end

    def skip(self, _attributes: Attributes | None = None) -> None:
        """Passes over the element that has just started, its end too."""
        self.skipping = 1

    def words(self, text: str) -> None:
        """Text between tags; one run of it may come in pieces."""


_NAMES: dict[str, list[str]] = {}


def value(attributes: Attributes, name: str) -> str:
    """An attribute by its name with its prefix, or without one; empty where it is not there."""
    full = _NAMES.get(name) or _NAMES.setdefault(name, _full(name))
    return next((attributes[each] for each in full if each in attributes), "")


def read_part(pieces: Iterable[bytes], part: Part) -> None:
    """Reads one part, given in pieces, from its beginning to its end. Raises Damaged."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.buffer_size = 1 << 16
    starts, ends = part.starts.get, part.ends.get

    def start(name: str, attributes: Attributes) -> None:
        if part.skipping:
            part.skipping += 1
        elif action := starts(name):
            action(attributes)

    def end(name: str) -> None:
        if part.skipping:
            part.skipping -= 1
        elif action := ends(name):
            action()

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = lambda text: None if part.skipping else part.words(text)
    parser.StartDoctypeDeclHandler = _refuse
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Damaged(f"it is damaged ({error})") from error


def _refuse(*_declared: object) -> None:
    raise Damaged("it has a document type definition, which no such document needs and attacks do")
