"""The workplace: the parts of one window that an action may use, and what the next key is about. Actions take it, never the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

from workbench.case import Case
from workbench.case.import_report import Report
from workbench.case.past import Moment
from workbench.desk.articles.list import ArticleList
from workbench.desk.claims.detail import Detail
from workbench.desk.claims.list import ClaimList
from workbench.desk.columns import Columns
from workbench.desk.command import Command
from workbench.desk.compare.strip import Strip
from workbench.desk.desk import Desk
from workbench.desk.hints import Hints
from workbench.desk.inbox.watch import InboxWatch
from workbench.desk.messages import MessageBar
from workbench.desk.queries.session import QuerySession
from workbench.desk.reading.area import Area
from workbench.desk.reading.pane import Pane
from workbench.desk.search.panel import SearchPanel
from workbench.desk.search.trail import Trail
from workbench.desk.seen_articles import Seen
from workbench.desk.target import Target
from workbench.domain.spans import Span


class OpenPast(Protocol):
    """Opens a window on the case as it was, that goes with the workplace it was asked from."""

    def __call__(self, work: Workplace, past: Case, moment: Moment) -> None: ...


def _nothing(*_: object, **__: object) -> None:
    """A window that stands alone opens no others."""


@dataclass(frozen=True, slots=True)
class Opener:
    """What opens windows; the program's own. `case(path, create=…, instead=…)` opens a case or makes a new one, in a window of its own or
    in place of one; `close` closes the window of a workplace and shows the first page when it was the last."""

    case: Callable[..., None] = _nothing
    example: Callable[[], None] = _nothing
    close: Callable[[Workplace], None] = _nothing
    past: OpenPast = _nothing


@dataclass(slots=True)
class Workplace:
    """`over` is the window that popups, sheets and dialogs stand over; `finding` the words last looked for in a pane,
    `imported` what became of the last import."""

    desk: Desk
    over: QWidget
    opener: Opener
    area: Area
    articles: ArticleList
    claims: ClaimList
    detail: Detail
    strip: Strip
    columns: Columns
    hints: Hints
    search: SearchPanel
    trail: Trail
    seen: Seen
    message: MessageBar
    commands: list[Command]
    inbox: InboxWatch
    imported: Report | None = None
    querying: QuerySession = field(default_factory=QuerySession)
    finding: str = ""

    # --- where the keyboard is ------------------------------------------------------------------------------------------

    def reading_pane(self) -> Pane | None:
        """The pane that has the keyboard; None when it is elsewhere, in the claims list for instance."""
        focus = QApplication.focusWidget()
        return next((pane for pane in self.area.panes if pane.view is focus), None)

    def pane_here(self) -> Pane | None:
        """The pane that a key acts on: the one with the keyboard, else the one that last had it."""
        return self.reading_pane() or self.area.current

    def middle(self) -> QPoint:
        """Where a popup that is about no words belongs."""
        return QPoint(self.over.width() // 2 - 220, self.over.height() // 5)

    def place(self) -> QRect | QPoint:
        """Where a popup belongs: beside the words it is about."""
        pane = self.reading_pane()
        return self.under(pane) if pane else self.middle()

    def under(self, pane: Pane) -> QRect:
        """The words that a key acts on in a pane, as a box in the window."""
        box = pane.aim.rect()
        return QRect(pane.view.viewport().mapTo(self.over, box.topLeft()), box.size())

    def target(self) -> Target:
        """What a key is about: in a pane as the pane says; elsewhere the chosen claim."""
        pane = self.reading_pane()
        return pane.aim.target(pane.article_id) if pane else Target(self.desk.claim)

    # --- going somewhere ------------------------------------------------------------------------------------------------

    def go_to(self, article_id: int, start: int) -> None:
        """Open an article at a place."""
        self.area.go_to(article_id, Span(start, start))

    def back_to_reading(self) -> None:
        """Give the keyboard to the pane that had it last."""
        (self.area.current.view if self.area.current else self.area).setFocus()

    def show_claim(self, *, focus: bool = True) -> None:
        """Bring the panes to the chosen claim; open an article that has it when none shown does."""
        claim_id = self.desk.claim
        spans = {pane: pane.contents.first(claim_id) for pane in self.area.panes}
        for pane, span in spans.items():
            if span:
                pane.view.go_to(Span(span.start, span.start))
        keep = self.area.current
        best = keep if keep and spans.get(keep) else next((pane for pane in self.area.panes if spans[pane]), None)
        if best is None:
            if claim_id and (place := self.desk.case.claims.first_place(claim_id)):
                self.go_to(place[0], place[1].start)
        elif focus:
            best.view.setFocus()

    def open_case(self, path: Path, *, create: bool = False, instead: bool = False) -> None:
        """Open a case in a window of its own, or, `instead`, in place of this one."""
        wanted: dict[str, object] = {"create": True} if create else {}
        self.opener.case(path, **wanted, **({"instead": self.over} if instead else {}))
