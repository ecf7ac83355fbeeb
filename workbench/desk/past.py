"""The case as it was: a second window, read only, that says so; it goes with the window it was asked from."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from workbench.case import Case
from workbench.case.past import Moment
from workbench.desk.desk import Desk
from workbench.desk.moment_words import moment_words
from workbench.desk.widgets import button, label
from workbench.desk.window import Window
from workbench.desk.workplace import Workplace
from workbench.domain.plurals import either
from workbench.settings import Settings


class PastWindow(Window):
    """A window on a case of the past, with a banner. What the user changes of its look stays with it."""

    def __init__(self, present: Workplace, case: Case, moment: Moment) -> None:
        self.moment = moment
        self.words = _banner_words(case, moment)
        own = Settings(apart=present.desk.settings.values)  # where its panes stand does not touch where those of now do
        super().__init__(Desk(case, own), present.opener)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.present = present.over
        self.present.installEventFilter(self)
        present.desk.past_ends.connect(self.close)  # what it shows is about to be erased, or has been
        centre = self.centralWidget()
        layout = centre.layout() if centre else None
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(0, self._banner())
        QShortcut(QKeySequence("Alt+Home"), self).activated.connect(self.close)
        self._title()

    def _banner(self) -> QFrame:
        banner = QFrame()
        banner.setObjectName("warning")
        banner.setAccessibleName(self.words)
        row = QHBoxLayout(banner)
        row.setContentsMargins(14, 5, 12, 5)
        row.addWidget(label(self.words, "title", wrap=True), 1)
        row.addWidget(button("Back to now", "Close this window; the case as it is now stays open", self.close, key="Alt+Home"))
        return banner

    def _title(self) -> None:
        super()._title()
        self.setWindowTitle(f"{self.desk.case.info.get().title} — {moment_words(self.moment).rstrip('.')} (read only)")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It closes with the window it was asked from."""
        if watched is self.present and event.type() == QEvent.Type.Close:
            self.close()
        return super().eventFilter(watched, event)


def _banner_words(case: Case, moment: Moment) -> str:
    names = ", ".join(f"Ex. {number}" for number in case.left_out)
    gone = f" {names} {either(len(case.left_out), 'was', 'were')} erased for good since and cannot be shown." if names else ""
    return f"{moment_words(moment)} Read only.{gone}"


def show_past(work: Workplace, past: Case, moment: Moment) -> None:
    """A window on a case of the past, as large as the one that it was asked from."""
    made = PastWindow(work, past, moment)
    made.resize(work.over.size())
    made.show()
    made.start()
