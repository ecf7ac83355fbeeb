"""Word documents (.docx and its kin, transitional and strict): their body, then notes, comments that stand nowhere, headers and footers."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from workbench.domain.draft import Draft
from workbench.domain.errors import ImportRefused
from workbench.importers.note_signs import NOTES, NoteSigns
from workbench.importers.office.docx_body import Beside, Body
from workbench.importers.office.docx_parts import Apart, Drawing, Relations
from workbench.importers.office.docx_styles import Styles
from workbench.importers.office.manuscript import FOOT, HEAD, Line, led, plain_words, set_apart
from workbench.importers.office.office_kinds import WORD, office_kind
from workbench.importers.office.package import Package
from workbench.importers.office.properties import Properties, PropertiesPart
from workbench.importers.office.tracked import COMMENT
from workbench.importers.office.word_processing import Written, drafted
from workbench.importers.protocol import Fit

_APART = ("aFChunk", "subDocument", "package", "oleObject")
"""Kinds of relations to other documents inside this one."""
_MAIN = "word/document.xml"
_NOTHING = "there is no text in it, only pictures or empty paragraphs."


class DocxImporter:
    """Word documents and templates, with macros or without: macros are never looked at."""

    kind = "Word (DOCX)"
    suffixes = (".docx", ".docm", ".dotx", ".dotm")
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    modules = ("zipfile", "bz2", "lzma", "pyexpat")

    def fit(self, suffix: str, data: bytes) -> Fit:
        """See Importer.fit."""
        if office_kind(data) == WORD:
            return Fit.BY_CONTENT
        return Fit.BY_NAME if suffix in self.suffixes else Fit.NONE

    def read(self, data: bytes, name: str, encoding: str | None) -> Draft:
        """See Importer.read. `encoding` changes nothing: the parts of a document are XML and say it themselves."""
        return drafted(_Document(data, name).written(), data, name, "DOCX", self.media_type)


class _Document:
    """One document as it is put together from its parts."""

    def __init__(self, data: bytes, name: str) -> None:
        self._package = Package(data, name)
        self._name = name
        self._warnings: list[str] = []
        self._main, self._root = self._main_part()
        self._relations = self._related(self._main)
        self._styles = Styles()
        self._apart: dict[str, Apart] = {}
        self._met: dict[tuple[str, str], str] = {}  # the sign of each note by kind and identifier, as they are met
        self._signs = NoteSigns()
        self._comments_met: set[str] = set()

    def written(self) -> Written:
        """All of it. Raises ImportRefused where its body cannot be read; of other parts a warning says what is missing."""
        self._read_beside(self._styles, "styles", self._relations.of("styles"))
        beside = Beside(self._note, self._comment, self._drawing)
        for kind in ("comments", "footnotes", "endnotes"):
            self._apart[kind] = Apart(self._styles, Beside() if kind == "comments" else Beside(comment=self._comment))
            self._read_beside(self._apart[kind], kind, self._relations.of(kind))
        body = Body(self._styles, beside)
        self._package.read(self._main, body)
        lines = [*body.text.lines, *self._notes(), *self._other_comments(), *self._edges(body.headers)]
        others = self._relations.of(*_APART)
        self._warn_of(others)
        otherwise = f"its text lies in a document inside it ({_names(others)}). Open it in Word and save it again." if others else _NOTHING
        return Written(lines, body.text.headings, self._properties(), tuple(self._warnings), otherwise)

    def _main_part(self) -> tuple[str, Relations]:
        """The path of the body, by the package's own relations."""
        root = Relations("")
        if "_rels/.rels" in self._package:
            self._package.read("_rels/.rels", root)
        found = next((target for target in root.of("officeDocument") if target in self._package), _MAIN)
        if found not in self._package:
            raise ImportRefused(self._name, "it is no Word document: it has no body (word/document.xml). It may be damaged.")
        return found, root

    def _related(self, path: str) -> Relations:
        folder, base = posixpath.split(path.lstrip("/"))
        relations = Relations(folder)
        beside = f"{folder}/_rels/{base}.rels"
        if beside in self._package:
            self._package.read(beside, relations)
        return relations

    def _read_beside(self, part: Body | Styles | Drawing | PropertiesPart, what: str, paths: list[str]) -> None:
        """Reads the part of that kind, where there is one; a warning where it cannot be read."""
        for path in paths[:1]:
            try:
                self._package.read(path, part)
            except ImportRefused as refusal:
                self._warnings.append(f"The document's {what} could not all be read: {refusal.reason}")

    def _note(self, kind: str, key: str, numbered: bool) -> str:
        """The sign of a note as it is met; empty for one that brings its own."""
        if (kind, key) in self._met:
            return self._met[kind, key]
        self._met[kind, key] = self._signs.next(kind) if numbered else ""
        return self._met[kind, key]

    def _comment(self, key: str) -> list[Line]:
        if key in self._comments_met:
            return []
        self._comments_met.add(key)
        comments = self._apart["comments"]
        return set_apart(led(comments.lines.get(key, []), comments.heads.get(key, "")), COMMENT)

    def _drawing(self, key: str) -> list[Line]:
        relation = self._relations.by_key.get(key)
        if relation is None or relation.target not in self._package:
            return []
        drawing = Drawing()
        self._read_beside(drawing, "drawings", [relation.target])
        return drawing.lines

    def _notes(self) -> Iterator[Line]:
        """Footnotes, then endnotes, as they are met, and then those that are not."""
        for kind, mark in NOTES.items():
            lines = self._apart[f"{kind}s"].lines
            met = [key for its_kind, key in self._met if its_kind == kind]
            for key in dict.fromkeys((*met, *lines)):
                yield from set_apart(led(lines.get(key, []), (sign + " ") if (sign := self._met.get((kind, key), "")) else ""), mark)

    def _other_comments(self) -> Iterator[Line]:
        for key in self._apart["comments"].lines:
            yield from self._comment(key)

    def _edges(self, used: list[str]) -> Iterator[Line]:
        """Headers, then footers, each text once."""
        seen: set[str] = set()
        relations = [relation for key in dict.fromkeys(used) if (relation := self._relations.by_key.get(key))]
        for kind, mark in (("header", HEAD), ("footer", FOOT)):
            for path in dict.fromkeys(relation.target for relation in relations if relation.kind == kind):
                part = Body(self._styles, Beside())
                self._read_beside(part, f"{kind}s", [path])
                lines = part.text.lines
                if (words := plain_words(lines)) not in seen:
                    seen.add(words)
                    yield from set_apart(lines, mark)

    def _properties(self) -> Properties:
        core = PropertiesPart({"dc:title": "title", "dc:creator": "author", "dcterms:modified": "modified"})
        self._read_beside(core, "properties", self._root.of("core-properties"))
        core.said.language = self._styles.language
        return core.said

    def _warn_of(self, others: list[str]) -> None:
        if others:
            count = f"{len(others)} other documents lie" if len(others) > 1 else "another document lies"
            self._warnings.append(f"Inside it {count} whose text is not read here: {_names(others)}.")


def _names(paths: list[str]) -> str:
    names = [posixpath.basename(path)[:60] for path in paths]
    return ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")
