"""The claims of the case: number, words, status, origin meter; narrowed by status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from workbench.case.claim_view import ClaimView
from workbench.desk import theme
from workbench.desk.desk import Desk
from workbench.desk.rows import MANY, ROW, Index, RowList, Rows, draw_pill, draw_text, layout_text, scaled
from workbench.desk.widgets import label
from workbench.domain.changes import Changes
from workbench.domain.finding import all_sought
from workbench.domain.folding import flat
from workbench.domain.independence import origin_meter
from workbench.domain.review import is_due
from workbench.domain.statuses import Verdict
from workbench.domain.statuses import verdict as verdict_of

NUMBER = 42  # pixels for the claim's number
AFTER_PAINTING = 60  # milliseconds
AT_ONCE = 1500
"""Up to so many claims are read whole at once: about 80 ms."""
NOTHING_YET = origin_meter((), {})
"""Stands for a meter that is still being read."""
PILL = 122  # pixels kept for the status


def spoken(view: ClaimView) -> str:
    claim = view.claim
    basis = f", {claim.basis.label}" if claim.basis else ""
    asked = f" Open queries: {view.open_queries}." if view.open_queries else ""
    return f"{claim.number}, {claim.verdict.label.lower()}{basis}: {claim.text}. {view.meter.text}.{asked}"


def _searched(view: ClaimView) -> str:
    """What typed words are looked for in."""
    claim = view.claim
    return f"{claim.number} {claim.text} {claim.note} {claim.verdict.label} {claim.denied_by}"


def _counted(views: Sequence[ClaimView]) -> Counter[Verdict]:
    """How many claims have which verdict; worked out once a status and basis, not once a claim."""
    counts: Counter[Verdict] = Counter()
    for pair, count in Counter([(v.claim.status, v.claim.basis) for v in views]).items():
        counts[verdict_of(*pair)] += count
    return counts


def _replaced(views: list[ClaimView], changed: frozenset[int], fresh: dict[int, ClaimView]) -> list[ClaimView]:
    """The views by number, with those that changed as they are now; those that have gone are left out."""
    if sum(view.claim.id in changed for view in views) == len(fresh) == len(changed):
        return [fresh.get(view.claim.id, view) for view in views]
    known = {view.claim.id: view for view in views if view.claim.id not in changed} | fresh
    return [known[number] for number in sorted(known)]


class ClaimDelegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self.list = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view: ClaimView = index.data(ROW)
        colors = theme.current()
        painter.save()
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colors["accent_soft"])
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), colors["accent"])
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), colors["line"])
        font = option.font
        draw_pill(painter, view.claim.verdict, rect.right() - 10, rect.top() + 8, font)
        draw_text(painter, view.claim.number, scaled(font, 1, bold=True), "muted", QRectF(rect.left() + 12, rect.top() + 8, NUMBER, 20), 1)
        words = QRectF(rect.left() + NUMBER, rect.top() + 8, rect.width() - NUMBER - PILL, rect.height())
        used = draw_text(painter, view.claim.text, font, "text", words, 2 if self.list.uniformItemSizes() else 3)
        signs = (("⚠", len(view.warnings)), ("⚑", view.open_queries))
        meter = ("…" if view.meter is NOTHING_YET else view.meter.text) + "".join(f"   {sign} {count}" for sign, count in signs if count)
        draw_text(
            painter, meter, scaled(font, 0.88), "muted", QRectF(words.left(), words.top() + used + 2, rect.width() - NUMBER - 12, 20), 1
        )
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view: ClaimView = index.data(ROW)
        width = self.list.viewport().width()
        if self.list.uniformItemSizes():
            return QSize(width, int(option.fontMetrics.height() * 3 + 18))
        height = layout_text(view.claim.text, option.font, QRectF(0, 0, width - NUMBER - PILL, 0), 3)
        return QSize(width, int(height + option.fontMetrics.height() + 18))


class ClaimListView(RowList):
    """A list that lets the desk's letters through instead of searching by first letter."""

    entered_claim = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_claim.emit()
        elif event.text().isalnum():
            event.ignore()
        else:
            super().keyPressEvent(event)


class ClaimList(QWidget):
    """Signal: completed() when meters and warnings of a large case have been read in the background."""

    completed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.views: list[ClaimView] = []
        self.only: Verdict | None = None
        self.only_due = False
        self.within: frozenset[int] | None = None
        self._whole = True
        self._following = False
        self._later = QTimer(self, singleShot=True, interval=AFTER_PAINTING)
        self._later.timeout.connect(self._read_on)
        self._words: dict[int, str] = {}
        self._due_ids: set[int] = set()
        self._counts: Counter[Verdict] = Counter()
        self.model: Rows[ClaimView] = Rows(spoken, lambda view: view.claim.id)
        self.list = ClaimListView()
        self.list.set_up(self.model, ClaimDelegate(self.list), "Claims")
        self.empty = label("No claims yet. Put the cursor in a sentence and press 1, 2, 3 or M.", "muted", wrap=True)
        self.empty.setMargin(14)
        self.chips: dict[Verdict, QToolButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head())
        layout.addLayout(self._second_row())
        layout.addWidget(self.empty)
        layout.addWidget(self.list, 1)
        self.list.selectionModel().currentChanged.connect(self._picked)
        desk.changed.connect(self.refresh)
        desk.chose.connect(self._show_chosen)
        self.reload()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(12, 9, 10, 7)
        row.setSpacing(4)
        self.heading = label("CLAIMS", "section", scale=0.86)
        row.addWidget(self.heading)
        row.addStretch(1)
        for verdict in Verdict:
            chip = QToolButton()
            chip.setObjectName("chip")
            chip.setCheckable(True)
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.setToolTip(f"Show only claims that are {verdict.label.lower()}")
            chip.clicked.connect(lambda checked, v=verdict: self.narrow(v if checked else None))
            self.chips[verdict] = chip
            row.addWidget(chip)
        return row

    def _second_row(self) -> QHBoxLayout:
        """Words to narrow the list by, and what is to be looked at again."""
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 10, 6)
        row.setSpacing(6)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("Narrow the claims: words or a number")
        self.filter.setAccessibleName("Narrow the claims")
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(lambda _: self._fill())
        self.filter.returnPressed.connect(self.list.setFocus)
        self.due = QToolButton()
        self.due.setObjectName("chip")
        self.due.setCheckable(True)
        self.due.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.due.setToolTip("Show only claims whose day to look again has come, and forecasts whose date has  (Ctrl+Alt+R)")
        self.due.clicked.connect(self.show_due)
        row.addWidget(self.filter, 1)
        row.addWidget(self.due)
        return row

    def show_due(self, only: bool) -> None:
        """Show only the claims that are to be looked at again, or all."""
        self.only_due = only
        self._fill()

    def known_views(self) -> list[ClaimView] | None:
        """All claims with what is computed of them; None while a large case is still being read."""
        return self.views if self._whole else None

    def narrow(self, verdict: Verdict | None) -> None:
        """Show only the claims with that status; None for all."""
        self.only = verdict
        for each, chip in self.chips.items():
            chip.setChecked(each is verdict)
        self._fill()

    def only_in(self, claims: frozenset[int] | None) -> None:
        """Show only these of the claims (those in the articles that are shown); None for all."""
        self.within = claims
        self._fill()

    def reload(self) -> None:
        """Read all claims. Of thousands the words and statuses stand at once; meters and warnings follow from the background."""
        claims = self.desk.case.claims.all()
        self._whole = len(claims) <= AT_ONCE
        if self._whole:
            self._take(self.desk.case.claims.views())
            return
        self._take([ClaimView(claim, (), (), None, NOTHING_YET, ()) for claim in claims])
        self._later.start()

    def rest(self) -> None:
        """Read nothing more: the case is about to close."""
        self._later.stop()

    def _read_on(self) -> None:
        case, step = self.desk.case, self._step()
        self.desk.ask("Reading the claims", lambda _: case.claims.views(), lambda views: self._complete(views, step))

    def _step(self) -> int:
        return self.desk.case.last_saved()[0]

    def _complete(self, views: list[ClaimView], step: int) -> None:
        """Everything about the claims has been read; again, when something changed meanwhile."""
        if self._step() != step:
            self.reload()
            return
        self._whole = True
        self._take(views)
        self.completed.emit()

    def _take(self, views: list[ClaimView]) -> None:
        self.views = views
        self._words.clear()
        today = datetime.now(UTC).date()
        self._due_ids = {v.claim.id for v in views if is_due(v.claim, today)}
        self._counts = _counted(views)
        self._fill()

    def refresh(self, changes: Changes) -> None:
        """Read again only the claims that changed; all of them when origins did."""
        if changes.touches("origins", "info"):
            self.reload()
            return
        if not changes.claims:
            return
        if not self._whole:  # the rest is on its way, and is read again when it finds that something changed
            return
        fresh = {v.claim.id: v for v in self.desk.case.claims.views(changes.claims)}
        self.views = _replaced(self.views, changes.claims, fresh)
        self._counts = _counted(self.views)
        today = datetime.now(UTC).date()
        self._due_ids = (self._due_ids - changes.claims) | {n for n, view in fresh.items() if is_due(view.claim, today)}
        for number in changes.claims:
            self._words.pop(number, None)
        self._fill()
        if self.desk.claim in changes.claims and self.desk.claim not in fresh:
            self.desk.choose(0)

    def _fill(self) -> None:
        counts = self._counts
        for verdict, chip in self.chips.items():
            count = counts[verdict]
            chip.setText(f"{verdict.glyph} {count}")
            chip.setAccessibleName(f"{count} {verdict.label.lower()}")
            chip.setVisible(bool(count) or verdict is self.only)
        shown = self.views if self.only is None else [v for v in self.views if v.claim.verdict is self.only]
        if self.within is not None:
            shown = [v for v in shown if v.claim.id in self.within]
        shown = self._worded(self._due(shown))
        self.heading.setText("CLAIMS" if len(shown) == len(self.views) else f"CLAIMS   {len(shown)} of {len(self.views)}")
        self.list.setUniformItemSizes(len(shown) > MANY)
        self.model.set_rows(shown)
        self.empty.setVisible(not self.views)
        self._show_chosen(self.desk.claim)

    def _due(self, shown: list[ClaimView]) -> list[ClaimView]:
        """Count what is to be looked at again; only that, when it is asked for."""
        words = f"{len(self._due_ids)} to look at again"
        self.due.setText(words)
        self.due.setAccessibleName(words)
        self.due.setVisible(bool(self._due_ids) or self.only_due)
        self.due.setChecked(self.only_due)
        return [v for v in shown if v.claim.id in self._due_ids] if self.only_due else shown

    def _worded(self, shown: list[ClaimView]) -> list[ClaimView]:
        """Those that have every word that was typed, in the claim's words, note or number."""
        wanted = all_sought(self.filter.text())
        if not wanted:
            return shown
        known = self._words
        for view in shown:
            if view.claim.id not in known:
                known[view.claim.id] = flat(_searched(view))
        for words in wanted:
            shown = [v for v in shown if words.stands_in(known[v.claim.id])]
        return shown

    def _show_chosen(self, claim_id: int) -> None:
        index = self.model.index_of(claim_id)
        if index.isValid() and index != self.list.currentIndex():
            self._following = True  # the list follows: nobody has chosen anything in it
            self.list.setCurrentIndex(index)
            self._following = False
            self.list.scrollTo(index)
        elif not index.isValid():
            self.list.clearSelection()

    def _picked(self, index: Index, _before: Index) -> None:
        view = index.data(ROW) if index.isValid() else None
        if view and not self._following:
            self.desk.choose(view.claim.id)

    def step(self, by: int) -> None:
        """Choose the next (1) or previous (-1) claim in the list as it is shown."""
        shown = [v.claim.id for v in self.model.rows]
        if not shown:
            return
        at = shown.index(self.desk.claim) + by if self.desk.claim in shown else (0 if by > 0 else len(shown) - 1)
        self.desk.choose(shown[max(0, min(at, len(shown) - 1))])
