"""A reader's library as some are: the import of it loads a library of the system and reads a file of the system."""

from __future__ import annotations

import ctypes
from pathlib import Path

SYSTEM = ctypes.CDLL("libc.so.6")
TOLD = Path("/etc/passwd").read_bytes()[:10]
