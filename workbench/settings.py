"""What belongs to the user and not to a case: name, window, recent cases, keys. One small JSON file, written whole."""

from __future__ import annotations

import getpass
import json
import os
from pathlib import Path
from typing import Any

from workbench import paths


class Settings:
    """A dictionary on disk. A damaged file is set aside and an empty one takes its place: settings are never worth a crash."""

    def __init__(self, file: Path | None = None) -> None:
        self.file = file or paths.settings() / "settings.json"
        self.values: dict[str, Any] = self._load()

    def _load(self) -> dict[str, Any]:
        try:
            loaded = json.loads(self.file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError):
            self.file.replace(self.file.with_suffix(".damaged.json"))
            return {}
        return loaded if isinstance(loaded, dict) else {}

    def get(self, key: str, default: Any = None) -> Any:
        return self.values.get(key, default)

    def set(self, key: str, value: Any) -> None:
        """Set one value and write the file, so that a crash loses nothing."""
        if self.values.get(key) == value:
            return
        self.values[key] = value
        temporary = self.file.with_suffix(".part")
        temporary.write_text(json.dumps(self.values, ensure_ascii=False, indent=1), encoding="utf-8")
        os.replace(temporary, self.file)

    @property
    def analyst(self) -> str:
        """Who is at the desk: the name set by the user, else the system's login name."""
        name = self.get("analyst")
        return str(name) if name else _login()

    def remember_case(self, path: Path) -> None:
        """Put a case at the head of the recent ones."""
        recent = [str(path), *(p for p in self.get("recent", []) if p != str(path))]
        self.set("recent", recent[:10])


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "analyst"
