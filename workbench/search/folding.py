"""The folded form of one word of a text or a query, as the index keeps it."""

from __future__ import annotations

from workbench.domain.folding import APOSTROPHES, figure, letters

MAX_WORD = 64
"""Code points of a folded word that count; the rest of a longer one is ignored, in texts and in queries alike."""


def fold(raw: str) -> str:
    """The folded form of one word: see `domain.folding`. An English genitive ("Korea's") folds to its noun, a figure to its digits.

    Never empty for a word that the analyser finds.
    """
    word = raw[:-2] if len(raw) > 2 and raw[-2] in APOSTROPHES and raw[-1] in "sS" else raw
    folded = letters(word[: 4 * MAX_WORD])
    if folded[:1].isdigit() and not folded.isalnum():
        folded = figure(folded)
    return folded[:MAX_WORD] or word[:MAX_WORD]
