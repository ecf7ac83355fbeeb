"""Cases of any size about things that never happened, written in bulk through storage operations."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbench.case import Case
from workbench.domain.anchors import anchor_at, trimmed
from workbench.domain.spans import Span
from workbench.domain.statuses import Basis, Status
from workbench.domain.vocabulary import (
    ClaimKind,
    Confidence,
    Field,
    Method,
    OriginBasis,
    OriginKind,
    PassageState,
    Priority,
    Reliability,
    SetBy,
    Stance,
    ZoneKind,
)
from workbench.importers.sentences import sentence_spans
from workbench.storage import Operation

WHO = ("The harbour office", "A lock keeper", "The ferry company", "Councillor Brandt", "A night nurse", "The weather service", "The union")
DID = ("said that", "denied that", "reported that", "had been told that", "wrote to the town that", "could not confirm that")
WHAT = (
    "the north lock",
    "a barge",
    "the old footbridge",
    "the pumping station",
    "the ferry Alma",
    "a convoy of lorries",
    "the signal mast",
)
FATE = ("was closed", "had drifted", "failed its inspection", "was struck twice", "stood under water", "was sold", "had been repaired")
WHEN = (
    "before dawn on Tuesday",
    "in the second week of March",
    "after the storm",
    "at about half past four",
    "two days later",
    "on Friday",
)
OUTLETS = ("Delta Courier", "The Lock Gazette", "Morning Post of Velm", "Radio Estuary", "Coastal Wire")
STATUSES = (
    (Status.OPEN, None), (Status.CONFIRMED, Basis.OWN_WORDS), (Status.UNCONFIRMED, Basis.SINGLE_ORIGIN),
    (Status.UNCONFIRMED, Basis.CONFLICTING), (Status.CONFIRMED, Basis.PUBLIC_DOCUMENT),
)  # fmt: skip
BATCH = 20
"""Rows of their kind in one operation: a case of this size was not made in one step, so its journal is not one row."""


def sentence(chance: random.Random) -> str:
    parts = [chance.choice(words) for words in (WHO, DID, WHAT, FATE, WHEN)]
    return f"{' '.join(parts)}, {chance.randrange(2, 900)} metres from the quay."


def article_text(chance: random.Random, length: int) -> str:
    """A headline and paragraphs of three to five sentences, at least `length` characters in all."""
    parts = [f"{chance.choice(WHAT).capitalize()} {chance.choice(FATE)} {chance.choice(WHEN)}"]
    while sum(map(len, parts)) < length:
        parts.append(" ".join(sentence(chance) for _ in range(chance.randrange(3, 6))))
    return "\n\n".join(parts) + "\n"


def build_fiction(path: Path, articles: int, claims: int, *, length: int = 3000, seed: int = 7, each: int = 2) -> Case:
    """A case with so many articles and claims, each claim in `each` articles; returned open."""
    chance = random.Random(seed)
    case = Case.create(path, lambda: "bench")
    texts = {number: article_text(chance, length) for number in range(1, articles + 1)}
    _in_operations(case, "Import", list(texts), lambda operation, numbers: _articles(operation, numbers, texts))
    with case.file.operation("Origins") as operation:
        operation.insert_many("origins", (_origin(number) for number in range(1, 9)))
    spans = {number: sentence_spans(text) for number, text in texts.items()}

    def write(operation: Operation, numbers: list[int]) -> None:
        _claims(operation, numbers, texts, spans, chance, each)

    _in_operations(case, "Claims", list(range(1, claims + 1)), write)
    return case


def _in_operations(case: Case, name: str, numbers: list[int], write: Any) -> None:
    for at in range(0, len(numbers), BATCH):
        with case.file.operation(name) as operation:
            write(operation, numbers[at : at + BATCH])


def _articles(operation: Operation, numbers: list[int], texts: dict[int, str]) -> None:
    rows, fields, zones = [], [], []
    for number in numbers:
        text, data = texts[number], texts[number].encode()
        digest = hashlib.sha256(data).hexdigest()
        operation.keep("originals", sha256=digest, bytes=data)
        operation.keep("texts", sha256=digest, text=text)
        rows.append({
            "id": number, "name": f"{number:04}.txt", "location": f"{number:04}.txt", "method": Method.FILE, "media_type": "text/plain",
            "encoding": "utf-8", "encoding_basis": "made up", "original_sha256": digest, "text_sha256": digest, "reader": "plain 1",
            "imported_at": "2026-03-10T08:00:00+00:00", "imported_by": "bench", "grade": Reliability.C, "warnings": json.dumps([]),
        })  # fmt: skip
        headline = text.index("\n")
        known = ((Field.TITLE, text[:headline]), (Field.PUBLISHER, OUTLETS[number % 5]), (Field.PUBLISHED, f"2026-03-{number % 28 + 1:02}"))
        fields += [
            {"article_id": number, "field": f, "value": v, "confidence": Confidence.HIGH, "basis": "made up", "set_by": SetBy.MACHINE}
            for f, v in known
        ]
        for start, end, kind in ((0, headline, ZoneKind.HEADLINE), (headline + 2, len(text), ZoneKind.BODY)):
            zones.append({"article_id": number, "start": start, "end": end, "kind": kind, "set_by": SetBy.MACHINE, "basis": "made up"})
    for table, found in (("articles", rows), ("metadata_fields", fields), ("zones", zones)):
        operation.insert_many(table, found)


def _origin(number: int) -> dict[str, Any]:
    return {
        "id": number, "name": f"{WHO[number % 7]}, source {number}", "kind": OriginKind.OFFICIAL, "reliability": Reliability.B,
        "interest": "", "anonymous": 0, "derives_from": number - 1 if number % 4 == 0 else None,
    }  # fmt: skip


def _claims(
    operation: Operation, numbers: list[int], texts: dict[int, str], spans: dict[int, list[Span]], chance: random.Random, each: int
) -> None:
    claims, passages, appearances = [], [], []
    for number in numbers:
        status, basis = STATUSES[number % len(STATUSES)]
        first = (number - 1) % len(texts) + 1
        for entry in range(each):
            article = (first - 1 + entry) % len(texts) + 1
            passage = (number - 1) * each + 1 + entry
            text = texts[article]
            anchor = anchor_at(text, *trimmed(text, *spans[article][chance.randrange(1, len(spans[article]))]))
            passages.append({"id": passage, "article_id": article, **_columns(anchor), "state": PassageState.EXACT})
            appearances.append({
                "claim_id": number, "article_id": article, "passage_id": passage, "stance": Stance.REPORTS,
                "origin_id": chance.randrange(1, 9), "origin_basis": OriginBasis.STATED,
            })  # fmt: skip
        claims.append({
            "id": number, "text": sentence(chance), "kind": ClaimKind.EVENT, "priority": Priority.NORMAL, "event_date": "2026-03-09",
            "status": status, "basis": basis,
        })  # fmt: skip
    for table, found in (("claims", claims), ("passages", passages), ("appearances", appearances)):
        operation.insert_many(table, found)


def _columns(anchor: Any) -> dict[str, Any]:
    return {name: getattr(anchor, name) for name in ("start", "end", "exact", "prefix", "suffix")}


def passage_rows(count: int, article_id: int) -> Iterator[dict[str, Any]]:
    """Rows for one table, for timing writes: `count` passages of one article."""
    for number in range(count):
        words = f"{WHO[number % 7]} {DID[number % 6]} {WHAT[number % 7]} {FATE[number % 7]} {number}."
        yield {
            "article_id": article_id, "start": number, "end": number + len(words), "exact": words, "prefix": words[:32],
            "suffix": words[-32:], "state": PassageState.EXACT,
        }  # fmt: skip


def page_source(number: int) -> str:
    """A web page of a made-up paper, with a menu, an article and links to others."""
    chance = random.Random(number)
    paragraphs = "".join(f"<p>{line}</p>" for line in article_text(chance, 4000).split("\n") if line.strip())
    menu = "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(20))
    others = "".join(f"<li><a href='/{n}'>Another headline of the day, number {n}</a></li>" for n in range(20))
    return (
        f"<!doctype html><html lang=en><head><title>Page {number}</title></head><body><nav><ul>{menu}</ul></nav>"
        f"<article><h1>Page {number}</h1>{paragraphs}</article><aside><ul>{others}</ul></aside></body></html>"
    )
