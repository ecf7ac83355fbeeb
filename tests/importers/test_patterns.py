"""Regular expressions over many texts: in a child that can be ended, with what is wrong told in words."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.domain.errors import QueryError
from workbench.importers import matching
from workbench.importers.patterns import places
from workbench.importers.starting import CannotStart, Child

TEXTS = [("a", "The cease-fire held.\nCEASE FIRE!"), ("b", "nothing 🚢 of it, é"), ("c", "a" * 40)]
FOREVER = "(a+)+b"


def test_matches_are_places_in_code_points_whatever_the_case() -> None:
    assert places("cease.?fire", TEXTS) == {"a": ((4, 14), (21, 31))}
    assert places("of|É$", TEXTS) == {"b": ((10, 12), (17, 18))}
    assert places("^cease", TEXTS) == {"a": ((21, 26),)}, "lines begin at line ends"
    assert places("x*", TEXTS) == {}, "a match of nothing is none"


@settings(max_examples=15, deadline=None)
@given(st.lists(st.text(max_size=30), max_size=5), st.sampled_from(["a|b", r"\w+", ".", "[^a]b?", "(?<=a)b", "é"]))
def test_the_child_finds_what_matching_here_finds(texts: list[str], pattern: str) -> None:
    expected = {
        at: tuple(m.span() for m in re.finditer(pattern, text, re.IGNORECASE | re.MULTILINE) if m.group()) for at, text in enumerate(texts)
    }
    assert places(pattern, enumerate(texts)) == {at: spans for at, spans in expected.items() if spans}


@pytest.mark.parametrize(
    ("pattern", "says", "position"),
    [
        ("(", "missing ), unterminated subpattern (at its character 1)", 0),
        ("a[b", "unterminated character set (at its character 2)", 1),
        ("a**", "multiple repeat (at its character 3)", 2),
        ("(" * 2000, "too large", 0),
        ("\ud800(", "missing )", 1),
    ],
)
def test_a_bad_pattern_is_told_with_its_reason(pattern: str, says: str, position: int) -> None:
    with pytest.raises(QueryError, match=re.escape(says)) as told:
        places(pattern, TEXTS)
    assert told.value.position == position


def test_a_pattern_that_takes_for_ever_is_given_up() -> None:
    begun = time.monotonic()
    with pytest.raises(QueryError, match=r"took too long: it was given up after 0\.6 s"):
        places(FOREVER, TEXTS, seconds=0.6)
    assert time.monotonic() - begun < 20


def test_a_pattern_that_takes_for_ever_can_be_cancelled() -> None:
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 3

    with pytest.raises(QueryError, match="cancelled"):
        places(FOREVER, TEXTS, seconds=60, cancelled=cancelled)


def test_texts_go_to_the_child_in_portions() -> None:
    texts = [(at, f"word {at} " * 30_000) for at in range(12)]
    assert {at: len(spans) for at, spans in places(r"word 7\b", texts).items()} == {7: matching.MOST}


def test_a_child_that_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Child) -> None:
        raise CannotStart("no more processes")

    monkeypatch.setattr(Child, "greet", refuse)
    with pytest.raises(QueryError, match="no process could be started for it \\(no more processes\\)"):
        places("a", TEXTS)


def test_an_answer_that_is_none_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Child, "exchange", lambda *_: ({"places": [[1, 2]]}, b""))
    with pytest.raises(QueryError, match="ended the process"):
        places("a", TEXTS)
