"""Metadata of plain text: each guess with its reason, none invented."""

from __future__ import annotations

import pytest

from workbench.domain.entities import Metadatum
from workbench.domain.vocabulary import Confidence, Field
from workbench.importers.bylines import byline
from workbench.importers.dates import told
from workbench.importers.metadata import guessed
from workbench.importers.zones import proposed

LEAD = "The harbour council voted on Tuesday to keep the ferry until spring. Nobody had expected the vote to be so close."
HEADLINE = "Larkspur council keeps the old ferry afloat"


def fields(*lines: str) -> dict[Field, Metadatum]:
    text = "\n".join(lines)
    return guessed(text, proposed(text)[0])


def test_a_bare_paragraph_leaves_everything_but_the_language_unknown_with_a_reason() -> None:
    found = fields(LEAD)
    assert set(found) == set(Field)
    assert {field for field, value in found.items() if value.value} == {Field.LANGUAGE}
    assert all(value.basis for value in found.values())
    assert all(value.confidence is None for field, value in found.items() if field is not Field.LANGUAGE)


def test_the_title_is_the_headline() -> None:
    assert fields(HEADLINE, "", LEAD)[Field.TITLE] == Metadatum(HEADLINE, Confidence.MODERATE, "the line that stands as the headline")


@pytest.mark.parametrize(
    ("line", "publisher", "confidence"),
    [
        ("Copyright © 2031 The Larkspur Courier, LLC. All rights reserved.", "The Larkspur Courier", Confidence.MODERATE),
        ("© 2031 larkspurcourier.com", "larkspurcourier.com", Confidence.MODERATE),
        (
            "The Larkspur Courier is trusted by our readers. Your support helps us, and we thank you.",
            "The Larkspur Courier",
            Confidence.LOW,
        ),
    ],
)
def test_the_publisher_names_itself(line: str, publisher: str, confidence: Confidence) -> None:
    found = fields(HEADLINE, "", LEAD, "", line)[Field.PUBLISHER]
    assert (found.value, found.confidence) == (publisher, confidence)


def test_a_copyright_line_and_the_pages_own_text_agree() -> None:
    found = fields(
        "Copyright © 2031 Larkspurcourier.com", "The work of Larkspur Courier is supported by gulls", "Privacy Policy", HEADLINE, LEAD
    )
    assert found[Field.PUBLISHER].value == "Larkspur Courier"
    assert found[Field.PUBLISHER].confidence is Confidence.HIGH


def test_a_newspaper_named_in_the_article_is_not_its_publisher() -> None:
    assert fields(HEADLINE, "", "The Larkspur Courier is trusted by sailors, the mayor said.", LEAD)[Field.PUBLISHER].value is None


@pytest.mark.parametrize(
    ("line", "author", "confidence"),
    [
        ("By Ada Finn", "Ada Finn", Confidence.MODERATE),
        ("By Ada Finn, Larkspur", "Ada Finn", Confidence.MODERATE),
        ("By Editor", "Editor", Confidence.LOW),
        ("Von Ada Finn", "Ada Finn", Confidence.MODERATE),
    ],
)
def test_the_author_by_the_byline(line: str, author: str, confidence: Confidence) -> None:
    found = fields(HEADLINE, line, "", LEAD)[Field.AUTHOR]
    assert (found.value, found.confidence) == (author, confidence)


@pytest.mark.parametrize(
    ("line", "published", "confidence"),
    [
        ("April 9, 2031", "2031-04-09", Confidence.MODERATE),
        ("Last updated on 9 April 2031 at 7 a.m.", None, None),
        ("Last updated on April 9 at 7:15 a.m.", None, None),
    ],
)
def test_the_date_only_from_a_date_line(line: str, published: str | None, confidence: Confidence | None) -> None:
    found = fields(HEADLINE, line, "", LEAD)[Field.PUBLISHED]
    assert (found.value, found.confidence) == (published, confidence)
    assert line[:20] in found.basis


def test_a_date_inside_the_article_is_not_its_date() -> None:
    assert (
        fields(HEADLINE, "", "The ferry was built on 9 April 2031 in a yard nobody remembers. It has sailed since.")[Field.PUBLISHED].value
        is None
    )


DATES = [
    ("2031/04/09", "2031-04-09", None),
    ("2031.04.09 10:15", "2031-04-09", None),
    ("2031. 4. 9.", "2031-04-09", None),
    ("2031年4月9日", "2031-04-09", None),
    ("2031년 4월 9일", "2031-04-09", None),
    ("9. Dez. 2031", "2031-12-09", None),
    ("Mittwoch, 9. April 2031", "2031-04-09", None),
    ("9 Nisan 2031 Çarşamba", "2031-04-09", None),
    ("9 kwietnia 2031, 10:15", "2031-04-09", None),
    ("9. dubna 2031", "2031-04-09", None),
    ("9 Απριλίου 2031", "2031-04-09", None),
    ("9 أبريل 2031", "2031-04-09", None),
    ("٩ نيسان ٢٠٣١", "2031-04-09", None),
    ("9 אפריל 2031", "2031-04-09", None),
    ("9 апреля 2031 г.", "2031-04-09", None),
    ("9 de abril de 2031", "2031-04-09", None),
    ("13/04/2031", "2031-04-13", None),
    ("04/13/2031", "2031-04-13", None),
    ("03/04/2031", None, None),
    ("9. listopada 2031", None, None),
    ("9 listopada 2031", "2031-11-09", None),
    ("9 April 2031 (updated 11 April 2031)", "2031-04-09", "2031-04-11"),
    ("Published 9 April 2031, updated 11 April 2031", "2031-04-09", "2031-04-11"),
    ("Updated 11 April 2031. First published 9 April 2031", "2031-04-09", "2031-04-11"),
    ("Stand: 11.04.2031, erschienen am 9.4.2031", "2031-04-09", "2031-04-11"),
    ("Publié le 9 avril 2031 - Mis à jour le 11 avril 2031", "2031-04-09", "2031-04-11"),
    ("Опубликовано 9 апреля 2031, обновлено 11 апреля 2031", "2031-04-09", "2031-04-11"),
    ("입력 2031.04.09 10:00 | 수정 2031.04.11 11:00", "2031-04-09", "2031-04-11"),
    ("2031年4月9日 公開 2031年4月11日 更新", "2031-04-09", "2031-04-11"),
    ("Güncelleme: 11 Nisan 2031", None, "2031-04-11"),
]


@pytest.mark.parametrize(("line", "published", "modified"), DATES)
def test_a_date_line_says_when_it_came_out_and_when_it_was_changed(line: str, published: str | None, modified: str | None) -> None:
    assert told(line) == (published, modified)
    found = fields(HEADLINE, line, "", LEAD)
    assert (found[Field.PUBLISHED].value, found[Field.MODIFIED].value) == (published, modified)


@pytest.mark.parametrize(
    ("line", "names", "wire"),
    [
        ("By Ada Finn, Bo Lark and Cleo Moss", "Ada Finn, Bo Lark, Cleo Moss", None),
        ("BY ADA FINN", "ADA FINN", None),
        ("By Ada Finn | Reuters", "Ada Finn", "Reuters"),
        ("By Ada Finn, Associated Press", "Ada Finn", "AP"),
        ("By Ada Finn, harbour correspondent", "Ada Finn", None),
        ("Von: Ada Finn, dpa", "Ada Finn", "dpa"),
        ("Par Ada Finn avec AFP", "Ada Finn", "AFP"),
        ("Por Ada de la Cruz y Bo Lark", "Ada de la Cruz, Bo Lark", None),
        ("Автор: Ада Финн", "Ада Финн", None),
        ("By Ada Finn April 9, 2031", "Ada Finn", None),
        ("Par AFP avec TV7", None, "AFP"),
        ("By Tuesday evening the boat had left", None, None),
        ("By the numbers: nine boats", None, None),
        ("Byron Finn", None, None),
        ("By night", None, None),
        ("By Larkspur Courier staff and agencies", None, None),
    ],
)
def test_a_byline_names_people_and_agencies_each_as_what_they_are(line: str, names: str | None, wire: str | None) -> None:
    found = byline(line)
    assert (", ".join(found.names) or None if found else None, found.wire if found else None) == (names, wire)


SIGNED = [
    (["(Reuters)", LEAD, LEAD], "Reuters"),
    ([LEAD, LEAD, "— AP"], "AP"),
    ([LEAD, f"{LEAD} (AFP)"], "AFP"),
    ([LEAD, f"{LEAD} dpa/lby"], "dpa"),
    ([LEAD, LEAD, "Source: AFP"], "AFP"),
    ([LEAD, LEAD, "Źródło: PAP"], "PAP"),
    ([LEAD, LEAD, "Kaynak: AA"], "Anadolu"),
    ([LEAD, LEAD, "Reporting by Ada Finn; Editing by Bo Lark; Reuters"], "Reuters"),
    ([LEAD, LEAD, "© Agence France-Presse"], "AFP"),
    ([LEAD, LEAD, "This article was first published by Reuters."], "Reuters"),
    ([f"Tidewater, Apr. 9, 2031 (AFP) - {LEAD}"], "AFP"),
    ([f"TIDEWATER — AP — {LEAD}"], "AP"),
    ([f"Larkspur (NTB): {LEAD}"], "NTB"),
    ([f"LARKSPUR (dpa-AFX) - {LEAD}"], "dpa"),
    ([f"ТАЙДУОТЕР, 9 апреля. /ТАСС/. {LEAD}"], "TASS"),
    ([f"(라크스퍼=연합뉴스) 김철수 기자 = {LEAD}"], "Yonhap"),
    ([f"【ラークスパー共同】{LEAD}"], "Kyodo"),
    ([f"新华社北京4月9日电 {LEAD}"], "Xinhua"),
    ([f"Supporters of the Port and Tide Initiative (PTI) stood at the gate. {LEAD}"], None),
    ([LEAD, f"{LEAD[:-1]}, said the Port Action Party (PAP)."], None),
    ([LEAD, "By Hina Larkspur"], None),
    ([LEAD, "Photo: Ada Finn / AFP"], None),
]


@pytest.mark.parametrize(("lines", "wire"), SIGNED)
def test_an_agency_signs_in_many_ways_and_is_not_taken_for_a_party_or_a_picture(lines: list[str], wire: str | None) -> None:
    assert fields(HEADLINE, "", *lines)[Field.WIRE].value == wire


@pytest.mark.parametrize(
    ("lines", "wire", "confidence"),
    [
        (["LARKSPUR (Reuters) - The ferry stays. So does its crew."], "Reuters", Confidence.HIGH),
        (["LARKSPUR, Tidewater (AP) — The ferry stays. So does its crew."], "AP", Confidence.HIGH),
        ([LEAD, "Associated Press writer Ada Finn contributed to this report"], "AP", Confidence.HIGH),
        ([LEAD, "The Associated Press contributed to this report."], "AP", Confidence.MODERATE),
        (["The ferry stays, according to Reuters. So does its crew."], "Reuters", Confidence.LOW),
        ([LEAD], None, None),
    ],
)
def test_the_wire_by_dateline_credit_or_citation(lines: list[str], wire: str | None, confidence: Confidence | None) -> None:
    found = fields(HEADLINE, "", *lines)[Field.WIRE]
    assert (found.value, found.confidence) == (wire, confidence)


def test_a_citation_is_said_to_be_only_that() -> None:
    assert (
        "not a sign that the text is the agency's own"
        in fields(HEADLINE, "", "The crew told Reuters it was tired. It slept.")[Field.WIRE].basis
    )
