"""Takedowns: erasing an article for good, the one act that removes bytes (invariant 7)."""

from __future__ import annotations

from datetime import UTC, datetime

from workbench import paths
from workbench.case.noun import Noun, kept
from workbench.domain.changes import Changes
from workbench.domain.entities import Takedown
from workbench.domain.errors import RuleBroken
from workbench.storage import Reader, daily_backup, forget_daily


class Takedowns(Noun):
    def all(self) -> list[Takedown]:
        with self._file.read() as reader:
            return reader.takedowns()

    def erase(self, article_id: int, reason: str) -> Changes:
        """Erase an article: its original bytes, its reading text, its passages and what hangs on them. A tombstone stays.

        It cannot be undone, and neither can the steps before it. The day's backups are replaced by a new one, since they hold the
        article too; copies that a person has made elsewhere do, and so do quotations and metadata in the journal, which is never
        rewritten. Raises RuleBroken without a reason.
        """
        why = kept(reason).strip()
        if not why:
            raise RuleBroken("takedown", "Say why the article is erased: the reason is all that remains of it.")
        with self._file.erasing(f"Erase Ex. {article_id} for good", why) as operation:
            reader = Reader(operation.connection)
            article, uid = reader.article(article_id), reader.info().uid
            operation.delete("articles", article_id)
            for table, digest in (("originals", article.original_sha256), ("texts", article.text_sha256)):
                if not reader.content_in_use(digest):
                    operation.erase(table, digest)
            operation.insert(
                "takedowns", exhibit=article_id, name=article.name, original_sha256=article.original_sha256,
                text_sha256=article.text_sha256, erased_at=datetime.now(UTC).isoformat(timespec="seconds"), erased_by=self._file.who(),
                reason=why,
            )  # fmt: skip
        folder = paths.data() / "backups" / uid
        if forget_daily(folder):
            daily_backup(self._file.path, folder, datetime.now(UTC).date())
        return operation.changes
