"""Of very many words the rarest: a passage that is pasted whole is looked for by those that say the most about it."""

from __future__ import annotations

from workbench.search.evaluate import found_in
from workbench.search.ranking import Snapshot
from workbench.search.tree import MAX_TERMS, And, Fuzzy, Near, Phrase, Prefix, Text, Tree, Wildcard, Word


def rarest(snapshot: Snapshot, tree: Tree) -> Tree:
    """The tree with the MAX_TERMS of its ANDed words that are in the fewest documents, in their order, each once. Raises TooMany."""
    if not isinstance(tree, And) or len(tree.children) <= MAX_TERMS:
        return tree
    parts = list(dict.fromkeys(tree.children))
    words = [part for part in parts if isinstance(part, Word | Phrase | Near | Prefix | Wildcard | Fuzzy)]
    kept = set(sorted(words, key=lambda part: _documents(snapshot, part))[:MAX_TERMS])
    return And(tuple(part for part in parts if part in kept or part not in words))


def _documents(snapshot: Snapshot, part: Text) -> int:
    """In how many documents a part is; one that is nowhere as it stands may be there in another way of writing it."""
    fields = [leaf.fields["text"] for leaf in snapshot.leaves]
    plainly = sum(len(found_in(field, part).ids) for field in fields)
    return plainly or sum(len(found_in(field, part, snapshot.spellings.ways(part)).ids) for field in fields)
