"""The query language: what an analyst types, as a tree or as a reason why not.

Words are ANDed; OR, NOT or -, parentheses; "a phrase"; "near words"~5; prefix*; w?ldcard*; fuzzy~ or fuzzy~2; =exact;
publisher: title: author: origin: with words; lang: status: in: claim: zone: with a value; published: with dates;
/a regular expression/ over the texts. What reads as a pasted sentence, a path or an address is looked for as words (see `pasted`).
No input raises. A query that cannot be used has no tree, and a diagnostic that points at the place and says what to type;
a part that has nothing to look for is left out, and a diagnostic says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from workbench.domain.folding import SPACES
from workbench.search import pasted
from workbench.search.analyser import query_words
from workbench.search.diagnostic import Diagnostic, Unusable
from workbench.search.pasted import FIELDS, QUOTES
from workbench.search.signed import patterned
from workbench.search.tree import (
    MAX_TERMS,
    TEXT_FIELDS,
    And,
    Field,
    Key,
    Near,
    Not,
    Phrase,
    Prefix,
    Regex,
    Tree,
    Wildcard,
    Word,
    conjunction,
    disjunction,
)
from workbench.search.values import dates, key_value

MAX_LENGTH = 2_000
MAX_PASTED = 40_000
"""Code points of what reads as a text; of a query that is typed MAX_LENGTH."""
MAX_DEPTH = 20
MAX_DISTANCE = 100

_SPACE = re.compile(r"\s*")
_RUN = re.compile(rf"[^\s(){QUOTES}]+")
_QUOTE = re.compile(rf"[{QUOTES}]")
_DATES = re.compile(rf"(?:[{QUOTES}][^{QUOTES}]*[{QUOTES}]|[^\s(){QUOTES}])+")
"""Dates, of which those of several words stand in quotation marks: >"18 Oct 2024"."""
_FIELD = re.compile(r"([A-Za-z]+):(?!//)")
_PHRASE = re.compile(rf"[{QUOTES}]([^{QUOTES}]*)[{QUOTES}](?:~([0-9]*))?")
_SPACED_FIGURE = re.compile(rf"[1-9]\d{{0,2}}(?:[ {SPACES}]\d{{3}})+(?![^\s()])")
_REGEX = re.compile(r"/((?:\\.|[^\\/]|/(?![\s)]|$))+)/(?=[\s)]|$)")
_FIELD_LIKE = re.compile(r"[A-Za-z]+:[^\W\d_]+")
_FIELD_LIST = ", ".join(f"{name}:" for name in FIELDS)


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """`tree` is None when the query cannot be used; then there is at least one diagnostic."""

    tree: Tree | None
    diagnostics: tuple[Diagnostic, ...]


def parse(text: str) -> ParsedQuery:
    """Read a query. Never raises."""
    if len(text) > MAX_PASTED or (len(text) > MAX_LENGTH and not pasted.reads_as_text(text)):
        over = f"The query is longer than {MAX_LENGTH:,} characters. Shorten it."
        return ParsedQuery(None, (Diagnostic(MAX_LENGTH, len(text) - MAX_LENGTH, over),))
    parser = _Parser(pasted.settled(text))
    try:
        tree = parser.query()
    except Unusable as unusable:
        if not pasted.reads_as_text(text):
            return ParsedQuery(None, (*parser.notes, unusable.diagnostic))
        wrong = unusable.diagnostic
        parser.notes = [Diagnostic(wrong.position, wrong.length, f"{wrong.message} As it stands, all of it is looked for as words.")]
        tree = _words_of(parser.text)
    if isinstance(tree, And) and (count := len({part for part in tree.children if isinstance(part, Word | Phrase)})) > MAX_TERMS:
        parser.notes.append(Diagnostic(0, len(text), f"These are {count:,} different words: the {MAX_TERMS} rarest are looked for."))
    if tree is None:
        parser.notes.append(Diagnostic(0, len(text), "There is nothing to look for yet. Type a word."))
    return ParsedQuery(tree, tuple(parser.notes))


def _words_of(text: str) -> Tree | None:
    """Every word of a text, ANDed; fields with a value narrow it."""
    parts: list[Tree | None] = []
    for _, run in pasted.runs(text):
        parts.append((parse(run).tree if pasted.is_field(run) else None) or pasted.as_words(run))
    found = list(dict.fromkeys(part for part in parts if part is not None))
    return conjunction(found) if found else None


class _Parser:
    """Recursive descent over the text itself; depth and number of terms are counted on the way down."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.terms = 0
        self.notes: list[Diagnostic] = []

    @cached_property
    def alone(self) -> bool:
        """Whether there is but one run of signs to look for."""
        return pasted.worded(self.text) < 2

    def query(self) -> Tree | None:
        tree = self._any(0)
        if not self.text.startswith(")", self.at):
            return tree
        raise Unusable(self.at, 1, "This closing parenthesis has no opening one. Remove it, or put “(” before the group.")

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

    def _lonely(self, word: str, position: int, length: int) -> Unusable:
        return Unusable(position, length, f"{word} needs a word on both sides. Type one, or remove {word}.")

    def _one(self, depth: int) -> Tree | None:
        if depth > MAX_DEPTH:
            raise Unusable(self.at, 1, f"Groups can be at most {MAX_DEPTH} deep. Take out some parentheses or NOTs.")
        if self._operator("NOT") or self._minus():
            if self._ended() or self._peek_operator(("AND", "OR")):
                raise Unusable(max(0, self.at - 1), 1, "NOT needs a word after it. Type one, or remove NOT.")
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
            raise Unusable(opened, 1, "This parenthesis is not closed. Type “)” where the group ends.")
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
        if self.terms == MAX_TERMS + 1 and not pasted.reads_as_text(self.text):
            raise Unusable(self.at, 1, f"A query can have at most {MAX_TERMS} words and fields. Take some out.")
        match = _FIELD.match(self.text, self.at)
        if match and match[1].lower() in FIELDS and (self.alone or self.text[match.end() : match.end() + 1].strip()):
            self.at = match.end()
            return self._field(match[1].lower(), match.start())
        return self._no_field(match) if match else self._text_term()

    def _no_field(self, match: re.Match[str]) -> Tree | None:
        """A word with a colon that makes no field of it."""
        start, name = match.start(), match[1]
        raw = self._run()
        message = f"There is no field “{name}:”. Fields are {_FIELD_LIST}."
        if self.alone and _FIELD_LIKE.fullmatch(raw):
            raise Unusable(start, len(match.group()), f"{message} To look for the words themselves, put them in quotes.")
        if name.lower() in FIELDS:
            message = f"For the field “{name}:” type its value right after the colon."
        return self._as_words(raw, start, f"{message} This is looked for as words.")

    def _as_words(self, raw: str, start: int, message: str) -> Tree | None:
        found = pasted.as_words(raw)
        if found is None:
            self._left_out(raw, start)
        else:
            self.notes.append(Diagnostic(start, len(raw), message))
        return found

    def _text_term(self) -> Tree | None:
        start = self.at
        exact = self.text.startswith("=", start) and self.text[start + 1 : start + 2] in tuple(QUOTES)
        if exact or self.text[start] in QUOTES:
            self.at += exact
            return self._phrase(exact)
        if figure := _SPACED_FIGURE.match(self.text, start):
            self.at = figure.end()
            return Word(figure.group())
        if (regex := _REGEX.match(self.text, start)) and not pasted.is_path(regex.group()):
            self.at = regex.end()
            self.notes.append(Diagnostic(start, len(regex.group()), "Between slashes: a regular expression over the texts."))
            return Regex(regex[1])
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
            raise Unusable(start, len(self.text) - start, "The quotation is not closed. Type a quotation mark where it ends.")
        self.at = match.end()
        words = " ".join(match[1].split())
        if not query_words(words):
            self._left_out(match.group(), start)
            return None
        if match[2] is None:
            return Phrase(words, exact)
        distance = int(match[2][:4]) if match[2] else 5
        if exact or distance > MAX_DISTANCE:
            raise Unusable(start, len(match.group()), f'Type "words near each other"~5, with a number up to {MAX_DISTANCE}.')
        return Near(words, distance)

    def _word(self, raw: str, start: int) -> Tree | None:
        if "*" in raw or "?" in raw or "~" in raw:
            return self._signed(raw, start)
        exact = len(raw) > 1 and raw[0] == "="
        text = raw[1:] if exact else raw
        if query_words(text):
            return Word(text, exact)
        self._left_out(raw, start)
        return None

    def _signed(self, raw: str, start: int) -> Tree | None:
        """A word with signs of a pattern, or that only seems to have some."""
        if pasted.ends_sentence(raw) and not self.alone:
            return self._as_words(
                raw, start, "“?” ends a sentence here and is left out. It stands for a letter within a word, or at its end alone."
            )
        try:
            tree = patterned(raw, start)
        except Unusable as unusable:
            if self.alone and not pasted.is_address(raw):
                raise
            return self._as_words(raw, start, f"{unusable.diagnostic.message} As it stands, it is looked for as words.")
        if tree is None:
            self._left_out(raw, start)
        elif isinstance(tree, Wildcard) and raw.endswith("?"):
            self.notes.append(Diagnostic(start + len(raw) - 1, 1, "“?” stands for one letter. Without it, the word itself is looked for."))
        return tree

    def _left_out(self, raw: str, start: int) -> None:
        self.notes.append(Diagnostic(start, len(raw), f"“{raw[:20]}” has no letters or figures and is left out."))

    def _field(self, name: str, start: int) -> Tree | None:
        at = self.at
        quoted = self.text[at : at + 1] in tuple(QUOTES) and at < len(self.text)
        if name in TEXT_FIELDS:
            found = self._phrase(exact=False) if quoted else self._word(self._run(), at) if self.text[at : at + 1].strip(" ()") else None
            if isinstance(found, Prefix) or (isinstance(found, Word | Phrase) and not found.exact):
                return Field(name, found)
            raise Unusable(
                start, max(1, self.at - start), f"{name}: takes a word, a beginning* or a “phrase in quotes”, right after the colon."
            )
        value = self._run(_DATES if name == "published" else _RUN)
        try:
            return dates(_QUOTE.sub("", value)) if name == "published" else Key(name, key_value(name, value))
        except ValueError as error:
            raise Unusable(start, self.at - start, str(error)) from error
