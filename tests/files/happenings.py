"""What can happen to a case file under the desk, done with real files; and what must be found afterwards."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from workbench.case import Case


@dataclass
class Scene:
    """A case at `path` in a folder of its own, another case and a backup of the first beside the folder, and what was mounted."""

    path: Path
    other: Path
    backup: Path
    mounted: list[Path] = field(default_factory=list)


def me() -> str:
    return "Ida Holm"


def made(path: Path, *claims: str) -> Path:
    """A closed case with these claims."""
    case = Case.create(path, me)
    for claim in claims:
        case.claims.add(claim)
    case.close()
    return path


@contextmanager
def scene(folder: Path, *, medium: bool = False) -> Iterator[Scene]:
    """A case with one claim, an earlier backup of it without any, and another case. `medium` lays it on a file system of its own."""
    (folder / "desk").mkdir()
    mounted = []
    if medium:
        subprocess.run(["mount", "-t", "tmpfs", "none", str(folder / "desk")], check=True)
        mounted.append(folder / "desk")
    try:
        path = made(folder / "desk" / "leak.case")
        backup = Path(shutil.copy(path, folder / "backup.case"))
        case = Case.open(path, me)
        case.claims.add("made before")
        case.close()
        yield Scene(path, made(folder / "other.case", "of another case"), backup, mounted)
    finally:
        for place in reversed(mounted):
            subprocess.run(["umount", "-l", str(place)], check=False)


def renamed(stage: Scene) -> None:
    stage.path.rename(stage.path.with_name("renamed.case"))


def moved(stage: Scene) -> None:
    (stage.path.parent / "archive").mkdir()
    stage.path.rename(stage.path.parent / "archive" / "leak.case")


def deleted(stage: Scene) -> None:
    stage.path.unlink()


def replaced_by_another_case(stage: Scene) -> None:
    os.replace(stage.other, stage.path)


def replaced_by_a_backup(stage: Scene) -> None:
    os.replace(stage.backup, stage.path)


def overwritten_by_another_case(stage: Scene) -> None:
    """In place, as `cp` does it: the file keeps its number, and what stood in it is gone."""
    shutil.copyfile(stage.other, stage.path)


def overwritten_by_a_backup(stage: Scene) -> None:
    shutil.copyfile(stage.backup, stage.path)


def folder_renamed(stage: Scene) -> None:
    stage.path.parent.rename(stage.path.parent.with_name("desk of last week"))


def medium_gone(stage: Scene) -> None:
    """The folder's file system is taken away as a file manager does it, while files on it are open."""
    subprocess.run(["umount", "-l", str(stage.mounted.pop())], check=True)


def made_read_only(stage: Scene) -> None:
    """The folder's file system can be read only from now on."""
    subprocess.run(["mount", "--bind", str(stage.path.parent), str(stage.path.parent)], check=True)
    stage.mounted.append(stage.path.parent)
    subprocess.run(["mount", "-o", "remount,ro,bind", str(stage.path.parent)], check=True)


WITHOUT_MOUNTING: tuple[Callable[[Scene], None], ...] = (
    renamed, moved, deleted, replaced_by_another_case, replaced_by_a_backup, overwritten_by_another_case, overwritten_by_a_backup,
    folder_renamed,
)  # fmt: skip
MOUNTING: tuple[Callable[[Scene], None], ...] = (medium_gone, made_read_only)


def may_mount(folder: Path) -> bool:
    """Whether this user may mount file systems here."""
    try:
        place = folder / "tried"
        place.mkdir()
        done = subprocess.run(["mount", "-t", "tmpfs", "none", str(place)], capture_output=True, check=False)
        return done.returncode == 0 and subprocess.run(["umount", str(place)], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def cases_below(*folders: Path) -> list[Path]:
    return [file for folder in folders for file in folder.rglob("*.case") if file.is_file()]


def claims_in(path: Path) -> list[str]:
    """The claims of a closed case, after it was checked and found sound."""
    case = Case.open(path, me)
    try:
        assert case.integrity.faults() == []
        return [view.claim.text for view in case.claims.views()]
    finally:
        case.close()
