"""Web pages imported, zoned and indexed, beside trafilatura alone over the same pages."""

from __future__ import annotations

import gzip
import tempfile
from pathlib import Path

from benchmarks.fiction import page_source
from benchmarks.harness import Row, in_turn, medians, row, timed
from workbench.case import Case

PAGES = Path(__file__).resolve().parents[2] / "shared" / "eval" / "extraction" / "aeb" / "html"
COUNT, REPEATS = 450, 3


def run() -> list[Row]:
    from trafilatura import bare_extraction

    with tempfile.TemporaryDirectory() as made:
        files = _written(Path(made) / "pages")
        sources = [file.read_text(encoding="utf-8", errors="replace") for file in files]
        cases = iter(range(1000))

        def imported() -> None:
            case = Case.create(Path(made) / f"{next(cases)}.case", lambda: "bench")
            case.imports.files([Path(made) / "pages"])
            case.index.refresh()
            case.close()

        def extracted() -> None:
            for source in sources:
                bare_extraction(source, include_comments=False, include_tables=True, with_metadata=False)

        ours, alone = medians(in_turn(REPEATS, timed(imported), timed(extracted), warm=0))
    return [row(f"{COUNT} pages imported, zoned and indexed", ours, peer="trafilatura alone", theirs=alone, times=1.6)]


def _written(folder: Path) -> list[Path]:
    """So many pages: real ones where they lie beside the project, each as often as needed with a word of its own; else fiction."""
    folder.mkdir()
    real = [gzip.decompress(path.read_bytes()).decode("utf-8", "replace") for path in sorted(PAGES.glob("*.html.gz"))]
    files = []
    for number in range(COUNT):
        source = real[number % len(real)] if real else page_source(number)
        files.append(folder / f"{number}.html")
        files[-1].write_text(source.replace("</body>", f"<p>Copy {number}.</p></body>"), encoding="utf-8")
    return files
