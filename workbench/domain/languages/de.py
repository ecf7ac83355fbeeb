"""German."""

from __future__ import annotations

from workbench.domain.languages.de_speech import SPEECH
from workbench.domain.languages.language import Language
from workbench.domain.languages.numbers import Numbers

# How numbers are written

NUMBERS = Numbers()

# The language

LANGUAGE = Language(
    "de",
    "German",
    quotation_marks=(("„", "“"), ("»", "«"), ("‚", "‘"), ("›", "‹"), ("“", "”"), ('"', '"')),
    numbers=NUMBERS,
    speech=SPEECH,
)
