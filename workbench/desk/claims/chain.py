"""What a claim rests on, opened from its meter: root, what derives from it, and each passage; Enter goes there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from workbench.case.claim_view import Cited
from workbench.desk.desk import Desk
from workbench.desk.popup import Popup
from workbench.desk.widgets import label, safe_tip, shortened
from workbench.domain.entities import Appearance, Article, Evidence, Origin, Passage
from workbench.domain.independence import ChainLine, chains

if TYPE_CHECKING:
    from workbench.case.claim_view import ClaimView

PLACE = Qt.ItemDataRole.UserRole
LINE, MOST_LINES, WIDTH = 24, 16, 800


class Chain(Popup):
    """A list of the chain; lines of passages go to their place, lines of origins only name them."""

    def __init__(self, parent: QWidget, desk: Desk, claim_id: int, go_to: Callable[[int, int], None]) -> None:
        view = desk.case.claims.view(claim_id)
        super().__init__(parent, f"C{claim_id} rests on: {view.meter.full}")
        self._go_to = go_to
        lines = told(view, desk.case.claims.cited(view))
        self.list = QListWidget()
        self.list.setAccessibleName(f"What C{claim_id} rests on")
        self.list.setMinimumWidth(WIDTH)
        self.list.setFixedHeight(LINE * max(2, min(len(lines), MOST_LINES)) + 8)
        self.list.itemClicked.connect(self._go)
        self.list.installEventFilter(self)
        for line in lines:
            self.list.addItem(_item(line))
        first = next((i for i, line in enumerate(lines) if line.place), 0)
        self.list.setCurrentRow(first)
        if lines:
            self.lay.addWidget(self.list)
        else:
            self.lay.addWidget(label("No article carries this claim yet. Select words and press M.", "muted", wrap=True))
        self.lay.addWidget(label("↑ ↓ and Enter go to a passage; Esc leaves", "muted"))

    def take_focus(self) -> None:
        self.list.setFocus() if self.list.count() else self.setFocus()

    def _go(self, item: QListWidgetItem) -> None:
        place = item.data(PLACE)
        if place:
            self.leave()
            self._go_to(*place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.currentItem():
                self._go(self.list.currentItem())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
        return False


class Told(NamedTuple):
    """One line of a chain in words: how far it stands in, and where a passage is (article, position), or None. In `words` a quotation
    is cut, in `whole` it is not."""

    depth: int
    words: str
    whole: str
    place: tuple[int, int] | None = None


def told(view: ClaimView, cited: Cited) -> list[Told]:
    """What a claim rests on, line by line: each root, what derives from it, and the passages that have it from there. The view may be
    a moment old: what stood in an article that has gone is left out."""
    lines = chains([a for a in view.appearances if a.article_id in cited.articles], cited.origins, view.evidence)
    return [_told(line, cited.passages, cited.articles) for line in lines]


def _told(line: ChainLine, passages: Mapping[int, Passage], articles: Mapping[int, Article]) -> Told:
    each = line.appearance or line.link
    if each is None:
        words = _origin_words(line.origin, line.depth)
        return Told(line.depth, words, words)
    passage = passages.get(each.passage_id or 0)
    words = "← " + (_appearance_words(line.appearance, articles) if line.appearance else _link_words(line.link, articles))
    exact = " ".join(passage.anchor.exact.split()) if passage else ""
    cut, whole = (f": “{said}”" if exact else "" for said in (shortened(exact, 90), exact))
    place = (each.article_id, passage.start if passage else 0) if each.article_id else None
    return Told(line.depth, words + cut, words + whole, place)


def _item(line: Told) -> QListWidgetItem:
    item = QListWidgetItem("      " * line.depth + line.words)
    item.setToolTip(safe_tip(line.whole))
    item.setSizeHint(QSize(10, LINE))  # as wide as the list, so that long lines end in an ellipsis
    if line.place:
        item.setData(PLACE, line.place)
        return item
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    font = item.font()
    font.setBold(line.depth == 0)
    item.setFont(font)
    return item


def _origin_words(origin: Origin | None, depth: int) -> str:
    if origin is None:
        return "○ Nobody has said where these have it from (O on a mark says it)"
    facts = origin.kind.label + (", anonymous" if origin.anonymous else "")
    return f"{'●' if depth == 0 else '← derived:'} {origin.reliability.value} · {origin.name}   ({facts})"


def _appearance_words(row: Appearance | None, articles: Mapping[int, Article]) -> str:
    assert row is not None
    article = articles[row.article_id]
    via = f" via {row.via}" if row.via else ""
    basis = f" ({row.basis_words})" if row.basis_words else ""
    return f"{article.exhibit} · {article.outlet}{via}{basis}"


def _link_words(link: Evidence | None, articles: Mapping[int, Article]) -> str:
    assert link is not None
    article = articles.get(link.article_id or 0)
    return f"link, independent: {article.exhibit if article else link.name or link.url or shortened(link.note, 60)}"
