"""What a process did to the files of one folder, recorded with strace and read back in order."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CALLS = "openat,pwrite64,write,ftruncate,fdatasync,fsync,unlink,unlinkat,rename,renameat,renameat2,link,linkat"
MISSING = "strace is needed to record what reaches the disk. Install it, for instance: sudo apt-get install strace"
_LINE = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+)(?:<.*>)?(?:\(deleted\))?(?: E\w+ \([^()]*\))?$")
STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_DESCRIPTOR = re.compile(r"(\d+)<((?:\\x[0-9a-f]{2})*)>")
RECORD = ".open.part"
"""The record beside an open case is made new and written in one call, so its place in the file is the beginning."""
_UNFINISHED = " <unfinished ...>"
_RESUMED = re.compile(r"<\.\.\. \w+ resumed>")


@dataclass(frozen=True, slots=True)
class Call:
    """One thing that happened. `what` is create, write, truncate, sync, unlink, link, rename or saved; the rest as it applies.

    For "saved", `at` is the journal step and `data` its hash.
    """

    what: str
    path: str = ""
    at: int = 0
    data: bytes = b""


def record(folder: Path, arguments: list[str]) -> list[Call]:
    """Run `python arguments…` under strace; what it did in `folder`, and what it said was saved. Raises FileNotFoundError."""
    if not shutil.which("strace"):
        raise FileNotFoundError(MISSING)
    folder = folder.resolve()
    log = folder.with_name(folder.name + ".strace")
    command = ["strace", "-f", "-y", "-xx", "-s", "10000000", "-e", f"trace={CALLS}", "-o", str(log), sys.executable, *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"strace or the process under it failed (code {done.returncode}):\n{done.stderr[-4000:]}")
    with log.open(encoding="ascii", errors="replace") as lines:
        calls = [call for name, said, result in finished(lines) if result >= 0 for call in _calls(str(folder), name, said, result)]
    log.unlink()
    return calls


def finished(lines: Iterable[str]) -> Iterator[tuple[str, str, int]]:
    """(name, arguments, result) of each call, at the moment that it returned; calls cut in two by another thread are joined."""
    begun: dict[str, str] = {}
    for line in lines:
        process, said = line.rstrip("\n").split(None, 1)
        if said.endswith(_UNFINISHED):
            begun[process] = said.removesuffix(_UNFINISHED)
            continue
        if resumed := _RESUMED.match(said):
            said = begun.pop(process) + said[resumed.end() :]
        if found := _LINE.match(said):
            yield found[1], found[2], int(found[3])


def _calls(folder: str, name: str, said: str, result: int) -> Iterator[Call]:
    """The calls that matter of one: those on files of the folder but for locks and shared memory, and what was said."""
    strings = [plain(found) for found in STRING.findall(said)]
    if name == "write" and said.startswith("1<") and strings[0].startswith(b"ACK "):
        _, step, digest = strings[0].split()
        yield Call("saved", at=int(step), data=digest)
        return
    on_descriptor = _DESCRIPTOR.match(said) if name in ("write", "pwrite64", "ftruncate", "fsync", "fdatasync") else None
    paths = [plain(on_descriptor[2])] if on_descriptor else strings
    path = os.fsdecode(paths[0]) if paths else ""
    if not (path == folder or path.startswith(folder + "/")) or path.endswith((".lock", "-shm")):
        return
    if name in ("fsync", "fdatasync"):
        yield Call("sync", path)
    elif name == "pwrite64":
        yield Call("write", path, int(said.rsplit(", ", 1)[1]), strings[-1][:result])
    elif name == "write" and path.endswith(RECORD):
        yield Call("write", path, 0, strings[-1][:result])
    elif name == "ftruncate":
        yield Call("truncate", path, int(said.rsplit(", ", 1)[1]))
    elif name == "openat":
        yield from _opened(path, said)
    elif name.startswith("unlink"):
        yield Call("unlink", path)
    elif name.startswith("link"):
        yield Call("link", path, data=strings[1])
    elif name.startswith("rename"):
        yield Call("rename", path, data=strings[1])
    else:
        raise NotImplementedError(f"{name} on {path}: its place in the file is not recorded")


def _opened(path: str, said: str) -> Iterator[Call]:
    if "O_CREAT" in said:
        yield Call("create", path)
    if "O_TRUNC" in said:
        yield Call("truncate", path, 0)


def plain(escaped: str) -> bytes:
    """Bytes that strace wrote as \\x2f\\x74."""
    return bytes.fromhex(escaped.replace("\\x", ""))
