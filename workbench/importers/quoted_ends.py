"""Quotations that stand inside a sentence in Korean, Japanese and Chinese: 시장은 “…않았다.”고 말했다. 「…。」と述べた。“……。”他说。"""

from __future__ import annotations

import re

from workbench.domain.spans import Span

_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_QUOTATION = re.compile(
    r"“[^”]{0,800}”|「[^」]{0,800}」|『[^』]{0,800}』|‘[^’]{0,800}’|〝[^〟]{0,800}〟|\"[^\"]{0,800}\"|(?<!\w)'[^']{0,800}'"
    r"|（[^）]{0,300}）|\([^()]{0,300}\)|《[^》]{0,100}》|〈[^〉]{0,100}〉"
)
_LONGEST_ANNOUNCED = 120
"""Code points of a quotation behind a colon that is one sentence with what announces it; a longer one is the speaker's own sentences."""
_END = re.compile(r"[.!?…。！？｡]")
_KANA = re.compile("[\u3040-\u309f\u30a1-\u30fa]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_GOES_ON = re.compile(r"\s*[,，、；;：:·~〜—―]")
_KOREAN_PARTICLE = re.compile(r"\s*(?:이?라고|이?라며|이?라면서|이?라는|이?란|하고|고|며|면서|는|등)(?![\uac00-\ud7a3])|[\uac00-\ud7a3]")
_JAPANESE_PARTICLE = re.compile(
    r"と(?!は[い言]|ころ|もあれ|りわけ|にかく|はいえ|ても|き)|って|な(?:ど|る|の(?!で)|んて)|の|を|に(?!もか|わか)|は(?!い|じめ|たして)|が|も(?!っと|ちろん|し|う)"
    r"|で(?!は|も|すが|すから)|や(?!が|は|っと)|へ|から|まで(?!に)|より|だ(?!が|から|けど)|です(?!が|から)|という|[そこ]う(?:言|話|語|述|書|答|叫|訴)"
)
_CHINESE_SPEECH = re.compile(
    r"[^，。！？；：“”「」\n]{0,24}?(?:说|說|道|称|稱|表示|指出|问|問|告诉|告訴|强调|強調|写|寫|认为|認為|补充|補充|回应|回應|回答|喊|叫|透露|承认|承認|解释|解釋|宣布|坦言|直言)"
)


def unbroken(line: str) -> list[Span]:
    """Spans of `line`, in order, in which no sentence ends: quotations, brackets and titles whose sentence goes on after them."""
    if not _EAST_ASIAN.search(line):
        return []
    goes_on = _korean if _HANGUL.search(line) else _japanese if _KANA.search(line) else _chinese
    spans: list[Span] = []
    for found in reversed(list(_QUOTATION.finditer(line))):
        end = _past_spaces(line, found.end())
        if spans and end == spans[-1].start:
            spans[-1] = Span(found.start(), spans[-1].end)
        elif _announced(line, found):
            spans.append(Span(found.start(), found.end() - 1))
        elif found.end() < len(line) and _END.search(found.group()) and (_GOES_ON.match(line, found.end()) or goes_on(line, found)):
            spans.append(Span(found.start(), end))
    return spans[::-1]


def _announced(line: str, found: re.Match[str]) -> bool:
    """Whether a Chinese quotation of several sentences is what a colon announces and ends its sentence: 他说：“……。……。”"""
    inner = found.group()[1:-1]
    several = len(inner) <= _LONGEST_ANNOUNCED and _END.search(inner[:-1]) and _END.search(inner[-1:])
    return bool(several) and _before(line, found) in ("：", ":") and not _HANGUL.search(line) and not _KANA.search(line)


def _korean(line: str, found: re.Match[str]) -> bool:
    return bool(_KOREAN_PARTICLE.match(line, found.end())) or (_joined(line, found) and found.group()[0] in "《〈")


def _japanese(line: str, found: re.Match[str]) -> bool:
    if not _joined(line, found):
        return False
    embedded = found.group()[0] in "《〈" or bool(_EAST_ASIAN.match(_before(line, found)))
    return embedded or bool(_JAPANESE_PARTICLE.match(line, found.end()))


def _chinese(line: str, found: re.Match[str]) -> bool:
    if not _joined(line, found):
        return False
    before = _before(line, found)
    if found.group()[0] in "《〈" or _EAST_ASIAN.match(before) or line[found.end()] == "的":
        return True
    return before not in tuple("：:，,、") and bool(_CHINESE_SPEECH.match(line, found.end()))


def _joined(line: str, found: re.Match[str]) -> bool:
    """Whether a letter follows the closing mark at once."""
    return bool(_EAST_ASIAN.match(line, found.end()))


def _before(line: str, found: re.Match[str]) -> str:
    """The last character before the opening mark that is not white space, if it is near."""
    return line[max(0, found.start() - 8) : found.start()].rstrip()[-1:]


def _past_spaces(line: str, at: int) -> int:
    while at < len(line) and line[at].isspace():
        at += 1
    return at
