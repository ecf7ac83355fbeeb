"""The inquiry itself: reference, title, question, cut-off, handling, who it is from and to."""

from __future__ import annotations

from workbench.case.noun import Noun, kept
from workbench.domain.changes import Changes
from workbench.domain.entities import CaseInfo


class Info(Noun):
    def get(self) -> CaseInfo:
        with self._file.read() as reader:
            return reader.info()

    def edit(self, **values: str) -> Changes:
        """Set fields of the case by name, for instance title="…"."""
        with self._file.operation(f"Edit the case: {', '.join(name.replace('_', ' ') for name in sorted(values))}") as operation:
            with self._file.read() as reader:
                row = reader.info_id()
            operation.update("info", row, **{name: kept(value) for name, value in values.items()})
        return operation.changes
