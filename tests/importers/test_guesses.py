"""Metadata of plain text: each guess with its reason, none invented."""

from __future__ import annotations

import pytest

from workbench.domain.entities import Metadatum
from workbench.domain.vocabulary import Confidence, Field
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
        ("Last updated on 9 April 2031 at 7 a.m.", "2031-04-09", Confidence.LOW),
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
