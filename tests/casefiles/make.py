"""Make the case file of the present schema for this folder: `python -m tests.casefiles.make`. A released file is never made again."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from tests.conftest import ARTICLES
from tests.storage.rows import fill_the_rest
from workbench.case import Case
from workbench.case.appearances import Attribution
from workbench.case.claims import Decision
from workbench.case.evidence import NewLink
from workbench.case.origins import NewOrigin
from workbench.case.passages import Mark
from workbench.domain.vocabulary import Basis, Field, Relation, Stance, Status
from workbench.storage.header import SCHEMA_VERSION

ILL = "40 passengers fell ill"


def make(path: Path) -> None:
    """A small case in which every table has rows, with something to undo and something to redo."""
    case = Case.create(path, lambda: "Ida Holm")
    case.info.edit(title="The Port Ansel ferry", question="Did anybody fall ill on board?")
    with tempfile.TemporaryDirectory() as folder:
        for name, text in ARTICLES.items():
            (Path(folder) / name).write_text(text, encoding="utf-8")
        os.chdir(folder)
        case.imports.files([Path(name) for name in ARTICLES])
        os.chdir("/")
    office = case.origins.add(NewOrigin("Harbour office")).new("origins")

    def mark(article: int, quote: str) -> Mark:
        start = case.articles.text(article).index(quote)
        return Mark(article, start, start + len(quote))

    claim = case.claims.add("40 passengers fell ill on the ferry", mark(1, ILL), Attribution(origin_id=office)).new("claims")
    case.appearances.add(claim, mark(2, ILL), Attribution(Stance.REPORTS, "the harbour office", "according to", origin_id=office))
    case.appearances.add(claim, mark(1, "Norlin denied on Tuesday"), Attribution(Stance.DENIES, "Norlin", "denied"))
    case.evidence.add(claim, NewLink(Relation.CORROBORATES, mark(2, "he had treated 38 of them himself"), origin="Tomas Weil"))
    case.claims.assess(claim, credibility="2", confidence="moderate")
    case.claims.set_status(claim, Decision(Status.UNCONFIRMED, Basis.SINGLE_ORIGIN, "Both articles have it from the harbour office"))
    case.articles.set_metadata(1, Field.PUBLISHER, "Harbour News")
    case.reading.check_rest(2)
    fill_the_rest(case, claim)
    case.claims.add("undone")
    case.undo()
    case.close()


if __name__ == "__main__":
    target = Path(__file__).resolve().with_name(f"v{SCHEMA_VERSION}.case")
    os.environ["WORKBENCH_HOME"] = tempfile.mkdtemp()
    make(target)
    sys.stdout.write(f"{target.name}: {target.stat().st_size} bytes\n")
