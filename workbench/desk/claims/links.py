"""The rows of a claim's detail: where it appears, and what is linked to it. A click goes there; ✕ takes away."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from workbench.case.claim_view import Cited, ClaimView
from workbench.desk.desk import Desk
from workbench.desk.widgets import DropDown, Elided, label, safe_tip, tool
from workbench.domain.entities import Appearance, Article, Evidence, Origin, Passage
from workbench.domain.naming import short_names
from workbench.domain.vocabulary import STANCE_MEANS, EvidenceKind, Relation, Stance


class LinkRows:
    """`ask(what, evidence id)` is called for a link's own buttons: edit, save (a document's copy), show (an image)."""

    def __init__(self, desk: Desk, go_to: Callable[[int, int], None], ask: Callable[[str, int], object]) -> None:
        self.desk = desk
        self.go_to = go_to
        self.ask = ask
        self.appearances = QVBoxLayout()
        self.evidence = QVBoxLayout()
        self._shown: tuple[object, ...] = ()

    def show(self, view: ClaimView) -> None:
        """Build the rows anew, only when something in them has changed."""
        cited = self.desk.case.claims.cited(view)
        articles, passages, origins = cited.articles, cited.passages, cited.origins
        called = short_names(origins.values())
        state = (view.appearances, view.evidence, tuple(articles.items()), tuple(origins.items()))
        if state == self._shown:
            return
        self._shown = state
        clear(self.appearances)
        clear(self.evidence)
        for appearance in view.appearances:
            self.appearances.addWidget(self._appearance(appearance, articles[appearance.article_id], passages, called))
        if not view.appearances:
            self.appearances.addWidget(label("Nowhere yet. Select words in an article and press M.", "muted", wrap=True))
        for link in view.evidence:
            self.evidence.addWidget(self._evidence(link, cited))
        if not view.evidence:
            self.evidence.addWidget(label("Nothing linked. Select words and press E, then + or −.", "muted", wrap=True))

    def _appearance(self, row: Appearance, article: Article, passages: Mapping[int, Passage], called: Mapping[int, str]) -> QWidget:
        passage = passages.get(row.passage_id or 0)
        quote = passage.quoted if passage else "looked for, not mentioned"
        place = f"{article.exhibit} · {article.outlet}"
        basis = f" ({row.basis_words})" if row.basis_words else ""
        origin = called.get(row.origin_id or 0)
        from_words = f"{origin}{basis}" if origin else "origin not said yet"
        stance = DropDown()
        stance.setAccessibleName(f"Stance of {place}")
        stance.setToolTip(safe_tip(f"What the passage does with the claim: {STANCE_MEANS[row.stance]}  (A)"))
        for term in Stance:
            stance.addItem(term.label, term.value)
            stance.setItemData(stance.count() - 1, STANCE_MEANS[term], Qt.ItemDataRole.ToolTipRole)
        stance.setCurrentIndex(stance.findData(row.stance.value))
        stance.activated.connect(lambda _: self._set_stance(row, stance))
        said = f"said by {row.attributed_to}" if row.attributed_to else ""
        how = [row.verb, f"“{row.hedge}”" if row.hedge else "", f"via {row.via}" if row.via else ""]
        how.append(f"translated: “{row.translation}”" if row.translation else "")
        facts = " · ".join(filter(None, (article.exhibit, from_words, said, *how)))
        return self._row(
            stance, quote, Elided(facts, "muted"),
            lambda: self._go(row.article_id, passage), lambda: self.desk.do(lambda: self.desk.case.appearances.delete(row.id)),
            f"appearance in {place}",
        )  # fmt: skip

    def _set_stance(self, row: Appearance, combo: DropDown) -> None:
        self.desk.do(lambda: self.desk.case.appearances.edit(row.id, stance=Stance(combo.currentData())))

    def _evidence(self, link: Evidence, cited: Cited) -> QWidget:
        articles, passages, origins = cited.articles, cited.passages, cited.origins
        passage = passages.get(link.passage_id or 0)
        article = articles.get(link.article_id or 0)
        words = passage.quoted if passage else link.url or (link.name if link.document_sha256 else link.note)
        place = f"{article.exhibit} · {article.outlet}" if article else _place(link)
        facts = " · ".join(filter(None, (place, *_facts(link, origins), link.note if words != link.note else "")))
        relation = DropDown()
        relation.setAccessibleName(f"Relation of {place}")
        for term in Relation:
            relation.addItem(term.label, term.value)
        relation.setCurrentIndex(relation.findData(link.relation.value))
        relation.activated.connect(
            lambda _: self.desk.do(lambda: self.desk.case.evidence.edit(link.id, relation=Relation(relation.currentData())))
        )
        return self._row(
            relation, words, label(facts, "muted", wrap=True), lambda: self._go(link.article_id or 0, passage),
            lambda: self.desk.do(lambda: self.desk.case.evidence.delete(link.id)), f"evidence from {place}", self._buttons(link, place),
        )  # fmt: skip

    def _buttons(self, link: Evidence, place: str) -> list[QWidget]:
        made: list[QWidget] = [
            tool("✎", f"Edit the evidence from {place}", lambda: self.ask("edit", link.id), name=f"Edit the evidence from {place}")
        ]
        if link.kind is EvidenceKind.IMAGE:
            made.append(tool("▣", f"Show {link.name}", lambda: self.ask("show", link.id), name=f"Show {link.name}"))
        if link.document_sha256:
            made.append(tool("⤓", f"Save a copy of {link.name}…", lambda: self.ask("save", link.id), name=f"Save a copy of {link.name}"))
        return made

    def _row(
        self, left: QWidget, quote: str, facts: QWidget, go: Callable[[], object], remove: Callable[[], object], name: str,
        more: Sequence[QWidget] = (),
    ) -> QWidget:  # fmt: skip
        row = QWidget()
        down = QVBoxLayout(row)
        down.setContentsMargins(0, 2, 0, 5)
        down.setSpacing(1)
        above, below = QHBoxLayout(), QHBoxLayout()
        below.setSpacing(8)
        above.addWidget(Elided(quote), 1)
        above.addWidget(tool("→", f"Go to the {name}", go, name=f"Go to the {name}"))
        left.setFixedWidth(100)
        below.addWidget(left)
        below.addWidget(facts, 1)
        for each in more:
            below.addWidget(each)
        below.addWidget(tool("✕", f"Take away the {name}", remove, name=f"Take away the {name}"))
        down.addLayout(above)
        down.addLayout(below)
        return row

    def _go(self, article_id: int, passage: Passage | None) -> None:
        if article_id:
            self.go_to(article_id, passage.start if passage else 0)


def _place(link: Evidence) -> str:
    """What a link without an article points to, in words: a call with whom, a document with its short hash."""
    if link.kind is EvidenceKind.CALL_NOTE:
        return f"call with {link.name}" if link.name else "note"
    if link.document_sha256:
        return f"{link.kind.label} {link.name} · SHA-256 {link.document_sha256[:12]}…"
    return link.kind.label


def _facts(link: Evidence, origins: Mapping[int, Origin]) -> list[str]:
    origin = origins.get(link.origin_id or 0)
    judged = {True: "independent", False: "not independent", None: "independence not judged"}[link.independent]
    because = f" ({link.independent_reason})" if link.independent_reason else ""
    return [link.dated, origin.name if origin else "", judged + because]


def clear(layout: QLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        if item and (widget := item.widget()):
            widget.hide()  # without it, a show that Qt has put off would make a window of it for a moment
            widget.deleteLater()
