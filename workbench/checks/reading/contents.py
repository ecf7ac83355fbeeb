"""Who says what in one sentence: each cue with the words that it tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from workbench.checks.attribution_words import AGENCIES
from workbench.checks.reading.ahead import Ahead
from workbench.checks.reading.cue import Cue, Way, with_speaker
from workbench.checks.reading.speaker import Speaker

MOST = 80
"""Cues of one sentence that are looked at: no prose has more."""
_AGENCY = re.compile(rf"(?:the )?(?:{AGENCIES})(?: news agency)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Saying:
    """A cue with the tokens [first, last) of each part of what is said."""

    cue: Cue
    parts: tuple[tuple[int, int], ...]
    inner: bool = False
    """Whether it is told within another saying of the sentence."""
    via: str = ""
    """The agency that the sentence names besides the speaker."""


class Contents(Ahead):
    """Reads the sayings of one sentence."""

    def sayings(self) -> list[Saying]:
        """Who says what in the sentence: the outermost only, those told of first that stand behind what is said."""
        found = list(islice(self.cues.all(), MOST))
        outer = [(c, p) for c in found if (p := self._behind(c))]
        agencies = [c for c, _ in outer if c.way is Way.SOURCE and c.speaker is not None and _AGENCY.fullmatch(c.speaker.who)]
        within = [c for c, p in outer if c.way in (Way.VERB, Way.INVERTED)] + [c for c in found if c.way in (Way.VERB, Way.SAME)]
        via = agencies[0].speaker.who if agencies and agencies[0].speaker and within else ""
        if via:
            outer, found = [(c, p) for c, p in outer if c not in agencies], [c for c in found if c not in agencies]
        sources = [part for c, parts in outer if c.way in (Way.SOURCE, Way.CLAUSE) for part in parts]
        outer = [(c, p) for c, p in outer if c.way in (Way.SOURCE, Way.CLAUSE) or not any(a <= c.first < b for a, b in sources)]
        taken: list[tuple[int, int]] = [part for _, parts in outer for part in parts]
        done = {id(c) for c, _ in outer}
        sayings = [Saying(c, tuple(parts)) for c, parts in outer]
        speaker: Speaker | None = None
        if found and found[0].way is Way.COLON and len(found) > 1 and not self.tokens[found[0].last : found[0].last + 1][0].is_quotation:
            found = found[1:]
        inner: list[Saying] = []
        for n, cue in enumerate(found):
            around = next(((a, b) for a, b in taken if a <= cue.first < b), None)
            if around is not None:
                inner += self._inner(cue, found[n + 1 :], around)
                continue
            if id(cue) in done:
                speaker = cue.speaker or speaker
                continue
            told = cue if cue.way is not Way.SAME else with_speaker(cue, self._same(cue, speaker, found[n + 1 :]))
            if told.speaker is None and told.way not in (Way.PASSIVE, Way.NOUN):
                continue
            part = self._ahead(told, found[n + 1 :], taken)
            if part is None:
                continue
            if told.speaker is not None and told.way not in (Way.NOUN, Way.PASSIVE) and not (told.relative or self._subordinate(told)):
                speaker = told.speaker
            taken.append(part)
            sayings.append(Saying(told, (part,)))
        return sorted((replace(s, via=via) for s in (*sayings, *inner)), key=lambda s: s.cue.first)

    def _inner(self, cue: Cue, later: Sequence[Cue], around: tuple[int, int]) -> Iterator[Saying]:
        """A saying with a quotation within what another tells: Olin said that Brandt had called it “a fraud”."""
        if cue.way is Way.SAME:
            cue = with_speaker(cue, self.cues.subject())
        if cue.speaker is None or cue.way in (Way.COLON, Way.NOUN, Way.CLAUSE):
            return
        parts = self._behind(cue) or ([part] if (part := self._ahead(cue, later, ())) else [])
        kept = [(max(a, around[0]), min(b, around[1])) for a, b in parts]
        kept = [(a, b) for a, b in kept if a < b and any(t.is_quotation for t in self.tokens[a:b]) and (a, b) != around]
        if kept:
            yield Saying(cue, tuple(kept), inner=True)

    def _same(self, cue: Cue, speaker: Speaker | None, later: Sequence[Cue]) -> Speaker | None:
        """The speaker of a verb without one of its own: the one of the sentence so far, or whom it opens with."""
        if cue.left == 0 and self.tokens[cue.first].low in self.speech.participles:
            return self.cues.subject()
        return speaker or self.cues.subject()
