"""The chosen claim: words, status, origin meter, warnings, where it appears, evidence, assessment, history."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workbench.case.claim_view import ClaimView
from workbench.desk.claims.history_rows import MOST, HistoryRows
from workbench.desk.claims.links import LinkRows
from workbench.desk.claims.meter import Meter
from workbench.desk.claims.queries import QueryRows
from workbench.desk.desk import Desk
from workbench.desk.free_text import FreeText
from workbench.desk.widgets import DropDown, Segment, button, give_keyboard, label, repolish
from workbench.domain.changes import Changes
from workbench.domain.days import day_words
from workbench.domain.statuses import Status, Verdict
from workbench.domain.terms import Term
from workbench.domain.vocabulary import ClaimKind, Confidence, Credibility, Likelihood, Priority

AFTER_PAINTING = 40  # milliseconds


class Detail(QScrollArea):
    """Signals: status_asked(Status) from the segments; link_asked() and origin_asked() from their buttons; query_asked(number) from the
    queries, 0 for all of them; chain_asked() from the meter; evidence_asked(what, id) from a link's buttons: edit, save or show."""

    status_asked = Signal(object)
    link_asked = Signal()
    origin_asked = Signal()
    query_asked = Signal(int)
    chain_asked = Signal()
    evidence_asked = Signal(str, int)

    def __init__(self, desk: Desk, go_to: Callable[[int, int], None]) -> None:
        super().__init__()
        self.desk = desk
        self.view: ClaimView | None = None
        self._back: QWidget | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows = LinkRows(desk, go_to, self.evidence_asked.emit)
        self.queries = QueryRows(self.query_asked.emit)
        self.body = QWidget()
        self.empty = label(
            "No claim is chosen. J and K go through them; a click on a mark or a line above chooses one.", "muted", wrap=True
        )
        self.empty.setMargin(14)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.empty)
        column.addWidget(self.body)
        column.addStretch(1)
        self.setWidget(holder)
        self._later = QTimer(self, singleShot=True, interval=AFTER_PAINTING)
        self._later.timeout.connect(self._show_history)
        self._build(QVBoxLayout(self.body))
        desk.settled.connect(self.refresh)
        desk.chose.connect(lambda _: self.reload())
        self.reload()

    def _build(self, lay: QVBoxLayout) -> None:
        lay.setContentsMargins(14, 10, 14, 14)
        lay.setSpacing(7)
        head = QHBoxLayout()
        self.number = label("", "number", scale=1.1)
        self.assessed = label("", "muted")
        head.addWidget(self.number)
        head.addStretch(1)
        head.addWidget(self.assessed)
        lay.addLayout(head)
        self.text = FreeText("Text of the claim", "One affirmative, neutral proposition", 1)
        self.text.committed.connect(lambda text: self._edit("text", text))
        self.text.left.connect(self._go_back)
        lay.addWidget(self.text)
        lay.addLayout(self._segments())
        self.basis = label("", "muted", wrap=True)
        self.meter = Meter()
        self.meter.opened.connect(self.chain_asked.emit)
        lay.addWidget(self.basis)
        lay.addLayout(self._why())
        lay.addWidget(self.meter)
        self.warning, self.warning_words = QFrame(), label("", wrap=True)
        self.warning.setObjectName("warning")
        QVBoxLayout(self.warning).addWidget(self.warning_words)
        lay.addWidget(self.warning)
        self._section(lay, "APPEARANCES", button("Origin…", "Say where these have it from", self.origin_asked.emit, kind="flat", key="O"))
        lay.addLayout(self.rows.appearances)
        self._section(
            lay, "EVIDENCE", button("+ Link source", "Link what backs or breaks the claim", self.link_asked.emit, kind="flat", key="E")
        )
        lay.addLayout(self.rows.evidence)
        every = button("All queries…", "The list to work through", lambda: self.query_asked.emit(0), kind="flat", key="Ctrl+Shift+Q")
        self._section(lay, "QUERIES", every)
        lay.addLayout(self.queries)
        self._section(lay, "THE CLAIM")
        lay.addLayout(self._fields())
        self._section(lay, "HISTORY")
        self.history = HistoryRows()
        lay.addLayout(self.history)
        lay.addStretch(1)

    def _section(self, lay: QVBoxLayout, title: str, right: QWidget | None = None) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        row.addWidget(label(title, "section", scale=0.86))
        row.addStretch(1)
        if right:
            row.addWidget(right)
        lay.addLayout(row)

    def _segments(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        self.segments: dict[Status, Segment] = {}
        for status, text, key in (
            (Status.OPEN, "○ Open", "0"), (Status.CONFIRMED, "✓ Confirmed", "1"),
            (Status.UNCONFIRMED, "? Unconfirmed", "2"), (Status.DENIED, "✕ Denied", "3"),
        ):  # fmt: skip
            made = Segment(text)
            made.setToolTip(f"Say that the claim is {status.label.lower()}  ({key})")
            made.setAccessibleName(f"Set status: {status.label}")
            made.clicked.connect(lambda _=False, s=status: self.status_asked.emit(s))
            self.segments[status] = made
            row.addWidget(made)
        return row

    def _why(self) -> QHBoxLayout:
        """Why it has its status, right under it; Tab comes here from the statuses."""
        row = QHBoxLayout()
        self.why, self.texts = label("Why", "muted"), {"reason": FreeText("Why it has its status", "Why; prints in the memo   Shift+W", 1)}
        self.texts["reason"].committed.connect(lambda value: self._edit("reason", value))
        self.texts["reason"].left.connect(self._go_back)
        self.why.setBuddy(self.texts["reason"])
        row.addWidget(self.why)
        row.addWidget(self.texts["reason"], 1)
        return row

    def _fields(self) -> QFormLayout:
        form = QFormLayout()
        form.setVerticalSpacing(5)
        self.combos = {
            "kind": self._combo(form, "Kind", ClaimKind, "kind"), "priority": self._combo(form, "Priority", Priority, "priority"),
            "credibility": self._combo(form, "Credibility", Credibility), "likelihood": self._combo(form, "Likelihood", Likelihood),
            "confidence": self._combo(form, "Confidence", Confidence),
        }  # fmt: skip
        self.dates = {name: self._date(form, text, name) for name, text in (("event_date", "Event date"), ("review_on", "Review on"))}
        for name, text, hint in (
            ("would_change", "Would change it", "What would change the finding"),
            ("note", "Note", "For the desk only; searchable"),
        ):  # fmt: skip
            line = FreeText(text, hint, 1)
            line.committed.connect(lambda value, n=name: self._edit(n, value))
            form.addRow(label(text, "muted"), line)
            self.texts[name] = line
        return form

    def _combo(self, form: QFormLayout, text: str, terms: type[Term], field: str = "") -> DropDown:
        combo = DropDown()
        combo.setAccessibleName(text)
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if not field:
            combo.addItem("not judged", None)
        for term in terms:
            combo.addItem(term.label, term.value)
        name = text.lower()
        combo.activated.connect(lambda _: self._edit(field, combo.currentData()) if field else self._assess(name, combo.currentData()))
        form.addRow(label(text, "muted"), combo)
        return combo

    def _date(self, form: QFormLayout, text: str, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(text)
        line.setPlaceholderText("21 Oct 2024" if name == "review_on" else "21 Oct 2024, or 8–13 Oct 2024")
        line.editingFinished.connect(lambda: self._edit_date(name, line.text()) if self._current(name) != line.text() else None)
        form.addRow(label(text, "muted"), line)
        return line

    def _current(self, name: str) -> str:
        return str(getattr(self.view.claim, name)) if self.view else ""

    def _edit(self, name: str, value: str) -> None:
        if self.view and self.desk.do(lambda: self.desk.case.claims.edit(self.view.claim.id, **{name: value})) is None:  # type: ignore[union-attr]
            self.reload()

    def _edit_date(self, name: str, written: str) -> None:
        """A date, shown again as it is kept, however it was written."""
        self._edit(name, written)
        self.reload()

    def _assess(self, name: str, value: str | None) -> None:
        if self.view:
            claim_id = self.view.claim.id
            self.desk.do(lambda: self.desk.case.claims.assess(claim_id, **{name: value}))

    def edit_text(self) -> None:
        """Put the cursor into the claim's words (F2)."""
        self._write(self.text)
        self.text.selectAll()

    def say_why(self) -> None:
        """Put the cursor behind the reason (Shift+W)."""
        self._write(self.texts["reason"])
        self.texts["reason"].moveCursor(QTextCursor.MoveOperation.End)

    def _write(self, line: FreeText) -> None:
        self.ensureWidgetVisible(line)
        self._back = self.window().focusWidget()
        line.setFocus()

    def _go_back(self) -> None:
        """Give the keyboard back to where F2 was pressed."""
        give_keyboard(self._back)

    def rest(self) -> None:
        """Keep what is being written and read nothing more: the case is about to close."""
        self.commit()
        self._later.stop()

    def commit(self) -> None:
        """Keep whatever is being written."""
        for line in (self.text, *self.texts.values()):
            line.commit()

    def refresh(self, changes: Changes) -> None:
        if self.view and (self.view.claim.id in changes.claims or changes.touches("origins", "articles")):
            self.reload()

    def reload(self) -> None:
        """Show the chosen claim as it is now. What is being written for another one is kept first; for this one it goes on."""
        claim_id = self.desk.claim
        if self.view and self.view.claim.id != claim_id:
            self.commit()
        self.body.setVisible(bool(claim_id))
        self.empty.setVisible(not claim_id)
        if not claim_id:
            self.view = None
            return
        standing = self.desk.case.claims.standing(claim_id)
        if standing != claim_id:
            self.desk.say(f"C{claim_id} was merged into C{standing}.")
            self.desk.choose(standing)
            return
        self.view = self.desk.case.claims.view(claim_id)
        self._show(self.view)

    def _show(self, view: ClaimView) -> None:
        claim, assessment = view.claim, view.assessment
        self.number.setText(claim.number)
        self.text.show_text(claim.text)
        for status, segment in self.segments.items():
            segment.setProperty("on", claim.verdict.value if status is claim.status else "")
            segment.say(_segment_text(status, claim.verdict if status is claim.status else None))
            repolish(segment)
        self.basis.setText(_basis_text(view))
        self.basis.setVisible(bool(self.basis.text()))
        for each in (self.why, self.texts["reason"]):
            each.setVisible(claim.status is not Status.OPEN or bool(claim.reason))
        self.meter.show_view(view, self.desk.case.origins.all())
        self.warning.setVisible(bool(view.warnings))
        self.warning_words.setText("\n".join(f"⚠ {w.message}" for w in view.warnings))
        graded = [f"credibility {assessment.credibility.value}"] if assessment and assessment.credibility else []
        graded += [assessment.likelihood.label] if assessment and assessment.likelihood else []
        self.assessed.setText(" · ".join(graded))
        _set(self.combos["kind"], claim.kind)
        _set(self.combos["priority"], claim.priority)
        for name in ("credibility", "likelihood", "confidence"):
            _set(self.combos[name], getattr(assessment, name) if assessment else None)
        for name, line in self.dates.items():
            line.setText(getattr(claim, name))
        for name, text in self.texts.items():
            text.show_text(getattr(claim, name))
        self.rows.show(view)
        self.queries.show(view.queries)
        self._later.start()

    def _show_history(self) -> None:
        """A moment later than the rest: it is read out of the whole journal."""
        if self.view:
            self.history.show(self.desk.case.history.of_claim(self.view.claim.id, MOST))


def _segment_text(status: Status, verdict: Verdict | None) -> str:
    if verdict is Verdict.REFUTED:
        return "R Refuted"
    return f"{Verdict(status.value).glyph} {status.label}"


def _basis_text(view: ClaimView) -> str:
    claim = view.claim
    words = f"Basis: {claim.basis.label}" if claim.basis else ""
    words += f" — {claim.denied_by}, {day_words(claim.denied_on)}" if claim.denied_by else ""
    return " · ".join(filter(None, (words, f"split from C{claim.split_from}" if claim.split_from else "")))


def _set(combo: QComboBox, term: Term | None) -> None:
    index = combo.findData(term.value if term else None)
    if combo.currentIndex() != index:
        combo.setCurrentIndex(index)
