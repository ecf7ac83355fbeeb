"""How well is read who says what: `python -m benchmarks.attributions_quality`, where annotated news lies beside the project.

English and German articles whose attributions people have annotated (shared/eval/attribution) are read, and the folder's own scorer counts.
The English articles are parted by fours and the German ones by twos: one half was looked at while the words were chosen, the other was
not. Then the quotations of the worked cases: found, with the right speaker, with a wrong one.
Speed is printed beside, with a megabyte of marks and of verbs without an end of a sentence. Texts and annotations are only measured with.
"""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from workbench.checks.reading.attributions import Attribution, attributions
from workbench.checks.reading.sayings_json import sayings_as_json
from workbench.domain.spans import Span
from workbench.importers.sentences import sentence_spans

SHARED = Path(__file__).resolve().parents[2] / "shared"
SETS = SHARED / "eval" / "attribution"
CASES = ("seoul", "croydon-tram-2016")
MEGABYTE = 1_000_000


def there() -> bool:
    """Whether the annotated articles lie beside the project."""
    return SETS.is_dir() and any(SETS.iterdir())


def rows(name: str) -> list[dict[str, Any]]:
    """The articles of one set, in order."""
    with gzip.open(SETS / name, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def scored(name: str, language: str, chosen: Sequence[dict[str, Any]]) -> tuple[dict[str, Any], float]:
    """What the scorer says of some articles of a set, and the seconds that reading took."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        took = 0.0
        for row in chosen:
            sentences = sentence_spans(row["text"])
            start = time.perf_counter()
            found = attributions(row["text"], sentences, language)
            took += time.perf_counter() - start
            out.write(json.dumps({"id": row["id"], "attributions": [_prediction(a) for a in found]}) + "\n")
        out.flush()
        pronouns = [str(SETS / "polnear-train-pronouns.jsonl")] if language == "en" else []
        scorer = [sys.executable, str(SHARED / "score" / "attribution.py"), str(SETS / name), out.name, "-", *pronouns]
        return json.loads(subprocess.run(scorer, capture_output=True, check=True).stdout), took


def _prediction(found: Attribution) -> dict[str, Any]:
    source = list(found.source) if found.source and found.who else None
    return {"content": list(found.content), "source": source, "cue": list(found.cue) if found.cue else None, "who": found.who}


def words(score: dict[str, Any]) -> str:
    """The figures of one half in a line: recall and precision of each."""
    by = {**score["by"]["cross"], "all": score["source"]}
    kinds = ("all", "named+say", "named+other", "description+say", "description+other")
    parts = [f"contents {score['content']['recall']:.2f} {score['content']['precision']:.2f}"]
    parts += [f"{kind} {by[kind]['recall']:.2f} {by[kind]['precision']:.2f}" for kind in kinds if kind in by and by[kind]["precision"]]
    told = score.get("pronouns")
    return ", ".join(parts) + (f", pronouns {told['right']} right {told['wrong']} wrong of {told['n']}" if told else "")


def quotations(case: str) -> tuple[int, int, int, int]:
    """Of the quotations of a worked case: how many there are, found, with the right speaker, with a wrong one (by the last name)."""
    folder = SHARED / "cases" / case
    key, read = json.loads((folder / "key.json").read_text(encoding="utf-8")), {}
    found = right = wrong = 0
    for wanted in key["quotes"]:
        if wanted["doc"] not in read:
            text = (folder / "articles" / wanted["doc"]).read_text(encoding="utf-8")
            read[wanted["doc"]] = sayings_as_json(text, sentence_spans(text), "en")["quotes"]
        holding = [q for q in read[wanted["doc"]] if _covers(q, wanted)]
        names = {_last(q["speaker"]) for q in holding if q["speaker"]}
        found += bool(holding)
        right += _last(wanted["speaker"]) in names
        wrong += bool(names) and _last(wanted["speaker"]) not in names
    return len(key["quotes"]), found, right, wrong


def _covers(quote: dict[str, Any], wanted: dict[str, Any]) -> bool:
    length, own = wanted["end"] - wanted["start"], quote["end"] - quote["start"]
    shared = min(quote["end"], wanted["end"]) - max(quote["start"], wanted["start"])
    return shared >= 0.8 * length and max(length, own) <= max(600, 3 * min(length, own))


def _last(name: str) -> str:
    found = re.findall(r"\w+", re.sub(r"[’']s\b", "", name).casefold())
    return found[-1] if found else ""


def main() -> int:
    if not there():
        print("No annotated articles lie beside the project.")
        return 0
    english, german = rows("polnear-train.jsonl.gz"), rows("wikinews-de-train.jsonl.gz")
    halves = {
        "English, looked at": ("polnear-train.jsonl.gz", "en", [r for i, r in enumerate(english) if i // 4 % 2 == 0]),
        "English, not looked at": ("polnear-train.jsonl.gz", "en", [r for i, r in enumerate(english) if i // 4 % 2]),
        "German, looked at": ("wikinews-de-train.jsonl.gz", "de", german[::2]),
        "German, not looked at": ("wikinews-de-train.jsonl.gz", "de", german[1::2]),
    }
    for name, (file, language, chosen) in halves.items():
        score, took = scored(file, language, chosen)
        speed = sum(len(r["text"]) for r in chosen) / max(took, 0.001) / 1000
        print(f"{name} ({len(chosen)} articles, {speed:.0f},000 characters a second): {words(score)}")
    for case in CASES:
        print("{}: {} quotations, {} found, {} right, {} wrong".format(case, *quotations(case)))
    for flood in ('"', "said ", "“a ” said "):
        start = time.perf_counter()
        attributions(flood * (MEGABYTE // len(flood)), [Span(0, MEGABYTE)], "en")
        print(f"a megabyte of {flood!r}: {time.perf_counter() - start:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
