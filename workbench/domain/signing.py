"""Signing: when a case is open, partly verified or signed off, and what reopens it.

Rule (invariant 8): analyst and checker differ; a version is frozen when it is put up for signing; a change after that reopens the case,
and the next memo supersedes it. The state is computed from the claims, the sign-offs and the journal, never stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.domain.entities import Claim, SignedMemo
from workbench.domain.vocabulary import CaseState, Status

ASIDE = frozenset({"memos", "sign_offs", "reviews", "searches", "checked"})
"""Tables whose rows no memo prints: a change in them leaves a signed version as it was signed."""


def latest(memos: Sequence[SignedMemo]) -> SignedMemo | None:
    """The last version put up for signing."""
    return memos[-1] if memos else None


def case_state(claims: Iterable[Claim], memos: Sequence[SignedMemo], *, changed: bool) -> CaseState:
    """Signed off while the last version has both names and nothing in it `changed` since; partly verified once a claim has a status."""
    last = latest(memos)
    if last and last.signed and not changed:
        return CaseState.SIGNED
    return CaseState.PARTLY if any(claim.status is not Status.OPEN for claim in claims) else CaseState.OPEN
