"""UTF-16 and UTF-32 that begin without a byte order mark, known by where their bytes repeat."""

from __future__ import annotations

from collections import Counter

_SAMPLE = 32_768
# The first byte of a character in UTF-16: Latin, Greek, Cyrillic, Hebrew, Arabic, Devanagari, Thai.
_ALPHABETS = frozenset({0x00, 0x03, 0x04, 0x05, 0x06, 0x09, 0x0E})


def unmarked_unicode(data: bytes) -> tuple[str, str, str] | None:
    """The text, the codec and in words how it was found; None for everything else. What cannot be read shows as U+FFFD."""
    if 0 not in data[:_SAMPLE]:
        return None
    return _utf32(data) or _utf16(data)


def _utf32(data: bytes) -> tuple[str, str, str] | None:
    """Every four bytes are a character, which in other data they hardly ever are."""
    if len(data) < 16 or len(data) % 4:
        return None
    for codec in ("utf-32-le", "utf-32-be"):
        text = data.decode(codec, errors="replace")
        if "\ufffd" not in text and text.count("\0") <= len(text) // 100:
            return text, codec, "every four bytes are a character, as in UTF-32 without a mark"
    return None


def _utf16(data: bytes) -> tuple[str, str, str] | None:
    """In text of one alphabet nearly every second byte is the alphabet's number, or the NUL of spaces; the others hardly ever."""
    sample = data[: _SAMPLE & ~1]
    half = len(sample) // 2
    if half < 8 or len(data) % 2:
        return None
    for high, low, codec in ((sample[1::2], sample[0::2], "utf-16-le"), (sample[0::2], sample[1::2], "utf-16-be")):
        alphabet, many = Counter(high).most_common(1)[0]
        both = many if alphabet == 0 else many + high.count(0)
        if alphabet in _ALPHABETS and many > 0.6 * half and both > 0.7 * half and low.count(alphabet) < many / 8:
            number = "NUL" if alphabet == 0 else f"{alphabet:02X}"
            return data.decode(codec, errors="replace"), codec, f"every second byte is {number}, as in UTF-16 without a mark"
    return None
