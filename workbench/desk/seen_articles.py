"""Which articles have been in a pane while a claim was chosen, with the words that it has now: what "not mentioned" is believed for.

It belongs to the user, so it lives in the settings; what is kept in the case is who looked for which words, and when.
"""

from __future__ import annotations

from typing import Any

from workbench.case.appearances import words_digest
from workbench.desk.desk import Desk
from workbench.desk.reading.area import Area
from workbench.desk.reading.pane import Pane


class Seen:
    """Follows the panes and the chosen claim of one window."""

    def __init__(self, desk: Desk, area: Area) -> None:
        self._desk, self._area = desk, area
        self._uid = desk.case.info.get().uid
        desk.chose.connect(lambda _: self.note())
        desk.settled.connect(lambda _: self.note())
        area.pane_made.connect(self._follow)

    def _follow(self, pane: Pane) -> None:
        pane.shows.connect(lambda _: self.note())

    def has(self, claim_id: int, article_id: int) -> bool:
        """Whether the article has been in a pane since the claim got the words that it has."""
        kept = self._kept().get(f"C{claim_id}", {})
        return kept.get("words") == self._words(claim_id) and article_id in kept.get("articles", ())

    def note(self) -> None:
        """The articles in the panes are seen for the chosen claim."""
        claim_id, shown = self._desk.claim, {pane.article_id for pane in self._area.panes} - {0}
        if not claim_id or not shown or not (words := self._words(claim_id)):
            return
        kept = self._kept().get(f"C{claim_id}", {})
        known = set(kept.get("articles", ())) if kept.get("words") == words else set()
        if not shown <= known:
            seen = {"words": words, "articles": sorted(known | shown)}
            self._desk.settings.set("seen", self._desk.settings.get("seen") | {self._uid: self._kept() | {f"C{claim_id}": seen}})

    def _kept(self) -> dict[str, Any]:
        return dict(self._desk.settings.get("seen").get(self._uid, {}))

    def _words(self, claim_id: int) -> str:
        """The digest of the claim's words as they are now; empty for one that has gone."""
        views = self._desk.case.claims.views(frozenset({claim_id}))
        return words_digest(views[0].claim.text) if views else ""
