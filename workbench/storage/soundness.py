"""Whether a case file is sound: SQLite's own checks, the journal's chain and rows, and the queries of db/checks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection

from workbench.storage.journal import verify_chain, verify_rows


def database_faults(connection: Connection) -> Iterator[str]:
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if said != "ok":
            yield f"file: {said}"


def journal_faults(connection: Connection) -> Iterator[str]:
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"{table}: row {row} points to something in {parent} that is not there"
    yield from verify_chain(connection)
    yield from verify_rows(connection)


def query_faults(connection: Connection, folder: Path) -> Iterator[str]:
    """Each file of `folder` is a query that returns no rows on a sound case; its rows are (where, what)."""
    for file in sorted(folder.glob("*.sql")):
        for where, what in connection.exec_driver_sql(file.read_text(encoding="utf-8")):
            yield f"{where}: {what}"
