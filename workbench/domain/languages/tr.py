"""Turkish."""

from __future__ import annotations

from workbench.domain.languages.language import Language
from workbench.domain.languages.numbers import Numbers
from workbench.domain.languages.speech import Speech

# How numbers are written

NUMBERS = Numbers()

# Who says it, and how it is put

SPEECH = Speech(
    templates=(
        r"(?:^|[,;] ?)(?P<who>[^,;.\n“\"]{2,60}?)(?:[’'](?:y?[ae]|n[ae]))? (?P<verb>göre),? ?(?P<what>[^\n]{2,600})",
        r"^\s*(?P<who>[^,.\"“‘\n]{2,60}?),? (?P<what>[\"“‘][^\n]{2,600}?[\"”’],?) (?:diye |şeklinde )?"
        r"(?P<verb>dedi|diye konuştu|söyledi|konuştu|yazdı|ifadesini kullandı|diyerek)",
        r"^\s*(?P<who>[^,.\"“‘\n]{2,60}?), (?P<what>[^\n]{2,600}?) (?P<verb>açıkladı|açıklıyor|söyledi|söylüyor|belirtti|belirtiyor"
        r"|bildirdi|bildiriyor"
        r"|duyurdu|ifade etti|kaydetti|iddia etti|iddia ediyor|savundu|savunuyor|vurguladı|suçluyor|suçladı|düşünüyor|doğruladı|yalanladı"
        r"|aktardı|uyardı|ileri sürdü|öne sürdü|dile getirdi|anlattı|paylaştı|yazdı|haber verdi)",
        r"(?P<what>[\"“][^\"”\n]{2,600}[\"”]),? (?P<verb>dedi|diyen|diye konuştu) (?P<who>[A-ZÇĞİÖŞÜ][^,.\n]{1,50})",
    ),
    capitals=True,
)

# The language

LANGUAGE = Language(
    "tr",
    "Turkish",
    quotation_marks=(("“", "”"), ('"', '"')),
    numbers=NUMBERS,
    speech=SPEECH,
)
