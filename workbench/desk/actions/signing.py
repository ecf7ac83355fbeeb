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
    from workbench.desk.workplace import Workplace


def check_pass(work: Workplace) -> None:
    work.detail.commit()
    CheckersPass(work.over, work.desk, work.go_to).show()


def sign_off(work: Workplace) -> None:
    work.detail.commit()
    SignOff(work.over, work.desk, lambda: check_pass(work)).show()


def second_copy(work: Workplace) -> None:
    """Write the case without its verdicts into a file for a colleague."""
    work.detail.commit()
    desk = work.desk
    usual = desk.case.path.with_name(f"{desk.case.path.stem} for a second pair of eyes.case")
    chosen, _ = QFileDialog.getSaveFileName(work.over, "A copy for a second pair of eyes", str(usual), dialogs.CASE_FILES)
    if target := dialogs.with_suffix(chosen):
        desk.job(
            "Making a copy without verdicts",
            lambda job: desk.case.second.export(target, job.progress, job.cancelled),
            lambda made: desk.say(f"{made.name} holds the articles, marks and evidence, and no verdict. Send it to your colleague."),
        )


def second_back(work: Workplace) -> None:
    """Lay a returned copy beside the case."""
    work.detail.commit()
    chosen, _ = QFileDialog.getOpenFileName(work.over, "The answer of a second pair of eyes", str(dialogs.documents()), dialogs.CASE_FILES)
    if chosen:
        desk = work.desk

        def done(comparison: Comparison) -> None:
            SecondPairSheet(work.over, desk, comparison).show()

        desk.job("Comparing with a second pair of eyes", lambda job: desk.case.second.compare(Path(chosen), job.progress), done)
