"""A text without some of its lines, and its zones moved to fit: for what is guessed from the lines that speak for the article."""

from __future__ import annotations

from bisect import bisect_right

from workbench.domain.draft import DraftZone


def without(text: str, zones: tuple[DraftZone, ...], others: frozenset[int]) -> tuple[str, tuple[DraftZone, ...]]:
    """The text without the lines that start at the places in `others`, with the zones of what is left."""
    lines: list[str] = []
    starts, ends, gone = [0], [0], [0]  # of the lines that are left out, and how much is gone up to the end of each
    position = 0
    for line in text.split("\n"):
        after = position + len(line) + 1
        if position in others:
            starts.append(position)
            ends.append(after)
            gone.append(gone[-1] + after - position)
        else:
            lines.append(line)
        position = after

    def moved(place: int) -> int:
        at = bisect_right(starts, place) - 1
        return place - gone[at] + max(0, ends[at] - place)

    spans = ((moved(zone.start), moved(zone.end), zone) for zone in zones)
    return "\n".join(lines), tuple(DraftZone(start, end, zone.kind, zone.basis) for start, end, zone in spans if start < end)
