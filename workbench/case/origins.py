"""Origins: the first-hand sources behind appearances, and what they derive from."""

from __future__ import annotations

from dataclasses import dataclass, field

from workbench.case.noun import Columns, Noun, refuse_unknown, words
from workbench.domain.changes import Changes
from workbench.domain.entities import Origin
from workbench.domain.errors import NotFound, RuleBroken
from workbench.domain.vocabulary import OriginKind, Reliability
from workbench.storage import Operation, Reader


@dataclass(frozen=True, slots=True)
class NewOrigin:
    """An origin as first described. A name alone is enough."""

    name: str
    kind: OriginKind = OriginKind.OTHER
    reliability: Reliability = Reliability.F
    interest: str = ""
    anonymous: bool = False
    derives_from: int | None = field(default=None)


COLUMNS: Columns = {
    **dict.fromkeys(("name", "interest", "anonymous", "derives_from")),
    "kind": OriginKind,
    "reliability": Reliability,
}
"""What `edit` may set."""


class Origins(Noun):
    def all(self) -> dict[int, Origin]:
        with self._file.read() as reader:
            return reader.origins()

    def add(self, new: NewOrigin) -> Changes:
        with self._file.operation(f"Add origin “{words(new.name)}”") as operation:
            insert_origin(operation, new)
        return operation.changes

    def edit(self, origin_id: int, **values: object) -> Changes:
        """Set fields of COLUMNS by name. A derives_from that would close a circle is refused with RuleBroken."""
        refuse_unknown(values, COLUMNS)
        if "name" in values and not words(str(values["name"])):
            raise RuleBroken("origin", "An origin needs a name.")
        if "anonymous" in values:
            values["anonymous"] = int(bool(values["anonymous"]))
        with self._file.operation(f"Edit origin “{self._name(origin_id)}”") as operation:
            _refuse_circle(Reader(operation.connection).origins(), origin_id, values.get("derives_from"))
            operation.update("origins", origin_id, **{k: words(v) if isinstance(v, str) else v for k, v in values.items()})
        return operation.changes

    def delete(self, origin_id: int) -> Changes:
        """Delete an origin; appearances that cite it stay, without an origin."""
        with self._file.operation(f"Delete origin “{self._name(origin_id)}”") as operation:
            operation.delete("origins", origin_id)
        return operation.changes

    def _name(self, origin_id: int) -> str:
        origins = self.all()
        if origin_id not in origins:
            raise NotFound("such origin")
        return origins[origin_id].name


def insert_origin(operation: Operation, new: NewOrigin) -> int:
    name = words(new.name)
    if not name:
        raise RuleBroken("origin", "An origin needs a name.")
    return operation.insert(
        "origins", name=name, kind=new.kind, reliability=new.reliability, interest=words(new.interest),
        anonymous=int(new.anonymous), derives_from=new.derives_from,
    )  # fmt: skip


def origin_named(operation: Operation, name: str) -> int | None:
    """The origin of that name, made when there is none yet; None for an empty name."""
    wanted = words(name)
    if not wanted:
        return None
    for origin in Reader(operation.connection).origins().values():
        if origin.name.casefold() == wanted.casefold():
            return origin.id
    return insert_origin(operation, NewOrigin(wanted))


def _refuse_circle(origins: dict[int, Origin], origin_id: int, parent: object) -> None:
    current = parent if isinstance(parent, int) else None
    seen: set[int] = set()
    while current in origins and current not in seen:
        if current == origin_id:
            raise RuleBroken("circular", f"“{origins[origin_id].name}” cannot derive from something that derives from it.")
        seen.add(current)
        current = origins[current].derives_from
