"""What to try when nothing was found: each a query that asks for less. Pure."""

from __future__ import annotations

from workbench.search.query import parse
from workbench.search.tree import MAX_TERMS, And, Fuzzy, Near, Not, Or, Phrase, Prefix, Tree, Word, show

LEAST = 5
"""Letters of a word that is worth trying with a letter different or cut short."""
Try = tuple[str, str]
"""A query, and what it does in words."""


def tries(query: str) -> list[Try]:
    """Wider queries, the nearest first; none for a query that cannot be used."""
    tree = parse(query).tree
    if tree is None:
        return []
    return _phrases(tree) + _forms(tree) + _fewer(tree) + _spelt(tree)


def _parts(tree: Tree) -> tuple[Tree, ...]:
    return tree.children if isinstance(tree, And) else (tree,)


def _with(tree: Tree, before: Tree, after: str) -> str:
    """The query with one part written otherwise."""
    return " ".join(after if part is before else f"({show(part)})" if isinstance(part, Or) else show(part) for part in _parts(tree))


def _phrases(tree: Tree) -> list[Try]:
    found = [part for part in _parts(tree) if isinstance(part, Phrase) and len(part.text.split()) > 1]
    near = [(_with(tree, p, f'"{p.text}"~5'), "the words near each other, not one after the other") for p in found]
    return near + [(_with(tree, p, p.text), "the words anywhere in the text") for p in found]


def _forms(tree: Tree) -> list[Try]:
    found = [part for part in _parts(tree) if isinstance(part, Word) and part.exact]
    return [(_with(tree, part, part.text), f"any form of “{part.text}”") for part in found]


def _fewer(tree: Tree) -> list[Try]:
    words = [part for part in _parts(tree) if isinstance(part, Word | Phrase | Near | Prefix | Fuzzy)]
    rest = [part for part in _parts(tree) if part not in words]
    found = []
    if 1 < len(words) <= MAX_TERMS:
        anyone = " OR ".join(show(word) for word in words)
        found.append((" ".join([f"({anyone})" if rest else anyone, *map(show, rest)]), "any of the words instead of all"))
    if words and rest:
        some = "without what is left out" if all(isinstance(part, Not) for part in rest) else "everywhere, not narrowed"
        found.append((" ".join(map(show, words)), some))
    return found


def _spelt(tree: Tree) -> list[Try]:
    words = [
        p for p in _parts(tree) if isinstance(p, Word) and not p.exact and p.text.isalpha() and p.text.isascii() and len(p.text) >= LEAST
    ]
    if len(words) != 1 and len(_parts(tree)) > 2:
        return []
    fuzzy = [(_with(tree, w, f"{w.text}~"), f"spellings of “{w.text}” with a letter different") for w in words[:2]]
    return fuzzy + [(_with(tree, w, f"{w.text[: max(4, len(w.text) - 3)]}*"), "words that begin so") for w in words[:1]]
