"""The daily backups of a case, in a folder of their own: made, looked at, thinned, given back.

A file is named by its day (2031-05-03.case; a second one of a day 2031-05-03.2.case), but what it holds is read from the file itself.
Beside them a note (about.json) keeps where the case lay, and the SHA-256 of each file when it was last checked in full, so that looking at
all of them again costs a reading of the bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sqlite3
import uuid
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from workbench import paths
from workbench.domain.backups import Backup, clock_jumped, to_remove
from workbench.domain.errors import BackupFailed, CaseExists, CaseFileError, RestoreFailed
from workbench.domain.records import Takedown
from workbench.storage import header
from workbench.storage.backups import backup, copy
from workbench.storage.case_file import CaseFile
from workbench.storage.connection import connect, refuse_long
from workbench.storage.making import put_in_place
from workbench.storage.soundness import examine

NAME = re.compile(r"(\d{4}-\d\d-\d\d)(?:\.\d+)?\.case")
UID = re.compile(r"[0-9a-f]{32}")
NOTE = "about.json"
LONGEST_NOTE = 1_000_000  # bytes
CHUNK = 1 << 20
NOTHING: Mapping[str, str] = {}
Cancelled = Callable[[], bool]


def daily_backup(source: Path, folder: Path, today: date) -> Path | None:
    """The backup of the day, checked in full, and the older ones thinned. Returns the new file, or None when there is a sound one of
    today, or one that holds all of the case already. Raises BackupFailed; a backup that fails takes none away."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        before, holds = daily_backups(folder), _holds(source)
        if any(checked(there).sound for there in before if there.day == today or there.holds == holds):
            return None
        made = checked(look(backup(source, _free(folder, today))))
        _remember(folder, path=str(source.resolve()))
        if not made.sound and any(there.holds == holds for there in before):
            made.file.unlink()  # the case itself is not sound, and a copy that says so is there
            return None
        before = [checked(there) for there in before]
        if not clock_jumped(before, today):
            for old in to_remove([*before, made]):
                if old is not made:
                    old.file.unlink()
    except OSError as error:
        raise BackupFailed(source, str(error.strerror or error)) from error
    except sqlite3.DatabaseError as error:
        raise BackupFailed(source, str(error)) from error
    return made.file


def _free(folder: Path, today: date) -> Path:
    """The name for the day's backup: what stands under it already is not sound, and stays beside it."""
    names = (f"{today}{number}.case" for number in ("", *(f".{n}" for n in range(2, 10_000))))
    return next(folder / name for name in names if not os.path.lexists(folder / name))


def daily_backups(folder: Path) -> list[Backup]:
    """What lies in a folder, as `look` sees it. An empty list where there is no folder."""
    return [look(file) for file in sorted(folder.glob("*.case")) if NAME.fullmatch(file.name) and file.is_file()]


def forget_daily(folder: Path, takedowns: list[Takedown] | None = None) -> int:
    """Remove every daily backup of a case, or those from before the last of its takedowns, because of what they still hold; how many.

    One that lacks a takedown was made before it, whatever the clock said; of one that cannot be read, the clock must do.
    Raises BackupFailed.
    """
    try:
        found = [file for file in folder.glob("*.case") if NAME.fullmatch(file.name) and (not takedowns or _lacks(file, takedowns))]
        for old in found:
            old.unlink()
    except OSError as error:
        raise BackupFailed(folder, str(error.strerror)) from error
    return len(found)


def _lacks(file: Path, takedowns: list[Takedown]) -> bool:
    """Whether a backup is from before a takedown."""
    try:
        with closing(connect(file, read_only=True)) as raw:
            there = set(raw.execute("SELECT exhibit, original_sha256 FROM takedowns"))
    except sqlite3.DatabaseError:
        last = datetime.fromisoformat(max(stone.erased_at for stone in takedowns))
        return file.stat().st_mtime < last.timestamp()
    return not {(stone.exhibit, stone.original_sha256) for stone in takedowns} <= there


# --- looking at one -----------------------------------------------------------------------------------------------------------------


def look(file: Path) -> Backup:
    """What a backup says of itself, at a glance: not yet whether all of it is sound. A file that says nothing is not."""
    state = file.stat()
    named = NAME.fullmatch(file.name)
    day = _day(named[1]) if named else None
    facts: dict[str, Any] = {"file": file, "size": state.st_size, "daily": named is not None}
    facts["day"] = day or datetime.fromtimestamp(state.st_mtime, UTC).date()
    try:
        header.read_header(file)
        with closing(connect(file, read_only=True)) as raw:
            step, head, at = raw.execute("SELECT seq, hash, at FROM journal ORDER BY seq DESC LIMIT 1").fetchone() or (0, "", "")
            claims, articles = (raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("claims", "articles"))
            uid, title = raw.execute("SELECT uid, title FROM info").fetchone() or ("", "")
        if not step:
            return Backup(**facts, step=0, wrong="its journal is empty")
        numbers = {"step": int(step), "claims": claims, "articles": articles}
        return Backup(**facts, **numbers, head=str(head), at=str(at), uid=str(uid), title=str(title))
    except CaseFileError as error:
        return Backup(**facts, step=0, wrong=_cause(error))
    except (sqlite3.DatabaseError, ValueError) as error:  # a number of a step that is none
        return Backup(**facts, step=0, wrong=f"it cannot be read ({error})")


def _day(name: str) -> date | None:
    try:
        return date.fromisoformat(name)
    except ValueError:  # 2031-02-30
        return None


def checked(seen: Backup, cancelled: Cancelled = lambda: False) -> Backup:
    """The same backup, checked in full: unchanged since it was found sound, or found sound now."""
    if seen.wrong:
        return seen
    folder, name = seen.file.parent, seen.file.name
    digest = _digest(seen.file, cancelled)
    if digest == _note(folder)["files"].get(name):
        return seen
    if wrong := wrong_with(seen.file):
        return replace(seen, wrong=wrong)
    _remember(folder, files={name: digest})
    return seen


def wrong_with(file: Path) -> str:
    """Why a case file is not sound, in words: everything is examined. Empty when it is."""
    try:
        if header.read_header(file).version < header.SCHEMA_VERSION:  # it is brought up to date, and looked at, when it is opened
            with closing(connect(file, read_only=True)) as raw:
                said = [row[0] for row in raw.execute("PRAGMA integrity_check(3)")]
            return "" if said == ["ok"] else str(said[0])
        case = CaseFile.open(file, lambda: "", read_only=True)
        try:
            with case.read() as reader:
                return next(iter(examine(reader, case, paths.db() / "checks").faults), "")
        finally:
            case.close()
    except CaseFileError as error:
        return _cause(error)
    except (sqlite3.DatabaseError, ValueError, TypeError, LookupError) as error:  # what a damaged row may lead to
        return f"it cannot be read ({error})"


def _cause(error: CaseFileError) -> str:
    """What is the matter with a file, without what to do about it."""
    return error.reason.partition(". ")[0].rstrip(".")


def _holds(source: Path) -> tuple[int, str]:
    """What a case holds now: its last step and the hash of its journal."""
    with closing(connect(source, read_only=True)) as raw:
        step, head = raw.execute("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone() or (0, "")
    return int(step), str(head)


def identity(path: Path) -> str:
    """The uid of a case file, read as far as it can be: a damaged file may still say which case it was. Empty when it does not."""
    try:
        if not path.is_file():
            return ""
        with closing(connect(path, read_only=True)) as raw:
            found = raw.execute("SELECT uid FROM info").fetchone()
    except (OSError, ValueError, sqlite3.DatabaseError):
        return ""
    return str(found[0]) if found and UID.fullmatch(str(found[0])) else ""


# --- the note beside them -----------------------------------------------------------------------------------------------------------


def where_it_lay(folder: Path) -> str:
    """Where the case of these backups lay when the last of them was made; empty when nobody noted it."""
    return str(_note(folder)["path"])


def _note(folder: Path) -> dict[str, Any]:
    """The note of a folder. One that is missing or says anything else is as good as empty: everything is then looked at anew."""
    try:
        with (folder / NOTE).open("rb") as file:
            said = json.loads(file.read(LONGEST_NOTE))
    except (OSError, ValueError, RecursionError):
        said = {}
    said = said if isinstance(said, dict) else {}
    path, files = said.get("path"), said.get("files")
    return {"path": path if isinstance(path, str) else "", "files": files if isinstance(files, dict) else {}}


def _remember(folder: Path, files: Mapping[str, str] = NOTHING, path: str = "") -> None:
    said = _note(folder)
    said["path"] = path or said["path"]
    there = {name: digest for name, digest in said["files"].items() if (folder / name).is_file()}
    said["files"] = there | dict(files)
    half = folder / f".{NOTE}.{uuid.uuid4().hex[:8]}.part"
    try:
        half.write_text(json.dumps(said), encoding="utf-8")
        half.replace(folder / NOTE)
    finally:
        half.unlink(missing_ok=True)


def _digest(file: Path, cancelled: Cancelled = lambda: False) -> str:
    """The SHA-256 of a file, read in portions. Raises InterruptedError when it is cancelled."""
    found = hashlib.sha256()
    with file.open("rb") as bytes_of:
        while chunk := bytes_of.read(CHUNK):
            if cancelled():
                raise InterruptedError("it was stopped")
            found.update(chunk)
    return found.hexdigest()


# --- giving one back ----------------------------------------------------------------------------------------------------------------


def restore(source: Path, target: Path) -> Path:
    """A backup as a case file of its own at `target`, copied, then checked in full; the backup stays as it is.

    It appears whole or not at all and never over a file. Raises RestoreFailed for a backup that is not sound, CaseExists, NameTooLong.
    """
    refuse_long(target)
    if target.suffix.lower() != ".case":
        raise RestoreFailed(target, "the name of a case ends in .case")
    half = target.with_name(f".{target.name}.{uuid.uuid4().hex[:8]}.part")
    try:
        if os.path.lexists(target):
            raise CaseExists(target)
        os.close(os.open(half, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        copy(source, half)
        if wrong := wrong_with(half):
            raise RestoreFailed(source, f"this backup is not sound ({wrong}). Choose another one")
        put_in_place(half, target)
    except FileExistsError as error:
        raise CaseExists(target) from error
    except OSError as error:
        raise RestoreFailed(target, f"it cannot be written ({error.strerror or error})") from error
    except sqlite3.DatabaseError as error:
        raise RestoreFailed(source, f"this backup is not sound ({error}). Choose another one") from error
    finally:
        with suppress(NotADirectoryError):
            half.unlink(missing_ok=True)
    return target
