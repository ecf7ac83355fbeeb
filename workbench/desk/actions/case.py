"""The case: new, open, articles in, check, memo. One thin function per user action."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QMainWindow

from workbench.desk import dialogs
from workbench.desk.actions.common import attempt
from workbench.desk.popup import Ask, Form
from workbench.domain.vocabulary import Handling

if TYPE_CHECKING:
    from workbench.case.integrity import Examination
    from workbench.desk.workplace import Workplace
    from workbench.domain.moves import Move


def new_case(work: Workplace) -> None:
    if chosen := dialogs.ask_new_case(work.over):
        work.open_case(chosen, create=True)


def open_case(work: Workplace) -> None:
    if chosen := dialogs.ask_case(work.over):
        work.open_case(chosen)


def close_case(work: Workplace) -> None:
    """Close this window; with the last one comes the first page."""
    work.opener.close(work)


def open_backup(work: Workplace) -> None:
    """The backups of this case."""
    show_backups(work, work.desk.case.path)


def show_backups(work: Workplace, case: Path | None) -> None:
    """The backups of a case, which need not be the one that is open."""
    from workbench.desk.backups import Backups

    Backups(work.over, case, work.open_case).show()


def open_example(work: Workplace) -> None:
    work.opener.example()


def save_copy(work: Workplace) -> None:
    case = work.desk.case
    if target := dialogs.ask_copy(work.over, case.path):
        work.desk.job("Saving a copy", lambda _: case.save_copy(target), lambda saved: work.desk.say(f"Copy saved and checked: {saved}"))


def save_log(work: Workplace) -> None:
    """Write what came into the case, when, from where and by whom, as a table."""
    case = work.desk.case
    if target := dialogs.ask_log(work.over, case.path):
        work.desk.job("Writing the log", lambda _: case.collection.save(target), lambda _: work.desk.say(f"Saved: {target}"))


def save_as(work: Workplace) -> None:
    """Save a copy and go on in it."""
    case = work.desk.case
    if target := dialogs.ask_copy(work.over, case.path):
        work.desk.job("Saving", lambda _: case.save_copy(target), lambda saved: work.open_case(saved, instead=True))


def follow_file(work: Workplace, move: Move) -> None:
    """The file was taken from under the window: say where work goes on, and offer to save it elsewhere."""
    work.desk.settings.remember_case(move.now)
    work.desk.settings.set("last", str(move.now))
    work.desk.say(str(move), error=move.rescued, action=("Save as…", lambda: save_as(work)), stays=True)


def edit_case(work: Workplace) -> None:
    info = work.desk.case.info.get()
    names = ("reference", "title", "question", "as_of", "handling", "analyst", "memo_to", "memo_from")
    labels = ("Reference", "Title", "Question", "Cut-off", "Handling", "Analyst", "Memo to", "Memo from")
    hints = {"as_of": "(now, or 22 Oct 2024 18:00 UTC)", "question": "(what is to be found out)", "memo_to": "(who reads it)"}
    asks = [
        Ask(
            text,
            str(getattr(info, name)),
            [h.value for h in Handling] if name == "handling" else (),
            hints.get(name, "( )"),
            closed=name == "handling",
        )
        for name, text in zip(names, labels, strict=True)
    ]

    def done(values: list[str]) -> str:
        if values[4] not in {h.value for h in Handling}:
            return f"Handling is one of {', '.join(h.value for h in Handling)}."
        changed = {n: v for n, v in zip(names, values, strict=True) if v != str(getattr(info, n))}
        return attempt(work, lambda: work.desk.case.info.edit(**changed)) if changed else ""

    Form(work.over, "About this case", asks, done).open_at(work.middle())


def first_page(work: Workplace) -> None:
    """What a new case begins with: who works on it, its title, its question and its cut-off. Enter takes what stands there."""
    case, settings = work.desk.case, work.desk.settings
    info = case.info.get()
    asks = [
        Ask("Your name", settings.analyst, (), "it stands beside every change and in the memo"), Ask("Title", info.title),
        Ask("Question", "", (), "(what is to be found out)"),
        Ask("Cut-off", "", (), "(now, or a day such as 2024-10-22: what came later is not counted)"),
    ]  # fmt: skip

    def done(values: list[str]) -> str:
        if not values[0]:
            return "A name, please: it stands beside every change."
        settings.set("analyst", values[0])
        new = {"analyst": values[0], "memo_from": values[0], "title": values[1] or info.title, "question": values[2], "as_of": values[3]}
        changed = {name: value for name, value in new.items() if value != getattr(info, name)}
        return attempt(work, lambda: case.info.edit(**changed)) if changed else ""

    Form(work.over, "A new case", asks, done).open_at(work.middle())


def edit_name(work: Workplace) -> None:
    def done(values: list[str]) -> str:
        if not values[0]:
            return "A name, please: it stands beside every change."
        work.desk.settings.set("analyst", values[0])
        return ""

    Form(work.over, "Your name", [Ask("Name", work.desk.settings.analyst)], done).open_at(work.middle())


def check(work: Workplace) -> None:
    """Check everything, in the background."""

    def done(found: Examination) -> None:
        if found.faults:
            words = f"{len(found.faults)} thing(s) are wrong: " + "; ".join(found.faults[:4])
            work.desk.say(words, error=True, action=("Open a backup…", lambda: open_backup(work)))
        else:
            remarks = f" Remarks ({len(found.remarks)}): {'; '.join(found.remarks[:4])}." if found.remarks else ""
            work.desk.say(f"The case is sound: file, journal, hashes and every citation.{remarks}")

    work.desk.job("Checking the case", lambda _: work.desk.case.integrity.examine(), done)


def memo(work: Workplace) -> None:
    """The memo as it is now, in a preview."""
    from workbench.desk.memo.preview import Preview

    work.detail.commit()
    shown = next((sheet for sheet in work.over.findChildren(Preview) if sheet.isVisible()), None)
    preview = shown or Preview(work.over, work.desk)
    preview.show()
    preview.raise_()
    preview.activateWindow()
    preview.render_memo()


def quit_desk(work: Workplace) -> None:
    """Close every case."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QMainWindow) and window.isVisible():
            window.close()
