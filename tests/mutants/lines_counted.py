"""What the tests of the changes run: one test that looks at a line's number, one that looks at nothing."""

from __future__ import annotations

from workbench.domain.spans import line_of


def test_the_first_line_is_number_one() -> None:
    assert line_of("one\ntwo", 0) == 1


def test_nothing_at_all() -> None:
    assert True
