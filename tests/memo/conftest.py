"""A fictional case: the ferry Alder aground off Brenn, in five articles, one of them in another script."""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections.abc import Callable

import pypdfium2
import pytest

from workbench.domain.anchors import anchor_at
from workbench.domain.entities import Appearance, Article, Assessment, Claim, Evidence, Metadatum, Origin, Passage
from workbench.domain.records import CaseInfo
from workbench.domain.snapshot import Snapshot
from workbench.domain.statuses import Basis, Status
from workbench.domain.vocabulary import (
    ClaimKind,
    Confidence,
    Credibility,
    Field,
    Handling,
    Likelihood,
    Method,
    OriginBasis,
    OriginKind,
    PassageState,
    Priority,
    Relation,
    Reliability,
    Stance,
)

TEXTS = {
    1: "Ferry aground off Brenn\nThe ferry Alder ran aground off Brenn on Tuesday, the harbour office said.\n"
    "About 40 people were on board, according to the coast guard. No one was hurt.\n",
    2: "Alder stuck fast\nSome 40 passengers were aboard, the coast guard told reporters.\n"
    "The captain had been asleep, a person on the pier said.\n",
    3: "Forty on board\nForty were on board, Northline reported.\nThe operator denied that the ship was overloaded.\n"
    "It is the first grounding at Brenn.\n",
    4: "Паром на мели\nПаром «Альдер» сел на мель у Бренна.\nНа борту было около 40 человек, сообщает «Нортлайн».\n",
    5: "After the Alder\nRecords show groundings at Brenn in 2011 and 2019.\n“We will raise the Alder by Friday,” the mayor said.\n"
    "The ship was overloaded, a dock worker said.\n",
}
OUTLETS = {1: "Brenn Courier", 2: "Northline", 3: "Skerry Post", 4: "Вестник Бренна", 5: "Tide Daily"}


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def article(number: int) -> Article:
    def known(value: str, basis: str, confidence: Confidence = Confidence.HIGH) -> Metadatum:
        return Metadatum(value, confidence, basis)

    metadata = {
        Field.TITLE: known(TEXTS[number].split("\n")[0], "first line"),
        Field.PUBLISHER: known(OUTLETS[number], "masthead", Confidence.MODERATE if number == 3 else Confidence.HIGH),
        Field.PUBLISHED: known(f"2031-03-0{number}", "dateline"),
        Field.LANGUAGE: known("ru" if number == 4 else "en", "letters"),
    }
    if number in (3, 4):
        metadata[Field.WIRE] = known("Northline", "credit line")
    digest, size = sha(TEXTS[number]), len(TEXTS[number].encode())
    return Article(
        id=number,
        name=f"article-{number}.txt",
        location=f"/home/someone/private/article-{number}.txt",
        method=Method.FILE,
        media_type="text/plain",
        encoding="utf-8",
        encoding_basis="valid UTF-8",
        original_sha256=digest,
        original_size=size,
        text_sha256=digest,
        reader="plain 1",
        imported_at="2031-03-06T08:00:00Z",
        imported_by="R. Quill",
        grade=Reliability.C,
        metadata=metadata,
    )


def origins() -> dict[int, Origin]:
    made = [
        Origin(1, "Brenn harbour office", OriginKind.OFFICIAL, Reliability.B, "party", False, None),
        Origin(2, "Coast guard, briefing of 2 March", OriginKind.GOVERNMENT, Reliability.B, "", False, None),
        Origin(3, "Northline report", OriginKind.WIRE, Reliability.C, "", False, 2),
        Origin(4, "A person on the pier", OriginKind.WITNESS, Reliability.F, "", True, None),
        Origin(5, "Reporter of the Вестник on the shore", OriginKind.NEWSROOM, Reliability.B, "", False, None),
        Origin(6, "Dock worker", OriginKind.WITNESS, Reliability.D, "in dispute with the operator", False, None),
        Origin(7, "Mayor of Brenn", OriginKind.PARTY, Reliability.B, "", False, None),
        Origin(8, "Harbour register", OriginKind.DOCUMENT, Reliability.A, "", False, None),
    ]
    return {origin.id: origin for origin in made}


def claim(number: int, text: str, kind: ClaimKind, priority: Priority, status: Status, basis: Basis | None, **more: str) -> Claim:
    blank = dict.fromkeys(
        ("event_date", "denied_by", "denied_on", "reason", "override_reason", "would_change", "as_of", "review_on", "note"), ""
    )
    return Claim(id=number, text=text, kind=kind, priority=priority, status=status, basis=basis, **{**blank, **more})


def claims() -> tuple[Claim, ...]:
    event, key, normal = ClaimKind.EVENT, Priority.KEY, Priority.NORMAL
    return (
        claim(
            1, "The ferry Alder ran aground off Brenn.", event, key, Status.CONFIRMED, Basis.INDEPENDENT_CORROBORATION, reason="Two saw it."
        ),
        claim(
            2,
            "About 40 people were on board.",
            ClaimKind.QUANTITY,
            key,
            Status.UNCONFIRMED,
            Basis.SINGLE_ORIGIN,
            would_change="The passenger list",
            reason="Four articles repeat one briefing.",
        ),
        claim(3, "The captain was asleep.", event, normal, Status.UNCONFIRMED, Basis.SINGLE_ANONYMOUS_ORIGIN, review_on="2031-04-01"),
        claim(
            4,
            "The Alder was overloaded.",
            event,
            key,
            Status.DENIED,
            Basis.PARTY_DENIAL,
            denied_by="the operator",
            denied_on="2031-03-03",
        ),
        claim(5, "It was the first grounding at Brenn.", ClaimKind.SUPERLATIVE, normal, Status.DENIED, Basis.CONTRADICTED),
        claim(6, "The Alder will be raised by Friday.", ClaimKind.PLAN, normal, Status.OPEN, None, event_date="2031-03-07"),
        claim(
            7,
            "The mayor said that the Alder would be raised by Friday.",
            ClaimKind.UTTERANCE,
            normal,
            Status.CONFIRMED,
            Basis.OWN_WORDS,
        ),
        claim(
            8,
            "No one was hurt.",
            event,
            normal,
            Status.CONFIRMED,
            Basis.INDEPENDENT_CORROBORATION,
            override_reason="The hospital log was read on the telephone.",
        ),
    )


# claim, article, stance, words, attributed to, origin, basis of the origin
MARKS: tuple[tuple[int, int, Stance, str, str, int | None, OriginBasis | None], ...] = (
    (1, 1, Stance.REPORTS, "The ferry Alder ran aground off Brenn on Tuesday", "the harbour office", 1, OriginBasis.STATED),
    (1, 4, Stance.ASSERTS, "Паром «Альдер» сел на мель у Бренна.", "", 5, OriginBasis.INFERRED),
    (2, 1, Stance.REPORTS, "About 40 people were on board", "the coast guard", 2, OriginBasis.STATED),
    (2, 2, Stance.REPORTS, "Some 40 passengers were aboard", "the coast guard", 2, OriginBasis.STATED),
    (2, 3, Stance.REPORTS, "Forty were on board", "Northline", 3, OriginBasis.STATED),
    (2, 4, Stance.REPORTS, "На борту было около 40 человек", "Нортлайн", 3, OriginBasis.STATED),
    (3, 2, Stance.REPORTS, "The captain had been asleep", "a person on the pier", 4, OriginBasis.STATED),
    (4, 3, Stance.DENIES, "The operator denied that the ship was overloaded.", "the operator", None, None),
    (4, 5, Stance.REPORTS, "The ship was overloaded", "a dock worker", 6, OriginBasis.STATED),
    (5, 3, Stance.ASSERTS, "It is the first grounding at Brenn.", "", None, None),
    (7, 5, Stance.REPORTS, "“We will raise the Alder by Friday,” the mayor said.", "the mayor", 7, OriginBasis.STATED),
    (8, 1, Stance.ASSERTS, "No one was hurt.", "", 1, OriginBasis.STATED),
)
ABSENT = ((3, 1), (3, 5))


@pytest.fixture
def snapshot() -> Snapshot:
    passages: dict[int, Passage] = {}
    appearances: list[Appearance] = []
    for number, (owner, place, stance, words, who, origin, basis) in enumerate(MARKS, 1):
        start = TEXTS[place].index(words)
        passages[number] = Passage(number, place, anchor_at(TEXTS[place], start, start + len(words)), PassageState.EXACT)
        statement = number if basis is OriginBasis.STATED else None  # the passage itself says who says it
        appearances.append(Appearance(number, owner, place, number, stance, who, "", "", "", origin, basis, statement))
    for owner, place in ABSENT:
        appearances.append(Appearance(len(appearances) + 1, owner, place, None, Stance.NOT_MENTIONED, "", "", "", "", None, None))
    words = "Records show groundings at Brenn in 2011 and 2019."
    start = TEXTS[5].index(words)
    passages[90] = Passage(90, 5, anchor_at(TEXTS[5], start, start + len(words)), PassageState.EXACT)
    evidence = (
        Evidence(1, 5, Relation.CONTRADICTS, 90, None, "", "", 8, True, "kept by the harbour, not by the paper"),
        Evidence(2, 2, Relation.CONTEXT, None, None, "https://ferries.example/alder", "capacity of the ship", None, None, ""),
        Evidence(3, 1, Relation.CORROBORATES, None, None, "", "Call with the lighthouse", None, None, ""),
    )
    assessments = {
        1: Assessment(1, 1, Credibility.ONE, None, Confidence.HIGH),
        2: Assessment(2, 2, Credibility.TWO, Likelihood.LIKELY, Confidence.MODERATE),
        3: Assessment(3, 3, Credibility.FOUR, Likelihood.EVEN, Confidence.LOW),
    }
    info = CaseInfo(
        uid="0b5e",
        reference="BRENN-2031-03",
        title="The ferry Alder aground off Brenn",
        question="",
        as_of="2031-03-06T12:00:00Z",
        handling=Handling.AMBER,
        standard_of_proof="",
        analyst="R. Quill",
        checker="",
        memo_to="Duty editor",
        memo_from="Verification desk",
        bottom_line="",
        safe_wording="",
        created_at="2031-03-06T08:00:00Z",
    )
    return Snapshot(
        info=info,
        articles=tuple(article(number) for number in TEXTS),
        texts=dict(TEXTS),
        hash_faults={},
        zones={},
        passages=passages,
        claims=claims(),
        appearances=tuple(appearances),
        origins=origins(),
        evidence=evidence,
        assessments=assessments,
        head=sha("journal"),
        steps=41,
        last_change="2031-03-06T13:30:00Z",
    )


@pytest.fixture
def with_claim(snapshot: Snapshot) -> Callable[..., Snapshot]:
    """The same case with fields of one claim changed."""

    def change(number: int, **fields: object) -> Snapshot:
        changed = tuple(dataclasses.replace(c, **fields) if c.id == number else c for c in snapshot.claims)  # type: ignore[arg-type]
        return dataclasses.replace(snapshot, claims=changed)

    return change


@pytest.fixture
def with_info(snapshot: Snapshot) -> Callable[..., Snapshot]:
    """The same case with fields of the inquiry changed."""

    def change(**fields: object) -> Snapshot:
        return dataclasses.replace(snapshot, info=dataclasses.replace(snapshot.info, **fields))  # type: ignore[arg-type]

    return change


@pytest.fixture
def read_pages() -> Callable[[bytes], list[str]]:
    """The text of every page of a PDF, white space set to single spaces."""

    def read(pdf: bytes) -> list[str]:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return [" ".join(re.sub(r"[\u200b\ufffe\u2068\u2069]", "", page.get_textpage().get_text_range()).split()) for page in document]
        finally:
            document.close()

    return read
