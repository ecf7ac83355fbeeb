"""Saved searches in the case: names that look alike are one name, and a query that cannot be answered harms nobody."""

from __future__ import annotations

import pytest

from workbench.case import Case
from workbench.domain.errors import RuleBroken


def test_names_that_look_alike_are_one_name(case: Case) -> None:
    case.searches.save("Café", "ferry")
    for name in ("CAFÉ", "Cafe\u0301", "Ca\u200bfé", "\u202eCafé"):
        with pytest.raises(RuleBroken, match="a saved search “Café” already"):
            case.searches.save(name, "passengers")
    for name in ("", "  ", "\u200b", "\u202e \ufeff"):
        with pytest.raises(RuleBroken, match="needs a name"):
            case.searches.save(name, "passengers")
    (found,) = case.searches.all()
    case.searches.rename(found.id, "cafe\u0301")
    case.searches.save("포트 안셀", "passengers")
    assert [s.name for s in case.searches.all()] == ["cafe\u0301", "포트 안셀"]


def test_a_query_that_cannot_be_answered_finds_nothing_and_harms_nobody(case: Case) -> None:
    case.index.refresh()
    for number, query in enumerate(("((", "a AND", "“open", "*", "\x01", "x" * 5000)):
        case.searches.save(f"Broken {number}", query)
    assert [case.index.keys(s.query) for s in case.searches.all()] == [frozenset()] * 6
    assert case.index.keys("ferry")
    assert case.integrity.faults() == []
