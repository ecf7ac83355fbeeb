"""What a child process draws of a stranger's file: pages, pictures. It has the limits of the one that reads files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass

from workbench.domain.errors import ImportRefused
from workbench.importers import parcel
from workbench.importers.limits import CPU_SECONDS, WALL_SECONDS
from workbench.importers.starting import CannotStart, Child
from workbench.importers.watching import CannotWatch, Watch


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture as pixels: four bytes each (red, green, blue, nothing), row by row."""

    width: int
    height: int
    pixels: bytes


def drawn(data: bytes, name: str, what: str, modules: Sequence[str], order: Mapping[str, object]) -> Pixels:
    """The pixels that a child with these modules makes of `data` by the order; `what` is said of the file called `name` where it cannot.
    Raises ImportRefused with the reason."""
    try:
        with closing(Child(modules)) as child:
            child.greet()
            with Watch(child, WALL_SECONDS, child.memory):
                head, pixels = child.exchange({**order, "cpu_seconds": CPU_SECONDS}, data)
    except (CannotStart, CannotWatch) as error:
        raise ImportRefused(name, f"{what} was not drawn, because no process could be started for it ({error}).") from error
    except (parcel.Broken, OSError, ValueError) as error:
        raise ImportRefused(name, f"{what} cannot be drawn: it takes too long, or more memory than allowed.") from error
    if "refused" in head:
        raise ImportRefused(name, f"{what} cannot be drawn ({head['refused']}).")
    width, height = head.get("width"), head.get("height")
    if not (isinstance(width, int) and isinstance(height, int) and width > 0 and height > 0 and len(pixels) == 4 * width * height):
        raise ImportRefused(name, f"{what} cannot be drawn: what was drawn is no picture.")
    return Pixels(width, height, pixels)
