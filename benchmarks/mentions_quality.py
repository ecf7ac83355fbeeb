"""How often the right passage is among those offered: `python -m benchmarks.mentions_quality`, where worked cases lie beside the project.

For each keyed claim in two or more articles one appearance is marked; then, for each other article, whether one of the passages offered
overlaps one of the claim's. The cases were looked at while the factors were chosen, so these figures are in sample.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbench.domain.spans import Span
from workbench.importers.sentences import sentence_spans
from workbench.search import Wanted, likely, page

CASES = Path(__file__).resolve().parents[2] / "shared" / "cases"
WORKED = ("croydon-tram-2016", "seoul")
WANTED = 0.85


def trials(key: dict[str, Any]) -> Iterator[tuple[str, str, str, list[Span]]]:
    """The claim's words, the words of one appearance, another article that carries it, and the claim's places there."""
    for claim in key["claims"]:
        places: dict[str, list[Any]] = {}
        for found in claim["evidence"]:
            places.setdefault(found["doc"], []).append(found)
        for marked, first in places.items():
            for other, there in places.items():
                if other != marked:
                    yield claim["claim"], first[0]["quote"], other, [Span(p["start"], p["end"]) for p in there]


def share(folder: Path) -> tuple[int, int]:
    """How many of the trials of a case offer the right passage, and how many trials there are."""
    key = json.loads((folder / "key.json").read_text(encoding="utf-8"))
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted((folder / "articles").iterdir())}
    pages = {name: page(text, sentence_spans(text)) for name, text in texts.items()}
    hit = total = 0
    for claim, marked, other, places in trials(key):
        offered = likely(pages[other], Wanted(claim, [marked], pages.values()))
        hit += any(candidate.span.overlaps(place) for candidate in offered for place in places)
        total += 1
    return hit, total


def main() -> int:
    wrong = 0
    for name in WORKED:
        if not (CASES / name).is_dir():
            sys.stdout.write(f"{name}: not beside the project\n")
            continue
        hit, total = share(CASES / name)
        sys.stdout.write(f"{name}: {hit} of {total} places offered, {hit / total:.3f} (wanted {WANTED})\n")
        wrong += hit / total < WANTED
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
