"""The words by which a text says who says something, by language. Plain lists: what is not here is not found."""

from __future__ import annotations

import re

PLAIN = (
    "said|says|say|saying|told|tells|stated|states|replied|replies|added|adds|wrote|writes|tweeted|announced|announces|informed|explained"
)
"""Verbs of saying that take no side, in English news: the finite forms and "saying"."""
CLAIMED = "claimed|claims|claim"
"""Verbs that keep their distance."""
JUDGING = (
    "acknowledged|acknowledges|admitted|admits|conceded|concedes|confessed|insisted|insists|boasted|boasts|reassured|reassures|highlighted"
    "|highlights|ranted|rants|fumed|fumes|lashed out|lashes out|pointed out|points out|blamed|blames"
)
"""Verbs that judge what is said, or who says it."""
SAYING = "|".join((PLAIN, CLAIMED, JUDGING,
    "reported|reports|warned|warns|noted|notes|argued|argues|asserted|confirmed|confirms|denied|denies|revealed|reveals|indicated"
    "|indicates|suggested|suggest|suggests|emphasi[sz]ed|stressed|recalled|described|accused|accuses|condemned|critici[sz]ed"
    "|urged|urges|demanded|demands|deemed|estimated|estimates|predicted|disclosed|maintained|alleged|declared|pointed to|responded"
    "|quoted|quotes|concluded|concludes|pledged|vowed|testified|conveyed|called|posted|commented|cautioned|complained|contended|briefed",
))  # fmt: skip
"""Every verb of saying that is known."""
ATTRIBUTION = re.compile(rf"\b(?:according to|citing|quoting|accusing|{SAYING})\b", re.IGNORECASE)
"""Words that say whose word it is."""
BETWEEN = (
    "has|have|had|is|was|were|been|also|earlier|later|recently|previously|repeatedly|long|now|not|never|already|since|then|again|publicly"
    "|haven[’']t|hasn[’']t|hadn[’']t|first|only|still|once"
)
"""What may stand between a subject and its verb."""
WHEN = (  # said between a subject and its verb, or after it
    r"(?:on |last |this |late |early )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s*\(\d{1,2}\))?|last (?:week|month|year)|yesterday"
    r"|today|on \d{1,2} [A-Z][a-z]+|on [A-Z][a-z]+ \d{1,2}|earlier (?:this|that) \w+|this (?:week|month|year)"
    r"|in (?:a|an) (?:\w+ )?(?:statement|interview|post|briefing)"
)
NOUNS = (
    "minister|ministry|spokesman|spokeswoman|spokesperson|spokespeople|agency|officials?|embassy|government|president|ambassador|intelligence"
    "|spy|defen[cs]e|foreign|vice|vice-foreign|prime|chief|media|leader|leaders|experts?|analysts?|authorities|police|office|officers?|service"
    "|services|company|court|doctors?|doctor|director|head|secretary|general|deputy|news|state|army|military|navy|witness|witnesses|sources?"
    "|harbour|harbor|master|mayor|governor|lawmakers?|prosecutors?|residents?|outlets?|unnamed|anonymous|senior|report|reports|from|statement"
    "|partners|allies|neighbours|bureau|union|party|commission|committee|council|centre|center|institute|university|hospital|clinic|newspaper|station|airline|operator"
)
"""Nouns that make a speaker without a capital letter."""
PRONOUNS = frozenset(("he", "she", "they", "it"))
ACCORDING = r"(?i:according to|in the words of|as reported by|as told by|as quoted by|per)"
ALLEGED = "alleged|allegedly|reportedly|suspected|purported|purportedly"
DOUBT = f"{ALLEGED}|supposed|supposedly|apparent|apparently|presumed|presumably|unconfirmed|possibly|is said to|are said to"
"""Words that take a statement back to a possibility."""
HEDGE = re.compile(rf"\b(?:{DOUBT}|(?:may|might|could) have)\b", re.IGNORECASE)
ABOUT = "about|around|approximately|roughly|some|nearly|almost"
CEILING = "up to|as many as"
FLOOR = "at least|more than"
HEDGES = "|".join((
    DOUBT, ABOUT, CEILING, FLOOR, "probably|likely|believed to|said to|thought to|could|may|might|if true|would be",
    "angeblich|mutmaßlich|etwa|rund|offenbar|environ|présumé|prétendument|supuestamente|presuntamente|unos|якобы|предположительно|около"
    "|нібито|ймовірно|близько",
))  # fmt: skip
"""Whatever takes something back from a statement, kept as it stands: doubt, approximation, bounds, in several languages."""
AGENCIES = (
    "Associated Press|AP|Reuters|AFP|Agence France-Presse|dpa|EFE|ANSA|UPI|Xinhua|TASS|Interfax|RIA Novosti|Ukrinform|Yonhap|Kyodo"
    "|Bloomberg|PA Media|Anadolu|PTI|IRNA|CNA|AAP|Canadian Press|ТАСС|Интерфакс|РИА Новости|Укрінформ|연합뉴스"
)
_WHO = r"(?P<who>[^,.;:()«»“”\"\n]{2,80}?)"
_END = r"(?=[,.;:()«»“”\"\n]|$)"
_FR = "a déclaré|ont déclaré|a affirmé|ont affirmé|a dit|ont dit|a annoncé|ont annoncé|a indiqué|ont indiqué|a assuré|a précisé|a expliqué"
_DE = "sagte|erklärte|teilte mit|berichtete|betonte|warnte|behauptete"
_ES = "dijo|afirmó|declaró|anunció|aseguró|informó|señaló"
_UK = "повідомив|повідомила|повідомили|повідомляє|заявив|заявила|заявили|сказав|сказала"
_RU = "сообщил|сообщила|сообщили|сообщает|заявил|заявила|заявили|сказал|сказала"
_EAST = "за словами|за даними|за інформацією|як повідомив|як повідомила|як повідомили|по словам|по данным|по информации|по сведениям"
_LATIN = "A-ZÀ-ÝÁ-ÚÄÖÜ"
_NAME = rf"[{_LATIN}][\w’'-]+(?: (?:de |del |du |des |der |von |la |le )?[\wÀ-ÿ’'-]+){{0,4}}?"
_GERMAN = r"(?:[a-zäöü]+en )?[A-ZÄÖÜ][\w-]+(?: (?:der |des |von |für )?[A-ZÄÖÜ][\w-]+){0,4}"
ABROAD: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:\b(?P<verb>selon|d[’']après))\s+{_WHO}{_END}",
        rf"\b(?P<verb>{_FR})\s+(?P<who>(?:l[ea’'] ?|les )?[{_LATIN}][^,.;:()«»\n]{{2,60}}?){_END}",
        rf"(?P<who>(?:L[ea] |Les )?{_NAME}) (?P<verb>{_FR})\b",
        rf"(?i:\b(?P<verb>laut|nach (?:Angaben|Worten|Aussage)(?: von| der| des)?))\s+(?:der |dem |den )?(?P<who>{_GERMAN})",
        rf"\b(?P<verb>{_DE})\s+(?P<who>(?:der |die |das )?[{_LATIN}][^,.;:()„“\n]{{2,60}}?)(?=[,.;:()„“\n]| am | mit\b| gegenüber|$)",
        rf"(?P<who>(?:Der |Die |Das )?{_NAME}) (?P<verb>{_DE})\b",
        rf"(?i:\b(?P<verb>según|de acuerdo con))\s+{_WHO}{_END}",
        rf"\b(?P<verb>{_ES})\s+(?P<who>(?:el |la |los |las )?[{_LATIN}][^,.;:()«»\n]{{2,60}}?){_END}",
        rf"(?P<who>(?:El |La |Los |Las )?{_NAME}) (?P<verb>{_ES})\b",
        rf"(?i:\b(?P<verb>{_EAST}))\s+{_WHO}{_END}",
        rf"\b(?P<verb>{_UK}|{_RU})\s+(?P<who>[^,.;:()«»\n]{{3,60}}?){_END}",
        rf"(?P<who>[А-ЯІЇЄҐ][\w’'-]+(?: [\w’'-]+){{0,4}}?) (?P<verb>{_UK}|{_RU})\b",
        r"(?P<who>[^\s,.]+(?: [^\s,.]+){0,3}?)(?P<verb>에 따르면|에 의하면)",
        r"(?P<who>[^\s,.]+?(?: [^\s,.]+?){0,2})(?:은|는|이|가) [^.\n]{0,300}?(?P<verb>밝혔다|말했다|전했다|주장했다|보도했다|발표했다)",
    )
)
"""Patterns of French, German, Spanish, Ukrainian, Russian and Korean, each with `who` and `verb`."""
