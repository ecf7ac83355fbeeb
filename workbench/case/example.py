"""The example: a worked case of a made-up event, built through the same commands as the window uses."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from workbench import paths
from workbench.case.appearances import Attribution
from workbench.case.claims import Decision
from workbench.case.evidence import NewLink
from workbench.case.facade import Case
from workbench.case.origins import NewOrigin
from workbench.case.passages import Mark
from workbench.case.queries import NewQuery
from workbench.domain.errors import NotFound
from workbench.domain.statuses import Basis, Status
from workbench.domain.vocabulary import DiscrepancyType, Field, FoundBy, OriginBasis, OriginKind, Relation, Reliability, Severity, Stance

Progress = Callable[[int, int], None]
CASE_FIELDS = ("reference", "title", "question", "as_of", "handling", "standard_of_proof", "analyst", "memo_to", "memo_from")


def build_example(target: Path, who: Callable[[], str], progress: Progress = lambda done, total: None) -> Case:
    """Make the example case at `target` and return it open."""
    folder = paths.resources() / "sample_case"
    story = json.loads((folder / "case.json").read_text(encoding="utf-8"))
    case = Case.create(target, who)
    case.info.edit(**{name: story[name] for name in CASE_FIELDS})
    exhibits = _import(case, folder, story["articles"])
    origins: dict[str, int] = {}
    for told in story["origins"]:
        new = NewOrigin(
            told["name"], OriginKind(told["kind"]), Reliability(told["reliability"]), told["interest"], told["anonymous"],
            origins.get(told["derives_from"]),
        )  # fmt: skip
        origins[told["key"]] = case.origins.add(new).new("origins")
    for done, told in enumerate(story["claims"]):
        progress(done, len(story["claims"]))
        _claim(case, told, exhibits, origins)
    for told in story["queries"]:
        _query(case, told, exhibits)
    return case


def make_example(target: Path, who: Callable[[], str]) -> Path:
    """Make the example in a file of its own and put it at `target` when it is whole."""
    half = target.with_suffix(".part")
    for name in (half.name, f"{half.name}-wal", f"{half.name}-shm", f"{half.name}.lock"):
        half.with_name(name).unlink(missing_ok=True)
    build_example(half, who).close()
    return half.replace(target)


def _import(case: Case, folder: Path, told: list[dict[str, Any]]) -> dict[str, int]:
    case.imports.files([folder / article["file"] for article in told])
    exhibits = {article.name: article.id for article in case.articles.all()}
    for article in told:
        exhibit = exhibits[article["file"]]
        case.articles.set_grade(exhibit, Reliability(article["grade"]))
        for field, value in article["metadata"].items():
            case.articles.set_metadata(exhibit, Field(field), value)
    return exhibits


def _claim(case: Case, told: dict[str, Any], exhibits: dict[str, int], origins: dict[str, int]) -> None:
    claim_id = 0
    for appearance in told["appearances"]:
        exhibit = exhibits[appearance["file"]]
        if appearance["stance"] == Stance.NOT_MENTIONED:
            case.appearances.not_mentioned(claim_id, exhibit)
            continue
        attribution = Attribution(
            Stance(appearance["stance"]), appearance["attributed_to"], appearance["verb"], appearance["hedge"], appearance["via"],
            "", origins.get(appearance["origin"]), OriginBasis(appearance["origin_basis"]) if appearance["origin_basis"] else None,
        )  # fmt: skip
        mark = _mark(case, exhibit, appearance["quote"])
        if claim_id:
            case.appearances.add(claim_id, mark, attribution)
        else:
            claim_id = case.claims.add(told["text"], mark, attribution).new("claims")
    for link in told["evidence"]:
        mark_or_none = _mark(case, exhibits[link["file"]], link["quote"]) if link.get("quote") else None
        new = NewLink(
            Relation(link["relation"]), mark_or_none, None, link.get("url") or "", link.get("note") or "", "",
            origins.get(link["origin"]), link["independent"], link["independent_reason"] or "",
        )  # fmt: skip
        case.evidence.add(claim_id, new)
    case.claims.edit(
        claim_id, **{name: told[name] or "" for name in ("kind", "priority", "event_date", "would_change", "review_on", "note")}
    )
    if any(told["assessment"].values()):
        case.claims.assess(claim_id, **told["assessment"])
    if told["status"] != Status.OPEN:
        decision = Decision(
            Status(told["status"]), Basis(told["basis"]), told["reason"] or "", told["override_reason"] or "",
            told["denied_by"] or "", told["denied_on"] or "",
        )  # fmt: skip
        case.claims.set_status(claim_id, decision)


def _query(case: Case, told: dict[str, Any], exhibits: dict[str, int]) -> None:
    marks = tuple(_mark(case, exhibits[passage["file"]], passage["quote"]) for passage in told["passages"])
    kind, severity, found_by = DiscrepancyType(told["type"]), Severity(told["severity"]), FoundBy(told["found_by"])
    query_id = case.queries.add(NewQuery(kind, severity, marks, told["summary"], told["claim"], found_by)).new("discrepancies")
    if told["resolution"]:
        case.queries.resolve(query_id, told["resolution"])


def _mark(case: Case, exhibit: int, quote: str) -> Mark:
    """The one place where the quotation stands. Raises NotFound when the text as read has it not exactly once."""
    text = case.articles.text(exhibit)
    if text.count(quote) != 1:
        raise NotFound(f"single passage “{quote[:40]}…” in Ex. {exhibit}")
    start = text.index(quote)
    return Mark(exhibit, start, start + len(quote))
