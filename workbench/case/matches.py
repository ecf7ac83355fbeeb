"""The true texts of what is searched, and regular expressions over them: those need no index."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from workbench.domain.entities import Evidence, Origin, Zone
from workbench.domain.errors import NotFound, QueryError
from workbench.domain.spans import Span
from workbench.domain.vocabulary import FURNITURE
from workbench.importers.patterns import places
from workbench.storage import Reader

if TYPE_CHECKING:
    from workbench.search.engine import Given
    from workbench.search.tree import Regex, Tree

Row = tuple[str, int]
"""The kind of a text (article, claim, note, evidence, furniture) and its row."""
_BLANKED = re.compile(r"[^\n]")


def text_of(reader: Reader, kind: str, row: int) -> str | None:
    """The true text of an indexed thing; None when it has gone."""
    try:
        if kind in ("article", "furniture"):
            return parted(reader.text(row), reader.zones(row))[kind == "furniture"]
        if kind in ("claim", "note"):
            claim = reader.claim(row)
            return claim.text if kind == "claim" else claim.note
        return link_text(reader.evidence_link(row), reader.origins())
    except NotFound:
        return None


def parted(text: str, zones: Sequence[Zone]) -> tuple[str, str]:
    """An article's own text and what stands around it (furniture), each with spaces in place of the other: offsets stay."""
    away = sorted(zone.span for zone in zones if zone.kind in FURNITURE)
    if not away:
        return text, ""
    own, around = [], []
    at = 0
    for span in away:
        start = max(at, span.start)
        end = max(start, span.end)
        own += [text[at:start], _BLANKED.sub(" ", text[start:end])]
        around += [_BLANKED.sub(" ", text[at:start]), text[start:end]]
        at = end
    return "".join((*own, text[at:])), "".join((*around, _BLANKED.sub(" ", text[at:])))


def link_text(link: Evidence, origins: dict[int, Origin]) -> str:
    """What of a link is worth finding: its note, address and reason, and the name of its origin."""
    name = origins[link.origin_id].name if link.origin_id in origins else ""
    return "\n".join(filter(None, (link.note, link.url, link.independent_reason, name)))


def matched(reader: Reader, query: str, tree: Tree, seconds: float, cancelled: Callable[[], bool] | None = None) -> Given:
    """Where each regular expression of a query, whose tree is given, matches, by the key of the text; nothing for a query without one.
    All of them together may take so many seconds.

    One that is ANDed with zones counts only within those. Raises QueryError as `places` does, its position being one in the query.
    """
    found = {}
    end = time.monotonic() + seconds
    for regex, zones in _asked(tree, ()):
        try:
            there = places(regex.pattern, _texts(reader), max(0.0, end - time.monotonic()), cancelled)
        except QueryError as error:
            raise QueryError(str(error), max(0, query.find(f"/{regex.pattern}/")) + 1 + error.position) from error
        found[regex] = {key: inside for key, spans in there.items() if (inside := _within(reader, key, spans, zones))}
    return found


def _asked(tree: Tree, zones: tuple[str, ...]) -> Iterator[tuple[Regex, tuple[str, ...]]]:
    """The regular expressions of a tree, with the zones that each must be in."""
    from workbench.search.tree import And, Key, Not, Or, Regex

    match tree:
        case Regex():
            yield tree, zones
        case Not(child):
            yield from _asked(child, zones)
        case And(children) | Or(children):
            here = tuple(child.value for child in children if isinstance(child, Key) and child.field == "zone")
            for child in children:
                yield from _asked(child, (zones + here) if isinstance(tree, And) else zones)
        case _:
            return


def _texts(reader: Reader) -> Iterator[tuple[Row, str]]:
    """Everything that is indexed."""
    for article in reader.article_ids():
        own, around = parted(reader.text(article), reader.zones(article))
        yield ("article", article), own
        yield ("furniture", article), around
    for claim in reader.claims():
        yield ("claim", claim.id), claim.text
        yield ("note", claim.id), claim.note
    origins = reader.origins()
    for link in reader.evidence():
        yield ("evidence", link.id), link_text(link, origins)


def _within(reader: Reader, key: Row, spans: tuple[Span, ...], zones: tuple[str, ...]) -> tuple[Span, ...]:
    """The spans that begin in zones of all these kinds."""
    if not zones:
        return spans
    there = reader.zones(key[1]) if key[0] in ("article", "furniture") else []
    return tuple(
        span
        for span in spans
        if all(any(zone.kind.value == kind and zone.start <= span.start < zone.end for zone in there) for kind in zones)
    )
