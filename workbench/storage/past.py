"""A case as it was after a step of its journal: written into a file of its own, so that everything that reads a case reads the past.

The rows as they are now are taken over, except those that a later step touched: these get what the first of the later steps found
(its image "before"). Time is counted in steps, never by the clock, which may have been set back.
"""

from __future__ import annotations

import os
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import fields
from pathlib import Path

from sqlalchemy import Table

from workbench.domain.changes import Row
from workbench.domain.errors import BackupFailed, CaseExists, DamagedCase, NotFound
from workbench.storage.case_file import CaseFile
from workbench.storage.connection import refuse_long, translated, uri
from workbench.storage.edits import edits_of
from workbench.storage.making import fill, put_in_place
from workbench.storage.owned import Owned, own, sweep
from workbench.storage.reader import connection_of
from workbench.storage.tables import CONTENT, JOURNALED, journal

POINTING = {"articles": ("original_sha256", "text_sha256"), "evidence": ("document_sha256",)}
"""Tables with the columns that point to content."""
ERASED = "original_sha256 NOT IN (SELECT sha256 FROM originals) OR text_sha256 NOT IN (SELECT sha256 FROM texts)"
QUOTED = (
    "SELECT q.discrepancy_id FROM discrepancy_passages q JOIN passages p ON p.id = q.passage_id "
    "JOIN articles a ON a.id = p.article_id WHERE"
)
WITHOUT_CONTENT = (
    (
        "discrepancies",
        f"id IN ({QUOTED} {ERASED}) AND id NOT IN ({QUOTED} NOT ({ERASED}) GROUP BY q.discrepancy_id HAVING count(*) >= 2)",
    ),
    ("articles", ERASED),
    ("evidence", "document_sha256 NOT IN (SELECT sha256 FROM originals)"),
)
"""Rows that cannot be there without content that was erased since, in the order in which they go."""
LONGEST = 200
"""Bytes that the name of a case may have before it is cut."""
Key = tuple[str, int]


class PastFile(CaseFile):
    """A case as it was after `step`: read only, in a private folder that goes when it is closed.

    `left_out` are the exhibits that were there then and have been erased for good since, with all that hung on them.
    """

    step = 0
    place: Owned | None = None

    def close(self) -> None:
        try:
            super().close()
        finally:
            if self.place:
                self.place.give_up()
                self.place = None


def open_past(now: CaseFile, step: int, parent: Path) -> PastFile:
    """The case as it was after `step`, opened to read only in a new folder (0700) of `parent`.

    Raises NotFound for a step there is not, BackupFailed where there can be no such folder.
    """
    with now.read() as reader:
        uid = str(connection_of(reader).exec_driver_sql("SELECT uid FROM info").scalar() or "")
    try:
        sweep(parent)
        place = own(parent, uid)
    except (OSError, NotImplementedError) as error:
        raise BackupFailed(parent, _why(error)) from error
    try:
        path = place.folder / private_name(now.path, step)
        left_out, gone = _write(now, path, step, leave_out=True)
        past = PastFile.open(path, now.who, read_only=True)
    except BaseException as error:
        place.give_up()
        if isinstance(error, OSError):
            raise BackupFailed(place.folder, _why(error)) from error
        raise
    assert isinstance(past, PastFile)
    past.step, past.left_out, past.gone, past.place = step, left_out, gone, place
    return past


def private_name(path: Path, step: int) -> str:
    """What a copy of a case in a private folder is called: a name that is swept when its owner is gone."""
    return f"{_short(path.stem)} (step {step}).case"


def _why(error: BaseException) -> str:
    return str(getattr(error, "strerror", None) or error)


def save_past(now: CaseFile, target: Path, step: int) -> tuple[int, ...]:
    """Write the case as it was after `step` to a new file that can be opened like any case; returns the exhibits left out, as erased since.

    Nothing that came in later is in it. It appears whole or not at all. Raises CaseExists, NotFound or BackupFailed.
    """
    refuse_long(target)
    if target.exists():
        raise CaseExists(target)
    half = target.with_name(f".{target.name}.{uuid.uuid4().hex[:8]}.part")
    try:
        left_out, _ = _write(now, half, step, leave_out=False)
        if left_out:
            _say_left_out(now, half, left_out)
        with half.open("rb") as file:
            os.fsync(file.fileno())
        put_in_place(half, target)
    except FileExistsError as error:
        raise CaseExists(target) from error
    except OSError as error:
        raise BackupFailed(target, str(error.strerror)) from error
    finally:
        half.unlink(missing_ok=True)
    return left_out


def _short(stem: str) -> str:
    """A name that leaves room for what is put after it: most systems allow a name of 255 bytes."""
    return stem.encode()[:LONGEST].decode("utf-8", "ignore")


def _write(now: CaseFile, target: Path, step: int, *, leave_out: bool) -> tuple[tuple[int, ...], frozenset[Key]]:
    """A new case file at `target` with the rows, the journal and the content as they were after `step`. Returns the exhibits erased
    since, and the rows that go with them, when they are to be left out here."""
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    with translated(target), _honest(now.path):
        fill(target)
        with now.held_still(), closing(_attached(now, target)) as raw:
            raw.execute("BEGIN")
            if not raw.execute("SELECT 1 FROM now.journal WHERE seq = ?", (step,)).fetchone():
                raise NotFound(f"step {step}")
            before, given, brought = _taken_back(raw, step)
            for table in JOURNALED:
                _rows(raw, table.name, before.get(table.name, {}))
            raw.execute(f"{_taken_over(journal)} WHERE seq <= ?", (step,))
            _content(raw, brought)
            _numbers(raw, given)
            raw.execute("COMMIT")
            raw.execute("PRAGMA foreign_keys=ON")
            erased = tuple(row for (row,) in raw.execute(f"SELECT id FROM main.articles WHERE {ERASED} ORDER BY id"))
            if not leave_out or not (erased or raw.execute("SELECT 1 FROM now.takedowns").fetchone()):
                return erased, frozenset()
            there = _keys(raw)
            for name, rows in WITHOUT_CONTENT:
                raw.execute(f"DELETE FROM main.{name} WHERE {rows}")
            return erased, there - _keys(raw)


@contextmanager
def _honest(path: Path) -> Iterator[None]:
    """Rows that the same tables refuse when they are copied were damaged where they came from. Raises DamagedCase."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise DamagedCase(path, str(error)) from error


def _say_left_out(now: CaseFile, target: Path, erased: tuple[int, ...]) -> None:
    """Take what was erased since out of a saved past by a step of its own, with its tombstones: the file's journal accounts for it."""
    names = ", ".join(f"Ex. {number}" for number in erased)
    with now.read() as reader:
        stones = [stone for stone in reader.takedowns() if stone.exhibit in erased]
    why = "; ".join(dict.fromkeys(stone.reason for stone in stones))
    with closing(CaseFile.open(target, now.who)) as file, file.erasing(f"Leave out {names}, erased since", why) as operation:
        for table, rows in WITHOUT_CONTENT:
            found = connection_of(operation.reader).exec_driver_sql(f"SELECT id FROM {table} WHERE {rows}").scalars().all()
            operation.delete(table, *found)
        for stone in stones:
            values = {field.name: getattr(stone, field.name) for field in fields(stone) if field.name != "id"}
            operation.insert("takedowns", **values)


def _keys(raw: sqlite3.Connection) -> frozenset[Key]:
    return frozenset((t.name, row) for t in JOURNALED for (row,) in raw.execute(f"SELECT id FROM main.{t.name}"))


def _attached(now: CaseFile, target: Path) -> sqlite3.Connection:
    """A connection to the new file with the case, to read only, beside it as `now`. Nothing is promised before it is closed."""
    raw = sqlite3.connect(uri(target, mode="rw"), uri=True, isolation_level=None)
    for statement in ("synchronous=OFF", "journal_mode=MEMORY", "foreign_keys=OFF", "temp_store=MEMORY"):
        raw.execute(f"PRAGMA {statement}")
    where = uri(now.path, mode="ro") + ("&immutable=1" if now.immutable else "")
    raw.execute("ATTACH ? AS now", (where,))
    raw.execute("PRAGMA now.trusted_schema=OFF")
    return raw


def _taken_back(raw: sqlite3.Connection, step: int) -> tuple[dict[str, dict[int, Row | None]], dict[str, int], set[str]]:
    """What the rows touched after `step` were then (None for none), by table and number, the first number that the
    analyst's own steps have given since, by table, and the content that these steps have put in."""
    before: dict[str, dict[int, Row | None]] = {}
    given: dict[str, int] = {}
    brought: set[str] = set()
    for seq, kind, edits in raw.execute("SELECT seq, kind, edits FROM now.journal WHERE seq > ? ORDER BY seq", (step,)):
        for table, was, became in edits_of(seq, edits):
            rows = before.setdefault(table, {})
            rows.setdefault((was or became or {})["id"], was)
            if became is None or kind in ("undo", "redo"):
                continue
            if table in POINTING:
                brought.update(_content_of(table, became))
            if was is None and rows[became["id"]] is None:  # not one that was there, and was replaced or brought back
                given[table] = min(became["id"], given.get(table, became["id"]))
    return before, given, brought


def _columns(table: Table) -> str:
    return ", ".join(f'"{column.name}"' for column in table.columns)


def _taken_over(table: Table) -> str:
    """SQL that takes over the rows of a table, by the names of the columns: they may stand in another order there."""
    return f"INSERT INTO main.{table.name} ({_columns(table)}) SELECT {_columns(table)} FROM now.{table.name}"


def _rows(raw: sqlite3.Connection, name: str, before: dict[int, Row | None]) -> None:
    """Fill one table: the rows of now but those touched since, and these as they were."""
    table = next(t for t in JOURNALED if t.name == name)
    raw.execute("CREATE TEMP TABLE IF NOT EXISTS touched (id INTEGER PRIMARY KEY)")
    raw.execute("DELETE FROM temp.touched")
    raw.executemany("INSERT INTO temp.touched VALUES (?)", ((row,) for row in before))
    columns = _columns(table)
    where = "WHERE id NOT IN (SELECT id FROM temp.touched)" if before else ""
    raw.execute(f"{_taken_over(table)} {where}")
    marks = ", ".join("?" for _ in table.columns)
    images = (image for image in before.values() if image)
    values = ([image[column.name] for column in table.columns] for image in images)
    raw.executemany(f"INSERT INTO main.{name} ({columns}) VALUES ({marks})", values)


def _content(raw: sqlite3.Connection, brought: set[str]) -> None:
    """Bytes and texts, without those that only later steps brought: not in the rows of then, nor in a row deleted before."""
    digests = brought - set(_pointed_to(raw))
    if digests:
        digests -= set(_mentioned(raw))
    raw.execute("CREATE TEMP TABLE later (sha256 TEXT PRIMARY KEY)")
    raw.executemany("INSERT INTO temp.later VALUES (?)", ((digest,) for digest in digests))
    for table in CONTENT:
        raw.execute(f"{_taken_over(table)} WHERE sha256 NOT IN (SELECT sha256 FROM temp.later)")


def _content_of(table: str, row: Row) -> Iterator[str]:
    return (row[column] for column in POINTING[table] if row.get(column))


def _pointed_to(raw: sqlite3.Connection) -> Iterator[str]:
    for table, columns in POINTING.items():
        for column in columns:
            yield from (digest for (digest,) in raw.execute(f"SELECT {column} FROM main.{table} WHERE {column} IS NOT NULL"))


def _mentioned(raw: sqlite3.Connection) -> Iterator[str]:
    """Content of rows that the kept part of the journal has deleted: undo may bring them back."""
    for name in POINTING:
        for seq, edits in raw.execute("SELECT seq, edits FROM main.journal WHERE instr(edits, ?)", (f'["{name}",',)):
            for table, was, _ in edits_of(seq, edits):
                if was and table == name:
                    yield from _content_of(name, was)


def _numbers(raw: sqlite3.Connection, given: dict[str, int]) -> None:
    """SQLite's counters as they were: the first number given since is the next one again, and no earlier one is given twice."""
    raw.execute("DELETE FROM main.sqlite_sequence")
    raw.execute("INSERT INTO main.sqlite_sequence SELECT name, seq FROM now.sqlite_sequence")
    raw.executemany("UPDATE main.sqlite_sequence SET seq = ? WHERE name = ?", ((number - 1, table) for table, number in given.items()))
