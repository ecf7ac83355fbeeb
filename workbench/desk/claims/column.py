"""The right column: claims above, the chosen one below. While none is chosen the list has the room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

from workbench.desk.claims.detail import Detail
from workbench.desk.claims.list import ClaimList
from workbench.desk.desk import Desk

EMPTY = 84  # pixels for the words that stand in the place of a claim


class ClaimColumn(QSplitter):
    """`parted` is how the column is parted while a claim is chosen: what is kept for the user, in pixels."""

    def __init__(self, desk: Desk, claims: ClaimList, detail: Detail) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(claims)
        self.addWidget(detail)
        self.setStretchFactor(0, 1)
        self._desk = desk
        self._resting = False
        self.parted: list[int] = []
        desk.chose.connect(lambda _: self.balance())

    def part(self, sizes: list[int]) -> None:
        """Part it so whenever a claim is chosen."""
        self.parted = sizes
        self.setSizes(sizes)
        self._resting = False
        self.balance()

    def remember(self) -> None:
        """Take how it is parted now for what the user wants, unless it rests."""
        if not self._resting and all(self.sizes()):
            self.parted = self.sizes()

    def balance(self) -> None:
        """Give the list the room while nothing is chosen, and part it as before when something is."""
        rest = not self._desk.claim
        if rest and not self._resting:
            self.remember()
            self._resting = True
            self.setSizes([sum(self.parted) - EMPTY, EMPTY])
        elif not rest and self._resting:
            self._resting = False
            self.setSizes(self.parted)
