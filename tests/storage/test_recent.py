"""The latest steps as they are known in memory: what changed since one, or that it is not known."""

from __future__ import annotations

import pytest

from workbench.case import Case
from workbench.domain.changes import Changes
from workbench.domain.errors import DamagedCase
from workbench.storage import journal
from workbench.storage.recent import RecentSteps


def test_what_changed_since_a_step_that_is_known(case: Case) -> None:
    before = case.file.last_step()
    first = case.claims.add("40 passengers fell ill")
    second = case.claims.add("Service starts again on 3 May")
    assert case.file.recent(before + 2) == Changes(before + 2)
    assert case.file.recent(before + 1) == second
    assert case.file.recent(before) == first | second == case.file.changes_since(before)
    assert case.file.recent(before + 3) is None, "a step that is still to come"


def test_what_was_before_it_began_is_not_known(case: Case) -> None:
    last = case.file.last_step()
    case.close()
    again = Case.open(case.path, lambda: "Ida Holm")
    try:
        assert again.file.last_step() == last
        assert again.file.recent(last) == Changes(last)
        assert again.file.recent(last - 1) is None
    finally:
        again.close()


def test_an_operation_that_changes_nothing_is_no_step(case: Case) -> None:
    before = case.file.last_saved()
    with case.file.operation("Nothing") as operation:
        pass
    assert operation.changes == Changes()
    assert operation.recorded[0] == 0
    assert case.file.last_saved() == before
    known = RecentSteps()
    known.add(operation)
    assert known.last == (0, "")


def test_no_step_comes_after_the_greatest_number_there_is(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "_head", lambda _: (2**63 - 1, "0" * 64))
    with pytest.raises(DamagedCase, match="no step can come after it"):
        case.claims.add("40 passengers fell ill")
    monkeypatch.setattr(journal, "_head", lambda _: (2**63 - 2, "0" * 64))
    assert case.claims.add("40 passengers fell ill").step == 2**63 - 1
