"""A small case with a row in every table and a journal with every kind of step: what the damage is done to."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import written
from workbench.case import Case
from workbench.case.appearances import Attribution
from workbench.case.claims import Decision
from workbench.case.documents import Document
from workbench.case.evidence import NewLink
from workbench.case.origins import NewOrigin
from workbench.case.passages import Mark
from workbench.case.queries import NewQuery
from workbench.checks.matter import Place, Question
from workbench.domain.spans import Span
from workbench.domain.statuses import Basis, Status
from workbench.domain.vocabulary import (
    DiscrepancyType,
    Field,
    OriginBasis,
    OriginKind,
    Relation,
    Reliability,
    ReviewVerdict,
    Role,
    Severity,
    Stance,
)

CHECKER = "R. Quill"


def build(path: Path) -> Path:
    """Make the case at `path` and close it. Its memo is of a version that was put up and changed since."""
    case = Case.create(path, lambda: "Ida Holm")
    case.imports.files(written(path.parent))
    case.imports.paste("A third text about the ferry, which somebody asks to have erased.", "third")
    case.erase_article(3, "The writer asked for it")
    case.info.edit(as_of="2031-03-06T12:00:00Z", bottom_line="C1 rests on two origins.", question="Who fell ill?")
    _work(case)
    _sign(case)
    case.claims.edit(1, would_change="The clinic's own list.")
    case.claims.add("undone")
    case.undo()
    case.claims.add("undone and done again")
    case.undo()
    case.redo()
    clocks = Place(1, Span(0, 3)), Place(2, Span(0, 3))
    case.findings.dismiss(Question(DiscrepancyType.DATE, Severity.LOW, None, clocks, ""), "two clocks")
    assert case.integrity.faults() == []
    case.close()
    return path


def _at(case: Case, article: int, words: str) -> Mark:
    start = case.articles.text(article).index(words)
    return Mark(article, start, start + len(words))


def _work(case: Case) -> None:
    office = case.origins.add(NewOrigin("Harbour office", OriginKind.OFFICIAL, Reliability.B)).new("origins")
    case.origins.add(NewOrigin("Tomas Weil", OriginKind.WITNESS, Reliability.C, interest="treats them"))
    case.origins.add(NewOrigin("Office radio", OriginKind.OFFICIAL, Reliability.B, derives_from=office))
    said = Attribution(attributed_to="the harbour office", origin="Harbour office", origin_basis=OriginBasis.STATED, verb="said")
    ill = case.claims.add("40 passengers fell ill", _at(case, 1, "40 passengers fell ill"), said).new("claims")
    radio = Attribution(attributed_to="the office", origin="Office radio", origin_basis=OriginBasis.INFERRED, hedge="reportedly")
    case.appearances.add(ill, _at(case, 2, "40 passengers fell ill"), radio)
    case.claims.set_status(ill, Decision(Status.UNCONFIRMED, Basis.SINGLE_ORIGIN, "Both have it from the office."))
    case.claims.assess(ill, credibility="2", likelihood="likely", confidence="moderate")
    nobody = case.claims.add("Somebody fell ill on board", _at(case, 1, "anybody had fallen ill on board")).new("claims")
    case.appearances.edit(1 + nobody, stance=Stance.DENIES)
    case.claims.set_status(nobody, Decision(Status.DENIED, Basis.PARTY_DENIAL, denied_by="Norlin", denied_on="2031-03-04"))
    treated = case.claims.add("Weil treated 38 passengers", _at(case, 2, "he had treated 38 of them himself")).new("claims")
    case.claims.set_status(treated, Decision(Status.CONFIRMED, Basis.OWN_WORDS))
    case.appearances.not_mentioned(treated, 1)
    plan = case.claims.add("Service starts again on 3 May", _at(case, 2, "Service is to start again on 3 May 2031")).new("claims")
    case.claims.edit(plan, kind="plan", event_date="2031-05-03", review_on="2031-05-04", note="ask again")
    case.claims.merge(case.claims.add("Forty people fell ill").new("claims"), ill)
    case.evidence.add(ill, NewLink(Relation.CORROBORATES, _at(case, 2, "he had treated 38 of them himself"), origin="Tomas Weil"))
    case.evidence.add(ill, NewLink(Relation.CONTEXT, url="https://ferry.example/alma", note="how many it carries"))
    case.evidence.add(treated, NewLink(Relation.CONTEXT, document=Document("list.txt", b"38 names"), dated="2031-03-05"))
    case.evidence.add(treated, NewLink(Relation.CONTEXT, name="the clinic", dated="2031-03-05", note="nobody answered"))
    marks = _at(case, 1, "40 passengers fell ill"), _at(case, 2, "38 of them")
    case.queries.add(NewQuery(DiscrepancyType.FIGURE, Severity.HIGH, marks, "40 or 38?", ill))
    case.queries.resolve(1, "38 of the 40.")
    case.articles.set_metadata(1, Field.PUBLISHER, "Harbour Post")
    case.articles.set_grade(2, Reliability.B)
    case.searches.save("ill", "ill OR sick")
    case.reading.check_rest(1)


def _sign(case: Case) -> None:
    case.signing.put_up()
    for item in case.signing.passing.items(CHECKER):
        case.signing.passing.review(item, ReviewVerdict.AGREES, CHECKER)
    case.signing.sign(1, Role.ANALYST, "Ida Holm")
    case.signing.sign(1, Role.CHECKER, CHECKER)
