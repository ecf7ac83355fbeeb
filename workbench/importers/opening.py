"""Opening one file and nothing else: no link below the folder it was found in is followed, no pipe or device is touched."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping
from pathlib import Path

from workbench.domain.errors import ImportRefused
from workbench.importers import links
from workbench.importers.wordlist import wordlist

CHANGED = "something else was put in its place while the folder was read, so it was left out."
_KINDS = (
    (stat.S_ISFIFO, "it is a pipe, not a file."),
    (stat.S_ISSOCK, "it is a socket, not a file."),
    (stat.S_ISCHR, "it is a device, not a file."),
    (stat.S_ISBLK, "it is a device, not a file."),
)
_SYSTEM = wordlist(
    "autofs binfmt_misc bpf cgroup cgroup2 configfs debugfs devpts efivarfs functionfs fusectl hugetlbfs mqueue nsfs proc pstore "
    "rpc_pipefs securityfs selinuxfs smackfs sysfs tracefs"
)
"""File systems of Linux whose files are no files: the kernel makes up what they say, some without end, some when they are opened."""
# O_NONBLOCK: a pipe put in the file's place must not hold the desk. O_NOFOLLOW: nor may a link lead elsewhere.
_FLAGS = sum(getattr(os, name, 0) for name in ("O_BINARY", "O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_NOCTTY", "O_NOINHERIT"))
_BECAME_A_LINK = (errno.ELOOP, errno.EMLINK, errno.ENOTDIR)
"""What systems say of a link, or of a file, where a folder was, when they may not follow."""
_FOLDER = _FLAGS | getattr(os, "O_DIRECTORY", 0)


def system_folders() -> Mapping[int, str]:
    """The devices (st_dev) whose files the system makes up, with the kind of each; empty where there is no such list."""
    try:
        lines = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return {}
    found = {}
    for line in lines:
        before, _, after = line.partition(" - ")
        major, _, minor = before.split()[2].partition(":")
        kind = after.split()[0]
        if kind in _SYSTEM:
            found[os.makedev(int(major), int(minor))] = kind
    return found


def kind_refused(state: os.stat_result, system: Mapping[int, str]) -> str:
    """Why what stands there is neither a file nor a folder to read, in words; empty when it is one."""
    special = next((words for is_kind, words in _KINDS if is_kind(state.st_mode)), "")
    if special or state.st_dev not in system:
        return special
    return f"it belongs to the system itself ({system[state.st_dev]}) and is no document."


def opened(name: str, root: Path, inside: tuple[str, ...]) -> int:
    """A descriptor of a regular file, opened by the names that lead from `root` to it, and looked at before and after.

    Raises ImportRefused (about `name`) for anything else, OSError for what cannot be opened.
    """
    try:
        return _opened_by_path(name, root, inside) if os.open not in os.supports_dir_fd else _opened_by_names(name, root, inside)
    except OSError as error:
        if error.errno in _BECAME_A_LINK:
            raise ImportRefused(name, CHANGED) from error
        raise


def _opened_by_names(name: str, root: Path, inside: tuple[str, ...]) -> int:
    if not inside:
        return _opened_in(None, str(root), name)
    folder = os.open(root, _FOLDER)
    try:
        for part in inside[:-1]:
            folder, before = os.open(part, _FOLDER, dir_fd=folder), folder
            os.close(before)
        return _opened_in(folder, inside[-1], name)
    finally:
        os.close(folder)


def _opened_in(folder: int | None, part: str, name: str) -> int:
    _refuse(os.stat(part, dir_fd=folder, follow_symlinks=False), name)
    handle = os.open(part, _FLAGS, dir_fd=folder)
    return _checked(handle, name)


def _opened_by_path(name: str, root: Path, inside: tuple[str, ...]) -> int:
    """Where folders cannot be held open (Windows): opened by its path, then each folder on the way is asked whether it is a link by now."""
    path = root.joinpath(*inside)
    _refuse(path.lstat(), name)
    handle = _checked(os.open(path, _FLAGS), name)
    try:
        if any(links.is_link(root.joinpath(*inside[:depth]).lstat()) for depth in range(1, len(inside) + 1)):
            raise ImportRefused(name, CHANGED)
    except BaseException:
        os.close(handle)
        raise
    return handle


def _refuse(state: os.stat_result, name: str) -> None:
    refused = CHANGED if links.is_link(state) else kind_refused(state, system_folders())
    if refused or not stat.S_ISREG(state.st_mode):
        raise ImportRefused(name, refused or "it is a folder.")


def _checked(handle: int, name: str) -> int:
    """The descriptor again, closed and refused when something else was put in the place of the file in the meantime."""
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise ImportRefused(name, CHANGED)
    return handle


def reason_of(error: OSError) -> str:
    """Why something cannot be read, in words."""
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return "there is no such file."
    if isinstance(error, PermissionError):
        return "you may not read it. Change its permissions or make a copy."
    if error.errno == errno.ELOOP:
        return links.LEADS_BACK
    return f"it cannot be read ({error.strerror or error})."
