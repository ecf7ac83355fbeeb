"""The analyst's own words in the memo: kept in the case, printed in the PDF, taken back again, undone."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.desk.conftest import active
from tests.desk.making import steps
from tests.journeys.driver import CTRL, Analyst
from workbench.desk.actions.case import memo
from workbench.desk.free_text import FreeText
from workbench.desk.memo.preview import Preview
from workbench.desk.window import Window

OWN = "Do not print the figure before the crew has been heard."


@pytest.fixture
def analyst(sample: Window) -> Analyst:
    analyst = Analyst(sample)
    sample.area.panes[0].view.setFocus()
    analyst.press(Qt.Key.Key_P, CTRL)
    analyst.wait()
    preview = preview_of(analyst)
    preview.activateWindow()
    assert QTest.qWaitForWindowActive(preview)
    return analyst


def preview_of(analyst: Analyst) -> Preview:
    (preview,) = analyst.window.findChildren(Preview)
    return preview


def line(analyst: Analyst, name: str = "bottom_line") -> FreeText:
    return preview_of(analyst).editor.lines[name]


def write(analyst: Analyst, name: str, words: str) -> None:
    """Replace what stands in a line with the keyboard and leave it."""
    line(analyst, name).setFocus()
    line(analyst, name).selectAll()
    QTest.keyClicks(line(analyst, name), words)
    line(analyst, name).clearFocus()
    analyst.wait()


def printed(analyst: Analyst) -> str:
    """The words of the PDF that the preview shows, as one line."""
    document = pdfium.PdfDocument(preview_of(analyst).pdf)
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(text.replace("\ufffe", "").replace("-\r\n", "").split())


def info(analyst: Analyst, name: str = "bottom_line") -> str:
    return str(getattr(analyst.window.desk.case.info.get(), name))


def test_the_drafts_stand_there_and_are_not_kept_until_edited(analyst: Analyst) -> None:
    drafts = analyst.window.desk.case.memos.drafts()
    step = steps(analyst)
    for name in ("bottom_line", "safe_wording"):
        assert line(analyst, name).toPlainText() == drafts[name]
        assert drafts[name]
        line(analyst, name).setFocus()
    preview_of(analyst).close()
    assert steps(analyst) == step
    assert info(analyst) == ""


def test_an_edited_bottom_line_is_kept_and_printed(analyst: Analyst) -> None:
    draft, step = line(analyst).toPlainText(), steps(analyst)
    assert OWN not in printed(analyst)
    write(analyst, "bottom_line", OWN)
    assert info(analyst) == OWN
    assert steps(analyst) == step + 1
    assert OWN in printed(analyst)
    assert draft.splitlines()[0][:40] not in printed(analyst), "the draft has given way"


def test_who_it_is_to_and_the_safe_wording_are_printed_too(analyst: Analyst) -> None:
    write(analyst, "memo_to", "The night desk of Oster")
    write(analyst, "safe_wording", "A leak of unknown size.")
    text = printed(analyst)
    assert "The night desk of Oster" in text
    assert "A leak of unknown size." in text
    assert (info(analyst, "memo_to"), info(analyst, "safe_wording")) == ("The night desk of Oster", "A leak of unknown size.")


def test_several_lines_are_several_points(analyst: Analyst) -> None:
    analyst.window.desk.do(lambda: analyst.window.desk.case.info.edit(bottom_line="First, the valve. C2\nSecond, the river. C1"))
    points = analyst.window.desk.case.memos.build().bottom_line
    assert [p.text for p in points] == ["First, the valve. C2", "Second, the river. C1"]


def test_words_that_look_like_markup_are_printed_as_they_are(analyst: Analyst) -> None:
    strange = "#read(1) *not bold* <b>tag</b> $x$ @ref"
    write(analyst, "bottom_line", strange)
    assert preview_of(analyst).pdf.startswith(b"%PDF")
    assert strange in printed(analyst)


def redraft(analyst: Analyst) -> None:
    (button,) = [b for b in preview_of(analyst).findChildren(QPushButton) if b.text() == "Take the drafts again"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    analyst.wait()


def test_take_the_drafts_again_restores_them_in_one_step(analyst: Analyst) -> None:
    draft = line(analyst).toPlainText()
    write(analyst, "bottom_line", OWN)
    write(analyst, "memo_to", "The night desk of Oster")
    step = steps(analyst)
    redraft(analyst)
    assert steps(analyst) == step + 1
    assert line(analyst).toPlainText() == draft
    assert info(analyst) == ""
    assert OWN not in printed(analyst)
    assert info(analyst, "memo_to") == "The night desk of Oster", "only the drafted words are taken back"


def test_undo_brings_the_words_back_in_the_case_the_editor_and_the_pages(analyst: Analyst) -> None:
    draft = line(analyst).toPlainText()
    write(analyst, "bottom_line", OWN)
    redraft(analyst)
    analyst.window.desk.undo()
    analyst.wait()
    assert info(analyst) == OWN
    assert line(analyst).toPlainText() == OWN
    assert OWN in printed(analyst)
    analyst.window.desk.undo()
    analyst.wait()
    assert info(analyst) == ""
    assert line(analyst).toPlainText() == draft
    assert OWN not in printed(analyst)


def test_closing_the_preview_keeps_what_was_being_written(analyst: Analyst) -> None:
    line(analyst).setFocus()
    line(analyst).selectAll()
    QTest.keyClicks(line(analyst), OWN)
    preview_of(analyst).close()
    assert info(analyst) == OWN


def test_the_words_are_there_after_a_restart(analyst: Analyst, open_window: Callable[..., Window]) -> None:
    write(analyst, "bottom_line", OWN)
    path = analyst.window.desk.case.path
    analyst.window.close()
    again = Analyst(active(open_window(path)))
    memo(again.window.work)
    again.wait()
    assert line(again).toPlainText() == OWN
    assert OWN in printed(again)
    QApplication.processEvents()
