"""What an index consists of, in a file that only who has the user's key can have written.

The file is JSON: what is said, as a text of its own, and the HMAC-SHA256 of it. Everything in it is checked when it is read, and one
that says anything else than it may is no manifest. Nothing of it is a program, and neither is anything that it names.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workbench.search.private import opened, read_whole, write_whole

KEY_BYTES = 32
LARGEST = 64_000_000
"""Bytes of a manifest; it names a few dozen files and the documents that were deleted from them."""
SEGMENT = re.compile(r"[0-9a-f]{32}")
DIGEST = re.compile(r"[0-9a-f]{64}")
ARRAYS, TERMS = ".arr", ".trm"
OWN = re.compile(r"[0-9a-f]{32}\.(arr|trm)")
"""The names of an index's files: no other file is ever removed from its folder."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment: its name, how many documents it has, and the numbers of those that are deleted, ascending."""

    name: str
    documents: int
    deleted: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an index consists of: `identity` (case, versions), the journal step it has seen and that step's hash, its segments,
    SHA-256 by file name."""

    identity: Mapping[str, str]
    step: int = 0
    head: str = ""
    segments: tuple[Segment, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)


def files_of(segment: str) -> tuple[str, str]:
    """The names of a segment's files: its arrays and its dictionary."""
    return segment + ARRAYS, segment + TERMS


class ManifestFile:
    """One manifest on disk. The key stands in a file apart (32 bytes, 0600), made when it is first needed."""

    def __init__(self, path: Path, key: Path) -> None:
        self.path = path
        self._key = key

    def read(self) -> Manifest | None:
        """The manifest; None when there is none, or one that was not written with this key, or says what it may not."""
        try:
            key = self._known()
            if key is None:
                return None
            outer = json.loads(read_whole(self.path, LARGEST))
            said, mac = outer["says"], outer["hmac"]
            if not hmac.compare_digest(_mac(key, said.encode()), mac.encode()):
                return None
            return _checked(json.loads(said))
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None

    def write(self, manifest: Manifest) -> None:
        """Raises OSError."""
        key = self._known() or self._new()
        said = json.dumps(_plain(manifest), sort_keys=True)
        write_whole(self.path, json.dumps({"hmac": _mac(key, said.encode()).decode(), "says": said}).encode())

    def forget(self) -> None:
        """Raises OSError."""
        self.path.unlink(missing_ok=True)

    def _known(self) -> bytes | None:
        """The key, if its file is whole and nobody else's to read."""
        try:
            with opened(self._key) as file:
                key = file.read(KEY_BYTES + 1)
                open_to_others = os.name == "posix" and os.fstat(file.fileno()).st_mode & 0o077
        except OSError:
            return None
        return key if len(key) == KEY_BYTES and not open_to_others else None

    def _new(self) -> bytes:
        key = secrets.token_bytes(KEY_BYTES)
        write_whole(self._key, key)
        return self._known() or key  # another process may have made one at the same moment


def _mac(key: bytes, said: bytes) -> bytes:
    return hmac.new(key, said, hashlib.sha256).hexdigest().encode()


def _plain(manifest: Manifest) -> dict[str, Any]:
    segments = [[one.name, one.documents, list(one.deleted)] for one in manifest.segments]
    return {
        "identity": dict(manifest.identity), "step": manifest.step, "head": manifest.head, "segments": segments,
        "files": dict(manifest.files),
    }  # fmt: skip


def _checked(value: Any) -> Manifest:
    """The manifest that a JSON value is. Raises ValueError, KeyError or TypeError."""
    if set(value) != {"identity", "step", "head", "segments", "files"}:
        raise ValueError("other parts than those of a manifest")
    identity, head, files = value["identity"], value["head"], value["files"]
    segments = tuple(_segment(*one) for one in value["segments"])
    named = {name for segment in segments for name in files_of(segment.name)}
    if not all(isinstance(text, str) for text in (head, *identity, *identity.values())):
        raise ValueError("an identity that is not of words")
    if set(files) != named or len(named) != 2 * len(segments) or not all(map(DIGEST.fullmatch, files.values())):
        raise ValueError("other files than those of its segments")
    return Manifest(identity, _count(value["step"]), head, segments, files)


def _segment(name: str, documents: int, deleted: list[int]) -> Segment:
    if not SEGMENT.fullmatch(name):
        raise ValueError("not the name of a segment")
    last = -1
    for number in deleted:
        if not last < _count(number) < _count(documents):
            raise ValueError("a document that is not there is said to be deleted")
        last = number
    return Segment(name, _count(documents), tuple(deleted))


def _count(number: object) -> int:
    if type(number) is not int or number < 0:
        raise ValueError("not a number from 0")
    return number
