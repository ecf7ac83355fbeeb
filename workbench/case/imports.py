"""Bringing documents in: read and parsed outside any transaction, the bytes kept one document at a time, then one short step of rows."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from workbench.case.articles import insert_article
from workbench.case.noun import Noun
from workbench.case.same_text import Before, Kinship, SameTexts, with_remark, words_of
from workbench.case.views import Views
from workbench.domain.changes import Changes
from workbench.domain.draft import Draft
from workbench.domain.errors import CaseFileError, ImportRefused
from workbench.domain.plurals import counted
from workbench.domain.vocabulary import Method
from workbench.importers import sources
from workbench.importers.batch import readings
from workbench.importers.isolated import Reader as IsolatedReader
from workbench.storage import CaseFile, Operation, keep_ahead, settle, still_there, sweep_content

ERASED_MEANWHILE = "it was erased from the case while it was being imported, so it was not added."
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Read:
    """One document read, its bytes and its text kept under their hashes, and no article yet. Its draft has no text any more, but `words`
    says which words its own text has (see `words_of`)."""

    name: str
    location: str
    method: Method
    content: tuple[str, str]
    draft: Draft
    words: str


@dataclass(frozen=True, slots=True)
class Report:
    """What came of an import: what changed, which exhibits came in, which inputs were there already, which were refused and why.

    `same_text` are those that came in, by exhibit, with the one before them that has the same words; `versions` those that give the
    address of one before and have other words.
    """

    changes: Changes
    added: tuple[int, ...]
    known: tuple[tuple[str, int], ...]
    refused: tuple[ImportRefused, ...]
    guessed: tuple[str, ...] = ()
    same_text: tuple[tuple[int, int], ...] = ()
    versions: tuple[tuple[int, int], ...] = ()
    cancelled: bool = False

    @property
    def summary(self) -> str:
        """One line for the message bar."""
        if self.cancelled:
            return "The import was cancelled: nothing was added."
        if not (self.added or self.known or self.refused):
            return "No articles were found there."
        parts = [f"{counted(len(self.added), 'article')} added"] if self.added or not self.known else []
        parts += [f"{name} is here already as Ex. {exhibit}" for name, exhibit in self.known[:3]]
        parts += [f"and {len(self.known) - 3} more were here already"] if len(self.known) > 3 else []
        parts += [f"Ex. {new} has the same text as Ex. {old}" for new, old in self.same_text[:3]]
        parts += [f"and {len(self.same_text) - 3} more have the text of one before"] if len(self.same_text) > 3 else []
        parts += [f"Ex. {new} is another version of Ex. {old}" for new, old in self.versions[:3]]
        parts += [f"and {len(self.versions) - 3} more are other versions"] if len(self.versions) > 3 else []
        parts += [str(refusal).rstrip(".") for refusal in self.refused[:3]]
        parts += [f"and {len(self.refused) - 3} more could not be read"] if len(self.refused) > 3 else []
        parts += [f"the encoding of {', '.join(self.guessed[:3])} was guessed: compare the accented letters"] if self.guessed else []
        return "; ".join(parts) + "."


class Imports(Noun):
    def __init__(self, file: CaseFile, views: Views) -> None:
        super().__init__(file, views)
        self._running = 0
        self._hashes: dict[str, str] = {}
        self._counting = threading.Lock()

    def files(
        self, paths: Iterable[Path], progress: Progress = lambda done, total: None, cancelled: Callable[[], bool] = lambda: False
    ) -> Report:
        """Import files and folders as one undo step. A cancel leaves nothing; a refusal never stops the rest."""
        found, refused = sources.collect(list(paths))
        read: list[Read] = []
        with self._under_way():
            progress(0, len(found))
            came = readings(found, len(found), lambda file: (file.name, sources.load(file)), cancelled)
            for done, (file, reading) in enumerate(came, start=1):
                if reading.draft is not None:
                    read.append(self._kept(reading.draft, reading.data, file.name, file.location, Method.FILE))
                elif reading.refused is not None:
                    refused.append(reading.refused)
                progress(done, len(found))
            return Report(Changes(), (), (), tuple(refused), cancelled=True) if cancelled() else self._keep(read, refused)

    def paste(self, text: str, name: str = "Pasted text") -> Report:
        """Import text from the clipboard."""
        data = text.encode("utf-8", "replace")
        with self._under_way(), IsolatedReader() as isolated:
            try:
                draft = isolated.read(f"{name}.txt", data, encoding="utf-8")
            except ImportRefused as refusal:
                return Report(Changes(), (), (), (refusal,))
            return self._keep([self._kept(draft, data, name, "", Method.PASTE)], [])

    def sweep(self, most: int | None = None) -> int:
        """Remove what an import that was killed has left in the case, about `most` bytes of it; how many pieces went."""
        with self._counting:
            return 0 if self._running else sweep_content(self._file, most)

    @contextmanager
    def _under_way(self) -> Iterator[None]:
        """One import: nothing that waits for its step is swept meanwhile, and what has none in the end is swept after the last."""
        self.sweep()
        with self._counting:
            self._running += 1
        try:
            yield
        finally:
            with self._counting:
                self._running -= 1
            with suppress(CaseFileError):  # on a full disk not even this can be written: the next opening, or import, does it
                self.sweep()

    def _kept(self, draft: Draft, data: bytes, name: str, location: str, method: Method) -> Read:
        """One document that was read, with what is large of it kept."""
        content = keep_ahead(self._file, data, draft.text)
        return Read(name, location, method, content, replace(draft, text=""), words_of(draft.text, draft.zones))

    def _keep(self, read: list[Read], refused: list[ImportRefused]) -> Report:
        added: list[int] = []
        known: list[tuple[str, int]] = []
        lost: list[ImportRefused] = []
        same: list[tuple[int, int]] = []
        versions: list[tuple[int, int]] = []
        with self._file.read() as now:
            texts = SameTexts(now, self._hashes)
        who, at = self._file.who(), datetime.now(UTC).isoformat(timespec="seconds")
        with self._file.operation(f"Import {counted(len(read), 'article')}") as operation:
            reader = operation.reader
            for item in read:
                there = reader.articles_with_original(item.content[0])
                if there:
                    known.append((item.name, there[0]))
                elif still_there(operation, *item.content):
                    before = texts.before(item.words, item.draft.metadata)
                    added.append(_insert(operation, item, before, who, at))
                    texts.add(item.words, added[-1], item.draft.metadata)
                    if before:
                        (versions if before.kinship is Kinship.ANOTHER_VERSION else same).append((added[-1], before.article_id))
                else:
                    lost.append(ImportRefused(item.name, ERASED_MEANWHILE))
            if self._running == 1:  # another one's content would else wait without the mark
                settle(operation)
        guessed = tuple(item.name for item in read if item.draft.encoding_basis.startswith("guessed"))
        return Report(operation.changes, tuple(added), tuple(known), (*refused, *lost), guessed, tuple(same), tuple(versions))


def _insert(operation: Operation, item: Read, before: Before | None, who: str, at: str) -> int:
    """The rows of one document that was read; it says what it is to an article that was there before."""
    return insert_article(
        operation, with_remark(item.draft, before), item.content, name=item.name, location=item.location, method=item.method, who=who,
        at=at, version_of=before.version_of if before else None,
    )  # fmt: skip
