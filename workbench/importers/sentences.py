"""Where sentences begin and end: the unit that zones, marks and "nobody has looked at this yet" count in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

import nupunkt

from workbench.domain.anchors import trimmed
from workbench.domain.letters import inside_letter
from workbench.domain.spans import Span
from workbench.importers.line_language import LineLanguages
from workbench.importers.quoted_ends import unbroken
from workbench.importers.scripts import script_of
from workbench.importers.stops import STOP, UNKNOWN, begins_small, ends_sentence
from workbench.importers.wordlist import wordlist

_CLOSERS = "\"'”’»)]）」』】》〉"
_CLOSING = rf"[{re.escape(_CLOSERS)}]*"
_EAST_ASIAN_END = re.compile(
    rf"(?:[。！？｡]+{_CLOSING})+|(?<!\d)．{_CLOSING}(?!\d)|(?<=[\u3040-\u30ff\u3400-\u9fff])[!?]+{_CLOSING}(?=[\u3040-\u9fff「『“])"
)
# Arabic and Urdu, Indic, Armenian, Ethiopic, Burmese, Khmer, Tibetan.
_SPACED_END = re.compile(
    rf"[؟۔।॥։።፧፨။។៕](?<![؟۔।॥։።፧፨။។៕].)[؟۔।॥։።፧፨။។៕]*+{_CLOSING}(?=\s|[^\W\d_])|፡፡{_CLOSING}|[།༎](?<![།༎].)[།༎]*+(?=\s)"
)
_GREEK_QUESTION = re.compile(r"(?<=[\u0370-\u03ff\u1f00-\u1fff\d»”\"])[;\u037e]+[!»”\"’)]*(?=\s)")
_ARMENIAN_COLON = re.compile(r"(?<=[\u0561-\u0587»]):(?=\s+[«]?[\u0531-\u0556])")
_GREEK, _LATIN = re.compile("[\u0370-\u03ff\u1f00-\u1fff]"), re.compile("[A-Za-z]")
_FOREIGN = re.compile("[\u0370-\u1dff\u1f00-\u1fff\u2c80-\u2dff\u3001-\ua71f\ua840-\ufaff\uff01-\uff9f]")
_OPENING = re.compile(r"\s+[“\"«‘'](?=[A-Z\u00c0-\u00de])(?P<speech>[^”\"»’]{0,60}(?:[.,!?]|\s[^\s”\"»]{1,30}\s))?")
_NOT_LAST = re.compile(r"(?:^|[\s(“\"])(?:[^\W\d_]|vs|[Nn]os?|al|cf|ca|aka|i\.e|e\.g|a\.k\.a)\.$")
_DOTTED = re.compile(r"\w\.\w+\.$")
_GLUED = re.compile(rf"[.!?…](?<=[^\W\d_]{{2}}.)[.!?…]*{_CLOSING}(?=[\"“«‘]?[^\W\d_])")
_KOREAN_GLUED = re.compile(rf"(?<=[가-힣][다요죠])[.!?]{_CLOSING}(?=[가-힣])")
"""A Korean verb's end and a stop, with a word behind it that no space parts off."""
_NEAR = 80
_OPENERS = '"“«‘'
_TLD = wordlist("com org net gov edu info biz io co uk us ca au de fr ru ua eu tv me ly ai app dev news press js py")
_ADDRESS = re.compile(r"://|www\.|@|\w/\w", re.IGNORECASE)
# Titles that a name follows: no sentence ends here, whatever the case of the next word.
_TITLES = re.compile(
    r"(?:^|[\s(“\"])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cmdr|Sgt|Sen|Rep|Gov|Rev|Hon|St|Messrs|Adm|Brig|Mme|Mmes|Mlle|Dra|Sra|Srta|Msgr|Mgr|Supt|Insp|Dott|Avv)\.\s*$"
)
_INITIALS = re.compile(r"(?:^|\s)(?:[^\W\d_]\.\s?){1,3}$")


def sentence_spans(text: str) -> list[Span]:
    """Sentences of `text` in order, without white space at their ends; no sentence crosses a line end.

    Together they cover every character that is not white space. Sentences glued by a lost space ("difference.South") are
    parted; abbreviations, initials, domain names and addresses are not; nor are grapheme clusters.
    """
    spans: list[Span] = []
    languages = LineLanguages(text)
    position = 0
    for line in text.split("\n"):
        spans.extend(_in_line(line, position, languages))
        position += len(line) + 1
    return spans


def _in_line(line: str, offset: int, languages: LineLanguages) -> Iterator[Span]:
    if not line.strip():
        return
    cuts = sorted({_settled(line, cut) for cut in (*_stop_cuts(line, languages), *_own_cuts(line))})
    whole = unbroken(line)
    if whole:
        cuts = [cut for cut in cuts if not _inside(whole, cut)]
    for start, end in zip([0, *cuts], [*cuts, len(line)], strict=True):
        span = trimmed(line, start, end)
        if span.start < span.end:
            yield Span(offset + span.start, offset + span.end)


def _inside(spans: list[Span], cut: int) -> bool:
    """Whether `cut` falls into one of the ordered `spans`, or at its end."""
    at = bisect_left(spans, cut, key=lambda span: span.start) - 1
    return at >= 0 and cut <= spans[at].end


def _past_spaces(line: str, at: int) -> int:
    while at < len(line) and line[at].isspace():
        at += 1
    return at


def _stop_cuts(line: str, languages: LineLanguages) -> list[int]:
    """Cuts after full stops, question and exclamation marks: nupunkt's where the words are English, else by `stops`."""
    stops = list(STOP.finditer(line.rstrip()))
    foreign = not line.isascii() and _FOREIGN.search(line) is not None
    if not stops:
        return [] if foreign else list(_punkt_cuts(line))
    tongue = (languages.of(line) or UNKNOWN) if _LATIN.search(line) else UNKNOWN
    if tongue == "en" and not foreign:
        return [*_punkt_cuts(line), *_before_quotations(line, stops)]
    return list(_mixed_cuts(line, stops, tongue))


def _mixed_cuts(line: str, stops: list[re.Match[str]], tongue: str) -> Iterator[int]:
    """Cuts of a line that is not English, or not all in Latin letters."""
    english: set[int] = set()
    if tongue in ("en", UNKNOWN):
        english = {_past_spaces(line, cut) for cut in (*_punkt_cuts(line), *_before_quotations(line, stops))}
    begin = 0
    for found in stops:
        after = _past_spaces(line, found.end())
        script = _script_around(line, found.start(), after)
        ends = script != "latin" or tongue not in ("en", UNKNOWN) or after in english
        if ends and (script != "latin" or tongue != "en"):
            ends = ends_sentence(line, found, begin, script, tongue if script == "latin" else script)
        if ends:
            begin = after
            yield found.end()


def _before_quotations(line: str, stops: list[re.Match[str]]) -> Iterator[int]:
    """Cuts between a full stop and the opening mark of a quotation that begins with a capital letter, which nupunkt may leave whole."""
    for found in stops:
        opening = _OPENING.match(line, found.end())
        if not opening or found.group()[-1] in _CLOSERS or found.group().startswith(("..", "…")):
            continue
        before = line[max(0, found.start() - 12) : found.start() + 1]
        if _TITLES.search(before) or _NOT_LAST.search(before) or (_DOTTED.search(before) and not opening["speech"]):
            continue
        yield found.end()


def _script_around(line: str, at: int, after: int) -> str:
    """The script of the last letter before a stop; if it is Latin or there is none, that of the next letter."""
    back = next((script_of(c) for c in reversed(line[max(0, at - _NEAR) : at]) if c.isalpha()), "latin")
    return back if back != "latin" else next((script_of(c) for c in line[after : after + _NEAR] if c.isalpha()), "latin")


def _punkt_cuts(line: str) -> Iterator[int]:
    for start, end in nupunkt.sent_spans(line)[:-1]:
        piece = line[start:end]
        if not _TITLES.search(piece[-12:]) and not _ends_in_initials(piece, line[end : end + 1]):
            yield end


def _ends_in_initials(piece: str, following: str) -> bool:
    """Whether `piece` ends in "J." or "J. R." with a name to come; "the U.S." before a capital may end a sentence."""
    return bool(_INITIALS.search(piece[-10:])) and following.isupper() and not re.search(r"\w\.\w\.\s*$", piece[-8:])


def _own_cuts(line: str) -> Iterator[int]:
    if not line.isascii() and _FOREIGN.search(line):
        yield from _script_cuts(line)
    for found in _GLUED.finditer(line):
        if _is_glue(line, found):
            yield found.end()


def _script_cuts(line: str) -> Iterator[int]:
    """Cuts after the marks of other scripts than Latin."""
    for pattern in (_EAST_ASIAN_END, _SPACED_END, _ARMENIAN_COLON, _KOREAN_GLUED):
        yield from (found.end() for found in pattern.finditer(line))
    if _GREEK.search(line) and len(_GREEK.findall(line)) > len(_LATIN.findall(line)):
        yield from (found.end() for found in _GREEK_QUESTION.finditer(line) if not begins_small(line, found.end()))


def _is_glue(line: str, stop: re.Match[str]) -> bool:
    """Whether "word.Word" is two sentences: small letters before, a capitalised word after, and no address around."""
    before, at = line[max(0, stop.start() - 2) : stop.start()], stop.end()
    if line[at] in _OPENERS:
        at += 1
    word = _letters(line, at)
    if not (before.islower() and word[:1].isupper() and (word[1:].islower() or word in ("I", "A"))):
        return False
    left = line.rfind(" ", max(0, stop.start() - 80), stop.start()) + 1
    right = line.find(" ", stop.end(), stop.end() + 80)
    token = line[left : right if right >= 0 else stop.end() + 80]
    return word.lower() not in _TLD and not _ADDRESS.search(token)


def _letters(line: str, start: int) -> str:
    end = start
    while end < len(line) and end - start < 40 and line[end].isalpha():
        end += 1
    return line[start:end]


def _settled(line: str, cut: int) -> int:
    """`cut` moved right to the end of the grapheme cluster it falls into (Unicode UAX #29, the joins that occur in news)."""
    while inside_letter(line, cut):
        cut += 1
    return cut
