"""How much of a page's visible text came through: what a reader drops must be said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNSEEN = re.compile(r"<(script|style|noscript|template|svg)\b[^<>]*>.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_LITTLE = 400
_PARSER_SHARE = 0.7
_KEPT_SHARE = 0.25
_HIDDEN = frozenset({"script", "style", "noscript", "template", "svg", "head", "title"})


def _length(text: str) -> int:
    """Code points without white space."""
    return sum(len(word) for word in text.split())


def source_length(source: str) -> int:
    """Visible code points by the source alone, tags and scripts taken out: a measure that owes nothing to the parser."""
    start = re.search(r"<body\b", source, re.IGNORECASE)
    return _length(_TAG.sub(" ", _UNSEEN.sub(" ", source[start.start() if start else 0 :])))


def visible_length(tree: HtmlElement) -> int:
    """Visible code points in the parsed page."""
    total, hidden = 0, 0
    from lxml import etree

    for event, element in etree.iterwalk(tree, events=("start", "end")):
        unseen = element.tag in _HIDDEN
        if event == "start":
            hidden += unseen
            total += 0 if hidden else _length(element.text or "")
        else:
            hidden -= unseen
            total += 0 if hidden else _length(element.tail or "")
    return total


def loss_warnings(source: str, parsed: int, kept: int, whole: bool) -> tuple[str, ...]:
    """Warnings for text that the parser lost, or that was left out as not belonging to the article.

    `parsed` and `kept` are code points; `whole` says that the main text was not found and all visible text was taken.
    """
    visible = source_length(source)
    warnings = []
    if visible > _LITTLE and parsed < _PARSER_SHARE * visible:
        warnings.append(
            f"The page is damaged or nested too deeply: about {visible - parsed:,} of {visible:,} characters could not be read."
        )
    if whole:
        warnings.append("The article could not be told from the rest of the page: all its visible text was taken.")
    elif parsed > _LITTLE and kept < _KEPT_SHARE * parsed:
        warnings.append(
            f"{kept:,} of about {parsed:,} visible characters were taken as the article; the rest was left out. Compare with the page."
        )
    return tuple(warnings)
