"""Carrying: 1,000 marks of 100 KB of prose found again after 5 % of its words were changed and 5 % of its paragraphs moved."""

from __future__ import annotations

import pydoc_data.topics
import random
import re

from benchmarks.harness import Row, in_turn, medians, quiet, row, timed
from workbench.case.carrying import Carried, carried
from workbench.case.line_pairs import lines_of, same_lines
from workbench.domain.anchors import trimmed
from workbench.domain.spans import Span

SIZE = 100_000
MARKS = 1000
SHARE = 0.05
SEEDS = (1, 2, 3)
LENGTHS = (20, 40, 80, 150, 300)
LINES = "the paragraphs that are the same, alone"


def run() -> list[Row]:
    old = prose(random.Random(3))
    changed = [changed_text(old, random.Random(seed)) for seed in SEEDS]
    marks = [spans(old, random.Random(9 + seed)) for seed in SEEDS]
    what = "1,000 marks in 100 KB carried over"
    new = changed[0][0]
    with quiet():
        ours, lines = medians(in_turn(9, timed(lambda: carried(old, new, marks[0])), timed(lambda: _lines(old, new))))
    found = [judged(old, each, truth, spans_, carried(old, each, spans_)) for (each, truth), spans_ in zip(changed, marks, strict=True)]
    with_place, missed, wrong = (sum(each) for each in zip(*found, strict=True))
    return [
        row(what, ours, peer=LINES, theirs=lines, most=250),
        row(f"{what}: not within one letter", 100 * missed / with_place, unit="%", most=3),
        row(f"{what}: said to be where they are not", wrong, unit="marks", most=0),
    ]


def prose(chance: random.Random) -> str:
    """Paragraphs of Python's own manual, in some order."""
    parts = {" ".join(part.split()) for topic in pydoc_data.topics.topics.values() for part in topic.split("\n\n")}
    chosen = sorted(part for part in parts if len(part) > 150 and part[0].isalpha() and "::=" not in part)
    chance.shuffle(chosen)
    return "\n".join(chosen)[:SIZE]


def spans(text: str, chance: random.Random) -> list[Span]:
    """Marks of 20 to 300 letters anywhere, without white space at their ends."""
    starts = ((chance.randrange(len(text) - max(LENGTHS)), chance.choice(LENGTHS)) for _ in range(MARKS))
    return [trimmed(text, start, start + length) for start, length in starts]


def changed_text(text: str, chance: random.Random) -> tuple[str, list[int]]:
    """The text with words replaced, left out and put in, and paragraphs moved; and where each letter is now."""
    words = re.findall(r"\w{3,}", text)
    made = [_changed(line, words, chance) for line in text.split("\n")]
    order = list(range(len(made)))
    for moved in chance.sample(order, max(1, int(SHARE * len(order)))):
        order.remove(moved)
        order.insert(chance.randrange(len(order) + 1), moved)
    starts, at = {}, 0
    for number in order:
        starts[number] = at
        at += len(made[number][0]) + 1
    truth = [starts[number] + place for number, (_, places) in enumerate(made) for place in places]
    return "\n".join(made[number][0] for number in order), truth


def _changed(line: str, words: list[str], chance: random.Random) -> tuple[str, list[int]]:
    """One paragraph, and where each of its letters and its end are now."""
    new, places = "", []
    for token in re.findall(r"\w+|\W", line):
        ahead, now = "", token
        if token[0].isalnum() and chance.random() < SHARE:
            ahead, now = chance.choice((("", chance.choice(words)), ("", ""), (chance.choice(words) + " ", token)))
        places += [len(new) + len(ahead) + min(at, len(now)) for at in range(len(token))]
        new += ahead + now
    return new, [*places, len(new)]


def judged(old: str, new: str, truth: list[int], marks: list[Span], results: list[Carried]) -> tuple[int, int, int]:
    """How many marks still have one place (their paragraphs stand together), how many of those were not found within a letter at each
    end, and how many were said to be somewhere with their words but are not there."""
    with_place = missed = wrong = 0
    for (start, end), found in zip(marks, results, strict=True):
        first, last = truth[start], truth[end - 1] + 1
        ends = (last, truth[end])  # a word put in right behind the mark may be in it or not
        one = all(0 <= there - here < 60 for here, there in zip(truth[start:end], truth[start + 1 : end], strict=False))
        near = found.span is not None and abs(found.span.start - first) <= 1 and any(abs(found.span.end - each) <= 1 for each in ends)
        with_place += one
        missed += one and not near
        wrong += found.kept is not None and not near and new[first:last] != old[start:end]
    return with_place, missed, wrong


def _lines(old: str, new: str) -> dict[int, int]:
    return same_lines(*([text[a:b] for a, b in lines_of(text)] for text in (old, new)))
