"""What is asked for by a number that nobody has is a known error, in words, and never a row of nothing."""

from __future__ import annotations

import pytest

from workbench.case import Case
from workbench.domain.errors import DamagedCase, NotFound


@pytest.mark.parametrize(
    ("asked", "number", "named"),
    [
        ("article", 99, "exhibit 99"),
        ("text", 99, "exhibit 99"),
        ("text_sha256", 99, "exhibit 99"),
        ("claim", 99, "claim C99"),
        ("appearance", 99, "appearance"),
        ("evidence_link", 99, "evidence"),
        ("discrepancy", 99, "query Q99"),
        ("step", 99, "step 99"),
    ],
)
def test_what_is_not_there_is_named(case: Case, asked: str, number: object, named: str) -> None:
    with case.file.read() as reader, pytest.raises(NotFound, match=named):
        getattr(reader, asked)(number)


def test_content_that_is_missing_is_damage_and_says_which(case: Case) -> None:
    with pytest.raises(DamagedCase, match="originals 000000000000"), case.file.read() as reader:
        reader.original("0" * 64)
