"""The last step of each case that was saved on this computer, and where: a copy that lacks it can be told so when it is opened, and the
log of a case that was renamed after a crash can be found under its old name.

It is not about the case, so it stands in the user's own folder: a folder for each case, named by its identity, with one small file for
each path that it was opened under.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from workbench.storage.header import is_identity

LONGEST = 65_536
"""Bytes; a file that is longer was not written here."""
MOST = 20
"""Paths that are kept of one case; the oldest go."""


@dataclass(frozen=True, slots=True)
class LastSaved:
    """A case's last step under one path, its hash, and when it was made (ISO 8601, UTC); `open` until it is closed properly."""

    step: int
    hash: str
    at: str
    path: str
    open: bool


def remember(folder: Path, uid: str, saved: LastSaved) -> None:
    """Keep it, if it can be kept: nothing depends on it but a word at opening."""
    if not is_identity(uid):
        return
    target = folder / uid / f"{hashlib.sha256(saved.path.encode('utf-8', 'surrogateescape')).hexdigest()[:16]}.json"
    half = target.with_name(f".{uuid.uuid4().hex[:8]}.part")
    with suppress(OSError):
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        half.write_text(json.dumps(asdict(saved)), encoding="ascii")
        half.replace(target)
        kept = sorted(target.parent.glob("*.json"), key=lambda file: file.stat().st_mtime_ns)
        for old in kept[:-MOST]:
            old.unlink(missing_ok=True)


def recall(folder: Path, uid: str) -> list[LastSaved]:
    """What is known here of that case, the last step first. What cannot be read is left out."""
    if not is_identity(uid):
        return []
    found = (_read(file) for file in sorted((folder / uid).glob("*.json")))
    return sorted(filter(None, found), key=lambda saved: -saved.step)


def _read(file: Path) -> LastSaved | None:
    try:
        with file.open("rb") as opened:
            values = json.loads(opened.read(LONGEST).decode("ascii"))
        return LastSaved(int(values["step"]), str(values["hash"]), str(values["at"]), str(values["path"]), values["open"] is True)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
