"""What is said of an article in one line in the head of its pane: outlet, date, grade, what it cites, how many claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.desk import theme
from workbench.desk.rows import scaled
from workbench.desk.widgets import safe_tip
from workbench.domain.days import day_words
from workbench.domain.entities import Article, Metadatum
from workbench.domain.plurals import counted
from workbench.domain.vocabulary import Confidence, Field
from workbench.importers.readings import remarks

GAP = 9  # pixels between facts
LONGEST_SPOKEN = 400  # letters of corrections that a hint reads out
LEAST = 44  # pixels; a fact with less room than this is left to the hint
PAD = 5  # pixels left and right of the letter in a badge


@dataclass(frozen=True, slots=True)
class Fact:
    """Words of the line. Where room is short the facts with the highest `yields` are cut first and then left out; 0 is never cut."""

    text: str
    yields: int = 0
    badge: bool = False
    spoken: str = ""


class FactsLine(QWidget):
    """One line that says the most important first; what does not fit stands in its hint and its accessible name."""

    def __init__(self) -> None:
        super().__init__()
        self.facts: Sequence[Fact] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, facts: Sequence[Fact]) -> None:
        self.facts = [f for f in facts if f.text]
        whole = " · ".join(f.spoken or f.text for f in self.facts)
        self.setToolTip(safe_tip(whole))
        self.setAccessibleName(whole)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, int(self.fontMetrics().height() + 6))

    def minimumSizeHint(self) -> QSize:
        return QSize(20, self.sizeHint().height())

    def fitted(self) -> list[tuple[Fact, float]]:
        """The facts as they are drawn, with their widths in pixels."""
        metrics = QFontMetricsF(self._font())
        widths = [metrics.horizontalAdvance(f.text) + (2 * PAD if f.badge else 2) for f in self.facts]
        over = sum(widths) + GAP * max(0, len(widths) - 1) - self.width()
        for number in sorted(range(len(self.facts)), key=lambda n: -self.facts[n].yields):
            if over <= 0 or not self.facts[number].yields:
                break
            kept = widths[number] - over
            gone = kept < LEAST or widths[number] < 2 * LEAST  # a short one is whole or not there
            over -= widths[number] + GAP if gone else over
            widths[number] = 0 if gone else kept
        mode = Qt.TextElideMode.ElideRight
        return [(replace(f, text=metrics.elidedText(f.text, mode, w)), w) for f, w in zip(self.facts, widths, strict=True) if w]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        colors = theme.current()
        x = 0.0
        for fact, width in self.fitted():
            box = QRectF(x, 1, width, self.height() - 2)
            if fact.badge:
                painter.setPen(QPen(colors["line_strong"], 1))
                painter.drawRoundedRect(box.adjusted(0.5, 1.5, -0.5, -1.5), 4, 4)
            painter.setPen(colors["text" if fact.badge else "muted"])
            align = Qt.AlignmentFlag.AlignCenter if fact.badge else Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, int(align) | int(Qt.TextFlag.TextSingleLine), fact.text)
            x += width + GAP
        painter.end()

    def _font(self) -> QFont:
        return scaled(self.font(), 0.94)


def facts_of(article: Article, cited: Sequence[str], claims: int, corrections: Sequence[str] = ()) -> list[Fact]:
    """What is said of an article in one line; its date, its grade and that it was corrected are never cut."""
    day = article.value(Field.PUBLISHED)
    known = [n for n in cited if n]
    warned = remarks(article)
    return [
        Fact("⚠" if warned else "", spoken=f"Warning: {' '.join(warned)}"),
        Fact(article.exhibit, 4),
        Fact("" if article.has_text else "picture", 2),
        Fact(f"attached to Ex. {article.part_of}" if article.part_of is not None else "", 2),
        Fact(article.outlet, 2),
        Fact(day_words(day) if day else "undated", 1, spoken=f"published {day_words(day)}" if day else "undated"),
        Fact(article.grade.value, 0, badge=True, spoken=f"grade {article.grade.label}"),
        Fact(counted(len(corrections), "correction") if corrections else "", 0, spoken=" ".join(corrections)[:LONGEST_SPOKEN]),
        Fact(_wire(article.metadata.get(Field.WIRE)), 6),
        Fact(f"cites {', '.join(known)}" if known else "", 5),
        Fact(counted(claims, "claim") if claims else "", 3),
    ]


def _wire(found: Metadatum | None) -> str:
    """By which agency it came, with a question mark where that is little more than a guess."""
    if found is None or not found.value:
        return ""
    return f"via {found.value}" + ("?" if found.confidence is Confidence.LOW else "")
