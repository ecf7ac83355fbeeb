"""The original page of an article as a picture, beside its text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workbench.desk.desk import Desk
from workbench.desk.memo.pages import WIDEST, Pages
from workbench.desk.sheet import Sheet
from workbench.desk.widgets import button, label
from workbench.domain.entities import Article
from workbench.importers.drawn import Pixels

_SHARP = 2
"""Pixels of the picture for one of the window, so that small print is sharp."""


class PageSheet(Sheet):
    """Opens at a page, and says on which line of it the cursor stood; the arrow keys turn pages."""

    def __init__(self, parent: QWidget, desk: Desk, article: Article, page: int, line: int) -> None:
        super().__init__(parent, f"{article.exhibit}: {article.name}", 940, 780)
        self.desk, self.article, self.page = desk, article, page
        self._from = page, line
        self.words = label("", "muted")
        self.pages = Pages()
        self.pages.setAccessibleName("Page of the original")
        self.sheet = QScrollArea()
        self.sheet.setWidgetResizable(True)
        self.sheet.setWidget(self.pages)
        self.back = button("Previous", "The page before", lambda: self.turn(-1), key="Left")
        self.on = button("Next", "The page after", lambda: self.turn(1), key="Right")
        bar = QHBoxLayout()
        bar.setContentsMargins(14, 8, 14, 8)
        bar.addWidget(self.words, 1)
        bar.addWidget(self.back)
        bar.addWidget(self.on)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.sheet, 1)
        for keys, by in (("Left", -1), ("Right", 1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda by=by: self.turn(by))
        QShortcut(QKeySequence("Ctrl+W"), self).activated.connect(self.close)
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        self.turn(0)

    def turn(self, by: int) -> None:
        """Go so many pages on, and draw that page in the background; one that was still being drawn is dropped."""
        last = len(self.article.layout.pages)
        self.page = page = min(max(1, self.page + by), last)
        self.back.setEnabled(page > 1)
        self.on.setEnabled(page < last)
        self.words.setText(f"Drawing page {page} of {last}…")
        articles, article_id = self.desk.case.articles, self.article.id
        name = f"Drawing page {page} of {self.article.exhibit}"
        self.asked(self.desk.ask(name, lambda _: articles.page(article_id, page, _SHARP * WIDEST), self._show))

    def _show(self, picture: Pixels) -> None:
        row = 4 * picture.width
        image = QImage(picture.pixels, picture.width, picture.height, row, QImage.Format.Format_RGBX8888).copy()
        last = len(self.article.layout.pages)
        page, line = self._from
        self.words.setText(f"Page {self.page} of {last}" + (f" · the cursor is in line {line}" if self.page == page else ""))
        self.pages.show_pages([image], f"Page {self.page} of {last} of {self.article.exhibit}, as a picture")
        self.sheet.verticalScrollBar().setValue(0)
