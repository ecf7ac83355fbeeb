"""The closed lists, the printed words and what a change touches."""

from __future__ import annotations

import pytest

from workbench.domain import errors, statuses, vocabulary
from workbench.domain.changes import Changes, changes_from
from workbench.domain.statuses import BASES, BASIS_LETTERS, Basis, Status, Verdict, verdict
from workbench.domain.terms import Term
from workbench.domain.vocabulary import CARRYING, OPPOSING, Likelihood, Stance

LISTS = [
    kind for kind in (vars(vocabulary) | vars(statuses)).values() if isinstance(kind, type) and issubclass(kind, Term) and kind is not Term
]


@pytest.mark.parametrize("terms", LISTS, ids=lambda kind: kind.__name__)
def test_every_term_has_a_key_and_a_label_of_its_own(terms: type[Term]) -> None:
    assert len({term.label for term in terms}) == len(list(terms)) > 1
    for term in terms:
        assert terms(term.value) is term
        assert "|" not in term.value, "db/checks/closed_lists.sql parts terms by |"


def test_every_basis_belongs_to_one_status_and_has_one_letter() -> None:
    listed = [basis for bases in BASES.values() for basis in bases]
    assert sorted(listed) == sorted(Basis)
    assert sorted(BASIS_LETTERS) == sorted(Basis)
    assert len(set(BASIS_LETTERS.values())) == len(Basis)


def test_three_keys_and_four_printed_words() -> None:
    words = {verdict(status, basis) for status, bases in BASES.items() for basis in (bases or (None,))}
    assert words == set(Verdict)
    assert verdict(Status.DENIED, Basis.PARTY_DENIAL).label == "DENIED"
    assert verdict(Status.DENIED, Basis.CONTRADICTED).label == "REFUTED"


def test_stances_and_likelihoods() -> None:
    assert {Stance.ASSERTS, Stance.REPORTS, Stance.SUPPORTS} == CARRYING
    assert not CARRYING & OPPOSING
    assert len(list(Likelihood)) == 7


def test_changes_name_the_rows_and_their_owners() -> None:
    edits = [
        ("appearances", None, {"id": 4, "claim_id": 2, "article_id": 1}),
        ("claims", {"id": 7}, None),
        ("origins", {"id": 3}, {"id": 3}),
    ]
    changes = changes_from(9, edits)
    assert changes.step == 9
    assert changes.claims == {2, 7}
    assert changes.articles == {1}
    assert changes.new("appearances") == 4
    assert changes.touches("origins", "zones")
    assert not changes.touches("zones")
    both = changes | Changes(12, {"zones": frozenset({1})}, {"zones": (1,)})
    assert (both.step, both.of("zones"), both.claims, both.new("zones")) == (12, {1}, {2, 7}, 1)
    assert both
    assert not Changes()


def test_the_tree_of_errors_in_the_docstring_is_the_tree_of_classes() -> None:
    """Every class is named there, words itself and has an exit code."""
    classes = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.WorkbenchError)]
    for kind in classes:
        assert kind.__name__ in (errors.__doc__ or "")
        assert kind.exit_code in range(1, 9)


def test_a_term_is_named_by_its_label_its_value_or_the_beginning_of_one_label_alone() -> None:
    assert Stance.named("  NOT   mentioned ") is Stance.NOT_MENTIONED
    assert Stance.named("not_mentioned") is Stance.NOT_MENTIONED
    assert Stance.named("rep") is Stance.REPORTS
    assert Stance.named("d") is None, "denies or disputes"
    assert Stance.named("") is Stance.named("  ") is Stance.named("nothing such") is None
    for term in Stance:
        assert Stance.named(term.label) is Stance.named(term.value) is term
