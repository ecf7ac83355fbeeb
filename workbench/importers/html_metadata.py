"""What a page's own tags state: title, publisher, author, dates, address, language. Each basis names the tag."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.domain.entities import Metadatum
from workbench.domain.vocabulary import Confidence, Field
from workbench.importers.agencies import agency
from workbench.importers.bylines import byline
from workbench.importers.dates import iso_date, told
from workbench.importers.normalise import normalised
from workbench.importers.page_data import page_article, same_headline
from workbench.importers.wordlist import wordlist
from workbench.importers.zone_days import LONGEST_LINE, own_day

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONGEST = 500
_LONGEST_BYLINE = 160
_TITLE = ("dc.title", "dc:title", "dcterms.title", "og:title", "citation_title", "parsely-title", "twitter:title", "weibo:article:title")
_PUBLISHER = ("og:site_name", "citation_publisher", "dc.publisher", "dcterms.publisher", "publisher", "application-name")
_AUTHOR = (
    "author", "article:author", "citation_author", "dc.creator", "dc:creator", "dcterms.creator", "byl", "parsely-author",
    "sailthru.author",
)  # fmt: skip
_PUBLISHED = (
    "article:published_time", "datepublished", "citation_publication_date", "parsely-pub-date", "sailthru.date", "dcterms.created",
    "dcterms.issued", "pubdate", "publishdate", "publish-date", "article.published", "dc.date.issued", "og:published_time",
)  # fmt: skip
_DATED = ("date", "dc.date", "dc:date", "dcterms.date")
"""Tags that do not say what they date: asked last, and not where a tag of a change says the same day."""
_MODIFIED = ("article:modified_time", "datemodified", "og:updated_time", "dcterms.modified", "last-modified", "lastmod")
_SITE_WORDS = 3
"""Words at most that can be the name of a site before the title of its page."""
_SEPARATOR = re.compile(r"\s+[|–—•·»:/\\-]\s+|\s*[|_]\s*(?=[^|_]{2,40}$)")
_SAVED = re.compile(r"saved from url=\(\d+\)(\S+)|^\s*url:\s*(\S+)", re.IGNORECASE | re.MULTILINE)
_SAVED_AT = re.compile(r"saved date:\s*([^\n]{8,60})", re.IGNORECASE)
_COMMENT = re.compile("<!--(.*?)-->", re.DOTALL)
_SAVED_REACH = 8_192
_LONGEST_ADDRESS = 2_000
_ASIDE = frozenset({"nav", "aside", "footer", "form"})
_BYLINE = re.compile(r"(?:^|[\s_-])(?:byline|author|auteur|autor|writtenby|article-author|p-author)(?:$|[\s_-]|s$|__?name)", re.IGNORECASE)
_NOT_AN_AUTHOR = wordlist("admin administrator editor staff anonymous user guest")


class Stated:
    """What the tags of one page state."""

    def __init__(self, tree: HtmlElement, source: str = "") -> None:
        """`source` is the page's own letters: a program that saves pages says in a comment where from and when."""
        self._tree = tree
        self._saved = "\n".join(_COMMENT.findall(source[:_SAVED_REACH]))
        self._tags = _meta_tags(tree)
        self.title_tag = next((_clean("".join(e.itertext())) for e in tree.iter("title") if e.getparent().tag != "svg"), "")
        self.heading = self._heading()
        headlines = [h for h in (self.heading, self._tags.get("og:title", ""), self.title_tag) if h]
        self._addresses = list(_own_addresses(tree, self._tags))
        self._article = page_article(tree, headlines, self._addresses)

    def fields(self) -> dict[Field, Metadatum]:
        """The fields that are stated, by JSON-LD first (schema.org), then meta tags, then the marks of the text."""
        found = {
            Field.TITLE: self._title(),
            Field.PUBLISHER: self._publisher(),
            Field.AUTHOR: self._author(),
            Field.PUBLISHED: self._in_its_zone(self._published()),
            Field.MODIFIED: self._modified(),
            Field.LANGUAGE: self._language(),
            Field.WIRE: self._wire(),
            Field.ADDRESS: self._address(),
            Field.RETRIEVED: self._retrieved(),
        }
        return {field: value for field, value in found.items() if value is not None}

    def _heading(self) -> str:
        """The article's heading: an h1 that says what the page's title says; the only h1 where there is no title.

        Many templates set the site's own name, or that of a section, as an h1.
        """
        headings = [h for h in (_clean("".join(e.itertext())).rstrip(" ¶#") for e in self._tree.iter("h1")) if h]
        title = self._tags.get("og:title") or self.title_tag
        site = self._tags.get("og:site_name", "").casefold()
        headings = [h for h in headings if h.casefold() != site]
        if not title:
            return headings[0] if len(headings) == 1 else ""
        front = _SEPARATOR.split(title)[0]
        return next((h for h in headings if same_headline(h, front) and not _is_site(h, title)), "")

    def _title(self) -> Metadatum | None:
        stated = self._article.text("headline") if self._article.sure else ""
        tagged = self._first(_TITLE)
        others = [title for title in (tagged[1] if tagged else "", self.heading, self.title_tag) if title]
        if stated and (not others or any(same_headline(stated, other) for other in others)):
            return Metadatum(_clean(stated), Confidence.HIGH, "the page's JSON-LD, headline")
        if tagged:
            return Metadatum(self._without_site(tagged[1]), Confidence.HIGH, f"the meta tag {tagged[0]}")
        if self.heading:
            return Metadatum(self.heading, Confidence.HIGH, "the page's h1")
        front = _SEPARATOR.split(self.title_tag)[0]
        title = front if len(front.split()) > _SITE_WORDS else self._without_site(self.title_tag)
        return Metadatum(title, Confidence.MODERATE, "the page's title tag") if title else None

    def _without_site(self, title: str) -> str:
        """A title without what stands behind it: the publisher's name, or what the page's own heading has not."""
        parts = list(_SEPARATOR.finditer(title))
        if not parts or _bare(self.heading) == _bare(title):
            return title
        front, behind = title[: parts[-1].start()].strip(), _bare(title[parts[-1].end() :])
        named = any(behind and behind == _bare(name) for name in self._site_names())
        return front if named or (self.heading and _bare(self.heading) == _bare(front)) else title

    def _site_names(self) -> list[str]:
        hosts = [address.split("/")[2].removeprefix("www.") for address in self._addresses if address.count("/") >= 2]
        return [self._tags.get("og:site_name", ""), *self._article.names("publisher"), *(host.rpartition(".")[0] for host in hosts)]

    def _publisher(self) -> Metadatum | None:
        names = self._article.names("publisher")
        if names:
            sure = Confidence.HIGH if self._article.sure else Confidence.LOW
            named = Metadatum(_clean(names[0]), sure, "the page's JSON-LD, publisher")
            if self._article.sure or not self._first(_PUBLISHER):
                return named
        tagged = self._first(_PUBLISHER)
        return Metadatum(tagged[1], Confidence.HIGH, f"the meta tag {tagged[0]}") if tagged else None

    def _author(self) -> Metadatum | None:
        stated = [name for name in self._article.names("author") if not agency(name)]
        if stated and self._article.sure:
            return _people(", ".join(stated), "the page's JSON-LD, author")
        tagged = next(((key, self._tags[key]) for key in _AUTHOR if self._tags.get(key) and not _is_address(self._tags[key])), None)
        if tagged and not agency(tagged[1]):
            return _people(tagged[1], f"the meta tag {tagged[0]}")
        if signed := self._signed():
            return signed
        return Metadatum(_clean(", ".join(stated)), Confidence.LOW, "the page's JSON-LD, author") if stated else None

    def _signed(self) -> Metadatum | None:
        """By the elements that the page marks as its author, else by those that it calls so, outside lists of other articles."""
        marked, called = [], []
        for element in self._tree.iter():
            if not isinstance(element.tag, str) or not element.attrib or any(around.tag in _ASIDE for around in element.iterancestors()):
                continue
            if element.get("rel") == "author" or "author" in (element.get("itemprop") or "").split():
                marked.append(element)
            elif _BYLINE.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
                called.append(element)
        for elements, basis in ((marked, "the page marks it as the author"), (called, "the page calls it its byline")):
            for element in elements:
                beside = [e for e in elements if e.getparent() is element.getparent()] if elements is marked else [element]
                names = [name for e in beside for name in _names_in(e)]
                if names:
                    return Metadatum(", ".join(dict.fromkeys(names)), Confidence.MODERATE, basis)
        return None

    def _published(self) -> Metadatum | None:
        stated = self._article.text("datePublished")
        if iso := _day(stated):
            sure = Confidence.HIGH if self._article.sure else Confidence.LOW
            return Metadatum(iso, sure, "the page's JSON-LD, datePublished")
        for key in _PUBLISHED:
            if day := told(self._tags.get(key, "")).published:
                return Metadatum(day, Confidence.HIGH, f"the meta tag {key}")
        changed = self._modified()
        for key in _DATED:
            day = told(self._tags.get(key, "")).published
            if day and not (changed and changed.value == day):
                return Metadatum(day, Confidence.MODERATE, f"the meta tag {key}, which does not say what it dates")
        marked = {d for e in self._tree.iter("time") if (d := _marked_day(e)) and "published" in _named(e)}
        if len(marked) == 1:
            return Metadatum(marked.pop(), Confidence.MODERATE, "the page's time tag that is marked as published")
        dates = {d for e in self._tree.iter("time") if (d := _marked_day(e)) and "modif" not in _named(e) and "updat" not in _named(e)}
        return Metadatum(dates.pop(), Confidence.LOW, "the page's only time tag") if len(dates) == 1 else None

    def _in_its_zone(self, published: Metadatum | None) -> Metadatum | None:
        """The day of publication as the page shows it, where its tags have it in universal time and it is another day there."""
        stated = (self._article.text("datePublished"), *(self._tags.get(key, "") for key in (*_PUBLISHED, *_DATED)))
        moment = next((words for words in stated if published and words and _day(words) == published.value), "")
        found = (
            own_day(moment, (" ".join(words.split()) for words in self._tree.itertext() if len(words) <= LONGEST_LINE)) if moment else None
        )
        if published is None or found is None:
            return published
        return replace(published, value=found[0], basis=f"{published.basis}, {moment}, as the page shows it: in its own zone ({found[1]})")

    def _modified(self) -> Metadatum | None:
        if self._article.sure and (iso := _day(self._article.text("dateModified"))):
            return Metadatum(iso, Confidence.HIGH, "the page's JSON-LD, dateModified")
        for key in _MODIFIED:
            if day := iso_date(self._tags.get(key, "")):
                return Metadatum(day, Confidence.HIGH, f"the meta tag {key}")
        return None

    def _language(self) -> Metadatum | None:
        language = (self._tree.get("lang") or self._tree.get("xml:lang") or "").split("-")[0].split("_")[0].lower()
        if language.isascii() and 2 <= len(language) <= 3 and language.isalpha():
            return Metadatum(language, Confidence.HIGH, "the lang attribute of the html tag")
        return None

    def _wire(self) -> Metadatum | None:
        for name in self._article.names("author") if self._article.sure else []:
            if found := agency(name):
                return Metadatum(found, Confidence.HIGH, "the page's JSON-LD, author")
        for key in _AUTHOR:
            value = self._tags.get(key, "")
            signed = byline(value, led=False) if value else None
            if wire := agency(value) or (signed.wire if signed else None):
                return Metadatum(wire, Confidence.HIGH, f"the meta tag {key}")
        return None

    def _address(self) -> Metadatum | None:
        if address := _SAVED.search(self._saved):
            return Metadatum(
                (address[1] or address[2])[:_LONGEST_ADDRESS], Confidence.HIGH, "the comment of the program that saved the page"
            )
        if self._addresses:
            return Metadatum(self._addresses[0][:_LONGEST_ADDRESS], Confidence.MODERATE, "the address that the page gives for itself")
        return None

    def _retrieved(self) -> Metadatum | None:
        found = _SAVED_AT.search(self._saved)
        day = iso_date(found[1]) if found else None
        return (
            Metadatum(day, Confidence.HIGH, f"the comment of the program that saved the page: {found[1].strip()}")
            if found and day
            else None
        )

    def _first(self, keys: tuple[str, ...]) -> tuple[str, str] | None:
        return next(((key, self._tags[key]) for key in keys if self._tags.get(key) and not _is_address(self._tags[key])), None)


def _names_in(element: HtmlElement) -> tuple[str, ...]:
    line = " ".join("".join(element.itertext()).split())
    found = (byline(line) or byline(line, led=False)) if len(line) <= _LONGEST_BYLINE else None
    return found.names if found else ()


def _is_site(heading: str, title: str) -> bool:
    """Whether a heading is only what stands behind the separator of the page's title."""
    parts = _SEPARATOR.split(title)
    return len(parts) > 1 and same_headline(heading, parts[-1]) and not same_headline(heading, parts[0])


def _people(value: str, basis: str) -> Metadatum:
    """Authors as a tag has them; names where they can be told, the words as they are where not."""
    words = _clean(value)
    found = byline(words) or byline(words, led=False)
    if found and found.names:
        return Metadatum(", ".join(found.names), Confidence.HIGH, basis)
    bare = re.sub(r"^by\s+", "", words, flags=re.IGNORECASE) or words
    sure = Confidence.LOW if bare.casefold() in _NOT_AN_AUTHOR else Confidence.MODERATE if " " not in bare else Confidence.HIGH
    return Metadatum(bare, sure, basis)


def _clean(value: str) -> str:
    """A value as one line. The parser has resolved character references; to do it again would make others of the page's words."""
    return " ".join(normalised(value).split())[:_LONGEST]


def _bare(name: str) -> str:
    return re.sub(r"[\W_]+|^the\s", "", name.casefold())


def _is_address(value: str) -> bool:
    return value.lower().startswith(("http://", "https://"))


def _named(element: HtmlElement) -> str:
    return (
        f"{element.get('itemprop') or ''} {element.get('class') or ''} {'published' if element.get('pubdate') is not None else ''}".lower()
    )


def _marked_day(element: HtmlElement) -> str | None:
    """The day of a time tag that is the page's own: not one of an embedded post, nor of an entry in a list."""
    if any(around.tag in (*_ASIDE, "blockquote", "li") for around in element.iterancestors()):
        return None
    return _day(element.get("datetime") or "")


def _day(value: str) -> str | None:
    """The day of a moment as it is written. One in universal time keeps that day, unless the page shows another (`own_day`)."""
    return told(value).published


def _meta_tags(tree: HtmlElement) -> dict[str, str]:
    tags: dict[str, str] = {}
    for element in tree.iter("meta"):
        value = _clean(element.get("content") or "")
        for key in (element.get("property") or element.get("name") or element.get("itemprop") or "").lower().split():
            if value:
                tags.setdefault(key, value)
    return tags


def _own_addresses(tree: HtmlElement, tags: dict[str, str]) -> Iterator[str]:
    for element in tree.iter("link"):
        if "canonical" in (element.get("rel") or "").lower().split() and _is_address(element.get("href") or ""):
            yield (element.get("href") or "").strip()
    if _is_address(tags.get("og:url", "")):
        yield tags["og:url"]
