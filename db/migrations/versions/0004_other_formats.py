"""An article knows the document that it came attached to, and where the lines and pages of a paged one begin; zones have more kinds."""

from alembic import op

revision = "0004"
down_revision = "0003"

STATEMENTS = (
    "ALTER TABLE articles ADD COLUMN part_of INTEGER REFERENCES articles (id) ON DELETE SET NULL",
    "ALTER TABLE articles ADD COLUMN layout TEXT DEFAULT '' NOT NULL",
    "CREATE INDEX ix_articles_part_of ON articles (part_of)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
