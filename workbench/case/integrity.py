"""Check: is the case file sound, is the journal unbroken, does every citation still stand where it says?"""

from __future__ import annotations

from workbench import paths
from workbench.case.noun import Noun
from workbench.storage.soundness import examine


class Integrity(Noun):
    def faults(self) -> list[str]:
        """Everything that is wrong, one line each; an empty list means sound."""
        with self._file.read() as reader:
            return list(examine(reader.connection, self._file, paths.db() / "checks").faults)
