"""Which scripts of a text no font of this machine can show, so that a row of boxes is never left without a word about it.

Asked once a script and face, outside painting: Qt lays out a letter or two with all its fallbacks and number 0 means "no glyph".
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QTextLayout

_Of = QFontDatabase.WritingSystem
SHAPED = frozenset(
    {
        _Of.Devanagari, _Of.Bengali, _Of.Gurmukhi, _Of.Gujarati, _Of.Oriya, _Of.Tamil, _Of.Telugu, _Of.Kannada, _Of.Malayalam, _Of.Sinhala,
        _Of.Tibetan, _Of.Myanmar, _Of.Khmer, _Of.Lao,
    }
)  # fmt: skip
"""Scripts that a font must have tables for."""
SAMPLED = 2  # letters a script that are asked for
KNOWN = "\u024f"
"""Up to here letters are Latin, which the desk's own faces have."""
FONTS = {
    "Hangul": ("Korean", "Noto Sans CJK KR"), "Cjk": ("Chinese characters", "Noto Sans CJK SC"),
    "Hiragana": ("Japanese", "Noto Sans CJK JP"), "Katakana": ("Japanese", "Noto Sans CJK JP"), "Emoji": ("emoji", "Noto Color Emoji"),
    "Devanagari": ("Hindi and other languages in Devanagari", "Noto Sans Devanagari"), "Bengali": ("Bengali", "Noto Sans Bengali"),
    "Tamil": ("Tamil", "Noto Sans Tamil"), "Telugu": ("Telugu", "Noto Sans Telugu"), "Sinhala": ("Sinhala", "Noto Sans Sinhala"),
    "Khmer": ("Khmer", "Noto Sans Khmer"), "Gurmukhi": ("Punjabi", "Noto Sans Gurmukhi"), "Ethiopic": ("Amharic", "Noto Sans Ethiopic"),
    "Private": ("private-use characters", ""), "Unknown": ("characters that Unicode does not know", ""),
}  # fmt: skip
"""Name in words and a font that helps, where they are not simply the script's name and "Noto Sans" with it."""


def script_of(character: str) -> str:
    """The script of a letter or picture as its Unicode name begins; "" for what belongs to none (spaces, signs, marks)."""
    category = unicodedata.category(character)
    if category == "Co":
        return "Private"
    if category == "So" and ord(character) >= 0x1F000:
        return "Emoji"
    if category[0] != "L" or character <= KNOWN:
        return ""
    return unicodedata.name(character, "unknown").split(" ", 1)[0].split("-", 1)[0].capitalize()


def samples(text: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """A letter or two of each script in a text, by script."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for character in sorted(set(text)):
        script = script_of(character) if character > KNOWN else ""
        if script and len(found[script]) < SAMPLED:
            found[script].append(character)
    return {script: tuple(letters) for script, letters in found.items()}


@cache
def can_show(letters: tuple[str, ...], family: str) -> bool:
    """Whether the face, with all that Qt falls back to, has a glyph for every one of the letters. Where no font says that it has a script
    whose letters must be shaped (Hindi, Khmer), Qt draws boxes and gives them numbers as if they were glyphs: there the fonts are asked."""
    system = getattr(QFontDatabase.WritingSystem, script_of(letters[0]), None)
    if system in SHAPED and not QFontDatabase.families(system):
        return False
    layout = QTextLayout("".join(letters), QFont(family))
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    runs = line.glyphRuns() if line.isValid() else []
    return bool(QFontDatabase.families()) and bool(runs) and all(0 not in run.glyphIndexes() for run in runs)


def missing(text: str, family: str) -> str:
    """What to tell of scripts without a font, in plain words; empty when everything can be shown."""
    lacking = [FONTS.get(s, (s, f"Noto Sans {s}")) for s, letters in samples(text).items() if not can_show(letters, family)]
    if not lacking:
        return ""
    names = " and ".join(dict.fromkeys(name for name, _ in lacking))
    help_ = ", ".join(dict.fromkeys(font for _, font in lacking if font))
    return f"No font here for {names}; boxes stand instead." + (f" Install one, for instance {help_}." if help_ else "")
