"""Feeds written as JSON (jsonfeed.org): as other feeds, each entry is the feed with no other entry in it."""

from __future__ import annotations

import json
import re
from typing import Any

from workbench.domain.draft import Contents
from workbench.domain.errors import ImportRefused
from workbench.importers.decoding import Decoded, decoded
from workbench.importers.json_leaves import leaves
from workbench.importers.protocol import Fit
from workbench.importers.web.feed_entry import Entry, Words, entry_draft
from workbench.importers.web.gathered import Gathered, file_name

_VERSION = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{.{0,4000}?\"version\"\s*:\s*\"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org", re.DOTALL)
_BEGINNING = 8_000
_USED = frozenset(
    {"title", "summary", "content_html", "content_text", "author", "authors", "date_published", "date_modified", "language", "id"}
)


class JsonFeedImporter:
    kind = "JSON Feed"
    suffixes: tuple[str, ...] = ()
    media_type = "application/feed+json"
    modules: tuple[str, ...] = ()

    def fit(self, suffix: str, data: bytes) -> Fit:
        """See Format.fit. By its content alone: JSON may be anything."""
        return Fit.BY_CONTENT if _VERSION.match(data[:_BEGINNING]) else Fit.NONE

    def open(self, data: bytes, name: str) -> Contents:
        """See Holder.open."""
        found = decoded(data, name)
        feed = _parsed(found, name)
        items = [item for item in feed["items"] if isinstance(item, dict)] if isinstance(feed.get("items"), list) else []
        if not items:
            raise ImportRefused(name, "there is no entry in this feed.")
        gathered = Gathered()
        if len(items) == 1:
            return gathered.contents(name, entry_draft(_read(items[0], feed), found, self.kind, self.media_type, data, name))
        for item in items:
            alone = "" if gathered.is_full else json.dumps({**feed, "items": [item]}, ensure_ascii=False)
            gathered.take(file_name(_text(item, "title"), ".json"), alone.encode("utf-8", "replace"))
        return gathered.contents(name)


def _parsed(found: Decoded, name: str) -> dict[str, Any]:
    try:
        feed = json.loads(found.text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise ImportRefused(name, f"the feed is damaged: it is no JSON that can be read ({str(error)[:200]}).") from error
    if not isinstance(feed, dict):
        raise ImportRefused(name, "it is JSON, but no feed.")
    return feed


def _read(item: dict[str, Any], feed: dict[str, Any]) -> Entry:
    """What the feed says of an entry."""
    rich, plain = _text(item, "content_html"), _text(item, "content_text")
    others = [plain] if rich.strip() and plain.strip() else []
    others += [words for key, value in item.items() if key not in _USED for words in leaves(value) if isinstance(words, str)]
    return Entry(
        title=Words(_text(item, "title")), summary=Words(_text(item, "summary")),
        content=Words(rich, html=True) if rich.strip() else Words(plain), authors=_authors(item) or _authors(feed),
        published=_text(item, "date_published"), modified=_text(item, "date_modified"), address=_text(item, "url"),
        language=_text(item, "language") or _text(feed, "language"), feed=_text(feed, "title"), others=others,
    )  # fmt: skip


def _text(record: dict[str, Any], key: str) -> str:
    value = record.get(key)
    return value if isinstance(value, str) else ""


def _authors(record: dict[str, Any]) -> list[str]:
    """Names of the authors, as either version of the format has them."""
    several = record.get("authors")
    people = several if isinstance(several, list) else [record.get("author")]
    return [name for person in people if isinstance(person, dict) and (name := " ".join(_text(person, "name").split()))]
