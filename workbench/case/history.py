"""The journal in words: what happened to a claim, an article or the case, who did it and why; and what is different since a step."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.case.differences import Difference, Names, differences, shown_change
from workbench.case.noun import Noun
from workbench.domain.records import FieldChange, Step
from workbench.storage import Reader

QUIET = frozenset({"id", "claim_id", "article_id", "passage_id", "prefix", "suffix", "basis_text", "as_of"})


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a history: its step, when (ISO 8601 UTC), who, what, why."""

    seq: int
    at: str
    who: str
    what: str
    why: str


class History(Noun):
    def of_claim(self, claim_id: int) -> list[Event]:
        """What happened to a claim and what hangs on it, newest first."""
        return self._of("claims", claim_id)

    def of_article(self, article_id: int) -> list[Event]:
        """What happened to an article and in it, newest first."""
        return self._of("articles", article_id)

    def of_case(self, limit: int = 200) -> list[Event]:
        """The latest steps, newest first: by number, whatever the clock said."""
        with self._file.read() as reader:
            return [_event(step, []) for step in reader.steps(limit)]

    def steps_of(self, table: str, row: int) -> frozenset[int]:
        """The numbers of the steps that touched a claim ("claims") or an article ("articles"), or what hangs on it."""
        return frozenset(self._file.steps_of(table, row))

    def read_ahead(self) -> None:
        """Read the journal through, so that the first history asked for is as quick as the rest."""
        self._file.steps_of("claims", 0)

    def since(self, step: int) -> list[Difference]:
        """What is different now from how it was after that step, in words. Raises NotFound for a step there is not."""
        with self._file.read() as reader:
            reader.step(step)
            return differences(reader.edits_since(step), _names(reader))

    def of_step(self, step: int) -> list[Difference]:
        """What one step did, in words: fields with what they were and what they became. Raises NotFound for a step there is not."""
        with self._file.read() as reader:
            reader.step(step)
            return differences(reader.edits_since(step - 1, step), _names(reader))

    def _of(self, table: str, row: int) -> list[Event]:
        return [_event(step, changes, table) for step, changes in self._file.history(table, row)]


def _names(reader: Reader) -> Names:
    quotes = {row: passage.anchor.exact for row, passage in reader.passages().items()}
    return Names(quotes, {row: origin.name for row, origin in reader.origins().items()})


def _event(step: Step, changes: list[FieldChange], table: str = "claims") -> Event:
    prefix = {"undo": "Undone: ", "redo": "Done again: "}.get(step.kind, "")
    made_or_deleted = any(change.table == table and change.field == "id" for change in changes)
    details = "" if made_or_deleted else "; ".join(filter(None, (_in_words(change, table) for change in changes)))
    return Event(step.seq, step.at, step.who, prefix + step.name + (f" ({details})" if details else ""), step.reason)


def _in_words(change: FieldChange, table: str) -> str:
    """A change of a field that says more than the step's name; empty for the rest."""
    if change.table != table or change.field in QUIET or change.field in ("reason", "override_reason"):
        return ""
    field = change.field.replace("_", " ")
    if change.field in ("status", "basis", "grade"):
        return f"{field} {shown_change(change.before, change.after)}"
    return f"{field}: {shown_change(change.before, change.after)}" if change.before or change.after else ""
