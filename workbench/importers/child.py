"""The reading child: one process a batch, with limits, no sockets and no other programs. Started by isolated.py only."""

from __future__ import annotations

import gc
import os
import sys
from typing import IO, Any

from workbench.domain.errors import ImportRefused
from workbench.importers import parcel
from workbench.importers.limits import LARGEST_FILE, MEMORY, TOO_DEEP, TOO_MUCH_MEMORY, too_large

try:
    import resource
except ImportError:  # Windows: only the wall limit holds there
    resource = None  # type: ignore[assignment]

_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "pty.",
    "ctypes.dlopen",
    "webbrowser.",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.mkdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "os.chmod",
    "os.kill",
    "shutil.",
    "ftplib.",
    "smtplib.",
    "urllib.",
)


def main() -> None:
    """Answers parcels from standard input on standard output until the input ends."""
    source, target = _own_pipes()
    _limit_memory()
    sys.addaudithook(_guard())
    while True:
        try:
            head, data = parcel.receive(source)
        except parcel.Broken:
            return
        _limit_computing(int(head["cpu_seconds"]))
        parcel.send(target, *_answer(head, data))


def _own_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The two pipes, with the standard streams turned away so that no library can write into the answers."""
    source = os.fdopen(os.dup(0), "rb")
    target = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    return source, target


def _limit_memory() -> None:
    if resource is None:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_computing(seconds: int) -> None:
    """Sets the limit for the next file: RLIMIT_CPU counts the whole process, so what is spent so far is added."""
    if resource is None:
        return
    spent = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    soft = int(spent) + seconds + 1
    resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def _guard() -> Any:
    """An audit hook (PEP 578) that forbids sockets, programs, writing, and reading anything but the program's own files."""
    own = tuple({os.path.realpath(p) + os.sep for p in (*sys.path, sys.prefix, sys.base_prefix, os.path.dirname(os.__file__)) if p})
    devices = ("/dev/null", "/dev/urandom", "/usr/share/zoneinfo", "/etc/localtime")

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            _check_open(arguments, own, devices)
        elif event == "ctypes.dlopen" and arguments == (None,):
            return  # "import ctypes" opens the program itself
        elif event.startswith(_FORBIDDEN):
            raise PermissionError(f"a document's reader may not do this: {event}")

    return hook


def _check_open(arguments: tuple[Any, ...], own: tuple[str, ...], devices: tuple[str, ...]) -> None:
    path, mode, flags = arguments
    if isinstance(path, int):
        return
    writes = (isinstance(mode, str) and any(c in mode for c in "wax+")) or (
        isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    )
    real = os.path.realpath(os.fsdecode(path))
    if writes or not real.startswith((*own, *devices)):
        raise PermissionError(f"a document's reader may not open {real}")


def _answer(head: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
    """The draft of one file, or the reason why there is none.

    Whatever a library raises over a hostile document must cost this one document only, so everything is answered.
    """
    name = str(head["name"])
    try:
        return _read(name, data, head.get("encoding"), head.get("media_type"))
    except ImportRefused as refused:
        return {"refused": refused.reason}, b""
    except MemoryError:
        gc.collect()
        return {"refused": TOO_MUCH_MEMORY, "tired": True}, b""
    except RecursionError:
        return {"refused": TOO_DEEP}, b""
    except Exception as error:  # noqa: BLE001 - this is the wall: whatever a parser raises becomes a refusal with its reason
        return {"refused": f"the reader failed on it ({type(error).__name__}: {str(error)[:200]}). Please report this."}, b""


def _read(name: str, data: bytes, encoding: str | None, media_type: str | None) -> tuple[dict[str, Any], bytes]:
    from workbench.importers.registry import importer_for

    if len(data) > LARGEST_FILE:
        raise ImportRefused(name, too_large(len(data)))
    return parcel.packed(importer_for(name, data, media_type).read(data, name, encoding))
