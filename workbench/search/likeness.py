"""Passages like this one: any of its words will do, weighted by how rare they are, figures and names above the rest; more where
the same form stands, and where words stand together as they do here. What signs a post (— Name (@name), day) says who speaks, not
what is said, and weighs less. The factors were tuned on the odd queries of Cranfield, the training part of a claim-matching set and
the odd queries of its development part, all at once (benchmarks/search_quality.py reports odd and even ones)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from workbench.domain.stopwords import STOPWORDS
from workbench.search.analyser import tokens
from workbench.search.documents import KINDS
from workbench.search.evaluate import Worth, found_in
from workbench.search.languages import language_tag, stems
from workbench.search.leaf import Postings
from workbench.search.ranking import Snapshot, best
from workbench.search.tree import Near, Phrase, Text, Tree, Word

MOST_WORDS = 64
"""Words of a long text that are looked for: the first ones."""
SAME_FORM, IN_ORDER, TOGETHER, NEARLY_TOGETHER = 0.15, 0.15, 0.1, 0.05
"""What the exact form of a word, two words in order, two near each other, and two with one left out between them count."""
FIGURE, CAPITAL, SIGNATURE = 1.6, 1.2, 0.7
RARITY_POWER, SATURATION = 1.2, 1.2
"""Rare words count more than in a person's query, and repetition less (BM25's k1)."""
_TOGETHER_WITHIN, _NEARLY_WITHIN = 2, 4
_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.)\S+|\S+\.(?:com|org|net)/\S*")
_SIGNED = re.compile(r"\s[—–-]+\s[^—]*\(@\w+\)[^—]*$")
_JOINED = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


def likeness(snapshot: Snapshot, text: str, kinds: Sequence[str], limit: int) -> list[tuple[str, int, float]]:
    """(kind, id, score) of the documents that share the most with the text, best first."""
    factors = _parts(_weighed(text), language_tag("", text))
    found = [{part: found_in(leaf.fields["text"], part) for part in factors} for leaf in snapshot.leaves]
    rarities: dict[Tree, float] = {}
    for part, factor in factors.items():
        if not _adds_nothing(part, found):
            rarities[part] = factor * snapshot.rarity(sum(len(there[part].ids) for there in found)) ** RARITY_POWER
    codes = [KINDS.index(kind) for kind in kinds]
    ranked: list[tuple[float, int, int]] = []
    for leaf, there in zip(snapshot.leaves, found, strict=True):
        chosen = np.isin(leaf.kind, codes)
        numbers = np.flatnonzero(chosen if leaf.live is None else chosen & leaf.live)
        worth = [Worth(part, where.ids, where.tf) for part, where in there.items() if part in rarities]
        scores = snapshot.scores(leaf, numbers, worth, rarities, SATURATION)
        places = [at for at in best(scores, limit).tolist() if scores[at] > 0]
        ranked += [(-float(scores[at]), int(leaf.kind[numbers[at]]), int(leaf.id[numbers[at]])) for at in places]
    ranked.sort()
    return [(KINDS[kind], number, -score) for score, kind, number in ranked[:limit]]


def _adds_nothing(part: Text, found: Sequence[Mapping[Text, Postings]]) -> bool:
    """Whether an exact form is the only form of its word that there is."""
    if not isinstance(part, Word) or not part.exact:
        return False
    return all(len(there[part].pos) == len(there[Word(part.text)].pos) for there in found)


class _Weighed(NamedTuple):
    word: str
    factor: float
    signs: bool


def _weighed(text: str) -> list[list[_Weighed]]:
    """The folded words of a text that say something, as runs: no addresses, no stop words; #JoinedWords as their parts, and once
    more whole, as a run of its own. With each what it counts, and whether it is part of a signature."""
    running: list[_Weighed] = []
    whole: list[list[_Weighed]] = []
    text = _ADDRESS.sub(" ", text)
    signature = match.start() if (match := _SIGNED.search(text)) else len(text)
    for token in tokens(text):
        raw = text[token.start : token.end]
        signs = token.start >= signature
        factor = FIGURE if raw[0].isdigit() else CAPITAL if raw[0].isupper() and not raw.isupper() else 1.0
        parts = _JOINED.findall(raw) if raw.isascii() and raw.isalnum() else []
        if len(parts) > 1:
            whole.append([_Weighed(token.surface, factor, signs)])
        running += [_Weighed(word, factor, signs) for word in (map(str.lower, parts) if len(parts) > 1 else [token.surface])]
    return [[one for one in running if one.word not in STOPWORDS][:MOST_WORDS], *whole[:MOST_WORDS]]


def _parts(runs: list[list[_Weighed]], tag: str) -> dict[Text, float]:
    """What is looked for, and what it counts."""
    known = stems(tag)
    spoken = {known[one.word] for run in runs for one in run if not one.signs}
    forms: dict[str, str] = {}
    parts: dict[Text, float] = {}
    for one in (one for run in runs for one in run):
        if forms.setdefault(known[one.word], one.word) == one.word and Word(one.word) not in parts:
            parts[Word(one.word)] = one.factor * (1.0 if known[one.word] in spoken else SIGNATURE)
            parts[Word(one.word, exact=True)] = SAME_FORM * parts[Word(one.word)]
    for first, second in (pair for run in runs for pair in pairwise(run)):
        if known[first.word] != known[second.word]:
            factor = SIGNATURE if first.signs or second.signs else 1.0
            parts[Phrase(f"{first.word} {second.word}")] = factor * IN_ORDER
            parts[Near(f"{first.word} {second.word}", _TOGETHER_WITHIN)] = factor * TOGETHER
    for first, second in (pair for run in runs for pair in zip(run, run[2:], strict=False)):
        if known[first.word] != known[second.word]:
            factor = SIGNATURE if first.signs or second.signs else 1.0
            parts[Near(f"{first.word} {second.word}", _NEARLY_WITHIN)] = factor * NEARLY_TOGETHER
    return parts
