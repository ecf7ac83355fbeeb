"""Quantities of all articles, brought together by what they count and of whom: one table a counted thing.

Two quantities belong to one table when they have one dimension and unit, count the same sort of thing, and either the same is said to
have happened to it (killed, trapped) or their sentences are alike. What is planned stands apart from what is done, what is left ("two are
still trapped") from what was at first; a part of a whole ("of which four") is in no table, nor is a size without a number ("dozens").
Ages are held against each other for one name only.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from workbench.checks.comparing.likeness import Likeness
from workbench.checks.matter import Place
from workbench.checks.reading.concepts import key_of
from workbench.checks.reading.quantities import Dimension, Qualifier, Quantity
from workbench.checks.reading.reading import Reading, Sentence
from workbench.domain.spans import Span

ALIKE, ALIKE_ENOUGH = 0.16, 0.05
"""How alike two sentences must be whose quantities are of nothing that happened, and of the same that happened."""
NEARBY = 60
"""Code points before and after a number in which it is said how it is meant, and BEFORE in which it is said right before it."""
BEFORE = 24
SAME = Decimal("0.02")
"""Two numbers no further apart than this part are one in other words (27 km, 17 miles)."""
_PEOPLE_WORDS = (
    "people person persons passengers passenger others patients patient victims victim commuters residents civilians travellers travelers"
    " worshippers workers employees fans students pupils tourists guests killed dead injured wounded hurt trapped missing arrested"
)
PEOPLE = frozenset(_PEOPLE_WORDS.split())
"""Words for people that may stand for each other where the same happened to them; "seven dead" counts people, too."""
ELLIPTIC = frozenset(("killed", "dead", "injured", "wounded", "hurt", "trapped", "missing", "arrested", "others"))
"""Words that stand where what is counted would: "seven dead"."""
NARROW = frozenset(("women", "woman", "female", "men", "man", "male", "children", "child", "elderly", "foreign", "local"))
"""Words that make a part of people: two women are not two of the seven people."""
MOST = 400
"""Quantities of one sort that are held against each other."""
_PART = re.compile(r"\b(?:of (?:which|whom|those|these|them|the)|among (?:them|whom|those)|including)\b[^.;]{0,24}$", re.IGNORECASE)
_OF_THEM = re.compile(r"\s+of (?:which|whom|those|these|them|us)\b", re.IGNORECASE)
_LEFT = re.compile(r"\b(?:still|remains?|remaining|left inside)\b", re.IGNORECASE)
_PLANNED = re.compile(
    r"\b(?:plans?|planned|planning|intends?|will|would|could|may|might|expected|set|due|aims?|wants?|agreed|pledged|promised)\b[^.;]{0,48}$"
    r"|\bas (?:high|many|much) as\s*$",
    re.IGNORECASE,
)
_PREPARED = re.compile(r"^[^.;]{0,40}\b(?:(?:are|were|was|is|been) being (?:trained|prepared)|preparing|to be)\b", re.IGNORECASE)
_HOSPITAL = re.compile(
    r"\b(?:taken|rushed|brought|went|sent|transferred|treated)\b[^.;]{0,40}\b(?:hospitals?|treatment)\b|\bhospitali[sz]ed\b", re.IGNORECASE
)
_NUMBER_OF = re.compile(r"\bnumber of ((?:[\w-]+\s){0,4}?)([\w-]{3,}s)\b[^.;]{0,60}$")
_NAME_BEFORE = re.compile(r"([A-ZÀ-Þ][\w’'-]+),?\s*(?:aged\s*|\()?$")
_NAME_AFTER = re.compile(r"[\s,]*(?:[a-z]+\s){0,2}([A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?)")


@dataclass(frozen=True)
class Count:
    """A quantity where it stands. `state` is what happened to what it counts ("" for nothing that is known), `how` whether that is done,
    planned, or what is left; `of` the name whose age it is."""

    reading: Reading
    sentence: Sentence
    number: int
    quantity: Quantity
    state: str
    how: str
    of: str

    @property
    def place(self) -> Place:
        """The words from the number to what it counts."""
        span, counted = self.quantity.span, self.quantity.counted_span
        ends = (span, counted) if counted else (span,)
        return Place(self.reading.article_id, Span(min(s.start for s in ends), max(s.end for s in ends)))

    @cached_property
    def words(self) -> str:
        qualifier = self.quantity.qualifier.value
        return f"{qualifier} {self.quantity.words}".strip()


@dataclass(frozen=True, slots=True)
class Table:
    """Quantities of one thing, in the order of articles; `thing` in words, `apart` the pairs of numbers in `counts` that cannot both be."""

    thing: str
    counts: tuple[Count, ...]
    apart: tuple[tuple[int, int], ...]


def tables(likeness: Likeness) -> list[Table]:
    """The tables that hold more than one article, those that disagree first."""
    found = []
    for group in _sorted_out(list(_counts(likeness))).values():
        found += [_table(members, likeness) for members in _connected(group[:MOST], likeness)]
    found = [table for table in found if len({c.reading.article_id for c in table.counts}) > 1]
    return sorted(found, key=lambda t: (not t.apart, -len({c.reading.article_id for c in t.counts}), t.counts[0].place))


def apart(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities cannot both be right: their bounds do not meet, or both are bounds of one kind and differ.

    "At least five" and "at least seven" can both be true, and yet one report knows of two more.
    """
    if _close(one.value, other.value):
        return False
    if one.qualifier is other.qualifier and one.qualifier is not Qualifier.ABOUT:
        return True
    return _below(one, other) or _below(other, one)


def _below(one: Quantity, other: Quantity) -> bool:
    return one.high is not None and other.low is not None and one.high < other.low


def _close(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= SAME * max(abs(one), abs(other))


def _counts(likeness: Likeness) -> Iterator[Count]:
    for number, each in enumerate(likeness.stated):
        for quantity in each.reading.quantities_in(each.sentence.span):
            count = _count(each.reading, each.sentence, number, quantity)
            if count and not quantity.vague and quantity.dimension is not Dimension.ORDINAL:
                yield count


def _count(reading: Reading, sentence: Sentence, number: int, quantity: Quantity) -> Count | None:
    """A quantity as it can be held against others; None for a part of a whole, an age of nobody, and a number of nothing."""
    text, end = reading.text, quantity.counted_span.end if quantity.counted_span else quantity.span.end
    ahead = text[end : min(sentence.span.end, end + NEARBY)]
    behind = text[max(sentence.span.start, quantity.span.start - NEARBY) : quantity.span.start]
    if _PART.search(behind) or _OF_THEM.match(text[quantity.span.end : quantity.span.end + BEFORE]):
        return None
    if quantity.dimension is Dimension.AGE:
        named = _NAME_BEFORE.search(behind) or _NAME_AFTER.match(ahead)
        name = named[1].split()[-1] if named else ""
        return Count(reading, sentence, number, quantity, "", "", name) if key_of(name or "the", reading.language) else None
    state = quantity.state or ("taken to hospital" if _HOSPITAL.search(ahead) else "")
    if quantity.dimension is Dimension.COUNT and not (quantity.counted or state):
        before = _NUMBER_OF.search(text[max(sentence.span.start, quantity.span.start - 2 * NEARBY) : quantity.span.start])
        if before is None:
            return None
        quantity = replace(quantity, counted=before[2], owner=before[1].strip())
    planned = _PLANNED.search(behind) or _PREPARED.search(ahead)
    left = quantity.dimension is Dimension.COUNT and (_LEFT.search(ahead) or _LEFT.search(behind[-BEFORE:]))
    return Count(reading, sentence, number, quantity, state, "planned" if planned else "still" if left else "", "")


def _sort(count: Count) -> tuple[str, ...]:
    """What must be equal for two counts to be held against each other at all."""
    quantity = count.quantity
    counted = quantity.counted.casefold()
    people = counted in PEOPLE or (not counted and bool(count.state))
    thing = "people" if people else key_of(counted, count.reading.language) if counted else ""
    state = "" if count.how == "planned" else count.state
    return quantity.dimension.value, quantity.unit, thing, state, count.how, count.of


def _sorted_out(counts: Sequence[Count]) -> Mapping[tuple[str, ...], list[Count]]:
    found: dict[tuple[str, ...], list[Count]] = defaultdict(list)
    for count in counts:
        found[_sort(count)].append(count)
    return found


def _connected(counts: Sequence[Count], likeness: Likeness) -> list[list[Count]]:
    """The counts that belong together, by what happened or by their sentences."""
    groups: list[list[Count]] = []
    for count in counts:
        mine = [group for group in groups if any(_together(count, other, likeness) for other in group)]
        groups = [group for group in groups if not any(group is each for each in mine)]
        groups.append([*(c for group in mine for c in group), count])
    return groups


def _together(one: Count, other: Count, likeness: Likeness) -> bool:
    if not _owners_agree(one.quantity.owner, other.quantity.owner):
        return False
    same = bool(one.of or one.state or one.how == "planned")
    return bool(one.of) or likeness.score(one.number, other.number) >= (ALIKE_ENOUGH if same else ALIKE)


def _owners_agree(one: str, other: str) -> bool:
    """Whether what narrows the counted thing may be the same: nothing in one of them, or a shared word; but women are a part of people."""
    left, right = (set(re.findall(r"\w+", words.casefold())) for words in (one, other))
    if (left ^ right) & NARROW:
        return False
    return not left or not right or bool(left & right)


def _table(counts: Sequence[Count], likeness: Likeness) -> Table:
    """The counts in order, with the pairs of them that cannot both be. An article that has the other's number too says more than the other,
    not something else: 360 grams beside 400 grams is a change where both stand in one article. Of dead and injured there is one number."""
    ordered = sorted(counts, key=lambda c: c.place)
    values: dict[int, list[Decimal]] = defaultdict(list)
    for count in ordered:
        values[count.reading.article_id].append(count.quantity.value)

    def differ(one: Count, other: Count) -> bool:
        here, there = one.reading.article_id, other.reading.article_id
        if here == there or not apart(one.quantity, other.quantity) or not _together(one, other, likeness):
            return False
        told = one.state or one.how == "planned"
        return bool(told) or not (_among(one.quantity.value, values[there]) or _among(other.quantity.value, values[here]))

    pairs = tuple((i, j) for i, one in enumerate(ordered) for j, other in enumerate(ordered) if i < j and differ(one, other))
    return Table(_thing(ordered), tuple(ordered), pairs)


def _among(value: Decimal, values: Sequence[Decimal]) -> bool:
    return any(_close(value, other) for other in values)


def _thing(counts: Sequence[Count]) -> str:
    """What is counted, in words: "North Korean soldiers", "people killed", "age of Holm"."""
    first = counts[0]
    if first.of:
        return f"age of {first.of}"
    named = max(counts, key=lambda c: (c.quantity.counted.casefold() not in {*ELLIPTIC, ""}, len(c.quantity.owner)))
    counted = named.quantity.counted if named.quantity.counted.casefold() not in ELLIPTIC else ""
    plain = "people" if first.state else first.quantity.dimension.value
    owner = named.quantity.owner if counted else ""
    parts = (owner, counted or plain, "still" if first.how == "still" else "", first.state, "planned" if first.how == "planned" else "")
    return " ".join(filter(None, parts))
