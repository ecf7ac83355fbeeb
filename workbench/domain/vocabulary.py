"""The closed lists, but for statuses and bases. Each term has a stable key (stored) and a label (shown and printed)."""

from __future__ import annotations

from workbench.domain.terms import Term


class ClaimKind(Term):
    """What sort of proposition a claim is; some rules depend on it."""

    EVENT = "event", "event"
    UTTERANCE = "utterance", "utterance"
    QUANTITY = "quantity", "quantity"
    PLAN = "plan", "plan"
    PREDICTION = "prediction", "prediction"
    ASSESSMENT = "assessment", "assessment"
    LEGAL = "legal_characterisation", "legal characterisation"
    SUPERLATIVE = "superlative", "superlative"
    IDENTITY = "identity", "identity"


class Priority(Term):
    KEY = "key", "key"
    HIGH = "high", "high"
    NORMAL = "normal", "normal"


class Stance(Term):
    """What a passage does with a claim."""

    ASSERTS = "asserts", "asserts"
    REPORTS = "reports", "reports"
    SUPPORTS = "supports", "supports"
    ENDORSES = "endorses", "endorses"
    DENIES = "denies", "denies"
    DISPUTES = "disputes", "disputes"
    CONTRADICTS = "contradicts", "contradicts"
    NEUTRAL = "neutral", "neutral"
    PARTIAL = "partial", "partial"
    NOT_MENTIONED = "not_mentioned", "not mentioned"


STANCE_MEANS: dict[Stance, str] = {
    Stance.ASSERTS: "says it in the article’s own voice",
    Stance.REPORTS: "says that somebody said it",
    Stance.SUPPORTS: "says something that is only so if it is",
    Stance.ENDORSES: "a third party calls it likely; counts as no source",
    Stance.DENIES: "a party to it says that it is not so",
    Stance.DISPUTES: "doubts it, without saying that it is not so",
    Stance.CONTRADICTS: "says something that cannot be so if it is",
    Stance.NEUTRAL: "mentions it and takes no side",
    Stance.PARTIAL: "says a neighbouring thing, not this",
    Stance.NOT_MENTIONED: "looked for in the article, not there",
}
"""What each stance means, in a few words beside it."""

CARRYING = frozenset({Stance.ASSERTS, Stance.REPORTS, Stance.SUPPORTS})
"""The only stances that make an article carry a claim and an origin count."""

OPPOSING = frozenset({Stance.DENIES, Stance.DISPUTES, Stance.CONTRADICTS})


class OriginBasis(Term):
    STATED = "stated", "stated"
    INFERRED = "inferred", "inferred"


class OriginKind(Term):
    GOVERNMENT = "government", "government"
    INTELLIGENCE = "intelligence_service", "intelligence service"
    OFFICIAL = "official", "official"
    PARTY = "party", "party to the event"
    COMPANY = "company", "company"
    WIRE = "wire", "news wire"
    NEWSROOM = "newsroom", "newsroom's own reporting"
    WITNESS = "witness", "witness"
    EXPERT = "expert", "expert"
    DOCUMENT = "document", "document"
    OTHER = "other", "other"


class Relation(Term):
    CORROBORATES = "corroborates", "corroborates"
    CONTRADICTS = "contradicts", "contradicts"
    CONTEXT = "context", "context"


class Reliability(Term):
    """Reliability of a source, Admiralty code (NATO AJP-2.1, A to F)."""

    A = "A", "A completely reliable"
    B = "B", "B usually reliable"
    C = "C", "C fairly reliable"
    D = "D", "D not usually reliable"
    E = "E", "E unreliable"
    F = "F", "F cannot be judged"


class Credibility(Term):
    """Credibility of a piece of information, Admiralty code (NATO AJP-2.1, 1 to 6)."""

    ONE = "1", "1 confirmed by other sources"
    TWO = "2", "2 probably true"
    THREE = "3", "3 possibly true"
    FOUR = "4", "4 doubtful"
    FIVE = "5", "5 improbable"
    SIX = "6", "6 cannot be judged"


class Likelihood(Term):
    """The seven likelihood terms of ICD 203 (2015), D.6.e(2)(a)."""

    ALMOST_NO_CHANCE = "almost_no_chance", "almost no chance"
    VERY_UNLIKELY = "very_unlikely", "very unlikely"
    UNLIKELY = "unlikely", "unlikely"
    EVEN = "roughly_even_chance", "roughly even chance"
    LIKELY = "likely", "likely"
    VERY_LIKELY = "very_likely", "very likely"
    ALMOST_CERTAIN = "almost_certain", "almost certain"


class Confidence(Term):
    """Confidence in a judgement (ICD 203), and in a guessed field of metadata."""

    HIGH = "high", "high"
    MODERATE = "moderate", "moderate"
    LOW = "low", "low"


class ZoneKind(Term):
    HEADLINE = "headline", "headline"
    DECK = "deck", "deck"
    BULLET = "bullet", "bullet"
    CAPTION = "caption", "caption"
    BODY = "body", "body"
    BOILERPLATE = "boilerplate", "page furniture"
    CREDIT = "credit", "credit"
    CORRECTION = "correction", "correction"
    NOTE = "note", "note"
    STRUCK = "struck_out", "struck out"
    HIDDEN = "hidden", "hidden text"
    COMMENT = "comment", "comment"
    RELATED = "related", "other headlines"
    PAGE = "page", "page head or number"
    QUOTED = "quoted", "quoted message"


LIVE = frozenset({ZoneKind.HEADLINE, ZoneKind.DECK, ZoneKind.BULLET, ZoneKind.CAPTION, ZoneKind.BODY})
"""Zones that are the article: they are read, counted and compared."""
FURNITURE = frozenset(
    {
        ZoneKind.BOILERPLATE, ZoneKind.NOTE, ZoneKind.STRUCK, ZoneKind.HIDDEN, ZoneKind.COMMENT, ZoneKind.RELATED, ZoneKind.PAGE,
        ZoneKind.QUOTED,
    }
)  # fmt: skip
"""Zones that are drawn grey, folded away where they are whole lines, and neither counted nor compared. Credits and corrections stay in
sight."""
WITHIN = frozenset({ZoneKind.NOTE, ZoneKind.STRUCK, ZoneKind.HIDDEN, ZoneKind.PAGE})
"""Those of them that may be a word or two in a sentence, which stays one."""
SILENT = FURNITURE | {ZoneKind.CAPTION, ZoneKind.CREDIT}
"""Zones in which nobody speaks: what stands there names no speaker for the article's words."""


class SetBy(Term):
    MACHINE = "machine", "suggested by the program"
    ANALYST = "analyst", "set by the analyst"


class PassageState(Term):
    EXACT = "exact", "exact"
    MOVED = "moved", "moved"
    ORPHAN = "orphan", "orphan"


class CaseState(Term):
    OPEN = "open", "open"
    PARTLY = "partly_verified", "partly verified"
    SIGNED = "signed_off", "signed off"


class CheckedKind(Term):
    """Why a sentence without a mark counts as read: it was looked at, or set aside with a reason."""

    CHECKED = "checked", "checked off"
    WAIVED = "waived", "waived"


class EvidenceKind(Term):
    """What a link points to; follows from its target."""

    PASSAGE = "passage", "passage"
    ARTICLE = "article", "article"
    URL = "url", "web address"
    DOCUMENT = "document", "document"
    IMAGE = "image", "image"
    CALL_NOTE = "call_note", "note"


class DiscrepancyType(Term):
    """How two passages fail to agree."""

    FIGURE = "figure", "figure"
    COMPOSITION = "composition", "composition"
    PREDICATE = "predicate", "predicate"
    PLACE = "place", "place"
    DATE = "date", "date"
    RELATIVE_DATE = "relative_date", "relative date"
    ATTRIBUTION_LOST = "attribution_lost", "attribution lost"
    ROLE_INVERTED = "role_inverted", "role inverted"
    STALE_DENIAL = "stale_denial", "stale denial"
    SCOPE = "scope_of_endorsement", "scope of endorsement"
    VERB = "verb", "verb"
    QUOTATION = "quotation", "quotation"
    NAME = "name", "name"
    TITLE = "title", "title"
    QUALIFIER_DROPPED = "qualifier_dropped", "qualifier dropped"
    HEDGE_LOST = "hedge_lost", "hedge lost"
    HEADLINE = "headline_not_borne_out", "headline not borne out"
    OTHER = "other", "other"


class Severity(Term):
    HIGH = "high", "high"
    MEDIUM = "medium", "medium"
    LOW = "low", "low"


class DiscrepancyState(Term):
    OPEN = "open", "open"
    RESOLVED = "resolved", "resolved"


class FoundBy(Term):
    ANALYST = "analyst", "found by the analyst"
    CHECK = "check", "found by a check"


class Role(Term):
    """Who signs a memo; the two are different people (invariant 8)."""

    ANALYST = "analyst", "analyst"
    CHECKER = "checker", "checker"


class ReviewVerdict(Term):
    """What the checker says of a claim or of one of its citations."""

    AGREES = "agrees", "agrees"
    QUERIES = "queries", "queries"


class Handling(Term):
    """Traffic Light Protocol 2.0 (FIRST, 2022)."""

    RED = "TLP:RED", "TLP:RED"
    AMBER_STRICT = "TLP:AMBER+STRICT", "TLP:AMBER+STRICT"
    AMBER = "TLP:AMBER", "TLP:AMBER"
    GREEN = "TLP:GREEN", "TLP:GREEN"
    CLEAR = "TLP:CLEAR", "TLP:CLEAR"


class Field(Term):
    """The fields of an article's metadata, each kept with confidence and basis."""

    TITLE = "title", "title"
    PUBLISHER = "publisher", "publisher"
    AUTHOR = "author", "author"
    PUBLISHED = "published", "published"
    MODIFIED = "modified", "last changed"
    LANGUAGE = "language", "language"
    WIRE = "wire", "wire"
    ADDRESS = "address", "address"
    RETRIEVED = "retrieved", "retrieved"


class Method(Term):
    FILE = "file", "file"
    PASTE = "paste", "paste"
