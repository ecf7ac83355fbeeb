"""Is something the first, the only or the largest everywhere, or only so far as one article limits it?

A superlative that one article hedges or narrows ("believed to be", "since 1953", "one of the", "first such") and another gives flat has
lost its limit. Within a claim, and across claims that call the same thing first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, permutations
from typing import NamedTuple

from workbench.checks.attribution_words import HEDGE
from workbench.checks.differing_figures import SILENT
from workbench.checks.matter import Matter, Question, Saying
from workbench.checks.words import content
from workbench.domain.vocabulary import DiscrepancyType, Severity

_SUPERLATIVE = re.compile(
    r"\b(?P<one>one of (?:the )?)?(?P<word>first|only|last|largest|biggest|worst|deadliest|highest|lowest|longest|oldest|most \w+"
    r"|unprecedented|record|never before)\b(?P<tail>[^.;,”\"]*)",
    re.IGNORECASE,
)
_NOT_ONE = re.compile(r"\b(?:at first|first (?:vice|deputy|minister|name|aid|of all|lady|time since)|not only|only (?:after|when|if)"
                      r"|last (?:week|month|year|night|\w+day|january|february|march|april|may|june|july|august|september|october|november"
                      r"|december|spring|summer|autumn|winter))\b", re.IGNORECASE)  # fmt: skip
_BELIEVED = re.compile(r"\b(?:believed|thought|said|understood|considered|appears?|likely|probably|perhaps|would be) to be\b|\bperhaps\b"
                       r"|\bprobably\b|\bwould be\b", re.IGNORECASE)  # fmt: skip
_LIMIT = re.compile(r"\bsuch\b|\bsince\b|\bin (?:more than |over |nearly |almost )?(?:\d+|a (?:decade|century|generation)|\w+ years)\b"
                    r"|\bof its kind\b|\bknown\b", re.IGNORECASE)  # fmt: skip
SHARED = 2  # words that two superlatives must have in common to be about one thing, across claims
AROUND = 24  # code points in which a word is seen to be no superlative
BEFORE = 40  # code points before the word in which a hedge stands


class Said(NamedTuple):
    """A superlative as an article has it: which word, and what limits it (empty where nothing does)."""

    saying: Saying
    word: str
    words: str
    limit: str


def ask(matter: Matter) -> Iterator[Question]:
    """One question a claim, and one for each pair of claims that call one thing first with different limits."""
    by_claim = {number: found for number, sayings in matter.sayings.items() if (found := _said(matter, sayings))}
    for found in by_claim.values():
        yield from _asked(found)
    firsts = [next((s for s in found if s.saying.appearance.carries), found[0]) for found in by_claim.values()]
    for one, other in combinations(firsts, 2):
        about = content(one.words) & content(other.words)
        if one.word == other.word and one.saying.article.id != other.saying.article.id and len(about) >= SHARED:
            yield from _asked([one, other])


def _asked(found: Sequence[Said]) -> Iterator[Question]:
    """A question where one limits it and another, in another article, does not."""
    pairs = ((a, b) for a, b in permutations(found, 2) if a.word == b.word and a.limit and not b.limit)
    pair = next(((a, b) for a, b in pairs if a.saying.article.id != b.saying.article.id), None)
    if pair:
        kept, flat = pair
        why = f"{kept.saying.article.exhibit} limits it (“{kept.limit}”), {flat.saying.article.exhibit} says “{flat.words}”."
        yield Question(DiscrepancyType.QUALIFIER_DROPPED, Severity.HIGH, flat.saying.claim.id, (flat.saying.place, kept.saying.place), why)


def _said(matter: Matter, sayings: Sequence[Saying]) -> list[Said]:
    found = []
    for saying in sayings:
        if saying.appearance.stance in SILENT or not saying.english:
            continue
        text = matter.texts[saying.article.id]
        for match in _SUPERLATIVE.finditer(saying.words):
            at = saying.span.start + match.start("word")
            if any(other.start() <= at < other.end() for other in _NOT_ONE.finditer(text, max(0, at - 4), at + AROUND)):
                continue
            before = text[max(saying.sentence.start, at - BEFORE) : at]
            after = text[at : saying.sentence.end]
            limits = (m[0] for pattern, where in ((_BELIEVED, before), (HEDGE, before), (_LIMIT, after)) if (m := pattern.search(where)))
            words = f"{match['word']}{match['tail']}".strip()
            found.append(Said(saying, match["word"].casefold(), words, (match["one"] or next(limits, "")).strip()))
            break
    return found
