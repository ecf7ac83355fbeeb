"""Does the same quotation stand in two articles in other words?

Two quotations of one claim that share half of their words and differ in the rest have drifted; one that is a part of the other has not.
For utterances a quotation is also held against another article's plain words: where a single word is exchanged between words that
agree on both sides ("all possible means", "all available means"), one of the two is not what was said. A paraphrase is not a drift.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from workbench.checks.matter import Matter, Place, Question, Saying
from workbench.checks.words import quotations, words_of
from workbench.domain.spans import Span
from workbench.domain.vocabulary import ClaimKind, DiscrepancyType, Severity

LEAST = 3  # words of a quotation that can be compared
ALIKE = 0.45  # share of the words of two quotations that agree (difflib's ratio)


def ask(matter: Matter) -> Iterator[Question]:
    """One question for each claim whose quotations have drifted."""
    for sayings in matter.sayings.values():
        if sayings:
            quoted = [(s, q) for s in sayings for q in quotations(matter.texts[s.article.id], s.span)]
            found = _quoted_twice(matter, quoted)
            if found is None and sayings[0].claim.kind is ClaimKind.UTTERANCE:
                found = _exchanged(matter, quoted, sayings)
            if found:
                yield found


def _quoted_twice(matter: Matter, quoted: Sequence[tuple[Saying, Span]]) -> Question | None:
    for (one, first), (other, second) in combinations(quoted, 2):
        if one.article.id == other.article.id:
            continue
        left, right = _tokens(matter, one, first), _tokens(matter, other, second)
        if min(len(left), len(right)) < LEAST or _within(left, right) or _within(right, left):
            continue
        if SequenceMatcher(None, left, right, autojunk=False).ratio() >= ALIKE:
            why = f"{one.article.exhibit} quotes “{_text(matter, one, first)}”, {other.article.exhibit} “{_text(matter, other, second)}”."
            places = (Place(one.article.id, first), Place(other.article.id, second))
            return Question(DiscrepancyType.QUOTATION, Severity.HIGH, one.claim.id, places, why)
    return None


def _exchanged(matter: Matter, quoted: Sequence[tuple[Saying, Span]], sayings: Sequence[Saying]) -> Question | None:
    for one, span in quoted:
        left = words_of(_text(matter, one, span), span.start)
        swaps = [
            (found[0], other, found[1])
            for other in sayings
            if other.article.id != one.article.id and (found := _swap(left, words_of(other.words, other.span.start)))
        ]
        if swaps:
            here, other, there = swaps[0]
            why = f"{one.article.exhibit} quotes “{_text(matter, one, here)}”, {other.article.exhibit} has “{_text(matter, other, there)}”."
            places = (Place(one.article.id, here), *(Place(each.article.id, found) for _, each, found in swaps))
            return Question(DiscrepancyType.QUOTATION, Severity.MEDIUM, one.claim.id, places, why)
    return None


def _swap(left: Sequence[tuple[str, Span]], right: Sequence[tuple[str, Span]]) -> tuple[Span, Span] | None:
    """Where a single word is exchanged between words that agree on both sides: the three words in both."""
    for i in range(len(left) - 2):
        for j in range(len(right) - 2):
            same = left[i][0] == right[j][0] and left[i + 2][0] == right[j + 2][0]
            if same and left[i + 1][0] != right[j + 1][0] and len(left[i + 2][0]) > LEAST and len(left[i + 1][0]) > LEAST:
                return Span(left[i][1].start, left[i + 2][1].end), Span(right[j][1].start, right[j + 2][1].end)
    return None


def _text(matter: Matter, saying: Saying, span: Span) -> str:
    return matter.texts[saying.article.id][span.start : span.end].rstrip(",. ")


def _tokens(matter: Matter, saying: Saying, span: Span) -> list[str]:
    return [word.text for word in words_of(_text(matter, saying, span))]


def _within(part: Sequence[str], whole: Sequence[str]) -> bool:
    return any(list(whole[i : i + len(part)]) == list(part) for i in range(len(whole) - len(part) + 1))
