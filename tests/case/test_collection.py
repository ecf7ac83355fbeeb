"""The collection log: every arrival and every erasure, fit for a spreadsheet and no danger to it."""

from __future__ import annotations

import csv
import hashlib
import io
from pathlib import Path

import pytest

from workbench.case import Case
from workbench.domain.errors import MemoFailed

TEXT = "Council keeps the ferry\n\nThe harbour council voted on Tuesday to keep the ferry until spring.\n"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    made = Case.create(tmp_path / "a.case", lambda: "Ida Holm")
    for name in ("=1+1.txt", "b, “quoted”.txt"):
        (tmp_path / name).write_text(f"{TEXT}{name}", encoding="utf-8")
        made.imports.files([tmp_path / name])
    made.imports.paste(TEXT + "pasted")
    return made


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_arrival_is_a_line_with_its_hash_and_who(case: Case) -> None:
    rows = table(case.collection.csv())
    assert [row["exhibit"] for row in rows] == ["Ex. 1", "Ex. 2", "Ex. 3"]
    assert {row["who"] for row in rows} == {"Ida Holm"}
    for row, article in zip(rows, case.articles.all(), strict=True):
        assert row["sha256"] == hashlib.sha256(case.articles.original(article.id)).hexdigest()
        assert row["size"] == str(len(case.articles.original(article.id)))
    assert rows[2]["method"].startswith("pasted from the clipboard")


def test_a_name_is_no_formula_and_commas_and_quotation_marks_are_kept(case: Case) -> None:
    assert [row["item"] for row in table(case.collection.csv())] == ["'=1+1.txt", "b, “quoted”.txt", "Pasted text"]


def test_what_was_erased_stays_in_the_log_with_its_reason(case: Case) -> None:
    case.erase_article(1, "court order 7")
    rows = table(case.collection.csv())
    assert [(row["exhibit"], row["method"], row["note"]) for row in rows if row["exhibit"] == "Ex. 1"] == [
        ("Ex. 1", "erased for good", "court order 7")
    ]


def test_it_is_written_whole_and_never_over_a_case(case: Case, tmp_path: Path) -> None:
    case.collection.save(tmp_path / "log.csv")
    assert (tmp_path / "log.csv").read_bytes() == case.collection.csv()
    for target in (case.path, tmp_path / "other.case", tmp_path / "no" / "log.csv"):
        with pytest.raises(MemoFailed):
            case.collection.save(target)
    assert Case.open(case.path, lambda: "x", read_only=True).articles.all()
