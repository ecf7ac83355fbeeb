"""What the checks find of the nineteen discrepancies of the worked case, and how much they ask besides. Needs the shared case."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import seoul
from workbench.case.queries import QueryView, read_matter
from workbench.checks.matter import Question
from workbench.checks.registry import questions

FOUND = {1, 2, 3, 4, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19}
"""By number. Left are a place in a headline (5) and one ship or several (6)."""
BESIDES = 5  # questions that are none of the nineteen: "about" here and nothing there, "claimed" here and "said" there


def meets(question: Question, view: QueryView) -> bool:
    """Whether they are of one type and share a place."""
    shared = any(p.article_id == q.article_id and p.span.overlaps(q.span) for p in view.passages for q in question.places)
    return question.type is view.query.type and shared


@pytest.mark.skipif(not seoul.there(), reason="the worked case is not beside the repository")
def test_seventeen_of_nineteen_and_five_besides(tmp_path: Path) -> None:
    case = seoul.build_seoul(tmp_path / "seoul.case", lambda: "Rhea")
    views = case.queries.views()
    with case.file.read() as reader:
        asked = questions(read_matter(reader))
    case.close()
    assert len(views) == 19
    assert {v.query.id for v in views if any(meets(q, v) for q in asked)} >= FOUND
    assert sum(not any(meets(q, v) for v in views) for q in asked) <= BESIDES
