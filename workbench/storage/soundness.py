"""Whether a case file is sound: SQLite's own checks, the journal's chain and rows, and the queries of db/checks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection

from workbench.storage.case_file import CaseFile
from workbench.storage.journal import verify_chain, verify_rows


def database_faults(connection: Connection) -> Iterator[str]:
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if said != "ok":
            yield f"file: {said}"


def journal_faults(connection: Connection, file: CaseFile) -> Iterator[str]:
    for exhibit in file.left_out:
        yield f"Ex. {exhibit} was there then and has been erased for good since; it is missing here, with all that hung on it"
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"{table}: row {row} points to something in {parent} that is not there"
    broken = list(verify_chain(connection))
    yield from broken
    try:
        yield from verify_rows(connection, file.gone)
    except (ValueError, TypeError, LookupError, AttributeError):
        if not broken:
            raise
        yield "journal: the rows cannot be compared with it"


def content_faults(connection: Connection) -> Iterator[str]:
    """Originals and texts that no longer match the hash they are kept under (invariant 1), whoever still points to them."""
    for table, kind, column, owner in (
        ("originals", "the original bytes", "bytes", "original_sha256"),
        ("texts", "the reading text", "text", "text_sha256"),
    ):
        for digest, content in connection.exec_driver_sql(f"SELECT sha256, CAST({column} AS BLOB) FROM {table}"):
            if hashlib.sha256(content).hexdigest() != digest:
                yield f"{_exhibits(connection, owner, digest)}: {kind} no longer match{'es' if table == 'texts' else ''} their SHA-256"
        for (row,) in connection.exec_driver_sql(f"SELECT id FROM articles WHERE {owner} NOT IN (SELECT sha256 FROM {table}) ORDER BY id"):
            yield f"Ex. {row}: {kind} {'are' if table == 'originals' else 'is'} missing"


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
        "JOIN texts t ON t.sha256 = a.text_sha256 WHERE p.state = 'exact' ORDER BY p.id"
    )
    for article, start, end, exact, text in rows:
        if text.decode("utf-8", "replace")[start:end] != exact:
            yield f"Ex. {article}: the passage at {start}–{end} does not say what was quoted"


def query_faults(connection: Connection, folder: Path) -> Iterator[str]:
    """Each file of `folder` is a query that returns no rows on a sound case; its rows are (where, what)."""
    for file in sorted(folder.glob("*.sql")):
        for where, what in connection.exec_driver_sql(file.read_text(encoding="utf-8")):
            yield f"{where}: {what}"
