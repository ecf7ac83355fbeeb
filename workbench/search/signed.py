"""Words of a query with signs of a pattern: beginnings*, w?ldcards, fuzzy~. Pure."""

from __future__ import annotations

import re

from workbench.search.analyser import HAS_UNSPACED, query_words
from workbench.search.diagnostic import Unusable
from workbench.search.tree import Fuzzy, Prefix, Tree, Wildcard

_FUZZY = re.compile(r"([^~*?]+)~([0-9]*)")


def patterned(raw: str, start: int) -> Tree | None:
    """What a word with ~, ? or * in it asks for; None if it has nothing to look for. `start` is its place in the query.

    Raises Unusable, which says what to type instead.
    """
    if match := _FUZZY.fullmatch(raw):
        return _fuzzy(raw, match[1], match[2], start)
    literal = raw.replace("*", "").replace("?", "")
    if "~" in raw or raw.startswith("="):
        raise Unusable(start, len(raw), "=, ~, ? and * cannot be mixed in one word. Use one of them.")
    words = query_words(literal)
    if not words:
        if not literal:
            raise Unusable(start, len(raw), "A pattern needs some letters of the word: ambass*, w?ldcard.")
        return None
    if raw.endswith("*") and raw[:-1] == literal:
        return _prefix(literal, raw, start)
    if len(words) > 1 or words[0].opens or words[0].whole or len(literal) < 2 or not literal.isalnum():
        raise Unusable(start, len(raw), "A pattern is one word of at least two letters, with ? for a letter and * for any: w?ld*.")
    return Wildcard(raw)


def _prefix(literal: str, raw: str, start: int) -> Tree:
    last = query_words(literal)[-1]
    if len(last.surface) < 2 and not HAS_UNSPACED.search(last.surface):
        raise Unusable(start, len(raw), "Type at least two letters before the star.")
    return Prefix(literal)


def _fuzzy(raw: str, text: str, number: str, start: int) -> Tree | None:
    words = query_words(text)
    if not words:
        return None
    distance = int(number[:4]) if number else 1
    if distance not in (1, 2) or text[0] == "=":
        raise Unusable(start, len(raw), "Type word~ or word~1 for one different letter, word~2 for two.")
    if len(words) > 1 or words[0].opens or words[0].whole or not text.isalnum():
        raise Unusable(start, len(raw), "Only a single word can be fuzzy. Put ~ after one word.")
    if len(words[0].surface) < 2 + 2 * distance:
        raise Unusable(start, len(raw), f"A fuzzy word needs at least {2 + 2 * distance} letters, or it would fit nearly everything.")
    return Fuzzy(text, distance)
