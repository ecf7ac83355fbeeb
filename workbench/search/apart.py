"""Words written apart and together: cease-fire, cease fire and ceasefire; MH17 and MH-17; U.S. and US; 12 000 and 12000; and a word
that a line end cuts. The index keeps each piece as a word of its own, and what is after it; here it is said which rows of words may
stand for those of a query. With a hyphen or a point any division counts; with a space alone only where neither piece is too short or a
word such as "may" and "be", so that maybe and carpet are not found in every second sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from workbench.domain.stopwords import STOPWORDS
from workbench.search.analyser import BREAK, DOT, FIRST, HAS_UNSPACED, MIDDLE, OPEN, TIGHT
from workbench.search.forms import Form, Slot, Ways

MOST_WAYS = 16
"""Rows that one part of a query may become; a phrase with many such words is not looked for in every mixture."""
MOST_JOINED = 4
"""Words of a query that are one in a text."""
LONGEST_POINTED = 6
"""Letters of an acronym with a point after each."""
SHORTEST_OPEN = 3
"""Letters of each half of a word with a space in it."""
LITTLE = STOPWORDS | frozenset(
    ["us", "me", "may", "might", "must", "shall", "every", "ever", "back", "away", "one", "way", "else", "even", "per", "via"]
)
"""Words that stand beside others without being one word with them; of an acronym that looks like one capitals are asked for."""
_TIGHT, _DOT, _OPEN = 1 << TIGHT, 1 << DOT, 1 << OPEN
_LAST = 1 << BREAK | _OPEN | _TIGHT | _DOT
_FIGURE = re.compile(r"([1-9]\d{3,})(\.\d+)?")
_GROUPS = re.compile(r"\d{1,3}(?=(?:\d{3})*$)")

Forms = tuple[Form, ...]
Exists = Callable[[Forms], bool]
"""Whether a row of words stands anywhere."""


def ways(own: Sequence[Slot], exists: Exists) -> Ways:
    """The rows of words that stand for these: first they themselves, then those that exist."""
    forms = tuple(slot.form for slot in own)
    if any(slot.offset != at for at, slot in enumerate(own)):
        return (tuple(own),)
    steps = [_steps(forms, at, exists) for at in range(len(forms))]
    if all(len(some) == 1 for some in steps):
        return (tuple(own),)
    rows: list[tuple[Slot, ...]] = []
    for row in _rows(steps, 0):
        rows.append(tuple(Slot(offset, form) for offset, form in enumerate(row)))
        if len(rows) == MOST_WAYS:
            break
    return tuple(dict.fromkeys(rows))


def _rows(steps: Sequence[Sequence[tuple[int, Forms]]], at: int) -> Iterator[Forms]:
    if at == len(steps):
        yield ()
        return
    for to, forms in steps[at]:
        for rest in _rows(steps, to):
            yield (*forms, *rest)


def _steps(forms: Forms, at: int, exists: Exists) -> list[tuple[int, Forms]]:
    """How a row may go on from the word at a place: to which place, with which words. The word itself comes first."""
    found: list[tuple[int, Forms]] = [(at + 1, (forms[at],))]
    if _plain(forms[at]):
        found += [(at + 1, row) for row in apart(forms[at].surface) if exists(row)]
    for to in range(at + 2, min(len(forms), at + MOST_JOINED) + 1):
        row = together([form.surface for form in forms[at:to]]) if all(map(_plain, forms[at:to])) else None
        if row and exists((row,)):
            found.append((to, (row,)))
    return found


def _plain(form: Form) -> bool:
    return form.mode == "stem" and not HAS_UNSPACED.search(form.surface)


def together(words: Sequence[str]) -> Form | None:
    """The form of several folded words written as one; None if they are not: two figures, or words such as "may" and "be"."""
    word = "".join(words)
    letters = all(len(one) == 1 for one in words)
    if any(first[-1].isdigit() and second[0].isdigit() for first, second in zip(words, words[1:], strict=False)) or not word.isalnum():
        return None
    if all(one in LITTLE for one in words) and not letters:
        return None
    return Form(word, "stem", capital=letters and word in LITTLE)


def apart(word: str) -> Iterator[Forms]:
    """The rows of words that one folded word may be written as."""
    if figure := _FIGURE.fullmatch(word):
        *first, last = _GROUPS.findall(figure[1])
        groups = [Form(group, "exact", after=1 << (MIDDLE if at else FIRST)) for at, group in enumerate(first)]
        yield (*groups, Form(last + (figure[2] or ""), "exact", after=_LAST))
        return
    if not word.isalnum():
        return
    for cut in range(1, len(word)):
        yield from _in_two(word[:cut], word[cut:])
    if 2 < len(word) <= LONGEST_POINTED and word.isalpha():
        yield (*(Form(letter, "exact", after=_DOT | _TIGHT) for letter in word[:-1]), Form(word[-1], "exact"))


def _in_two(first: str, second: str) -> Iterator[Forms]:
    before, after = first[-1].isdigit(), second[0].isdigit()
    if before and after:
        return
    joints = _TIGHT | (_DOT if len(first) <= 2 and len(second) <= 2 else 0)
    if before != after:
        little = first if after else second
        if len(little) > 1 and little not in LITTLE:
            joints |= _OPEN
        else:  # G 7, not "a 7"
            yield Form(first, "exact", after=_OPEN, capital=after), Form(second, "stem", capital=before)
    elif min(len(first), len(second)) >= SHORTEST_OPEN and first not in LITTLE and second not in LITTLE:
        joints |= _OPEN
    yield Form(first, "exact", after=joints), Form(second, "stem")
