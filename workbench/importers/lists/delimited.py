"""Tables as text (CSV, TSV and others): one line of headings, then a row a line, with cells between commas, semicolons, tabs or bars."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from workbench.domain.draft import Contents
from workbench.domain.errors import ImportRefused
from workbench.domain.list_columns import NOTHING_CHOSEN, ChosenColumns
from workbench.importers.decoding import decoded
from workbench.importers.limits import LARGEST_FILE, MOST_MEMBERS
from workbench.importers.lists.rows import Table, contents_of
from workbench.importers.protocol import Fit

_SEPARATORS = "\t;,|"
_TRIED = 40
_SAMPLE = 400_000
_SAID = re.compile(r"sep=([;,|\t])\r?\n", re.IGNORECASE)
"""A first line by which spreadsheets are told what stands between the cells."""
_NO_HEADING = re.compile(r".{121}|\s*(?:https?://|[-+\d][-\d.,:/\s]*$)", re.DOTALL)
_QUOTES = "the quotation marks in line {:,} are not as a table has them; what stands behind that may be in the wrong cell."


class DelimitedImporter:
    """Text with a separator between cells. What separates them is found by itself."""

    kind = "tables (CSV, TSV)"
    suffixes = (".csv", ".tsv", ".tab")
    media_type = "text/csv"
    modules: tuple[str, ...] = ()

    def fit(self, suffix: str, data: bytes) -> Fit:
        """See Format.fit. By its name alone: any text may have commas."""
        return Fit.BY_NAME if suffix in self.suffixes else Fit.NONE

    def open(self, data: bytes, name: str) -> Contents:
        """See Holder.open."""
        return self.open_list(data, name, NOTHING_CHOSEN)

    def open_list(self, data: bytes, name: str, chosen: ChosenColumns) -> Contents:
        """See ListHolder.open_list."""
        found = decoded(data, name)
        text = found.text.removeprefix("\ufeff")
        said = _SAID.match(text)
        text = text[said.end() :] if said else text
        csv.field_size_limit(LARGEST_FILE)
        rows = _rows(text, said[1] if said else separator_of(text))
        first = next(rows, None)
        if first is None:
            raise ImportRefused(name, "there is no row in this table.")
        headings, kept = headed(first)
        several = [*kept, *islice(rows, MOST_MEMBERS + 1 - len(kept))]
        width = max([len(headings), *map(len, several)])
        headings += [f"column {place}" for place in range(len(headings) + 1, width + 1)]
        table = [dict(zip(headings, row, strict=False)) for row in several[:MOST_MEMBERS]]
        return contents_of(Table(headings, table, found, len(several) > MOST_MEMBERS, _fault(text, said), 2 - len(kept)), chosen, name)


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    """The rows that have a cell with something in it."""
    return (row for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator) if any(cell.strip() for cell in row))


def separator_of(text: str) -> str:
    """What stands between the cells: the sign that gives most rows the same number of cells, and more than one."""
    scores = {}
    for separator in _SEPARATORS:
        widths = Counter(len(row) for row in islice(_rows(text[:_SAMPLE], separator), _TRIED))
        width, rows = max(widths.items(), key=lambda each: (each[0] > 1, each[1], each[0]), default=(0, 0))
        scores[separator] = (width > 1, rows / max(1, widths.total()), width)
    return max(scores, key=lambda separator: scores[separator])


def headed(first: Sequence[str]) -> tuple[list[str], list[Sequence[str]]]:
    """The headings of a table, each one once, by its first row; and that row again where it is none of headings but one of the rows."""
    if any(_NO_HEADING.match(cell) for cell in first):
        return [f"column {place}" for place in range(1, len(first) + 1)], [first]
    times: Counter[str] = Counter()
    headings = []
    for place, cell in enumerate(first, 1):
        heading = " ".join(cell.split()) or f"column {place}"
        times[heading] += 1
        headings.append(heading if times[heading] == 1 else f"{heading} ({times[heading]})")
    return headings, []


def _fault(text: str, said: re.Match[str] | None) -> str:
    """Where quotation marks are not closed, or stand inside a cell, in words; empty for a sound table."""
    if '"' not in text:
        return ""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=said[1] if said else separator_of(text), strict=True)
    try:
        for _row in reader:
            pass
    except csv.Error:
        return _QUOTES.format(reader.line_num + bool(said))
    return ""
