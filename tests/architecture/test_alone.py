"""Every module can be imported by itself, first of all: no circle of imports, not even one through types that nobody has explained."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT).with_suffix("")).replace("/", ".").removesuffix(".__init__")


MODULES = {name_of(path): path for path in sorted((ROOT / "workbench").rglob("*.py"))}


@cache
def source(module: str) -> tuple[ast.Module, list[str]]:
    text = MODULES[module].read_text(encoding="utf-8")
    return ast.parse(text), text.splitlines()


def imported(nodes: list[ast.stmt]) -> Iterator[tuple[str, int]]:
    """The project's modules that statements import, with the line; what they import a name of is a module where there is one."""
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("workbench"):
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield (inner if inner in MODULES else str(node.module)), node.lineno
        elif isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names if alias.name in MODULES)


def is_for_types(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def at_run_time(module: str) -> set[str]:
    return {name for name, _ in imported(source(module)[0].body)}


def for_types(module: str) -> set[str]:
    """What is imported for types alone; lines that say why they must be in a circle are left out."""
    tree, lines = source(module)
    found = (each for node in tree.body if isinstance(node, ast.If) and is_for_types(node) for each in imported(node.body))
    return {name for name, line in found if "  # " not in lines[line - 1]}


def circle(graph: dict[str, set[str]]) -> list[str]:
    """One circle of a graph; empty when there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_no_circle_at_run_time() -> None:
    assert circle({module: at_run_time(module) - {module} for module in MODULES}) == []


def test_no_circle_through_types_but_where_a_line_says_why() -> None:
    assert circle({module: (at_run_time(module) | for_types(module)) - {module} for module in MODULES}) == []


def test_a_circle_would_be_found() -> None:
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}})
