"""The styles of an OpenDocument text: which make a paragraph its title, and which hide, strike out or raise what has them."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.importers.office.xml_parts import Attributes, Part, value

_DEEPEST = 50


@dataclass(slots=True)
class Style:
    """One style as it is written: None for what it leaves to the style on which it is based."""

    based_on: str = ""
    is_title: bool = False
    hidden: bool | None = None
    struck: bool | None = None
    raised: str | None = None  # "superscript", "subscript" or empty


class Styles:
    """Styles by family and name. Those that a part makes for itself go before the document's own."""

    def __init__(self, common: Styles | None = None) -> None:
        self.language: str = common.language if common else ""
        self._common = common
        self._styles: dict[tuple[str, str], Style] = {}
        self._whole: dict[tuple[str, str], Style] = {}
        self._now = Style()

    def listen(self, part: Part) -> None:
        """Has a part tell its styles as they are read."""
        part.on("style:style", self._begin)
        part.on("style:text-properties", self._properties)

    def _begin(self, attributes: Attributes) -> None:
        name = value(attributes, "style:name")
        self._now = Style(value(attributes, "style:parent-style-name"), "Title" in (name, value(attributes, "style:display-name")))
        self._styles[value(attributes, "style:family"), name] = self._now

    def _properties(self, attributes: Attributes) -> None:
        display, position = value(attributes, "text:display"), value(attributes, "style:text-position")
        line = value(attributes, "style:text-line-through-style") or value(attributes, "style:text-line-through-type")
        style = self._now
        style.hidden = display == "none" if display else style.hidden
        style.struck = line != "none" if line else style.struck
        style.raised = _shift(position) if position else style.raised
        self.language = self.language or value(attributes, "fo:language").replace("none", "")

    def of(self, family: str, name: str) -> Style:
        """A style with those on which it is based; one that says nothing where there is none."""
        found = self._whole.get((family, name))
        if found is None:
            found = self._whole[family, name] = self._summed(family, name)
        return found

    def written(self, family: str, name: str) -> Style | None:
        """A style as it is written, here or among the document's own."""
        own = self._styles.get((family, name))
        return self._common.written(family, name) if own is None and self._common else own

    def _summed(self, family: str, name: str) -> Style:
        found = Style()
        for _ in range(_DEEPEST):
            own = self.written(family, name)
            if own is None:
                break
            found.is_title |= own.is_title
            found.hidden = own.hidden if found.hidden is None else found.hidden
            found.struck = own.struck if found.struck is None else found.struck
            found.raised = own.raised if found.raised is None else found.raised
            name = own.based_on
        return found


def _shift(position: str) -> str:
    """ "super 58%" and "33% 58%" are raised, "sub 58%" and "-33% 58%" lowered."""
    where = position.split(maxsplit=1)[0] if position.split() else ""
    if where == "super" or (where.endswith("%") and where[:-1].strip("0.-") and not where.startswith("-")):
        return "superscript"
    return "subscript" if where == "sub" or where.startswith("-") else ""
