"""Which column of a list of articles is what: by what a person chose, else by the usual headings where they leave no doubt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbench.domain.errors import ColumnsUnsure, ImportRefused
from workbench.domain.list_columns import LONGEST_CELL, SHOWN_ROWS, ChosenColumns, Columns, ListField, UnsureColumns
from workbench.importers.lists.usual_headings import usual

Cells = Mapping[str, str]
"""One row: by heading the words of its cell. A row need not have every heading."""
MOST_COLUMNS = 300
_NAMED = 12
_LOOKED_AT = 50
_LONG, _LONG_SUMMARY = 100, 30
"""Code points that cells of a text have on average, and those of a summary that is all there is."""
_ONE_ONLY = (ListField.TITLE, ListField.TEXT)
"""Fields for which a second column with a usual heading is a doubt; of the others the most usual is taken."""


def columns_of(headings: Sequence[str], rows: Sequence[Cells], chosen: ChosenColumns, name: str) -> Columns:
    """What each column is. Raises ColumnsUnsure where a person has to say it, ImportRefused for a table that is no list of articles."""
    if len(headings) > MOST_COLUMNS:
        raise ImportRefused(name, f"it has {len(headings):,} columns; a list of articles is read with up to {MOST_COLUMNS}.")
    if said := chosen.of(headings):
        return said
    found, doubt = _by_heading(headings)
    if ListField.TEXT in found and not doubt:
        return found
    if ListField.TEXT not in found:
        text = _longest(headings, rows, found)
        if not text:
            raise ImportRefused(name, f"it is a table, but no list of articles: none of its columns holds a text ({_told(headings)}).")
        found = {field: heading for field, heading in found.items() if heading != text} | {ListField.TEXT: text}
    shown = tuple(tuple(row.get(heading, "")[:LONGEST_CELL] for heading in headings) for row in rows[:SHOWN_ROWS])
    reason = f"it is a list, and it is not sure which of its columns is what ({_told(headings)}). Say which, and add it again."
    raise ColumnsUnsure(name, reason, UnsureColumns(tuple(headings), shown, found))


def _by_heading(headings: Sequence[str]) -> tuple[dict[ListField, str], bool]:
    """The most usual heading for each field, and whether there is a doubt about a title or the text."""
    ranked: dict[ListField, list[tuple[int, int]]] = {}
    for place, heading in enumerate(headings):
        if known := usual(heading):
            ranked.setdefault(known[0], []).append((known[1], place))
    found = {field: headings[min(places)[1]] for field, places in ranked.items()}
    return found, any(len(ranked.get(field, ())) > 1 for field in _ONE_ONLY)


def _longest(headings: Sequence[str], rows: Sequence[Cells], found: Columns) -> str:
    """The column that may hold the text: the one with the longest cells, of those that are nothing else; empty for none."""
    summary = found.get(ListField.SUMMARY, "")
    others = {heading for field, heading in found.items() if field is not ListField.SUMMARY}
    lengths = {heading: _mean_length(heading, rows) for heading in headings if heading not in others}
    longest = max(lengths, key=lengths.__getitem__, default="")
    if longest and lengths[longest] >= _LONG:
        return longest
    return summary if summary and lengths[summary] >= _LONG_SUMMARY else ""


def _mean_length(heading: str, rows: Sequence[Cells]) -> float:
    cells = [cell for row in rows[:_LOOKED_AT] if (cell := row.get(heading, "").strip()) and " " in cell]
    return sum(map(len, cells)) / len(cells) if cells else 0.0


def _told(headings: Sequence[str]) -> str:
    named = ", ".join(f"“{' '.join(heading.split())[:40]}”" for heading in headings[:_NAMED])
    return f"{named} and {len(headings) - _NAMED:,} more" if len(headings) > _NAMED else named
