"""Passages like this one: any of the words will do, weighted by how rare they are; figures and names count more."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from workbench.search.analyser import tokens
from workbench.search.documents import KINDS
from workbench.search.evaluate import Worth
from workbench.search.forms import Form
from workbench.search.ranking import Snapshot, best
from workbench.search.stopwords import STOPWORDS
from workbench.search.tree import Tree, Word

MOST_WORDS = 64
"""The rarest words of a long text that are looked for."""


def likeness(snapshot: Snapshot, text: str, kinds: Sequence[str], limit: int) -> list[tuple[str, int, float]]:
    """(kind, id, score) of the documents that share the most with the text, best first."""
    words = {token.surface for token in tokens(text) if token.surface not in STOPWORDS}
    found: dict[str, list[tuple[int, Worth]]] = {}
    frequency: dict[Tree, int] = {}
    for number, leaf in enumerate(snapshot.leaves):
        for word in words:
            where = leaf.fields["text"].postings(Form(word, "stem"))
            if len(where.ids):
                part = Word(word)
                found.setdefault(word, []).append((number, Worth(part, where.ids, where.tf)))
                frequency[part] = frequency.get(part, 0) + len(where.ids)
    rarest = set(sorted(frequency, key=lambda part: frequency[part])[:MOST_WORDS])
    rarities = {part: snapshot.rarity(count) for part, count in frequency.items() if part in rarest}
    ranked: list[tuple[float, int, int]] = []
    codes = [KINDS.index(kind) for kind in kinds]
    for number, leaf in enumerate(snapshot.leaves):
        worth = [one for hits in found.values() for at, one in hits if at == number and one.part in rarities]
        chosen = np.isin(leaf.kind, codes) if leaf.live is None else np.isin(leaf.kind, codes) & leaf.live
        ids = np.flatnonzero(chosen)
        scores = snapshot.scores(leaf, ids, worth, rarities)
        ranked += [
            (-float(scores[at]), int(leaf.kind[ids[at]]), int(leaf.id[ids[at]])) for at in best(scores, limit).tolist() if scores[at] > 0
        ]
    ranked.sort()
    return [(KINDS[kind], id, -score) for score, kind, id in ranked[:limit]]
