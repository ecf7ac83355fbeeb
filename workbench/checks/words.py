"""Words, sentences and quotations, as the checks count them. Rules of thumb for English news; other languages fall silent."""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.domain.spans import Span

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_NO_END = "".join(rf"(?<!\b{short}.)" for short in ("[A-Z]", "Mr", "Ms", "Dr", "St", "No", "vs", "Mrs"))
# It begins with the sign itself, which the engine looks for twenty times as fast as for what must not stand before it.
_SENTENCE_END = re.compile(rf"[.!?…\n](?:(?<=\n)|{_NO_END}[”’\"')\]]*(?=\s))")
_QUOTES = re.compile(r"“([^“”\n]+)”|\"([^\"\n]+)\"|«([^«»\n]+)»|„([^„“\n]+)“|(?<!\w)‘([^‘’\n]+(?:’\w[^‘’\n]*)*)’(?!\w)")
_COMMON = (
    "a an and are as at be been being but by for from had has have he her his in into is it its of on or our over she that the their"
    " them they this those to was were which who will with would not no we i you also after before than then there"
)
COMMON = frozenset(_COMMON.split())
"""Words too common to say that two sentences speak of the same thing."""
HEDGE = re.compile(
    r"\b(?:alleged(?:ly)?|reportedly|purported(?:ly)?|supposed(?:ly)?|suspected|apparent(?:ly)?|presumed|unconfirmed|possibly"
    r"|(?:may|might|could) have|is said to|are said to)\b",
    re.IGNORECASE,
)
"""Words that take a statement back to a possibility."""
ATTRIBUTION = re.compile(
    r"\b(?:according to|said|says|saying|told|stated|announced|claim(?:s|ed)?|report(?:s|ed)|revealed|confirmed|indicated|argued|wrote"
    r"|citing|quot(?:es|ed|ing)|accus(?:es|ed|ing)|den(?:ies|ied))\b",
    re.IGNORECASE,
)
"""Words that say whose word it is."""


class Word(NamedTuple):
    """A word as written in small letters, and where it stands (code points)."""

    text: str
    span: Span


def words_of(text: str, start: int = 0) -> list[Word]:
    """The words of a text in small letters; `start` is where the text itself stands."""
    return [Word(m[0].casefold().replace("’", "'"), Span(m.start() + start, m.end() + start)) for m in _WORD.finditer(text)]


def content(text: str) -> frozenset[str]:
    """The words that say what a text is about."""
    return frozenset(w.text for w in words_of(text) if w.text not in COMMON and len(w.text) > 1)


def sentence_around(text: str, span: Span) -> Span:
    """The sentence (or sentences) that a span stands in."""
    start = 0
    for match in _SENTENCE_END.finditer(text, max(0, span.start - 2000), span.start):
        start = match.end()
    if not start:
        start = max(0, span.start - 2000)
    after = _SENTENCE_END.search(text, max(span.start, span.end - 1))
    end = after.end() if after else len(text)
    return Span(start + len(text[start:end]) - len(text[start:end].lstrip()), max(end - (after is not None and after[0] == "\n"), span.end))


def sentences(text: str) -> list[Span]:
    """The sentences of a text, a line break ending one."""
    found, start = [], 0
    for match in (*_SENTENCE_END.finditer(text), None):
        end = match.end() if match else len(text)
        piece = text[start:end]
        if words := piece.strip():
            first = start + piece.index(words)
            found.append(Span(first, first + len(words)))
        start = end
    return found


def quotations(text: str, span: Span) -> list[Span]:
    """What stands between quotation marks and touches a span, without the marks."""
    first, last = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    found = []
    for match in _QUOTES.finditer(text, first, last if last >= 0 else len(text)):
        inner = Span(*match.span(match.lastindex or 0))
        if inner.overlaps(span):
            found.append(inner)
    return found
