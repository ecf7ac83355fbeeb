"""Checks that hold passages against each other by who speaks, what is planned, what is graded, and what limits a superlative."""

from __future__ import annotations

import pytest

from tests.checks.making import Desk, asked, weighed, words_at
from workbench.checks import (
    circular,
    composition,
    endorsement_scope,
    judging_verbs,
    plan_or_deed,
    role_inverted,
    superlatives,
    titles,
    unverified,
)
from workbench.checks.registry import questions
from workbench.domain.entities import Metadatum
from workbench.domain.vocabulary import ClaimKind, Confidence, DiscrepancyType, Field, Severity, Stance

UTTERANCE = ClaimKind.UTTERANCE


@pytest.fixture
def desk() -> Desk:
    return Desk()


def told(desk: Desk, *texts: str, kind: ClaimKind = ClaimKind.EVENT, stance: Stance = Stance.REPORTS) -> int:
    """A claim whose words, between ‹ and › in each text, stand in an article each."""
    claim = desk.claim(kind)
    for text in texts:
        words = text[text.index("‹") + 1 : text.index("›")]
        desk.says(claim, desk.article("Head\n" + text.replace("‹", "").replace("›", "")), words, stance)
    return claim


class TestSuperlatives:
    def test_flat_in_one_article_and_limited_in_another(self, desk: Desk) -> None:
        told(desk, "It was believed to be ‹the first bridge closure since 1991›.", "It was ‹the first bridge closure›.")
        (question,) = weighed(desk, superlatives.ask)
        assert (question.type, question.severity) == (DiscrepancyType.QUALIFIER_DROPPED, Severity.HIGH)
        assert question.why == "Ex. 1 limits it (“believed to be”), Ex. 2 says “first bridge closure”."
        assert words_at(desk.matter(), question.places) == ["the first bridge closure", "the first bridge closure since 1991"]

    def test_across_claims_that_call_one_thing_first(self, desk: Desk) -> None:
        told(desk, "It is ‹the first bridge closure in the delta since 1991›.")
        told(desk, "It is ‹the first bridge closure of the delta›.")
        assert len(asked(desk, superlatives.ask)) == 1

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("‹the first bridge closure since 1991›.", "‹the first bridge closure since the flood›."),  # both limit it
            ("‹the first bridge closure›.", "‹the first bridge closure›."),
            ("‹the largest bridge since 1991›.", "‹the first bridge closure›."),  # two superlatives
            ("‹It closed last week›, the first since 1991.", "‹It closed last week›."),  # no superlative in the words
            ("‹First Minister Ost closed it since 1991›.", "‹First Minister Ost closed it›."),
            ("‹It was not only the bridge since 1991›.", "‹It was not only the bridge›."),
        ],
    )
    def test_passes(self, desk: Desk, one: str, other: str) -> None:
        told(desk, one, other)
        assert asked(desk, superlatives.ask) == []


class TestPlanOrDeed:
    def test_a_plan_here_is_done_there(self, desk: Desk) -> None:
        told(desk, "‹The port plans to send two tugs›.", "‹Two tugs have been sent by the port›.", "‹Two tugs were under way›.")
        (question,) = weighed(desk, plan_or_deed.ask)
        assert (question.type, question.severity) == (DiscrepancyType.PREDICATE, Severity.HIGH)
        assert question.why.startswith("Ex. 1 tells it as a plan (“plans to”), Ex. 2 as done or under way (“have been sent”)")
        assert [p.article_id for p in question.places] == [1, 2]

    @pytest.mark.parametrize(
        ("one", "other", "kind"),
        [
            ("‹The port plans to send tugs›.", "‹The port intends to send tugs›.", ClaimKind.PLAN),
            ("‹The port has sent tugs and plans to send more›.", "‹The port has sent tugs›.", ClaimKind.EVENT),
            ("‹The port plans to send tugs›.", "‹Tugs have been sent›.", UTTERANCE),
            ("‹The tugs will not sail›.", "‹The tugs have been kept›.", ClaimKind.EVENT),
        ],
    )
    def test_passes(self, desk: Desk, one: str, other: str, kind: ClaimKind) -> None:
        told(desk, one, other, kind=kind)
        assert asked(desk, plan_or_deed.ask) == []

    def test_one_article_alone_may_say_both(self, desk: Desk) -> None:
        claim = desk.claim()
        article = desk.article("Head\nIt plans to close. It has been closed.")
        for words in ("It plans to close.", "It has been closed."):
            desk.says(claim, article, words)
        assert asked(desk, plan_or_deed.ask) == []


class TestRoleInverted:
    MAYOR, ENVOY = "Mayor Ida Lunde", "Ambassador Piet Oster"

    def scene(self, desk: Desk, third: str) -> int:
        return told(
            desk,
            f"{self.MAYOR} met {self.ENVOY} and ‹urged the return of the tugs›.",
            f"{self.MAYOR} told Oster that ‹the tugs must return›, and Oster listened.",
            third, kind=UTTERANCE,
        )  # fmt: skip

    def test_the_asked_becomes_the_asker(self, desk: Desk) -> None:
        self.scene(desk, f"Lunde met {self.ENVOY}, ‹who asked her to bring back the tugs›.")
        (question,) = weighed(desk, role_inverted.ask)
        assert (question.type, question.severity) == (DiscrepancyType.ROLE_INVERTED, Severity.HIGH)
        assert question.why == "Ex. 3 has Piet Oster say it; Ex. 1 and Ex. 2 have Ida Lunde."

    @pytest.mark.parametrize(
        "third",
        [
            "Lunde told reporters that ‹the tugs must return›.",  # the same speaker, by her surname
            "The city said that ‹the tugs must return›.",  # no person
            "Captain Jon Rask said that ‹the tugs must return›.",  # somebody whom the others do not know of
        ],
    )
    def test_passes(self, desk: Desk, third: str) -> None:
        self.scene(desk, third)
        assert asked(desk, role_inverted.ask) == []

    def test_two_articles_that_differ_are_no_majority(self, desk: Desk) -> None:
        told(desk, f"{self.MAYOR} met Oster and ‹urged calm›.", f"Lunde met {self.ENVOY}, ‹who urged calm›.", kind=UTTERANCE)
        assert asked(desk, role_inverted.ask) == []


class TestEndorsement:
    def test_what_does_highly_likely_cover(self, desk: Desk) -> None:
        claim = told(desk, "‹Six sailors fell ill in the bay›, which the minister called highly likely.")
        desk.says(claim, 1, "the minister called highly likely", Stance.ENDORSES)
        (question,) = weighed(desk, endorsement_scope.ask)
        assert (question.type, question.severity) == (DiscrepancyType.SCOPE, Severity.HIGH)
        assert words_at(desk.matter(), question.places) == ["the minister called highly likely", "Six sailors fell ill in the bay"]

    def test_one_that_repeats_the_claim_is_clear(self, desk: Desk) -> None:
        claim = told(desk, "‹Six sailors fell ill in the bay›. It is likely that six sailors fell ill in the bay, he said.")
        desk.says(claim, 1, "It is likely that six sailors fell ill in the bay", Stance.ENDORSES)
        assert asked(desk, endorsement_scope.ask) == []

    def test_a_figure_that_is_not_repeated_is_not_covered(self, desk: Desk) -> None:
        claim = told(desk, "‹Some 40 sailors fell ill in the bay›. It is likely that sailors fell ill in the bay, he said.")
        desk.says(claim, 1, "It is likely that sailors fell ill in the bay", Stance.ENDORSES)
        assert len(asked(desk, endorsement_scope.ask)) == 1


class TestVerbs:
    def test_admitted_against_said(self, desk: Desk) -> None:
        told(desk, "‹Oster acknowledged the delay›.", "‹Oster replied that it would be late›.", kind=UTTERANCE)
        (question,) = weighed(desk, judging_verbs.ask)
        assert (question.type, question.severity) == (DiscrepancyType.VERB, Severity.MEDIUM)
        assert question.why == "Ex. 1 writes “acknowledged” where Ex. 2 writes “replied”."

    def test_claimed_weighs_less_and_is_read_from_the_sentence(self, desk: Desk) -> None:
        told(desk, "The harbour office claimed that ‹the tugs were late›.", "The harbour office said that ‹the tugs were late›.")
        (question,) = weighed(desk, judging_verbs.ask)
        assert question.severity is Severity.LOW

    @pytest.mark.parametrize("other", ["‹Oster admitted a delay›.", "‹The delay was long›."])
    def test_passes(self, desk: Desk, other: str) -> None:
        told(desk, "‹Oster acknowledged the delay›.", other)
        assert asked(desk, judging_verbs.ask) == []


class TestTitles:
    @pytest.mark.parametrize(
        ("one", "other", "asks"),
        [
            ("Vice Foreign Minister Ida Lunde spoke.", "The first vice foreign minister, Ida Lunde, spoke.", True),
            ("Interior Minister Ida Lunde spoke.", "Finance Minister Ida Lunde spoke.", True),
            ("President Piet Oster spoke.", "Former President Piet Oster spoke.", True),
            ("Minister Ida Lunde spoke.", "Foreign Minister Ida Lunde spoke.", False),  # says less
            ("Foreign Minister Ida Lunde spoke.", "Foreign Minister Piet Oster spoke.", False),
            ("vice-foreign minister Ida Lunde", "Vice Foreign Minister Ida Lunde", False),
        ],
    )
    def test_two_titles_of_one_person(self, desk: Desk, one: str, other: str, asks: bool) -> None:
        for text in (one, other):
            desk.article("Head\n" + text)
        found = asked(desk, titles.ask)
        assert bool(found) is asks
        assert all(part in found[0] for part in ("Ex. 1 has", "Ex. 2 has")) if asks else True

    def test_spellings_of_one_name_are_one_person(self, desk: Desk) -> None:
        desk.article("Head\nVice Minister Ida-Marie Lunde spoke.")
        desk.article("Head\nMinister Ida Marie Lunde spoke.")
        assert len(asked(desk, titles.ask)) == 1
        assert titles.persons(desk.matter()) == ["Ida-Marie Lunde"]


class TestComposition:
    def test_a_part_told_as_the_whole(self, desk: Desk) -> None:
        told(desk, "‹Divers from the guard were among those sent›.", "‹Divers from the guard were sent›.")
        (question,) = weighed(desk, composition.ask)
        assert (question.type, question.severity) == (DiscrepancyType.COMPOSITION, Severity.MEDIUM)
        assert "(“among those”)" in question.why

    @pytest.mark.parametrize("other", ["‹Divers were among those sent by the guard›.", "‹Nobody spoke of it›."])
    def test_passes(self, desk: Desk, other: str) -> None:
        told(desk, "‹Divers from the guard were among those sent›.", other)
        assert asked(desk, composition.ask) == []


class TestUnverified:
    def test_what_was_not_confirmed_differs(self, desk: Desk) -> None:
        told(desk, "‹The guard has not verified the sinking of the ferry›.", "‹The ministry could not confirm reports of an arrest›.")
        (question,) = weighed(desk, unverified.ask)
        assert (question.type, question.severity) == (DiscrepancyType.OTHER, Severity.MEDIUM)

    def test_the_same_thing_in_other_words_passes(self, desk: Desk) -> None:
        told(desk, "‹The guard has not verified the sinking of the ferry›.", "‹The ministry could not confirm that the ferry was sinking›.")
        assert asked(desk, unverified.ask) == []


class TestCircular:
    def outlet(self, desk: Desk, article: int, name: str) -> None:
        desk.articles[article - 1].metadata[Field.PUBLISHER] = Metadatum(name, Confidence.HIGH, "made up")

    def ring(self, desk: Desk, *cites: str) -> None:
        claim = desk.claim()
        for number, (name, by) in enumerate(zip(("The Delta Post", "Kolva Courier", "Coast Radio"), cites, strict=False), 1):
            article = desk.article("Head\nThe ferry sank.")
            self.outlet(desk, number, name)
            desk.says(claim, article, "The ferry sank.", Stance.REPORTS, by)

    @pytest.mark.parametrize("cites", [("Kolva Courier", "Delta Post"), ("the Kolva Courier", "Coast Radio", "the Delta Post")])
    def test_a_ring_of_any_length(self, desk: Desk, cites: tuple[str, ...]) -> None:
        self.ring(desk, *cites)
        (question,) = weighed(desk, circular.ask)
        assert question.severity is Severity.HIGH
        assert len(question.places) == len(cites)
        assert question.why.endswith("who said it first?")

    @pytest.mark.parametrize(
        "cites", [("Kolva Courier", ""), ("Delta Post", "Kolva Courier"), ("Kolva Courier", "Coast Radio", "the guard")]
    )
    def test_a_chain_is_no_ring(self, desk: Desk, cites: tuple[str, ...]) -> None:
        self.ring(desk, *cites)
        assert asked(desk, circular.ask) == []


def test_other_languages_are_left_alone(desk: Desk) -> None:
    claim = desk.claim()
    for words in ("plans to send tugs", "tugs have been sent"):
        desk.says(claim, desk.article(f"Head\n{words}", language="uk"), words)
    assert questions(desk.matter()) == []


def test_what_the_same_words_raise_for_two_claims_is_asked_once(desk: Desk) -> None:
    texts = ("‹The port plans to send two tugs›.", "‹Two tugs have been sent by the port›.")
    told(desk, *texts)
    again = desk.claim()
    for article, text in enumerate(texts, 1):
        desk.says(again, article, text[1:-2])
    found = [q for q in questions(desk.matter()) if q.type is DiscrepancyType.PREDICATE]
    assert [q.claim_id for q in found] == [1]
