"""How often the speaker that is read from real articles is the one a person named. The patterns were tuned once on these articles."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.seoul import build_seoul, model, there
from workbench.checks.attribution import attributed

SAME = {"nis": {"national", "intelligence", "service"}}
SMALL = frozenset(("the", "a", "of", "s", "and", "to", "in", "on"))


def tokens(who: str) -> set[str]:
    found = set(re.findall(r"\w+", re.sub(r"[’']s\b", "", who).casefold())) - SMALL
    return found.union(*(SAME.get(t, set()) for t in found))


@pytest.mark.skipif(not there(), reason="needs ../shared/cases/seoul beside the repository")
def test_the_speaker_is_found_where_shared_is_there(tmp_path: Path) -> None:
    case = build_seoul(tmp_path / "seoul.case", lambda: "Ida Holm")
    try:
        told = [a.get("attributed_to") or "" for c in model()["claims"] for a in c["appearances"]]
        rows = [a for v in case.claims.views() for a in v.appearances]
        with case.file.read() as reader:
            passages = reader.passages()
        right = proposed = 0
        for wanted, row in zip(told, rows, strict=True):
            text, sentences = case.articles.text(row.article_id), case.articles.sentences(row.article_id)
            found = attributed(text, passages[row.passage_id or 0].span, sentences)
            proposed += found is not None
            common = tokens(wanted) & tokens(found.who) if found else set()
            right += bool(found and common and 2 * len(common) >= min(len(tokens(wanted)), len(tokens(found.who))))
        assert right / proposed >= 0.85, "precision"
        assert right / sum(map(bool, told)) >= 0.85, "recall"
    finally:
        case.close()
