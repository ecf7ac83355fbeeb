"""What stands in a value of JSON, whatever it is made of."""

from __future__ import annotations

from collections.abc import Iterator


def leaves(value: object) -> Iterator[object]:
    """All that is neither a list nor an object in a value, in its order; of an object what its names stand for."""
    waiting = [value]
    while waiting:
        here = waiting.pop()
        if isinstance(here, (list, dict)):
            waiting.extend(reversed(list(here.values() if isinstance(here, dict) else here)))
        else:
            yield here
