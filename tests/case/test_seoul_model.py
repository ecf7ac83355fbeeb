"""The worked case of five real articles, entered through the public facade: what is computed equals what was worked out by hand.

Statuses and bases are entered; counts, meters and findings are computed and stand nowhere in the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.seoul import BASES, QUERY_TYPES, Told, build_seoul, model, there
from workbench.case import Case
from workbench.case.claim_view import ClaimView
from workbench.case.claims import Decision
from workbench.domain.errors import RuleBroken
from workbench.domain.rules import SINGLE_SUFFICES
from workbench.domain.statuses import Basis, Status
from workbench.domain.vocabulary import DiscrepancyState
from workbench.storage.tables import JOURNALED

pytestmark = pytest.mark.skipif(not there(), reason="needs ../shared/cases/seoul beside the repository")
COMPUTED = {"meter", "articles", "origins", "roots", "warnings", "findings", "articles_carrying", "independent_origins", "count"}


@pytest.fixture(scope="module")
def seoul(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    folder = tmp_path_factory.mktemp("seoul")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKBENCH_HOME", str(folder / "home"))
        case = build_seoul(folder / "seoul.case", lambda: "Ida Holm", not_mentioned=True)
        yield case
        case.close()


def told(view: ClaimView) -> Told:
    claim: Told = model()["claims"][view.claim.id - 1]
    return claim


def test_25_claims_and_81_appearances_are_entered_where_shared_is_there(seoul: Case) -> None:
    views = seoul.claims.views()
    assert [v.claim.text for v in views] == [" ".join(c["text"].split()) for c in model()["claims"]]
    assert len(views) == 25
    assert sum(a.passage_id is not None for v in views for a in v.appearances) == 81
    for view in views:
        absent = [a.article_id for a in view.appearances if a.passage_id is None]
        assert len(absent) == len(told(view)["not_mentioned_in"])


def test_the_origin_meters_are_the_models_where_shared_is_there(seoul: Case) -> None:
    for view in seoul.claims.views():
        wanted = told(view)
        found = (view.meter.articles, view.meter.origins, len(view.meter.roots))
        assert found == (wanted["articles_carrying"], len(wanted["origins_asserting"]), wanted["independent_origins"]), wanted["id"]


def test_counting_articles_would_confirm_fourteen_where_shared_is_there(seoul: Case) -> None:
    views = seoul.claims.views()
    carried = [v for v in views if v.meter.articles >= 2]
    assert len(carried) == 14
    assert sum(len(v.meter.roots) == 1 for v in carried) == 11
    assert sum(v.claim.status is Status.CONFIRMED for v in carried) == 8


def test_statuses_and_bases_stand_as_entered_where_shared_is_there(seoul: Case) -> None:
    for view in seoul.claims.views():
        wanted = told(view)
        assert (view.claim.status, view.claim.basis) == (wanted["status"], BASES.get(wanted["basis"]) or Basis(wanted["basis"]))
        assert not view.claim.override_reason
        assert bool(view.claim.denied_by) is (wanted["basis"] == "party_denial")


def test_the_two_origin_rule_flags_what_the_model_flags_where_shared_is_there(seoul: Case) -> None:
    """The model leaves unconfirmed what rests on one root and on no basis that allows one; no other claim is flagged."""
    flagged = {v.claim.id for v in seoul.claims.views() if any(w.rule == "two-origin" for w in v.warnings)}
    single = {n for n, c in enumerate(model()["claims"], 1) if c["status"] == "unconfirmed" and c["independent_origins"] < 2}
    assert flagged == single
    assert len(flagged) == 10
    for view in seoul.claims.views():
        assert {w.rule for w in view.warnings} <= {"two-origin", "review"}


def test_corroboration_is_refused_wherever_the_model_has_one_origin_where_shared_is_there(seoul: Case) -> None:
    refused = set()
    for view in seoul.claims.views():
        try:
            seoul.claims.set_status(view.claim.id, Decision(Status.CONFIRMED, Basis.INDEPENDENT_CORROBORATION))
        except RuleBroken as broken:
            assert broken.rule == "two-origin"
            refused.add(view.claim.id)
        else:
            seoul.undo()
    assert refused == {n for n, c in enumerate(model()["claims"], 1) if c["independent_origins"] < 2}
    allowed = {v.claim.id for v in seoul.claims.views() if v.claim.basis in SINGLE_SUFFICES and v.claim.status is Status.CONFIRMED}
    assert allowed == {n for n, c in enumerate(model()["claims"], 1) if c["status"] == "confirmed"} - {14, 16}


def test_the_19_discrepancies_are_entered_with_their_passages_where_shared_is_there(seoul: Case) -> None:
    queries = seoul.queries.all()
    assert len(queries) == 19
    for query, wanted in zip(queries, model()["discrepancies"], strict=True):
        assert query.type == (QUERY_TYPES.get(wanted["type"]) or wanted["type"])
        assert (query.severity, query.claim_id) == (wanted["severity"], int(wanted["claim"][1:]) if wanted["claim"] else None)
        assert len(query.passages) == max(2, len({(v["article"], v["start"], v["end"]) for v in wanted["values"]}))
        assert query.state is DiscrepancyState.RESOLVED
    quotes = {p.anchor.exact for view in seoul.queries.views() for p in view.passages}
    assert {" ".join(v["quote"].split()) for d in model()["discrepancies"] for v in d["values"]} <= {" ".join(q.split()) for q in quotes}


def test_nothing_computed_is_stored_where_shared_is_there(seoul: Case) -> None:
    kept = {"claims", "appearances", "evidence", "assessments", "discrepancies"}
    assert not [f"{t.name}.{c.name}" for t in JOURNALED if t.name in kept for c in t.columns if c.name in COMPUTED]
    views = {v.claim.id: v for v in seoul.claims.views()}
    two = next(v for v in views.values() if len(v.meter.roots) == 2)
    child, parent = sorted(two.meter.roots)
    changes = seoul.origins.edit(child, derives_from=parent)
    try:
        assert changes.ids.keys() == {"origins"}  # the meters change, no other row does
        assert len(seoul.claims.view(two.claim.id).meter.roots) == 1
    finally:
        seoul.undo()
    assert {v.claim.id: v for v in seoul.claims.views()} == views


def test_the_file_is_sound_and_every_quotation_stands_where_shared_is_there(seoul: Case, tmp_path: Path) -> None:
    assert seoul.integrity.faults() == []
    again = Case.open(seoul.save_copy(tmp_path / "copy.case"), lambda: "Ida Holm", read_only=True)
    try:
        assert again.claims.views() == seoul.claims.views()
    finally:
        again.close()
