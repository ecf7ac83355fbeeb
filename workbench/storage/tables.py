"""The tables of a case file. db/README.md explains them; db/schema.sql is generated from the migrations and checked against these.

STRICT tables: a float or a BLOB cannot slip into a journaled column (json_object would round the one and refuse the other).
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint

metadata = MetaData()


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="")


def _maybe(name: str) -> Column[str]:
    return Column(name, Text)


def _ref(name: str, table: str, *, nullable: bool = False, ondelete: str = "CASCADE") -> Column[int]:
    return Column(name, Integer, ForeignKey(f"{table}.id", ondelete=ondelete), nullable=nullable)


def _table(name: str, *columns: Column[int] | Column[str] | UniqueConstraint) -> Table:
    """A journaled table. AUTOINCREMENT: a number is never given twice, not even after undo (invariant 7)."""
    return Table(name, metadata, _id(), *columns, sqlite_strict=True, sqlite_autoincrement=True)


info = _table(
    "info",
    *(_text(n) for n in ("uid", "reference", "title", "question", "as_of", "handling", "standard_of_proof", "analyst", "checker")),
    *(_text(n) for n in ("memo_to", "memo_from", "bottom_line", "safe_wording", "created_at", "second_of", "second_head")),
)

articles = _table(
    "articles",
    *(_text(n) for n in ("name", "location", "method", "media_type", "encoding", "encoding_basis")),
    Column("original_sha256", Text, ForeignKey("originals.sha256"), nullable=False),
    Column("text_sha256", Text, ForeignKey("texts.sha256"), nullable=False),
    *(_text(n) for n in ("reader", "imported_at", "imported_by", "grade", "warnings")),
    _ref("version_of", "articles", nullable=True, ondelete="SET NULL"),
    _ref("part_of", "articles", nullable=True, ondelete="SET NULL"),
    _text("layout"),
)

metadata_fields = _table(
    "metadata_fields",
    _ref("article_id", "articles"),
    _text("field"),
    _maybe("value"),
    _maybe("confidence"),
    _text("basis"),
    _text("set_by"),
    UniqueConstraint("article_id", "field"),
)

zones = _table(
    "zones",
    _ref("article_id", "articles"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    _text("kind"),
    _text("set_by"),
    _text("basis"),
)

passages = _table(
    "passages",
    _ref("article_id", "articles"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    *(_text(n) for n in ("exact", "prefix", "suffix", "state")),
)

claims = _table(
    "claims",
    *(_text(n) for n in ("text", "kind", "priority", "event_date", "status")),
    _maybe("basis"),
    *(_text(n) for n in ("denied_by", "denied_on", "reason", "override_reason", "would_change", "as_of", "review_on", "note")),
    _ref("merged_into", "claims", nullable=True),
    _ref("split_from", "claims", nullable=True, ondelete="SET NULL"),
)

origins = _table(
    "origins",
    *(_text(n) for n in ("name", "aliases", "kind", "reliability", "interest")),
    Column("anonymous", Integer, nullable=False, server_default="0"),
    _ref("derives_from", "origins", nullable=True, ondelete="SET NULL"),
)

appearances = _table(
    "appearances",
    _ref("claim_id", "claims"),
    _ref("article_id", "articles"),
    _ref("passage_id", "passages", nullable=True),
    *(_text(n) for n in ("stance", "attributed_to", "verb", "hedge", "via")),
    _ref("origin_id", "origins", nullable=True, ondelete="SET NULL"),
    _maybe("origin_basis"),
    _ref("statement_id", "passages", nullable=True, ondelete="SET NULL"),
    *(_text(n) for n in ("looked_by", "looked_at", "looked_for", "translation", "translated_by", "translated_how")),
)

evidence = _table(
    "evidence",
    _ref("claim_id", "claims"),
    _text("relation"),
    _ref("passage_id", "passages", nullable=True),
    _ref("article_id", "articles", nullable=True),
    *(_text(n) for n in ("url", "name", "media_type")),
    Column("document_sha256", Text, ForeignKey("originals.sha256")),
    *(_text(n) for n in ("dated", "note")),
    _ref("origin_id", "origins", nullable=True, ondelete="SET NULL"),
    Column("independent", Integer),
    _text("independent_reason"),
)

assessments = _table(
    "assessments",
    Column("claim_id", Integer, ForeignKey("claims.id", ondelete="CASCADE"), nullable=False, unique=True),
    _maybe("credibility"),
    _maybe("likelihood"),
    _maybe("confidence"),
)

checked = _table(
    "checked",
    _ref("article_id", "articles"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    _text("kind"),
    _text("reason"),
)

discrepancies = _table(
    "discrepancies",
    _text("type"),
    _text("severity"),
    _ref("claim_id", "claims", nullable=True, ondelete="SET NULL"),
    *(_text(n) for n in ("summary", "state", "resolution", "found_by", "raised_by")),
)

discrepancy_passages = _table(
    "discrepancy_passages",
    _ref("discrepancy_id", "discrepancies"),
    _ref("passage_id", "passages"),
    _text("note"),
)

searches = _table("searches", _text("name"), _text("query"))

dismissals = _table("dismissals", _text("type"), _text("places"), _text("reason"))

memos = _table(
    "memos",
    *(_text(n) for n in ("as_of", "digest", "head")),
    Column("step", Integer, nullable=False),
    _ref("supersedes", "memos", nullable=True, ondelete="SET NULL"),
)

sign_offs = _table(
    "sign_offs",
    _ref("memo_id", "memos"),
    *(_text(n) for n in ("role", "name", "signed_at")),
    UniqueConstraint("memo_id", "role"),
)

reviews = _table(
    "reviews",
    _ref("claim_id", "claims"),
    _ref("appearance_id", "appearances", nullable=True),
    _ref("evidence_id", "evidence", nullable=True),
    *(_text(n) for n in ("verdict", "checker", "reviewed_at", "note", "seen")),
)

takedowns = _table(
    "takedowns",
    Column("exhibit", Integer, nullable=False),
    *(_text(n) for n in ("name", "original_sha256", "text_sha256", "erased_at", "erased_by", "reason")),
)

JOURNALED: tuple[Table, ...] = (
    info, articles, metadata_fields, zones, passages, claims, origins, appearances, evidence, assessments,
    checked, discrepancies, discrepancy_passages, searches, dismissals, memos, sign_offs, reviews,
    takedowns,
)  # fmt: skip

originals = Table(
    "originals",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
    sqlite_strict=True,
)
texts = Table(
    "texts",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("text", Text, nullable=False),
    sqlite_strict=True,
)
CONTENT: tuple[Table, ...] = (originals, texts)
"""Content-addressed: written once under their own hash, never changed, so the journal need not carry them. Only a takedown
removes one, and the sweep of what no step ever named (`ahead.py`)."""

journal = Table(
    "journal",
    metadata,
    Column("seq", Integer, primary_key=True),
    *(_text(n) for n in ("at", "who", "name", "kind")),
    Column("target", Integer),
    *(_text(n) for n in ("reason", "edits", "previous", "hash")),
    sqlite_strict=True,
)

NOT_JOURNALED: dict[str, str] = {
    "originals": "content-addressed bytes, never changed once written; removed by a takedown alone",
    "texts": "content-addressed texts, never changed once written; removed by a takedown alone",
    "journal": "the journal itself, append-only and hash-chained",
    "alembic_version": "which migration the file is at; written only by a migration",
    "sqlite_sequence": "SQLite's own counters, which keep numbers from being given twice",
}
"""Every table without a trigger, and why."""

for _owner, _column in (
    (zones, "article_id"),
    (articles, "version_of"),
    (articles, "part_of"),
    (passages, "article_id"),
    (appearances, "claim_id"),
    (appearances, "article_id"),
    (appearances, "passage_id"),
    (appearances, "origin_id"),
    (appearances, "statement_id"),
    (evidence, "claim_id"),
    (evidence, "passage_id"),
    (articles, "original_sha256"),
    (checked, "article_id"),
    (discrepancies, "claim_id"),
    (discrepancy_passages, "discrepancy_id"),
    (discrepancy_passages, "passage_id"),
    (claims, "merged_into"),
    (claims, "split_from"),
    (origins, "derives_from"),
    (evidence, "origin_id"),
    (reviews, "claim_id"),
    (reviews, "appearance_id"),
    (reviews, "evidence_id"),
):
    Index(f"ix_{_owner.name}_{_column}", _owner.c[_column])
