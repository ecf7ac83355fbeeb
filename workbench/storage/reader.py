"""Reading a case: rows in, frozen domain values out. A Reader lives as long as its transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Table, func, select

from workbench.domain import entities as e
from workbench.domain import records as k
from workbench.domain import vocabulary as v
from workbench.domain.changes import Edit
from workbench.domain.errors import DamagedCase, NotFound
from workbench.storage import rows as r
from workbench.storage import tables as t
from workbench.storage.edits import edits_of, listed
from workbench.storage.header import NO_IDENTITY, is_identity
from workbench.storage.rows import BadRow, converted, worded

V = TypeVar("V")


class Reader:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _rows(self, table: Table, **equals: Any) -> Iterator[RowMapping]:
        """Rows by column, of the types that the table says. Every reading of rows goes through here or through `_values`."""
        found = self._connection.execute(_narrowed(select(table), table, equals))
        return (row._mapping for row in r.shape_of(table).checked(found))  # noqa: SLF001 SQLAlchemy's documented name for it

    def _values(self, table: Table, convert: Callable[[RowMapping], V], **equals: Any) -> Iterator[V]:
        """Domain values; a row that makes none raises BadRow, which names it."""
        return converted(table.name, self._rows(table, **equals), convert, itemgetter("id"))

    def _tuples(self, shape: r.Shape, convert: Callable[[Sequence[Any]], V], table: Table, equals: Mapping[str, Any]) -> Iterator[V]:
        """The same from columns in the order of `shape`, id first, for tables that are read by tens of thousands."""
        columns = select(*(table.c[name] for name in shape.names))
        found = self._connection.execute(_narrowed(columns, table, equals)).all()
        return converted(table.name, shape.checked(found), convert, itemgetter(0))

    def _one(self, table: Table, row: int, what: str) -> RowMapping:
        found = next(self._rows(table, id=row), None)
        if found is None:
            raise NotFound(what)
        return found

    def info(self) -> k.CaseInfo:
        """What the inquiry is. Raises DamagedCase for an identity that is none: a step that is undone may have brought it."""
        found = next(self._values(t.info, _info), None)
        if found is None:
            raise NotFound("description of the inquiry")
        if not is_identity(found.uid, found.second_of):
            raise DamagedCase(self._path(), NO_IDENTITY)
        return found

    def _path(self) -> str:
        return next(str(row.file) for row in self._connection.exec_driver_sql("PRAGMA database_list") if row.name == "main")

    def info_id(self) -> int:
        row = next(self._rows(t.info), None)
        if row is None:
            raise NotFound("description of the inquiry")
        return int(row["id"])

    def articles(self, ids: frozenset[int] | None = None) -> list[e.Article]:
        """All articles, or those named, in order of exhibit number."""
        named = {} if ids is None else {"id": ids}
        owner = {} if ids is None else {"article_id": ids}
        known: dict[int, dict[v.Field, e.Metadatum]] = {}
        for article_id, field, found in self._values(t.metadata_fields, r.metadatum, **owner):
            known.setdefault(article_id, {})[field] = found
        measured = select(t.originals.c.sha256, func.coalesce(func.length(t.originals.c.bytes), 0))
        if ids is not None:
            measured = measured.join(t.articles, t.articles.c.original_sha256 == t.originals.c.sha256).where(t.articles.c.id.in_(ids))
        sizes = dict(self._connection.execute(measured).all())

        def article(row: RowMapping) -> e.Article:
            return r.article(row, known.get(row["id"], {}), sizes.get(row["original_sha256"], 0))

        return list(self._values(t.articles, article, **named))

    def article_ids(self) -> list[int]:
        return list(self._connection.execute(select(t.articles.c.id).order_by(t.articles.c.id)).scalars())

    def article_ids_with_text(self) -> list[int]:
        """Those of all articles that are no pictures."""
        return list(self._connection.execute(select(t.articles.c.id).where(t.articles.c.text_sha256 != e.NO_TEXT_SHA256)).scalars())

    def article(self, article_id: int) -> e.Article:
        found = self.articles(frozenset({article_id}))
        if not found:
            raise NotFound(f"exhibit {article_id}")
        return found[0]

    def text(self, article_id: int) -> str:
        """The reading text of an article. Raises NotFound, and BadRow when the article is there and its text is not."""
        return self.text_with(self.text_sha256(article_id))

    def text_with(self, sha256: str) -> str:
        """The reading text kept under its hash. Raises BadRow when it is not there."""
        return str(self._content(t.texts, sha256))

    def texts(self) -> dict[int, str]:
        """The reading texts of all articles, by article; one whose text is not there is left out."""
        query = select(t.articles.c.id, t.texts.c.text).join(t.texts, t.articles.c.text_sha256 == t.texts.c.sha256)
        return {row: text for row, text in self._connection.execute(query) if isinstance(text, str)}

    def text_sha256(self, article_id: int) -> str:
        return str(self._one(t.articles, article_id, f"exhibit {article_id}")["text_sha256"])

    def original(self, sha256: str) -> bytes:
        """The original bytes kept under their hash."""
        return bytes(self._content(t.originals, sha256))

    def _content(self, table: Table, sha256: str) -> Any:
        """What is kept under a hash; something in the case says that it is here, so BadRow when it is not."""
        found = self._connection.execute(select(table).where(table.c.sha256 == sha256)).first()
        if found is None:
            raise BadRow(table.name, sha256[:12], "it is missing")
        r.shape_of(table).check(found, sha256[:12])
        return found[1]

    def articles_with_original(self, sha256: str) -> list[int]:
        return [row["id"] for row in self._rows(t.articles, original_sha256=sha256)]

    def zones(self, article_id: int | None = None) -> list[e.Zone]:
        found = self._values(
            t.zones, lambda row: e.Zone(**worded("zones", row)), **({} if article_id is None else {"article_id": article_id})
        )
        return sorted(found, key=lambda zone: (zone.article_id, zone.start))

    def passages(self, **equals: Any) -> dict[int, e.Passage]:
        """Passages by id; filtered by column, for instance article_id=3."""
        return r.Linked("passages", ((passage.id, passage) for passage in self._values(t.passages, r.passage, **equals)))

    def claims(self, ids: frozenset[int] | None = None, *, merged: bool = False) -> list[e.Claim]:
        """All claims, or those named, by number; those merged into another only when asked for."""
        found = self._tuples(r.CLAIM_SHAPE, r.claim, t.claims, {} if ids is None else {"id": ids})
        return [claim for claim in found if merged or claim.merged_into is None]

    def claim(self, claim_id: int) -> e.Claim:
        found = self.claims(frozenset({claim_id}), merged=True)
        if not found:
            raise NotFound(f"claim C{claim_id}")
        return found[0]

    def appearances(self, **equals: Any) -> list[e.Appearance]:
        return list(self._tuples(r.APPEARANCE_SHAPE, r.appearance, t.appearances, equals))

    def appearance(self, appearance_id: int) -> e.Appearance:
        found = self.appearances(id=appearance_id)
        if not found:
            raise NotFound("such appearance")
        return found[0]

    def origins(self) -> dict[int, e.Origin]:
        return r.Linked("origins", ((origin.id, origin) for origin in self._values(t.origins, r.origin)))

    def evidence(self, **equals: Any) -> list[e.Evidence]:
        return list(self._values(t.evidence, r.evidence, **equals))

    def evidence_link(self, evidence_id: int) -> e.Evidence:
        found = self.evidence(id=evidence_id)
        if not found:
            raise NotFound("such evidence")
        return found[0]

    def checked(self, **equals: Any) -> list[e.Checked]:
        """What has been looked at without a mark, for instance article_id=3."""
        return list(self._values(t.checked, lambda row: e.Checked(**worded("checked", row)), **equals))

    def discrepancies(self, **equals: Any) -> list[e.Discrepancy]:
        """Queries by number, each with its passages; filtered by column, for instance claim_id=3."""
        rows = list(self._rows(t.discrepancies, **equals))
        quoted: dict[int, list[e.Quotation]] = {}
        for row in self._rows(t.discrepancy_passages, **({"discrepancy_id": [row["id"] for row in rows]} if equals else {})):
            quoted.setdefault(row["discrepancy_id"], []).append(e.Quotation(row["id"], row["passage_id"], row["note"]))

        def query(row: RowMapping) -> e.Discrepancy:
            return e.Discrepancy(**worded("discrepancies", row), passages=tuple(quoted.get(row["id"], ())))

        return list(converted("discrepancies", rows, query, itemgetter("id")))

    def discrepancy(self, discrepancy_id: int) -> e.Discrepancy:
        found = self.discrepancies(id=discrepancy_id)
        if not found:
            raise NotFound(f"query Q{discrepancy_id}")
        return found[0]

    def discrepancies_with_passage(self, passage_id: int) -> list[int]:
        return [row["discrepancy_id"] for row in self._rows(t.discrepancy_passages, passage_id=passage_id)]

    def searches(self) -> list[k.SavedSearch]:
        return list(self._values(t.searches, lambda row: k.SavedSearch(**row)))

    def dismissals(self) -> list[k.Dismissal]:
        """Findings that were dismissed, the oldest first."""

        def dismissal(row: RowMapping) -> k.Dismissal:
            return k.Dismissal(**worded("dismissals", row) | {"places": k.places_of(row["places"])})

        return list(self._values(t.dismissals, dismissal))

    def takedowns(self) -> list[k.Takedown]:
        """What was erased for good, oldest first."""
        return list(self._values(t.takedowns, lambda row: k.Takedown(**row)))

    def content_in_use(self, sha256: str) -> bool:
        """Whether an article or a document of the case still points to that content."""
        owners = (t.articles.c.original_sha256, t.articles.c.text_sha256, t.evidence.c.document_sha256)
        return any(self._connection.execute(select(column).where(column == sha256).limit(1)).first() for column in owners)

    def memos(self) -> list[k.SignedMemo]:
        """Versions put up for signing, oldest first, with who signed."""
        signed: dict[int, list[k.SignOff]] = {}
        for found in self._values(t.sign_offs, lambda row: k.SignOff(**worded("sign_offs", row))):
            signed.setdefault(found.memo_id, []).append(found)
        return list(self._values(t.memos, lambda row: k.SignedMemo(**row, sign_offs=tuple(signed.get(row["id"], ())))))

    def reviews(self, **equals: Any) -> list[k.Review]:
        """What the checker has said, oldest first; filtered by column, for instance claim_id=3."""
        return list(self._values(t.reviews, lambda row: k.Review(**worded("reviews", row)), **equals))

    def touched_since(self, step: int, tables: frozenset[str]) -> bool:
        """Whether the steps after that one left a change in one of those tables. A step that was undone again leaves none."""
        log = t.journal.c
        net: set[int | None] = set()
        links = self._connection.execute(select(log.seq, log.kind, log.target, log.name).where(log.seq > step).order_by(log.seq))
        for seq, kind, target, _ in r.LINK_SHAPE.checked(links):
            net ^= {target if kind in ("undo", "redo") else seq}
        marks = [f'["{name}",' for name in tables]  # a quotation mark inside a JSON text is escaped, so this is never a part of one
        edits = r.EDITS_SHAPE.checked(self._connection.execute(select(log.seq, log.edits).where(log.seq.in_(net))))
        return any(mark in text for _, text in edits for mark in marks)

    def images(self, table: str, row: int) -> list[Mapping[str, Any]]:
        """What a row has been, by the journal, oldest first; the last is how it is, or was when it went. Empty for one that never was."""
        mentions = func.instr(t.journal.c.edits, f'["{table}",') > 0
        told = (image for _, (name, *both) in self._edits(mentions) if name == table for image in both)
        return [image for image in told if image and image["id"] == row]

    def signed_with(self, digest: str) -> int | None:
        """The version that a signing step names a PDF of by its SHA-256, while that name stands under it."""
        steps = self._edits(func.instr(t.journal.c.reason, digest) > 0)
        signed = [after for _, (table, _, after) in steps if table == "sign_offs" and after]
        there = {row["id"] for row in self._rows(t.sign_offs)}
        return next((row["memo_id"] for row in signed if row["id"] in there), None)

    def _edits(self, wanted: ColumnElement[bool]) -> Iterator[tuple[int, Edit]]:
        """The edits of some steps with the step's number, oldest first."""
        log = t.journal.c
        steps = self._connection.execute(select(log.seq, log.edits).where(wanted).order_by(log.seq))
        return ((seq, edit) for seq, text in steps for edit in edits_of(seq, text))

    def last_number(self, table: str) -> int:
        """The greatest id ever given in a table; the next one is one more (invariant 7)."""
        last = self._connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).scalar() or 0
        if not isinstance(last, int):
            raise BadRow("sqlite_sequence", table, f"it counts from “{last}”")
        return last

    def has_step(self, digest: str) -> bool:
        """Whether the journal has a step with that hash."""
        return self._connection.execute(select(t.journal.c.seq).where(t.journal.c.hash == digest)).first() is not None

    def assessments(self, **equals: Any) -> dict[int, e.Assessment]:
        """Assessments by claim id."""
        found = self._values(t.assessments, lambda row: e.Assessment(**worded("assessments", row)), **equals)
        return {assessment.claim_id: assessment for assessment in found}

    def head(self) -> tuple[int, str, str]:
        """The journal's last sequence number, its hash and its time; 0 and empty for a new file."""
        last = next(self._steps(select(t.journal).order_by(t.journal.c.seq.desc()).limit(1)), None)
        return (last.seq, last.hash, last.at) if last else (0, "", "")

    def last_saved(self) -> tuple[int, str]:
        """The journal's last step and when it was made; 0 and empty for a new file."""
        last = self._connection.execute(select(t.journal.c.seq, t.journal.c.at).order_by(t.journal.c.seq.desc()).limit(1)).first()
        return (last.seq, last.at) if last else (0, "")

    def hash_of(self, seq: int) -> str:
        """The hash of a step; empty when there is no such step."""
        return str(self._connection.execute(select(t.journal.c.hash).where(t.journal.c.seq == seq)).scalar() or "")

    def step(self, seq: int) -> k.Step:
        found = next(self._steps(select(t.journal).where(t.journal.c.seq == seq)), None)
        if found is None:
            raise NotFound(f"step {seq}")
        return found

    def steps(self, limit: int = 200) -> list[k.Step]:
        """The latest steps, newest first."""
        return list(self._steps(select(t.journal).order_by(t.journal.c.seq.desc()).limit(limit)))

    def steps_with_reason(self, beginning: str) -> list[k.Step]:
        """The steps that a person or an import did, not those that undid or did again, whose reason begins so; in order."""
        done = (t.journal.c.kind == "do") & (func.substr(t.journal.c.reason, 1, len(beginning)) == beginning)
        return list(self._steps(select(t.journal).where(done).order_by(t.journal.c.seq)))

    def _steps(self, query: Select[Any]) -> Iterator[k.Step]:
        return (_step(row._mapping) for row in r.shape_of(t.journal).checked(self._connection.execute(query)))  # noqa: SLF001 as in _rows

    def last_step_at(self, moment: datetime) -> int:
        """The number of the last step that was made by that moment, by the clock of then; 0 for none."""
        at = moment.astimezone(UTC).isoformat(timespec="milliseconds")
        return int(self._connection.execute(select(func.max(t.journal.c.seq)).where(t.journal.c.at <= at)).scalar() or 0)

    def edits_since(self, step: int, until: int | None = None) -> Iterator[Edit]:
        """Every edit after that step, oldest first; up to and with the step `until` where one is given."""
        wanted = t.journal.c.seq > step if until is None else t.journal.c.seq.between(step + 1, until)
        return (listed(seq, edit) for seq, edit in self._edits(wanted))

    def steps_with_edits(self, steps: Sequence[int] | None = None, limit: int | None = None) -> Iterator[tuple[k.Step, list[Edit]]]:
        """Steps with all that they changed, newest first: those named, or the latest so many."""
        wanted = select(t.journal) if steps is None else select(t.journal).where(t.journal.c.seq.in_(steps))
        rows = self._connection.execute(wanted.order_by(t.journal.c.seq.desc()).limit(limit))
        for step in r.shape_of(t.journal).checked(rows):
            yield _step(step._mapping), edits_of(step.seq, step.edits)  # noqa: SLF001 as in _rows


def connection_of(reader: Reader) -> Connection:
    """What a reader reads with, for this room alone: outside of it nobody writes statements."""
    return reader._connection  # noqa: SLF001 the one way to it


def _narrowed(query: Select[Any], table: Table, equals: Mapping[str, Any]) -> Select[Any]:
    for name, value in equals.items():
        column = table.c[name]
        query = query.where(column.in_(value) if isinstance(value, (list, tuple, set, frozenset)) else column == value)
    return query.order_by(table.c.id)


def _info(row: RowMapping) -> k.CaseInfo:
    return k.CaseInfo(**{name: value for name, value in worded("info", row).items() if name != "id"})


def _step(row: RowMapping) -> k.Step:
    return k.Step(row["seq"], row["at"], row["who"], row["name"], row["kind"], row["target"], row["reason"], row["hash"])
