"""Arabic."""

from __future__ import annotations

from workbench.domain.languages.language import Language
from workbench.domain.languages.numbers import Numbers
from workbench.domain.languages.speech import Speech

# How numbers are written

NUMBERS = Numbers()

# Who says it, and how it is put

_SAID = (
    "قال|قالت|قالوا|أكد|أكدت|أكدوا|أعلن|أعلنت|أعلنوا|أضاف|أضافت|ذكر|ذكرت|أفاد|أفادت|صرح|صرحت|أوضح|أوضحت|اتهم|اتهمت|حذر|حذرت|أشار|أشارت"
    "|نفى|نفت|اعتبر|اعتبرت|كشف|كشفت|شدد|شددت|كتب|كتبت|رأى|رأت|وصف|وصفت|يقول|تقول|يؤكد|تؤكد|زعم|زعمت|نقلت|دعا|دعت|طالب|طالبت|أدان|أدانت"
)

SPEECH = Speech(
    templates=(
        r"(?:^|[\s،])(?P<verb>وفقا|وفقاً|وفق|بحسب|حسب|طبقا|طبقاً)\s+(?:ل|ل\s)?(?P<who>[^،.:\n]{2,60}?)[،,]\s*(?P<what>[^\n]{2,600})",
        rf"(?:^|[\s،])و?(?P<verb>{_SAID})\s+(?P<who>[^،.:\n]{{2,90}}?)(?:\s+(?:نقلا عن|اليوم|أمس|يوم|خلال|في)\s[^.:\n]{{1,60}}?)?"
        r"(?:\s+(?:إن|أن|إنه|أنه|إنها|أنها|بأن)\s+|\s*[:،]\s*(?:[^،.\n]{1,30}،\s*)?(?:(?:إن|أن|إنه|أنه|إنها|أنها|بأن)\s+)?)(?P<what>[^\n]{2,600})",
        r"(?P<what>[^\n]{4,600}?)[،,]\s*(?P<verb>وفقا|وفقاً|وفق|بحسب|حسب|طبقا|طبقاً)\s+(?:ل)?(?P<who>[^،.:\n]{2,60}?)(?=[.،]|$)",
    ),
    pronouns={},
    capitals=False,
    case=False,
)

# The language

LANGUAGE = Language(
    "ar",
    "Arabic",
    quotation_marks=(("«", "»"), ("“", "”"), ('"', '"')),
    numbers=NUMBERS,
    speech=SPEECH,
)
