"""Web pages: their article, their metadata by tag, and nothing lost in silence."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.thorough import share
from workbench.domain.draft import Draft, DraftZone
from workbench.domain.errors import ImportRefused
from workbench.domain.vocabulary import LIVE, Confidence, Field, ZoneKind
from workbench.importers.html import HtmlImporter
from workbench.importers.isolated import Reader
from workbench.importers.visible import loss_warnings, source_length
from workbench.importers.without import without

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


def live(draft: Draft) -> str:
    return "\n".join(draft.text[zone.start : zone.end] for zone in draft.zones if zone.kind in LIVE)


def of(draft: Draft, kind: ZoneKind) -> list[str]:
    return [draft.text[zone.start : zone.end] for zone in draft.zones if zone.kind is kind]


def test_the_text_is_the_whole_page_and_the_menu_is_set_apart() -> None:
    draft = read(page())
    assert draft.text == "News Ferries\nCouncil keeps the ferry\n" + "\n".join(PARAGRAPHS)
    assert [zone.kind for zone in draft.zones] == [ZoneKind.BOILERPLATE, ZoneKind.HEADLINE, ZoneKind.BODY]
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
        Field.WIRE: (None, "no dateline, byline, credit or citation names an agency"),
        Field.MODIFIED: (None, "no line says when it was changed"),
        Field.ADDRESS: (None, "the file does not say where it was taken from"),
        Field.RETRIEVED: (None, "the file does not say when it was taken"),
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
    assert live(draft).startswith("The harbour council")
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


def test_readers_comments_are_kept_and_set_apart() -> None:
    listing = "".join(
        f"<div class='comment'><span>Reader {i} thinks that the boat number {i} is a fine one.</span></div>" for i in range(200)
    )
    draft = read(page().replace(b"</article>", b"</article><div id='comments' class='comments'>" + listing.encode() + b"</div>"))
    assert live(draft) == "Council keeps the ferry\n" + "\n".join(PARAGRAPHS)
    assert ["Reader 150 thinks" in words for words in of(draft, ZoneKind.COMMENT)] == [True]


@pytest.mark.parametrize(
    "box",
    [
        "<aside class='pullquote'><p>{}</p></aside>",
        "<div class='sidebar'><p>{}</p></div>",
        "<section class='comments'><p>{}</p></section>",
        "<div class='author-box'><div><p class='caption'>{}</p></div></div>",
        "<table><tr><td><ul><li>{}</li></ul></td></tr></table>",
        "<p class='social'>{}</p>",
        "<blockquote><p>{}</p></blockquote>",
        "<h2>{}</h2>",
        "<div>{}</div>",
    ],
)
def test_a_box_among_the_paragraphs_is_read_whatever_it_is_called(box: str) -> None:
    words = "The builder denied on Friday that the steel of the boat was bad."
    blocks = [f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS]
    assert words in live(read(page(*blocks[:2], box.format(words), *blocks[2:])))


@pytest.mark.parametrize(
    ("box", "kind"),
    [
        ("<aside class='correction'><p>An earlier version gave the wrong day.</p></aside>", ZoneKind.CORRECTION),
        ("<p>Correction: An earlier version of this article gave the wrong day.</p>", ZoneKind.CORRECTION),
        ("<p>This article was amended on 9 April 2031: the boat is 40 years old.</p>", ZoneKind.CORRECTION),
        ("<p>Korrektur: In einer früheren Version stand ein falscher Tag.</p>", ZoneKind.CORRECTION),
        ("<figure><img alt='A boat'><figcaption>The boat at the quay on Friday</figcaption></figure>", ZoneKind.CAPTION),
        ("<p hidden>The boat will be sold to a museum in May.</p>", ZoneKind.HIDDEN),
        (
            "<nav><ul><li><a>Crew of a tug hires a lawyer</a></li><li><a>Nine boats and a tug</a></li></ul></nav>",
            ZoneKind.RELATED,
        ),
        ("<form class='newsletter'><p>Our letter. Every morning.</p><input name=mail></form>", ZoneKind.BOILERPLATE),
    ],
)
def test_a_box_that_says_what_it_is_is_set_apart(box: str, kind: ZoneKind) -> None:
    blocks = [f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS]
    for at in (2, len(blocks)):
        draft = read(page(*blocks[:at], box, *blocks[at:]))
        words = re.sub("<[^>]*>", " ", box).split()
        assert any(set(words) <= set(of_kind.split()) for of_kind in of(draft, kind))
        assert all(paragraph in live(draft) for paragraph in PARAGRAPHS)


def test_a_second_copy_for_another_screen_is_set_apart_and_a_refrain_is_not() -> None:
    article = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    draft = read(page(f"<div class=desktop>{article}</div><div class=mobile>{article}</div>"))
    assert all(live(draft).count(paragraph) == 1 and draft.text.count(paragraph) == 2 for paragraph in PARAGRAPHS)
    chant = "<p>No boat, no bread!</p>"
    draft = read(page(*(f"<p>{paragraph}</p>{chant}" for paragraph in PARAGRAPHS)))
    assert live(draft).count("No boat, no bread!") == len(PARAGRAPHS)


@pytest.mark.parametrize("lines", [1, 2, 5])
def test_a_refrain_is_no_copy_however_often_it_comes(lines: int) -> None:
    refrain = "".join(f"<p>Keep the ferry, number {n} of us was shouting on the quay.</p>" for n in range(lines))
    draft = read(page(*(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS), refrain * 20))
    assert live(draft).count("shouting on the quay") == 20 * lines


NAMES = ["tag-correction", "has-comments comments-open", "social-post share", "related-footnotes", "newsletter-promo"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("sign", ["class", "id"])
def test_what_the_element_around_the_whole_article_is_called_says_nothing_of_its_lines(name: str, sign: str) -> None:
    article = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    box = "<aside class=sidebar><p>The builder denied that the steel was bad.</p></aside>"
    data = page(article, box, article.replace("Tuesday", "Monday").replace("mayor", "warden"))
    opened = f"<div {sign}='{name}'><article>".encode()
    draft = read(data.replace(b"<article>", opened).replace(b"</article>", b"</article></div>"))
    assert all(paragraph in live(draft) for paragraph in (*PARAGRAPHS, "The builder denied that the steel was bad."))


@pytest.mark.parametrize(
    "block",
    [
        "<p>The same line of a boat.</p>" * 6000,
        "<p>One line of a boat.</p><p>Another line of it.</p>" * 3000,
        "".join(f"<p>Line {n} of a boat.</p><img alt='Boat {n} at the quay' src=x>" for n in range(3000)),
        "".join(f"<li><a href=/{n}>Link {n} to a boat that is red</a></li>" for n in range(6000)),
    ],
    ids=["one line again and again", "two in turn", "pictures", "links"],
)
def test_a_page_of_thousands_of_lines_is_read_by_the_child_within_its_limits(block: str) -> None:
    with Reader() as reader:
        draft = reader.read("page.html", page(*(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS), block))
    assert all(paragraph in draft.text for paragraph in PARAGRAPHS)


@given(
    st.lists(st.text(alphabet="ab ", max_size=6), max_size=8),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), max_size=4),
    st.sets(st.integers(0, 8)),
)
@settings(max_examples=share(150), deadline=None)
def test_zones_keep_their_words_when_lines_are_left_out(lines: list[str], spans: list[tuple[int, int]], left_out: set[int]) -> None:
    text = "\n".join(lines)
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
    others = frozenset(starts[n] for n in left_out if n < len(lines))
    zones = tuple(DraftZone(at, min(at + n, len(text)), ZoneKind.BODY, "") for at, n in spans if at < len(text))
    gone = {at for n, start in enumerate(starts) if start in others for at in range(start, start + len(lines[n]) + 1)}
    own, moved = without(text, zones, others)
    assert own == "\n".join(line for n, line in enumerate(lines) if starts[n] not in others)
    wanted = ["".join(text[at] for at in range(z.start, z.end) if at not in gone) for z in zones]
    assert [own[z.start : z.end].strip("\n") for z in moved] == [words.strip("\n") for words in wanted if words]


def test_loss_by_the_parser_and_a_missing_article_are_warned_of() -> None:
    source = "<body><p>" + "words " * 200
    assert source_length(source) == 1000
    assert "could not be read" in loss_warnings(source, "words words")[0]
    assert loss_warnings(source, "words " * 190) == ()
    deep = b"<div>" * 300 + page() + b"</div>" * 300
    assert read(deep).warnings == ("The article could not be told from the rest of the page: all its visible text was taken.",)


def test_a_page_that_shows_nothing_is_read_from_its_data() -> None:
    told = "The council voted on Tuesday to keep the ferry; the sign read &amp;#8238; and &amp;lt;b&amp;gt; for all to see. "
    block = json.dumps({"@type": "NewsArticle", "articleBody": told * 4})
    draft = read(f'<html><head><script type="application/ld+json">{block}</script></head><body><p>Loading</p></body></html>'.encode())
    assert "the sign read &#8238; and &lt;b&gt; for all" in live(draft)
    assert "from the page's data" in draft.warnings[0]


def test_scripts_and_comments_are_not_visible_text() -> None:
    assert source_length("<body><script>a b c</script><p>one</p><!-- two --><style>x</style>three<script>open") == 8


def test_title_and_byline_of_markup_never_carry_line_ends() -> None:
    fields = read(page(head="<title>Council\nkeeps\r\nthe ferry</title><meta name='author' content='Ada\nFinn'>")).metadata
    assert fields[Field.AUTHOR].value == "Ada Finn"
    assert fields[Field.TITLE].value == "Council keeps the ferry"


JSON = '<script type="application/ld+json">{}</script>'
OTHER = {"@type": "NewsArticle", "headline": "Nine boats lost in a storm", "author": {"name": "Bo Lark"}, "datePublished": "2030-01-01"}
OWN = {"@type": "NewsArticle", "headline": "Council keeps the ferry", "author": {"name": "Ada Finn"}, "datePublished": "2031-04-09"}


@pytest.mark.parametrize(
    "blocks",
    [
        [OTHER, OWN],
        [OWN, OTHER],
        [[OTHER, OWN]],
        [{"@graph": [OTHER, {"@type": "WebPage", "mainEntity": OWN}]}],
        [OTHER, OWN | {"headline": "Ferry: how the vote went", "url": "https://courier.example/ferry/"}],
        [OTHER | {"headline": "Council keeps nothing of it", "url": "https://courier.example/other"}, OWN],
    ],
)
def test_of_several_articles_in_the_data_the_pages_own_is_taken(blocks: list[object]) -> None:
    scripts = "".join(JSON.format(json.dumps(block)) for block in blocks)
    head = f'<title>Council keeps the ferry | Courier</title><link rel=canonical href="https://www.courier.example/ferry?x=1">{scripts}'
    fields = read(page(head=head)).metadata
    assert (fields[Field.AUTHOR].value, fields[Field.PUBLISHED].value) == ("Ada Finn", "2031-04-09")
    assert fields[Field.ADDRESS].value == "https://www.courier.example/ferry?x=1"


@pytest.mark.parametrize("around", ["{}", "<![CDATA[ {} ]]>", "//<![CDATA[\n{}\n//]]>", "/*<![CDATA[*/ {} /*]]>*/", "<!--\n{}\n-->", "{};"])
def test_data_are_read_whatever_old_templates_put_around_them(around: str) -> None:
    head = f"<title>Council keeps the ferry</title>{JSON.format(around.replace('{}', json.dumps(OWN)))}"
    assert read(page(head=head)).metadata[Field.AUTHOR].value == "Ada Finn"


def test_data_that_are_all_of_other_articles_are_not_believed() -> None:
    fields = read(page(head=f"<title>Council keeps the ferry</title>{JSON.format(json.dumps([OTHER, OTHER | {'name': 'x'}]))}")).metadata
    assert (fields[Field.AUTHOR].value, fields[Field.PUBLISHED].value) == (None, None)


def test_a_day_of_change_is_no_day_of_publication() -> None:
    fields = read(
        page(head='<meta property="article:modified_time" content="2031-04-11T08:00:00Z"><meta name=date content=2031-04-11>')
    ).metadata
    assert (fields[Field.PUBLISHED].value, fields[Field.MODIFIED].value) == (None, "2031-04-11")


def test_the_date_and_name_of_an_embedded_post_are_not_the_articles() -> None:
    post = "<blockquote class=tweet><p>We knew of it.</p>&mdash; Bo Lark <a>April 2, 2031</a></blockquote>"
    fields = read(page(*(f"<p>{p}</p>" for p in PARAGRAPHS), post, head="")).metadata
    assert (fields[Field.PUBLISHED].value, fields[Field.AUTHOR].value) == (None, None)


def test_where_and_when_a_page_was_saved() -> None:
    note = b"<!--\n Page saved with SingleFile \n url: https://courier.example/ferry \n saved date: Wed Apr 09 2031 10:00:00 GMT+0200 \n-->"
    fields = read(page().replace(b"<head>", note + b"<head>")).metadata
    assert (fields[Field.ADDRESS].value, fields[Field.RETRIEVED].value) == ("https://courier.example/ferry", "2031-04-09")
    fields = read(page().replace(b"<head>", b"<head><!-- saved from url=(0030)https://courier.example/ferry -->")).metadata
    assert fields[Field.ADDRESS].value == "https://courier.example/ferry"
