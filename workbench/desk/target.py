"""What the next key is about. One rule, in this order: selected words (a new claim); the claim chosen since the cursor was last moved by
hand; the smallest mark under the cursor; the sentence under the cursor (a new claim). Where there is none of these, the chosen claim."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.case.passages import Mark
from workbench.desk.widgets import shortened

FIRST_WORDS = 38
"""Letters by which a target is named."""


@dataclass(frozen=True, slots=True)
class Target:
    """A claim, or (claim 0) words that would become a new one; without either, nothing yet."""

    claim_id: int = 0
    words: Mark | None = None


def named(target: Target, claim: str, article: str) -> str:
    """What a key is about, by number and first words; `claim` and `article` are the texts of the target's claim and article."""
    if target.claim_id:
        return f"C{target.claim_id} “{shortened(claim, FIRST_WORDS)}”"
    if target.words:
        return f"New claim “{shortened(' '.join(article[target.words.start : target.words.end].split()), FIRST_WORDS)}”"
    return ""
