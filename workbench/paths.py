"""Where things are: what ships with the program, and where a user's own cache, settings and backups belong."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent
NOWHERE = Path(os.devnull).absolute()
"""A place in which nothing can be made."""


def _shipped(name: str) -> Path:
    """A folder that lies inside the package in a wheel and beside it in a checkout."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def resources() -> Path:
    return _shipped("resources")


def db() -> Path:
    return _shipped("db")


def _private(kind: str) -> Path:
    """A folder of the user's, made 0700 if it can be; if not, who writes there finds out and says so: a case opens without any of
    them. WORKBENCH_HOME moves all of them together (tests, portable use)."""
    home = os.environ.get("WORKBENCH_HOME")
    folder = Path(home) / kind if home else Path(getattr(platformdirs, f"user_{kind}_dir")("workbench", appauthor=False))
    if not home and not folder.is_absolute():  # nobody knows where this user is at home; not in the folder that happens to be open
        folder = NOWHERE / kind
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def cache() -> Path:
    return _private("cache")


def data() -> Path:
    return _private("data")


def is_file(path: Path) -> bool:
    """Whether there is a file; where nobody may look, or no name can be as long, there is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def rescued() -> Path:
    """Where a case goes whose own file cannot be written any more; the first page shows what is there."""
    return data() / "rescued"


def settings() -> Path:
    return _private("config")


def logs() -> Path:
    return _private("log")
