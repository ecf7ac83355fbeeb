"""Signing and the second pair of eyes. One thin function per user action."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from workbench.case.second import Comparison
from workbench.desk import dialogs
from workbench.desk.signing.checking import CheckersPass
from workbench.desk.signing.second import SecondPairSheet
from workbench.desk.signing.versions import SignOff

if TYPE_CHECKING:
    from workbench.desk.window import Window


def check_pass(window: Window) -> None:
    window.detail.commit()
    CheckersPass(window, window.desk, window.go_to).show()


def sign_off(window: Window) -> None:
    window.detail.commit()
    SignOff(window, window.desk, lambda: check_pass(window)).show()


def second_copy(window: Window) -> None:
    """Write the case without its verdicts into a file for a colleague."""
    window.detail.commit()
    desk = window.desk
    usual = desk.case.path.with_name(f"{desk.case.path.stem} for a second pair of eyes.case")
    chosen, _ = QFileDialog.getSaveFileName(window, "A copy for a second pair of eyes", str(usual), dialogs.CASE_FILES)
    if target := dialogs.with_suffix(chosen):
        desk.job(
            "Making a copy without verdicts",
            lambda job: desk.case.second.export(target, job.progress, job.cancelled),
            lambda made: desk.say(f"{made.name} holds the articles, marks and evidence, and no verdict. Send it to your colleague."),
        )


def second_back(window: Window) -> None:
    """Lay a returned copy beside the case."""
    window.detail.commit()
    chosen, _ = QFileDialog.getOpenFileName(window, "The answer of a second pair of eyes", str(dialogs.documents()), dialogs.CASE_FILES)
    if chosen:
        desk = window.desk

        def done(comparison: Comparison) -> None:
            SecondPairSheet(window, desk, comparison).show()

        desk.job("Comparing with a second pair of eyes", lambda job: desk.case.second.compare(Path(chosen), job.progress), done)
