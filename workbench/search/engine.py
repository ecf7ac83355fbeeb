"""The protocol behind which an index stands, so that a shared server's full text can take its place later."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from workbench.domain.spans import Span
from workbench.search.documents import IndexDocument, Reason, Results
from workbench.search.tree import Regex, Tree

TextOf = Callable[[str, int], str | None]
"""(kind, id) to the document's true text, or None when it is gone."""
Progress = Callable[[int, int], None]
"""Documents done, documents in all (0 when not known)."""


Given = Mapping[Regex, Mapping[tuple[str, int], Sequence[Span]]]
"""What no index answers and is given with a tree: the places of each regular expression by (kind, id), ascending and not empty."""
FACETS = ("kind", "publisher", "date", "language", "status", "origin", "zone")
ORDERS = ("relevance", "newest", "oldest", "exhibit")
"""Orders of hits: by score; by day of publication, what has none last; by kind and number."""


class SearchEngine(Protocol):
    """Follows the journal with `update`, answers with `search` and `like`."""

    @property
    def step(self) -> int:
        """The last journal step that is in it; 0 when it is empty."""
        ...

    @property
    def head(self) -> str:
        """The hash of that step: another copy of the case may have gone on otherwise."""
        ...

    def open(self) -> bool:
        """Make it ready. False when it had to start empty: then everything must be given to `update`."""
        ...

    def update(
        self,
        documents: Iterable[IndexDocument],
        deleted: Iterable[tuple[str, int]],
        step: int,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] | None = None,
        head: str = "",
    ) -> bool:
        """Replace these documents, delete those, and stand at `step`, whose hash is `head`: all or nothing. False when nothing was done;
        see `step`."""
        ...

    @property
    def untidy(self) -> bool:
        """Whether `optimise` has anything to do. Answers at once."""
        ...

    def optimise(self, cancelled: Callable[[], bool] | None = None) -> None:
        """Put the index in its quickest form; when idle. Leaves it as it was when cancelled."""
        ...

    def search(
        self,
        tree: Tree,
        limit: int = 50,
        text_of: TextOf | None = None,
        facets: tuple[str, ...] = FACETS,
        order: str = "relevance",
        given: Given | None = None,
    ) -> Results:
        """The first `limit` documents for the tree in one of ORDERS; `facets` names what is counted over all of them. Raises QueryError."""
        ...

    def why(self, tree: Tree, kind: str, id: int, text_of: TextOf, given: Given | None = None) -> tuple[Reason, ...]:
        """Why a document is found, what weighs most first; nothing when it is not found (any more)."""
        ...

    def like(self, text: str, kinds: Sequence[str] = ("article",), limit: int = 20) -> list[tuple[str, int, float]]:
        """Documents that share rare words and figures with the text: (kind, id, score), best first."""
        ...

    def forget(self) -> str:
        """Remove it, and be empty. What could not be removed, in words."""
        ...

    def close(self) -> None:
        """Let go of the files."""
        ...
