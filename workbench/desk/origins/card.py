"""All that is known of an origin, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workbench.domain.entities import Appearance, Origin
from workbench.domain.independence import derivation
from workbench.domain.plurals import counted


def told(origins: Mapping[int, Origin], appearances: Iterable[Appearance]) -> dict[int, str]:
    """By id: the whole name, what it is, its grade in the words of the Admiralty code, interest, other names, the way to its root, and
    how many appearances of how many claims cite it."""
    cited: dict[int, list[int]] = {}
    for each in appearances:
        cited.setdefault(each.origin_id or 0, []).append(each.claim_id)
    return {origin.id: _words(origin, origins, cited.get(origin.id, [])) for origin in origins.values()}


def _words(origin: Origin, origins: Mapping[int, Origin], claims: list[int]) -> str:
    way = [origins[step].name for step in derivation(origin.id, origins)[1:]]
    numbers = sorted(set(claims))
    cited = f"{counted(len(claims), 'appearance')} of {counted(len(numbers), 'claim')}: {_numbers(numbers)}"
    lines = (
        origin.name + (" (anonymous)" if origin.anonymous else ""),
        f"{origin.kind.label} · {origin.reliability.label}",
        f"Interest: {origin.interest}" if origin.interest else "",
        f"Also called: {', '.join(origin.aliases)}" if origin.aliases else "",
        f"Derives from: {' → '.join(way)}" if way else "A root: nothing stands behind it.",
        cited if claims else "Cited by nobody yet.",
    )
    return "\n".join(filter(None, lines))


def _numbers(claims: list[int]) -> str:
    return ", ".join(f"C{number}" for number in claims[:12]) + (" …" if len(claims) > 12 else "")
