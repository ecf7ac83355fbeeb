"""The index: everything in a case, found at once. The only room with Whoosh, Snowball and numpy.

Names are imported when they are first used (PEP 562), so that the window opens before numpy and Whoosh are there.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.search.diagnostic import Diagnostic
    from workbench.search.documents import Facet, Hit, IndexDocument, Match, Reason, Results, Snippet
    from workbench.search.engine import SearchEngine
    from workbench.search.index import WhooshIndex
    from workbench.search.passages import Candidate, Page, Wanted, likely, page
    from workbench.search.query import ParsedQuery, parse
    from workbench.search.tree import Tree, show

__all__ = [
    "Candidate", "Diagnostic", "Facet", "Hit", "IndexDocument", "Match", "Page", "ParsedQuery", "Reason", "Results",
    "SearchEngine", "Snippet", "Tree", "Wanted", "WhooshIndex",
    "likely", "page", "parse", "show",
]  # fmt: skip
_MODULES = {
    "documents": ("Facet", "Hit", "IndexDocument", "Match", "Reason", "Results", "Snippet"),
    "engine": ("SearchEngine",), "index": ("WhooshIndex",),
    "passages": ("Candidate", "Page", "Wanted", "likely", "page"), "diagnostic": ("Diagnostic",),
    "query": ("ParsedQuery", "parse"), "tree": ("Tree", "show"),
}  # fmt: skip


def __getattr__(name: str) -> object:
    for module, names in _MODULES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(name)
