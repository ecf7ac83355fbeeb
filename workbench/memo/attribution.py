"""Who says it: the attribution that a claim must be printed with, and where its articles have it from."""

from __future__ import annotations

from collections import Counter

from workbench.domain.entities import Claim
from workbench.domain.rules import SINGLE_SUFFICES
from workbench.domain.vocabulary import Basis, OriginBasis
from workbench.memo.lookup import Lookup
from workbench.memo.words import counted, day, listed

_PLAIN = frozenset({Basis.INDEPENDENT_CORROBORATION, *SINGLE_SUFFICES} - {Basis.UNDISPUTED_PARTY_ACCOUNT})


def needs_attribution(look: Lookup, claim: Claim) -> bool:
    """Whether the claim may only be printed with the name of who says it. Own words carry their speaker already.

    Corroboration that stands by an override alone has no second origin, so the one it has is named.
    """
    alone = claim.basis is Basis.INDEPENDENT_CORROBORATION and len(look.meters[claim.id].roots) < 2
    return alone or claim.basis not in _PLAIN


def said_by(look: Lookup, claim: Claim) -> str:
    """Who the carrying articles name most often, else the origin; an anonymous origin is called so. Empty when nobody is known."""
    roots = look.roots(claim)
    if roots and all(origin.anonymous for origin in roots):
        return "a source that is not named"
    named: Counter[str] = Counter()
    for appearance in look.carrying(claim):
        if appearance.attributed_to.strip():
            # A name that the article gives outweighs one whose origin the analyst had to infer.
            named[appearance.attributed_to.strip()] += 1 if appearance.origin_basis is OriginBasis.INFERRED else 2
    if named:
        return max(named, key=lambda name: named[name])
    return listed([origin.name for origin in roots if not origin.anonymous])


def rests_on(look: Lookup, claim: Claim) -> str:
    """ "All five articles carry it, but all of them trace to one origin: the agency." Articles are told apart from sources."""
    meter, roots = look.meters[claim.id], look.roots(claim)
    if not meter.articles:
        return "No article carries it."
    total = len(look.articles)
    who = f"All {counted(total, 'article')}" if meter.articles == total > 1 else _one_of(meter.articles, total)
    carry = "carries" if meter.articles == 1 else "carry"
    names = listed([_named(origin.name, anonymous=origin.anonymous) for origin in roots])
    if not meter.roots:
        return f"{who} {carry} it; nobody has said yet where from."
    if len(meter.roots) > 1:
        return f"{who} {carry} it, on {counted(len(meter.roots), 'independent origin')}: {names}."
    if meter.articles == 1:
        return f"{who} carries it, on one origin: {names}."
    # An article without an origin traces to nothing yet, so "all of them" would be too much said.
    known = "all of them trace" if not meter.unattributed else f"those with a known origin ({meter.articles - meter.unattributed}) trace"
    return f"{who} carry it, but {known} to one origin: {names}."


def _one_of(articles: int, total: int) -> str:
    if articles == total == 1:
        return "The one article"
    return f"{counted(articles, 'article').split()[0].capitalize()} of {counted(total, 'article')}"


def _named(name: str, *, anonymous: bool) -> str:
    return f"{name} (not named)" if anonymous else name


def denial(claim: Claim) -> str:
    """ "Denied by the harbour authority on 3 March 2031." Empty when no party denial is entered."""
    if not claim.denied_by.strip():
        return ""
    return f"Denied by {claim.denied_by.strip()}" + (f" on {day(claim.denied_on)}." if claim.denied_on.strip() else ".")
