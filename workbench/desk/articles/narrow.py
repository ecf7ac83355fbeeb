"""NARROW BY under the articles: publisher, date, reliability, and what still needs a second source. Each narrows articles and claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from workbench.case.claim_view import ClaimView
from workbench.desk.widgets import button, label
from workbench.domain.days import day_words, first_day, last_day
from workbench.domain.entities import Article
from workbench.domain.plurals import counted
from workbench.domain.statuses import Verdict
from workbench.domain.vocabulary import Field, Reliability

MOST = 30  # choices in a menu; the line of letters above the list finds the rest
MOST_DAYS = 14  # more days than this are offered by month


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What the lists are narrowed by. `day` is the beginning of an ISO date ("2024-10", "2024-10-21"), "" for undated."""

    publisher: str | None = None
    day: str | None = None
    grade: Reliability | None = None
    second: bool = False

    def keeps(self, article: Article) -> bool:
        return (
            (self.publisher is None or article.outlet == self.publisher)
            and (self.day is None or _covers(article, self.day))
            and (self.grade is None or article.grade is self.grade)
        )


def _covers(article: Article, day: str) -> bool:
    """Whether an article was, or may have been, published on a day (or in a month)."""
    value = article.value(Field.PUBLISHED) or ""
    first, last = first_day(value), last_day(value)
    return first[: len(day)] <= day <= last[: len(day)] if day and first else not day and not first


def _days_of(articles: Sequence[Article]) -> Counter[str]:
    """The first and last days of publication, "" for undated, and how many articles may be of each."""
    values = [a.value(Field.PUBLISHED) or "" for a in articles]
    return Counter(d for v in values for d in {first_day(v), last_day(v)})


def needs_second(view: ClaimView) -> bool:
    """Whether a claim waits for a second independent origin: open or unconfirmed, carried, and on fewer than two roots (invariant 5)."""
    waiting = view.claim.verdict in (Verdict.OPEN, Verdict.UNCONFIRMED)
    return waiting and view.meter.articles > 0 and len(view.meter.roots) < 2


class Narrow(QWidget):
    """Signal: changed() when the lists are to be narrowed by something else."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.by = Narrowing()
        self._articles: Sequence[Article] = ()
        self._waiting = 0
        self.all = button("Show all", "Take back what the lists are narrowed by", self.clear, kind="flat", key="Ctrl+Shift+N")
        self.publisher = self._choice("Publisher", self._publishers)
        self.day = self._choice("Date", self._days)
        self.grade = self._choice("Reliability", self._grades)
        self.second = QPushButton()
        self.second.setObjectName("narrow")
        self.second.setCheckable(True)
        self.second.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.second.setToolTip("Claims that are open or unconfirmed and rest on fewer than two independent origins, with their articles")
        self.second.clicked.connect(lambda checked: self.use(replace(self.by, second=checked)))
        head = QHBoxLayout()
        head.setContentsMargins(14, 6, 8, 0)
        head.addWidget(label("NARROW BY", "section", scale=0.86))
        head.addStretch(1)
        head.addWidget(self.all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        column.addLayout(head)
        rows = QVBoxLayout()
        rows.setContentsMargins(6, 0, 6, 0)
        rows.setSpacing(0)
        for each in (self.publisher, self.day, self.grade, self.second):
            each.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            rows.addWidget(each)
        column.addLayout(rows)

    def _choice(self, name: str, fill: Callable[[QMenu], None]) -> QPushButton:
        made = QPushButton()
        made.setObjectName("narrow")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setToolTip(f"Show only articles of one {name.lower()}, and the claims in them")
        menu = QMenu(made)
        menu.aboutToShow.connect(lambda: fill(menu))
        made.clicked.connect(lambda: menu.popup(made.mapToGlobal(made.rect().bottomLeft())))
        return made

    def show_facts(self, articles: Sequence[Article], waiting: int) -> None:
        """Take the articles there are and the number of claims that need a second source."""
        self._articles, self._waiting = articles, waiting
        self._word()

    def use(self, by: Narrowing) -> None:
        """Narrow by this from now on."""
        self.by = by
        self._word()
        self.changed.emit()

    def clear(self) -> None:
        """Show all again."""
        self.use(Narrowing())

    def _word(self) -> None:
        by, days = self.by, sorted(filter(None, _days_of(self._articles)))
        span = day_words(f"{days[0]}/{days[-1]}") if days else "undated"
        grades = sorted({a.grade.value for a in self._articles})
        usual = f"{grades[0]}–{grades[-1]}" if len(grades) > 1 else "".join(grades)
        _name(self.publisher, "Publisher", by.publisher, str(len({a.outlet for a in self._articles})))
        _name(self.day, "Date", None if by.day is None else day_words(by.day) if by.day else "undated", span)
        _name(self.grade, "Reliability", by.grade.label if by.grade else None, usual)
        self.second.setText(f"Needs a second source   {self._waiting}")
        self.second.setAccessibleName(f"Needs a second source, {counted(self._waiting, 'claim')}")
        self.second.setChecked(by.second)
        self.second.setEnabled(bool(self._waiting) or by.second)
        self.all.setVisible(by != Narrowing())

    def _publishers(self, menu: QMenu) -> None:
        counts = Counter(a.outlet for a in self._articles).most_common(MOST)
        offered = [(n, f"{n}   {c}", replace(self.by, publisher=n)) for n, c in counts]
        self._offer(menu, self.by.publisher, [(None, "All publishers", replace(self.by, publisher=None)), *offered])

    def _days(self, menu: QMenu) -> None:
        days = set(_days_of(self._articles))
        if len(days) > MOST_DAYS:
            days = {d[:7] for d in days}
        counts = {d: sum(_covers(a, d) for a in self._articles) for d in sorted(days)}
        offered = [(d, f"{day_words(d) if d else 'undated'}   {n}", replace(self.by, day=d)) for d, n in counts.items()]
        self._offer(menu, self.by.day, [(None, "All dates", replace(self.by, day=None)), *offered])

    def _grades(self, menu: QMenu) -> None:
        counts = Counter(a.grade for a in self._articles)
        offered = [(g, f"{g.label}   {counts[g]}", replace(self.by, grade=g)) for g in Reliability if counts[g]]
        self._offer(menu, self.by.grade, [(None, "All grades", replace(self.by, grade=None)), *offered])

    def _offer(self, menu: QMenu, now: object, choices: Iterable[tuple[object, str, Narrowing]]) -> None:
        """Fill a menu with choices and their counts; the one in use is ticked."""
        menu.clear()
        for value, words, by in choices:
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value == now)
            action.triggered.connect(lambda _=False, by=by: self.use(by))


def _name(choice: QPushButton, name: str, now: str | None, usual: str) -> None:
    words = f"{name}: {now}" if now else f"{name}   {usual}"
    choice.setText(f"{words}  ▸".replace("&", "&&"))
    choice.setAccessibleName(f"{name}: {now}" if now else f"{name}: all, {usual}")
    choice.setProperty("on", "true" if now else "false")
    choice.style().unpolish(choice)
    choice.style().polish(choice)
