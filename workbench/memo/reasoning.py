"""The claim table and the reasoning under each claim."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from workbench.domain.entities import Appearance, Claim, Evidence
from workbench.domain.plurals import listed
from workbench.domain.rules import warnings
from workbench.domain.statuses import ONE_IS_ENOUGH, Basis, Status, Verdict
from workbench.domain.vocabulary import Stance
from workbench.memo.attribution import denial, rests_on
from workbench.memo.citations import CitationList
from workbench.memo.drafting import judgement
from workbench.memo.lookup import Lookup
from workbench.memo.measure import ADDRESS
from workbench.memo.model import Citation, ClaimRow, EvidenceLine, Quote, Reasoning
from workbench.memo.printable import visible
from workbench.memo.sources import origin_number
from workbench.memo.words import HEDGES, date_of, day, paragraphs, sentence, shortened, words_of

HEADING_LIMIT = 200
QUOTE_LIMIT = 420
"""Longer quotations are cut under the claim; the appendix has every one in full."""

NONE = "–"

GLYPHS = {Verdict.DENIED: "×"}
"""Signs that differ from the screen's because the fonts that Typst brings do not have those."""


def claim_row(look: Lookup, claim: Claim) -> ClaimRow:
    """The line of the claim table, every count computed."""
    meter, assessment = look.meters[claim.id], look.assessments.get(claim.id)
    grades = sorted({origin.reliability.value for origin in look.roots(claim)})
    verdict = claim.verdict
    return ClaimRow(
        number=claim.number,
        text=claim.text,
        verdict=verdict.value,
        word=verdict.label,
        glyph=GLYPHS.get(verdict, verdict.glyph),
        basis=claim.basis.label if claim.basis else "",
        detail=_detail(claim),
        articles=meter.articles,
        origins=len(meter.roots),
        unattributed=meter.unattributed,
        carried=meter.text,
        reliability="/".join(grades) or NONE,
        credibility=assessment.credibility.value if assessment and assessment.credibility else NONE,
        likelihood=assessment.likelihood.label if assessment and assessment.likelihood else NONE,
        confidence=assessment.confidence.label if assessment and assessment.confidence else NONE,
    )


def _detail(claim: Claim) -> str:
    """The basis as the table words it, with who denied it and when, or that it stands by override."""
    if claim.basis is None:
        return "not looked at yet"
    if claim.basis is Basis.PARTY_DENIAL and claim.denied_by.strip():
        when = f", {day(claim.denied_on)}" if claim.denied_on.strip() else ""
        return f"by {claim.denied_by.strip()}{when}"
    overridden = claim.status is Status.CONFIRMED and claim.override_reason.strip()
    return claim.basis.label + (" (override)" if overridden else "")


def reasoning(look: Lookup, claim: Claim, citations: CitationList) -> Reasoning:
    """Everything that is said under one claim; passages get their citation numbers here."""
    likelihood, confidence = judgement(look.assessments.get(claim.id))
    quotes = [_quote(look, a, claim, citations) for a in look.appearances.get(claim.id, ()) if a.stance is not Stance.NOT_MENTIONED]
    return Reasoning(
        row=claim_row(look, claim),
        heading=shortened(claim.text, HEADING_LIMIT),
        kind=claim.kind.label + (f", {day(claim.event_date)}" if claim.event_date else ""),
        reason=paragraphs(claim.reason) or _no_reason(claim),
        override=sentence(claim.override_reason) if claim.status is Status.CONFIRMED else "",
        denial=denial(claim) if claim.status is Status.DENIED else "",
        scope=_scope(look, claim),
        rests_on=rests_on(look, claim),
        origins=tuple(sorted({origin_number(root) for root in look.meters[claim.id].roots})),
        likelihood=likelihood,
        confidence=confidence,
        cautions=_cautions(look, claim),
        quotes=tuple(quote for quote in quotes if quote),
        evidence=tuple(_evidence(look, link, claim, citations) for link in look.evidence.get(claim.id, ())),
        not_mentioned_in=listed([_looked_for(claim, absent) for absent in look.not_mentioned(claim)]),
        would_change=sentence(claim.would_change),
        review_on=day(claim.review_on) if claim.review_on else "",
    )


def _no_reason(claim: Claim) -> tuple[str, ...]:
    """That nobody has said why, where a status was set; an override has its own reason."""
    return () if claim.status is Status.OPEN or claim.override_reason.strip() else ("No reason given.",)


def _scope(look: Lookup, claim: Claim) -> str:
    """What the status covers: that own words are confirmed as said, why one origin is enough, and where a source hedged what the claim
    says outright."""
    said = ["What is confirmed is that it was said, not that it is true."] if claim.basis is Basis.OWN_WORDS else []
    if claim.status is Status.CONFIRMED and claim.basis in ONE_IS_ENOUGH and len(look.meters[claim.id].roots) < 2:
        said.append(f"One origin is enough here: {ONE_IS_ENOUGH[claim.basis]}.")
    return " ".join([*said, *_hedges(look, claim)])


def _hedges(look: Lookup, claim: Claim) -> list[str]:
    """The hedges of carrying passages, where the claim's own words have none of any kind."""
    hedged = [(a.hedge.strip(), a.article_id) for a in look.carrying(claim) if a.hedge.strip()]
    own = set(words_of(claim.text))
    if own & HEDGES or any(set(words_of(hedge)) <= own for hedge, _ in hedged):
        return []
    told = list(dict.fromkeys(f"Ex. {article} (“{hedge}”)" for hedge, article in hedged))
    return [f"Hedged in {listed(told)}; the claim’s own words are not."] if told else []


def _cautions(look: Lookup, claim: Claim) -> tuple[str, ...]:
    """What the desk's rules say against the status, as of the cut-off. A basis that says "single origin" says it already."""
    if claim.status is Status.OPEN:
        return ()
    found = warnings(claim, look.meters[claim.id], look.appearances.get(claim.id, ()), look.evidence.get(claim.id, ()), date_of(look.now))
    silent = {"override", "review"} | ({"two-origin"} if claim.status is Status.UNCONFIRMED else set())
    return tuple(dict.fromkeys(finding.message for finding in found if finding.rule not in silent))


def _quote(look: Lookup, appearance: Appearance, claim: Claim, citations: CitationList) -> Quote | None:
    passage = look.snapshot.passages.get(appearance.passage_id) if appearance.passage_id is not None else None
    if passage is None:
        return None
    citation = citations.cite(passage, claim.number)
    quote = quoted(citation, appearance.stance.label, _attribution(look, appearance, claim, citations))
    return replace(quote, translation=" ".join(appearance.translation.split()), translator=appearance.translator)


def _looked_for(claim: Claim, absent: Appearance) -> str:
    """ "Ex. 3 (looked for by Ida Holm on 3 March 2031)", and whether the claim had other words then."""
    said = [f"looked for by {absent.looked_by}" if absent.looked_by else "", f"on {day(absent.looked_at)}" if absent.looked_at else ""]
    other = absent.looked_for and absent.looked_for != hashlib.sha256(claim.text.encode()).hexdigest()
    said_so = " ".join(filter(None, said)) + (", under other words" if other else "")
    return f"Ex. {absent.article_id}" + (f" ({said_so})" if said_so else "")


def quoted(citation: Citation, stance: str, attribution: str) -> Quote:
    """A citation as it stands under a claim."""
    return Quote(
        exhibit=citation.exhibit,
        stance=stance,
        attribution=attribution,
        text=shortened(citation.quote, QUOTE_LIMIT),
        place=f"{citation.place}, {citation.start}–{citation.end}",
        citation=citation.number,
        differs=bool(citation.fault),
        language=citation.language,
        right_to_left=citation.right_to_left,
    )


def _attribution(look: Lookup, appearance: Appearance, claim: Claim, citations: CitationList) -> str:
    """ "attributed to the port authority, verb “claimed”, via a wire; origin O2 (stated: “the port said”, citation 12)"."""
    parts = [f"attributed to {appearance.attributed_to.strip()}" if appearance.attributed_to.strip() else "no attribution"]
    parts += [f"{name} “{value.strip()}”" for name, value in (("verb", appearance.verb), ("hedge", appearance.hedge)) if value.strip()]
    parts += [f"via {appearance.via.strip()}"] if appearance.via.strip() else []
    said = ", ".join(parts)
    origin = look.origins.get(appearance.origin_id) if appearance.origin_id is not None else None
    if origin is None:
        return said + ("; origin not known" if appearance.carries else "")
    basis = f" ({appearance.basis_words}{_statement(look, appearance, claim, citations)})" if appearance.basis_words else ""
    return f"{said}; origin {origin_number(origin.id)}{basis}"


def _statement(look: Lookup, appearance: Appearance, claim: Claim, citations: CitationList) -> str:
    """The words that state an origin, with the number of their citation; empty where none are marked."""
    passage = look.snapshot.passages.get(appearance.statement_id or 0) if appearance.stated else None
    if passage is None:
        return ""
    words = shortened(" ".join(citations.quote(passage).split()), QUOTE_LIMIT)
    return f": “{words}”, citation {citations.cite(passage, claim.number).number}"


def _evidence(look: Lookup, link: Evidence, claim: Claim, citations: CitationList) -> EvidenceLine:
    passage = look.snapshot.passages.get(link.passage_id) if link.passage_id is not None else None
    article = look.articles.get(passage.article_id if passage else link.article_id or -1)
    origin = look.origins.get(link.origin_id) if link.origin_id is not None else None
    judged = {True: "independent", False: "not independent", None: "independence not judged"}[link.independent]
    reason = link.independent_reason.strip()
    return EvidenceLine(
        relation=link.relation.label,
        target=f"{article.exhibit}, {article.outlet}" if article else link.url.strip() or _target(link),
        url=_followed(link.url.strip()),
        note=link.note.strip(),
        origin=origin.name if origin else "origin not known",
        independence=f"{judged}: {reason}" if reason else judged,
        quote=quoted(citations.cite(passage, claim.number), link.relation.label, "") if passage else None,
    )


def _followed(url: str) -> str:
    """A web address that the page can lead to; empty for one that it only prints: too long, or with signs in it that nobody sees."""
    fit = len(url) <= ADDRESS and url == visible(url) and not any(map(str.isspace, url))
    return url if fit and url.lower().startswith(("https://", "http://")) else ""


def _target(link: Evidence) -> str:
    """ "document “permit.pdf”, SHA-256 1a2b…": what a link without an article or an address points to; a document by its whole hash."""
    dated = f" of {day(link.dated)}" if link.dated else ""
    if link.document_sha256:
        return f"{link.kind.label} “{link.name}”{dated}, {link.media_type}, SHA-256 {link.document_sha256}"
    return f"call with {link.name}{dated}" if link.name else f"note{dated}"
