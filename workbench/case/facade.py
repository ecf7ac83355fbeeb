"""The Case: one open case file and everything an analyst can do with it."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from contextlib import ExitStack, suppress
from datetime import UTC, datetime
from pathlib import Path

from workbench import paths
from workbench.case.appearances import Appearances
from workbench.case.article_versions import ArticleVersions
from workbench.case.articles import Articles
from workbench.case.backups import Found, backups_of, folder_of
from workbench.case.claims import Claims
from workbench.case.collection import Collection
from workbench.case.comparison import Comparison
from workbench.case.coverage import Reading
from workbench.case.evidence import Evidence
from workbench.case.findings import Findings
from workbench.case.history import History
from workbench.case.imports import Imports
from workbench.case.indexing import CaseIndex
from workbench.case.info import Info
from workbench.case.integrity import Integrity
from workbench.case.memos import Memos
from workbench.case.noun import kept
from workbench.case.origins import Origins
from workbench.case.past import Past
from workbench.case.queries import Queries
from workbench.case.searches import Searches
from workbench.case.second import SecondPair
from workbench.case.signing import Signing
from workbench.case.suggestions import Suggestions
from workbench.case.takedowns import Takedowns
from workbench.case.timeline import Times
from workbench.case.views import Views
from workbench.domain.backups import newest_first
from workbench.domain.changes import Changes
from workbench.domain.errors import CaseFileError, CaseLocked, DamagedCase, DiskFull, OlderCase, WorkbenchError
from workbench.domain.moves import Move
from workbench.domain.vocabulary import Handling
from workbench.storage import CaseFile, Operation, PastFile, daily_backup, daily_backups, is_held, open_older, open_past, save_copy, sweep

STANDARD_OF_PROOF = (
    "A claim is confirmed on two independent origins, or on one of the bases named in the method. "
    "Articles are counted by origin, not by outlet."
)


SWEPT_AT_OPENING = 20_000_000
"""Bytes left by a killed import that opening a case waits for; what is more goes in the background, with the day's backup."""


class Case:
    """A facade over noun modules: case.claims, case.articles, … Each mutation returns Changes."""

    def __init__(self, file: CaseFile, private: Path | None = None) -> None:
        """`private` is where the index is kept when it is not the user's cache: a case of the past has its own."""
        self.file = file
        views = Views(file)
        self.info = Info(file, views)
        self.articles = Articles(file, views)
        self.versions = ArticleVersions(file, views)
        self.imports = Imports(file, views)
        self.collection = Collection(file, views)
        self.claims = Claims(file, views)
        self.appearances = Appearances(file, views)
        self.origins = Origins(file, views)
        self.evidence = Evidence(file, views)
        self.queries = Queries(file, views)
        self.history = History(file, views)
        self.past = Past(file, views)
        self.times = Times(file, views)
        self.memos = Memos(file, views)
        self.signing = Signing(file, views, self.memos)
        self.second = SecondPair(file, views)
        self.takedowns = Takedowns(file, views)
        self.integrity = Integrity(file, views)
        self.comparison = Comparison(file, views)
        self.reading = Reading(file, views, self.articles)
        self.suggestions = Suggestions(file, views, self.articles)
        self.findings = Findings(file, views, self.articles)
        self.searches = Searches(file, views)
        manifests = (private or paths.data()) / "index-manifests"
        self.index = CaseIndex(file, views, private or paths.cache(), manifests, paths.data() / "index.key")

    @classmethod
    def create(cls, path: Path, who: Callable[[], str], *, window: bool = False) -> Case:
        """A new case in a new file. Raises CaseExists and the other CaseFileErrors."""

        def first(operation: Operation) -> None:
            operation.insert(
                "info",
                uid=uuid.uuid4().hex,
                reference=kept(path.stem),
                title=kept(path.stem),
                handling=Handling.AMBER,
                standard_of_proof=STANDARD_OF_PROOF,
                analyst=kept(who()),
                memo_from=kept(who()),
                created_at=datetime.now(UTC).isoformat(timespec="seconds"),
            )

        return cls._around(CaseFile.create(path, who, first, home=paths.data(), window=window))

    @classmethod
    def open(cls, path: Path, who: Callable[[], str], *, read_only: bool = False, window: bool = False, patience: float = 0) -> Case:
        """Open a case, for a `window` or a command; wait `patience` seconds for a command that has it. Raises the CaseFileErrors."""
        sweep(paths.cache() / "past")  # what a program that was killed has left may hold what was erased since
        try:
            file = CaseFile.open(path, who, read_only=read_only, home=paths.data(), window=window, patience=patience)
        except OlderCase:
            file = open_older(path, who, paths.cache() / "past")
        return cls._around(file)

    @classmethod
    def _around(cls, file: CaseFile) -> Case:
        """The case in an open file, which is closed again whatever goes wrong: nobody else is left who could do it."""
        with ExitStack() as opening:
            opening.callback(file.close)
            try:
                case = cls(file)
            except CaseFileError:
                raise
            except (WorkbenchError, ValueError) as error:  # no description of the inquiry, or a term that is on no list
                raise DamagedCase(file.path, str(error).rstrip(".")) from error
            with suppress(CaseLocked, DiskFull):  # what an import that was killed has left can go another time
                case.imports.sweep(SWEPT_AT_OPENING)
            opening.pop_all()
        return case

    @property
    def path(self) -> Path:
        return self.file.path

    @property
    def read_only(self) -> bool:
        return self.file.read_only

    @property
    def notices(self) -> tuple[str, ...]:
        """What is to be told when it has been opened, in sentences: steps that the file lacks, a log that was not its own."""
        return self.file.notices

    @property
    def moves(self) -> tuple[Move, ...]:
        """How its file was taken away while it was open, and where work went on, in sentences when printed."""
        return self.file.moves

    def tend(self, moved: Callable[[Move], None]) -> None:
        """Look after the file in the background: whole by itself a second after the last step, and followed when it is renamed or moved.

        `moved` is called in another thread.
        """
        self.file.tend(moved)

    @staticmethod
    def is_free(path: Path) -> bool:
        """Whether nobody has that case open to change it."""
        return not is_held(path)

    def undo(self) -> tuple[str, Changes]:
        """Undo the last step, whoever made it and whenever; its name and what changed."""
        return self.file.undo()

    def redo(self) -> tuple[str, Changes]:
        return self.file.redo()

    def last_saved(self) -> tuple[int, str]:
        """The number of the last step and when it was made (ISO 8601)."""
        return self.file.last_saved()

    def undo_names(self) -> tuple[str, str]:
        return self.file.undo_names()

    def erase_article(self, article_id: int, reason: str) -> Changes:
        """A takedown, the search index included: it is made anew without the article. Raises RuleBroken without a reason."""
        changes = self.takedowns.erase(article_id, reason)
        self.takedowns.left += tuple(filter(None, [self.index.forget()]))
        return changes

    def as_of(self, step: int) -> Case:
        """The case as it was after that step, to read only; its file goes when it is closed. Raises NotFound for a step there is not."""
        past = open_past(self.file, step, paths.cache() / "past")
        return Case(past, past.path.parent)

    @property
    def left_out(self) -> tuple[int, ...]:
        """In a case of the past: exhibits that were there then and have been erased for good since."""
        return self.file.left_out if isinstance(self.file, PastFile) else ()

    def save_copy(self, target: Path) -> Path:
        with self.file.held_still() as path:
            return save_copy(path, target)

    def backup_today(self) -> Path | None:
        """The day's verified backup; None when it is there already, or when a backup holds all that the case does. Where: folder_of."""
        if isinstance(self.file, PastFile):  # the past would stand for the day
            return None
        self.imports.sweep()
        self.takedowns.forget_older(self._backups())
        with self.file.held_still() as path:
            return daily_backup(path, self._backups(), datetime.now(UTC).date())

    def backups(self, progress: Callable[[int, int], None] = lambda done, total: None) -> Found:
        """The backups of this case, each checked in full."""
        return backups_of(self.path, progress)

    def last_backup(self) -> tuple[datetime | None, str]:
        """When the daily backup was made that holds the latest step, in local time, None when there is none that can be read; and how
        many there are and what they take, in words."""
        there = Found(tuple(newest_first(daily_backups(self._backups()))), True, {})
        seen = [backup for backup in there.backups if backup.sound]
        return datetime.fromtimestamp(seen[0].file.stat().st_mtime, UTC).astimezone() if seen else None, there.summary

    def _backups(self) -> Path:
        return folder_of(self.info.get().uid)

    def close(self) -> None:
        try:
            self.index.close()
        finally:
            self.file.close()
