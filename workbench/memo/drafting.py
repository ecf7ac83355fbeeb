"""The drafted sentences: bottom line, what is known, not known and contested, and wording that may be pasted.

They come from statuses, bases and attributions alone; the analyst edits them, and an edited text is printed instead.
Likelihood and confidence are always two sentences (invariant 9).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from workbench.domain.entities import Assessment, Claim
from workbench.domain.plurals import either, listed
from workbench.domain.statuses import Basis, Status, Verdict
from workbench.domain.vocabulary import OPPOSING, Likelihood
from workbench.memo.attribution import denial, needs_attribution, rests_on, said_by
from workbench.memo.lookup import Lookup, foremost, keys
from workbench.memo.model import Knowledge, Point, Run
from workbench.memo.words import capital, clause, day, paragraphs, sentence, spelled, within_quotes

_CLAIM_NUMBER = re.compile(r"\bC\d+\b")
_LIMIT = 3
_COLUMN_LIMIT = 4
_SAFE_LIMIT = 6


def told(claim: Claim, after: str = "") -> tuple[Run, Run]:
    """A claim as a sentence, and what is said after it. Its words are a run of their own: what is written from the right (Arabic, Hebrew)
    is turned by itself and takes no mark of the sentence along (Unicode Standard Annex 9)."""
    words = clause(claim.text)
    return Run(words), Run(sentence(claim.text)[len(words) :] + after)


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
    unconfirmed, denied = look.with_verdict(Verdict.UNCONFIRMED), look.with_verdict(Verdict.DENIED)
    points += [_unconfirmed(look, claim) for claim in keys(unconfirmed, _LIMIT)] + _also("unconfirmed", unconfirmed)
    points += [_denied(claim) for claim in keys(denied, _LIMIT)] + _also("denied", denied)
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
    return Point("", tuple(runs), tuple(claim.number for claim in look.with_verdict(Verdict.OPEN)))


def _also(word: str, claims: Sequence[Claim]) -> list[Point]:
    """The claims of a status that have no point of their own, by number: a bottom line leaves none out."""
    told = {claim.id for claim in keys(claims, _LIMIT)}
    rest = [claim.number for claim in claims if claim.id not in told]
    return [Point("", (bold(f"Also {word}"), Run(f": {spelled(len(rest), 'other claim')}.")), tuple(rest))] if rest else []


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
    numbers = [claim.number for claim in first] + [claim.number for claim in claims if claim not in first]
    return Point("", tuple(run for run in runs if run.text), tuple(numbers))


def _unconfirmed(look: Lookup, claim: Claim) -> Point:
    likelihood, confidence = judgement(look.assessments.get(claim.id))
    basis = f" ({claim.basis.label})" if claim.basis else ""
    before, one, after = rests_on(look, claim).partition("one origin")
    judged = " ".join(part for part in (after, likelihood, confidence) if part)
    runs = (
        bold("Unconfirmed"),
        Run(f"{basis}: "),
        *told(claim, f" {before}"),
        bold(one),
        Run(judged if one else f" {judged}"),
    )
    return Point("", tuple(run for run in runs if run.text.strip()), (claim.number,))


def _denied(claim: Claim) -> Point:
    by = clause(denial(claim)).removeprefix("Denied")
    note = "A denial is a party’s position; it is not a finding of the desk."
    return Point("", (bold("Denied"), Run(f"{by}: "), *told(claim, f" {note}")), (claim.number,))


def _refuted(claims: Sequence[Claim]) -> Point:
    first = foremost(claims, _LIMIT)
    runs = [bold("Do not carry: ")]
    for index, claim in enumerate(first):
        joint = "" if index == 0 else " and " if index == len(first) - 1 else ", "
        runs += [Run(f"{joint}“"), Run(within_quotes(clause(claim.text))), Run("”")]
    runs += [Run("; "), bold("refuted"), Run(", contradicted by evidence")]
    return _with_rest(runs, first, claims)


def knowledge(look: Lookup, told: Sequence[Point] = ()) -> Knowledge:
    """The three columns. Refuted claims are known not to be so; a claim that another account opposes is contested. A claim whose words
    stand in a point of `told` already is given by its number, with that of the point."""
    written = {number: point.number for point in told if _tells(look, point) for number in point.claims}
    confirmed, refuted = (look.with_verdict(Verdict.CONFIRMED), look.with_verdict(Verdict.REFUTED))
    contested = [c for c in look.claims if c.verdict is Verdict.DENIED or (c.verdict is not Verdict.REFUTED and _opposed(look, c))]
    numbers = {claim.id for claim in contested}
    unknown = [c for c in look.with_verdict(Verdict.UNCONFIRMED, Verdict.OPEN) if c.id not in numbers]
    known = _column([c for c in confirmed if c.id not in numbers], written) + _not_so(refuted, written)
    opposed = [c for c in contested if c.number not in written]
    tails = tuple(_contested(look, claim) for claim in foremost(opposed, _COLUMN_LIMIT)) + _more(opposed)
    return Knowledge(known, _column(unknown, written), _above(contested, written) + tails)


def _tells(look: Lookup, point: Point) -> bool:
    """Whether the words of all its claims stand in a point."""
    words = {claim.number: clause(claim.text) for claim in look.claims}
    return bool(point.claims) and all(words[number] in point.text or within_quotes(words[number]) in point.text for number in point.claims)


def _above(claims: Sequence[Claim], written: Mapping[str, str]) -> tuple[Point, ...]:
    """Those of the claims that the bottom line has in words, by number."""
    numbers = [claim.number for claim in claims if claim.number in written]
    at = list(dict.fromkeys(written[number] for number in numbers))
    return (Point("", (Run(f"As said in {listed(at)}:"),), tuple(numbers)),) if numbers else ()


def _opposed(look: Lookup, claim: Claim) -> bool:
    return claim.basis is Basis.CONFLICTING or any(a.stance in OPPOSING for a in look.appearances.get(claim.id, ()))


def _column(claims: Sequence[Claim], written: Mapping[str, str]) -> tuple[Point, ...]:
    rest = [claim for claim in claims if claim.number not in written]
    own = (Point("", told(c, _open_note(c)), (c.number,)) for c in foremost(rest, _COLUMN_LIMIT))
    return _above(claims, written) + tuple(own) + _more(rest)


def _not_so(claims: Sequence[Claim], written: Mapping[str, str]) -> tuple[Point, ...]:
    """The refuted claims in one point."""
    if not claims:
        return ()
    first = [claim for claim in foremost(claims, _LIMIT) if claim.number not in written]
    rest = len(claims) - len(first)
    runs = [run for claim in first for run in told(claim, " " if claim is not first[-1] else "")]
    at = list(dict.fromkeys(written[claim.number] for claim in claims if claim.number in written))
    runs += [Run(f"{' And as' if first else 'as'} said in {listed(at)}.")] if at else []
    rest -= sum(claim.number in written for claim in claims)
    runs += [Run(f" And {spelled(rest, 'other')}.")] if rest else []
    numbers = [claim.number for claim in first] + [claim.number for claim in claims if claim not in first]
    return (Point("", (bold("Not so: "), *runs), tuple(numbers)),)


def _open_note(claim: Claim) -> str:
    return " Not looked at yet." if claim.status is Status.OPEN else ""


def _more(claims: Sequence[Claim]) -> tuple[Point, ...]:
    shown = {claim.id for claim in foremost(claims, _COLUMN_LIMIT)}
    rest = [claim.number for claim in claims if claim.id not in shown]
    return (Point("", (Run(f"And {spelled(len(rest), 'other')}."),), tuple(rest)),) if rest else ()


def _contested(look: Lookup, claim: Claim) -> Point:
    return Point("", told(claim, f" {denial(claim) or _opposing(look, claim)}"), (claim.number,))


def _opposing(look: Lookup, claim: Claim) -> str:
    """Who opposes it, as far as the articles name them; two articles that tell it otherwise are accounts, not parties."""
    against = [a for a in look.appearances.get(claim.id, ()) if a.stance in OPPOSING]
    named = list(dict.fromkeys(name for a in against if (name := a.attributed_to.strip())))
    if named:
        return f"{claim.verdict.label.capitalize()}; opposed by {listed(named)}."
    where = list(dict.fromkeys(f"Ex. {a.article_id}" for a in against))
    return f"{claim.verdict.label.capitalize()}; accounts differ{f' (against it: {listed(where)})' if where else ''}."


def safe_wording(look: Lookup) -> tuple[Point, ...]:
    """Sentences that may be pasted, each with the attribution its status demands. Open claims get none."""
    usable = look.with_verdict(Verdict.CONFIRMED, Verdict.UNCONFIRMED, Verdict.DENIED)
    drafts = [_safe(look, claim) for claim in foremost(usable, _SAFE_LIMIT)]
    warned = [
        Point("", (bold("Do not use: "), Run("“"), Run(within_quotes(clause(c.text))), Run(".”")), (c.number,))
        for c in look.with_verdict(Verdict.REFUTED)
    ]
    return (*drafts, *warned[:_LIMIT])


def _safe(look: Lookup, claim: Claim) -> Point:
    by, at = said_by(look, claim), day(look.now)
    text = within_quotes(clause(claim.text))
    named = bool(by) and by.casefold() in text.casefold()  # the claim's own words say who says it
    if claim.verdict is Verdict.DENIED:
        runs = _safe_denial(look, claim)
    elif not needs_attribution(look, claim):
        runs = (Run("“"), Run(text), Run(".”"))
    elif not by:
        runs = (bold("Not to be carried yet: "), Run("no words are marked in which an article names who says it. “"), Run(text), Run(".”"))
    else:
        said = (Run("“"), Run(text)) if named else (Run("“"), Run(text), Run(", "), bold(f"according to {by}"))
        doubt = bold(f"This had not been independently confirmed as of {at}")
        runs = (*said, Run(".”")) if claim.verdict is Verdict.CONFIRMED else (*said, Run(". "), doubt, Run(".”"))
    return Point("", runs, (claim.number,))


def _safe_denial(look: Lookup, claim: Claim) -> tuple[Run, ...]:
    who = claim.denied_by.strip() or "a party to the event"
    when = f"On {day(claim.denied_on)} {who}" if claim.denied_on.strip() else capital(who)
    by = said_by(look, claim)
    made = f", made by {by}," if by else ""
    return (
        Run("“"),
        bold(f"{when} denied"),
        Run(f" the claim{made} that ‘"),
        Run(clause(claim.text)),
        Run("’.”"),
    )
