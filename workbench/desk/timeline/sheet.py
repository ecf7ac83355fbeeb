"""The timeline as a window of its own: the scale of days, and aside what has no date."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QScrollArea, QVBoxLayout, QWidget

from workbench.case.claim_view import ClaimView
from workbench.case.comparison import LETTERS
from workbench.desk.desk import Desk
from workbench.desk.sheet import Sheet
from workbench.desk.timeline.canvas import Canvas
from workbench.desk.timeline.layout import Item
from workbench.desk.widgets import label, safe_tip
from workbench.domain.changes import Changes
from workbench.domain.vocabulary import Stance

ABOUT = Qt.ItemDataRole.UserRole


class Timeline(Sheet):
    """What happened above, what was said when below. Enter goes to the claim, the article or the passage.

    `views` gives the claims as some other view of the window has them already, or None: then they are read.
    """

    def __init__(
        self, parent: QWidget, desk: Desk, go_to: Callable[[int, int], None], views: Callable[[], Sequence[ClaimView] | None] = lambda: None
    ) -> None:
        super().__init__(parent, "Timeline", 1680, 960)
        self.desk, self.go_to, self._views = desk, go_to, views
        self.canvas = Canvas()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.canvas)
        self.undated = QListWidget()
        self.undated.setAccessibleName("Without a date")
        self.undated.setWordWrap(True)
        self.undated.setFixedWidth(220)
        self.aside = QWidget()
        self._build()
        self.canvas.opened.connect(self.open_item)
        self.canvas.moved.connect(self._bring_in_sight)
        self.undated.itemActivated.connect(self._open_undated)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.reload)
        desk.changed.connect(self._changed)
        self.reload()
        self.canvas.setFocus()

    def _build(self) -> None:
        shown = [stance for stance in LETTERS if stance is not Stance.NOT_MENTIONED]
        letters = "   ".join(f"{LETTERS[s]} {s.label}" for s in shown)
        column = QVBoxLayout(self.aside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label("WITHOUT A DATE", "section", scale=0.86))
        column.addWidget(self.undated, 1)
        across = QHBoxLayout()
        across.addWidget(self.area, 1)
        across.addWidget(self.aside)
        layout = QVBoxLayout(self)
        layout.addWidget(
            label(f"Above: claims on the day they are about; ✓ confirmed   ? unconfirmed   ✕ denied   R refuted   ○ open.  "
                  f"Below: who said what when; {letters}.  "
                  "Long stretches without anything are drawn short (//).  Arrows move, Enter opens.", "muted", wrap=True)
        )  # fmt: skip
        layout.addLayout(across, 1)

    def _changed(self, changes: Changes) -> None:
        if changes.touches("claims", "articles", "info"):
            self._later.start()

    def reload(self) -> None:
        told = self.desk.case.times.timeline(self._views())
        self.canvas.show_timeline(told)
        self.undated.clear()
        for claim in told.undated_claims:
            self._aside(f"{claim.verdict.glyph} {claim.number}  {claim.text}", ("claim", claim.id))
        for article in told.undated_articles:
            self._aside(f"{article.exhibit}  {article.outlet}", ("article", article.id))
        self.aside.setVisible(bool(self.undated.count()))

    def _aside(self, words: str, about: tuple[str, int]) -> None:
        item = QListWidgetItem(words)
        item.setData(ABOUT, about)
        item.setToolTip(safe_tip(words))
        self.undated.addItem(item)

    def _bring_in_sight(self, box: QRect) -> None:
        self.area.ensureVisible(box.left(), box.center().y(), 60, 60)
        self.area.ensureVisible(box.center().x(), box.center().y(), 60, 60)

    def open_item(self, item: Item) -> None:
        """Choose the claim; go to the passage, or to the article."""
        if item.claim:
            self.desk.choose(item.claim)
        if item.passage:
            self._to_passage(item.passage)
        elif item.article:
            self.go_to(item.article, 0)
        else:
            self._to_first(item.claim)

    def _open_undated(self, item: QListWidgetItem) -> None:
        kind, number = item.data(ABOUT)
        if kind == "article":
            self.go_to(number, 0)
        else:
            self.desk.choose(number)
            self._to_first(number)

    def _to_first(self, claim_id: int) -> None:
        if place := self.desk.case.claims.first_place(claim_id):
            self.go_to(place[0], place[1].start)

    def _to_passage(self, passage_id: int) -> None:
        passage = self.desk.case.articles.passage(passage_id)
        self.go_to(passage.article_id, passage.start)
