"""OpenDocument texts (.odt, .ott, and .fodt in one XML file): their body, then notes and the heads and feet of pages."""

from __future__ import annotations

import posixpath

from workbench.domain.draft import Draft
from workbench.domain.errors import ImportRefused
from workbench.importers.office.manuscript import Line
from workbench.importers.office.odt_body import Body
from workbench.importers.office.odt_styles import Styles
from workbench.importers.office.office_kinds import TEXT_ODF, office_kind
from workbench.importers.office.package import Package
from workbench.importers.office.properties import PropertiesPart
from workbench.importers.office.word_processing import Written, drafted
from workbench.importers.office.xml_parts import Attributes, Damaged, Part, read_part
from workbench.importers.protocol import Fit

_FLAT_REACH = 16_384
_LOCKED = "it is protected with a password. Open it in the program that made it, save it without the password, and add that."
_NOTHING = "there is no text in it, only pictures or empty paragraphs."


class OdtImporter:
    """Texts of LibreOffice and other programs, and their templates."""

    kind = "OpenDocument text (ODT)"
    suffixes = (".odt", ".ott", ".fodt")
    media_type = "application/vnd.oasis.opendocument.text"
    modules = ("zipfile", "bz2", "lzma", "pyexpat")

    def fit(self, suffix: str, data: bytes) -> Fit:
        """See Importer.fit."""
        if office_kind(data) == TEXT_ODF or _is_flat(data):
            return Fit.BY_CONTENT
        return Fit.BY_NAME if suffix in self.suffixes else Fit.NONE

    def read(self, data: bytes, name: str, encoding: str | None) -> Draft:
        """See Importer.read. `encoding` changes nothing: the parts of a document are XML and say it themselves."""
        written = _flat(data, name) if data.lstrip()[:1] == b"<" or data[:1] in b"\xef\xff\xfe" else _Document(data, name).written()
        return drafted(written, data, name, "ODT", self.media_type)


def _is_flat(data: bytes) -> bool:
    start = data[:_FLAT_REACH]
    return b":office:1.0" in start and b"<office:document" in start and b"opendocument.text" in start


def _flat(data: bytes, name: str) -> Written:
    styles, meta = Styles(), _meta()
    body = Body(styles)
    try:
        read_part([data], meta)
        read_part([data], body)
    except Damaged as fault:
        raise ImportRefused(name, f"it cannot be read as a document: {fault}.") from fault
    return _written(body, styles, meta, body, ())


def _written(body: Body, styles: Styles, meta: PropertiesPart, paged: Body, warnings: tuple[str, ...]) -> Written:
    apart = body.apart()
    meta.said.language = meta.said.language or styles.language
    lines = [*body.text.lines, *apart, *paged.edges()]
    return Written(lines, body.text.headings, meta.said, warnings, _NOTHING)


def _meta() -> PropertiesPart:
    """A reader of what a document says of itself; in one file with the document it passes over the text."""
    part = PropertiesPart({"dc:title": "title", "meta:initial-creator": "author", "dc:date": "modified", "dc:language": "language"})
    part.on("office:body", part.skip)
    return part


class _Document:
    """One document as it is put together from its parts."""

    def __init__(self, data: bytes, name: str) -> None:
        self._package = Package(data, name)
        self._name = name
        self._warnings: list[str] = []

    def written(self) -> Written:
        """All of it. Raises ImportRefused where its body cannot be read; of other parts a warning says what is missing."""
        self._refuse_locked()
        common, meta = Styles(), _meta()
        paged = Body(common)
        self._read_beside("styles.xml", paged)
        self._read_beside("meta.xml", meta)
        styles = Styles(common)
        body = Body(styles, self._inside)
        self._package.read("content.xml", body)
        return _written(body, styles, meta, paged, tuple(self._warnings))

    def _refuse_locked(self) -> None:
        manifest = _Manifest()
        self._read_beside("META-INF/manifest.xml", manifest)
        if manifest.is_locked or "encrypted-package" in self._package:
            raise ImportRefused(self._name, _LOCKED)

    def _read_beside(self, path: str, part: Part) -> None:
        if path not in self._package:
            return
        try:
            self._package.read(path, part)
        except ImportRefused as refusal:
            self._warnings.append(f"A part of the document could not be read: {refusal.reason}")

    def _inside(self, path: str) -> tuple[list[Line], bool]:
        """The lines of a formula or a chart inside the document."""
        inside = Body(Styles())
        folder = posixpath.normpath(path)
        if path and folder != ".":
            self._read_beside(posixpath.join(folder, "content.xml"), inside)
        return list(inside.text.lines), inside.is_formula


class _Manifest(Part):
    """The list of parts: whether any of them is encrypted."""

    def __init__(self) -> None:
        super().__init__()
        self.is_locked = False
        self.on("manifest:encryption-data", self._lock)

    def _lock(self, _attributes: Attributes) -> None:
        self.is_locked = True
