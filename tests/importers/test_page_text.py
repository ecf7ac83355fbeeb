"""The text of a page is all of its text, once, in its order, and no figure of it is made by the reading."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import HTMLParser, document_fromstring

from tests.thorough import share
from workbench.domain.vocabulary import ZoneKind
from workbench.importers.page_text import PageText, page_text

Node = str | tuple[str, list["Node"]]
BLOCKS = ("div", "p", "section", "li", "blockquote", "h2", "aside", "footer", "figure", "figcaption", "details")
INLINE = ("span", "b", "i", "time", "label", "output", "a", "abbr", "x-entity", "button", "font", "mark", "small", "cite", "data")
APART = ("sup", "sub", "del", "s", "span hidden", "span style='display:none'", "td")
WORDS = st.lists(
    st.sampled_from(["14", "1,500", "9", "Divers", "denied", "never", "&", "<", "3.5", "x", "çelik", "미사일"]), min_size=1, max_size=4
)
SPACED = st.tuples(WORDS, st.sampled_from(["", " "]), st.sampled_from(["", " ", "\n\t"])).map(lambda t: f"{t[1]}{' '.join(t[0])}{t[2]}")


def read(body: str, head: str = "") -> PageText:
    source = f"<!doctype html><html><head><title>x</title>{head}</head><body>{body}</body></html>"
    return page_text(document_fromstring(source.encode(), parser=HTMLParser(encoding="utf-8", remove_comments=True, huge_tree=True)))


def shown(page: PageText, kind: ZoneKind) -> list[str]:
    return [page.text[run.start : run.end] for run in page.runs if run.kind is kind]


def nodes(depth: int) -> st.SearchStrategy[list[Node]]:
    text: st.SearchStrategy[Node] = SPACED
    if not depth:
        return st.lists(text, min_size=1, max_size=2)
    inner = nodes(depth - 1)
    element = st.tuples(st.sampled_from([*BLOCKS, *INLINE, *APART]), inner)
    return st.lists(st.one_of(text, element), min_size=1, max_size=4)


def markup(tree: list[Node]) -> str:
    return "".join(html.escape(n, quote=False) if isinstance(n, str) else _element(*n) for n in tree)


def _element(tag: str, inner: list[Node]) -> str:
    name = tag.split()[0]
    if name == "td":
        return f"<table><tr><td>{markup(inner)}</td></tr></table>"
    return f"<{tag}>{markup(inner)}</{name}>"


def squeezed(text: str) -> str:
    """Without white space and signs that stand for raised and lowered figures."""
    return "".join(unicodedata.normalize("NFKC", text).split())


@given(nodes(4))
@settings(max_examples=share(300), deadline=None)
def test_every_text_node_stands_in_the_text_once_and_in_order(tree: list[Node]) -> None:
    source = markup(tree)
    parsed = document_fromstring(f"<html><body>{source}</body></html>".encode(), parser=HTMLParser(encoding="utf-8", huge_tree=True))
    page = read(source)
    assert squeezed(page.text) == squeezed("".join(parsed.itertext()))
    assert not re.search(r"^\s|\s$|\n\n| $", page.text)
    assert "\n".join(page.words(line) for line in page.lines) == page.text


def pieces(tree: list[Node]) -> Iterator[str]:
    """What stands between two signs that set apart; "\\0" is such a sign."""
    for node in tree:
        if isinstance(node, str):
            yield re.sub(r"\s+", " ", node)
        elif node[0] in INLINE:
            yield from pieces(node[1])
        else:
            yield "\0"
            yield from pieces(node[1])
            yield "\0"


@given(nodes(4))
@settings(max_examples=share(300), deadline=None)
def test_no_figure_is_joined_over_what_sets_words_apart(tree: list[Node]) -> None:
    page = read(markup(tree))
    parts = "".join(pieces(tree)).split("\0")
    for figure in re.findall(r"[0-9][0-9,.]*", page.text):
        assert any(figure in part for part in parts), (figure, parts, page.text)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>Dead: 14<sup>1</sup> and 9<sup><a href='#n'>2</a></sup>.</p>", "Dead: 14 ¹ and 9 ²."),
        (
            "<p>10<sup>6</sup> becquerel, 5<sup>th</sup> floor, 20 m<sup>2</sup>, 4 km<sup>2</sup></p>",
            "10⁶ becquerel, 5th floor, 20 m², 4 km²",
        ),
        ("<p>H<sub>2</sub>O and CO<sub>2</sub></p>", "H₂O and CO₂"),
        ("<p>The mayor<sup>3</sup> left.</p>", "The mayor ³ left."),
        ("<p>He said <q>no</q>.</p>", "He said “no”."),
        ("<table><tr><td>Boats<td>6<td>2</tr><tr><td>Cars</table>", "Boats\t6\t2\nCars"),
        ("<pre>one\n  two\n\nthree</pre>", "one\ntwo\nthree"),
        ("<p>Dead: <noscript>14</noscript><span>14</span> people.</p>", "Dead: 14 people."),
        ("<div>14<div>1,500 men</div>Police<div>denied</div></div>", "14\n1,500 men\nPolice\ndenied"),
        ("<p>one<br>two<br/><br>three</p>", "one\ntwo\nthree"),
        ("<nav><a>News</a><a>Sport</a></nav>", "News Sport"),
        ("<p><span>Nov 18, 2031</span><span>By Ada</span></p>", "Nov 18, 2031 By Ada"),
        ("<p><span>Deni</span><span>ed</span></p>", "Denied"),
        ("<p><span>T</span>he <b>P</b>ort</p>", "The Port"),
        ("<p>Choose <select><option>one</select><textarea>typed</textarea><input value='v'> here</p>", "Choose here"),
        ("<p>a&nbsp;b</p><p>&nbsp;</p><p>c\u2028d</p>", "a\u00a0b\nc d"),
        ("<p>The <img alt='Yes' src=y> vote</p>", "The Yes vote"),
        ("<p>A</p><img alt='Divers at the pillar'><p>B</p>", "A\nDivers at the pillar\nB"),
        ("<figure><img alt='Divers'><figcaption>Divers at work</figcaption></figure>", "Divers at work"),
        ("<p>A<img alt='IMG_2044.jpg'><img alt=''></p>", "A"),
    ],
)
def test_lines_and_signs_are_those_of_the_page(body: str, text: str) -> None:
    assert read(body).text == text


def test_a_page_of_a_thousand_levels_is_read_to_its_ground() -> None:
    assert read("<div>" * 1000 + "The bridge is closed." + "</div>" * 1000).text == "The bridge is closed."


@pytest.mark.parametrize("tag", ["del", "s", "strike", "span style='text-decoration: line-through'"])
def test_what_is_struck_out_is_set_apart_in_its_place(tag: str) -> None:
    page = read(f"<p>The crack is <{tag}>40</{tag.split()[0]}><ins>15</ins> cm.</p>")
    assert page.text == "The crack is 40 15 cm."
    assert shown(page, ZoneKind.STRUCK) == ["40"]


@pytest.mark.parametrize(
    ("body", "head"),
    [
        ("<p hidden>Away.</p>", ""),
        ("<p style='display:none'>Away.</p>", ""),
        ("<p style='VISIBILITY : hidden'>Away.</p>", ""),
        ("<p class='a b'>Away.</p>", "<style>.a.b{display:none}</style>"),
        ("<div id=x><p><b>Away.</b></p></div>", "<style>/* { */ #x > p { display : none !important; }</style>"),
        ("<div class=x><p>Away.</p></div>", "<style>@media screen { div.x p, .y { color:red; display:none } }</style>"),
        ("<details><summary>Seen.</summary><p>Away.</p></details>", ""),
        ("<dialog>Away.</dialog>", ""),
        ("<iframe><p>Away.</p></iframe>", ""),
        ("<svg><title>Away.</title></svg>", ""),
    ],
)
def test_what_the_page_hides_is_kept_and_set_apart(body: str, head: str) -> None:
    page = read(f"<p>Seen.</p>{body}<p>Seen.</p>", head)
    assert "Away." in page.text
    assert [re.sub("</?p>", "", words) for words in shown(page, ZoneKind.HIDDEN)] == ["Away."]


@pytest.mark.parametrize(
    ("body", "head"),
    [
        ("<p class=a>Here.</p>", "<style>@media print { .a { display:none } }</style>"),
        ("<p class=a>Here.</p>", "<style media=print>.a { display:none }</style>"),
        ("<p class=a>Here.</p>", "<style>@media (max-width: 600px) { .a { display:none } }</style>"),
        ("<p class='a'>Here.</p>", "<style>.a{display:none} p.a{display:block}</style>"),
        ("<p class='a' style='display:block'>Here.</p>", "<style>.a{display:none}</style>"),
        (
            "<p class='a'>Here.</p>",
            "<style>.a:hover{display:none} .b .a{display:none} .a[x]{display:none}</style>",
        ),
        ("<p aria-hidden=true>Here.</p>", ""),
        ("<details open><summary>S</summary><p>Here.</p></details>", ""),
        ("<p>Here.</p>", "<style>body{display:none} @keyframes a { from { visibility:hidden } }</style>"),
        ("<p>Here.</p>", "<style>p{display:none</style><style>}{{;p"),
    ],
)
def test_what_the_page_shows_is_not_called_hidden(body: str, head: str) -> None:
    if "{{" in head:
        assert "Here." in read(body, head + "</style>").text
        return
    assert shown(read(body, head), ZoneKind.HIDDEN) == []


def test_a_readers_aid_over_a_word_is_a_note() -> None:
    page = read("<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>は14<ruby>人<rt>12</rt></ruby></p>")
    assert page.text == "漢(かん)は14人 12"
    assert shown(page, ZoneKind.NOTE) == ["(かん)", "12"]
