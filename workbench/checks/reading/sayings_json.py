"""What is said in a text, and its quotations with their speakers, as the command line gives them out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from workbench.checks.reading.attributions import Attribution, attributions, speaker_of
from workbench.checks.reading.quotations import quotation_spans
from workbench.checks.reading.tokens import pieces
from workbench.domain.spans import Span


def sayings_as_json(text: str, sentences: Sequence[Span], language: str, silent: Sequence[Span] = ()) -> dict[str, Any]:
    """`attributions` [{start, end (what is said), who, source and cue {start, end} or null, verb, hedge, via, basis, quoted, inner,
    thought}] and `quotes` [{start, end (with their marks, one a paragraph), speaker or null}]; code points, end exclusive, in order.
    """
    found = attributions(text, sentences, language, silent)
    quotes = [(Span(p.start, p.end), speaker_of(Span(p.start, p.end), found)) for p in pieces(quotation_spans(text, language))]
    return {
        "attributions": [_attribution(a) for a in found],
        "quotes": [{"start": q.start, "end": q.end, "speaker": said.who if said else None} for q, said in quotes],
    }


def _attribution(found: Attribution) -> dict[str, Any]:
    return {
        "start": found.content.start, "end": found.content.end, "who": found.who, "source": _span(found.source), "cue": _span(found.cue),
        "verb": found.verb, "hedge": found.hedge, "via": found.via, "basis": found.basis.value, "quoted": found.quoted,
        "inner": found.inner, "thought": found.thought,
    }  # fmt: skip


def _span(span: Span | None) -> dict[str, int] | None:
    return {"start": span.start, "end": span.end} if span else None
