"""Do articles put a thing at different places of one spot: inside it, beside it, coming out of it? English only."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.checks.comparing.likeness import Likeness, Stated
from workbench.checks.comparing.places import chosen
from workbench.checks.matter import Place, Question
from workbench.checks.reading.concepts import key_of
from workbench.domain.spans import Span
from workbench.domain.vocabulary import DiscrepancyType, Severity

ALIKE = 0.08
_INSIDE, _BESIDE, _OUT = "inside", "beside", "outside"
_WORDS = {
    _INSIDE: "in|inside|within", _BESIDE: "near|close to|next to|beside|by|alongside|adjacent to",
    _OUT: "outside|out of|exiting|leaving|after leaving|emerging from",
}  # fmt: skip
_PLACED = re.compile(
    "|".join(f"(?P<{name}>\\b(?:{words}))" for name, words in _WORDS.items()).join(("(?:", ")"))
    + r"\s+(?:an?|the|its|their|his|her)\s+(?P<spot>(?:[a-z]+\s){0,1}?[a-z]{4,})\b"
)
_SPOTS_WORDS = (
    "tunnel underpass bridge building house home school church mosque hotel station airport river lake sea prison hospital "
    "court square forest camp base border stadium theatre shop market office embassy room cell"
)
_SPOTS = frozenset(_SPOTS_WORDS.split())


@dataclass(frozen=True, slots=True)
class _Placed:
    stated: Stated
    number: int
    how: str
    spot: str
    span: Span

    @property
    def place(self) -> Place:
        return Place(self.stated.reading.article_id, self.span)


def ask(likeness: Likeness) -> Iterator[Question]:
    """One question for each spot that articles place something at in different ways."""
    spots: dict[str, list[_Placed]] = defaultdict(list)
    for each in _placed(likeness):
        spots[each.spot].append(each)
    for _, found in sorted(spots.items()):
        inside = [p for p in found if p.how == _INSIDE]
        others = [p for p in found if p.how != _INSIDE and _differs(p, inside, likeness)]
        if others:
            inside = [p for p in inside if _differs(p, others, likeness)]
            said = "; ".join(f"{p.stated.reading.exhibit} has “{p.stated.reading.words(p.span)}”" for p in _once([*inside, *others]))
            yield Question(DiscrepancyType.PLACE, Severity.HIGH, None, chosen(p.place for p in (*inside, *others)), f"{said}.")


def _placed(likeness: Likeness) -> Iterator[_Placed]:
    for number, stated in enumerate(likeness.stated):
        span, text = stated.sentence.span, stated.reading.text
        if not (stated.reading.language or "en").startswith("en"):
            continue
        for match in _PLACED.finditer(text, span.start, span.end):
            word = match["spot"].split()[-1]
            if word in _SPOTS:
                how = next(name for name in _WORDS if match[name])
                yield _Placed(stated, number, how, key_of(word, "en"), Span(*match.span()))


def _differs(one: _Placed, others: Sequence[_Placed], likeness: Likeness) -> bool:
    return any(
        one.stated.reading.article_id != other.stated.reading.article_id and likeness.score(one.number, other.number) >= ALIKE
        for other in others
    )


def _once(found: Sequence[_Placed]) -> list[_Placed]:
    seen: set[tuple[int, str]] = set()
    return [p for p in found if not ((key := (p.stated.reading.article_id, p.how)) in seen or seen.add(key))]  # type: ignore[func-returns-value]
