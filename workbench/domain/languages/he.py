"""Hebrew."""

from __future__ import annotations

from workbench.domain.languages.language import Language
from workbench.domain.languages.numbers import Numbers
from workbench.domain.languages.speech import Speech

# How numbers are written

NUMBERS = Numbers()

# Who says it, and how it is put

_SAID = (
    "אמר|אמרה|אמרו|הודיע|הודיעה|הודיעו|מסר|מסרה|מסרו|טען|טענה|טענו|הוסיף|הוסיפה|הוסיפו|ציין|ציינה|ציינו|הדגיש|הדגישה|הבהיר|הבהירה|הבהירו"
    "|דיווח|דיווחה|דיווחו|כתב|כתבה|כתבו|הכחיש|הכחישה|הכחישו|האשים|האשימה|האשימו|הזהיר|הזהירה|הזהירו|הסביר|הסבירה|הסבירו|אישר|אישרה"
    "|סיפר|סיפרה|סיפרו|הצהיר|הצהירה|הצהירו|השיב|השיבה|מעריך|מעריכה|מעריכים|טוען|טוענת|טוענים|אומר|אומרת|אומרים"
)

SPEECH = Speech(
    templates=(
        r"(?:^|[\s,])(?P<verb>לדברי|לטענת|להערכת|לדעת|על פי|לפי|כך לפי)\s+(?P<who>[^,.:\n]{2,60}?)[,]\s*(?P<what>[^\n]{2,600})",
        rf"(?P<what>[\"“״„][^\n]{{2,600}}?[\"”״]),?\s*(?P<verb>{_SAID})\s+(?P<who>[^,.:\n]{{2,60}})",
        rf"(?P<what>[^\n]{{10,600}}?),\s*(?:כך\s+)?(?P<verb>{_SAID}|לדברי|לפי|על פי)\s+(?P<who>[^,.:\n]{{2,60}}?)(?=[,.]|$)",
        rf"(?P<who>[^,.:\"“\n]{{2,60}}?)\s+(?P<verb>{_SAID})\s*(?:[^,.:\"“\n]{{0,30}}?\s)?(?:כי\s+|:\s*|ש(?=\w))(?P<what>[^\n]{{2,600}})",
    ),
    capitals=False,
    case=False,
)

# The language

LANGUAGE = Language(
    "he",
    "Hebrew",
    quotation_marks=(("״", "״"), ("“", "”"), ('"', '"')),
    numbers=NUMBERS,
    speech=SPEECH,
)
