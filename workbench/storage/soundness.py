"""Whether a case file is sound: SQLite's own checks, the journal's chain and rows, the queries of db/checks, content and citations."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection

from workbench.storage.case_file import CaseFile
from workbench.storage.journal import verify_chain, verify_rows
from workbench.storage.reader import Reader, connection_of
from workbench.storage.remarks import date_remarks
from workbench.storage.rows import BadRow

CONTENT = (("originals", "bytes", "original_sha256", "the original bytes"), ("texts", "text", "text_sha256", "the reading text"))
"""The tables of content: the column with it, the column of articles that points to it, and what it is called."""


@dataclass(frozen=True, slots=True)
class Examination:
    """All of a case file, looked at: what is wrong with it, a line each, and of that by article what is wrong with its content;
    and remarks, which are no faults."""

    faults: tuple[str, ...]
    exhibits: Mapping[int, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


def examine(reader: Reader, file: CaseFile, checks: Path) -> Examination:
    """Look at everything: pages, links, the journal, every row against it, the queries of `checks`, every hash, every citation.

    Nothing here reads domain values: a row that a foreign tool has changed may not be one any more.
    """
    connection = connection_of(reader)
    damaged = tuple(database_faults(connection))
    if damaged:
        return Examination(damaged)  # a damaged file says nothing reliable about the rest
    altered = altered_content(connection)
    parts = (
        journal_faults(connection, file), query_faults(connection, checks), content_faults(connection, altered),
        citation_faults(connection),
    )  # fmt: skip
    found = tuple(line for part in parts for line in _told(part))
    return Examination(found, exhibit_faults(connection, altered), tuple(_told(date_remarks(connection))))


def _told(part: Iterator[str]) -> Iterator[str]:
    """The faults that a part finds; a row that it cannot read is one of them, and ends it."""
    try:
        yield from part
    except BadRow as bad:
        yield bad.detail


def database_faults(connection: Connection) -> Iterator[str]:
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if said != "ok":
            yield f"file: {said}"


def journal_faults(connection: Connection, file: CaseFile) -> Iterator[str]:
    for exhibit in file.left_out:
        yield f"Ex. {exhibit} was there then and has been erased for good since; it is missing here, with all that hung on it"
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"{table}: row {row} points to something in {parent} that is not there"
    yield from _told(verify_chain(connection))
    yield from _told(verify_rows(connection, file.gone))


def altered_content(connection: Connection) -> dict[str, frozenset[str]]:
    """By table of content, the hashes under which something else stands than what they are the SHA-256 of (invariant 1)."""
    return {
        table: frozenset(
            digest
            for digest, content in connection.exec_driver_sql(f"SELECT sha256, CAST({column} AS BLOB) FROM {table}")
            if hashlib.sha256(content).hexdigest() != digest
        )
        for table, column, _, _ in CONTENT
    }


def content_faults(connection: Connection, altered: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """Originals and texts that no longer match the hash they are kept under, whoever still points to them, or that are missing."""
    for table, _, owner, kind in CONTENT:
        for digest in sorted(altered[table]):
            yield f"{_exhibits(connection, owner, digest)}: {_altered(table, kind)}"
        for row in _without(connection, table, owner):
            yield f"Ex. {row}: {_missing(table, kind)}"


def exhibit_faults(connection: Connection, altered: Mapping[str, frozenset[str]]) -> dict[int, str]:
    """The same by article: what is wrong with its content, in words."""
    found: dict[int, str] = {}
    for table, _, owner, kind in CONTENT:
        for row, digest in connection.exec_driver_sql(f"SELECT id, {owner} FROM articles ORDER BY id") if altered[table] else ():
            if digest in altered[table]:
                found.setdefault(row, _altered(table, kind))
        for row in _without(connection, table, owner):
            found.setdefault(row, _missing(table, kind))
    return found


def _without(connection: Connection, table: str, owner: str) -> list[int]:
    """Articles whose content is not there."""
    query = f"SELECT id FROM articles WHERE {owner} NOT IN (SELECT sha256 FROM {table}) ORDER BY id"
    return list(connection.exec_driver_sql(query).scalars())


def _altered(table: str, kind: str) -> str:
    return f"{kind} no longer match{'es' if table == 'texts' else ''} {'its' if table == 'texts' else 'their'} SHA-256"


def _missing(table: str, kind: str) -> str:
    return f"{kind} {'is' if table == 'texts' else 'are'} missing"


def _exhibits(connection: Connection, owner: str, digest: str) -> str:
    """Who points to that content, in words: articles, and documents linked as evidence."""
    rows = connection.exec_driver_sql(f"SELECT id FROM articles WHERE {owner} = ? ORDER BY id", (digest,)).scalars().all()
    linked = connection.exec_driver_sql("SELECT claim_id, name FROM evidence WHERE document_sha256 = ? ORDER BY id", (digest,)).all()
    named = [*(f"Ex. {row}" for row in rows), *(f"document “{name}” of C{claim}" for claim, name in linked)]
    return ", ".join(named) or f"removed article or document {digest[:12]}"


def citation_faults(connection: Connection) -> Iterator[str]:
    """Passages that are no longer what was quoted (invariant 2): text[start:end] == exact, else it must be an orphan."""
    rows = connection.exec_driver_sql(
        'SELECT a.id, p.start, p."end", p.exact, CAST(t.text AS BLOB) FROM passages p JOIN articles a ON a.id = p.article_id '
        "JOIN texts t ON t.sha256 = a.text_sha256 WHERE p.state <> 'orphan' ORDER BY p.id"
    )
    for article, start, end, exact, text in rows:
        if text.decode("utf-8", "replace")[start:end] != exact:
            yield f"Ex. {article}: the passage at {start}–{end} does not say what was quoted"


def query_faults(connection: Connection, folder: Path) -> Iterator[str]:
    """Each file of `folder` is a query that returns no rows on a sound case; its rows are (where, what)."""
    for file in sorted(folder.glob("*.sql")):
        for where, what in connection.exec_driver_sql(file.read_text(encoding="utf-8")):
            yield f"{where}: {what}"
