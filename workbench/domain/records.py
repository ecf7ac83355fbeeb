"""What a case records of itself: its head, its steps, versions and signatures, a checker's words, what was dismissed or erased."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from workbench.domain.vocabulary import DiscrepancyType, Handling, ReviewVerdict, Role


@dataclass(frozen=True, slots=True)
class CaseInfo:
    """One inquiry. `as_of` is the information cut-off, ISO 8601 UTC; empty means "now".

    A copy made for a second pair of eyes carries the identity of its case (`second_of`) and that case's head hash then (`second_head`).
    """

    uid: str
    reference: str
    title: str
    question: str
    as_of: str
    handling: Handling
    standard_of_proof: str
    analyst: str
    checker: str
    memo_to: str
    memo_from: str
    bottom_line: str
    safe_wording: str
    created_at: str
    second_of: str = ""
    second_head: str = ""


@dataclass(frozen=True, slots=True)
class Takedown:
    """What remains of an article that was erased for good: its exhibit number, its hashes, who, when (ISO 8601 UTC) and why."""

    id: int
    exhibit: int
    name: str
    original_sha256: str
    text_sha256: str
    erased_at: str
    erased_by: str
    reason: str


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query that is kept in the case."""

    id: int
    name: str
    query: str


@dataclass(frozen=True, slots=True)
class SignOff:
    """A name under a memo. `signed_at` is ISO 8601 UTC."""

    id: int
    memo_id: int
    role: Role
    name: str
    signed_at: str


@dataclass(frozen=True, slots=True)
class SignedMemo:
    """A version that was put up for signing. `id` is the version; `digest` is the SHA-256 of the memo's PDF, `head` the journal's
    head hash and `step` the number of its last step when it was frozen; `supersedes` the version before it."""

    id: int
    as_of: str
    digest: str
    head: str
    step: int
    supersedes: int | None
    sign_offs: tuple[SignOff, ...] = ()

    @property
    def version(self) -> str:
        return f"v{self.id}"

    @property
    def signed(self) -> bool:
        """Whether analyst and checker have both signed."""
        return {s.role for s in self.sign_offs} == set(Role)


class TextPlace(NamedTuple):
    """Words of a text, whichever article has it: the SHA-256 of the text and code points into it."""

    sha256: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A finding of the comparison that is not to be shown again, and why."""

    id: int
    type: DiscrepancyType
    places: tuple[TextPlace, ...]
    reason: str


def places_of(stored: str) -> tuple[TextPlace, ...]:
    """Places as they are stored, a line each: SHA-256, start, end. Raises ValueError."""
    found = []
    for line in stored.splitlines():
        sha256, start, end = line.split(" ")
        found.append(TextPlace(sha256, int(start), int(end)))
    return tuple(found)


def stored_places(places: Iterable[TextPlace]) -> str:
    """Places as they are stored, in order."""
    return "\n".join(f"{place.sha256} {place.start} {place.end}" for place in sorted(places))


@dataclass(frozen=True, slots=True)
class Review:
    """What the checker says of a claim, or of one citation of it (an appearance or a link). `seen` is the digest of what was looked at."""

    id: int
    claim_id: int
    appearance_id: int | None
    evidence_id: int | None
    verdict: ReviewVerdict
    checker: str
    reviewed_at: str
    note: str
    seen: str


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the journal. `kind` is do, undo or redo; `target` the step undone or redone."""

    seq: int
    at: str
    who: str
    name: str
    kind: str
    target: int | None
    reason: str
    hash: str
