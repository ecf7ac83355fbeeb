"""Queries and index folders made to break something."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import pickle
import random
import stat
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest

from tests.thorough import share
from workbench.search import IndexDocument, WhooshIndex, parse
from workbench.search import manifest as manifests
from workbench.search.vault import LOCK_FILE

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
        "a OR " * 399 + "a",
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


LIFE = textwrap.dedent(
    """
    import _pickle, os, pickle, sys
    from pathlib import Path

    def never(*arguments, **named):
        raise AssertionError("a pickle is read or written")

    class Never:
        def __init__(self, *arguments, **named):
            never()

    for module in (pickle, _pickle):
        for name in ("load", "loads", "dump", "dumps"):
            setattr(module, name, never)
        module.Unpickler = module.Pickler = Never
    pickle._load = pickle._loads = pickle._dump = pickle._dumps = never
    pickle._Unpickler = pickle._Pickler = Never
    sys.addaudithook(lambda event, _: never() if event == "pickle.find_class" else None)

    from workbench.search import IndexDocument, WhooshIndex, parse

    folder = Path(sys.argv[1])

    def index():
        return WhooshIndex(folder / "index", folder / "manifest.json", "case")

    def found(one, query):
        return sorted(hit.id for hit in one.search(parse(query).tree, 100).hits)

    first = index()
    assert not first.open()
    assert first.update([IndexDocument("note", n, f"lion {n}") for n in range(60)], [], 1)
    assert first.open()
    for step in range(2, 40):
        assert first.update([IndexDocument("note", 100 + step, f"zebra {step}", "t", "p")], [("note", step)], step)
    first.optimise()
    assert not first.untidy
    assert len(found(first, "zebra")) == 38 and len(found(first, "lion")) == 22
    assert first.like("zebra 7", ("note",))
    child = os.fork()
    if not child:
        other = index()
        assert other.open()
        assert found(other, "zeb*") == found(first, "zebra")
        assert other.update([IndexDocument("note", 7, "zebra")], [], 40)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    assert not first.update([], [("note", 7)], 41)
    assert first.step == 40 and 7 in found(first, "zebra")
    assert first.update([], [("note", 7)], 41)
    (folder / "manifest.json").unlink()
    assert not first.open()
    assert first.update([IndexDocument("note", 1, "lion")], [], 41)
    assert first.forget() == ""
    assert found(first, "lion") == []
    print("lived")
    """
)


def test_no_pickle_is_read_or_written_in_the_whole_life_of_an_index(tmp_path: Path) -> None:
    """Built, opened, searched, merged, shared with a second process, rebuilt, deleted: with everything that reads pickles made to fail."""
    (tmp_path / "life.py").write_text(LIFE)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    done = subprocess.run([sys.executable, str(tmp_path / "life.py"), str(tmp_path)], capture_output=True, text=True, env=environment)
    assert (done.stdout, done.stderr) == ("lived\n", "")


def _without_key(index: Path, manifest: Path) -> None:
    """Say of whatever lies in the folder that it belongs there, as somebody would who may write everything but has not the key."""
    outer = json.loads(manifest.read_bytes())
    inner = json.loads(outer["says"])
    inner["files"] = {name: hashlib.sha256((index / name).read_bytes()).hexdigest() for name in inner["files"]}
    said = json.dumps(inner, sort_keys=True)
    mac = hmac.new(bytes(32), said.encode(), hashlib.sha256).hexdigest()
    manifest.write_text(json.dumps({"says": said, "hmac": mac}))


@pytest.mark.parametrize("recomputed", [False, True], ids=["manifest kept", "manifest recomputed"])
def test_nothing_of_a_malicious_pickle_runs(tmp_path: Path, recomputed: bool) -> None:
    _filled(tmp_path).close()
    sprung = tmp_path / "sprung"
    trap = pickle.dumps(_Trap(sprung))
    for path in (tmp_path / "index").iterdir():
        path.write_bytes(trap)
    (tmp_path / "index" / "_MAIN_77.toc").write_bytes(trap)
    if recomputed:
        _without_key(tmp_path / "index", tmp_path / "manifest.json")
    index = _index(tmp_path)
    assert not index.open()
    assert not sprung.exists()
    pickle.loads(trap)
    assert sprung.exists(), "the trap itself works"


def test_an_index_of_an_earlier_version_is_not_read_but_made_anew(tmp_path: Path) -> None:
    """Its manifest has no key, and its table of contents is a pickle."""
    sprung, folder = tmp_path / "sprung", tmp_path / "index"
    folder.mkdir()
    names = ["MAIN_de10x70955cznpl8.arr", "MAIN_de10x70955cznpl8.trm", "MAIN_de10x70955cznpl8.pst", "_MAIN_1.toc", "seal_1_3"]
    for name in names:
        (folder / name).write_bytes(pickle.dumps(_Trap(sprung)))
    hashes = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}
    identity = {"case": "case", "analyser": "1", "schema": "2", "whoosh": "2.7.5"}
    (tmp_path / "manifest.json").write_text(json.dumps({"identity": identity, "generation": 1, "step": 3, "files": hashes}))
    index = _index(tmp_path)
    assert not index.open()
    assert not index.fault
    assert not sprung.exists()
    assert [path.name for path in folder.iterdir()] == [LOCK_FILE]
    assert index.update([IndexDocument("note", 1, "zebra")], [], 3)
    assert _index(tmp_path).open()


# --- the key ---------------------------------------------------------------------------------------------------------------------


def test_the_key_is_the_users_alone_and_the_same_for_all_indexes(tmp_path: Path) -> None:
    _filled(tmp_path).close()
    key = tmp_path / "index.key"
    assert len(key.read_bytes()) == 32
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    before = key.read_bytes()
    other = WhooshIndex(tmp_path / "other", tmp_path / "other.json", "other", key)
    other.open()
    assert key.read_bytes() == before
    assert _index(tmp_path).open()


@pytest.mark.parametrize("harm", ["gone", "short", "long", "another", "empty", "open to others"])
def test_a_key_that_is_damaged_means_a_new_one_and_an_index_made_anew(tmp_path: Path, harm: str) -> None:
    _filled(tmp_path).close()
    key = tmp_path / "index.key"
    before = key.read_bytes()
    if harm == "gone":
        key.unlink()
    elif harm == "open to others":
        key.chmod(0o644)
    else:
        key.write_bytes({"short": before[:31], "long": before + b"x", "another": bytes(32), "empty": b""}[harm])
    index = _index(tmp_path)
    assert not index.open()
    assert not index.fault
    assert index.update([IndexDocument("note", 1, "zebra")], [], 4)
    assert _index(tmp_path).open()
    assert len(key.read_bytes()) == 32
    assert key.read_bytes() != before
    assert stat.S_IMODE(key.stat().st_mode) == 0o600


def test_a_manifest_of_another_key_is_not_believed_though_every_hash_in_it_is_true(tmp_path: Path) -> None:
    _filled(tmp_path).close()
    _without_key(tmp_path / "index", tmp_path / "manifest.json")
    index = _index(tmp_path)
    assert not index.open()
    assert index.step == 0


SEGMENT = "0" * 32
FILES = {f"{SEGMENT}.arr": "0" * 64, f"{SEGMENT}.trm": "0" * 64}
SAID = {"identity": {"case": "x"}, "step": 1, "head": "", "segments": [[SEGMENT, 3, [0, 2]]], "files": FILES}
WRONG: list[dict[str, Any]] = [
    {"identity": {"case": 1}}, {"identity": []}, {"step": -1}, {"step": True}, {"step": 1.5}, {"step": "1"}, {"head": 5}, {"head": None},
    {"segments": [["../x", 3, []]]}, {"segments": [[SEGMENT.upper().replace("0", "A"), 3, []]]}, {"segments": [[SEGMENT + "\n", 3, []]]},
    {"segments": [[SEGMENT, -3, []]]}, {"segments": [[SEGMENT, 3, [3]]]}, {"segments": [[SEGMENT, 3, [2, 0]]]},
    {"segments": [[SEGMENT, 3, [1, 1]]]}, {"segments": [[SEGMENT, 3, [-1]]]}, {"segments": [[SEGMENT, 3, [0.5]]]},
    {"segments": [[SEGMENT, 3]]}, {"segments": [[SEGMENT, 3, [], 4]]}, {"segments": [7]}, {"segments": None}, {"segments": []},
    {"segments": [[SEGMENT, 3, []]] * 2}, {"files": {}},
    {"files": FILES | {"../../x": "0" * 64}}, {"files": FILES | {f"{SEGMENT}.arr": "0"}},
    {"files": FILES | {f"{SEGMENT}.arr": 0}}, {"files": FILES | {f"{SEGMENT}.arr": "0" * 64 + "\n"}}, {"files": list(FILES)}, {"more": 1},
]  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG, ids=str)
def test_a_manifest_says_what_it_may_or_is_none_even_with_the_right_key(tmp_path: Path, wrong: dict[str, Any]) -> None:
    file = manifests.ManifestFile(tmp_path / "manifest.json", tmp_path / "key")
    file.write(manifests.Manifest({"case": "x"}))
    assert file.read() is not None

    def say(value: Any) -> None:
        said = json.dumps(value)
        mac = hmac.new((tmp_path / "key").read_bytes(), said.encode(), hashlib.sha256).hexdigest()
        file.path.write_text(json.dumps({"says": said, "hmac": mac}))

    say(SAID)
    read = file.read()
    assert read is not None
    assert read.segments == (manifests.Segment(SEGMENT, 3, (0, 2)),)
    say(SAID | wrong)
    assert file.read() is None
    for odd in (None, 7, [], "x", {}, {k: v for k, v in SAID.items() if k != "head"}):
        say(odd)
        assert file.read() is None


@pytest.mark.parametrize("data", [b"", b"{", b"null", b"[]", b"7", b'{"says": 1, "hmac": 2}', b'{"says": "{}", "hmac": "\xc3\xa9"}',
                                  b"[" * 100_000,
                                  b"\xff\xfe", b'{"says": null, "hmac": null}'])  # fmt: skip
def test_a_manifest_of_nonsense_is_none(tmp_path: Path, data: bytes) -> None:
    file = manifests.ManifestFile(tmp_path / "manifest.json", tmp_path / "key")
    file.write(manifests.Manifest({}))
    file.path.write_bytes(data)
    assert file.read() is None


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
def test_corruptions_never_give_a_wrong_answer(tmp_path: Path, recomputed: bool) -> None:
    expected = _answers(_filled(tmp_path))
    folder, manifest = tmp_path / "index", tmp_path / "manifest.json"
    good = {path.name: path.read_bytes() for path in folder.iterdir()}
    listed = manifest.read_bytes()
    chance = random.Random(4)
    for _ in range(share(400)):
        for path in folder.iterdir():
            path.unlink()
        for name, data in good.items():
            (folder / name).write_bytes(data)
        manifest.write_bytes(listed)
        name = chance.choice([name for name, data in good.items() if data])
        damaged = _damaged(good[name], chance)
        (folder / name).write_bytes(damaged)
        if recomputed:
            _without_key(folder, manifest)
        index = _index(tmp_path)
        assert not index.open()
        assert index.update([IndexDocument(kind, number, text, language="en") for (kind, number), text in TEXTS.items()], [], 3)
        assert _answers(index) == expected


def test_a_folder_that_cannot_be_made_is_said_and_the_index_is_held_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    index = WhooshIndex(tmp_path / "file" / "index", tmp_path / "manifest.json", "case")
    assert not index.open()
    assert index.fault
    assert index.update([IndexDocument("article", 1, "envoy")], [], 1)
    assert index.step == 1
    tree = parse("envoy").tree
    assert tree is not None
    assert [hit.id for hit in index.search(tree).hits] == [1]
    assert "in memory" in index.fault
    assert "could not be removed" in index.forget()
    assert index.search(tree).hits == ()


def test_a_folder_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    """Somebody who may write the cache could point it at the user's own papers."""
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / ("0" * 32 + ".arr")).write_text("mine")
    (tmp_path / "index").symlink_to(papers)
    index = _index(tmp_path)
    assert not index.open()
    assert "link" in index.fault
    assert index.update([IndexDocument("article", 1, "envoy")], [], 1)
    assert "could not be removed" in index.forget()
    assert [(path.name, path.read_text()) for path in papers.iterdir()] == [("0" * 32 + ".arr", "mine")]
