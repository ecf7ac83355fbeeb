"""The collection log: what came into the case, when, from where, by whom, under which hash; as a table for other programs (CSV)."""

from __future__ import annotations

import csv
import io
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from workbench.case.import_report import NOT_READ
from workbench.case.noun import Noun
from workbench.case.outputs import write_whole
from workbench.domain.entities import Article
from workbench.domain.records import Step, Takedown
from workbench.domain.vocabulary import Field, Method

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for a formula at the beginning of a cell."""


@dataclass(frozen=True, slots=True)
class Collected:
    """One line of the log; `utc` is ISO 8601, `sha256` that of the original bytes in hex."""

    utc: str
    exhibit: str
    item: str
    source: str
    retrieved: str
    method: str
    sha256: str
    size: str
    path: str
    who: str
    note: str


class Collection(Noun):
    def log(self) -> list[Collected]:
        """Every article that is in the case or was erased from it, and what imports could not read, in the order in which it all came."""
        with self._file.read() as reader:
            refused = map(_refused, reader.steps_with_reason(NOT_READ))
            lines = [*map(_article, reader.articles()), *map(_erased, reader.takedowns()), *refused]
        return sorted(lines, key=lambda line: (line.utc, line.exhibit))

    def csv(self) -> bytes:
        """The log as CSV (RFC 4180, UTF-8 with a mark, so that spreadsheets read it rightly)."""
        out = io.StringIO(newline="")
        table = csv.writer(out)
        table.writerow([field.name for field in fields(Collected)])
        table.writerows([_plain(cell) for cell in astuple(line)] for line in self.log())
        return out.getvalue().encode("utf-8-sig")

    def save(self, target: Path) -> None:
        """Write the log to a file. Raises MemoFailed where that cannot be done."""
        write_whole(target, self.csv(), self._file.path)


def _article(article: Article) -> Collected:
    notes = [*article.warnings]
    if article.version_of is not None:
        notes.append(f"belongs with Ex. {article.version_of}")
    if article.part_of is not None:
        notes.append(f"attached to Ex. {article.part_of}")
    method = "pasted from the clipboard" if article.method is Method.PASTE else "read from a file"
    return Collected(
        article.imported_at, article.exhibit, article.name, article.value(Field.ADDRESS) or "", article.value(Field.RETRIEVED) or "",
        f"{method}, {article.reader}" if article.reader else method, article.original_sha256, str(article.original_size), article.location,
        article.imported_by, " ".join(notes),
    )  # fmt: skip


def _erased(stone: Takedown) -> Collected:
    return Collected(
        stone.erased_at, f"Ex. {stone.exhibit}", stone.name, "", "", "erased for good", stone.original_sha256, "", "", stone.erased_by,
        stone.reason,
    )  # fmt: skip


def _refused(step: Step) -> Collected:
    return Collected(step.at, "", "", "", "", "not read", "", "", "", step.who, step.reason.removeprefix(NOT_READ))


def _plain(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
