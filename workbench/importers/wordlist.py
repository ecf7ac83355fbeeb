"""Word lists written as running text: a lexicon is read and corrected as lines of words, not as a column of quotes."""

from __future__ import annotations


def wordlist(words: str) -> frozenset[str]:
    """The words of a string, parted at white space."""
    return frozenset(words.split())
