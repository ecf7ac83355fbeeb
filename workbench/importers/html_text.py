"""The article's text out of a page: trafilatura's choice of blocks, with the repeated paragraphs that it drops put back."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from lxml import etree
from trafilatura import bare_extraction
from trafilatura.utils import load_html

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset(
    {
        "p",
        "li",
        "blockquote",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "pre",
        "td",
        "div",
        "section",
        "article",
        "main",
        "body",
        "tr",
        "ul",
        "ol",
        "table",
    }
)
_REPEATABLE = frozenset({"p", "li", "blockquote"})
_HIDDEN = frozenset({"script", "style", "noscript", "template", "svg", "head", "iframe", "object", "select", "textarea", "button"})
_ASIDE = frozenset({"nav", "footer", "aside", "header", "form"})


_AMPERSAND = re.compile("&(?:amp;?|AMP;?|#0*38;?|#[xX]0*26;?)")
_STAND_INS = "".join(map(chr, range(0x1D200, 0x1D242)))
"""Signs of Greek musical notation: printable, neither letters nor figures, and in no article."""


def main_text(source: str, tree: HtmlElement) -> tuple[str, bool]:
    """The article as lines, and whether it is the whole visible text because no article was found.

    trafilatura drops a paragraph that it has seen before; a chant or a table row may stand twice, so it is put back
    where it stands among its siblings.
    """
    text = _extracted(source)
    if text.strip():
        return "\n".join(_with_repeats([line for line in text.split("\n") if line.strip()], tree)), False
    return visible_text(tree), True


def _extracted(source: str) -> str:
    """trafilatura's text of a page; empty when it finds none.

    It resolves character references once more in what was parsed already, so that a page which shows "&#8238;" would get the
    invisible sign that this names. Another sign stands in for each ampersand until it is done.
    """
    page = load_html(source)  # parsed for itself: trafilatura changes the tree it is given
    if page is None:
        return ""
    told = [*page.itertext(), *(element.get("data-preloaded", "") for element in page.iter("div"))]
    sign = next((sign for sign in _STAND_INS if not any(sign in part for part in told)), None)
    if sign is None:
        return ""  # a page with every sign there is was made to deceive
    _stand_in(page, sign)
    document = bare_extraction(page, include_comments=False, include_tables=True, deduplicate=False, with_metadata=False)
    text = document.text if document is not None and not isinstance(document, dict) else None
    return (text or "").replace(sign, "&")


def _stand_in(page: HtmlElement, sign: str) -> None:
    """Put `sign` for every ampersand of the text; in JSON, which the parser leaves as it is, for those written as a reference."""
    for element in page.iter():
        if element.text and "&" in element.text:
            element.text = _AMPERSAND.sub(sign, element.text) if element.tag == "script" else element.text.replace("&", sign)
        if element.tail and "&" in element.tail:
            element.tail = element.tail.replace("&", sign)
        preloaded = element.get("data-preloaded")
        if preloaded:
            element.set("data-preloaded", _AMPERSAND.sub(sign, preloaded))


def _words(text: str) -> str:
    return " ".join(text.split())


def _with_repeats(lines: list[str], tree: HtmlElement) -> list[str]:
    """`lines` with each dropped repetition put back after the line that precedes it in the page."""
    wanted = {_words(line.removeprefix("- ")): line for line in lines}
    blocks = _siblings_of_kept(tree, wanted)
    if len(blocks) == len(set(blocks)):
        return lines
    left = Counter(_words(line.removeprefix("- ")) for line in lines)
    result: list[str] = []
    at = 0
    for block in blocks:
        if left[block]:
            while at < len(lines):
                line = lines[at]
                at += 1
                result.append(line)
                left[_words(line.removeprefix("- "))] -= 1
                if _words(line.removeprefix("- ")) == block:
                    break
        else:
            result.append(wanted[block])
    return result + lines[at:]


def _siblings_of_kept(tree: HtmlElement, wanted: dict[str, str]) -> list[str]:
    """The kept paragraphs in page order; a repetition counts only beside its first occurrence, under the same parent."""
    home: dict[str, object] = {}
    found: list[str] = []
    skipped = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if element.tag in _ASIDE:
            skipped += 1 if event == "start" else -1
        if event == "start" and not skipped and element.tag in _REPEATABLE:
            words = _words("".join(element.itertext()))
            if words in wanted:
                parent = element.getparent()
                if home.setdefault(words, parent) is parent:
                    found.append(words)
    return found


def visible_text(tree: HtmlElement) -> str:
    """All visible text of the page, a line for each block, without what scripts and styles say."""
    lines: list[str] = []
    current: list[str] = []
    hidden = 0

    def flush() -> None:
        line = _words("".join(current))
        current.clear()
        if line:
            lines.append(line)

    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if element.tag in _HIDDEN:
            hidden += 1 if event == "start" else -1
        if element.tag in _BLOCKS or element.tag == "br" or element.tag == "h1":
            flush()
        words = element.text if event == "start" else element.tail
        if words and not hidden:
            current.append(words)
    flush()
    return "\n".join(lines)
