"""Who says it: stated, inferred, or nobody; in English and, plainly, in six other languages. Every text is invented."""

from __future__ import annotations

import pytest

from workbench.checks.attribution import Attributed, attributed
from workbench.domain.spans import Span
from workbench.domain.vocabulary import OriginBasis


def read(text: str, words: str, wire: str = "") -> Attributed | None:
    """Who the words are attributed to; sentences end with a full stop and a space here."""
    sentences, start = [], 0
    for part in text.split(". "):
        sentences.append(Span(start, min(len(text), start + len(part) + 2)))
        start += len(part) + 2
    at = text.index(words)
    return attributed(text, Span(at, at + len(words)), sentences, wire)


STATED = (
    ("According to the harbour office, 40 passengers fell ill.", "40 passengers", "harbour office", "According to"),
    ("40 passengers fell ill, according to the harbour office.", "40 passengers", "harbour office", "according to"),
    (
        "The harbour office of Port Ansel said on Monday that the ferry had been stopped.",
        "the ferry had",
        "harbour office of Port Ansel",
        "said",
    ),
    ("“We stopped it at once,” said harbour master Odile Brandt.", "We stopped it", "harbour master Odile Brandt", "said"),
    ("A doctor at the quay clinic, Tomas Weil, told this paper that he had treated 38.", "he had treated", "Tomas Weil", "told"),
    ("Service is to start again on 3 May, the company said.", "Service is to start", "company", "said"),
    ("Norlin has denied such claims as a hoax, while the mayor is silent.", "Norlin has denied such claims", "Norlin", "denied"),
    ("The minister was quoted as saying that the pier is closed.", "the pier is closed", "minister", "quoted"),
    ("The embassy reported that Olin told Brandt that the pier is closed.", "the pier is closed", "embassy", "reported"),
    ("Brandt met ambassador Olin and urged the closing of the pier.", "the closing of the pier", "Brandt", "urged"),
    ("Selon le ministère de la Mer, 40 passagers sont malades.", "40 passagers", "ministère de la Mer", "Selon"),
    ("Quarante passagers sont malades, a déclaré Odile Brandt.", "Quarante passagers", "Odile Brandt", "a déclaré"),
    ("Laut Polizei wurden 40 Menschen krank.", "40 Menschen", "Polizei", "Laut"),
    ("Die Fähre sei gestoppt, sagte Hafenmeisterin Odile Brandt am Montag.", "Die Fähre sei", "Hafenmeisterin Odile Brandt", "sagte"),
    ("Según la policía, 40 personas enfermaron.", "40 personas", "policía", "Según"),
    ("El ministro Juan Robles dijo que 40 personas enfermaron.", "40 personas", "El ministro Juan Robles", "dijo"),
    ("За словами Олени Коваль, пором зупинили.", "пором зупинили", "Олени Коваль", "За словами"),
    ("Паром остановлен, заявил Пётр Волин.", "Паром остановлен", "Пётр Волин", "заявил"),
    ("По данным полиции, 40 человек заболели.", "40 человек", "полиции", "По данным"),
    ("항만청에 따르면 승객 40명이 병에 걸렸다.", "승객 40명", "항만청", "에 따르면"),
)


@pytest.mark.parametrize(("text", "words", "who", "verb"), STATED)
def test_the_sentence_names_the_speaker(text: str, words: str, who: str, verb: str) -> None:
    found = read(text, words)
    assert found is not None
    assert (found.who, found.verb, found.basis) == (who, verb, OriginBasis.STATED)
    assert who in found.reason
    assert verb in found.reason


@pytest.mark.parametrize(("text", "words"), [
    ("The ferry sank at dawn.", "The ferry sank"),
    ("The mayor said so. The ferry sank at dawn.", "The ferry sank"),
    ("Norlin denied everything, while the ferry lay at the quay.", "the ferry lay at the quay"),
    ("", ""),
])  # fmt: skip
def test_what_the_article_says_in_its_own_voice_is_nobodys(text: str, words: str) -> None:
    assert read(text, words) is None


def test_a_pronoun_is_the_last_speaker_named_before_and_only_inferred() -> None:
    found = read("Mayor Odile Brandt denied it. She added that the pier is safe.", "the pier is safe")
    assert found is not None
    assert (found.who, found.verb, found.basis) == ("Mayor Odile Brandt", "added", OriginBasis.INFERRED)
    assert "named last before" in found.reason
    assert read("It was raining. She added that the pier is safe.", "the pier is safe") is None


def test_mere_reports_are_inferred_and_keep_the_hedge() -> None:
    found = read("The quay was closed following reports that 40 passengers fell ill.", "40 passengers fell ill")
    assert found is not None
    assert (found.who, found.hedge, found.basis) == ("reports", "following reports that", OriginBasis.INFERRED)


@pytest.mark.parametrize(("text", "via"), [
    ("Odile Brandt told Reuters that the ferry sank.", "Reuters"), ("PORT ANSEL (AP) — Odile Brandt said that the ferry sank.", "AP"),
    ("Odile Brandt said that the ferry sank, according to AFP.", "AFP"), ("Odile Brandt said that the ferry sank.", ""),
])  # fmt: skip
def test_the_wire_it_came_through(text: str, via: str) -> None:
    found = read(text, "the ferry sank")
    assert found is not None
    assert (found.who, found.via) == ("Odile Brandt", via)


def test_the_wire_of_the_whole_article_counts_where_the_sentence_names_none() -> None:
    found = read("Odile Brandt said that the ferry sank.", "the ferry sank", wire="Pan Wire")
    assert found is not None
    assert found.via == "Pan Wire"


@pytest.mark.parametrize(("text", "hedge"), [
    ("Odile Brandt said that the ferry allegedly sank.", "allegedly"), ("Odile Brandt said about 40 fell ill on the ferry.", "about"),
    ("Odile Brandt said the ferry sank.", ""),
])  # fmt: skip
def test_hedges_are_kept_as_written(text: str, hedge: str) -> None:
    found = read(text, "the ferry" if "about" not in text else "40 fell ill")
    assert found is not None
    assert found.hedge == hedge or (hedge == "allegedly" and read(text, "the ferry allegedly sank").hedge == hedge)  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ["said " * 4000, "“" * 3000 + " said Odile Brandt", "A" * 20000 + " said that x", "according to " * 2000])
def test_odd_text_ends(text: str) -> None:
    for at in (0, len(text) // 2, len(text) - 10):
        attributed(text, Span(at, at + 10), [Span(0, len(text))])


def test_what_stands_far_from_the_passage_is_not_read() -> None:
    near = "Odile Brandt said that the ferry sank"
    text = f"{'It was late and ' * 200}{near}{' and it was late' * 200}."
    found = attributed(text, Span(text.index("the ferry"), text.index(" sank")), [Span(0, len(text))])
    assert found is not None
    assert found.who == "Odile Brandt"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I said that the pier is closed.", "the pier is closed"),
        ("Meanwhile said the pier is closed.", "the pier is closed"),
        ("Asked said that the pier is closed.", "the pier is closed"),
        ("Nobody said that the pier is closed.", "the pier is closed"),
    ],
)
def test_what_is_no_speaker_is_not_offered(text: str, words: str) -> None:
    start = text.index(words)
    assert attributed(text, Span(start, start + len(words)), [Span(0, len(text))]) is None


def test_a_noun_that_opens_a_sentence_loses_its_capital() -> None:
    text = "Investigators said that the pier is closed."
    found = attributed(text, Span(23, len(text) - 1), [Span(0, len(text))])
    assert found is not None
    assert found.who == "investigators"


@pytest.mark.parametrize(("text", "words", "who", "verb"), STATED)
def test_the_words_that_state_it_hold_the_name_and_the_verb(text: str, words: str, who: str, verb: str) -> None:
    start = text.index(words)
    found = attributed(text, Span(start, start + len(words)), [Span(0, len(text))])
    assert found is not None
    where = text[found.where.start : found.where.end]
    assert found.who in where
    assert 0 <= found.where.start < found.where.end <= len(text)
