"""A passage's translation: kept with whose it is and how it was made, printed beside the original, told in the history, undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.case import Case
from workbench.case.passages import Mark
from workbench.domain.vocabulary import ReviewVerdict

WORDS = {"translation": "Forty passengers fell ill", "translated_by": "Ida Holm", "translated_how": "own translation"}


@pytest.fixture
def translated(case: Case, mark: Callable[[int, str], Mark]) -> Case:
    """C1 in two articles; the passage in Ex. 2 is translated."""
    claim = case.claims.add("40 passengers fell ill.", mark(2, "40 passengers fell ill")).new("claims")
    case.appearances.add(claim, mark(1, "40 passengers fell ill"))
    case.appearances.edit(case.appearances.of(claim)[0].id, **WORDS)
    return case


def test_it_is_printed_beside_the_original_and_said_to_be_one(translated: Case) -> None:
    printed = translated.memos.render(".md").decode()
    assert "In translation: “Forty passengers fell ill” (translated by Ida Holm, own translation)" in printed
    assert printed.index("“40 passengers fell ill”") < printed.index("In translation")
    assert printed.count("In translation") == 1
    assert translated.memos.render(".pdf")[:5] == b"%PDF-"


def test_the_history_says_what_and_undo_takes_it_away(translated: Case) -> None:
    assert "translation: none → “Forty passengers fell ill”" in translated.history.of_claim(1)[0].whole
    translated.undo()
    assert translated.appearances.of(1)[0].translation == ""
    assert translated.appearances.of(1)[0].translator == ""


def test_who_translated_is_said_to_be_unknown_where_nobody_is_named(translated: Case) -> None:
    row = translated.appearances.of(1)[0]
    translated.appearances.edit(row.id, translated_by="", translated_how="")
    assert translated.appearances.of(1)[0].translator == "translated, by whom is not said"


def test_a_checker_is_asked_again_when_a_translation_changes(translated: Case) -> None:
    def state() -> list[str]:
        return [item.state.value for item in translated.signing.passing.items("R. Quill") if item.appearance]

    for item in translated.signing.passing.items("R. Quill"):
        translated.signing.passing.review(item, ReviewVerdict.AGREES, "R. Quill")
    before = state()
    translated.appearances.edit(translated.appearances.of(1)[0].id, translation="Some forty people fell ill")
    after = state()
    assert len(set(before)) == 1
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


def test_a_merged_claim_keeps_one_translation_whole(translated: Case, mark: Callable[[int, str], Mark]) -> None:
    other = translated.claims.add("Forty fell ill.", mark(2, "40 passengers fell ill")).new("claims")
    translated.claims.merge(1, other)
    kept = next(row for row in translated.appearances.of(other) if row.article_id == 2)
    assert (kept.translation, kept.translated_by, kept.translated_how) == tuple(WORDS.values())


def test_a_second_pair_of_eyes_sees_it(translated: Case, tmp_path: Path) -> None:
    copy = Case.open(translated.second.export(tmp_path / "theirs.case"), lambda: "R. Quill")
    assert copy.appearances.of(1)[0].translation == WORDS["translation"]
    copy.close()
