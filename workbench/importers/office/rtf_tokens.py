"""The tokens of a rich text file: braces, control words with their numbers, escaped bytes and text."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?[0-9]{1,10})? ?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])|(?P<brace>[{}])"
    rb"|(?P<text>[^\\{}\r\n\x00]+)|[\r\n\x00]+|\\",
    re.DOTALL,
)
OPEN, CLOSE, WORD, BYTES, SIGN = "{", "}", "word", "bytes", "sign"

Token = tuple[str, bytes, int | None, int]
"""What kind it is; its letters, or bytes of text; the number behind a control word; where it ends."""


def tokens(data: bytes, at: int = 0) -> Iterator[Token]:
    """Every token from a place on, in order. What \\bin announces as raw bytes is passed over."""
    while match := _TOKEN.match(data, at):
        at = match.end()
        kind = match.lastgroup
        if kind == "text":
            yield BYTES, match["text"], None, at
        elif kind in ("word", "number"):
            number = int(match["number"]) if match["number"] else None
            if match["word"] == b"bin" and number:
                at += max(0, number)
            else:
                yield WORD, match["word"], number, at
        elif kind == "byte":
            yield BYTES, bytes((int(match["byte"], 16),)), None, at
        elif kind == "brace":
            yield (OPEN if match["brace"] == b"{" else CLOSE), b"", None, at
        elif kind == "sign":
            yield SIGN, match["sign"], None, at
