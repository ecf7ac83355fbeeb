"""An article knows the document that it came attached to, and a paged one where its lines begin; zones have more kinds. A passage
may be translated."""

from alembic import op

revision = "0004"
down_revision = "0003"

STATEMENTS = (
    "ALTER TABLE articles ADD COLUMN part_of INTEGER REFERENCES articles (id) ON DELETE SET NULL",
    "ALTER TABLE articles ADD COLUMN layout TEXT DEFAULT '' NOT NULL",
    *(f"ALTER TABLE appearances ADD COLUMN {name} TEXT DEFAULT '' NOT NULL" for name in ("translation", "translated_by", "translated_how")),
    "CREATE INDEX ix_articles_part_of ON articles (part_of)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
