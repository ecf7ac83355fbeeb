"""The case: new, open, articles in, check, memo. One thin function per user action."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from workbench.desk import dialogs
from workbench.desk.actions.common import attempt
from workbench.desk.popup import Ask, Form
from workbench.domain.vocabulary import Handling

if TYPE_CHECKING:
    from workbench.desk.window import Window
    from workbench.domain.moves import Move
    from workbench.storage.soundness import Examination


def new_case(window: Window) -> None:
    if chosen := dialogs.ask_new_case(window):
        window.open_path(chosen, create=True)


def open_case(window: Window) -> None:
    if chosen := dialogs.ask_case(window):
        window.open_path(chosen)


def open_backup(window: Window) -> None:
    """The backups of this case."""
    show_backups(window, window.desk.case.path)


def show_backups(window: Window, case: Path | None) -> None:
    """The backups of a case, which need not be the one that is open."""
    from workbench.desk.backups import Backups

    Backups(window, case, window.open_path).show()


def open_example(window: Window) -> None:
    window.open_example()


def save_copy(window: Window) -> None:
    case = window.desk.case
    if target := dialogs.ask_copy(window, case.path):
        window.desk.job(
            "Saving a copy", lambda _: case.save_copy(target), lambda saved: window.desk.say(f"Copy saved and checked: {saved}")
        )


def save_as(window: Window) -> None:
    """Save a copy and go on in it."""
    case = window.desk.case
    if target := dialogs.ask_copy(window, case.path):
        window.desk.job("Saving", lambda _: case.save_copy(target), window.open_path)


def follow_file(window: Window, move: Move) -> None:
    """The file was taken from under the window: say where work goes on, and offer to save it elsewhere."""
    window.desk.settings.remember_case(move.now)
    window.desk.settings.set("last", str(move.now))
    window.status.show_saved()
    window.desk.say(str(move), error=move.rescued, action=("Save as…", lambda: save_as(window)), stays=True)


def add_files(window: Window) -> None:
    chosen, _ = QFileDialog.getOpenFileNames(window, "Add articles", str(dialogs.documents()))
    window.import_paths([Path(name) for name in chosen])


def add_folder(window: Window) -> None:
    if chosen := QFileDialog.getExistingDirectory(window, "Add a folder", str(dialogs.documents())):
        window.import_paths([Path(chosen)])


def paste(window: Window) -> None:
    """Import the text on the clipboard."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None:  # an empty clipboard, on some systems
        window.desk.say("There is no text on the clipboard.")
    elif data.hasUrls() and any(url.isLocalFile() for url in data.urls()):
        window.import_paths([Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()])
    elif data.hasText() and data.text().strip():
        window.import_text(data.text())
    else:
        window.desk.say("There is no text on the clipboard.")


def edit_case(window: Window) -> None:
    info = window.desk.case.info.get()
    names = ("reference", "title", "question", "as_of", "handling", "analyst", "memo_to", "memo_from")
    labels = ("Reference", "Title", "Question", "Cut-off", "Handling", "Analyst", "Memo to", "Memo from")
    hints = {"as_of": "(now, or 22 Oct 2024 18:00 UTC)", "question": "(what is to be found out)", "memo_to": "(who reads it)"}
    asks = [
        Ask(text, str(getattr(info, name)), [h.value for h in Handling] if name == "handling" else (), hints.get(name, "( )"))
        for name, text in zip(names, labels, strict=True)
    ]

    def done(values: list[str]) -> str:
        if values[4] not in {h.value for h in Handling}:
            return f"Handling is one of {', '.join(h.value for h in Handling)}."
        changed = {n: v for n, v in zip(names, values, strict=True) if v != str(getattr(info, n))}
        return attempt(window, lambda: window.desk.case.info.edit(**changed)) if changed else ""

    Form(window, "About this case", asks, done).open_at(window.middle())


def edit_name(window: Window) -> None:
    def done(values: list[str]) -> str:
        if not values[0]:
            return "A name, please: it stands beside every change."
        window.desk.settings.set("analyst", values[0])
        return ""

    Form(window, "Your name", [Ask("Name", window.desk.settings.analyst)], done).open_at(window.middle())


def check(window: Window) -> None:
    """Check everything, in the background."""

    def done(found: Examination) -> None:
        if found.faults:
            words = f"{len(found.faults)} thing(s) are wrong: " + "; ".join(found.faults[:4])
            window.desk.say(words, error=True, action=("Open a backup…", lambda: open_backup(window)))
        else:
            remarks = f" Remarks ({len(found.remarks)}): {'; '.join(found.remarks[:4])}." if found.remarks else ""
            window.desk.say(f"The case is sound: file, journal, hashes and every citation.{remarks}")

    window.desk.job("Checking the case", lambda _: window.desk.case.integrity.examine(), done)


def memo(window: Window) -> None:
    window.detail.commit()
    window.show_memo()


def quit_desk(window: Window) -> None:
    window.close()
