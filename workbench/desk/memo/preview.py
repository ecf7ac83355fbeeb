"""The memo as it will be: the same PDF is shown, printed and saved."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QCloseEvent, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workbench.desk.desk import Desk
from workbench.desk.memo.pages import Pages
from workbench.desk.memo.printing import ask_printer, page_images, print_pdf
from workbench.desk.memo.words import MemoWords
from workbench.desk.room import room_on_screen
from workbench.desk.sheet import Sheet
from workbench.desk.widgets import alive, button, label
from workbench.domain.plurals import counted

SCALE = 1.8  # pixels a point, on screen
SIDE = 340  # pixels for the words beside the pages, on a screen that has the room


@dataclass(frozen=True, slots=True)
class Made:
    """A memo as set: the PDF, its pages as pictures, and the scripts that no font here can show."""

    pdf: bytes
    images: list[QImage]
    missing: tuple[str, ...]


class Preview(Sheet):
    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent, "Verification memo", 1240, 1000)
        self.desk = desk
        self.pdf = b""
        self.images: list[QImage] = []
        self.words = label("Setting the memo…", "muted", wrap=True)
        self.pages = Pages()
        self.sheet = QScrollArea()
        self.sheet.setWidgetResizable(True)
        self.sheet.setWidget(self.pages)
        self.editor = MemoWords(desk)
        side = QScrollArea()
        side.setWidgetResizable(True)
        side.setWidget(self.editor)
        side.setFixedWidth(min(SIDE, room_on_screen(self).width() * 2 // 5))
        self.save_button = button("Save PDF…", "Keep the memo as a PDF file", self.save, kind="primary", key="Ctrl+S")
        self.print_button = button("Print…", "Print the memo", self.print_memo, key="Ctrl+P")
        bar = QHBoxLayout()
        bar.setContentsMargins(14, 8, 14, 8)
        bar.addWidget(self.words, 1)
        bar.addWidget(self.print_button)
        bar.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(bar)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(side)
        across.addWidget(self.sheet, 1)
        layout.addLayout(across, 1)
        self.editor.edited.connect(self.render_memo)
        for keys, run in (("Ctrl+S", self.save), ("Ctrl+P", self.print_memo), ("Ctrl+W", self.close)):
            QShortcut(QKeySequence(keys), self).activated.connect(run)
        self._ready(False)

    def render_memo(self) -> None:
        """Set the memo in the background and show its pages; what is being set of an earlier state is dropped."""
        desk = self.desk

        def work(_: object) -> Made:
            pdf = desk.case.memos.render(".pdf")
            return Made(pdf, page_images(pdf, SCALE), desk.case.memos.missing_scripts())

        self.asked(desk.job("Setting the memo", work, self._show))

    def _ready(self, ready: bool) -> None:
        self.save_button.setEnabled(ready)
        self.print_button.setEnabled(ready)

    def _show(self, made: Made) -> None:
        self.pdf, self.images = made.pdf, made.images
        self._ready(True)
        count = len(made.images)
        said = f"{counted(count, 'page')} · the same file is shown, printed and saved"
        lacking = f" · no font here for {', '.join(made.missing)}: install one to print it" if made.missing else ""
        self.words.setText(said + lacking)
        self.pages.show_pages(made.images)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.editor.commit()
        super().closeEvent(event)

    def save(self) -> None:
        if not self.pdf:
            return
        usual = self.desk.case.path.with_suffix(".pdf")
        chosen, _ = QFileDialog.getSaveFileName(self, "Save the memo", str(usual), "PDF (*.pdf)")
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        try:
            path.write_bytes(self.pdf)
        except OSError as error:
            self.desk.say(f"{path.name}: the memo could not be written ({error.strerror}).", error=True)
            self.words.setText(f"Not saved: {error.strerror}")
        else:
            self.words.setText(f"Saved: {path}")

    def print_memo(self) -> None:
        if not self.pdf:
            return
        if printer := ask_printer(self, len(self.images)):
            print_pdf(self.desk, printer, self.pdf, also=self._tell)

    def _tell(self, said: str) -> None:
        if alive(self):
            self.words.setText(said)
