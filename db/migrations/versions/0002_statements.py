"""Appearances keep the words that state where they come from; "not mentioned" keeps who looked for what words, and when."""

from alembic import op

revision = "0002"
down_revision = "0001"

STATEMENTS = (
    "ALTER TABLE appearances ADD COLUMN statement_id INTEGER REFERENCES passages (id) ON DELETE SET NULL",
    "ALTER TABLE appearances ADD COLUMN looked_by TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE appearances ADD COLUMN looked_at TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE appearances ADD COLUMN looked_for TEXT DEFAULT '' NOT NULL",
    "CREATE INDEX ix_appearances_statement_id ON appearances (statement_id)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
