"""What the comparison found and somebody dismissed is kept with the reason."""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.execute(
        """CREATE TABLE dismissals (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    type TEXT DEFAULT '' NOT NULL,
    places TEXT DEFAULT '' NOT NULL,
    reason TEXT DEFAULT '' NOT NULL
) STRICT"""
    )
