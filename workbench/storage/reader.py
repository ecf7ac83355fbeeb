"""Reading a case: rows in, frozen domain values out. A Reader lives as long as its transaction."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, Table, func, select

from workbench.domain import entities as e
from workbench.domain import vocabulary as v
from workbench.domain.anchors import Anchor
from workbench.domain.errors import NotFound
from workbench.storage import tables as t


class Reader:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def _rows(self, table: Table, **equals: Any) -> Iterator[RowMapping]:
        query: Select[Any] = select(table).order_by(table.c.id)
        for name, value in equals.items():
            column = table.c[name]
            query = query.where(column.in_(value) if isinstance(value, (list, tuple, set, frozenset)) else column == value)
        return iter(self.connection.execute(query).mappings())

    def _one(self, table: Table, row: int, what: str) -> RowMapping:
        found = next(self._rows(table, id=row), None)
        if found is None:
            raise NotFound(what)
        return found

    def info(self) -> e.CaseInfo:
        row = self._info()
        values = {name: row[name] for name in row if name != "id"}
        return e.CaseInfo(**values | {"handling": v.Handling(row["handling"])})

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
        found = (_claim(row) for row in self._rows(t.claims, **({} if ids is None else {"id": ids})))
        return [claim for claim in found if merged or claim.merged_into is None]

    def claim(self, claim_id: int) -> e.Claim:
        return _claim(self._one(t.claims, claim_id, f"claim C{claim_id}"))

    def appearances(self, **equals: Any) -> list[e.Appearance]:
        return [_appearance(row) for row in self._rows(t.appearances, **equals)]

    def appearance(self, appearance_id: int) -> e.Appearance:
        return _appearance(self._one(t.appearances, appearance_id, "such appearance"))

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
        """Whether a step after that one changed a row of one of those tables."""
        edits = self.connection.execute(select(t.journal.c.edits).where(t.journal.c.seq > step).order_by(t.journal.c.seq)).scalars()
        return any(edit[0] in tables for text in edits for edit in json.loads(text))

    def assessments(self, **equals: Any) -> dict[int, e.Assessment]:
        """Assessments by claim id."""
        return {row["claim_id"]: _assessment(row) for row in self._rows(t.assessments, **equals)}

    def head(self) -> tuple[int, str, str]:
        """The journal's last sequence number, its hash and its time; 0 and empty for a new file."""
        row = self.connection.execute(select(t.journal).order_by(t.journal.c.seq.desc()).limit(1)).mappings().first()
        return (row["seq"], row["hash"], row["at"]) if row else (0, "", "")

    def step(self, seq: int) -> e.Step:
        return _step(self.connection.execute(select(t.journal).where(t.journal.c.seq == seq)).mappings().one())

    def steps(self, limit: int = 200) -> list[e.Step]:
        """The latest steps, newest first."""
        rows = self.connection.execute(select(t.journal).order_by(t.journal.c.seq.desc()).limit(limit)).mappings()
        return [_step(row) for row in rows]

    def history(self, table: str, row: int, owned_by: str = "") -> list[tuple[e.Step, list[e.FieldChange]]]:
        """The steps that touched one row, or rows that belong to it by the column `owned_by`, newest first."""
        edits = t.journal.c.edits  # keys are sorted and "id" is never the last, so a comma follows its number
        clause = (func.instr(edits, f'["{table}",') > 0) & (func.instr(edits, f'"id":{row},') > 0)
        if owned_by:
            clause = clause | (func.instr(edits, f'"{owned_by}":{row},') > 0)
        rows = self.connection.execute(select(t.journal).where(clause).order_by(t.journal.c.seq.desc()))
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
        if not mine and not (owned_by and image.get(owned_by) == row):
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


def _claim(row: RowMapping) -> e.Claim:
    return e.Claim(
        id=row["id"], text=row["text"], kind=v.ClaimKind(row["kind"]), priority=v.Priority(row["priority"]),
        event_date=row["event_date"], status=v.Status(row["status"]), basis=v.Basis(row["basis"]) if row["basis"] else None,
        denied_by=row["denied_by"], denied_on=row["denied_on"], reason=row["reason"], override_reason=row["override_reason"],
        would_change=row["would_change"], as_of=row["as_of"], review_on=row["review_on"], note=row["note"],
        merged_into=row["merged_into"], split_from=row["split_from"],
    )  # fmt: skip


def _appearance(row: RowMapping) -> e.Appearance:
    return e.Appearance(
        row["id"], row["claim_id"], row["article_id"], row["passage_id"], v.Stance(row["stance"]), row["attributed_to"],
        row["verb"], row["hedge"], row["via"], row["origin_id"], v.OriginBasis(row["origin_basis"]) if row["origin_basis"] else None,
    )  # fmt: skip


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
