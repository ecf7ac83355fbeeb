"""The latest steps of a claim in its detail: when, who, what from what to what, and why; the whole of a line stands in its hint."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout

from workbench.case.history import Event
from workbench.case.shortening import ended
from workbench.desk.moment_words import day_of, hour_of
from workbench.desk.widgets import label, wrapped_tip

MOST = 12
"""Steps that are shown; the history of the case has all of them."""
REASON = 120
"""Letters of a reason."""


class HistoryRows(QVBoxLayout):
    """A line a step, newest first. Lines are made once and written over, since this is done after each step."""

    def __init__(self) -> None:
        super().__init__()
        self.setSpacing(2)
        self._lines: list[QLabel] = []

    def show(self, events: Sequence[Event]) -> None:
        while len(self._lines) < len(events):
            line = label("", "muted", wrap=True)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._lines.append(line)
            self.addWidget(line)
        for number, line in enumerate(self._lines):
            line.setVisible(number < len(events))
            if number < len(events):
                _say(line, events[number])

    @property
    def texts(self) -> list[str]:
        """What is shown."""
        return [line.text() for line in self._lines if not line.isHidden()]


def _say(line: QLabel, event: Event) -> None:
    when = f"{day_of(event.at)} {hour_of(event.at)[:5]} {event.who}"
    line.setText(f"{when} · {event.what}" + (f" — {ended(event.why, REASON)}" if event.why else ""))
    line.setToolTip(wrapped_tip(f"Step {event.seq}, {when}: {event.name}\n{event.whole}" + (f"\n— {event.why}" if event.why else "")))
