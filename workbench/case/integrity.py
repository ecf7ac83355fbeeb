"""Integrity: what is wrong with a case file, looked for in all of it."""

from __future__ import annotations

from workbench import paths
from workbench.case.noun import Noun
from workbench.storage import CaseFile
from workbench.storage.soundness import Examination, examine

__all__ = ["Examination", "Integrity", "examined"]


class Integrity(Noun):
    def faults(self) -> list[str]:
        """Everything that is wrong, one line each; an empty list means sound."""
        return list(self.examine().faults)

    def examine(self) -> Examination:
        """All of the file, looked at: its faults, and remarks on what an older version kept otherwise."""
        return examined(self._file)


def examined(file: CaseFile) -> Examination:
    """The same of a file that is not the case at hand."""
    with file.read() as reader:
        return examine(reader, file, paths.db() / "checks")
