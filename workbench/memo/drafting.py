"""The drafted sentences: bottom line, what is known, not known and contested, and wording that may be pasted.

They come from statuses, bases and attributions alone; the analyst edits them, and an edited text is printed instead.
Likelihood and confidence are always two sentences (invariant 9).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from workbench.domain.entities import Assessment, Claim
from workbench.domain.plurals import either, listed
from workbench.domain.statuses import Basis, Status, Verdict
from workbench.domain.vocabulary import OPPOSING, Likelihood
from workbench.memo.attribution import denial, needs_attribution, rests_on, said_by
from workbench.memo.lookup import Lookup, foremost, keys
from workbench.memo.model import Knowledge, Point, Run
from workbench.memo.words import capital, clause, day, paragraphs, sentence, spelled

_CLAIM_NUMBER = re.compile(r"\bC\d+\b")
_LIMIT = 3
_COLUMN_LIMIT = 4
_SAFE_LIMIT = 6


def bold(text: str) -> Run:
    return Run(text, strong=True)


def edited(text: str, known: Iterable[str], prefix: str = "") -> tuple[Point, ...]:
    """The analyst's own text, a point a line, with the claim numbers in it leading to their claims."""
    numbers, points = frozenset(known), []
    for index, line in enumerate(paragraphs(text), 1):
        runs, last = [], 0
        for found in _CLAIM_NUMBER.finditer(line):
            if found.group() in numbers:
                runs += [Run(line[last : found.start()]), Run(found.group(), to=found.group())]
                last = found.end()
        points.append(Point(f"{prefix}{index}" if prefix else "", tuple(run for run in (*runs, Run(line[last:])) if run.text)))
    return tuple(points)


def judgement(assessment: Assessment | None) -> tuple[str, str]:
    """The likelihood sentence and the confidence sentence; each empty when not assessed. Never one sentence (ICD 203, D.6.e(2)(a))."""
    if assessment is None:
        return "", ""
    likelihood, confidence = assessment.likelihood, assessment.confidence
    first = ""
    if likelihood in (Likelihood.ALMOST_NO_CHANCE, Likelihood.EVEN):
        article = "a " if likelihood is Likelihood.EVEN else ""
        first = f"We judge that there is {article}{likelihood.label} that it is true."
    elif likelihood is not None:
        first = f"We judge that it is {likelihood.label} to be true."
    what = "that judgement" if first else "this status"
    return (first, f"Our confidence in {what} is {confidence.label}." if confidence is not None else "")


def bottom_line(look: Lookup, last: Sequence[Point] = ()) -> tuple[Point, ...]:
    """The whole case in a few points: the counts, the foremost claims by printed word, and what is said last."""
    points = [_overview(look)] if look.claims else [Point("", (Run("No claim has been entered yet."),))]
    confirmed = look.with_verdict(Verdict.CONFIRMED)
    if confirmed:
        points.append(_confirmed(confirmed))
    points += [_unconfirmed(look, claim) for claim in keys(look.with_verdict(Verdict.UNCONFIRMED), _LIMIT)]
    points += [_denied(claim) for claim in keys(look.with_verdict(Verdict.DENIED), _LIMIT)]
    refuted = look.with_verdict(Verdict.REFUTED)
    if refuted:
        points.append(_refuted(refuted))
    points += last
    return tuple(Point(f"1.{index}", point.runs, point.claims) for index, point in enumerate(points, 1))


def _overview(look: Lookup) -> Point:
    total = len(look.claims)
    runs = [Run(f"Of {spelled(total, 'claim')}, ")]
    words = [(v, len(look.with_verdict(v))) for v in (Verdict.CONFIRMED, Verdict.UNCONFIRMED, Verdict.DENIED, Verdict.REFUTED)]
    held = [(verdict, count) for verdict, count in words if count]
    for index, (verdict, count) in enumerate(held):
        verb = either(count, " is ", " are ") if index == 0 else " "
        joint = "" if index == 0 else " and " if index == len(held) - 1 else ", "
        runs += [Run(f"{joint}{count}{verb}"), bold(verdict.label.lower())]
    still_open = len(look.with_verdict(Verdict.OPEN))
    if still_open:
        been = either(still_open, "has", "have")
        runs.append(Run(f"{'; ' if held else ''}{still_open} {been} not been looked at yet"))
    runs.append(Run("." + _single_origins(look)))
    return Point("", tuple(runs))


def _single_origins(look: Lookup) -> str:
    """The sentence that tells articles from sources."""
    several = [meter for meter in look.meters.values() if meter.articles >= 2]
    single = sum(len(meter.roots) <= 1 for meter in several)
    if not single:
        return ""
    carried = f" {capital(spelled(len(several), 'claim'))} {either(len(several), 'is', 'are')} carried by two or more articles"
    if len(several) == 1:
        return f"{carried}, but no second origin is known behind it."
    whole = "none" if single == len(several) else str(len(several) - single)
    return f"{carried}; {whole} of these {'has' if whole in ('none', '1') else 'have'} a second, independent origin."


def _confirmed(claims: Sequence[Claim]) -> Point:
    first = foremost(claims, _LIMIT)
    runs = [bold("Confirmed: ")]
    for index, claim in enumerate(first):
        label = claim.basis.label if claim.basis else ""
        runs += [Run("; " if index else ""), Run(clause(claim.text)), Run(f" ({label})")]
    return _with_rest(runs, first, claims)


def _with_rest(runs: list[Run], first: Sequence[Claim], claims: Sequence[Claim]) -> Point:
    rest = len(claims) - len(first)
    runs.append(Run(f"; and {spelled(rest, 'other')}." if rest else "."))
    return Point("", tuple(run for run in runs if run.text), tuple(claim.number for claim in first))


def _unconfirmed(look: Lookup, claim: Claim) -> Point:
    likelihood, confidence = judgement(look.assessments.get(claim.id))
    basis = f" ({claim.basis.label})" if claim.basis else ""
    before, one, after = rests_on(look, claim).partition("one origin")
    judged = " ".join(part for part in (after, likelihood, confidence) if part)
    runs = (bold("Unconfirmed"), Run(f"{basis}: {sentence(claim.text)} {before}"), bold(one), Run(judged if one else f" {judged}"))
    return Point("", tuple(run for run in runs if run.text.strip()), (claim.number,))


def _denied(claim: Claim) -> Point:
    by = clause(denial(claim)).removeprefix("Denied")
    note = "A denial is a party’s position; it is not a finding of the desk."
    return Point("", (bold("Denied"), Run(f"{by}: {sentence(claim.text)} {note}")), (claim.number,))


def _refuted(claims: Sequence[Claim]) -> Point:
    first = foremost(claims, _LIMIT)
    runs = [bold("Do not carry: "), Run(listed([f"“{clause(claim.text)}”" for claim in first])), Run("; ")]
    runs += [bold("refuted"), Run(", contradicted by evidence")]
    return _with_rest(runs, first, claims)


def knowledge(look: Lookup) -> Knowledge:
    """The three columns. Refuted claims are known not to be so; a claim that a party opposes is contested."""
    confirmed, refuted = (look.with_verdict(Verdict.CONFIRMED), look.with_verdict(Verdict.REFUTED))
    contested = [c for c in look.claims if c.verdict is Verdict.DENIED or (c.verdict is not Verdict.REFUTED and _opposed(look, c))]
    numbers = {claim.id for claim in contested}
    unknown = [c for c in look.with_verdict(Verdict.UNCONFIRMED, Verdict.OPEN) if c.id not in numbers]
    known = _column([c for c in confirmed if c.id not in numbers]) + _not_so(refuted)
    return Knowledge(known, _column(unknown), tuple(_contested(claim) for claim in foremost(contested, _COLUMN_LIMIT)) + _more(contested))


def _opposed(look: Lookup, claim: Claim) -> bool:
    return claim.basis is Basis.CONFLICTING or any(a.stance in OPPOSING for a in look.appearances.get(claim.id, ()))


def _column(claims: Sequence[Claim]) -> tuple[Point, ...]:
    first = foremost(claims, _COLUMN_LIMIT)
    return tuple(Point("", (Run(sentence(c.text) + _open_note(c)),), (c.number,)) for c in first) + _more(claims)


def _not_so(claims: Sequence[Claim]) -> tuple[Point, ...]:
    """The refuted claims in one point."""
    first = foremost(claims, _LIMIT)
    if not first:
        return ()
    rest = len(claims) - len(first)
    words = " ".join(sentence(claim.text) for claim in first) + (f" And {spelled(rest, 'other')}." if rest else "")
    return (Point("", (bold("Not so: "), Run(words)), tuple(claim.number for claim in first)),)


def _open_note(claim: Claim) -> str:
    return " Not looked at yet." if claim.status is Status.OPEN else ""


def _more(claims: Sequence[Claim]) -> tuple[Point, ...]:
    shown = {claim.id for claim in foremost(claims, _COLUMN_LIMIT)}
    rest = [claim.number for claim in claims if claim.id not in shown]
    return (Point("", (Run(f"And {spelled(len(rest), 'other')}."),), tuple(rest)),) if rest else ()


def _contested(claim: Claim) -> Point:
    tail = denial(claim) or f"{claim.verdict.label.capitalize()}; another account opposes it."
    return Point("", (Run(f"{sentence(claim.text)} {tail}"),), (claim.number,))


def safe_wording(look: Lookup) -> tuple[Point, ...]:
    """Sentences that may be pasted, each with the attribution its status demands. Open claims get none."""
    usable = look.with_verdict(Verdict.CONFIRMED, Verdict.UNCONFIRMED, Verdict.DENIED)
    drafts = [_safe(look, claim) for claim in foremost(usable, _SAFE_LIMIT)]
    warned = [Point("", (bold("Do not use: "), Run(f"“{clause(c.text)}.”")), (c.number,)) for c in look.with_verdict(Verdict.REFUTED)]
    return (*drafts, *warned[:_LIMIT])


def _safe(look: Lookup, claim: Claim) -> Point:
    by, at = said_by(look, claim), day(look.now)
    text = clause(claim.text)
    named = bool(by) and by.casefold() in text.casefold()  # the claim's own words say who says it
    if claim.verdict is Verdict.DENIED:
        runs = _safe_denial(look, claim, text)
    elif not needs_attribution(look, claim):
        runs = (Run(f"“{text}.”"),)
    elif not by:
        runs = (bold("Not to be carried yet: "), Run(f"no words are marked in which an article names who says it. “{text}.”"))
    else:
        said = (Run(f"“{text}"),) if named else (Run(f"“{text}, "), bold(f"according to {by}"))
        doubt = bold(f"This had not been independently confirmed as of {at}")
        runs = (*said, Run(".”")) if claim.verdict is Verdict.CONFIRMED else (*said, Run(". "), doubt, Run(".”"))
    return Point("", runs, (claim.number,))


def _safe_denial(look: Lookup, claim: Claim, text: str) -> tuple[Run, ...]:
    who = claim.denied_by.strip() or "a party to the event"
    when = f"On {day(claim.denied_on)} {who}" if claim.denied_on.strip() else capital(who)
    by = said_by(look, claim)
    made = f", made by {by}," if by else ""
    return Run("“"), bold(f"{when} denied"), Run(f" the claim{made} that ‘{text}’.”")
