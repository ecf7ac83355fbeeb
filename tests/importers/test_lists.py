"""Lists of articles: each row is an article, read again by itself; what is not sure is asked, what is no list refused."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Iterator, Sequence

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.thorough import share
from workbench.domain.draft import Contents, Draft
from workbench.domain.errors import ColumnsUnsure, ImportRefused
from workbench.domain.list_columns import ChosenColumns, ListField, chosen_in, key_of, unsure_in
from workbench.domain.vocabulary import Field, ZoneKind
from workbench.importers import limits
from workbench.importers.isolated import Reader
from workbench.importers.lists import delimited, json_list, rows, xlsx
from workbench.importers.lists.delimited import DelimitedImporter
from workbench.importers.lists.json_list import JsonListImporter
from workbench.importers.lists.rows import RowImporter
from workbench.importers.lists.usual_headings import USUAL, usual
from workbench.importers.registry import importer_for

LONG = "The harbour council voted on Monday to keep the old ferry running until the bridge opens in spring, and nobody had expected it."
HEADS = ("Headline", "Body", "Byline", "Outlet", "Published", "URL", "Language", "Reach")
FIRST = (
    "Ferry stays",
    "It runs.\n\nUntil spring, “perhaps”.",
    "Ada Quill",
    "Harbour Post",
    "2024-03-05",
    "https://post.example/1",
    "English",
    "12,5",
)
SECOND = ("Bridge late", LONG, "", "Quay News", "6 March 2024", "", "de-AT", "7")


def table(*lines: Sequence[str], separator: str = ",") -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(lines)
    return out.getvalue().encode()


def opened(data: bytes, name: str = "list.csv", chosen: ChosenColumns | None = None) -> Contents:
    importer = importer_for(name, data)
    assert isinstance(importer, DelimitedImporter | JsonListImporter | xlsx.XlsxImporter)
    return importer.open_list(data, name, chosen) if chosen else importer.open(data, name)


def drafts(contents: Contents) -> list[Draft]:
    """The rows, each read from its own bytes."""
    found = []
    for member in contents.members:
        importer = importer_for(member.name, member.data)
        assert isinstance(importer, RowImporter)
        found.append(importer.read(member.data, member.name, None))
    return found


def zones(draft: Draft) -> list[tuple[ZoneKind, str]]:
    return [(zone.kind, draft.text[zone.start : zone.end]) for zone in draft.zones]


def fields(draft: Draft) -> dict[str, str]:
    return {field.value: found.value for field, found in draft.metadata.items() if found.value}


def book(*lines: Sequence[object], more: Sequence[Sequence[object]] = ()) -> bytes:
    made = openpyxl.Workbook()
    for sheet, several in ((made.active, lines), *(((made.create_sheet("Notes"), more),) if more else ())):
        for line in several:
            sheet.append(line)  # type: ignore[union-attr]
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_each_row_of_a_table_is_an_article(separator: str) -> None:
    contents = opened(table(HEADS, FIRST, SECOND, separator=separator))
    assert [member.name for member in contents.members] == ["Ferry stays.json", "Bridge late.json"]
    assert not contents.refused
    first, second = drafts(contents)
    assert zones(first) == [
        (ZoneKind.HEADLINE, "Ferry stays"), (ZoneKind.CREDIT, "Ada Quill"), (ZoneKind.CREDIT, "2024-03-05"),
        (ZoneKind.BODY, "It runs.\nUntil spring, “perhaps”."),
        (ZoneKind.BOILERPLATE, "Outlet: Harbour Post"), (ZoneKind.BOILERPLATE, "URL: https://post.example/1"),
        (ZoneKind.BOILERPLATE, "Language: English"), (ZoneKind.BOILERPLATE, "Reach: 12,5"),
    ]  # fmt: skip
    assert {**fields(second), "title": "Bridge late", "publisher": "Quay News", "published": "2024-03-06", "language": "de"} == fields(
        second
    )
    assert fields(first)["address"] == "https://post.example/1"
    assert first.metadata[Field.PUBLISHER].basis == "the publisher of the list's entry"


def test_headings_in_other_languages_and_in_any_order_and_a_byte_order_mark() -> None:
    data = b"\xef\xbb\xbf" + table(("Datum", "Volltext", "Überschrift", "Quelle"), ("5.3.2024", LONG, "Fähre bleibt", "Hafenblatt"))
    assert fields(drafts(opened(data))[0]) | {"title": "Fähre bleibt", "publisher": "Hafenblatt"} == fields(drafts(opened(data))[0])
    assert usual("data.attributes.headline") == usual("Headline")


def test_each_usual_heading_is_of_one_field() -> None:
    for field, names in USUAL.items():
        assert usual(names.split()[0].title()) == (field, 0)


def test_quoted_line_ends_sep_lines_and_windows_letters() -> None:
    data = 'sep=;\r\nTitel;Text\r\nFähre;"Erste Zeile über die Fähre\r\nund zweite; mit „Strichpunkt“"\r\n'.encode("cp1252")
    draft = drafts(opened(data))[0]
    assert "Erste Zeile über die Fähre\nund zweite; mit „Strichpunkt“" in draft.text
    assert draft.encoding == "cp1252"
    assert any("encoding was guessed" in warning for warning in draft.warnings)


def test_quotation_marks_that_are_not_closed_are_told_with_their_line() -> None:
    contents = opened(b'title,text\nOne,"first words of it"\nTwo,"second words that never end\nThree,third words\n')
    assert contents.refused == (("list.csv", delimited._QUOTES.format(4)),)


def test_rows_without_words_are_named_and_blank_ones_are_not() -> None:
    contents = opened(b"title,text,reach\nOne,words,1\n,,\n,,7\nTwo,more,2,beyond\n")
    assert contents.refused == (("row 3", rows._NO_WORDS),) or contents.refused == (("row 4", rows._NO_WORDS),)
    assert "column 4: beyond" in drafts(contents)[1].text


def test_headings_twice_and_none() -> None:
    draft = drafts(opened(b"title,text,note,note,\nOne,words,a,b,c\n"))[0]
    assert draft.text.endswith("note: a\nnote (2): b\ncolumn 5: c")


def test_a_table_that_is_no_list_is_refused_in_words() -> None:
    with pytest.raises(ImportRefused, match=r"no list of articles: none of its columns holds a text .“Year”, “Tonnes”"):
        opened(b"Year,Tonnes\n2020,12\n2021,14\n")
    with pytest.raises(ImportRefused, match="no row"):
        opened(b"title,text\n")


@pytest.mark.parametrize(
    ("data", "guess"),
    [
        (table(("Kopfzeile", "Words"), ("Ferry stays", LONG)), {ListField.TEXT: "Words"}),
        (table(("title", "text", "body"), ("Ferry", "short", LONG)), {ListField.TITLE: "title", ListField.TEXT: "text"}),
        (table(("title", "headline", "text"), ("a", "b", LONG)), {ListField.TITLE: "title", ListField.TEXT: "text"}),
        (table(("title", "snippet"), ("a", LONG[:60])), {ListField.TITLE: "title", ListField.TEXT: "snippet"}),
    ],
)
def test_what_is_not_sure_is_asked(data: bytes, guess: dict[ListField, str]) -> None:
    with pytest.raises(ColumnsUnsure, match="not sure") as unsure:
        opened(data)
    assert unsure.value.table.guess == guess
    assert unsure_in(json.loads(json.dumps(unsure.value.table.dumped()))) == unsure.value.table


def test_the_first_row_is_an_article_where_it_is_none_of_headings() -> None:
    data = table(("Ferry stays", LONG), ("Bridge late", LONG))
    with pytest.raises(ColumnsUnsure) as unsure:
        opened(data)
    assert unsure.value.table.headings == ("column 1", "column 2")
    chosen = ChosenColumns(remembered={key_of(["column 2", "column 1"]): {ListField.TEXT: "column 2", ListField.TITLE: "column 1"}})
    assert [member.name for member in opened(data, chosen=chosen).members] == ["Ferry stays.json", "Bridge late.json"]


def test_what_was_chosen_goes_with_each_row() -> None:
    data = table(("Kopf", "Words", "Wer"), ("Ferry stays", LONG, "Ada"))
    chosen = chosen_in(json.loads(json.dumps(ChosenColumns({ListField.TITLE: "Kopf", ListField.TEXT: "Words"}).dumped())))
    draft = drafts(opened(data, chosen=chosen))[0]
    assert zones(draft) == [(ZoneKind.HEADLINE, "Ferry stays"), (ZoneKind.BODY, LONG), (ZoneKind.BOILERPLATE, "Wer: Ada")]
    with pytest.raises(ColumnsUnsure):  # it names a column that is not there
        opened(data, chosen=ChosenColumns({ListField.TEXT: "Elsewhere"}))


ANSWER = {
    "status": "ok",
    "articles": [
        {"source": {"id": None, "name": "Harbour Post"}, "author": "Ada Quill", "title": "Ferry stays",
         "description": "The council voted.",
         "url": "https://post.example/1", "publishedAt": "2024-03-05T10:00:00Z",
         "content": f"<p>{LONG}</p><p>It was <s>late</s> close.</p>",
         "tags": ["Ports", {"name": "Boats", "of": [None]}], "reach": 12.50},
        {"source": {"name": "Quay News"}, "title": "Bridge late", "content": LONG, "paid": False},
    ],
}  # fmt: skip


@pytest.mark.parametrize("form", ["answer", "array", "lines"])
def test_lists_in_json(form: str) -> None:
    articles = ANSWER["articles"]
    lines = "\n".join(json.dumps(each) for each in articles)
    contents = opened(({"answer": json.dumps(ANSWER), "array": json.dumps(articles), "lines": lines}[form]).encode(), "list.json")
    first, second = drafts(contents)
    assert (ZoneKind.STRUCK, "late") in zones(first)
    assert (ZoneKind.DECK, "The council voted.") in zones(first)
    assert first.text.endswith("source.name: Harbour Post\nurl: https://post.example/1\ntags: Ports, Boats\nreach: 12.5")
    assert fields(first) | {"publisher": "Harbour Post", "published": "2024-03-05", "author": "Ada Quill"} == fields(first)
    assert second.text.endswith("paid: no")
    assert json.loads(contents.members[0].data)["row"]["source"] == {"id": None, "name": "Harbour Post"}


def test_json_that_is_damaged_or_no_list() -> None:
    contents = opened(b'{"title": "One", "text": "words"}\nnothing\n{"title": "Two", "text": "words"}\n', "a.jsonl")
    assert len(contents.members) == 2
    assert contents.refused[0][1].startswith("line 2 is no JSON")
    for data, words in (
        (b"[1, 2]", "no list"),
        (b"{", "no JSON"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"a": 1}', "none of its columns"),
    ):
        with pytest.raises(ImportRefused, match=words):
            opened(data, "a.json")


def test_a_spreadsheet_is_read_by_its_stored_values() -> None:
    moment, day = datetime.datetime.fromisoformat("2024-03-05 10:30"), datetime.date(2024, 3, 6)
    lines = [(), ("Title", "Text", "Date", "Reach", "Paid"), ("Ferry stays", LONG, moment, 12.0, True), ("Bridge", "Words", day, 0.1, None)]
    contents = opened(book(*lines, more=[("Year", "Tonnes"), (2020, 12)]), "list.xlsx")
    first, second = drafts(contents)
    assert "2024-03-05 10:30" in first.text
    assert first.text.endswith("Reach: 12\nPaid: yes")
    assert fields(second)["published"] == "2024-03-06"
    assert second.text.endswith("Reach: 0.1")
    assert [name for name, _ in contents.refused] == ["Notes"]
    with pytest.raises(ImportRefused, match="no list of articles"):
        opened(book(("Year", "Tonnes"), (2020, 12)), "sums.xlsx")


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as one:
        yield one


def test_all_of_it_goes_through_the_child(reader: Reader) -> None:
    for name, data in (
        ("a.xlsx", book(("Title", "Text"), ("One", LONG))),
        ("a.csv", table(HEADS, FIRST)),
        ("a.json", json.dumps(ANSWER).encode()),
    ):
        member = reader.open(name, data).members[0]
        assert reader.read(member.name, member.data, media_type=RowImporter.media_type).text
    asked = table(("Kopf", "Words"), ("Ferry stays", LONG))
    with pytest.raises(ColumnsUnsure) as unsure:
        reader.open("b.csv", asked)
    assert unsure.value.table.rows == (("Ferry stays", LONG),)
    assert reader.open("b.csv", asked, columns=ChosenColumns({ListField.TEXT: "Words"})).members
    with pytest.raises(ImportRefused, match="kept in UTF-8"):
        reader.read(member.name, member.data, encoding="cp1251", media_type=RowImporter.media_type)


def test_more_rows_than_one_file_may_give(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (delimited, json_list, xlsx):
        monkeypatch.setattr(module, "MOST_MEMBERS", 3)
    lines = [("title", "text"), *((f"t{number}", f"words {number}") for number in range(9))]
    as_json = json.dumps([dict(zip(lines[0], line, strict=True)) for line in lines[1:]]).encode()
    for name, data in (("a.csv", table(*lines)), ("a.json", as_json), ("a.xlsx", book(*lines))):
        contents = opened(data, name)
        assert len(contents.members) == 3
        assert contents.refused == (("the rows after the first 3", limits.NO_ROOM),)


WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"], exclude_characters="<>&"), min_size=1, max_size=30)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=6), st.sampled_from(",;\t|"))
@settings(max_examples=share(60), deadline=None)
def test_every_word_of_every_cell_is_in_the_text_of_its_article(lines: list[tuple[str, str, str]], separator: str) -> None:
    heads = ("title", "text", "note")
    data = table(heads, *lines, separator=separator)
    for found, form in ((data, "a.csv"), (json.dumps([dict(zip(heads, line, strict=True)) for line in lines]).encode(), "a.json")):
        contents = DelimitedImporter().open(found, form) if form == "a.csv" else JsonListImporter().open(found, form)
        wanted = [line for line in lines if any(cell.strip() for cell in line)]
        assert len(contents.members) + len(contents.refused) == len(wanted)
        for line, draft in zip([line for line in wanted if line[0].strip() or line[1].strip()], drafts(contents), strict=True):
            for cell in line:
                assert "".join(cell.split()) in "".join(draft.text.split())


@given(st.binary(max_size=300), st.sampled_from(["a.csv", "a.tsv", "a.json", "a.jsonl"]))
@settings(max_examples=share(80), deadline=None)
def test_any_bytes_give_rows_or_a_reason(data: bytes, name: str) -> None:
    importer = DelimitedImporter() if name in ("a.csv", "a.tsv") else JsonListImporter()
    try:
        contents = importer.open(data, name)
    except ImportRefused as refused:
        assert refused.reason.endswith((".", ")."))
    else:
        drafts(contents)
