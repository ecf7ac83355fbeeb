"""Where the boxes of a graph of origins go, without Qt: columns from left to right, few crossings, nothing over anything.

Order within a column by barycentres (Sugiyama, Tagawa, Toda 1981, layered drawings). Sizes in pixels.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.desk.origins.nodes import Graph

WIDTH, HEIGHT = 218.0, 66.0
GAP, LANE = 12.0, 10.0
"""Between two boxes, and the room of an edge that passes through a column."""
BETWEEN = 74.0
"""From column to column."""
SWEEPS = 12


@dataclass(frozen=True, slots=True)
class Layout:
    """Left upper corners of the nodes, the points of each edge, and the size of the whole."""

    places: tuple[tuple[float, float], ...]
    paths: tuple[tuple[tuple[float, float], ...], ...]
    width: float
    height: float


def place(graph: Graph) -> Layout:
    """Where everything goes. Boxes of a column never overlap; edges over several columns run in lanes of their own."""
    columns, hops = _with_lanes(graph)
    neighbours: dict[int, list[int]] = {}
    for chain in hops:
        for one, other in zip(chain, chain[1:], strict=False):
            neighbours.setdefault(one, []).append(other)
            neighbours.setdefault(other, []).append(one)
    count = len(graph.nodes)
    column_of = {item: number for number, items in enumerate(columns) for item in items}
    _order(columns, neighbours, column_of)
    middle = _heights(columns, neighbours, count)
    top = min((middle[i] - HEIGHT / 2 for i in range(count)), default=0.0)
    top = min([top, *(y - LANE for y in middle.values())])
    x = [number * (WIDTH + BETWEEN) + GAP for number in range(len(columns))]
    places = tuple((x[graph.columns[i]], middle[i] - HEIGHT / 2 - top + GAP) for i in range(count))
    paths = tuple(_path(chain, count, x, column_of, middle, top) for chain in hops)
    height = max([middle[i] + HEIGHT / 2 for i in range(count)] + [0.0]) - top + 2 * GAP
    return Layout(places, paths, (x[-1] if x else 0) + WIDTH + GAP, height)


def _with_lanes(graph: Graph) -> tuple[list[list[int]], list[list[int]]]:
    """Columns of node numbers, lanes added; and for each edge the numbers it runs through. Edges of one source share a lane."""
    columns: list[list[int]] = [[] for _ in range(max(graph.columns, default=-1) + 1)]
    for number, column in enumerate(graph.columns):
        columns[column].append(number)
    lanes: dict[tuple[int, int], int] = {}
    hops = []
    for edge in graph.edges:
        chain = [edge.source]
        for column in range(graph.columns[edge.source] + 1, graph.columns[edge.target]):
            key = (edge.source, column)
            if key not in lanes:
                lanes[key] = len(graph.nodes) + len(lanes)
                columns[column].append(lanes[key])
            chain.append(lanes[key])
        hops.append([*chain, edge.target])
    return columns, hops


def _order(columns: list[list[int]], neighbours: Mapping[int, Sequence[int]], column_of: Mapping[int, int]) -> None:
    """Sort each column by the middle of its neighbours, to and fro, so that few edges cross."""
    rank = {item: float(n) / max(1, len(items)) for items in columns for n, item in enumerate(items)}
    for sweep in range(SWEEPS):
        numbers = range(1, len(columns)) if sweep % 2 == 0 else range(len(columns) - 2, -1, -1)
        side = -1 if sweep % 2 == 0 else 1
        for number in numbers:
            weight = {}
            for item in columns[number]:
                beside = [rank[n] for n in neighbours.get(item, ()) if (column_of[n] - number) * side > 0]
                weight[item] = sum(beside) / len(beside) if beside else rank[item]
            columns[number].sort(key=lambda item, w=weight: (w[item], item))  # type: ignore[misc]
            for n, item in enumerate(columns[number]):
                rank[item] = n / max(1, len(columns[number]))


def _heights(columns: Sequence[Sequence[int]], neighbours: Mapping[int, Sequence[int]], count: int) -> dict[int, float]:
    """The vertical middle of everything: near its neighbours, in order, never closer than its size."""

    def room(item: int) -> float:
        return (HEIGHT + GAP) / 2 if item < count else LANE / 2

    middle: dict[int, float] = {}
    for items in columns:
        y = 0.0
        for item in items:
            middle[item] = y + room(item)
            y += 2 * room(item)
    for sweep in range(SWEEPS):
        for items in columns if sweep % 2 == 0 else reversed(columns):
            wanted = [sum(near) / len(near) if (near := [middle[n] for n in neighbours.get(i, ())]) else middle[i] for i in items]
            settled: list[float] = []
            for item, want in zip(items, wanted, strict=True):
                least = settled[-1] + room(items[len(settled) - 1]) + room(item) if settled else want
                settled.append(max(want, least))
            shift = sum(w - s for w, s in zip(wanted, settled, strict=True)) / len(items) if items else 0.0
            middle.update((item, y + shift) for item, y in zip(items, settled, strict=True))
    return middle


def _path(
    chain: Sequence[int], count: int, x: Sequence[float], column_of: Mapping[int, int], middle: Mapping[int, float], top: float
) -> tuple[tuple[float, float], ...]:
    """The points of an edge: from the right side of a box, through its lanes, to the left side of another."""
    points = []
    for item in chain:
        left, y = x[column_of[item]], middle[item] - top + GAP
        if item == chain[0]:
            points.append((left + WIDTH, y))
        elif item == chain[-1]:
            points.append((left, y))
        else:
            points += [(left, y), (left + WIDTH, y)]
    assert chain[0] < count
    return tuple(points)
