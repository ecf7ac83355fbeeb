"""What a foreign tool or a bad disk may leave in a row is DamagedCase with table and row, wherever it is read; never a raw error."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.hostile import good_case
from tests.hostile.life import live
from workbench.case import Case
from workbench.domain.errors import DamagedCase
from workbench.storage.edits import TABLES, edits_of
from workbench.storage.rows import LISTS, BadRow, shape_of
from workbench.storage.tables import JOURNALED


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("good")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKBENCH_HOME", str(folder / "home"))
        return good_case.build(folder / "good.case")


@pytest.fixture
def path(good: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(good, tmp_path / "ferry.case"))


def changed(path: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute(statement, values).rowcount == 1
        raw.commit()


@pytest.fixture
def opened(path: Path) -> Iterator[Case]:
    with closing(Case.open(path, lambda: "me")) as case:
        yield case


def read_all(case: Case) -> None:
    """Every kind of row, as domain values."""
    with case.file.read() as reader:
        for read in (
            reader.info, reader.articles, reader.zones, reader.passages, reader.claims, reader.appearances, reader.origins, reader.evidence,
            reader.checked, reader.discrepancies, reader.searches, reader.dismissals, reader.takedowns,
            reader.memos, reader.reviews, reader.assessments,
        ):  # fmt: skip
            read()


@pytest.mark.parametrize(("table", "column"), [(t, c) for t, columns in LISTS.items() for c in columns])
def test_a_term_on_no_list_names_table_row_and_column(opened: Case, table: str, column: str) -> None:
    changed(opened.path, f'UPDATE {table} SET "{column}" = ? WHERE id = (SELECT min(id) FROM {table})', "maybe")
    with pytest.raises(DamagedCase, match=rf"ferry\.case: the file is damaged \({table} \d+: “{column}” says “maybe”, which is on no list"):
        read_all(opened)


def test_a_case_whose_description_is_damaged_does_not_open_and_says_why(path: Path) -> None:
    changed(path, "UPDATE info SET handling = 'TLP:BLUE'")
    with pytest.raises(DamagedCase, match="info 1: “handling” says “TLP:BLUE”, which is on no list"):
        Case.open(path, lambda: "me")


@pytest.mark.parametrize("table", [t.name for t in JOURNALED])
def test_a_value_of_another_type_names_table_row_and_column(table: str) -> None:
    """STRICT keeps them out; a damaged page does not ask."""
    shape = shape_of(TABLES[table])
    sound = [1 if column.type.python_type is int else "x" for column in shape_columns(table)]
    shape.check(sound, 7)
    for at, name in enumerate(shape.names):
        for odd in (b"x", 1.5, *(["x"] if sound[at] == 1 else [1])):
            with pytest.raises(BadRow, match=rf"\({table} 7: “{name}” is "):
                shape.check([*sound[:at], odd, *sound[at + 1 :]], 7)


def shape_columns(table: str) -> list[object]:
    return list(next(t for t in JOURNALED if t.name == table).columns)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("DELETE FROM passages WHERE id = (SELECT max(passage_id) FROM appearances)", r"passages \d+: something points to it, and it"),
        ("DELETE FROM passages WHERE id = (SELECT max(statement_id) FROM appearances)", r"passages \d+: something points to it, and it"),
        ("DELETE FROM passages WHERE id = (SELECT max(passage_id) FROM evidence)", r"passages \d+: something points to it, and it"),
        ("UPDATE articles SET warnings = '[1]' WHERE id = 1", "articles 1: “warnings” is no list of texts"),
        ("UPDATE articles SET warnings = '{' WHERE id = 1", "articles 1: "),
        ("DELETE FROM texts WHERE rowid = 1", "texts [0-9a-f]{12}: it is missing"),
        ("UPDATE journal SET edits = '[[1]]' WHERE seq = 9", "journal 9: what this step changed cannot be read"),
        ("UPDATE journal SET target = 1 WHERE seq = 55", "journal 55: it says redo of step 1, which cannot be"),
        ("UPDATE journal SET seq = 9223372036854775807 WHERE seq = 55", "journal 9223372036854775807: no step can come after it"),
    ],
)  # fmt: skip
def test_what_points_to_nothing_or_cannot_be_read_is_named_where_it_is_needed(path: Path, statement: str, words: str) -> None:
    changed(path, statement)
    life = live(path, slow=True)
    assert not life.raw, life.raw
    assert any(re.search(rf"the file is damaged \({words}", told) for told in life.told), life.told
    assert life.memo is None or life.banner.startswith("DRAFT")


SHAPELESS = (
    "", "null", "1", "{", "{}x", "[" * 100_000, "[1]", "[[]]", '["abc"]', '{"abc":1}', '[["claims"]]', '[["claims",null,null]]',
    '[["nowhere",null,{"id":1}]]', '[["journal",null,{"seq":1}]]', '[["originals",null,{"id":1}]]', '[["claims",1,2]]', "[[1,2,3]]",
    '[["claims",null,[]]]',
    '[[["claims"],null,{"id":1}]]', '[["claims",null,{}]]', '[["claims",null,{"id":"1"}]]', '[["claims",null,{"id":1.5}]]',
    '[["claims",null,{"id":true}]]', '[["claims",null,{"id":null}]]', '[["claims",null,{"id":1,"truth":"x"}]]',
    '[["claims",null,{"id":1,"status":["open"]}]]', '[["claims",null,{"id":1e999}]]', f'[["claims",null,{{"id":{"9" * 5000}}}]]',
    '[["claims",{"id":1},{"id":2}]]',
)  # fmt: skip


@pytest.mark.parametrize("text", [*SHAPELESS, None, 7, b"\xff"], ids=lambda text: str(text)[:30])
def test_edits_that_no_step_wrote_are_refused_with_the_step(text: object) -> None:
    with pytest.raises(BadRow, match=r"\(journal 12: what this step changed cannot be read\)"):
        edits_of(12, text)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(("claims", "id", "info")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(("id", "claims", "text")), inner, max_size=3),
)


@given(VALUES)
def test_whatever_json_says_it_is_edits_or_it_is_refused(value: object) -> None:
    try:
        found = edits_of(1, json.dumps(value))
    except BadRow:
        return
    for table, before, after in found:
        for image in filter(None, (before, after)):
            assert image.keys() == set(shape_of(TABLES[table]).names)


def test_an_older_step_lacks_columns_that_came_later_and_is_read_all_the_same() -> None:
    ((table, before, after),) = edits_of(1, '[["claims",null,{"id":1}]]')
    assert (table, before) == ("claims", None)
    assert after is not None
    assert (after["text"], after["basis"]) == ("", None)
