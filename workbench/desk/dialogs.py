"""The system's file dialogs, asked from wherever a case is wanted."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

CASE_FILES = "Cases (*.case *.CASE)"


def documents() -> Path:
    """Where a user's documents are."""
    folder = Path.home() / "Documents"
    return folder if folder.is_dir() else Path.home()


def ask_new_case(parent: QWidget) -> Path | None:
    chosen, _ = QFileDialog.getSaveFileName(parent, "New case", str(documents() / "case.case"), CASE_FILES)
    return with_suffix(chosen)


def ask_case(parent: QWidget) -> Path | None:
    chosen, _ = QFileDialog.getOpenFileName(parent, "Open case", str(documents()), CASE_FILES)
    return Path(chosen) if chosen else None


def ask_copy(parent: QWidget, path: Path) -> Path | None:
    chosen, _ = QFileDialog.getSaveFileName(parent, "Save a copy", str(path.with_name(f"{path.stem} copy.case")), CASE_FILES)
    return with_suffix(chosen)


def ask_log(parent: QWidget, path: Path) -> Path | None:
    """Where the collection log goes."""
    usual = path.with_name(f"{path.stem} collection log.csv")
    chosen, _ = QFileDialog.getSaveFileName(parent, "Save the collection log", str(usual), "Table (*.csv)")
    return Path(chosen) if chosen else None


def ask_restored(parent: QWidget, path: Path, day: str) -> Path | None:
    """A new file for the backup of a day; proposed beside where the case lay."""
    folder = path.parent if path.parent.is_dir() else documents()
    usual = folder / f"{path.stem} as backed up on {day}.case"
    chosen, _ = QFileDialog.getSaveFileName(parent, "Open a backup as a new file", str(usual), CASE_FILES)
    return with_suffix(chosen)


def ask_document(parent: QWidget) -> Path | None:
    """A file to be kept as evidence."""
    chosen, _ = QFileDialog.getOpenFileName(parent, "Link a document or an image", str(documents()))
    return Path(chosen) if chosen else None


def ask_document_copy(parent: QWidget, name: str) -> Path | None:
    """Where a copy of a linked document goes; only the last part of its name is proposed."""
    chosen, _ = QFileDialog.getSaveFileName(parent, "Save a copy of the document", str(documents() / plain_name(name)))
    return Path(chosen) if chosen else None


def plain_name(name: str) -> str:
    """The last part of a name that came from elsewhere, as a file may be called on any system."""
    last = "".join(sign for sign in re.split(r"[/\\:]", name)[-1] if sign.isprintable()).strip()
    return "" if set(last) <= {"."} else last


def with_suffix(chosen: str) -> Path | None:
    """A chosen name with the suffix of a case; None when nothing was chosen."""
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == ".case" else path.with_name(path.name + ".case")
