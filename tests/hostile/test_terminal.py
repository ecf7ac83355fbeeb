"""What is printed works no terminal: by properties, for whatever a case holds, and by real commands on a real case."""

from __future__ import annotations

import ast
import io
import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench import terminal
from workbench.case import Case
from workbench.cli import run

ROOT = Path(__file__).resolve().parents[2]
NASTY = "".join(
    map(chr, [*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x2028, 0x2029, 0xD800, 0xDFFF])
)
ANYTHING = st.text(st.sampled_from(NASTY) | st.characters(exclude_categories=()), max_size=60)
"""Any text at all, halves of characters too, with many that work a terminal."""


def works_a_terminal(text: str) -> list[str]:
    """Characters that are controls, turn the direction, or are none; judged by their names in Unicode, not by our list."""
    turns = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI", "B"}
    return [c for c in text if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") or unicodedata.bidirectional(c) in turns]


@given(ANYTHING)
@example(NASTY)
def test_every_line_is_one_line_without_a_character_that_works_a_terminal(text: str) -> None:
    line = terminal.shown(text)
    assert works_a_terminal(line) == []
    assert len(line.splitlines()) <= 1
    assert len(line) >= len(text), "nothing is left out"


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cf"))))
def test_words_are_shown_as_they_are(text: str) -> None:
    assert terminal.shown(text) == text


def test_signs_are_those_that_people_know() -> None:
    assert terminal.shown("a\x1b[31mred\x07\x7f\x9b\n\tb\u202etxt\ud800") == "a␛[31mred␇␡\\u009b␊␉b\\u202etxt\\ud800"
    assert terminal.shown("a\tb\n", keep="\t") == "a\tb␊"
    assert terminal.shown("שלום, 世界, é, 👩‍💻, x̂") == "שלום, 世界, é, 👩‍💻, x̂"


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "latin-1", "cp1252", "cp437"])
@given(text=ANYTHING)
def test_json_stays_json_and_says_the_same(encoding: str, text: str) -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", stream)
        terminal.say_json({text: [text]})
    stream.flush()
    out = raw.getvalue().decode(encoding)
    assert json.loads(out) == {text: [text]}
    assert works_a_terminal(out.replace("\n", "")) == []


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "latin-1", "cp1252", "cp437"])
@given(text=ANYTHING)
def test_any_terminal_can_show_any_text(encoding: str, text: str) -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", stream)
        terminal.say([text, text])
    stream.flush()
    first, second, rest = raw.getvalue().decode(encoding).split("\n")
    assert first == second
    assert rest == ""
    assert works_a_terminal(first) == []


def test_only_one_room_writes_to_the_terminal() -> None:
    """Nothing else in the program names the streams or prints; the reader's child speaks to its parent by its own protocol."""
    for file in (ROOT / "workbench").rglob("*.py"):
        if file.name in ("terminal.py", "child.py"):
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            named = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "sys"
            assert not (named and node.attr in ("stdout", "stderr")), file  # type: ignore[attr-defined]
            assert not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"), file


# --- a case full of them, printed by every command ----------------------------------------------------------------------------------

EVIL = "\x1b]0;owned\x07\x1b[2Jthe \x9b31mferry\u202e sank \u2066at noon"


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case in which titles, names, claims, reasons and steps hold what works a terminal."""
    folder = tmp_path_factory.mktemp("evil")
    home = folder / "home"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKBENCH_HOME", str(home))
        name = "a\x1b[31m\u202eb.txt" if os.name == "posix" else "a.txt"
        (folder / name).write_text(f"The ferry sank\n\n{EVIL}, the harbour office said on Monday.\n", encoding="utf-8")
        (folder / "bad\x1b[5m.txt").write_bytes(b"")
        case = Case.create(folder / "evil\x1b[7m.case", lambda: f"Ida {EVIL}")
        case.imports.files([folder / name])
        case.claims.add(EVIL)
        case.info.edit(title=EVIL, reference=EVIL)
        with case.file.operation(EVIL, reason=EVIL) as operation:
            operation.update("articles", 1, name=EVIL)
        case.backup_today()
        case.close()
    return folder


COMMANDS = [
    ["claims", "CASE"], ["search", "CASE", "ferry"], ["search", "CASE", "ferry", "--why"], ["search", "CASE", "\x1b[31m("],
    ["history", "CASE"],
    ["check", "CASE"], ["restore", "CASE"], ["restore"], ["versions", "CASE"], ["extract", "TEXT"], ["extract", "BAD"],
    ["import", "CASE", "BAD"],
    ["memo", "CASE", "-o", "OUT\x1b[31m.odt"], ["as-of", "CASE", "\x1b[31m", "OUT.case"], ["claims", "\x1b[31m.case"], ["nonsense\x1b[31m"],
    ["claims", "CASE", "\x1b[31mmore"], ["compare-second", "CASE", "CASE"], ["restore", "CASE", "\x1b[31m", "-o", "OUT.case"],
]  # fmt: skip


@pytest.mark.parametrize("as_json", [False, True])
@pytest.mark.parametrize("words", COMMANDS, ids=lambda w: ascii(" ".join(w)))
def test_no_command_prints_what_works_a_terminal(
    evil: Path, words: list[str], as_json: bool, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKBENCH_HOME", str(evil / "home"))
    text = next(f for f in evil.glob("a*.txt"))
    places = {"CASE": next(evil.glob("evil*.case")), "TEXT": text, "BAD": next(evil.glob("bad*.txt"))}
    arguments = [str(places.get(w, evil / w if w.startswith("OUT") else w)) for w in words]
    try:
        run(arguments + (["--json"] if as_json else []))
    except SystemExit as ended:
        assert ended.code == 2
    printed = capfd.readouterr()
    assert printed.out or printed.err
    assert works_a_terminal((printed.out + printed.err).replace("\n", "")) == []
    if as_json and printed.out:
        json.loads(printed.out)


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "cp437"},
    ],
    ids=str,
)
@pytest.mark.parametrize("command", ["search", "claims"])
def test_a_terminal_that_cannot_show_a_character_gets_a_sign_for_it(evil: Path, command: str, environment: dict[str, str]) -> None:
    case = next(evil.glob("evil*.case"))
    words = [command, str(case), *(["ferry"] if command == "search" else [])]
    for extra in ([], ["--json"]):
        done = subprocess.run(
            [sys.executable, "-m", "workbench", *words, *extra],
            env=os.environ | environment | {"WORKBENCH_HOME": str(evil / "home"), "PYTHONPATH": str(ROOT)},
            capture_output=True, timeout=120, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, b"")
        text = done.stdout.decode(environment.get("PYTHONIOENCODING", "utf-8"))
        assert works_a_terminal(text.replace("\n", "").replace("\r", "")) == []
        if extra:
            json.loads(text)
