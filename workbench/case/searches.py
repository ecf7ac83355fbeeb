"""Saved searches: a name and a query, kept in the case. What somebody has seen of one is the user's own and stands in the settings."""

from __future__ import annotations

import unicodedata

from workbench.case.noun import Noun, words
from workbench.domain.changes import Changes
from workbench.domain.errors import NotFound, RuleBroken
from workbench.domain.records import SavedSearch


class Searches(Noun):
    def all(self) -> list[SavedSearch]:
        """Every saved search, the oldest first."""
        with self._file.read() as reader:
            return reader.searches()

    def save(self, name: str, query: str) -> Changes:
        """Keep a query. Raises RuleBroken when it is empty or kept already, or the name is empty or taken."""
        query = words(query)
        if not query:
            raise RuleBroken("search", "There is nothing to save yet. Type what to look for first.")
        there = next((s for s in self.all() if s.query == query), None)
        if there:
            raise RuleBroken("search", f"This search is saved already, as “{there.name}”.")
        name = self._free(name)
        with self._file.operation(f"Save search “{name}”") as operation:
            operation.insert("searches", name=name, query=query)
        return operation.changes

    def rename(self, search_id: int, name: str) -> Changes:
        """Raises NotFound, or RuleBroken when the name is empty or taken."""
        self._get(search_id)
        name = self._free(name, search_id)
        with self._file.operation(f"Rename search to “{name}”") as operation:
            operation.update("searches", search_id, name=name)
        return operation.changes

    def delete(self, search_id: int) -> Changes:
        """Raises NotFound."""
        name = self._get(search_id).name
        with self._file.operation(f"Delete search “{name}”") as operation:
            operation.delete("searches", search_id)
        return operation.changes

    def _get(self, search_id: int) -> SavedSearch:
        found = next((s for s in self.all() if s.id == search_id), None)
        if found is None:
            raise NotFound("such saved search")
        return found

    def _free(self, name: str, search_id: int = 0) -> str:
        """The name as it may be kept."""
        name = words(name)
        if not _seen(name):
            raise RuleBroken("search", "A saved search needs a name.")
        taken = next((s.name for s in self.all() if _seen(s.name) == _seen(name) and s.id != search_id), None)
        if taken:
            raise RuleBroken("search", f"There is a saved search “{taken}” already.")
        return name


def _seen(name: str) -> str:
    """A name as it tells itself from others: without capitals, invisible signs and the ways to write an accent."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "".join(c for c in plain if unicodedata.category(c) not in ("Cc", "Cf")).strip()
