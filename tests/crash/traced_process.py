"""Work on a case through the facade, saying after each operation which journal step has come back as saved.

    python -m tests.crash.traced_process CASE [LEVEL]

LEVEL takes the place of FULL in the program's own `synchronous` setting; it is for the controls only.
"""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from workbench.case import Case
from workbench.case.claims import Decision
from workbench.case.evidence import NewLink
from workbench.case.passages import Mark
from workbench.domain.errors import RuleBroken
from workbench.domain.statuses import Basis, Status
from workbench.domain.vocabulary import Relation
from workbench.storage import connection

TEXTS = {
    "Bridge at Tolm": (
        "The bridge at Tolm was closed on Friday after a barge struck its second pier. "
        "Two people on the barge were hurt, the river police said. The owner, Vasa Lines, said that nobody was hurt.\n"
    ),
    "Barge hits pier": (
        "A barge of Vasa Lines hit the bridge at Tolm before dawn. A nurse said that she had treated three people from the barge. "
        "The bridge will stay closed until an engineer has seen the pier, the town said.\n"
    ),
}
"""Two articles about an invented event."""
DECISIONS = (
    Decision(Status.CONFIRMED, Basis.OWN_WORDS, "Said on the record."),
    Decision(Status.UNCONFIRMED, Basis.CONFLICTING, "They do not agree."),
    Decision(Status.DENIED, Basis.PARTY_DENIAL, "", "", "Vasa Lines", "2031-05-02"),
    Decision(Status.OPEN),
)
SITTINGS = 3
STEPS = 45
"""Steps of one sitting: the case is opened, worked on and closed again."""
FOLD_EVERY = 11
"""Steps after which the log is written back into the file in the middle of work."""


def say(case: Case) -> None:
    """Tell the recorder, in one system call, that this step is saved, and its hash."""
    with case.file.read() as reader:
        seq, digest, _ = reader.head()
    os.write(1, f"ACK {seq} {digest}\n".encode())


def actions(case: Case, chance: random.Random) -> list[Callable[[], object]]:
    """What an analyst might do next."""
    views = case.claims.views()
    article = chance.choice(case.articles.all()).id
    start = chance.randrange(60)
    words = Mark(article, start, start + chance.randrange(5, 90))
    found: list[Callable[[], object]] = [lambda: case.claims.add(f"A claim of {len(views)} before it, at {start}", words)]
    if not views:
        return found
    claim = chance.choice(views)
    number = claim.claim.id
    link = NewLink(chance.choice(list(Relation)), words, note=f"see {start}")
    found += [lambda: case.claims.set_status(number, chance.choice(DECISIONS))] * 3
    found += [
        lambda: case.evidence.add(number, link),
        lambda: case.claims.edit(number, note=f"note {start} " + "and more " * start),
        case.undo,
    ]
    if all(a.article_id != article for a in claim.appearances):
        found.append(lambda: case.appearances.add(number, words))
    if case.undo_names()[1]:
        found.append(case.redo)
    return found


def work(case: Case, chance: random.Random) -> None:
    for name, text in TEXTS.items():
        if case.imports.paste(text, name).added:
            say(case)
    for step in range(STEPS):
        if step % FOLD_EVERY == FOLD_EVERY - 1:
            case.file.fold()  # as the desk does whenever it is quiet
        with suppress(RuleBroken):  # refused and rolled back: that must leave nothing either
            chance.choice(actions(case, chance))()
        say(case)


def main() -> None:
    path = Path(sys.argv[1])
    if len(sys.argv) > 2:
        connection.WRITER_SETTINGS = tuple(setting.replace("FULL", sys.argv[2]) for setting in connection.WRITER_SETTINGS)
    chance = random.Random(5)
    for sitting in range(SITTINGS):
        case = Case.open(path, lambda: "Rhea") if sitting else Case.create(path, lambda: "Rhea")
        say(case)
        work(case, chance)
        case.close()


if __name__ == "__main__":
    main()
