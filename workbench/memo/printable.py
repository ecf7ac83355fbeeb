"""Texts made fit for setting: what cannot be seen is made visible, so that nothing in a quotation can act on the page.

Control characters, bidirectional embeddings, overrides and isolates (Unicode TR 9), private and non-characters print as
[U+202E]. White space is set as one space. Nothing else changes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

_SPACE = re.compile(r"[ \t\n\r\f\v\u0085\u2028\u2029]+")
_HIDDEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff"  # control (Cc), surrogate (Cs) and private (Co) characters
    r"\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"  # separators, what turns a text round, marks, tags
    r"\ufdd0-\ufdef" + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17)) + "]"  # non-characters
)
_LONG_WORD = re.compile(r"[!-~\u00a1-\u024f\ufffd]{41,}")
_HASH = re.compile(r"[0-9a-f]{64}")
_BREAK = "\u200b"
LEADS_TO = "url"
"""What a link leads to is not set: a place to break in it would lead elsewhere. Whoever fills it lets nothing unseen in."""
_FSI, _PDI = "\u2068", "\u2069"


def visible(text: str) -> str:
    """The text on one line, with everything invisible that could act on the page written out."""
    return _HIDDEN.sub(lambda found: f"[U+{ord(found.group()):04X}]", _SPACE.sub(" ", text))


def breakable(text: str) -> str:
    """Places to break put into words of more than 40 characters (addresses, junk); SHA-256 sums stay whole, to be copied."""
    return _LONG_WORD.sub(lambda found: found.group() if _HASH.fullmatch(found.group()) else _split(found.group()), text)


def _split(word: str) -> str:
    return _BREAK.join(word[i : i + 12] for i in range(0, len(word), 12))


def isolated(text: str) -> str:
    """A text with right-to-left letters put between isolates, so that it cannot reorder what stands around it."""
    return f"{_FSI}{text}{_PDI}" if any(unicodedata.bidirectional(c) in ("R", "AL", "AN") for c in text) else text


def settable(value: Any, missing: frozenset[str] = frozenset()) -> Any:
    """A JSON-able value with every text in it made fit for setting; characters in `missing` become □."""
    if isinstance(value, str):
        text = visible(value)
        if missing:
            text = "".join("□" if c in missing else c for c in text)
        return isolated(breakable(text))
    if isinstance(value, Mapping):
        return {key: inner if key == LEADS_TO else settable(inner, missing) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [settable(inner, missing) for inner in value]
    return value


def characters(value: Any) -> frozenset[str]:
    """Every character that the value's texts will set."""
    if isinstance(value, str):
        return frozenset(value)
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else ()
    return frozenset().union(*(characters(item) for item in inner))
