"""What a pane says of a claim that has no mark in it. That nothing was found is never said: only what was looked for."""

from __future__ import annotations

from workbench.case.suggestions import Search, Suggestion
from workbench.desk.reading.contents import Contents


def looked_for(
    claim_id: int, exhibit: str, contents: Contents, search: Search | None, suggestion: Suggestion | None, article_id: int
) -> str:
    """What is known of a claim in an article that has a text."""
    if suggestion and suggestion.claim_id == claim_id:
        return f"Perhaps C{claim_id} here: {suggestion.reason}. Enter adds it, X says “not mentioned in {exhibit}”."
    if contents.lost(claim_id):
        return f"C{claim_id}: the words marked in {exhibit} are no longer in its text. Mark their place anew, or delete the mark."
    if any(a.claim_id == claim_id for a in contents.appearances):
        return f"Looked for: C{claim_id} is not mentioned in {exhibit}."
    if search is None or search.claim_id != claim_id:
        return f"Looking for C{claim_id} in {exhibit}…"
    if article_id not in search.articles:
        return f"C{claim_id} was not looked for in {exhibit}: too many articles. Ctrl+Shift+F looks further."
    return f"C{claim_id}: no passage in {exhibit} with {search.words}. Read it; X records “not mentioned in {exhibit}”."


def no_text(claim_id: int, exhibit: str) -> str:
    """The same of a picture."""
    return f"{exhibit} is a picture: it has no text in which C{claim_id} could be looked for."
