"""The main job on the example, unattended: import, index, claims, statuses, evidence, memo – and a check of what came out."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pypdfium2 as pdfium

from workbench.case import Case
from workbench.case.example import build_example
from workbench.domain.errors import WorkbenchError
from workbench.picture import take_picture
from workbench.settings import Settings


def has_screen() -> bool:
    """Whether a window can be shown here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def unattended(folder: Path) -> int:
    """Do the whole job, read the memo back, compare it with the case, and say where everything is. Returns the exit code."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "example.case"
    path.unlink(missing_ok=True)
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
        sys.stderr.write(f"workbench: {error}\n")
        return error.exit_code
    finally:
        case.close()
    for name, dark in (("desk.png", False), ("desk-dark.png", True)):
        take_picture(path, folder / name, (1680, 1050), dark=dark)
    sys.stdout.write(f"{articles} articles, {claims} claims. Memo read back: {len(wrong)} differences.\n")
    sys.stdout.write(f"Case    {path.resolve()}\nMemo    {pdf.resolve()}\nDesk    {(folder / 'desk.png').resolve()}\n")
    sys.stderr.write("".join(f"workbench: {line}\n" for line in wrong))
    return 1 if wrong else 0


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
