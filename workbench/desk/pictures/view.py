"""The picture of an exhibit in its pane, as large as there is room, with what its file says of it below."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QVBoxLayout, QWidget

from workbench.desk import theme
from workbench.desk.desk import Desk
from workbench.desk.widgets import alive, label
from workbench.desk.worker import Job
from workbench.domain.entities import Article
from workbench.domain.errors import ImportRefused
from workbench.importers.drawn import Pixels, drawn
from workbench.importers.readings import remarks

MODULES = ("PySide6.QtGui", "workbench.desk.pictures.drawing")
SIDE = 2_400
"""Pixels on the longer side that a picture is drawn with at most."""
NO_TEXT = "A picture: it has no text, and is in no count of articles until it has. E links it as evidence."

_ANY_HEIGHT = 16_777_215
"""Qt's own largest height of a widget, in pixels: no limit."""


class PictureView(QWidget):
    """Takes the room of the text `text`, and of the bar about it, while the article in the pane is a picture. The text keeps one line and
    the keyboard: all keys work as elsewhere. The pixels are asked for in the background each time that another picture is shown."""

    def __init__(self, desk: Desk, text: QAbstractScrollArea, bar: QWidget) -> None:
        super().__init__()
        self.desk, self.text, self.bar = desk, text, bar
        self.image = QImage()
        self.shown = 0
        self.is_shown = False
        self._job: Job | None = None
        self.canvas = _Canvas(self)
        self.words = label("", "muted", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 6)
        layout.addWidget(self.canvas, 1)
        layout.addWidget(self.words)

    def show_article(self, article: Article) -> None:
        """Show the picture of an article that is one; make way for the text of any other."""
        self.is_shown = not article.has_text
        self.setVisible(self.is_shown)
        self.bar.setVisible(not self.is_shown)
        self.text.setMaximumHeight(self.text.fontMetrics().height() if self.is_shown else _ANY_HEIGHT)
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if self.is_shown else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.text.setVerticalScrollBarPolicy(policy)
        if self.is_shown:
            self._show(article)

    def _show(self, article: Article) -> None:
        if self._job and article.id != self.shown:
            self._job.cancel()
        said = " ".join((f"{article.encoding}.", *remarks(article), NO_TEXT))
        self.words.setText(said)
        self.canvas.setAccessibleName(f"{article.exhibit}, a picture: {article.title}")
        self.canvas.setAccessibleDescription(said)
        if article.id != self.shown:
            self.shown, self.image = article.id, QImage()
            self.canvas.say(f"Drawing {article.name}…")
            original = self.desk.case.articles.original
            self._job = self.desk.ask(
                f"Drawing {article.exhibit}", lambda _: _pixels(original(article.id), article), lambda found: self._drawn(article.id, found)
            )

    def _drawn(self, article_id: int, pixels: Pixels | str) -> None:
        if not alive(self) or article_id != self.shown:
            return
        if isinstance(pixels, str):
            self.canvas.say(pixels)
        else:
            row = 4 * pixels.width
            self.image = QImage(pixels.pixels, pixels.width, pixels.height, row, QImage.Format.Format_RGBX8888).copy()
            self.canvas.say("")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.text.setFocus(Qt.FocusReason.MouseFocusReason)


def _pixels(data: bytes, article: Article) -> Pixels | str:
    """What is to be shown, or why it cannot be."""
    try:
        return drawn(data, article.name, "the picture", MODULES, {"picture": article.media_type, "side": SIDE})
    except ImportRefused as refused:
        return str(refused)


class _Canvas(QWidget):
    def __init__(self, view: PictureView) -> None:
        super().__init__()
        self._view = view
        self.text = ""
        self.setMinimumHeight(60)

    def say(self, text: str) -> None:
        """Words in the place of the picture; none where it is there."""
        self.text = text
        self.update()

    def place(self) -> QRect:
        """Where the picture is drawn: whole, and never larger than it is."""
        image = self._view.image
        size = image.size()
        if size.width() > self.width() or size.height() > self.height():
            size.scale(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRect((self.width() - size.width()) // 2, (self.height() - size.height()) // 2, size.width(), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.text:
            painter.setPen(theme.current()["muted"])
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap), self.text)
        elif not self._view.image.isNull():
            painter.drawImage(self.place(), self._view.image)
        painter.end()
