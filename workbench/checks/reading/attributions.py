"""Who says what in a text: content, speaker, cue and hedge of every saying, quoted or not."""

from __future__ import annotations

from dataclasses import dataclass

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
