"""How journalists sign where no word such as "By" stands before them: 김하늘 기자, 【山田花子】, 记者 王明, a family name in capitals."""

from __future__ import annotations

import re

from workbench.importers.agencies import agency

_HANGUL_NAMES = r"(?P<names>[가-힣]{2,4}(?:\s*[·,・/]\s*[가-힣]{2,4}){0,3})"
_KOREAN_POST = r"(?:선임|수습|인턴|객원|전문)?\s?(?:기자|특파원|논설위원)"
_KOREAN = re.compile(
    rf"^\W*(?:[^\s=\])】]{{1,12}}=[^\])】]{{1,14}}[\])】]\s*)?{_HANGUL_NAMES}\s*{_KOREAN_POST}[\s=]*(?:[(\[]?\S+@[\w.-]+[)\]]?)?\W*$"
)
_KOREAN_DATELINE = re.compile(rf"^[\[(【][^\])】]{{1,20}}[\])】]\s*{_HANGUL_NAMES}\s*{_KOREAN_POST}\s*=")
_KOREAN_ROLES = frozenset(
    [
        "편집",
        "취재",
        "사진",
        "영상",
        "온라인",
        "디지털",
        "정치",
        "경제",
        "사회",
        "국제",
        "문화",
        "체육",
        "스포츠",
        "연예",
        "산업",
        "현장",
        "담당",
        "여성",
        "남성",
        "전직",
        "현직",
        "외신",
    ]
)
_KANJI = "[\u4e00-\u9fff々ヶ]{2,5}[\u3041-\u3096]{0,4}"
_KANJI_NAMES = rf"(?P<names>{_KANJI}(?:[、・，]\s?{_KANJI}){{0,3}})"
_JAPANESE = (
    re.compile(rf"[【（(［\[〈]\s*{_KANJI_NAMES}\s*[】）)］\]〉]\s*$"),
    re.compile(rf"^\W*(?:記者|文|取材・文|文・写真|執筆|筆者|著者|特派員)\s*[・:：／/＝=]\s*{_KANJI_NAMES}\W*$"),
    re.compile(rf"^\W*{_KANJI_NAMES}\s*(?:記者|特派員)\W*$"),
)
_JAPANESE_END = re.compile(rf"[。．」]\s*[【（(［\[〈]\s*{_KANJI_NAMES}\s*[】）)］\]〉]\s*$")
_NO_JAPANESE_NAME = re.compile(
    "写真|動画|映像|特集|速報|解説|記事|関連|編集|社説|新聞|通信|支局|報道|会社|本社|時事|共同|図解|一覧|連載|寄稿|取材|有料"
    "|続報|独自|随時|更新|追記|全文"
)
_HAN_NAMES = r"(?P<names>[\u4e00-\u9fff·]{2,5}(?:[、，,\s　]+[\u4e00-\u9fff·]{2,5}){0,3})"
_CHINESE = (
    re.compile(
        rf"^\W*(?:作者|撰文|撰稿|文|(?:本报|本報|本刊|本台|特约|特約)?(?:记者|記者)|通讯员|采写|採訪)\s*[:：/／｜|]\s*{_HAN_NAMES}\W*$"
    ),
    re.compile(rf"^\W*(?:本报|本報|本刊|特约|特約)?(?:记者|記者)[\s　]+{_HAN_NAMES}\W*$"),
    re.compile(r"^\W*(?:本报|本報|本刊)(?:记者|記者)(?P<names>[\u4e00-\u9fff]{2,4})\W*$"),
    re.compile(r"[〔（(\[【]?(?:记者|記者)(?P<names>[\u4e00-\u9fff]{2,4})\s*[／/]\s*[\u4e00-\u9fff]{1,6}(?:报道|報導|報道)"),
)
_NO_CHINESE_NAME = re.compile("编辑|編輯|综合|綜合|记者|記者|报道|報導|整理|来源|佚名|网络|新闻|中心")
_WITH_CAPITALS = re.compile(
    r"(?:[^\W\d_][\w'’-]*[^\W\d_]\s+){1,2}(?:(?:de|van|von|da|di|le|la|du)\s+)?[^\W\d_][^\W\d_a-z]*(?:[-'’][^\W\d_]+)*"
)
LONGEST_SIGNATURE = 80
_PARTS = re.compile(r"\s*[、，,·・/]\s*|\s+")


def signature(line: str) -> tuple[str, ...]:
    """The names that a line consists of, with a post or brackets; none for any other line."""
    if len(line) > LONGEST_SIGNATURE:
        return ()
    if (found := _KOREAN.match(line)) and not any(name in _KOREAN_ROLES for name in _named(found)):
        return _named(found)
    for form in _CHINESE:
        if (found := form.match(line)) and not _NO_CHINESE_NAME.search(found["names"]):
            return _named(found)
    for form in _JAPANESE:
        if (found := form.match(line)) and _is_japanese(found):
            return _named(found)
    return ()


def signed_within(paragraph: str) -> tuple[str, ...]:
    """The names in a Korean dateline, and in brackets behind the last sentence of a Japanese paragraph."""
    if found := _KOREAN_DATELINE.match(paragraph[:LONGEST_SIGNATURE]):
        return _named(found)
    found = _JAPANESE_END.search(paragraph[-LONGEST_SIGNATURE:])
    return _named(found) if found and _is_japanese(found) else ()


def last_line_name(line: str) -> str:
    """A line that is a given name and a family name in capitals, as papers sign below the text; "" for any other."""
    words = line.split()
    if not 2 <= len(words) <= 4 or len(line) > 50 or not _WITH_CAPITALS.fullmatch(line) or any(map(agency, (line, *words))):
        return ""
    *given, family = words
    return line if len(family) > 2 and family.isupper() and all(word[:1].isupper() and not word.isupper() for word in given[:1]) else ""


def _named(found: re.Match[str]) -> tuple[str, ...]:
    return tuple(name for name in _PARTS.split(found["names"].strip()) if name)


def _is_japanese(found: re.Match[str]) -> bool:
    return not _NO_JAPANESE_NAME.search(found["names"]) and all(3 <= len(name) <= 7 and not agency(name) for name in _named(found))
