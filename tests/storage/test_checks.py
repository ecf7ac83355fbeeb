"""db/checks: no rows on a sound case, at least one on a case damaged to break the check; its closed lists are the domain's."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.storage.rows import fill_the_rest
from workbench import paths
from workbench.case import Case
from workbench.case.appearances import Attribution
from workbench.case.evidence import NewLink
from workbench.case.example import build_example
from workbench.case.origins import NewOrigin
from workbench.case.passages import Mark
from workbench.domain import vocabulary as v
from workbench.domain.statuses import Status
from workbench.domain.terms import Term
from workbench.domain.vocabulary import Relation

CHECKS = sorted((paths.db() / "checks").glob("*.sql"))
BREAKING = {
    "appearances.sql": [
        ("UPDATE appearances SET passage_id = NULL", "no passage"),
        ("UPDATE appearances SET stance = 'not_mentioned'", "yet it has a passage"),
        ("UPDATE appearances SET article_id = 2 WHERE passage_id = 1", "its passage is in another article"),
        ("UPDATE evidence SET passage_id = NULL, article_id = NULL", "no target"),
    ],
    "case.sql": [
        ("INSERT INTO info (title) VALUES ('a second one')", "2 descriptions"),
        ("DELETE FROM info", "0 descriptions"),
        ("UPDATE alembic_version SET version_num = '0099'", "says 0099 in a file of version"),
        ("DELETE FROM alembic_version", "says nothing"),
    ],
    "closed_lists.sql": [("UPDATE claims SET status = 'true'", "unknown status “true”")],
    "merged.sql": [
        ("UPDATE claims SET merged_into = 2 WHERE id = 1", "something hangs on it"),
        ("UPDATE claims SET merged_into = id", "merged itself"),
        ("UPDATE claims SET merged_into = 2 WHERE id = 1", "a claim that was merged"),
    ],
    "numbers.sql": [
        ("UPDATE sqlite_sequence SET seq = 0 WHERE name = 'claims'", "number 2 was given"),
        ("DELETE FROM sqlite_sequence", "was given and could be given again"),
        ("UPDATE sqlite_sequence SET seq = 1000 WHERE name = 'claims'", "the last number given was 2, and it would count on from 1000"),
        ("UPDATE sqlite_sequence SET seq = 'x' WHERE name = 'claims'", "would count on from x"),
    ],
    "origins.sql": [
        ("UPDATE origins SET derives_from = id", "derives from itself"),
        ("UPDATE origins SET derives_from = 3 - id", "derives from itself"),
    ],
    "passages.sql": [
        ("UPDATE passages SET exact = exact || '.'", "not in the text"),
        ('UPDATE passages SET start = start + 1, "end" = "end" + 1', "not in the text"),
        ('UPDATE passages SET "end" = start', "not in the text"),
        ("UPDATE passages SET start = -1", "not in the text"),
        ('UPDATE zones SET "end" = 100000', "outside the text"),
        ('UPDATE zones SET start = "end"', "outside the text"),
        ('UPDATE checked SET "end" = 100000', "outside the text"),
    ],
    "queries.sql": [
        ("DELETE FROM discrepancy_passages WHERE id = 1", "fewer than two passages"),
        ("UPDATE discrepancies SET state = 'resolved'", "resolved without a reason"),
    ],
    "signing.sql": [
        ("UPDATE sign_offs SET name = ' ida HOLM '", "both"),
        ("UPDATE memos SET supersedes = id", "supersedes a later version"),
    ],
    "takedowns.sql": [
        ("UPDATE takedowns SET exhibit = 1", "Ex. 1 is there"),
        ("UPDATE takedowns SET reason = ''", "no reason"),
    ],
    "status_basis.sql": [
        ("UPDATE claims SET status = 'confirmed'", "status confirmed with basis none"),
        ("UPDATE claims SET basis = 'first_hand'", "status open with basis first_hand"),
        ("UPDATE claims SET status = 'unconfirmed', basis = 'first_hand'", "status unconfirmed"),
        ("UPDATE claims SET status = 'denied', basis = 'single_origin'", "status denied"),
        ("UPDATE claims SET status = 'denied', basis = 'party_denial', denied_by = 'x'", "without party or date"),
    ],
}
LISTS: dict[tuple[str, str], type[Term]] = {
    ("info", "handling"): v.Handling, ("articles", "method"): v.Method,
    ("articles", "grade"): v.Reliability, ("metadata_fields", "field"): v.Field, ("metadata_fields", "confidence"): v.Confidence,
    ("metadata_fields", "set_by"): v.SetBy, ("zones", "kind"): v.ZoneKind, ("zones", "set_by"): v.SetBy,
    ("passages", "state"): v.PassageState, ("claims", "kind"): v.ClaimKind, ("claims", "priority"): v.Priority,
    ("claims", "status"): Status, ("appearances", "stance"): v.Stance, ("appearances", "origin_basis"): v.OriginBasis,
    ("origins", "kind"): v.OriginKind, ("origins", "reliability"): v.Reliability, ("evidence", "relation"): v.Relation,
    ("assessments", "credibility"): v.Credibility, ("assessments", "likelihood"): v.Likelihood, ("assessments", "confidence"): v.Confidence,
    ("checked", "kind"): v.CheckedKind, ("discrepancies", "type"): v.DiscrepancyType, ("discrepancies", "severity"): v.Severity,
    ("discrepancies", "state"): v.DiscrepancyState, ("discrepancies", "found_by"): v.FoundBy, ("sign_offs", "role"): v.Role,
    ("reviews", "verdict"): v.ReviewVerdict,
}  # fmt: skip


@pytest.fixture
def sound(case: Case, mark: Callable[[int, str], Mark]) -> Path:
    """A closed case with a row in every table."""
    for name in ("Harbour office", "Clinic"):
        case.origins.add(NewOrigin(name))
    claim = case.claims.add("40 passengers fell ill", mark(1, "40 passengers fell ill"), Attribution(origin="Harbour office")).new("claims")
    case.evidence.add(claim, NewLink(Relation.CORROBORATES, mark(2, "40 passengers fell ill")))
    case.claims.assess(claim, credibility="2")
    case.claims.add("a second claim")
    case.reading.check_rest(1)
    fill_the_rest(case, claim)
    case.close()
    return case.path


def rows(path: Path, check: Path, damage: str = "") -> list[tuple[str, str]]:
    raw = sqlite3.connect(path)
    if damage:
        assert raw.execute(damage).rowcount > 0
        raw.commit()
    found = raw.execute(check.read_text(encoding="utf-8")).fetchall()
    raw.close()
    return found


@pytest.mark.parametrize("check", CHECKS, ids=lambda p: p.name)
def test_no_rows_on_a_sound_case(sound: Path, tmp_path: Path, check: Path) -> None:
    assert rows(sound, check) == []
    example = build_example(tmp_path / "example.case", lambda: "me")
    example.close()
    assert rows(example.path, check) == []


def test_every_check_has_damage_to_try_it_on() -> None:
    assert {check.name for check in CHECKS} == set(BREAKING)


@pytest.mark.parametrize(("name", "damage", "words"), [(n, *d) for n, all_ in BREAKING.items() for d in all_])
def test_rows_on_a_damaged_case(sound: Path, name: str, damage: str, words: str) -> None:
    found = rows(sound, paths.db() / "checks" / name, damage)
    assert any(words in said for _, said in found), found


@pytest.mark.parametrize(("table", "column"), LISTS, ids=lambda value: value)
def test_the_closed_lists_are_those_of_the_domain(sound: Path, table: str, column: str) -> None:
    check = paths.db() / "checks" / "closed_lists.sql"
    raw = sqlite3.connect(sound)
    for value in [*LISTS[table, column], "nonsense", "", "A|B"]:
        raw.execute(f'UPDATE OR IGNORE {table} SET "{column}" = ? WHERE id = (SELECT min(id) FROM {table})', (str(value),))
        found = raw.execute(check.read_text(encoding="utf-8")).fetchall()
        assert bool(found) is (value not in set(LISTS[table, column])), (value, found)
    raw.close()


def test_numbers_are_checked_without_stumbling_over_a_broken_journal(sound: Path) -> None:
    assert rows(sound, paths.db() / "checks" / "numbers.sql", "UPDATE journal SET edits = '[[' WHERE seq = 1") == []
