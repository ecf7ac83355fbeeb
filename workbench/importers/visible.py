"""How much of a page's visible text its parser saw: what a parser drops must be said."""

from __future__ import annotations

import re

_UNSEEN = re.compile(
    r"<(script|style|noscript|template|svg|select|textarea)\b[^<>]*>.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"<[^<>]*>")
_LITTLE = 400
_PARSER_SHARE = 0.7


def _length(text: str) -> int:
    """Code points without white space."""
    return sum(len(word) for word in text.split())


def source_length(source: str) -> int:
    """Visible code points by the source alone, tags and scripts taken out: a measure that owes nothing to the parser."""
    start = re.search(r"<body\b", source, re.IGNORECASE)
    return _length(_TAG.sub(" ", _UNSEEN.sub(" ", source[start.start() if start else 0 :])))


def loss_warnings(source: str, text: str) -> tuple[str, ...]:
    """A warning for words of the source that the parser lost."""
    visible, seen = source_length(source), _length(text)
    if visible > _LITTLE and seen < _PARSER_SHARE * visible:
        return (f"The page is damaged or nested too deeply: about {visible - seen:,} of {visible:,} characters could not be read.",)
    return ()
