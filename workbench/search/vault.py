"""The private folder of an index, and the manifest that says, from outside it, what may be read in it.

Opening a Whoosh index executes what is pickled in it, so nothing is read before its SHA-256 stands in the manifest. A seal
inside the folder says the same a second time: damage that found its way into the manifest as well is still seen.
What the manifest does not name is removed unread.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

LOCK_FILE = "MAIN_WRITELOCK"
"""Held with flock; it stays when everything else goes."""
SEAL = "seal_"
"""How the names of seals begin; each state has its own, so that the one before stays valid until the manifest is changed."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an index consists of: `identity` (case, versions), Whoosh's generation, the journal step, SHA-256 by file name."""

    identity: Mapping[str, str]
    generation: int
    step: int
    files: Mapping[str, str]

    @property
    def seal(self) -> str:
        """The name of the seal of this state."""
        return f"{SEAL}{self.generation}_{self.step}"


class Vault:
    """One folder and its manifest. The caller holds the lock while it calls."""

    def __init__(self, folder: Path, manifest: Path, identity: Mapping[str, str]) -> None:
        self.folder = folder
        self._path = manifest
        self._identity = dict(identity)

    def prepare(self) -> None:
        """Make the folder, for nobody else to read. Raises OSError when that cannot be done."""
        if self.folder.is_symlink() or (self.folder.exists() and not self.folder.is_dir()):
            self.folder.unlink()
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.folder.chmod(0o700)

    def checked(self, alone: bool) -> Manifest | None:
        """The manifest, if every file it names is there with its hash and the seal agrees; else None.

        `alone` removes all other files, unread.
        """
        manifest = self._read()
        if manifest is None or manifest.identity != self._identity or self._seal_differs(manifest):
            return None
        try:
            if any(hash_of(self.folder / name) != digest for name, digest in manifest.files.items()):
                return None
        except OSError:
            return None
        if alone:
            self.tidy(manifest)
        return manifest

    def tidy(self, manifest: Manifest | None) -> None:
        """Remove, unread, what the manifest does not name: what is left of writes that did not end."""
        if manifest is not None:
            self._remove_except({*manifest.files, manifest.seal, LOCK_FILE})

    def record(self, generation: int, step: int, names: set[str], known: Mapping[str, str]) -> Manifest:
        """Write seal and manifest for these files, hashing only those that are not `known`."""
        files = {name: known.get(name) or hash_of(self.folder / name) for name in sorted(names)}
        manifest = Manifest(self._identity, generation, step, files)
        _write_whole(self.folder / manifest.seal, _sealed(manifest))
        self._write(manifest)
        return manifest

    def restep(self, manifest: Manifest, step: int) -> Manifest:
        """The same files, another journal step."""
        stepped = replace(manifest, step=step)
        _write_whole(self.folder / stepped.seal, _sealed(stepped))
        self._write(stepped)
        if stepped.seal != manifest.seal:
            (self.folder / manifest.seal).unlink(missing_ok=True)
        return stepped

    def empty(self) -> None:
        """Remove everything but the lock, and forget the manifest."""
        self._path.unlink(missing_ok=True)
        self._remove_except({LOCK_FILE})

    def stored(self) -> Manifest | None:
        """The manifest as it stands now, unchecked: to see whether another process has written since."""
        return self._read()

    def _remove_except(self, names: set[str]) -> None:
        for entry in os.scandir(self.folder):
            if entry.name in names and entry.is_file(follow_symlinks=False):
                continue
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path)
            else:
                Path(entry.path).unlink(missing_ok=True)

    def _read(self) -> Manifest | None:
        try:
            found = json.loads(self._path.read_bytes())
            manifest = Manifest(found["identity"], int(found["generation"]), int(found["step"]), dict(found["files"]))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None
        inside = all(isinstance(d, str) and n == Path(n).name for n, d in manifest.files.items())
        return manifest if inside else None

    def _write(self, manifest: Manifest) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _write_whole(self._path, json.dumps(_plain(manifest), sort_keys=True).encode())

    def _seal_differs(self, manifest: Manifest) -> bool:
        try:
            return (self.folder / manifest.seal).read_bytes() != _sealed(manifest)
        except OSError:
            return True


def hash_of(path: Path) -> str:
    """The SHA-256 of a regular file, hex. Raises OSError, also for a symbolic link."""
    if path.is_symlink():
        raise OSError(f"{path.name} is a link")
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _plain(manifest: Manifest) -> dict[str, Any]:
    return {"identity": dict(manifest.identity), "generation": manifest.generation, "step": manifest.step, "files": dict(manifest.files)}


def _sealed(manifest: Manifest) -> bytes:
    """The manifest's own digest and its content: neither can change without the other."""
    content = json.dumps(_plain(manifest), sort_keys=True)
    return json.dumps({"content": content, "sha256": hashlib.sha256(content.encode()).hexdigest()}).encode()


def _write_whole(path: Path, data: bytes) -> None:
    """All of the data or none: written beside the file, private, then renamed over it."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}.new")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
    temporary.replace(path)
