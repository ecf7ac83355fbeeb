"""How a language says who says something: verbs, "according to", hedges, pronouns, as data for the one reader in checks/reading."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Speech:
    """The words of saying of one language. What is empty is not known and is not read."""

    verbs: frozenset[str] = frozenset()
    """Finite verbs of saying, in small letters."""
