"""Everything that is printed, already worded. A Memo holds only strings, numbers, booleans and tuples of them, so it is JSON-able.

Renderers set type; they decide nothing. Texts are verbatim: a renderer makes control characters visible, nothing more.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one weight. `to` is the number of the claim ("C3") or query ("Q1") it leads to, or empty."""

    text: str
    strong: bool = False
    to: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A numbered or listed statement and the claims it rests on, by number."""

    number: str
    runs: tuple[Run, ...]
    claims: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Count:
    """How many claims carry a printed word."""

    word: str
    claims: int


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The three columns: on record, not known, contested between parties."""

    known: tuple[Point, ...]
    unknown: tuple[Point, ...]
    contested: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One line of the claim table. `verdict` is the key of the printed `word`; `detail` words the basis.

    Reliability (of the sources, A–F) and credibility (of the claim, 1–6) are rated apart; so are likelihood and confidence.
    """

    number: str
    text: str
    verdict: str
    word: str
    glyph: str
    basis: str
    detail: str
    articles: int
    origins: int
    unattributed: int
    carried: str
    reliability: str
    credibility: str
    likelihood: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A cited passage under a claim: the stance, who it is attributed to, the words, the number of its citation, and a `translation`
    with who made it, or ""."""

    exhibit: str
    stance: str
    attribution: str
    text: str
    place: str
    citation: int
    differs: bool
    language: str
    right_to_left: bool
    translation: str = ""
    translator: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """A link that backs or breaks the claim. `url` is set only for http and https; `quote` only when a passage is linked."""

    relation: str
    target: str
    url: str
    note: str
    origin: str
    independence: str
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Reasoning:
    """Why one claim has its status. `heading` is the claim, shortened if very long; `row` is its line of the table."""

    row: ClaimRow
    heading: str
    kind: str
    reason: tuple[str, ...]
    override: str
    denial: str
    scope: str
    rests_on: str
    origins: tuple[str, ...]
    likelihood: str
    confidence: str
    cautions: tuple[str, ...]
    quotes: tuple[Quote, ...]
    evidence: tuple[EvidenceLine, ...]
    not_mentioned_in: str
    would_change: str
    review_on: str


@dataclass(frozen=True, slots=True)
class QueryRow:
    """A discrepancy: what two or more passages do not agree in, and how it was settled. `state` is the printed word, OPEN or RESOLVED;
    a passage's `stance` is the remark on it, if there is one; `found_by` is empty when the analyst found it."""

    number: str
    type: str
    severity: str
    claim: str
    summary: str
    state: str
    resolution: tuple[str, ...]
    found_by: str
    passages: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article as a source: who published it, when, how graded; `notes` say how sure the metadata are and why."""

    exhibit: str
    publisher: str
    title: str
    author: str
    published: str
    wire: str
    grade: str
    claims: int
    notes: str


@dataclass(frozen=True, slots=True)
class OriginRow:
    """A first-hand source. `chain` follows derives_from to the `root`; `claims` rest on it."""

    number: str
    name: str
    kind: str
    reliability: str
    interest: str
    anonymous: bool
    root: str
    chain: str
    exhibits: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A document as kept: hashes are SHA-256 in hex, `size` is the original's. `attached` says what it came attached to, `fault` what
    no longer matches; each may be empty."""

    exhibit: str
    name: str
    location: str
    size: str
    sha256: str
    text_sha256: str
    reading: str
    imported: str
    attached: str
    fault: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered place: where it stands in words ("p. 3, l. 12"), line of the reading text from 1, code points start to end (exclusive),
    the exact words. `fault` is empty when it re-read well."""

    number: int
    exhibit: str
    line: int
    place: str
    start: int
    end: int
    quote: str
    fault: str
    claims: tuple[str, ...]
    language: str
    right_to_left: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """A rating scale as printed: its name, its authority, and (term, meaning) pairs."""

    name: str
    authority: str
    terms: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Method:
    """How the desk worked: the standard of proof in the case's words, the rules, and the scales."""

    standard: str
    rules: tuple[str, ...]
    scales: tuple[Scale, ...]


@dataclass(frozen=True, slots=True)
class Integrity:
    """What was re-read at rendering, and the journal's head hash (hex)."""

    head: str
    steps: int
    last_change: str
    citations: int
    differ: int
    statement: str
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignOff:
    """A line to sign: the role and, where the case says it, the name; `signed` is when, in words, and empty until then."""

    role: str
    name: str
    signed: str = ""


@dataclass(frozen=True, slots=True)
class Memo:
    """One verification memo. `banner` is empty, or the DRAFT line that must head every page; `date` is ISO 8601 and fixes the bytes."""

    handling: str
    handling_note: str
    reference: str
    version: str
    subject: str
    question: str
    to: str
    sender: str
    cut_off: str
    supersedes: str
    state: str
    exhibits_line: str
    claims_line: str
    banner: str
    date: str
    counts: tuple[Count, ...]
    bottom_line: tuple[Point, ...]
    knowledge: Knowledge
    safe_wording: tuple[Point, ...]
    claims: tuple[ClaimRow, ...]
    reasoning: tuple[Reasoning, ...]
    queries: tuple[QueryRow, ...]
    independence: tuple[str, ...]
    articles: tuple[ArticleRow, ...]
    origins: tuple[OriginRow, ...]
    method: Method
    record: tuple[str, ...]
    sign_off: tuple[SignOff, ...]
    exhibits: tuple[Exhibit, ...]
    citations: tuple[Citation, ...]
    integrity: Integrity

    def as_json(self) -> dict[str, Any]:
        """The memo as plain dictionaries and lists."""
        return asdict(self)
