"""The desk as a picture: a real window, drawn without a screen."""

from __future__ import annotations

import os
import time
from pathlib import Path

from workbench.domain.errors import WorkbenchError

PATIENCE = 60  # seconds


class PictureFailed(WorkbenchError):
    def __init__(self, reason: str) -> None:
        super().__init__(f"No picture could be made: {reason}")


def take_picture(case_path: Path, output: Path, size: tuple[int, int], *, dark: bool = False, claim: int = 0) -> None:
    """Write a PNG of the desk on a case, `size` in pixels. Raises CaseFileError or PictureFailed; the case is not changed."""
    if output.suffix.lower() != ".png":
        raise PictureFailed(f"{output} does not end in .png")
    if not output.parent.is_dir():
        raise PictureFailed(f"there is no folder {output.parent}")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from workbench.app import make_app
    from workbench.case import Case
    from workbench.desk import fonts, theme
    from workbench.desk.desk import Desk
    from workbench.desk.window import Window
    from workbench.desk.workplace import Opener
    from workbench.settings import Settings

    app = QApplication.instance() or make_app(["workbench"])
    fonts.use()
    theme.apply("dark" if dark else "light")
    case = Case.open(case_path, lambda: "picture", read_only=True)
    window = Window(Desk(case, Settings(apart={})), Opener())
    window.resize(*size)
    window.show()
    window.start()
    _settle(app, window)
    window.desk.choose(claim or next((v.claim.id for v in window.claims.views if v.warnings), 0))
    window.work.show_claim()
    _settle(app, window)
    half = output.with_name(f".{output.name}.part")
    saved = window.grab().save(str(half), "PNG")
    if saved:
        half.replace(output)
    window.close()
    if not saved:
        raise PictureFailed(f"{output} cannot be written")


def _settle(app: object, window: object) -> None:
    """Let the window draw and the background finish."""
    until = time.monotonic() + PATIENCE
    quiet = 0
    while quiet < 30 and time.monotonic() < until:
        app.processEvents()  # type: ignore[attr-defined]
        desk = window.desk  # type: ignore[attr-defined]
        quiet = quiet + 1 if desk.at_rest else 0
        time.sleep(0.01)
