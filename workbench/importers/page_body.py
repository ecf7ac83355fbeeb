"""Which lines of a page are its article, by trafilatura. It only chooses: its own text drops words, so nothing of it is used.

Each line's words get a sign of their own in a copy of the tree; the signs that come out say which lines it kept.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from trafilatura import bare_extraction

from workbench.importers.page_text import PageLine, PageText

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ALPHABETS = tuple(
    "".join(map(chr, signs)) for signs in (range(0x2801, 0x2900), range(0x1D200, 0x1D242), range(0x1F030, 0x1F094), range(0x4DC0, 0x4E00))
)
"""Braille, Greek notation, dominoes, hexagrams: printable, neither letters nor figures, and hardly in an article."""
_WIDTH = 3
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
DEEPEST = 240
"""Levels of elements above which trafilatura is not asked: it calls itself for each."""


def kept_lines(tree: HtmlElement, page: PageText) -> frozenset[int]:
    """The indexes of the lines that trafilatura takes for the article; none where it finds no article. Changes the tree's words."""
    alphabet = next((signs for signs in _ALPHABETS if not set(signs) & set(page.text)), None)
    if alphabet is None or _depth(page.lines) > DEEPEST:
        return frozenset()
    signs = [_sign(index, alphabet) for index in range(min(len(page.lines), len(alphabet) ** _WIDTH))]
    for line, sign in zip(page.lines, signs, strict=False):
        for element, tail in line.nodes:
            words = _CONTROLS.sub(" ", (element.tail if tail else element.text) or "")  # what lxml reads but does not take back
            at = len(words) - len(words.lstrip())
            signed = f"{words[:at]}{sign}{words[at:]}"
            if tail:
                element.tail = signed
            else:
                element.text = signed
    found = bare_extraction(
        copy.deepcopy(tree), include_comments=False, include_tables=True, deduplicate=False, with_metadata=False, fast=True
    )
    text = found.text if found is not None and not isinstance(found, dict) else None
    return frozenset(_read(text or "", alphabet))


def _depth(lines: Iterable[PageLine]) -> int:
    homes = {line.home for line in lines}
    return max((sum(1 for _ in home.iterancestors()) for home in homes), default=0)


def _sign(index: int, alphabet: str) -> str:
    digits = []
    for _ in range(_WIDTH):
        index, digit = divmod(index, len(alphabet))
        digits.append(alphabet[digit])
    return "".join(digits)


def _read(text: str, alphabet: str) -> Iterable[int]:
    value = {sign: at for at, sign in enumerate(alphabet)}
    for found in re.finditer(f"[{re.escape(alphabet)}]{{{_WIDTH}}}", text):
        yield sum(value[sign] * len(alphabet) ** place for place, sign in enumerate(found[0]))
