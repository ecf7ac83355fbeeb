"""Spreadsheets (XLSX) as lists of articles: the first filled row has the headings, each row below it is an article."""

from __future__ import annotations

import datetime
import io
import warnings
import zipfile
from collections.abc import Iterator
from itertools import islice
from typing import Any

from workbench.domain.draft import Contents
from workbench.domain.errors import ColumnsUnsure, ImportRefused
from workbench.domain.list_columns import NOTHING_CHOSEN, ChosenColumns
from workbench.importers.decoding import Decoded
from workbench.importers.limits import LARGEST_CONTENTS, MOST_MEMBERS
from workbench.importers.lists.columns import MOST_COLUMNS
from workbench.importers.lists.delimited import headed
from workbench.importers.lists.rows import Table, closed, fill
from workbench.importers.office.office_kinds import SHEETS, office_kind
from workbench.importers.protocol import Fit
from workbench.importers.web.gathered import Gathered
from workbench.importers.zip_archive import DAMAGES

_FOUND = Decoded("", "utf-8", "the cells of a spreadsheet, as its file has them")
_MOST_BLANK = 20_000
"""Rows without a word after which a sheet has ended."""
_UNPACKS = "it unpacks to {:,.0f} MB; up to {:.0f} MB are read. Save the rows that matter as a file of their own."


class XlsxImporter:
    """Spreadsheets of Excel and others, by openpyxl; cells with a formula have the value that was stored with it."""

    kind = "spreadsheets (XLSX)"
    suffixes = (".xlsx", ".xlsm")
    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    modules = ("zipfile", "bz2", "lzma", "openpyxl")

    def fit(self, suffix: str, data: bytes) -> Fit:
        """See Format.fit. A file with that ending that is no archive is somebody else's to refuse."""
        return Fit.BY_CONTENT if office_kind(data) == SHEETS else Fit.NONE

    def open(self, data: bytes, name: str) -> Contents:
        """See Holder.open."""
        return self.open_list(data, name, NOTHING_CHOSEN)

    def open_list(self, data: bytes, name: str, chosen: ChosenColumns) -> Contents:
        """See ListHolder.open_list. Sheets that are no lists are refused one by one, where another one is a list."""
        _check_size(data, name)
        gathered, refused, unsure = Gathered(), [], None
        for title, table in _tables(data, name):
            try:
                fill(gathered, table, chosen, name)
            except ColumnsUnsure as error:
                unsure = unsure or error
            except ImportRefused as error:
                refused.append((title, error.reason))
        if unsure:
            raise unsure
        if refused and not gathered.members:
            raise ImportRefused(name, refused[0][1])
        for title, reason in refused:
            gathered.refuse(title, reason)
        return closed(gathered, name)


def _check_size(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except DAMAGES as error:
        raise ImportRefused(name, f"the archive is damaged ({error}).") from error
    if size > LARGEST_CONTENTS:
        raise ImportRefused(name, _UNPACKS.format(size / 1e6, LARGEST_CONTENTS / 1e6))


def _tables(data: bytes, name: str) -> Iterator[tuple[str, Table]]:
    """The sheets that have a row, with their names."""
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of parts of the file that it leaves out, and that are not words
        try:
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            for sheet in book.worksheets:
                sheet.reset_dimensions()  # the size that a sheet says it has is not believed
                if table := _table(_rows(sheet)):
                    yield sheet.title, table
        except (ImportRefused, MemoryError, RecursionError):
            raise
        except Exception as error:  # the library raises whatever a damaged part makes it stumble over
            raise ImportRefused(name, f"the spreadsheet is damaged ({type(error).__name__}: {str(error)[:160]}).") from error


def _rows(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    """The rows of a sheet with a word in them, by their number from 1."""
    blank = 0
    for number, row in enumerate(sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS + 1), 1):
        cells = [_said(cell) for cell in row]
        blank = 0 if any(cell.strip() for cell in cells) else blank + 1
        if not blank:
            yield number, cells
        elif blank > _MOST_BLANK:
            return


def _table(rows: Iterator[tuple[int, list[str]]]) -> Table | None:
    number, first = next(rows, (0, []))
    if not number:
        return None
    while first and not first[-1].strip():
        first.pop()
    headings, kept = headed(first)
    several = [*kept, *(row for _, row in islice(rows, MOST_MEMBERS + 1))]
    width = max([len(headings), *(len(row) for row in several)])
    filled = [place for place in range(width) if place < len(headings) or any(place < len(row) and row[place].strip() for row in several)]
    headings += [f"column {place + 1}" for place in filled if place >= len(headings)]
    table = [{heading: row[place] for heading, place in zip(headings, filled, strict=True) if place < len(row)} for row in several]
    return Table(headings, table[:MOST_MEMBERS], _FOUND, len(several) > MOST_MEMBERS, first=number + 1 - len(kept))


def _said(cell: object) -> str:
    """A cell as a person reads it: dates as ISO 8601, a day without a midnight, whole numbers without a point."""
    if cell is None:
        return ""
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat() if cell.time() == datetime.time() else cell.isoformat(" ", "minutes")
    if isinstance(cell, datetime.date | datetime.time):
        return cell.isoformat()
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    return str(cell)
