"""What a renderer is."""

from __future__ import annotations

from typing import Protocol

from workbench.memo.model import Memo


class Renderer(Protocol):
    """One way to set a memo. `name` is shown in menus, `suffix` ends the file's name (".pdf")."""

    @property
    def name(self) -> str: ...

    @property
    def suffix(self) -> str: ...

    def render(self, memo: Memo) -> bytes:
        """The file's bytes; the same memo gives the same bytes. Raises MemoFailed with the reason."""
        ...
