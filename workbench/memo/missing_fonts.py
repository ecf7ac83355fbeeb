"""Which scripts of a memo this machine has no font for, so that the desk can say so before anything is printed.

Asked of Typst itself: a page with one of each character is set to PDF/UA, which refuses what no font can show.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable

import typst

from workbench.memo.model import Memo
from workbench.memo.printable import characters, settable

_PROBE = b'#set document(title: "-")\n#set text(font: "Libertinus Serif")\n#for c in json(bytes(sys.inputs.chars)) [#text(c) ]'
_REFUSED = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_SCRIPT = re.compile(
    r"(.+?)[ -](?:UNIFIED|COMPATIBILITY|SMALL|CAPITAL|LETTER|SYLLABLE|SIGN|DIGIT|VOWEL|MARK|IDEOGRAPH|CHARACTER|NUMBER|POINT)"
)
_COMMON = frozenset(map(chr, range(0x20, 0x7F)))


def refused(diagnostic: str) -> frozenset[str]:
    """The characters that a Typst diagnostic says no font can show."""
    found: set[str] = set()
    for text in _REFUSED.findall(diagnostic):
        found.update(_ESCAPE.sub(lambda m: chr(int(m.group(1), 16)) if m.group(1) else m.group(2), text))
    return frozenset(found)


def without_font(wanted: Iterable[str], *, system_fonts: bool = True) -> frozenset[str]:
    """Those of the characters that neither Typst's own fonts nor (if asked) the system's can show."""
    chars = sorted(frozenset(wanted) - _COMMON)
    if not chars:
        return frozenset()
    try:
        typst.compile(
            _PROBE,
            format="pdf",
            pdf_standards=["ua-1"],
            timestamp=0,
            ignore_system_fonts=not system_fonts,
            sys_inputs={"chars": json.dumps(chars)},
        )
    except typst.TypstError as error:
        return refused(error.diagnostic) & frozenset(chars)
    return frozenset()


def script_of(character: str) -> str:
    """The script's name as the names of its letters begin with it: "Hangul", "Old Italic"; what is no letter is a picture or a sign."""
    name, kind = unicodedata.name(character, ""), unicodedata.category(character)
    if not name:
        return "unknown characters"
    if kind[0] in "LMN" and (found := _SCRIPT.match(name)):
        return "Chinese characters" if found[1].startswith("CJK") else found[1].title()
    return "pictures and symbols" if kind == "So" or kind == "Sk" else "rare signs"


def missing_scripts(memo: Memo) -> tuple[str, ...]:
    """The scripts in this memo that this machine has no font for, by name, sorted; empty when all can be shown."""
    return tuple(sorted({script_of(c) for c in without_font(characters(settable(memo.as_json())))}))
