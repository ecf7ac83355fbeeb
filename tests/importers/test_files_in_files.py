"""Files that hold others: each document inside comes in as one of its own, in order, byte for byte; what cannot be had is named."""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.case import Case
from workbench.domain.errors import ImportRefused
from workbench.importers import limits, zip_archive
from workbench.importers.isolated import Reader
from workbench.importers.zip_archive import ZipImporter

NEWS = "Council keeps the ferry\n\nThe council voted on {} to keep the ferry, and nobody had expected that.\n"


def zipped(files: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def news(day: str) -> bytes:
    return NEWS.format(day).encode()


def test_what_is_inside_comes_in_as_articles_in_order_with_its_path_and_bytes(empty: Case, tmp_path: Path) -> None:
    inner = zipped({"deep.txt": news("Friday")})
    path = tmp_path / "dossier.zip"
    page = b"<p>The harbour opened on Tuesday, the port said.</p>"
    path.write_bytes(zipped({"b/one.txt": news("Monday"), "a.html": page, "in.zip": inner,
                             "photo.bin": b"\x00", "__MACOSX/x.txt": b"x", "b/.hidden.txt": b"x"}))  # fmt: skip
    (tmp_path / "z.txt").write_bytes(news("Sunday"))
    report = empty.imports.files([path, tmp_path / "z.txt"])
    articles = empty.articles.all()
    assert [article.name for article in articles] == ["one.txt", "a.html", "deep.txt", "z.txt"]
    assert articles[0].location == f"{path} › b/one.txt"
    assert articles[2].location == f"{path} › in.zip › deep.txt"
    assert empty.articles.original(articles[0].id) == news("Monday")
    assert [(each.name, each.said) for each in report.outcomes] == [
        ("dossier.zip", "opened: 4 documents inside"), ("one.txt", "added as Ex. 1"), ("a.html", "added as Ex. 2"),
        ("in.zip", "opened: 1 document inside"), ("deep.txt", "added as Ex. 3"), ("photo.bin", "not read"), ("z.txt", "added as Ex. 4"),
    ]  # fmt: skip
    empty.undo()
    assert empty.articles.all() == []


def test_an_archive_of_nothing_but_files_within_files_ends(empty: Case, tmp_path: Path) -> None:
    data = news("Monday")
    for level in range(limits.DEEPEST_HOLDER + 2):
        data = zipped({f"{level}.txt": news(str(level)), f"{level}.zip": data})
    (tmp_path / "nest.zip").write_bytes(data)
    report = empty.imports.files([tmp_path / "nest.zip"])
    assert len(report.added) == limits.DEEPEST_HOLDER - 1
    assert {each.refused for each in report.outcomes if each.refused} == {limits.NESTED}


def test_a_bomb_costs_its_own_file_only(empty: Case, tmp_path: Path) -> None:
    (tmp_path / "bomb.zip").write_bytes(zipped({"bomb.txt": b"a" * (limits.LARGEST_FILE + 1), "note.txt": news("Monday")}))
    report = empty.imports.files([tmp_path / "bomb.zip"])
    assert [each.said for each in report.outcomes] == ["opened: 1 document inside", "not read", "added as Ex. 1"]
    assert "20 MB" in report.outcomes[1].refused


def test_an_archive_gives_no_more_than_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_archive, "MOST_MEMBERS", 2)
    monkeypatch.setattr(zip_archive, "LARGEST_CONTENTS", 10)
    contents = ZipImporter().open(zipped({"a": b"12345", "b": b"12345678", "c": b"1"}), "x.zip")
    assert [member.name for member in contents.members] == ["a"]
    assert contents.refused == (("b", limits.NO_ROOM), ("c", limits.NO_ROOM))


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "C:\\x.txt", "a\x1b[31mb.txt", "ü" * 200, "link"])
def test_a_path_inside_is_a_name_and_nothing_else(empty: Case, tmp_path: Path, name: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        entry = zipfile.ZipInfo(name)
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16  # a link: its "content" is where it leads, and is read as the text that it is
        archive.writestr(entry, news("Monday"))
    (tmp_path / "x.zip").write_bytes(out.getvalue())
    before = sorted(tmp_path.rglob("*"))
    report = empty.imports.files([tmp_path / "x.zip"])
    assert len(report.outcomes) == 2
    assert sorted(tmp_path.rglob("*")) == before


def test_an_encrypted_file_says_so() -> None:
    data = bytearray(zipped({"a.txt": b"words"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    assert ZipImporter().open(bytes(data), "x.zip").refused == (("a.txt", zip_archive.ENCRYPTED),)


WHOLE = zipped({"a.txt": news("Monday"), "b.txt": news("Tuesday")})


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 255), st.integers(0, len(WHOLE)))
def test_a_damaged_archive_is_refused_or_read_never_a_fault(at: int, value: int, cut: int) -> None:
    data = bytearray(WHOLE)
    data[at] = value
    for damaged in (bytes(data), WHOLE[:cut]):
        try:
            contents = ZipImporter().open(damaged, "x.zip")
        except ImportRefused as refused:
            assert refused.reason
        else:
            assert contents.members or contents.refused


def test_an_archive_has_no_text_to_be_read_again() -> None:
    with Reader() as reader, pytest.raises(ImportRefused, match="only files inside it"):
        reader.read("x.zip", WHOLE)


def test_cancelling_within_an_archive_leaves_nothing(empty: Case, tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(zipped({f"{n}.txt": news(str(n)) for n in range(20)}))
    done: list[int] = []
    report = empty.imports.files([tmp_path / "x.zip"], lambda n, _: done.append(n), lambda: len(done) > 5)
    assert report.cancelled
    assert empty.articles.all() == []


def test_a_rare_way_of_packing_is_not_called_damage() -> None:
    data = bytearray(zipped({"a.txt": b"words"}))
    for mark, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        data[data.index(mark) + offset] = 6
    assert ZipImporter().open(bytes(data), "x.zip").refused == (("a.txt", zip_archive.PACKED_OTHERWISE),)
