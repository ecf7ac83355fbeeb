"""The language of a text, by its script and its most frequent small words."""

from __future__ import annotations

import re
from collections import Counter

from workbench.domain.entities import UNKNOWN, Metadatum
from workbench.domain.vocabulary import Confidence
from workbench.importers.wordlist import wordlist

_SAMPLE = 20_000
_FEWEST_LETTERS = 20
_SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("latin", re.compile("[A-Za-z\u00c0-\u024f]")),
    ("cyrillic", re.compile("[\u0400-\u04ff]")),
    ("arabic", re.compile("[\u0600-\u06ff]")),
    ("hebrew", re.compile("[\u0590-\u05ff]")),
    ("hangul", re.compile("[\uac00-\ud7a3\u1100-\u11ff]")),
    ("kana", re.compile("[\u3040-\u30ff]")),
    ("han", re.compile("[\u3400-\u9fff]")),
    ("thai", re.compile("[\u0e00-\u0e7f]")),
    ("greek", re.compile("[\u0370-\u03ff]")),
    ("devanagari", re.compile("[\u0900-\u097f]")),
)
_OWN_LETTERS = {"tr": "ğı", "pl": "łąęśźżń", "uk": "їєґ", "ru": "ыэё", "fa": "پچژگ", "de": "ß", "pt": "ãõ", "es": "ñ¿¡"}
"""Letters that of the languages told apart here one alone has."""
_FEWEST_OWN = 3
_BY_SCRIPT_ALONE = {"hebrew": "he", "hangul": "ko", "thai": "th", "greek": "el", "devanagari": "hi"}
_NAMES = {"he": "Hebrew", "ko": "Korean", "th": "Thai", "el": "Greek", "hi": "Devanagari"}
_PROFILES: dict[str, dict[str, frozenset[str]]] = {
    "latin": {
        "en": wordlist("the of and to in a that is was for on with as it by from at be has have his are not this said which"),
        "fr": wordlist("le la les de des du et en un une est que qui dans pour sur au aux pas par avec ce il elle se son sa ont été"),
        "de": wordlist(
            "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass"
        ),
        "es": wordlist("el la los las de del y en un una que es por con para se su al lo como más pero fue ha no sus este entre"),
        "it": wordlist("il lo la gli le di del della e in un una che è per con non si da dei delle al nel sono ha come anche più alla"),
        "pt": wordlist("o a os as de do da dos das e em um uma que é por com para se não no na ao foi mais como seu sua são pelo"),
        "nl": wordlist("de het een van en in is dat op te zijn met voor niet aan er om ook als bij naar door maar hij uit worden"),
        "pl": wordlist("i w na z że do się nie to o jest jak po za od przez dla przy ale czy już który która są był"),
        "tr": wordlist("ve bir bu da de için ile olarak daha çok en olan gibi kadar sonra ne var ise ancak veya göre"),
        "id": wordlist("yang dan di ke dari ini itu dengan untuk pada adalah dalam tidak akan oleh juga telah sebagai"),
        "vi": wordlist("của và là các có được cho trong không một những này với người đã khi đến"),
        "sv": wordlist("och att det i en som på är av för med till den har inte om ett han men var jag sig från"),
    },
    "cyrillic": {
        "ru": wordlist("и в не на что с по он как это к из у за от о для был его но также они были я мы ее её она эти"),
        "uk": wordlist("і й в у не на що з по він як це до із за від про для був його але також вони були та є та її цей які який"),
        "bg": wordlist("и в на не да се за от с по са че като е ще го това си при след който така"),
        "sr": wordlist("и у је да се на за од су са не као који што то би из али или"),
    },
    "arabic": {
        "ar": wordlist("في من على إلى أن عن التي الذي هذا هذه ما مع كان لا قال بعد بين كما أو ذلك وقد"),
        "fa": wordlist("در به از که این را با است برای آن یک خود تا بر های می هم شده اند بود کرد نیز"),
        "ur": wordlist("کے کی میں ہے اور سے کا کو پر نے ہیں کہ یہ اس نہیں بھی ایک"),
    },
}


def language_of(text: str) -> Metadatum:
    """The language as an ISO 639-1 code with the reason, from the first 20,000 code points; unknown when they do not tell."""
    sample = text[:_SAMPLE]
    counts = Counter({name: len(letters.findall(sample)) for name, letters in _SCRIPTS})
    total = sum(counts.values())
    if total < _FEWEST_LETTERS:
        return UNKNOWN
    # Korean and Japanese use Han characters among their own: a fifth of one's own letters decides.
    if counts["kana"] > total / 10:
        return Metadatum("ja", Confidence.HIGH, "written in Japanese kana")
    if counts["hangul"] > total / 5:
        return Metadatum("ko", Confidence.HIGH, "written in Korean letters")
    script, most = counts.most_common(1)[0]
    if most < total / 2:
        return Metadatum(None, None, "several scripts are mixed, none of them makes up half of the letters")
    if script == "han":
        return Metadatum("zh", Confidence.HIGH, "written in Chinese characters without kana")
    if script in _BY_SCRIPT_ALONE:
        code = _BY_SCRIPT_ALONE[script]
        return Metadatum(code, Confidence.HIGH if code != "hi" else Confidence.MODERATE, f"written in {_NAMES[code]} letters")
    return _by_small_words(sample, script)


def _by_small_words(sample: str, script: str) -> Metadatum:
    """The profile whose small words make up most of the words, if it is ahead of the next."""
    words = Counter(re.findall(r"[^\W\d_]+", sample.casefold()))
    total = words.total()
    scores = sorted(((sum(words[w] for w in small), code) for code, small in _PROFILES.get(script, {}).items()), reverse=True)
    if not scores or not total or scores[0][0] < 3:
        return _by_own_letters(sample) or Metadatum(
            None, None, f"{script.capitalize()} letters, but too few small words to tell the language"
        )
    (best, code), second = scores[0], scores[1][0]
    share = round(100 * best / total)
    basis = f"{share} % of its words are the small words of that language"
    if best < 1.15 * second or share < 5:
        return Metadatum(code, Confidence.LOW, f"{basis}, but another language is close")
    sure = share >= 15 and best > 1.5 * second and total >= 40
    return Metadatum(code, Confidence.HIGH if sure else Confidence.MODERATE, basis)


def _by_own_letters(sample: str) -> Metadatum | None:
    """For a text of a few sentences: the one language whose own letters stand in it, where no other's do."""
    counts = {code: sum(letter in letters for letter in sample.casefold()) for code, letters in _OWN_LETTERS.items()}
    found = [code for code, count in counts.items() if count]
    if len(found) != 1 or counts[found[0]] < _FEWEST_OWN:
        return None
    letters = "".join(letter for letter in _OWN_LETTERS[found[0]] if letter in sample.casefold())
    return Metadatum(found[0], Confidence.LOW, f"too few small words to tell, but it has letters of that language: {letters}")
