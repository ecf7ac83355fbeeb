"""A second pair of eyes without a server: the case as a file without its verdicts, and the answer laid beside ours.

The copy holds what can be read and nothing that was decided, in a file with a journal of its own, so that no verdict can be read
in its history either. The colleague works on it as on any case and sends it back; nothing is taken but by a key.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workbench.case.claim_view import ClaimView, claim_views
from workbench.case.integrity import examined
from workbench.case.noun import Noun, words
from workbench.case.second_answers import Theirs, keep_ours, take_theirs
from workbench.domain.changes import Changes
from workbench.domain.errors import NotASecondCopy
from workbench.domain.plurals import either
from workbench.domain.records import CaseInfo
from workbench.domain.statuses import Status
from workbench.domain.terms import Term
from workbench.storage import CaseFile, Reader
from workbench.storage.second import Given, answered_by, as_given, copy_bare

Progress = Callable[[int, int], None]


class Outcome(Term):
    """How one claim of theirs compares with ours."""

    AGREE = "agree", "agree"
    BASIS = "other_basis", "same word, other basis"
    DIFFER = "differ", "differ"
    UNANSWERED = "unanswered", "not answered"
    OURS = "only_ours", "only ours"
    THEIRS = "only_theirs", "only theirs"


@dataclass(frozen=True, slots=True)
class Line:
    """One claim in both cases. One side is None where the claim is in the other case only."""

    outcome: Outcome
    ours: ClaimView | None
    theirs: ClaimView | None
    words_changed: bool = False

    @property
    def number(self) -> str:
        view = self.ours or self.theirs
        assert view is not None
        return view.claim.number if self.ours else f"their {view.claim.number}"

    @property
    def key(self) -> int:
        """A number of its own among the lines; ours count up, theirs alone count down."""
        return self.ours.claim.id if self.ours else -self.theirs.claim.id if self.theirs else 0

    @property
    def takeable(self) -> bool:
        """Whether there is something of theirs that is not ours."""
        return self.theirs is not None and (self.outcome in (Outcome.BASIS, Outcome.DIFFER, Outcome.THEIRS) or self.words_changed)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A colleague's answer beside ours, as both are now. `colleague` is who worked on the copy, empty when nobody has."""

    theirs: Theirs
    lines: tuple[Line, ...]

    @property
    def colleague(self) -> str:
        return self.theirs.colleague

    @property
    def summary(self) -> str:
        """How far the two agree, in words."""
        who = self.colleague or "Nobody"
        counts = Counter(line.outcome for line in self.lines)
        answered = counts[Outcome.AGREE] + counts[Outcome.BASIS] + counts[Outcome.DIFFER]
        total = answered + counts[Outcome.UNANSWERED]
        parts = [
            (counts[Outcome.AGREE], "agrees", "agree"),
            (counts[Outcome.BASIS], "has the same word on another basis", "have the same word on another basis"),
            (counts[Outcome.DIFFER], "differs", "differ"),
            (counts[Outcome.THEIRS], "is only theirs", "are only theirs"),
            (counts[Outcome.OURS], "is only ours", "are only ours"),
            (sum(line.words_changed for line in self.lines), "has other words", "have other words"),
        ]
        if not answered and not any(count for count, _, _ in parts):
            return "The copy has not been answered yet."
        told = [f"{count} {either(count, one, more)}" for count, one, more in parts if count]
        return f"{who} has answered {answered} of {total} claims" + (f": {', '.join(told)}." if told else ".")


class SecondPair(Noun):
    def export(self, path: Path, progress: Progress = lambda done, total: None, cancelled: Callable[[], bool] = lambda: False) -> Path:
        """A new case file at `path` for a colleague: articles, marks, origins and evidence with the same numbers, and no verdict.

        Left out: statuses, bases, reasons, overrides, denials, assessments, notes, what would change a finding, bottom line and safe
        wording, queries, what was checked off, versions and reviews. The colleague's new claims count from the next hundred, so that
        they are not taken for ours. Raises CaseExists and the other CaseFileErrors; a cancel leaves nothing.
        """
        with self._file.read() as reader:
            info, head = reader.info(), reader.head()[1]
            made = CaseFile.create(
                path, self._file.who, lambda operation: copy_bare(reader, operation, _bare(info, head), progress, cancelled)
            )
        made.close()
        return path

    def compare(self, path: Path, progress: Progress = lambda done, total: None) -> Comparison:
        """Lay a returned copy beside this case. The file is read, never changed.

        Raises NotASecondCopy, with the reason, for a file that is not a copy of this case made for this, or that was changed by
        something else than Workbench; and the other CaseFileErrors for one that is missing, damaged, newer or foreign.
        """
        other = CaseFile.open(path, self._file.who, read_only=True)
        try:
            progress(0, 2)
            if faults := examined(other).faults:
                raise NotASecondCopy(path, f"it was changed by something else than Workbench, or damaged ({'; '.join(faults[:3])})")
            progress(1, 2)
            with other.read() as reader, self._file.read() as mine:
                _refuse_stranger(path, reader.info(), mine)
                theirs = _theirs(reader)
        finally:
            other.close()
        progress(2, 2)
        return self._beside(theirs)

    def refresh(self, comparison: Comparison) -> Comparison:
        """The same answer beside our case as it is now."""
        return self._beside(comparison.theirs)

    def take(self, comparison: Comparison, ids: frozenset[int]) -> tuple[Changes, tuple[str, ...]]:
        """Write theirs into ours, for the claims with those numbers in their copy: words, status, basis, reason, assessment, and the
        passages and links they added; of a claim not answered, no status. One step; a claim that a rule forbids, or that is gone from
        ours since, stays as it was, and the reason is in the second value."""
        wanted = {
            line.theirs.claim.id: line.ours.claim.id if line.ours else None
            for line in comparison.lines
            if line.theirs and line.takeable and line.theirs.claim.id in ids
        }
        return take_theirs(self._file, comparison.theirs, wanted)

    def keep(self, comparison: Comparison, ids: frozenset[int]) -> Changes:
        """Keep ours against theirs, for claims of ours: the desk's note of each says what theirs was. One step."""
        theirs = {line.ours.claim.id: line.theirs for line in comparison.lines if line.ours and line.theirs and line.ours.claim.id in ids}
        return keep_ours(self._file, comparison.colleague, theirs)

    def _beside(self, theirs: Theirs) -> Comparison:
        with self._file.read() as reader:
            ours = {view.claim.id: view for view in claim_views(reader)}
        return Comparison(theirs, tuple(_lines(ours, theirs)))


def _bare(info: CaseInfo, head: str) -> dict[str, str]:
    """What the copy says of the inquiry: what it is about, and where it comes from."""
    return {
        "uid": uuid.uuid4().hex, "reference": info.reference, "title": info.title, "question": info.question, "as_of": info.as_of,
        "handling": info.handling, "standard_of_proof": info.standard_of_proof, "memo_to": info.memo_to,
        "created_at": datetime.now(UTC).isoformat(timespec="seconds"), "second_of": info.uid, "second_head": head,
    }  # fmt: skip


def _refuse_stranger(path: Path, info: CaseInfo, mine: Reader) -> None:
    ours = mine.info()
    if not info.second_of:
        what = "it is this case itself" if info.uid == ours.uid else "it was not made for a second pair of eyes"
        raise NotASecondCopy(path, what)
    if info.second_of != ours.uid:
        raise NotASecondCopy(path, f"it is a copy of another case ({info.title or info.reference})")
    if not mine.has_step(info.second_head):
        raise NotASecondCopy(
            path, "it was made of a state of this case that is not in its history here: of a later one, or of another copy"
        )


def _theirs(reader: Reader) -> Theirs:
    given = as_given(reader)
    views = tuple(claim_views(reader))
    added = [e for v in views for e in v.evidence if (e.id, e.claim_id) not in given.evidence and e.document_sha256]
    return Theirs(
        colleague=answered_by(reader), given=given, views=views, passages=reader.passages(), origins=reader.origins(),
        texts={i: reader.text_sha256(i) for i in reader.article_ids()},
        documents={e.document_sha256: reader.original(e.document_sha256) for e in added if e.document_sha256},
    )  # fmt: skip


def _lines(ours: Mapping[int, ClaimView], theirs: Theirs) -> Iterator[Line]:
    """Claims that were given are matched by number; those made since, on either side, or gone from ours, by their words."""
    given = theirs.given.claims
    answered = {view.claim.id: view for view in theirs.views}
    gone = {number for number, view in answered.items() if number not in ours and view.claim.status is not Status.OPEN}
    loose: dict[str, list[ClaimView]] = {}
    for number, view in answered.items():
        if number not in given or number in gone:
            loose.setdefault(_folded(view), []).append(view)
    for number, mine in ours.items():
        same = loose.get(_folded(mine)) if number not in given else None
        other = answered.get(number) if number in given else same.pop(0) if same else None
        if other is None:
            yield Line(Outcome.OURS, mine, None)
        else:
            yield Line(_outcome(mine, other), mine, other, _folded(mine) != _folded(other))
    for other in (view for views in loose.values() for view in views):
        yield Line(Outcome.THEIRS, None, other)


def _folded(view: ClaimView) -> str:
    return words(view.claim.text).casefold()


def _outcome(ours: ClaimView, theirs: ClaimView) -> Outcome:
    if theirs.claim.status is Status.OPEN:
        return Outcome.UNANSWERED
    if ours.claim.verdict is not theirs.claim.verdict:
        return Outcome.DIFFER
    return Outcome.AGREE if ours.claim.basis is theirs.claim.basis else Outcome.BASIS


__all__ = ["Comparison", "Given", "Line", "Outcome", "SecondPair"]
