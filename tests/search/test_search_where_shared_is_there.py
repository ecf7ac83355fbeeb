"""The quality that was measured is kept. Runs only where the public data sets lie beside the repository."""

from __future__ import annotations

import pytest

from benchmarks.search_quality import SHARED, claimmatch, cranfield

needs_shared = pytest.mark.skipif(not (SHARED / "eval").is_dir(), reason="needs ../shared/eval, the public data sets")


@needs_shared
def test_cranfield_is_answered_as_well_as_measured_where_shared_is_there() -> None:
    assert cranfield()["all"]["nDCG@10"] >= 0.55


@needs_shared
def test_claims_are_matched_as_well_as_measured_where_shared_is_there() -> None:
    assert claimmatch()["all"]["MAP@5"] >= 0.8
