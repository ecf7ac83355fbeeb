"""Where sentences begin and end: the unit that zones, marks and "nobody has looked at this yet" count in."""

from __future__ import annotations

import re
from collections.abc import Iterator

import nupunkt

from workbench.domain.anchors import trimmed
from workbench.domain.letters import inside_letter
from workbench.domain.spans import Span
from workbench.importers.wordlist import wordlist

_CLOSERS = "\"'”’»)]）」』】》〉"
_EAST_ASIAN_END = re.compile(rf"[。！？｡]+[{re.escape(_CLOSERS)}]*")
_SPACED_END = re.compile(rf"[؟۔।॥]+[{re.escape(_CLOSERS)}]*(?=\s|[^\W\d_])")
_GLUED = re.compile(rf"(?<=[^\W\d_]{{2}})[.!?…]+[{re.escape(_CLOSERS)}]*(?=[\"“«‘]?[^\W\d_])")
_OPENERS = '"“«‘'
_TLD = wordlist("com org net gov edu info biz io co uk us ca au de fr ru ua eu tv me ly ai app dev news press js py")
_ADDRESS = re.compile(r"://|www\.|@|\w/\w", re.IGNORECASE)
# Titles that a name follows: no sentence ends here, whatever the case of the next word.
_TITLES = re.compile(r"(?:^|[\s(“\"])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cmdr|Sgt|Sen|Rep|Gov|Rev|Hon|St|Messrs|Adm|Brig)\.\s*$")
_INITIALS = re.compile(r"(?:^|\s)(?:[^\W\d_]\.\s?){1,3}$")


def sentence_spans(text: str) -> list[Span]:
    """Sentences of `text` in order, without white space at their ends; no sentence crosses a line end.

    Together they cover every character that is not white space. Sentences glued by a lost space ("difference.South") are
    parted; abbreviations, initials, domain names and addresses are not; nor are grapheme clusters.
    """
    spans: list[Span] = []
    position = 0
    for line in text.split("\n"):
        spans.extend(_in_line(line, position))
        position += len(line) + 1
    return spans


def _in_line(line: str, offset: int) -> Iterator[Span]:
    if not line.strip():
        return
    cuts = sorted({_settled(line, cut) for cut in (*_punkt_cuts(line), *_own_cuts(line))})
    for start, end in zip([0, *cuts], [*cuts, len(line)], strict=True):
        span = trimmed(line, start, end)
        if span.start < span.end:
            yield Span(offset + span.start, offset + span.end)


def _punkt_cuts(line: str) -> Iterator[int]:
    for start, end in nupunkt.sent_spans(line)[:-1]:
        piece = line[start:end]
        if not _TITLES.search(piece[-12:]) and not _ends_in_initials(piece, line[end : end + 1]):
            yield end


def _ends_in_initials(piece: str, following: str) -> bool:
    """Whether `piece` ends in "J." or "J. R." with a name to come; "the U.S." before a capital may end a sentence."""
    return bool(_INITIALS.search(piece[-10:])) and following.isupper() and not re.search(r"\w\.\w\.\s*$", piece[-8:])


def _own_cuts(line: str) -> Iterator[int]:
    for found in _EAST_ASIAN_END.finditer(line):
        yield found.end()
    for found in _SPACED_END.finditer(line):
        yield found.end()
    for found in _GLUED.finditer(line):
        if _is_glue(line, found):
            yield found.end()


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
