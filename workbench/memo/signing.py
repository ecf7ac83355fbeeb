"""Version and sign-off as printed: which version this is, what it supersedes, and who put a name under it and when.

A memo cannot print its own SHA-256. The digest that the case keeps of a version is that of the PDF as put up for signing, before
any name or date is added; names and dates are the only things that signing changes, and the record says so.
"""

from __future__ import annotations

from workbench.domain.plurals import listed
from workbench.domain.records import SignedMemo
from workbench.domain.snapshot import Snapshot
from workbench.domain.vocabulary import Role
from workbench.memo.model import SignOff
from workbench.memo.words import capital, moment


def version(snapshot: Snapshot) -> str:
    """The number of the version that stands, or the number that the next one would have and that this is not one yet."""
    if snapshot.standing:
        return str(snapshot.standing.id)
    return f"{snapshot.memos[-1].id + 1 if snapshot.memos else 1}, working copy"


def supersedes(snapshot: Snapshot) -> str:
    """The version before this one, or "none"."""
    if snapshot.standing:
        return f"v{snapshot.standing.supersedes}" if snapshot.standing.supersedes else "none"
    return snapshot.memos[-1].version if snapshot.memos else "none"


def sign_off(snapshot: Snapshot) -> tuple[SignOff, ...]:
    """Analyst and checker are two people (invariant 8). Who has signed stands with the day; the other line is left to sign."""
    info, signed = snapshot.info, {s.role: s for s in snapshot.standing.sign_offs} if snapshot.standing else {}
    expected = {Role.ANALYST: info.analyst, Role.CHECKER: info.checker}
    return tuple(
        SignOff(capital(role.label), signed[role].name, moment(signed[role].signed_at)) if role in signed
        else SignOff(capital(role.label), expected[role], "")
        for role in Role
    )  # fmt: skip


def record(snapshot: Snapshot) -> tuple[str, ...]:
    """What the record says of this version."""
    memo = snapshot.standing
    if memo is None:
        last = snapshot.memos[-1] if snapshot.memos else None
        since = f" The case has changed since {last.version} was put up for signing." if last else ""
        return (f"This is a working copy: no version has been put up for signing in this wording.{since}",)
    return (f"This is {memo.version} as put up for signing, at step {memo.step} of the journal.", _names(memo))


def _names(memo: SignedMemo) -> str:
    if not memo.sign_offs:
        return "Nobody has signed it yet. The case keeps the SHA-256 of this page set; signing adds names and dates and nothing else."
    by = listed([f"{s.name} as {s.role.label} on {moment(s.signed_at)}" for s in memo.sign_offs])
    return f"Signed by {by}. The SHA-256 that the case keeps, {memo.digest}, is of this version before names and dates were added."
