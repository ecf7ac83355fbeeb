"""A folder that a browser or a colleague saves into: which of its files have come to rest and wait to be looked at. It is only read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from workbench.domain.errors import ImportRefused
from workbench.domain.plurals import counted
from workbench.domain.vocabulary import Field, ZoneKind
from workbench.importers import sources
from workbench.importers.isolated import Reader

LONGEST = 160
"""Letters of a file's beginning that are shown."""
REST = 2.0
"""Seconds for which a file must not change before it is offered: a browser writes it piece by piece."""
UNFINISHED = (".crdownload", ".part", ".partial", ".download", ".tmp")
"""Endings of downloads that are still under way."""


class Waiting(NamedTuple):
    """A file of the inbox that waits: where it is, its size in bytes, when it was last changed (seconds since 1970), and the SHA-256 of its
    bytes. `words` are its title and how it begins; `refused` says why it cannot be read, if it cannot."""

    path: Path
    size: int
    changed: float
    digest: str
    words: str = ""
    refused: str = ""


def first_words(name: str, data: bytes) -> str:
    """The title of a document and how it begins, or what a file holds. Raises ImportRefused."""
    with Reader() as reader:
        contents = reader.open(name, data)
    draft = contents.draft
    if draft is None:
        return f"{counted(len(contents.members), 'document')} inside"
    title = draft.metadata[Field.TITLE].value or ""
    body = next((draft.text[zone.start : zone.end] for zone in draft.zones if zone.kind is ZoneKind.BODY), draft.text)
    begins = " ".join(body[: 4 * LONGEST].split())[:LONGEST]
    return begins if not title or begins.startswith(title) else f"{title} — {begins}"


class Inbox:
    """One folder, looked at again and again."""

    def __init__(self, folder: Path, known: Callable[[str], bool], peek: Callable[[str, bytes], str] = first_words) -> None:
        """`known` says of the SHA-256 of a file whether it was brought in or left before; `peek` gives the first words of the others."""
        self.folder = folder
        self._peek = peek
        self._known = known
        self._since: dict[Path, tuple[int, int, float]] = {}  # size, moment of change, since when it has been so
        self._looked_at: dict[tuple[Path, int, int], Waiting] = {}

    def look(self, now: float) -> list[Waiting]:
        """The files that wait at a moment (seconds, of a clock that only goes forward), the oldest first. Raises OSError where the folder
        cannot be read."""
        list(self.folder.iterdir())  # one that has gone is said to have gone, not to be empty
        found, _ = sources.collect([self.folder])
        seen: dict[Path, tuple[int, int, float]] = {}
        waiting = []
        for file in found:
            path = file.root.joinpath(*file.inside)
            if path.suffix.lower() in UNFINISHED:
                continue
            try:
                state = path.stat()
            except OSError:  # it went between two looks
                continue
            before = self._since.get(path)
            same = before is not None and before[:2] == (state.st_size, state.st_mtime_ns)
            seen[path] = before if same and before else (state.st_size, state.st_mtime_ns, now)
            if now - seen[path][2] >= REST and state.st_size:
                waiting.append(self._at_rest(path, file, state.st_size, state.st_mtime_ns))
        self._since = seen
        self._looked_at = {key: each for key, each in self._looked_at.items() if key[0] in seen}
        return sorted((each for each in waiting if not self._known(each.digest)), key=lambda each: (each.changed, each.path))

    def _at_rest(self, path: Path, file: sources.Found, size: int, changed: int) -> Waiting:
        """A file that has come to rest; its bytes are read once for each time that it was changed."""
        key = (path, size, changed)
        if key not in self._looked_at:
            words = refused = ""
            digest = hashlib.sha256(f"{path} {size} {changed}".encode("utf-8", "surrogateescape")).hexdigest()  # of one that cannot be read
            try:
                data = sources.load(file)
                digest = hashlib.sha256(data).hexdigest()
                words = "" if self._known(digest) else self._peek(path.name, data)
            except ImportRefused as refusal:
                refused = refusal.reason
            self._looked_at[key] = Waiting(path, size, changed / 1e9, digest, words, refused)
        return self._looked_at[key]
