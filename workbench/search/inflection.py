"""The stem of a folded word in one language: Snowball's, helped where folding or the language defeats it, or rules of our own.

Words are folded before they are stemmed, so endings stand here without accents. Irregular forms come first (see `irregular`); then a
language's clitics and endings; then Snowball, where it knows the language well enough. No rule leaves fewer than three letters.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import Stemmer

from workbench.domain.folding import letters
from workbench.search.irregular import IRREGULAR

SNOWBALL = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "nl": "dutch", "en": "english", "fi": "finnish",
    "fr": "french", "de": "german", "el": "greek", "hu": "hungarian", "id": "indonesian", "it": "italian", "lt": "lithuanian",
    "no": "norwegian", "fa": "persian", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "es": "spanish", "sv": "swedish",
}  # fmt: skip
Step = Callable[[str], str]


def stemmer(tag: str) -> Step:
    """What gives the stems of a language with a stemmer."""
    before = _BEFORE.get(tag)
    after = _own(tag)
    known = _irregular(tag)
    if before is None and not known:
        return after

    def stem(word: str) -> str:
        bare = before(word) if before else word
        lemma = known.get(bare) or known.get(word)
        if lemma is None:
            return after(bare)
        return lemma if lemma.startswith("~") else after(lemma)

    return stem


def _own(tag: str) -> Step:
    if tag in _RULES:
        return _RULES[tag]
    snowball: Step = Stemmer.Stemmer(SNOWBALL[tag], 0).stemWord
    return snowball


@cache
def _irregular(tag: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in IRREGULAR.get(tag, "").strip().splitlines():
        lemma, forms = line.split(": ")
        folded = letters(lemma)
        for form in (lemma.lstrip("~"), *forms.split()):
            found.setdefault(letters(form), folded)
    return found


def _replacing(*pairs: tuple[str, str]) -> Step:
    """The first of the patterns that fits, replaced."""
    rules = [(re.compile(pattern), to) for pattern, to in pairs]

    def replaced(word: str) -> str:
        for pattern, to in rules:
            if (changed := pattern.sub(to, word, count=1)) != word:
                return changed
        return word

    return replaced


_GE_NOUNS = re.compile(
    "ge(?:biet|burt|dicht|fecht|halt|heimnis|rat|richt|rust|schicht|schopf|setz|sicht|spenst|stalt|walt|wehr|wicht|bot|rucht|mut|schaft|dulet"
    "|dult|duld|flecht|schlecht|spott|meint|wohnheit|rechtigkeit)"
)
_PARTICIPLE = re.compile(r"ge(\w{3,}?)(?<![aeiou])t(?:e[nmrs]?)?|ge(\w{2,}?[td])et(?:e[nmrs]?)?")


_PREFIXED = re.compile(r"^((?:be|zer|ver|ent|er)\w{2,}[rlzmngkb])t(?:e[nmrs]?)?$")


def _german(word: str) -> str:
    """-iert as -ieren, gesprengt as sprengen, zerstört as zerstören."""
    word = re.sub(r"(?<=\w{3}ier)(?:t|te|ten|tes|ter|tem|en|st|ung|ungen)$", "en", word)
    word = _PREFIXED.sub(r"\1en", word)
    found = _PARTICIPLE.fullmatch(word)
    return f"{found[1] or found[2]}en" if found and not _GE_NOUNS.match(word) else word


_ARTICLES = re.compile(r"[وف]?(?:[بك]?ال|لل)(?=\w\w)")
_AND, _IN = re.compile(r"[وف](?=\w{3})"), re.compile(r"[بلك](?=\w{4})")


def _arabic(word: str) -> str:
    """Without the article and the small words that are written in one with it: والقوات as قوات, للسد as سد."""
    bare = _ARTICLES.sub("", word, count=1) if _ARTICLES.match(word) else word
    if bare != word:
        return bare
    bare = _AND.sub("", word, count=1) if _AND.match(word) else word
    return _IN.sub("", bare, count=1) if _IN.match(bare) else bare


_HEBREW_SMALL = re.compile(r"[ובלה](?=\w{3})|[משכ](?=\w{4})")
_HEBREW_ENDING = re.compile(r"(?<=\w{3})(?:ותיהם|יהם|יהן|ויות|ים|ות|יים|ית|ה|ת|י|יו|יה|נו)$")
_FINALS = str.maketrans("ךםןףץ", "כמנפצ")


def _hebrew(word: str) -> str:
    """Without the small words before it, as many as there are, and without its ending."""
    while found := _HEBREW_SMALL.match(word):
        word = word[found.end() :]
    return _HEBREW_ENDING.sub("", word).translate(_FINALS)


_TURKISH = re.compile(
    r"(?<=\w{3})(?:lar|ler|(?<=[aeiou])(?:nin|nun|yi|yu|ya|ye|si|su|sin|sun|yla|yle|n)|[dt][ae]n?|nd[ae]n?|l[ae]|(?<=[^aeiou])(?:in|un|imiz|iniz))$"
    r"|(?<=^\w\w)(?:lar|ler|[dt][ae]n?)$|(?<=\w{3}[^aeiou])[aeiu]$|(?<=\w{4})(?:ki|ca|ce)$"
)
_HARD = str.maketrans("bdg", "ptk")


def _turkish(word: str) -> str:
    """Without endings of case, number and owner, one after the other."""
    for _ in range(4):
        shorter = _TURKISH.sub("", word)
        if shorter == word or not re.search("[aeiou]", shorter):
            break
        word = shorter
    return word[:-1] + word[-1].translate(_HARD)


_UK_VERB = re.compile(r"(?<=\w{3}[аиіїуюяє])(?:ти|в|ла|ло|ли)(?:ся|сь)?$")
_UK_ENDING = re.compile(
    r"(?<=\w{3})(?:ями|ами|ові|еві|єві|ого|ього|ому|ьому|ими|іми|им|ім|ою|ею|єю|ої|их|іх|ах|ях|ам|ям|ом|ем|єм|ів|їв|ий|ії|ія|ію|ієї|ією|ість)$"
    r"|(?<=\w{4})ій$|(?<=\w\w)(?:[аяоуюиіїеєь]|(?<!і)й)$"
)
_UK_TAIL = re.compile(r"(?<=\w{3})(?:ов|ев|єв|ів|їв)$")
_DOUBLED = re.compile(r"([^аеєиіїоуюя])\1$")


def _ukrainian(word: str) -> str:
    """Without endings; в Каховці as Каховка, українці as українець, Харкова as Харків."""
    stem = _UK_ENDING.sub("", _UK_VERB.sub("", word))
    stem = _UK_TAIL.sub("", re.sub(r"(?<=\w{3})ец$", "ц", stem))
    if word.endswith(("ці", "ець")) or stem.endswith("ц"):
        stem = re.sub(r"(?<=[бвгджзйклмнпрстфхчшщ])ц$", "к", stem)
    return _DOUBLED.sub(r"\1", stem)


_PL_ENDING = re.compile(
    r"(?<=\w{3})(?:iami|ami|owi|owie|ego|iego|emu|iemu|ymi|imi|iach|ach|iom|om|iem|em|ow|ej|iej|ych|ich|ym|im|ia|ie|iu|io|i|y|a|e|u|o)$"
)
_PL_PAST = re.compile(r"(?<=\w{3}[aeiy])(?:l|la|lo|li|ly)$|(?<=\w{3}[aeiy])c$|(?<=\w{4})(?:ono|ano)$")


def _polish(word: str) -> str:
    """Without endings; the softened consonants before -ie and -e as they are elsewhere: wodzie, rzece, moście."""
    if soft := re.fullmatch(r"(\w{2,}?)(dzie|scie|cie|dze|rze|ce|le)", word):
        hard = {"dzie": "d", "scie": "st", "cie": "t", "dze": "g", "rze": "r", "ce": "k", "le": "l"}[soft[2]]
        if soft[2] != "ce" or not soft[1].endswith("i"):
            return soft[1] + hard
    if word.endswith("niec"):
        return f"{word[:-3]}c"
    return re.sub(r"(?<=\w{3})ow$", "", _PL_ENDING.sub("", _PL_PAST.sub("", word)))


def _portuguese(word: str) -> str:
    """Plurals that folding hides from Snowball: explosões as explosão, barragens as barragem."""
    if re.search(r"\w{2}(?:oes|aes)$", word):
        return word[:-3] + "ao"
    if len(word) > 5 and word.endswith(("ais", "eis", "ois")) and word not in ("demais", "jamais", "depois"):
        return f"{word[:-2]}l"
    if len(word) > 3 and word.endswith("aos"):
        return word[:-1]
    return f"{word[:-2]}m" if re.search(r"\w{2}[eiou]ns$", word) else word


_BEFORE: dict[str, Step] = {
    "de": _german,
    "ar": _arabic,
    "fa": _replacing((r"(?<=\w\w)ها(?:ي{1,2})?$", ""), (r"(?<=\w{3})هاي(?:م|ت|ش|مان|تان|شان)$", "")),
    "pt": _portuguese,
}
"""What comes before irregular forms and Snowball."""
_RULES: dict[str, Step] = {"uk": _ukrainian, "pl": _polish, "he": _hebrew, "tr": _turkish}
"""Languages with rules of our own in Snowball's place: it has none for two, and on folded words it misses much of the others."""
STEMMED = frozenset(SNOWBALL) | frozenset(_RULES)
"""Codes of the languages with stems."""
