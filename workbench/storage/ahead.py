"""Content written ahead of the step that will point to it: piece by piece as it is read, so that no batch is held in memory.

Each piece is a short transaction of its own and no step: content is not journaled. A mark among the originals says that some may
be waiting for its step; the step takes the mark away. What a cancel, a failure or a kill leaves is swept: content that neither a
row nor the journal names.
"""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection

from workbench.storage.case_file import CaseFile
from workbench.storage.edits import edits_of
from workbench.storage.journal import Operation
from workbench.storage.past import POINTING
from workbench.storage.reader import connection_of
from workbench.storage.rows import BadRow
from workbench.storage.tables import CONTENT

Content = tuple[str, str]
"""A table of content and a SHA-256 in it."""
MARK = b"Workbench: content may be waiting here for the step that it was read for."
MARKED = hashlib.sha256(MARK).hexdigest()
"""The mark is content like any other, under its own hash, so that every version of the program finds the file sound."""


def keep_ahead(file: CaseFile, original: bytes, text: str) -> tuple[str, str]:
    """Keep an original and its reading text for a step to come; their SHA-256. Raises the CaseFileErrors of a full disk and the like."""
    digests = hashlib.sha256(original).hexdigest(), hashlib.sha256(text.encode()).hexdigest()
    with file.operation("Keep what was read") as operation:
        operation.keep("originals", sha256=MARKED, bytes=MARK)
        operation.keep("originals", sha256=digests[0], bytes=original)
        operation.keep("texts", sha256=digests[1], text=text)
    return digests


def settle(operation: Operation) -> None:
    """The step is made: nothing waits any more."""
    if _is_there(connection_of(operation.reader), "originals", MARKED):
        operation.erase("originals", MARKED)


def still_there(operation: Operation, original: str, text: str) -> bool:
    """Whether what was kept ahead is there; a takedown may have erased it in between."""
    return _is_there(connection_of(operation.reader), "originals", original) and _is_there(connection_of(operation.reader), "texts", text)


def sweep_content(file: CaseFile, most: int | None = None) -> int:
    """Remove content that was kept for a step that never came, its bytes overwritten; how many pieces. A file to read only stays.

    With `most`, no more than about so many bytes are removed: the rest waits for the next time.
    """
    removed = weight = 0
    while not file.read_only:
        with file.read() as reader:
            waiting = _waiting(connection_of(reader)) if _is_there(connection_of(reader), "originals", MARKED) else None
            step = reader.head()[0]
        if waiting is None:
            break
        for table, digest in (*waiting, ("originals", MARKED)):  # each by itself, so that a key need not wait for all
            with file.operation("Sweep what was read") as operation:
                if operation.reader.head()[0] != step:
                    break  # somebody may have come to need it since: look again
                weight += _weight(connection_of(operation.reader), table, digest)
                if most is not None and weight > most:
                    return removed
                operation.erase(table, digest)
                removed += digest != MARKED
    return removed


def _weight(connection: Connection, table: str, digest: str) -> int:
    """Bytes of a piece of content; about, for a text."""
    column = "bytes" if table == "originals" else "text"
    return int(connection.exec_driver_sql(f"SELECT length({column}) FROM {table} WHERE sha256 = ?", (digest,)).scalar() or 0)


def _is_there(connection: Connection, table: str, digest: str) -> bool:
    return connection.exec_driver_sql(f"SELECT 1 FROM {table} WHERE sha256 = ?", (digest,)).first() is not None


def _waiting(connection: Connection) -> list[Content]:
    """All content that nothing names; none when the journal cannot be read and might name it."""
    try:
        named = {("originals", MARKED), *_named_by_journal(connection)}
    except BadRow:  # `check` says what is wrong with it
        return []
    for table, columns in POINTING.items():
        for column in columns:
            digests = connection.exec_driver_sql(f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL").scalars()
            named.update((_home(column), digest) for digest in digests)
    kept = (
        (table.name, digest) for table in CONTENT for digest in connection.exec_driver_sql(f"SELECT sha256 FROM {table.name}").scalars()
    )
    return [content for content in kept if content not in named]


def _home(column: str) -> str:
    """The table of content that a column points to."""
    return "texts" if column == "text_sha256" else "originals"


def _named_by_journal(connection: Connection) -> set[Content]:
    """Content that undo, redo or the past may still ask for: all that rows ever pointed to, but for exhibits that were erased."""
    named: dict[tuple[str, int], set[Content]] = {}
    for seq, edits in connection.exec_driver_sql("SELECT seq, edits FROM journal ORDER BY seq"):
        for table, *images in edits_of(seq, edits):
            for image in filter(None, images):
                if table in POINTING:
                    pieces = {(_home(column), image[column]) for column in POINTING[table] if image.get(column)}
                    named.setdefault((table, image["id"]), set()).update(pieces)
                elif table == "takedowns":
                    named.pop(("articles", image["exhibit"]), None)
    return set().union(*named.values())
