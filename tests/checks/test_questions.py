"""What the checks ask and what they let pass: each with a case that must raise a question and cases that must not."""

from __future__ import annotations

from datetime import date

import pytest

from tests.checks.making import Desk, asked, weighed, words_at
from workbench.checks import (
    attribution_lost,
    differing_figures,
    headline,
    hedge_lost,
    name_variants,
    qualifier_dropped,
    quotation_drift,
    relative_date,
    stale_denial,
)
from workbench.checks.dates import named_days
from workbench.checks.differences import differing
from workbench.checks.likely import Side, likely
from workbench.checks.matter import Place, Sentences
from workbench.checks.registry import CHECKS, questions
from workbench.checks.words import quotations
from workbench.domain.spans import Span
from workbench.domain.statuses import Status
from workbench.domain.vocabulary import ClaimKind, DiscrepancyType, Severity, Stance
from workbench.importers.sentences import sentence_spans

REPORTS, ASSERTS, DENIES = Stance.REPORTS, Stance.ASSERTS, Stance.DENIES


@pytest.fixture
def desk() -> Desk:
    return Desk()


def two(desk: Desk, one: str, other: str, kind: ClaimKind = ClaimKind.EVENT, status: Status = Status.OPEN) -> int:
    """A claim that stands in two articles with these words as passages."""
    claim = desk.claim(kind, status)
    for words in (one, other):
        desk.says(claim, desk.article(f"Head\n{words} And so on."), words)
    return claim


class TestFigures:
    def test_two_articles_name_different_ones(self, desk: Desk) -> None:
        two(desk, "1,500 sheep crossed.", "Some 2,000 sheep crossed.")
        (question,) = weighed(desk, differing_figures.ask)
        assert question.why == "Ex. 1 says 1,500, Ex. 2 says 2,000."
        assert (question.type, question.severity, question.claim_id) == (DiscrepancyType.FIGURE, Severity.HIGH, 1)
        assert len(question.places) == 2

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("1,500 sheep crossed.", "Sheep crossed by the hundreds."),
            ("1,500 sheep crossed.", "Fifteen hundred sheep crossed."),
            ("1,500 sheep crossed.", "1,500 sheep and 3 dogs crossed."),
            ("1,500 sheep crossed.", "1500 sheep crossed."),
            ("2 million sheep crossed.", "2,000,000 sheep crossed."),
            ("The sheep crossed on 3 May.", "The sheep crossed on 5 May."),
        ],
    )
    def test_less_the_same_or_a_day_is_no_difference(self, desk: Desk, one: str, other: str) -> None:
        two(desk, one, other)
        assert asked(desk, differing_figures.ask) == []

    def test_who_only_grades_a_claim_says_nothing_of_its_figures(self, desk: Desk) -> None:
        claim = two(desk, "1,500 sheep crossed.", "1,500 sheep crossed.")
        desk.says(claim, desk.article("Head\nThe minister took 3,000 to be likely."), "3,000", Stance.ENDORSES)
        assert asked(desk, differing_figures.ask) == []

    def test_claims_apart_that_count_the_same_thing_are_asked_about_once(self, desk: Desk) -> None:
        for words in ("1,500 mountain sheep crossed.", "10,000 mountain sheep are to cross."):
            desk.says(desk.claim(), desk.article(f"Head\n{words}"), words)
        (question,) = weighed(desk, differing_figures.ask)
        assert question.why == "C1 in Ex. 1 says 1,500, C2 in Ex. 2 says 10,000 mountain sheep: one quantity or several?"
        assert question.severity is Severity.MEDIUM

    def test_claims_apart_that_count_other_things_are_not(self, desk: Desk) -> None:
        for words in ("1,500 mountain sheep crossed.", "10,000 river barges are to cross."):
            desk.says(desk.claim(), desk.article(f"Head\n{words}"), words)
        assert asked(desk, differing_figures.ask) == []


class TestStaleDenials:
    def denial(self, desk: Desk, words: str, *, event_date: str = "2031-03-04", denied_on: str = "") -> None:
        claim = desk.claim(status=Status.DENIED if denied_on else Status.OPEN, event_date=event_date, denied_on=denied_on)
        desk.says(claim, desk.article("Head\nThe dam broke, the valley said."), "The dam broke")
        desk.says(claim, desk.article(f"Head\n{words}"), words, DENIES, "the works")

    @pytest.mark.parametrize("day", ["on 1 March", "on March 1", "on 1 March 2031", "on 2031-03-01"])
    def test_a_day_in_its_sentence_before_what_it_denies(self, desk: Desk, day: str) -> None:
        self.denial(desk, f"The works denied it {day}.")
        assert asked(desk, stale_denial.ask) == ["Ex. 2 gives a denial of 2031-03-01; what it is said to deny is of 2031-03-04."]

    def test_its_recorded_day(self, desk: Desk) -> None:
        self.denial(desk, "The works denied it.", denied_on="2031-02-20")
        assert asked(desk, stale_denial.ask) == ["The denial is recorded as of 2031-02-20; what it is said to deny is of 2031-03-04."]

    def test_its_own_earlier_without_a_day(self, desk: Desk) -> None:
        self.denial(desk, "The works had earlier denied it.", event_date="")
        (why,) = asked(desk, stale_denial.ask)
        assert "“earlier”" in why

    @pytest.mark.parametrize(
        "words",
        ["The works denied it on 5 March.", "The works denied it on 4 March.", "The works denied it.", "The works denied it today."],
    )
    def test_a_denial_of_the_day_or_later_or_of_no_day_passes(self, desk: Desk, words: str) -> None:
        self.denial(desk, words)
        assert asked(desk, stale_denial.ask) == []

    def test_a_denial_alone_has_nothing_to_be_held_against(self, desk: Desk) -> None:
        claim = desk.claim()
        desk.says(claim, desk.article("Head\nThe works had earlier denied it."), "The works had earlier denied it.", DENIES)
        assert asked(desk, stale_denial.ask) == []


class TestAttributionLost:
    def pair(self, desk: Desk, plain: str, status: Status = Status.OPEN, kind: ClaimKind = ClaimKind.EVENT, language: str = "en") -> None:
        claim = desk.claim(kind, status)
        desk.says(claim, desk.article("Head\nThe dam broke, the mayor said."), "The dam broke", REPORTS, "the mayor")
        desk.says(claim, desk.article(f"Head\n{plain}", language=language), plain.split(",")[0], ASSERTS)

    def test_fact_in_one_article_and_somebodys_word_in_another(self, desk: Desk) -> None:
        self.pair(desk, "The dam broke")
        assert asked(desk, attribution_lost.ask) == ["Ex. 2 says it as fact; Ex. 1 has it from the mayor."]

    @pytest.mark.parametrize(
        "words", ["The dam broke, according to him.", "The dam broke, he said.", "The dam broke, the agency announced."]
    )
    def test_an_attribution_outside_the_mark_counts(self, desk: Desk, words: str) -> None:
        self.pair(desk, words)
        assert asked(desk, attribution_lost.ask) == []

    def test_what_is_confirmed_or_was_said_may_be_stated(self, desk: Desk) -> None:
        self.pair(desk, "The dam broke", Status.CONFIRMED)
        self.pair(desk, "The dam broke", kind=ClaimKind.UTTERANCE)
        assert asked(desk, attribution_lost.ask) == []

    def test_a_language_it_cannot_read_is_left_alone(self, desk: Desk) -> None:
        self.pair(desk, "Гребля прорвалася", language="uk")
        assert asked(desk, attribution_lost.ask) == []


class TestHedgeLost:
    BODY = "The harbour master allegedly sold the old ferry to his own brother last spring."

    def test_a_headline_without_what_its_text_keeps(self, desk: Desk) -> None:
        desk.article(f"Harbour master sold ferry to brother\n{self.BODY}\n", headline="Harbour master sold ferry to brother")
        (question,) = weighed(desk, hedge_lost.ask)
        assert "“allegedly”" in question.why
        assert words_at(desk.matter(), question.places) == ["Harbour master sold ferry to brother", self.BODY]

    @pytest.mark.parametrize(
        "headline",
        [
            "Harbour master allegedly sold ferry to brother",
            "Harbour master sold ferry to brother, rival says",
            "Gale warning for the weekend",
        ],
    )
    def test_a_headline_that_keeps_it_names_who_says_so_or_speaks_of_something_else(self, desk: Desk, headline: str) -> None:
        desk.article(f"{headline}\n{self.BODY}\n", headline=headline)
        assert asked(desk, hedge_lost.ask) == []

    def test_a_text_without_a_hedge(self, desk: Desk) -> None:
        headline = "Harbour master sold ferry to brother"
        desk.article(f"{headline}\n{self.BODY.replace('allegedly ', '')}\n", headline=headline)
        assert asked(desk, hedge_lost.ask) == []


class TestHeadline:
    def pair(self, desk: Desk, below: Stance, *, also: bool = False) -> None:
        article = desk.article("Mayor resigns\nThe mayor offered to go. He resigned at noon.", headline="Mayor resigns")
        claim = desk.claim()
        desk.says(claim, article, "Mayor resigns", ASSERTS)
        desk.says(claim, article, "The mayor offered to go", below)
        if also:
            desk.says(claim, article, "He resigned at noon.", ASSERTS)

    @pytest.mark.parametrize(("stance", "does"), [(Stance.CONTRADICTS, "opposes it"), (Stance.PARTIAL, "says something else")])
    def test_its_own_text_says_otherwise(self, desk: Desk, stance: Stance, does: str) -> None:
        self.pair(desk, stance)
        assert asked(desk, headline.ask) == [f"The headline of Ex. 1 says “Mayor resigns”; the text under it {does}."]

    def test_a_text_that_carries_it_too_or_says_nothing_against_it_passes(self, desk: Desk) -> None:
        self.pair(desk, Stance.PARTIAL, also=True)
        self.pair(desk, Stance.NEUTRAL)
        assert asked(desk, headline.ask) == []


class TestNameVariants:
    @pytest.mark.parametrize(
        ("one", "other"), [("Ilse Vorandt", "Ilze Vorant"), ("Kim Hong-kyun", "Kim Hong Kyun"), ("Georgiy Sinoff", "Georgy Sinoff")]
    )
    def test_one_name_in_two_spellings(self, desk: Desk, one: str, other: str) -> None:
        for name in (one, other, one):
            desk.article(f"Head\nYesterday {name} said so.")
        assert asked(desk, name_variants.ask) == [f"Ex. 1 has “{one}”; Ex. 2 has “{other}”."]

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("South Korea", "South Korean"),
            ("South Korea", "North Korea"),
            ("Anna Berger", "Jana Berger"),
            ("Foreign Minister", "Foreign Ministry"),
            ("Ida Holm", "Ida Holt"),
            ("Jan Weil", "Jan Weber"),
        ],
    )
    def test_two_names(self, desk: Desk, one: str, other: str) -> None:
        for name in (one, other):
            desk.article(f"Head\nYesterday {name} said so; the minister of that ministry did not.")
        assert asked(desk, name_variants.ask) == []

    def test_two_spellings_in_one_article_are_left_to_its_reader(self, desk: Desk) -> None:
        desk.article("Head\nYesterday Ilse Vorandt said so. Today Ilze Vorant did.")
        assert asked(desk, name_variants.ask) == []


class TestQualifierDropped:
    @pytest.mark.parametrize(
        ("one", "other", "severity"),
        [
            ("Up to 300 sheep crossed.", "300 sheep crossed.", Severity.MEDIUM),
            ("As many as 300 sheep crossed.", "About 300 sheep crossed.", Severity.MEDIUM),
            ("At least 300 sheep crossed.", "300 sheep crossed.", Severity.MEDIUM),
            ("About 300 sheep crossed.", "300 sheep crossed.", Severity.LOW),
            ("The first such crossing.", "The first crossing.", Severity.HIGH),
        ],
    )
    def test_kept_here_and_dropped_there(self, desk: Desk, one: str, other: str, severity: Severity) -> None:
        two(desk, one, other)
        (question,) = weighed(desk, qualifier_dropped.ask)
        assert (question.type, question.severity) == (DiscrepancyType.QUALIFIER_DROPPED, severity)

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("About 300 sheep crossed.", "Some 300 sheep crossed."),
            ("Up to 300 sheep crossed.", "400 sheep crossed."),
            ("The first such crossing.", "The second crossing."),
            ("300 sheep crossed.", "300 sheep crossed."),
        ],
    )
    def test_the_same_weight_or_another_figure(self, desk: Desk, one: str, other: str) -> None:
        two(desk, one, other)
        assert asked(desk, qualifier_dropped.ask) == []

    def test_a_qualifier_just_before_the_mark_counts(self, desk: Desk) -> None:
        claim = desk.claim()
        desk.says(claim, desk.article("Head\nAbout 300 sheep crossed."), "300 sheep")
        desk.says(claim, desk.article("Head\nAround 300 sheep crossed."), "300 sheep")
        assert asked(desk, qualifier_dropped.ask) == []

    def test_alleged_here_and_plain_fact_there(self, desk: Desk) -> None:
        claim = desk.claim()
        desk.says(claim, desk.article("Head\nHe allegedly sold it."), "He allegedly sold it.")
        desk.says(claim, desk.article("Head\nHe sold it."), "He sold it.", ASSERTS)
        assert asked(desk, qualifier_dropped.ask) == ["Ex. 1 says “allegedly”, Ex. 2 drops it."]

    def test_alleged_here_and_attributed_there(self, desk: Desk) -> None:
        claim = desk.claim()
        desk.says(claim, desk.article("Head\nHe allegedly sold it."), "He allegedly sold it.")
        desk.says(claim, desk.article("Head\nHe sold it, police said."), "He sold it", ASSERTS)
        assert asked(desk, qualifier_dropped.ask) == []


class TestQuotationDrift:
    def quoted(self, desk: Desk, one: str, other: str, kind: ClaimKind = ClaimKind.EVENT) -> None:
        claim = desk.claim(kind)
        for words in (one, other):
            desk.says(claim, desk.article(f"Head\nThen {words} she said."), words)

    def test_one_utterance_in_two_wordings(self, desk: Desk) -> None:
        self.quoted(
            desk, "“We will never open the gate until all boats are home,”", "“We will not open the gate until the boats are home,”"
        )
        (question,) = weighed(desk, quotation_drift.ask)
        assert (question.type, question.severity) == (DiscrepancyType.QUOTATION, Severity.HIGH)
        assert words_at(desk.matter(), question.places)[0] == "We will never open the gate until all boats are home,"

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("“We will not open the gate,”", "“We will not open the gate”"),
            ("“We will not open the gate until all boats are home,”", "“open the gate until all boats”"),
            ("“We will not open the gate,”", "“WE WILL NOT OPEN THE GATE,”"),
            ("“We will not open the gate,”", "“Nobody told the crew about a storm,”"),
            ("“We will not open the gate,”", "they would not open the gate"),
        ],
    )
    def test_the_same_a_part_another_sentence_or_a_paraphrase(self, desk: Desk, one: str, other: str) -> None:
        self.quoted(desk, one, other)
        assert asked(desk, quotation_drift.ask) == []

    def test_a_word_exchanged_between_words_that_agree(self, desk: Desk) -> None:
        self.quoted(desk, "“we answer with all possible means”", "they would use all available means to answer", ClaimKind.UTTERANCE)
        (question,) = weighed(desk, quotation_drift.ask)
        assert question.why == "Ex. 1 quotes “all possible means”, Ex. 2 has “all available means”."
        assert question.severity is Severity.MEDIUM

    def test_only_of_what_somebody_said(self, desk: Desk) -> None:
        self.quoted(desk, "“we answer with all possible means”", "they would use all available means to answer")
        assert asked(desk, quotation_drift.ask) == []


class TestRelativeDates:
    def days(self, desk: Desk, one: str, other: str, published: str | None = "2031-03-20") -> None:
        claim = desk.claim()
        desk.says(claim, desk.article(f"Head\n{one}", published), one)
        desk.says(claim, desk.article(f"Head\n{other}"), other)

    def test_a_relative_date_that_does_not_fit_what_another_article_says_outright(self, desk: Desk) -> None:
        self.days(desk, "The ferry sank last week.", "The ferry sank on 3 March 2031.")
        (question,) = weighed(desk, relative_date.ask)
        assert question.type is DiscrepancyType.DATE
        assert "2031-03-10 to 2031-03-16" in question.why

    def test_one_that_fits_passes(self, desk: Desk) -> None:
        self.days(desk, "The ferry sank last week.", "The ferry sank on 12 March 2031.")
        assert asked(desk, relative_date.ask) == []

    def test_one_without_a_day_to_count_from(self, desk: Desk) -> None:
        self.days(desk, "The ferry sank last week.", "The ferry sank.", None)
        (question,) = weighed(desk, relative_date.ask)
        assert question.type is DiscrepancyType.RELATIVE_DATE
        assert "nobody knows on which day" in question.why

    def test_reported_words_with_a_day_of_their_own(self, desk: Desk) -> None:
        self.days(desk, "Last Friday the owner stated that it sank last week.", "The owner said Friday it sank earlier this month.")
        (question,) = weighed(desk, relative_date.ask)
        assert question.why.endswith("counted from which day?")

    @pytest.mark.parametrize(
        ("words", "first", "last"),
        [
            ("last week", date(2031, 3, 10), date(2031, 3, 16)),
            ("this week", date(2031, 3, 17), date(2031, 3, 23)),
            ("last month", date(2031, 2, 1), date(2031, 2, 28)),
            ("this month", date(2031, 3, 1), date(2031, 3, 31)),
            ("last year", date(2030, 1, 1), date(2030, 12, 31)),
            ("last February", date(2031, 2, 1), date(2031, 2, 28)),
            ("last August", date(2030, 8, 1), date(2030, 8, 31)),
            ("last December", date(2030, 12, 1), date(2030, 12, 31)),
            ("yesterday", date(2031, 3, 19), date(2031, 3, 19)),
            ("since 2023", date(2023, 1, 1), date(2023, 12, 31)),
            ("3rd May", date(2031, 5, 3), date(2031, 5, 3)),
            ("May 3, 2030", date(2030, 5, 3), date(2030, 5, 3)),
        ],
    )
    def test_what_days_words_name(self, words: str, first: date, last: date) -> None:
        (named,) = named_days(f"It sank {words}.", date(2031, 3, 20))
        assert (named.first, named.last) == (first, last)

    @pytest.mark.parametrize("words", ["on 31 February", "on 2031-13-01", "may be last", "in 1,500 years"])
    def test_what_names_no_day(self, words: str) -> None:
        assert named_days(f"It sank {words}.", date(2031, 3, 20)) == []


class TestTogether:
    def test_the_same_case_asks_the_same_in_the_same_order(self, desk: Desk) -> None:
        two(desk, "Up to 300 mountain sheep crossed.", "500 mountain sheep crossed.")
        two(desk, "About 700 barges came.", "700 barges came.")
        once, again = questions(desk.matter()), questions(desk.matter())
        assert once == again
        assert [q.severity for q in once] == [Severity.HIGH, Severity.LOW]

    def test_nothing_to_look_at_asks_nothing(self, desk: Desk) -> None:
        assert questions(desk.matter()) == []
        desk.article("")
        desk.claim()
        assert questions(desk.matter()) == []

    def test_every_question_has_two_places_with_words(self, desk: Desk) -> None:
        two(desk, "Up to 300 sheep crossed last week.", "500 sheep crossed on 1 January 2031.")
        for check in CHECKS:
            for question in check(desk.matter()):
                assert len(set(question.places)) >= 2
                assert all(words_at(desk.matter(), question.places))


class TestLikely:
    def test_figures_weigh_more_than_anything_else(self) -> None:
        found = likely(Side("Ex. 1", "allegedly 40 ill", Stance.REPORTS, attributed=True), Side("Ex. 2", "38 ill", DENIES))
        assert (found.type, found.why) == (DiscrepancyType.FIGURE, "Ex. 1 says 40, Ex. 2 says 38")

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            (Side("A", "It sank", REPORTS), Side("B", "It did not", DENIES), DiscrepancyType.STALE_DENIAL),
            (Side("A", "It sank", headline=True), Side("B", "It leaked"), DiscrepancyType.HEADLINE),
            (Side("A", "we go now home", quoted=True), Side("B", "we go soon home", quoted=True), DiscrepancyType.QUOTATION),
            (Side("A", "It allegedly sank"), Side("B", "It sank"), DiscrepancyType.HEDGE_LOST),
            (Side("A", "It sank", REPORTS, attributed=True), Side("B", "It sank", ASSERTS), DiscrepancyType.ATTRIBUTION_LOST),
            (Side("A", "It sank"), Side("B", "It floats"), DiscrepancyType.OTHER),
        ],
    )
    def test_then_by_what_is_known_of_the_two(self, one: Side, other: Side, expected: DiscrepancyType) -> None:
        assert likely(one, other).type is expected
        assert likely(other, one).type is expected


class TestWords:
    def test_what_differs_is_figures_and_words_of_otherwise_like_passages(self) -> None:
        texts = ["About 40 sheep crossed the river", "About 50 goats crossed the river"]
        assert [[t[s.start : s.end] for s in spans] for t, spans in zip(texts, differing(texts), strict=True)] == [
            ["40", "sheep"],
            ["50", "goats"],
        ]

    def test_passages_that_share_nothing_are_not_underlined_whole(self) -> None:
        assert differing(["Sheep crossed the river", "Nobody answered our letter"]) == [[], []]

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("She said “we go” today.", "we go"), ('She said "we go" today.', "we go"), ("Вона: «ми йдемо» сьогодні", "ми йдемо"),
            ("She said ‘we can’t go’ today.", "we can’t go"), ("Sie sagte „wir gehen“ heute.", "wir gehen"),
        ],
    )  # fmt: skip
    def test_quotation_marks(self, text: str, words: str) -> None:
        (span,) = quotations(text, Span(0, len(text)))
        assert text[span.start : span.end] == words

    def test_an_apostrophe_quotes_nothing(self) -> None:
        text = "The mayor’s dog and the boys’ cat"
        assert quotations(text, Span(0, len(text))) == []


def test_the_sentence_around_some_words_is_the_panes_own() -> None:
    text = "Mr. Weil said so. “It rained.” Then, at 3.5 km,\nit stopped! Why?"
    cut = Sentences({1: text}, sentence_spans)

    def around(words: str) -> str:
        start = text.index(words)
        return text[slice(*cut.around(Place(1, Span(start, start + len(words)))))]

    assert around("rained") == "“It rained.”"
    assert around("said") == "Mr. Weil said so."
    assert around("so. “It") == "Mr. Weil said so. “It rained.”"
    assert around("Why?") == "Why?"
    assert around("\n") == "\n", "words that stand in no sentence are their own"
