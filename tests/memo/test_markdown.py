"""The Markdown memo says the same, and nothing in a text becomes markup."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest

from workbench.domain.snapshot import Snapshot
from workbench.memo.build import build_memo
from workbench.memo.markdown import MarkdownRenderer, escaped


def test_claims_with_word_and_counts(snapshot: Snapshot) -> None:
    text = MarkdownRenderer().render(build_memo(snapshot)).decode()
    assert text.startswith("**TLP:AMBER**")
    assert "| C2 | About 40 people were on board. | ? UNCONFIRMED | single origin | 4 | 1 | B | 2 | likely | moderate |" in text
    assert "### C5 REFUTED: It was the first grounding at Brenn." in text
    assert "“На борту было около 40 человек”" in text


def test_bold_words_stand_apart(snapshot: Snapshot) -> None:
    text = MarkdownRenderer().render(build_memo(snapshot)).decode()
    assert "- 1.1 Of eight claims, 3 are **confirmed**, 2 **unconfirmed**, 1 **denied** and 1 **refuted**; 1 has not" in text
    assert "all of them trace to **one origin**: Coast guard, briefing of 2 March." in text


def test_a_draft_begins_with_its_banner(snapshot: Snapshot) -> None:
    memo = build_memo(dataclasses.replace(snapshot, hash_faults={5: ""}))
    assert MarkdownRenderer().render(memo).startswith(b"**DRAFT: 3 citations do not match**")


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("<script>x</script>", r"\<script\>x\</script\>"),
        ("a|b", r"a\|b"),
        ("# head", r"\# head"),
        ("- item", r"\- item"),
        ("3. item", r"3\. item"),
        ("[a](b) `c` *d*", r"\[a\](b) \`c\` \*d\*"),
        ("two\nlines", "two lines"),
        ("a\u202eb", r"a\[U\+202E\]b"),
    ],
)
def test_markup_is_escaped(text: str, safe: str) -> None:
    assert escaped(text) == safe


def test_hostile_titles_stay_text(with_info: Callable[..., Snapshot]) -> None:
    text = MarkdownRenderer().render(build_memo(with_info(title="<img src=x> | # x"))).decode()
    assert r"# \<img src=x\> \| \# x" in text


def test_appendices_have_what_there_is(snapshot: Snapshot) -> None:
    text = MarkdownRenderer().render(build_memo(snapshot)).decode()
    assert [line for line in text.splitlines() if line.startswith("## ")][-3:] == ["## Exhibits", "## Citations", "## Integrity"]
    digest = snapshot.articles[3].original_sha256
    assert any(line.startswith("| Ex. 4 | article-4.txt |") and digest in line and "| matches |" in line for line in text.splitlines())
    empty = dataclasses.replace(snapshot, articles=(), texts={}, passages={}, claims=(), appearances=(), evidence=(), assessments={})
    heads = [line for line in MarkdownRenderer().render(build_memo(empty)).decode().splitlines() if line.startswith("## ")]
    assert "## Exhibits" not in heads
    assert "## Citations" not in heads
