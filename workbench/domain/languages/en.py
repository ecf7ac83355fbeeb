"""English."""

from __future__ import annotations

from workbench.domain.languages.language import Language
from workbench.domain.languages.numbers import Numbers
from workbench.domain.languages.speech import Speech

# How numbers are written

NUMBERS = Numbers()

# Who says it, and how it is put

SPEECH = Speech()

# The language

LANGUAGE = Language(
    "en",
    "English",
    quotation_marks=(("“", "”"), ('"', '"'), ("‘", "’")),
    numbers=NUMBERS,
    speech=SPEECH,
)
