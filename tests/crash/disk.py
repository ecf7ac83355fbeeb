"""A disk that keeps for certain only what was synchronised: of the rest, a power cut keeps what it likes.

Stricter than most file systems: each write since the last sync of its file may be kept, dropped or torn at sectors, in any
order; names (made, renamed, removed) are certain only once their folder was synchronised, and survive in the order they came.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import PurePath

from tests.crash.system_calls import Call

SECTOR = 512
WAYS = ("nothing more", "everything", "some writes", "torn writes")
"""What a power cut may leave of what was not synchronised."""


@dataclass(eq=False)
class Stored:
    """One file's content: what is certain, and what came since."""

    certain: bytearray = field(default_factory=bytearray)
    pending: list[Call] = field(default_factory=list)

    def sync(self) -> None:
        for call in self.pending:
            _apply(self.certain, call)
        self.pending.clear()

    def cut(self, way: str, chance: random.Random) -> bytes:
        """The content after a power cut."""
        content = bytearray(self.certain)
        for call in self.pending:
            if way == "everything" or (way != "nothing more" and chance.random() < 0.5):
                _apply(content, call)
            elif way == "torn writes" and call.what == "write":
                for piece in _sectors(call):
                    if chance.random() < 0.5:
                        _apply(content, piece)
        return bytes(content)


class Disk:
    def __init__(self) -> None:
        self.names: dict[str, Stored] = {}
        self.certain_names: dict[str, Stored] = {}
        self.pending_names: list[tuple[str, Stored | None]] = []

    def do(self, call: Call) -> None:
        """What the process did, as the system saw it."""
        if call.what == "create":
            if call.path not in self.names:
                self._name(call.path, Stored())
        elif call.what == "unlink":
            self._name(call.path, None)
        elif call.what == "link":
            self._name(call.data.decode(), self.names[call.path])
        elif call.what == "rename":
            self._name(call.data.decode(), self.names[call.path])
            self._name(call.path, None)
        elif call.what == "sync" and call.path not in self.names:
            self._sync_names(call.path)
        elif call.what == "sync":
            self.names[call.path].sync()
        elif call.what in ("write", "truncate"):
            self.names[call.path].pending.append(call)

    def cut(self, way: str, chance: random.Random) -> dict[str, bytes]:
        """The files, by path, that are there when the power is back."""
        kept = {"nothing more": 0, "everything": len(self.pending_names)}.get(way, chance.randint(0, len(self.pending_names)))
        names = dict(self.certain_names)
        for path, stored in self.pending_names[:kept]:
            _set(names, path, stored)
        return {path: stored.cut(way, chance) for path, stored in names.items()}

    def _name(self, path: str, stored: Stored | None) -> None:
        _set(self.names, path, stored)
        self.pending_names.append((path, stored))

    def _sync_names(self, folder: str) -> None:
        for path, stored in self.pending_names:
            if str(PurePath(path).parent) == folder:
                _set(self.certain_names, path, stored)
        self.pending_names = [(path, stored) for path, stored in self.pending_names if str(PurePath(path).parent) != folder]


def _set(names: dict[str, Stored], path: str, stored: Stored | None) -> None:
    if stored is None:
        names.pop(path, None)
    else:
        names[path] = stored


def _apply(content: bytearray, call: Call) -> None:
    if call.what == "truncate":
        del content[call.at :]
        content.extend(bytes(call.at - len(content)))
        return
    content.extend(bytes(max(call.at - len(content), 0)))
    content[call.at : call.at + len(call.data)] = call.data


def _sectors(call: Call) -> list[Call]:
    """A write in pieces that end where sectors do."""
    ends = [*range(SECTOR - call.at % SECTOR, len(call.data), SECTOR), len(call.data)]
    return [Call("write", call.path, call.at + a, call.data[a:b]) for a, b in zip([0, *ends], ends, strict=False)]
