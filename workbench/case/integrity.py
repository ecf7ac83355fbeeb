"""Check: is the case file sound, is the journal unbroken, does every citation still stand where it says?

Nothing here reads domain values: a row that a foreign tool has changed may not be one any more.
"""

from __future__ import annotations

from workbench import paths
from workbench.case.noun import Noun
from workbench.storage.soundness import citation_faults, content_faults, database_faults, journal_faults, query_faults


class Integrity(Noun):
    def faults(self) -> list[str]:
        """Everything that is wrong, one line each; an empty list means sound."""
        with self._file.read() as reader:
            found = [*database_faults(reader.connection)]
            if found:
                return found  # a damaged file says nothing reliable about the rest
            found += journal_faults(reader.connection, self._file)
            found += query_faults(reader.connection, paths.db() / "checks")
            found += content_faults(reader.connection)
            found += citation_faults(reader.connection)
        return found
