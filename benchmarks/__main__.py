"""`python -m benchmarks [WORD…]`: run every benchmark (or those whose name has a word), print the table, write results.json."""

from __future__ import annotations

import importlib
import json
import os
import sys
import tempfile
from pathlib import Path

from benchmarks.harness import Clock, heading, line, normal

MODULES = (
    "bench_start", "bench_open", "bench_highlights", "bench_reading", "bench_status", "bench_journal", "bench_import", "bench_pages",
    "bench_mail", "bench_pdf", "bench_memo", "bench_search", "bench_claims", "bench_memory", "bench_carrying",
)  # fmt: skip
HERE = Path(__file__).resolve().parent


def main(words: list[str]) -> int:
    """Exit code 0 when every target is met, else 1."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    whole = Clock()
    rows = []
    print(heading(), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["WORKBENCH_HOME"] = folder
        for name in MODULES:
            if not (HERE / f"{name}.py").is_file() or (words and not any(word in name for word in words)):
                continue
            for found in map(normal, importlib.import_module(f"benchmarks.{name}").run()):
                rows.append(found)
                print(line(found), flush=True)
    if not words:
        (HERE / "results.json").write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    missed = [found for found in rows if found["met"] is False]
    print(f"{len(rows)} rows, {len(missed)} targets not met, {whole.ms() / 1000:.0f} s")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
