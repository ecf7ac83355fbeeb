"""Quotations that stand inside a sentence in Korean, Japanese and Chinese: 시장은 “…않았다.”고 말했다. 「…。」と述べた。“……。”他说。"""

from __future__ import annotations

import re

from workbench.domain.spans import Span

_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_QUOTATION = re.compile(
    r"“[^”]*”|「[^」]*」|『[^』]*』|‘[^’]*’|\"[^\"]*\"|(?<!\w)'[^']*'|〝[^〟]*〟|（[^）]*）|\([^()]*\)|《[^》]*》|〈[^〉]*〉"
)
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
    return [
        Span(found.start(), found.end())
        for found in _QUOTATION.finditer(line)
        if _END.search(found.group()) and found.end() < len(line) and _goes_on(line, found)
    ]


def _goes_on(line: str, found: re.Match[str]) -> bool:
    """Whether the clause around a quotation goes on after its closing mark."""
    if _GOES_ON.match(line, found.end()):
        return True
    if not _EAST_ASIAN.match(line, found.end()):
        return bool(_EAST_ASIAN.search(found.group()) and _HANGUL.search(line) and _KOREAN_PARTICLE.match(line, found.end()))
    if _HANGUL.match(line, found.end()) or found.group()[0] in "《〈":
        return True
    before = line[: found.start()].rstrip()[-1:]
    if _EAST_ASIAN.match(before):
        return True
    if _KANA.search(line):
        return bool(_JAPANESE_PARTICLE.match(line, found.end()))
    return line[found.end()] == "的" or (before not in tuple("：:，,、") and bool(_CHINESE_SPEECH.match(line, found.end())))
