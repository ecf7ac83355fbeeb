"""A reading text as lines and sentences with the marks that zone rules put on them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from workbench.domain.draft import DraftZone
from workbench.domain.spans import Span
from workbench.domain.vocabulary import ZoneKind
from workbench.importers.furniture import HOUSE, REPORTING, VOICE
from workbench.importers.sentences import sentence_spans

# An unclosed quotation runs to the end of its paragraph, as it does when the next paragraph goes on with it.
_QUOTED = re.compile("[“«„][^“”«»„]*(?:[”»“]|$)|\"[^\"]*(?:\"|$)|(?<!\\w)‘(?:[^‘’]|’(?=\\w))*’(?!\\w)|(?<!\\w)'[^']*'(?!\\w)")
_FULL_STOP = re.compile("[.。．｡۔।…]['\"”’»)」』]*$")
_ENDS = re.compile("[.!?。！？｡؟۔।…]['\"”’»)」』]*$")
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")


@dataclass(slots=True)
class Mark:
    """What a rule says of a line: its kind and why; `family` is what later rules ask for."""

    kind: ZoneKind
    basis: str
    family: str = ""


@dataclass(frozen=True)
class Known:
    """What a format itself says of its lines, by where they start: those `aside` are none of the article, whatever they say; those at the
    `edge` are none unless a rule says what they are. `cuts` are set apart within their line; `title` is the document's heading."""

    title: str = ""
    aside: Mapping[int, Mark] = field(default_factory=dict)
    edge: Mapping[int, Mark] = field(default_factory=dict)
    cuts: tuple[DraftZone, ...] = ()


NOTHING_KNOWN = Known()
OUTSIDE = "it stands outside the article"
"""Why a line of a page is furniture by its place alone; such lines become one zone."""


@dataclass
class Line:
    """One line that is not blank. `left` is where it starts with its indent, `start` and `end` without white space; it is
    what `otherwise` says, or body, unless a rule marks it."""

    left: int
    start: int
    end: int
    text: str
    mark: Mark | None = None
    otherwise: Mark | None = None
    lead_cut: int | None = None
    tail_cut: int | None = None

    @cached_property
    def sentences(self) -> list[Span]:
        """Sentences of the line, offsets into its own trimmed text."""
        return sentence_spans(self.text)

    @cached_property
    def unquoted(self) -> str:
        return _QUOTED.sub(" ", self.text)

    @cached_property
    def words(self) -> int:
        """Words, or for scripts without spaces a rough count of them (two characters a word)."""
        east = len(_EAST_ASIAN.findall(self.text))
        return len(self.text.split()) + east // 2

    @property
    def full_stop(self) -> bool:
        return bool(_FULL_STOP.search(self.text))

    @property
    def ends(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_ENDS.search(self.text))

    def speaks(self) -> bool:
        """Whether it says "we" or "you" outside quotations and reports nobody."""
        return speaks(self.unquoted) and not REPORTING.search(self.unquoted)


def speaks(unquoted: str) -> bool:
    """Whether "we", "our", "you" or "your" stands in it; "US" is a country."""
    return any(word != "US" for word in VOICE.findall(unquoted))


def speaks_for_itself(unquoted: str) -> bool:
    """Whether "we", "our" or "us" stands in it; "US" is a country."""
    return any(word != "US" for word in HOUSE.findall(unquoted))


def unquoted(text: str) -> str:
    return _QUOTED.sub(" ", text)


def same_words(a: str, b: str) -> bool:
    """Whether two lines agree but for quotation marks, case and white space."""
    return _bare(a) == _bare(b)


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().casefold()


@dataclass
class Page:
    """The lines of a text that may be the article, those that are none (`aside`), and zones that rules cut inside lines."""

    text: str
    known: Known = NOTHING_KNOWN
    lines: list[Line] = field(default_factory=list)
    aside: list[Line] = field(default_factory=list)
    cuts: list[DraftZone] = field(default_factory=list)

    def __post_init__(self) -> None:
        position = 0
        for raw in self.text.split("\n"):
            core = raw.strip()
            if core:
                start = position + len(raw) - len(raw.lstrip())
                mark = self.known.aside.get(start)
                line = Line(position, start, start + len(core), core, mark, self.known.edge.get(start))
                (self.lines if mark is None else self.aside).append(line)
            position += len(raw) + 1

    def mark(self, index: int, kind: ZoneKind, basis: str, family: str = "") -> None:
        """Marks a line unless an earlier rule has."""
        if self.lines[index].mark is None:
            self.lines[index].mark = Mark(kind, basis, family)

    def in_family(self, index: int, *families: str) -> bool:
        mark = self.lines[index].mark
        return mark is not None and mark.family in families
