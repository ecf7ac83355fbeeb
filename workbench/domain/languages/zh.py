"""Chinese."""

from __future__ import annotations

from workbench.domain.languages.language import Language
from workbench.domain.languages.numbers import Numbers
from workbench.domain.languages.speech import Speech

# How numbers are written

NUMBERS = Numbers()

# Who says it, and how it is put

SPEECH = Speech(
    templates=(
        r"[据據](?P<who>[^，。“”「」：:\n]{2,30}?)(?P<verb>报道|報道|报导|報導|消息|介绍|介紹|称|稱|透露|统计|統計|通报|通報|在[^，。\n]{1,20}消息)"
        r"[^，。\n]{0,12}[，,](?P<what>[^\n]{2,600})",
        r"(?P<who>[^，。、“”「」：:；\n]{2,30}?)(?:[当當今昨][天日]|\d{1,2}日|周[一二三四五六日])?(?:[在于於对對向][^，。“”\n]{1,24}?)?"
        r"(?P<verb>报道称|報道稱|报道说|表示|声称|聲稱|宣称|宣稱|指出|宣布|强调|強調|认为|認為|透露|警告|指责|指責|写道|寫道|批评|批評|否认"
        r"|否認|(?<![名简宣号据又可自])[称稱]|(?<![小传])[说說](?![明服法話话]))[，：:,]?(?P<what>[^\n]{2,600})",
        r"(?P<what>“[^”\n]{2,600}”)[，。]?(?P<who>[^，。“”：:\n]{2,30}?)(?P<verb>表示|说|說|称|稱|指出|强调|強調)(?=[。，]|$)",
    ),
    capitals=False,
    case=False,
)

# The language

LANGUAGE = Language(
    "zh",
    "Chinese",
    quotation_marks=(("“", "”"), ("「", "」"), ("『", "』"), ("‘", "’")),
    numbers=NUMBERS,
    speech=SPEECH,
)
