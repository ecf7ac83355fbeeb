"""Regular expressions over many texts. A pattern can take for ever, and nothing stops Python's matching from within: so it runs in a
child process of the kind that reads files, with the same limits, and is ended with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from math import ceil
from typing import TypeVar

from workbench.domain.errors import QueryError
from workbench.domain.spans import Span
from workbench.importers import parcel
from workbench.importers.starting import CannotStart, Child
from workbench.importers.watching import CannotWatch, Watch

SECONDS = 10.0
"""For all texts together."""
_PORTION = 1_000_000
"""Bytes of texts that go to the child at a time."""
Key = TypeVar("Key")


def places(
    pattern: str, texts: Iterable[tuple[Key, str]], seconds: float = SECONDS, cancelled: Callable[[], bool] | None = None
) -> dict[Key, tuple[Span, ...]]:
    """Where a regular expression matches, by the key of the text, in code points; texts without a match are left out.

    `cancelled` is asked often while it runs. Raises QueryError, which says in plain words what is wrong with the pattern (its `position`
    is one in the pattern), that it took too long or too much memory, or that it was cancelled.
    """
    try:
        with closing(Child()) as child:
            child.greet()
            return _watched(child, pattern, texts, seconds, cancelled)
    except (CannotStart, CannotWatch) as error:
        why = f"The pattern was not looked for, because no process could be started for it ({error}). Close other programs and try again."
        raise QueryError(why) from error


def _watched(
    child: Child, pattern: str, texts: Iterable[tuple[Key, str]], seconds: float, cancelled: Callable[[], bool] | None
) -> dict[Key, tuple[Span, ...]]:
    watch = Watch(child, seconds, child.memory, cancelled)
    try:
        with watch:
            return dict(_found(child, pattern, texts, ceil(seconds)))
    except (parcel.Broken, OSError, ValueError) as error:
        raise QueryError(_why(watch, seconds)) from error


def _found(child: Child, pattern: str, texts: Iterable[tuple[Key, str]], seconds: int) -> Iterator[tuple[Key, tuple[Span, ...]]]:
    for keys, sizes, data in _portions(texts):
        head, _ = child.exchange({"pattern": pattern, "sizes": sizes, "cpu_seconds": seconds}, data)
        if "refused" in head:
            raise QueryError(_refused(str(head["refused"]), head.get("at")), int(str(head.get("at") or 0)))
        told = head.get("places")
        if not isinstance(told, list) or len(told) != len(keys):
            raise parcel.Broken("the places are not those of the texts")
        for key, ends in zip(keys, told, strict=True):
            if ends:
                yield key, tuple(Span(start, end) for start, end in zip(ends[::2], ends[1::2], strict=True))


def _portions(texts: Iterable[tuple[Key, str]]) -> Iterator[tuple[list[Key], list[int], bytes]]:
    """The texts in portions of bearable size: their keys, the bytes of each, and all bytes. First one without texts: is it a pattern?"""
    yield [], [], b""
    keys: list[Key] = []
    sizes: list[int] = []
    data = bytearray()
    for key, text in texts:
        encoded = text.encode("utf-8", "surrogatepass")
        keys.append(key)
        sizes.append(len(encoded))
        data += encoded
        if len(data) > _PORTION:
            yield keys, sizes, bytes(data)
            keys, sizes, data = [], [], bytearray()
    if keys:
        yield keys, sizes, bytes(data)


def _refused(reason: str, at: object) -> str:
    return f"This is no regular expression: {reason}" + (f" (at its character {at + 1})." if isinstance(at, int) else ".")


def _why(watch: Watch, seconds: float) -> str:
    """Why the child is gone, in words."""
    if watch.unwanted:
        return "The pattern was not looked for to the end: it was cancelled."
    if watch.greedy:
        return "The pattern needs more memory than allowed. Make it simpler."
    if watch.late:
        return f"The pattern took too long: it was given up after {seconds:.2g} s. Make it simpler; (…+)+ and .*.* take longest."
    return "The pattern ended the process that looked for it: it takes too long or needs too much memory. Make it simpler."
