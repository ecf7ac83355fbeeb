"""About this claim: kind, dates, assessment and reasons in one small form, for hands that stay on the keyboard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.case.claims import ASSESSED, COLUMNS
from workbench.desk.actions.common import attempt, claim_here
from workbench.desk.popup import Ask, Form

if TYPE_CHECKING:
    from workbench.case.claim_view import ClaimView
    from workbench.desk.workplace import Workplace

FIELDS = (
    ("kind", "Kind", "(event, utterance, quantity…)"), ("priority", "Priority", "(key, high, normal)"),
    ("event_date", "Event date", "(21 Oct 2024, or 8–13 Oct 2024)"), ("review_on", "Look again on", "(1 Nov 2024)"),
    ("credibility", "Credibility 1–6", "(Admiralty: 1 confirmed by other sources … 6 cannot be judged)"),
    ("likelihood", "Likelihood", "(ICD 203: likely, unlikely…)"), ("confidence", "Confidence", "(high, moderate, low)"),
    ("reason", "Reason", "(why it has its status)"), ("would_change", "Would change it", "(what would change the finding)"),
)  # fmt: skip
"""What the form asks for: the field, its label, a hint."""
TERMS = {**COLUMNS, **ASSESSED}


def about_claim(work: Workplace) -> None:
    """Kind, priority, dates, assessment, reason: of the claim under the cursor, else of the chosen one. One step, whatever changes."""
    claim_id = claim_here(work)
    if not claim_id:
        return
    work.detail.commit()
    view = work.desk.case.claims.view(claim_id)
    asks = [
        Ask(text, _now(view, field), [t.label for t in TERMS[field] or ()], hint, closed=TERMS[field] is not None)
        for field, text, hint in FIELDS
    ]
    Form(work.over, f"About C{claim_id}", asks, partial(_keep, work, view)).open_at(work.place())


def _now(view: ClaimView, field: str) -> str:
    """What stands in a field, in words; empty where nothing was judged."""
    holder = view.assessment if field in ASSESSED else view.claim
    value = getattr(holder, field) if holder else None
    return " ".join(str(getattr(value, "label", value) or "").split())  # a form has one line for it


def _keep(work: Workplace, view: ClaimView, values: list[str]) -> str:
    """Keep what was changed; what is wrong, or an empty string."""
    changed: dict[str, str | None] = {}
    for (field, text, _), written in zip(FIELDS, values, strict=True):
        terms, value = TERMS[field], written
        if written == _now(view, field):
            continue
        if terms and (written or field not in ASSESSED):
            term = terms.named(written)
            if term is None:
                return f"{text} is one of: {', '.join(t.label for t in terms)}."
            value = term.value
        changed[field] = value
    return attempt(work, lambda: work.desk.case.claims.edit(view.claim.id, **changed)) if changed else ""
