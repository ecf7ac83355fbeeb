"""The inbox: a file waits once it has stood still, under whatever name, until it is brought in or left; nothing in the folder changes."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.importers.inbox import REST, UNFINISHED, Inbox

TEXT = b"Council keeps the ferry\n\nThe harbour council voted on Tuesday.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "inbox"
    made.mkdir()
    return made


def nothing(name: str, data: bytes) -> str:
    return ""


def names(inbox: Inbox, now: float) -> list[str]:
    return [each.path.name for each in inbox.look(now)]


def test_a_file_waits_when_it_has_stood_still(folder: Path) -> None:
    inbox = Inbox(folder, lambda digest: False, nothing)
    assert inbox.look(0) == []
    (folder / "a.txt").write_bytes(TEXT[:20])
    assert names(inbox, 1) == []
    (folder / "a.txt").write_bytes(TEXT)
    assert names(inbox, 1 + REST) == [], "it was still growing"
    assert names(inbox, 1 + 2 * REST) == ["a.txt"]
    (waiting,) = inbox.look(9 + REST)
    assert (waiting.size, waiting.digest) == (len(TEXT), hashlib.sha256(TEXT).hexdigest())


def test_what_was_brought_in_or_left_is_not_offered_again_under_any_name(folder: Path) -> None:
    known: set[str] = set()
    inbox = Inbox(folder, known.__contains__, nothing)
    (folder / "a.txt").write_bytes(TEXT)
    inbox.look(0)
    (waiting,) = inbox.look(REST)
    known.add(waiting.digest)
    assert names(inbox, 2 * REST) == []
    (folder / "a.txt").rename(folder / "b.txt")
    inbox.look(3 * REST)
    assert names(inbox, 4 * REST) == []


def test_downloads_under_way_hidden_and_empty_files_do_not_wait(folder: Path) -> None:
    inbox = Inbox(folder, lambda digest: False, nothing)
    for name in (".hidden.txt", *(f"page.html{ending}" for ending in UNFINISHED)):
        (folder / name).write_bytes(TEXT)
    (folder / "empty.txt").write_bytes(b"")
    inbox.look(0)
    assert names(inbox, 9) == []


def test_links_out_of_the_folder_are_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "private.txt").write_bytes(TEXT)
    (folder / "link.txt").symlink_to(tmp_path / "private.txt")
    inbox = Inbox(folder, lambda digest: False, nothing)
    inbox.look(0)
    assert names(inbox, 9) == []


def test_a_file_that_cannot_be_read_waits_with_the_reason(folder: Path) -> None:
    (folder / "large.txt").write_bytes(b"x")
    os.truncate(folder / "large.txt", 30_000_000)
    inbox = Inbox(folder, lambda digest: False, nothing)
    inbox.look(0)
    (waiting,) = inbox.look(9)
    assert "20 MB" in waiting.refused


def test_a_folder_that_has_gone_is_an_error_and_not_an_empty_one(folder: Path) -> None:
    inbox = Inbox(folder, lambda digest: False, nothing)
    folder.rmdir()
    with pytest.raises(OSError, match="inbox"):
        inbox.look(0)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 3), st.floats(0, 3)), max_size=25))
def test_nothing_waits_that_changed_less_than_the_rest_ago_and_nothing_is_forgotten(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[tuple[str, int, float]]
) -> None:
    folder = tmp_path_factory.mktemp("inbox")
    inbox, now, changed = Inbox(folder, lambda digest: False, nothing), 0.0, {}
    for name, version, later in deeds:
        now += later
        path = folder / name
        if not path.exists() or path.read_bytes() != TEXT * (version + 1):
            path.write_bytes(TEXT * (version + 1))
            os.utime(path, ns=(0, int(now * 1e9)))
            changed[name] = now
        assert not any(now - changed[each.path.name] < REST for each in inbox.look(now))
    inbox.look(now + REST)
    assert {each.path.name for each in inbox.look(now + 2 * REST)} == set(changed)


def test_what_waits_says_how_it_begins_and_what_is_known_is_not_read_again(folder: Path) -> None:
    head = "<html><head><title>Ferry aground</title></head>"
    page = f"{head}<body><article><h1>Ferry aground</h1><p>It ran aground at six, the office said.</p></article></body></html>"
    (folder / "page.html").write_text(page, encoding="utf-8")
    (folder / "photo.xyz").write_bytes(b"\x00\x01")
    inbox = Inbox(folder, lambda digest: False)
    inbox.look(0)
    page_waits, photo = sorted(inbox.look(9), key=lambda each: each.path.name)
    assert page_waits.words == "Ferry aground — It ran aground at six, the office said."
    assert photo.refused.startswith("files ending in")
    asked: list[str] = []
    known = Inbox(folder, lambda digest: True, lambda name, data: str(asked.append(name)))
    known.look(0)
    assert known.look(9) == []
    assert asked == []
