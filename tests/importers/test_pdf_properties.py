"""Whatever a PDF holds: every sign of the library's own text is in the reading text, its lines are where the layout says, and damage
gives a text or a reason."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.importers.pdf_making import Put, pdf, set_by_typst
from tests.importers.test_pdf_files import SHARED, read
from workbench.domain.draft import Draft
from workbench.domain.errors import ImportRefused
from workbench.domain.layout import place_of

PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹\ufffe\x02", "0123456789--")
WORDS = st.lists(st.text("abcdefghij,.", min_size=1, max_size=9), min_size=1, max_size=7).map(" ".join)
SIZES = st.sampled_from([7.0, 9.0, 10.0, 10.0, 16.0])
PUTS = st.builds(Put, st.integers(20, 480), st.integers(20, 800), WORDS, SIZES)
PAGES = st.lists(st.lists(PUTS, max_size=9), min_size=1, max_size=4)
WIDTH, PITCH = 36, 12


def signs(text: str) -> Counter[str]:
    """The signs of a text without white space and hyphens, which may be undone at the ends of lines."""
    return Counter(c for c in text.translate(PLAIN) if not c.isspace() and c not in "-\u00ad" and (c.isprintable() or c > "\x9f"))


def library_text(data: bytes) -> str:
    with pdfium.PdfDocument(data) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def check(data: bytes) -> Draft:
    draft = read(data)
    assert signs(draft.text) == signs(library_text(data))
    assert draft.layout.size == len(draft.text)
    position = 0
    for zone in draft.zones:
        assert not draft.text[position : zone.start].strip()
        assert draft.text[zone.start : zone.end].strip()
        position = zone.end
    assert not draft.text[position:].strip()
    return draft


@given(PAGES)
@settings(max_examples=60)
def test_every_sign_is_there_once_wherever_it_stands(pages: list[list[Put]]) -> None:
    if any(any(c.isalnum() for c in put.words) for page in pages for put in page):
        check(pdf(pages))


@st.composite
def printed(draw: st.DrawFn) -> list[list[list[str]]]:
    """Pages of columns of lines, each word of which has a number of its own, in the order in which they are read."""
    columns, lines = draw(st.integers(1, 3)), draw(st.integers(4, 30))
    number, pages = 0, []
    for _ in range(draw(st.integers(1, 3))):
        page = []
        for _ in range(columns):
            column = []
            for _ in range(lines):
                line = ""
                while len(line) < WIDTH - 7:
                    line += f"{'and' if number % 3 else 'so'}{number} "
                    number += 1
                column.append(line.strip() + draw(st.sampled_from(["", "", "", "."])))
            page.append(column)
        pages.append(page)
    return pages


@given(printed(), st.booleans())
@settings(max_examples=40)
def test_columns_are_in_order_and_each_line_at_its_place(pages: list[list[list[str]]], by_row: bool) -> None:
    placed = []
    for page in pages:
        columns = [[Put(40 + 185 * c, 780 - PITCH * n, line, 9) for n, line in enumerate(column)] for c, column in enumerate(page)]
        placed.append([p for row in zip(*columns, strict=True) for p in row] if by_row else [p for column in columns for p in column])
    draft = check(pdf(placed))
    lines = [(number, line) for number, page in enumerate(pages, start=1) for column in page for line in column]
    assert draft.text.split() == [word for _, line in lines for word in line.split()]
    counted = Counter[int]()
    for page_number, line in lines:
        counted[page_number] += 1
        start = draft.text.index(line)
        for position in (start, start + len(line) - 1):
            assert place_of(draft.text, position, draft.media_type, draft.layout) == f"p. {page_number}, l. {counted[page_number]}"


@given(st.integers(1, 3), st.booleans(), st.lists(st.integers(3, 90), min_size=1, max_size=12), st.sampled_from(["en", "de"]))
@settings(max_examples=15, deadline=None)
def test_what_typst_sets_is_read_word_for_word(columns: int, justified: bool, lengths: list[int], language: str) -> None:
    words = iter(f"{('information', 'of', 'the', 'harbourmaster')[n % 4]}{chr(97 + n % 26)}" for n in range(10_000))
    paragraphs = [" ".join(next(words) for _ in range(length)) + "." for length in lengths]
    source = f'#set page("a5", columns: {columns})\n#set text(lang: "{language}", hyphenate: false)\n'
    source += f"#set par(justify: {str(justified).lower()})\n"
    draft = check(set_by_typst(source + "\n\n".join(paragraphs)))
    assert draft.text.split() == " ".join(paragraphs).split()


SAMPLE = pdf([[Put(70, 700, "The council voted to keep the ferry."), Put(70, 680, "Nobody knew.")], [Put(70, 700, "Two")]])


@given(st.lists(st.tuples(st.integers(0, len(SAMPLE) - 1), st.binary(max_size=6)), min_size=1, max_size=6), st.integers(0, len(SAMPLE)))
@settings(max_examples=150, deadline=None)
def test_damage_gives_a_text_or_a_reason(spots: list[tuple[int, bytes]], until: int) -> None:
    data = bytearray(SAMPLE)
    for at, other in spots:
        data[at : at + len(other)] = other
    for damaged in (bytes(data), bytes(data[:until])):
        try:
            draft = read(damaged)
        except ImportRefused as refused:
            assert refused.reason
        else:
            assert draft.text.strip()
            assert draft.layout.size == len(draft.text)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared folder is not beside the repository")
def test_odd_files_keep_every_sign_of_the_library_where_shared_is_there() -> None:
    laid_over = {"pdfminer_AcroForm_TEST_compiled.pdf", "pdfminer_issue-1082-annotations.pdf"}  # text of fields and notes on top
    for path in sorted(Path(SHARED).glob("*.pdf")):
        data = path.read_bytes()
        try:
            draft = read(data)
        except ImportRefused:
            continue
        missing = signs(library_text(data)) - signs(draft.text)
        added = signs(draft.text) - signs(library_text(data))
        assert not missing, path.name
        assert not added or path.name in laid_over, path.name
