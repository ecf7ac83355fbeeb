"""The memo as plain Markdown (CommonMark with tables), for mail and for version control.

Texts of the case are escaped, so that nothing in a quotation becomes markup or HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from workbench.memo.model import EvidenceLine, Memo, OriginRow, Point, Quote, Reasoning
from workbench.memo.printable import visible

_MARKUP = re.compile(r"[\\`*_{}\[\]<>#+!|~$&^]")
_BLOCK_START = re.compile(r"^(\d*)([-=.)])")


class MarkdownRenderer:
    """A Markdown file, UTF-8."""

    name = "Markdown"
    suffix = ".md"

    def render(self, memo: Memo) -> bytes:
        """The file's bytes, UTF-8, ending in a line end."""
        parts = [_front(memo), _drafted(memo), _claims(memo), *(_reasoning(item) for item in memo.reasoning)]
        parts += [_queries(memo), _sources(memo), _method(memo), _record(memo), _appendices(memo)]
        return ("\n\n".join(block for part in parts for block in part) + "\n").encode()


def inline(text: str) -> str:
    """The text on one line, with every character escaped that Markdown could act on within a line."""
    return _MARKUP.sub(r"\\\g<0>", visible(text))


def escaped(text: str) -> str:
    """The same for a text that may begin a line, where numbers and dashes would start a list."""
    return _BLOCK_START.sub(r"\1\\\2", inline(text).strip())


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *([escaped(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _front(memo: Memo) -> Iterator[str]:
    if memo.banner:
        yield f"**{escaped(memo.banner)}**"
    yield f"**{escaped(memo.handling)}** · {escaped(memo.handling_note)} · {escaped(memo.reference)} · v{escaped(memo.version)}"
    yield f"# {escaped(memo.subject)}"
    names = ("To", "From", "Cut-off", "Supersedes", "Exhibits", "Claims", "State", "Question")
    values = (memo.to, memo.sender, memo.cut_off, memo.supersedes, memo.exhibits_line, memo.claims_line, memo.state, memo.question)
    yield _table(("", ""), ((name, value) for name, value in zip(names, values, strict=True) if value))


def _point(point: Point) -> str:
    said = "".join(_strong(inline(run.text)) if run.strong else inline(run.text) for run in point.runs)
    claims = f" ({' '.join(point.claims)})" if point.claims else ""
    return f"- {point.number + ' ' if point.number else ''}{said}{claims}"


def _strong(text: str) -> str:
    """Bold, with the space at its end outside the marks, as CommonMark asks."""
    core = text.rstrip()
    return f"**{core}**{text[len(core) :]}"


def _points(head: str, points: Sequence[Point]) -> Iterator[str]:
    if points:
        yield head
        yield "\n".join(_point(point) for point in points)


def _drafted(memo: Memo) -> Iterator[str]:
    yield from _points("## Bottom line", memo.bottom_line)
    yield from _points("## We know", memo.knowledge.known)
    yield from _points("## We do not know", memo.knowledge.unknown)
    yield from _points("## Contested", memo.knowledge.contested)
    yield from _points("## Safe wording", memo.safe_wording)


def _claims(memo: Memo) -> Iterator[str]:
    if not memo.claims:
        return
    yield "## Claims"
    head = ("No.", "Claim", "Status", "Basis", "Articles", "Origins", "Rel.", "Cred.", "Likelihood", "Confidence")
    rows = (
        (
            r.number,
            r.text,
            f"{r.glyph} {r.word}",
            r.detail,
            str(r.articles),
            str(r.origins),
            r.reliability,
            r.credibility,
            r.likelihood,
            r.confidence,
        )
        for r in memo.claims
    )
    yield _table(head, rows)
    yield "## Reasoning, claim by claim"


def _reasoning(item: Reasoning) -> Iterator[str]:
    row = item.row
    yield f"### {row.number} {row.word}: {escaped(row.text)}"
    lead = (row.basis, item.kind, row.carried)
    yield " · ".join(escaped(part) for part in lead if part)
    yield " ".join(escaped(part) for part in (item.denial, item.rests_on, item.scope) if part)
    yield from (escaped(line) for line in item.reason)
    yield from (escaped(line) for line in (" ".join(part for part in (item.likelihood, item.confidence) if part),) if line)
    labelled = [("Override, with its reason", item.override), *(("Rule not met", words) for words in item.cautions)]
    labelled += [
        ("What would change it", item.would_change),
        ("Not mentioned in", item.not_mentioned_in),
        ("To look at again on", item.review_on),
    ]
    yield from (f"**{name}:** {escaped(words)}" for name, words in labelled if words)
    if item.quotes:
        yield "\n".join(_quote(quote) for quote in item.quotes)
    if item.evidence:
        yield "\n".join(_evidence(link) for link in item.evidence)


def _quote(quote: Quote) -> str:
    about = f"{quote.stance}, {quote.attribution}" if quote.attribution else quote.stance
    differs = " **DIFFERS**" if quote.differs else ""
    other = f" In translation: “{escaped(quote.translation)}” ({escaped(quote.translator)})." if quote.translation else ""
    return f"- {quote.exhibit}, {quote.place} [{quote.citation}]: “{escaped(quote.text)}” ({escaped(about)}){differs}{other}"


def _evidence(link: EvidenceLine) -> str:
    about = [part for part in (link.note, link.origin, link.independence) if part]
    words = f" “{escaped(link.quote.text)}” [{link.quote.citation}]" if link.quote else ""
    return f"- **{link.relation}**: {escaped(link.target)}{words}" + (f" ({escaped('; '.join(about))})" if about else "")


def _queries(memo: Memo) -> Iterator[str]:
    if memo.queries:
        yield "## Discrepancies"
    for row in memo.queries:
        about = " · ".join(part for part in (row.type, row.severity, row.claim, row.found_by) if part)
        yield f"### {row.number} {row.state}: {escaped(about)}"
        yield from (escaped(line) for line in (row.summary,) if line)
        yield "\n".join(_passage(quote) for quote in row.passages)
        yield from (f"**How it was settled:** {escaped(line)}" for line in (" ".join(row.resolution),) if line)


def _passage(quote: Quote) -> str:
    remark = f" ({escaped(quote.stance)})" if quote.stance else ""
    differs = " **DIFFERS**" if quote.differs else ""
    return f"- {quote.exhibit}, {quote.place} [{quote.citation}]: “{escaped(quote.text)}”{remark}{differs}"


def _sources(memo: Memo) -> Iterator[str]:
    yield "## Sources and independence"
    yield " ".join(escaped(line) for line in memo.independence)
    if memo.articles:
        rows = ((a.exhibit, a.publisher, a.title, a.published, a.wire, a.grade, str(a.claims)) for a in memo.articles)
        yield _table(("Exhibit", "Publisher", "Title", "Date", "Wire", "Grade", "Claims"), rows)
    if memo.origins:
        yield _table(("No.", "Origin", "Kind", "Rel.", "Interest", "Derives", "Read in", "Claims"), (_origin(o) for o in memo.origins))


def _origin(row: OriginRow) -> tuple[str, ...]:
    name = row.name + (" (anonymous)" if row.anonymous else "")
    return (row.number, name, row.kind, row.reliability, row.interest, row.chain, ", ".join(row.exhibits), " ".join(row.claims))


def _method(memo: Memo) -> Iterator[str]:
    yield "## Method, standard of proof, scales"
    yield f"**Standard of proof:** {escaped(memo.method.standard)}"
    yield "\n".join(f"{number}. {escaped(rule)}" for number, rule in enumerate(memo.method.rules, 1))
    for scale in memo.method.scales:
        yield _table((f"{scale.name} ({scale.authority})", ""), scale.terms)


def _record(memo: Memo) -> Iterator[str]:
    yield "## Record and sign-off"
    yield " ".join(escaped(line) for line in memo.record)
    yield _table(("Role", "Name", "Signature", "Date"), ((line.role, line.name, "", line.signed) for line in memo.sign_off))


def _appendices(memo: Memo) -> Iterator[str]:
    if memo.exhibits:
        yield "## Exhibits"
        rows = (
            (e.exhibit, f"{e.name} {e.attached}".strip(), e.location, e.size, e.sha256, e.text_sha256, e.fault or "matches")
            for e in memo.exhibits
        )
        yield _table(("Exhibit", "File", "Address", "Size", "SHA-256 of the original", "of the reading text", "Re-read"), rows)
    if memo.citations:
        yield "## Citations"
        cited = ((str(c.number), c.exhibit, c.place, f"{c.start}–{c.end}", c.quote, " ".join(c.claims), c.fault) for c in memo.citations)
        yield _table(("No.", "Exhibit", "Place", "Characters", "Quotation", "Claims", "Differs"), cited)
    yield "## Integrity"
    head = visible(memo.integrity.head).replace("`", "")
    yield f"{escaped(memo.integrity.statement)}. Journal head `{head}`, {memo.integrity.steps} steps."
    yield from (f"**{escaped(fault)}**" for fault in memo.integrity.faults)
