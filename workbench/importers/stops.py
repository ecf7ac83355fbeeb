"""Whether a full stop, question or exclamation mark ends the sentence, in all languages but English.

An end needs white space after the mark. No sentence begins with a small letter; none ends in a title, an abbreviation or an ordinal
number that something must follow. Which words these are stands in `abbreviations` and `ordinals`.
"""

from __future__ import annotations

import re

from workbench.importers.abbreviations import BEFORE_NUMBERS, LAST_BEFORE_CAPITALS, NEVER_LAST, PERHAPS_LAST, TITLES
from workbench.importers.ordinals import BEFORE_NAMES, NOUNS, VERBS, WITH_A_STOP
from workbench.importers.scripts import script_of
from workbench.importers.small_words import SMALL_WORDS
from workbench.importers.wordlist import wordlist

CLOSERS = "\"'”’“‘»«›‹)]}"
STOP = re.compile(rf"[.!?…](?<![.!?…].)[.!?…]*+(?:[{re.escape(CLOSERS)}]|\s»)*+(?=\s)")
"""A mark that may end a sentence, with the closing marks that belong to it, before white space."""

_FAR = 200
_NEXT = re.compile(r"[\s\"'”’“‘„‚»«›‹(\[{\u2013\u2014\-¿¡*•]*")
_WORD = re.compile(r"[^\W\d_]\.|\w[\w'’-]*")
_NEVER_FIRST = re.compile(r"\s*[)\]}»,;№§%°&+=/]|\s*:(?![)(D-])")
_TOKEN = re.compile(r"[^\s(\[{\"“”„«»‘‚/]+$")
_NUMBER = re.compile(r"(?:\d{1,3}|\d{1,2}[./]\d{1,2})\.?(?:[-\u2013/]\d{1,3})?|[IVXLC]+")
_NUMBER_AHEAD = re.compile(r"\d|[IVXLC]+\b")
_ALL_NOUNS: frozenset[str] = frozenset().union(*NOUNS.values())
_INITIAL = re.compile(r"[^\W\d_]\.")
_ENUMERATOR = re.compile(r"\s*[(\[]?(?:\d{1,3}|[^\W\d_]|[ivxlc]{1,6}|[IVXLC]{1,6})")
_VOWEL = re.compile(r"[aeiouyàâäáãåæèéêëěìíîïòóôõöøőœùúûüůűýąęėįųāēīūăıаеёиоуыэюяєіїѣъ]")
UNKNOWN = "unknown"
"""The language of Latin letters that nothing tells; of it only abbreviations are known that are words in no language."""
_NEVER_LAST = NEVER_LAST | {
    UNKNOWN: frozenset(
        w for words in NEVER_LAST.values() for w in words if w.isascii() and ("." in w or not _VOWEL.search(w)) and len(w) > 1
    )
}
_SYLLABIC = wordlist("cs sk sl hr")
_ELIDED = re.compile(r"^(?:['’]|[a-zA-Z]{1,5}['’](?=[a-zA-Z])|و(?=[^\W\d_](?:$|\.)))")
_YEARS = ("r", "г", "р")
_STREET = re.compile(r"(?<=[a-zß])str$")
_SIBLINGS = {code: group.split() for group in ("cs sk sl hr", "da no", "es ca") for code in group.split()}
_SCALES = wordlist("тыс тис млн млрд трлн хил tys tis mln mld mlrd mil mio mrd tsd")
_PARTICLES = wordlist("le la les de du des di del della da do dos van von den der zu el al lo ten ter")
_PREPOSITIONS = wordlist("w dnia od do z po przed na we в во с со до от з від після после на к у из із през преди след")
_CYRILLIC_STARTERS = wordlist(
    """и в на не что с по он как это к из у за от о для его но также они она мы я вы ты если когда где там тут здесь потом затем после
    теперь сейчас сегодня вчера кто так все всё весь этот эта эти тот та те при без до под над между однако поэтому ранее позже ещё
    уже во со об і й у це із від про його але вони вона ми ви якщо коли де потім тепер зараз сьогодні вчора хто цей ця ці під однак
    тому раніше пізніше ще вже за да се са това той тя то те ние вие ако когато къде тогава сега днес вчера който след преди този
    тази тези обаче затова още вече је су он она оно ми ви ако кад када где тада сада данас јуче ко овај ова ово тај али па након пре"""
)
_GREEK_STARTERS = wordlist(
    """ο η το οι τα τον την του της των και να δεν θα με σε από για που ότι αυτός αυτή αυτό στο στη στην στον στις στα αλλά όμως μετά
    όταν αν εδώ εκεί σήμερα χθες τώρα τότε όλοι κανείς ένας μια ένα ενώ ωστόσο επίσης ναι όχι"""
)
_ARABIC_PREPOSITIONS = wordlist("في من على إلى عن أو حتى")
_ENDING_SYLLABLES = wordlist("है हैं था थी थे हो दो दी ले ली की आहे ते")


def ends_sentence(line: str, found: re.Match[str], begin: int, script: str, language: str) -> bool:
    """Whether the mark `found` of STOP ends the sentence that began at `begin` of `line`."""
    following = _following(line, found.end())
    if _small(following) or _NEVER_FIRST.match(line, found.end()):
        return False
    if "!" in found.group() or "?" in found.group():
        return True
    if found.group().startswith(("..", "…")):
        return not following[:1].isalpha() or following[0].isupper()
    return _full_stop_ends(line[max(begin, found.start() - _FAR) : found.start()], following, script, language)


def begins_small(line: str, at: int) -> bool:
    """Whether the next word after `at` begins with a small letter: no sentence begins there."""
    return _small(_following(line, at))


def _following(line: str, at: int) -> str:
    ahead = _NEXT.match(line, at)
    word = _WORD.match(line, ahead.end() if ahead else at)
    return word.group() if word else ""


def _small(word: str) -> bool:
    return word[:1].islower() and script_of(word[0]) != "georgian"


def _full_stop_ends(sentence: str, following: str, script: str, language: str) -> bool:
    if script == "unspaced" or _ENUMERATOR.fullmatch(sentence):
        return False
    token, before = _last_words(sentence)
    if not token or not following or token[-1] in CLOSERS:
        return True
    if len(token) == 1 and _INITIAL.fullmatch(following):
        return False
    ruled = _by_lists(_STREET.sub(" str", token).split()[-1] if language == "de" else token, before, following, language)
    if ruled is None:
        ruled = _by_form(token, before, following, script, language)
    if ruled and token.casefold() in _YEARS and before[-1:].isdigit():
        return not _only_a_date(sentence) or _starts(following, language)
    return ruled


def _last_words(sentence: str) -> tuple[str, str]:
    """The word at the end of `sentence` and the one before it; single letters with stops are one word ("z. B")."""
    words = sentence[-60:].split()
    found = _TOKEN.search(words[-1]) if words else None
    token = _ELIDED.sub("", found.group().lstrip(":*\u2013\u2014-"), count=1) if found else ""
    rest = words[:-1]
    while (
        rest and len(token) <= 6 and re.fullmatch(r"[(\"„«]?(?:[^\W\d_]\.)+", rest[-1]) and re.fullmatch(r"[^\W\d_](?:\.[^\W\d_])*", token)
    ):
        token = rest.pop().lstrip('("„«') + token
    return token, rest[-1] if rest else ""


def _by_lists(token: str, before: str, following: str, language: str) -> bool | None:
    """What the lists of abbreviations say, or None."""
    small = token.casefold()
    languages = (*_SIBLINGS.get(language, (language,)), "any")

    def listed(lists: dict[str, frozenset[str]]) -> bool:
        return any(small in words or token in words for words in map(lists.get, languages) if words)

    unit = _numbered(before) and (len(token) == 1 or listed(LAST_BEFORE_CAPITALS))
    if listed(BEFORE_NUMBERS) and not unit and _NUMBER_AHEAD.match(following):
        return False
    if small in TITLES or token in TITLES or (listed(_NEVER_LAST) and not (len(token) == 1 and unit)):
        return False
    if listed(LAST_BEFORE_CAPITALS) and (unit or len(token) > 1):
        return True
    if listed(PERHAPS_LAST):
        return _starts(following, language) or (_numbered(before) and following[:1].isdigit())
    return None


def _by_form(token: str, before: str, following: str, script: str, language: str) -> bool:
    """What the look of the word says: a number, an initial, an abbreviation that is on no list, or a word."""
    if script == "hangul" and re.fullmatch(r"\d{4}", token) and following[:1].isdigit():
        return False
    if _NUMBER.fullmatch(token) and (len(token) > 1 or token.isdigit() or token in ("I", "V", "X")):
        return _number_ends(token, before, following, language)
    if script in ("hangul", "east asian") and not token.isascii():
        return True
    letters = [c for c in token if c.isalpha()]
    if len(letters) == 1 and token[0].isalpha():
        return _letter_ends(token, before, following, script, language)
    if "." in token and all(len(part) <= 3 for part in token.split(".")) and not any(c.isdigit() for c in token):
        return _starts(following, language) or (token.isupper() and following[:1].isdigit())
    return not _lacks_vowels(token, script, language) or _starts(following, language)


def _lacks_vowels(token: str, script: str, language: str) -> bool:
    """Whether a short word cannot be spoken, and so is an abbreviation: "mld", "Bhf"; not "BMW", nor Czech "krk"."""
    if script not in ("latin", "cyrillic") or not token.isalpha() or not token[1:].islower() or len(token) > 5:
        return False
    return not _VOWEL.search(token.lower()) and not (language in _SYLLABIC and re.search("[rlŕĺ]", token))


def _letter_ends(token: str, before: str, following: str, script: str, language: str) -> bool:
    """An initial, or a unit or street in short; a sentence ends in it where a number stands before, or a new one surely begins."""
    if _numbered(before) and following[:1].isdigit():
        return token.casefold() in _YEARS
    if following in _ARABIC_PREPOSITIONS:
        return False
    if _numbered(before) or token in ("я", "Я"):
        return script != "georgian" and (script != "latin" or language in LAST_BEFORE_CAPITALS or _starts(following, language))
    if following[:1].isdigit() and token.isupper():
        return True
    if script == "indic":
        return token in _ENDING_SYLLABLES
    if token.islower() or not token[0].isupper():
        return False
    known = before.islower() and len(before) > 3
    return _starts(following, language) and (known or following.casefold() not in _PARTICLES)


def _number_ends(token: str, before: str, following: str, language: str) -> bool:
    """Whether a bare number ends a sentence: it does not as an ordinal or in a date."""
    small = following.casefold()
    if following[:1].isdigit():
        return len(token) > (2 if language in WITH_A_STOP else 4 if language == "hangul" else 0)
    if language == "hangul":
        return not re.fullmatch(r"\d{1,4}\.", before)
    if small in NOUNS.get(language, _ALL_NOUNS if language == UNKNOWN else frozenset()):
        return False
    if language not in WITH_A_STOP:
        return True
    if _starts(following, language):
        return True
    if language in BEFORE_NAMES or not before or token.isalpha():
        return False
    word = before.casefold().strip("(\"'„“»«")
    return not (word in SMALL_WORDS[language] and word not in VERBS)


def _only_a_date(sentence: str) -> bool:
    """Whether the sentence so far is but "W dniu 3 maja 2020": too little to end in a year."""
    words = sentence.split()
    return len(words) <= 6 and words[0].casefold() in _PREPOSITIONS


def _numbered(before: str) -> bool:
    """Whether the word before is a number, or a scale of one ("11 млн")."""
    return before[-1:].isdigit() or before.casefold().rstrip(".") in _SCALES


def _starts(following: str, language: str) -> bool:
    """Whether a word with a capital letter is one that begins sentences; nothing tells it in letters of one case."""
    small = following.casefold().replace("’", "'").split("'")[0]
    if language == "cyrillic":
        return small in _CYRILLIC_STARTERS
    if language == "greek":
        return small in _GREEK_STARTERS
    return small in SMALL_WORDS.get(language, frozenset())
