"""The writing system of a letter, as far as it tells how sentences end in it."""

from __future__ import annotations

from bisect import bisect_right

_STARTS: tuple[tuple[int, str], ...] = (
    (0x0000, "latin"), (0x0370, "greek"), (0x0400, "cyrillic"), (0x0530, "armenian"), (0x0590, "hebrew"), (0x0600, "arabic"),
    (0x0900, "indic"), (0x0E00, "unspaced"), (0x10A0, "georgian"), (0x1100, "hangul"), (0x1200, "ethiopic"), (0x1380, "other"),
    (0x1780, "unspaced"), (0x1800, "other"), (0x1C90, "georgian"), (0x1CC0, "other"), (0x1E00, "latin"), (0x1F00, "greek"),
    (0x2000, "other"), (0x2C60, "latin"), (0x2C80, "other"), (0x2D00, "georgian"), (0x2D30, "other"), (0x2DE0, "cyrillic"),
    (0x2E00, "other"), (0x3040, "east asian"), (0x3130, "hangul"), (0x3190, "east asian"), (0xA640, "cyrillic"), (0xA6A0, "other"),
    (0xA720, "latin"), (0xA800, "other"), (0xA960, "hangul"), (0xA980, "other"), (0xAC00, "hangul"), (0xD800, "other"),
    (0xF900, "east asian"), (0xFB00, "latin"), (0xFB13, "armenian"), (0xFB1D, "hebrew"), (0xFB50, "arabic"), (0xFE00, "other"),
    (0xFE70, "arabic"), (0xFF00, "latin"), (0xFF66, "east asian"), (0xFFA0, "hangul"), (0xFFE0, "other"), (0x20000, "east asian"),
    (0x40000, "other"),
)  # fmt: skip
_CODES = [code for code, _ in _STARTS]


def script_of(letter: str) -> str:
    """The script of one letter. "unspaced": Thai, Lao, Tibetan, Burmese, Khmer, which never end a sentence in a full stop."""
    return _STARTS[bisect_right(_CODES, ord(letter)) - 1][1]
