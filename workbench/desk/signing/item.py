"""One item of the checker's pass in full: a claim with what its status rests on, or a quotation in its context."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from workbench.case.checker_pass import PassItem
from workbench.desk import fonts
from workbench.desk.claims.chain import told
from workbench.desk.claims.links import clear
from workbench.desk.claims.meter import MeterPicture
from workbench.desk.desk import Desk
from workbench.desk.moment_words import day_of, hour_of
from workbench.desk.signing.parts import Pill, Quotation
from workbench.desk.widgets import label
from workbench.domain.days import day_words
from workbench.domain.entities import Claim
from workbench.domain.errors import NotFound
from workbench.domain.signing import PassState
from workbench.domain.vocabulary import Field

STEP = 22  # pixels by which what derives stands in


class ItemView(QScrollArea):
    """What the checker reads of the chosen item before agreeing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.name, self.pill = label("", "big", scale=1.25), Pill()
        self.claim = label("", wrap=True)
        self.claim.setFont(fonts.reading(15))
        self.agreed, self.where = label("", "muted", wrap=True), label("", "title", wrap=True)
        self.notice, self.notice_words = QFrame(), label("", wrap=True)
        self.notice.setObjectName("warning")
        QVBoxLayout(self.notice).addWidget(self.notice_words)
        self.quotation = Quotation()
        self.facts = QFormLayout()
        self.facts.setHorizontalSpacing(18)
        self.facts.setVerticalSpacing(7)
        self.facts.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.meter, self.counted, self.chain = MeterPicture(), label("", "title"), QVBoxLayout()
        self.rests = self._rests()
        self.body = QWidget()
        self._lay_out(QVBoxLayout(self.body))
        self.setWidget(self.body)

    def _rests(self) -> QWidget:
        """Where what a claim rests on is told."""
        rests = QWidget()
        below = QVBoxLayout(rests)
        below.setContentsMargins(0, 8, 0, 0)
        below.addWidget(label("WHAT IT RESTS ON", "section", scale=0.86))
        self.chain.setSpacing(4)
        across = QHBoxLayout()
        across.addWidget(self.meter)
        across.addWidget(self.counted, 1)
        below.addLayout(across)
        below.addLayout(self.chain)
        return rests

    def _lay_out(self, lay: QVBoxLayout) -> None:
        lay.setContentsMargins(26, 18, 26, 18)
        lay.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(self.name)
        head.addStretch(1)
        head.addWidget(self.pill)
        lay.addLayout(head)
        for each in (self.claim, self.agreed, self.notice, self.where, self.quotation):
            lay.addWidget(each)
        lay.addLayout(self.facts)
        lay.addWidget(self.rests)
        lay.addStretch(1)

    def show_item(self, item: PassItem | None) -> None:
        self.body.setVisible(item is not None)
        if item is None:
            return
        claim, cites = item.view.claim, bool(item.appearance or item.evidence)
        self.name.setText(claim.number)
        self.claim.setText(claim.text)
        self.pill.show_verdict(claim.verdict)
        self._notice(item)
        self.where.setVisible(cites)
        self.quotation.setVisible(cites)
        if cites:
            self._quote(item)
        self._facts(_of_citation(item) if cites else _of_claim(item))
        self.rests.setVisible(not cites and bool(item.view.appearances or item.view.evidence))
        if not cites:
            self._rests_on(item)

    def _rests_on(self, item: PassItem) -> None:
        """Root by root, what derives from it and every passage: the case for the status at one sight."""
        self.meter.show_view(item.view, self.desk.case.origins.all())
        self.counted.setText(item.view.meter.full)
        lines = told(item.view, self.desk.case.claims.cited(item.view))
        clear(self.chain)
        for line in lines:
            words = label(line.whole, "" if line.place else "title", wrap=True)
            words.setContentsMargins(STEP * line.depth, 0, 0, 0)
            self.chain.addWidget(words)

    def _notice(self, item: PassItem) -> None:
        """What was said of it before, what changed since, and the warnings that stand beside a claim."""
        lines = []
        if review := item.review:
            when, said = _moment(review.reviewed_at), f": “{review.note}”" if review.note else ""
            word = {"agrees": "agreed", "queries": "queried it"}[review.verdict.value]
            changed = " It has changed since: look again." if item.state is PassState.CHANGED else ""
            lines.append(f"{item.state.glyph} {review.checker} {word} on {when}{said}.{changed}")
        calm = lines if item.state is PassState.AGREED else []
        self.agreed.setVisible(bool(calm))
        self.agreed.setText("".join(calm))
        lines = [] if calm else lines
        if not (item.appearance or item.evidence):
            lines += [f"⚠ {finding.message}" for finding in item.view.warnings]
        self.notice.setVisible(bool(lines))
        self.notice_words.setText("\n".join(lines))

    def _quote(self, item: PassItem) -> None:
        articles = self.desk.case.articles
        try:
            article = articles.get(item.article_id) if item.article_id else None
        except NotFound:
            article = None
        day = article.value(Field.PUBLISHED) if article else None
        heading = (
            f"{article.exhibit} · {article.outlet}" + (f" · {day_words(day)}" if day else "") + f"\n{article.title}" if article else ""
        )
        self.where.setText(heading or (item.evidence.kind.label.capitalize() if item.evidence else ""))
        if item.passage and item.passage.place is None:
            self.quotation.say(item.passage.quoted)
        elif item.passage and article:
            self.quotation.show_words(articles.text(article.id), item.passage.span, item.view.claim.verdict)
        elif item.appearance:
            self.quotation.say("Looked for in this article and not mentioned there. Enter opens it; agree if you find nothing either.")
        elif item.evidence:
            link = item.evidence
            self.quotation.say("\n".join(filter(None, (link.name, link.url, link.note))) or "The whole article.")

    def _facts(self, facts: list[tuple[str, str]]) -> None:
        while self.facts.rowCount():
            self.facts.removeRow(0)
        for name, value in facts:
            if value:
                words = label(value, wrap=True)
                words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
                self.facts.addRow(label(name, "muted"), words)


def _of_claim(item: PassItem) -> list[tuple[str, str]]:
    claim, view = item.view.claim, item.view
    judged = view.assessment
    terms = {name: term.label for name in ("credibility", "likelihood", "confidence") if (term := getattr(judged, name, None))}
    return [
        ("Basis", claim.basis.label if claim.basis else ""), ("Denied", _denial(claim)), ("Reason", claim.reason),
        ("Override", claim.override_reason), ("Credibility", terms.get("credibility", "")),
        ("Likelihood", terms.get("likelihood", "")), ("Confidence", terms.get("confidence", "")), ("Kind", claim.kind.label),
        ("Event date", day_words(claim.event_date)), ("Would change it", claim.would_change),
    ]  # fmt: skip


def _of_citation(item: PassItem) -> list[tuple[str, str]]:
    origin = item.origin.name + (" (anonymous)" if item.origin.anonymous else "") if item.origin else "not known"
    if found := item.appearance:
        basis = f", {found.basis_words}" if found.basis_words else ""
        translated = f"{found.translation} ({found.translator})" if found.translation else ""
        return [
            ("Stance", found.stance.label), ("Attributed to", found.attributed_to), ("Verb", found.verb), ("Hedge", found.hedge),
            ("Wire", found.via), ("In translation", translated), ("Origin", origin + basis if found.carries or item.origin else ""),
        ]  # fmt: skip
    link = item.evidence
    assert link is not None
    judged = "" if link.independent is None else "yes" if link.independent else "no"
    why = f"{judged}: {link.independent_reason}" if judged and link.independent_reason else judged
    return [("Relation", link.relation.label), ("Note", link.note if item.passage else ""), ("Day", day_words(link.dated)),
            ("Origin", origin), ("Independent", why)]  # fmt: skip


def _denial(claim: Claim) -> str:
    return f"by {claim.denied_by}" + (f" on {day_words(claim.denied_on)}" if claim.denied_on else "") if claim.denied_by else ""


def _moment(at: str) -> str:
    return f"{day_of(at)}, {hour_of(at)[:5]}" if at else "an unknown day"
