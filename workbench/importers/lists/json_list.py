"""Lists of articles as JSON: an array of objects, an answer that has one inside, or an object a line (JSON Lines)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from workbench.domain.draft import Contents
from workbench.domain.errors import ImportRefused
from workbench.domain.list_columns import NOTHING_CHOSEN, ChosenColumns
from workbench.importers.decoding import decoded
from workbench.importers.limits import MOST_MEMBERS
from workbench.importers.lists.columns import MOST_COLUMNS
from workbench.importers.lists.rows import Table, contents_of, flat
from workbench.importers.protocol import Fit

_LINES = (".jsonl", ".ndjson")
_DEEPEST = 4
"""Levels down to which an answer is looked through for its list."""
_LINE = re.compile(r"[^\n]+")
_NO_LIST = "it is JSON, but no list of articles."
_DAMAGED = "it is no JSON that can be read ({})."
_LINE_DAMAGED = "line {:,} is no JSON that can be read ({})."


class JsonListImporter:
    """JSON files. A feed in JSON shows by its content that it is one, and is read as a feed."""

    kind = "lists in JSON"
    suffixes = (".json", *_LINES)
    media_type = "application/json"
    modules: tuple[str, ...] = ()

    def fit(self, suffix: str, data: bytes) -> Fit:
        """See Format.fit."""
        return Fit.BY_NAME if suffix in self.suffixes else Fit.NONE

    def open(self, data: bytes, name: str) -> Contents:
        """See Holder.open."""
        return self.open_list(data, name, NOTHING_CHOSEN)

    def open_list(self, data: bytes, name: str, chosen: ChosenColumns) -> Contents:
        """See ListHolder.open_list."""
        found = decoded(data, name)
        rows, fault = _rows(found.text.removeprefix("\ufeff"), name)
        kept = rows[:MOST_MEMBERS]
        headings: dict[str, None] = {}
        for row in kept:
            headings.update(dict.fromkeys(flat(row)))
            if len(headings) > 20 * MOST_COLUMNS:  # as many names as rows: it is no list, and each would cost as much as all before it
                break
        return contents_of(Table([*headings], kept, found, len(rows) > MOST_MEMBERS, fault), chosen, name)


def _rows(text: str, name: str) -> tuple[list[dict[str, Any]], str]:
    """The objects of a list, and in words what of it is damaged. Raises ImportRefused."""
    try:
        rows = _list_in(_parsed(text))
    except (ValueError, RecursionError) as error:
        found, faults = _by_line(text)
        if not found:
            raise ImportRefused(name, _DAMAGED.format(_why(error))) from error
        return found, faults
    if not rows:
        raise ImportRefused(name, _NO_LIST)
    return rows, ""


def _parsed(text: str) -> Any:
    """JSON with its numbers as they are written."""
    return json.loads(text, parse_float=str, parse_int=str)


def _by_line(text: str) -> tuple[list[dict[str, Any]], str]:
    """The objects of a text that has one a line, and what is said of the first line that is none."""
    found: list[dict[str, Any]] = []
    fault = ""
    for number, line in enumerate(_LINE.findall(text), 1):
        if not line.strip():
            continue
        try:
            value = _parsed(line)
        except (ValueError, RecursionError) as error:
            fault = fault or _LINE_DAMAGED.format(number, _why(error))
            if not found:
                break
            continue
        if isinstance(value, dict):
            found.append(value)
        if len(found) > MOST_MEMBERS:
            break
    return found, fault


def _why(error: Exception) -> str:
    return "it is nested too deeply" if isinstance(error, RecursionError) else str(error)[:160]


def _list_in(value: Any) -> list[dict[str, Any]]:
    """The longest list of objects in a value; an object without one is an article by itself."""
    lists = [[each for each in found if isinstance(each, dict)] for found in _lists(value)]
    longest = max(lists, key=len, default=[])
    return longest or ([value] if isinstance(value, dict) else [])


def _lists(value: Any) -> Iterator[list[Any]]:
    level = [value]
    for _ in range(_DEEPEST):
        yield from (each for each in level if isinstance(each, list))
        level = [inner for each in level if isinstance(each, dict) for inner in each.values()]
