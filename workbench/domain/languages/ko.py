"""Korean."""

from __future__ import annotations

from workbench.domain.languages.language import Language
from workbench.domain.languages.numbers import Numbers
from workbench.domain.languages.speech import Speech

# How numbers are written

NUMBERS = Numbers()

# Who says it, and how it is put

SPEECH = Speech(
    templates=(
        r"(?:^|[\s,])(?P<who>[^\s,.“”\"‘’][^,.“”\"\n]{0,40}?)(?P<verb>에 따르면|에 의하면|에 의하자면),? ?(?P<what>[^\n]{2,600})",
        r"^\s*(?:또|한편|이날|이에|그러나|하지만)? ?(?P<who>[^,.“”\"‘’'\n]{1,50}?)(?:은|는) (?P<what>[^\n]{2,600}?)"
        r"(?:이라고|라고|다고|냐고|자고|고|며)"
        r" ?"
        r"(?:[^\s“”\"]{1,8} )?(?P<verb>밝혔|말했|전했|주장했|보도했|발표했|했습니다|했다|강조했|설명했|비판했|불렀|덧붙였|경고했"
        r"|지적했|전망했"
        r"|보고 있)",
        r"^\s*(?:또|한편|이날)? ?(?P<who>[^,.“”\"‘’'\n]{1,50}?)(?:이|가) (?P<what>[^\n]{2,600}?)(?:이라고|라고|다고|고) ?"
        r"(?P<verb>밝혔|말했|전했|주장했|보도했|발표했|강조했|설명했|비판했|덧붙였|경고했|지적했)",
    ),
    capitals=False,
    case=False,
)

# The language

LANGUAGE = Language(
    "ko",
    "Korean",
    quotation_marks=(("“", "”"), ("‘", "’"), ("「", "」"), ('"', '"')),
    numbers=NUMBERS,
    speech=SPEECH,
)
