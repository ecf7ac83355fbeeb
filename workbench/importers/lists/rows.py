"""Rows of a list as documents: each is kept as a record of its own, which says what each of its columns is, so that it reads by itself."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.domain.draft import Contents, Draft
from workbench.domain.errors import ImportRefused
from workbench.domain.list_columns import ChosenColumns, Columns, ListField, columns_in, written
from workbench.importers.decoding import Decoded, codec_name
from workbench.importers.json_leaves import leaves
from workbench.importers.limits import NO_ROOM
from workbench.importers.lists.columns import Cells, columns_of
from workbench.importers.protocol import Fit
from workbench.importers.web.feed_entry import Entry, Words, entry_draft
from workbench.importers.web.gathered import Gathered, file_name

_RECORD = "workbench row"
_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"workbench row\"\s*:\s*1\s*,")
_MARKED_UP = re.compile(r"</?(?:p|br|div|span|h[1-6]|ul|ol|li|a|b|i|em|strong|blockquote|figure|img)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_AS_LINES = (ListField.TITLE, ListField.TEXT, ListField.SUMMARY, ListField.AUTHOR, ListField.DATE)
"""Fields that have a place of their own in the text; every other cell stands below it with its heading."""
_NO_WORDS = "it has neither a title nor a text."
_LANGUAGES = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr", "spanish": "es", "español": "es", "italian": "it",
    "italiano": "it", "portuguese": "pt", "português": "pt", "russian": "ru", "русский": "ru", "ukrainian": "uk", "українська": "uk",
    "polish": "pl", "polski": "pl", "dutch": "nl", "nederlands": "nl", "korean": "ko", "한국어": "ko", "chinese": "zh", "中文": "zh",
    "japanese": "ja", "日本語": "ja", "arabic": "ar", "العربية": "ar", "turkish": "tr", "türkçe": "tr", "swedish": "sv", "svenska": "sv",
    "englisch": "en", "französisch": "fr", "spanisch": "es", "russisch": "ru", "anglais": "en", "allemand": "de", "inglés": "en",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Table:
    """A list as it was found: its headings in order, its rows as they are kept (dictionaries), `cut` whether there are more of them, how
    its bytes became letters."""

    headings: Sequence[str]
    rows: Sequence[Mapping[str, object]]
    found: Decoded
    cut: bool = False
    fault: str = ""
    first: int = 1
    """The number that its first row has in the file."""


def contents_of(table: Table, chosen: ChosenColumns, name: str) -> Contents:
    """The rows of a list, each as a document inside it. Raises ImportRefused and ColumnsUnsure."""
    gathered = Gathered()
    fill(gathered, table, chosen, name)
    return closed(gathered, name)


def fill(gathered: Gathered, table: Table, chosen: ChosenColumns, name: str) -> None:
    """Take the rows of one table. Raises ImportRefused and ColumnsUnsure."""
    cells = [flat(row) for row in table.rows]
    filled = [row for row in cells if any(cell.strip() for cell in row.values())]
    columns = columns_of(table.headings, filled, chosen, name)
    for number, (row, kept) in enumerate(zip(cells, table.rows, strict=True), table.first):
        words = next((words for field in _AS_LINES[:3] if (words := row.get(columns.get(field, ""), "").strip())), "")
        if words:
            gathered.take(file_name(words, ".json"), b"" if gathered.is_full else _record(kept, columns, table.found))
        elif any(cell.strip() for cell in row.values()):
            gathered.refuse(f"row {number:,}", _NO_WORDS)
    if table.cut:
        gathered.refuse(f"the rows after the first {len(table.rows):,}", NO_ROOM)
    if table.fault:
        gathered.refuse(name, table.fault)


def closed(gathered: Gathered, name: str) -> Contents:
    """What was taken of a list. Raises ImportRefused where that is nothing."""
    if not gathered.members and not gathered.refused:
        raise ImportRefused(name, "there is no row in this list.")
    return gathered.contents(name)


def _record(row: Mapping[str, object], columns: Columns, found: Decoded) -> bytes:
    letters = {"encoding": found.encoding, "basis": found.basis, "warnings": [*found.warnings]}
    record = {_RECORD: 1, "columns": written(columns), "letters": letters, "row": row}
    return json.dumps(record, ensure_ascii=False).encode("utf-8", "replace")


def flat(row: Mapping[str, object]) -> dict[str, str]:
    """The cells of a row as words. What is nested has the headings that lead to it with dots between; all that is in a list is one cell."""
    cells: dict[str, str] = {}
    waiting: list[tuple[str, object]] = [(str(heading), value) for heading, value in reversed([*row.items()])]
    while waiting:
        heading, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [(f"{heading}.{key}", inner) for key, inner in reversed(value.items())]
        else:
            cells[heading] = ", ".join(filter(None, map(_said, leaves(value))))
    return cells


def _said(value: object) -> str:
    return "" if value is None else ("yes" if value else "no") if isinstance(value, bool) else str(value)


class RowImporter:
    """A row of a list, as the desk keeps it."""

    kind = "rows of lists"
    suffixes: tuple[str, ...] = ()
    media_type = "application/vnd.workbench.row+json"
    modules: tuple[str, ...] = ()

    def fit(self, suffix: str, data: bytes) -> Fit:
        """See Format.fit."""
        return Fit.BY_CONTENT if _START.match(data[:400]) else Fit.NONE

    def read(self, data: bytes, name: str, encoding: str | None) -> Draft:
        """See Importer.read."""
        if encoding and codec_name(encoding) != "utf-8":
            raise ImportRefused(name, "a row of a list is kept in UTF-8. Save the whole list in UTF-8, and add it again.")
        try:
            record = json.loads(data.decode("utf-8-sig"), parse_float=str, parse_int=str)
            row, letters = record["row"], record["letters"]
            found = Decoded("", str(letters["encoding"]), str(letters["basis"]), tuple(map(str, letters["warnings"])))
            cells, columns = flat(row), columns_in(record["columns"])
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise ImportRefused(name, "it is no row of a list that can be read: it is damaged.") from error
        return entry_draft(_entry(cells, columns), found, "list row", self.media_type, data, name)


def _entry(cells: Cells, columns: Columns) -> Entry:
    def cell(field: ListField) -> str:
        return cells.get(columns.get(field, ""), "")

    def words(field: ListField) -> Words:
        return Words(cell(field), html=bool(_MARKED_UP.search(cell(field))))

    placed = {heading for field, heading in columns.items() if field in _AS_LINES}
    author, language = " ".join(cell(ListField.AUTHOR).split()), cell(ListField.LANGUAGE).strip()
    return Entry(
        title=words(ListField.TITLE), summary=words(ListField.SUMMARY), content=words(ListField.TEXT), authors=[author] if author else [],
        published=cell(ListField.DATE).strip(), address=cell(ListField.ADDRESS), feed=cell(ListField.PUBLISHER),
        language=_LANGUAGES.get(language.casefold(), language), of="list",
        told=[f"{heading}: {line}" for heading, each in cells.items() if heading not in placed and (line := " ".join(each.split()))],
    )  # fmt: skip
