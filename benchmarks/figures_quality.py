"""How many figures of the worked cases are read: `python -m benchmarks.figures_quality`, where they lie beside the project.

For each keyed figure that is a number: right if a quantity (of an age, a speed, a count …) with its value touches its words, wrong if
only others do, else silent. Days and hours are asked of the moments.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from workbench.checks.reading.moments import moments
from workbench.checks.reading.quantities import Qualifier, quantities
from workbench.domain.spans import Span

CASES = Path(__file__).resolve().parents[2] / "shared" / "cases"
WORKED = ("croydon-tram-2016", "seoul")
WANTED = 0.95
MOMENTS = ("clock", "date", "year")
SIGNS = {"~": Qualifier.ABOUT, ">=": Qualifier.AT_LEAST, ">": Qualifier.MORE_THAN, "<=": Qualifier.AT_MOST, "=": Qualifier.EXACT}


def keyed(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The kind of a figure (count, clock, date, year) and each of its values."""
    for figure in json.loads((folder / "key.json").read_text(encoding="utf-8"))["figures"]:
        for value in figure["values"]:
            if not value.get("derived"):
                yield figure.get("unit") if figure.get("unit") in MOMENTS else "number", value


def verdict(text: str, kind: str, value: dict[str, Any], published: date | None) -> str:
    span = Span(value["start"], value["end"])
    if kind == "number":
        met = [q for q in quantities(text, "en") if q.span.overlaps(span)]
        if any(q.value == Decimal(str(value["v"])) for q in met):
            return "right" if any(q.value == value["v"] and q.qualifier is SIGNS[value["op"]] for q in met) else "right, qualifier not"
        return "wrong" if met else "silent"
    wanted = str(value["v"])
    found = [m for m in moments(text, "en", published) if m.span.overlaps(span) and (m.kind == "time") == (kind == "clock")]
    if kind == "clock":
        return "right" if any(m.first == time.fromisoformat(wanted) for m in found) else "wrong" if found else "silent"
    days = re.match(r"\d{4}(-\d\d-\d\d)?", wanted)
    assert days
    year = len(days[0]) == 4
    right = any(isinstance(m.first, date) and (str(m.first.year) if year else m.first.isoformat()) == days[0] for m in found)
    return "right" if right else "wrong" if found else "silent"


def main() -> int:
    total: Counter[str] = Counter()
    for name in WORKED:
        if not (CASES / name).is_dir():
            sys.stdout.write(f"{name}: not beside the project\n")
            continue
        listed = (
            json.loads((CASES / name / "articles.json").read_text(encoding="utf-8")) if (CASES / name / "articles.json").exists() else {}
        )
        for kind, value in keyed(CASES / name):
            text = (CASES / name / "articles" / value["doc"]).read_text(encoding="utf-8")
            said = verdict(text, kind, value, _published(listed, value["doc"]))
            total[said] += 1
            if said != "right":
                sys.stdout.write(f"{name} {value['doc'][:6]} {said}: {value['op']} {value['v']} in “{value['quote']}”\n")
    asked = sum(total.values())
    read = total["right"] + total["right, qualifier not"]
    sys.stdout.write(f"{read} of {asked} read ({read / max(1, asked):.3f}), {total['wrong']} wrongly; {dict(total)}\n")
    return 1 if total["wrong"] or read < WANTED * asked else 0


def _published(listed: Any, doc: str) -> date | None:
    rows = listed if isinstance(listed, list) else listed.get("articles", [])
    row = next((r for r in rows if doc in str(r.get("file", r.get("doc", "")))), {})
    day = str(row.get("published") or row.get("date") or "")[:10]
    return date.fromisoformat(day) if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else None


if __name__ == "__main__":
    raise SystemExit(main())
