"""Bringing documents in: read and parsed outside any transaction, the bytes kept one document at a time, then one short step of rows."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from workbench.case.articles import insert_article
from workbench.case.import_report import Outcome, Report, articles_and_pictures
from workbench.case.noun import Noun, words
from workbench.case.same_text import SAME, VERSIONS, Before, Likeness, SameTexts, likeness_of, with_remark
from workbench.case.views import Views
from workbench.domain.draft import Draft
from workbench.domain.errors import CaseFileError, ColumnsUnsure, ImportRefused
from workbench.domain.list_columns import NOTHING_CHOSEN, ChosenColumns
from workbench.domain.vocabulary import Method
from workbench.importers import sources
from workbench.importers.batch import File, Reading, readings
from workbench.importers.isolated import Reader as IsolatedReader
from workbench.importers.protocol import Holder
from workbench.storage import CaseFile, Operation, keep_ahead, settle, still_there, sweep_content

ERASED_MEANWHILE = "it was erased from the case while it was being imported, so it was not added."
Progress = Callable[[int, int], None]
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Read:
    """One document read, its bytes and its text kept under their hashes, and no article yet. Its draft has no text any more, but
    `likeness` says by what its words are told, and `size` how many there are."""

    file: File
    method: Method
    content: tuple[str, str]
    draft: Draft
    likeness: Likeness
    size: int


class Imports(Noun):
    def __init__(self, file: CaseFile, views: Views) -> None:
        super().__init__(file, views)
        self._running = 0
        self._likenesses: dict[str, Likeness] = {}
        self._counting = threading.Lock()

    def files(
        self,
        paths: Iterable[Path],
        progress: Progress = lambda done, total: None,
        cancelled: Callable[[], bool] = lambda: False,
        columns: ChosenColumns = NOTHING_CHOSEN,
    ) -> Report:
        """Import files and folders as one undo step. A cancel leaves nothing; a refusal never stops the rest. `columns` is what was chosen
        for lists of articles."""
        from workbench.importers.saved_pages import BELONGS, pictures_of_pages  # here: it is needed by the first import, not by every start

        found, refused = sources.collect(list(paths))
        came: list[Read | Outcome] = [Outcome(each.name, each.name, refused=each.reason) for each in refused]
        belonging = pictures_of_pages(found)
        came += (Outcome(each.name, each.location, refused=BELONGS.format(page)) for each, page in belonging.items())
        with self._under_way():
            files = [File(each.name, each.location, partial(sources.load, each), path=each.path) for each in found if each not in belonging]
            came += (self._kept(each) if each.draft else _without_text(each) for each in readings(files, progress, cancelled, columns))
            return Report(cancelled=True) if cancelled() else self._keep(came)

    def paste(self, text: str, name: str = "Pasted text") -> Report:
        """Import text from the clipboard. What would be a file that holds others, the source of a mail or a feed, is taken as the text
        that it is."""
        return self._pasted(text, name, None)

    def paste_page(self, source: str, text: str) -> Report:
        """Import a part of a page from the clipboard, as HTML; as `text`, the same without its form, where no word of it can be read."""
        report = self._pasted(source, "Pasted page", "text/html")
        return self.paste(text) if report.refused and text.strip() else report

    def _pasted(self, text: str, name: str, media_type: str | None) -> Report:
        from workbench.importers.registry import importer_for  # here: it is needed by the first import, not by every start

        data = text.encode("utf-8", "replace")
        if media_type is None and isinstance(importer_for(f"{name}.txt", data), Holder):
            media_type = "text/plain"
        with self._under_way(), IsolatedReader() as isolated:
            try:
                contents = isolated.open(f"{name}.txt", data, encoding="utf-8", media_type=media_type)
            except ImportRefused as refusal:
                return Report(outcomes=(Outcome(name, "", refused=refusal.reason),))
            return self._keep([self._kept(Reading(File(name, "", bytes), data, contents), Method.PASTE)])

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

    def _kept(self, reading: Reading, method: Method = Method.FILE) -> Read:
        """One document that was read, with what is large of it kept."""
        assert reading.draft is not None
        draft = reading.draft
        content = keep_ahead(self._file, reading.data, draft.text)
        likeness = likeness_of(draft.text, draft.zones)
        return Read(reading.file, method, content, replace(draft, text=""), likeness, sum(1 for _ in _WORD.finditer(draft.text)))

    def _keep(self, came: list[Read | Outcome]) -> Report:
        """The rows of all that was read, as one step."""
        with self._file.read() as now:
            texts = SameTexts(now, self._likenesses)
        read = [each for each in came if isinstance(each, Read)]
        pictures = sum(each.draft.media_type.startswith("image/") for each in read)
        count = articles_and_pictures(len(read) - pictures, pictures)
        with self._file.operation(f"Import {count}") as operation:
            arrival = _Arrival(operation, texts, self._file.who())
            outcomes = tuple(arrival.taken(each) if isinstance(each, Read) else each for each in came)
            operation.reason = words(Report(outcomes=outcomes).not_read)
            if self._running == 1:  # another one's content would else wait without the mark
                settle(operation)
        return Report(operation.changes, outcomes)


def _without_text(reading: Reading) -> Outcome:
    """What is said of a file that gave no text: it was refused, or only holds others."""
    file, refused = reading.file, reading.refused
    held = len(reading.contents.members) if reading.contents else 0
    table = refused.table if isinstance(refused, ColumnsUnsure) else None
    return Outcome(
        file.name,
        file.location,
        refused=refused.reason if refused else "",
        holds=held,
        table=table,
        path=file.outermost.path if table else None,
    )


class _Arrival:
    """The articles of one import, as they get their rows."""

    def __init__(self, operation: Operation, texts: SameTexts, who: str) -> None:
        self._operation = operation
        self._texts = texts
        self._who = who
        self._at = datetime.now(UTC).isoformat(timespec="seconds")
        self._exhibits: dict[File, int] = {}

    def taken(self, item: Read) -> Outcome:
        """Give one document its rows, unless it is in the case already or was erased meanwhile; what became of it."""
        outcome = Outcome(item.file.name, item.file.location, words=item.size, picture=item.draft.media_type.startswith("image/"),
                          warnings=item.draft.warnings,
                          guessed=item.draft.encoding_basis.startswith("guessed"))  # fmt: skip
        there = self._operation.reader.articles_with_original(item.content[0])
        if there:
            self._exhibits[item.file] = there[0]
            return replace(outcome, known_as=there[0])
        if not still_there(self._operation, *item.content):
            return replace(outcome, refused=ERASED_MEANWHILE)
        before = self._texts.before(self._operation.reader, item.likeness, item.draft, item.content[1])
        exhibit = self._exhibits[item.file] = self._insert(item, before)
        self._texts.add(item.likeness, exhibit, item.draft.metadata)
        kin = replace(outcome, exhibit=exhibit)
        if before is None:
            return kin
        if before.kinship in SAME:
            return replace(kin, same_text_as=before.article_id)
        return replace(kin, version_of=before.article_id) if before.kinship in VERSIONS else replace(kin, shares_with=before.article_id)

    def _insert(self, item: Read, before: Before | None) -> int:
        """The rows of one document; it says what it is to an article that was there before, and what it came attached to."""
        file = item.file
        return insert_article(
            self._operation, with_remark(item.draft, before), item.content, name=file.name, location=file.location, method=item.method,
            who=self._who, at=self._at, version_of=before.version_of if before else None,
            part_of=self._exhibits.get(file.inside) if file.inside else None,
        )  # fmt: skip
