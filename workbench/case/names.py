"""What the rows of a case are called in a history: claims by number and words, articles by exhibit and outlet, passages by what they
quote, as they were at the step that is told.

A history is told from its end: whoever tells it takes each step back here once it is told, so that the names of the step before
are those of then. What no step of it touched is called as it is now.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from workbench.domain.changes import Edit, Row
from workbench.domain.errors import WorkbenchError

Known = dict[str, Any]
TEXTS = 32
"""Reading texts that are held at a time."""


class Names:
    """`look(table, id)` is a row as it is now, or None; `text(article)` its reading text."""

    def __init__(self, look: Callable[[str, int], Known | None], text: Callable[[int], str]) -> None:
        self._look, self._text = look, text
        self._then: dict[tuple[str, int], Known] = {}
        self._metadata: dict[tuple[int, str], str | None] = {}
        self._texts: dict[int, str] = {}

    def bring(self, edits: Iterable[Edit]) -> None:
        """Know the rows that a step brings, changes or takes away, before it is told."""
        for table, before, after in edits:
            self._note(table, after or before or {})

    def take_back(self, edits: list[Edit]) -> None:
        """Go back before a step that has been told."""
        for table, before, after in reversed(edits):
            if before is not None:
                self._note(table, before)
            elif table == "metadata_fields" and after is not None:
                self._metadata[after["article_id"], after["field"]] = None

    def _note(self, table: str, image: Row) -> None:
        if table == "metadata_fields":
            self._metadata[image["article_id"], image["field"]] = image["value"]
        else:
            self._then[table, image["id"]] = image

    def row(self, table: str, row: int | None) -> Known:
        """What is known of a row; nothing of one that is not there."""
        return (self._then.get((table, row)) or self._look(table, row) or {}) if row else {}

    def claim(self, row: int) -> str:
        return str(self.row("claims", row).get("text") or "")

    def origin(self, row: int | None) -> str:
        return str(self.row("origins", row).get("name") or "") if row else ""

    def quote(self, passage: int | None) -> str:
        return str(self.row("passages", passage).get("exact") or "")

    def outlet(self, article: int) -> str:
        return self._fact(article, "publisher")

    def title(self, article: int) -> str:
        return self._fact(article, "title") or str(self.row("articles", article).get("name") or "")

    def _fact(self, article: int, field: str) -> str:
        if (article, field) in self._metadata:
            return self._metadata[article, field] or ""
        return str((self._look("articles", article) or {}).get(field) or "")

    def exhibit(self, article: int | None) -> str:
        """An article where it is only pointed to: "Ex. 5 Delta Courier"."""
        return f"Ex. {article} {self.outlet(article)}".rstrip() if article else ""

    def words(self, article: int, start: int, end: int) -> str:
        """What stands between two places of an article; empty where its text cannot be read any more."""
        if article not in self._texts:
            if len(self._texts) >= TEXTS:
                self._texts.clear()
            try:
                self._texts[article] = self._text(article)
            except WorkbenchError:
                self._texts[article] = ""
        return self._texts[article][start:end]
