"""What is done with a damaged case: everything that reads one, and undo. A known error is an answer; any other is a fault."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from workbench.case import Case
from workbench.case.passages import Mark
from workbench.domain.errors import WorkbenchError
from workbench.domain.statuses import Status

T = TypeVar("T")
CLAIMS = (1, 2, 3, 4, 5)
DONE_AT_THE_END = ("undo", "undo again", "redo", "new claim")


@dataclass
class Life:
    """What a file said of itself: `refused` when it did not open; `faults` of `check`; the memo as Markdown with its banner; raw errors."""

    refused: str = ""
    faults: list[str] | None = None
    memo: str | None = None
    banner: str = ""
    raw: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        return self.faults == []


def live(path: Path, *, slow: bool = False) -> Life:
    """Open the case and do everything with it that reads, then undo and redo; what is `slow` as well, where that is asked for."""
    life = Life()
    case = _tried(life, "open", lambda: Case.open(path, lambda: "Ida Holm"))
    if case is None:
        life.refused = life.told[-1] if life.told else "an error that nobody foresaw"
        return life
    try:
        life.faults = _tried(life, "check", case.integrity.faults)
        memo = _tried(life, "memo", case.memos.build)
        if memo is not None:
            life.banner = memo.banner
            written = _tried(life, "memo written", lambda: _markdown(memo))
            life.memo = written.decode() if written is not None else None
        for name, deed in (*_deeds(case), *((*_each(case), *_slow(case)) if slow else ())):
            _tried(life, name, deed)
        for name, deed in zip(DONE_AT_THE_END, (case.undo, case.undo, case.redo, lambda: case.claims.add("new")), strict=True):
            _tried(life, name, deed)
    finally:
        _tried(life, "close", case.close)
    return life


def _markdown(memo: object) -> bytes:
    from workbench.memo.registry import renderer_for

    renderer = renderer_for(".md")
    assert renderer
    return renderer.render(memo)  # type: ignore[arg-type]


def _tried(life: Life, name: str, deed: Callable[[], T]) -> T | None:
    try:
        return deed()
    except WorkbenchError as error:
        life.told.append(f"{name}: {error}")
    except Exception as error:  # noqa: BLE001 that is what is looked for
        life.raw.append(f"{name}: {type(error).__name__}: {str(error)[:200]} {_where(error)}")
    return None


def _where(error: BaseException) -> str:
    frames = [f for f in traceback.extract_tb(error.__traceback__) if "/workbench/" in f.filename]
    return " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames[-3:]))


def _deeds(case: Case) -> Iterator[tuple[str, Callable[[], object]]]:
    """What reads each table as a whole, as the window does when it opens."""
    yield "claims", case.claims.views
    yield "articles", case.articles.all
    yield "texts", lambda: [(case.articles.text(n), case.articles.original(n)) for n in (1, 2)]
    yield "zones", lambda: [(case.articles.zones(n), case.articles.passages(n)) for n in (1, 2)]
    yield "origins", case.origins.all
    yield "evidence", lambda: [case.evidence.of(n) for n in CLAIMS]
    yield "queries", case.queries.views
    yield "grid", lambda: _all_of(case)
    yield "timeline", case.times.timeline
    yield "searches", case.searches.all
    yield "takedowns", case.takedowns.all
    yield "history", case.history.of_case
    yield "history of C1", lambda: case.history.of_claim(1)
    yield "differences", lambda: case.history.since(1)
    yield "versions", case.signing.versions
    yield "info", lambda: (case.info.get(), case.memos.state(), case.undo_names())


def _each(case: Case) -> Iterator[tuple[str, Callable[[], object]]]:
    """What is asked of one thing."""
    for n in CLAIMS:
        yield f"claim {n}", partial(case.claims.view, n)
        yield f"what C{n} points to", partial(_cited, case, n)
        yield f"history of C{n}", partial(case.history.of_claim, n)
        yield f"figures of C{n}", partial(case.comparison.figures, n)
        yield f"appearances of C{n}", partial(case.appearances.of, n)
    for n in (1, 2):
        yield f"sentences of {n}", partial(case.articles.sentences, n)
        yield f"hash of {n}", partial(case.articles.hash_fault, n)
        yield f"queries in {n}", partial(case.queries.in_article, n)
        yield f"coverage of {n}", partial(case.reading.of, n)
        yield f"history of Ex. {n}", partial(case.history.of_article, n)
    yield from ((f"step {n}", partial(case.history.of_step, n)) for n in (5, 20, 40))
    yield from ((f"use of origin {n}", partial(case.origins.usage, n)) for n in (1, 2, 3))
    yield from ((f"could be {status}", partial(case.claims.foresee, 1, status)) for status in Status)
    yield "standing", lambda: case.claims.standing(5)
    yield "document", lambda: case.evidence.document(3)
    yield "queries of a claim", lambda: (case.queries.all(), case.queries.of_claim(1))
    yield "coverage", case.reading.of_case
    yield "questions", case.queries.questions
    yield "moment", lambda: (case.past.moment(3), case.past.find("2031-01-01"))
    yield "a PDF", lambda: (case.signing.last(), case.signing.recognise(b"%PDF"))
    yield "checker's pass", lambda: case.signing.passing.items("R. Quill")
    yield "suggestions", lambda: case.suggestions.passages(3, lambda _: [])
    yield "attribution", lambda: case.suggestions.attribution(Mark(1, 60, 80))


def _cited(case: Case, claim_id: int) -> object:
    return case.claims.cited(case.claims.view(claim_id))


def _slow(case: Case) -> Iterator[tuple[str, Callable[[], object]]]:
    yield "the past", lambda: _past(case)
    yield "second", lambda: _second(case)
    yield "readiness", lambda: case.signing.readiness("R. Quill")
    yield "drafts", case.memos.drafts
    yield "index", case.index.refresh
    yield "search", lambda: case.index.search("ferry OR ill")


def _all_of(case: Case) -> None:
    grid = case.comparison.grid()
    for claim in {claim for claim, _ in grid.cells}:
        for article in {article for _, article in grid.cells}:
            grid.text(claim, article)


def _past(case: Case) -> None:
    past = case.as_of(20)
    with suppress(WorkbenchError):
        past.claims.views()
    past.close()


def _second(case: Case) -> None:
    target = case.path.with_name("second.case")
    try:
        case.second.export(target)
    finally:
        target.unlink(missing_ok=True)
