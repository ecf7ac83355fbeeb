"""Zones and fields have more kinds, so that older programs leave the file alone; an article knows which one it belongs with."""

from alembic import op

revision = "0003"
down_revision = "0002"

STATEMENTS = (
    "ALTER TABLE articles ADD COLUMN version_of INTEGER REFERENCES articles (id) ON DELETE SET NULL",
    "CREATE INDEX ix_articles_version_of ON articles (version_of)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
