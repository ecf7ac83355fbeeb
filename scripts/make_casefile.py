"""Make a case file of the present schema that later programs must open: `PYTHONPATH=. python scripts/make_casefile.py [NAME]`.

It writes tests/casefiles/vN-NAME.case and what stands in it (vN-NAME.json). A file that is there is never made again.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from tests.casefiles import golden
from workbench import paths
from workbench.case import Case
from workbench.case.appearances import Attribution
from workbench.case.claims import Decision
from workbench.case.documents import Document
from workbench.case.evidence import NewLink
from workbench.case.example import build_example
from workbench.case.merging import Going
from workbench.case.origins import NewOrigin
from workbench.case.passages import Mark
from workbench.case.queries import NewQuery
from workbench.checks.matter import Place, Question
from workbench.domain.layout import Layout
from workbench.domain.spans import Span
from workbench.domain.statuses import Basis, Status
from workbench.domain.vocabulary import (
    Credibility,
    DiscrepancyType,
    Field,
    OriginKind,
    Relation,
    Reliability,
    ReviewVerdict,
    Role,
    Severity,
    Stance,
    ZoneKind,
)
from workbench.storage.header import SCHEMA_VERSION

ANALYST, CHECKER, COLLEAGUE = "Rhea Quillane", "Tomas Weil", "Ana Ruiz"
FOLDER = Path(__file__).resolve().parents[1] / "tests" / "casefiles"
EMPTY = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n"


MAIL = """From: Odile Brandt <odile@silt.example>
To: desk@norlin.example
Date: Mon, 10 Mar 2031 09:12:00 +0100
Subject: The lock
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="part"

--part
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Nadie llamó a la esclusa, dice la tripulación.

--part
Content-Type: text/plain; charset=utf-8
Content-Disposition: attachment; filename="log.txt"

The log of the lock.
At 05:20 somebody rang, it says.

--part--
""".replace("\n", "\r\n").encode()


def make(path: Path, folder: Path) -> None:
    """The example case with everything done to it that can be done to a case. `folder` is for files in between."""
    case = build_example(path, lambda: ANALYST)
    articles(case)
    claims(case)
    queries_and_searches(case)
    second_pair(case, folder)
    other_formats(case, folder)
    versions(case)
    steps(case)
    case.close()


def quote(case: Case, exhibit: int, words: str) -> Mark:
    start = case.articles.text(exhibit).index(words)
    return Mark(exhibit, start, start + len(words))


def articles(case: Case) -> None:
    """One erased for good (nothing before it can be undone), one removed, one read in another encoding; zones and what was checked off."""
    gone = case.imports.paste("A note that a court has forbidden.\n\nIt said who was in the boat.", "Forbidden").added[0]
    case.erase_article(gone, "A court forbade it")
    case.articles.delete(case.imports.paste("A note pasted by mistake.", "Mistake").added[0])
    note = case.imports.paste(
        "The crew of the “Silt” (강 위의 배 🚢) saw the film at 05:00.\nשלום\n\nThey rang at 05:20.", "Crew’s note"
    ).added[0]
    case.articles.set_metadata(note, Field.PUBLISHER, "Mereth Rowing Club")
    case.articles.set_metadata(note, Field.PUBLISHED, "2031-03-10/2031-03-11")
    case.articles.set_grade(note, Reliability.C)
    case.articles.set_zone(note, 0, 8, ZoneKind.CAPTION)
    case.reading.check_rest(note)
    case.reading.waive(1, case.articles.sentences(1)[0], "A headline")
    case.articles.reread(note, "latin-1")
    case.undo()


def claims(case: Case) -> None:
    """Marks moved, split, carried and looked for in vain; a split and a merged claim; links of every kind; origins with aliases, merged."""
    note = case.articles.all()[-1].id
    crew = case.origins.add(NewOrigin("Crew of the Silt", OriginKind.OTHER, Reliability.B, "none", True, aliases=("the crew", "선원"))).new(
        "origins"
    )
    double = case.origins.add(NewOrigin("Rowing club")).new("origins")
    case.origins.merge(double, crew)
    new = case.claims.add("The crew saw the film at 05:00.", quote(case, note, "saw the film at 05:00"), Attribution(origin_id=crew)).new(
        "claims"
    )
    case.appearances.not_mentioned(new, 4)
    case.appearances.add(
        new, quote(case, note, "They rang at 05:20."), Attribution(Stance.SUPPORTS, "the crew", "rang", "about", origin_id=crew)
    )
    rang = case.appearances.of(new)[-1].id
    part = case.claims.split(new, "The crew rang at 05:20.", Going(frozenset({rang}))).new("claims")
    case.claims.set_status(part, Decision(Status.UNCONFIRMED, Basis.SINGLE_ANONYMOUS_ORIGIN, "Only the crew"))
    twin = case.claims.add("The film was seen at five.", decision=Decision(Status.UNCONFIRMED, Basis.NOT_CHECKABLE_YET)).new("claims")
    case.claims.edit(twin, note="The clock of the boat was not looked at", review_on="2031-04-01")
    case.claims.merge(twin, new)
    case.claims.assess(new, credibility=Credibility.TWO, confidence="moderate")
    case.evidence.add(
        new,
        NewLink(
            Relation.CORROBORATES,
            document=Document("log page.pdf", EMPTY),
            origin="Lock-keeper",
            independent=True,
            independent_reason="His own log",
        ),
    )
    case.evidence.add(new, NewLink(Relation.CONTEXT, name="Odile Brandt", dated="2031-03-12", note="The boat left at 04:40."))
    case.evidence.add(new, NewLink(Relation.CONTRADICTS, url="https://example.org/times", article_id=None, note="Says six"))
    case.evidence.add(new, NewLink(Relation.CONTEXT, article_id=3))
    case.claims.set_status(
        new, Decision(Status.CONFIRMED, Basis.INDEPENDENT_CORROBORATION, "Two who saw it", "The link that says six quotes nobody")
    )
    case.claims.delete(case.claims.add("Made by mistake").new("claims"))


def other_formats(case: Case, folder: Path) -> None:
    """A mail with a note attached; the pages of a document, and a passage that was translated."""
    mail = folder / "to the desk.eml"
    mail.write_bytes(MAIL)
    exhibit, attached = case.imports.files([mail]).added
    lines = [len(line) for line in case.articles.text(attached).splitlines(keepends=True)]
    with case.file.operation("Give it pages") as operation:
        operation.update("articles", attached, layout=Layout((tuple(lines[:1]), tuple(lines[1:]))).dumped())
    case.claims.add("Nobody rang the lock.", quote(case, exhibit, "Nadie llamó a la esclusa"))
    said = next(a.id for a in case.appearances.all() if a.article_id == exhibit)
    case.appearances.edit(said, translation="Nobody rang the lock", translated_by=ANALYST, translated_how="own translation")


def queries_and_searches(case: Case) -> None:
    note = case.articles.all()[-1].id
    marks = (quote(case, note, "05:00"), quote(case, note, "05:20"))
    query = case.queries.add(NewQuery(DiscrepancyType.FIGURE, Severity.LOW, marks, "Two times")).new("discrepancies")
    case.queries.add_passage(query, quote(case, note, "The crew"), "who")
    case.queries.resolve(query, "Seen at one, rung at the other")
    case.queries.reopen(query)
    case.searches.save("Valve", 'valve AND "tank 4"')
    case.searches.rename(case.searches.save("Times", "05:??").new("searches"), "Hours")
    places = (Place(note, Span(0, 5)), Place(note, Span(6, 9)))
    case.findings.dismiss(Question(DiscrepancyType.DATE, Severity.LOW, None, places, "Two times"), "One is in winter time.")


def second_pair(case: Case, folder: Path) -> None:
    """A copy without verdicts, answered by a colleague: one taken, one kept, one claim of the colleague's own."""
    copy = case.second.export(folder / "for Ana.case")
    theirs = Case.open(copy, lambda: COLLEAGUE)
    theirs.claims.set_status(2, Decision(Status.UNCONFIRMED, Basis.SINGLE_ORIGIN, "All from the Inspectorate"))
    theirs.claims.set_status(3, Decision(Status.UNCONFIRMED, Basis.SINGLE_ORIGIN, "One figure, told five times"))
    theirs.claims.edit(2, text="The solvent came out of a cracked valve on tank 4.")
    theirs.claims.add("The crew were two.", quote(theirs, theirs.articles.all()[-1].id, "The crew"))
    theirs.close()
    beside = case.second.compare(copy)
    case.second.take(beside, frozenset({2, 100}))
    case.second.keep(case.second.refresh(beside), frozenset({3}))


def versions(case: Case) -> None:
    """A first version signed by two and superseded by a second one, put up and not signed."""
    case.info.edit(checker=CHECKER, bottom_line="Solvent reached the river; how much is open.")
    case.signing.put_up()
    for item in case.signing.passing.items(CHECKER):
        case.signing.passing.review(item, ReviewVerdict.AGREES, CHECKER)
    case.signing.sign(1, Role.ANALYST, ANALYST)
    case.signing.sign(1, Role.CHECKER, CHECKER)
    case.claims.edit(1, would_change="A sample without solvent")
    case.signing.passing.review(case.signing.passing.items(CHECKER)[0], ReviewVerdict.QUERIES, CHECKER, "Which sample?")
    case.signing.put_up()


def steps(case: Case) -> None:
    """Something undone and done again, and something that is undone."""
    case.claims.edit(8, priority="high")
    case.undo()
    case.redo()
    case.claims.add("undone")
    case.undo()


if __name__ == "__main__":
    name = sys.argv[1] if len(sys.argv) > 1 else "example"
    target = FOLDER / f"v{SCHEMA_VERSION}-{name}.case"
    if target.exists():
        raise SystemExit(f"{target.name} is there. A file that was given out is never made again; give this one another name.")
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["WORKBENCH_HOME"] = scratch
        os.chdir(FOLDER.parents[1])
        paths.resources = lambda: Path("resources")  # where an article lay is kept in the file
        made = Path(scratch) / target.name
        make(made, Path(scratch))
        golden.write(target.with_suffix(".json"), golden.describe(made, Path(scratch) / "copy.case"))
        shutil.copyfile(made, target)
    sys.stdout.write(f"{target.name}: {target.stat().st_size} bytes\n")
