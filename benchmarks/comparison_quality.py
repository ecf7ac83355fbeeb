"""What the comparison finds in cases that others have worked: `python -m benchmarks.comparison_quality [CASE…]`, where they lie here.

Each case's articles are imported into a case of its own, `workbench compare` is asked, and the scorer that lies with the cases compares
that with the key. It prints the scorer's line a case, and how long reading and comparing took.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from workbench import compare_shapes
from workbench.case import Case
from workbench.domain.vocabulary import FURNITURE

SHARED = Path(__file__).resolve().parents[2] / "shared"
WORKED = ("seoul", "croydon-tram-2016")
"""Cases that were worked with: what is measured on them is in sample."""


def compared(folder: Path, into: Path) -> tuple[dict[str, object], float]:
    """What `workbench compare` says of the articles in a folder, and the seconds it took."""
    case = Case.create(into / "case.case", lambda: "Bench")
    try:
        case.imports.files(sorted((folder / "articles").glob("*.txt")))
        articles = case.articles.all()
        furniture = {a.id: [z for z in case.articles.zones(a.id) if z.kind in FURNITURE] for a in articles}
        begin = time.perf_counter()
        found = case.findings.whole()
        return compare_shapes.compared(found, {a.id: a.name for a in articles}, furniture), time.perf_counter() - begin
    finally:
        case.close()


def main(names: list[str]) -> int:
    for name in names or WORKED:
        folder = SHARED / "cases" / name
        if not (folder / "key.json").is_file():
            sys.stdout.write(f"{name}: not beside the project\n")
            continue
        with tempfile.TemporaryDirectory() as into:
            value, seconds = compared(folder, Path(into))
            answer = Path(into) / "answer.json"
            answer.write_text(json.dumps(value), encoding="utf-8")
            scorer = [sys.executable, str(SHARED / "score" / "cases.py"), str(folder / "key.json"), str(answer)]
            told = subprocess.run(scorer, capture_output=True, text=True, check=True).stdout.strip()
        sys.stdout.write(f"{told}\n{name}: {seconds:.1f} s\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
