"""The index follows the journal, and is made again at any doubt."""

from __future__ import annotations

import shutil
import stat
import threading
from typing import TYPE_CHECKING

import pytest

from workbench.search import IndexDocument, parse

if TYPE_CHECKING:
    from tests.search.conftest import Desk


def test_steps_replace_and_delete(desk: Desk) -> None:
    assert desk.index.step == 1
    changed = IndexDocument("article", 2, "A quiet day at the market", language="en")
    desk.documents["article", 2] = changed
    assert desk.index.update([changed], [("claim", 7)], 2)
    assert desk.index.step == 2
    assert desk.found("summon") == {("article", 1)}
    assert desk.found("market") == {("article", 2)}
    assert desk.found("status:denied") == set()
    assert desk.index.update([], [], 9)
    again = desk.another()
    assert again.open()
    assert again.step == 9


def test_the_last_of_a_document_given_twice_counts(desk: Desk) -> None:
    twice = [IndexDocument("note", 9, "first zebra"), IndexDocument("note", 9, "second zebra")]
    desk.documents["note", 9] = twice[1]
    assert desk.index.update(twice, [], 2)
    assert desk.ask("zebra").total == 1
    assert desk.marked("second") == ["second"]


def test_cancelling_leaves_nothing_behind(desk: Desk) -> None:
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 2

    assert not desk.index.update([IndexDocument("note", n, "zebra") for n in range(5)], [], 2, None, cancelled)
    assert desk.index.step == 1
    assert desk.found("zebra") == set()


def test_progress_counts_to_the_end(desk: Desk) -> None:
    seen: list[tuple[int, int]] = []
    desk.index.update([IndexDocument("note", n, "zebra") for n in range(3)], [], 2, lambda done, of: seen.append((done, of)))
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_optimising_changes_no_answer(desk: Desk) -> None:
    for n in range(4):
        desk.documents["note", 20 + n] = IndexDocument("note", 20 + n, f"zebra {n}")
        assert desk.index.update([desk.documents["note", 20 + n]], [], 2 + n)
    assert desk.index.update([], [("note", 21)], 6)
    before = {query: desk.found(query) for query in ("zebra", "summon", "zone:headline envoy", '"envoys went"', "claim:C7", "lang:fr")}
    desk.index.optimise()
    assert {query: desk.found(query) for query in before} == before
    assert desk.index.step == 6
    assert desk.another().open()


def test_the_folder_is_private_and_the_manifest_apart(desk: Desk) -> None:
    assert stat.S_IMODE(desk.folder.stat().st_mode) == 0o700
    assert desk.folder not in desk.manifest.parents
    assert stat.S_IMODE(desk.manifest.stat().st_mode) == 0o600


def test_deleting_the_folder_while_it_is_open_does_no_harm(desk: Desk) -> None:
    shutil.rmtree(desk.folder)
    assert desk.found("summon") == {("article", 1), ("article", 2)}
    assert not desk.index.update([IndexDocument("note", 9, "zebra")], [], 2)
    assert desk.index.step == 0
    assert desk.index.update(desk.documents.values(), [], 2)
    assert desk.found("summon") == {("article", 1), ("article", 2)}


@pytest.mark.parametrize("harm", ["manifest gone", "folder gone", "file gone", "truncated", "another case", "manifest is nonsense"])
def test_anything_wrong_means_an_empty_index_that_can_be_filled(desk: Desk, harm: str) -> None:
    largest = max(desk.folder.iterdir(), key=lambda path: path.stat().st_size)
    if harm == "manifest gone":
        desk.manifest.unlink()
    elif harm == "folder gone":
        shutil.rmtree(desk.folder)
    elif harm == "file gone":
        largest.unlink()
    elif harm == "truncated":
        largest.write_bytes(largest.read_bytes()[:-7])
    elif harm == "manifest is nonsense":
        desk.manifest.write_text('{"files": {"../x": 1}}')
    desk.index = desk.another("case-2" if harm == "another case" else "case-1")
    assert not desk.index.open()
    assert desk.index.step == 0
    assert desk.found("summon") == set()
    assert desk.index.update(desk.documents.values(), [], 5)
    assert desk.found("summon") == {("article", 1), ("article", 2)}


def test_only_what_an_index_wrote_is_removed_from_its_folder(desk: Desk) -> None:
    """Left of a write that did not end, or of versions before: removed. Anything else was put there by somebody else: left alone."""
    name = next(path.name for path in desk.folder.iterdir() if path.suffix == ".arr")
    leftovers = [
        "0" * 32 + ".arr",
        "f" * 32 + ".trm",
        "_MAIN_99.toc",
        "seal_3_7",
        "MAIN_de10x70955cznpl8.pst",
        "MAIN_de10x70955cznpl8._stored.col",
    ]
    foreign = ["notes.txt", "0" * 31 + ".arr", "0" * 32 + ".arr.txt", "_MAIN_99.toc.bak", "sub/" + "0" * 32 + ".arr", "sub/deep/letter.txt"]
    for path in (*leftovers, *foreign):
        (desk.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (desk.folder / path).write_bytes(b"stray")
    (desk.folder / ("a" * 32 + ".arr")).mkdir()
    (desk.folder / ("b" * 32 + ".arr")).symlink_to(desk.folder / "notes.txt")
    again = desk.another()
    assert again.open()
    assert (desk.folder / name).exists()
    assert not any((desk.folder / path).exists() for path in leftovers)
    assert all((desk.folder / path).read_bytes() == b"stray" for path in foreign)
    assert again.forget() == ""
    assert again.step == 0
    assert not (desk.folder / name).exists()
    assert all((desk.folder / path).read_bytes() == b"stray" for path in foreign)
    assert (desk.folder / ("a" * 32 + ".arr")).is_dir()
    assert (desk.folder / ("b" * 32 + ".arr")).is_symlink()


def test_a_second_process_sees_what_the_first_wrote(desk: Desk) -> None:
    other = desk.another()
    assert other.open()
    assert other.update([IndexDocument("note", 9, "zebra")], [], 2)
    desk.documents["note", 9] = IndexDocument("note", 9, "zebra")
    assert not desk.index.update([desk.documents["note", 9]], [], 2)
    assert desk.index.step == 2
    assert desk.found("zebra") == {("note", 9)}


def test_searching_while_writing_always_answers_whole(desk: Desk) -> None:
    wrong: list[int] = []
    stop = threading.Event()
    tree = parse("summon").tree
    assert tree is not None

    def search() -> None:
        while not stop.is_set():
            if desk.index.search(tree).total != 2:
                wrong.append(1)

    thread = threading.Thread(target=search)
    thread.start()
    for n in range(15):
        assert desk.index.update([IndexDocument("note", n, f"zebra {n}"), desk.documents["article", 1]], [], 2 + n)
    stop.set()
    thread.join()
    assert not wrong
