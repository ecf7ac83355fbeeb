"""What stands around an article is searched only when it is asked for, and what lies there is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.thorough import share
from workbench.case import Case
from workbench.case.matches import parted
from workbench.domain.entities import Zone
from workbench.domain.vocabulary import FURNITURE, SetBy, ZoneKind

PAGE = """<!doctype html><html lang=en><head><title>Council keeps the ferry</title></head><body>
<nav><a href=/a>Lighthouses of the coast</a><a href=/b>Tides and currents</a></nav><article><h1>Council keeps the ferry</h1>
<p>The harbour council voted on Tuesday to keep the ferry until spring. Nobody had expected the vote to be so close.</p>
<p>The mayor, Ada Larkspur, said the boat was <del>sunk</del> old. “We cannot wait for ever,” she told the council.</p>
<p>A tug from the neighbouring town has been hired for the winter, and it will be paid for by the port.</p>
<p hidden>The lighthouses will be sold by auction.</p></article></body></html>"""
AROUND = "Around 1 article there is more, in page furniture, comments or hidden text: add in:furniture."


@pytest.fixture
def case(tmp_path: Path) -> Case:
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    made = Case.create(tmp_path / "a.case", lambda: "Ida Holm")
    made.imports.files([page])
    made.index.refresh()
    return made


def ask(case: Case, query: str) -> tuple[list[str], tuple[str, ...]]:
    _, results = case.index.search(query)
    assert results is not None
    return [hit.kind for hit in results.hits], results.notes


def test_menus_and_hidden_text_are_found_only_when_asked_for(case: Case) -> None:
    assert ask(case, "ferry") == (["article"], ())
    assert ask(case, "lighthouses") == ([], (AROUND,))
    assert ask(case, "lighthouses in:furniture") == (["furniture"], ())
    assert ask(case, "sunk zone:struck_out") == (["furniture"], ())
    assert ask(case, "/auction/") == ([], (AROUND,))
    assert ask(case, "-tug") == ([], ()), "what lacks a word is no find around an article"


def test_hits_there_have_their_exact_places(case: Case) -> None:
    _, results = case.index.search("lighthouses in:furniture")
    assert results is not None
    [hit] = results.hits
    text = case.articles.text(hit.id)
    assert [text[slice(*span)] for span in hit.spans] == ["Lighthouses", "lighthouses"]


def test_what_the_analyst_calls_body_is_found_at_once(case: Case) -> None:
    words = "The lighthouses will be sold by auction."
    at = case.articles.text(1).index(words)
    case.articles.set_zone(1, at, at + len(words), ZoneKind.BODY)
    case.index.refresh()
    assert ask(case, "auction") == (["article"], ())
    case.undo()
    case.index.refresh()
    assert ask(case, "auction") == ([], (AROUND,))


@given(
    st.text(alphabet="ab \n", max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20), st.sampled_from(list(ZoneKind))), max_size=6),
)
@settings(max_examples=share(200), deadline=None)
def test_a_text_is_parted_without_moving_a_letter(text: str, spans: list[tuple[int, int, ZoneKind]]) -> None:
    zones = [Zone(1, 1, at, min(at + n, len(text)), kind, SetBy.MACHINE, "") for at, n, kind in spans if at < len(text)]
    own, around = parted(text, zones)
    away = {place for z in zones if z.kind in FURNITURE for place in range(z.start, z.end)}
    assert (len(own), len(around)) == (len(text), len(text) if away else 0)
    for place, letter in enumerate(text):
        blank = "\n" if letter == "\n" else " "
        assert (own[place], around[place : place + 1]) == ((blank, letter) if place in away else (letter, blank if away else ""))
