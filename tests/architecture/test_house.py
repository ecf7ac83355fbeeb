"""The rules of the house: who may import whom, how long a file may be, and what never leaves its room."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "workbench").rglob("*.py"))
LONGEST = 350
FOREIGN = {"search": ("whoosh",), "storage": ("sqlalchemy", "alembic"), "desk": ("PySide6", "shiboken6")}
"""Room -> libraries that only it knows."""


def test_the_import_contracts_hold() -> None:
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def test_there_is_something_to_look_at() -> None:
    assert len(FILES) > 100


@pytest.mark.parametrize("file", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_file_is_too_long_to_read_at_one_go(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("file", sorted((ROOT / "workbench" / "desk").rglob("*.py")), ids=lambda p: str(p.relative_to(ROOT)))
def test_the_desk_never_reaches_through_the_case_to_its_file(file: Path) -> None:
    """Transactions and joins are the case's: the desk asks it for what it shows."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    reached = [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr == "file" and _is_case(node.value)]
    assert reached == []


def _is_case(node: ast.expr) -> bool:
    return (isinstance(node, ast.Name) and node.id == "case") or (isinstance(node, ast.Attribute) and node.attr == "case")


def names_from(tree: ast.Module, libraries: tuple[str, ...]) -> set[str]:
    """What a module calls the things it imports from these libraries."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] in libraries:
            found |= {alias.asname or alias.name for alias in node.names}
        if isinstance(node, ast.Import):
            found |= {(alias.asname or alias.name).split(".")[0] for alias in node.names if alias.name.split(".")[0] in libraries}
    return found


def annotated(function: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    """Every name in the annotations of a function's parameters and result."""
    arguments = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    notes = [a.annotation for a in arguments if a.annotation] + ([function.returns] if function.returns else [])
    return {node.id for note in notes for node in ast.walk(note) if isinstance(node, ast.Name)}


@pytest.mark.parametrize("room", ["storage", "search"])
def test_no_library_shows_in_what_a_room_gives_out(room: str) -> None:
    """Rows and hits stay inside: the public functions and methods of what the room exports name no foreign type."""
    exported = set(_exports(ROOT / "workbench" / room / "__init__.py"))
    assert exported
    for file in sorted((ROOT / "workbench" / room).glob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        foreign = names_from(tree, FOREIGN[room])
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and node.name in exported:
                methods = [m for m in node.body if isinstance(m, ast.FunctionDef) and not m.name.startswith("_")]
            elif isinstance(node, ast.FunctionDef) and node.name in exported:
                methods = [node]
            else:
                continue
            for method in methods:
                assert not annotated(method) & foreign, f"{file.name}: {node.name}.{method.name}"


@pytest.mark.parametrize("file", sorted((ROOT / "workbench" / "case").glob("*.py")), ids=lambda p: p.name)
def test_the_case_room_names_no_foreign_library(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    assert names_from(tree, ("sqlalchemy", "alembic", "whoosh", "PySide6", "shiboken6", "sqlite3")) == set()


def _exports(file: Path) -> list[str]:
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "__all__" for t in node.targets):
            return [str(name) for name in ast.literal_eval(node.value)]
    return []


INLINE_PLURAL = re.compile(r"['\"] if [^\n]*== 1 else ['\"]s['\"]")


@pytest.mark.parametrize("file", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_how_many_of_what_is_said_in_one_place(file: Path) -> None:
    """domain/plurals.py: a plural made by hand is forgotten somewhere, and the screen says “all 1 appearances”."""
    assert INLINE_PLURAL.findall(file.read_text(encoding="utf-8")) == []
