"""The local log: what went wrong in the program, in a file of the user's that does not grow for ever."""

from __future__ import annotations

import errno
import logging
import logging.handlers
from pathlib import Path

LOG_BYTES = 1_000_000


def keep_log(file: Path) -> None:
    """Write what goes wrong into a file; where that cannot be, to standard error alone, as it is anyway."""
    try:
        if file.exists() and not file.is_file():
            raise FileExistsError(errno.EEXIST, "something else has its name")
        handler = logging.handlers.RotatingFileHandler(file, maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8")
    except OSError as error:
        logging.getLogger("workbench").warning("no log can be kept in %s: %s", file, error)
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
