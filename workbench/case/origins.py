"""Origins: the first-hand sources behind appearances, and what they derive from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.case.noun import Columns, Noun, refuse_unknown, words
from workbench.case.passages import drop_unused
from workbench.domain.changes import Changes
from workbench.domain.entities import Origin
from workbench.domain.errors import NotFound, RuleBroken
from workbench.domain.independence import derivation
from workbench.domain.plurals import counted, either
from workbench.domain.vocabulary import OriginKind, Reliability
from workbench.storage import Operation


@dataclass(frozen=True, slots=True)
class NewOrigin:
    """An origin as first described. A name alone is enough."""

    name: str
    kind: OriginKind = OriginKind.OTHER
    reliability: Reliability = Reliability.F
    interest: str = ""
    anonymous: bool = False
    derives_from: int | None = field(default=None)
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Usage:
    """What hangs on an origin: appearances, the claims they belong to, links, and origins that derive from it."""

    appearances: int
    claims: int
    links: int
    derived: int

    @property
    def loss(self) -> str:
        """What deleting it would do, in words; empty when nothing hangs on it."""
        said = []
        if self.appearances:
            of = counted(self.claims, "claim")
            said.append(f"{counted(self.appearances, 'appearance')} of {of} will have no origin")
        if self.links:
            said.append(f"{counted(self.links, 'link')} will have no origin")
        if self.derived:
            said.append(
                f"{counted(self.derived, 'origin')} that {either(self.derived, 'derives', 'derive')} from it will count as first-hand"
            )
        return "; ".join(said)


COLUMNS: Columns = {
    **dict.fromkeys(("name", "aliases", "interest", "anonymous", "derives_from")),
    "kind": OriginKind,
    "reliability": Reliability,
}
"""What `edit` may set."""


class Origins(Noun):
    def all(self) -> Mapping[int, Origin]:
        """The origins by number."""
        return self._views.origins()

    def add(self, new: NewOrigin) -> Changes:
        with self._file.operation(f"Add origin “{words(new.name)}”") as operation:
            insert_origin(operation, new)
        return operation.changes

    def edit(self, origin_id: int, **values: object) -> Changes:
        """Set fields of COLUMNS by name; aliases as a sequence of names. Raises RuleBroken for a circle of derives_from and for
        an alias that is another origin's name."""
        refuse_unknown(values, COLUMNS)
        if "name" in values and not words(str(values["name"] or "")):
            raise RuleBroken("origin", "An origin needs a name.")
        if "anonymous" in values:
            values["anonymous"] = int(bool(values["anonymous"]))
        with self._file.operation(f"Edit origin “{self._name(origin_id)}”") as operation:
            origins = operation.reader.origins()
            _refuse_circle(origins, origin_id, values.get("derives_from"))
            if "name" in values and words(str(values["name"])).casefold() != origins[origin_id].name.casefold():
                _refuse_known({i: o for i, o in origins.items() if i != origin_id}, str(values["name"]))
            if "aliases" in values:
                values["aliases"] = _aliases(origins, origin_id, values["aliases"])
            operation.update("origins", origin_id, **{k: words(v) if type(v) is str and k != "aliases" else v for k, v in values.items()})
        return operation.changes

    def usage(self, origin_id: int) -> Usage:
        """What hangs on an origin."""
        with self._file.read() as reader:
            mine = reader.appearances(origin_id=origin_id)
            derived = sum(o.derives_from == origin_id for o in reader.origins().values())
            return Usage(len(mine), len({a.claim_id for a in mine}), len(reader.evidence(origin_id=origin_id)), derived)

    def merge(self, origin_id: int, into: int) -> Changes:
        """Make one origin of two that are the same: `into` stays, the other's names become its aliases, and whatever cites or
        derives from the other does so from `into`. Refused when `into` derives from the other: that would be a circle."""
        with self._file.operation(f"Merge origin “{self._name(origin_id)}” into “{self._name(into)}”") as operation:
            reader = operation.reader
            origins = reader.origins()
            gone, kept = origins[origin_id], origins[into]
            _refuse_merge(origins, gone, kept)
            for appearance in reader.appearances(origin_id=origin_id):
                operation.update("appearances", appearance.id, origin_id=into)
            for link in reader.evidence(origin_id=origin_id):
                operation.update("evidence", link.id, origin_id=into)
            for child in origins.values():
                if child.derives_from == origin_id:
                    operation.update("origins", child.id, derives_from=into)
            operation.delete("origins", origin_id)
            names = dict.fromkeys((*kept.aliases, gone.name, *gone.aliases))
            parent = kept.derives_from if kept.derives_from is not None else _other_parent(origins, gone, kept)
            operation.update(
                "origins", into, aliases="\n".join(n for n in names if n.casefold() != kept.name.casefold()),
                interest=kept.interest or gone.interest, derives_from=parent,
            )  # fmt: skip
        return operation.changes

    def delete(self, origin_id: int) -> Changes:
        """Delete an origin; appearances and links that cite it stay, without an origin, and what derived from it is a root."""
        with self._file.operation(f"Delete origin “{self._name(origin_id)}”") as operation:
            for appearance in operation.reader.appearances(origin_id=origin_id):
                operation.update("appearances", appearance.id, origin_id=None, origin_basis=None, statement_id=None)
                drop_unused(operation, appearance.statement_id)
            operation.delete("origins", origin_id)
        return operation.changes

    def _name(self, origin_id: int) -> str:
        origins = self.all()
        if origin_id not in origins:
            raise NotFound("such origin")
        return origins[origin_id].name


def insert_origin(operation: Operation, new: NewOrigin, known: Mapping[int, Origin] | None = None) -> int:
    """A new origin's row. `known` are all origins there are, for who has read them already. Raises RuleBroken for a name that is taken."""
    origins = operation.reader.origins() if known is None else known
    name = words(new.name)
    if not name:
        raise RuleBroken("origin", "An origin needs a name.")
    _refuse_known(origins, name)
    return operation.insert(
        "origins", name=name, kind=new.kind, reliability=new.reliability, interest=words(new.interest),
        anonymous=int(new.anonymous), derives_from=new.derives_from,
        aliases=_aliases(origins, 0, new.aliases) if new.aliases else "",
    )  # fmt: skip


def origin_named(operation: Operation, name: str) -> int | None:
    """The origin of that name or alias, made when there is none yet; None for an empty name."""
    wanted = words(name)
    if not wanted:
        return None
    found = known_as(operation.reader.origins(), wanted)
    return found.id if found else insert_origin(operation, NewOrigin(wanted))


def known_as(origins: Mapping[int, Origin], name: str) -> Origin | None:
    """The origin that has this name, else the one that has it as an alias; capitals do not matter."""
    wanted = words(name).casefold()
    by_name = next((o for o in origins.values() if o.name.casefold() == wanted), None)
    return by_name or next((o for o in origins.values() if wanted in {alias.casefold() for alias in o.aliases}), None)


def _refuse_circle(origins: dict[int, Origin], origin_id: int, parent: object) -> None:
    current = parent if isinstance(parent, int) else None
    seen: set[int] = set()
    while current in origins and current not in seen:
        if current == origin_id:
            raise RuleBroken("circular", f"“{origins[origin_id].name}” cannot derive from something that derives from it.")
        seen.add(current)
        current = origins[current].derives_from


def _refuse_merge(origins: Mapping[int, Origin], gone: Origin, kept: Origin) -> None:
    if gone.id == kept.id:
        raise RuleBroken("origin", "An origin cannot be merged into itself.")
    if gone.id in derivation(kept.id, origins):
        why = f"“{kept.name}” derives from “{gone.name}”: merged, it would derive from itself. Merge them the other way."
        raise RuleBroken("circular", why)


def _other_parent(origins: Mapping[int, Origin], gone: Origin, kept: Origin) -> int | None:
    """What the other one derived from, where the one that stays names nothing; none where that goes back to the one that stays."""
    return gone.derives_from if kept.id not in derivation(gone.id, origins) else None


def _aliases(origins: Mapping[int, Origin], origin_id: int, given: object) -> str:
    """Aliases as they are kept, one a line, each once. Raises RuleBroken when one is the name of another origin."""
    assert isinstance(given, (list, tuple))
    own = origins[origin_id].name.casefold() if origin_id in origins else ""
    names = [name for name in dict.fromkeys(words(str(each)) for each in given) if name and name.casefold() != own]
    for name in names:
        _refuse_known({i: o for i, o in origins.items() if i != origin_id}, name)
    return "\n".join(names)


def _refuse_known(others: Mapping[int, Origin], name: str) -> None:
    """Two origins of one name would be counted as two: one source would confirm what it says itself (invariant 3)."""
    if found := known_as(others, name):
        raise RuleBroken("origin", f"“{words(name)}” is a name of “{found.name}” already. If they are the same, merge the two.")
