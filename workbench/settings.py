"""What belongs to the user and not to a case: name, window, recent cases, keys. One small JSON file, never worth a crash or a wait."""

from __future__ import annotations

import copy
import getpass
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from workbench import paths, settings_file
from workbench.settings_file import GONE, Unreadable, Way
from workbench.settings_shapes import KEYS

FLUSH = 2.0
"""Seconds that closing waits for the settings to be written."""
NOT_KEPT = (
    "Your settings cannot be kept: {why}. Window, keys and look stay as you set them until you quit. The case is kept in its own file."
)
SET_ASIDE = "Your settings could not be used as they were: {why}. The usual ones hold where needed; the old file is now {name}."


class Settings:
    """The settings as one window sees them. All keys and their shapes stand in settings_shapes.

    Reading never fails: what cannot be used is as if it were not there. Writing goes on in the background and never fails either:
    what cannot be written is held in memory and tried again with the next change; `listen` is told of it once.
    """

    def __init__(self, file: Path | None = None, *, apart: Mapping[str, Any] | None = None) -> None:
        """`apart`: begin with these values, whatever stands in the file, and keep nothing."""
        self._file = None if apart is not None else file or paths.settings() / "settings.json"
        self._mutex = threading.Lock()
        self._pending: dict[Way, Any] = {}
        self._writer: threading.Thread | None = None
        self._tell: Callable[[str], None] | None = None
        self._refused = self._damaged = False
        self.values: dict[str, Any] = copy.deepcopy(dict(apart or {}))
        try:
            self.values |= settings_file.read(self._file) if self._file else {}
        except Unreadable as error:
            self._damaged, self.values = True, error.values or {}

    def get(self, key: str) -> Any:
        """The value of a key, in the shape that its line in the table says; the usual one when there is none."""
        return self.values.get(key, KEYS[key].usual)

    def set(self, key: str, value: Any) -> None:
        """Set one value; it is written in a moment. Of a dictionary only the entries that are different are."""
        value = KEYS[key].shape(value)
        if self.get(key) == value:
            return
        with self._mutex:
            if self._file:
                self._pending |= settings_file.changes(self.values.get(key, GONE), value, KEYS[key].depth, (key,))
            self.values[key] = value
        self._keep()

    def listen(self, tell: Callable[[str], None]) -> None:
        """Call `tell` (in any thread) with what the user should know of the settings, and mend a file that could not be used."""
        self._tell = tell
        self._keep()

    def flush(self, seconds: float = FLUSH) -> bool:
        """Wait until all is written, at most so many seconds; whether it is."""
        if writer := self._writer:
            writer.join(seconds)
        return self._writer is None and not self._pending

    def _keep(self) -> None:
        with self._mutex:
            if self._file and self._writer is None and (self._pending or (self._damaged and self._tell)):
                self._writer = threading.Thread(target=self._write, name="settings", daemon=True)
                self._writer.start()

    def _write(self) -> None:
        """In the background: write what has been changed until nothing is left, or nothing can be written."""
        assert self._file is not None
        while True:
            with self._mutex:
                taken, self._pending = self._pending, {}
                known = dict(self.values)
                if not taken and not self._damaged:
                    self._writer = None
                    return
            try:
                aside = settings_file.write(self._file, taken, known)
            except OSError as error:
                with self._mutex:
                    self._pending = taken | self._pending
                    self._writer = None
                    told, self._refused = self._refused, True
                if not told:
                    self._say(NOT_KEPT.format(why=settings_file.why_not(error)))
                return
            self._damaged = False
            if aside:
                self._say(SET_ASIDE.format(why=aside[0], name=aside[1].name))

    def _say(self, words: str) -> None:
        if self._tell:
            self._tell(words)

    @property
    def analyst(self) -> str:
        """Who is at the desk: the name set by the user, else the full name of the login, else the login itself."""
        return self.get("analyst") or _login()

    def remember_case(self, path: Path) -> None:
        """Put a case at the head of the recent ones."""
        self.set("recent", [str(path), *(p for p in self.get("recent") if p != str(path))])


def _login() -> str:
    try:
        login = getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "analyst"
    return _full_name(login) or login


def _full_name(login: str) -> str:
    """The name of a person that the system keeps beside the login; empty where it keeps none, and for the system's own accounts."""
    try:
        import pwd
    except ImportError:  # not on Windows
        return ""
    try:
        name = pwd.getpwnam(login).pw_gecos.partition(",")[0].strip()
    except KeyError:
        return ""
    return name if " " in name else ""
