"""Lines in which some words may be cut: they are put together once, and written short for a list and whole for a hint.

Words that may be cut stand between signs that are no characters of any text (U+FDD0 … U+FDD2), until a line is written.
"""

from __future__ import annotations

import re

BEGIN, FIRST, END = "\ufdd0", "\ufdd1", "\ufdd2"
_SIGNS = re.compile(f"[{BEGIN}{FIRST}{END}]")
_LONG = re.compile(f"{BEGIN}([^{FIRST}]*){FIRST}([^{END}]*){END}")
LEAST = 24  # letters to which nothing is ever cut


def may_cut(text: object, skip: int = 0) -> str:
    """Words on one line, to be cut at need; then the first `skip` letters are left out before all else."""
    words = " ".join(_SIGNS.sub("\ufffd", str(text or "")).split())
    return words if len(words) <= LEAST else f"{BEGIN}{words[:skip]}{FIRST}{words[skip:]}{END}"


def written(line: str, longest: int) -> str:
    """A line in which none of the words that may be cut has more than so many letters."""
    return _LONG.sub(lambda found: cut(found[1], found[2], longest), line) if BEGIN in line else line


def cut(before: str, words: str, longest: int) -> str:
    """Words with what stands before them, if there is room; else with "…" where something is left out."""
    if len(before) + len(words) <= longest:
        return before + words
    start = "…" if before else ""
    return start + ended(words, longest - len(start))


def ended(words: str, longest: int) -> str:
    """Words that end in "…" at a word, or in the middle of a long one, where there are more than so many letters."""
    if len(words) <= longest:
        return words
    kept = words[: longest - 1]
    space = kept.rfind(" ")
    return f"{(kept[:space] if space > longest // 2 else kept).rstrip(' ,;:.–-')}…"
