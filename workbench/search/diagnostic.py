"""What is said of a query: where, and in plain words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something about the code points [position, position + length) of the query, in plain words."""

    position: int
    length: int
    message: str


class Unusable(Exception):
    """A part of a query that cannot be used, and why."""

    def __init__(self, position: int, length: int, message: str) -> None:
        super().__init__(message)
        self.diagnostic = Diagnostic(position, length, message)
