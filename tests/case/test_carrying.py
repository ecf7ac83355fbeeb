"""Carrying: where spans of an old text are in a new one, and that nothing is called the same whose words differ."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.thorough import share
from workbench.case import word_pairs
from workbench.case.carrying import Carried, Fate, carried
from workbench.case.line_pairs import in_order, lines_of
from workbench.case.word_pairs import common
from workbench.domain.anchors import trimmed
from workbench.domain.spans import Span

WORDS = [
    "the",
    "a",
    "said",
    "Norlin",
    "1,500",
    "soldiers",
    "port",
    "Ansel",
    "“denied”",
    "일요일",
    "語",
    "e\u0301t\u00e9",
    "on",
    "—",
    "2,000",
]
LINE = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)
BESIDE = st.lists(st.sampled_from(["red", "green", "blue", "grey", "9", "日"]), max_size=9).map(" ".join)
TEXT = st.lists(LINE, min_size=1, max_size=12).map("\n".join)
STRANGE = st.text(alphabet=[*"ab 1.\n\t", "\u00a0", "é", "語", "👍", "\u200d"], min_size=1, max_size=60)
ARTICLE = (
    "Port Ansel, Friday\nNorlin sent 1,500 soldiers to the port, the agency said.\nNorlin denied it on Sunday.\nNobody was hurt at sea."
)


def span_of(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def fates(old: str, new: str, *words: str) -> list[tuple[str, str | None]]:
    """What became of some words of the old text: the fate, and the words that stand there now."""
    found = carried(old, new, [span_of(old, each) for each in words])
    return [(each.fate.value, new[slice(*each.span)] if each.span else None) for each in found]


def words_of(data: st.DataObject, text: str) -> Span:
    """Any span of a text that has more in it than white space, without white space at its ends."""
    start = data.draw(st.integers(0, len(text) - 1))
    return trimmed(text, start, data.draw(st.integers(start + 1, len(text))))


def hold(old: str, new: str, span: Span, found: Carried) -> None:
    """What is called the same or moved has its very words; the rest says nothing of the kind."""
    if found.fate in (Fate.SAME, Fate.MOVED):
        assert found.span is not None
        assert new[slice(*found.span)] == old[slice(*span)]
    assert (found.span is None) == (found.fate in (Fate.AMBIGUOUS, Fate.ORPHAN))
    assert found.kept is None or found.kept == found.span


@settings(deadline=None, max_examples=share(600))
@given(TEXT | STRANGE, st.data())
def test_in_the_same_text_everything_is_the_same(text: str, data: st.DataObject) -> None:
    spans = [span for span in (words_of(data, text) for _ in range(4) if text) if span.start < span.end]
    assert carried(text, text, spans) == [Carried(Fate.SAME, span) for span in spans]


@settings(deadline=None, max_examples=share(600))
@given(st.lists(LINE, min_size=1, max_size=10), st.data())
def test_lines_put_in_anywhere_change_nothing(lines: list[str], data: st.DataObject) -> None:
    spans = [Span(0, len(line)) for line in lines]
    at = 0
    placed, new = [], []
    for line, inside in zip(lines, spans, strict=True):
        for _ in range(data.draw(st.integers(0, 2))):
            new.append(data.draw(st.lists(st.sampled_from(["menu", "Share", "sign", "up", "Cookies"]), max_size=5).map(" ".join)))
        placed.append((trimmed("\n".join(lines), at, at + inside.end), len(new)))
        at += len(line) + 1
        new.append(line)
    text, made = "\n".join(lines), "\n".join(new)
    whole = [span for span, _ in placed if span.start < span.end]
    results = carried(text, made, whole)
    starts = [sum(len(line) + 1 for line in new[:number]) for span, number in placed if span.start < span.end]
    assert [each.fate for each in results] == [Fate.SAME] * len(whole)
    assert [made.count("\n", 0, each.span.start) for each in results if each.span] == [made.count("\n", 0, start) for start in starts]


@settings(deadline=None, max_examples=share(900))
@given(TEXT | STRANGE, TEXT | STRANGE, st.data())
def test_nothing_is_called_the_same_whose_words_differ(old: str, new: str, data: st.DataObject) -> None:
    spans = [span for span in (words_of(data, old) for _ in range(3) if old) if span.start < span.end]
    results = carried(old, new, spans)
    for span, found in zip(spans, results, strict=True):
        hold(old, new, span, found)
    places = {found.kept: span for span, found in zip(spans, results, strict=True) if found.kept}
    assert len(places) == len({span for span, found in zip(spans, results, strict=True) if found.kept}), "one place for two spans"


@settings(deadline=None, max_examples=share(300))
@given(TEXT, TEXT, BESIDE, BESIDE, st.booleans())
def test_words_that_are_there_once_are_found(old: str, new: str, before: str, after: str, alone: bool) -> None:
    words = "zwölf Boxkämpfer jagen Viktor quer"
    there = words if alone else f"{after} {words} {before}"
    [found] = carried(f"{old}\n{before} {words} {after}", f"{new}\n{there}\n{old}", [span_of(f"{old}\n{before} {words} {after}", words)])
    assert found.fate in (Fate.SAME, Fate.MOVED)


@settings(deadline=None, max_examples=share(300))
@given(st.lists(st.sampled_from("abcd"), max_size=14), st.lists(st.sampled_from("abcd"), max_size=14))
def test_common_words_are_a_longest_common_subsequence(old: list[str], new: list[str]) -> None:
    pairs = common(old, new)
    assert all(old[i] == new[j] for i, j in pairs)
    assert all(i < k and j < m for (i, j), (k, m) in zip(pairs, pairs[1:], strict=False))
    best = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, here in enumerate(old):
        for j, there in enumerate(new):
            best[i + 1][j + 1] = best[i][j] + 1 if here == there else max(best[i][j + 1], best[i + 1][j])
    assert len(pairs) == best[-1][-1]


@settings(deadline=None, max_examples=share(200))
@given(st.permutations(range(7)))
def test_the_chain_in_order_has_the_most_letters(order: list[int]) -> None:
    lines = ["x" * (1 + number * 3 % 5) for number in range(7)]
    chain = in_order(dict(enumerate(order)), lines)
    ways = ([i for i in range(7) if bits >> i & 1] for bits in range(128))
    most = max(sum(len(lines[i]) for i in way) for way in ways if [order[i] for i in way] == sorted(order[i] for i in way))
    assert [order[i] for i in chain] == sorted(order[i] for i in chain)
    assert sum(len(lines[i]) for i in chain) == most


def test_a_text_around_the_old_one_keeps_every_mark() -> None:
    page = f"Menu\nPort Ansel, Friday\nShare\n{ARTICLE}\nMore of this\nNorlin denied it on Sunday.\nNobody knows why."
    spans = [trimmed(ARTICLE, line.start + cut, line.end) for line in lines_of(ARTICLE) for cut in (0, 5, 9)]
    start = page.index(ARTICLE)
    assert carried(ARTICLE, page, spans) == [Carried(Fate.SAME, Span(a + start, b + start)) for a, b in spans]


def test_a_changed_figure_is_no_longer_what_was_marked() -> None:
    new = ARTICLE.replace("1,500", "1,600").replace("Nobody was", "Earlier reports said 1,500. Nobody was")
    found = fates(ARTICLE, new, "1,500", "sent 1,500 soldiers", "soldiers to the port", "Nobody was hurt")
    assert found == [
        ("orphan", None), ("changed", "sent 1,600 soldiers"), ("same", "soldiers to the port"), ("same", "Nobody was hurt"),
    ] or found[0] == ("changed", "1,600")  # fmt: skip


def test_a_moved_paragraph_is_told() -> None:
    first, second, third, fourth = ARTICLE.split("\n")
    found = fates(ARTICLE, "\n".join((first, third, second, fourth)), "Norlin sent 1,500", "Norlin denied it", "Nobody was hurt")
    assert [fate for fate, _ in found] == ["same", "moved", "same"]


def test_the_same_words_in_several_places_are_ambiguous_unless_what_is_around_them_tells() -> None:
    words = "Nobody was hurt, the agency said."
    old = f"First came the flood.\n{words}\nThen came the wind from the north."
    apart = f"One thing.\n{words}\nAnother thing.\n{words}\nA third thing."
    assert fates(old, apart, words) == [("ambiguous", None)]
    beside = f"One thing.\n{words}\nAnother thing.\n{words}\nThen came the wind from the north."
    [found] = carried(old, beside, [span_of(old, words)])
    assert found == Carried(Fate.SAME, Span(beside.rindex(words), beside.rindex(words) + len(words)))


def test_a_short_quotation_is_not_found_by_chance() -> None:
    assert fates("It cost 12 crowns.\nThe end.", "Page 12\nThe end.", "12") == [("orphan", None)]


def test_words_of_a_line_that_went_are_not_those_of_another_line_that_stayed() -> None:
    old = "Norlin sent 1,500 soldiers\nThe mayor said: Norlin sent 1,500 soldiers"
    assert fates(old, "The mayor said: Norlin sent 1,500 soldiers", "Norlin sent 1,500 soldiers") == [("orphan", None)]


def test_a_paragraph_cut_in_two_keeps_its_marks() -> None:
    new = ARTICLE.replace("soldiers to the port, ", "soldiers\nto the port, ")
    found = fates(ARTICLE, new, "sent 1,500 soldiers", "to the port, the agency said", "soldiers to the port")
    assert [fate for fate, _ in found[:2]] == ["same", "same"]
    assert found[2][0] in ("changed", "orphan")


def test_a_text_in_one_line_of_very_many_words_takes_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(4)
    words = [f"w{chance.randrange(3000)}" for _ in range(4000)]
    monkeypatch.setattr(word_pairs, "ROOM", 1_000_000)
    old, new = " ".join(words), " ".join(word for word in words if chance.random() > 0.05)
    begun = time.perf_counter()
    found = carried(old, new, [Span(*found) for found in word_pairs.word_places(old)[100:3900:100]])
    assert time.perf_counter() - begun < 5
    assert sum(each.fate is Fate.SAME for each in found) > 30
