"""Saved searches as the panel shows them: counted in the background, with what is new since this user last looked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workbench.desk.desk import Desk
from workbench.desk.popup import Ask, Form
from workbench.desk.search.found import RECENT, SAVED, SECTION, FoundRow, Key
from workbench.desk.search.keeping import Keeping
from workbench.desk.widgets import shortened
from workbench.desk.worker import Job
from workbench.domain.changes import Changes
from workbench.domain.errors import WorkbenchError
from workbench.domain.records import SavedSearch


class SavedSearches(QObject):
    """Signal: counted() when the counts are other than before."""

    counted = Signal()

    def __init__(self, desk: Desk, keeping: Keeping, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._parent = parent
        self._job: Job | None = None
        self.keeping = keeping
        self.all = desk.case.searches.all()
        self.found: dict[int, frozenset[Key]] = {}
        desk.indexed.connect(self.count)
        desk.changed.connect(self._changed)

    def _changed(self, changes: Changes) -> None:
        if changes.touches("searches"):
            self.all = self._desk.case.searches.all()
            self.counted.emit()
            self.count()

    def count(self) -> None:
        """Count what every saved search finds, in the background."""
        searches, index = list(self.all), self._desk.case.index
        if self._job:
            self._job.cancel()
            self._job = None
        if searches:
            work = lambda job: {s.id: index.keys(s.query, cancelled=job.cancelled) for s in searches if not job.cancelled()}  # noqa: E731
            self._job = self._desk.ask("Counting saved searches", work, self._counted)

    def _counted(self, found: dict[int, frozenset[Key]]) -> None:
        self._job = None
        self.found = found
        self.counted.emit()

    def new(self, search: SavedSearch) -> frozenset[Key]:
        """What a search finds that this user has not seen."""
        return self.found.get(search.id, frozenset()) - (self.keeping.seen(search.id) or frozenset())

    @property
    def new_in_all(self) -> int:
        return sum(len(self.new(search)) for search in self.all)

    def named(self, query: str) -> SavedSearch | None:
        """The saved search that asks this, if there is one."""
        wanted = " ".join(query.split())
        return next((s for s in self.all if s.query == wanted), None)

    def see(self, search_id: int, keys: frozenset[Key]) -> None:
        """Its results were looked at."""
        self.keeping.see(search_id, keys)
        self.found = self.found | {search_id: keys}
        self.counted.emit()

    def rows(self) -> list[FoundRow]:
        """What the empty box offers: saved searches, then recent ones."""
        rows = [FoundRow(SECTION, "Saved searches", side="F2 renames, Del deletes")] if self.all else []
        rows += [self._row(search) for search in self.all]
        recent = [query for query in self.keeping.recent if not self.named(query)]
        rows += [FoundRow(SECTION, "Recent searches", side="Del forgets")] if recent else []
        return rows + [FoundRow(RECENT, query, about="Recent search") for query in recent]

    def _row(self, search: SavedSearch) -> FoundRow:
        new, found = len(self.new(search)), self.found.get(search.id)
        side = f"{new} new" if new else "" if found is None else str(len(found))
        shown = "" if search.query == search.name else search.query
        return FoundRow(SAVED, shown, search.name, side, about="Saved search", fresh=bool(new), search=search, at=search.id)

    # --- changing them --------------------------------------------------------------------------------------------------

    def save(self, query: str, found: frozenset[Key] | None) -> None:
        """Ask for a name and keep the query; what it finds now counts as seen."""

        def done(values: list[str]) -> str:
            try:
                changes = self._desk.case.searches.save(values[0], query)
            except WorkbenchError as error:
                return str(error)
            search_id = changes.new("searches")
            self.keeping.see(search_id, found or ())
            self._desk.announce(changes)
            if found is None:
                self._desk.ask("Searching", lambda _: self._desk.case.index.keys(query), lambda keys: self.see(search_id, keys))
            return ""

        self._form("Save this search", shortened(query, 60), done)

    def rename(self, search: SavedSearch) -> None:
        def done(values: list[str]) -> str:
            if values[0] == search.name:
                return ""
            try:
                self._desk.announce(self._desk.case.searches.rename(search.id, values[0]))
            except WorkbenchError as error:
                return str(error)
            return ""

        self._form("Rename this search", search.name, done)

    def _form(self, title: str, name: str, done: Callable[[list[str]], str]) -> None:
        form = Form(self._parent.window(), title, [Ask("Name", name, (), "(a few words)")], done)
        form.open_at(self._parent.mapTo(self._parent.window(), self._parent.rect().topLeft()))

    def delete(self, row: FoundRow) -> None:
        """Delete a saved search, which undo brings back, or forget a recent one."""
        search = row.search
        if row.kind == RECENT:
            self.keeping.forget(row.text)
            self.counted.emit()
        elif search and self._desk.do(lambda: self._desk.case.searches.delete(search.id)):
            self._desk.say(f"Deleted the saved search “{search.name}”.", action=("Undo", self._desk.undo))
