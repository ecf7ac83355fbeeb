"""Takedowns: erasing an article for good, the one act that removes bytes (invariant 7)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from workbench import paths
from workbench.case.noun import Noun, kept
from workbench.case.queries import drop_short
from workbench.domain.changes import Changes
from workbench.domain.errors import BackupFailed, NotFound, RuleBroken
from workbench.domain.records import Takedown
from workbench.storage import (
    Left,
    copies_of,
    daily_backup,
    forget_before_update,
    forget_daily,
    forget_unfinished,
    sweep,
    unfinished,
)

LOG_HELD = "The case was being read, so its log still holds it; the next change, or closing the case, empties the log."


ELSEWHERE = (
    "Copies that were saved, printed or sent, or given to a second pair of eyes, still hold it: Workbench does not know where they are."
)


class Takedowns(Noun):
    left: tuple[str, ...] = ()
    """What of that which Workbench knows of the last erasing could not clean, in words. Copies made elsewhere it cannot know."""
    _past: tuple[str, ...] = ()

    def all(self) -> list[Takedown]:
        with self._file.read() as reader:
            return reader.takedowns()

    def erase(self, article_id: int, reason: str) -> Changes:
        """Erase an article: its original bytes, its reading texts, its passages and what hangs on them. A tombstone stays.

        One that was removed from the case before is erased as well, since its bytes are still there for undo; so are the texts of
        earlier readings. Queries left with fewer than two passages go. It cannot be undone, and neither can the steps before it.
        The day's backups are replaced by a new one, since they hold the article too, and copies of the past go unless a window is
        open on them. Copies that a person has made elsewhere still hold it, and so do quotations and metadata in the journal, which
        is never rewritten. What could not be cleaned stands in `left`. Raises RuleBroken without a reason, NotFound.
        """
        why = kept(reason).strip()
        if not why:
            raise RuleBroken("takedown", "Say why the article is erased: the reason is all that remains of it.")
        with self._file.erasing(f"Erase Ex. {article_id} for good", why) as operation:
            reader = operation.reader
            images, uid = reader.images("articles", article_id), reader.info().uid
            if not images or any(t.exhibit == article_id for t in reader.takedowns()):
                raise NotFound(f"exhibit {article_id}")
            operation.delete("articles", article_id)
            drop_short(operation)
            for table, column in (("originals", "original_sha256"), ("texts", "text_sha256")):
                digests = {str(image[column]) for image in images}
                operation.erase(table, *sorted(digest for digest in digests if not reader.content_in_use(digest)))
            last = images[-1]
            operation.insert(
                "takedowns", exhibit=article_id, name=last["name"], original_sha256=last["original_sha256"],
                text_sha256=last["text_sha256"], erased_at=datetime.now(UTC).isoformat(timespec="seconds"), erased_by=self._file.who(),
                reason=why,
            )  # fmt: skip
        unclean = (self._renewed(paths.data() / "backups" / uid), "" if self._file.log_emptied else LOG_HELD, *self._copies(uid))
        self.left, self._past = tuple(filter(None, unclean)), ()
        self.look_again()
        return operation.changes

    def look_again(self) -> None:
        """Bring up to date what `left` says of copies of the past: a window on one may have been closed meanwhile."""
        with self._file.read() as reader:
            uid = reader.info().uid
        others = tuple(words for words in self.left if words not in self._past)
        self._past = tuple(dict.fromkeys(_past_words(copy) for copy in sweep(paths.cache() / "past") if copy.of in (uid, "")))
        self.left = (*others, *self._past)

    def _copies(self, uid: str) -> Iterator[str]:
        """Remove the copies that Workbench has made for itself; those that are still there, in words."""
        backups = paths.data() / "backups"
        if stuck := [*forget_unfinished(backups / uid), *forget_before_update(backups, uid)]:
            yield f"Copies in Workbench's own folder may still hold it and could not be removed: {_names(stuck)}."
        if found := copies_of(uid, paths.rescued()):
            yield f"Rescued copies may still hold it: {_names(found)}. Delete those that are needed no more."
        if found := unfinished(self._file.path.parent):
            names = _names(found)
            yield f"Unfinished copies or old logs beside the case may still hold it: {names}. If nothing is being saved there, delete them."

    def _renewed(self, folder: Path) -> str:
        """Put a new backup in the place of the day's. What went wrong, in words: the article is gone from the case by now."""
        try:
            if forget_daily(folder):
                with self._file.held_still() as path:
                    daily_backup(path, folder, datetime.now(UTC).date())
        except BackupFailed as failed:
            return f"Daily backups may still hold it: {failed}"
        return ""

    def forget_older(self, folder: Path) -> None:
        """Remove daily backups from before the last takedown: those that a crash in the middle of it has left."""
        if stones := self.all():
            forget_daily(folder, stones)


def _past_words(copy: Left) -> str:
    if copy.held:
        return "A window on the past is still open, and the copy that it shows holds it. The copy goes when that window is closed."
    return f"A copy of the past may still hold it and could not be removed: {copy.folder}. Delete that folder."


def _names(files: list[Path]) -> str:
    return ", ".join(file.name for file in files[:5]) + (f" and {len(files) - 5} more" if len(files) > 5 else "")
