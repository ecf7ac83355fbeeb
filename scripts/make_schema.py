"""Write db/schema.sql from the migrations: `make schema`."""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from pathlib import Path

from sqlalchemy import create_engine, event
from sqlalchemy.engine import Connection

from workbench.storage import migrations, schema


def schema_from_migrations() -> str:
    """The schema that the migrations make of an empty file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        engine = create_engine("sqlite://", creator=lambda: sqlite3.connect(path, isolation_level=None, check_same_thread=False))

        @event.listens_for(engine, "begin")
        def _begin(connection: Connection) -> None:
            connection.exec_driver_sql("BEGIN")

        migrations.migrate(engine)
        engine.dispose()
        raw = sqlite3.connect(path)
        text = schema.dump(raw)
        raw.close()
    return text


if __name__ == "__main__":
    schema.schema_file().write_text(schema_from_migrations(), encoding="utf-8")
    sys.stdout.write(f"wrote {schema.schema_file().name}\n")
