"""Who says it? Read from the sentence and what stands before it, by rules; it proposes and never decides.

Stated: the sentence names the speaker. Inferred: a pronoun or mere "reports" stand there, and the name comes from before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.checks.attribution_words import ABROAD, ACCORDING, AGENCIES, BETWEEN, HEDGES, NOUNS, PRONOUNS, SAYING, WHEN
from workbench.domain.entities import Article
from workbench.domain.spans import Span
from workbench.domain.vocabulary import Confidence, Field, OriginBasis

LOOK_BACK = 6
"""Sentences before the passage in which a pronoun's name is looked for."""
FAR_BEFORE, FAR_AFTER = 700, 800
"""Code points before and after the start of a passage that are read: no sentence of news is longer, and a hostile one takes no time."""
AFTER = 40
"""Code points before a passage in which a word may still hedge it."""
_QUOTES = "“”\"'‘«» "
_CAPITAL = r"[A-ZÀ-ÖØ-ÞŁŚŻČŠŽ][\w’'&.-]*"
_WORD = rf"(?:{_CAPITAL}|(?:{NOUNS})(?:[’']s)?)"
_JOIN = r"(?:\s+(?:of|for|the|de|van|von|bin|al|in|at|to|and)){0,2}"
_SUBJECT = re.compile(rf"(?:\b(?:[Tt]he|[Aa]n?|[Hh]is|[Ii]ts|[Bb]oth)\s+)?\b{_WORD}(?:{_JOIN}\s+{_WORD}){{0,9}}$")
_PRONOUN = re.compile(rf"\b({'|'.join(sorted(PRONOUNS))})$", re.IGNORECASE)
_SAYS = re.compile(rf"\b(?P<between>(?:(?:{BETWEEN})\s+)*)(?P<verb>{SAYING})\b")
_TIME = re.compile(rf"[\s,]*(?:{WHEN})[\s,]*$")
_ACCORDING = re.compile(rf"\b(?P<verb>{ACCORDING})\s+(?P<who>[^,.;:“”\"\n]{{2,90}})")
_REPORTS = re.compile(
    r"\b(?:amid |following |after )?(?P<who>(?:[Mm]edia |[Nn]ews )?[Rr]eports?|news|allegations|claims|rumou?rs) (?:that|of)\b"
)
_AFTERWARDS = re.compile(
    rf"[,”\"’]\s*(?P<verb>said|says|added|warned|told|explained|claimed)\s+(?P<who>(?:the\s+)?{_WORD}(?:{_JOIN}\s+{_WORD}){{0,7}})"
)
_CUT = re.compile(r"[;:—–()“”\"\n]|,\s|\s(?:that|but|while|when|as|where|which|although|though|because|if|citing)\s")
_WHO = re.compile(r",?\s*\bwho\s*$")
_BREAK = re.compile(r";|\n|[,.]?\s(?:while|but|although|though|whereas|however)\b", re.IGNORECASE)
_VIA = re.compile(rf"\((?:the )?(?P<a>{AGENCIES})\)|\b(?:told|according to|reported by|quoted by|cited by)\s+(?:the )?(?P<b>{AGENCIES})\b"
                  rf"|\b(?P<c>{AGENCIES})\s+(?:news agency\s+)?(?:reported|reports|said|quoted)\b")  # fmt: skip
_AGENCY = re.compile(rf"^(?:the )?(?:{AGENCIES})(?: news agency)?$")
_HEDGE = re.compile(rf"\b(?:{HEDGES})\b", re.IGNORECASE)
_TAIL = re.compile(r"\s(?:who|which|that|on|in a|as|after|when|while|and (?=[a-z])|but|said|have|has|quoted|citing)\b")
_NAMED = re.compile(rf"\b{_CAPITAL}(?:\s+{_CAPITAL})+")
_NOT_A_NAME = frozenset(("However", "But", "And", "In", "The", "This", "That", "It", "According", "On", "At", "For", "Meanwhile", "Both"))


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


_FIRST_PERSON = frozenset(("i", "we", "you", "me", "us", "one", "who", "there", "nobody", "everybody", "somebody", "someone", "everyone"))
_NO_NAME = re.compile(
    r"\w+(?:ly|ed|wards?|wise|time|day)|meanwhile|then|later|earlier|still|yet|also|now|soon|once|here|none|many|most|some|all|few|both|each"
    r"|neither|either|another|others?|what|when|where|while|why|how|if|as|so|but|and|or|nor|for|since|until|after|before|because|although"
)
"""Words that may open a sentence before a verb of saying and are no speaker."""
_OPENS = re.compile(r"(?:^|[.!?:“\"\n])\s*$")
_NOUN = re.compile(rf"(?:{NOUNS}|investigators?|rescuers?|firefighters?|protesters?|critics?|campaigners?|scientists?|researchers?)")
_NOBODY = re.compile(r"(?:^|\s)(?:reports|rumou?rs|accounts)$", re.IGNORECASE)
"""Words that stand for a speaker and name nobody."""


@dataclass(frozen=True, slots=True)
class _Saying:
    """A speaker with a verb of saying; `start` and `end` are where they stand in the sentence."""

    who: str
    verb: str
    start: int
    end: int
    kind: str = "says"
    subject: int = 0
    """Where the speaker's name begins."""


def agency_of(article: Article) -> str:
    """The agency whose copy the whole article is; empty where that is not certain."""
    wire = article.metadata.get(Field.WIRE)
    sure = wire is not None and wire.confidence in (Confidence.HIGH, Confidence.MODERATE)
    return (wire.value or "").partition(" (")[0] if wire and sure else ""


def attributed(text: str, span: Span, sentences: Sequence[Span], wire: str = "") -> Attributed | None:
    """Who a passage is attributed to, or None where the article says it in its own voice.

    `sentences` are those of the article in order; `wire` the agency whose copy the whole article is, if that is certain.
    """
    at = next((i for i, s in enumerate(sentences) if s.start <= span.start < s.end), None)
    sentence = sentences[at] if at is not None else span
    sentence = Span(max(sentence.start, span.start - FAR_BEFORE), min(max(sentence.end, span.end), span.start + FAR_AFTER))
    words = text[sentence.start : sentence.end]
    here = Span(span.start - sentence.start, span.end - sentence.start)
    found = _foreign(words) or _chosen(words, here)
    via = _via(words) or wire
    hedge = _hedge(words, here)
    found = found and _sure(text, words, found)
    if found is None:
        return None
    if found.kind == "reports":
        return Attributed(
            found.who, found.verb, hedge or found.verb, via, OriginBasis.INFERRED, f"“{found.verb}”, and nobody is named", named=False
        )
    if found.who.casefold() in PRONOUNS:
        before = [text[s.start : s.end] for s in sentences[max(0, (at or 0) - LOOK_BACK) : at or 0]]
        name = _named_before([*before, words[: found.start]])
        if not name:
            return None
        reason = f"“{found.who} {found.verb}”; {name} was named last before"
        return Attributed(name, found.verb, hedge, via, OriginBasis.INFERRED, reason)
    said = f"{found.verb} {found.who}" if found.kind in ("according", "after") else f"{found.who} {found.verb}"
    named = not _NOBODY.search(found.who)
    where = _where(words, found)
    return Attributed(
        found.who, found.verb, hedge, via, OriginBasis.STATED, f"“{said}”", named,
        Span(where.start + sentence.start, where.end + sentence.start),
    )  # fmt: skip


def _sure(text: str, words: str, saying: _Saying) -> _Saying | None:
    """The saying, if its speaker is one: not the first person, which stands in somebody's mouth, and no word that merely opens a sentence.

    A noun that has its capital from there (Investigators said) gets a small letter.
    """
    who = saying.who
    if who.casefold() in _FIRST_PERSON:
        return None
    if " " in who or not who[:1].isupper() or who.casefold() in PRONOUNS or not _OPENS.search(words[: words.find(who)] or ". "):
        return saying
    small = who[:1].lower() + who[1:]
    if _NOUN.fullmatch(small) or re.search(rf"\b{re.escape(small)}\b", text):
        return replace(saying, who=small)
    return None if _NO_NAME.fullmatch(small) else saying


def _where(words: str, saying: _Saying) -> Span:
    """From the speaker's name to the verb, or from the verb to the name, as they stand in the sentence."""
    ahead = saying.kind in ("according", "after")
    who = words.find(saying.who, saying.start) if ahead else words.rfind(saying.who, 0, saying.end)
    verb = words.find(saying.verb.rpartition(" ")[2], max(saying.start, 0), saying.end)
    ends = [(at, at + len(part)) for at, part in ((who, saying.who), (verb, saying.verb.rpartition(" ")[2])) if at >= 0]
    return Span(min(start for start, _ in ends), max(end for _, end in ends)) if ends else Span(saying.start, saying.end)


def _chosen(words: str, here: Span) -> _Saying | None:
    """The saying that the passage stands under: "according to" first, then the nearest verb before it or in it, then one after it."""
    according = [s for s in _according(words) if not _between(words, here, s)]
    speakers = [s for s in according if not _AGENCY.match(s.who)]
    if speakers:
        return speakers[0]
    sayings = list(_sayings(words))
    before = [s for s in sayings if s.end <= here.start + 1 and not _BREAK.search(words[s.end : here.start])]
    inside = [s for s in sayings if here.start < s.end - 1 and s.end <= here.end and not _BREAK.search(words[here.start : s.start])]
    own = [s for s in inside if s.subject >= here.start]
    after = [s for s in _afterwards(words, sayings) if s.start >= here.end - 1 and not _BREAK.search(words[here.end : s.start])]
    reports = [
        _Saying(m["who"], m[0], m.start(), m.end(), "reports")
        for m in _REPORTS.finditer(words)
        if m.end() <= here.start + 1 and not _BREAK.search(words[m.end() : here.start])
    ]
    nearest = max([*before, *reports], key=lambda s: s.end, default=None)
    if nearest is not None and nearest.kind == "reports" and any(s.verb in ("reports", "report") for s in before):
        nearest = max(before, key=lambda s: s.end)
    if own and nearest is not None and not re.fullmatch(r"[\s,]*(?:that)?[\s,“\"]*", words[nearest.end : own[0].subject]):
        nearest = own[0]
    if nearest is not None:
        return _outermost(words, nearest, before)
    return next(iter(inside), None) or next(iter(after), None) or next(iter(according), None)


def _outermost(words: str, saying: _Saying, before: Sequence[_Saying]) -> _Saying:
    """The embassy, in "the embassy reported that the ambassador told the minister that …": who tells it to the reader."""
    for other in reversed(before):
        if other.end <= saying.subject and re.fullmatch(r"\s+(?:[^,.;]{0,60}\s)?that\s+(?:the\s+)?", words[other.end : saying.subject]):
            saying = other
    return saying


def _between(words: str, here: Span, saying: _Saying) -> bool:
    """Whether a break of the sentence stands between a saying and the passage."""
    low, high = (saying.end, here.start) if saying.end <= here.start else (here.end, saying.start)
    return low < high and bool(_BREAK.search(words[low:high]))


def _according(words: str) -> Iterator[_Saying]:
    for match in _ACCORDING.finditer(words):
        who = _trimmed(match["who"])
        if who:
            yield _Saying(who, match["verb"], match.start(), match.end(), "according")


def _sayings(words: str) -> Iterator[_Saying]:
    """Every speaker with a verb of saying, in order. A verb without a speaker of its own takes the one before it ("met X and urged")."""
    last = ""
    for match in _SAYS.finditer(words):
        left = words[: match.start()]
        who = _subject(left)
        where = left.rfind(who) if who else match.start()
        if not who and re.search(r"(?:\band|\bbut|,)\s*$", left):
            who = last or _first_name(words)
        if who:
            last = who
            verb = f"{match['between']}{match['verb']}" if "n’t" in match["between"] or "n't" in match["between"] else match["verb"]
            yield _Saying(who, verb, match.start(), match.end(), subject=where if where >= 0 else match.start())


def _subject(left: str) -> str:
    """The speaker at the end of what stands before a verb; empty when there is none."""
    left = _TIME.sub("", left.rstrip(_QUOTES))
    left = re.sub(r"\s*\((?P<short>[A-Z]{2,8})\)$", "", left)
    relative = _WHO.search(left)
    if relative:
        left = left[: relative.start()]
    elif re.search(r",$", left):  # "Kim, speaking in Seoul, said": what stands between two commas is an aside
        before, _, aside = left[:-1].rpartition(", ")
        if _NAMED.fullmatch(aside.strip()):
            return aside.strip()
        left = before or left
    segment = _CUT.split(left)[-1].rstrip()
    segment = _TIME.sub("", segment).rstrip(" ,")
    pronoun = _PRONOUN.search(segment)
    if pronoun:
        return pronoun[1].capitalize()
    found = _SUBJECT.search(segment)
    return _trimmed(found[0]) if found else ""


def _trimmed(who: str) -> str:
    """A speaker without times, relative clauses and opening words."""
    who = re.split(
        r"\s(?:who|which|that|on|in a|as|after|when|while|and (?=[a-z])|but|said|have|has|quoted|citing)\b", who.strip(), maxsplit=1
    )[0]
    who = _TIME.sub("", who)
    while (first := who.partition(" "))[0] in _NOT_A_NAME - {"The"} and first[2]:
        who = first[2]
    who = re.sub(r"^(?:both|The|the|a|an|its|his)\s+", "", who).strip(" ,.’'")
    return "" if who in _NOT_A_NAME or who.casefold() in {"from", "to"} else who


def _afterwards(words: str, sayings: Sequence[_Saying]) -> Iterator[_Saying]:
    """A speaker named after what was said: “…”, said X — and: …, X said."""
    for match in _AFTERWARDS.finditer(words):
        who = _trimmed(match["who"])
        if who:
            yield _Saying(who, match["verb"], match.start(), match.end(), "after")
    for saying in sayings:
        if re.match(r"[\s.”\"]*$", words[saying.end :]) or re.search(
            r"[,”\"]\s*(?:the\s+)?$", words[: words.rfind(saying.who, 0, saying.end)]
        ):
            yield saying


def _first_name(words: str) -> str:
    found = re.match(rf"(?:[^,]{{0,40}},\s+)?(?P<who>(?:The\s+)?{_WORD}(?:{_JOIN}\s+{_WORD}){{0,7}})", words)
    return _trimmed(found["who"]) if found else ""


def _named_before(parts: Sequence[str]) -> str:
    """The name a pronoun stands for: the last speaker named before, else the last name of two words or more."""
    for part in reversed(parts):
        speakers = [s.who for s in (*_sayings(part), *_according(part)) if s.who.casefold() not in PRONOUNS]
        people = [who for who in speakers if not _AGENCY.match(who)]
        if people:
            return people[-1]
        names = [m[0] for m in _NAMED.finditer(part)]
        if names:
            return _trimmed(names[0])
    return ""


def _foreign(words: str) -> _Saying | None:
    """A speaker in one of the other languages; the words decide, not a guess at the language."""
    for pattern in ABROAD:
        match = pattern.search(words)
        if match:
            who = re.sub(r"^(?:l[ea] |les |der |die |das |den |el |la |los )", "", match["who"].strip())
            ahead = match.start("verb") < match.start("who")
            return _Saying(who, match["verb"].strip(), match.start(), match.end(), "according" if ahead else "says")
    return None


def _via(words: str) -> str:
    match = _VIA.search(words)
    return next((value for value in match.groupdict().values() if value), "") if match else ""


def _hedge(words: str, here: Span) -> str:
    """The first hedge in the passage, or close before it."""
    inside = _HEDGE.search(words, here.start, here.end)
    before = [m for m in _HEDGE.finditer(words, max(0, here.start - AFTER), here.start) if not _BREAK.search(words[m.end() : here.start])]
    found = inside or (before[-1] if before else None)
    return found[0] if found else ""
