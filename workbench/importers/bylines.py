"""Bylines: who wrote a text, as a line under its headline says. Names are told from posts, places, days and agencies."""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.domain.months import PATTERN
from workbench.importers.agencies import agency
from workbench.importers.wordlist import wordlist

_LEAD = re.compile(
    r"^\W*(?P<lead>(?:(?:story|text|reported|written|report|words|analysis|opinion)\s+)?by|von|text|par|por|di|da|av|door|od"
    r"|autor(?:in|ka)?|auteur|autore"
    r"|автор(?:и|ы)?|aut(?:h|)or)\b\s*(?P<colon>:?)\s*(?P<who>\S.*)$",
    re.IGNORECASE,
)
_COLON_LEAD = re.compile(
    r"^\W*(?P<lead>haber|yazan|muhabir|haberi yazan|kaleme alan|كتب|كتبت|كتبه|بقلم|إعداد|نویسنده|به قلم|خبرنگار|نوشته|מאת|כתב"
    r"|כתבת|כתבה|tekst"
    r"|opracowa(?:ł|ła|nie)|oprac|autorzy|testo|scritto da|a cura di|texto|reportagem|redacta|firma|texte|propos recueillis par"
    r"|recueilli par"
    r"|verfasst von|autoren|текст|журналіст|журналістка|корреспондент|кореспондент|авторка"
    r"|автори)\s*\.?\s*(?P<colon>[:：])\s*(?P<who>\S.*)$"
    r"|^\W*(?:بقلم|מאת|به قلم|a cura di|propos recueillis par|oprac\.|verfasst von)\s+(?P<named>\S.*)$",
    re.IGNORECASE,
)
"""Words that lead a byline with a colon behind them; some of them without one."""
_MOST_CASELESS = 4
_WITH = re.compile(r"\s+(?:avec|with|mit|con|com|med|z|из|и)\s+(?:the\s+|l['’]|la\s+)?(?P<rest>.+)$")
_WITHIN = re.compile(r"\s*\((?:avec|with|mit|con|com)\s+")
_DAY = re.compile(rf"\s*(?:[|,•·–—-]\s*)?\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:{PATTERN})\.?\s+\d|\d).*$", re.IGNORECASE)
_PARTS = re.compile(r"\s*(?:[,;|•·/]|\s[–—-]\s|\s+(?:and|und|et|y|e|og|och|en|i|и|та|&)\s+)\s*")
_FOR = re.compile(r"\s+(?:for|in|at|für|pour|para|aus|à|en|i|на)\s+.*$")
_PARTICLES = wordlist("de der den van von zu zur ter ten la le du des di da del della dos el al bin ibn ben abu y e af av i and")
_ROLES = wordlist(
    "editor editors staff admin administrator newsroom reporter reporters correspondent correspondents writer writers newsdesk desk team"
    " agencies agency redaktion redacción rédaction redazione redakcja redaksi editorial board bureau chief columnist contributor "
    " contributors producer journalist photographer analyst producer service services press media news online digital senior special"
    " political korrespondent redakteur redakteurin journaliste envoyé correspondant corresponsal редакция"
)
_NOT_NAMES = wordlist(
    "and last updated posted published monday tuesday wednesday thursday friday saturday sunday january february march april may june july"
    " august september october november december the a an this that these those numbers night day then now early late contrast comparison"
    " law far midnight noon morning montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi"
    " dimanche"
)
_WORD = re.compile(r"[^\W\d_][\w.'’‘ʼ-]*\.?")
_LONGEST = 200


class Byline(NamedTuple):
    """`names` are people; `role` is what stands in their place ("Editor"); `wire` is an agency that signs beside or instead of them."""

    names: tuple[str, ...]
    role: str
    wire: str | None


def byline(line: str, *, led: bool = True) -> Byline | None:
    """The byline that a line is, or None. `led` wants a word such as "By" before it; without it the whole line must be names."""
    found = _LEAD.match(line)
    if not found and (colon := _COLON_LEAD.match(line)):
        who = (colon["who"] or colon["named"]).strip(" .:")
        return names_of(*_parted(who)) if len(line) <= _LONGEST and (len(who.split()) <= _MOST_CASELESS or _has_capitals(who)) else None
    if len(line) > _LONGEST or (led and not found):
        return None
    who, wire = _parted((found["who"] if found else line).strip(" .:"))
    return names_of(who, wire, led=found is not None)


def _has_capitals(who: str) -> bool:
    return any(letter.isupper() for letter in who)


def _parted(who: str) -> tuple[str, str | None]:
    """Names without the day and the agency that stand beside them, and that agency."""
    who = _WITHIN.sub(", ", _DAY.split(who)[0]).strip(" ()")
    found = _WITH.search(who)
    wire = agency(found["rest"]) or agency(who[: found.start()]) if found else None
    return (who[: found.start()] if found and wire else who), wire


def names_of(who: str, wire: str | None = None, *, led: bool = True) -> Byline | None:
    """The names in a list of them; None where one of its parts can be none and nothing else is there."""
    names: list[str] = []
    role = ""
    for number, part in enumerate(_PARTS.split(who)):
        words = part.strip(" .:()")
        named = agency(words)
        if named:
            wire = wire or named
        elif words and (name := _name(_FOR.sub("", words))):
            names.append(name)
        elif number == 0 and _is_role(words):
            role = words
        elif number == 0:
            return None
    if not led and not names:
        return None
    return Byline(tuple(dict.fromkeys(names)), role, wire) if names or role or wire else None


def _name(words: str) -> str | None:
    """The words where they are a person's name: two to five of them with capitals, no weekday, month or post among them."""
    tokens = words.split()
    if not 2 <= len(tokens) <= 6 or not all(_WORD.fullmatch(token) for token in tokens):
        return None
    if tokens[0].casefold() in _NOT_NAMES or any(token.casefold().strip(".") in _ROLES for token in tokens):
        return None
    capitals = [token for token in tokens if token.casefold() not in _PARTICLES]
    if any(token.casefold() in _NOT_NAMES and token.casefold() not in ("may", "april", "june", "august") for token in capitals):
        return None
    if not words.isupper() and any(len(token) > 2 and token.isupper() and "." not in token for token in tokens):
        return None  # an office or a paper: "ACLU Speech"
    return words if len(capitals) >= 2 and all(_begins_a_name(token) for token in capitals) else None


def _begins_a_name(token: str) -> bool:
    letter = next((c for c in token if c.isalpha()), "")
    return letter.isupper() or token[:2].casefold() in ("o'", "d'", "o’", "d’", "al") or not (letter.isupper() or letter.islower())


def _is_role(words: str) -> bool:
    tokens = [token.casefold().strip(".") for token in words.split()]
    return 0 < len(tokens) <= 6 and any(token in _ROLES for token in tokens)
