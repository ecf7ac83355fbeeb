"""What one file may cost, and what the words for a broken limit are."""

from __future__ import annotations

LARGEST_FILE = 20_000_000
"""Bytes of one file at most."""
MOST_MEMBERS = 5_000
"""Documents that are taken out of one file at most."""
LARGEST_CONTENTS = 100_000_000
"""Bytes that they may have together."""
DEEPEST_HOLDER = 4
"""Files within files within files: the number of them that are opened one inside the other."""
MEMORY = 1 << 30
"""Bytes that the child that reads may take: of address space, or of memory where only that can be watched or limited."""
CPU_SECONDS = 10
"""Seconds of computing for one file."""
WALL_SECONDS = 15.0
"""Seconds for one file in all."""
LARGEST_ANSWER = 512_000_000
"""Bytes of one answer of the child at most."""


def too_large(size: int) -> str:
    return f"it is {size / 1e6:,.1f} MB; Workbench reads files up to {LARGEST_FILE / 1e6:.0f} MB. Split it, or save the part that matters."


def could_not_start(why: str) -> str:
    return f"it was not looked at, because Workbench could not start its reader ({why}). Close other programs and try again."


def ended_the_reader(code: int) -> str:
    return f"reading it ended the reader (code {code}): the file is damaged, or needs more memory than allowed."


def too_slow(seconds: float) -> str:
    return f"it took longer than {seconds:g} s to read."


def too_much_computing(seconds: int) -> str:
    return f"it needs more than {seconds} s of computing to read."


EMPTY = "the file is empty (0 bytes)."
NO_ROOM = f"it was left out: a file that holds others may hold {MOST_MEMBERS:,} documents and {LARGEST_CONTENTS / 1e6:.0f} MB."
NESTED = f"it was left out: files are opened to {DEEPEST_HOLDER} inside each other, not deeper."
HOLDS_ONLY = "it has no text of its own, only files inside it."
TOO_MUCH_MEMORY = "it needs more memory than allowed (1 GB)."
ENDED_FROM_OUTSIDE = "something else ended the reader, perhaps the system because memory was short. Close other programs and try again."
TOO_DEEP = "it is nested too deeply to be read."
CANCELLED = "cancelled."
