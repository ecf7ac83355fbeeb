"""The journal in words: what happened to a claim, an article or the case, who did it and why; and what is different since a step.

What a step did is told from the rows that it changed, never from its name, so that the steps of old cases say as much as new ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.case.differences import GONE, Difference, differences
from workbench.case.names import Names
from workbench.case.noun import Noun
from workbench.case.shortening import ended, written
from workbench.case.wording import Wording
from workbench.domain.changes import Edit, Row
from workbench.domain.records import Step
from workbench.storage import Reader
from workbench.storage.names import RowNames

SHORT, WHOLE = 48, 600
"""Letters of a value in a line, and where all of it is told."""
LONGEST = 240
"""Letters of a line."""
SOME, MANY = 3, 60
"""Things and lines of each that are told in a line, and where all of it is told."""
ALL_AT_ONCE = 400
"""Steps from which the names of all rows are read at once."""
FIRST_TOLD, LAST = {"article": 0, "claim": 1}, 2
"""What a step has deleted comes first: the rest went with it."""
OWNERS = {"claims": ("claim", "claim_id"), "articles": ("article", "article_id")}


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a history: its step, when (ISO 8601 UTC), who, what (which thing by number and words, which field, from what and to
    what) and why. `name` is what the step was called when it was made, `unwritten` the whole, which is asked for seldom."""

    seq: int
    at: str
    who: str
    name: str
    what: str
    why: str
    unwritten: str

    @property
    def whole(self) -> str:
        """What it did, uncut, a line a difference."""
        return written(self.unwritten, WHOLE)

    @property
    def found_by(self) -> str:
        """All that it may be looked for by, in small letters."""
        return f"{self.seq} {self.at[:10]} {self.who} {self.name} {self.whole} {self.why}".casefold()


class History(Noun):
    def of_claim(self, claim_id: int, limit: int | None = None) -> list[Event]:
        """What happened to a claim and what hangs on it, newest first; the latest so many steps."""
        return self._of("claims", claim_id, limit)

    def of_article(self, article_id: int, limit: int | None = None) -> list[Event]:
        """What happened to an article and in it, newest first."""
        return self._of("articles", article_id, limit)

    def of_case(self, limit: int = 200) -> list[Event]:
        """The latest steps, newest first: by number, whatever the clock said."""
        with self._file.read() as reader:
            return list(_told(reader, reader.steps_with_edits(limit=limit), many=limit > ALL_AT_ONCE))

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
            edits = list(reader.edits_since(step))
            names = _names(reader, many=len(edits) > ALL_AT_ONCE)
            names.bring(edits)
            return [one.written(WHOLE) for one in differences(edits, Wording(names))]

    def of_step(self, step: int) -> list[Difference]:
        """What one step did, in words: fields with what they were and what they became. Raises NotFound for a step there is not."""
        with self._file.read() as reader:
            reader.step(step)
            edits = list(reader.edits_since(step - 1, step))
            names = _names(reader)
            names.bring(edits)
            return [one.written(LONGEST) for one in differences(edits, Wording(names), counting=False)]

    def _of(self, table: str, row: int, limit: int | None) -> list[Event]:
        with self._file.read() as reader:
            steps = self._file.steps_in(reader, table, row)[-limit if limit else 0 :]
            return list(_told(reader, reader.steps_with_edits(steps), (table, row)))


def _names(reader: Reader, *, many: bool = False) -> Names:
    rows = RowNames(reader)
    if many:
        rows.read_all()
    return Names(rows.of, reader.text)


def _told(
    reader: Reader, steps: Iterable[tuple[Step, list[Edit]]], about: tuple[str, int] | None = None, *, many: bool = False
) -> Iterator[Event]:
    """Steps in words, newest first; those about one claim or article with nothing else that they did."""
    names = _names(reader, many=many)
    it = (OWNERS[about[0]][0], about[1]) if about else None
    for step, edits in steps:
        names.bring(edits)
        wording = Wording(names, heads=True, why=step.reason, it=it)
        found = differences(_belonging(edits, *about) if about else edits, wording, counting=False)
        line, lines = _it(found, wording.head(*it), it, step.name) if it else _all(found, step.name)
        what = ended(written(_again(step) + line, SHORT), LONGEST)
        yield Event(step.seq, step.at, step.who, step.name, what, step.reason, _again(step) + lines)
        names.take_back(edits)


def _again(step: Step) -> str:
    return {"undo": f"Undone (step {step.target}): ", "redo": f"Done again (step {step.target}): "}.get(step.kind, "")


def _belonging(edits: list[Edit], table: str, row: int) -> list[Edit]:
    """What a step did to a claim or an article and to what hangs on it."""
    owner = OWNERS[table][1]
    mine = [e for e in edits if any(image and (image["id"] if e[0] == table else image.get(owner)) == row for image in e[1:])]
    held = {(name, image["id"]) for name, *images in mine for image in images if image}
    quoted = [e for e in edits if e[0] == "discrepancy_passages" and any(image and _links(image) & held for image in e[1:])]
    return mine + quoted


def _links(quotation: Row) -> set[tuple[str, int]]:
    """What a passage of a query hangs on."""
    return {("discrepancies", quotation["discrepancy_id"]), ("passages", quotation["passage_id"])}


def _it(found: list[Difference], head: str, it: tuple[str, int], name: str) -> tuple[str, str]:
    """What a step did to one thing, in a line and whole; what belongs to it says by itself what it is. Where it changed nothing that a
    reader would see, the step's name."""
    found = [one for one in found if one.subject != "claim" or it[0] != "claim" or one.id == it[1]]  # another has a history of its own
    said = [part for one in found for part in (one.lines if (one.subject, one.id) == it else (f"{one.head}, {_some(one.lines)}",))]
    whole = [line if (one.subject, one.id) == it else f"{one.head}, {line}" for one in found for line in one.lines]
    return f"{head} · {_some(said) or name}", _listed([head, *(whole or [name])])


def _all(found: list[Difference], name: str) -> tuple[str, str]:
    """All that a step did, in a line and whole; its name where that is nothing that a reader would see."""
    found = sorted(found, key=lambda one: FIRST_TOLD.get(one.subject, LAST) if one.lines[0].startswith(GONE) else LAST)
    line = _some([f"{one.head} · {_some(one.lines)}" for one in found])
    return line or name, _listed([line for one in found for line in (one.head, *one.lines)]) or name


def _listed(said: Sequence[str]) -> str:
    return "\n".join(said[:MANY]) + (f"\n… and {len(said) - MANY} more" if len(said) > MANY else "")


def _some(said: Sequence[str]) -> str:
    more = len(said) - SOME
    return "; ".join(said[:SOME]) + (f"; and {more} more" if more > 0 else "")
