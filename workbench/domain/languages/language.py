"""A language as the desk knows it: a value with one part a question; no rule of reading stands here."""

from __future__ import annotations

from dataclasses import dataclass, field

from workbench.domain.languages.numbers import Numbers
from workbench.domain.languages.speech import Speech


@dataclass(frozen=True, slots=True)
class Language:
    """One language: `code` is ISO 639-1, `name` in English; a part that is left out is one that nothing is known of."""

    code: str
    name: str
    quotation_marks: tuple[tuple[str, str], ...] = ()
    """Opening and closing marks, the usual pair first."""
    numbers: Numbers = field(default_factory=Numbers)
    speech: Speech = field(default_factory=Speech)
    stemmer: str = ""
    """The Snowball algorithm for its words; empty where there is none."""
    alike: tuple[str, ...] = ()
    """News words that say the same of an event, a row of words in small letters for each; the first stands for all."""
