"""Why a document is found: for each part of the query the words that fit, where and how often, and what that weighs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from workbench.domain.spans import Span
from workbench.search.analyser import tokens
from workbench.search.answers import Found, asked, evaluated, given_in, zones_of
from workbench.search.documents import (
    APART,
    AS_TYPED,
    BEGINS_SO,
    FITS_PATTERN,
    FUZZY,
    KINDS,
    NEAR_EACH_OTHER,
    OTHER_FORM,
    OTHER_SPELLING,
    Match,
    Reason,
)
from workbench.search.engine import Given, TextOf
from workbench.search.languages import stems
from workbench.search.marking import Marker, Zones
from workbench.search.ranking import Snapshot
from workbench.search.tree import Field, Fuzzy, Near, Phrase, Prefix, Regex, Text, Tree, Wildcard, Word, show

_PATTERNS = {Prefix: BEGINS_SO, Wildcard: FITS_PATTERN, Regex: FITS_PATTERN, Fuzzy: FUZZY, Near: NEAR_EACH_OTHER}


def reasons(snapshot: Snapshot, tree: Tree, kind: str, id: int, text_of: TextOf, given: Given) -> tuple[Reason, ...]:
    """The parts of the query that are in one document, what weighs most first. Raises TooMany."""
    tree = asked(snapshot, tree)
    found, frequency = evaluated(snapshot, tree, given)
    here = next((place for one in found if (place := _place(one, kind, id)) is not None), None)
    text = text_of(kind, id)
    if here is None or text is None:
        return ()
    there, number = here
    zones = zones_of(there.leaf, number)
    marker = Marker(text, there.leaf.tag(number), zones, None, snapshot.spellings.ways, given_in(given, kind, id))
    spans = dict(marker.parts(tree))
    weights: dict[Tree, float] = {}
    often: dict[Tree, int] = {}
    for part, where, times in there.worth:
        at = int(np.searchsorted(where, number))
        if at < len(where) and where[at] == number:
            often[part] = int(times[at])
            rarity = {part: snapshot.rarity(frequency[part])}
            worth = [one for one in there.worth if one.part == part][:1]
            weights[part] = weights.get(part, 0.0) + float(snapshot.scores(there.leaf, np.array([number]), worth, rarity)[0])
    told = [
        Reason(
            show(part),
            part.name if isinstance(part, Field) else "text",
            _matches(part, text, spans.get(part, ()), there.leaf.tag(number), snapshot),
            _by_zone(text, spans.get(part, ()), zones),
            often[part],
            frequency[part],
            snapshot.count,
            weight,
        )
        for part, weight in weights.items()
    ]
    return tuple(sorted(told, key=lambda reason: -reason.weight))


def _place(found: Found, kind: str, id: int) -> tuple[Found, int] | None:
    leaf = found.leaf
    numbers = found.ids[(leaf.kind[found.ids] == KINDS.index(kind)) & (leaf.id[found.ids] == id)]
    return (found, int(numbers[0])) if len(numbers) else None


def _matches(part: Tree, text: str, spans: Sequence[Span], tag: str, snapshot: Snapshot) -> tuple[Match, ...]:
    """The words as the text writes them, most frequent first."""
    if not isinstance(part, Word | Phrase | Near | Prefix | Wildcard | Fuzzy | Regex):
        return ()
    counts = Counter((text[start:end], _how(part, text[start:end], tag)) for start, end in sorted(set(spans)))
    return tuple(Match(written, times, how) for (written, how), times in counts.most_common())


def _how(part: Text | Regex, written: str, tag: str) -> str:
    if not isinstance(part, Word | Phrase):
        return _PATTERNS[type(part)]
    seen = [token.surface for token in tokens(written)]
    wanted = [token.surface for token in tokens(part.text)]
    if seen == wanted:
        return AS_TYPED
    known = stems(tag)
    if [known[word] for word in seen] == [known[word] for word in wanted]:
        return OTHER_FORM
    return APART if known["".join(seen)] == known["".join(wanted)] else OTHER_SPELLING


def _by_zone(text: str, spans: Sequence[Span], zones: Zones) -> tuple[tuple[str, int], ...]:
    """How many of the places are in each kind of zone."""
    if not zones:
        return ()
    starts = {token.start: at for at, token in enumerate(tokens(text))}
    places = [starts[span.start] for span in set(spans) if span.start in starts]
    return tuple(Counter(kind for at in places for kind in {named for first, last, named in zones if first <= at < last}).most_common())
