"""The real program in a process of its own: it opens a case, waits until all is at rest, says what the user sees, and is closed.

    python -m tests.hostile.desk_opened CASE [ERRNO FOLDER]

With ERRNO nothing can be written below FOLDER: the system's calls answer with that error.
"""

from __future__ import annotations

import builtins
import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from workbench import app
from workbench.desk.welcome import Welcome
from workbench.desk.window import Window

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def refuse_below(folder: str, error: int) -> None:
    """Let every call that writes below a folder fail. `error` is an errno."""

    def refusing(call: Callable[..., Any], writes: Callable[..., bool]) -> Callable[..., Any]:
        def called(path: Any, *rest: Any, **named: Any) -> Any:
            if isinstance(path, str | bytes | os.PathLike) and os.fsdecode(path).startswith(folder) and writes(*rest, **named):
                raise OSError(error, os.strerror(error), os.fsdecode(path))
            return call(path, *rest, **named)

        return called

    def by_mode(mode: str = "r", *_: Any, **__: Any) -> bool:
        return bool({*"wax+"} & {*mode})

    os.open = refusing(os.open, lambda flags, *_, **__: bool(flags & WRITING))
    for name in ("mkdir", "replace", "rename", "link", "unlink", "chmod", "rmdir"):
        setattr(os, name, refusing(getattr(os, name), lambda *_, **__: True))
    builtins.open = refusing(builtins.open, by_mode)  # type: ignore[assignment]
    io.open = refusing(io.open, by_mode)  # type: ignore[assignment]


def look(seen: dict[str, Any]) -> None:
    """Once the window is at rest: note what it says, and close it."""
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    for window in shown:
        if isinstance(window, Window) and window.desk.at_rest and window.desk.settings._writer is None:
            seen["rested"] = seen.get("rested", 0) + 1
            if seen["rested"] > 10:
                seen |= {"title": window.windowTitle(), "said": window.message.words.text(), "read_only": window.desk.case.read_only}
                window.close()
        elif isinstance(window, Welcome):
            seen |= {"title": "welcome", "said": window.problem.text()}
            window.close()


def main() -> int:
    seen: dict[str, Any] = {}
    if len(sys.argv) > 2:
        refuse_below(sys.argv[3], int(sys.argv[2]))
    true = app.make_app

    def made(arguments: list[str]) -> QApplication:
        application = true(arguments)
        timer = QTimer(application, interval=20)
        timer.timeout.connect(lambda: look(seen))
        timer.start()
        return application

    app.make_app = made
    code = app.run_desk(str(Path(sys.argv[1])))
    sys.stdout.write(json.dumps(seen) + "\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
