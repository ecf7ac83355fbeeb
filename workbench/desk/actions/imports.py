"""Articles come in: files, folders, the clipboard, what is dropped. One thin function per user action."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from workbench.case.import_report import Report
from workbench.desk import dialogs
from workbench.desk.actions.reading import show_versions
from workbench.desk.workplace import Workplace
from workbench.domain.list_columns import ChosenColumns, Columns, columns_in, key_of, written

CASE = ".case"
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
ONLY_AN_ADDRESS = (
    "This is the address of a page, not its text, and nothing was fetched. Save the page and add the file; E links an address as evidence."
)


def import_paths(work: Workplace, paths: list[Path]) -> None:
    """Import files and folders in the background."""
    if paths:
        imports, columns = work.desk.case.imports, _remembered(work)
        run = partial(_imported, work)
        work.desk.job("Importing", lambda job: imports.files(paths, job.progress, job.cancelled, columns), run, writes=True)


def import_text(work: Workplace, text: str) -> None:
    work.desk.job("Importing", lambda _: work.desk.case.imports.paste(text), partial(_imported, work), writes=True)


def import_page(work: Workplace, source: str, text: str) -> None:
    work.desk.job("Importing", lambda _: work.desk.case.imports.paste_page(source, text), partial(_imported, work), writes=True)


def _imported(work: Workplace, report: Report) -> None:
    """Say what came in and what did not, and fill the panes that are free."""
    work.desk.announce(report.changes)
    work.imported = report
    work.desk.say(report.summary, error=bool(report.refused), action=_next_step(work, report))
    if report.unsure:
        _ask(work, report)
    for article_id in report.added[: max(0, work.area.wanted - len(work.area.panes))]:
        work.area.open(article_id)


def _remembered(work: Workplace) -> ChosenColumns:
    """What was said of the columns of lists before."""
    return ChosenColumns(remembered={key: columns_in(said) for key, said in work.desk.settings.get("list_columns").items()})


def _ask(work: Workplace, report: Report) -> None:
    """Ask which column of a list is what, and read it, and all that have the same headings, with the answer. One that is still not sure
    is asked about then."""
    from workbench.desk.columns_sheet import ColumnsSheet

    first = report.unsure[0]
    assert first.table is not None
    paths = list(dict.fromkeys(each.path for each in report.unsure if each.path))
    key = key_of(first.table.headings)

    def take(columns: Columns) -> None:
        work.desk.settings.set("list_columns", work.desk.settings.get("list_columns") | {key: written(columns)})
        import_paths(work, paths)

    ColumnsSheet(work.over, first.name, first.table, take).show()


def _next_step(work: Workplace, report: Report) -> tuple[str, Callable[[], None]] | None:
    """What a person is likely to want after an import: the list where not all could be read, a comparison where a version came, else undo
    (which Ctrl+Z does anyhow)."""
    if len(report.outcomes) > 1 and (report.refused or not report.added):
        return "The list…", partial(show_report, work)
    if report.versions:
        later, earlier = report.versions[0]
        return "Compare…", partial(show_versions, work, (earlier, later))
    return ("Undo", work.desk.undo) if report.added else None


def show_inbox(work: Workplace) -> None:
    """What waits in the folder that is watched, and which folder that is."""
    from workbench.desk.inbox.sheet import InboxSheet

    InboxSheet(work.over, work.desk, work.inbox, lambda paths: import_paths(work, paths)).show()


def show_report(work: Workplace) -> None:
    """What became of every file of the last import."""
    from workbench.desk.import_sheet import ImportSheet

    if work.imported is None:
        work.desk.say("Nothing has been imported since this window was opened. The collection log (Case) has what came in before.")
    else:
        ImportSheet(work.over, work.imported, lambda exhibit: _opened(work, exhibit)).show()


def _opened(work: Workplace, exhibit: int) -> None:
    if exhibit in work.desk.case.articles.ids():
        work.area.open(exhibit)
    else:
        work.desk.say(f"Ex. {exhibit} is no longer in the case.")


def add_files(work: Workplace) -> None:
    from workbench.importers.registry import SUFFIXES  # here: it is needed by the first import, not by every start

    kinds = f"What can be read ({' '.join(f'*{suffix}' for suffix in SUFFIXES)});;All files (*)"
    chosen, _ = QFileDialog.getOpenFileNames(work.over, "Add articles", str(dialogs.documents()), kinds)
    import_paths(work, [Path(name) for name in chosen])


def add_folder(work: Workplace) -> None:
    if chosen := QFileDialog.getExistingDirectory(work.over, "Add a folder", str(dialogs.documents())):
        import_paths(work, [Path(chosen)])


def paste(work: Workplace) -> None:
    """Import what is on the clipboard."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None or not import_data(work, data):  # None: an empty clipboard, on some systems
        work.desk.say("There is no text on the clipboard.")


def import_data(work: Workplace, data: QMimeData) -> bool:
    """Import what was pasted or dropped: files, a part of a page, or text; case files are opened. A web address is none of these,
    and is told so. Whether there was anything."""
    text = data.text().strip() if data.hasText() else ""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    cases = [path for path in paths if path.suffix.lower() == CASE]
    for case in cases:
        work.open_case(case)
    if rest := [path for path in paths if path not in cases]:
        import_paths(work, rest)
    elif cases:
        return True
    elif any(url.scheme() in ("http", "https") for url in data.urls()) or _ADDRESS.fullmatch(text):
        work.desk.say(ONLY_AN_ADDRESS)
    elif data.hasHtml() and data.html().strip():
        import_page(work, data.html(), data.text())
    elif text:
        import_text(work, data.text())
    else:
        return False
    return True
