"""The columns at the sides: widths that suit the window until somebody moves them, and a key each to hide and show them."""

from __future__ import annotations

from PySide6.QtWidgets import QSplitter, QWidget

from workbench.desk.widgets import tool
from workbench.settings import Settings

LEAST = {"articles": 820, "claims": 700}
"""From so many pixels of the window's width on a column is there without being asked for."""


def usual(width: int) -> list[int]:
    """Widths in pixels of articles, panes and claims in a window of that width."""
    left, right = min(max(width * 16 // 100, 192), 250), min(max(width * 25 // 100, 338), 400)
    return [left, max(200, width - left - right), right]


class Columns:
    """What the user asked for is kept; what nobody asked for follows the width. `openers` are buttons that stand in for hidden columns."""

    def __init__(self, across: QSplitter, left: QWidget, right: QWidget, settings: Settings) -> None:
        self._across = across
        self.openers = {
            "articles": tool("☰ Articles", "Show the articles  (F8)", lambda: self.show("articles"), name="Show the articles"),
            "claims": tool("☰ Claims", "Show the claims  (F9)", lambda: self.show("claims"), name="Show the claims"),
        }
        self._sides = {"articles": left, "claims": right}
        self._settings = settings
        self._asked: dict[str, bool] = dict(settings.get("columns"))
        self._own = settings.get("across") or []
        self._width = 0
        across.splitterMoved.connect(lambda *_: self._moved())

    def fit(self, width: int) -> None:
        """Suit a window of that width."""
        self._width = width
        for name, side in self._sides.items():
            shown = self._asked.get(name, width >= LEAST[name])
            side.setVisible(shown)
            self.openers[name].setVisible(not shown)
        self._across.setSizes(self._own or usual(width))

    def toggle(self, name: str) -> None:
        """Hide a column, or show it."""
        self._ask(name, not self._sides[name].isVisibleTo(self._across))

    def shown(self, name: str) -> bool:
        return self._sides[name].isVisibleTo(self._across)

    def show(self, name: str) -> None:
        """Show a column that is hidden: somebody goes to it."""
        if not self._sides[name].isVisibleTo(self._across):
            self._ask(name, True)

    def _ask(self, name: str, shown: bool) -> None:
        self._asked[name] = shown
        self._settings.set("columns", dict(self._asked))
        self.fit(self._width)

    def _moved(self) -> None:
        self._own = self._across.sizes()

    def remember(self) -> None:
        """Keep the widths, when they are the user's own and no column is hidden."""
        sizes = self._across.sizes()
        if 0 not in sizes:
            self._settings.set("across", sizes if self._own or sizes[::2] != usual(self._width)[::2] else None)
