"""The case file: the only room with SQLAlchemy and Alembic. Frozen domain values leave it; rows never do."""

from workbench.storage.backups import daily_backup, save_copy
from workbench.storage.case_file import CaseFile
from workbench.storage.journal import Operation
from workbench.storage.reader import Reader

__all__ = ["CaseFile", "Operation", "Reader", "daily_backup", "save_copy"]
