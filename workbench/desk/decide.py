"""The gesture of a decision: a status, then one letter for its basis, then only what the rules still ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

from workbench.case import Case
from workbench.case.appearances import PLAIN
from workbench.case.claim_view import ClaimView
from workbench.case.claims import Decision
from workbench.case.passages import Mark
from workbench.desk.actions.attribution import MOST, proposal_line
from workbench.desk.popup import Ask, Choice, Chooser, Form
from workbench.desk.widgets import shortened
from workbench.domain.days import day_words
from workbench.domain.errors import RuleBroken, WorkbenchError
from workbench.domain.plurals import counted
from workbench.domain.rules import Finding
from workbench.domain.statuses import BASES, BASIS_LETTERS, BASIS_MEANS, Basis, Status
from workbench.domain.vocabulary import ClaimKind, EvidenceKind, Field, Relation, Stance

if TYPE_CHECKING:
    from workbench.desk.workplace import Workplace


AHEAD = {
    "refutation": "needs a link that contradicts (E, then −)",
    "basis": "is not a basis of this status",
    "both-parties": "both sides are not named yet (O)",
    "undisputed": "somebody disputes it",
}
"""What a rule will ask for, said before it is broken."""
MOST_SHOWN = 3
"""Passages that deny a claim, shown in the form that asks who did."""


class Deciding:
    """One decision under way, for a claim (its number) or for words that become a claim."""

    def __init__(self, work: Workplace, status: Status, claim_id: int, mark: Mark | None, at: QRect | QPoint) -> None:
        self.work, self.desk = work, work.desk
        self.status, self.claim_id, self.mark, self.at = status, claim_id, mark, at
        self.text = ""

    def ask_basis(self) -> None:
        """Show the bases with their letters, the likeliest first, each with what the rules will say of it."""
        ahead = self._foreseen()
        remarks = {basis: f"⚠ {ahead[basis]}" if ahead.get(basis) else BASIS_MEANS[basis] for basis in BASES[self.status]}
        choices = [Choice(BASIS_LETTERS[b], b.label, lambda b=b: self.take(b), remarks[b]) for b in self._ordered(ahead)]  # type: ignore[misc]
        line = proposal_line(self.work, self.mark) if self.mark else ""
        title = f"{self._target()}: {self.status.label.lower()} — on what basis?"
        Chooser(self.work.over, title, choices, warning=line).open_at(self.at)

    def _target(self) -> str:
        return f"C{self.claim_id}" if self.claim_id else "New claim from these words"

    def _foreseen(self) -> dict[Basis, str]:
        """What each basis will ask for, in a few words; nothing where it can stand as it is."""
        if not self.claim_id:
            known = {Basis.INDEPENDENT_CORROBORATION: "no origin yet: will ask for a reason"}
            return known | {Basis.PARTY_DENIAL: "will ask who and when", Basis.CONTRADICTED: AHEAD["refutation"]}
        view = self.desk.case.claims.view(self.claim_id)
        found = self.desk.case.claims.foresee(self.claim_id, self.status)
        words = {basis: _ahead(finding, len(view.meter.roots), view.claim.event_date) for basis, finding in found.items()}
        if Basis.PARTY_DENIAL in words:
            denying = any(a.stance is Stance.DENIES for a in view.appearances) or any(
                e.relation is Relation.CONTRADICTS for e in view.evidence
            )
            words[Basis.PARTY_DENIAL] = "will ask who and when" + ("" if denying else "; needs a passage that denies (A, then d)")
        return words

    def _ordered(self, ahead: Mapping[Basis, str]) -> list[Basis]:
        """The bases of the status, the likeliest first, then those that nothing stands against."""
        bases = list(BASES[self.status])
        if self.status is not Status.CONFIRMED:
            return bases
        first = self._likeliest(ahead)
        return sorted(bases, key=lambda basis: (basis is not first, bool(ahead.get(basis))))

    def _likeliest(self, ahead: Mapping[Basis, str]) -> Basis:
        """The basis of "confirmed" that what is linked so far bears out; where it bears out none, the one that asks for a reason."""
        if not self.claim_id:
            return Basis.INDEPENDENT_CORROBORATION
        view = self.desk.case.claims.view(self.claim_id)
        if view.claim.kind is ClaimKind.UTTERANCE:
            return Basis.OWN_WORDS
        if any(link.kind in (EvidenceKind.DOCUMENT, EvidenceKind.IMAGE) for link in view.evidence):
            return Basis.PUBLIC_DOCUMENT
        corroborated = len(view.meter.roots) >= 2 or ahead.get(Basis.BOTH_PARTIES_ON_RECORD)
        return Basis.INDEPENDENT_CORROBORATION if corroborated else Basis.BOTH_PARTIES_ON_RECORD

    def take(self, basis: Basis) -> None:
        """Decide, or ask for what is missing: who denied it and when, or the reason for an override."""
        decision = Decision(self.status, basis)
        if basis is Basis.PARTY_DENIAL:
            self._ask_denial(decision)
        else:
            self._try(decision)

    def _ask_denial(self, decision: Decision) -> None:
        """Who and when; the words that deny it stand above, and whom they name is filled in, to be taken or written over."""
        known = sorted({o.name for o in self.desk.case.origins.all().values()})
        asks = [
            Ask("Denied by", "", known, "who says that it is not so"),
            Ask("On", "", (), "when they said so: 9 Nov 2016 or 2016-11-09"),
        ]
        words = ""
        if self.claim_id:
            view = self.desk.case.claims.view(self.claim_id)
            words, named = denying_words(self.desk.case, view)
            asks = [replace(asks[0], text=view.claim.denied_by or named), replace(asks[1], text=view.claim.denied_on)]
        elif self.mark:
            asks.append(Ask("Claim", " ".join(self._words().split()), (), "(what is denied, in affirmative words)"))
        title = f"{self._target()}: denied by a party"
        Form(self.work.over, title, asks, lambda v: self._denied(decision, v), warning=words).open_at(self.at)

    def _denied(self, decision: Decision, values: list[str]) -> str:
        self.text = values[2] if len(values) > 2 else ""
        return self._attempt(replace(decision, denied_by=values[0], denied_on=values[1]))

    def _words(self) -> str:
        """The words that become a claim."""
        assert self.mark is not None
        return self.desk.case.articles.text(self.mark.article_id)[self.mark.start : self.mark.end]

    def _try(self, decision: Decision) -> None:
        try:
            self._apply(decision)
        except RuleBroken as broken:
            if broken.rule == "two-origin":
                self._ask_override(decision, broken)
            else:
                self.desk.say(str(broken), error=True)
        except WorkbenchError as error:
            self.desk.say(str(error), error=True)

    def _ask_override(self, decision: Decision, broken: RuleBroken) -> None:
        ask = Ask("Override because", "", (), "the reason will be printed in the memo")
        Form(
            self.work.over, "Confirmed against the two-origin rule?", [ask],
            lambda v: self._attempt(replace(decision, override_reason=v[0])) if v[0] else "Give a reason, or leave with Esc.",
            warning=str(broken),
        ).open_at(self.at)  # fmt: skip

    def _attempt(self, decision: Decision) -> str:
        """Try a decision from a form; what is wrong, or an empty string."""
        try:
            self._apply(decision)
        except WorkbenchError as error:
            return str(error)
        return ""

    def _apply(self, decision: Decision) -> None:
        claims = self.desk.case.claims
        if self.claim_id:
            self.desk.announce(claims.set_status(self.claim_id, decision))
            return
        assert self.mark is not None
        denies = decision.basis is Basis.PARTY_DENIAL
        attribution = replace(PLAIN, stance=Stance.DENIES, attributed_to=decision.denied_by) if denies else PLAIN
        changes = claims.add(self.text or self._words(), self.mark, attribution, decision)
        self.claim_id = changes.new("claims")
        self.desk.announce(changes)
        self.work.area.let_go(self.mark)
        self.desk.choose(self.claim_id)


def denying_words(case: Case, view: ClaimView) -> tuple[str, str]:
    """The passages that deny a claim, a line each with its article and day (or what is missing), and the one party they all name."""
    denying = [a for a in view.appearances if a.stance is Stance.DENIES]
    named = {a.attributed_to for a in denying if a.attributed_to}
    lines = []
    for each in denying[:MOST_SHOWN]:
        article = case.articles.get(each.article_id)
        passage = case.articles.passages(article.id)[each.passage_id] if each.passage_id else None
        quoted = f"“{shortened(passage.anchor.exact, MOST)}”" if passage else ""
        published = day_words(article.value(Field.PUBLISHED) or "")
        lines.append(" · ".join(filter(None, (quoted, article.exhibit, published and f"published {published}"))))
    if len(denying) > MOST_SHOWN:
        lines.append(f"… and {len(denying) - MOST_SHOWN} more")
    if not denying and not any(link.relation is Relation.CONTRADICTS for link in view.evidence):
        lines.append("No passage denies it yet: mark one (A, then d), or link one that contradicts (E, then −).")
    return "\n".join(lines), named.pop() if len(named) == 1 else ""


def _ahead(finding: Finding | None, roots: int, event_date: str) -> str:
    if finding is None:
        return ""
    if finding.rule == "two-origin":
        return f"{counted(roots, 'origin') if roots else 'no origins'}: will ask for a reason"
    if finding.rule == "forecast":
        return f"not before {event_date}"
    return AHEAD.get(finding.rule, finding.message)
