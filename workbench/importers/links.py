"""Links in a folder: where they lead, found out without touching anything outside it."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

LEADS_OUT = "it is a link that leads out of the folder, so it was not followed. Name what it leads to if that belongs to the case."
LEADS_BACK = "it is a link that leads back to itself."
LEADS_NOWHERE = "it is a link to something that is not there."
MOST_HOPS = 40
"""Links that may lead on to others, as on Linux."""
_NAME_SURROGATE = 0x20000000
"""Set in the tag of a reparse point that stands for another name: junctions and symbolic links, and not files kept in a cloud."""


def is_link(state: os.stat_result) -> bool:
    """Whether what was asked for without following is a symbolic link or, on Windows, a junction, which looks like a folder."""
    return stat.S_ISLNK(state.st_mode) or bool(getattr(state, "st_reparse_tag", 0) & _NAME_SURROGATE)


def followed(path: Path) -> Path:
    """A path that a person has named, without links. Raises OSError for one that leads nowhere or in a circle."""
    return Path(os.path.realpath(path, strict=True))


def leads_elsewhere(path: Path) -> bool:
    """Whether a path that is there is a link itself."""
    return is_link(path.lstat())


def within(root: Path, given: Path, inside: tuple[str, ...]) -> tuple[str, ...] | None:
    """Where a link inside `root` leads, as the names from there; None when any step of the way lies outside.

    `root` has no links in it, `given` is how a person named it. Raises OSError when something on the way is not there, or is a
    circle.
    """
    here: list[str] = []
    ahead = list(inside)
    hops = 0
    while ahead:
        name = ahead.pop(0)
        if name == os.pardir:
            if not here:
                return None
            here.pop()
            continue
        here.append(name)
        path = root.joinpath(*here)
        if not is_link(path.lstat()):
            continue
        hops += 1
        if hops > MOST_HOPS:
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
        here.pop()
        said = Path(str(path.readlink()).removeprefix("\\\\?\\"))
        if said.is_absolute() or said.drive:
            rest = _from(said, root, given)
            if rest is None:
                return None
            here = []
            ahead = [*rest, *ahead]
        else:
            ahead = [*said.parts, *ahead]
    return tuple(here)


def _from(said: Path, root: Path, given: Path) -> tuple[str, ...] | None:
    """The names that lead from the root to an absolute path, by the letter; ".." in it is left for later."""
    for start in (root, given.absolute()):
        if said.parts[: len(start.parts)] == start.parts:
            return said.parts[len(start.parts) :]
    return None


def reason_of(error: OSError) -> str:
    """Why a link inside a folder leads to nothing."""
    if error.errno == errno.ELOOP:
        return LEADS_BACK
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return LEADS_NOWHERE
    return f"it is a link that cannot be followed ({error.strerror or error})."
