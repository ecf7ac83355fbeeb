"""Documents on their way into the index, in portions that fit in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sized

from workbench.search.building import SegmentBuilder
from workbench.search.documents import KINDS, IndexDocument
from workbench.search.engine import Progress

SEGMENT_WORDS = 2_500_000
"""Words taken in before they are written as a segment of their own."""


class Cancelled(Exception):
    """The caller does not want the rest."""


class Batch:
    """Documents on their way in, as segments of bearable size. Complete when `segments` is exhausted."""

    def __init__(
        self,
        documents: Iterable[IndexDocument],
        deleted: Iterable[tuple[str, int]],
        progress: Progress | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self.replaced = set(deleted)
        self.repeated: dict[int, set[int]] = {}
        self.segments = self._segments(documents, progress or (lambda done, of: None), cancelled or (lambda: False))

    def _segments(self, documents: Iterable[IndexDocument], progress: Progress, cancelled: Callable[[], bool]) -> Iterator[SegmentBuilder]:
        """Segments of the documents; one that comes a second time takes the place of the first."""
        of = len(documents) if isinstance(documents, Sized) else 0
        seen: dict[tuple[str, int], tuple[int, int]] = {}
        builder, place = SegmentBuilder(), 0
        for done, document in enumerate(documents, 1):
            if cancelled():
                raise Cancelled
            key = (document.kind, document.id)
            if key in seen:
                before, number = seen[key]
                self.repeated.setdefault(before, set()).add(number)
            seen[key] = (place, builder.count)
            builder.add(KINDS.index(document.kind), document)
            self.replaced.add(key)
            progress(done, of)
            if builder.size > SEGMENT_WORDS:
                yield builder
                builder, place = SegmentBuilder(), place + 1
        if builder.count:
            yield builder
