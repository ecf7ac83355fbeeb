"""Every value that a stranger can put into a case, a returned copy, an import or the settings, and what it could become part of.

One row a value and a place, with hostile examples; the proof of a row runs once for each of them. Where a whole kind of place is shut
(no process is started with a value in it, no statement is put together from one), test_shut_places.py reads the program itself.
What is printed to a terminal has its own tests beside the command line.
"""

from __future__ import annotations

import fnmatch
import json
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import CompileError

from workbench import paths
from workbench.case import Case
from workbench.case.evidence import NewLink
from workbench.case.origins import NewOrigin
from workbench.domain.errors import CaseFileError, DamagedCase, WorkbenchError
from workbench.domain.vocabulary import Relation
from workbench.importers.decoding import codec_name
from workbench.search.forms import wildcard_pattern
from workbench.storage.reader import connection_of

HEX = "0123456789abcdef" * 2
IDENTITIES = (
    "", ".", "..", "../" * 3 + "papers", "../../../papers", "/etc", "/", "a/b", "a\\b", "C:\\papers", "\0", HEX + "\0", HEX + "\n",
    HEX[:31], HEX + "0", HEX.upper(), "\u0660" * 32, "\uff10" * 32, HEX[:-1] + "/", "~", "$HOME", "`id`", "%2e%2e", "nul", " " + HEX[1:],
    HEX[:-1] + "\u202e",
)  # fmt: skip
MARKUP = (
    '#import "/etc/passwd": *', '#read("/etc/passwd")', "#panic()", "#{while true {}}", "]]] #set page(width: 1cm) [[[",
    "$ x $ @ref <label> \\ // /* `c`",
    "<img src=file:///etc/hosts><b>x</b>", "<script>alert(1)</script>", "![x](file:///etc/passwd) | a | <b>", '"; DROP TABLE claims; --',
    "'); DELETE FROM journal; --", "%s %(x)s {0} {x.__class__}", "*_`#>[]()~=+-!|$&^\\",
)  # fmt: skip
PATTERNS = (
    ".*", "(a+)+$", "[", "[^a]", "\\", "\\d", "(?i)x", "(?P<x>a)", "a|b", "^", "$", "{9}", "(?#", "*" * 50, "a*" * 40 + "b",
    "?*" * 40 + "z", "/[/", "/(?P<x>a)/", "/\\d/", "/" + "(" * 900 + "/", "/(((a{1000}){1000}){1000}){1000}/",
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """A value, what it could become part of, hostile examples of it, and the proof that they become nothing."""

    value: str
    becomes: str
    examples: tuple[Any, ...]
    proof: Callable[[Case, Any], None]


def changed(case: Case, statement: str, *values: object) -> Path:
    """The case, closed, after somebody wrote into its file."""
    case.claims.add("40 passengers fell ill")
    case.close()
    with closing(sqlite3.connect(case.path)) as raw:
        raw.execute("PRAGMA writable_schema=OFF")
        raw.execute(statement, values)
        raw.commit()
    return case.path


def papers(case: Case) -> Path:
    """The user's own papers, near every folder of the program's."""
    folder = paths.cache().parent / "papers"
    folder.mkdir()
    (folder / "letter.txt").write_text("mine")
    for near in (paths.cache(), paths.data(), paths.cache() / "index", case.path.parent):
        shutil.copytree(folder, near / "papers")
    return folder


def everything(folder: Path) -> dict[str, bytes | None]:
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


def an_identity_names_no_folder(case: Case, uid: str) -> None:
    folder = papers(case)
    path = changed(case, "UPDATE info SET uid = ?", uid)
    before = everything(folder.parent)
    for read_only in (False, True):
        with pytest.raises(DamagedCase, match="identity"):
            Case.open(path, lambda: "Ida", read_only=read_only)
    assert everything(folder.parent) == before


def an_identity_that_comes_by_undo_names_no_folder(case: Case, uid: str) -> None:
    """The journal says that a step changed the identity, and the row is as that step left it: to undo it brings the old one."""
    folder = papers(case)
    case.info.edit(title="Ferries")
    with case.file.read() as reader:
        row = dict(connection_of(reader).exec_driver_sql("SELECT * FROM info").mappings().one())
    edits = json.dumps([["info", row | {"uid": uid}, row]])
    case.close()
    with closing(sqlite3.connect(case.path)) as raw:
        raw.execute("UPDATE journal SET edits = ? WHERE seq = (SELECT max(seq) FROM journal)", (edits,))
        raw.commit()
    again = Case.open(case.path, lambda: "Ida")
    step = again.history.of_case()[0].seq
    before = everything(folder)
    with pytest.raises(DamagedCase, match="identity"):
        again.as_of(step - 1)
    again.undo()
    for use in (again.backup_today, again.last_backup, lambda: again.erase_article(1, "A court says so."), again.info.get):
        with pytest.raises(DamagedCase, match="identity"):
            use()
    again.index.refresh()
    again.close()
    assert everything(folder) == before
    assert all(everything(near / "papers") == before for near in (paths.cache(), paths.data(), paths.cache() / "index", case.path.parent))


def a_returned_copy_names_no_folder(case: Case, uid: str) -> None:
    case.claims.add("40 passengers fell ill")
    for column in ("uid", "second_of") if uid else ("uid",):
        copy = case.second.export(case.path.with_name(f"{column}.case"))
        with closing(sqlite3.connect(copy)) as raw:
            raw.execute(f"UPDATE info SET {column} = ?", (uid,))
            raw.commit()
        with pytest.raises(CaseFileError):
            case.second.compare(copy)


def a_documents_name_is_one_name(case: Case, name: str) -> None:
    from workbench.desk.dialogs import plain_name

    target = (case.path.parent / plain_name(name)).resolve()
    assert target == case.path.parent.resolve() or target.parent == case.path.parent.resolve()
    assert "\0" not in plain_name(name)


def a_theme_is_one_of_ours(case: Case, name: object) -> None:
    from workbench.desk import theme

    assert (name if name in theme.NAMES else "light") == "light", "what `theme.apply` loads"


def a_files_address_is_only_that(case: Case, name: str) -> None:
    """SQLite takes a name with ? and # for one with orders in it."""
    case.close()
    path = case.path.with_name(name + ".case")
    case.path.rename(path)
    again = Case.open(path, lambda: "Ida")
    again.claims.add("It left")
    again.as_of(1).close()
    again.close()
    assert sorted(p.name for p in path.parent.iterdir() if p.is_file()) == [path.name]


def an_encoding_is_one_of_text(case: Case, label: str) -> None:
    """Python loads a module of that name to look for it."""
    found = codec_name(label)
    assert found is None


def a_text_is_no_statement(case: Case, text: str) -> None:
    """A value in every column of text that an analyst fills comes back as it was put in, and takes nothing with it."""
    case.claims.add(text)
    case.info.edit(title=text, question=text)
    case.origins.add(NewOrigin(text, interest=text))
    case.evidence.add(1, NewLink(Relation.CONTEXT, note=text))
    case.searches.save(text, text)
    assert case.claims.view(1).claim.text == " ".join(text.split())
    assert case.info.get().title == text
    assert case.integrity.faults() == []
    case.undo()
    case.redo()
    with closing(case.as_of(case.history.of_case()[0].seq)) as past:
        assert past.info.get().title == text


def a_journals_names_are_no_statement(case: Case, name: str) -> None:
    """Tables and columns in the journal of a stranger's case: undo, the past and history read them."""
    case.claims.add("It left")
    with case.file.read() as reader:
        row = dict(connection_of(reader).exec_driver_sql("SELECT * FROM claims").mappings().one())
        tables = connection_of(reader).exec_driver_sql("SELECT name, sql FROM sqlite_schema ORDER BY name").all()
    case.close()
    for at, edits in enumerate(([[name, None, row]], [["claims", None, row | {name: 1}]], [["claims", row | {name: 1}, row]])):
        path = Path(shutil.copy(case.path, case.path.with_name(f"{at}.case")))
        with closing(sqlite3.connect(path)) as raw:
            raw.execute("UPDATE journal SET edits = ? WHERE seq = (SELECT max(seq) FROM journal)", (json.dumps(edits),))
            raw.commit()
        again = Case.open(path, lambda: "Ida")
        uses = (again.undo, partial(again.as_of, 2), again.history.of_case, partial(again.history.of_claim, 1), again.integrity.faults)
        for use in uses:
            try:
                found = use()
            except (WorkbenchError, KeyError, ValueError, TypeError, CompileError):  # how it is refused is told elsewhere
                continue
            if isinstance(found, Case):
                found.close()
        with again.file.read() as reader:
            assert connection_of(reader).exec_driver_sql("SELECT name, sql FROM sqlite_schema ORDER BY name").all() == tables
            assert connection_of(reader).exec_driver_sql("SELECT count(*) FROM articles").scalar() == 2
        again.close()


def a_search_is_no_pattern(case: Case, query: str) -> None:
    """A saved search of a stranger's case is asked as soon as the case is open."""
    case.claims.add("a" * 200 + " and " + "ab" * 300 + " fell ill")
    case.searches.save("theirs", query)
    case.index.refresh()
    parsed, results = case.index.search(query)
    assert (parsed.tree is None) == (results is None)
    case.index.keys(query)
    if results is not None and query not in ("a*" * 40 + "b", "?*" * 40 + "z"):
        assert all(hit.spans for hit in results.hits)


def a_text_is_no_markup(case: Case, text: str) -> None:
    case.claims.add(text)
    case.info.edit(title=text, bottom_line=text, memo_to=text)
    case.origins.add(NewOrigin(text, interest=text))
    case.evidence.add(1, NewLink(Relation.CONTEXT, note=text, name=text))
    case.articles.set_metadata(1, next(iter(case.articles.get(1).metadata)), text)
    with pypdfium2.PdfDocument(case.memos.render(".pdf")) as document:
        shown = re.sub(r"\s", "", "".join(page.get_textpage().get_text_range() for page in document))
    assert re.sub(r"\s", "", text) in shown.replace("\u200b", "")
    ours = re.sub(r"\\\\|<br>|`[0-9a-f]+`", "", case.memos.render(".md").decode())
    assert not re.search(r"(?<!\\)[<`$]|(?<!\\)\]\(", ours), "no mark-up but our own"


def an_address_is_a_link_only_to_the_web(case: Case, url: str) -> None:
    case.claims.add("It left")
    case.evidence.add(1, NewLink(Relation.CONTEXT, url="https://example.org"))
    with case.file.operation("As a stranger's program might write it") as operation:
        operation.update("evidence", 1, url=url)
    assert [line.url for item in case.memos.build().reasoning for line in item.evidence] == [""]


NAMES = (
    "..", ".", "/", "../../x.pdf", "/etc/passwd", "a\\..\\b.pdf", "C:\\x.pdf", "x.pdf:stream", "a\0b.pdf", "\n", "..\\..", "\u202efdp.exe",
)  # fmt: skip
THEMES = ("../../x", "/etc/passwd", "light.json", "", 7, None, ["dark"], {})
FILES = ("a?mode=memory", "a#b", "a%00b", "a%2e%2e", "a&immutable=1", "'; x", "файл\u202e")
ENCODINGS = (
    "os", "../x", "zlib_codec", "bz2", "hex", "rot13", "unicode_escape", "raw_unicode_escape", "idna", "punycode", "undefined", "aliases",
    "__init__", "mbcs.x", "utf-7", "\0", "x" * 5000, "base64", "uu", "quopri",
)  # fmt: skip
STATEMENTS = (
    "claims; DROP TABLE articles; --", 'claims" --', "sqlite_schema", "temp.edits", "articles WHERE 1; --", "", "id) VALUES (1); --", "\0",
)  # fmt: skip
ADDRESSES = (
    "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//host/x", "\\\\host\\share", "vbscript:x", "mailto:a@b",
    " javascript:x",
)  # fmt: skip
ROWS = (
    Row("the identity of a case", "the folders of index, manifest and backups", IDENTITIES, an_identity_names_no_folder),
    Row("the identity in a step of the journal", "the same", IDENTITIES[:8], an_identity_that_comes_by_undo_names_no_folder),
    Row("identities in a returned copy", "the same", IDENTITIES, a_returned_copy_names_no_folder),
    Row("the name of a linked document", "the file that a copy of it is saved as", NAMES, a_documents_name_is_one_name),
    Row("the theme in the settings", "the file of a theme", THEMES, a_theme_is_one_of_ours),
    Row("the name of a case file", "SQLite's address of it", FILES, a_files_address_is_only_that),
    Row("the encoding that a page names", "a module that is loaded", ENCODINGS, an_encoding_is_one_of_text),
    Row("whatever an analyst types", "SQL", MARKUP, a_text_is_no_statement),
    Row("tables and columns in the journal", "SQL", STATEMENTS, a_journals_names_are_no_statement),
    Row("a saved search", "a regular expression", PATTERNS, a_search_is_no_pattern),
    Row("whatever is printed in a memo", "Typst and Markdown", MARKUP, a_text_is_no_markup),
    Row("the address of a source", "a link in the memo", ADDRESSES, an_address_is_a_link_only_to_the_web),
)


@pytest.mark.parametrize(("row", "example"), [(row, example) for row in ROWS for example in row.examples], ids=lambda it: (
    it.proof.__name__ if isinstance(it, Row) else ascii(it)[:30]))  # fmt: skip
def test_a_value_becomes_nothing_but_itself(case: Case, row: Row, example: Any) -> None:
    row.proof(case, example)


@given(st.text("ab*?", max_size=9), st.text("ab\n", max_size=12))
def test_stars_and_question_marks_mean_what_they_always_meant(pattern: str, word: str) -> None:
    assert (wildcard_pattern(pattern).fullmatch(word) is not None) == fnmatch.fnmatchcase(word, pattern)
