"""Stories an analyst works through: which words, which status and basis, which links. Texts are read where they are, never kept here."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt

from tests.journeys.driver import CTRL, Analyst

ROOT = Path(__file__).resolve().parents[2]
SEOUL = ROOT.parent / "shared" / "cases" / "seoul"
SAMPLE = ROOT / "resources" / "sample_case"
DIGITS = {"confirmed": Qt.Key.Key_1, "unconfirmed": Qt.Key.Key_2, "denied": Qt.Key.Key_3}


@dataclass(frozen=True)
class Told:
    """A claim of a story: where it is first seen, the letter of its basis, where else it is, what is linked to it."""

    status: str
    letter: str
    places: list[tuple[int, str]]
    links: list[tuple[int, str, str]]
    denied: tuple[str, str] = ("", "")


def seoul() -> tuple[list[Path], list[Told]]:
    """8 claims, 20 appearances, 6 links of the worked model case, with its own words read from it."""
    model = json.loads((SEOUL / "model-case.json").read_text(encoding="utf-8"))
    exhibits = {article["id"]: number for number, article in enumerate(model["articles"], 1)}
    claims = {claim["id"]: claim for claim in model["claims"]}

    def places(claim: str, articles: str) -> list[tuple[int, str]]:
        return [
            next((exhibits[a["article"]], a["quote"]) for a in claims[claim]["appearances"] if a["article"] == each)
            for each in articles.split()
        ]

    told = [
        Told("confirmed", "b", places("C01", "000 002 003"), [(*places("C01", "004")[0], "+")]),
        Told("confirmed", "w", places("C02", "000 002 003"), [(*places("C02", "001")[0], "+")]),
        Told("unconfirmed", "s", places("C03", "000 001 002 003"), [(*places("C14", "001")[0], "-"), (*places("C14", "002")[0], "-")]),
        Told("unconfirmed", "s", places("C06", "001 002 003"), []),
        Told("confirmed", "w", places("C11", "000 002"), [(*places("C11", "004")[0], "+")]),
        Told("confirmed", "d", places("C19", "001 003"), [(*places("C19", "002")[0], "+")]),
        Told("unconfirmed", "s", places("C22", "000"), []),
        Told("denied", "p", places("C10", "003 004"), [], ("Russia", "2024-10-10")),
    ]
    return [SEOUL / "articles"], told


def sample() -> tuple[list[Path], list[Told]]:
    """The same work on the project's own example: its claims in order, up to 20 appearances and 6 links."""
    story = json.loads((SAMPLE / "case.json").read_text(encoding="utf-8"))
    files = [article["file"] for article in story["articles"]]
    letters = {"own_words": "w", "both_parties_on_record": "b", "single_origin": "s", "conflicting": "c", "not_checkable_yet": "n",
               "single_anonymous_origin": "a", "party_denial": "p"}  # fmt: skip
    told = []
    for claim in story["claims"]:
        if claim["basis"] not in letters:
            continue
        places = [(files.index(a["file"]) + 1, a["quote"]) for a in claim["appearances"] if a.get("quote") and a["stance"] != "denies"]
        links = [
            (files.index(e["file"]) + 1, e["quote"], "-" if e["relation"] == "contradicts" else "+")
            for e in claim["evidence"]
            if e.get("quote")
        ]
        told.append(Told(claim["status"], letters[claim["basis"]], places, links, (claim["denied_by"] or "", claim["denied_on"] or "")))
    return [SAMPLE / name for name in files], told


def work(analyst: Analyst, told: list[Told]) -> None:
    """Make every claim of a story, with its status, appearances and links."""
    for claim in told:
        first, *further = claim.places
        analyst.drag_over(*first)
        analyst.press(DIGITS[claim.status])
        analyst.press(Qt.Key(ord(claim.letter.upper())))
        if claim.denied[0]:
            analyst.type(claim.denied[0])
            analyst.press(Qt.Key.Key_Return)
            analyst.type(claim.denied[1])
            analyst.press(Qt.Key.Key_Return)
        for place in further:
            analyst.drag_over(*place)
            analyst.press(Qt.Key.Key_M)
            analyst.press(Qt.Key.Key_Return)
        for exhibit, words, sign in claim.links:
            analyst.drag_over(exhibit, words)
            analyst.press(Qt.Key.Key_Plus if sign == "+" else Qt.Key.Key_Minus)


def whole_job(analyst: Analyst, paths: list[Path], told: list[Told]) -> None:
    """Drop the articles, lay five side by side, work them, and ask for the memo."""
    analyst.drop(paths)
    analyst.press(Qt.Key.Key_5, CTRL)
    work(analyst, told)
    analyst.press(Qt.Key.Key_P, CTRL)
    analyst.wait()
