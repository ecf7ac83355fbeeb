"""A thousand rows in one journalled operation, and the same rows through SQLAlchemy without triggers and journal."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine, create_engine, event, insert
from sqlalchemy.pool import StaticPool

from benchmarks import rig
from benchmarks.fiction import build_fiction, passage_rows
from benchmarks.harness import Clock, Row, in_turn, medians, quiet, row
from workbench.storage import CaseFile
from workbench.storage.connection import connect
from workbench.storage.reader import connection_of
from workbench.storage.tables import passages

ROWS = 1000
REPEATS = 21


def run() -> list[Row]:
    return [_written("with fsync", "FULL"), _written("without fsync", "OFF")]


def _written(what: str, synchronous: str) -> Row:
    with rig.home() as folder:
        ours, theirs = folder / "ours.case", folder / "theirs.case"
        for path in (ours, theirs):
            build_fiction(path, 5, 25).close()
        file = CaseFile.open(ours, lambda: "bench")
        rig.synchronise(file, synchronous)
        engine = _plain(theirs, synchronous)
        journalled, bare = medians(in_turn(REPEATS, lambda: _journalled(file), lambda: _bare(engine), warm=3))
        _check(file, engine, synchronous)
        file.close()
        engine.dispose()
    name = f"{ROWS:,} rows in one journalled operation, {what}"
    return row(name, journalled, peer="the same rows, no triggers, no journal", theirs=bare, times=2.5)


def _plain(path: Path, synchronous: str) -> Engine:
    """The same settings and our own transactions, and nothing that records."""

    def creator() -> object:
        raw = connect(path, read_only=False)
        raw.execute(f"PRAGMA synchronous={synchronous}")
        return raw

    engine = create_engine("sqlite://", creator=creator, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _begin(connection: object) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")  # type: ignore[attr-defined]

    return engine


def _journalled(file: CaseFile) -> float:
    rows = list(passage_rows(ROWS, 1))
    with quiet():
        clock = Clock()
        with file.operation("Write") as operation:
            operation.insert_many("passages", rows)
        return clock.ms()


def _bare(engine: Engine) -> float:
    rows = list(passage_rows(ROWS, 1))
    with quiet():
        clock = Clock()
        with engine.begin() as connection:
            connection.execute(insert(passages), rows)
        return clock.ms()


def _check(file: CaseFile, engine: Engine, synchronous: str) -> None:
    """Both wrote the same number of rows, at the setting that was asked for."""
    with file.read() as reader, engine.connect() as there:
        for connection in (connection_of(reader), there):
            found = connection.exec_driver_sql("SELECT count(*) FROM passages").scalar()
            level = connection.exec_driver_sql("PRAGMA synchronous").scalar()
            if found != 50 + ROWS * (REPEATS + 3) or level != {"OFF": 0, "FULL": 2}[synchronous]:
                raise ValueError(f"{found} rows at synchronous {level}")
