"""Sign-off: the versions put up for signing, what stands in the way of the next step, and the names under them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.case.signing import SIGNED, Readiness, Version
from workbench.desk.desk import Desk
from workbench.desk.popup import Ask, Form
from workbench.desk.sheet import Sheet
from workbench.desk.signing.parts import bind
from workbench.desk.widgets import alive, button, label, safe_tip
from workbench.desk.wrapping import WrappingRow
from workbench.domain.changes import Changes
from workbench.domain.days import day_words
from workbench.domain.records import CaseInfo, SignedMemo
from workbench.domain.statuses import Verdict
from workbench.domain.vocabulary import Role

COLUMNS = ("Version", "Where it stands", "Analyst", "Checker", "Supersedes", "Journal step", "SHA-256 as put up")
WIDTHS = (74, 0, 190, 190, 92, 100, 150)


class SignOff(Sheet):
    """A window of its own; every step in it is one of the case's steps and is undone as such."""

    def __init__(self, parent: QWidget, desk: Desk, check: Callable[[], object]) -> None:
        super().__init__(parent, "Sign-off", 1120, 640)
        self.desk = desk
        self.ready: Readiness | None = None
        self.versions: list[Version] = []
        self.body = QWidget()
        self._build(check)
        bind(self.body, {"P": self.put_up, "A": lambda: self.sign(Role.ANALYST), "C": lambda: self.sign(Role.CHECKER)})
        bind(self.body, {"Ctrl+Z": desk.undo, "Ctrl+Shift+Z": desk.redo})
        desk.changed.connect(self._changed)
        self.reload()

    def _build(self, check: Callable[[], object]) -> None:
        self.state, self.table = label("", "big", scale=1.35), QTableWidget(0, len(COLUMNS))
        self.about = label("", "title", wrap=True)
        self.table.setAccessibleName("Versions")
        self.table.setHorizontalHeaderLabels(list(COLUMNS))
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate(WIDTHS):
            self.table.setColumnWidth(column, width or 200)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.empty = label(
            "No version has been put up yet. Putting one up freezes the memo as it is now: its SHA-256 is what analyst and checker sign, "
            "and a later change reopens the case.", "muted", wrap=True,
        )  # fmt: skip
        self.way, self.way_words = _framed("panel")
        self.warned, self.cautions = _framed("warning")
        self.warned.hide()
        self.put_button = button("Put up for signing", "Freeze the memo as it is now", self.put_up, kind="primary", key="P")
        self.sign_buttons = {
            role: button(f"Sign as {role.label}…", f"Put the {role.label}’s name under it", lambda r=role: self.sign(r), key=key)  # type: ignore[misc]
            for role, key in ((Role.ANALYST, "A"), (Role.CHECKER, "C"))
        }
        foot = WrappingRow()
        foot.addWidget(button("Checker’s pass…", "Walk every claim and citation", check, key="Ctrl+Alt+P"))
        foot.addStretch()
        for made in (self.put_button, *self.sign_buttons.values()):
            foot.addWidget(made)
        lay = QVBoxLayout(self.body)
        lay.setContentsMargins(10, 6, 10, 6)
        lay.setSpacing(10)
        lay.addWidget(self.state)
        lay.addWidget(self.about)
        lay.addWidget(self.empty)
        lay.addWidget(self.table, 1)
        lay.addWidget(self.way)
        lay.addWidget(self.warned)
        lay.addStretch(0)
        lay.addLayout(foot)
        QVBoxLayout(self).addWidget(self.body)

    # --- what is shown --------------------------------------------------------------------------------------------------

    def _changed(self, _: Changes) -> None:
        self.reload()

    def reload(self) -> None:
        """Show the versions at once; what stands in the way takes setting the memo, so it follows from the background."""
        signing = self.desk.case.signing
        self.versions, self.ready = signing.versions(), None
        last = self.versions[-1] if self.versions else None
        self.state.setText(last.brief if last else "Not signed")
        self.about.setText(_about(self.desk.case.info.get(), Counter(v.claim.verdict for v in self.desk.case.claims.views())))
        self.empty.setVisible(not self.versions)
        self.table.setVisible(bool(self.versions))
        self.table.setRowCount(len(self.versions))
        for row, version in enumerate(reversed(self.versions)):
            for column, text in enumerate(_cells(version)):
                item = QTableWidgetItem(text)
                item.setToolTip(safe_tip(text))
                self.table.setItem(row, column, item)
        self.put_button.setText(f"Put up {self._next()} for signing")
        self.put_button.setAccessibleName(self.put_button.text())
        self._enable()
        self.way_words.setText("Looking at what stands in the way…")
        checker = signing.passing.checker()
        self.desk.ask("What stands in the way", lambda _: signing.readiness(checker), self._show_ready)

    def _next(self) -> str:
        return self.desk.case.signing.next_version()

    def _show_ready(self, ready: Readiness) -> None:
        if not alive(self):
            return
        self.ready = ready
        self._enable()
        last = self.versions[-1] if self.versions else None
        lines = [f"✓ {last.memo.version} is put up, and nothing has changed since."] if last and last.stands else []
        steps = (("put it up", ready.put_up), ("sign as analyst", ready.analyst), ("sign as checker", ready.checker))
        lines += [_line(what, reasons) for what, reasons in steps[bool(lines) :]]
        self.way_words.setText("\n".join(lines))
        self._warn([f"⚠ {each}" for each in ready.cautions])

    def _warn(self, lines: list[str]) -> None:
        self.warned.setVisible(bool(lines))
        self.cautions.setText("\n".join(lines))

    def _enable(self) -> None:
        writable = not self.desk.case.read_only
        free = (self.ready.put_up, self.ready.analyst, self.ready.checker) if self.ready else (("",),) * 3
        for made, reasons in zip((self.put_button, *self.sign_buttons.values()), free, strict=True):
            made.setEnabled(writable and not reasons)

    # --- what is done ---------------------------------------------------------------------------------------------------

    def put_up(self) -> None:
        """Freeze the memo; in the background, since it is set for it."""
        if self.put_button.isEnabled():
            self._run(f"Putting up {self._next()}", self.desk.case.signing.put_up)

    def sign(self, role: Role) -> None:
        """Ask for the name, and put it under the version that stands."""
        if not (self.versions and self.sign_buttons[role].isEnabled()):
            return
        memo, signing = self.versions[-1].memo, self.desk.case.signing
        likely = self.desk.case.info.get().analyst or self.desk.settings.analyst if role is Role.ANALYST else signing.passing.checker()

        def done(values: list[str]) -> str:
            if not values[0]:
                return "A name, please: it is printed under the memo."
            self._run(f"Signing {memo.version}", lambda: signing.sign(memo.id, role, values[0]))
            return ""

        Form(self, f"Sign {memo.version} as {role.label}", [Ask("Name", likely, (), "as it is to be printed")], done).open_at(
            self.rect().center() / 2
        )

    def _run(self, name: str, step: Callable[[], Changes]) -> None:
        for made in (self.put_button, *self.sign_buttons.values()):
            made.setEnabled(False)
        self.desk.jobs.start(name, lambda _: step(), self.desk.announce, self._failed)

    def _failed(self, error: Exception) -> None:
        self.desk.say(str(error), error=True)
        if not alive(self):
            return
        self.reload()
        self._warn([f"✕ {error}"])


def _line(what: str, reasons: tuple[str, ...]) -> str:
    if reasons == (SIGNED,):
        return f"✓ {what.replace('sign as', 'Signed as')}."
    return f"○ To {what}: {' '.join(reasons)}" if reasons else f"✓ Ready to {what}."


def _about(info: CaseInfo, counts: Counter[Verdict]) -> str:
    """What a name is put under: the case, its handling and cut-off, who works on it, and how its claims stand."""
    who = [f"{role} {name}" for role, name in (("analyst", info.analyst), ("checker", info.checker)) if name]
    cut_off = f"cut-off {day_words(info.as_of)}" if info.as_of else "no cut-off yet"
    claims = ", ".join(f"{counts[verdict]} {verdict.label.lower()}" for verdict in Verdict if counts[verdict]) or "no claims yet"
    return " · ".join(filter(None, (info.reference or info.title, info.handling.value, cut_off, *who))) + f"\n{claims}"


def _framed(kind: str) -> tuple[QFrame, QLabel]:
    """A frame with words in it."""
    frame, words = QFrame(), label("", wrap=True)
    frame.setObjectName(kind)
    QVBoxLayout(frame).addWidget(words)
    return frame, words


def _cells(version: Version) -> tuple[str, ...]:
    memo = version.memo
    before = f"v{memo.supersedes}" if memo.supersedes else "none"
    return memo.version, version.state, _name(memo, Role.ANALYST), _name(memo, Role.CHECKER), before, str(memo.step), memo.digest


def _name(memo: SignedMemo, role: Role) -> str:
    found = next((s for s in memo.sign_offs if s.role is role), None)
    return f"{found.name}, {found.signed_at[:10]}" if found else "–"
