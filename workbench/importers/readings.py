"""How often a format's reader has come to make another text of the same bytes, and whether an article was read before that."""

from __future__ import annotations

import re

from workbench.domain.entities import Article

READINGS = {"text/html": 2}
"""By media type the number of its reading, 1 where none stands here. One more each time that the reader gives another text; a web
archive ("application/warc") and feeds read pages, and count on with them."""
READINGS["multipart/related"] = READINGS["text/html"]  # the same reader
OLDER = "Read by an older reader; “Read this article again” (Ctrl+K) makes its text anew."
_READER = re.compile(r"workbench \S+ [A-Za-z ]*?(?: (\d+))?(?: with .+)?")


def numbered(kind: str, media_type: str) -> str:
    """What a reader calls itself: the kind of document, and which reading of it this is after the first."""
    number = READINGS.get(media_type, 1)
    return kind if number == 1 else f"{kind} {number}"


def is_older(article: Article) -> bool:
    """Whether today's reader may make another text of an article than the one that read it."""
    found = _READER.fullmatch(article.reader)
    return found is not None and int(found[1] or 1) < READINGS.get(article.media_type, 1)


def remarks(article: Article) -> tuple[str, ...]:
    """What is to be known of how an article was read: what its reader warned of, and that there is another reader now."""
    return (*article.warnings, *([OLDER] if is_older(article) else []))
