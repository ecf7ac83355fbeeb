"""What a program asks of the system about files and the network, recorded with strace: which places it writes to, and whom it calls."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.crash.system_calls import MISSING, STRING, finished, plain

ROOT = Path(__file__).resolve().parents[2]
CALLS = "%file,%network,ftruncate,fchmod,fchown,io_uring_setup"
WRITING = re.compile(r"\b(?:O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND|O_TMPFILE)\b")
CHANGING = re.compile(
    r"creat|mkdir|mknod|rmdir|unlink|rename|link|symlink|truncate|chmod|chown|utime|setxattr|removexattr|mount|umount|chroot|swapon|io_uring"
)
"""Calls that change something by a name, whatever their flags; readlink is none."""
NAMES = "/var/run/nscd/socket"
"""Where the C library looks for a service that knows the names of this machine's users."""
HERE = {"127.0.0.1", "::1"}
SPOOLER = {"/run/cups/cups.sock", "/var/run/cups/cups.sock"}
_FOLDER = re.compile(r"(?:AT_FDCWD|\d+)<((?:\\x[0-9a-f]{2})*)>")


@dataclass(frozen=True, slots=True)
class Asked:
    """A call that worked, or a connection that was tried, as strace wrote it: its name, the absolute paths it is about, its arguments.

    A connection is about its address.
    """

    name: str
    paths: tuple[str, ...]
    said: str

    @property
    def opens(self) -> bool:
        return self.name in ("open", "openat", "openat2", "creat", "execve", "execveat")

    @property
    def writes(self) -> bool:
        """Whether something could be, or was, made, changed or taken away."""
        if self.name.startswith("readlink"):
            return False
        return bool(CHANGING.match(self.name) or (self.opens and WRITING.search(self.said)))


def traced(
    arguments: Sequence[str], log: Path, env: Mapping[str, str], seconds: float
) -> tuple[subprocess.CompletedProcess[str], list[Asked]]:
    """Run `python arguments…` in the project's folder, and all that it starts, under strace. Raises FileNotFoundError without strace."""
    if not shutil.which("strace"):
        raise FileNotFoundError(MISSING)
    command = ["strace", "-f", "--seccomp-bpf", "-y", "-xx", "-s", "4096", "-e", f"trace={CALLS}", "-o", str(log), sys.executable]
    done = subprocess.run([*command, *arguments], cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=seconds)
    with log.open(encoding="ascii", errors="replace") as lines:
        return done, [_asked(name, said) for name, said, result in finished(lines) if result >= 0 or name == "connect"]


def _asked(name: str, said: str) -> Asked:
    """Names are taken from the folder that stands right before them, else from where the program was started."""
    folders = [(found.start(), os.fsdecode(plain(found[1]))) for found in _FOLDER.finditer(said)]
    texts = [(found.start(), os.fsdecode(plain(found[1]))) for found in STRING.finditer(said)]
    if name.startswith("execve") or "xattr" in name:
        texts = texts[:1]
    if name == "connect":
        return Asked(name, tuple(text for _, text in texts), said)
    if not texts:  # by a descriptor alone
        return Asked(name, tuple(path for _, path in folders), said)
    below = [next((folder for place, folder in reversed(folders) if place < at), str(ROOT)) for at, _ in texts]
    return Asked(name, tuple(os.path.normpath(Path(folder, text)) for folder, (_, text) in zip(below, texts, strict=True)), said)


def calls_out(calls: Sequence[Asked]) -> list[str]:
    """What goes out of the program, or could: sockets of any network, and connections to whatever it is, tried ones as well."""
    return [
        f"{call.name}({call.said})"
        for call in calls
        if (call.name == "socket" and not call.said.startswith("AF_UNIX"))
        or (call.name in ("connect", "bind", "listen", "accept", "accept4") and call.paths[-1:] != (NAMES,))
    ]


def printers_asked(calls: Sequence[Asked]) -> list[Asked]:
    """Connections to this machine's own print service, which says what printers there are."""
    tried = [call for call in calls if call.name == "connect"]
    return [call for call in tried if ("htons(631)" in call.said and set(call.paths) <= HERE) or set(call.paths) & SPOOLER]


def written_outside(calls: Sequence[Asked], places: Sequence[Path]) -> list[str]:
    """What was opened for writing, made, moved or removed anywhere but in and at those folders.

    Python's own cache of the program's modules (__pycache__ beside them), which it writes when it runs them first, is not counted.
    """
    inside = tuple(str(place.resolve()) for place in places)
    program = tuple(os.path.realpath(place) + "/" for place in (ROOT, sys.prefix, sys.base_prefix))
    return sorted(
        f"{call.name} {path}"
        for call in calls
        if call.writes
        for path in call.paths
        if path != os.devnull
        and not ("/__pycache__" in path and os.path.realpath(path).startswith(program))
        and not any(path == place or path.startswith(place + "/") for place in inside)
    )
