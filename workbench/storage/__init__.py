"""The case file: the only room with SQLAlchemy and Alembic. Frozen domain values leave it; rows never do."""

from workbench.storage.backups import daily_backup, forget_daily, save_copy
from workbench.storage.case_file import CaseFile
from workbench.storage.journal import Operation
from workbench.storage.leftovers import held as is_held
from workbench.storage.past import PastFile, open_past, save_past
from workbench.storage.reader import Reader

__all__ = ["CaseFile", "Operation", "PastFile", "Reader", "daily_backup", "forget_daily", "is_held", "open_past", "save_copy", "save_past"]
