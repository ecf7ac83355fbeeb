"""Regular expressions in a search: over articles, claims, notes and evidence, with the rest of the query language around them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.case import Case, indexing
from workbench.domain.vocabulary import ZoneKind


def found(case: Case, query: str, cancelled: Callable[[], bool] | None = None) -> set[tuple[str, int]]:
    case.index.refresh()
    _, results = case.index.search(query, cancelled=cancelled)
    assert results is not None
    assert {(hit.kind, hit.id) for hit in results.hits} == case.index.keys(query)
    assert results.total == len(results.hits)
    return {(hit.kind, hit.id) for hit in results.hits}


def test_a_pattern_is_looked_for_in_every_text(case: Case) -> None:
    claim = case.claims.add("38 passengers were treated").new("claims")
    case.claims.edit(claim, note="He says 40 in another paper")
    assert found(case, r"/\b\d\d passengers/") == {("article", 1), ("article", 2), ("claim", claim)}
    assert found(case, r"/\d\d/ in:notes") == {("note", claim)}
    assert found(case, r"/\d\d in a/") == {("note", claim)}
    assert found(case, r"/passengers/ -doctor") == {("article", 1), ("claim", claim)}
    assert found(case, r"-/passengers/ in:articles") == set()
    assert found(case, r"/\bzzz/ OR doctor") == {("article", 2)}
    assert found(case, "/zzz/") == set()


def test_its_hits_have_their_exact_places(case: Case) -> None:
    case.index.refresh()
    _, results = case.index.search(r"/fell (ill|sick)/")
    assert results is not None
    for hit in results.hits:
        text = case.articles.text(hit.id)
        assert [text[start:end] for start, end in hit.spans] == ["fell ill"] * len(hit.spans)
        assert hit.spans
        assert hit.snippet.text[slice(*hit.snippet.spans[0])] == "fell ill"
    [reason] = case.index.why(r"/fell (ill|sick)/", "article", 1)
    assert (reason.asked, reason.times, reason.matches[0].how) == ("/fell (ill|sick)/", 1, "fits the pattern")
    assert case.index.why("/zzz/", "article", 1) == ()


def test_within_zones_only_what_stands_there_counts(case: Case) -> None:
    zone = next(zone for zone in case.articles.zones(1) if zone.kind is ZoneKind.HEADLINE)
    assert case.articles.text(1)[zone.start : zone.end].startswith("Ferry")
    assert ("article", 1) in found(case, "/Port Ansel/ zone:headline")
    assert found(case, "/passengers/ zone:headline") == set()
    assert ("article", 1) in found(case, "/passengers/ zone:body")


def test_a_bad_pattern_is_told_where_it_stands(case: Case) -> None:
    case.index.refresh()
    parsed, results = case.index.search("doctor /(ill/")
    assert results is None
    assert parsed.tree is None
    assert "no regular expression: missing )" in parsed.diagnostics[-1].message
    assert parsed.diagnostics[-1].position == len("doctor /")
    assert case.index.keys("/(ill/") == frozenset()
    assert case.index.why("/(ill/", "article", 1) == ()


def test_one_that_takes_too_long_is_told_and_the_next_search_answers(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    case.claims.add("a" * 60 + "!")
    case.index.refresh()
    monkeypatch.setattr(indexing, "PATTERN_SECONDS", 0.5)
    parsed, results = case.index.search("/(a+)+b/")
    assert results is None
    assert "took too long" in parsed.diagnostics[-1].message
    assert found(case, "/a{60}/")
    parsed, results = case.index.search("/(a+)+b/", cancelled=lambda: True)
    assert results is None
    assert "cancelled" in parsed.diagnostics[-1].message


def test_the_command_line_says_it_too(case: Case, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    from workbench.cli import run

    path = case.path
    case.close()
    assert run(["search", str(path), "/fell ill/"]) == 0
    assert "fell ill" in capsys.readouterr().out
    assert run(["search", str(path), "/[/"]) != 0
    assert "unterminated character set" in capsys.readouterr().err
