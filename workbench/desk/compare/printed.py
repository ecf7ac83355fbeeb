"""One landscape page as a PDF: made in the background, kept as a file or sent to a printer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from workbench.desk.desk import Desk
from workbench.desk.memo.printing import ask_printer, print_pdf


class Printed:
    """Saves and prints for a window. What it says goes to the message bar."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        self.parent, self.desk = parent, desk

    def save(self, page: Callable[[], bytes], name: str, remark: str = "") -> None:
        """Ask where to, set the page in the background, write it."""
        path = self.desk.case.path
        usual = path.with_name(f"{path.stem} {name}.pdf")
        chosen, _ = QFileDialog.getSaveFileName(self.parent, "Save as PDF", str(usual), "PDF (*.pdf)")
        if chosen:
            target = Path(chosen)
            self.desk.job("Setting the page", lambda _: page(), lambda pdf: self._write(target, pdf, remark))

    def _write(self, target: Path, pdf: bytes, remark: str) -> None:
        try:
            target.write_bytes(pdf)
        except OSError as error:
            self.desk.say(f"{target.name} could not be written ({error.strerror}).", error=True)
        else:
            self.desk.say(f"Saved: {target}.{remark}")

    def print_page(self, page: Callable[[], bytes], remark: str = "") -> None:
        """Ask for a printer, set the page in the background, print it."""
        if printer := ask_printer(self.parent, landscape=True):
            self.desk.job("Setting the page", lambda _: page(), lambda pdf: print_pdf(self.desk, printer, pdf, remark))
