"""The first and the last line of the search panel: how much was found, what is wrong, the order; the keys and the state of the index."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from workbench.desk.desk import Desk
from workbench.desk.search.found import AT_MOST, Answer
from workbench.desk.widgets import Elided, label, tool
from workbench.domain.plurals import counted
from workbench.domain.spans import Span

ORDERS = (("relevance", "Best"), ("newest", "Newest"), ("oldest", "Oldest"), ("exhibit", "Exhibit"))
KINDS = (
    ("article", "article", "articles"),
    ("furniture", "page around an article", "pages around articles"),
    ("claim", "claim", "claims"),
    ("note", "note", "notes"),
    ("evidence", "link", "links"),
)
KEYS = "↑ ↓ choose   Enter open   Ctrl+Enter in another pane   → why   F3 next hit   F4 order   Esc back"
TRY_KEYS = "↑ ↓ choose   Enter search   F1 words for a search   Esc back"
OFFER_KEYS = "↑ ↓ choose   Enter search   F2 rename   Del delete   F1 words for a search   Esc back"
EMPTY_KEYS = "F1 words for a search   Esc back"
PASSAGE_KEYS = "↑ ↓ choose   Enter add   Ctrl+Enter show it   Ctrl+Z undo   Esc back"


class Problem(QLabel):
    """What is wrong in the query, over as many lines as it takes. Signal: pressed() on a click, Enter or Space."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("problem")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription("Press to go to the place in the query")

    def say(self, words: str) -> None:
        self.setText(words)
        self.setAccessibleName(words)
        self.show()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)


class Head(QWidget):
    """Signals: ordered() when another order is chosen, asked_help(), asked_save(), pointed(Span) for a place in the query."""

    ordered = Signal()
    asked_help = Signal()
    asked_save = Signal()
    pointed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.order = ORDERS[0][0]
        self._place = Span(0, 0)
        self.words = label("", "muted", wrap=True)
        self.also = Elided("", "muted")
        self.problem = Problem()
        self.problem.pressed.connect(lambda: self.pointed.emit(self._place))
        self._row = QHBoxLayout()
        self._row.setSpacing(4)
        self._row.addWidget(self.words, 1)
        self._orders()
        self.save = tool("Save", "Keep this search in the case (Ctrl+D)", self.asked_save.emit, name="Save this search")
        self.help = tool("?", "Words for a search (F1)", self.asked_help.emit, name="Words for a search")
        for each in (self.save, self.help):
            self._row.addWidget(each)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(15, 0, 8, 4)
        column.setSpacing(2)
        column.addLayout(self._row)
        column.addWidget(self.problem)
        column.addWidget(self.also)
        self.say("")

    def _orders(self) -> None:
        self.orders = {}
        for order, title in ORDERS:
            hint = {"relevance": "Best match first", "exhibit": "By exhibit number"}.get(order, f"{title} first") + " (F4)"
            made = tool(title, hint, partial(self.use_order, order), kind="chip", name=f"Order: {title.lower()}")
            made.setCheckable(True)
            made.setChecked(order == self.order)
            self._row.addWidget(made)
            self.orders[order] = made

    @property
    def buttons(self) -> list[QWidget]:
        """Those that the Tab key goes through, from the left."""
        return [self.problem, *self.orders.values(), self.save, self.help]

    def use_order(self, order: str) -> None:
        """Take an order, and ask again."""
        self.order = order
        for name, made in self.orders.items():
            made.setChecked(name == order)
        self.ordered.emit()

    def next_order(self) -> None:
        names = [name for name, _ in ORDERS]
        self.use_order(names[(names.index(self.order) + 1) % len(names)])

    def settle(self) -> None:
        """Take the room that what is shown now needs, at once."""
        self._column.invalidate()
        self._column.activate()

    def can_save(self, saveable: bool) -> None:
        self.save.setVisible(saveable)

    def can_order(self, ordered: bool) -> None:
        for made in self.orders.values():
            made.setVisible(ordered)

    def say(self, words: str, more: str = "") -> None:
        """Words in place of the counts of an answer, and a second line."""
        self.words.setText(words)
        self.problem.hide()
        self.also.say(more)
        self.also.setVisible(bool(more))

    def show_answer(self, answer: Answer, found: bool) -> None:
        """How much was found, other spellings, and what is wrong in the query."""
        results, wrong = answer.results, answer.parsed.diagnostics
        if results is None:
            self.say("This cannot be looked for yet.")
        elif not found:
            self.say(" ".join(("Nothing found.", *results.notes)))
        else:
            counts = dict(results.facets.get("kind", ()))
            parts = [counted(counts[k], one, many) for k, one, many in KINDS if counts.get(k)]
            first = f" · the first {AT_MOST} are shown" if results.total > AT_MOST else ""
            self.say(". ".join((" · ".join(parts) + first, *results.notes)))
        if results and results.also:
            self.also.say("also: " + ", ".join(results.also))
            self.also.show()
        if wrong:
            last = wrong[-1]
            self._place = Span(last.position, last.position + last.length)
            part = answer.query[last.position : last.position + min(last.length, 24)].strip()
            at = f"At “{part}”: " if part and part != answer.query.strip() else ""
            self.problem.say(f"{at}{last.message}")


class Foot(QWidget):
    """Keys at the left, the state of the index at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.keys = Elided(KEYS, "muted")
        self.index = label("", "muted")
        self.index.setAlignment(Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(15, 5, 14, 6)
        row.addWidget(self.keys, 1)
        row.addWidget(self.index)

    def say_keys(self, words: str) -> None:
        """What the keys do with the lines that are shown."""
        self.keys.say(words)

    def show_index(self, desk: Desk) -> None:
        """Say when the index has not everything yet, or is held in memory."""
        words = index_words(desk)
        self.index.setText(words)
        self.index.setAccessibleName(words)
        self.index.setVisible(bool(words))


def index_words(desk: Desk) -> str:
    """The state of the index, in words; empty when it has everything."""
    index = desk.case.index
    behind = index.behind()
    if behind:
        return f"Index {behind} behind: more may come" if index.started else "The index is being built: more will come"
    return "Index in memory only" if index.fault else ""
