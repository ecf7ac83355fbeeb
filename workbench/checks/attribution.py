"""Who says it? Looked up in what the article says that somebody says (checks/reading/attributions); it proposes and never decides.

Stated: the sentence names the speaker. Inferred: a pronoun or mere "reports" stand there, and the name comes from before.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from workbench.checks.attribution_words import AGENCIES, HEDGES, PRONOUNS, SAYING
from workbench.checks.reading.attributions import Attribution, attributions
from workbench.checks.reading.tongues import likely_language
from workbench.domain.entities import Article
from workbench.domain.spans import Span
from workbench.domain.vocabulary import Confidence, Field, OriginBasis

FAR_BEFORE, FAR_AFTER = 700, 800
"""Code points before and after the start of a passage that are looked at for an agency and a hedge: no sentence of news is longer."""
AFTER = 40
"""Code points before a passage in which a word may still hedge it."""
AROUND = 60
"""Sentences before and after a passage that are read, where an article has more of them."""
_REPORTS = re.compile(
    r"\b(?:amid |following |after )?(?P<who>(?:[Mm]edia |[Nn]ews )?[Rr]eports?|news|allegations|claims|rumou?rs) (?:that|of)\b"
)
_BREAK = re.compile(r";|\n|[,.]?\s(?:while|but|although|though|whereas|however)\b", re.IGNORECASE)
_VIA = re.compile(rf"\((?:the )?(?P<a>{AGENCIES})\)|\b(?:told|according to|reported by|quoted by|cited by)\s+(?:the )?(?P<b>{AGENCIES})\b"
                  rf"|\b(?P<c>{AGENCIES})\s+(?:news agency\s+)?(?:reported|reports|said|quoted)\b")  # fmt: skip
_HEDGE = re.compile(rf"\b(?:{HEDGES})\b", re.IGNORECASE)
_SAYS = re.compile(rf"\b(?:{SAYING}|pointed)\b", re.IGNORECASE)
_FIRST_PERSON = frozenset(("i", "we", "you", "me", "us", "one", "who", "there", "nobody", "everybody", "somebody", "someone", "everyone"))
_NOBODY = re.compile(r"(?:^|\s)(?:reports|rumou?rs|accounts)$", re.IGNORECASE)
"""Words that stand for a speaker and name nobody."""

NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Attributed:
    """Who is said to have said it: name and verb as written, hedge and agency where there are any, and why, in words.

    Where only "reports" say it, nobody is `named`, and nothing is to be counted as an origin.
    """

    who: str
    verb: str
    hedge: str
    via: str
    basis: OriginBasis
    reason: str
    named: bool = True
    where: Span = NOWHERE
    """The words of the text that name the speaker with the verb; empty where nobody is named there."""


def agency_of(article: Article) -> str:
    """The agency whose copy the whole article is; empty where that is not certain."""
    wire = article.metadata.get(Field.WIRE)
    sure = wire is not None and wire.confidence in (Confidence.HIGH, Confidence.MODERATE)
    return (wire.value or "").partition(" (")[0] if wire and sure else ""


def attributed(text: str, span: Span, sentences: Sequence[Span], wire: str = "", language: str = "") -> Attributed | None:
    """Who a passage is attributed to, or None where the article says it in its own voice.

    `sentences` are those of the article in order; `wire` the agency whose copy the whole article is, if that is certain; `language` an
    ISO 639-1 code, guessed from the passage's surroundings where it is empty.
    """
    at = max(0, bisect_right(sentences, (span.start, len(text) + 1)) - 1)
    sentence = sentences[at] if sentences and sentences[at].start <= span.start < sentences[at].end else span
    near = Span(max(sentence.start, span.start - FAR_BEFORE), min(max(sentence.end, span.end), span.start + FAR_AFTER))
    words, here = text[near.start : near.end], Span(span.start - near.start, span.end - near.start)
    hedge = _hedge(words, here)
    found = _told(text, span, sentences, at, language or likely_language(words))
    via = _via(words) or (found.via if found else "") or wire
    reports = _mere_reports(words, here, hedge, via)
    if (
        found is None
        or not found.who
        or (reports and found.cue and found.cue.end <= span.start and reports.verb in text[found.cue.end : span.start])
    ):
        return reports
    if found.who.casefold() in _FIRST_PERSON | PRONOUNS or found.source is None:
        return None
    if found.basis is OriginBasis.INFERRED:
        said = f"{text[found.source.start : found.source.end]} {found.verb}".strip().capitalize()
        return Attributed(found.who, found.verb, hedge, via, found.basis, f"“{said}”; {found.who} was named last before")
    cue = found.cue or found.source
    name = text.find(found.who, found.source.start, found.source.end)
    named = Span(name, name + len(found.who)) if name >= 0 else found.source
    where = Span(min(named.start, cue.start), max(named.end, cue.end))
    said = f"{found.who} {found.verb}" if found.source.start < cue.start else f"{found.verb} {found.who}"
    return Attributed(found.who, found.verb, hedge, via, found.basis, f"“{said}”", not _NOBODY.search(found.who), where)


def _told(text: str, span: Span, sentences: Sequence[Span], at: int, language: str) -> Attribution | None:
    """The outermost saying that a passage stands under; None for none, and for one that a break of the sentence parts from it."""
    low, high = (0, len(sentences)) if len(sentences) <= 2 * AROUND else (max(0, at - AROUND), at + AROUND)
    part = tuple(sentences[low:high])
    read = [a for a in _read(text, part, language) if not a.thought or _SAYS.search(a.verb)]
    found = [a for a in read if a.content.overlaps(span) and not _parted(text, a, span)]
    if not found:  # the passage is the very words that name the speaker
        found = [a for a in read if a.source is not None and a.source.overlaps(span) and a.cue is not None and a.cue.start <= span.end + 1]
    return max(found, key=lambda a: (bool(a.who), _nearer(a, found), _shared(a, span), a.content.end - a.content.start), default=None)


def _nearer(told: Attribution, among: Sequence[Attribution]) -> bool:
    """Whether one is to be taken before those around it: the outermost, but for one whose words of saying stand behind all that is said."""
    outer = [a for a in among if a is not told and not a.inner and a.cue is not None and a.cue.start >= a.content.end]
    return bool(outer) if told.inner else not any(a.inner for a in among) or told.cue is None or told.cue.start < told.content.end


def _shared(told: Attribution, span: Span) -> int:
    return min(told.content.end, span.end) - max(told.content.start, span.start)


def _parted(text: str, told: Attribution, span: Span) -> bool:
    """Whether "while" or a semicolon stands between the words of saying and a passage behind them."""
    return (
        told.cue is not None and told.cue.end <= span.start and bool(_BREAK.search(text, told.cue.end, span.start + 9)) and not told.quoted
    )


@lru_cache(maxsize=8)
def _read(text: str, sentences: tuple[Span, ...], language: str) -> tuple[Attribution, ...]:
    if not sentences:
        return ()
    start, end = text.rfind("\n", 0, sentences[0].start) + 1, sentences[-1].end
    moved = [Span(s.start - start, s.end - start) for s in sentences]
    return tuple(_moved(a, start) for a in attributions(text[start:end], moved, language))


def _moved(told: Attribution, by: int) -> Attribution:
    if not by:
        return told
    content, source, cue = (None if s is None else Span(s.start + by, s.end + by) for s in (told.content, told.source, told.cue))
    return replace(told, content=content or told.content, source=source, cue=cue)


def _mere_reports(words: str, here: Span, hedge: str, via: str) -> Attributed | None:
    """ "following reports that": the last such words before the passage, whom nobody is named for."""
    before = [m for m in _REPORTS.finditer(words) if m.end() <= here.start + 1 and not _BREAK.search(words[m.end() : here.start])]
    if not before:
        return None
    found = before[-1]
    return Attributed(
        found["who"], found[0], hedge or found[0], via, OriginBasis.INFERRED, f"“{found[0]}”, and nobody is named", named=False
    )


def _via(words: str) -> str:
    match = _VIA.search(words)
    return next((value for value in match.groupdict().values() if value), "") if match else ""


def _hedge(words: str, here: Span) -> str:
    """The first hedge in the passage, or close before it."""
    inside = _HEDGE.search(words, here.start, here.end)
    before = [m for m in _HEDGE.finditer(words, max(0, here.start - AFTER), here.start) if not _BREAK.search(words[m.end() : here.start])]
    found = inside or (before[-1] if before else None)
    return found[0] if found else ""
