"""What a user has looked for in a case, and what of each saved search they have seen. It is the user's, so it lives in the settings."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from workbench.settings import Settings

MOST_RECENT = 20
Key = tuple[str, int]
"""Kind and id of something found."""


class Keeping:
    """Recent searches and seen hits of one case (`uid`)."""

    def __init__(self, settings: Settings, uid: str) -> None:
        self.settings = settings
        self._uid = uid

    def _mine(self) -> dict[str, Any]:
        mine: dict[str, Any] = self.settings.get("searches").get(self._uid, {})
        return mine

    def _put(self, **values: Any) -> None:
        self.settings.set("searches", self.settings.get("searches") | {self._uid: self._mine() | values})

    @property
    def recent(self) -> list[str]:
        """The last queries, the latest first."""
        return [str(query) for query in self._mine().get("recent", [])]

    def remember(self, query: str) -> None:
        """Put a query first; one that it was typed on from (its beginning) gives way to it."""
        if query and query != next(iter(self.recent), ""):
            others = [old for old in self.recent if old != query and not query.startswith(old)]
            self._put(recent=[query, *others][:MOST_RECENT])

    def forget(self, query: str) -> None:
        """Take a query out of the recent ones."""
        self._put(recent=[old for old in self.recent if old != query])

    def seen(self, search_id: int) -> frozenset[Key] | None:
        """What was there when the results of a saved search were last looked at; None if they never were."""
        kept = self._mine().get("seen", {}).get(str(search_id))
        return None if kept is None else frozenset((kind, id) for kind, runs in kept.items() for id in _read(runs))

    def see(self, search_id: int, keys: Iterable[Key]) -> None:
        """The results of a saved search were looked at."""
        by_kind: dict[str, list[int]] = {}
        for kind, id in sorted(keys):
            by_kind.setdefault(kind, []).append(id)
        seen = self._mine().get("seen", {}) | {str(search_id): {kind: _runs(ids) for kind, ids in by_kind.items()}}
        self._put(seen=seen)


def _runs(ids: list[int]) -> str:
    """Ascending numbers in short: "1-50 52"."""
    found = []
    for _, group in groupby(enumerate(ids), lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        found.append(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]))
    return " ".join(found)


def _read(runs: str) -> Iterable[int]:
    for run in runs.split():
        first, _, last = run.partition("-")
        yield from range(int(first), int(last or first) + 1)
