"""The rows of a claim's detail: where it appears, and what is linked to it. A click goes there; ✕ takes away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from workbench.case.claims import ClaimView
from workbench.desk.desk import Desk
from workbench.desk.widgets import Elided, label, tool
from workbench.domain.entities import Appearance, Article, Evidence, Origin, Passage
from workbench.domain.vocabulary import Relation, Stance


class LinkRows:
    def __init__(self, desk: Desk, go_to: Callable[[int, int], None]) -> None:
        self.desk = desk
        self.go_to = go_to
        self.appearances = QVBoxLayout()
        self.evidence = QVBoxLayout()
        self._shown: tuple[object, ...] = ()

    def show(self, view: ClaimView) -> None:
        """Build the rows anew, only when something in them has changed."""
        with self.desk.case.file.read() as reader:
            articles = {a.id: a for a in reader.articles(frozenset(a.article_id for a in view.appearances) | _article_ids(view))}
            held = [a.passage_id for a in view.appearances] + [e.passage_id for e in view.evidence]
            passages = reader.passages(id=[p for p in held if p])
            origins = reader.origins()
        state = (view.appearances, view.evidence, tuple(articles.items()), tuple(origins.items()))
        if state == self._shown:
            return
        self._shown = state
        _clear(self.appearances)
        _clear(self.evidence)
        for appearance in view.appearances:
            self.appearances.addWidget(self._appearance(appearance, articles[appearance.article_id], passages, origins))
        if not view.appearances:
            self.appearances.addWidget(label("Nowhere yet. Select words in an article and press M.", "muted", wrap=True))
        for link in view.evidence:
            self.evidence.addWidget(self._evidence(link, articles, passages, origins))
        if not view.evidence:
            self.evidence.addWidget(label("Nothing linked. Select words and press E, then + or −.", "muted", wrap=True))

    def _appearance(self, row: Appearance, article: Article, passages: dict[int, Passage], origins: dict[int, Origin]) -> QWidget:
        passage = passages.get(row.passage_id or 0)
        quote = f"“{passage.anchor.exact}”" if passage else "looked for, not mentioned"
        place = f"{article.exhibit} · {article.outlet}"
        origin = origins.get(row.origin_id or 0)
        basis = f" ({row.origin_basis.label})" if origin and row.origin_basis else ""
        from_words = f"from {origin.name}{basis}" if origin else "origin not said yet"
        stance = QComboBox()
        stance.setAccessibleName(f"Stance of {place}")
        stance.setToolTip("What the passage does with the claim  (A)")
        for term in Stance:
            stance.addItem(term.label, term.value)
        stance.setCurrentIndex(stance.findData(row.stance.value))
        stance.activated.connect(lambda _: self._set_stance(row, stance))
        return self._row(
            stance, quote, f"{article.exhibit} · {from_words}",
            lambda: self._go(row.article_id, passage), lambda: self.desk.do(lambda: self.desk.case.appearances.delete(row.id)),
            f"appearance in {place}",
        )  # fmt: skip

    def _set_stance(self, row: Appearance, combo: QComboBox) -> None:
        self.desk.do(lambda: self.desk.case.appearances.edit(row.id, stance=Stance(combo.currentData())))

    def _evidence(self, link: Evidence, articles: dict[int, Article], passages: dict[int, Passage], origins: dict[int, Origin]) -> QWidget:
        passage = passages.get(link.passage_id or 0)
        words = f"“{passage.anchor.exact}”" if passage else link.url or link.note
        article = articles.get(link.article_id or 0)
        place = f"{article.exhibit} · {article.outlet}" if article else ("web address" if link.url else "note")
        origin = origins.get(link.origin_id or 0)
        independent = {True: "independent", False: "not independent", None: "independence not judged"}[link.independent]
        facts = " · ".join(filter(None, (place, origin.name if origin else "", independent, link.note if passage else "")))
        relation = QComboBox()
        relation.setAccessibleName(f"Relation of {place}")
        for term in Relation:
            relation.addItem(term.label, term.value)
        relation.setCurrentIndex(relation.findData(link.relation.value))
        relation.activated.connect(
            lambda _: self.desk.do(lambda: self.desk.case.evidence.edit(link.id, relation=Relation(relation.currentData())))
        )
        return self._row(
            relation, words, facts, lambda: self._go(link.article_id or 0, passage),
            lambda: self.desk.do(lambda: self.desk.case.evidence.delete(link.id)), f"evidence from {place}",
        )  # fmt: skip

    def _row(self, left: QWidget, quote: str, facts: str, go: Callable[[], object], remove: Callable[[], object], name: str) -> QWidget:
        row = QWidget()
        down = QVBoxLayout(row)
        down.setContentsMargins(0, 2, 0, 5)
        down.setSpacing(1)
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(Elided(quote), 1)
        above.addWidget(tool("→", f"Go to the {name}", go, name=f"Go to the {name}"))
        left.setFixedWidth(100)
        below.addWidget(left, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(label(facts, "muted", wrap=True), 1)
        below.addWidget(tool("✕", f"Take away the {name}", remove, name=f"Take away the {name}"), 0, Qt.AlignmentFlag.AlignTop)
        down.addLayout(above)
        down.addLayout(below)
        return row

    def _go(self, article_id: int, passage: Passage | None) -> None:
        if article_id:
            self.go_to(article_id, passage.anchor.start if passage else 0)


def _article_ids(view: ClaimView) -> frozenset[int]:
    return frozenset(e.article_id for e in view.evidence if e.article_id)


def _clear(layout: QLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        if item and (widget := item.widget()):
            widget.hide()  # without it, a show that Qt has put off would make a window of it for a moment
            widget.deleteLater()
