"""The same words under another file: said at the door, kept as an exhibit, never left out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.thorough import share
from workbench.case import Case
from workbench.case import shared_text as rules
from workbench.case.same_text import FEWEST, Kinship, words_of
from workbench.case.shared_text import runs_of, sampled, shared
from workbench.domain.draft import DraftZone
from workbench.domain.vocabulary import ZoneKind

TEXT = """Council keeps the ferry

The harbour council voted on Tuesday to keep the ferry until spring. Nobody had expected the vote to be so close.
"""


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case.create(tmp_path / "a.case", lambda: "Ida Holm")


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        TEXT.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("utf-16"),
        TEXT.replace(" ", "  ").replace("\n\n", "\n\n\n").encode(),
        f"<html><body><article><h1>{TEXT.split(chr(10))[0]}</h1><p>{TEXT.split(chr(10))[2]}</p></article></body></html>".encode(),
    ],
)
def test_another_save_of_one_article_is_said_to_be_one(case: Case, tmp_path: Path, data: bytes) -> None:
    case.imports.files([write(tmp_path, "first.txt", TEXT.encode())])
    name = "again.html" if data.startswith(b"<") else "again.txt"
    report = case.imports.files([write(tmp_path, name, data)])
    assert report.same_text == ((2, 1),)
    assert report.summary == "1 article added; Ex. 2 has the same text as Ex. 1."
    again = case.articles.get(2)
    assert again.version_of == 1
    assert again.warnings[-1] == "The same text as Ex. 1: a copy of it, which adds no source."
    assert case.articles.original(2) == data
    case.undo()
    assert [article.id for article in case.articles.all()] == [1]


def test_several_in_one_import_are_told_from_each_other(case: Case, tmp_path: Path) -> None:
    other = TEXT.replace("Tuesday", "Monday")
    files = [write(tmp_path, f"{n}.txt", text.encode()) for n, text in enumerate((TEXT, other, TEXT + "\n", other + "\n\n"))]
    report = case.imports.files(files)
    assert report.same_text == ((3, 1), (4, 2))


def test_one_text_in_two_papers_is_one_text_printed_twice(case: Case, tmp_path: Path) -> None:
    page = (
        "<html><head><meta property='og:site_name' content='{}'></head><body><article><h1>Council keeps the ferry</h1>"
        f"<p>{TEXT.split(chr(10))[2]}</p></article></body></html>"
    )
    files = [write(tmp_path, f"{name}.html", page.format(name).encode()) for name in ("Courier", "Post")]
    assert case.imports.files(files).same_text == ((2, 1),)
    post = case.articles.get(2)
    assert post.version_of is None
    assert post.warnings[-1] == "The same text as Ex. 1, under another publisher's name: one text printed twice is one origin."


def test_another_text_from_the_same_address_is_another_version(case: Case, tmp_path: Path) -> None:
    page = (
        "<html><head><link rel=canonical href='https://{}courier.example/ferry{}'></head><body><article><h1>Council keeps the ferry</h1>"
        f"<p>{TEXT.split(chr(10))[2]}</p><p>The crew of {{}} was relieved.</p></article></body></html>"
    )
    for number, parts in enumerate(
        [("", "", "nine"), ("www.", "?from=mail", "eleven"), ("", "/", "twelve"), ("", "-two", "a quarter past nine")], start=1
    ):
        if number == 4:
            page = page.replace(
                "The harbour council voted", "Nobody in town had any doubt that the ferry, the oldest one of the coast, would be sold"
            )
        report = case.imports.files([write(tmp_path, f"{number}.html", page.format(*parts).encode())])
        assert report.same_text == ()
        assert report.versions == (((number, number - 1),) if number in (2, 3) else ())
    assert [article.version_of for article in case.articles.all()] == [None, 1, 2, None]
    assert case.articles.get(2).warnings[-1].startswith("Another version of Ex. 1: the page gives the same address")


def test_an_article_that_others_belong_with_can_go_and_come_back(case: Case, tmp_path: Path) -> None:
    case.imports.files([write(tmp_path, f"{n}.txt", (TEXT + "\n" * n).encode()) for n in range(3)])
    assert [article.version_of for article in case.articles.all()] == [None, 1, 1]
    case.articles.delete(1)
    assert [article.version_of for article in case.articles.all()] == [None, None]
    case.undo()
    assert [article.version_of for article in case.articles.all()] == [None, 1, 1]
    assert case.integrity.examine().faults == ()
    case.erase_article(1, "court order 7")
    assert [article.version_of for article in case.articles.all()] == [None, None]
    assert case.integrity.examine().faults == ()


def test_a_figure_or_a_word_more_is_another_text(case: Case, tmp_path: Path) -> None:
    files = [write(tmp_path, f"{n}.txt", t.encode()) for n, t in enumerate((TEXT, TEXT.replace("until", "till"), TEXT + "\nIt cost 14."))]
    assert case.imports.files(files).same_text == ()


def test_texts_of_a_few_letters_are_not_compared(case: Case, tmp_path: Path) -> None:
    files = [write(tmp_path, f"{n}.txt", t.encode()) for n, t in enumerate(("Yes. No.", "Yes, no!"))]
    assert case.imports.files(files).same_text == ()


CHANGES: tuple[Callable[[str], str], ...] = (str.upper, lambda text: text.replace(" ", "\u00a0"), lambda text: f"{text}.")


@given(st.text(alphabet="abcé1 .\n", min_size=1, max_size=200), st.sampled_from(CHANGES))
@settings(max_examples=share(100), deadline=None)
def test_signs_spaces_and_capitals_make_no_other_text(text: str, change: Callable[[str], str]) -> None:
    body = [DraftZone(0, len(text), ZoneKind.BODY, "")]
    changed = change(text)
    assert words_of(changed, [DraftZone(0, len(changed), ZoneKind.BODY, "")]) == words_of(text, body)
    assert bool(words_of(text, body)) is (sum(map(str.isalnum, text)) >= FEWEST)
    assert words_of(text, [DraftZone(0, len(text), ZoneKind.HIDDEN, "")]) == ""


WORDS = (
    "harbour", "office", "said", "on", "Tuesday", "that", "the", "old", "ferry", "had", "run", "aground", "near", "Norlin", "with", "forty",
    "people", "aboard", "and", "nobody", "was", "hurt",
)  # fmt: skip


def story(seed: int, length: int = 120) -> str:
    """Some sentences of made-up words, others for each seed."""
    chosen = Random(seed)
    return " ".join(chosen.choice(WORDS) + ("." if n % 11 == 10 else "") for n in range(length))


def page_of(publisher: str, text: str) -> bytes:
    head = f'<meta property="og:site_name" content="{publisher}">' if publisher else ""
    return f"<html><head>{head}</head><body><article><h1>Ferry aground</h1><p>{text}</p></article></body></html>".encode()


@pytest.mark.parametrize(
    ("one", "other", "share", "kinship"),
    [
        ("Courier", "Courier", 0.9, Kinship.MUCH_THE_SAME), ("Courier", "", 0.9, Kinship.MUCH_THE_SAME),
        ("Courier", "Herald", 0.9, Kinship.REWORKED), ("Courier", "Herald", 0.5, Kinship.SHARES), ("Courier", "", 0.5, Kinship.SHARES),
        ("Courier", "Courier", 0.5, None), ("Courier", "Herald", 0.1, None),
    ],
)  # fmt: skip
def test_how_much_text_two_articles_share_is_said(
    case: Case, tmp_path: Path, one: str, other: str, share: float, kinship: Kinship | None
) -> None:
    words = story(1).split()
    kept = int(len(words) * share)
    case.imports.files([write(tmp_path, "one.html", page_of(one, " ".join(words)))])
    report = case.imports.files([write(tmp_path, "two.html", page_of(other, " ".join([*words[:kept], *story(2).split()[kept:]])))])
    new = case.articles.get(2)
    remarks = [each for each in new.warnings if "Ex. 1" in each]
    if kinship is None:
        assert not remarks
        assert report.sharing == ()
        return
    assert remarks[0].split("(")[0] == kinship.value.split("(")[0].format(1)
    assert new.version_of == (1 if kinship is Kinship.MUCH_THE_SAME else None)
    assert report.versions == (((2, 1),) if kinship is Kinship.MUCH_THE_SAME else ())
    assert report.sharing == (((2, 1),) if kinship in (Kinship.REWORKED, Kinship.SHARES) else ())
    if kinship is not Kinship.MUCH_THE_SAME:
        assert report.summary.endswith("Ex. 2 shares text with Ex. 1.")


@given(st.integers(0, 999), st.integers(20, 200), st.integers(0, 200))
@settings(max_examples=60, deadline=None)
def test_the_share_is_that_of_all_runs_and_the_sample_misses_none_worth_saying(seed: int, length: int, kept: int) -> None:
    words, others = story(seed, length).split(), story(seed + 1000, length).split()
    texts = [" ".join(each) for each in (words, [*words[:kept], *others[kept:]])]
    runs = [runs_of(text, [DraftZone(0, len(text), ZoneKind.BODY, "")]) for text in texts]
    found = shared(7, runs[1], runs[0])
    both = len(runs[0] & runs[1])
    short = min(map(len, runs))
    assert (found is not None) == (both >= max(rules.FEWEST, rules.WORTH_SAYING * short))
    if found and both >= 60:
        known = rules.SharedText()
        known.add(7, sampled(runs[0]))
        assert known.candidates(sampled(runs[1])) == [7]


def test_what_stands_in_furniture_is_not_shared_text(case: Case, tmp_path: Path) -> None:
    menu = "".join(f"<li><a href='/{n}'>{word} {n}</a></li>" for n, word in enumerate(story(5, 80).split()))
    for number in (1, 2):
        data = f"<html><body><nav><ul>{menu}</ul></nav><article><h1>Number {number}</h1><p>{story(number, 60)}</p></article></body></html>"
        report = case.imports.files([write(tmp_path, f"{number}.html", data.encode())])
    assert report.sharing == report.versions == ()
