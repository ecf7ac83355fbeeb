"""The news agency whose copy a text is: by its dateline, by its credit, or only by a mention."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.domain.draft import DraftZone
from workbench.domain.entities import Metadatum
from workbench.domain.vocabulary import Confidence, ZoneKind

_AGENCIES = {
    "AP": "AP|Associated Press",
    "Reuters": "Reuters|REUTERS",
    "AFP": "AFP|Agence France-Presse",
    "dpa": "dpa|Deutsche Presse-Agentur",
    "EFE": "EFE",
    "ANSA": "ANSA",
    "UPI": "UPI",
    "Xinhua": "Xinhua",
    "TASS": "TASS|ТАСС",
    "Interfax": "Interfax|Интерфакс",
    "RIA Novosti": "RIA Novosti|РИА Новости",
    "Ukrinform": "Ukrinform|Укринформ|Укрінформ",
    "Yonhap": "Yonhap|연합뉴스",
    "Kyodo": "Kyodo|Kyodo News|共同",
    "Bloomberg": "Bloomberg",
    "PA": "PA Media|Press Association",
    "Anadolu": "Anadolu|Anadolu Agency|AA",
    "PTI": "PTI|Press Trust of India",
    "ANI": "ANI",
    "IRNA": "IRNA",
    "CNA": "Central News Agency",
    "AAP": "Australian Associated Press|AAP",
    "Canadian Press": "The Canadian Press|Canadian Press",
}
_NAME = "|".join(f"(?P<a{i}>{names})" for i, names in enumerate(_AGENCIES.values()))
_AGAIN = _NAME.replace("(?P<a", "(?P<b")
_DATELINE = re.compile(rf"^.{{0,80}}?\((?:{_NAME})\)")
_DATELINE_BARE = re.compile(rf"^[^a-z.!?]{{3,60}}[,/]\s*(?:{_NAME})\s*[-–—/]")
_CREDITED = re.compile(
    rf"(?<!Australian )\b(?:the )?(?:{_NAME})\s+(?:writers?|reporters?|correspondents?|journalists?|staff|(?:also )?contributed)\b"
    rf"|\bby (?:the )?(?:{_AGAIN})\b",
    re.IGNORECASE,
)
_CITED = re.compile(
    rf"\b(?:according to|told|reported by|quoted by|cited by|citing)\s+(?:the )?(?:{_NAME})\b"
    rf"|\b(?:the )?(?:{_AGAIN})\s+(?:news agency\s+)?(?:reported|reports|said|quoted)\b"
)


def wire_of(text: str, zones: Sequence[DraftZone]) -> Metadatum:
    """The agency by dateline (high), by credit line (high) or as cited in the text (low: citing is not carrying)."""
    body = [text[z.start : z.end] for z in zones if z.kind is ZoneKind.BODY]
    for paragraph in "\n".join(body[:3])[:3000].split("\n")[:4]:
        found = _DATELINE.search(paragraph[:140]) or _DATELINE_BARE.search(paragraph[:140])
        if found:
            return Metadatum(_agency(found), Confidence.HIGH, f"the dateline “{found[0].strip()[-70:]}”")
    for zone in zones:
        credit = _CREDITED.search(text[zone.start : zone.end]) if zone.kind is ZoneKind.CREDIT else None
        if credit:
            # "The X contributed to this report" may be one paragraph; a writer of the agency's is its own copy.
            sure = Confidence.MODERATE if credit[0].casefold().endswith("contributed") else Confidence.HIGH
            return Metadatum(_agency(credit), sure, f"the credit line “{text[zone.start : zone.end][:90]}”")
    for part in body:
        cited = _CITED.search(part[:200_000])
        if cited:
            basis = f"only cited (“{cited[0]}”): a citation, not a sign that the text is the agency's own"
            return Metadatum(_agency(cited), Confidence.LOW, basis)
    return Metadatum(None, None, "no dateline, credit or citation names an agency")


def _agency(found: re.Match[str]) -> str:
    group = next(name for name, value in found.groupdict().items() if value)
    return list(_AGENCIES)[int(group[1:])]
