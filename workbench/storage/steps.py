"""Which steps of the journal touched which claim or article: derived from the journal, kept in memory, brought up to date as it grows."""

from __future__ import annotations

import threading
from array import array

from sqlalchemy import Connection, select

from workbench.domain.changes import Edit
from workbench.storage.edits import edits_of
from workbench.storage.tables import journal

OWNED_BY = {"claims": "claim_id", "articles": "article_id"}
"""What has a history of its own, and the column by which rows belong to it."""


class StepIndex:
    """Step numbers by claim and by article, oldest first. The journal of a large case is read through once, then only what is new."""

    def __init__(self) -> None:
        self._steps: dict[str, dict[int, array[int]]] = {name: {} for name in OWNED_BY}
        self._seen = 0
        self._lock = threading.Lock()  # the window asks while the worker reads ahead

    def of(self, connection: Connection, table: str, row: int) -> list[int]:
        """The steps that touched a claim or an article, or a row that belongs to it."""
        with self._lock:
            self._read(connection)
            return list(self._steps[table].get(row, ()))

    def _read(self, connection: Connection) -> None:
        query = select(journal.c.seq, journal.c.edits).where(journal.c.seq > self._seen).order_by(journal.c.seq)
        for seq, edits in connection.execute(query):
            for edit in edits_of(seq, edits):
                self._note(seq, edit)
            self._seen = seq

    def _note(self, seq: int, edit: Edit) -> None:
        table, *images = edit
        for name, column in OWNED_BY.items():
            rows = self._steps[name]
            for image in images:
                if isinstance(image, dict) and (row := image["id"] if table == name else image.get(column)):
                    steps = rows.get(row)
                    if steps is None:
                        rows[row] = array("q", (seq,))
                    elif steps[-1] != seq:
                        steps.append(seq)
