"""The main job on the example, unattended: import, index, claims, statuses, evidence, memo – and a check of what came out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from workbench import terminal
from workbench.case import Case
from workbench.case.example import build_example
from workbench.domain.errors import MemoFailed, WorkbenchError
from workbench.picture import take_picture
from workbench.settings import Settings


def unattended(folder: Path, say: Callable[[dict[str, Any], list[str]], None]) -> int:
    """Do the whole job, read the memo back, compare it with the case, and say where everything is. Returns the exit code."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MemoFailed(f"{folder} cannot be made a folder ({error.strerror})") from error
    path = _free(folder, "example")
    settings = Settings()
    case = build_example(path, lambda: settings.analyst)
    try:
        case.index.refresh()
        _, results = case.index.search("solvent")
        pdf = folder / "memo.pdf"
        pdf.write_bytes(case.memos.render(".pdf"))
        wrong = [*case.integrity.faults(), *_differences(case, pdf)]
        if not (results and results.hits):
            wrong.append("the index found nothing for “solvent”")
        articles, claims = len(case.articles.all()), len(case.claims.views())
    except WorkbenchError as error:
        terminal.complain(str(error))
        return error.exit_code
    finally:
        case.close()
    for name, dark in (("desk.png", False), ("desk-dark.png", True)):
        take_picture(path, folder / name, (1680, 1050), dark=dark)
    desk = folder / "desk.png"
    words = [f"{articles} articles, {claims} claims. Memo read back: {len(wrong)} differences."]
    words += [f"Case    {path.resolve()}", f"Memo    {pdf.resolve()}", f"Desk    {desk.resolve()} (and desk-dark.png)"]
    say({"case": str(path), "memo": str(pdf), "desk": str(desk), "articles": articles, "claims": claims, "differences": wrong}, words)
    for line in wrong:
        terminal.complain(line)
    return 1 if wrong else 0


def _free(folder: Path, stem: str) -> Path:
    """A name for a new case in a folder: nobody's file is ever replaced."""
    names = (f"{stem}.case", *(f"{stem}-{number}.case" for number in range(2, 10_000)))
    return next(folder / name for name in names if not (folder / name).exists())


def _differences(case: Case, pdf: Path) -> list[str]:
    """Claims whose number, words or printed status the memo's text does not carry."""
    document = pdfium.PdfDocument(str(pdf))
    text = _plain(" ".join(page.get_textpage().get_text_range() for page in document))
    document.close()
    wrong = []
    for view in case.claims.views():
        claim = view.claim
        lacking = [what for what in (claim.number, claim.verdict.label, claim.text) if _plain(what) not in text]
        wrong += [f"memo: {claim.number} lacks “{what}”" for what in lacking]
    return wrong


def _plain(text: str) -> str:
    """Letters and digits only: a PDF breaks lines and hyphenates as it likes."""
    return "".join(char for char in text if char.isalnum())
