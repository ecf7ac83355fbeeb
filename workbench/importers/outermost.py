"""The outermost of the elements around one that are of a kind, for many elements of one tree."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Known = dict["HtmlElement", "HtmlElement | None"]
"""The answers so far, for each element that was passed on the way."""


def outermost(element: HtmlElement, known: Known, is_box: Callable[[HtmlElement], bool]) -> HtmlElement | None:
    """The outermost element around one, or itself, of which `is_box` holds; None for none. No element is asked about twice."""
    way: list[HtmlElement] = []
    here: HtmlElement | None = element
    while here is not None and here not in known:
        way.append(here)
        here = here.getparent()
    box = known[here] if here is not None else None
    for passed in reversed(way):
        if box is None and is_box(passed):
            box = passed
        known[passed] = box
    return box
