"""What is done with a damaged case: everything that reads one, and undo. A known error is an answer; any other is a fault."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from workbench.case import Case
from workbench.case.passages import Mark
from workbench.domain.errors import WorkbenchError
from workbench.domain.vocabulary import Status


T = TypeVar("T")


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


def live(path: Path, *, search: bool = False) -> Life:
    """Open the case and do everything with it that reads, then undo and redo."""
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
        for name, deed in _deeds(case):
            _tried(life, name, deed)
        if search:
            _tried(life, "index", case.index.refresh)
            _tried(life, "search", lambda: case.index.search("ferry OR ill"))
        for name, deed in (("undo", case.undo), ("undo again", case.undo), ("redo", case.redo), ("new claim", lambda: case.claims.add("new"))):
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
    claims = [1, 2, 3, 4, 5]
    yield "claims", case.claims.views
    yield from ((f"claim {n}", lambda n=n: case.claims.view(n)) for n in claims)  # type: ignore[misc]
    yield "foresee", lambda: [case.claims.foresee(1, status) for status in Status]
    yield "standing", lambda: case.claims.standing(5)
    yield "articles", case.articles.all
    for article in (1, 2):
        yield f"article {article}", lambda a=article: (case.articles.get(a), case.articles.zones(a), case.articles.passages(a))  # type: ignore[misc]
        yield f"text {article}", lambda a=article: (case.articles.text(a), case.articles.sentences(a), case.articles.original(a))  # type: ignore[misc]
        yield f"hash {article}", lambda a=article: case.articles.hash_fault(a)  # type: ignore[misc]
        yield f"queries in {article}", lambda a=article: case.queries.in_article(a)  # type: ignore[misc]
        yield f"coverage {article}", lambda a=article: case.reading.of(a)  # type: ignore[misc]
        yield f"history of Ex. {article}", lambda a=article: case.history.of_article(a)  # type: ignore[misc]
    yield "coverage", case.reading.of_case
    yield "origins", case.origins.all
    yield "usage", lambda: [case.origins.usage(n) for n in (1, 2, 3)]
    yield "evidence", lambda: [case.evidence.of(n) for n in claims]
    yield "document", lambda: case.evidence.document(3)
    yield "appearances", lambda: [case.appearances.of(n) for n in claims]
    yield "queries", lambda: (case.queries.all(), case.queries.views(), case.queries.of_claim(1))
    yield "questions", lambda: list(case.queries.questions())
    yield "figures", lambda: [case.comparison.figures(n) for n in claims]
    yield "grid", lambda: _all_of(case)
    yield "timeline", case.times.timeline
    yield "searches", case.searches.all
    yield "takedowns", case.takedowns.all
    yield "history", case.history.of_case
    yield from ((f"history of C{n}", lambda n=n: case.history.of_claim(n)) for n in claims)  # type: ignore[misc]
    yield "differences", lambda: (case.history.since(0 + 1), [case.history.of_step(n) for n in range(1, 56)])
    yield "moment", lambda: (case.past.moment(3), case.past.find("2031-01-01"))
    yield "the past", lambda: _past(case)
    yield "versions", lambda: (case.signing.versions(), case.signing.last(), case.signing.recognise(b"%PDF"))
    yield "readiness", lambda: case.signing.readiness("R. Quill")
    yield "checker's pass", lambda: case.signing.passing.items("R. Quill")
    yield "suggestions", lambda: case.suggestions.passages(3, lambda _: [])
    yield "attribution", lambda: case.suggestions.attribution(Mark(1, 60, 80))
    yield "info", lambda: (case.info.get(), case.memos.state(), case.undo_names())
    yield "drafts", case.memos.drafts
    yield "second", lambda: _second(case)


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
