"""How good the answers are: `python -m benchmarks.search_quality cranfield` (or `claimmatch`) prints one line of JSON.

Needs ../shared beside the repository: the sets in eval/, scored by score/retrieval.py. Cranfield's queries are asked as
"passages like this" (any of their words); numbers are given for odd queries (tuned on), even ones and all.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from workbench.search import IndexDocument, WhooshIndex

SHARED = Path(__file__).resolve().parents[2] / "shared"
DEPTH = 100


def cranfield() -> dict[str, Any]:
    """nDCG@10 and the rest, for odd, even and all queries."""
    folder = SHARED / "eval" / "ir" / "cranfield"
    documents = [IndexDocument("article", int(one["id"]), one["text"], language="en") for one in _rows(folder / "docs.jsonl")]
    asked = [(one["id"], one["text"]) for one in _rows(folder / "queries.jsonl")]
    judged = [line.split() for line in (folder / "qrels.tsv").read_text().splitlines()]
    return _by_parity(_answers(documents, asked), judged)


def claimmatch(part: str = "dev") -> dict[str, Any]:
    """MAP@5 and the rest: claims as they were posted, against claims already checked."""
    folder = SHARED / "eval" / "claimmatch"
    checked = [
        IndexDocument("article", int(one[""]), f"{one['vclaim']}\n{one['title']}", one["title"], language="en")
        for one in _rows(folder / "verified_claims.jsonl")
    ]
    asked = [(one[""], one["tweet_content"]) for one in _rows(folder / f"{part}.queries.jsonl")]
    judged = [line.split() for line in (folder / f"{part}.qrels").read_text().splitlines()]
    return _by_parity(_answers(checked, asked), judged)


def _answers(documents: list[IndexDocument], asked: Iterable[tuple[str, str]]) -> list[tuple[str, str, float]]:
    with tempfile.TemporaryDirectory() as folder:
        index = WhooshIndex(Path(folder) / "index", Path(folder) / "manifest", "quality")
        index.open()
        index.update(documents, [], 1)
        return [(query, str(number), score) for query, text in asked for _, number, score in index.like(text, ("article",), DEPTH)]


def _by_parity(run: list[tuple[str, str, float]], judged: list[list[str]]) -> dict[str, Any]:
    found: dict[str, Any] = {"all": _score(run, judged)}
    for name, rest in (("odd", 1), ("even", 0)):
        found[name] = _score([row for row in run if int(row[0]) % 2 == rest], [row for row in judged if int(row[0]) % 2 == rest])
    return found


def _score(run: list[tuple[str, str, float]], judged: list[list[str]]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        qrels, answers = Path(folder) / "qrels", Path(folder) / "run"
        qrels.write_text("".join(f"{' '.join(row)}\n" for row in judged))
        answers.write_text("".join(f"{query}\t{document}\t{score}\n" for query, document, score in run))
        scorer = [sys.executable, str(SHARED / "score" / "retrieval.py"), str(qrels), str(answers)]
        printed = subprocess.run(scorer, capture_output=True, text=True, check=True).stdout
    scores: dict[str, Any] = json.loads(printed)
    return scores


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    which = sys.argv[1] if len(sys.argv) > 1 else ""
    sets: dict[str, Callable[[], dict[str, Any]]] = {
        "cranfield": cranfield,
        "claimmatch": claimmatch,
        "claimmatch-train": lambda: claimmatch("train"),
    }
    if which not in sets or not SHARED.is_dir():
        raise SystemExit(f"usage: python -m benchmarks.search_quality {'|'.join(sets)}   (with ../shared beside the repository)")
    print(json.dumps({"set": which, **sets[which]()}))
