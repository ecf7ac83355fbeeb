"""Files and folders as given, to the files to read."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from workbench.domain.errors import ImportRefused
from workbench.importers.limits import LARGEST_FILE
from workbench.importers.sources import collect, load


def test_folders_are_walked_in_natural_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("10.txt", "2.txt", ".hidden.txt", "b/1.txt", ".git/x.txt", "B2.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("words")
    files, refused = collect([tmp_path])
    assert ["/".join(file.inside) for file in files] == ["2.txt", "10.txt", "b/1.txt", "B2.txt"]
    assert refused == []


def test_a_file_given_twice_is_taken_once_and_a_named_hidden_file_is_taken(tmp_path: Path) -> None:
    hidden = tmp_path / ".note.txt"
    hidden.write_text("words")
    files, refused = collect([hidden, hidden])
    assert ([(file.name, file.location) for file in files], refused) == ([(".note.txt", str(hidden))], [])


def test_links_in_circles_end(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "1.txt").write_text("words")
    (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    files, refused = collect([tmp_path])
    assert [file.name for file in files] == ["1.txt"]
    assert [error.name for error in refused] == ["self"]


def test_folders_nested_deeper_than_calls_may_be(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(1100):
        deep /= "d"
        deep.mkdir()
    (deep / "1.txt").write_text("words")
    files, refused = collect([tmp_path])
    assert ([file.name for file in files], refused) == (["1.txt"], [])
    (deep / "1.txt").unlink()
    while deep != tmp_path:  # by hand: what tidies up after tests nests its calls
        deep.rmdir()
        deep = deep.parent


def test_missing_and_special_files_are_values_in_the_report(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as plug:
        plug.bind(str(tmp_path / "plug.txt"))
        (tmp_path / "good.txt").write_text("words")
        files, refused = collect([tmp_path / "gone.txt", tmp_path, Path(os.devnull)])
    assert [file.name for file in files] == ["good.txt"]
    assert {error.name: error.reason for error in refused} == {
        "gone.txt": "there is no such file.",
        "pipe.txt": "it is a pipe, not a file.",
        "plug.txt": "it is a socket, not a file.",
        "null": "it is a device, not a file.",
    }


def test_a_folder_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(self: Path) -> list[Path]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", forbidden)
    files, refused = collect([tmp_path])
    assert files == []
    assert "you may not read it" in refused[0].reason


def test_load_gives_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a\r\nb")
    assert load(tmp_path / "a.txt") == b"a\r\nb"


def test_load_refuses_with_the_reason_and_the_size(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    os.mkfifo(tmp_path / "pipe.txt")
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(LARGEST_FILE + 1_000_000)
    reasons = {
        "empty.txt": "empty",
        "pipe.txt": "it is a pipe",
        "big.txt": "21.0 MB; Workbench reads files up to 20 MB",
        "gone.txt": "no such file",
    }
    for name, reason in reasons.items():
        with pytest.raises(ImportRefused, match=reason):
            load(tmp_path / name)
    with pytest.raises(ImportRefused, match="it is a folder"):
        load(tmp_path)


def test_load_of_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_text("words")
    monkeypatch.setattr("workbench.importers.opening._checked", forbidden)
    with pytest.raises(ImportRefused, match="you may not read it"):
        load(tmp_path / "a.txt")
