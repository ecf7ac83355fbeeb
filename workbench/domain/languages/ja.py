"""Japanese."""

from __future__ import annotations

from workbench.domain.languages.language import Language
from workbench.domain.languages.numbers import Numbers
from workbench.domain.languages.speech import Speech

# How numbers are written

NUMBERS = Numbers()

# Who says it, and how it is put

SPEECH = Speech(
    templates=(
        r"(?P<who>[^、。「」『』\n]{1,40}?)(?P<verb>によると|によれば)[、，]?(?P<what>[^\n]{2,600})",
        r"^\s*(?P<who>[^、。「」\n]{1,40}?)[がは](?:[^「」。、\n]{0,20}、)?(?P<verb>明らかにし|発表し|伝え|報じ)[^、。「」\n]{0,6}。?(?P<prior>)$",
        r"(?P<who>[^、。「」\n]{1,40}?)は(?:[^「」。\n]{0,30}?、)?(?P<what>[^\n]{2,600})と(?:して|し|の見方を|の考えを)?(?:[^「」。\n]{0,10})"
        r"(?P<verb>述べ|語|話し|伝え|訴え|主張|発表|明らかに|指摘|非難|報じ|強調|説明|批判|表明|警告|否定|みてい|コメント|投稿)",
        r"(?P<who>[^、。「」\n]{1,40}?)が(?:[^「」。\n]{0,30}?、)?(?P<what>「[^\n]{2,600}」)と(?:[^「」。\n]{0,10})"
        r"(?P<verb>述べ|語|話し|伝え|訴え|主張|発表|明らかに|指摘|非難|報じ|強調|説明|批判|表明|警告|否定)",
    ),
    capitals=False,
    case=False,
)

# The language

LANGUAGE = Language(
    "ja",
    "Japanese",
    quotation_marks=(("「", "」"), ("『", "』")),
    numbers=NUMBERS,
    speech=SPEECH,
)
