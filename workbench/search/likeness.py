"""Passages like this one: any of its words will do, weighted by how rare they are; more where the same form stands, and where
words stand together as they do here. The factors were tuned on the odd queries of Cranfield and the training part of a
claim-matching set (benchmarks/search_quality.py)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np

from workbench.search.analyser import tokens
from workbench.search.documents import KINDS
from workbench.search.evaluate import Worth, found_in
from workbench.search.languages import language_tag, stems
from workbench.search.leaf import Postings
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
    factors = _parts(content_words(text), language_tag("", text))
    found = [{part: found_in(leaf.fields["text"], part) for part in factors} for leaf in snapshot.leaves]
    rarities: dict[Tree, float] = {}
    for part, factor in factors.items():
        if not _adds_nothing(part, found):
            rarities[part] = factor * snapshot.rarity(sum(len(there[part].ids) for there in found))
    codes = [KINDS.index(kind) for kind in kinds]
    ranked: list[tuple[float, int, int]] = []
    for leaf, there in zip(snapshot.leaves, found, strict=True):
        chosen = np.isin(leaf.kind, codes)
        numbers = np.flatnonzero(chosen if leaf.live is None else chosen & leaf.live)
        worth = [Worth(part, where.ids, where.tf) for part, where in there.items() if part in rarities]
        scores = snapshot.scores(leaf, numbers, worth, rarities)
        places = [at for at in best(scores, limit).tolist() if scores[at] > 0]
        ranked += [(-float(scores[at]), int(leaf.kind[numbers[at]]), int(leaf.id[numbers[at]])) for at in places]
    ranked.sort()
    return [(KINDS[kind], number, -score) for score, kind, number in ranked[:limit]]


def _adds_nothing(part: Text, found: Sequence[Mapping[Text, Postings]]) -> bool:
    """Whether an exact form is the only form of its word that there is."""
    if not isinstance(part, Word) or not part.exact:
        return False
    return all(len(there[part].pos) == len(there[Word(part.text)].pos) for there in found)


def content_words(text: str) -> list[list[str]]:
    """The folded words of a text that say something, as runs: no addresses, no stop words; #JoinedWords as their parts,
    and once more whole, as a run of its own."""
    running: list[str] = []
    whole: list[list[str]] = []
    text = _ADDRESS.sub(" ", text)
    for token in tokens(text):
        raw = text[token.start : token.end]
        parts = _JOINED.findall(raw) if raw.isascii() and raw.isalnum() else []
        if len(parts) > 1:
            whole.append([token.surface])
            running += [part.lower() for part in parts]
        else:
            running.append(token.surface)
    return [[word for word in running if word not in STOPWORDS][:MOST_WORDS], *whole[:MOST_WORDS]]


def _parts(runs: list[list[str]], tag: str) -> dict[Text, float]:
    """What is looked for, and what it counts."""
    known = stems(tag)
    forms: dict[str, str] = {}
    parts: dict[Text, float] = {}
    for word in (word for run in runs for word in run):
        if forms.setdefault(known[word], word) == word:
            parts[Word(word)] = 1.0
            parts[Word(word, exact=True)] = SAME_FORM
    for first, second in (pair for run in runs for pair in pairwise(run)):
        if known[first] != known[second]:
            parts[Phrase(f"{first} {second}")] = IN_ORDER
            parts[Near(f"{first} {second}", _TOGETHER_WITHIN)] = TOGETHER
    return parts
