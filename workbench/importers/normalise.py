"""The one edit that a reading text ever gets: line ends, NUL, a leading byte order mark and lone surrogates."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029\u0085\u000b\u000c]")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
REPLACEMENT = "\ufffd"


def normalised(text: str) -> str:
    """The reading text for decoded text.

    CRLF, CR, U+2028, U+2029, U+0085, VT and FF become "\\n"; NUL and lone surrogates become U+FFFD; one leading
    byte order mark is dropped. Everything else stays, no-break spaces and bidirectional controls included, because
    every offset of the case counts code points of this text. Applying it twice changes nothing more, unless the text
    begins with two byte order marks.
    """
    return _UNSTORABLE.sub(REPLACEMENT, _LINE_ENDS.sub("\n", text.removeprefix("\ufeff")))
