"""The private folder of an index. What lies there is read only when the manifest, which stands elsewhere and is keyed, has its SHA-256.

Whoever can write into the folder can make the program do no more than build the index again. Only files with the names that an index
gives are ever removed; whatever else lies there is left alone, unread.
"""

from __future__ import annotations

import contextlib
import errno
import mmap
import os
import re
import stat
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from whoosh.util.filelock import FileLock, try_for

from workbench.search.arrays import ArrayFile
from workbench.search.manifest import OWN, Manifest, ManifestFile, Segment, files_of
from workbench.search.private import hash_of, made, opened, read_whole

LOCK_FILE = "MAIN_WRITELOCK"
"""Held with flock; it stays when everything else goes."""
PATIENCE = 10.0
"""Seconds to wait for another process that is writing."""
LARGEST = 1 << 32
"""Bytes of a dictionary."""
_EARLIER = re.compile(r"MAIN_[0-9a-z]{16}\.(arr|trm|pst|_stored\.col)|_MAIN_[0-9]+\.toc|seal_[0-9]+_[0-9]+")
"""The names of files that earlier versions gave."""


class Busy(OSError):
    """Another process is writing this index."""


class Vault:
    """One folder and its manifest. The caller holds the lock while it calls."""

    def __init__(self, folder: Path, manifest: ManifestFile, identity: Mapping[str, str]) -> None:
        self.folder = folder
        self._manifest = manifest
        self.identity = dict(identity)

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the folder's lock. Raises Busy when another process keeps it, OSError when there can be no folder or no lock."""
        self.prepare()
        path = self.folder / LOCK_FILE
        if os.path.lexists(path) and not stat.S_ISREG(path.lstat().st_mode):
            raise OSError(errno.EINVAL, f"{LOCK_FILE} is not a plain file")
        lock = FileLock(str(path))
        try:
            if not try_for(lock.acquire, timeout=PATIENCE, delay=0.02):
                raise Busy(errno.EAGAIN, "another process is writing it")
        except OSError:
            if lock.fd is not None:
                os.close(lock.fd)
                lock.fd = None
            raise
        try:
            yield
        finally:
            lock.release()

    def prepare(self) -> None:
        """Make the folder, for nobody else to read. Raises OSError when that cannot be done, or it is a link."""
        if self.folder.is_symlink():
            raise OSError(errno.ENOTDIR, "the folder is a link")
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.folder.chmod(0o700)

    def checked(self, alone: bool) -> Manifest | None:
        """The manifest, if it is of this case and these versions and every file it names is there with its hash; else None.

        `alone` removes what else there is of an index.
        """
        manifest = self.stored()
        if manifest is None or manifest.identity != self.identity:
            return None
        try:
            if any(hash_of(self.folder / name) != digest for name, digest in manifest.files.items()):
                return None
        except OSError:
            return None
        if alone:
            self.tidy(manifest)
        return manifest

    def stored(self) -> Manifest | None:
        """The manifest as it stands now, its files unchecked: to see whether another process has written since."""
        return self._manifest.read()

    def there(self, manifest: Manifest) -> bool:
        """Whether the files that it names are still there."""
        return self.folder.is_dir() and all((self.folder / name).is_file() for name in manifest.files)

    def tidy(self, manifest: Manifest) -> tuple[str, ...]:
        """Remove what is left of writes that did not end, or of versions before: files of an index that the manifest does not name.

        Returns those that may not be removed now (Windows keeps what is open somewhere); the next write tries again.
        """
        left = []
        for entry in list(os.scandir(self.folder)):
            ours = OWN.fullmatch(entry.name) or _EARLIER.fullmatch(entry.name)
            if ours and entry.name not in manifest.files and entry.is_file(follow_symlinks=False):
                try:
                    Path(entry.path).unlink(missing_ok=True)
                except PermissionError:
                    left.append(entry.name)
        return tuple(left)

    def record(self, segments: tuple[Segment, ...], step: int, head: str, known: Mapping[str, str]) -> Manifest:
        """Write the manifest of these segments, hashing only the files that are not `known`."""
        names = [name for segment in segments for name in files_of(segment.name)]
        files = {name: known.get(name) or hash_of(self.folder / name) for name in names}
        manifest = Manifest(self.identity, step, head, segments, files)
        self._manifest.write(manifest)
        return manifest

    def restep(self, manifest: Manifest, step: int, head: str) -> Manifest:
        """The same files, another journal step."""
        stepped = replace(manifest, step=step, head=head)
        self._manifest.write(stepped)
        return stepped

    def empty(self) -> tuple[str, ...]:
        """Forget the manifest and remove the index; returns the files that may not be removed now."""
        self._manifest.forget()
        return self.tidy(Manifest(self.identity))

    def create(self, name: str) -> BinaryIO:
        return made(self.folder / name)

    def read(self, name: str) -> bytes:
        return read_whole(self.folder / name, LARGEST)

    def arrays(self, name: str) -> ArrayFile:
        with opened(self.folder / name) as file:
            return ArrayFile(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))

    def scratch(self) -> BinaryIO:
        """A working file without a name."""
        return tempfile.TemporaryFile(dir=self.folder)
