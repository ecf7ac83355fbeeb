"""Marking: where in the true text the words of a query stand. What is marked has been found by reading the text itself."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from workbench.domain.spans import Span
from workbench.search.analyser import HAS_UNSPACED, Token, may_begin_after, next_token, tokens
from workbench.search.forms import Form, Slot, Ways, slots, window
from workbench.search.tree import And, Dates, Field, Fuzzy, Key, Near, Not, Or, Phrase, Prefix, Regex, Text, Tree, Wildcard, Word

Zones = tuple[tuple[int, int, str], ...]
"""(first word, after the last word, kind)."""


class Known(NamedTuple):
    """What the index knows of a part of the query in one document: the words each slot accepts, and how often it is there."""

    words: tuple[frozenset[str], ...]
    times: int


class Marker:
    """One text, and the tree's words in it. `tag` is the language its words are stemmed in.

    With `known`, words are looked for as strings first; the text is read word by word only where that finds another number
    than the index did. `given` has the places of regular expressions.
    """

    def __init__(
        self,
        text: str,
        tag: str,
        zones: Zones = (),
        known: Mapping[Tree, Known] | None = None,
        ways: Callable[[Text], Ways] = lambda leaf: (slots(leaf),),
        given: Mapping[Regex, Sequence[Span]] | None = None,
    ) -> None:
        self._text = text
        self._tag = tag
        self._zones = zones
        self._known = known or {}
        self._ways = ways
        self._given = given or {}

    @cached_property
    def _tokens(self) -> list[Token]:
        return tokens(self._text)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for at, token in enumerate(self._tokens):
            places.setdefault(token.surface, []).append(at)
        return places

    @cached_property
    def _lowered(self) -> str:
        return self._text.lower()

    def mark(self, tree: Tree) -> tuple[Span, ...] | None:
        """The spans of the words that are looked for, merged and ascending; None if the text does not fit the tree.

        Fields, keys, dates and what is excluded are taken to fit: the index has decided them.
        """
        found: list[Span] = []
        return merged(found) if self._fits(tree, (), found) else None

    def _fits(self, tree: Tree, zones: tuple[str, ...], found: list[Span]) -> bool:
        match tree:
            case And(children):
                zones += tuple(child.value for child in children if isinstance(child, Key) and child.field == "zone")
                return sum(self._fits(child, zones, found) for child in children) == len(children)
            case Or(children):
                return sum(self._fits(child, zones, found) for child in children) > 0
            case Not() | Field() | Key() | Dates():
                return True
            case Regex():
                found += self._given.get(tree, ())
                return tree in self._given
            case Word() | Phrase() | Near() | Prefix() | Wildcard() | Fuzzy():
                known = None if zones else self._known.get(tree)
                spans = self._quick(known) if known is not None and not isinstance(tree, Near) else None
                if spans is None:
                    spans = self._spans(tree, zones)
                found += spans
                return bool(spans)

    def parts(self, tree: Tree, zones: tuple[str, ...] = ()) -> Iterator[tuple[Tree, list[Span]]]:
        """Each part of the tree that is looked for in the text, with all the places where it stands."""
        match tree:
            case And(children) | Or(children):
                if isinstance(tree, And):
                    zones += tuple(child.value for child in children if isinstance(child, Key) and child.field == "zone")
                for child in children:
                    yield from self.parts(child, zones)
            case Word() | Phrase() | Near() | Prefix() | Wildcard() | Fuzzy():
                yield tree, self._spans(tree, zones)
            case Regex():
                yield tree, list(self._given.get(tree, ()))
            case Not() | Field() | Key() | Dates():
                return

    def _quick(self, known: Known) -> list[Span] | None:
        """The spans found as strings, if they are as many as the index counted; None when the text must be read."""
        if not known.times:
            return []
        if len(self._lowered) != len(self._text) or not all(word[:1].isalpha() for words in known.words for word in words):
            return None
        starts: list[int] = []
        for word in known.words[0]:
            at = self._lowered.find(word)
            while at >= 0:
                starts.append(at)
                at = self._lowered.find(word, at + 1)
        spans = [span for start in sorted(set(starts)) if (span := self._phrase_at(start, known.words))]
        return spans if len(spans) == known.times else None

    def _phrase_at(self, start: int, words: tuple[frozenset[str], ...]) -> Span | None:
        if start and not may_begin_after(self._text[start - 1]):
            return None
        end = start
        for accepted in words:
            token = next_token(self._text, end)
            if token is None or token.surface not in accepted or (accepted is words[0] and end == start and token.start != start):
                return None
            end = token.end
        return Span(start, end)

    def _spans(self, leaf: Text, zones: tuple[str, ...]) -> list[Span]:
        return [span for wanted in self._ways(leaf) for span in self._spans_of(leaf, wanted, zones)]

    def _spans_of(self, leaf: Text, wanted: tuple[Slot, ...], zones: tuple[str, ...]) -> list[Span]:
        places = [self._at(slot.form) for slot in wanted]
        groups = self._near(places, window(leaf, wanted)) if isinstance(leaf, Near) else self._in_order(wanted, places)
        inside = [group for group in groups if all(self._in_zone(group[0], kind) for kind in zones)]
        if isinstance(leaf, Near):
            return [self._span(at, at, wanted[0].form) for group in inside for at in group]
        return [self._span(group[0], group[-1], wanted[-1].form) for group in inside]

    def _at(self, form: Form) -> list[int]:
        fitting = [places for surface, places in self._places.items() if form.fits(surface, self._tag)]
        found = sorted(at for places in fitting for at in places)
        if form.anywhere:
            return found
        return [at for at in found if form.stands((token := self._tokens[at]).after, self._text[token.start].islower())]

    def _in_order(self, wanted: tuple[Slot, ...], places: list[list[int]]) -> list[list[int]]:
        rest = [(slot.offset, set(there)) for slot, there in zip(wanted[1:], places[1:], strict=True)]
        return [[at, *(at + offset for offset, _ in rest)] for at in places[0] if all(at + offset in there for offset, there in rest)]

    def _near(self, places: list[list[int]], reach: int) -> list[list[int]]:
        groups = []
        for start in sorted({at for there in places for at in there}):
            inside = [there[bisect_left(there, start) : bisect_right(there, start + reach)] for there in places]
            if all(inside):
                groups.append([start, *(at for there in inside for at in there)])
        return groups

    def _in_zone(self, at: int, kind: str) -> bool:
        return any(first <= at < last for first, last, named in self._zones if named == kind)

    def _span(self, first: int, last: int, form: Form) -> Span:
        end = self._tokens[last].end
        single = form.mode == "prefix" and len(form.surface) == 1 and HAS_UNSPACED.match(form.surface)
        if single and last + 1 < len(self._tokens):
            end = min(end, max(self._tokens[last + 1].start, self._tokens[last].start + 1))
        return Span(self._tokens[first].start, end)


def merged(spans: list[Span]) -> tuple[Span, ...]:
    """Ascending, overlapping ones joined."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)
