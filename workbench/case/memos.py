"""Memos: a snapshot of the case, and the memo made of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from workbench import paths
from workbench.case.noun import Noun
from workbench.domain.entities import Claim, Zone
from workbench.domain.errors import MemoFailed
from workbench.domain.records import SignedMemo
from workbench.domain.signing import ASIDE, case_state, latest
from workbench.domain.snapshot import Snapshot
from workbench.domain.vocabulary import CaseState
from workbench.storage import Reader
from workbench.storage.soundness import examine
from workbench.storage.tables import JOURNALED

CONTENT = frozenset(table.name for table in JOURNALED) - ASIDE

if TYPE_CHECKING:
    from workbench.memo.model import Memo


class Memos(Noun):
    def state(self) -> CaseState:
        """Open, partly verified or signed off, as it is now."""
        with self._file.read() as reader:
            return read_state(reader, reader.claims(), reader.memos())

    def snapshot(self) -> Snapshot:
        """The whole case as it is now, and all of the file examined. While a version stands, it is that version."""
        with self._file.read() as reader:
            examined = examine(reader, self._file, paths.db() / "checks")
            articles = tuple(reader.articles())
            zones: dict[int, list[Zone]] = {article.id: [] for article in articles}
            for zone in reader.zones():
                zones.setdefault(zone.article_id, []).append(zone)
            steps, head, last = reader.head()
            claims, memos = tuple(reader.claims()), tuple(reader.memos())
            standing = version_standing(reader, memos)
            if standing:
                steps, head, last = standing.step, standing.head, reader.step(standing.step).at
            return Snapshot(
                info=reader.info(), articles=articles, texts=reader.texts(), hash_faults=examined.exhibits,
                zones={number: tuple(found) for number, found in zones.items()}, passages=reader.passages(),
                claims=claims, appearances=tuple(reader.appearances()), origins=reader.origins(),
                evidence=tuple(reader.evidence()), assessments=reader.assessments(), head=head, steps=steps, last_change=last,
                state=read_state(reader, claims, memos), discrepancies=tuple(reader.discrepancies()), memos=memos,
                standing=standing, takedowns=tuple(reader.takedowns()), file_faults=examined.faults,
            )  # fmt: skip

    def build(self) -> Memo:
        from workbench.memo.build import build_memo

        return build_memo(self.snapshot())

    def drafts(self) -> dict[str, str]:
        """The bottom line and safe wording as the memo has them now, a line a point, with the claims they rest on."""
        memo = self.build()
        return {
            name: "\n".join(" ".join((point.text, *point.claims)) for point in points)
            for name, points in (("bottom_line", memo.bottom_line), ("safe_wording", memo.safe_wording))
        }

    def missing_scripts(self) -> tuple[str, ...]:
        """Scripts in the memo that this machine has no font for."""
        from workbench.memo.missing_fonts import missing_scripts

        return missing_scripts(self.build())

    def render(self, suffix: str = ".pdf") -> bytes:
        """The memo in the format of that suffix. Raises MemoFailed for a format there is not."""
        from workbench.memo.registry import RENDERERS, renderer_for

        if renderer := renderer_for(suffix):
            return renderer.render(self.build())
        raise MemoFailed(f"there is no memo format {suffix}; choose one of {', '.join(r.suffix for r in RENDERERS)}")


def read_state(reader: Reader, claims: Iterable[Claim], memos: Sequence[SignedMemo]) -> CaseState:
    """The case's state, from its claims, its sign-offs and the steps after the last of them."""
    return case_state(claims, memos, changed=bool(memos) and version_standing(reader, memos) is None)


def version_standing(reader: Reader, memos: Sequence[SignedMemo]) -> SignedMemo | None:
    """The last version put up for signing, while nothing that a memo prints has changed since."""
    last = latest(memos)
    return last if last and not reader.touched_since(last.step, CONTENT) else None
