"""Where a passage stands, in the words of a citation: page and line where the document has pages, paragraph or line where it has none."""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

PLAIN = frozenset({"text/plain", "text/markdown", "application/x-subrip", "text/vtt"})
"""Media types whose lines are lines of the file; a line of any other document is one of its paragraphs."""


@dataclass(frozen=True)
class Layout:
    """The pages of a document, each as the lengths in code points of its lines as they follow each other in the reading text: where one
    line ends the next begins, so white space belongs to the line before it. No pages: the document has none."""

    pages: tuple[tuple[int, ...], ...] = ()

    @cached_property
    def _ends(self) -> tuple[list[int], list[int]]:
        """Where each line ends, and how many lines there are up to the end of each page."""
        ends = list(accumulate(length for page in self.pages for length in page))
        return ends, list(accumulate(len(page) for page in self.pages))

    def place(self, position: int) -> tuple[int, int]:
        """The page and the line on it, from 1, of a code point; what lies behind the last line counts as on it. Raises ValueError
        where there are no pages."""
        ends, lines = self._ends
        if not ends:
            raise ValueError("the document has no pages")
        line = min(bisect_right(ends, position), len(ends) - 1)
        page = bisect_right(lines, line)
        return page + 1, line - (lines[page - 1] if page else 0) + 1

    @property
    def size(self) -> int:
        """How many code points its lines have together: all of the reading text."""
        return sum(length for page in self.pages for length in page)

    def dumped(self) -> str:
        """As it is kept: empty for none, else JSON."""
        return json.dumps(self.pages, separators=(",", ":")) if self.pages else ""


NO_PAGES = Layout()


@lru_cache(maxsize=256)
def layout_of(kept: str) -> Layout:
    """The layout in what was kept. Raises ValueError for what is none."""
    pages = json.loads(kept) if kept else []
    if not isinstance(pages, list) or not all(isinstance(page, list) and all(type(n) is int and n >= 0 for n in page) for page in pages):
        raise ValueError("“layout” is no list of pages")
    return Layout(tuple(tuple(page) for page in pages))


def place_of(text: str, position: int, media_type: str, layout: Layout) -> str:
    """ "p. 3, l. 12" where the document has pages; else "l. 12" for a file of lines and "para. 12" for other documents, whose paragraphs
    are the lines of the reading text that are not blank."""
    if layout.pages:
        page, line = layout.place(position)
        return f"p. {page}, l. {line}"
    if media_type in PLAIN:
        return f"l. {text.count(chr(10), 0, position) + 1}"
    end = text.find("\n", position)
    before = text[: end if end >= 0 else len(text)]
    return f"para. {sum(1 for line in before.split(chr(10)) if line.strip())}"
