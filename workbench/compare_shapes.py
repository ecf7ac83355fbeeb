"""What `workbench compare` prints: groups, disagreements and what was read, with the files' names and spans in code points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from workbench import shapes


def compared(result: Any, names: Mapping[int, str], furniture: Mapping[int, Sequence[Any]]) -> dict[str, Any]:
    """A comparison (case.findings.Compared) as JSON; `names` are the articles' files, `furniture` their zones that are not the article."""
    found = result.found
    return {
        "links": [{"spans": [_span(s.place, names) for s in group.stated], "why": group.why} for group in found.groups],
        "conflicts": [
            *({"spans": _apart(table, names), "counted": table.thing} for table in found.tables if table.apart),
            *({"spans": [_span(p, names) for p in q.places], "counted": "time"} for q in found.findings if q.type.value == "date"),
        ],
        "quotes": [
            {"doc": names[r.article_id], "start": a.content.start, "end": a.content.end, "speaker": a.who}
            for r in result.readings
            for a in r.attributions
            if a.quoted
        ],
        "near_duplicates": [{"a": names[a], "b": names[b]} for a, b in found.copies],
        "boilerplate": [
            {"doc": names[number], "start": zone.start, "end": zone.end} for number, zones in furniture.items() for zone in zones
        ],
        "findings": [
            {"type": q.type.label, "severity": q.severity.value, "spans": [_span(p, names) for p in q.places], "says": q.why}
            for q in found.findings
        ],
        "figures": [_figure(names[r.article_id], q) for r in result.readings for q in r.quantities],
        "names": [
            {"forms": sorted({r.words(p.span) for p in q.places for r in result.readings if r.article_id == p.article_id}),
             "spans": [_span(p, names) for p in q.places]}
            for q in found.findings if q.type.value == "name"
        ],
        "dates": [_date(names[r.article_id], m) for r in result.readings for m in r.moments if m.kind == "date"],
    }  # fmt: skip


def lines(result: Any) -> list[str]:
    """The findings and the groups as lines."""
    said = [f"{q.severity.value}  {q.type.label}: {q.why}" for q in result.found.findings]
    return [*said, *(f"same  {group.why}" for group in result.found.groups)]


def _span(place: Any, names: Mapping[int, str]) -> dict[str, Any]:
    return {"doc": names[place.article_id], "start": place.span.start, "end": place.span.end}


def _apart(table: Any, names: Mapping[int, str]) -> list[dict[str, Any]]:
    numbers: Iterable[int] = sorted({number for pair in table.apart for number in pair})
    return [_span(table.counts[number].place, names) for number in numbers]


def _figure(name: str, quantity: Any) -> dict[str, Any]:
    return {"doc": name, **shapes.quantity(quantity)}


def _date(name: str, moment: Any) -> dict[str, Any]:
    return {
        "doc": name, "start": moment.span.start, "end": moment.span.end, "from": moment.first.isoformat() if moment.first else None,
        "to": moment.last.isoformat() if moment.last else None,
    }  # fmt: skip
