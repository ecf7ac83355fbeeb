"""Which tests are run for a change: those that import what was changed, and what was changed themselves."""

from __future__ import annotations

import pytest

from scripts.quick_tests import chosen, importing


@pytest.mark.parametrize(
    ("line", "imports"),
    [
        ("from workbench.importers.dates import told", True),
        ("import workbench.importers.dates", True),
        ("from workbench.importers import dates, zones", True),
        ("from workbench.importers.dates_of import x", False),
        ("from workbench.importers import datesy", False),
        ("from workbench.domain.dates import x", False),
    ],
)
def test_a_test_that_imports_a_module_is_told(line: str, imports: bool) -> None:
    assert bool(importing("workbench.importers.dates").search(line)) is imports


def test_what_belongs_to_a_change_is_chosen_and_long_stories_are_not() -> None:
    found = chosen(
        ["workbench/importers/zones.py", "tests/domain/test_plurals.py", "tests/domain/no_test.py", "workbench/storage/header.py"]
    )
    assert {"tests/importers/test_zones.py", "tests/importers/test_guesses.py", "tests/domain/test_plurals.py"} <= set(found)
    assert not any(name.startswith(("tests/crash", "tests/hostile")) for name in found)
    assert "tests/domain/no_test.py" not in found
