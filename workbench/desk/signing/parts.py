"""What the sheets of this package share: a status as a pill, a quotation in its context, keys that leave forms alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut, QTextCharFormat
from PySide6.QtWidgets import QTextEdit, QWidget

from workbench.desk import fonts, theme
from workbench.desk.rows import draw_pill
from workbench.domain.spans import Span
from workbench.domain.statuses import Verdict

AROUND = 420  # code points of context shown on either side of a quotation

HIGHEST = 380  # pixels of a quotation with its context


class Pill(QWidget):
    """A status with its glyph, word and border."""

    def __init__(self) -> None:
        super().__init__()
        self.verdict = Verdict.OPEN
        self.setFixedSize(QSize(134, 24))

    def show_verdict(self, verdict: Verdict) -> None:
        self.verdict = verdict
        self.setAccessibleName(f"Status: {verdict.label.lower()}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_pill(painter, self.verdict, self.width() - 1, 1, self.font())
        painter.end()


class Quotation(QTextEdit):
    """Words of an article with what stands around them; the words are underlined and tinted as the claim's status is."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("reading")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.setAccessibleName("The quotation in its article")
        self.document().setDocumentMargin(10)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def show_words(self, text: str, span: Span, verdict: Verdict) -> None:
        """Show text[span] with its context, whole lines where there are any near."""
        start, end = context(text, span)
        colors = theme.current()
        around, words = QTextCharFormat(), QTextCharFormat()
        for form, color in ((around, "muted"), (words, "text")):
            form.setFont(fonts.reading(12.5))
            form.setForeground(colors[color])
        words.setBackground(colors.tint(verdict))
        words.setUnderlineColor(colors.of(verdict))
        words.setUnderlineStyle(_UNDERLINES.get(verdict, QTextCharFormat.UnderlineStyle.SingleUnderline))
        self.clear()
        cursor = self.textCursor()
        before, after = ("… " if start else ""), (" …" if end < len(text) else "")
        cursor.insertText(before + text[start : span.start].lstrip() if start else text[: span.start], around)
        at = cursor.position()
        cursor.insertText(text[span.start : span.end], words)
        cursor.insertText(text[span.end : end].rstrip() + after, around)
        cursor.setPosition(at)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _fit(self) -> None:
        """As tall as its words, up to a limit."""
        self.setFixedHeight(int(min(HIGHEST, self.document().size().height() + 4)))

    def say(self, words: str) -> None:
        """Say why there is no quotation."""
        form = QTextCharFormat()
        form.setFont(fonts.reading(12.5))
        form.setForeground(theme.current()["muted"])
        self.clear()
        self.textCursor().insertText(words, form)


_UNDERLINES = {
    Verdict.UNCONFIRMED: QTextCharFormat.UnderlineStyle.DashUnderline,
    Verdict.DENIED: QTextCharFormat.UnderlineStyle.DotLine,
}


def context(text: str, span: Span) -> tuple[int, int]:
    """From where to where to show: AROUND on either side, moved inwards to a line's or a word's end, code points."""
    start, end = max(0, span.start - AROUND), min(len(text), span.end + AROUND)
    if start:
        line = text.find("\n", start, span.start)
        space = text.find(" ", start, span.start)
        start = line + 1 if 0 <= line < span.start - 120 else space + 1 if space >= 0 else start
    if end < len(text):
        line = text.rfind("\n", span.end, end)
        space = text.rfind(" ", span.end, end)
        end = line if line > span.end + 120 else space if space >= 0 else end
    return start, end


def bind(area: QWidget, keys: Mapping[str, Callable[[], object]]) -> None:
    """Give keys to an area of a sheet and what is in it; a form over the sheet keeps its letters."""
    for key, run in keys.items():
        made = QShortcut(QKeySequence(key), area, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(run)
