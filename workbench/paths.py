"""Where things are: what ships with the program, and where a user's own cache, settings and backups belong."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    """A folder that lies inside the package in a wheel and beside it in a checkout."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def resources() -> Path:
    return _shipped("resources")


def db() -> Path:
    return _shipped("db")


def _private(kind: str) -> Path:
    """A folder of the user's, made 0700. WORKBENCH_HOME moves all of them together (tests, portable use)."""
    home = os.environ.get("WORKBENCH_HOME")
    folder = Path(home) / kind if home else Path(getattr(platformdirs, f"user_{kind}_dir")("workbench", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def cache() -> Path:
    return _private("cache")


def data() -> Path:
    return _private("data")


def settings() -> Path:
    return _private("config")


def logs() -> Path:
    return _private("log")
