"""A small case of invented articles, and an index over it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from workbench.search import IndexDocument, Results, WhooshIndex, parse

NOISE = tuple(
    IndexDocument("article", 900 + n, f"Unrelated notice {n}: the bakery on the quay opens at {n} in the morning.", language="en")
    for n in range(5)
)
"""Documents that no test asks for."""


class Desk:
    """An index with its texts: ask it in the query language."""

    def __init__(self, folder: Path, documents: Iterable[IndexDocument]) -> None:
        self.folder, self.manifest = folder / "index", folder / "settings" / "manifest.json"
        self.documents = {(one.kind, one.id): one for one in (*documents, *NOISE)}
        self.index = self.another()
        assert not self.index.open()
        assert self.index.update(self.documents.values(), [], 1)

    def another(self, case: str = "case-1") -> WhooshIndex:
        return WhooshIndex(self.folder, self.manifest, case)

    def text(self, kind: str, id: int) -> str | None:
        found = self.documents.get((kind, id))
        return found.text if found else None

    def ask(self, query: str, limit: int = 50) -> Results:
        tree = parse(query).tree
        assert tree is not None, parse(query).diagnostics
        return self.index.search(tree, limit, self.text)

    def found(self, query: str) -> set[tuple[str, int]]:
        return {(hit.kind, hit.id) for hit in self.ask(query).hits}

    def marked(self, query: str) -> list[str]:
        return [self.documents[hit.kind, hit.id].text[start:end] for hit in self.ask(query).hits for start, end in hit.spans]


@pytest.fixture
def desk_of(tmp_path: Path) -> Callable[..., Desk]:
    """A desk over the documents given, with noise beside them."""

    def make(*documents: IndexDocument) -> Desk:
        return Desk(tmp_path, documents)

    return make


@pytest.fixture
def desk(desk_of: Callable[..., Desk]) -> Desk:
    headline = "Envoy summoned over boats"
    first = f"{headline}\nKorinna’s minister said 1,500 sailors had landed. “We know,” Zelko Marr said."
    return desk_of(
        IndexDocument(
            "article",
            1,
            first,
            "Envoy summoned",
            "Daily Globe",
            "Ann Poe",
            "en",
            "2024-10-18",
            ((0, len(headline), "headline"), (len(headline) + 1, len(first), "body")),
            {"origins": ["Spy agency", "White palace"], "claims": (7,)},
        ),
        IndexDocument(
            "article", 2, "He summons the boats; the envoys went home.", "", "The Harbour Post", "", "en", "2024-10-20/2024-10-22"
        ),
        IndexDocument("article", 3, "Les ambassadeurs ont été convoqués à Montréal.", "", "Gazette du Nord", "", "fr", "2023"),
        IndexDocument("claim", 7, "1,500 sailors landed", language="en", extra={"status": "denied"}),
        IndexDocument("note", 1, "Ask the minister about sailors", language="en"),
        IndexDocument("evidence", 4, "Port log of sailors", language="en", extra={"claims": (7,)}),
    )
