"""What a page's own tags state: title, publisher, author, date, language. Each basis names the tag."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from workbench.domain.entities import Metadatum
from workbench.domain.vocabulary import Confidence, Field
from workbench.importers.dates import iso_date
from workbench.importers.normalise import normalised

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONGEST = 500
_LONGEST_JSON = 500_000
_META: dict[Field, tuple[str, ...]] = {
    Field.TITLE: ("og:title", "citation_title", "dc.title", "twitter:title"),
    Field.PUBLISHER: ("og:site_name", "citation_publisher", "dc.publisher", "publisher", "application-name"),
    Field.AUTHOR: ("author", "article:author", "citation_author", "dc.creator", "byl", "parsely-author", "sailthru.author"),
    Field.PUBLISHED: (
        "article:published_time",
        "citation_publication_date",
        "dc.date",
        "date",
        "pubdate",
        "datepublished",
        "parsely-pub-date",
        "sailthru.date",
    ),
}
_JSON_LD = {Field.TITLE: "headline", Field.PUBLISHER: "publisher", Field.AUTHOR: "author", Field.PUBLISHED: "datePublished"}
_ARTICLES = frozenset(
    {
        "NewsArticle",
        "Article",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "OpinionNewsArticle",
        "BlogPosting",
        "LiveBlogPosting",
        "BackgroundNewsArticle",
    }
)


def stated(tree: HtmlElement) -> dict[Field, Metadatum]:
    """The fields that tags state, by JSON-LD first (schema.org), then meta tags, then the h1, time and html tags."""
    fields = _by_page(tree)
    fields |= _by_meta(tree)
    fields |= _by_json_ld(tree)
    return fields


def heading_of(tree: HtmlElement) -> str:
    """The page's heading: its only h1, or the h1 that the page's title begins with; empty when neither is there.

    Many templates set the site's own name as the only h1: one that is the site name, or that shares no word with the
    page's title, is not the article's heading.
    """
    headings = [h for h in (_clean("".join(e.itertext())) for e in tree.iter("h1")) if h]
    tags = _meta_tags(tree)
    title = tags.get("og:title") or next((_clean("".join(e.itertext())) for e in tree.iter("title")), "")
    site = tags.get("og:site_name", "").casefold()
    if len(headings) == 1:
        heading = headings[0]
        shared = set(heading.casefold().split()) & set(title.casefold().split())
        return heading if heading.casefold() != site and (shared or not title) else ""
    return next((h for h in headings if len(h) > 12 and title.casefold().startswith(h.casefold())), "")


def _clean(value: str) -> str:
    """A value as one line. The parser has resolved character references; to do it again would make others of the page's words."""
    return " ".join(normalised(value).split())[:_LONGEST]


def _meta_tags(tree: HtmlElement) -> dict[str, str]:
    tags: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        value = _clean(element.get("content") or "")
        if key and value:
            tags.setdefault(key, value)
    return tags


def _by_page(tree: HtmlElement) -> dict[Field, Metadatum]:
    fields: dict[Field, Metadatum] = {}
    title = next((_clean("".join(e.itertext())) for e in tree.iter("title")), "")
    heading = heading_of(tree)
    if heading:
        fields[Field.TITLE] = Metadatum(heading, Confidence.HIGH, "the page's h1")
    elif title:
        fields[Field.TITLE] = Metadatum(title, Confidence.MODERATE, "the page's title tag")
    language = (tree.get("lang") or tree.get("xml:lang") or "").split("-")[0].lower()
    if language.isascii() and 2 <= len(language) <= 3 and language.isalpha():
        fields[Field.LANGUAGE] = Metadatum(language, Confidence.HIGH, "the lang attribute of the html tag")
    dates = {d for e in tree.iter("time") if (d := iso_date(e.get("datetime") or ""))}
    if len(dates) == 1:
        fields[Field.PUBLISHED] = Metadatum(dates.pop(), Confidence.LOW, "the page's only time tag")
    return fields


def _by_meta(tree: HtmlElement) -> dict[Field, Metadatum]:
    tags = _meta_tags(tree)
    fields: dict[Field, Metadatum] = {}
    for field, keys in _META.items():
        key = next((k for k in keys if _usable(field, tags.get(k, ""))), None)
        if key:
            fields[field] = _metadatum(field, tags[key], f"the meta tag {key}")
    return fields


def _usable(field: Field, value: str) -> bool:
    if field is Field.PUBLISHED:
        return iso_date(value) is not None
    # article:author is often the address of a page on a social network.
    return bool(value) and not value.lower().startswith(("http://", "https://"))


def _metadatum(field: Field, value: str, basis: str) -> Metadatum:
    known = iso_date(value) if field is Field.PUBLISHED else value
    if field is Field.AUTHOR:
        known = re.sub(r"^by\s+", "", value, flags=re.IGNORECASE) or value
    confidence = Confidence.MODERATE if field is Field.AUTHOR and " " not in value else Confidence.HIGH
    return Metadatum(known, confidence, basis)


def _by_json_ld(tree: HtmlElement) -> dict[Field, Metadatum]:
    article = next(_articles(tree), {})
    fields: dict[Field, Metadatum] = {}
    for field, key in _JSON_LD.items():
        value = _clean(html.unescape(", ".join(_names(article.get(key)))))  # scripts are not parsed, and publishers write &amp; in JSON
        if _usable(field, value):
            fields[field] = _metadatum(field, value, f"the page's JSON-LD, {key}")
    return fields


def _articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for element in tree.iter("script"):
        source = element.text or ""
        if (element.get("type") or "").lower() != "application/ld+json" or len(source) > _LONGEST_JSON:
            continue
        try:
            value = json.loads(source, strict=False)
        except (ValueError, RecursionError):
            continue  # a page's broken JSON is the page's affair: its other tags are asked
        yield from _articles_in(value, 3)


def _articles_in(value: object, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, list) and depth:
        for item in value[:50]:
            yield from _articles_in(item, depth - 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if _ARTICLES & set(kinds if isinstance(kinds, list) and all(isinstance(k, str) for k in kinds) else [str(kinds)]):
            yield value
        elif depth:
            yield from _articles_in(value.get("@graph"), depth - 1)


def _names(value: object) -> list[str]:
    """The names in a JSON-LD value: a string, an object with a name, or a list of either."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return _names(value.get("name"))
    if isinstance(value, list):
        return [name for item in value[:10] for name in _names(item) if not isinstance(item, list)]
    return []
