"""An entry of a feed as an article: its title, what stands with it and its text, as pages have them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.domain.draft import Draft
from workbench.domain.entities import Metadatum
from workbench.domain.vocabulary import Confidence, Field, ZoneKind
from workbench.importers.dates import iso_date
from workbench.importers.decoding import Decoded
from workbench.importers.drafting import draft_of, there
from workbench.importers.metadata import guessed
from workbench.importers.normalise import normalised
from workbench.importers.page import Known, Mark
from workbench.importers.visible import loss_warnings, source_length
from workbench.importers.zones import proposed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CUT_SHORT = re.compile(r"\s*(?:\[\s*)?(?:…|\.\.\.|&hellip;)(?:\s*\])?\s*$")
_ADDRESS = re.compile(r"\S+://\S+|[\w.+-]+@[\w-]+\.[\w.-]+")
_LONGEST_ADDRESS = 2_000
_COMPARED = 1_000
_UNREAD = "The text of this entry is damaged or nested too deeply, and could not be read: open its address for it."
_ONLY_A_TITLE = "The {} has no more of this entry than its title: open its address for the text."


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a feed: letters as they stand, or HTML."""

    text: str
    html: bool = False


NOTHING = Words("")


@dataclass(slots=True)
class Entry:
    """What a feed says of one entry. `others` are words of it that have no place of their own: its categories, texts of its pictures.
    `feed` is the title of the feed itself, `warnings` say where the feed is damaged. `of` says what it is an entry of: a feed, or a list,
    which names a publisher for each. `told` are lines that stand below the text whatever they say."""

    title: Words = NOTHING
    summary: Words = NOTHING
    content: Words = NOTHING
    authors: list[str] = field(default_factory=list)
    published: str = ""
    modified: str = ""
    address: str = ""
    language: str = ""
    feed: str = ""
    others: list[str] = field(default_factory=list)
    warnings: tuple[str, ...] = ()
    of: str = "feed"
    told: list[str] = field(default_factory=list)


def entry_draft(entry: Entry, found: Decoded, kind: str, media_type: str, data: bytes, name: str) -> Draft:
    """The entry as an article: its text is the title, who wrote it and when, the summary where it says what the text does not, the text,
    and what else there is. Raises ImportRefused for one without a word."""
    sheet = _Sheet()
    credit = Mark(ZoneKind.CREDIT, f"who wrote the {entry.of}'s entry, and when")
    other = Mark(ZoneKind.BOILERPLATE, f"what the {entry.of} says of its entry beside the text")
    sheet.put(entry.title, Mark(ZoneKind.HEADLINE, f"the title of the {entry.of}'s entry"))
    for line in (*entry.authors, entry.published, entry.modified if entry.modified != entry.published else ""):
        sheet.put(Words(line), credit)
    whole, short = _plain(entry.content), _CUT_SHORT.sub("", _plain(entry.summary))
    if not whole:
        sheet.put(entry.summary, None)
    elif short not in whole:
        sheet.put(entry.summary, Mark(ZoneKind.DECK, f"the summary of the {entry.of}'s entry"))
    sheet.put(entry.content, None)
    for line in (*_unsaid(entry.others, sheet.words), *entry.told):
        sheet.put(Words(line), other)
    text, known = sheet.written(_plain(entry.title))
    zones, too_long = proposed(there(text, data, name), known)
    lost = sheet.lost(text)
    warnings = (*too_long, *entry.warnings, *(lost if whole or short or lost else (_ONLY_A_TITLE.format(entry.of),)))
    reader = f"{kind} with lxml"
    return draft_of(text, found, media_type, reader, metadata=guessed(text, zones) | _fields(entry), zones=zones, warnings=warnings)


def _unsaid(others: list[str], said: str) -> Iterator[str]:
    """Those lines of an entry that have words in them, and none that the entry has said already; each once."""
    for number, line in enumerate(dict.fromkeys(" ".join(normalised(other).split()) for other in others)):
        told = number < _COMPARED and line in said
        if not told and any(sign.isalpha() for sign in line) and not _ADDRESS.fullmatch(line):
            yield line


def _plain(words: Words) -> str:
    """Words on one line, as they are compared."""
    text = "".join(_tree(words.text).itertext()) if words.html and ("<" in words.text or "&" in words.text) else words.text
    return " ".join(normalised(text).split())


def _tree(source: str) -> HtmlElement:
    from workbench.importers.html import parsed

    return parsed(f"<body>{normalised(source)}</body>", b"", "")


def _fields(entry: Entry) -> dict[Field, Metadatum]:
    """What the feed or list states."""
    its = f"{entry.of}'s entry"
    stated = {
        Field.TITLE: (_plain(entry.title), f"the title of the {its}"),
        Field.PUBLISHER: (" ".join(entry.feed.split()), "the feed's title" if entry.of == "feed" else f"the publisher of the {its}"),
        Field.AUTHOR: (", ".join(dict.fromkeys(entry.authors)), f"the author of the {its}"),
        Field.PUBLISHED: (iso_date(entry.published) or "", f"the date of publication of the {its}"),
        Field.MODIFIED: (iso_date(entry.modified) or "", f"the date of change of the {its}"),
        Field.ADDRESS: (entry.address.strip()[:_LONGEST_ADDRESS], f"the link of the {its}"),
        Field.LANGUAGE: (re.split("[-_]", entry.language.strip())[0].lower(), f"the language that the {entry.of} states"),
    }
    if not re.fullmatch("[a-z]{2,3}", stated[Field.LANGUAGE][0]):
        del stated[Field.LANGUAGE]
    return {field: Metadatum(value, Confidence.HIGH, basis) for field, (value, basis) in stated.items() if value}


class _Sheet:
    """The parts of an entry under each other, as one page."""

    def __init__(self) -> None:
        self._page = _tree("")
        self._body = self._page.find(".//body")
        self._marks: list[tuple[HtmlElement, Mark | None]] = []
        self._sources: list[str] = []
        self._words: list[str] = []
        self._unread: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """All that was put, on one line."""
        return " ".join(self._words)

    def put(self, words: Words, mark: Mark | None) -> None:
        """Put words below what is there; `mark` says what they are, None that they are the text itself."""
        if not words.text.strip():
            return
        if words.html:
            part = _tree(words.text).find(".//body")
            part.tag = "div"
        else:
            part = self._body.makeelement("pre")
            part.text = _storable(words.text)
        self._body.append(part)
        self._marks.append((part, mark))
        self._sources.append(words.text if words.html else "")
        self._words.append(" ".join("".join(part.itertext()).split()))
        if words.html and not self._words[-1] and source_length(words.text):
            self._unread = (_UNREAD,)

    def written(self, title: str) -> tuple[str, Known]:
        """The text, and what is known of its lines."""
        from workbench.importers.page_parts import Parts
        from workbench.importers.page_text import page_text

        page = page_text(self._page)
        marks = {element: mark for part, mark in self._marks for element in part.iter()}
        known = Parts(page, frozenset(range(len(page.lines)))).known(title)
        aside = dict(known.aside)
        for line in page.lines:
            if (mark := marks.get(line.home)) is not None:
                aside[line.start] = mark
        return page.text, Known(title, aside, known.edge, known.cuts)

    def lost(self, text: str) -> tuple[str, ...]:
        """A warning for words that the parser lost."""
        return self._unread or loss_warnings(" ".join(self._sources), text)


def _storable(text: str) -> str:
    """Text as a tree can hold it."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "\ufffd", normalised(text))
