"""Takedowns: erasing an article for good, the one act that removes bytes (invariant 7)."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from workbench import paths
from workbench.case.noun import Noun, kept
from workbench.case.queries import drop_short
from workbench.domain.changes import Changes
from workbench.domain.entities import Takedown
from workbench.domain.errors import NotFound, RuleBroken
from workbench.storage import Reader, daily_backup, forget_daily


class Takedowns(Noun):
    def all(self) -> list[Takedown]:
        with self._file.read() as reader:
            return reader.takedowns()

    def erase(self, article_id: int, reason: str) -> Changes:
        """Erase an article: its original bytes, its reading texts, its passages and what hangs on them. A tombstone stays.

        One that was removed from the case before is erased as well, since its bytes are still there for undo; so are the texts of
        earlier readings. Queries left with fewer than two passages go. It cannot be undone, and neither can the steps before it.
        The day's backups are replaced by a new one, since they hold the article too; copies that a person has made elsewhere do,
        and so do quotations and metadata in the journal, which is never rewritten. Raises RuleBroken without a reason, NotFound.
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
        folder = paths.data() / "backups" / uid
        if forget_daily(folder):
            daily_backup(self._file.path, folder, datetime.now(UTC).date())
        return operation.changes

    def forget_older(self, folder: Path) -> None:
        """Remove daily backups from before the last takedown: those that a crash in the middle of it has left."""
        stones = self.all()
        if stones:
            forget_daily(folder, datetime.fromisoformat(max(stone.erased_at for stone in stones)))
