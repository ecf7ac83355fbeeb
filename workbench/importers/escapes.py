"""Encodings of East Asia that are plain ASCII but for escapes: ISO-2022-JP, ISO-2022-KR and HZ. To a reader of UTF-8 they look valid."""

from __future__ import annotations

import re

_JAPANESE = re.compile(rb"\x1b\$(?:[@B]|\([DOPQ])|\x1b\([IJ]")
_KOREAN = re.compile(rb"\x1b\$\)C")
_HZ = re.compile(rb"~\{(?:[!-w][!-~])+~\}")
_CODECS: tuple[tuple[re.Pattern[bytes], tuple[str, ...]], ...] = (
    (_KOREAN, ("iso2022_kr",)),
    (_JAPANESE, ("iso2022_jp", "iso2022_jp_ext", "iso2022_jp_2", "iso2022_jp_2004")),
)
_SPOKEN = {"iso2022_kr": "ISO-2022-KR", "hz": "HZ"}


def by_escapes(data: bytes) -> tuple[str, str, str] | None:
    """The text, the codec and in words how it was found, where `data` is 7-bit text with the escapes of one of them; else None."""
    if (b"\x1b$" not in data and b"\x1b(" not in data and b"~{" not in data) or not data.isascii():
        return None
    for escapes, codecs in _CODECS:
        if escapes.search(data):
            return _first(data, codecs) or _damaged(data, codecs[0])
    return _first(data, ("hz",)) if _HZ.search(data) and _all_paired(data) else None


def _first(data: bytes, codecs: tuple[str, ...]) -> tuple[str, str, str] | None:
    """By the first of the codecs that reads all of it."""
    for codec in codecs:
        text = data.decode(codec, errors="replace")
        if "\ufffd" not in text:
            return text, codec, f"the escapes of {_SPOKEN.get(codec, 'ISO-2022-JP')}"
    return None


def _damaged(data: bytes, codec: str) -> tuple[str, str, str] | None:
    """With marks for what cannot be read; None where hardly anything can, as when a terminal's colours were taken for escapes."""
    text = data.decode(codec, errors="replace")
    if text.count("\ufffd") > max(3, len(text) // 50):
        return None
    return text, codec, f"the escapes of {_SPOKEN.get(codec, 'ISO-2022-JP')}"


def _all_paired(data: bytes) -> bool:
    """Whether every HZ shift is a whole one: "~{" in a programme or a chat is none."""
    return b"~{" not in _HZ.sub(b"", data)
