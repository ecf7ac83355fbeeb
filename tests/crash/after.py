"""A case file after a crash: it opens, it is sound, it has every step that was saved, and work goes on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from sqlite3 import Error as DriverError

from sqlalchemy.exc import SQLAlchemyError

from workbench.case import Case
from workbench.domain.errors import WorkbenchError
from workbench.search.analyser import tokens

WHO = "after the crash"


@dataclass(frozen=True, slots=True)
class After:
    """What was found: the journal's last step, the hashes of its steps by number, and what is wrong, in words."""

    head: int = 0
    hashes: dict[int, str] = field(default_factory=dict)
    wrong: tuple[str, ...] = ()


def look(path: Path, saved: int, known: dict[int, str], *, index: bool = False) -> After:
    """Open the case as the program does and say what is wrong with it.

    `saved` is the last journal step that somebody was told is saved; `known` are hashes of earlier steps, which may never change.
    The check itself makes a step and undoes it, so a sound case is left two steps further.
    """
    try:
        with closing(Case.open(path, lambda: WHO)) as case:
            head, hashes = _journal(case)
            wrong = [*case.integrity.faults(), *_lost(head, hashes, saved, known)]
            if not wrong:
                wrong += [*_going_on(case, head), *(_index_differs(case) if index else [])]
            after = After(*_journal(case), tuple(wrong))
    except (WorkbenchError, SQLAlchemyError, DriverError, LookupError, ValueError) as error:  # a file in tatters may raise any of them
        return After(wrong=(f"it does not open or cannot be worked with: {type(error).__name__}: {error}",))
    left = sorted(f.name for f in path.parent.iterdir() if f != path)
    return After(after.head, after.hashes, (*after.wrong, *(f"left beside the closed case: {name}" for name in left)))


def _journal(case: Case) -> tuple[int, dict[int, str]]:
    with case.file.read() as reader:
        return reader.head()[0], {step.seq: step.hash for step in reader.steps(1_000_000)}


def _lost(head: int, hashes: dict[int, str], saved: int, known: dict[int, str]) -> Iterator[str]:
    if head < saved:
        yield f"lost: step {saved} was saved, the journal ends at {head}"
    for step in sorted(known):
        if step <= head and hashes.get(step) != known[step]:
            yield f"step {step} is not the one that was saved"


def _going_on(case: Case, head: int) -> Iterator[str]:
    """One step and its undo."""
    case.info.edit(bottom_line=f"opened again at step {head}")
    case.undo()
    with case.file.read() as reader:
        if reader.head()[0] != head + 2:
            yield "a step and its undo are not in the journal"


def _index_differs(case: Case) -> Iterator[str]:
    """The index follows the journal, and finds what reading everything word by word finds."""
    case.index.refresh()
    if case.index.behind():
        yield f"the index is {case.index.behind()} steps behind"
    with case.file.read() as reader:
        texts = {("article", n): reader.text(n) for n in reader.article_ids()} | {("claim", c.id): c.text for c in reader.claims()}
    word = _frequent_name(texts.values()) or "nothing"
    scanned = {key for key, text in texts.items() if any(token.surface == word for token in tokens(text))}
    _, results = case.index.search(f"={word}", limit=10_000)
    found = {(hit.kind, hit.id) for hit in results.hits if hit.kind in ("article", "claim")} if results else set()
    if found != scanned:
        yield f"the index finds {sorted(found)} for a word, a scan finds {sorted(scanned)}"


def _frequent_name(texts: Iterable[str]) -> str:
    """The word with a capital that most texts have, folded."""
    counted = Counter(name for text in texts for name in set(re.findall(r"\b[A-Z][a-z]{4,}\b", text)))
    return counted.most_common(1)[0][0].lower() if counted else ""
