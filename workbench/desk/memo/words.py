"""What the analyst may word in the memo: who it is to and from, the bottom line, the safe wording. Drafted, then edited."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.desk.desk import Desk
from workbench.desk.free_text import FreeText
from workbench.desk.widgets import button, label
from workbench.domain.changes import Changes

FIELDS = (("memo_to", "To", 1), ("memo_from", "From", 1), ("bottom_line", "Bottom line", 8), ("safe_wording", "Safe wording", 8))


class MemoWords(QWidget):
    """Signal: edited() when words of the case changed, so that the memo must be set again."""

    edited = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.lines: dict[str, FreeText] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.addWidget(label("WORDS OF THE MEMO", "section", scale=0.86))
        layout.addWidget(
            label("Drafted from statuses, bases and attributions. What you write here is kept in the case.", "muted", wrap=True)
        )
        for name, text, lines in FIELDS:
            layout.addSpacing(6)
            layout.addWidget(label(text, "muted"))
            line = FreeText(text, "", lines)
            line.setObjectName("")
            line.committed.connect(lambda value, n=name: self._keep(n, value))
            layout.addWidget(line)
            self.lines[name] = line
        layout.addWidget(button("Take the drafts again", "Forget your bottom line and safe wording", self._redraft))
        layout.addStretch(1)
        desk.changed.connect(self._changed)
        self.reload()

    def _changed(self, changes: Changes) -> None:
        """Other words in the case, from here or by an undo: the editor and the memo follow."""
        if changes.touches("info"):
            self.reload()
            self.edited.emit()

    def reload(self) -> None:
        """Show the analyst's words, or the draft where there are none."""
        info = self.desk.case.info.get()
        drafts = self.desk.case.memos.drafts()
        for name, line in self.lines.items():
            line.show_text(str(getattr(info, name)) or drafts.get(name, ""))

    def _keep(self, name: str, value: str) -> None:
        self.desk.do(lambda: self.desk.case.info.edit(**{name: value.strip()}))

    def _redraft(self) -> None:
        self.desk.do(lambda: self.desk.case.info.edit(bottom_line="", safe_wording=""))
        self.reload()

    def commit(self) -> None:
        """Keep whatever is being written."""
        for line in self.lines.values():
            line.commit()
