"""Reading a case: rows in, frozen domain values out. A Reader lives as long as its transaction."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, RowMapping, Select, Table, func, select

from workbench.domain import entities as e
from workbench.domain import vocabulary as v
from workbench.domain.anchors import Anchor
from workbench.domain.changes import Edit
from workbench.domain.errors import DamagedCase, NotFound
from workbench.storage import tables as t
from workbench.storage.header import NO_IDENTITY, is_identity

T = TypeVar("T", bound=v.Term)


class Reader:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def _rows(self, table: Table, **equals: Any) -> Iterator[RowMapping]:
        return iter(self.connection.execute(_narrowed(select(table), table, equals)).mappings())

    def _tuples(self, table: Table, names: Sequence[str], **equals: Any) -> Sequence[tuple[Any, ...]]:
        """The same with the columns in the order named, for tables that are read by tens of thousands."""
        columns = select(*(table.c[name] for name in names))
        return self.connection.execute(_narrowed(columns, table, equals)).all()

    def _one(self, table: Table, row: int, what: str) -> RowMapping:
        found = next(self._rows(table, id=row), None)
        if found is None:
            raise NotFound(what)
        return found

    def info(self) -> e.CaseInfo:
        """What the inquiry is. Raises DamagedCase for an identity that is none: a step that is undone may have brought it."""
        row = self._info()
        if not is_identity(row["uid"], row["second_of"]):
            raise DamagedCase(self._path(), NO_IDENTITY)
        values = {name: row[name] for name in row if name != "id"}
        return e.CaseInfo(**values | {"handling": v.Handling(row["handling"])})

    def _path(self) -> str:
        return next(str(row.file) for row in self.connection.exec_driver_sql("PRAGMA database_list") if row.name == "main")

    def info_id(self) -> int:
        return int(self._info()["id"])

    def _info(self) -> RowMapping:
        row = next(self._rows(t.info), None)
        if row is None:
            raise NotFound("description of the inquiry")
        return row

    def articles(self, ids: frozenset[int] | None = None) -> list[e.Article]:
        """All articles, or those named, in order of exhibit number."""
        named = {} if ids is None else {"id": ids}
        owner = {} if ids is None else {"article_id": ids}
        fields: dict[int, dict[v.Field, e.Metadatum]] = {}
        for row in self._rows(t.metadata_fields, **owner):
            confidence = v.Confidence(row["confidence"]) if row["confidence"] else None
            found = e.Metadatum(row["value"], confidence, row["basis"], v.SetBy(row["set_by"]))
            fields.setdefault(row["article_id"], {})[v.Field(row["field"])] = found
        measured = select(t.originals.c.sha256, func.length(t.originals.c.bytes))
        if ids is not None:
            measured = measured.join(t.articles, t.articles.c.original_sha256 == t.originals.c.sha256).where(t.articles.c.id.in_(ids))
        sizes = dict(self.connection.execute(measured).all())
        return [_article(row, fields.get(row["id"], {}), sizes.get(row["original_sha256"], 0)) for row in self._rows(t.articles, **named)]

    def article_ids(self) -> list[int]:
        return list(self.connection.execute(select(t.articles.c.id).order_by(t.articles.c.id)).scalars())

    def article(self, article_id: int) -> e.Article:
        found = self.articles(frozenset({article_id}))
        if not found:
            raise NotFound(f"exhibit {article_id}")
        return found[0]

    def text(self, article_id: int) -> str:
        """The reading text of an article."""
        query = select(t.texts.c.text).join(t.articles, t.articles.c.text_sha256 == t.texts.c.sha256)
        found = self.connection.execute(query.where(t.articles.c.id == article_id)).scalar()
        if found is None:
            raise NotFound(f"exhibit {article_id}")
        return str(found)

    def text_sha256(self, article_id: int) -> str:
        return str(self._one(t.articles, article_id, f"exhibit {article_id}")["text_sha256"])

    def original(self, sha256: str) -> bytes:
        """The original bytes kept under their hash."""
        found = self.connection.execute(select(t.originals.c.bytes).where(t.originals.c.sha256 == sha256)).scalar()
        if found is None:
            raise NotFound(f"original {sha256[:12]}")
        return bytes(found)

    def articles_with_original(self, sha256: str) -> list[int]:
        return [row["id"] for row in self._rows(t.articles, original_sha256=sha256)]

    def zones(self, article_id: int | None = None) -> list[e.Zone]:
        rows = self._rows(t.zones, **({} if article_id is None else {"article_id": article_id}))
        found = [
            e.Zone(r["id"], r["article_id"], r["start"], r["end"], v.ZoneKind(r["kind"]), v.SetBy(r["set_by"]), r["basis"]) for r in rows
        ]
        return sorted(found, key=lambda zone: (zone.article_id, zone.start))

    def passages(self, **equals: Any) -> dict[int, e.Passage]:
        """Passages by id; filtered by column, for instance article_id=3."""
        return {row["id"]: _passage(row) for row in self._rows(t.passages, **equals)}

    def claims(self, ids: frozenset[int] | None = None, *, merged: bool = False) -> list[e.Claim]:
        """All claims, or those named, by number; those merged into another only when asked for."""
        found = (_claim(row) for row in self._tuples(t.claims, CLAIM, **({} if ids is None else {"id": ids})))
        return [claim for claim in found if merged or claim.merged_into is None]

    def claim(self, claim_id: int) -> e.Claim:
        found = self.claims(frozenset({claim_id}), merged=True)
        if not found:
            raise NotFound(f"claim C{claim_id}")
        return found[0]

    def appearances(self, **equals: Any) -> list[e.Appearance]:
        return [_appearance(row) for row in self._tuples(t.appearances, APPEARANCE, **equals)]

    def appearance(self, appearance_id: int) -> e.Appearance:
        found = self.appearances(id=appearance_id)
        if not found:
            raise NotFound("such appearance")
        return found[0]

    def origins(self) -> dict[int, e.Origin]:
        return {row["id"]: _origin(row) for row in self._rows(t.origins)}

    def evidence(self, **equals: Any) -> list[e.Evidence]:
        return [_evidence(row) for row in self._rows(t.evidence, **equals)]

    def evidence_link(self, evidence_id: int) -> e.Evidence:
        return _evidence(self._one(t.evidence, evidence_id, "such evidence"))

    def checked(self, **equals: Any) -> list[e.Checked]:
        """What has been looked at without a mark, for instance article_id=3."""
        rows = self._rows(t.checked, **equals)
        return [e.Checked(r["id"], r["article_id"], r["start"], r["end"], v.CheckedKind(r["kind"]), r["reason"]) for r in rows]

    def discrepancies(self, **equals: Any) -> list[e.Discrepancy]:
        """Queries by number, each with its passages; filtered by column, for instance claim_id=3."""
        rows = list(self._rows(t.discrepancies, **equals))
        quoted: dict[int, list[e.Quotation]] = {}
        for row in self._rows(t.discrepancy_passages, **({"discrepancy_id": [r["id"] for r in rows]} if equals else {})):
            quoted.setdefault(row["discrepancy_id"], []).append(e.Quotation(row["id"], row["passage_id"], row["note"]))
        return [_discrepancy(row, tuple(quoted.get(row["id"], ()))) for row in rows]

    def discrepancy(self, discrepancy_id: int) -> e.Discrepancy:
        found = self.discrepancies(id=discrepancy_id)
        if not found:
            raise NotFound(f"query Q{discrepancy_id}")
        return found[0]

    def discrepancies_with_passage(self, passage_id: int) -> list[int]:
        return [row["discrepancy_id"] for row in self._rows(t.discrepancy_passages, passage_id=passage_id)]

    def searches(self) -> list[e.SavedSearch]:
        return [e.SavedSearch(row["id"], row["name"], row["query"]) for row in self._rows(t.searches)]

    def takedowns(self) -> list[e.Takedown]:
        """What was erased for good, oldest first."""
        return [e.Takedown(**row) for row in self._rows(t.takedowns)]

    def content_in_use(self, sha256: str) -> bool:
        """Whether an article or a document of the case still points to that content."""
        owners = (t.articles.c.original_sha256, t.articles.c.text_sha256, t.evidence.c.document_sha256)
        return any(self.connection.execute(select(column).where(column == sha256).limit(1)).first() for column in owners)

    def memos(self) -> list[e.SignedMemo]:
        """Versions put up for signing, oldest first, with who signed."""
        signed: dict[int, list[e.SignOff]] = {}
        for row in self._rows(t.sign_offs):
            found = e.SignOff(row["id"], row["memo_id"], v.Role(row["role"]), row["name"], row["signed_at"])
            signed.setdefault(row["memo_id"], []).append(found)
        return [
            e.SignedMemo(r["id"], r["as_of"], r["digest"], r["head"], r["step"], r["supersedes"], tuple(signed.get(r["id"], ())))
            for r in self._rows(t.memos)
        ]

    def reviews(self, **equals: Any) -> list[e.Review]:
        """What the checker has said, oldest first; filtered by column, for instance claim_id=3."""
        return [
            e.Review(
                r["id"], r["claim_id"], r["appearance_id"], r["evidence_id"], v.ReviewVerdict(r["verdict"]), r["checker"],
                r["reviewed_at"], r["note"], r["seen"],
            )
            for r in self._rows(t.reviews, **equals)
        ]  # fmt: skip

    def touched_since(self, step: int, tables: frozenset[str]) -> bool:
        """Whether the steps after that one left a change in one of those tables. A step that was undone again leaves none."""
        log = t.journal.c
        net: set[int] = set()
        for seq, kind, target in self.connection.execute(select(log.seq, log.kind, log.target).where(log.seq > step).order_by(log.seq)):
            net ^= {target if kind in ("undo", "redo") else seq}
        marks = [f'["{name}",' for name in tables]  # a quotation mark inside a JSON text is escaped, so this is never a part of one
        edits = (self.connection.execute(select(log.edits).where(log.seq == seq)).scalar_one() for seq in sorted(net))
        return any(mark in text for text in edits for mark in marks)

    def images(self, table: str, row: int) -> list[Mapping[str, Any]]:
        """What a row has been, by the journal, oldest first; the last is how it is, or was when it went. Empty for one that never was."""
        log = t.journal.c
        steps = self.connection.execute(select(log.edits).where(func.instr(log.edits, f'["{table}",') > 0).order_by(log.seq)).scalars()
        told = (image for text in steps for name, *both in json.loads(text) if name == table for image in both)
        return [image for image in told if image and image["id"] == row]

    def signed_with(self, digest: str) -> int | None:
        """The version that a signing step names a PDF of by its SHA-256, while that name stands under it."""
        log = t.journal.c
        steps = self.connection.execute(select(log.edits).where(func.instr(log.reason, digest) > 0).order_by(log.seq)).scalars()
        signed = [after for edits in steps for table, _, after in json.loads(edits) if table == "sign_offs" and after]
        there = {row["id"] for row in self._rows(t.sign_offs)}
        return next((row["memo_id"] for row in signed if row["id"] in there), None)

    def last_number(self, table: str) -> int:
        """The greatest id ever given in a table; the next one is one more (invariant 7)."""
        return int(self.connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).scalar() or 0)

    def has_step(self, digest: str) -> bool:
        """Whether the journal has a step with that hash."""
        return self.connection.execute(select(t.journal.c.seq).where(t.journal.c.hash == digest)).first() is not None

    def assessments(self, **equals: Any) -> dict[int, e.Assessment]:
        """Assessments by claim id."""
        return {row["claim_id"]: _assessment(row) for row in self._rows(t.assessments, **equals)}

    def head(self) -> tuple[int, str, str]:
        """The journal's last sequence number, its hash and its time; 0 and empty for a new file."""
        row = self.connection.execute(select(t.journal).order_by(t.journal.c.seq.desc()).limit(1)).mappings().first()
        return (row["seq"], row["hash"], row["at"]) if row else (0, "", "")

    def hash_of(self, seq: int) -> str:
        """The hash of a step; empty when there is no such step."""
        return str(self.connection.execute(select(t.journal.c.hash).where(t.journal.c.seq == seq)).scalar() or "")

    def step(self, seq: int) -> e.Step:
        row = self.connection.execute(select(t.journal).where(t.journal.c.seq == seq)).mappings().first()
        if row is None:
            raise NotFound(f"step {seq}")
        return _step(row)

    def steps(self, limit: int = 200) -> list[e.Step]:
        """The latest steps, newest first."""
        rows = self.connection.execute(select(t.journal).order_by(t.journal.c.seq.desc()).limit(limit)).mappings()
        return [_step(row) for row in rows]

    def last_step_at(self, moment: datetime) -> int:
        """The number of the last step that was made by that moment, by the clock of then; 0 for none."""
        at = moment.astimezone(UTC).isoformat(timespec="milliseconds")
        return int(self.connection.execute(select(func.max(t.journal.c.seq)).where(t.journal.c.at <= at)).scalar() or 0)

    def edits_since(self, step: int, until: int | None = None) -> Iterator[Edit]:
        """Every edit after that step, oldest first; up to and with the step `until` where one is given."""
        wanted = t.journal.c.seq > step if until is None else t.journal.c.seq.between(step + 1, until)
        edits = self.connection.execute(select(t.journal.c.edits).where(wanted).order_by(t.journal.c.seq)).scalars()
        return (tuple(edit) for text in edits for edit in json.loads(text))

    def history(self, steps: Sequence[int], table: str, row: int, owned_by: str) -> list[tuple[e.Step, list[e.FieldChange]]]:
        """Of these steps, what each did to one row or to rows that belong to it by the column `owned_by`; newest first."""
        rows = self.connection.execute(select(t.journal).where(t.journal.c.seq.in_(steps)).order_by(t.journal.c.seq.desc()))
        found = []
        for step in rows.mappings():
            changes = list(_field_changes(step["edits"], table, row, owned_by))
            if changes:
                found.append((_step(step), changes))
        return found


def _field_changes(edits: str, table: str, row: int, owned_by: str) -> Iterator[e.FieldChange]:
    for name, before, after in json.loads(edits):
        image = after or before
        mine = name == table and image["id"] == row
        if not mine and image.get(owned_by) != row:
            continue
        for field in sorted({*(before or {}), *(after or {})}):
            was, is_now = (before or {}).get(field), (after or {}).get(field)
            if was != is_now and (before is None or after is None or field != "id"):
                yield e.FieldChange(name, image["id"], field, was, is_now)


def _article(row: RowMapping, fields: dict[v.Field, e.Metadatum], size: int) -> e.Article:
    return e.Article(
        id=row["id"], name=row["name"], location=row["location"], method=v.Method(row["method"]), media_type=row["media_type"],
        encoding=row["encoding"], encoding_basis=row["encoding_basis"], original_sha256=row["original_sha256"], original_size=size,
        text_sha256=row["text_sha256"], reader=row["reader"], imported_at=row["imported_at"], imported_by=row["imported_by"],
        grade=v.Reliability(row["grade"]), metadata=fields, warnings=tuple(json.loads(row["warnings"] or "[]")),
    )  # fmt: skip


def _passage(row: RowMapping) -> e.Passage:
    anchor = Anchor(row["start"], row["end"], row["exact"], row["prefix"], row["suffix"])
    return e.Passage(row["id"], row["article_id"], anchor, v.PassageState(row["state"]))


def _narrowed(query: Select[Any], table: Table, equals: Mapping[str, Any]) -> Select[Any]:
    for name, value in equals.items():
        column = table.c[name]
        query = query.where(column.in_(value) if isinstance(value, (list, tuple, set, frozenset)) else column == value)
    return query.order_by(table.c.id)


CLAIM = tuple(field.name for field in fields(e.Claim))
APPEARANCE = tuple(field.name for field in fields(e.Appearance))


class _Terms(dict[str, T]):
    """The members of a closed list by value: looked up, not made anew for each of tens of thousands of rows."""

    def __init__(self, terms: type[T]) -> None:
        super().__init__((term.value, term) for term in terms)
        self.terms = terms

    def __missing__(self, value: str) -> T:
        return self.terms(value)  # raises ValueError: it is on no list


_KINDS, _PRIORITIES, _STATUSES, _BASES = _Terms(v.ClaimKind), _Terms(v.Priority), _Terms(v.Status), _Terms(v.Basis)
_STANCES, _ORIGIN_BASES = _Terms(v.Stance), _Terms(v.OriginBasis)


def _claim(row: tuple[Any, ...]) -> e.Claim:
    """A claim from its columns in the order of CLAIM."""
    number, text, kind, priority, event_date, status, basis, *rest = row
    return e.Claim(
        number, text, _KINDS[kind], _PRIORITIES[priority], event_date, _STATUSES[status], _BASES[basis] if basis else None, *rest
    )


def _appearance(row: tuple[Any, ...]) -> e.Appearance:
    """An appearance from its columns in the order of APPEARANCE."""
    number, claim, article, passage, stance, by, verb, hedge, via, origin, basis = row
    stated = _ORIGIN_BASES[basis] if basis else None
    return e.Appearance(number, claim, article, passage, _STANCES[stance], by, verb, hedge, via, origin, stated)


def _origin(row: RowMapping) -> e.Origin:
    return e.Origin(
        row["id"], row["name"], v.OriginKind(row["kind"]), v.Reliability(row["reliability"]), row["interest"],
        bool(row["anonymous"]), row["derives_from"], tuple(row["aliases"].splitlines()),
    )  # fmt: skip


def _evidence(row: RowMapping) -> e.Evidence:
    independent = None if row["independent"] is None else bool(row["independent"])
    return e.Evidence(
        row["id"], row["claim_id"], v.Relation(row["relation"]), row["passage_id"], row["article_id"], row["url"], row["note"],
        row["origin_id"], independent, row["independent_reason"], row["name"], row["media_type"], row["document_sha256"], row["dated"],
    )  # fmt: skip


def _discrepancy(row: RowMapping, passages: tuple[e.Quotation, ...]) -> e.Discrepancy:
    return e.Discrepancy(
        row["id"], v.DiscrepancyType(row["type"]), v.Severity(row["severity"]), row["claim_id"], row["summary"],
        v.DiscrepancyState(row["state"]), row["resolution"], v.FoundBy(row["found_by"]), row["raised_by"], passages,
    )  # fmt: skip


def _assessment(row: RowMapping) -> e.Assessment:
    return e.Assessment(
        row["id"], row["claim_id"], v.Credibility(row["credibility"]) if row["credibility"] else None,
        v.Likelihood(row["likelihood"]) if row["likelihood"] else None,
        v.Confidence(row["confidence"]) if row["confidence"] else None,
    )  # fmt: skip


def _step(row: RowMapping) -> e.Step:
    return e.Step(row["seq"], row["at"], row["who"], row["name"], row["kind"], row["target"], row["reason"], row["hash"])
