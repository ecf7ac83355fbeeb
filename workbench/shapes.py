"""What the command line prints of versions and of a second pair of eyes, as JSON values and as words."""

from __future__ import annotations

from typing import Any


def version(found: Any) -> dict[str, Any]:
    """A version put up for signing (case.signing.Version)."""
    memo = found.memo
    return {
        "version": memo.version, "state": found.state, "stands": found.stands, "signed": memo.signed, "as_of": memo.as_of,
        "digest": memo.digest, "head": memo.head, "step": memo.step, "supersedes": f"v{memo.supersedes}" if memo.supersedes else None,
        "sign_offs": [{"role": s.role.value, "name": s.name, "signed_at": s.signed_at} for s in memo.sign_offs],
    }  # fmt: skip


def compared(line: Any) -> dict[str, Any]:
    """One claim in both cases (case.second.Line)."""
    sides = {"ours": line.ours, "theirs": line.theirs}
    told = {
        name: {"number": v.claim.number, "text": v.claim.text, "verdict": v.claim.verdict.label, "basis": v.claim.basis,
               "reason": v.claim.reason} if v else None
        for name, v in sides.items()
    }  # fmt: skip
    return {"claim": line.number, "outcome": line.outcome.value, "words_changed": line.words_changed, **told}


def side_words(side: dict[str, Any] | None) -> str:
    """The verdict of one side in a line; a dash where the claim is not in that case."""
    return f"{side['verdict']} {side['basis'] or ''}".strip() if side else "–"
