"""What the checks find of the nineteen discrepancies of the worked case, and how much they ask besides. Needs the shared case."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import seoul
from workbench.case.queries import QueryView, read_matter
from workbench.checks.matter import Question
from workbench.checks.registry import questions

FOUND = {1, 3, 7, 8, 9, 11, 14, 15, 18}
"""By number: headline, figures, a date, a relative date, attribution, the stale denial, a quotation, names, a hedge."""
BESIDES = 3  # questions that are none of the nineteen: figures that one article gives with "about", another without


def meets(question: Question, view: QueryView) -> bool:
    """Whether they are of one type and share a place."""
    shared = any(p.article_id == q.article_id and p.span.overlaps(q.span) for p in view.passages for q in question.places)
    return question.type is view.query.type and shared


@pytest.mark.skipif(not seoul.there(), reason="the worked case is not beside the repository")
def test_nine_of_nineteen_and_three_besides(tmp_path: Path) -> None:
    case = seoul.build_seoul(tmp_path / "seoul.case", lambda: "Rhea")
    views = case.queries.views()
    with case.file.read() as reader:
        asked = questions(read_matter(reader))
    case.close()
    assert len(views) == 19
    assert {v.query.id for v in views if any(meets(q, v) for q in asked)} >= FOUND
    assert sum(not any(meets(q, v) for v in views) for q in asked) <= BESIDES
