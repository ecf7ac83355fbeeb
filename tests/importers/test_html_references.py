"""Character references in pages: resolved once, wherever they stand. What a page shows as "&#8238;" never becomes the sign it names."""

from __future__ import annotations

import html
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.importers.test_html_pages import PARAGRAPHS, read
from tests.thorough import share
from workbench.domain.draft import Draft
from workbench.domain.vocabulary import Field
from workbench.importers import page_body

SHOWN = (
    "&#8238;", "&#x202e;", "&#X202E;", "&#08238;", "&rlm;", "&lt;script&gt;alert(1)&lt;/script&gt;", "&amp;", "&amp;amp;", "&amp;#8238;",
    "&quot;", "&nbsp;", "&shy;", "&zwj;", "&#0;", "&#xD800;", "&copy", "&notit;", "AT&T", "R&D &c. &", "&#;", "&&amp;;",
)  # fmt: skip
"""What a reader of the page sees, to the letter."""
SPELLINGS = ("&amp;", "&amp", "&#38;", "&#038", "&#x26;", "&#X026;")
"""Ways to write one ampersand."""


def page(words: str, meta: str = "", json_ld: str = "") -> Draft:
    """A page with markup for a title, a heading and a paragraph, for a meta tag, and with a JSON text."""
    script = (
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "publisher": {{"name": {json_ld}}}}}</script>' if json_ld else ""
    )
    tags = (
        f'<title>Ferry {words} kept</title><meta name="author" content="Ada {meta} Finn">{script}'
        if meta
        else f"<title>Ferry {words} kept</title>{script}"
    )
    body = (
        f"<h1>Ferry {words} kept</h1><p>{PARAGRAPHS[0]}</p><p>The notice read {words} in large letters, the harbour master said to all.</p>"
    )
    rest = "".join(f"<p>{p}</p>" for p in PARAGRAPHS[1:])
    return read(f"<!doctype html><html lang='en'><head>{tags}</head><body><article>{body}{rest}</article></body></html>".encode())


@pytest.mark.parametrize("shown", SHOWN)
def test_what_a_page_shows_is_what_is_read(shown: str) -> None:
    draft = page(html.escape(shown), html.escape(shown), json.dumps(html.escape(f"The {shown} Post", quote=False)))
    assert f"The notice read {shown} in large letters" in draft.text
    assert draft.text.count("The notice read") == 1
    assert draft.text.startswith(f"Ferry {shown} kept\n")
    found = {field: draft.metadata[field].value for field in (Field.TITLE, Field.AUTHOR, Field.PUBLISHER)}
    assert found == {Field.TITLE: f"Ferry {shown} kept", Field.AUTHOR: f"Ada {shown} Finn", Field.PUBLISHER: f"The {shown} Post"}


@pytest.mark.parametrize("ampersand", SPELLINGS)
@pytest.mark.parametrize("name", ["#8238;", "#x202E;", "rlm;", "lt;script&gt;"])
def test_no_spelling_of_the_ampersand_is_resolved_twice(ampersand: str, name: str) -> None:
    draft = page(ampersand + name, ampersand + name, json.dumps(f"The {ampersand}{name} Post"))
    told = (draft.text, *(str(found.value) for found in draft.metadata.values()))
    assert not any(sign in words for words in told for sign in ("\u202e", "\u200f", "<script"))


def test_a_reference_in_json_is_resolved_once_as_publishers_write_it() -> None:
    assert page("x", json_ld='"Larkspur &amp; Sons"').metadata[Field.PUBLISHER].value == "Larkspur & Sons"


@given(st.lists(st.sampled_from(["&", ";", "#", "amp", "lt", "8238", "x202e", "a", " b", "T"]), min_size=1, max_size=12).map("".join))
@settings(max_examples=share(150), deadline=None)
def test_any_words_with_ampersands_are_read_as_shown(shown: str) -> None:
    words = " ".join(shown.split())
    assert f"The notice read {words} in large letters" in page(html.escape(words)).text


def test_a_page_with_every_sign_that_lines_are_told_by_is_read_without_the_extractor() -> None:
    signs = "".join(alphabet[0] for alphabet in page_body._ALPHABETS)
    draft = page(signs)
    assert f"The notice read {signs} in large letters" in draft.text
    assert any("all its visible text was taken" in warning for warning in draft.warnings)


def test_a_page_that_uses_such_a_sign_keeps_it() -> None:
    sign = page_body._ALPHABETS[0][0]
    draft = page(f"{sign} &amp; {sign}")
    assert f"The notice read {sign} & {sign} in large letters" in draft.text
    assert draft.warnings == ()
