"""What the command line prints of hits, claims, versions, a second pair of eyes and backups, as JSON values and as words."""

from __future__ import annotations

from typing import Any

from workbench.domain.backups import size_words
from workbench.domain.plurals import counted


def place(hit: dict[str, Any]) -> str:
    """Where a hit stands, in words: an exhibit, a claim, a note, a link."""
    return f"Ex. {hit['exhibit']} {hit['article']}" if hit["article"] else f"{hit['kind']} {hit['id']}"


def hit(found: Any, names: dict[int, Any]) -> dict[str, Any]:
    """One hit of a search; `names` are the articles by number."""
    article = names.get(found.id) if found.kind in ("article", "furniture") else None
    return {
        "kind": found.kind, "id": found.id, "article": article.name if article else None, "exhibit": article.id if article else None,
        "score": round(found.score, 4), "spans": [{"start": s.start, "end": s.end} for s in found.spans], "snippet": found.snippet.text,
    }  # fmt: skip


def quantity(read: Any) -> dict[str, Any]:
    """A number in a text (checks.reading.quantities); a word such as "dozens" has no value, only bounds."""
    return {
        "start": read.span.start, "end": read.span.end, "value": None if read.vague else str(read.value),
        "low": None if read.low is None else str(read.low), "high": None if read.high is None else str(read.high),
        "dimension": read.dimension.value, "unit": read.unit or None, "counted": read.counted or None, "owner": read.owner or None,
        "counted_at": None if read.counted_span is None else list(read.counted_span),
        "state": read.state or None, "qualifier": read.qualifier.value or None,
    }  # fmt: skip


def claim(snapshot: Any, one: Any) -> dict[str, Any]:
    """One claim with where it stands (domain.snapshot)."""
    meter = snapshot.meter(one.id)
    appearances = []
    for row in snapshot.appearances_of(one.id):
        passage = snapshot.passages.get(row.passage_id)
        origin = snapshot.origins.get(row.origin_id)
        appearances.append(
            {
                "article": snapshot.article(row.article_id).name,
                "start": passage.anchor.start if passage and passage.place else None,
                "end": passage.anchor.end if passage and passage.place else None,
                "exact": passage.anchor.exact if passage else None,
                "stance": row.stance.value,
                "origin": origin.name if origin else None,
                "origin_basis": row.basis_words or None,
            }
        )
    return {
        "number": one.number, "text": one.text, "status": one.status.value, "verdict": one.verdict.label,
        "basis": one.basis.value if one.basis else None, "articles": meter.articles, "origins": len(meter.roots),
        "unanswered": meter.unanswered, "appearances": appearances,
    }  # fmt: skip


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


def backups(found: Any) -> dict[str, Any]:
    """The backups of a case, or of every case (case.backups.Found)."""
    told = [
        {"file": str(b.file), "day": b.day.isoformat(), "step": b.step, "at": b.at, "claims": b.claims, "articles": b.articles,
         "bytes": b.size, "sound": b.sound, "why": b.wrong, "title": b.title, "case": found.place(b)}
        for b in found.backups
    ]  # fmt: skip
    return {"known": found.known, "bytes": found.size, "backups": told}


def backup_lines(found: Any) -> list[str]:
    """The same as lines: what can be named stands first; of every case, its title and where it lay stand above its backups."""
    lines, above = [], None
    for backup in sorted(found.backups, key=lambda b: b.uid) if not found.known else found.backups:
        if not found.known and backup.uid != above:
            above = backup.uid
            lines.append(f"{backup.title or 'A case that cannot be read'}  ({found.place(backup) or 'where it lay is not known'})")
        name = backup.day.isoformat() if found.known and backup.daily else str(backup.file)
        state = "sound" if backup.sound else f"not sound: {backup.wrong}"
        lines.append(f"{name}  step {backup.step}  {held(backup.claims, backup.articles)}  {size_words(backup.size)}  {state}")
    return [*lines, found.summary]


def held(claims: int, articles: int) -> str:
    """What a case holds, in words: 1 claim, 2 articles."""
    return f"{counted(claims, 'claim')}, {counted(articles, 'article')}"
