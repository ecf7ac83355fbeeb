"""The styles of a Word document: which make a paragraph its title or a heading, and which hide or strike out what has them."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.importers.office.manuscript import HEADING, TITLE
from workbench.importers.office.xml_parts import Attributes, Part, value

_RANKS = {"title": TITLE, "heading 1": HEADING}
"""By the names of styles, which are the same in every language of Word."""
_DEEPEST = 50
_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(slots=True)
class Style:
    """One style as it is written: None for what it leaves to the style on which it is based."""

    name: str = ""
    based_on: str = ""
    hidden: bool | None = None
    struck: bool | None = None
    raised: str | None = None


def is_on(attributes: Attributes) -> bool:
    """Whether a property that is there is on."""
    return value(attributes, "w:val").lower() not in _OFF


class Styles(Part):
    """The part styles.xml, and afterwards what each style comes to with those on which it is based."""

    def __init__(self) -> None:
        super().__init__()
        self._styles: dict[str, Style] = {}
        self._now = Style()
        self._whole: dict[str, Style] = {}
        self.language = ""
        self.on("w:style", self._begin)
        self.on("w:name", self._name)
        self.on("w:basedOn", self._based)
        self.on("w:vanish", lambda a: setattr(self._now, "hidden", is_on(a)))
        self.on("w:strike w:dstrike", self._strike)
        self.on("w:vertAlign", lambda a: setattr(self._now, "raised", value(a, "w:val")))
        self.on("w:lang", self._language)
        self.on("w:tblStylePr w:rPrChange w:pPrChange", self.skip)

    def _begin(self, attributes: Attributes) -> None:
        self._now = self._styles[value(attributes, "w:styleId")] = Style()

    def _name(self, attributes: Attributes) -> None:
        self._now.name = value(attributes, "w:val").casefold()

    def _based(self, attributes: Attributes) -> None:
        self._now.based_on = value(attributes, "w:val")

    def _strike(self, attributes: Attributes) -> None:
        self._now.struck = is_on(attributes) or bool(self._now.struck)

    def _language(self, attributes: Attributes) -> None:
        self.language = self.language or value(attributes, "w:val")

    def of(self, name: str) -> Style:
        """A style by its identifier; one that says nothing where there is none."""
        found = self._whole.get(name)
        if found is None:
            found = self._whole[name] = self._summed(name)
        return found

    def rank(self, name: str) -> int | None:
        """What a paragraph in a style is; a style without a name goes by its identifier."""
        return _RANKS.get(self.of(name).name or {"title": "title", "heading1": "heading 1"}.get(name.casefold(), ""))

    def _summed(self, name: str) -> Style:
        found, own = Style(), self._styles.get(name)
        for _ in range(_DEEPEST):
            if own is None:
                break
            found.name = found.name if found.name in _RANKS else own.name or found.name
            found.hidden = own.hidden if found.hidden is None else found.hidden
            found.struck = own.struck if found.struck is None else found.struck
            found.raised = own.raised if found.raised is None else found.raised
            own = self._styles.get(own.based_on)
        return found
