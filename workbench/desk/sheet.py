"""What every sheet is: a window of its own beside the desk's, about the same case."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from workbench.desk.popup import Popup
from workbench.desk.room import keep_inside, needs_more, room_on_screen, scrolled
from workbench.desk.worker import Job


class Sheet(QWidget):
    """Esc leaves the form that is open over it, else closes it. It closes with the window it stands beside (window.py)."""

    def __init__(self, parent: QWidget, title: str, width: int, height: int) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(width, height)
        self._fitted = self._scrolled = False
        self._job: Job | None = None
        self._closed = False
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.leave)

    def asked(self, job: Job) -> None:
        """Keep the question that is being answered; a newer one or closing the sheet drops it."""
        if self._job:
            self._job.cancel()
        self._job = job
        if self._closed:  # a line that is left by closing asks once more
            job.cancel()

    def leave(self) -> None:
        form = next((f for f in self.findChildren(Popup) if f.isVisible()), None)
        if form:
            form.leave()
        else:
            self.close()

    def showEvent(self, event: QShowEvent) -> None:
        """On a screen that is too small for it a sheet is as large as the screen, and scrolls where even that is too little."""
        super().showEvent(event)
        if not self._fitted:
            self._fitted = True
            self._fit()
            keep_inside(self)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self._fitted and not self._scrolled and self._fit():
            keep_inside(self)
        return super().event(event)

    def _fit(self) -> bool:
        """Let all of it scroll where it needs more than the screen has; True when it was so for the first time."""
        room, layout = room_on_screen(self), self.layout()
        if layout is None or not needs_more(layout, room.size()):
            return False
        self._scrolled = True
        scrolled(self, layout)
        self.setMinimumSize(1, 1)  # what its layout asked for before
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        self._closed = True
        for timer in self.findChildren(QTimer):
            timer.stop()
        if self._job:
            self._job.cancel()
        super().closeEvent(event)
