"""The small changes that `make mutants` makes: each is a program still, and another one."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.mutants.changes import mutations


@pytest.mark.parametrize(
    ("source", "changed"),
    [
        ("a = b < c", ["a = b <= c"]),
        ("a = b is not c", ["a = b is c"]),
        ("a = b not in (c)", ["a = b in (c)"]),
        ("a = (b) and (c)", ["a = (b) or (c)"]),
        ("a = not (b)", ["a =  (b)"]),
        ("a = 'ü' if b else d", ["a = 'ü' if not (b) else d"]),
        ("if (a := b): pass", ["if (not (a := b)): pass"]),
        ("a = b - 1", ["a = b + 1", "a = b - 2"]),
        ("a = True", ["a = False"]),
        ("def f(): return a", ["def f(): return None"]),
        ("f(a)", ["None"]),
        ("raise E", ["pass"]),
        ("while a == b: continue", ["while a != b: continue", "while a == b: break"]),
        ("a: int | None = b", []),
        ("if TYPE_CHECKING: f()", []),
        ("a = 'one' + b", []),
        ("'''Words: 1 < 2.'''", []),
    ],
)
def test_what_is_changed(tmp_path: Path, source: str, changed: list[str]) -> None:
    file = tmp_path / "source.py"
    file.write_text(source, encoding="utf-8")
    assert [mutation.source().decode() for mutation in mutations(file)] == changed


def test_every_change_to_the_rules_is_a_program() -> None:
    found = mutations(Path(__file__).resolve().parents[2] / "workbench" / "domain" / "rules.py")
    assert len(found) > 50
    for mutation in found:
        ast.parse(mutation.source())


def test_each_change_argued_equivalent_has_its_reason() -> None:
    lines = Path(__file__).with_name("equivalent.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        assert line.startswith("#") or len(line.split(" | ")) == 4, line
