"""The inquiry itself: reference, title, question, cut-off, handling, who it is from and to."""

from __future__ import annotations

from workbench.case.noun import Columns, Noun, kept, refuse_unknown, with_dates
from workbench.domain.changes import Changes
from workbench.domain.records import CaseInfo
from workbench.domain.vocabulary import Handling

COLUMNS: Columns = {
    **dict.fromkeys(("reference", "title", "question", "as_of", "standard_of_proof", "analyst", "checker", "memo_to", "memo_from")),
    **dict.fromkeys(("bottom_line", "safe_wording")),
    "handling": Handling,
}
"""What `edit` may set."""


class Info(Noun):
    def get(self) -> CaseInfo:
        return self._views.info()

    def edit(self, **values: str) -> Changes:
        """Set fields of COLUMNS by name, for instance title="…". Raises RuleBroken for any other and for a cut-off that is no moment."""
        refuse_unknown(values, COLUMNS)
        values = with_dates("info", values)
        with self._file.operation(f"Edit the case: {', '.join(name.replace('_', ' ') for name in sorted(values))}") as operation:
            with self._file.read() as reader:
                row = reader.info_id()
            operation.update("info", row, **{name: kept(value) for name, value in values.items()})
        return operation.changes
