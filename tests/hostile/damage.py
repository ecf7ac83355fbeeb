"""Damage: every way in which a case file may come to differ from what was written, drawn by chance from a seed.

Bytes and pages as a disk loses them; values as somebody with a database tool changes them, with foreign keys and triggers off, and
with the definition of the table loosened in between, so that what SQLite would refuse stands in it all the same.
"""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.hostile.tables import another, columns, opened, place_of, put, quoted, row_of, tables

PAGE = 4096
ODD: tuple[Any, ...] = (
    "", "maybe", "open", "0", "-1", "x" * 40_000, "\u202e\x00\x1b[31m", "9999-12-31T23:59:59-14:00",
    "0001-01-01T00:00:00+14:00", "2031-13-45", "0001-01-01", "9999-12-31",
    "[]", "{}", "[[[", "null", "⚓" * 300, 0, 1, -1, 7, 2**31, 2**63 - 1, -(2**63), None,
)  # fmt: skip
WRONG: tuple[Any, ...] = (None, b"\xff\xfe\x00", b"", 1.5, float("inf"), "text", 12, b"\xed\xa0\x80")
"""Values that the table's own definition forbids."""
Deed = Callable[[random.Random, Path], str]


def damage(chance: random.Random, path: Path) -> str:
    """Damage the file in one to three ways; what was done, in words."""
    did = []
    for _ in range(chance.choice((1, 1, 1, 1, 2, 3))):
        deed = chance.choices(DEEDS, WEIGHTS)[0]
        try:
            did.append(deed(chance, path))
        except (sqlite3.DatabaseError, ValueError, IndexError) as error:  # what was done before leaves nothing to do this with
            did.append(f"{deed.__name__} could not be done ({type(error).__name__})")
    return "; ".join(did)


# Bytes and pages


def flip(chance: random.Random, path: Path) -> str:
    data = bytearray(path.read_bytes())
    places = [chance.randrange(100, len(data)) for _ in range(chance.choice((1, 1, 2, 8)))]
    for place in places:
        data[place] ^= chance.choice((1, 0x20, 0x80, 0xFF))
    path.write_bytes(data)
    return f"bytes {places} flipped"


def letters(chance: random.Random, path: Path) -> str:
    """One word changed wherever its letters stand: what a careless search and replace does."""
    data = path.read_bytes()
    old, new = chance.choice(
        ((b"confirmed", b"confirmad"), (b"asserts", b"assorts"), (b"exact", b"moved"), (b"40 pass", b"41 pass"), (b"high", b"hing"))
    )
    places = [at for at in range(len(data)) if data.startswith(old, at)]
    if not places:
        return "nothing"
    at = chance.choice(places)
    path.write_bytes(data[:at] + new + data[at + len(old) :])
    return f"{old!r} at {at} overwritten"


def pages(chance: random.Random, path: Path) -> str:
    data = bytearray(path.read_bytes())
    last = len(data) // PAGE - 1
    one, other = chance.randint(1, last), chance.randint(1, last)
    what = chance.choice(("swapped", "zeroed", "copied", "half zeroed", "random"))
    first, second = slice(one * PAGE, (one + 1) * PAGE), slice(other * PAGE, (other + 1) * PAGE)
    if what == "swapped":
        data[first], data[second] = data[second], data[first]
    elif what == "copied":
        data[first] = data[second]
    elif what == "half zeroed":
        data[one * PAGE + PAGE // 2 : (one + 1) * PAGE] = bytes(PAGE // 2)
    else:
        data[first] = bytes(PAGE) if what == "zeroed" else chance.randbytes(PAGE)
    path.write_bytes(data)
    return f"page {one} {what} ({other})"


def cut(chance: random.Random, path: Path) -> str:
    data = path.read_bytes()
    size = chance.choice((chance.randrange(len(data)), chance.randrange(len(data) // PAGE) * PAGE))
    filled = chance.random() < 0.5
    path.write_bytes(data[:size] + (bytes(len(data) - size) if filled else b""))
    return f"cut at {size}" + (", zeros after it" if filled else "")


# Values


def values(chance: random.Random, path: Path) -> str:
    """One value of one row, of the column's own kind or another row's."""
    with opened(path) as raw:
        table, column, row = place_of(chance, raw)
        new = chance.choice((chance.choice(ODD), another(chance, raw, table, column)))
        put(raw, table, column, row, new)
    return f"{table} {row}: {column} = {str(new)[:30]!r}"


def terms(chance: random.Random, path: Path) -> str:
    """A term of one list where another list's belongs."""
    with opened(path) as raw:
        places = [(t, c) for t, c in columns(raw) if c in TERMED]
        table, column = chance.choice(places)
        row = row_of(chance, raw, table)
        new = chance.choice((*TERMS, "maybe", "CONFIRMED", " open", ""))
        put(raw, table, column, row, new)
    return f"{table} {row}: {column} = {new!r}"


def links(chance: random.Random, path: Path) -> str:
    """What a row points to: nothing, something else, itself."""
    with opened(path) as raw:
        places = [(t, c) for t, c in columns(raw) if c.endswith("_id") or c in ("merged_into", "split_from", "derives_from", "supersedes")]
        table, column = chance.choice(places)
        row = row_of(chance, raw, table)
        new = chance.choice((0, -1, 999, row, 1, 2, 2**63 - 1, None))
        put(raw, table, column, row, new)
    return f"{table} {row}: {column} = {new!r}"


def types(chance: random.Random, path: Path) -> str:
    """A value that the definition forbids: nothing, bytes, a fraction."""
    with opened(path, loose=True) as raw:
        table, column, row = place_of(chance, raw)
        new = chance.choice(WRONG)
        put(raw, table, column, row, new)
    return f"{table} {row}: {column} = {new!r} against its definition"


def rows(chance: random.Random, path: Path) -> str:
    """A row removed, doubled under another number, or renumbered."""
    with opened(path) as raw:
        table = chance.choice(tables(raw))
        row = row_of(chance, raw, table)
        what = chance.choice(("removed", "doubled", "renumbered"))
        if what == "removed":
            raw.execute(f"DELETE FROM {table} WHERE rowid = ?", (row,))
        elif what == "renumbered":
            raw.execute(f"UPDATE OR IGNORE {table} SET rowid = ? WHERE rowid = ?", (chance.choice((0, -3, 50, 2**62)), row))
        else:
            names = [c for t, c in columns(raw) if t == table and c not in ("id", "seq", "sha256")]
            if table in ("originals", "texts"):  # content that nothing points to is no part of a case
                return "nothing"
            listed = ", ".join(map(quoted, names))
            raw.execute(f"INSERT OR IGNORE INTO {table} ({listed}) SELECT {listed} FROM {table} WHERE rowid = ?", (row,))
    return f"{table} {row} {what}"


def steps(chance: random.Random, path: Path) -> str:
    """The journal: its JSON broken in every shape, its numbers, kinds, targets and hashes changed."""
    with opened(path, loose=chance.random() < 0.2) as raw:
        row = row_of(chance, raw, "journal")
        column = chance.choice(
            ("edits", "edits", "edits", "edits", "kind", "target", "hash", "previous", "seq", "at", "who", "name", "reason")
        )
        old = raw.execute(f"SELECT {quoted(column)} FROM journal WHERE seq = ?", (row,)).fetchone()[0]
        new = _broken(chance, old) if column == "edits" else chance.choice((*ODD, "undo", "redo", "erase", "do", "begin"))
        put(raw, "journal", column, row, new, key="seq")
    return f"journal {row}: {column} = {str(new)[:60]!r}"


def _broken(chance: random.Random, old: object) -> object:
    text = old if isinstance(old, str) else "[]"
    kind = chance.randrange(4)
    if kind == 0:
        return chance.choice(
            (text[:-1], text[: len(text) // 2], "[" * 100_000, "", "null", "{}", "[1]", "[[]]", '[["claims"]]', text + " ")
        )
    if kind == 1:
        return chance.choice((
            '[["claims",null,null]]', '[["nowhere",null,{"id":1}]]', '[["claims",1,2]]', '[["claims",null,[]]]',
            '[[["claims"],null,{"id":1}]]', '[["claims",null,{}]]', '[["claims",null,{"id":"1"}]]',
            '[["claims",null,{"id":[1]}]]', '[["claims",null,{"id":1e999}]]',
            '[["claims",null,{"id":1,"status":["open"]}]]', f'[["claims",null,{{"id":{"9" * 5000}}}]]', '[["claims",{"id":1},{"id":2}]]',
            '[["articles",null,{"id":1}]]', '[["sign_offs",null,{"id":1}]]', '[["originals",null,{"id":1}]]',
            '[["claims",null,{"id":null}]]',
        ))  # fmt: skip
    try:
        edits = json.loads(text)
        edit = chance.choice(edits)
        image = chance.choice([i for i in edit[1:] if i])
        image[chance.choice(list(image))] = chance.choice((*ODD[:-8], None, 1.5, [1], {"a": 1}, True, 3))
    except (ValueError, LookupError, TypeError):
        return "[]"
    if kind == 3:
        edits = [edit for edit in edits if chance.random() < 0.7]
    return json.dumps(edits, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def content(chance: random.Random, path: Path) -> str:
    """Originals and texts: other words, other bytes, another hash, gone."""
    with opened(path) as raw:
        table, column = chance.choice((("originals", "bytes"), ("texts", "text")))
        row = row_of(chance, raw, table)
        old = raw.execute(f"SELECT {column} FROM {table} WHERE rowid = ?", (row,)).fetchone()[0]
        what = chance.choice(("shorter", "other", "other hash", "gone", "empty"))
        if what == "gone":
            raw.execute(f"DELETE FROM {table} WHERE rowid = ?", (row,))
        elif what == "other hash":
            raw.execute(f"UPDATE {table} SET sha256 = ? WHERE rowid = ?", (chance.choice(("", "0" * 64, "../../x")), row))
        else:
            other = old.replace(b"40", b"41") if isinstance(old, bytes) else old.replace("40", "41")
            raw.execute(
                f"UPDATE {table} SET {column} = ? WHERE rowid = ?", ({"shorter": old[:-7], "other": other, "empty": old[:0]}[what], row)
            )
    return f"{table} {row}: {what}"


def counters(chance: random.Random, path: Path) -> str:
    """SQLite's counters, and which migration the file says it is at."""
    with opened(path) as raw:
        if chance.random() < 0.2:
            new: object = chance.choice(("0002", "", "head", "../x"))
            raw.execute("UPDATE alembic_version SET version_num = ?", (new,))
            return f"migration {new!r}"
        name = chance.choice([n for (n,) in raw.execute("SELECT name FROM sqlite_sequence")])
        new = chance.choice((0, 1, 2**63 - 1, -5, 1000, "x", None))
        raw.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = ?", (new, name))
    return f"counter of {name} = {new!r}"


DEEDS: tuple[Deed, ...] = (flip, letters, pages, cut, values, terms, links, types, rows, steps, content, counters)
WEIGHTS = (15, 5, 8, 4, 15, 12, 10, 12, 7, 15, 5, 2)
TERMED = frozenset(
    (
        "handling",
        "method",
        "grade",
        "field",
        "confidence",
        "set_by",
        "kind",
        "state",
        "priority",
        "status",
        "basis",
        "stance",
        "origin_basis",
    )
    + ("reliability", "relation", "credibility", "likelihood", "type", "severity", "found_by", "role", "verdict", "warnings")
)
TERMS = (
    "open",
    "confirmed",
    "denied",
    "first_hand",
    "single_origin",
    "party_denial",
    "contradicted_by_evidence",
    "reports",
    "F",
    "high",
    "1",
    "exact",
)
