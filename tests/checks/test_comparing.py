"""What articles say together and against each other, before anything is marked. The articles are fiction."""

from __future__ import annotations

import random
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.comparing import readings, words_at
from workbench.checks.comparing.comparison import NOTHING, CaseComparison, compared
from workbench.checks.comparing.places import IN_ALL, OF_AN_ARTICLE
from workbench.checks.matter import Question
from workbench.domain.vocabulary import DiscrepancyType, Severity

FERRY = """Seven killed as ferry sinks off Halvik
At least seven people were killed when the ferry Brage sank off Halvik on Tuesday morning, police said.
The harbour office said the ferry struck a rock at about 6.10am. "We heard a bang and then everybody ran to the doors," said Ida Holm.
The captain is believed to have fallen asleep before the ferry struck the rock.
"""
COAST = """Nine dead in ferry disaster
At least nine people were killed when the ferry Brage sank near Halvik on Tuesday, the coast guard said.
The ferry struck a rock at 6.40am, according to the coast guard.
Passenger Ida Holm said: "We heard a crash and then everybody ran for the doors."
The captain had fallen asleep before the ferry struck the rock, a spokesman said.
"""
KNOWN = """Ferry Brage sinks: what is known
At least seven people were killed when the ferry Brage sank off Halvik, the police said on Wednesday.
"""
OTHER = """Council votes on new library
The council of Norlin voted on Monday to build a library beside the old market hall. It will cost four million crowns.
"""


def of_type(found: CaseComparison, kind: DiscrepancyType) -> list[Question]:
    return [question for question in found.findings if question.type is kind]


def test_what_two_articles_say_alike_is_one_group_and_what_a_third_says_of_something_else_is_not_in_it() -> None:
    found = compared(readings(FERRY, COAST, KNOWN, OTHER))
    first = found.groups[0]
    assert {each.reading.article_id for each in first.stated} == {1, 2, 3}
    assert "killed" in " ".join(first.shared)
    assert first.why.startswith("3 articles share “")
    assert all(each.reading.article_id != 4 for group in found.groups for each in group.stated)


def test_figures_that_differ_are_one_finding_with_the_passages_of_each() -> None:
    read = readings(FERRY, COAST, KNOWN)
    (figure,) = of_type(compared(read), DiscrepancyType.FIGURE)
    assert figure.severity is Severity.HIGH
    assert {number for number, _ in words_at(figure, read)} == {1, 2, 3}
    assert "seven" in figure.why
    assert "nine" in figure.why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The mill lost 1,200 sacks of flour in the flood, the owner said.",
            "The mill lost 1200 sacks of flour in the flood, the owner said.",
        ),
        ("About 1,200 sacks of flour were lost in the flood.", "Some 1,150 sacks of flour were lost in the flood."),
        ("Seven people were killed in the fire at the mill.", "A dozen firemen fought the fire at the mill."),
        ("Five people were trapped in the mill after the fire.", "Two people are still trapped in the mill after the fire."),
        ("Thirty people work in the mill; four of them were hurt.", "Thirty people work in the mill; nine of whom were hurt by smoke."),
        ("Seven people were killed, two women among them, in the mill fire.", "Two women were killed in the mill fire in 1959."),
        ("The mill plans to sell 12,000 sacks of flour.", "The mill sold 9,000 sacks of flour."),
        ("Ida Holm, 30, saw the mill burn.", "Jon Vik, 41, saw the mill burn."),
    ],
)
def test_figures_that_agree_or_count_something_else_are_no_finding(one: str, other: str) -> None:
    found = compared(readings(f"Mill burns\n{one}\n", f"Mill burns\n{other}\n"))
    assert of_type(found, DiscrepancyType.FIGURE) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Seven people were killed in the fire at the mill.", "Nine people died in the fire at the mill."),
        ("The fire at the mill left seven dead.", "At least nine people were killed in the fire at the mill."),
        ("The mill lost 1,200 sacks of flour in the flood.", "The mill lost 2,100 sacks of flour in the flood."),
        ("Up to 40 people were injured in the mill fire.", "More than 60 people were injured in the mill fire."),
        ("Ida Holm, 30, saw the mill burn.", "Ida Holm, 41, saw the mill burn."),
        ("The speed limit at the mill bridge is 30 km/h.", "The speed limit at the mill bridge is 50 km/h."),
    ],
)
def test_figures_that_differ_are_found(one: str, other: str) -> None:
    found = compared(readings(f"Mill burns\n{one}\n", f"Mill burns\n{other}\n"))
    assert len(of_type(found, DiscrepancyType.FIGURE)) == 1


def test_times_of_one_event_that_differ_are_found_and_when_a_service_was_called_is_another_time() -> None:
    read = readings(FERRY, COAST, "Ferry\nThe coast guard was called to the ferry on the rock at 6.55am.\n")
    (when,) = of_type(compared(read), DiscrepancyType.DATE)
    assert words_at(when, read) == [(1, "6.10am"), (2, "6.40am")]


def test_a_doubt_that_is_lost_is_found_with_both_passages() -> None:
    read = readings(FERRY, COAST)
    (doubt,) = of_type(compared(read), DiscrepancyType.HEDGE_LOST)
    assert "is believed to have fallen asleep" in doubt.why
    assert [number for number, _ in words_at(doubt, read)] == [1, 2]


def test_a_quotation_in_other_words_is_found_and_one_that_is_only_cut_is_not() -> None:
    read = readings(FERRY, COAST, 'Ferry\n"We heard a bang," said Ida Holm.\n')
    (quoted,) = of_type(compared(read), DiscrepancyType.QUOTATION)
    assert [number for number, _ in words_at(quoted, read)] == [1, 2]


def test_inside_and_beside_one_spot_are_a_finding() -> None:
    read = readings(
        "Tram overturns\nThe tram overturned in a tunnel near Halvik on Tuesday.\n",
        "Tram overturns\nThe tram overturned near the tunnel at Halvik on Tuesday.\n",
    )
    (place,) = of_type(compared(read), DiscrepancyType.PLACE)
    assert {words for _, words in words_at(place, read)} == {"in a tunnel", "near the tunnel"}


def test_opposed_deeds_are_a_finding_and_in_a_headline_it_is_not_borne_out() -> None:
    read = readings(
        "Norlin recalls ambassador\nNorlin protested on Monday over the fishing grounds.\n",
        "Protest\nNorlin summoned the ambassador of Silt on Monday over the fishing grounds.\n",
    )
    (deed,) = of_type(compared(read), DiscrepancyType.HEADLINE)
    assert deed.severity is Severity.HIGH


def test_what_is_unclear_to_one_and_stated_by_another_is_a_finding() -> None:
    read = readings(
        "Driver held\nIt is unclear why the driver of the ferry bus was arrested on Tuesday.\n",
        "Driver held\nThe driver of the ferry bus was arrested on suspicion of theft on Tuesday.\n",
    )
    found = [q for q in compared(read).findings if q.type in (DiscrepancyType.PREDICATE, DiscrepancyType.HEADLINE)]
    assert len(found) == 1
    assert "unclear why" in found[0].why


def test_words_that_two_articles_share_are_said_with_how_many() -> None:
    line = "The old mill on the river had been empty for eleven years when the fire began on Sunday night"
    read = readings(f"Mill burns\n{line}, the owner said.\n", f"Fire in Norlin\nNobody was hurt. {line}.\n", OTHER)
    (copy,) = compared(read).copied
    assert (copy.one.article_id, copy.other.article_id, copy.words, copy.quoted) == (1, 2, 19, False)
    assert read[0].words(copy.one.span) == line


def test_one_article_says_nothing_against_itself() -> None:
    assert compared(readings(FERRY)) is NOTHING
    assert compared([]) is NOTHING


def test_the_same_articles_give_the_same_findings_in_the_same_order() -> None:
    texts = [FERRY, COAST, KNOWN, OTHER]
    assert compared(readings(*texts)) == compared(readings(*texts))


def test_forty_copies_of_one_article_are_said_alike_and_nothing_of_them_differs() -> None:
    found = compared(readings(*[FERRY] * 40))
    assert {q.type for q in found.findings} <= {DiscrepancyType.QUALIFIER_DROPPED}
    assert found.groups
    assert found.groups[0].articles == 40


_SOME_WORDS = (
    "ferry rock captain police seven nine killed people harbour asleep believed sank said the a of in at 6.10am 6.40am 1,200 sacks . \n"
    " Holm Ida Brage 12 000 km 40 % about least more than unclear whether denied not confirmed tunnel near inside 7pm 1.5 2031 Monday"
    " “ ” \" ' ’ « »"
)
WORDS = _SOME_WORDS.split(" ")


@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join), min_size=2, max_size=5))
def test_every_place_is_words_of_its_article_and_few_enough_to_look_at(texts: list[str]) -> None:
    read = readings(*texts)
    lengths = {each.article_id: len(each.text) for each in read}
    found = compared(read)
    for question in found.findings:
        assert len(question.places) <= IN_ALL
        assert max(Counter(place.article_id for place in question.places).values()) <= OF_AN_ARTICLE
        for place in question.places:
            assert 0 <= place.span.start < place.span.end <= lengths[place.article_id]
        assert question.why == " ".join(question.why.split())
    ranks = [list(Severity).index(question.severity) for question in found.findings]
    assert all(a <= b for a, b in pairwise(ranks))


@given(st.lists(st.text(max_size=200), min_size=2, max_size=4), st.sampled_from(["", "en", "de", "ko", "zh", "ar", "ru", "tr"]))
def test_nothing_that_a_text_may_hold_is_an_error(texts: list[str], language: str) -> None:
    compared(readings(*texts, language=language))


def test_a_long_row_of_one_word_and_two_hundred_unrelated_articles_come_to_an_end() -> None:
    """Nothing is quadratic in the number of articles: each doubling costs little more than twice as much, as counted in pairs."""
    random.seed(3)
    nouns = [f"thing{number}" for number in range(4000)]
    texts = [f"Notice\nThe {random.choice(nouns)} of {random.choice(nouns)} met a {random.choice(nouns)}.\n" for _ in range(200)]
    found = compared(readings(*texts, "rock " * 40_000, '"' * 20_000))
    assert len(found.groups) < 400
