"""A case of an earlier version that is only to be read: not a byte of it may change, so a private copy is brought up to date and read."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from workbench.domain.errors import BackupFailed
from workbench.storage.backups import backup
from workbench.storage.connection import connect, translated
from workbench.storage.opening import bring_up_to_date
from workbench.storage.owned import own
from workbench.storage.past import PastFile, private_name


def open_older(path: Path, who: Callable[[], str], parent: Path) -> PastFile:
    """The case at `path`, read from a copy of today's version in a new folder (0700) of `parent`, which goes when it is closed.

    Raises BackupFailed where there can be no such copy, and the CaseFileErrors of opening.
    """
    path = path.resolve()
    with translated(path), closing(connect(path, read_only=True)) as raw:
        uid, step = raw.execute("SELECT uid, (SELECT max(seq) FROM journal) FROM info").fetchone()
    try:
        place = own(parent, str(uid))
    except (OSError, NotImplementedError) as error:
        raise BackupFailed(parent, str(getattr(error, "strerror", None) or error)) from error
    try:
        copy = backup(path, place.folder / private_name(path, int(step or 0)))
        bring_up_to_date(copy)
        file = PastFile.open(copy, who, read_only=True)
    except BaseException:
        place.give_up()
        raise
    assert isinstance(file, PastFile)
    file.place, file.step = place, int(step or 0)
    file.notices = (
        *file.notices,
        f"{path.name} was made by an earlier version. It is read from a copy that was brought up to date; the file itself is as it was.",
    )
    return file
