"""Bringing an older case file up to date. Alembic costs a second to import, so only when a migration is due."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Engine

from workbench import paths
from workbench.storage import header


def migrate(engine: Engine, check: Callable[[Connection], None] = lambda _: None) -> None:
    """Run every migration that is due, and then `check`, all in one transaction: a failure leaves the file as it was."""
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(paths.db() / "migrations"))
    directory = ScriptDirectory.from_config(config)

    def due(revision: Any, _: Any) -> Any:
        return directory._upgrade_revs("head", revision)  # noqa: SLF001 alembic.command.upgrade does the same

    with engine.connect().execution_options(begin="IMMEDIATE") as connection, connection.begin():
        with EnvironmentContext(config, directory, fn=due) as environment:
            environment.configure(connection=connection, transactional_ddl=False, transaction_per_migration=False)
            environment.run_migrations()
        connection.exec_driver_sql(f"PRAGMA user_version = {header.SCHEMA_VERSION}")
        check(connection)
