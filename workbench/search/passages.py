"""The sentence of a text that says most nearly what a claim says, and why it is offered. Pure."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.domain.spans import Span
from workbench.domain.stopwords import STOPWORDS
from workbench.search.analyser import Token, tokens
from workbench.search.languages import language_tag, stems

LEAST_SHARE = 0.3
"""The part of a claim's weight that a sentence must share to be offered."""
_FIGURE, _NAME = 3.0, 2.0
_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence: its span, the share of the claim's weight it has (0 to 1), why in words, and the words shared as it writes them."""

    span: Span
    score: float
    reason: str
    shared: tuple[str, ...]


def best_passage(text: str, sentences: Sequence[Span], claim_text: str, weights: Mapping[str, float] | None = None) -> Candidate | None:
    """The most similar of the sentences, or None when none shares anything substantial.

    `weights` are rarities by folded word, from the index; without them a word weighs by how few of the sentences have it.
    Substantial is a LEAST_SHARE of the claim's weight, in at least two words.
    """
    tag = language_tag("", text)
    wanted = _wanted(claim_text, tag)
    inside = _by_sentence(text, sentences, tag)
    weighed = {stem: kind * _rarity(stem, surface, inside, weights) for stem, (kind, surface) in wanted.items()}
    total = sum(weighed.values())
    best: Candidate | None = None
    for span, words in zip(sentences, inside, strict=True):
        shared = sorted((stem for stem in weighed if stem in words), key=lambda stem: -weighed[stem])
        score = sum(weighed[stem] for stem in shared) / total if total else 0.0
        if score >= LEAST_SHARE and len(shared) > 1 and (best is None or score > best.score):
            written = tuple(text[words[stem].start : words[stem].end] for stem in shared)
            best = Candidate(span, score, "shares " + ", ".join(f"“{word}”" for word in written[:_SHOWN]), written)
    return best


def _wanted(claim_text: str, tag: str) -> dict[str, tuple[float, str]]:
    """Stem to (weight of its kind, folded word) for the words of the claim that say something."""
    found = {}
    for at, token in enumerate(tokens(claim_text)):
        if token.surface in STOPWORDS:
            continue
        raw = claim_text[token.start]
        kind = _FIGURE if raw.isdigit() else _NAME if at and raw.isupper() else 1.0
        found[stems(tag)[token.surface]] = (kind, token.surface)
    return found


def _by_sentence(text: str, sentences: Sequence[Span], tag: str) -> list[dict[str, Token]]:
    words = tokens(text)
    starts = [word.start for word in words]
    known = stems(tag)
    found = []
    for span in sentences:
        inside = words[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        found.append({known[word.surface]: word for word in reversed(inside)})
    return found


def _rarity(stem: str, surface: str, inside: list[dict[str, Token]], weights: Mapping[str, float] | None) -> float:
    if weights is not None and surface in weights:
        return weights[surface]
    having = sum(stem in words for words in inside)
    return math.log(1 + (len(inside) + 1) / (having + 1))
