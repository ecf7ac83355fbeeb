"""Whether there is a screen to show a window on. Standard library only: asked before anything else."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path


def has_screen() -> bool:
    """Whether a window can be shown here."""
    if sys.platform in ("win32", "darwin"):
        return True
    display = os.environ.get("DISPLAY", "")
    local = re.fullmatch(r":(\d+)(\.\d+)?", display)
    if local and not os.environ.get("WAYLAND_DISPLAY"):
        return Path(f"/tmp/.X11-unix/X{local[1]}").exists()  # noqa: S108 - where X servers put their sockets
    return bool(display or os.environ.get("WAYLAND_DISPLAY"))
