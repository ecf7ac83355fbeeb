"""The English words by which the checks tell saying from claiming and judging, hedges of several languages, and agencies.

The words by which speakers are read stand with each language (domain/languages).
"""

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
PRONOUNS = frozenset(("he", "she", "they", "it"))
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
