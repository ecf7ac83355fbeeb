"""Takedowns: erasing an article for good, the one act that removes bytes (invariant 7)."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from workbench import paths
from workbench.case.noun import Noun, kept
from workbench.case.queries import drop_short
from workbench.domain.changes import Changes
from workbench.domain.entities import Takedown
from workbench.domain.errors import BackupFailed, NotFound, RuleBroken
from workbench.storage import Reader, daily_backup, forget_daily

LOG_HELD = "The case was being read, so its log still holds it; the next change, or closing the case, empties the log."


class Takedowns(Noun):
    left: tuple[str, ...] = ()
    """What the last erasing could not clean, in words."""

    def all(self) -> list[Takedown]:
        with self._file.read() as reader:
            return reader.takedowns()

    def erase(self, article_id: int, reason: str) -> Changes:
        """Erase an article: its original bytes, its reading texts, its passages and what hangs on them. A tombstone stays.

        One that was removed from the case before is erased as well, since its bytes are still there for undo; so are the texts of
        earlier readings. Queries left with fewer than two passages go. It cannot be undone, and neither can the steps before it.
        The day's backups are replaced by a new one, since they hold the article too; copies that a person has made elsewhere do,
        and so do quotations and metadata in the journal, which is never rewritten. What could not be cleaned
        stands in `left`. Raises RuleBroken without a reason, NotFound.
        """
        why = kept(reason).strip()
        if not why:
            raise RuleBroken("takedown", "Say why the article is erased: the reason is all that remains of it.")
        with self._file.erasing(f"Erase Ex. {article_id} for good", why) as operation:
            reader = Reader(operation.connection)
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
        self.left = tuple(filter(None, (self._renewed(paths.data() / "backups" / uid), "" if self._file.log_emptied else LOG_HELD)))
        return operation.changes

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
        stones = self.all()
        if stones:
            forget_daily(folder, datetime.fromisoformat(max(stone.erased_at for stone in stones)))
