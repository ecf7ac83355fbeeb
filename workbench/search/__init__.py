"""The index: everything in a case, found at once. The only room with Whoosh, Snowball and numpy."""

from workbench.search.documents import Facet, Hit, IndexDocument, Results, Snippet
from workbench.search.engine import SearchEngine
from workbench.search.index import WhooshIndex
from workbench.search.passages import Candidate, best_passage
from workbench.search.query import Diagnostic, ParsedQuery, parse
from workbench.search.tree import Tree, show

__all__ = [
    "Candidate", "Diagnostic", "Facet", "Hit", "IndexDocument", "ParsedQuery", "Results", "SearchEngine", "Snippet", "Tree", "WhooshIndex",
    "best_passage", "parse", "show",
]  # fmt: skip
