"""The small changes that could be made to a source: each a span of it and what stands there instead."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

OPERATORS = {
    ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"), ast.Gt: (">", ">="), ast.GtE: (">=", ">"), ast.Eq: ("==", "!="), ast.NotEq: ("!=", "=="),
    ast.Is: ("is", "is not"), ast.IsNot: ("is not", "is"), ast.In: ("in", "not in"), ast.NotIn: ("not in", "in"),
    ast.Add: ("+", "-"), ast.Sub: ("-", "+"), ast.Mult: ("*", "//"), ast.FloorDiv: ("//", "*"), ast.Mod: ("%", "//"),
    ast.BitOr: ("|", "&"), ast.BitAnd: ("&", "|"), ast.And: ("and", "or"), ast.Or: ("or", "and"),
}  # fmt: skip

WHOLE = "\0"
"""In what is put in place: what stood there."""


@dataclass(frozen=True, slots=True)
class Mutation:
    """One change: bytes `start` to `end` of the file become `new`. Lines count from 1."""

    file: Path
    first: int
    last: int
    start: int
    end: int
    new: str

    def source(self) -> bytes:
        """The whole file with the change in it."""
        data = self.file.read_bytes()
        return data[: self.start] + self.new.encode() + data[self.end :]

    def __str__(self) -> str:
        old = " ".join(self.file.read_bytes()[self.start : self.end].decode().split())
        return f"{old} -> {self.new}"


def mutations(file: Path) -> list[Mutation]:
    """Every change that can be made to a file, in the order of their places."""
    data = file.read_bytes()
    starts = [0, *(match.end() for match in re.finditer(rb"\n", data))]
    found = []
    for (first, at, last, until), new in _changes(ast.parse(data)):
        start, end = starts[first - 1] + at, starts[last - 1] + until
        if isinstance(new, tuple):  # an operator between two operands
            written = re.search(
                rb"\b%s\b" % re.escape(new[0].encode()) if new[0].isalpha() else re.escape(new[0].encode()), data[start:end]
            )
            if written is None:
                continue
            start, end, new = start + written.start(), start + written.end(), new[1]
        new = new.replace(WHOLE, data[start:end].decode())
        found.append(Mutation(file, first, last, start, end, new))
    return sorted(set(found), key=lambda m: (m.start, m.end, m.new))


Place = tuple[int, int, int, int]


def _changes(tree: ast.Module) -> Iterator[tuple[Place, str | tuple[str, str]]]:
    """Where, and what is put there; for an operator, what is looked for between its operands and what is put in its place."""
    for node in _program(tree):
        match node:
            case ast.Compare(left=left, ops=[operator], comparators=[right]):
                yield _between(left, right), OPERATORS[type(operator)]
            case ast.BinOp(left=left, op=operator, right=right) if type(operator) in OPERATORS and not _text(left) and not _text(right):
                yield _between(left, right), OPERATORS[type(operator)]
            case ast.BoolOp(op=operator, values=[left, right, *_]):
                yield _between(left, right), OPERATORS[type(operator)]
            case ast.UnaryOp(op=ast.Not()):
                yield (node.lineno, node.col_offset, node.lineno, node.col_offset + len("not")), ""
            case ast.Constant(value=bool() | int() as value):
                yield _place(node), str(not value) if isinstance(value, bool) else str(value + 1)
            case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
                if not isinstance(test, ast.Compare | ast.BoolOp | ast.UnaryOp):
                    yield _place(test), f"not ({WHOLE})"
            case ast.stmt():
                yield from _statement(node)


def _statement(node: ast.stmt) -> Iterator[tuple[Place, str]]:
    match node:
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield _place(value), "None"
        case ast.Expr(value=ast.Call() as call):
            yield _place(call), "None"
        case ast.Continue():
            yield _place(node), "break"
        case ast.Break():
            yield _place(node), "continue"
        case ast.Raise():
            yield _place(node), "pass"


def _program(node: ast.AST) -> Iterator[ast.AST]:
    """What is run: without annotations, dataclass headers and what stands in a text."""
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "type_params") or isinstance(node, ast.JoinedStr):
            continue
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "__all__" for t in node.targets):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not (isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"):
                yield child
                yield from _program(child)


def _place(node: ast.expr | ast.stmt) -> Place:
    assert node.end_lineno is not None
    assert node.end_col_offset is not None
    return node.lineno, node.col_offset, node.end_lineno, node.end_col_offset


def _between(left: ast.expr, right: ast.expr) -> Place:
    return (*_place(left)[2:], *_place(right)[:2])


def _text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))
