"""Search, timed against SQLite's FTS5 (porter) on the same articles.

`python -m benchmarks.bench_search [articles]` prints the table; `run(articles)` gives its rows. Needs ../shared/eval/load
beside the repository; without it there are no rows.
"""

from __future__ import annotations

import gzip
import json
import random
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from workbench.search import IndexDocument, WhooshIndex, parse
from workbench.search.analyser import surfaces
from workbench.search.stopwords import STOPWORDS

LOAD = Path(__file__).resolve().parents[2] / "shared" / "eval" / "load" / "allsides_20k.jsonl.gz"
ROUNDS = 3
Row = dict[str, Any]
Asked = tuple[str, str, tuple[str, ...]]
"""What we are asked, what FTS5 is asked (MATCH), and further parameters of its statement."""

_TOP = "select rowid from f where f match ? order by rank limit 10"
_DATED = "select f.rowid from f join d on d.id = f.rowid where f match ? and d.date between ? and ? order by rank limit 10"
_COUNTED = "select d.publisher, count(*) from f join d on d.id = f.rowid where f match ? group by 1 order by 2 desc limit 10"
_EXCERPT = "select rowid, snippet(f, 1, '<b>', '</b>', '…', 30) from f where f match ? order by rank limit 10"


def run(articles: int = 10_000) -> list[Row]:
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
        begun = time.perf_counter()
        peer = _peer(Path(folder) / "peer.db", loaded)
        theirs = articles / (time.perf_counter() - begun)
        rows = [
            _row("build", "articles/s", ours, theirs, 0.5, higher=True),
            _row("memory at the most above the start", "MB", used, 0, 300),
            _row("size on disk per text", "×", _size(Path(folder) / "index") / sum(len(one.text.encode()) for one in loaded), 0, 2),
        ]
        texts = {(one.kind, one.id): one.text for one in loaded}
        rows += _queries(index, peer, loaded, texts)
        rows += _imports(index, loaded)
        return rows


def _articles(count: int) -> Iterator[IndexDocument]:
    with gzip.open(LOAD, "rt", encoding="utf-8") as lines:
        for number, line in zip(range(1, count + 1), lines, strict=False):
            one = json.loads(line)
            yield IndexDocument("article", number, one["text"], one["title"], one["source"], language="en", published=one["date"][:10])


def _peer(path: Path, articles: list[IndexDocument]) -> sqlite3.Connection:
    peer = sqlite3.connect(path)
    peer.executescript(
        """pragma journal_mode=wal; pragma synchronous=normal; pragma cache_size=-65536;
        create table d(id integer primary key, title, body, publisher, date); create index dp on d(publisher); create index dd on d(date);
        create virtual table f using fts5(title, body, content='d', content_rowid='id',
            tokenize='porter unicode61 remove_diacritics 2', prefix='3 4');
        create trigger ai after insert on d begin insert into f(rowid, title, body) values (new.id, new.title, new.body); end;"""
    )
    with peer:
        peer.executemany("insert into d values (?, ?, ?, ?, ?)", ((a.id, a.title, a.text, a.publisher, a.published) for a in articles))
    return peer


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
    return {
        "rare word": [(word, word, ()) for word in rare],
        "common word": [(word, word, ()) for word in common],
        "three words ANDed": [(" ".join(words), " AND ".join(words), ()) for words in ands],
        "three words ORed": [(" OR ".join(words), " OR ".join(words), ()) for words in ors],
        "prefix": [(f"{word[:4]}*", f"{word[:4]}*", ()) for word in chance.sample(sorted(middling), count)],
        "date filter": [(f"{w} published:{a}..{b}", w, (a, b)) for w, a, b in zip(common, days, until, strict=True)],
        "facet": [(word, word, ()) for word in common],
        "phrase": [(f'"{pair}"', f'"{pair}"', ()) for pair in (two() for _ in range(count))],
        "ten hits with snippets": [(word, word, ()) for word in chance.sample(sorted(middling), count)],
        "fuzzy": [(f"{word}~", "", ()) for word in cut],
        "wildcard": [(f"{word[:3]}*{word[-2:]}", "", ()) for word in chance.sample(long, count)],
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


def _queries(index: WhooshIndex, peer: sqlite3.Connection, articles: list[IndexDocument], texts: dict[tuple[str, int], str]) -> list[Row]:
    statements = {"date filter": _DATED, "facet": _COUNTED, "ten hits with snippets": _EXCERPT}
    rows, slowest = [], []
    for name, asked in questions(articles).items():
        ours = _timed([lambda q=query, n=name: _ask(index, q, n, texts) for query, _, _ in asked])  # type: ignore[misc]
        slowest += ours
        if not asked[0][1]:
            rows.append(_row(f"{name}, p95", "ms", _p95(ours), 0, 15))
            continue
        statement = statements.get(name, _TOP)
        theirs = _timed([lambda m=match, p=more, s=statement: peer.execute(s, (m, *p)).fetchall() for _, match, more in asked])  # type: ignore[misc]
        row = _row(name, "ms", statistics.median(ours), statistics.median(theirs), _TARGETS.get(name, 1))
        count = len(asked)
        row["first_asked"] = round(statistics.median(ours[:count]) / statistics.median(theirs[:count]), 2)
        rows.append(row)
    rows.append(_row("any query, p95", "ms", _p95(slowest), 0, 30))
    return rows


def _ask(index: WhooshIndex, query: str, name: str, texts: dict[tuple[str, int], str]) -> object:
    tree = parse(query).tree
    if tree is None:
        raise ValueError(query)
    facets = ("publisher",) if name == "facet" else ()
    if name == "ten hits with snippets":
        return index.search(tree, 10, lambda kind, number: texts[kind, number], facets)
    return index.search(tree, 10, None, facets)


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
    for number in range(30):
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


def _row(name: str, unit: str, median: float, peer: float, target: float, higher: bool = False) -> Row:
    ratio = median / peer if peer else None
    value = median if ratio is None else ratio
    met = value >= target if higher else value <= target
    return {
        "name": name, "unit": unit, "median": round(median, 3), "peer": "FTS5" if peer else "", "peer_median": round(peer, 3),
        "ratio": None if ratio is None else round(ratio, 2), "target": target, "met": met,
    }  # fmt: skip


def _p95(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]


def _memory() -> float:
    """The most memory this process has held, MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    for row in run(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000):
        measured = f"{row['name']:42} {row['median']:10} {row['unit']:10}"
        verdict = "met" if row["met"] else "NOT MET"
        ratios = f"{row['peer_median']:10} {row['ratio']!s:>6} (first asked {row.get('first_asked', '–')})"
        print(f"{measured} {ratios}  target {row['target']:<5} {verdict}")
