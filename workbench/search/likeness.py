"""Passages like this one: any of its words will do, weighted by how rare they are; more where the same form stands, and where
words stand together as they do here. The factors were tuned on the odd queries of Cranfield and the training part of a
claim-matching set (benchmarks/search_quality.py)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from workbench.search.analyser import tokens
from workbench.search.documents import KINDS
from workbench.search.evaluate import Worth, found_in
from workbench.search.leaf import FieldLeaf
from workbench.search.ranking import Snapshot, best
from workbench.search.stopwords import STOPWORDS
from workbench.search.tree import Near, Phrase, Text, Tree, Word

MOST_WORDS = 64
"""Words of a long text that are looked for: the first ones."""
SAME_FORM, IN_ORDER, TOGETHER = 0.3, 0.3, 0.1
_TOGETHER_WITHIN = 2
_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.)\S+|\S+\.(?:com|org|net)/\S*")
_JOINED = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


def likeness(snapshot: Snapshot, text: str, kinds: Sequence[str], limit: int) -> list[tuple[str, int, float]]:
    """(kind, id, score) of the documents that share the most with the text, best first."""
    parts = _parts(content_words(text))
    worth = [[_worth(leaf.fields["text"], part) for part in parts] for leaf in snapshot.leaves]
    frequency = [sum(len(there[at].ids) for there in worth) for at in range(len(parts))]
    rarities: dict[Tree, float] = {part: parts[part] * snapshot.rarity(count) for part, count in zip(parts, frequency, strict=True)}
    codes = [KINDS.index(kind) for kind in kinds]
    ranked: list[tuple[float, int, int]] = []
    for leaf, there in zip(snapshot.leaves, worth, strict=True):
        chosen = np.isin(leaf.kind, codes)
        numbers = np.flatnonzero(chosen if leaf.live is None else chosen & leaf.live)
        scores = snapshot.scores(leaf, numbers, there, rarities)
        for at in best(scores, limit).tolist():
            if scores[at] > 0:
                ranked.append((-float(scores[at]), int(leaf.kind[numbers[at]]), int(leaf.id[numbers[at]])))
    ranked.sort()
    return [(KINDS[kind], number, -score) for score, kind, number in ranked[:limit]]


def content_words(text: str) -> list[str]:
    """The folded words of a text that say something, in order: no addresses, no stop words; #JoinedWords as their parts too."""
    found: list[str] = []
    text = _ADDRESS.sub(" ", text)
    for token in tokens(text):
        raw = text[token.start : token.end]
        parts = _JOINED.findall(raw) if raw.isascii() and raw.isalnum() else []
        found += [part.lower() for part in parts] if len(parts) > 1 else []
        found.append(token.surface)
    return [word for word in found if word not in STOPWORDS][:MOST_WORDS]


def _parts(words: list[str]) -> dict[Text, float]:
    """What is looked for, and what it counts."""
    parts: dict[Text, float] = {}
    for word in words:
        parts[Word(word)] = 1.0
        parts[Word(word, exact=True)] = SAME_FORM
    for first, second in pairwise(words):
        if first != second:
            parts[Phrase(f"{first} {second}")] = IN_ORDER
            parts[Near(f"{first} {second}", _TOGETHER_WITHIN)] = TOGETHER
    return parts


def _worth(field: FieldLeaf, part: Text) -> Worth:
    found = found_in(field, part)
    return Worth(part, found.ids, found.tf)
