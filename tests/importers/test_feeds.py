"""Feeds: each entry is a feed of one entry, and that is an article with every word of it once; nothing is resolved or fetched."""

from __future__ import annotations

import html
import json
import random
import xml.sax.saxutils
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.case import Case
from workbench.domain.draft import Contents, Draft
from workbench.domain.errors import ImportRefused
from workbench.domain.vocabulary import ZoneKind
from workbench.importers.protocol import Holder
from workbench.importers.registry import importer_for
from workbench.importers.web import gathered
from workbench.importers.web.feeds import AtomImporter, RssImporter
from workbench.importers.web.json_feed import JsonFeedImporter

FULL = """<item><title>Ferry stays &amp; caf&eacute; R&D opens, 5 &lt; 6</title><link>http://post.example/1</link>
<pubDate>Tue, 03 Mar 2020 10:00:00 GMT</pubDate><dc:creator>Ada Quill</dc:creator><category>Ports</category>
<description>The council voted [...]</description><guid>http://post.example/?p=1</guid><media:text>A boat at the quay</media:text>
<content:encoded><![CDATA[<p>The council voted&nbsp;on Monday.</p><p>It was <del>late</del> close.</p>]]></content:encoded></item>"""
RSS_HEAD = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour Post</title><language>en-GB</language>"""
RSS_END = "</channel></rss>"
SECOND = (
    "<item><title>Two</title><author>bo@post.example (Bo Reed)</author><description>A &lt;b&gt;bold&lt;/b&gt; word</description></item>"
)
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Quay News</title><items><rdf:Seq><rdf:li resource="a"/></rdf:Seq></items>
</channel>
<item><title>One</title><description>First words</description><dc:date>2020-05-06T07:08:09Z</dc:date></item>
<item><title>Two</title><description>Second words</description></item></rdf:RDF>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="da"><title>Havn</title><author><name>Desk</name></author>
<entry><title type="html">One &lt;i&gt;boat&lt;/i&gt;</title><link rel="self" href="http://x.example/self"/><link href="http://x.example/1"/>
<published>2020-05-06T07:08:09Z</published><updated>2020-05-08T07:08:09Z</updated><summary>Other words first</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Para <b>one</b>.</p><p>Para two.</p></div></content>
<category term="t1" label="Boats"/></entry>
<entry><title>a &lt;b</title><author><name>Bo Reed</name></author><content>Plain
lines</content><source><title>Elsewhere</title></source></entry></feed>"""
JSON = {
    "version": "https://jsonfeed.org/version/1.1", "title": "Pier", "language": "en", "items": [
        {"id": "1", "url": "http://p.example/1", "title": "One", "content_html": "<p>First <s>old</s> words</p>", "summary": "First words?",
         "date_published": "2020-05-06T07:08:09Z", "authors": [{"name": "Ada Quill"}], "tags": ["Boats"]},
        {"id": "2", "title": "Two", "content_text": "Second\nwords"},
    ],
}  # fmt: skip


def opened(source: str, name: str = "x.xml") -> Contents:
    importer = importer_for(name, source.encode())
    assert isinstance(importer, Holder)
    return importer.open(source.encode(), name)


def drafts(source: str) -> list[Draft]:
    """What the entries of a feed give, each read from its own bytes."""
    found = [opened(member.data.decode(), member.name).draft for member in opened(source).members]
    assert all(found)
    return [draft for draft in found if draft]


def zones(draft: Draft) -> list[tuple[ZoneKind, str]]:
    return [(zone.kind, draft.text[zone.start : zone.end]) for zone in draft.zones]


def fields(draft: Draft) -> dict[str, str]:
    return {field.value: found.value for field, found in draft.metadata.items() if found.value}


def test_the_entries_of_an_rss_feed_are_articles() -> None:
    first, second = drafts(RSS_HEAD + FULL + SECOND + RSS_END)
    assert zones(first) == [
        (ZoneKind.HEADLINE, "Ferry stays & café R&D opens, 5 < 6"), (ZoneKind.CREDIT, "Ada Quill"),
        (ZoneKind.CREDIT, "Tue, 03 Mar 2020 10:00:00 GMT"), (ZoneKind.BODY, "The council voted\xa0on Monday.\nIt was"),
        (ZoneKind.STRUCK, "late"), (ZoneKind.BODY, "close."), (ZoneKind.BOILERPLATE, "Ports"), (ZoneKind.BOILERPLATE, "A boat at the quay"),
    ]  # fmt: skip
    assert fields(first) == {
        "title": "Ferry stays & café R&D opens, 5 < 6", "publisher": "Harbour Post", "author": "Ada Quill", "published": "2020-03-03",
        "language": "en", "address": "http://post.example/1",
    }  # fmt: skip
    assert second.text == "Two\nBo Reed\nA bold word"


def test_older_rss_is_read() -> None:
    first, second = drafts(RDF)
    assert first.text == "One\n2020-05-06T07:08:09Z\nFirst words"
    assert fields(first)["publisher"] == "Quay News"
    assert fields(first)["published"] == "2020-05-06"
    assert second.text == "Two\nSecond words"


def test_the_entries_of_an_atom_feed_are_articles() -> None:
    first, second = drafts(ATOM)
    assert zones(first) == [
        (ZoneKind.HEADLINE, "One boat"), (ZoneKind.CREDIT, "Desk"), (ZoneKind.CREDIT, "2020-05-06T07:08:09Z"),
        (ZoneKind.CREDIT, "2020-05-08T07:08:09Z"), (ZoneKind.DECK, "Other words first"), (ZoneKind.BODY, "Para one.\nPara two."),
        (ZoneKind.BOILERPLATE, "Boats"),
    ]  # fmt: skip
    assert fields(first) == {
        "title": "One boat", "publisher": "Havn", "author": "Desk", "published": "2020-05-06", "modified": "2020-05-08", "language": "da",
        "address": "http://x.example/1",
    }  # fmt: skip
    assert second.text == "a <b\nBo Reed\nPlain\nlines"
    assert (fields(second)["publisher"], fields(second)["author"]) == ("Elsewhere", "Bo Reed")


def test_the_entries_of_a_json_feed_are_articles() -> None:
    first, second = drafts(json.dumps(JSON))
    assert first.text == "One\nAda Quill\n2020-05-06T07:08:09Z\nFirst words?\nFirst old words\nBoats"
    assert fields(first) == {
        "title": "One", "publisher": "Pier", "author": "Ada Quill", "published": "2020-05-06", "language": "en", "address": "http://p.example/1",
    }  # fmt: skip
    assert second.text == "Two\nSecond\nwords"


def test_a_feed_of_one_entry_is_that_article(empty: Case, tmp_path: Path) -> None:
    path = tmp_path / "one.rss"
    path.write_text(RSS_HEAD + SECOND + RSS_END, encoding="utf-8")
    empty.imports.files([path])
    article = empty.articles.all()[0]
    assert article.media_type == "application/rss+xml"
    assert empty.articles.original(article.id) == path.read_bytes()


@pytest.mark.parametrize(
    ("source", "media_type"),
    [
        ("\ufeff<?xml version='1.0'?><!-- a --><?xml-stylesheet href='x'?>\n<rss version='2.0'>", "application/rss+xml"),
        ("<!DOCTYPE rss PUBLIC 'x' 'y'>\n<rss>", "application/rss+xml"),
        (RDF, "application/rss+xml"),
        (ATOM, "application/atom+xml"),
        ("<a:feed xmlns:a='http://www.w3.org/2005/Atom'>", "application/atom+xml"),
        (json.dumps(JSON), "application/feed+json"),
    ],
)
def test_a_feed_is_known_by_its_content(source: str, media_type: str) -> None:
    for name in ("x.xml", "x.json", "x", "x.html"):
        assert importer_for(name, source.encode()).media_type == media_type


def test_other_xml_is_no_feed() -> None:
    with pytest.raises(ImportRefused, match=r"“\.xml” are not read"):
        importer_for("x.xml", b"<?xml version='1.0'?><data><rss/></data>")


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (RSS_HEAD + RSS_END, "no entry in this feed"),
        ('<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><item><title>&b;</title></item></rss>', "entities of its own"),
        (RSS_HEAD + "<item><title> </title><guid>1</guid></item>" + RSS_END, "0 of"),
        ('{"version": "https://jsonfeed.org/version/1", "items": [', "no JSON that can be read"),
        ('{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * 100_000, "no JSON that can be read"),
        ('{"version": "https://jsonfeed.org/version/1", "items": 3}', "no entry"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why(source: str, reason: str) -> None:
    with pytest.raises(ImportRefused, match=reason):
        opened(source)


def test_a_damaged_feed_says_so_and_gives_what_there_is() -> None:
    cut = opened((RSS_HEAD + SECOND + SECOND.replace("Two", "Three"))[:-20])
    assert [member.name for member in cut.members] == ["Two.rss", "Three.rss"]
    assert "The feed is damaged in line" in cut.refused[0][1]
    alone = opened((RSS_HEAD + SECOND)[:-20]).draft
    assert alone is not None
    assert any("The feed is damaged in line" in warning for warning in alone.warnings)


def test_what_the_feed_does_not_have_is_said() -> None:
    bare = opened(RSS_HEAD + "<item><title>Only this</title></item>" + RSS_END).draft
    assert bare is not None
    assert bare.warnings == ("The feed has no more of this entry than its title: open its address for the text.",)
    there = '<entry><title>One</title><content src="http://x.example/1"/><summary type="image/png">AAAA</summary></entry>'
    elsewhere = opened(f'<feed xmlns="http://www.w3.org/2005/Atom">{there}</feed>').draft
    assert elsewhere is not None
    assert len(elsewhere.warnings) == 3


def test_a_feed_of_many_entries_gives_as_many_as_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathered, "LARGEST_CONTENTS", 3_000_000)
    contents = opened(RSS_HEAD + "<description>" + "a" * 1_000_000 + "</description>" + SECOND * 3_000 + RSS_END)
    assert len(contents.members) == 2
    assert len(contents.refused) == gathered.MOST_REFUSED + 1


WORDS = st.lists(st.text("abcxyzé&<>\"'5 ", min_size=1, max_size=12).filter(str.strip), min_size=1, max_size=4)


@settings(max_examples=120, deadline=None)
@given(WORDS, WORDS, st.sampled_from(["rss", "cdata", "atom", "json"]))
def test_every_word_is_there_once_in_order(titles: list[str], lines: list[str], form: str) -> None:
    title, content = " ".join(titles), "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    escaped = xml.sax.saxutils.escape
    if form == "atom":
        entry = f'<entry><title>{escaped(title)}</title><content type="html">{escaped(content)}</content></entry>'
        source = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title>{entry}</feed>'
    elif form == "json":
        source = json.dumps({"version": "https://jsonfeed.org/version/1", "items": [{"title": title, "content_html": content}]})
    else:
        body = f"<![CDATA[{content}]]>" if form == "cdata" else escaped(content)
        entry = f"<item><title>{escaped(html.escape(title))}</title><description>{body}</description></item>"
        source = f"<rss><channel><title>F</title>{entry}</channel></rss>"
    draft = opened(source).draft
    assert draft is not None
    assert draft.text.split() == [*title.split(), *" ".join(lines).split()]
    at = 0
    for zone in draft.zones:
        assert not draft.text[at : zone.start].strip()
        at = zone.end


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([RSS_HEAD + FULL + SECOND + RSS_END, RDF, ATOM, RSS_HEAD + FULL + RSS_END, json.dumps(JSON)]), st.integers(0, 2**32))
def test_a_damaged_feed_is_refused_or_read_never_a_fault(source: str, seed: int) -> None:
    chance = random.Random(seed)
    letters = list(source)
    for _ in range(chance.randint(1, 5)):
        letters[chance.randrange(len(letters))] = chance.choice('<>&"/a\x00é[]')
    importer = JsonFeedImporter() if source.startswith("{") else AtomImporter() if "Atom" in source else RssImporter()
    for damaged in ("".join(letters), source[: chance.randrange(len(source))]):
        try:
            contents = importer.open(damaged.encode(), "x")
            for member in contents.members:
                importer.open(member.data, member.name)
        except ImportRefused as refused:
            assert refused.reason
        else:
            assert contents.members or (contents.draft and contents.draft.text.strip())


def test_a_text_that_cannot_be_read_is_said() -> None:
    draft = opened(
        RSS_HEAD + "<item><title>One</title><description><![CDATA[" + "<div>" * 5_000 + "word]]></description></item>" + RSS_END
    ).draft
    assert draft is not None
    assert draft.warnings == ("The text of this entry is damaged or nested too deeply, and could not be read: open its address for it.",)


@pytest.mark.parametrize("part", ["<![CDATA[", "&", "<!--", "<a "])
def test_marks_without_an_end_cost_no_time(part: str) -> None:
    with pytest.raises(ImportRefused):
        opened("<rss><channel>" + part * 200_000)
