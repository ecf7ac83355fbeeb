"""Letters as a person sees them: where a text must not be cut (Unicode UAX #29, the joins that occur in news)."""

from __future__ import annotations

import unicodedata


def inside_letter(text: str, position: int) -> bool:
    """Whether a cut at `position` would part an accent, a joined emoji, a flag or a Korean syllable."""
    return 0 < position < len(text) and _joined(text[position - 1], text[position])


def _joined(left: str, right: str) -> bool:
    if left == "\n" or (left.isascii() and right.isascii()):
        return False
    if left == "\u200d" or right in "\u200c\u200d" or unicodedata.category(right).startswith("M"):
        return True
    code, before = ord(right), ord(left)
    if 0x1F3FB <= code <= 0x1F3FF or 0xE0020 <= code <= 0xE007F:
        return True
    regional = 0x1F1E6 <= code <= 0x1F1FF and 0x1F1E6 <= before <= 0x1F1FF
    jamo = 0x1160 <= code <= 0x11FF and (0x1100 <= before <= 0x11FF or 0xAC00 <= before <= 0xD7A3)
    return regional or jamo
