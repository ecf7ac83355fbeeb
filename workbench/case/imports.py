"""Bringing documents in: read and parsed first, outside any transaction, then written in one short one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workbench.case.articles import insert_article
from workbench.case.noun import Noun
from workbench.domain.changes import Changes
from workbench.domain.draft import Draft
from workbench.domain.errors import ImportRefused
from workbench.domain.vocabulary import Method
from workbench.importers import sources
from workbench.importers.isolated import Reader as IsolatedReader
from workbench.storage import Reader

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Read:
    """One document read and not yet kept."""

    name: str
    location: str
    method: Method
    data: bytes
    draft: Draft


@dataclass(frozen=True, slots=True)
class Report:
    """What came of an import: what changed, which exhibits came in, which inputs were there already, which were refused and why."""

    changes: Changes
    added: tuple[int, ...]
    known: tuple[tuple[str, int], ...]
    refused: tuple[ImportRefused, ...]
    guessed: tuple[str, ...] = ()
    cancelled: bool = False

    @property
    def summary(self) -> str:
        """One line for the message bar."""
        if self.cancelled:
            return "The import was cancelled: nothing was added."
        if not (self.added or self.known or self.refused):
            return "No articles were found there."
        parts = [f"{len(self.added)} article{'' if len(self.added) == 1 else 's'} added"] if self.added or not self.known else []
        parts += [f"{name} is here already as Ex. {exhibit}" for name, exhibit in self.known[:3]]
        parts += [f"and {len(self.known) - 3} more were here already"] if len(self.known) > 3 else []
        parts += [str(refusal).rstrip(".") for refusal in self.refused[:3]]
        parts += [f"and {len(self.refused) - 3} more could not be read"] if len(self.refused) > 3 else []
        parts += [f"the encoding of {', '.join(self.guessed[:3])} was guessed: compare the accented letters"] if self.guessed else []
        return "; ".join(parts) + "."


class Imports(Noun):
    def files(
        self, paths: Iterable[Path], progress: Progress = lambda done, total: None, cancelled: Callable[[], bool] = lambda: False
    ) -> Report:
        """Import files and folders as one undo step. A cancel leaves nothing; a refusal never stops the rest."""
        found, refused = sources.collect(list(paths))
        read: list[Read] = []
        with IsolatedReader() as isolated:
            for done, file in enumerate(found):
                if cancelled():
                    return Report(Changes(), (), (), tuple(refused), cancelled=True)
                progress(done, len(found))
                try:
                    data = sources.load(file)
                    read.append(Read(file.name, file.location, Method.FILE, data, isolated.read(file.name, data)))
                except ImportRefused as refusal:
                    refused.append(refusal)
        progress(len(found), len(found))
        return self._keep(read, refused) if not cancelled() else Report(Changes(), (), (), tuple(refused), cancelled=True)

    def paste(self, text: str, name: str = "Pasted text") -> Report:
        """Import text from the clipboard."""
        data = text.encode("utf-8", "replace")
        try:
            with IsolatedReader() as isolated:
                draft = isolated.read(name + ".txt", data, encoding="utf-8")
        except ImportRefused as refusal:
            return Report(Changes(), (), (), (refusal,))
        return self._keep([Read(name, "", Method.PASTE, data, draft)], [])

    def _keep(self, read: list[Read], refused: list[ImportRefused]) -> Report:
        added: list[int] = []
        known: list[tuple[str, int]] = []
        at = datetime.now(UTC).isoformat(timespec="seconds")
        with self._file.operation(f"Import {len(read)} article{'' if len(read) == 1 else 's'}") as operation:
            reader = Reader(operation.connection)
            for item in read:
                there = reader.articles_with_original(hashlib.sha256(item.data).hexdigest())
                if there:
                    known.append((item.name, there[0]))
                    continue
                added.append(
                    insert_article(
                        operation,
                        item.draft,
                        item.data,
                        name=item.name,
                        location=item.location,
                        method=item.method,
                        who=self._file.who(),
                        at=at,
                    )
                )
        guessed = tuple(item.name for item in read if item.draft.encoding_basis.startswith("guessed"))
        return Report(operation.changes, tuple(added), tuple(known), tuple(refused), guessed)
