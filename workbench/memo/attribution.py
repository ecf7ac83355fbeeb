"""Who says it: the attribution that a claim must be printed with, and where its articles have it from."""

from __future__ import annotations

from collections import Counter

from workbench.domain.entities import Claim
from workbench.domain.plurals import either, listed
from workbench.domain.rules import SINGLE_SUFFICES
from workbench.domain.statuses import Basis
from workbench.memo.lookup import Lookup
from workbench.memo.words import capital, day, spelled

_PLAIN = frozenset({Basis.INDEPENDENT_CORROBORATION, *SINGLE_SUFFICES} - {Basis.UNDISPUTED_PARTY_ACCOUNT})


def needs_attribution(look: Lookup, claim: Claim) -> bool:
    """Whether the claim may only be printed with the name of who says it. Own words carry their speaker already.

    Corroboration that stands by an override alone has no second origin, so the one it has is named.
    """
    alone = claim.basis is Basis.INDEPENDENT_CORROBORATION and len(look.meters[claim.id].roots) < 2
    return alone or claim.basis not in _PLAIN


def said_by(look: Lookup, claim: Claim) -> str:
    """Who the carrying articles themselves say it is from: whom their marked words name most often, else the origins so stated.

    An inferred origin is nobody's statement, so wording never names it. Anonymous origins are called so. Empty when nobody is named.
    """
    stated = [appearance for appearance in look.carrying(claim) if appearance.stated]
    roots = (look.root(a.origin_id) for a in stated if a.origin_id is not None)
    origins = [look.origins[root] for root in roots if root in look.origins]
    if origins and all(origin.anonymous for origin in origins):
        return "a source that is not named"
    named = Counter(name for appearance in stated if (name := appearance.attributed_to.strip()))
    if named:
        return max(named, key=lambda name: named[name])
    return listed(list(dict.fromkeys(origin.name for origin in origins if not origin.anonymous)))


def rests_on(look: Lookup, claim: Claim) -> str:
    """ "All five articles carry it, but all of them trace to one origin: the agency." Articles are told apart from sources.

    Articles in which nobody has looked for it are spelled after that: they are no answer.
    """
    unanswered = look.meters[claim.id].unanswered
    left = f" {capital(spelled(unanswered, 'article'))} {either(unanswered, 'has', 'have')} no answer yet." if unanswered else ""
    return _carried(look, claim) + left


def _carried(look: Lookup, claim: Claim) -> str:
    meter, roots = look.meters[claim.id], look.roots(claim)
    if not meter.articles:
        return "No article carries it."
    total = sum(article.has_text for article in look.articles.values())
    every = "Both articles" if total == 2 else f"All {spelled(total, 'article')}"
    who = every if meter.articles == total > 1 else _one_of(meter.articles, total)
    carry = either(meter.articles, "carries", "carry")
    names = listed([_named(origin.name, anonymous=origin.anonymous) for origin in roots])
    if not meter.roots:
        return f"{who} {carry} it; nobody has said yet where from."
    if len(meter.roots) > 1:
        return f"{who} {carry} it, on {spelled(len(meter.roots), 'independent origin')}: {names}."
    if meter.articles == 1:
        return f"{who} carries it, on one origin: {names}."
    # An article without an origin traces to nothing yet, so "all of them" would be too much said.
    known = "all of them trace" if not meter.unattributed else f"those with a known origin ({meter.articles - meter.unattributed}) trace"
    return f"{who} carry it, but {known} to one origin: {names}."


def _one_of(articles: int, total: int) -> str:
    if articles == total == 1:
        return "The one article"
    return f"{spelled(articles, 'article').split()[0].capitalize()} of {spelled(total, 'article')}"


def _named(name: str, *, anonymous: bool) -> str:
    return f"{name} (not named)" if anonymous else name


def denial(claim: Claim) -> str:
    """ "Denied by the harbour authority on 3 March 2031." Empty when no party denial is entered."""
    if not claim.denied_by.strip():
        return ""
    return f"Denied by {claim.denied_by.strip()}" + (f" on {day(claim.denied_on)}." if claim.denied_on.strip() else ".")
