"""The things a case is made of, as frozen values. Ids are stable, never reused, and for articles and claims the number shown."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from workbench.domain.anchors import Anchor
from workbench.domain.layout import NO_PAGES, Layout
from workbench.domain.spans import Span
from workbench.domain.statuses import Basis, Status, Verdict, verdict
from workbench.domain.vocabulary import (
    CARRYING,
    CheckedKind,
    ClaimKind,
    Confidence,
    Credibility,
    DiscrepancyState,
    DiscrepancyType,
    EvidenceKind,
    Field,
    FoundBy,
    Likelihood,
    Method,
    OriginBasis,
    OriginKind,
    PassageState,
    Priority,
    Relation,
    Reliability,
    SetBy,
    Severity,
    Stance,
    ZoneKind,
)


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


NO_TEXT_SHA256 = hashlib.sha256(b"").hexdigest()


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
    version_of: int | None = None
    part_of: int | None = None
    layout: Layout = NO_PAGES

    @property
    def exhibit(self) -> str:
        return f"Ex. {self.id}"

    @property
    def has_text(self) -> bool:
        """Whether it has a reading text; a picture has none, and is in no count of articles."""
        return self.text_sha256 != NO_TEXT_SHA256

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
        """Where its words stood when they were last in the text; see `place`."""
        return self.anchor.span

    @property
    def place(self) -> Span | None:
        """Where its words stand; None for an orphan, whose words are no longer in the text."""
        return None if self.state is PassageState.ORPHAN else self.anchor.span

    @property
    def start(self) -> int:
        """Where to go for it: its first code point, the start of the article for an orphan."""
        return 0 if self.state is PassageState.ORPHAN else self.anchor.start

    @property
    def quoted(self) -> str:
        """Its words in quotation marks, and what became of them when the article was read again."""
        told = {PassageState.ORPHAN: " (no longer in the text)", PassageState.MOVED: " (elsewhere in the text since it was read again)"}
        return f"“{self.anchor.exact}”{told.get(self.state, '')}"


@dataclass(frozen=True, slots=True)
class Claim:
    """One affirmative, neutral proposition. `id` is its number: claim 3 is C3.

    A claim merged into another keeps its number and words and nothing else; lists leave it out.
    """

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
    merged_into: int | None = None
    split_from: int | None = None

    @property
    def number(self) -> str:
        return f"C{self.id}"

    @property
    def verdict(self) -> Verdict:
        return verdict(self.status, self.basis)


@dataclass(frozen=True, slots=True)
class Appearance:
    """The claim in an article. `passage_id` is None only for "not mentioned": then `looked_by` says who looked for it, `looked_at` when
    (ISO 8601) and `looked_for` the SHA-256 of the claim's words then; empty in cases of before these were kept.

    `translation` are the passage's words in the analyst's language, `translated_by` whose they are and `translated_how` the method.
    `statement_id` is the passage of the same article whose words say who says it: without it an origin is only inferred.
    """

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
    statement_id: int | None = None
    looked_by: str = ""
    looked_at: str = ""
    looked_for: str = ""
    translation: str = ""
    translated_by: str = ""
    translated_how: str = ""

    @property
    def translator(self) -> str:
        """Who translated the passage, and how: "translated by Ida Holm, own translation"; empty without a translation."""
        by = f"translated by {self.translated_by}" if self.translated_by else "translated, by whom is not said"
        return ", ".join(filter(None, (by, self.translated_how))) if self.translation else ""

    @property
    def stated(self) -> bool:
        """Whether words of the article are marked that state where it comes from."""
        return self.origin_basis is not OriginBasis.INFERRED and self.statement_id is not None

    @property
    def basis_words(self) -> str:
        """How the origin is known: "stated", "inferred", "stated, words not marked"; empty without an origin."""
        if self.origin_basis is OriginBasis.STATED and not self.stated:
            return "stated, words not marked"
        return self.origin_basis.label if self.origin_basis else ""

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
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A link that backs or breaks a claim: to a passage, an article, a URL, a document kept in the case, or a note of a call.

    A document's bytes are kept under `document_sha256`; `name` and `media_type` are the file's. `dated` is the day of a call or document.
    """

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
    name: str = ""
    media_type: str = ""
    document_sha256: str | None = None
    dated: str = ""

    @property
    def kind(self) -> EvidenceKind:
        if self.document_sha256:
            return EvidenceKind.IMAGE if self.media_type.startswith("image/") else EvidenceKind.DOCUMENT
        if self.passage_id or self.article_id:
            return EvidenceKind.PASSAGE if self.passage_id else EvidenceKind.ARTICLE
        return EvidenceKind.URL if self.url else EvidenceKind.CALL_NOTE


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
    """A stretch of an article that an analyst has looked at and found nothing to mark in, or has set aside with a reason."""

    id: int
    article_id: int
    start: int
    end: int
    kind: CheckedKind = CheckedKind.CHECKED
    reason: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage that a discrepancy points to, with a remark."""

    id: int
    passage_id: int
    note: str


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A query: two or more passages that do not agree. `id` is its number: query 2 is Q2."""

    id: int
    type: DiscrepancyType
    severity: Severity
    claim_id: int | None
    summary: str
    state: DiscrepancyState
    resolution: str
    found_by: FoundBy
    raised_by: str
    passages: tuple[Quotation, ...]

    @property
    def number(self) -> str:
        return f"Q{self.id}"
