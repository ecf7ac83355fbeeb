"""Which words of passages side by side are not in the others: what is underlined for the eye. It judges nothing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from workbench.checks.figures import agreement, figures
from workbench.checks.words import content, words_of
from workbench.domain.spans import Span

ALIKE = 0.3  # share of the shorter passage's words that the other has; below, every word would be underlined


def differing(texts: Sequence[str], languages: Sequence[str] = ()) -> list[list[Span]]:
    """For each text, in its language, the places (code points) where it differs: figures that not every text has, words that no other has.

    Words are compared only where the texts are otherwise alike; common words never count.
    """
    values = agreement(texts, languages).differing
    about = [content(text) for text in texts]
    found = []
    for number, (text, language) in enumerate(zip_longest(texts, languages, fillvalue="")):
        spans = [f.span for f in figures(text, language) if f.value in values]
        others = [words for other, words in enumerate(about) if other != number]
        alike = [words for words in others if len(words & about[number]) >= ALIKE * max(1, min(len(words), len(about[number])))]
        if alike and about[number]:
            own = about[number].difference(*alike)
            spans += [w.span for w in words_of(text) if w.text in own and not any(w.span.overlaps(s) for s in spans)]
        found.append(sorted(spans))
    return found
