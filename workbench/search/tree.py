"""The query as an immutable tree, and the tree as text again.

`show` and `parse` are inverse: parse(show(tree)).tree == tree for every tree that a query can have.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MAX_TERMS = 100
"""Words and fields of a query; of a longer text that is pasted the rarest words."""
KIND_NAMES = {"articles": "article", "claims": "claim", "notes": "note", "evidence": "evidence", "furniture": "furniture"}
TEXT_FIELDS = ("publisher", "title", "author", "origin")
"""Fields that hold words."""
KEY_FIELDS = ("lang", "status", "in", "claim", "zone")
"""Fields that hold one of a few values."""
_BEGINS_FIGURE = re.compile(r"(?:^|[\s(])[1-9]\d{0,2}(?: \d{3})*$")
_GOES_ON = re.compile(r"\d{3}(?![^\s()])")


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any of its forms, or exactly as written. "MiG-29" is two words that must stand together."""

    text: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words next to each other in this order."""

    text: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """Words in any order with at most `distance` other words between the first and the last of them."""

    text: str
    distance: int


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words that begin so. The text has no star."""

    text: str


@dataclass(frozen=True, slots=True)
class Wildcard:
    """Words of this pattern: ? is one letter, * any number of them."""

    pattern: str


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Words that differ in at most `distance` letters (Levenshtein, 1 or 2)."""

    text: str
    distance: int


@dataclass(frozen=True, slots=True)
class Regex:
    """A regular expression over the true texts, whatever their capitals."""

    pattern: str


@dataclass(frozen=True, slots=True)
class Field:
    """Words in a field of the document instead of its text."""

    name: str
    of: Word | Phrase | Prefix


@dataclass(frozen=True, slots=True)
class Key:
    """A field with exactly this value: a language code, a status, a kind, a claim's number, a kind of zone.

    A zone restricts the words that are ANDed with it to such zones; alone it finds documents that have one.
    """

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Dates:
    """Published from `first` to `last`, ISO days, both included; "" is open. A range fits if any of its days does."""

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Not:
    child: Tree


@dataclass(frozen=True, slots=True)
class And:
    children: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Or:
    children: tuple[Tree, ...]


Text = Word | Phrase | Near | Prefix | Wildcard | Fuzzy
"""What is looked for in the text of a document by its words, and marked there."""
Tree = Text | Regex | Field | Key | Dates | Not | And | Or


def conjunction(children: list[Tree]) -> Tree:
    """All of them; nested conjunctions are one."""
    flat = [part for child in children for part in (child.children if isinstance(child, And) else (child,))]
    return flat[0] if len(flat) == 1 else And(tuple(flat))


def disjunction(children: list[Tree]) -> Tree:
    """Any of them; nested disjunctions are one."""
    flat = [part for child in children for part in (child.children if isinstance(child, Or) else (child,))]
    return flat[0] if len(flat) == 1 else Or(tuple(flat))


def show(tree: Tree) -> str:
    """The tree as a query that means the same."""
    match tree:
        case And(children):
            return _in_a_row([f"({show(child)})" if isinstance(child, Or) else show(child) for child in children])
        case Or(children):
            return " OR ".join(show(child) for child in children)
        case Not(child):
            return f"NOT ({show(child)})" if isinstance(child, And | Or) else f"NOT {show(child)}"
        case _:
            return _show_leaf(tree)


def _in_a_row(parts: list[str]) -> str:
    """Parts that are ANDed; two figures that would read as one with a space between its thousands are kept apart."""
    shown = parts[0]
    for part in parts[1:]:
        shown += (" AND " if _BEGINS_FIGURE.search(shown) and _GOES_ON.match(part) else " ") + part
    return shown


def _show_leaf(tree: Tree) -> str:
    match tree:
        case Word(text, exact):
            return f"={text}" if exact else text
        case Phrase(text, exact):
            return f'="{text}"' if exact else f'"{text}"'
        case Near(text, distance):
            return f'"{text}"~{distance}'
        case Prefix(text):
            return f"{text}*"
        case Wildcard(pattern):
            return pattern
        case Fuzzy(text, distance):
            return f"{text}~{distance}"
        case Regex(pattern):
            return f"/{pattern}/"
        case Field(name, of):
            return f"{name}:{show(of)}"
        case Key(name, value):
            return f"{name}:{_show_value(name, value)}"
        case Dates(first, last):
            return f"published:{first}..{last}"
        case And() | Or() | Not():
            raise TypeError("not a leaf")


def _show_value(name: str, value: str) -> str:
    if name == "claim":
        return f"C{value}"
    return next((plural for plural, kind in KIND_NAMES.items() if kind == value), value) if name == "in" else value


def asks_for_furniture(tree: Tree) -> bool:
    """Whether a query is about what stands around articles: it names that, or any kind of zone."""
    match tree:
        case Key("in", "furniture") | Key("zone", _):
            return True
        case And(children) | Or(children):
            return any(map(asks_for_furniture, children))
        case Not(child):
            return asks_for_furniture(child)
        case _:
            return False
