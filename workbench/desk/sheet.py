"""What every sheet is: a window of its own beside the desk's, about the same case."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from workbench.desk.popup import Popup
from workbench.desk.worker import Job


class Sheet(QWidget):
    """Esc leaves the form that is open over it, else closes it. It closes with the window it stands beside (window.py)."""

    def __init__(self, parent: QWidget, title: str, width: int, height: int) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(width, height)
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

    def closeEvent(self, event: QCloseEvent) -> None:
        self._closed = True
        for timer in self.findChildren(QTimer):
            timer.stop()
        if self._job:
            self._job.cancel()
        super().closeEvent(event)
