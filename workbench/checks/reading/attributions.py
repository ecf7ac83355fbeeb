"""Who says what in a text: content, speaker, cue and hedge of every saying, quoted or not."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace

from workbench.checks.reading.contents import Contents, Saying
from workbench.checks.reading.continuation import Floor, goes_on_reporting, only_quoted
from workbench.checks.reading.cue import Cue, Way
from workbench.checks.reading.pronouns import Persons
from workbench.checks.reading.quotations import quotation_spans
from workbench.checks.reading.speaker import Sort, Speaker
from workbench.checks.reading.templates import told
from workbench.checks.reading.tokens import Piece, Unit, pieces, units
from workbench.domain.languages.shelf import language as language_of
from workbench.domain.languages.speech import Speech
from workbench.domain.spans import Span
from workbench.domain.vocabulary import OriginBasis


@dataclass(frozen=True, slots=True)
class Attribution:
    """Something that is said in a text. Spans are code points.

    `content` is what is said; `source` the words that name the speaker (a pronoun or description too), `cue` the verb or "according to".
    `who` is the speaker in words: a pronoun is resolved to a name where that is sure, and left as it stands otherwise.
    `basis` is stated where the sentence itself names the speaker, inferred where the name comes from before. `via` is the agency or
    paper through which it came. A quotation that nobody is named for has an empty `who`.
    """

    content: Span
    source: Span | None
    cue: Span | None
    who: str
    verb: str
    hedge: str = ""
    via: str = ""
    basis: OriginBasis = OriginBasis.STATED
    quoted: bool = False
    inner: bool = False
    """Whether it is told within another one: Olin said that Brandt had called it “a fraud”."""
    thought: bool = False
    """Whether it is what somebody thinks, wants or judges, and need not have said."""


def speaker_of(quotation: Span, found: Sequence[Attribution]) -> Attribution | None:
    """Who says a quotation: the innermost that holds most of it and names somebody; None where nobody is named."""
    half = (quotation.end - quotation.start) / 2
    named = [a for a in found if a.who and a.who.casefold() not in _NONE_OTHER]
    holding = [a for a in named if min(a.content.end, quotation.end) - max(a.content.start, quotation.start) > half]
    return min(holding, key=lambda a: (not a.inner, a.content.end - a.content.start), default=None)


def attributions(text: str, sentences: Sequence[Span], language: str, silent: Sequence[Span] = ()) -> tuple[Attribution, ...]:
    """Who says what, in the order of what is said. `silent` are spans that never speak: boilerplate, captions, comments.

    A language that is not known is read for quotation marks alone. What is told within another saying is given where it is quoted, as
    `inner`; else only the outermost is: who tells it to the reader.
    """
    known = language_of(language)
    quotations = pieces(quotation_spans(text, language))
    speech = known.speech if known else Speech()
    read = [
        u
        for u in units(text, sentences, quotations, speech.pronouns, speech.verbs)
        if not any(s.start <= u.span.start < s.end for s in silent)
    ]
    found = list(_Reading(text, read, quotations, speech).all())
    return tuple(sorted(found, key=lambda a: (a.content.start, a.content.end)))


_NONE_OTHER = frozenset(("i", "we", "it", "you"))
"""Words for a speaker that say no more than that somebody speaks."""
MOST = 80
"""Quotations of one sentence that are looked at: no prose has more."""
_WHOLE = 6
"""Words from which a quotation is a saying, and not a name or a word that is only held at a distance."""


def _whole(words: str) -> bool:
    return len(words.split()) >= _WHOLE


class _Reading:
    """One text while it is read, sentence by sentence."""

    def __init__(self, text: str, read: Sequence[Unit], quotations: Sequence[Piece], speech: Speech) -> None:
        self.text, self.units, self.speech = text, read, speech
        self.quotations, self.starts = quotations, [p.start for p in quotations]
        self.persons, self.floor = Persons(read, speech), Floor()
        self.resolved: dict[int, str] = {}
        self.last: Span | None = None
        self.earlier = Floor()

    def all(self) -> Iterator[Attribution]:
        groups: dict[int, Attribution] = {}
        late: list[tuple[Piece, Attribution]] = []
        for unit in self.units:
            self.resolved.clear()
            contents = Contents(unit, self.speech)
            sayings = contents.sayings()
            self.earlier = copy(self.floor)
            said = list(self._told(unit, sayings)) or list(self._by_pattern(unit))
            self.last = unit.span
            low = bisect_left(self.starts, unit.span.start)
            inside = self.quotations[low : min(low + MOST, bisect_left(self.starts, unit.span.end))]
            for piece in inside:
                by = speaker_of(Span(piece.start, piece.end), said)
                if by is not None:
                    groups.setdefault(piece.group, by)
            yield from said
            free = [p for p in inside if not any(a.content.start < p.end and p.start < a.content.end for a in said)]
            for each in self._going_on(unit, contents, free, said, groups):
                held = next((p for p in free if p.start == each.content.start), None)
                if each.who or held is None:
                    yield each
                else:
                    late.append((held, each))
            subject = contents.cues.subject()
            spoke = [(s.cue.speaker, self.resolved.get(id(s.cue.speaker), s.cue.speaker.who)) for s in sayings if s.cue.speaker]
            if subject and not any(spoken.first == subject.first for spoken, _ in spoke):
                spoke.append((subject, self._who(subject, (), unit)[0]))
            self.persons.note(unit, spoke)
        for piece, each in late:
            by = groups.get(piece.group)
            yield replace(each, who=by.who, source=by.source) if by else each

    def _told(self, unit: Unit, sayings: Sequence[Saying]) -> Iterator[Attribution]:
        """The sayings of a sentence as attributions; whoever spoke last has the floor."""
        before: list[str] = []
        for saying in sayings:
            cue, tokens = saying.cue, unit.tokens
            speaker = cue.speaker
            who, basis = self._who(speaker, before, unit)
            source = Span(tokens[speaker.first].start, tokens[min(speaker.last, len(tokens)) - 1].end) if speaker else None
            words = Span(tokens[cue.first].start, tokens[min(cue.last, len(tokens)) - 1].end)
            if speaker is not None:
                self.resolved[id(speaker)] = who
                if speaker.sort is Sort.NAME:
                    before.append(who)
            for first, last in saying.parts:
                part = self._trimmed(unit, first, last)
                if part is None:
                    continue
                quoted = any(t.is_quotation for t in tokens[first:last])
                yield Attribution(
                    part, source, words, who, self._verb(unit, cue), self._hedge(unit, first, last), basis=basis, quoted=quoted,
                    via=saying.via, inner=saying.inner, thought=self._thought(cue, tokens[cue.last - 1].low),
                )  # fmt: skip
                if who and who.casefold() not in _NONE_OTHER and not saying.inner and cue.way not in (Way.NOUN, Way.VIEW, Way.PASSIVE):
                    self.floor.give(who, source, unit.paragraph, quoted)

    def _thought(self, cue: Cue, word: str) -> bool:
        says = word in self.speech.verbs or word in self.speech.quoting or word in self.speech.saying
        return cue.way in (Way.VIEW, Way.PASSIVE) or (cue.way is Way.SAME and not says)

    def _verb(self, unit: Unit, cue: Cue) -> str:
        """The verb as it stands; in English without its auxiliaries, which other languages need to tell it."""
        words = unit.tokens[cue.first : cue.last]
        whole = self.text[words[0].start : words[-1].end]
        if self.speech.inverts or cue.way is Way.SOURCE or words[0].is_quotation:
            return whole
        quoted = next((t for t in words if t.low == "quoted"), None)
        main = (quoted or words[-1]).text
        return f"{words[-2].text} {main}" if len(words) > 1 and words[-2].low.endswith("n’t") else main

    def _by_pattern(self, unit: Unit) -> Iterator[Attribution]:
        """The sayings of a sentence in a language that is read by patterns."""
        for each in told(self.text, unit.span, self.speech.templates) if self.speech.templates else ():
            content = each.content or (None if unit.first_in_paragraph else self.last)
            if content is None:
                continue
            quoted = any(t.is_quotation and t.start < content.end and content.start < t.end for t in unit.tokens)
            verb = self.text[each.cue.start : each.cue.end]
            yield Attribution(content, each.source, each.cue, each.who, verb, quoted=quoted)
            self.floor.give(each.who, each.source, unit.paragraph, quoted)

    def _trimmed(self, unit: Unit, first: int, last: int) -> Span | None:
        tokens = unit.tokens[first:last]
        while tokens and not (tokens[-1].is_word or tokens[-1].is_quotation or tokens[-1].text in ")]%"):
            tokens = tokens[:-1]
        while tokens and not (tokens[0].is_word or tokens[0].is_quotation or tokens[0].text in "([$€£"):
            tokens = tokens[1:]
        return Span(tokens[0].start, tokens[-1].end) if tokens else None

    def _who(self, speaker: Speaker | None, before: Sequence[str], unit: Unit) -> tuple[str, OriginBasis]:
        if speaker is None:
            return "", OriginBasis.STATED
        if speaker.sort is Sort.PRONOUN:
            name = self.persons.opening(speaker.who, unit.tokens[: speaker.first]) or self.persons.standing_for(speaker.who, before)
            return name or speaker.who, OriginBasis.INFERRED
        return speaker.who, OriginBasis.STATED

    def _hedge(self, unit: Unit, first: int, last: int) -> str:
        return next((t.text for t in unit.tokens[max(0, first - 3) : last] if t.low in self.speech.hedges), "")

    def _going_on(
        self, unit: Unit, contents: Contents, free: Sequence[Piece], said: Sequence[Attribution], groups: dict[int, Attribution]
    ) -> Iterator[Attribution]:
        """Quotations of a sentence that no verb of it tells of, and sentences that only go on reporting."""
        if not said and self.speech.reported and self.floor.reports(unit) and goes_on_reporting(unit.tokens, self.speech):
            part = self._trimmed(unit, 0, len(unit.tokens))
            if part is not None:
                yield Attribution(part, self.floor.source, None, self.floor.who, "", basis=OriginBasis.INFERRED, quoted=bool(free))
                self.floor.paragraph = unit.paragraph
                return
        for piece in free:
            content = Span(piece.start, piece.end)
            floor = self.earlier if said and piece.start < min((a.cue or a.content).start for a in said) else self.floor
            by = groups.get(piece.group)
            if by is not None:
                yield Attribution(content, by.source, None, by.who, "", basis=OriginBasis.INFERRED, quoted=True)
                self.floor.give(by.who, by.source, unit.paragraph, True)
                continue
            subject = self._announced(unit, contents, piece)
            if subject is not None:
                source = Span(unit.tokens[subject.first].start, unit.tokens[subject.last - 1].end)
                who, _ = self._who(subject, (), unit)
                yield Attribution(content, source, None, who, "", basis=OriginBasis.INFERRED, quoted=True)
                self.floor.give(who, source, unit.paragraph, True)
            elif floor.holds(unit) and (only_quoted(unit.tokens) or _whole(self.text[content.start : content.end])):
                yield Attribution(content, floor.source, None, floor.who, "", basis=OriginBasis.INFERRED, quoted=True)
                floor.paragraph = unit.paragraph
            elif _whole(self.text[content.start : content.end]):
                yield Attribution(content, None, None, "", "", quoted=True)
        if not said and not only_quoted(unit.tokens):
            self.floor.pass_over(unit)

    def _announced(self, unit: Unit, contents: Contents, piece: Piece) -> Speaker | None:
        """Whom a sentence is about that leads to a quotation with a colon: Olin was blunt: “…”."""
        at = next((i for i, t in enumerate(unit.tokens) if t.start == piece.start), 0)
        known = bool(self.speech.verbs)
        return contents.cues.subject() if known and at > 1 and unit.tokens[at - 1].text == ":" else None
