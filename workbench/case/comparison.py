"""Comparison: what the passages of one claim say differently."""

from __future__ import annotations

from workbench.case.noun import Noun
from workbench.checks.figures import Agreement, agreement
from workbench.domain.vocabulary import Stance


class Comparison(Noun):
    def figures(self, claim_id: int) -> Agreement:
        """Whether the passages that speak of a claim agree on their figures. Computed, never stored."""
        with self._file.read() as reader:
            held = [a.passage_id for a in reader.appearances(claim_id=claim_id) if a.passage_id and a.stance is not Stance.NEUTRAL]
            passages = reader.passages(id=held)
        return agreement([passages[p].anchor.exact for p in held])
