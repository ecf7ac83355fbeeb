"""The reading child: one process a batch, with limits, no sockets and no other programs. Started by isolated.py, by patterns.py for
regular expressions, which nothing else can stop, and by drawn.py for pages and pictures of a stranger's file."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Callable
from typing import IO, Any

from workbench.domain.errors import ColumnsUnsure, ImportRefused
from workbench.importers import matching, parcel, windows_job
from workbench.importers.limits import LARGEST_FILE, TOO_DEEP, TOO_MUCH_MEMORY, too_large
from workbench.importers.pdf import page_drawing

try:
    import resource
except ImportError:  # Windows: a job limits the memory there, nothing the computing
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


Answer = Callable[[dict[str, Any], bytes], tuple[dict[str, Any], bytes]]
ANSWERS: dict[str, Answer] = {"pattern": matching.answer, "draw": page_drawing.answer}
"""What answers an order that has such a name in it; a module that the first parcel says to load may add its own."""


def main() -> None:
    """Answers parcels from standard input on standard output until the input ends. The first one says what to load."""
    source, target = _own_pipes()
    try:
        order, _ = parcel.receive(source)
        limited = prepare(order["modules"], int(order["memory"]))
    except Exception as error:  # noqa: BLE001 - whatever keeps it from starting is told, so that no file is blamed for it
        parcel.send(target, {"failed": f"{type(error).__name__}: {str(error)[:200]}"}, b"")
        return
    parcel.send(target, {"limited": limited}, b"")
    while True:
        try:
            head, data = parcel.receive(source)
        except parcel.Broken:
            return
        _limit_computing(int(head["cpu_seconds"]))
        answer = next((ANSWERS[name] for name in ANSWERS if name in head), _answer)
        parcel.send(target, *answer(head, data))


def prepare(modules: list[str], memory: int) -> bool:
    """Set the limits, import what must be there before, and put up the wall. Whether the system limits the memory."""
    limited = _limit_memory(memory)
    for name in modules:
        importlib.import_module(name)
    sys.addaudithook(_guard())
    return limited


def _own_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The two pipes, with the standard streams turned away so that no library can write into the answers."""
    source = os.fdopen(os.dup(0), "rb")
    target = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    return source, target


def _limit_memory(most: int) -> bool:
    """Whether the system keeps this process to so many bytes. macOS refuses to; the parent watches then."""
    if resource is None:
        return windows_job.limit_memory(most)
    _lower(resource.RLIMIT_CORE, 0, 0)
    return _lower(resource.RLIMIT_AS, most, most)


def _limit_computing(seconds: int) -> None:
    """Sets the limit for the next file: RLIMIT_CPU counts the whole process, so what is spent so far is added."""
    if resource is None:
        return
    spent = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    _lower(resource.RLIMIT_CPU, int(spent) + seconds + 1, resource.RLIM_INFINITY)


def _lower(limit: int, soft: int, hard: int) -> bool:
    """Whether a limit was set, never above the hard one that this process was given."""
    given = resource.getrlimit(limit)[1]
    if given != resource.RLIM_INFINITY:
        soft, hard = min(soft, given), given if hard == resource.RLIM_INFINITY else min(hard, given)
    try:
        resource.setrlimit(limit, (soft, hard))
    except (ValueError, OSError):  # the file must not pay for what a system does not do
        return False
    return True


def _guard() -> Any:
    """An audit hook (PEP 578) that forbids sockets, programs, writing, and reading anything but the program's own files."""
    own = _own_files()
    folders = tuple(path + os.sep for path in (*own, "/usr/share/zoneinfo"))
    files = frozenset({*own, "/dev/null", "/dev/urandom", "/etc/localtime"})

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            _check_open(arguments, folders, files)
        elif event == "ctypes.dlopen" and arguments == (None,):
            return  # "import ctypes" opens the program itself
        elif event.startswith(_FORBIDDEN):
            raise PermissionError(f"a document's reader may not do this: {event}")

    return hook


def _own_files() -> frozenset[str]:
    """Folders and archives that hold the program's own modules; in a frozen program its own file is one of them."""
    places = [*sys.path, sys.prefix, sys.base_prefix, os.path.dirname(os.__file__)]
    if getattr(sys, "frozen", False):
        places += [sys.executable, getattr(sys, "_MEIPASS", "")]
    return frozenset(_real(place) for place in places if place)


def _real(path: str) -> str:
    return os.path.normcase(os.path.realpath(path))


def _check_open(arguments: tuple[Any, ...], folders: tuple[str, ...], files: frozenset[str]) -> None:
    path, mode, flags = arguments
    if isinstance(path, int):
        return
    writes = (isinstance(mode, str) and any(c in mode for c in "wax+")) or (
        isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    )
    real = _real(os.fsdecode(path))
    if writes or not (real in files or real.startswith(folders)):
        raise PermissionError(f"a document's reader may not open {real}")


def _answer(head: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
    """What one file gives, or the reason why there is none.

    Whatever a library raises over a hostile document must cost this one document only, so everything is answered.
    """
    name = str(head["name"])
    try:
        return _read(name, data, head.get("encoding"), head.get("media_type"), head.get("columns"))
    except ColumnsUnsure as unsure:
        return {"refused": unsure.reason, "table": unsure.table.dumped()}, b""
    except ImportRefused as refused:
        return {"refused": refused.reason}, b""
    except MemoryError:
        gc.collect()
        return {"refused": TOO_MUCH_MEMORY, "tired": True}, b""
    except RecursionError:
        return {"refused": TOO_DEEP}, b""
    except Exception as error:  # noqa: BLE001 - this is the wall: whatever a parser raises becomes a refusal with its reason
        return {"refused": f"the reader failed on it ({type(error).__name__}: {str(error)[:200]}). Please report this."}, b""


def _read(name: str, data: bytes, encoding: str | None, media_type: str | None, columns: object) -> tuple[dict[str, Any], bytes]:
    from workbench.domain.draft import Contents
    from workbench.domain.list_columns import chosen_in
    from workbench.importers.protocol import Holder, Importer, ListHolder
    from workbench.importers.registry import importer_for

    if len(data) > LARGEST_FILE:
        raise ImportRefused(name, too_large(len(data)))
    reader = importer_for(name, data, media_type)
    if isinstance(reader, ListHolder):
        return parcel.packed(reader.open_list(data, name, chosen_in(columns)))
    if isinstance(reader, Holder) and not (encoding and isinstance(reader, Importer)):
        return parcel.packed(reader.open(data, name))
    return parcel.packed(Contents(reader.read(data, name, encoding)))
