"""Sources and independence: the articles, the origins behind them, and the exhibits as kept."""

from __future__ import annotations

from collections import defaultdict
from urllib.parse import urlsplit

from workbench.domain.entities import Article, Origin
from workbench.domain.plurals import counted, either
from workbench.domain.vocabulary import Confidence, Field
from workbench.memo.lookup import Lookup
from workbench.memo.model import ArticleRow, Exhibit, OriginRow
from workbench.memo.words import capital, day, moment, spelled

_SURE = frozenset({Confidence.HIGH})


def origin_number(origin_id: int) -> str:
    """ "O3": how the memo refers to an origin."""
    return f"O{origin_id}"


def independence(look: Lookup) -> tuple[str, ...]:
    """What counting articles would have said, and what counting origins says."""
    several = [meter for meter in look.meters.values() if meter.articles >= 2]
    single = sum(len(meter.roots) == 1 for meter in several)
    roots = {root for meter in look.meters.values() for root in meter.roots}
    carriers = {a.article_id for group in look.appearances.values() for a in group if a.carries}
    lines = [f"The claims rest on {counted(len(carriers), 'article')}, {counted(len(roots), 'origin')}."]
    if several:
        lines.append(
            f"{capital(spelled(len(several), 'claim'))} {either(len(several), 'is', 'are')} carried by two or more articles. "
            f"Of these, {single} {either(single, 'rests', 'rest')} on a single origin."
        )
    return tuple(lines)


def article_rows(look: Lookup) -> tuple[ArticleRow, ...]:
    carried: dict[int, set[int]] = defaultdict(set)
    for claim in look.claims:
        for appearance in look.carrying(claim):
            carried[appearance.article_id].add(claim.id)
    return tuple(_article(article, len(carried[article.id])) for article in look.snapshot.articles if article.has_text)


def _article(article: Article, claims: int) -> ArticleRow:
    published = article.value(Field.PUBLISHED)
    return ArticleRow(
        exhibit=article.exhibit,
        publisher=article.outlet,
        title=article.title,
        author=article.value(Field.AUTHOR) or "",
        published=day(published) if published else "date not known",
        wire=article.value(Field.WIRE) or "",
        grade=article.grade.value,
        claims=claims,
        notes="; ".join(_notes(article)),
    )


def _notes(article: Article) -> list[str]:
    """How sure the guessed metadata are and why; what is known for certain needs no note."""
    notes = []
    for field in (Field.PUBLISHER, Field.PUBLISHED, Field.WIRE):
        datum = article.metadata.get(field)
        if datum and datum.value and datum.confidence not in _SURE:
            sure = f"{datum.confidence.label} confidence" if datum.confidence else "confidence not stated"
            notes.append(f"{field.label}: {sure}" + (f" ({datum.basis})" if datum.basis else ""))
    if (changed := article.value(Field.MODIFIED)) and changed != article.value(Field.PUBLISHED):
        notes.append(f"last changed {day(changed)}")
    return notes


def origin_rows(look: Lookup) -> tuple[OriginRow, ...]:
    """One row an origin, grouped under its root."""
    claims: dict[int, set[int]] = defaultdict(set)
    exhibits: dict[int, set[int]] = defaultdict(set)
    for claim in look.claims:
        for appearance in look.carrying(claim):
            if appearance.origin_id is not None:
                claims[appearance.origin_id].add(claim.id)
                exhibits[appearance.origin_id].add(appearance.article_id)
        for link in look.evidence.get(claim.id, ()):
            if link.origin_id is not None and link.independent:
                claims[link.origin_id].add(claim.id)
    ordered = sorted(look.origins.values(), key=lambda origin: (look.root(origin.id), origin.id != look.root(origin.id), origin.id))
    return tuple(_origin(look, origin, sorted(claims[origin.id]), sorted(exhibits[origin.id])) for origin in ordered)


def _origin(look: Lookup, origin: Origin, claims: list[int], exhibits: list[int]) -> OriginRow:
    root = look.origins.get(look.root(origin.id))
    return OriginRow(
        number=origin_number(origin.id),
        name=origin.name,
        kind=origin.kind.label,
        reliability=origin.reliability.value,
        interest=origin.interest,
        anonymous=origin.anonymous,
        root=root.name if root and root.id != origin.id else "",
        chain=" ← ".join(reversed(_chain(look, origin))) if origin.derives_from is not None else "",
        exhibits=tuple(f"Ex. {number}" for number in exhibits),
        claims=tuple(f"C{number}" for number in claims),
    )


def _chain(look: Lookup, origin: Origin) -> list[str]:
    """Names from the origin to its root; a circle ends where it closes."""
    names, seen = [origin.name], {origin.id}
    following = origin.derives_from
    while following is not None and following in look.origins and following not in seen:
        seen.add(following)
        names.append(look.origins[following].name)
        following = look.origins[following].derives_from
    return names


def exhibits_line(look: Lookup) -> str:
    """ "5 articles, 2 wires". An agency that an article only cites (low confidence) is none of its wires."""
    found = (article.metadata.get(Field.WIRE) for article in look.snapshot.articles)
    wires = {wire.value for wire in found if wire and wire.value and wire.confidence is not Confidence.LOW}
    texts = sum(article.has_text for article in look.articles.values())
    pictures = len(look.articles) - texts
    named = [
        counted(texts, "article"), counted(len(wires), "wire") if wires else "", counted(pictures, "picture") if pictures else "",
    ]  # fmt: skip
    return ", ".join(filter(None, named))


def exhibits(look: Lookup) -> tuple[Exhibit, ...]:
    return tuple(_exhibit(article, look.snapshot.hash_faults.get(article.id)) for article in look.snapshot.articles)


def _exhibit(article: Article, fault: str | None) -> Exhibit:
    by = f" by {article.imported_by}" if article.imported_by else ""
    retrieved = article.value(Field.RETRIEVED)
    return Exhibit(
        exhibit=article.exhibit,
        name=article.name,
        location=_address(article) or _web_address(article.location),
        size=counted(article.original_size, "byte"),
        sha256=article.original_sha256,
        text_sha256=article.text_sha256,
        reading=", ".join(
            part for part in (article.media_type, article.encoding, f"read by {article.reader}" if article.reader else "") if part
        ),
        imported=f"{moment(article.imported_at)}{by}" + (f", taken from its address on {day(retrieved)}" if retrieved else ""),
        attached=f"Attached to Ex. {article.part_of}." if article.part_of is not None else "",
        fault="" if fault is None else fault or "no longer matches its hash",
    )


def _address(article: Article) -> str:
    """The web address of an article, and that only the page itself gives it, where that is so; empty when none is known."""
    found = article.metadata.get(Field.ADDRESS)
    address = _web_address(found.value or "") if found else ""
    return address if not address or (found and found.confidence in _SURE) else f"{address} (as the page gives it)"


def _web_address(location: str) -> str:
    """The address as given; a path on the analyst's own machine is nobody else's business."""
    try:
        return location if urlsplit(location).scheme.lower() in ("http", "https") else ""
    except ValueError:
        return ""
