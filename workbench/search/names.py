"""Names across spellings: one key for the ways in which a name comes out of another script or another transliteration.

The key is a pure function of a folded word: Cyrillic letters in Latin ones, then what the usual systems (BGN/PCGN, ISO 9, the
German, French and Polish press) write differently, then doubled letters; and a short list of given names, surnames and places
whose spellings no rule covers. It keeps vowels apart, so that Marin is not Moran, and it never joins a Russian with a
Ukrainian name (Vladimir, Volodymyr): those are often two people.

A key alone would also join ordinary words (planned, planed). So `spellings` takes two words for one name only where the case
writes both with a capital letter nearly everywhere. Measured on 20,000 news articles: see `LEAST_CAPITALS`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from zlib import crc32

LEAST_LETTERS = 4
"""A shorter word, or a shorter key, is no name that is looked for in other spellings."""
LEAST_WITH_KH = 6
"""A name with kh must be longer to be looked for with ch, j or h: Khan is not Chan."""

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z", "и": "i", "і": "i", "ї": "i",
    "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u",
    "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
    "ј": "j", "љ": "l", "њ": "n", "ћ": "c", "ђ": "dj", "џ": "dj", "'": "",
}  # fmt: skip
_DECLINED = re.compile("(?:(?P<ski>[сц]ь?к)(?:ого|ому|ими?|ом|ая|ой|ую|е)|(?P<ov>(?:[оеіи]в|[иі]н))(?:а|у|ы|е|ым|ой|ом))")
"""How Russian and Ukrainian decline family names in -ский, -ов and -ин, at the end of a word."""
_TO_LATIN = str.maketrans(_CYRILLIC)
_WORD = re.compile(r"(?:[a-z]+(?:'[a-z]+)*|[\u0430-\u045f']+)")
_KNOWN = re.compile(
    "(?P<muhammad>m[ou]h+am+[aeu]d)|(?P<hussein>h[ou]s+[ae][iy]n)|(?P<ahmad>a[ck]?hm[ae]d|akhmad)|(?P<yusuf>(?:y|i)[ou]u?s+[eou]u?f+)"
    "|(?P<gaddafi>[gkq](?:h|kh)?ad+h?d?h?af+[iy])|(?P<osama>[ou]s+ama)|(?P<abdullah>abd[ou]u?l+ah?)|(?P<ibrahim>[ie]brahe?[ie]m)"
    "|(?P<ismail>[ie]sma(?:[yi]|ee)l)|(?P<sergei>ser[gh](?:e[iyj]|[iyj]+))|(?P<dmitri>d[iy]?mitr(?:i|y|ij|iy|ii|yi|yy))"
    "|(?P<aleksandr>ale(?:ks|x)ande?r)|(?P<zelenski>[sz]elen[sc]?k[iyj]+)|(?P<kiev>k(?:ie|yi|yy|ii|i)v|kyjiw|kiew)"
    "|(?P<kharkiv>k?hark[io]v|charki[vw])|(?P<chernobyl>(?:tsch|tch|ch)[eo]rnob[yi]l)|(?P<poroshenko>poro(?:sch|sh|ch)enko)"
)
_SPELT = {
    "tsch": "ch", "sch": "sh", "dzh": "j", "dj": "j", "kh": "h", "ph": "f", "ck": "k", "x": "ks", "w": "v", "tz": "ts",
    "ou": "u", "oo": "u", "ee": "i", "yov": "ev", "iov": "ev", "tch": "ch",
}  # fmt: skip
_SPELLINGS = re.compile(r"^tch|(?<!^)kh|ee(?!n)|" + "|".join(sorted(_SPELT.keys() - {"tch", "kh", "ee"}, key=len, reverse=True)))
_FIRST_YE = re.compile(r"^[yij]e(?=[vgfkr][aegimoru])")
_GLIDE = re.compile(r"(?<=[aeou])[yij]e(?=v)|(?<=v)ye(?=v)")
_FOR_KH = tuple(
    map(re.compile, (r"(?<![st])ch", r"(?<![a-z])j(?=[aeiou])|(?<=[aeiou])j(?=[aeiou])", r"(?<![a-z])h|(?<=[aeiou])h(?=[aeiou])"))
)
_IS = re.compile("(?:[iy]|j(?!i))+")
_DOUBLE = re.compile(r"([a-z])\1+")


@lru_cache(maxsize=50_000)
def name_key(word: str) -> str:
    """What the spellings of a name have in common; "" for a folded word that cannot be a name of this kind."""
    if len(word) < LEAST_LETTERS or not _WORD.fullmatch(word):
        return ""
    if not word.isascii() and (declined := _DECLINED.search(word, len(word) - 6)) and declined.end() == len(word):
        word = word[: declined.start()] + (f"{declined['ski']}ий" if declined["ski"] else declined["ov"])
    latin = word.translate(_TO_LATIN)
    if known := _KNOWN.fullmatch(latin):
        return str(known.lastgroup)
    latin = _GLIDE.sub("e", _FIRST_YE.sub("e", latin))
    latin = _SPELLINGS.sub(lambda match: _SPELT[match.group()], latin)
    key = _DOUBLE.sub(r"\1", _IS.sub("i", latin))
    return key if len(key) >= LEAST_LETTERS else ""


@lru_cache(maxsize=4096)
def key_with_kh(word: str) -> str:
    """The key of a name if what stands for Russian х, Arabic خ in German, Polish, Spanish or Turkish were kh (Cherson, Jersón, Herson);
    "" where it cannot be."""
    if len(word) < LEAST_WITH_KH or not word.isascii() or "kh" in word:
        return ""
    kh = next((found for pattern in _FOR_KH if (found := pattern.sub("kh", word)) != word), "")
    return name_key(kh)


def keys_without_kh(word: str) -> tuple[str, ...]:
    """The keys of a name with kh, or in Cyrillic with х, as those languages write it."""
    latin = word if word.isascii() else word.translate(_TO_LATIN)
    if len(word) < LEAST_WITH_KH or "kh" not in latin:
        return ()
    return tuple(key for sign in ("ch", "j", "h") if (key := name_key(latin.replace("kh", sign))))


def key_number(key: str) -> int:
    """A key as a number of 32 bits; two keys may share one."""
    return crc32(key.encode())
