"""Integrity: what is wrong with a case file, looked for in all of it."""

from __future__ import annotations

from workbench import paths
from workbench.case.noun import Noun
from workbench.storage import CaseFile
from workbench.storage.soundness import examine


class Integrity(Noun):
    def faults(self) -> list[str]:
        """Everything that is wrong with the file, in words; empty for a sound one."""
        return faults_of(self._file)


def faults_of(file: CaseFile) -> list[str]:
    """The same of a file that is not the case at hand."""
    with file.read() as reader:
        return list(examine(reader, file, paths.db() / "checks").faults)
