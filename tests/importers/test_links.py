"""What a folder links to stays outside; pipes, devices and what the system makes up are never opened; each is named with its reason."""

from __future__ import annotations

import os
import socket
import stat
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.thorough import share
from workbench.case import Case
from workbench.case.documents import read_document
from workbench.cli import run
from workbench.domain.errors import ImportRefused
from workbench.importers import links, opening
from workbench.importers.links import LEADS_BACK, LEADS_NOWHERE, LEADS_OUT
from workbench.importers.opening import CHANGED
from workbench.importers.sources import Found, collect, load

PRIVATE = "a private note: the combination is 4711"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that came from a stranger, beside a private one."""
    (tmp_path / "private").mkdir()
    (tmp_path / "private" / "note.txt").write_text(PRIVATE)
    made = tmp_path / "received"
    (made / "part").mkdir(parents=True)
    (made / "part" / "own.txt").write_text("Own words of the folder, and nothing else.")
    return made


def told(*paths: Path) -> tuple[list[str], dict[str, str]]:
    files, refused = collect(paths)
    return ["/".join(file.inside) for file in files], {error.name: error.reason for error in refused}


OUTSIDE = {
    "absolute": "{private}/note.txt",
    "upwards": "../private/note.txt",
    "a folder": "../private",
    "the folder above": "..",
    "down and up again": "part/../../private/note.txt",
    "out and in again": "../received/part/own.txt",
    "root": "/",
    "a device": "/dev/zero",
    "the system": "/proc/self/environ",
    "this process": "/proc/self/root/etc/passwd",
    "home": "{private}/../private/./note.txt",
    "through another link": "hop/note.txt",
    "through a link to the root": "part/top/../private/note.txt",
}


@pytest.mark.parametrize("target", OUTSIDE.values(), ids=OUTSIDE.keys())
def test_a_link_out_of_the_folder_is_named_and_not_followed(folder: Path, target: str) -> None:
    (folder / "hop").symlink_to(folder.parent / "private")
    (folder / "part" / "top").symlink_to("..")
    (folder / "press release.txt").symlink_to(target.format(private=folder.parent / "private"))
    assert told(folder) == (["part/own.txt"], {"press release.txt": LEADS_OUT, "hop": LEADS_OUT})


def test_nothing_outside_is_even_asked_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.txt").symlink_to(folder.parent / "private" / "note.txt")
    (folder / "b").symlink_to("../private")
    touched: list[str] = []
    for name in ("lstat", "stat", "open", "readlink", "listdir", "scandir"):
        real = getattr(os, name)
        monkeypatch.setattr(
            os, name, lambda path, *rest, real=real, **named: (touched.append(os.fspath(path)), real(path, *rest, **named))[1]
        )
    told(folder)
    assert touched
    assert [path for path in touched if "private" in path] == []


@pytest.mark.parametrize(
    "target", ["part/own.txt", "./part/../part/own.txt", "{folder}/part/own.txt", "part", ".", "next", "part/top/part"]
)
def test_a_link_within_the_folder_adds_nothing_since_its_target_is_read_as_itself(folder: Path, target: str) -> None:
    (folder / "next").symlink_to("part/own.txt")
    (folder / "part" / "top").symlink_to("..")
    (folder / "again").symlink_to(target.format(folder=folder))
    assert told(folder) == (["part/own.txt"], {})


def test_a_link_within_the_folder_brings_what_is_hidden_there_once(folder: Path) -> None:
    (folder / ".store").mkdir()
    (folder / ".store" / "1.txt").write_text("Kept out of sight.")
    for name in ("a.txt", "b.txt"):
        (folder / name).symlink_to(".store/1.txt")
    assert told(folder) == (["part/own.txt", ".store/1.txt"], {})


def test_circles_and_links_to_nothing_are_named(folder: Path) -> None:
    (folder / "self").symlink_to("self")
    (folder / "there").symlink_to("back")
    (folder / "back").symlink_to("there")
    (folder / "gone").symlink_to("part/gone.txt")
    (folder / "under a file").symlink_to("part/own.txt/x")
    for n in range(60):
        (folder / f"hop{n}").symlink_to(f"hop{n + 1}")
    files, refused = told(folder)
    assert files == ["part/own.txt"]
    expected = {"self": LEADS_BACK, "there": LEADS_BACK, "back": LEADS_BACK, "gone": LEADS_NOWHERE, "under a file": LEADS_NOWHERE}
    assert {name: refused[name] for name in expected} == expected
    assert {refused[f"hop{n}"] for n in range(60)} == {LEADS_BACK, LEADS_NOWHERE}


def test_a_link_that_a_person_names_is_followed_and_its_target_is_said(folder: Path) -> None:
    named = folder.parent / "named.txt"
    named.symlink_to(folder.parent / "private" / "note.txt")
    (files, refused) = collect([named])
    assert refused == []
    assert [(file.name, file.location) for file in files] == [("named.txt", f"{named} → {folder.parent / 'private' / 'note.txt'}")]
    assert load(files[0]).decode() == PRIVATE == load(named).decode()
    chosen = folder.parent / "chosen"
    chosen.symlink_to(folder)
    (file,), _ = collect([chosen])
    assert (file.name, file.location) == ("own.txt", f"{chosen / 'part' / 'own.txt'} → {folder / 'part' / 'own.txt'}")
    assert load(file).startswith(b"Own words")


def test_a_named_link_in_a_circle_or_to_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "self").symlink_to("self")
    (tmp_path / "gone").symlink_to("nowhere")
    for name, reason in (("self", LEADS_BACK), ("gone", "there is no such file.")):
        assert told(tmp_path / name) == ([], {name: reason})
        with pytest.raises(ImportRefused, match=reason):
            load(tmp_path / name)


SWAPS = {
    "file for a link": lambda folder: _swap(folder / "part" / "own.txt", folder.parent / "private" / "note.txt"),
    "folder for a link": lambda folder: _swap(folder / "part", folder.parent / "private"),
    "the root for a link": lambda folder: _swap(folder, folder.parent / "private"),
    "file for a pipe": lambda folder: _pipe(folder / "part" / "own.txt"),
    "file for a folder": lambda folder: _folder(folder / "part" / "own.txt"),
}


def _swap(path: Path, target: Path) -> None:
    path.rename(path.with_name("moved"))
    path.symlink_to(target)


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("swap", SWAPS.values(), ids=SWAPS.keys())
@pytest.mark.parametrize("moment", ["before it is opened", "between the look and the opening"])
def test_what_is_put_in_a_files_place_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch, swap: object, moment: str) -> None:
    (folder.parent / "private" / "own.txt").write_text(PRIVATE)
    (folder.parent / "private" / "part").mkdir()
    (folder.parent / "private" / "part" / "own.txt").write_text(PRIVATE)
    (file,), _ = collect([folder])
    assert callable(swap)
    if moment.startswith("before"):
        swap(folder)
    else:
        refuse, swapped = opening._refuse, []

        def late(state: os.stat_result, name: str) -> None:
            refuse(state, name)
            swap(folder)
            swapped.append(name)

        monkeypatch.setattr(opening, "_refuse", late)
    try:
        data = load(file)
    except ImportRefused as refused:
        assert refused.reason in (CHANGED, "it is a pipe, not a file.", "it is a folder.")
    else:
        assert data.startswith(b"Own words"), "the folder that was found is held open, so the file in it is the one that was found"
        assert moment.startswith("between")


def test_without_held_folders_a_link_on_the_way_is_still_seen(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows, which was not at hand."""
    monkeypatch.setattr(os, "supports_dir_fd", set())
    monkeypatch.setattr(opening, "_FLAGS", os.O_RDONLY)
    (file,), _ = collect([folder])
    assert load(file).startswith(b"Own words")
    (folder.parent / "private" / "own.txt").write_text(PRIVATE)
    _swap(folder / "part", folder.parent / "private")
    with pytest.raises(ImportRefused, match="something else was put in its place"):
        load(file)


@pytest.mark.parametrize(("tag", "link"), [(0xA0000003, True), (0xA000000C, True), (0x9000001A, False), (0x80000013, False), (0, False)])
def test_a_junction_is_a_link_and_a_file_kept_in_a_cloud_is_none(tag: int, link: bool) -> None:
    """Windows gives a junction out as a folder; its reparse tag tells it: mount point, symbolic link, cloud file, deduplicated."""
    assert links.is_link(SimpleNamespace(st_mode=stat.S_IFDIR | 0o755, st_reparse_tag=tag)) is link  # type: ignore[arg-type]


def test_pipes_sockets_and_devices_are_never_opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(folder / "pipe.txt")
    asked: list[str] = []
    real = os.open
    with socket.socket(socket.AF_UNIX) as plug:
        plug.bind(str(folder / "plug.txt"))
        monkeypatch.setattr(os, "open", lambda path, *rest, **named: (asked.append(str(path)), real(path, *rest, **named))[1])
        files, refused = told(folder, Path("/dev/zero"), Path("/dev/null"))
        for path in (folder / "pipe.txt", folder / "plug.txt", Path("/dev/zero")):
            with pytest.raises(ImportRefused, match=r"it is a (pipe|socket|device), not a file"):
                load(path)
    assert files == ["part/own.txt"]
    assert refused == {
        "pipe.txt": "it is a pipe, not a file.",
        "plug.txt": "it is a socket, not a file.",
        "zero": "it is a device, not a file.",
        "null": "it is a device, not a file.",
    }
    assert asked == []


@pytest.mark.skipif(not Path("/proc/self/mountinfo").exists(), reason="only Linux has these folders")
@pytest.mark.parametrize("path", ["/proc", "/proc/self/environ", "/proc/kmsg", "/sys", "/sys/kernel"])
def test_what_the_system_makes_up_is_neither_walked_nor_opened_on_linux(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if not Path(path).exists():
        pytest.skip(f"no {path} here")
    monkeypatch.setattr(Path, "iterdir", lambda self: pytest.fail(f"{self} was listed"))
    files, refused = collect([Path(path)])
    assert files == []
    assert "it belongs to the system itself" in refused[0].reason
    with pytest.raises(ImportRefused, match="belongs to the system itself"):
        load(Path(path))


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="only Linux has such files")
def test_a_file_that_says_it_is_empty_and_is_not_is_not_read_on_linux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As such files look where nothing says what the system makes up."""
    monkeypatch.setattr(opening, "system_folders", dict)
    with pytest.raises(ImportRefused, match="empty"):
        load(Path("/proc/self/environ"))


def test_an_imported_folder_keeps_what_is_linked_outside_out_of_the_case(folder: Path, empty: Case) -> None:
    (folder / "release.txt").symlink_to(folder.parent / "private" / "note.txt")
    report = empty.imports.files([folder])
    assert len(report.added) == 1
    assert [(refused.name, refused.reason) for refused in report.refused] == [("release.txt", LEADS_OUT)]
    assert all(PRIVATE not in empty.articles.text(article.id) for article in empty.articles.all())


def test_a_named_link_says_in_the_case_where_it_led(folder: Path, empty: Case) -> None:
    named = folder.parent / "named.txt"
    named.symlink_to(folder / "part" / "own.txt")
    empty.imports.files([named])
    (article,) = empty.articles.all()
    assert (article.name, article.location) == ("named.txt", f"{named} → {folder / 'part' / 'own.txt'}")


def test_documents_and_extract_take_the_same_care(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "link.txt").symlink_to("part/own.txt")
    with pytest.raises(ImportRefused, match="it is a pipe"):
        read_document(folder / "pipe.txt")
    assert read_document(folder / "link.txt").data.startswith(b"Own words")
    assert run(["extract", str(folder / "pipe.txt")]) == 5
    assert "it is a pipe" in capsys.readouterr().err
    assert run(["extract", str(folder / "link.txt")]) == 0


@given(
    st.lists(
        st.tuples(st.sampled_from("abcd"), st.lists(st.sampled_from(["a", "b", "c", "d", "..", ".", "in"]), min_size=1, max_size=5)),
        max_size=6,
    )
)
@settings(max_examples=share(60), deadline=None)
def test_links_of_any_kind_end_and_lead_nowhere_outside(
    tmp_path_factory: pytest.TempPathFactory, made: list[tuple[str, list[str]]]
) -> None:
    top = tmp_path_factory.mktemp("any")
    (top / "x" / "in").mkdir(parents=True)
    (top / "a").write_text(PRIVATE)
    (top / "x" / "in" / "1.txt").write_text("Own words.")
    for name, parts in made:
        link = top / "x" / ("in" if name in "cd" else "") / name
        if not os.path.lexists(link):
            link.symlink_to("/".join(parts))
    files, _ = collect([top / "x"])
    assert [file.inside for file in files] == [("in", "1.txt")]
    assert [load(file) for file in files] == [b"Own words."]


def test_a_name_that_was_never_walked_is_opened_as_carefully(folder: Path) -> None:
    (folder / "part" / "out").symlink_to(folder.parent / "private")
    with pytest.raises(ImportRefused, match="something else was put in its place"):
        load(Found("note.txt", folder, ("part", "out", "note.txt"), ""))
