"""Check: is the case file sound, is the journal unbroken, does every citation still stand where it says?"""

from __future__ import annotations

from workbench import paths
from workbench.case.noun import Noun
from workbench.storage.soundness import Examination, examine


class Integrity(Noun):
    def faults(self) -> list[str]:
        """Everything that is wrong, one line each; an empty list means sound."""
        return list(self.examine().faults)

    def examine(self) -> Examination:
        """All of the file, looked at: its faults, and remarks on what an older version kept otherwise."""
        with self._file.read() as reader:
            return examine(reader.connection, self._file, paths.db() / "checks")
