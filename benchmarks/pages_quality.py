"""How well web pages are read: `python -m benchmarks.pages_quality`, where the pages with worked answers lie beside the project.

Two sets. News pages with their articles' text: the share of its lines that stand in the reading text, white space aside, and F1 of the
body zones (4-gram shingles, means of precision and recall). Pages with worked fields: title, byline (as a set of names), day, publisher,
language; where the answer is that there is none, an empty or unsure field is right. Both sets were looked at while the rules were made.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from workbench.domain.draft import Draft
from workbench.domain.entities import Metadatum
from workbench.domain.vocabulary import Confidence, Field, ZoneKind
from workbench.importers.html import HtmlImporter

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "eval" / "extraction"
SHINGLE = 4
F1_WANTED = 0.963
_AND = re.compile(r"\s*[,;&|]\s*|\s+(?:and|und|et|y|e|og|och|i)\s+")
_BY = re.compile(r"^(?:by|von|par|por|di)\s+")


def read(path: Path) -> Draft:
    return HtmlImporter().read(gzip.decompress(path.read_bytes()), path.name.removesuffix(".gz"), None)


def text_of_pages() -> tuple[int, int, float]:
    """Lines present, lines in all, F1."""
    truth = json.loads((FOLDER / "aeb" / "ground-truth.json").read_text(encoding="utf-8"))
    present = total = 0
    precision, recall = [], []
    for name, each in truth.items():
        draft = read(FOLDER / "aeb" / "html" / f"{name}.html.gz")
        whole, lines = squeezed(draft.text), [line for line in each["articleBody"].split("\n") if line.strip()]
        present += sum(squeezed(line) in whole for line in lines)
        total += len(lines)
        ours = shingles("\n".join(draft.text[z.start : z.end] for z in draft.zones if z.kind is ZoneKind.BODY))
        theirs = shingles(each["articleBody"])
        both = (ours & theirs).total()
        precision += [both / ours.total()] if ours else []
        recall += [both / theirs.total()] if theirs else []
    mean_p, mean_r = sum(precision) / len(precision), sum(recall) / len(recall)
    return present, total, 2 * mean_p * mean_r / (mean_p + mean_r)


def fields_of_pages() -> Iterator[tuple[str, str]]:
    """Each field with how many pages it is right on: of those that state it, and of those that do not."""
    right, count = Counter[tuple[str, bool]](), Counter[tuple[str, bool]]()
    for folder in sorted((FOLDER / "readability").iterdir()):
        wanted = json.loads((folder / "expected-metadata.json").read_text(encoding="utf-8"))
        draft = read(folder / "source.html.gz")
        for key, (field, same) in COMPARED.items():
            stated = bool(wanted.get(key))
            count[key, stated] += 1
            right[key, stated] += fits(wanted.get(key), draft.metadata[field], same)
    for key in COMPARED:
        told = (f"{right[key, stated]} of {count[key, stated]} {words}" for stated, words in ((True, "stated"), (False, "not stated")))
        yield key, ", ".join(told)


def fits(wanted: str | None, found: Metadatum, same: Callable[[str, str], bool]) -> bool:
    if not wanted:
        return not found.value or found.confidence is Confidence.LOW
    return bool(found.value) and same(wanted, found.value or "")


def squeezed(text: str) -> str:
    return "".join(text.split())


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1))) if words else Counter()


def folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def names(text: str) -> set[str]:
    return {name for name in _AND.split(_BY.sub("", folded(text))) if name}


COMPARED: dict[str, tuple[Field, Callable[[str, str], bool]]] = {
    "title": (Field.TITLE, lambda a, b: folded(a) == folded(b)),
    "byline": (Field.AUTHOR, lambda a, b: names(a) == names(b)),
    "publishedTime": (Field.PUBLISHED, lambda a, b: a[:10] == b[:10]),
    "siteName": (Field.PUBLISHER, lambda a, b: folded(a) == folded(b)),
    "lang": (Field.LANGUAGE, lambda a, b: folded(a)[:2] == folded(b)[:2]),
}


def main() -> int:
    if not FOLDER.is_dir():
        sys.stdout.write("the pages do not lie beside the project\n")
        return 0
    present, total, f1 = text_of_pages()
    sys.stdout.write(f"lines of the articles in the reading text: {present} of {total}\nbody zones: F1 {f1:.4f} (wanted {F1_WANTED})\n")
    for name, told in fields_of_pages():
        sys.stdout.write(f"{name}: {told}\n")
    return 1 if present < total or f1 < F1_WANTED else 0


if __name__ == "__main__":
    sys.exit(main())
