"""How much of the whole case has been read: a thin bar and words over the articles, counted in the background a few articles at a time."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.desk.desk import Desk
from workbench.desk.reading.coverage_bar import CoverageBar
from workbench.desk.worker import Job
from workbench.domain.changes import Changes
from workbench.domain.coverage import Coverage
from workbench.domain.plurals import counted

AT_ONCE = 8  # articles a question, so that a search never waits long behind them
AFTER = 300  # milliseconds of quiet before the next few

Count = tuple[int, int, int]
"""Sentences with a mark, sentences checked off, sentences in all."""


class CaseReadingBar(QWidget):
    """Keeps a count an article and asks again only for those that changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.bar = CoverageBar()
        self.counts: dict[int, Count] = {}
        self._wanted: set[int] = set()
        self._articles: frozenset[int] = frozenset()
        self._job: Job | None = None
        self._later = QTimer(self, singleShot=True, interval=AFTER)
        self._later.timeout.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 0, 10, 6)
        column.addWidget(self.bar)
        desk.changed.connect(self.refresh)

    def show_articles(self, articles: frozenset[int]) -> None:
        """Take the articles that the case has now; count those that are new."""
        self._wanted |= articles - self._articles
        self._wanted &= articles
        self._articles = articles
        self.counts = {a: c for a, c in self.counts.items() if a in articles}
        self._show()
        if self._wanted:
            self._later.start()

    def refresh(self, changes: Changes) -> None:
        if changes.touches("checked", "passages", "appearances", "zones", "articles"):
            self._wanted |= changes.articles & self._articles
            if self._wanted:
                self._later.start()

    def stop(self) -> None:
        """Ask nothing more: the window closes."""
        self._later.stop()
        self._wanted.clear()

    def _ask(self) -> None:
        if self._job is not None or not self._wanted:
            return
        few = sorted(self._wanted)[:AT_ONCE]
        self._wanted -= set(few)
        self._job = self.desk.ask("Counting what has been read", lambda job: self._count(few, job), self._answer)
        self._job.ended.connect(self._ended)

    def _count(self, few: list[int], job: Job) -> dict[int, Count]:
        """In the background: the counts of a few articles; one that has gone meanwhile is left out."""
        case, found = self.desk.case, {}
        there = case.articles.named(few)
        for number in few:
            if number in there and not job.cancelled():
                read = case.reading.of(number)
                found[number] = (read.marked, read.checked, read.total)
        return found

    def _answer(self, found: dict[int, Count]) -> None:
        self.counts |= {a: c for a, c in found.items() if a in self._articles}
        self._show()

    def _ended(self) -> None:
        self._job = None
        if self._wanted:
            self._later.start()

    def _show(self) -> None:
        marked, checked, total = (sum(c[n] for c in self.counts.values()) for n in range(3))
        self.bar.show_coverage(Coverage(total, marked, checked, ()))
        left = len(self._articles) - len(self.counts)
        words = f"{marked + checked} of {total} sentences read in the whole case: {marked} marked, {checked} checked off"
        words += f" ({counted(left, 'article')} still to be counted)." if left else "."
        for each in (self, self.bar):
            each.setToolTip(words)
            each.setAccessibleName(words)
        self.setVisible(bool(self._articles))
