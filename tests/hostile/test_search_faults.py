"""Queries and index folders made to break something."""

from __future__ import annotations

import hashlib
import json
import pickle
import random
from pathlib import Path

import pytest

from workbench.search import IndexDocument, WhooshIndex, parse
from workbench.search.vault import SEAL

TEXTS = {("article", n): f"Harbour report {n}: the envoy met {n * 7} sailors near pier {n % 5}." for n in range(30)}


def _index(folder: Path) -> WhooshIndex:
    return WhooshIndex(folder / "index", folder / "manifest.json", "case")


def _filled(folder: Path) -> WhooshIndex:
    index = _index(folder)
    index.open()
    assert index.update([IndexDocument(kind, number, text, language="en") for (kind, number), text in TEXTS.items()], [], 3)
    return index


def _answers(index: WhooshIndex) -> list[list[tuple[str, int]]]:
    found = []
    for query in ("envoy", "sailors 49", '"pier 3"', "harb* -21", "repart~ 7"):
        tree = parse(query).tree
        assert tree is not None
        found.append([(hit.kind, hit.id) for hit in index.search(tree, 50, lambda kind, number: TEXTS.get((kind, number))).hits])
    return found


@pytest.mark.parametrize(
    "query",
    [
        "a" * 1_000_000,
        "(" * 100_000,
        "(" * 1_900,
        "NOT " * 400,
        '"' * 999,
        "a " * 999,
        'lost "pier',
        "“pier",
        'title:"pier',
        "AND",
        "OR",
        "NOT",
        "pier OR",
        "AND pier",
        "NOT AND NOT",
        "-",
        "=",
        "~",
        "\x00\x01\x02",
        "*",
        "?*?",
        "abc~",
        ")(",
        "\ud800",
        "a~99999999",
        '"a"~99999999999',
        "published:99999-99-99",
    ],
    ids=lambda query: repr(query[:12]),
)
def test_a_hostile_query_is_answered_with_a_reason(query: str) -> None:
    found = parse(query)
    assert found.tree is None
    assert found.diagnostics


def test_a_word_of_a_megabyte_and_odd_characters_are_indexed_and_found(tmp_path: Path) -> None:
    index = _index(tmp_path)
    index.open()
    text = "x" * 1_000_000 + " \x00\ufffd\ud83d\u202e zebra " + "\u0301" * 50_000 + " 한" * 1000
    assert index.update([IndexDocument("article", 1, text)], [], 1)
    tree = parse("zebra").tree
    assert tree is not None
    hit = index.search(tree, 5, lambda kind, number: text).hits[0]
    assert [text[a:b] for a, b in hit.spans] == ["zebra"]


class _Trap:
    def __init__(self, path: Path) -> None:
        self._path = path

    def __reduce__(self) -> tuple[object, tuple[str, str]]:
        return (_spring, (str(self._path), "sprung"))


def _spring(path: str, text: str) -> None:
    Path(path).write_text(text)


@pytest.mark.parametrize("recomputed", [False, True], ids=["manifest kept", "manifest recomputed"])
def test_nothing_of_a_malicious_pickle_runs(tmp_path: Path, recomputed: bool) -> None:
    _filled(tmp_path).close()
    sprung, manifest = tmp_path / "sprung", tmp_path / "manifest.json"
    trap = pickle.dumps(_Trap(sprung))
    content = json.loads(manifest.read_bytes())
    for path in (tmp_path / "index").iterdir():
        if not (recomputed and path.name.startswith(SEAL)):
            path.write_bytes(trap)
    (tmp_path / "index" / "_MAIN_77.toc").write_bytes(trap)
    if recomputed:
        content["files"] = dict.fromkeys(content["files"], hashlib.sha256(trap).hexdigest())
        manifest.write_text(json.dumps(content))
    index = _index(tmp_path)
    assert not index.open()
    assert not sprung.exists()
    pickle.loads(trap)
    assert sprung.exists(), "the trap itself works"


def _damaged(data: bytes, chance: random.Random) -> bytes:
    """One bit or a run of bytes changed, something cut off, taken out or put in."""
    at, size = chance.randrange(len(data)), chance.randrange(1, 40)
    kind = chance.randrange(6)
    if kind < 2:
        return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]
    if kind == 2:
        return data[:at] + chance.randbytes(size) + data[at + size :] + b"!"
    return (data[:at], data[:at] + data[at + size :], data[:at] + bytes(size) + data[at:])[kind - 3]


@pytest.mark.parametrize("recomputed", [False, True], ids=["manifest kept", "manifest recomputed"])
def test_400_corruptions_never_give_a_wrong_answer(tmp_path: Path, recomputed: bool) -> None:
    expected = _answers(_filled(tmp_path))
    folder, manifest = tmp_path / "index", tmp_path / "manifest.json"
    good = {path.name: path.read_bytes() for path in folder.iterdir()}
    listed = manifest.read_bytes()
    chance = random.Random(4)
    for _ in range(400):
        for path in folder.iterdir():
            path.unlink()
        for name, data in good.items():
            (folder / name).write_bytes(data)
        manifest.write_bytes(listed)
        name = chance.choice([name for name, data in good.items() if data])
        damaged = _damaged(good[name], chance)
        (folder / name).write_bytes(damaged)
        if recomputed and not name.startswith(SEAL):
            content = json.loads(listed)
            content["files"][name] = hashlib.sha256(damaged).hexdigest()
            manifest.write_text(json.dumps(content))
        index = _index(tmp_path)
        assert not index.open()
        assert index.update([IndexDocument(kind, number, text, language="en") for (kind, number), text in TEXTS.items()], [], 3)
        assert _answers(index) == expected


def test_a_folder_that_cannot_be_made_is_a_fault_in_words_not_a_crash(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    index = WhooshIndex(tmp_path / "file" / "index", tmp_path / "manifest.json", "case")
    assert not index.open()
    assert index.fault
    assert not index.update([IndexDocument("article", 1, "envoy")], [], 1)
    assert index.step == 0
