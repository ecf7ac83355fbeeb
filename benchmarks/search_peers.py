"""What search is timed against: SQLite's FTS5, Whoosh as it comes, and tantivy. Each is built, asked, and let go of."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from datetime import date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from workbench.search import IndexDocument

TOP = 10


class Asked(NamedTuple):
    """One question: what we are asked, the words it is made of, and the days it is narrowed to."""

    query: str
    words: tuple[str, ...]
    days: tuple[str, str] = ("", "")


class Peer(Protocol):
    name: str
    version: str

    def build(self, folder: Path, articles: Sequence[IndexDocument]) -> None: ...
    def ask(self, kind: str, asked: Asked) -> Callable[[], object] | None:
        """The question made ready, as a person's words would be put to it; None if it has nothing of the kind."""
        ...


_TOP = "select rowid from f where f match ? order by rank limit 10"
_STATEMENTS = {
    "date filter": "select f.rowid from f join d on d.id = f.rowid where f match ? and d.date between ? and ? order by rank limit 10",
    "facet": "select d.publisher, count(*) from f join d on d.id = f.rowid where f match ? group by 1 order by 2 desc limit 10",
    "ten hits with snippets": "select rowid, snippet(f, 1, '<b>', '</b>', '…', 30) from f where f match ? order by rank limit 10",
}


class Fts5:
    """An external-content table with the porter stemmer and short prefixes indexed, as its manual advises."""

    name, version = "FTS5", sqlite3.sqlite_version

    def build(self, folder: Path, articles: Sequence[IndexDocument]) -> None:
        self._base = sqlite3.connect(folder / "fts5.db")
        self._base.executescript(
            """pragma journal_mode=wal; pragma synchronous=normal; pragma cache_size=-65536;
            create table d(id integer primary key, title, body, publisher, date); create index dp on d(publisher);
            create index dd on d(date);
            create virtual table f using fts5(title, body, content='d', content_rowid='id',
                tokenize='porter unicode61 remove_diacritics 2', prefix='3 4');
            create trigger ai after insert on d begin insert into f(rowid, title, body) values (new.id, new.title, new.body); end;"""
        )
        with self._base:
            rows = ((a.id, a.title, a.text, a.publisher, a.published) for a in articles)
            self._base.executemany("insert into d values (?, ?, ?, ?, ?)", rows)

    def ask(self, kind: str, asked: Asked) -> Callable[[], object] | None:
        if kind in ("fuzzy", "wildcard"):
            return None
        parameters = (_fts5_query(kind, asked), *(asked.days if asked.days[0] else ()))
        statement = _STATEMENTS.get(kind, _TOP)
        return lambda: self._base.execute(statement, parameters).fetchall()


def _fts5_query(kind: str, asked: Asked) -> str:
    if kind == "phrase":
        return f'"{" ".join(asked.words)}"'
    return (" OR " if kind == "three words ORed" else " AND ").join(asked.words) + ("*" if kind == "prefix" else "")


class WhooshAsItComes:
    """TEXT fields, the default writer, parser and searcher; for fuzzy words, Whoosh's own plugin."""

    name = "Whoosh as it comes"

    def __init__(self) -> None:
        import whoosh

        self.version = whoosh.versionstring()

    def build(self, folder: Path, articles: Sequence[IndexDocument]) -> None:
        from whoosh import fields, index, qparser

        schema = fields.Schema(
            id=fields.NUMERIC(stored=True, unique=True), title=fields.TEXT(stored=True), body=fields.TEXT(stored=True),
            publisher=fields.ID(stored=True), date=fields.DATETIME(stored=True),
        )  # fmt: skip
        (folder / "whoosh").mkdir()
        made = index.create_in(str(folder / "whoosh"), schema)
        writer = made.writer()
        for a in articles:
            day = _day(a.published)
            writer.add_document(id=a.id, title=a.title, body=a.text, publisher=a.publisher, date=datetime.fromordinal(day) if day else None)
        writer.commit()
        self._searcher = made.searcher()
        self._parser = qparser.QueryParser("body", schema)
        self._parser.add_plugin(qparser.FuzzyTermPlugin())

    def ask(self, kind: str, asked: Asked) -> Callable[[], object] | None:
        typed = asked.query
        if asked.days[0]:
            typed = f"{asked.words[0]} date:[{asked.days[0]} TO {asked.days[1]}]".replace("-", "")
        if kind == "facet":
            return lambda: {k: len(v) for k, v in self._search(typed, groupedby="publisher").groups().items()}
        if kind == "ten hits with snippets":
            return lambda: [hit.highlights("body") for hit in self._search(typed)]
        return lambda: [hit["id"] for hit in self._search(typed)]

    def _search(self, typed: str, **more: Any) -> Any:
        return self._searcher.search(self._parser.parse(typed), limit=TOP, **more)


class Tantivy:
    """English stemming, positions, a raw publisher and a date as columns; as its own examples do."""

    name = "tantivy"

    def __init__(self) -> None:
        import tantivy

        self._t = tantivy
        self.version = version("tantivy")

    def build(self, folder: Path, articles: Sequence[IndexDocument]) -> None:
        (folder / "tantivy").mkdir()
        made = self._t.SchemaBuilder()
        made.add_integer_field("id", stored=True, indexed=True, fast=True)
        for name in ("title", "body"):
            made.add_text_field(name, stored=True, tokenizer_name="en_stem", index_option="position")
        made.add_text_field("publisher", stored=True, tokenizer_name="raw", fast=True)
        made.add_integer_field("date", indexed=True, fast=True)
        self._schema = made.build()
        self._index = self._t.Index(self._schema, path=str(folder / "tantivy"))
        writer = self._index.writer(heap_size=128_000_000, num_threads=1)
        for a in articles:
            writer.add_document(self._t.Document(id=a.id, title=a.title, body=a.text, publisher=a.publisher, date=_day(a.published)))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def ask(self, kind: str, asked: Asked) -> Callable[[], object] | None:
        if kind == "facet":
            counted = {"p": {"terms": {"field": "publisher", "size": 10}}}
            return lambda: self._searcher.aggregate(self._parsed(asked.words[0]), counted)
        if kind == "ten hits with snippets":
            return lambda: self._snippets(self._parsed(asked.words[0]))
        return lambda: [self._searcher.doc(address)["id"][0] for _, address in self._searcher.search(self._query(kind, asked), TOP).hits]

    def _parsed(self, text: str) -> Any:
        return self._index.parse_query(text, ["title", "body"])

    def _query(self, kind: str, asked: Asked) -> Any:
        query, word = self._t.Query, asked.words[0]
        if kind in ("prefix", "wildcard"):
            return query.regex_query(self._schema, "body", asked.query.replace("*", ".*"))
        if kind == "fuzzy":
            return query.fuzzy_term_query(self._schema, "body", word, distance=1)
        if kind == "date filter":
            integer, must = self._t.FieldType.Integer, self._t.Occur.Must
            days = query.range_query(self._schema, "date", integer, _day(asked.days[0]), _day(asked.days[1]))
            return query.boolean_query([(must, self._parsed(word)), (must, days)])
        return self._parsed(_fts5_query(kind, asked))

    def _snippets(self, query: Any) -> list[str]:
        maker = self._t.SnippetGenerator.create(self._searcher, query, self._schema, "body")
        found = self._searcher.search(query, TOP).hits
        return [maker.snippet_from_doc(self._searcher.doc(address)).to_html() for _, address in found]


def _day(published: str) -> int:
    """The day as a number; 0 for what is not an ISO date."""
    try:
        return date.fromisoformat(published).toordinal()
    except ValueError:
        return 0


def others() -> tuple[list[Peer], list[str]]:
    """Whoosh as it comes, and tantivy if it is installed; and a line about what is not."""
    found: list[Peer] = [WhooshAsItComes()]
    try:
        return [*found, Tantivy()], []
    except ImportError:
        return found, ["tantivy is not installed, so its rows are left out: pip install -e '.[bench]'"]
