"""A snapshot of the case becomes one Memo. Pure and deterministic: the same snapshot gives the same memo."""

from __future__ import annotations

from dataclasses import replace

from workbench.domain.plurals import counted, either
from workbench.domain.snapshot import Snapshot
from workbench.domain.statuses import Verdict
from workbench.domain.vocabulary import Handling
from workbench.memo.citations import CitationList, banner
from workbench.memo.discrepancies import query_rows, unsettled_line, unsettled_point
from workbench.memo.drafting import bottom_line, edited, knowledge, safe_wording
from workbench.memo.lookup import Lookup, lookup
from workbench.memo.measure import cut_line, measured
from workbench.memo.method import method
from workbench.memo.model import Citation, Count, Integrity, Memo
from workbench.memo.reasoning import reasoning
from workbench.memo.signing import record, sign_off, supersedes, version
from workbench.memo.sources import article_rows, exhibits, exhibits_line, independence, origin_rows
from workbench.memo.words import moment

HANDLING_NOTES = {
    Handling.RED: "for the named recipients only",
    Handling.AMBER_STRICT: "within this organisation only; not for publication",
    Handling.AMBER: "within this organisation and its clients, need to know; not for publication",
    Handling.GREEN: "within the community; not for publication",
    Handling.CLEAR: "disclosure is not limited",
}
"""What each mark allows (Traffic Light Protocol 2.0, FIRST, 2022), shortened."""

FAULTS = 20
"""So many faults of the case file are printed; `check` lists them all."""


def build_memo(snapshot: Snapshot) -> Memo:
    """The memo of this snapshot: of the version that stands, or a working copy of the next one.

    Every citation is re-read against the snapshot's texts and hashes; where one differs the memo carries a DRAFT banner.
    """
    look, citations = lookup(snapshot), CitationList(snapshot)
    info, numbers = snapshot.info, [claim.number for claim in snapshot.claims]
    reasons = tuple(reasoning(look, claim, citations) for claim in snapshot.claims)
    queries = query_rows(look, citations)
    cited = citations.all()
    drafted = bottom_line(look, unsettled_point(look))
    counts = _counts(look)
    memo = Memo(
        handling=info.handling.label,
        handling_note=HANDLING_NOTES[info.handling],
        reference=info.reference or info.uid,
        version=version(snapshot),
        subject=info.title or "Untitled case",
        question=info.question,
        to=info.memo_to,
        sender=info.memo_from,
        cut_off=_cut_off(look),
        supersedes=supersedes(snapshot),
        state=snapshot.state.label,
        exhibits_line=exhibits_line(look),
        claims_line=_claims_line(len(numbers), counts),
        banner=banner(sum(bool(c.fault) for c in cited), len(snapshot.hash_faults), len(snapshot.file_faults)),
        date=look.now,
        counts=counts,
        bottom_line=edited(info.bottom_line, numbers, "1.") or drafted,
        knowledge=knowledge(look, () if info.bottom_line.strip() else drafted),
        safe_wording=edited(info.safe_wording, numbers) or safe_wording(look),
        claims=tuple(reason.row for reason in reasons),
        reasoning=reasons,
        queries=queries,
        independence=independence(look),
        articles=article_rows(look),
        origins=origin_rows(look),
        method=method(info),
        record=_record(snapshot, look),
        sign_off=sign_off(snapshot),
        exhibits=exhibits(look),
        citations=cited,
        integrity=_integrity(snapshot, cited),
    )
    fitting, cuts = measured(memo)
    return replace(fitting, record=(*fitting.record, *cut_line(cuts)))


def _cut_off(look: Lookup) -> str:
    info = look.snapshot.info
    if info.as_of:
        return moment(info.as_of)
    return f"now (the case as last changed on {moment(look.now)})" if look.now else "now"


def _counts(look: Lookup) -> tuple[Count, ...]:
    """Claims by printed word, in the order of the words; words that no claim has are left out."""
    words = (Verdict.CONFIRMED, Verdict.UNCONFIRMED, Verdict.DENIED, Verdict.REFUTED, Verdict.OPEN)
    found = [Count(verdict.label.lower(), len(look.with_verdict(verdict))) for verdict in words]
    return tuple(count for count in found if count.claims)


def _claims_line(total: int, counts: tuple[Count, ...]) -> str:
    return f"{total}: " + ", ".join(f"{count.claims} {count.word}" for count in counts) if total else "none yet"


def _record(snapshot: Snapshot, look: Lookup) -> tuple[str, ...]:
    changed = f"; the last change was made on {moment(snapshot.last_change)}" if snapshot.last_change else ""
    info = snapshot.info
    opened = f"Case {info.uid or info.reference} was opened on {moment(info.created_at)}. " if info.created_at else ""
    return (
        f"{opened}Its journal holds {counted(snapshot.steps, 'step')}{changed}.",
        f"State of the case: {snapshot.state.label}. All statuses are as of the cut-off: {_cut_off(look)}.",
        *unsettled_line(look),
        *record(snapshot),
        *_examined(snapshot),
        *(
            f"Ex. {t.exhibit} (SHA-256 {t.original_sha256}) was erased for good on {moment(t.erased_at)} by {t.erased_by}: {t.reason}"
            for t in snapshot.takedowns
        ),
    )


def _examined(snapshot: Snapshot) -> tuple[str, ...]:
    """What was looked at when the memo was made, where nothing was found: there is no earlier check to rely on."""
    if snapshot.file_faults or snapshot.hash_faults:
        return ()
    exhibits = counted(len(snapshot.articles), "exhibit")
    return (
        "When this was made the whole case file was checked, up to its last step: the journal’s chain, every row against it, all links, "
        f"the originals and reading texts of {exhibits} and every document by SHA-256. Nothing was found.",
    )


def _integrity(snapshot: Snapshot, cited: tuple[Citation, ...]) -> Integrity:
    differ = sum(bool(citation.fault) for citation in cited)
    names = {article.id: article.exhibit for article in snapshot.articles}
    faults = [f"Citation {c.number} ({c.exhibit}, {c.start}–{c.end}): {c.fault}." for c in cited if c.fault]
    faults += [f"{names.get(i, f'Ex. {i}')}: {fault or 'no longer matches its hash'}." for i, fault in sorted(snapshot.hash_faults.items())]
    beside = [fault for fault in snapshot.file_faults if f"{fault}." not in faults]
    faults += [f"Case file: {fault}." for fault in beside[:FAULTS]] + (
        [f"And {len(beside) - FAULTS} more."] if len(beside) > FAULTS else []
    )
    return Integrity(
        head=snapshot.head,
        steps=snapshot.steps,
        last_change=moment(snapshot.last_change) if snapshot.last_change else "",
        citations=len(cited),
        differ=differ,
        statement=f"{counted(len(cited), 'citation')} re-read, {differ} {either(differ, 'differs', 'differ')}",
        faults=tuple(faults),
    )
