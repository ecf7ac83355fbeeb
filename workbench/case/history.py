"""The journal in words: what happened to a claim, an article or the case, who did it and why."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.case.noun import Noun
from workbench.domain.entities import FieldChange, Step

QUIET = frozenset({"id", "claim_id", "article_id", "passage_id", "prefix", "suffix", "basis_text", "as_of"})


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a history: when (ISO 8601 UTC), who, what, why."""

    seq: int
    at: str
    who: str
    what: str
    why: str


class History(Noun):
    def of_claim(self, claim_id: int) -> list[Event]:
        """What happened to a claim and what hangs on it, newest first."""
        with self._file.read() as reader:
            found = reader.history("claims", claim_id, owned_by="claim_id")
        return [_event(step, changes) for step, changes in found]

    def of_case(self, limit: int = 200) -> list[Event]:
        with self._file.read() as reader:
            return [_event(step, []) for step in reader.steps(limit)]


def _event(step: Step, changes: list[FieldChange]) -> Event:
    prefix = {"undo": "Undone: ", "redo": "Done again: "}.get(step.kind, "")
    made_or_deleted = any(change.table == "claims" and change.field == "id" for change in changes)
    details = "" if made_or_deleted else "; ".join(filter(None, (_in_words(change) for change in changes)))
    return Event(step.seq, step.at, step.who, prefix + step.name + (f" ({details})" if details else ""), step.reason)


def _in_words(change: FieldChange) -> str:
    """A change of a field that says more than the step's name; empty for the rest."""
    if change.table != "claims" or change.field in QUIET or change.field in ("reason", "override_reason"):
        return ""
    field = change.field.replace("_", " ")
    if change.field in ("status", "basis"):
        return f"{field} {_plain(change.before)} → {_plain(change.after)}"
    return f"{field} changed" if change.before else ""


def _plain(value: str | int | None) -> str:
    return "none" if value is None else str(value).replace("_", " ")
