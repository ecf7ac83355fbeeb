"""Check: is the case file sound, is the journal unbroken, does every citation still stand where it says?"""

from __future__ import annotations

from collections.abc import Iterator

from workbench import paths
from workbench.case.articles import hash_fault
from workbench.case.noun import Noun
from workbench.domain.anchors import holds
from workbench.domain.vocabulary import PassageState
from workbench.storage import Reader
from workbench.storage.soundness import database_faults, journal_faults, query_faults


class Integrity(Noun):
    def faults(self) -> list[str]:
        """Everything that is wrong, one line each; an empty list means sound."""
        with self._file.read() as reader:
            found = [*database_faults(reader.connection)]
            if found:
                return found  # a damaged file says nothing reliable about the rest
            found += journal_faults(reader.connection)
            found += query_faults(reader.connection, paths.db() / "checks")
            found += _hashes(reader)
            found += _citations(reader)
        return found


def _hashes(reader: Reader) -> Iterator[str]:
    for article in reader.articles():
        if fault := hash_fault(reader, article):
            yield f"Ex. {article.id}: {fault}"


def _citations(reader: Reader) -> Iterator[str]:
    """Invariant 2: text[start:end] == exact, else the passage must be an orphan."""
    texts: dict[int, str] = {}
    for passage in reader.passages().values():
        if passage.article_id not in texts:
            texts[passage.article_id] = reader.text(passage.article_id)
        if passage.state is PassageState.EXACT and not holds(texts[passage.article_id], passage.anchor):
            yield f"Ex. {passage.article_id}: the passage at {passage.anchor.start}–{passage.anchor.end} does not say what was quoted"
