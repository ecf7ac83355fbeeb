"""The case file: the only room with SQLAlchemy and Alembic. Frozen domain values leave it; rows never do."""

from workbench.storage.ahead import keep_ahead, settle, still_there, sweep_content
from workbench.storage.backups import save_copy
from workbench.storage.case_file import CaseFile
from workbench.storage.daily import daily_backup, daily_backups, forget_daily
from workbench.storage.journal import Operation
from workbench.storage.leftovers import held as is_held
from workbench.storage.older import open_older
from workbench.storage.owned import Left, sweep
from workbench.storage.past import PastFile, open_past, save_past
from workbench.storage.reader import Reader
from workbench.storage.remains import copies_of, forget_before_update, forget_unfinished, unfinished

__all__ = [
    "CaseFile",
    "Left",
    "Operation",
    "PastFile",
    "Reader",
    "copies_of",
    "daily_backup",
    "daily_backups",
    "forget_before_update",
    "forget_daily",
    "forget_unfinished",
    "is_held",
    "keep_ahead",
    "open_older",
    "open_past",
    "save_copy",
    "save_past",
    "settle",
    "still_there",
    "sweep",
    "sweep_content",
    "unfinished",
]
