"""The query language: what an analyst types, as a tree or as a reason why not.

Words are ANDed; OR, NOT or -, parentheses; "a phrase"; "near words"~5; prefix*; w?ldcard*; fuzzy~ or fuzzy~2; =exact;
publisher: title: author: origin: with words; lang: status: in: claim: zone: with a value; published: with dates.
No input raises. A query that cannot be used has no tree, and a diagnostic that points at the place and says what to type;
a part that has nothing to look for is left out, and a diagnostic says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.search.analyser import HAS_UNSPACED, query_words
from workbench.search.tree import (
    KEY_FIELDS,
    TEXT_FIELDS,
    Field,
    Fuzzy,
    Key,
    Near,
    Not,
    Phrase,
    Prefix,
    Tree,
    Wildcard,
    Word,
    conjunction,
    disjunction,
)
from workbench.search.values import dates, key_value

MAX_LENGTH = 2_000
MAX_DEPTH = 20
MAX_TERMS = 100
MAX_DISTANCE = 100

_QUOTES = '"“”„«»'
_SPACE = re.compile(r"\s*")
_RUN = re.compile(rf"[^\s(){_QUOTES}]+")
_QUOTE = re.compile(rf"[{_QUOTES}]")
_DATES = re.compile(rf"(?:[{_QUOTES}][^{_QUOTES}]*[{_QUOTES}]|[^\s(){_QUOTES}])+")
"""Dates, of which those of several words stand in quotation marks: >"18 Oct 2024"."""
_FIELD = re.compile(r"([A-Za-z]+):(?!//)")
_PHRASE = re.compile(rf"[{_QUOTES}]([^{_QUOTES}]*)[{_QUOTES}](?:~([0-9]*))?")
_FUZZY = re.compile(r"([^~*?]+)~([0-9]*)")
_FIELDS = (*TEXT_FIELDS, *KEY_FIELDS, "published")
_FIELD_LIST = ", ".join(f"{name}:" for name in _FIELDS)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something about the code points [position, position + length) of the query, in plain words."""

    position: int
    length: int
    message: str


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """`tree` is None when the query cannot be used; then there is at least one diagnostic."""

    tree: Tree | None
    diagnostics: tuple[Diagnostic, ...]


def parse(text: str) -> ParsedQuery:
    """Read a query. Never raises."""
    if len(text) > MAX_LENGTH:
        over = f"The query is longer than {MAX_LENGTH:,} characters. Shorten it."
        return ParsedQuery(None, (Diagnostic(MAX_LENGTH, len(text) - MAX_LENGTH, over),))
    parser = _Parser(text)
    try:
        tree = parser.query()
    except _Unusable as unusable:
        return ParsedQuery(None, (*parser.notes, unusable.diagnostic))
    if tree is None:
        parser.notes.append(Diagnostic(0, len(text), "There is nothing to look for yet. Type a word."))
    return ParsedQuery(tree, tuple(parser.notes))


class _Unusable(Exception):
    def __init__(self, position: int, length: int, message: str) -> None:
        super().__init__(message)
        self.diagnostic = Diagnostic(position, length, message)


class _Parser:
    """Recursive descent over the text itself; depth and number of terms are counted on the way down."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.terms = 0
        self.notes: list[Diagnostic] = []

    def query(self) -> Tree | None:
        tree = self._any(0)
        if not self.text.startswith(")", self.at):
            return tree
        raise _Unusable(self.at, 1, "This closing parenthesis has no opening one. Remove it, or put “(” before the group.")

    def _any(self, depth: int) -> Tree | None:
        parts = [self._all(depth)]
        while self._operator("OR"):
            if self._ended():
                raise self._lonely("OR", self.at - 1, 1)
            parts.append(self._all(depth))
        found = [part for part in parts if part is not None]
        return disjunction(found) if found else None

    def _all(self, depth: int) -> Tree | None:
        parts: list[Tree | None] = []
        waiting = False
        while not self._ended():
            if word := self._peek_operator(("AND", "OR")):
                if not parts or waiting:
                    raise self._lonely(word, self.at, len(word))
                if word == "OR":
                    break
                waiting = self._operator("AND")
            else:
                parts.append(self._one(depth))
                waiting = False
        if waiting:
            raise self._lonely("AND", self.at - 1, 1)
        found = [part for part in parts if part is not None]
        return conjunction(found) if found else None

    def _lonely(self, word: str, position: int, length: int) -> _Unusable:
        return _Unusable(position, length, f"{word} needs a word on both sides. Type one, or remove {word}.")

    def _one(self, depth: int) -> Tree | None:
        if depth > MAX_DEPTH:
            raise _Unusable(self.at, 1, f"Groups can be at most {MAX_DEPTH} deep. Take out some parentheses or NOTs.")
        if self._operator("NOT") or self._minus():
            if self._ended() or self._peek_operator(("AND", "OR")):
                raise _Unusable(max(0, self.at - 1), 1, "NOT needs a word after it. Type one, or remove NOT.")
            child = self._one(depth + 1)
            return None if child is None else Not(child)
        if self.text[self.at] == "(":
            return self._group(depth)
        return self._term()

    def _group(self, depth: int) -> Tree | None:
        opened = self.at
        self.at += 1
        tree = self._any(depth + 1)
        if not self.text.startswith(")", self.at):
            raise _Unusable(opened, 1, "This parenthesis is not closed. Type “)” where the group ends.")
        self.at += 1
        return tree

    def _ended(self) -> bool:
        self._skip()
        return self.at >= len(self.text) or self.text[self.at] == ")"

    def _skip(self) -> None:
        match = _SPACE.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def _peek_operator(self, words: tuple[str, ...]) -> str:
        self._skip()
        match = _RUN.match(self.text, self.at)
        return match.group() if match and match.group() in words else ""

    def _operator(self, word: str) -> bool:
        if not self._peek_operator((word,)):
            return False
        self.at += len(word)
        self._skip()
        return True

    def _minus(self) -> bool:
        if not self.text.startswith("-", self.at) or not self.text[self.at + 1 : self.at + 2].strip():
            return False
        self.at += 1
        return True

    def _term(self) -> Tree | None:
        self.terms += 1
        if self.terms > MAX_TERMS:
            raise _Unusable(self.at, 1, f"A query can have at most {MAX_TERMS} words and fields. Take some out.")
        match = _FIELD.match(self.text, self.at)
        if match and match[1].lower() in _FIELDS:
            self.at = match.end()
            return self._field(match[1].lower(), match.start())
        if match:
            message = f"There is no field “{match[1]}:”. Fields are {_FIELD_LIST}. To look for the words themselves, put them in quotes."
            raise _Unusable(match.start(), len(match.group()), message)
        return self._text_term()

    def _text_term(self) -> Tree | None:
        start = self.at
        exact = self.text.startswith("=", start) and self.text[start + 1 : start + 2] in tuple(_QUOTES)
        if exact or self.text[start] in _QUOTES:
            self.at += exact
            return self._phrase(exact)
        raw = self._run()
        return self._word(raw, start)

    def _run(self, form: re.Pattern[str] = _RUN) -> str:
        match = form.match(self.text, self.at)
        raw = match.group() if match else ""
        self.at += len(raw)
        return raw

    def _phrase(self, exact: bool) -> Tree | None:
        start = self.at
        match = _PHRASE.match(self.text, start)
        if not match:
            raise _Unusable(start, len(self.text) - start, "The quotation is not closed. Type a quotation mark where it ends.")
        self.at = match.end()
        words = " ".join(match[1].split())
        if not query_words(words):
            self._left_out(match.group(), start)
            return None
        if match[2] is None:
            return Phrase(words, exact)
        distance = int(match[2][:4]) if match[2] else 5
        if exact or distance > MAX_DISTANCE:
            raise _Unusable(start, len(match.group()), f'Type "words near each other"~5, with a number up to {MAX_DISTANCE}.')
        return Near(words, distance)

    def _word(self, raw: str, start: int) -> Tree | None:
        if "*" in raw or "?" in raw or "~" in raw:
            tree = self._pattern(raw, start)
            if tree is None:
                self._left_out(raw, start)
            return tree
        exact = len(raw) > 1 and raw[0] == "="
        text = raw[1:] if exact else raw
        if query_words(text):
            return Word(text, exact)
        self._left_out(raw, start)
        return None

    def _pattern(self, raw: str, start: int) -> Tree | None:
        if match := _FUZZY.fullmatch(raw):
            return self._fuzzy(raw, match[1], match[2], start)
        literal = raw.replace("*", "").replace("?", "")
        if "~" in raw or raw[0] == "=":
            raise _Unusable(start, len(raw), "=, ~, ? and * cannot be mixed in one word. Use one of them.")
        words = query_words(literal)
        if not words:
            if not literal:
                raise _Unusable(start, len(raw), "A pattern needs some letters of the word: ambass*, w?ldcard.")
            return None
        if raw.endswith("*") and raw[:-1] == literal:
            return self._prefix(literal, raw, start)
        if len(words) > 1 or words[0].opens or words[0].whole or len(literal) < 2 or not literal.isalnum():
            raise _Unusable(start, len(raw), "A pattern is one word of at least two letters, with ? for a letter and * for any: w?ld*.")
        if raw.endswith("?"):
            self.notes.append(Diagnostic(start + len(raw) - 1, 1, "“?” stands for one letter. Without it, the word itself is looked for."))
        return Wildcard(raw)

    def _prefix(self, literal: str, raw: str, start: int) -> Tree:
        last = query_words(literal)[-1]
        if len(last.surface) < 2 and not HAS_UNSPACED.search(last.surface):
            raise _Unusable(start, len(raw), "Type at least two letters before the star.")
        return Prefix(literal)

    def _fuzzy(self, raw: str, text: str, number: str, start: int) -> Tree | None:
        words = query_words(text)
        if not words:
            return None
        distance = int(number[:4]) if number else 1
        if distance not in (1, 2) or text[0] == "=":
            raise _Unusable(start, len(raw), "Type word~ or word~1 for one different letter, word~2 for two.")
        if len(words) > 1 or words[0].opens or words[0].whole or not text.isalnum():
            raise _Unusable(start, len(raw), "Only a single word can be fuzzy. Put ~ after one word.")
        if len(words[0].surface) < 2 + 2 * distance:
            raise _Unusable(start, len(raw), f"A fuzzy word needs at least {2 + 2 * distance} letters, or it would fit nearly everything.")
        return Fuzzy(text, distance)

    def _left_out(self, raw: str, start: int) -> None:
        self.notes.append(Diagnostic(start, len(raw), f"“{raw[:20]}” has no letters or figures and is left out."))

    def _field(self, name: str, start: int) -> Tree | None:
        at = self.at
        quoted = self.text[at : at + 1] in tuple(_QUOTES) and at < len(self.text)
        if name in TEXT_FIELDS:
            found = self._phrase(exact=False) if quoted else self._word(self._run(), at) if self.text[at : at + 1].strip(" ()") else None
            if isinstance(found, Prefix) or (isinstance(found, Word | Phrase) and not found.exact):
                return Field(name, found)
            raise _Unusable(
                start, max(1, self.at - start), f"{name}: takes a word, a beginning* or a “phrase in quotes”, right after the colon."
            )
        value = self._run(_DATES if name == "published" else _RUN)
        try:
            return dates(_QUOTE.sub("", value)) if name == "published" else Key(name, key_value(name, value))
        except ValueError as error:
            raise _Unusable(start, self.at - start, str(error)) from error
