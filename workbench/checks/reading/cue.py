"""A cue: the words that tell that somebody says, thinks or wants something, with the speaker beside them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from workbench.checks.reading.speaker import Sort, Speaker


class Way(Enum):
    """How a cue joins its speaker to what is said."""

    VERB = "verb"
    VIEW = "view"
    SAME = "same"
    """A verb whose speaker is that of the sentence: "and added", ", adding"."""
    INVERTED = "inverted"
    SOURCE = "source"
    """Words before or behind a source: according to."""
    CLAUSE = "clause"
    """A clause that only names the speaker: as the minister said."""
    NOUN = "noun"
    COLON = "colon"
    PASSIVE = "passive"


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens [first, last) that say so; `first` and `last` take in the speaker too where he stands beside them: [left, right)."""

    way: Way
    first: int
    last: int
    left: int
    right: int
    speaker: Speaker | None

    @property
    def relative(self) -> bool:
        return self.speaker is not None and self.speaker.sort is Sort.RELATIVE


def with_speaker(cue: Cue, speaker: Speaker | None) -> Cue:
    """The cue with the speaker of the sentence."""
    return replace(cue, speaker=speaker)
