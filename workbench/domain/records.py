"""What a case records of itself: steps of the journal, versions and signatures, a checker's words, saved searches, what was erased."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.vocabulary import ReviewVerdict, Role


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
