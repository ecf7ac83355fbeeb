"""Files as people name them on the command line: a path, or the address of a file as a browser or a file manager copies it.

Each of these is one line and an exit code when it cannot be, before anything is opened or written.
"""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

from workbench.domain.errors import NameTooLong, NotACase, WorkbenchError

LONGEST = 247
"""Bytes of a name: the system allows 255, and SQLite puts 8 after it."""
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/")


class PlaceRefused(WorkbenchError):
    """A file that cannot be read or written there."""

    def __init__(self, path: Path | str, reason: str) -> None:
        self.reason = reason
        super().__init__(f"{path}: {reason}.")


def given(text: str) -> Path:
    """The path that was given. Raises PlaceRefused for no name at all, and for an address that is not that of a file here."""
    if not text:
        raise PlaceRefused("“”", "no file is named")
    if not ADDRESS.match(text) or os.path.lexists(text):
        return Path(text)
    address = urlsplit(text)
    if address.scheme.lower() != "file":
        raise PlaceRefused(text, "this is an address, not a file; save what is there and name the file")
    if address.netloc not in ("", "localhost"):
        raise PlaceRefused(text, f"this file is on another computer ({address.netloc})")
    if b"\0" in (name := unquote_to_bytes(address.path)):
        raise PlaceRefused(text, "no file can have such a name")
    return Path(os.fsdecode(name[1:] if os.name == "nt" else name))


def a_case(text: str) -> Path:
    """The path of a case file, there or not. Raises NotACase or NameTooLong for one that cannot be a case file."""
    try:
        path = given(text)
    except PlaceRefused as refused:
        raise NotACase(text, refused.reason) from refused
    if len(os.fsencode(path.name)) > LONGEST:
        raise NameTooLong(path)
    reason = _no_file(path)
    if reason:
        raise NotACase(path, reason)
    return path


def a_file(text: str) -> Path:
    """The path of a file, there or not. Raises PlaceRefused for one that cannot be a file."""
    path = given(text)
    if len(os.fsencode(path.name)) > LONGEST:
        raise PlaceRefused(path, "the name is too long")
    reason = _no_file(path)
    if reason:
        raise PlaceRefused(path, reason)
    return path


def a_folder(text: str) -> Path:
    """The path of a folder, there or not. Raises PlaceRefused for one that cannot be followed."""
    path = given(text)
    try:
        path.stat()
    except FileNotFoundError:
        return path
    except OSError as error:
        raise PlaceRefused(path, f"it cannot be used ({error.strerror})") from error
    return path


def _no_file(path: Path) -> str:
    """Why a path cannot lead to a file, as far as the system says it; empty when it can, or nothing is there."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return "this is a link that leads nowhere" if path.is_symlink() else ""
    except OSError as error:  # links in a circle, no right to look, a file where a folder must be
        return f"it cannot be reached ({error.strerror})"
    if stat.S_ISDIR(mode):
        return "this is a folder, not a file"
    return "" if stat.S_ISREG(mode) else "this is not a file but a device or a pipe"
