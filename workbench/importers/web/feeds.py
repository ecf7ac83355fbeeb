"""Feeds (RSS 0.9 to 2.0, Atom): each entry is read as a file of its own, which is the feed with no other entry in it; a feed of one entry
is that entry."""

from __future__ import annotations

import copy
import html
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from workbench.domain.draft import Contents
from workbench.domain.errors import ImportRefused
from workbench.importers.protocol import Fit
from workbench.importers.web.feed_entry import NOTHING, Entry, Words, entry_draft
from workbench.importers.web.gathered import Gathered, file_name
from workbench.importers.web.xml_tree import XmlTree, local_name, words_of, xml_tree

if TYPE_CHECKING:
    from lxml.etree import _Element

_BEFORE = rb"(?:\xef\xbb\xbf)?(?:\s+|<\?[^>]{0,2000}\?>|<!--.{0,4000}?-->|<!DOCTYPE[^>\[]{0,500}(?:\[[^\]]{0,4000}\]\s*)?>)*+"
_RSS = re.compile(
    _BEFORE + rb"<(?:rss[\s>]|(?:\w{1,20}:)?RDF\s[^>]{0,3000}http://(?:purl\.org/(?:rss|net/rss)|my\.netscape\.com/rdf/simple))", re.DOTALL
)
_ATOM = re.compile(_BEFORE + rb"<(?:\w{1,20}:)?(?:feed|entry)\s[^>]{0,3000}http://(?:www\.w3\.org/2005/Atom|purl\.org/atom/)", re.DOTALL)
_BEGINNING = 16_000
_DC = ("http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/")
_ENCODED = "http://purl.org/rss/1.0/modules/content/"
_OWN = re.compile(
    r"|http://purl\.org/rss/1\.0/|http://purl\.org/net/rss1\.1#|http://my\.netscape\.com/rdf/simple/0\.9/|http://backend\.userland\.com/rss\d?"
    r"|http://www\.w3\.org/2005/Atom|http://purl\.org/atom/ns#|http://www\.w3\.org/1999/xhtml"
)
_SILENT = frozenset({"id", "guid", "link", "comments", "enclosure", "source", "cloud", "generator"})
_TITLES = ("title", "dc:title")
_CONTENTS = ("content:encoded", "content", "body")
_SUMMARIES = ("description", "summary", "dc:description")
_PUBLISHED = ("published", "pubDate", "issued", "dc:date", "dc:issued", "created", "dc:created")
_MODIFIED = ("updated", "modified", "dc:modified")
_AUTHORS = ("author", "dc:creator")
_USED = frozenset({*_TITLES, *_CONTENTS, *_SUMMARIES, *_PUBLISHED, *_MODIFIED, *_AUTHORS})
_MARKED_UP = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>|<!--|&(?:#\w{1,7}|[A-Za-z]\w{1,30});")
_NAMED = re.compile(r"\S+@\S+\s+\((.+)\)|(.+?)\s*<\S+@\S+>")
_NO_ENTRY = "there is no entry in this feed."
_DAMAGED = "The feed is damaged in {}; what stands behind that may be missing."
_ELSEWHERE = "The text of this entry is not in the feed but elsewhere: open its address."
_NO_TEXT = "A part of this entry is no text (“{}”) and was left out."


class RssImporter:
    kind = "RSS"
    suffixes = (".rss",)
    media_type = "application/rss+xml"
    modules: tuple[str, ...] = ()

    def fit(self, suffix: str, data: bytes) -> Fit:
        """See Format.fit."""
        if _RSS.match(data[:_BEGINNING]):
            return Fit.BY_CONTENT
        return Fit.BY_NAME if suffix in self.suffixes else Fit.NONE

    def open(self, data: bytes, name: str) -> Contents:
        """See Holder.open."""
        return _opened(data, name, self, _html)


class AtomImporter:
    kind = "Atom"
    suffixes = (".atom",)
    media_type = "application/atom+xml"
    modules: tuple[str, ...] = ()

    def fit(self, suffix: str, data: bytes) -> Fit:
        """See Format.fit."""
        if _ATOM.match(data[:_BEGINNING]):
            return Fit.BY_CONTENT
        return Fit.BY_NAME if suffix in self.suffixes else Fit.NONE

    def open(self, data: bytes, name: str) -> Contents:
        """See Holder.open."""
        return _opened(data, name, self, _typed)


Reading = Callable[["_Element", list[str]], Words]
"""How the words of an element are written: takes the element and a list for warnings."""


def _opened(data: bytes, name: str, importer: RssImporter | AtomImporter, reading: Reading) -> Contents:
    tree = xml_tree(data, name)
    entries = list(_entries(tree.root))
    gathered = Gathered()
    fault = _DAMAGED.format(tree.fault) if tree.fault else ""
    if len(entries) == 1:
        entry = _read(entries[0], tree.root, reading)
        entry.warnings += (fault,) if fault else ()
        return gathered.contents(name, entry_draft(entry, tree.found, importer.kind, importer.media_type, data, name))
    if not entries:
        raise ImportRefused(name, f"{_NO_ENTRY} {fault}".strip())
    for inside, taken in _apart(tree, entries, importer.suffixes[0], lambda: gathered.is_full):
        gathered.take(inside, taken)
    if fault:
        gathered.refuse(name, fault)
    return gathered.contents(name)


def _entries(root: _Element) -> Iterator[_Element]:
    """The entries of a feed: below its root or its channel. A root that is an entry is the only one."""
    if local_name(root) == "entry":
        yield root
        return
    for child in root:
        if local_name(child) in ("item", "entry"):
            yield child
        elif local_name(child) == "channel":
            yield from (inner for inner in child if local_name(inner) in ("item", "entry"))


def _apart(tree: XmlTree, entries: list[_Element], suffix: str, is_full: Callable[[], bool]) -> Iterator[tuple[str, bytes]]:
    """Each entry with its name: the feed without the other entries, and without a list of them."""
    from lxml import etree

    homes = [entry.getparent() for entry in entries]
    for entry, home in zip(entries, homes, strict=True):
        entry.tail = None
        if home is not None:
            home.remove(entry)
    for channel in [e for e in tree.root if local_name(e) == "channel"]:
        for listing in [e for e in channel if local_name(e) == "items"]:
            channel.remove(listing)
    for entry, home in zip(entries, homes, strict=True):
        title = next((words_of(child) for child in entry if _key(child) in _TITLES), "")
        inside = file_name(re.sub("<[^<>]*>", "", title), suffix)
        if home is None or is_full():
            yield inside, b""
            continue
        home.append(entry)
        yield inside, etree.tostring(tree.root, encoding="utf-8", xml_declaration=True)
        home.remove(entry)


def _key(element: _Element) -> str:
    """What an element is called here: its name alone for the feed's own, with a prefix for those that other feeds use beside them; empty
    for all others."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    space, _, name = tag.removeprefix("{").rpartition("}")
    if not space and ":" in name:
        return name if name.startswith(("dc:", "content:encoded")) else ""
    if space in _DC:
        return f"dc:{name}"
    if space == _ENCODED:
        return f"content:{name}"
    return name if _OWN.fullmatch(space) else ""


def _read(element: _Element, root: _Element, reading: Reading) -> Entry:
    """What the feed says of an entry."""
    children = {_key(child): child for child in reversed(element) if _key(child)}
    warnings: list[str] = []

    def first(keys: tuple[str, ...]) -> Words:
        return next((words for key in keys if key in children and (words := reading(children[key], warnings)).text.strip()), NOTHING)

    def line(keys: tuple[str, ...]) -> str:
        return next((words for key in keys if key in children and (words := words_of(children[key]))), "")

    head = _head(element, root)
    return Entry(
        title=first(_TITLES), summary=first(_SUMMARIES), content=first(_CONTENTS), published=line(_PUBLISHED), modified=line(_MODIFIED),
        authors=_authors(element) or _authors(head), address=_address(element), feed=_title_of(element, head),
        language=line(("language", "dc:language")) or _language(element, head), warnings=tuple(dict.fromkeys(warnings)),
        others=list(_others(element, children)),
    )  # fmt: skip


def _others(element: _Element, children: dict[str, _Element]) -> Iterator[str]:
    """The words of an entry that have no place of their own in an article, and those of a second element of a kind that is there once."""
    for child in element:
        if _key(child) not in _USED or children[_key(child)] is not child:
            yield from _leaves(child)


def _head(element: _Element, root: _Element) -> _Element:
    """What says of the feed what it is: its channel, where it has one."""
    return next((child for child in root if local_name(child) == "channel"), root) if element is not root else element


def _authors(element: _Element) -> list[str]:
    return [name for child in element if _key(child) in _AUTHORS and (name := _name(child))]


def _name(element: _Element) -> str:
    """The name of a person: in Atom an element of its own, in RSS often behind an address."""
    own = next((child for child in element if local_name(child) == "name"), element)
    words = words_of(own)
    found = _NAMED.fullmatch(words[:500])
    return (found[1] or found[2]).strip(' "') if found else words


def _title_of(element: _Element, head: _Element) -> str:
    """The title of the feed: of the one that an entry was taken over from, where it names it."""
    source = next((child for child in element if _key(child) == "source"), None)
    if source is not None:
        titles = [words_of(child) for child in source if local_name(child) == "title"]
        if named := next(iter(titles), "" if len(source) else words_of(source)):
            return named
    return next((words_of(child) for child in head if _key(child) == "title"), "") if head is not element else ""


def _address(element: _Element) -> str:
    for child in element:
        if _key(child) == "link" and child.get("rel", "alternate") == "alternate" and (found := child.get("href") or words_of(child)):
            return found
    guid = next((child for child in element if _key(child) == "guid"), None)
    stated = words_of(guid) if guid is not None and guid.get("isPermaLink", "true") != "false" else ""
    return stated if stated.startswith(("http://", "https://")) else ""


def _language(element: _Element, head: _Element) -> str:
    tagged = next((found for e in (element, head) if (found := e.get("{http://www.w3.org/XML/1998/namespace}lang"))), "")
    return tagged or next((words_of(child) for child in head if _key(child) in ("language", "dc:language")), "")


def _leaves(element: _Element) -> Iterator[str]:
    """The words of an element that has no place of its own in an article, element by element; terms of Atom's categories."""
    if _key(element) in _SILENT:
        return
    for inner in element.iter():
        if words := " ".join((inner.text or "").split()):
            yield words
        elif local_name(inner) == "category":
            yield inner.get("label") or inner.get("term") or ""
        if inner is not element and (tail := " ".join((inner.tail or "").split())):
            yield tail


def _html(element: _Element, warnings: list[str]) -> Words:
    """Words of RSS: HTML, escaped as a rule; elements in it are XHTML. "x<y" is no tag, and loses no word."""
    text = element.text or ""
    return Words(_inner(element) if len(element) else text if _MARKED_UP.search(text) else html.escape(text), html=True)


def _typed(element: _Element, warnings: list[str]) -> Words:
    """Words of Atom, which says what they are written in."""
    written = (element.get("type") or "text").lower()
    escaped = element.get("mode") == "escaped"
    if element.get("src"):
        warnings.append(_ELSEWHERE)
        return NOTHING
    if len(element) and (written in ("xhtml", "html", "text/html", "application/xhtml+xml") or written.endswith("xml")):
        return Words(_inner(element), html=True)
    if written in ("html", "text/html") or escaped:
        return Words(element.text or "", html=True)
    if written.startswith("text") or "/" not in written:
        return Words("".join(map(str, element.itertext())))
    warnings.append(_NO_TEXT.format(written[:80]))
    return NOTHING


def _inner(element: _Element) -> str:
    """What is inside an element, as HTML: elements by their names without namespaces."""
    from lxml import etree

    inner = copy.deepcopy(element)
    inner.tail = None
    for each in inner.iter():
        if isinstance(each.tag, str):
            each.tag = local_name(each) or "div"
    inner.tag = "div"
    etree.cleanup_namespaces(inner)
    return str(etree.tostring(inner, encoding="unicode", method="html"))
