"""The desk's rules for a claim, by name, each with an explanation a person can read and where it comes from.

A rule looks at `Facts` and returns a `Finding` or None. Those of MUST_HOLD refuse a status; those of WORTH_KNOWING stand beside
a claim as a warning and never decide (invariant 11). "Invariant n" is the n-th of the desk's own list in design/product.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.domain.days import day_span
from workbench.domain.entities import Appearance, Claim, Evidence
from workbench.domain.independence import OriginMeter
from workbench.domain.plurals import either, listed
from workbench.domain.statuses import BASES, Basis, Status
from workbench.domain.vocabulary import OPPOSING, ClaimKind, Relation, Stance

SINGLE_SUFFICES = frozenset(
    {
        Basis.BOTH_PARTIES_ON_RECORD,
        Basis.FIRST_HAND,
        Basis.PUBLIC_DOCUMENT,
        Basis.OWN_WORDS,
        Basis.UNDISPUTED_PARTY_ACCOUNT,
    }
)
"""Bases that confirm without two independent roots (invariant 3)."""

FORECASTS = frozenset({ClaimKind.PLAN, ClaimKind.PREDICTION})
REPORTING_LAG = timedelta(days=3)
"""A denial up to so long before the first article that carries the claim is taken to answer the same event: news of both comes late."""
CALENDARS = timedelta(days=1)
"""A day is not in the future while it has begun somewhere on Earth."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A named rule that is not met, with the reason in words."""

    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What rules look at. `today` is the clock's day; `published` the first day on which an article that carries the claim
    appeared, and `cut_off` the day of the inquiry's cut-off, both YYYY-MM-DD or empty; `lost` are the exhibits whose text no longer has
    words that were marked there."""

    claim: Claim
    meter: OriginMeter
    appearances: Sequence[Appearance]
    evidence: Sequence[Evidence]
    today: date
    published: str = ""
    cut_off: str = ""
    lost: Sequence[str] = ()

    @property
    def against(self) -> bool:
        return any(e.relation is Relation.CONTRADICTS for e in self.evidence)

    @property
    def latest(self) -> str:
        """The last day that is not in the future: the clock's, or the cut-off's where the clock is behind it."""
        cut_off = day_span(self.cut_off[:10])
        return max(_away(self.today, CALENDARS), cut_off[1] if cut_off else self.today).isoformat()


def _away(day: date, by: timedelta) -> date:
    """The day so long after (or before) another; the last or the first of all days where the calendar ends."""
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta() else date.min


Rule = Callable[[Facts], Finding | None]


def two_origin_finding(basis: Basis | None, meter: OriginMeter) -> Finding | None:
    """Invariant 3: independent corroboration needs two distinct roots (the newsroom's two-source rule, counted by origin).

    Returns the warning, or None when it holds."""
    if basis in SINGLE_SUFFICES or len(meter.roots) >= 2:
        return None
    if not meter.articles:
        return Finding("two-origin", "No article that carries this claim has an origin yet. Two independent origins are asked for.")
    if not meter.roots:
        return Finding("two-origin", "Nobody has said yet where the articles have this from. Two independent origins are asked for.")
    what = either(meter.articles, "article rests", "articles rest")
    return Finding("two-origin", f"{meter.articles} {what} on one origin. Two independent origins are asked for before “confirmed”.")


def basis_of_its_list(facts: Facts) -> Finding | None:
    """Invariant 3: every status but open needs a basis from its own list; an open claim has none (product, closed lists)."""
    claim = facts.claim
    if claim.status is Status.OPEN:
        return Finding("basis", "An open claim has no basis.") if claim.basis is not None else None
    if claim.basis not in BASES[claim.status]:
        return Finding("basis", f"“{claim.status.label}” needs a basis from its own list.")
    return None


def forecast(facts: Facts) -> Finding | None:
    """Invariant 6: a plan or prediction cannot be confirmed before its date; confirming a forecast is a category mistake."""
    claim = facts.claim
    if claim.status is not Status.CONFIRMED or claim.kind not in FORECASTS or not claim.event_date:
        return None
    span = day_span(claim.event_date)
    if span and span[1] <= facts.today:
        return None
    return Finding("forecast", f"{claim.number} is a {claim.kind.label} for {claim.event_date}: it cannot be confirmed before then.")


def two_origins(facts: Facts) -> Finding | None:
    """Invariant 3, as a refusal: confirmed on fewer than two roots only with a reason, which is printed."""
    claim = facts.claim
    found = two_origin_finding(claim.basis, facts.meter) if claim.status is Status.CONFIRMED else None
    if found is None or claim.override_reason.strip():
        return None
    return Finding(found.rule, f"{found.message} Give a reason to override; it will be printed.")


def refutation(facts: Facts) -> Finding | None:
    """Invariant 4: refuted is the desk's own finding and needs a link that contradicts; a denial alone never refutes."""
    if facts.claim.basis is not Basis.CONTRADICTED or facts.against:
        return None
    return Finding("refutation", "“Contradicted by evidence” needs a link that contradicts the claim. Link it first (E, then −).")


def denial(facts: Facts) -> Finding | None:
    """Invariant 4: denied by a party needs the party, the day, and the denying passage or link (denied is not refuted)."""
    claim = facts.claim
    if claim.basis is not Basis.PARTY_DENIAL:
        return None
    if not claim.denied_by.strip() or not claim.denied_on.strip():
        return Finding("denial", "“Party denial” needs who denied it and when.")
    if not facts.against and not any(a.stance is Stance.DENIES for a in facts.appearances):
        return Finding("denial", "“Party denial” needs the denying passage or link: mark it with the stance “denies”.")
    return None


def single_origin(facts: Facts) -> Finding | None:
    """Invariant 5, as a warning: whatever its status, a claim that articles carry says when it rests on one root.

    A claim confirmed on two that has lost one says so in its own words (`lost_support`)."""
    if facts.claim.status is Status.DENIED or not facts.meter.articles or lost_support(facts):
        return None
    return two_origin_finding(facts.claim.basis, facts.meter)


def more_than_single(facts: Facts) -> Finding | None:
    """Invariant 5 the other way round: a basis that says one origin (product, closed list of bases) beside a meter that counts more."""
    basis, roots = facts.claim.basis, len(facts.meter.roots)
    if basis not in (Basis.SINGLE_ORIGIN, Basis.SINGLE_ANONYMOUS_ORIGIN) or roots < 2:
        return None
    return Finding(
        "more-than-single",
        f"It says “{basis.label}”, but {roots} independent origins are counted. Merge those that are one, or choose another basis.",
    )


def lost_support(facts: Facts) -> Finding | None:
    """Invariant 3 over time: a confirmed claim whose passages or origins were taken away since says so (product, checks)."""
    claim, meter = facts.claim, facts.meter
    if claim.status is not Status.CONFIRMED or claim.override_reason.strip():
        return None
    if claim.basis is Basis.INDEPENDENT_CORROBORATION and len(meter.roots) < 2:
        left = {0: "no origin is", 1: "one origin is"}[len(meter.roots)]
        return Finding("lost-support", f"It was confirmed on two independent origins; {left} left. Look at it again.")
    if not meter.articles and not facts.evidence and not facts.appearances:
        return Finding("lost-support", "It is confirmed, but no passage and no link stands behind it.")
    return None


def stale_denial(facts: Facts) -> Finding | None:
    """Stale denial (product, discrepancy types: "older than what it denies"): before the event, else before anybody reported it."""
    claim = facts.claim
    if claim.basis is not Basis.PARTY_DENIAL or not claim.denied_on:
        return None
    said, event, published = claim.denied_on[:10], day_span(claim.event_date), facts.published[:10]
    if event and said < event[0].isoformat():
        words = f"The denial of {said} is older than what it denies ({claim.event_date}): it may be about something else."
        return Finding("stale-denial", words)
    if not event and (first := _day(published)) and said < _away(first, -REPORTING_LAG).isoformat():
        return Finding("stale-denial", f"The denial of {said} is older than the first article that carries this ({published}).")
    return None


def utterance(facts: Facts) -> Finding | None:
    """Utterances are confirmed as said (product, basis "a party's own words"): others' reports of words are hearsay of them."""
    claim = facts.claim
    if claim.status is not Status.CONFIRMED or claim.kind is not ClaimKind.UTTERANCE or claim.basis in SINGLE_SUFFICES:
        return None
    return Finding("utterance", "An utterance is confirmed as said, by the party's own words; others reported it here.")


def own_words(facts: Facts) -> Finding | None:
    """A party's own words confirm that it was said, never that it is true (product, basis); a plan is what its maker says."""
    claim = facts.claim
    if claim.basis is not Basis.OWN_WORDS or claim.kind in (ClaimKind.UTTERANCE, ClaimKind.PLAN):
        return None
    return Finding("own-words", "A party's own words confirm that it was said, not that it is so. Is its kind “utterance”?")


def both_parties(facts: Facts) -> Finding | None:
    """Both parties on record is each side's own words on the same act (product, invariant 3): with one origin one side has spoken."""
    claim = facts.claim
    if claim.basis is not Basis.BOTH_PARTIES_ON_RECORD:
        return None
    speaking = {a.origin_id for a in facts.appearances if a.stance is not Stance.NOT_MENTIONED} | {e.origin_id for e in facts.evidence}
    sides = len(speaking - {None})
    if sides >= 2:
        return None
    who = "one side is named as an origin" if sides else "no side is named as an origin"
    return Finding("both-parties", f"“Both parties on record” means the words of each; {who}. Say who the others have it from (O).")


def undisputed(facts: Facts) -> Finding | None:
    """An undisputed party account is contested by nobody who would know, and both parties on record say the same of the act (product,
    basis and invariant 3): a denial or a contradicting link contests it."""
    basis = facts.claim.basis
    if basis is None or basis not in (Basis.UNDISPUTED_PARTY_ACCOUNT, Basis.BOTH_PARTIES_ON_RECORD):
        return None
    if not facts.against and not any(a.stance in OPPOSING for a in facts.appearances):
        return None
    return Finding("undisputed", f"“{basis.label.capitalize()}”, but a passage or a link here disputes it.")


def superlative(facts: Facts) -> Finding | None:
    """Superlatives (product, checks: "first", "only") need somebody who has counted; an outlet's own voice has not."""
    if facts.claim.kind is not ClaimKind.SUPERLATIVE or facts.claim.status is Status.DENIED or facts.evidence:
        return None
    carrying = [a for a in facts.appearances if a.carries]
    if not carrying or any(a.attributed_to.strip() for a in carrying):
        return None
    return Finding("superlative", "A superlative in the articles' own voice, and no link behind it: who has counted?")


def in_the_future(facts: Facts) -> Finding | None:
    """Invariant 6, the other way round: what has not happened yet is a plan or a prediction, and nobody denied anything tomorrow."""
    claim, latest = facts.claim, facts.latest
    if claim.denied_on and claim.denied_on[:10] > latest:
        return Finding("future-date", f"The denial is dated {claim.denied_on}, which is in the future. Check the day.")
    event = day_span(claim.event_date)
    if event and event[0].isoformat() > latest and claim.kind not in FORECASTS:
        return Finding("future-date", f"The date {claim.event_date} is in the future: is this a plan or a prediction?")
    return None


def override(facts: Facts) -> Finding | None:
    """Invariant 3: an override stands with its reason, here and in the memo."""
    claim = facts.claim
    if not claim.override_reason or claim.status is not Status.CONFIRMED:
        return None
    return Finding("override", f"Confirmed by override: {claim.override_reason}")


def review(facts: Facts) -> Finding | None:
    """Invariant 6: review_on brings a claim back."""
    day = facts.claim.review_on[:10]
    return Finding("review", f"To look at again since {day}.") if day and day <= facts.today.isoformat() else None


def lost_words(facts: Facts) -> Finding | None:
    """Invariant 2: a passage whose words are no longer there is kept and shown, never moved silently."""
    if not facts.lost:
        return None
    where = f"{either(len(facts.lost), 'the text of', 'the texts of')} {listed(facts.lost)}"
    return Finding("lost-words", f"Words marked for it are no longer in {where}. Mark the place anew, or delete the mark.")


MUST_HOLD: tuple[Rule, ...] = (basis_of_its_list, forecast, two_origins, refutation, denial)
WORTH_KNOWING: tuple[Rule, ...] = (
    single_origin,
    more_than_single,
    lost_support,
    lost_words,
    stale_denial,
    utterance,
    own_words,
    both_parties,
    undisputed,
    superlative,
    in_the_future,
    override,
    review,
)


def refusal(facts: Facts) -> Finding | None:
    """The first rule that refuses the claim's status as it stands, or None."""
    return next((found for rule in MUST_HOLD if (found := rule(facts))), None)


def warnings(
    claim: Claim, meter: OriginMeter, appearances: Sequence[Appearance], evidence: Sequence[Evidence], today: date,
    *, published: str = "", cut_off: str = "", lost: Sequence[str] = (),
) -> list[Finding]:  # fmt: skip
    """What stands beside a claim as a warning: rules overridden, no longer met, or worth knowing."""
    facts = Facts(claim, meter, appearances, evidence, today, published, cut_off, lost)
    found = [finding for rule in WORTH_KNOWING if (finding := rule(facts))]
    broken = [finding for rule in MUST_HOLD if (finding := rule(facts)) and finding.rule != "two-origin"]
    places = {"two-origin": 0, "lost-support": 0}
    return sorted([*broken, *found], key=lambda finding: places.get(finding.rule, 1))


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None
