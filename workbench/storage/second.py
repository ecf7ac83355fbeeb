"""Rows of a case copied into another file without what was decided, and what such a copy was given at first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, func, select
from sqlalchemy.exc import IntegrityError

from workbench.domain.errors import WorkbenchError
from workbench.domain.statuses import Status
from workbench.storage import tables as t
from workbench.storage.journal import Operation, step_row
from workbench.storage.reader import Reader, connection_of
from workbench.storage.rows import BadRow, shape_of

COPIED: tuple[Table, ...] = (t.articles, t.metadata_fields, t.zones, t.passages, t.origins, t.claims, t.appearances, t.evidence)
"""The journaled tables that go into a copy, in an order in which each row finds what it points to (but for rows of its own table)."""
DECIDED: dict[str, dict[str, Any]] = {
    "claims": {
        "status": Status.OPEN, "basis": None,
        **dict.fromkeys(("denied_by", "denied_on", "reason", "override_reason", "would_change", "review_on", "note"), ""),
    }
}  # fmt: skip
"""The columns that hold what was decided, and what stands there in a copy."""
ROWS_A_STEP = 1000
NEXT = 100
"""A colleague's new claims count from the next multiple of this."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a copy held at first: its claims' own fields by number, appearances and links as (id, claim), and the ids of origins."""

    claims: Mapping[int, Mapping[str, Any]]
    appearances: frozenset[tuple[int, int]]
    evidence: frozenset[tuple[int, int]]
    origins: frozenset[int]


def copy_bare(
    reader: Reader, operation: Operation, info: dict[str, str], progress: Callable[[int, int], None], cancelled: Callable[[], bool]
) -> None:
    """Fill a new file with the rows of COPIED under their own ids, the content they point to, and counters past ours.

    Raises WorkbenchError when it is cancelled, BadRow for a row that no sound case has.
    """
    total = sum(_count(reader, table) for table in (*COPIED, *t.CONTENT))
    done = 0
    connection_of(operation.reader).exec_driver_sql("PRAGMA defer_foreign_keys=ON")  # origins and claims point into their own tables
    operation.insert("info", **info)
    for table in (*t.CONTENT, *COPIED):
        for rows in _portions(reader, table):
            if cancelled():
                raise WorkbenchError("The copy was stopped. Nothing was written.")
            _insert(operation, table, rows)
            done += len(rows)
            progress(min(done, total), total)
    for table in COPIED:
        _count_from(operation, table.name, reader.last_number(table.name))
    for broken in connection_of(operation.reader).exec_driver_sql("PRAGMA foreign_key_check"):
        raise BadRow(str(broken[0]), broken[1], f"it points to something in “{broken[2]}” that is not there")


def _insert(operation: Operation, table: Table, rows: list[dict[str, Any]]) -> None:
    try:
        operation.insert_many(table.name, rows)
    except IntegrityError as error:
        raise BadRow(table.name, next(iter(rows[0].values())), error.orig) from error


def as_given(reader: Reader) -> Given:
    """What the first step of a copy put into it."""
    found: dict[str, dict[int, dict[str, Any]]] = {}
    for table, _, after in step_row(connection_of(reader), 1)[1]:
        if after is not None:
            found.setdefault(table, {})[after["id"]] = after
    appearances, links = (
        frozenset((row, image["claim_id"]) for row, image in found.get(name, {}).items()) for name in ("appearances", "evidence")
    )
    return Given(found.get("claims", {}), appearances, links, frozenset(found.get("origins", ())))


def answered_by(reader: Reader) -> str:
    """Who made most of the steps after the first; empty when there are none."""
    log = t.journal.c
    query = select(log.who).where(log.seq > 1).group_by(log.who).order_by(func.count().desc(), log.who).limit(1)
    return str(connection_of(reader).execute(query).scalar() or "")


def _portions(reader: Reader, table: Table) -> Iterator[list[dict[str, Any]]]:
    """Rows as they go into the copy, some at a time; of the content only what something points to, one at a time."""
    blank = DECIDED.get(table.name, {})
    query = select(table)
    if table in t.CONTENT:
        query = query.where(table.c.sha256.in_(_wanted(table)))
    size = 1 if table in t.CONTENT else ROWS_A_STEP
    shape = shape_of(table)
    for part in connection_of(reader).execute(query.execution_options(stream_results=True)).partitions(size):
        yield [{**row._mapping, **blank} for row in shape.checked(part)]  # noqa: SLF001 SQLAlchemy's documented name for it


def _wanted(table: Table) -> Any:
    if table is t.texts:
        return select(t.articles.c.text_sha256)
    documents = select(t.evidence.c.document_sha256).where(t.evidence.c.document_sha256.is_not(None))
    return select(t.articles.c.original_sha256).union(documents)


def _count(reader: Reader, table: Table) -> int:
    return int(connection_of(reader).execute(select(func.count()).select_from(table)).scalar_one())


def _count_from(operation: Operation, table: str, last: int) -> None:
    """Let the next number of a table be past ours; that of claims by a hundred, so that it is seen whose it is."""
    past = -(-(last + 1) // NEXT) * NEXT if table == t.claims.name else last
    raw = connection_of(operation.reader)
    if not raw.exec_driver_sql("UPDATE sqlite_sequence SET seq = ? WHERE name = ?", (past, table)).rowcount:
        raw.exec_driver_sql("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, past))
