"""What is pasted rather than typed as a query: sentences, paths and addresses. Which signs in them are no operators, and what of them
is looked for. Pure."""

from __future__ import annotations

import re

from workbench.search.analyser import query_words
from workbench.search.diagnostic import Unusable
from workbench.search.signed import patterned
from workbench.search.tree import KEY_FIELDS, TEXT_FIELDS, Phrase, Word

QUOTES = '"“”„«»'
FIELDS = (*TEXT_FIELDS, *KEY_FIELDS, "published")
OPERATORS = ("AND", "OR", "NOT")
LEAST = 4
"""Words of what reads as a text: with fewer, a sign that does not fit is a slip in a query that is being typed."""
_HEBREW = "[\u05d0-\u05ea]"
_IN_WORD = re.compile(rf"(?<={_HEBREW})[{QUOTES}](?={_HEBREW})")
_CLOSING = re.compile(rf"(?<=\S)[{QUOTES}](?=[\s),.?!]|$)")
_GERSHAYIM = "\u05f4"
_FIELD = re.compile(rf"(?:{'|'.join(FIELDS)}):(?:[{QUOTES}][^{QUOTES}]*[{QUOTES}]|[^\s()]+)", re.IGNORECASE)
_RUN = re.compile(rf"{_FIELD.pattern}|\S+", re.IGNORECASE)
_SIGNS = re.compile(rf"[{QUOTES}()\[\]{{}}<>|:;*?!~=/\\@#&%+^$…–—•·_]+")
_ENDS_SENTENCE = re.compile(r"[^*?~=]*[^\W_][^\w*?~=]*\?[^\w*~=]*")
_ADDRESS = re.compile(r"[/\\@:&%#]|(?<=\w)=(?=\w)")
_PATH = re.compile(r"/[\w.-]+(?:/[\w.-]+)+/")


def settled(text: str) -> str:
    """The text, as long as before, with the straight marks in Hebrew acronyms as the Hebrew ones, so that they begin no quotation.

    A mark that another one closes at the end of the word begins one all the same: a letter may stand before a name in quotation marks.
    """
    marks = [match.start() for match in _IN_WORD.finditer(text)]
    if not marks:
        return text
    others = [at for at, sign in enumerate(text) if sign in QUOTES and at not in marks]
    signs = list(text)
    for at in marks:
        closing = next((other for other in others if other > at), None)
        alone = len(others) % 2 and closing is not None and _CLOSING.match(text, closing)
        if alone:
            others.append(at)
        else:
            signs[at] = _GERSHAYIM
    return "".join(signs)


def runs(text: str) -> list[tuple[int, str]]:
    """The runs of signs between spaces, with their places; a field with its value is one."""
    return [(match.start(), match.group()) for match in _RUN.finditer(text)]


def is_field(run: str) -> bool:
    """Whether a run is a field with a value."""
    return _FIELD.fullmatch(run) is not None


def worded(text: str) -> int:
    """How many runs have words to look for in the text."""
    return sum(not is_field(run) and run not in OPERATORS and bool(query_words(run)) for _, run in runs(text))


def reads_as_text(text: str) -> bool:
    """Whether this was hardly typed as a query: several words, and nothing that only queries have."""
    asked = any(run in OPERATORS or _is_pattern(run) for _, run in runs(text) if not is_field(run))
    return not asked and worded(text) >= LEAST


def _is_pattern(run: str) -> bool:
    """Whether a run has a star or ~ as a query has it."""
    try:
        return ("*" in run or "~" in run) and patterned(run.strip("()"), 0) is not None
    except Unusable:
        return False


def ends_sentence(run: str) -> bool:
    """Whether the question mark in a run is one: nothing but other marks comes after it."""
    return _ENDS_SENTENCE.fullmatch(run) is not None


def is_address(run: str) -> bool:
    """Whether a run has signs of a path or an address."""
    return _ADDRESS.search(run) is not None


def is_path(run: str) -> bool:
    """Whether what stands between slashes is a path from the root: names and nothing that a pattern would have."""
    return _PATH.fullmatch(run) is not None


def as_words(run: str) -> Word | Phrase | None:
    """A run of signs as the words in it, next to each other; None when there are none. None of its signs means anything any more."""
    words = [word for part in _SIGNS.sub(" ", run).split() if query_words(word := part.strip("-.,'’‘"))]
    if not words:
        return None
    return Word(words[0]) if len(words) == 1 and words[0] not in OPERATORS else Phrase(" ".join(words))
