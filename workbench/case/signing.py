"""Signing: a version of the memo is frozen, analyst and checker put their names under it, and a later change reopens the case.

A memo that prints who signed it cannot be what was signed: its bytes would change with every name. So a version is frozen as it is put
up: its PDF is set without names and dates, and the SHA-256 of those bytes, the journal's head hash and step then are what is signed.
While nothing that a memo prints has changed since (`Version.stands`), the memo is set with that head and step, so the same bytes can be
made again, and signing adds names and dates and nothing else. The SHA-256 of the PDF with a name under it stands in the journal as the
reason of the step that signed, so that a memo in circulation is known again after the case was reopened.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise

from workbench.case.checker_pass import Passing
from workbench.case.claim_view import claim_views
from workbench.case.memos import Memos, version_standing
from workbench.case.noun import Noun, words
from workbench.case.views import Views
from workbench.domain.changes import Changes
from workbench.domain.errors import NotFound, RuleBroken
from workbench.domain.plurals import counted
from workbench.domain.records import SignedMemo, SignOff
from workbench.domain.signing import latest, same_person
from workbench.domain.snapshot import Snapshot
from workbench.domain.statuses import Status
from workbench.domain.vocabulary import CaseState, DiscrepancyState, PassageState, Role, Severity
from workbench.storage import CaseFile, Reader

SPELT_OUT = 14  # warnings that a signer reads in full


@dataclass(frozen=True, slots=True)
class Version:
    """A version put up for signing. It `stands` while it is the last one and nothing in it has changed since."""

    memo: SignedMemo
    stands: bool
    superseded_by: str = ""

    @property
    def state(self) -> str:
        """Where it stands, in words."""
        if self.superseded_by:
            return f"superseded by {self.superseded_by}" + ("" if self.memo.signed else "; it was never signed off")
        if not self.stands:
            return "signed off; the case was reopened since" if self.memo.signed else "put up; the case has changed since"
        return "signed off" if self.memo.signed else "put up for signing"

    @property
    def brief(self) -> str:
        """The case's state by its last version, for the status bar."""
        if self.memo.signed:
            return f"Signed off {self.memo.version}" if self.stands else f"Reopened since {self.memo.version}"
        return f"{self.memo.version} put up for signing" if self.stands else f"Changed since {self.memo.version} was put up"


@dataclass(frozen=True, slots=True)
class Readiness:
    """What stands in the way of putting up, of the analyst's name and of the checker's, in words; `cautions` stand in nobody's way."""

    put_up: tuple[str, ...]
    analyst: tuple[str, ...]
    checker: tuple[str, ...]
    cautions: tuple[str, ...]


class Signing(Noun):
    def __init__(self, file: CaseFile, views: Views, memos: Memos) -> None:
        super().__init__(file, views)
        self._memos = memos
        self.passing = Passing(file, views)

    def versions(self) -> list[Version]:
        """Versions put up for signing, oldest first, with whether each stands."""
        with self._file.read() as reader:
            memos = reader.memos()
            standing = version_standing(reader, memos)
        after = dict(pairwise(memo.version for memo in memos))
        return [Version(memo, standing is memo, after.get(memo.version, "")) for memo in memos]

    def last(self) -> Version | None:
        """The last version put up, and whether it stands; None when there is none."""
        memos = self._views.memos()
        found = latest(memos)
        if found is None:
            return None
        with self._file.read() as reader:
            return Version(found, version_standing(reader, memos) is found)

    def next_version(self) -> str:
        """What the next version will be called: v3."""
        with self._file.read() as reader:
            return f"v{reader.last_number('memos') + 1}"

    def put_up(self) -> Changes:
        """Freeze the memo as it is now as a new version, to be signed; it supersedes the one before.

        Raises RuleBroken for a case without claims, one whose memo would be a draft, or one of which nothing has changed since.
        """
        snapshot = self._memos.snapshot()
        _refuse(_before_putting_up(snapshot))
        with self._file.read() as reader:
            number = reader.last_number("memos") + 1
        before = latest(snapshot.memos)
        memo = SignedMemo(number, snapshot.info.as_of, "", snapshot.head, snapshot.steps, before.id if before else None)
        digest = hashlib.sha256(_pdf(replace(snapshot, standing=memo))).hexdigest()
        with self._file.operation(f"Put up {memo.version} for signing") as operation:
            if operation.reader.head()[0] != memo.step:
                raise RuleBroken("changed", "The case changed while its memo was set. Put it up again.")
            operation.insert(
                "memos", id=number, as_of=memo.as_of, digest=digest, head=memo.head, step=memo.step, supersedes=memo.supersedes
            )
        return operation.changes

    def sign(self, memo_id: int, role: Role, name: str) -> Changes:
        """Put a name under a version.

        Raises RuleBroken when the version does not stand, has that name already, the case is unsound, analyst and checker are one person
        (rule "checker", invariant 8), or the checker's pass is not complete.
        """
        signer = words(name)
        with self._file.read() as reader:
            memos = reader.memos()
            memo = next((m for m in memos if m.id == memo_id), None)
            stands, info = version_standing(reader, memos), reader.info()
        if memo is None:
            raise NotFound(f"version v{memo_id}")
        _refuse(_before_signing(Version(memo, stands is memo, "" if memo is memos[-1] else memos[-1].version), role))
        if not signer:
            raise RuleBroken("name", "A name, please: it is printed under the memo.")
        others = [s.name for s in memo.sign_offs] + [info.analyst if role is Role.CHECKER else info.checker]
        if any(same_person(signer, other) for other in others if other.strip()):
            raise RuleBroken("checker", f"Analyst and checker are two people; {signer} stands in the other place.")
        snapshot = self._memos.snapshot()
        _refuse(_drafts(snapshot))
        if role is Role.CHECKER:
            _refuse(self.passing.missing(signer))
        at = datetime.now(UTC).isoformat(timespec="seconds")
        signed = replace(memo, sign_offs=(*memo.sign_offs, SignOff(0, memo_id, role, signer, at)))
        pdf = _pdf(replace(snapshot, standing=signed, state=CaseState.SIGNED if signed.signed else snapshot.state))
        why = f"The memo with this name under it has the SHA-256 {hashlib.sha256(pdf).hexdigest()}."
        with self._file.operation(f"Sign {memo.version} as {role.label}: {signer}", why) as operation:
            reader = operation.reader
            if reader.memos() != memos or version_standing(reader, memos) is None:
                raise RuleBroken("changed", "The case changed in the meantime. Look at it again before you sign.")
            operation.insert("sign_offs", memo_id=memo_id, role=role, name=signer, signed_at=at)
        return operation.changes

    def readiness(self, checker: str = "") -> Readiness:
        """What stands in the way of the next step, and what is worth knowing before it."""
        snapshot, last = self._memos.snapshot(), self.last()
        put_up = _before_putting_up(snapshot)
        analyst, theirs = (_before_signing(last, role) for role in Role) if last else ((_NONE,), (_NONE,))
        drafts = _drafts(snapshot)
        missing = self.passing.missing(checker) if checker.strip() else ("Nobody has begun the checker's pass.",)
        with self._file.read() as reader:
            cautions = _cautions(reader)
        return Readiness(put_up, (*drafts, *analyst), (*drafts, *theirs, *(missing if theirs != (SIGNED,) else ())), cautions)

    def recognise(self, pdf: bytes) -> tuple[Version, bool] | None:
        """Which version a PDF is, to the byte, and whether it has names under it. None: it is none of this case's versions.

        As put up it is known by the version's digest; with names by the SHA-256 that the journal keeps of each signing.
        """
        digest = hashlib.sha256(pdf).hexdigest()
        with self._file.read() as reader:
            signed = reader.signed_with(digest)
        return next(((v, v.memo.id == signed) for v in self.versions() if v.memo.digest == digest or v.memo.id == signed), None)

    def as_put_up(self) -> bytes:
        """The standing version's PDF as it was put up, without names: the bytes that its digest is of. Raises RuleBroken without one."""
        snapshot = self._memos.snapshot()
        if snapshot.standing is None:
            raise RuleBroken("version", "No version stands: put one up for signing first.")
        bare = replace(snapshot.standing, sign_offs=())
        state = snapshot.state
        if state is CaseState.SIGNED:  # what it was before the second name
            decided = any(claim.status is not Status.OPEN for claim in snapshot.claims)
            state = CaseState.PARTLY if decided else CaseState.OPEN
        return _pdf(replace(snapshot, standing=bare, state=state))


_NONE = "No version has been put up for signing yet."
SIGNED = "It is signed already."
"""Why a role cannot sign once more."""


def _refuse(reasons: tuple[str, ...]) -> None:
    if reasons:
        raise RuleBroken("signing", " ".join(reasons))


def _pdf(snapshot: Snapshot) -> bytes:
    from workbench.memo.build import build_memo
    from workbench.memo.pdf import PdfRenderer

    return PdfRenderer().render(build_memo(snapshot))


def _drafts(snapshot: Snapshot) -> tuple[str, ...]:
    """Why its memo would be a draft: citations, exhibits or the case file do not stand as they should."""
    from workbench.memo.build import build_memo

    banner = build_memo(snapshot).banner
    return (f"{banner}. A draft is not signed; Check the case says what is wrong.",) if banner else ()


def _before_putting_up(snapshot: Snapshot) -> tuple[str, ...]:
    if not snapshot.claims:
        return ("There is no claim to sign for yet.",)
    if snapshot.standing:
        return (f"{snapshot.standing.version} is put up already, and nothing has changed since.",)
    if not snapshot.info.as_of:
        return ("The case has no information cut-off. Set it in About this case (Ctrl+I).",)
    return _drafts(snapshot)


def _before_signing(version: Version, role: Role) -> tuple[str, ...]:
    memo = version.memo
    if version.superseded_by:
        return (f"{memo.version} is superseded by {version.superseded_by}.",)
    if not version.stands:
        return (f"The case has changed since {memo.version} was put up. Put it up again.",)
    return (SIGNED,) if any(s.role is role for s in memo.sign_offs) else ()


def _cautions(reader: Reader) -> tuple[str, ...]:
    """What a signer should know: open claims, overrides and warnings, passages that lost their place, open queries."""
    views = claim_views(reader)
    still_open = [v.claim.number for v in views if v.claim.status is Status.OPEN]
    overridden = [v.claim.number for v in views if v.claim.override_reason and v.claim.status is Status.CONFIRMED]
    warned = [v.claim.number for v in views if v.warnings and v.claim.number not in overridden]
    unanswered = [f"{v.claim.number} ({v.meter.unanswered})" for v in views if v.meter.unanswered]
    orphans = len(reader.passages(state=PassageState.ORPHAN))
    queries = reader.discrepancies(state=DiscrepancyState.OPEN)
    grave = [d.number for d in queries if d.severity is Severity.HIGH]
    lines = (
        (still_open, "not looked at yet"),
        (overridden, "confirmed by override, which is printed"),
        (warned, "with a warning"),
    )
    found = [f"{_claims(len(numbers))} {what}: {_some(numbers)}" for numbers, what in lines if numbers]
    found += [f"articles without an answer, by claim: {_some(unanswered)}"] if unanswered else []
    each = [f"{v.claim.number}: {finding.message}" for v in views if v.claim.number in warned for finding in v.warnings]
    found += each[:SPELT_OUT] + ([f"and {len(each) - SPELT_OUT} more warnings"] if len(each) > SPELT_OUT else [])
    found += [f"{counted(orphans, 'passage')} no longer found in the text"] if orphans else []
    found += [f"{counted(len(queries), 'query', 'queries')} open" + (f", high: {_some(grave)}" if grave else "")] if queries else []
    return tuple(found)


def _claims(count: int) -> str:
    return counted(count, "claim")


def _some(numbers: list[str]) -> str:
    return ", ".join(numbers[:8]) + (f" and {len(numbers) - 8} more" if len(numbers) > 8 else "")
