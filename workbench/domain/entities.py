"""The things a case is made of, as frozen values. Ids are stable, never reused, and for articles and claims the number shown."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.anchors import Anchor
from workbench.domain.spans import Span
from workbench.domain.vocabulary import (
    CARRYING,
    Basis,
    CaseState,
    ClaimKind,
    Confidence,
    Credibility,
    Field,
    Handling,
    Likelihood,
    Method,
    OriginBasis,
    OriginKind,
    PassageState,
    Priority,
    Relation,
    Reliability,
    SetBy,
    Stance,
    Status,
    Verdict,
    ZoneKind,
    verdict,
)


@dataclass(frozen=True, slots=True)
class CaseInfo:
    """One inquiry. `as_of` is the information cut-off, ISO 8601 UTC; empty means "now"."""

    uid: str
    reference: str
    title: str
    question: str
    as_of: str
    handling: Handling
    standard_of_proof: str
    analyst: str
    checker: str
    state: CaseState
    memo_to: str
    memo_from: str
    bottom_line: str
    safe_wording: str
    created_at: str


@dataclass(frozen=True, slots=True)
class Metadatum:
    """One field of an article's metadata with how sure we are and why. An unknown value is None, never a guess without basis."""

    value: str | None
    confidence: Confidence | None
    basis: str
    set_by: SetBy = SetBy.MACHINE


UNKNOWN = Metadatum(None, None, "nothing in the file says it")


@dataclass(frozen=True, slots=True)
class Zone:
    """A view over the text, never an edit."""

    id: int
    article_id: int
    start: int
    end: int
    kind: ZoneKind
    set_by: SetBy
    basis: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Article:
    """An imported document, the evidentiary copy. `id` is its exhibit number."""

    id: int
    name: str
    location: str
    method: Method
    media_type: str
    encoding: str
    encoding_basis: str
    original_sha256: str
    original_size: int
    text_sha256: str
    reader: str
    imported_at: str
    imported_by: str
    grade: Reliability
    metadata: dict[Field, Metadatum]
    warnings: tuple[str, ...] = ()

    @property
    def exhibit(self) -> str:
        return f"Ex. {self.id}"

    def value(self, field: Field) -> str | None:
        """The value of one field of metadata, or None when unknown."""
        return self.metadata[field].value if field in self.metadata else None

    @property
    def title(self) -> str:
        """The title, or the file's name when it has none."""
        return self.value(Field.TITLE) or self.name

    @property
    def outlet(self) -> str:
        """Who published it, in words."""
        return self.value(Field.PUBLISHER) or "Unknown publisher"


@dataclass(frozen=True, slots=True)
class Passage:
    id: int
    article_id: int
    anchor: Anchor
    state: PassageState

    @property
    def span(self) -> Span:
        return self.anchor.span


@dataclass(frozen=True, slots=True)
class Claim:
    """One affirmative, neutral proposition. `id` is its number: claim 3 is C3."""

    id: int
    text: str
    kind: ClaimKind
    priority: Priority
    event_date: str
    status: Status
    basis: Basis | None
    denied_by: str
    denied_on: str
    reason: str
    override_reason: str
    would_change: str
    as_of: str
    review_on: str
    note: str

    @property
    def number(self) -> str:
        return f"C{self.id}"

    @property
    def verdict(self) -> Verdict:
        return verdict(self.status, self.basis)


@dataclass(frozen=True, slots=True)
class Appearance:
    """The claim in an article. `passage_id` is None only for "not mentioned"."""

    id: int
    claim_id: int
    article_id: int
    passage_id: int | None
    stance: Stance
    attributed_to: str
    verb: str
    hedge: str
    via: str
    origin_id: int | None
    origin_basis: OriginBasis | None

    @property
    def carries(self) -> bool:
        """Whether this makes its article carry the claim (invariant 5)."""
        return self.stance in CARRYING


@dataclass(frozen=True, slots=True)
class Origin:
    """The first-hand source behind an appearance."""

    id: int
    name: str
    kind: OriginKind
    reliability: Reliability
    interest: str
    anonymous: bool
    derives_from: int | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A link that backs or breaks a claim: to a passage, an article, a URL, or a note of a call or document."""

    id: int
    claim_id: int
    relation: Relation
    passage_id: int | None
    article_id: int | None
    url: str
    note: str
    origin_id: int | None
    independent: bool | None
    independent_reason: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """Admiralty credibility and ICD 203 likelihood and confidence of one claim, kept apart (invariant 9)."""

    id: int
    claim_id: int
    credibility: Credibility | None
    likelihood: Likelihood | None
    confidence: Confidence | None


@dataclass(frozen=True, slots=True)
class Checked:
    """A stretch of an article that an analyst has looked at and found nothing to mark in."""

    id: int
    article_id: int
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


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


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one row, before and after, as the journal kept it. Values are JSON scalars."""

    table: str
    row: int
    field: str
    before: str | int | None
    after: str | int | None
