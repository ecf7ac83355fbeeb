"""Who says what: every sentence of a text, quoted or not. Every text is invented; people and papers are too."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.checks.reading.attributions import Attribution, attributions, speaker_of
from workbench.checks.reading.tongues import likely_language
from workbench.domain.spans import Span
from workbench.domain.vocabulary import OriginBasis
from workbench.importers.sentences import sentence_spans


def read(text: str, language: str = "en") -> tuple[Attribution, ...]:
    return attributions(text, sentence_spans(text), language)


def whose(text: str, words: str, language: str = "en") -> str:
    """Who says the words: the outermost attribution that holds them."""
    start = text.index(words)
    span = Span(start, start + len(words))
    holding = [a for a in read(text, language) if min(a.content.end, span.end) - max(a.content.start, span.start) > len(words) / 2]
    return max(holding, key=lambda a: (not a.inner, bool(a.who), a.content.end - a.content.start)).who if holding else ""


@pytest.mark.parametrize(("text", "words", "who"), [
    ("Odile Brandt said that the pier is shut.", "the pier is shut", "Odile Brandt"),
    ("Odile Brandt said on Monday in Port Ansel that the pier is shut.", "the pier is shut", "Odile Brandt"),
    ("“The pier is shut,” said harbour master Odile Brandt.", "The pier is shut", "harbour master Odile Brandt"),
    ("“The pier is shut,” Odile Brandt told the Ansel Post. “It stays shut.”", "It stays shut", "Odile Brandt"),
    ("“The pier is shut,” Brandt said, “and it stays shut.”", "and it stays shut", "Brandt"),
    ("The pier, Brandt said, is shut until the end of the month.", "is shut until", "Brandt"),
    ("Halim, a baker of forty years, told the court that the flour was wet.", "the flour was wet", "Halim"),
    ("The mayor of Port Ansel, Ida Rask, warned that the quay would sink.", "the quay would sink", "Ida Rask"),
    ("Ida Rask (Greens) argued that the quay would sink.", "the quay would sink", "Ida Rask"),
    ("Senior ministry officials say the quay will sink.", "the quay will sink", "Senior ministry officials"),
    ("The report also found that two piles are cracked.", "two piles are cracked", "report"),
    ("According to the harbour office, two piles are cracked.", "two piles are cracked", "harbour office"),
    ("Two piles of the old quay are cracked, according to a survey of divers.", "Two piles of the old quay", "survey of divers"),
    ("As Ida Rask put it, the quay is a ruin.", "the quay is a ruin", "Ida Rask"),
    ("Ida Rask wants the quay torn down.", "the quay torn down", "Ida Rask"),
    ("Divers who saw the piles say the quay will sink.", "the quay will sink", "Divers"),
    ("A claim by Ida Rask that the quay is sound was denied.", "the quay is sound", "Ida Rask"),
    ("Some of the divers believe the quay will sink.", "the quay will sink", "Some of the divers"),
    ("Ida Rask said the quay would sink, adding that nobody listens.", "nobody listens", "Ida Rask"),
    ("While Rask supports the plan, Olin said the quay would sink.", "the quay would sink", "Olin"),
    ("Rask said that Olin had promised that the quay is safe.", "the quay is safe", "Rask"),
    ("The plan was criticized by Ida Rask as a waste.", "as a waste", "Ida Rask"),
    ("The quay is believed to be sinking.", "be sinking", ""),
    ("The quay sank at dawn.", "The quay sank", ""),
    ("The quay was told to hold.", "hold", ""),
])  # fmt: skip
def test_the_speaker_of_an_english_sentence(text: str, words: str, who: str) -> None:
    assert whose(text, words) == who


@pytest.mark.parametrize(("language", "text", "words", "who"), [
    ("de", "Die Brücke sei sicher, sagte Bürgermeisterin Ida Rask am Montag.", "Die Brücke sei sicher", "Rask"),
    ("de", "Am Montag teilte die Polizei mit, die Brücke sei gesperrt.", "die Brücke sei gesperrt", "Polizei"),
    ("de", "Wie der Sender NDK am Abend mitteilte, ist die Brücke gesperrt.", "ist die Brücke gesperrt", "Sender NDK"),
    ("de", "Nach Angaben der Polizei ist die Brücke gesperrt.", "ist die Brücke gesperrt", "Polizei"),
    ("de", "Ida Rask warnte vor Eile. Die Brücke sei nicht sicher.", "Die Brücke sei nicht sicher", "Ida Rask"),
    ("fr", "Le pont est fermé, a annoncé la maire Ida Rask.", "Le pont est fermé", "Ida Rask"),
    ("fr", "D’après la police, le pont reste fermé.", "le pont reste fermé", "police"),
    ("es", "El puente está cerrado, informó la policía.", "El puente está cerrado", "policía"),
    ("pt", "Segundo a polícia, a ponte continua fechada.", "a ponte continua fechada", "polícia"),
    ("it", "Secondo la polizia il ponte resta chiuso.", "il ponte resta chiuso", "polizia"),
    ("pl", "Zdaniem policji most pozostanie zamknięty.", "most pozostanie zamknięty", "policji"),
    ("pl", "Most jest zamknięty, poinformowała Anna Nowak.", "Most jest zamknięty", "Anna Nowak"),
    ("uk", "За словами поліції, міст закрито.", "міст закрито", "поліції"),
    ("ru", "Как сообщил мэр Иван Волин, мост закрыт.", "мост закрыт", "Волин"),
    ("tr", "Polise göre, köprü bu hafta kapalı kalacak.", "köprü bu hafta kapalı", "Polise"),
    ("ar", "قال رئيس البلدية إن الجسر مغلق حتى الأحد.", "الجسر مغلق", "رئيس البلدية"),
    ("he", "לדברי המשטרה, הגשר סגור עד יום ראשון.", "הגשר סגור", "המשטרה"),
    ("fa", "به گفته شهردار، پل تا یکشنبه بسته است.", "پل تا یکشنبه", "شهردار"),
    ("ko", "시청에 따르면 다리는 일요일까지 닫힌다.", "다리는 일요일까지", "시청"),
    ("ja", "市役所によると、橋は日曜日まで閉まっている。", "橋は日曜日まで", "市役所"),
    ("zh", "据市政府消息，大桥周日前关闭。", "大桥周日前关闭", "市政府"),
])  # fmt: skip
def test_the_speaker_in_other_languages(language: str, text: str, words: str, who: str) -> None:
    assert who in whose(text, words, language)


def test_a_quotation_goes_on_over_sentences_and_paragraphs() -> None:
    text = "“The quay is shut,” said Ida Rask. “Nobody may pass.\n\n“It stays so.”\n\n“We are sorry.”"
    said = {text[a.content.start : a.content.end].strip("“”"): a for a in read(text)}
    assert {a.who for a in said.values()} == {"Ida Rask"}
    assert said["We are sorry."].basis is OriginBasis.INFERRED


def test_a_pronoun_is_a_name_only_where_one_is_meant() -> None:
    sure = "Mayor Anna Rask opened the quay on Monday. She said that it is safe."
    assert whose(sure, "it is safe") == "Mayor Anna Rask"
    two = "Anna Rask and Maria Olin opened the quay. She said that it is safe."
    assert whose(two, "it is safe") == "She"
    here = "Ida Olin left early. When Mayor Anna Rask came, she said that it is safe."
    assert whose(here, "it is safe") == "Mayor Anna Rask"
    none = "The quay was opened on Monday. He said that it is safe."
    assert whose(none, "it is safe") == "He"


def test_what_is_quoted_within_another_saying_has_its_own_speaker() -> None:
    text = "Ida Rask “condemned the delay” as the quay sank, the harbour office said on Monday."
    found = read(text)
    start = text.index("“condemned")
    said = speaker_of(Span(start, text.index("”") + 1), found)
    assert said is not None
    assert said.who == "Ida Rask"
    assert whose(text, "as the quay sank") == "harbour office"


def test_an_agency_is_what_it_came_through() -> None:
    (found,) = read("Ida Rask said the quay would sink, according to Reuters.")
    assert (found.who, found.via) == ("Ida Rask", "Reuters")


def test_captions_and_comments_do_not_speak() -> None:
    text = "Ida Rask said the quay would sink.\nOlin said the quay is fine."
    silent = [Span(text.index("Olin"), len(text))]
    assert {a.who for a in attributions(text, sentence_spans(text), "en", silent)} == {"Ida Rask"}


def test_an_unknown_language_is_read_for_quotations_alone() -> None:
    found = attributions("Rask sagde: “Broen er lukket i dag og i morgen.”", [Span(0, 47)], "da")
    assert [a.who for a in found] == [""]


@pytest.mark.parametrize(("text", "code"), [
    ("The mayor has said so.", "en"), ("Die Brücke ist nach dem Sturm gesperrt.", "de"), ("Le pont est fermé.", "fr"),
    ("다리가 닫혔다", "ko"),
    ("橋が閉まった", "ja"), ("大桥关闭了", "zh"), ("Міст закрито", "uk"), ("Мост закрыт", "ru"), ("", "en"), ("12 34", "en"),
])  # fmt: skip
def test_the_likely_language_of_a_few_words(text: str, code: str) -> None:
    assert likely_language(text) == code


TEXTS = st.lists(
    st.sampled_from((
        "Ida", "Rask", "said", "told", "that", "he", "She", "according", "to", "the", "who", "and", "wants", "believed", "is", ",", ".",
        "“", "”",
        '"', "(", ")", ":", ";", "\n", "claim", "by", "as", "adding", "officials", "laut", "sagte", "dass", "заявил", "に",
        "によると", "は", "—",
    )), max_size=40,
).map(" ".join)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(TEXTS, st.text(max_size=80)), st.sampled_from(("en", "de", "fr", "ru", "ja", "ar", "xx")))
def test_any_text_is_read_the_same_way_twice_and_spans_lie_in_it(text: str, language: str) -> None:
    sentences = sentence_spans(text)
    found = attributions(text, sentences, language)
    assert found == attributions(text, sentences, language)
    assert list(found) == sorted(found, key=lambda a: (a.content.start, a.content.end))
    for each in found:
        for span in (each.content, each.source, each.cue):
            assert span is None or 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    "words",
    ["said ", "“a ” said ", "and ", "Ida, ", "who said that he ", "according to ", "by Ida that the claim ", "(a) ", '" ', "sagte, "],
)
@pytest.mark.parametrize("language", ["en", "de", "zh"])
def test_a_flood_of_words_ends(words: str, language: str) -> None:
    text = words * (60_000 // len(words))
    attributions(text, [Span(0, len(text))], language)
