"""A worked case of real articles, built through the public Case facade from ../shared/cases/seoul beside the repository.

The articles and the model case belong to others: they are read when this runs and nothing of them is kept in the project.
Tests use `build_seoul` too; where the folder is missing, `there()` says so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from workbench.case import Case
from workbench.case.appearances import Attribution
from workbench.case.claims import Decision
from workbench.case.evidence import NewLink
from workbench.case.origins import NewOrigin
from workbench.case.passages import Mark
from workbench.case.queries import NewQuery
from workbench.domain.errors import NotFound
from workbench.domain.statuses import Basis, Status
from workbench.domain.vocabulary import DiscrepancyType, Field, OriginBasis, OriginKind, Relation, Reliability, Severity, Stance

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "cases" / "seoul"
BASES = {"primary_source_own_words": Basis.OWN_WORDS, "party_account_undisputed": Basis.UNDISPUTED_PARTY_ACCOUNT}
ORIGIN_KINDS = (
    ("intelligence", OriginKind.INTELLIGENCE), ("agency", OriginKind.WIRE), ("media", OriginKind.NEWSROOM),
    ("document", OriginKind.DOCUMENT), ("on the record", OriginKind.OFFICIAL), ("belligerent", OriginKind.PARTY),
    ("government", OriginKind.GOVERNMENT),
)  # fmt: skip
QUERY_TYPES = {
    "headline_unsupported": DiscrepancyType.HEADLINE, "number_drift": DiscrepancyType.FIGURE, "predicate_drift": DiscrepancyType.PREDICATE,
    "place_drift": DiscrepancyType.PLACE, "date_ambiguity": DiscrepancyType.DATE, "relative_date_stale": DiscrepancyType.RELATIVE_DATE,
    "role_inversion": DiscrepancyType.ROLE_INVERTED, "verb_shift": DiscrepancyType.VERB, "quote_mismatch": DiscrepancyType.QUOTATION,
    "name_variant": DiscrepancyType.NAME, "title_variant": DiscrepancyType.TITLE, "hedge_lost_in_headline": DiscrepancyType.HEDGE_LOST,
    "unconfirmed_what": DiscrepancyType.OTHER,
}  # fmt: skip
"""What the model calls otherwise than the closed list does."""
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
Told = dict[str, Any]


def there() -> bool:
    """Whether the articles and the model case are beside the repository."""
    return (FOLDER / "model-case.json").is_file()


def article_files() -> list[Path]:
    """The five articles, in order."""
    return [FOLDER / "articles" / article["file"] for article in model()["articles"]]


@cache
def model() -> Told:
    """The model case as it was worked by hand. Its keys are explained under "schema" in the file."""
    loaded: Told = json.loads((FOLDER / "model-case.json").read_text(encoding="utf-8"))
    return loaded


def build_seoul(path: Path, who: Callable[[], str], *, not_mentioned: bool = False) -> Case:
    """Make the worked case at `path` and return it open: 5 articles, 25 claims, 81 appearances, 15 origins, 19 queries.

    `not_mentioned` also records where each claim was looked for in vain. Raises NotFound when a quotation is not in its article.
    """
    told = model()
    case = Case.create(path, who)
    case.info.edit(
        reference=told["case"]["id"], title=told["case"]["title"], as_of=f"{told['case']['as_of']}T23:59:59Z",
        question=f"{told['case']['title']}: what is established, on whose word?",
    )  # fmt: skip
    exhibits = _articles(case, told["articles"])
    origins = _origins(case, told["origins"])
    for claim in told["claims"]:
        _claim(case, claim, exhibits, origins, not_mentioned=not_mentioned)
    for query in told["discrepancies"]:
        _query(case, query, exhibits)
    return case


def _articles(case: Case, told: list[Told]) -> dict[str, int]:
    """Import the articles and give them the metadata of the model; exhibit numbers by the model's ids."""
    case.imports.files(article_files())
    by_name = {article.name: article.id for article in case.articles.all()}
    exhibits = {}
    for article in told:
        exhibit = exhibits[article["id"]] = by_name[article["file"]]
        case.articles.set_grade(exhibit, Reliability(str(article["reliability"])[:1]))
        for field, value in metadata_of(article).items():
            if value is not None:
                case.articles.set_metadata(exhibit, field, value)
    return exhibits


def metadata_of(article: Told) -> dict[Field, str | None]:
    """What the model says of an article, field by field; None where it says nothing."""
    found = {field: article.get(field.value) for field in Field}
    values = {field: value.get("value") if isinstance(value, dict) else value for field, value in found.items()}
    return {field: str(value) if value else None for field, value in values.items()}


def _origins(case: Case, told: list[Told]) -> dict[str, int]:
    """Add the origins, parents before what derives from them; ids by the model's keys."""
    made: dict[str, int] = {}
    waiting = list(told)
    while waiting:
        ready = [o for o in waiting if not o.get("derives_from") or o["derives_from"] in made]
        if not ready:
            raise NotFound(f"origin that “{waiting[0]['id']}” derives from")
        for one in ready:
            made[one["id"]] = case.origins.add(new_origin(one, made)).new("origins")
        waiting = [o for o in waiting if o["id"] not in made]
    return made


def new_origin(told: Told, made: dict[str, int]) -> NewOrigin:
    """An origin of the model; `made` has the ids of those it may derive from."""
    kind = next((kind for word, kind in ORIGIN_KINDS if word in told["kind"]), OriginKind.OTHER)
    unnamed = "anonymous" in told["kind"] or "unnamed" in told["kind"]
    parent = made.get(told.get("derives_from") or "")
    return NewOrigin(told["name"], kind, Reliability(told["reliability"][:1]), told.get("interest") or "", unnamed, parent)


def _claim(case: Case, told: Told, exhibits: dict[str, int], origins: dict[str, int], *, not_mentioned: bool) -> None:
    claim_id = 0
    for told_appearance in told["appearances"]:
        mark = place_of(case, exhibits[told_appearance["article"]], told_appearance)
        attribution = _attribution(told_appearance, origins)
        if claim_id:
            case.appearances.add(claim_id, mark, attribution)
        else:
            claim_id = case.claims.add(told["text"], mark, attribution).new("claims")
    for article in told.get("not_mentioned_in") or () if not_mentioned else ():
        case.appearances.not_mentioned(claim_id, exhibits[article])
    case.claims.edit(claim_id, **fields_of(told))
    case.claims.assess(
        claim_id, credibility=told.get("credibility"), confidence=told.get("confidence"),
        likelihood=(told.get("likelihood") or "").replace(" ", "_") or None,
    )  # fmt: skip
    _links(case, claim_id, told, exhibits, origins)
    case.claims.set_status(claim_id, decision_of(told))


def _attribution(told: Told, origins: dict[str, int]) -> Attribution:
    origin = origins[told["origin"]] if told.get("origin") else None
    basis = OriginBasis(told["origin_basis"]) if origin and told.get("origin_basis") else None
    return Attribution(
        Stance(told["stance"].replace("-", "_")), told.get("attributed_to") or "", "", told.get("hedge") or "", told.get("via") or "",
        "", origin, basis,
    )  # fmt: skip


def fields_of(told: Told) -> dict[str, str]:
    """The claim's own fields. A day to look again that is no single day goes into the note, with its last full day as the date."""
    dates = {name: str(told.get(name) or "") for name in ("event_date", "review_on")}
    days = dates | {"review_on": (DAY.findall(dates["review_on"]) or [""])[-1]}
    kept = [f"{name.replace('_', ' ')}: {value}" for name, value in dates.items() if value != days[name]]
    later = [f"{item['date']}: {item['what']} ({item['url']})" for item in told.get("later") or ()]
    return days | {
        "kind": told["kind"].replace("-", "_"), "priority": told["priority"], "would_change": told.get("would_change") or "",
        "as_of": told.get("as_of") or "", "note": "\n".join([*kept, *later]),
    }  # fmt: skip


def links_of(told: Told) -> list[Told]:
    """What is linked to a claim: each with its relation, and a passage (as the model has it) or an address with what it shows.

    Pages read for the case are context; for a refuted claim, what contradicts it is linked as such.
    """
    refuted = told["basis"] == Basis.CONTRADICTED
    against = [a for a in told["appearances"] if a["stance"] == Stance.CONTRADICTS]
    found = [{"relation": Relation.CONTRADICTS, "passage": appearance} for appearance in against if refuted]
    relation = Relation.CONTRADICTS if refuted and not against else Relation.CONTEXT
    for page in told.get("external") or ():
        url = page["url"] if "://" in page["url"] else f"http://{page['url']}"
        found.append({"relation": relation, "url": url, "note": page.get("shows") or ""})
    return found


def _links(case: Case, claim_id: int, told: Told, exhibits: dict[str, int], origins: dict[str, int]) -> None:
    for link in links_of(told):
        if "url" in link:
            case.evidence.add(claim_id, NewLink(link["relation"], url=link["url"], note=link["note"]))
        else:
            passage = link["passage"]
            mark, origin = place_of(case, exhibits[passage["article"]], passage), origins.get(passage.get("origin") or "")
            case.evidence.add(claim_id, NewLink(link["relation"], mark, origin_id=origin))


def decision_of(told: Told) -> Decision:
    basis = BASES.get(told["basis"]) or Basis(told["basis"])
    denied_by = told.get("denied_by") or ""
    return Decision(
        Status(told["status"]), basis, told.get("reason") or "",
        denied_by=denied_by.split(" (")[0], denied_on=_day_in(denied_by) if basis is Basis.PARTY_DENIAL else "",
    )  # fmt: skip


def _day_in(words: str) -> str:
    """A day written as "10 Oct 2024" in brackets, as YYYY-MM-DD; the case's own day when there is none."""
    found = re.search(r"(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})", words)
    if found is None:
        return str(model()["case"]["as_of"])
    return datetime.strptime(" ".join(found.groups()), "%d %b %Y").replace(tzinfo=UTC).date().isoformat()


def place_of(case: Case, exhibit: int, told: Told) -> Mark:
    """Where the quotation stands in the reading text: at its offsets, else with its surroundings, else nearest to its offsets."""
    text, quote, start = case.articles.text(exhibit), _normalised(told["quote"]), int(told["start"])
    if text[start : start + len(quote)] != quote:
        prefix, suffix = _normalised(told.get("prefix") or ""), _normalised(told.get("suffix") or "")
        around = text.find(prefix + quote + suffix)
        places = [m.start() for m in re.finditer(re.escape(quote), text)]
        if around < 0 and not places:
            raise NotFound(f"passage “{quote[:40]}…” in Ex. {exhibit}")
        start = around + len(prefix) if around >= 0 else min(places, key=lambda place: abs(place - int(told["start"])))
    return Mark(exhibit, start, start + len(quote))


def _query(case: Case, told: Told, exhibits: dict[str, int]) -> None:
    """A discrepancy with its passages, settled as the model settles it."""
    marks = [place_of(case, exhibits[value["article"]], value) for value in told["values"]]
    marks += second_passage(case, told, exhibits) if len(marks) < 2 else []
    claim_id = int(told["claim"][1:]) if told.get("claim") else None
    new = NewQuery(query_type(told), Severity(told["severity"]), tuple(marks), told["summary"], claim_id)
    number = case.queries.add(new).new("discrepancies")
    if told.get("resolution"):
        case.queries.resolve(number, told["resolution"])


def query_type(told: Told) -> DiscrepancyType:
    """The closed list's word for the model's type."""
    return QUERY_TYPES.get(told["type"]) or DiscrepancyType(told["type"])


def second_passage(case: Case, told: Told, exhibits: dict[str, int]) -> list[Mark]:
    """A query takes two passages: one that the model shows with a single one is held against another appearance of its claim."""
    claim = model()["claims"][int((told.get("claim") or "C1")[1:]) - 1]
    others = [a for a in claim["appearances"] if a["start"] != told["values"][0]["start"]][:1]
    return [place_of(case, exhibits[other["article"]], other) for other in others]


def _normalised(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
