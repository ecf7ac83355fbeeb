"""What the search panel is made of, and where it stands: under the box, as high as what is in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from workbench.desk.search.box import SearchBox
from workbench.desk.search.facets import Chips, FacetColumn
from workbench.desk.search.found import FoundRow
from workbench.desk.search.head import Foot, Head
from workbench.desk.search.list import FoundList
from workbench.desk.search.narrowing import Narrowing
from workbench.search.documents import Results

WIDEST, TALLEST = 960, 780
BESIDE_FACETS = 430
"""Pixels that the list has at least where there is something to narrow by."""


class Frame(QFrame):
    """A line about what was found, chips, the list with the facets beside it, and a line of keys."""

    def __init__(self, box: SearchBox, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = box
        self.setObjectName("popup")
        self.setAccessibleName("Search")
        self.head, self.foot, self.chips, self.facets, self.list = Head(), Foot(), Chips(), FacetColumn(), FoundList()
        self.model = self.list.rows
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 6, 1, 1)
        self._column.setSpacing(0)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.list, 1)
        body.addWidget(self.facets)
        self._column.addWidget(self.head)
        self._column.addWidget(self.chips)
        self._column.addLayout(body, 1)
        self._column.addWidget(self.foot)

    def fill(self, rows: Sequence[FoundRow], results: Results | None, narrowed: Sequence[Narrowing]) -> None:
        """Show these lines, and what they can be narrowed by."""
        self.head.can_order(bool(results and results.total > 1))
        self.chips.show_narrowed(narrowed)
        self.facets.show_results(results, narrowed)
        chain = [self.box, self.list, *self.facets.buttons(), *self.chips.chips(), *self.head.buttons]
        for one, other in pairwise(chain):  # what is made later would come last
            QWidget.setTabOrder(one, other)
        self.list.show_rows(rows)

    def place(self) -> None:
        """Show it under the box, inside the window."""
        parent = self.parentWidget()
        assert parent is not None
        under = self.box.mapTo(parent, QPoint(0, self.box.height() + 4))
        width = min(WIDEST, parent.width() - 16)
        x = max(8, min(under.x() + (self.box.width() - width) // 2, parent.width() - width - 8))
        room = min(TALLEST, parent.height() - under.y() - 10)
        self.setGeometry(x, under.y(), width, room)
        self.setVisible(True)
        self.head.settle()
        self._column.invalidate()
        self._column.activate()
        self.list.executeDelayedItemsLayout()
        wanted = max(self.list.wanted_height(), BESIDE_FACETS if self.facets.isVisible() else 0)
        self.resize(width, min(room, room - self.list.height() + wanted))
        self.raise_()
