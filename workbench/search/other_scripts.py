"""The words and rows of words by which a case writes a name in other scripts: by its sound (see `sounds`), and for the short and the
irregular ones by a list (`known_names`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from workbench.search.analyser import HAS_UNSPACED, query_words
from workbench.search.folding import fold
from workbench.search.forms import Form, Slot
from workbench.search.known_names import others
from workbench.search.leaf import Leaf
from workbench.search.lexicon import Lexicon
from workbench.search.sounds import SCRIPTS, Script, script_of, sounds_of, writings

_BY_KEY = {"latin", "cyrillic"}
"""Between these two `names` decides."""


class OtherScripts:
    """The other scripts of one state of a case. Safe for several threads."""

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self._leaves = leaves

    @cached_property
    def _lexicons(self) -> list[Lexicon]:
        return [leaf.fields["text"].lexicon for leaf in self._leaves]

    @cached_property
    def _there(self) -> list[Script]:
        return [script for script in SCRIPTS if self._any(script.first, chr(ord(script.last) + 1))]

    def rows(self, text: str) -> Iterator[tuple[Slot, ...]]:
        """Rows of words that may stand for a name of one word, nothing for what cannot be one."""
        word = fold(text)
        for name in others(word):
            yield _row(name)
        script = script_of(word)
        sounds = sounds_of(word) if self._there != [script] else None
        if script is None or sounds is None:
            return
        for other in self._there:
            if other is not script and not {other.name, script.name} <= _BY_KEY:
                begins = self._pairs if other.pairs else self._begins
                for written in writings(sounds, other, begins, self._stands(other)):
                    yield _row(written)

    def _any(self, low: str, high: str) -> bool:
        return any(lexicon.any_between(low, high) for lexicon in self._lexicons)

    def _begins(self, written: str) -> bool:
        return self._any(written, f"{written}\U0010ffff")

    def _pairs(self, written: str) -> bool:
        """Whether all pairs of letters at the end of this are somewhere: of those before it was asked already."""
        if len(written) == 1:
            return self._begins(written)
        return all(self._begins(first + second) for first, second in pairwise(written[-3:]))

    def _stands(self, script: Script) -> Callable[[str], bool]:
        return (lambda _: True) if script.pairs else lambda written: self._any(written, f"{written}\0")


def _row(name: str) -> tuple[Slot, ...]:
    """The words by which a name is looked for, as a query's are; inflected only where its script is."""
    if HAS_UNSPACED.search(name):
        return tuple(Slot(word.offset, Form(word.surface, "exact")) for word in query_words(name))
    return (Slot(0, Form(fold(name), "exact" if name.isascii() else "stem")),)
