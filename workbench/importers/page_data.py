"""The article as a page's own data describe it (JSON-LD, schema.org): of several, the one that is about this page."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.importers.addresses import place_of
from workbench.importers.normalise import normalised
from workbench.importers.wordlist import wordlist

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLES = wordlist(
    "NewsArticle Article ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BlogPosting LiveBlogPosting BackgroundNewsArticle"
    " ReviewNewsArticle AskPublicNewsArticle AdvertiserContentArticle Report ScholarlyArticle TechArticle SocialMediaPosting"
)
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage", "article")
_WRAPPED = re.compile(r"^\s*(?:<!--\s*)?(?:/[/*]\s*)?(?:<!\[CDATA\[)?(?:\s*\*/)?|(?:/[/*]\s*)?(?:\]\]>)?(?:\s*\*/)?(?:\s*-->)?\s*$")
"""What old templates put around a script so that older browsers leave it alone."""
_LONGEST_JSON = 2_000_000
_DEEPEST = 4
_MOST = 50
_ALIKE = 0.6
"""Part of the words of two headlines from which on they are taken for one."""


@dataclass(frozen=True, slots=True)
class PageArticle:
    """An article of a page's data. `sure` says that its headline or address is the page's own."""

    values: dict[str, Any]
    sure: bool

    def names(self, key: str) -> list[str]:
        """The names in one of its values: a string, an object with a name, or a list of either; addresses are none."""
        return [html.unescape(name) for name in _names(self.values.get(key)) if not name.lower().startswith(("http://", "https://"))]

    def text(self, key: str) -> str:
        value = self.values.get(key)
        return html.unescape(value) if isinstance(value, str) else ""


NOTHING = PageArticle({}, sure=False)


def page_article(tree: HtmlElement, headlines: list[str], addresses: list[str]) -> PageArticle:
    """The article of the data whose headline or address is one of the page's; the only one there is, if nothing in it says otherwise.

    Nothing where several are there and none of them fits: a page lists other articles, too.
    """
    found = list(_articles(tree))
    scored = [(_score(article, headlines, addresses), -number, article) for number, article in enumerate(found)]
    if not scored:
        return NOTHING
    best, _, article = max(scored, key=lambda one: one[:2])
    if best > 0:
        return PageArticle(article, sure=True)
    return PageArticle(article, sure=False) if best == 0 and len(found) == 1 else NOTHING


def article_body(tree: HtmlElement) -> str:
    """The article's text as the page's data have it, in lines; "" where they have none."""
    bodies = [article["articleBody"] for article in _articles(tree) if isinstance(article.get("articleBody"), str)]
    lines = (" ".join(line.split()) for line in html.unescape(normalised(max(bodies, key=len, default=""))).split("\n"))
    return "\n".join(line for line in lines if line)


def _score(article: dict[str, Any], headlines: list[str], addresses: list[str]) -> int:
    """Above 0 for an article that is the page's, below for one that is another's, 0 where nothing tells."""
    headline = next(iter(_names(article.get("headline") or article.get("name"))), "")
    told = [same_headline(html.unescape(headline), other) for other in headlines] if headline else []
    places = {place_of(value) for key in ("url", "@id", "mainEntityOfPage") for value in _addresses(article.get(key))} - {""}
    mine = {place_of(address) for address in addresses} - {""}
    score = 2 * any(told) - (bool(told) and not any(told)) + any(headline.casefold() == other.casefold() for other in headlines)
    return score + (3 if places & mine else -1 if places and mine else 0)


def same_headline(a: str, b: str) -> bool:
    """Whether two headlines have most of their words in common."""
    first, second = _words(a), _words(b)
    if not first or not second:
        return False
    return (len(first & second) >= _ALIKE * min(len(first), len(second)) and min(len(first), len(second)) > 1) or first == second


def _words(text: str) -> set[str]:
    words = set(re.findall(r"\w+", text.casefold()))
    long = {word for word in words if len(word) > 3}
    return long or words


def _addresses(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (str(value[key]) for key in ("@id", "url") if isinstance(value.get(key), str))


def _articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for element in tree.iter("script"):
        source = element.text or ""
        if (element.get("type") or "").lower().split(";")[0] != "application/ld+json" or len(source) > _LONGEST_JSON:
            continue
        value = _parsed(source)
        if value is not None:
            yield from _articles_in(value, _DEEPEST)


def _parsed(source: str) -> Any:
    """The value of a script; None for a broken one, which is the page's affair: its other tags are asked."""
    text = _WRAPPED.sub("", source).strip().rstrip(";")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _articles_in(value: object, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, list) and depth:
        for item in value[:_MOST]:
            yield from _articles_in(item, depth - 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if _ARTICLES & {kind.rpartition("/")[2] for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)}:
            yield value
        elif depth:
            for key in _INSIDE:
                yield from _articles_in(value.get(key), depth - 1)


def _names(value: object) -> list[str]:
    if isinstance(value, str):
        return [value] if value.strip() else []
    if isinstance(value, dict):
        return _names(value.get("name"))
    if isinstance(value, list):
        return [name for item in value[:10] for name in _names(item) if not isinstance(item, list)]
    return []
