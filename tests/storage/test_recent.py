"""The latest steps as they are known in memory: what changed since one, or that it is not known."""

from __future__ import annotations

from workbench.case import Case
from workbench.domain.changes import Changes
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
