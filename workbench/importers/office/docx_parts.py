"""What stands in the other parts of a Word document: relations, notes, comments, drawings, properties."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from workbench.importers.office.docx_body import CAPTION, Beside, Body
from workbench.importers.office.docx_styles import Styles
from workbench.importers.office.manuscript import Line
from workbench.importers.office.tracked import comment_head
from workbench.importers.office.xml_parts import Attributes, Part, value


@dataclass(frozen=True, slots=True)
class Relation:
    """Another part that a part points to; `kind` is the last word of its type, such as "footnotes"."""

    kind: str
    target: str


class Relations(Part):
    """The relations of a part that lies in a folder, by their identifiers. What lies outside the document is left out."""

    def __init__(self, folder: str) -> None:
        super().__init__()
        self.by_key: dict[str, Relation] = {}
        self._folder = folder
        self.on("rel:Relationship", self._take)

    def _take(self, attributes: Attributes) -> None:
        if attributes.get("TargetMode", "").lower() == "external":
            return
        kind = attributes.get("Type", "").rpartition("/")[2]
        target = posixpath.normpath(posixpath.join("/" + self._folder, attributes.get("Target", "")))
        self.by_key.setdefault(attributes.get("Id", f"#{len(self.by_key)}"), Relation(kind, target))

    def of(self, *kinds: str) -> list[str]:
        """The targets of some kinds, each once, in order."""
        return list(dict.fromkeys(relation.target for relation in self.by_key.values() if relation.kind in kinds))


class Apart(Body):
    """Notes or comments: each by its identifier, with its lines; of comments also what goes before them."""

    def __init__(self, styles: Styles, beside: Beside) -> None:
        super().__init__(styles, beside)
        self.lines: dict[str, list[Line]] = {}
        self.heads: dict[str, str] = {}
        self._key = ""
        self.on("w:footnote w:endnote w:comment", self._begin, self._end)

    def _begin(self, attributes: Attributes) -> None:
        self._key = value(attributes, "w:id")
        self.heads[self._key] = comment_head(value(attributes, "w:author"), value(attributes, "w:date"))
        self.text.begin_box()

    def _end(self) -> None:
        self.lines.setdefault(self._key, []).extend(self.text.taken())


class Drawing(Part):
    """The words of a diagram or a chart: a paragraph a line, and what its axes and parts are called."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self._parts: list[str] = []
        self._collecting = self._in_names = False
        self.on("a:t", lambda _: self._collect(True), lambda: self._collect(False))
        self.on("a:p", None, self._finish)
        self.on("c:strCache", lambda _: setattr(self, "_in_names", True), lambda: setattr(self, "_in_names", False))
        self.on("c:v", lambda _: self._collect(self._in_names), self._end_name)

    def words(self, text: str) -> None:
        if self._collecting:
            self._parts.append(text)

    def _collect(self, collecting: bool) -> None:
        self._collecting = collecting

    def _end_name(self) -> None:
        self._collecting = False
        self._finish()

    def _finish(self) -> None:
        words = " ".join("".join(self._parts).split())
        self._parts.clear()
        if words:
            self.lines.append([(words, CAPTION)])
