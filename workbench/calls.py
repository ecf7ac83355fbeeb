"""What the commands share: the case they are called with, and how they say what came of it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from workbench import terminal
from workbench.domain.errors import CaseLocked, MemoFailed
from workbench.settings import Settings

PATIENCE = 60
"""Seconds that a command which writes waits for another command that has the case. A window is not waited for."""


@contextmanager
def open_case(path: Path, *, telling: bool = True) -> Iterator[Any]:
    """The case at `path`, to read only: not a byte of it changes. One that was not closed properly is put in order first."""
    from workbench.case import Case

    log = path.with_name(path.name + "-wal")
    try:
        case = Case.open(path, analyst, read_only=not (log.exists() and log.stat().st_size))
    except CaseLocked:
        case = Case.open(path, analyst, read_only=True)
    terminal.complain_of(case.notices if telling else ())
    try:
        yield case
    finally:
        case.close()


def analyst() -> str:
    return Settings().analyst


def write(output: Path, data: bytes, case: Path) -> None:
    """Write a result whole or not at all, and never over a case. Raises MemoFailed."""
    from workbench.case.outputs import write_whole

    write_whole(output, data, case)


def say(called: argparse.Namespace, value: object, lines: Sequence[str], keep: str = "") -> None:
    """Print what came of it: the value, or the lines."""
    if called.json:
        terminal.say_json(value)
    else:
        terminal.say(lines, keep)


def bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise MemoFailed(f"{path} cannot be read ({error.strerror})") from error
