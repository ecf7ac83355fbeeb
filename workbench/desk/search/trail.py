"""The hits that are drawn in the panes, and the way through them: F3 goes on into the next pane and the next article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer

from workbench.desk.reading.area import Area
from workbench.desk.reading.folding import hits_told
from workbench.desk.reading.pane import Pane
from workbench.domain.spans import Span

BLINK = 110  # milliseconds
BLINKS = 4  # off and on, twice


@dataclass(frozen=True, slots=True)
class Stop:
    """An article with hits; spans are code points, ascending, into the text whose Python hash is `text`."""

    article_id: int
    spans: tuple[Span, ...]
    text: int


class Trail(QObject):
    """Stops stand in the order of the results."""

    def __init__(self, area: Area) -> None:
        super().__init__(area)
        self._area = area
        self.stops: tuple[Stop, ...] = ()
        self._flashing: Pane | None = None
        self._left = 0
        self._timer = QTimer(self, interval=BLINK)
        self._timer.timeout.connect(self._blink)
        area.pane_made.connect(self._made)

    def _made(self, pane: Pane) -> None:
        pane.shows.connect(self._draw)
        pane.view.fold_turned.connect(partial(self._count, pane))

    @property
    def flashes(self) -> bool:
        """Whether the hit that was gone to does not stand still yet."""
        return self._flashing is not None

    def lay(self, stops: Iterable[Stop]) -> None:
        """Take other hits, and draw them in the panes and their overviews."""
        self._rest()
        self.stops = tuple(stop for stop in stops if stop.spans)
        for pane in self._area.panes:
            self._draw(pane)

    def clear(self) -> bool:
        """Take the hits away; False when there were none."""
        had = bool(self.stops)
        self.lay(())
        return had

    def _spans(self, pane: Pane) -> tuple[Span, ...]:
        """The hits in what a pane shows; none where the text is another one by now."""
        stop = next((stop for stop in self.stops if stop.article_id == pane.article_id), None)
        return stop.spans if stop and stop.text == hash(pane.view.text) else ()

    def _draw(self, pane: Pane) -> None:
        spans = self._spans(pane)
        if spans or pane.view.standing.hits:
            pane.view.set_hits(spans)
        self._count(pane)

    def _count(self, pane: Pane) -> None:
        """Say in the head of a pane how many hits it has, and how many of them are folded away."""
        view = pane.view
        pane.head.show_found(hits_told(view.text, view.zones, self._spans(pane), folded=view.folded))

    def go(self, pane: Pane, at: int) -> None:
        """To one hit of the article in a pane, which flashes there."""
        spans = self._spans(pane)
        if 0 <= at < len(spans):
            for other in self._area.panes:
                if other is not pane and other.view.hit >= 0:
                    self._draw(other)
            self._rest()
            pane.view.set_hits(spans, at)
            with pane.view.by_hand():
                pane.view.go_to(spans[at])
            self._flashing, self._left = pane, BLINKS
            self._timer.start()
        pane.view.setFocus()

    def _blink(self) -> None:
        self._left -= 1
        if self._flashing in self._area.panes:
            self._flashing.view.flash(lit=not self._left % 2)
        if self._left <= 0:
            self._timer.stop()
            self._flashing = None

    def _rest(self) -> None:
        """Let a hit that flashes stand still."""
        if self._flashing:
            self._left = 1
            self._blink()

    def step(self, by: int) -> str:
        """To the next (1) or previous (-1) hit from the cursor; what there is to say about it, or an empty string."""
        if not self.stops:
            return "No hits are marked. Find something first (Ctrl+F or Ctrl+K)."
        self._rest()
        pane = self._area.current
        number = next((n for n, stop in enumerate(self.stops) if pane and stop.article_id == pane.article_id), None)
        if pane is None or number is None:
            shown = {p.article_id for p in self._area.panes}
            self._enter(next((n for n, stop in enumerate(self.stops) if stop.article_id in shown), 0), by)
            return ""
        at = self._beyond(pane, by)
        if at is not None:
            self.go(pane, at)
            return ""
        self._enter((number + by) % len(self.stops), by)
        around = not 0 <= number + by < len(self.stops)
        return ("That was the last hit; on from the first." if by > 0 else "That was the first hit; on from the last.") if around else ""

    def _beyond(self, pane: Pane, by: int) -> int | None:
        """The number of the hit after (or before) the cursor in a pane."""
        spans, here, on_it = self._spans(pane), pane.view.position(), pane.view.hit >= 0
        if by > 0:
            return next((n for n, s in enumerate(spans) if s.start > here or (s.start == here and not on_it)), None)
        return next((n for n in reversed(range(len(spans))) if spans[n].start < here), None)

    def _enter(self, number: int, by: int) -> None:
        stop = self.stops[number]
        self.go(self._area.open(stop.article_id), 0 if by > 0 else len(stop.spans) - 1)
