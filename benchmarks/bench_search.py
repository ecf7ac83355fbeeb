"""Search, timed against SQLite's FTS5 (porter), Whoosh as it comes and tantivy on the same articles.

`python -m benchmarks.bench_search [articles]` prints the table; `run(articles)` gives its rows; the largest corpus is 20,000
(WORKBENCH_BENCH_ARTICLES=20000 for `make bench`). Needs ../shared/eval/load beside the repository; without it there are no rows.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import resource
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.search_peers import Asked, Fts5, Peer, others
from workbench.domain.stopwords import STOPWORDS
from workbench.search import IndexDocument, WhooshIndex, parse
from workbench.search.analyser import surfaces

LOAD = Path(__file__).resolve().parents[2] / "shared" / "eval" / "load" / "allsides_20k.jsonl.gz"
ROUNDS = 3
ARTICLES = int(os.environ.get("WORKBENCH_BENCH_ARTICLES", "10000"))
Row = dict[str, Any]


def run(articles: int = ARTICLES) -> list[Row]:
    """One row a measurement: median, the peer's median, their ratio, the target, and whether it is met.

    Queries are asked ROUNDS times; `first_asked` is the ratio of the first round alone, before anything is kept in memory.
    """
    if not LOAD.is_file():
        return []
    loaded = list(_articles(articles))
    with tempfile.TemporaryDirectory() as folder:
        before = _memory()
        begun = time.perf_counter()
        index = WhooshIndex(Path(folder) / "index", Path(folder) / "manifest", "bench")
        index.open()
        index.update(loaded, [], 1)
        index.optimise()
        ours = articles / (time.perf_counter() - begun)
        used = _memory() - before
        peer = Fts5()
        rows = [
            _row("build", "articles/s", ours, _built(peer, Path(folder), loaded), 0.5, higher=True),
            _row("memory at the most above the start", "MB", used, 0, 300),
            _row("size on disk per text", "×", _size(Path(folder) / "index") / sum(len(one.text.encode()) for one in loaded), 0, 2),
        ]
        texts = {(one.kind, one.id): one.text for one in loaded}
        asked = questions(loaded)
        ours_by_kind = {kind: _timed([_asking(index, kind, one, texts) for one in some]) for kind, some in asked.items()}
        rows += _against_fts5(ours_by_kind, peer, asked)
        rows += _imports(index, loaded)
        index.close()
        more, missing = others()
        for line in missing:
            print(line, flush=True)
        for other in more:
            rows += _against(ours_by_kind, ours, other, Path(folder), loaded, asked)
        return rows


def _articles(count: int) -> Iterator[IndexDocument]:
    with gzip.open(LOAD, "rt", encoding="utf-8") as lines:
        for number, line in zip(range(1, count + 1), lines, strict=False):
            one = json.loads(line)
            yield IndexDocument("article", number, one["text"], one["title"], one["source"], language="en", published=one["date"][:10])


def questions(articles: list[IndexDocument], count: int = 20) -> dict[str, list[Asked]]:
    """Queries of each kind, drawn from the articles with a fixed seed."""
    chance = random.Random(5)
    sample = [surfaces(one.text) for one in chance.sample(articles, min(len(articles), 3000))]
    frequency = Counter(word for words in sample for word in set(words) if word.isascii() and word.isalpha() and word not in STOPWORDS)
    many = len(sample)
    rare = chance.sample(sorted(w for w, n in frequency.items() if 1 <= n <= 3 and len(w) > 5), count)
    common = chance.sample(sorted(w for w, n in frequency.items() if n > many * 0.1 and len(w) > 3), count)
    middling = {w for w, n in frequency.items() if many * 0.004 < n < many * 0.05 and len(w) > 4}
    long = sorted(w for w in middling if len(w) > 6)

    def three() -> list[str]:
        while True:
            words = list(dict.fromkeys(word for word in chance.choice(sample) if word in middling))
            if len(words) >= 3:
                return chance.sample(words, 3)

    def two() -> str:
        while True:
            words = chance.choice(sample)
            at = chance.randrange(max(1, len(words) - 1))
            pair = words[at : at + 2]
            if len(pair) == 2 and all(len(word) > 3 and word in frequency for word in pair):
                return " ".join(pair)

    days = [f"20{chance.randrange(13, 20)}-0{month}-01" for month in (chance.randrange(1, 6) for _ in common)]
    until = [f"{day[:5]}0{int(day[6]) + 3}-01" for day in days]
    ands, ors = [three() for _ in range(count)], [three() for _ in range(count)]
    cut = [word[: len(word) // 2] + word[len(word) // 2 + 1 :] for word in chance.sample(long, count)]
    rare_words = [Asked(word, (word,)) for word in rare]
    common_words = [Asked(word, (word,)) for word in common]
    phrases = [tuple(two().split()) for _ in range(count)]
    return {
        "rare word": rare_words,
        "common word": common_words,
        "three words ANDed": [Asked(" ".join(words), tuple(words)) for words in ands],
        "three words ORed": [Asked(" OR ".join(words), tuple(words)) for words in ors],
        "prefix": [Asked(f"{word[:4]}*", (word[:4],)) for word in chance.sample(sorted(middling), count)],
        "date filter": [Asked(f"{w} published:{a}..{b}", (w,), (a, b)) for w, a, b in zip(common, days, until, strict=True)],
        "facet": common_words,
        "phrase": [Asked(f'"{" ".join(pair)}"', pair) for pair in phrases],
        "ten hits with snippets": [Asked(word, (word,)) for word in chance.sample(sorted(middling), count)],
        "fuzzy": [Asked(f"{word}~", (word,)) for word in cut],
        "wildcard": [Asked(f"{word[:3]}*{word[-2:]}", (word,)) for word in chance.sample(long, count)],
    }


_TARGETS = {
    "common word": 0.5,
    "three words ORed": 0.5,
    "prefix": 0.5,
    "date filter": 0.5,
    "facet": 0.5,
    "phrase": 2,
    "ten hits with snippets": 2,
}


def _against_fts5(ours_by_kind: dict[str, list[float]], peer: Peer, asked: dict[str, list[Asked]]) -> list[Row]:
    rows = []
    for kind, some in asked.items():
        ours = ours_by_kind[kind]
        theirs = _asked(peer, kind, some)
        if not theirs:
            rows.append(_row(f"{kind}, p95", "ms", _p95(ours), 0, 15))
            continue
        row = _row(kind, "ms", statistics.median(ours), statistics.median(theirs), _TARGETS.get(kind, 1))
        row["first_asked"] = round(statistics.median(ours[: len(some)]) / statistics.median(theirs[: len(some)]), 2)
        rows.append(row)
    every = [spent for ours in ours_by_kind.values() for spent in ours]
    return [*rows, _row("any query, p95", "ms", _p95(every), 0, 30)]


def _against(
    ours_by_kind: dict[str, list[float]],
    rate: float,
    peer: Peer,
    folder: Path,
    articles: list[IndexDocument],
    asked: dict[str, list[Asked]],
) -> list[Row]:
    """The same questions put to another engine, one row each to compare; and how many times better we are, as a geometric mean."""
    rows = [_row("build", "articles/s", rate, _built(peer, folder, articles), None, peer=peer.name)]
    times = []
    for kind, some in asked.items():
        theirs = _asked(peer, kind, some)
        if theirs:
            ours = statistics.median(ours_by_kind[kind])
            rows.append(_row(kind, "ms", ours, statistics.median(theirs), None, peer=peer.name))
            times.append(statistics.median(theirs) / ours)
    mean = statistics.geometric_mean(times)
    target = 10 if peer.name.startswith("Whoosh") else None
    return [*rows, _row(f"times better than {peer.name} {peer.version}, geometric mean", "×", mean, 0, target, higher=True)]


def _built(peer: Peer, folder: Path, articles: list[IndexDocument]) -> float:
    """Articles a second."""
    begun = time.perf_counter()
    peer.build(folder, articles)
    return len(articles) / (time.perf_counter() - begun)


def _asked(peer: Peer, kind: str, some: list[Asked]) -> list[float]:
    calls = [call for call in (peer.ask(kind, one) for one in some) if call is not None]
    return _timed(calls)


def _asking(index: WhooshIndex, kind: str, asked: Asked, texts: dict[tuple[str, int], str]) -> Callable[[], object]:
    def ask() -> object:
        tree = parse(asked.query).tree
        if tree is None:
            raise ValueError(asked.query)
        text_of = (lambda kind, number: texts[kind, number]) if kind == "ten hits with snippets" else None
        return index.search(tree, 10, text_of, ("publisher",) if kind == "facet" else ())

    return ask


def _timed(calls: list[Callable[[], object]]) -> list[float]:
    """Milliseconds of every call, over all rounds."""
    spent = []
    for _ in range(ROUNDS):
        for call in calls:
            begun = time.perf_counter()
            call()
            spent.append((time.perf_counter() - begun) * 1000)
    return spent


def _imports(index: WhooshIndex, articles: list[IndexDocument]) -> list[Row]:
    spent = []
    tree = parse("zzyzx").tree
    for number in range(60):
        old = articles[number]
        new = IndexDocument(
            "article", 1_000_000 + number, f"{old.text} zzyzx", old.title, old.publisher, language="en", published=old.published
        )
        begun = time.perf_counter()
        index.update([new], [], 2 + number)
        found = index.search(tree, 50).total if tree is not None else 0
        spent.append((time.perf_counter() - begun) * 1000)
        if found != number + 1:
            raise ValueError("an imported article was not found")
    return [_row("one article imported until found, p95", "ms", _p95(spent), 0, 50)]


def _row(name: str, unit: str, median: float, theirs: float, target: float | None, higher: bool = False, peer: str = "FTS5") -> Row:
    """A row of the table; `target` bounds the ratio to the peer's `theirs`, or the median if there is no peer; None is not judged."""
    ratio = median / theirs if theirs else None
    value = median if ratio is None else ratio
    met = None if target is None else value >= target if higher else value <= target
    return {
        "name": name, "unit": unit, "median": round(median, 3), "peer": peer if theirs else "", "peer_median": round(theirs, 3),
        "ratio": None if ratio is None else round(ratio, 2), "target": "" if target is None else target, "met": met,
    }  # fmt: skip


def _p95(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]


def _memory() -> float:
    """The most memory this process has held, MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    for row in run(int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES):
        measured = f"{row['name']:58.58} {row['median']:10} {row['unit']:10}"
        verdict = {True: "met", False: "NOT MET", None: ""}[row["met"]]
        first = f"(first asked {row['first_asked']})" if "first_asked" in row else ""
        peer = f"{row['peer_median']:10} {row['peer']:18} {row['ratio']!s:>7} × {first:20}" if row["peer"] else f"{'':61}"
        print(f"{measured} {peer}  target {row['target']:<5} {verdict}")
