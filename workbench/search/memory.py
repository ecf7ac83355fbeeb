"""The place of an index that cannot be kept on disk: everything as in the vault, and gone with the program."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import BinaryIO

from workbench.search.arrays import ArrayFile
from workbench.search.manifest import Manifest, Segment, files_of


class Memory:
    """Stands for a Vault. `manifest` names what goes on from there: segments that are open already, and need not be read here."""

    def __init__(self, manifest: Manifest) -> None:
        self._files: dict[str, bytes] = {}
        self._manifest = manifest
        self.identity = manifest.identity

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        yield

    def checked(self, alone: bool) -> Manifest | None:
        if alone:
            self.tidy(self._manifest)
        return self._manifest

    def stored(self) -> Manifest | None:
        return self._manifest

    def there(self, manifest: Manifest) -> bool:
        return manifest == self._manifest

    def tidy(self, manifest: Manifest) -> tuple[str, ...]:
        self._files = {name: data for name, data in self._files.items() if name in manifest.files}
        return ()

    def record(self, segments: tuple[Segment, ...], step: int, head: str, known: Mapping[str, str]) -> Manifest:
        files = {name: known.get(name, "") for segment in segments for name in files_of(segment.name)}
        self._manifest = Manifest(self.identity, step, head, segments, files)
        return self._manifest

    def restep(self, manifest: Manifest, step: int, head: str) -> Manifest:
        self._manifest = replace(manifest, step=step, head=head)
        return self._manifest

    def empty(self) -> tuple[str, ...]:
        self._manifest = Manifest(self.identity)
        return self.tidy(self._manifest)

    def create(self, name: str) -> BinaryIO:
        return _Kept(self._files, name)

    def read(self, name: str) -> bytes:
        return self._files[name]

    def arrays(self, name: str) -> ArrayFile:
        return ArrayFile(self._files[name])

    def scratch(self) -> BinaryIO:
        return io.BytesIO()


class _Kept(io.BytesIO):
    """A file that is there when it is closed."""

    def __init__(self, files: dict[str, bytes], name: str) -> None:
        super().__init__()
        self._into, self._name = files, name

    def close(self) -> None:
        if not self.closed:
            self._into[self._name] = self.getvalue()
        super().close()
