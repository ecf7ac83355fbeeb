"""Web pages: their article, their metadata by tag, and nothing lost in silence."""

from __future__ import annotations

import pytest

from workbench.domain.draft import Draft
from workbench.domain.errors import ImportRefused
from workbench.domain.vocabulary import Confidence, Field, ZoneKind
from workbench.importers.html import HtmlImporter
from workbench.importers.visible import loss_warnings, source_length

PARAGRAPHS = [
    "The harbour council voted on Tuesday to keep the ferry until spring. Nobody had expected the vote to be so close.",
    "The mayor, Ada Larkspur, said the boat was old. “We cannot wait for ever,” she told the council.",
    "The crew of nine will hear about their contracts next week, according to the port office.",
    "A tug from the neighbouring town has been hired for the winter, and it will be paid for by the port.",
]
HEAD = """<title>Council keeps the ferry | Larkspur Courier</title>
<meta property="og:title" content="Council keeps the ferry"><meta property="og:site_name" content="Larkspur Courier">
<meta name="author" content="By Ada Finn"><meta property="article:published_time" content="2031-04-09T08:00:00Z">"""


def page(*blocks: str, head: str = HEAD) -> bytes:
    body = "".join(blocks) or "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    menu = "<nav><a href='/a'>News</a><a href='/b'>Ferries</a></nav>"
    article = f"<article><h1>Council keeps the ferry</h1>{body}</article>"
    return f'<!doctype html><html lang="en"><head><meta charset="utf-8">{head}</head><body>{menu}{article}</body></html>'.encode()


def read(data: bytes) -> Draft:
    return HtmlImporter().read(data, "page.html", None)


def test_the_article_begins_with_its_heading_and_leaves_the_menu_out() -> None:
    draft = read(page())
    assert draft.text == "Council keeps the ferry\n" + "\n".join(PARAGRAPHS)
    assert [zone.kind for zone in draft.zones] == [ZoneKind.HEADLINE, ZoneKind.BODY]
    assert draft.encoding_basis == "valid UTF-8"
    assert "trafilatura" in draft.reader


def test_each_field_names_its_tag() -> None:
    fields = read(page()).metadata
    assert {field: (value.value, value.basis) for field, value in fields.items()} == {
        Field.TITLE: ("Council keeps the ferry", "the meta tag og:title"),
        Field.PUBLISHER: ("Larkspur Courier", "the meta tag og:site_name"),
        Field.AUTHOR: ("Ada Finn", "the meta tag author"),
        Field.PUBLISHED: ("2031-04-09", "the meta tag article:published_time"),
        Field.LANGUAGE: ("en", "the lang attribute of the html tag"),
        Field.WIRE: (None, "no dateline, credit or citation names an agency"),
    }


def test_json_ld_goes_before_meta_tags() -> None:
    block = """<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Ferry &amp; council",
    "datePublished": "2031-04-10", "author": [{"name": "Bo Finn"}, "Ada Lark"], "publisher": {"name": "The Courier"}}]}</script>"""
    fields = read(page(head=HEAD + block)).metadata
    assert (fields[Field.AUTHOR].value, fields[Field.AUTHOR].basis) == ("Bo Finn, Ada Lark", "the page's JSON-LD, author")
    assert fields[Field.TITLE].value == "Ferry & council"
    assert fields[Field.PUBLISHED].value == "2031-04-10"


@pytest.mark.parametrize(
    "block", ["{broken", "[[[[[]]]]]", '{"@type": [1, {}]}', '"text"', '{"@type": "NewsArticle", "author": {"name": {"name": 5}}}']
)
def test_broken_json_ld_is_passed_over(block: str) -> None:
    fields = read(page(head=f'{HEAD}<script type="application/ld+json">{block}</script>')).metadata
    assert fields[Field.AUTHOR].value == "Ada Finn"


def test_a_page_that_states_nothing_is_guessed_from_its_text() -> None:
    draft = read(page(head=""))
    assert draft.metadata[Field.TITLE].basis == "the page's h1"
    assert draft.metadata[Field.PUBLISHER].value is None
    assert draft.metadata[Field.AUTHOR].value is None


def test_a_template_with_the_sites_name_as_its_h1() -> None:
    data = page().replace(b"<h1>Council keeps the ferry</h1>", b"").replace(b"<nav>", b"<header><h1>Larkspur Courier</h1></header><nav>")
    draft = read(data)
    assert draft.text.startswith("The harbour council")
    assert draft.metadata[Field.TITLE].value == "Council keeps the ferry"


def test_a_paragraph_that_stands_twenty_times_is_kept_twenty_times() -> None:
    chant = "<p>Keep the ferry, keep the ferry, the crowd on the quay was shouting.</p>"
    draft = read(page(f"<p>{PARAGRAPHS[0]}</p>", chant * 20, *(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[1:])))
    assert draft.text.count("the crowd on the quay") == 20
    assert draft.text.index(PARAGRAPHS[0]) < draft.text.index("Keep the ferry") < draft.text.index(PARAGRAPHS[1])


def test_a_language_tag_that_the_text_contradicts_is_not_believed() -> None:
    found = read(page().replace(b'lang="en"', b'lang="fr"')).metadata[Field.LANGUAGE]
    assert (found.value, found.confidence) == ("en", Confidence.HIGH)


def test_an_old_encoding_by_the_meta_tag() -> None:
    data = page(f"<p>{'Паром не вышел из гавани, потому что ветер был слишком сильным. ' * 6}</p>", head="")
    draft = read(data.decode().replace("utf-8", "windows-1251").encode("cp1251"))
    assert "Паром не вышел из гавани" in draft.text
    assert draft.encoding_basis == "the page's meta tag says windows-1251"


@pytest.mark.parametrize(
    "data", [b"<html><body></body></html>", b"<html><body><script>var a = 'words';</script></body></html>", b"<!-- only -->", b"  "]
)
def test_a_page_without_text_is_refused_not_imported_empty(data: bytes) -> None:
    with pytest.raises(ImportRefused, match=rf"0 of {len(data)} bytes became text"):
        read(data)


def test_what_is_left_out_is_said() -> None:
    listing = "".join(
        f"<div class='comment'><span>Reader {i} thinks that the boat number {i} is a fine one.</span></div>" for i in range(200)
    )
    draft = read(page().replace(b"</article>", b"</article><div id='comments' class='comments'>" + listing.encode() + b"</div>"))
    assert "Reader 150 thinks" in draft.text or any("was left out" in warning for warning in draft.warnings)


def test_loss_by_the_parser_and_a_missing_article_are_warned_of() -> None:
    source = "<body><p>" + "words " * 200
    assert source_length(source) == 1000
    assert "could not be read" in loss_warnings(source, 10, 10, False)[0]
    assert loss_warnings(source, 1000, 900, False) == ()
    assert "the rest was left out" in loss_warnings(source, 1000, 100, False)[0]
    assert "all its visible text was taken" in loss_warnings(source, 1000, 1000, True)[0]


def test_scripts_and_comments_are_not_visible_text() -> None:
    assert source_length("<body><script>a b c</script><p>one</p><!-- two --><style>x</style>three<script>open") == 8


def test_title_and_byline_of_markup_never_carry_line_ends() -> None:
    fields = read(page(head="<title>Council\nkeeps\r\nthe ferry</title><meta name='author' content='Ada\nFinn'>")).metadata
    assert fields[Field.AUTHOR].value == "Ada Finn"
    assert fields[Field.TITLE].value == "Council keeps the ferry"
