"""Persian."""

from __future__ import annotations

from workbench.domain.languages.language import Language
from workbench.domain.languages.numbers import Numbers
from workbench.domain.languages.speech import Speech

# How numbers are written

NUMBERS = Numbers()

# Who says it, and how it is put

_SAID = (
    "گفت|گفتند|گفته است|گفته‌اند|اعلام کرد|اعلام کردند|اعلام کرده است|گزارش داد|گزارش دادند|گزارش کرد|تأکید کرد|تاکید کرد|افزود|افزودند|نوشت"
    "|نوشتند|خبر داد|خبر دادند|اظهار کرد|اظهار داشت|بیان کرد|تصریح کرد|هشدار داد|هشدار دادند|ادعا کرد|ادعا کردند|مدعی شد|مدعی شدند"
    "|توضیح داد"
    "|فکر می‌کند|می‌گوید|می‌گویند|رد کرد|تأیید کرد|متهم کرد"
)

SPEECH = Speech(
    templates=(
        r"(?:^|[\s،])(?P<verb>به گفته|به گفتهٔ|به گفته‌ی|به گزارش|به نقل از|به نوشته|بنا به گفته|بر اساس گزارش|طبق گزارش|به اعلام)\s+"
        r"(?P<who>[^،.:\n]{2,60}?)[،,]\s*(?P<what>[^\n]{2,600})",
        rf"(?P<who>[^،.:«\"\n]{{2,60}}?)\s+(?P<verb>{_SAID})\s*(?:که\s+|[:،]\s*|(?=[«\"]))(?P<what>[^\n]{{2,600}})",
    ),
    capitals=False,
    case=False,
)

# The language

LANGUAGE = Language(
    "fa",
    "Persian",
    quotation_marks=(("«", "»"), ("“", "”"), ('"', '"')),
    numbers=NUMBERS,
    speech=SPEECH,
)
