"""The words of a sentence in which a quotation is one sign, so that what stands inside it is never read as the article's own words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from workbench.checks.reading.quotations import Quoted
from workbench.domain.spans import Span

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W\d_]{1,5}\.(?=[ \u00a0]\w|,)|\w+(?:[’'`.&/-]\w+)*[’'](?=\s\w)|[@#]?\w+(?:[’'`.&/@-]\w+)*|\.{2,}|[^\w\s]"
)
_ENDED = tuple(",.?!…—–-、。，？！")
_ASKED, _NAME = 120, 7
"""Code points and words behind a question in which the verb must stand that tells who asked it."""
_SHORT_FORMS = frozenset(("s", "d", "ll", "ve", "re", "m"))
_SHORT = 40
"""Code points up to which a quotation without a mark of its own at the end may be part of a name."""


class Kind(Enum):
    """What a token is."""

    WORD = "word"
    MARK = "mark"
    QUOTATION = "quotation"


class Token(NamedTuple):
    """A word, a mark or a whole quotation. `low` is the word in small letters with straight apostrophes made typographic."""

    text: str
    low: str
    start: int
    end: int
    kind: Kind

    @property
    def is_word(self) -> bool:
        return self.kind is Kind.WORD

    @property
    def ended(self) -> bool:
        """Whether a quotation has a mark of its own before its closing mark, as one has that a verb of saying follows."""
        inner = self.text.rstrip("“”„\"«»‘’'」』 ")
        return self.kind is Kind.QUOTATION and inner[-1:] in _ENDED

    @property
    def is_quotation(self) -> bool:
        return self.kind is Kind.QUOTATION


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence, or several that one quotation holds together, as tokens. `first_in_paragraph`: none stands before it on its line."""

    span: Span
    tokens: tuple[Token, ...]
    paragraph: int
    first_in_paragraph: bool


class Piece(NamedTuple):
    """The part of an outermost quotation that stands in one paragraph, with its marks; `group` is the same for all parts of one."""

    start: int
    end: int
    group: int


def pieces(quoted: Sequence[Quoted]) -> list[Piece]:
    """The outermost quotations, cut at paragraphs."""
    found = []
    for group, quotation in enumerate(quoted):
        if quotation.depth > 1:
            continue
        for part in quotation.inner:
            start = quotation.marks.start if part is quotation.inner[0] else part.start - 1
            end = quotation.marks.end if part is quotation.inner[-1] else part.end
            found.append(Piece(start, end, group))
    return found


def units(
    text: str, sentences: Sequence[Span], quotations: Sequence[Piece], pronouns: Container[str] = (), verbs: Container[str] = ()
) -> Iterator[Unit]:
    """The sentences in order, those joined that one quotation reaches over, and a question with the “asked X” behind it.

    A short form behind a pronoun (he’s) is a word of its own.
    """
    starts = [p.start for p in quotations]
    paragraph, last_line, i = -1, -1, 0
    position = 0
    while i < len(sentences):
        start, end = sentences[i]
        i += 1
        while True:
            at = bisect_left(starts, end) - 1
            reach = quotations[at].end if at >= 0 and quotations[at].start >= start else end
            asked = i < len(sentences) and at >= 0 and _asked(text, quotations[at], Span(start, end), sentences[i], verbs)
            if not asked and (reach <= end or i >= len(sentences) or sentences[i].start >= reach):
                break
            end = max(end, sentences[i].end)
            i += 1
        new = last_line < 0 or "\n" in text[position:start]
        paragraph += new
        last_line, position = start, max(start, end - 1)
        inside = quotations[bisect_left(starts, start) : bisect_left(starts, end)]
        yield Unit(Span(start, end), tuple(_tokens(text, start, end, inside, pronouns)), paragraph, new)


def _asked(text: str, quotation: Piece, here: Span, following: Span, verbs: Container[str]) -> bool:
    """Whether a sentence that ends with a quoted question goes on with who asked it."""
    if quotation.end < here.end - 1 or quotation.start < here.start or text[quotation.end - 2 : quotation.end - 1] not in "?!…":
        return False
    if "\n" in text[here.end - 1 : following.start]:
        return False
    words = text[following.start : min(following.end, following.start + _ASKED)].split()[:_NAME]
    return any(word.strip(",.:;").casefold() in verbs for word in words)


def _tokens(text: str, start: int, end: int, quotations: Sequence[Piece], pronouns: Container[str]) -> Iterator[Token]:
    at = start
    for piece in quotations:
        yield from _plain(text, at, piece.start, pronouns)
        yield Token(text[piece.start : piece.end], "", piece.start, min(piece.end, end), Kind.QUOTATION)
        at = piece.end
    yield from _plain(text, at, end, pronouns)


def _plain(text: str, start: int, end: int, pronouns: Container[str]) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, max(start, end)):
        found = match[0]
        word = found[0].isalnum() or (len(found) > 1 and found[0] in "@#")
        low, begin = found.casefold().replace("'", "’"), match.start()
        own, mark, short = low.partition("’")
        if mark and short in _SHORT_FORMS and own in pronouns:
            yield Token(found[: len(own)], own, begin, begin + len(own), Kind.WORD)
            found, low, begin = found[len(own) :], mark + short, begin + len(own)
        yield Token(found, low, begin, match.end(), Kind.WORD if word else Kind.MARK)


def in_name(token: Token) -> bool:
    """Whether a quotation is so short and unended that it may be part of a name or title."""
    return token.is_quotation and token.end - token.start <= _SHORT and not token.ended
