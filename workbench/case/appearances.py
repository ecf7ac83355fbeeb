"""Appearances: a claim in an article, with stance, attribution and origin."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

from workbench.case.merging import refuse_merged, reviews_follow
from workbench.case.noun import TRANSLATION, Columns, Noun, refuse_unknown, words
from workbench.case.origins import origin_named
from workbench.case.passages import Mark, drop_unused, keep_passage
from workbench.case.statements import origin_columns, refuse_unstated, update_origin
from workbench.domain.changes import Changes
from workbench.domain.entities import Appearance
from workbench.domain.errors import RuleBroken
from workbench.domain.vocabulary import OriginBasis, PassageState, Stance
from workbench.storage import Operation, Reader


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said it, how, and where it comes from. `origin` is a name; `origin_id` wins when given.

    `statement` are the words of the article that say so. Without them and without a basis they are looked for; where there are none,
    the origin is inferred.
    """

    stance: Stance = Stance.ASSERTS
    attributed_to: str = ""
    verb: str = ""
    hedge: str = ""
    via: str = ""
    origin: str = ""
    origin_id: int | None = None
    origin_basis: OriginBasis | None = None
    statement: Mark | None = None


PLAIN = Attribution()
COLUMNS: Columns = {
    **dict.fromkeys(("attributed_to", "verb", "hedge", "via", "origin", "origin_id", "statement", *TRANSLATION)),
    "stance": Stance,
    "origin_basis": OriginBasis,
}
"""What `edit` may set."""


class Appearances(Noun):
    def of(self, claim_id: int) -> list[Appearance]:
        """The appearances of a claim; none for one that has gone or was merged."""
        return [appearance for view in self._views.claims(frozenset({claim_id})) for appearance in view.appearances]

    def all(self) -> list[Appearance]:
        with self._file.read() as reader:
            return reader.appearances()

    def add(self, claim_id: int, mark: Mark, attribution: Attribution = PLAIN) -> Changes:
        """Mark a passage as a further appearance. The same passage for the same claim twice is refused."""
        with self._file.operation(f"Mark an appearance of C{claim_id}") as operation:
            insert_appearance(operation, claim_id, mark, attribution)
        return operation.changes

    def not_mentioned(self, claim_id: int, article_id: int) -> Changes:
        """Record that the claim was looked for in an article and is not there. Refused when the article has it."""
        with self._file.operation(f"C{claim_id} is not mentioned in Ex. {article_id}") as operation:
            reader = operation.reader
            claim = reader.claim(claim_id)
            refuse_merged(claim)
            if reader.appearances(claim_id=claim_id, article_id=article_id):
                raise RuleBroken("not-mentioned", f"Ex. {article_id} has an entry for C{claim_id} already.")
            operation.insert(
                "appearances", claim_id=claim_id, article_id=article_id, stance=Stance.NOT_MENTIONED, looked_by=self._file.who(),
                looked_at=datetime.now(UTC).isoformat(timespec="seconds"), looked_for=words_digest(claim.text),
            )  # fmt: skip
        return operation.changes

    def edit(self, appearance_id: int, **values: object) -> Changes:
        """Set fields of COLUMNS by name; `origin` takes a name and makes the origin when it is new, `statement` the Mark of the words
        that state it. Raises RuleBroken, also for "stated" where no words of the article state it."""
        refuse_unknown(values, COLUMNS)
        appearance = self._get(appearance_id)
        if "stance" in values and (appearance.passage_id is None) != (values["stance"] == Stance.NOT_MENTIONED):
            raise RuleBroken(
                "not-mentioned", "“Not mentioned” has no passage, every other stance has one. Delete this entry and make a new one."
            )
        with self._file.operation(f"Edit an appearance of C{appearance.claim_id}") as operation:
            update_origin(operation, appearance, _columns(operation, appearance, values))
        return operation.changes

    def move(self, appearance_id: int, mark: Mark) -> Changes:
        """Let an appearance begin or end elsewhere in its article. The text stays as it is."""
        appearance = self._marked(appearance_id)
        with self._file.operation(f"Move the ends of an appearance of C{appearance.claim_id}") as operation:
            passage_id = _free_passage(operation, appearance, mark, appearance_id)
            operation.update("appearances", appearance_id, passage_id=passage_id)
            if passage_id != appearance.passage_id:
                drop_unused(operation, appearance.passage_id)
        return operation.changes

    def accept_place(self, appearance_id: int) -> Changes:
        """Say that a mark which moved when its article was read again is right where it is now. Raises RuleBroken for one that did not
        move, or that has no place any more."""
        appearance = self._marked(appearance_id)
        with self._file.operation(f"The mark of C{appearance.claim_id} in Ex. {appearance.article_id} is right where it is") as operation:
            passage = operation.reader.passages(id=appearance.passage_id)[appearance.passage_id or 0]
            if passage.state is not PassageState.MOVED:
                raise RuleBroken("appearance", "This mark has not moved since its article was read again.")
            operation.update("passages", passage.id, state=PassageState.EXACT)
        return operation.changes

    def carry(self, appearance_id: int, claim_id: int) -> Changes:
        """Let an appearance belong to another claim; stance, attribution and origin stay with it."""
        appearance = self._get(appearance_id)
        with self._file.operation(f"Move an appearance from C{appearance.claim_id} to C{claim_id}") as operation:
            reader = operation.reader
            refuse_merged(reader.claim(claim_id))
            _refuse_second(reader, claim_id, appearance)
            operation.delete_where("appearances", claim_id=claim_id, article_id=appearance.article_id, stance=Stance.NOT_MENTIONED)
            operation.update("appearances", appearance_id, claim_id=claim_id)
            reviews_follow(operation, reader, claim_id, appearance_id=appearance_id)
        return operation.changes

    def split(self, appearance_id: int, position: int) -> Changes:
        """Make two appearances of one, parted at a position inside it; both keep stance, attribution and origin."""
        appearance = self._marked(appearance_id)
        with self._file.operation(f"Split an appearance of C{appearance.claim_id}") as operation:
            passage = operation.reader.passages(id=appearance.passage_id)[appearance.passage_id or 0]
            if not passage.place or not passage.anchor.start < position < passage.anchor.end:
                raise RuleBroken("appearance", "Put the cursor inside the mark, where it is to be parted.")
            first = _free_passage(operation, appearance, Mark(appearance.article_id, passage.anchor.start, position), appearance_id)
            second = _free_passage(operation, appearance, Mark(appearance.article_id, position, passage.anchor.end), appearance_id)
            operation.update("appearances", appearance_id, passage_id=first)
            operation.insert("appearances", passage_id=second, **_kept_fields(appearance))
            drop_unused(operation, appearance.passage_id)
        return operation.changes

    def join(self, appearance_ids: list[int]) -> Changes:
        """Make one appearance of several of the same claim and article: from the first one's start to the last one's end."""
        found = [self._get(each) for each in appearance_ids]
        if len(set(appearance_ids)) < 2 or len({(a.claim_id, a.article_id) for a in found}) != 1 or not all(a.passage_id for a in found):
            raise RuleBroken("appearance", "There is nothing to join here: it takes two marks of one claim.")
        with self._file.operation(f"Join {len(found)} appearances of C{found[0].claim_id}") as operation:
            passages = operation.reader.passages(id=[a.passage_id for a in found if a.passage_id])
            if not all(p.place for p in passages.values()):
                raise RuleBroken("appearance", "The words of one of them are no longer in the text: mark their place anew first.")
            start = min(p.anchor.start for p in passages.values())
            end = max(p.anchor.end for p in passages.values())
            joined = _free_passage(operation, found[0], Mark(found[0].article_id, start, end), *(a.id for a in found))
            operation.delete("appearances", *(a.id for a in found[1:]))
            operation.update("appearances", found[0].id, passage_id=joined)
            for passage_id in passages:
                drop_unused(operation, passage_id)
        return operation.changes

    def set_origin(self, claim_id: int, name: str, appearance_ids: frozenset[int] | None = None) -> Changes:
        """Give one origin to the carrying appearances of a claim (or to those named that have a passage): stated where words of the
        article say so, else inferred."""
        with self._file.operation(f"Origin of C{claim_id}: {words(name) or 'none'}") as operation:
            refuse_merged(operation.reader.claim(claim_id))
            origin_id = origin_named(operation, name)
            for appearance in operation.reader.appearances(claim_id=claim_id):
                wanted = appearance.id in appearance_ids if appearance_ids is not None else appearance.carries
                if wanted and appearance.passage_id:
                    place = (appearance.article_id, appearance.passage_id)
                    update_origin(operation, appearance, origin_columns(operation, *place, origin_id, None, None))
        return operation.changes

    def delete(self, appearance_id: int) -> Changes:
        appearance = self._get(appearance_id)
        with self._file.operation(f"Delete an appearance of C{appearance.claim_id}") as operation:
            operation.delete("appearances", appearance_id)
            drop_unused(operation, appearance.passage_id)
            drop_unused(operation, appearance.statement_id)
        return operation.changes

    def _get(self, appearance_id: int) -> Appearance:
        with self._file.read() as reader:
            return reader.appearance(appearance_id)

    def _marked(self, appearance_id: int) -> Appearance:
        """An appearance that has a passage. Raises RuleBroken for "not mentioned", which has none to be moved or parted."""
        appearance = self._get(appearance_id)
        if appearance.passage_id is None:
            raise RuleBroken("not-mentioned", f"Ex. {appearance.article_id} was looked through and has no mark of C{appearance.claim_id}.")
        return appearance


def _free_passage(operation: Operation, appearance: Appearance, mark: Mark, *mine: int) -> int:
    """The passage at a mark. Raises RuleBroken where it is an appearance of the same claim already, other than `mine`."""
    if mark.article_id != appearance.article_id:
        raise RuleBroken("appearance", f"That mark stands in Ex. {appearance.article_id}; in another article it would be another one.")
    passage_id = keep_passage(operation, mark)
    others = operation.reader.appearances(claim_id=appearance.claim_id, passage_id=passage_id)
    if any(other.id not in mine for other in others):
        raise RuleBroken("appearance", f"That passage is an appearance of C{appearance.claim_id} already.")
    return passage_id


def _refuse_second(reader: Reader, claim_id: int, appearance: Appearance) -> None:
    """Refuse to carry what the claim has already; and "not mentioned" where it has an entry for the article."""
    if appearance.passage_id and reader.appearances(claim_id=claim_id, passage_id=appearance.passage_id):
        raise RuleBroken("appearance", f"That passage is an appearance of C{claim_id} already.")
    if appearance.passage_id is None and reader.appearances(claim_id=claim_id, article_id=appearance.article_id):
        raise RuleBroken("not-mentioned", f"Ex. {appearance.article_id} has an entry for C{claim_id} already.")


def insert_appearance(operation: Operation, claim_id: int, mark: Mark, attribution: Attribution) -> int:
    if attribution.stance is Stance.NOT_MENTIONED:
        raise RuleBroken("not-mentioned", "“Not mentioned” has no passage, every other stance has one.")
    passage_id = keep_passage(operation, mark)
    reader = operation.reader
    refuse_merged(reader.claim(claim_id))
    if reader.appearances(claim_id=claim_id, passage_id=passage_id):
        raise RuleBroken("appearance", f"That passage is an appearance of C{claim_id} already.")
    operation.delete_where("appearances", claim_id=claim_id, article_id=mark.article_id, stance=Stance.NOT_MENTIONED)
    origin_id = attribution.origin_id or origin_named(operation, attribution.origin)
    place = (mark.article_id, passage_id)
    known = origin_columns(operation, *place, origin_id, attribution.origin_basis, attribution.statement)
    return operation.insert(
        "appearances", claim_id=claim_id, article_id=mark.article_id, passage_id=passage_id, stance=attribution.stance,
        attributed_to=words(attribution.attributed_to), verb=words(attribution.verb), hedge=words(attribution.hedge),
        via=words(attribution.via), **known,
    )  # fmt: skip


def _kept_fields(appearance: Appearance) -> dict[str, object]:
    """What a second appearance takes over from the one it was part of."""
    names = ("claim_id", "article_id", "stance", "attributed_to", "verb", "hedge", "via", "origin_id", "origin_basis", "statement_id")
    return {name: getattr(appearance, name) for name in names}


def words_digest(text: str) -> str:
    """SHA-256, hex, of a claim's words: what was looked for in an article."""
    return hashlib.sha256(text.encode()).hexdigest()


def _columns(operation: Operation, appearance: Appearance, values: dict[str, object]) -> dict[str, object]:
    """The columns of an appearance for fields that are set by name."""
    about = ("origin", "origin_id", "origin_basis", "statement")
    columns = {name: words(value) if type(value) is str else value for name, value in values.items() if name not in about}
    if not any(name in values for name in about):
        return columns
    if "origin" in values:
        origin_id = origin_named(operation, str(values["origin"] or ""))
    else:
        origin_id = values.get("origin_id", appearance.origin_id)  # type: ignore[assignment]
    basis, statement = values.get("origin_basis"), values.get("statement")
    same = origin_id == appearance.origin_id and basis is OriginBasis.STATED and statement is None
    if same and appearance.statement_id is not None:
        return columns | {"origin_basis": basis}
    assert statement is None or isinstance(statement, Mark)
    known = OriginBasis(str(basis)) if basis else None
    about_origin = origin_columns(operation, appearance.article_id, appearance.passage_id, origin_id, known, statement)
    refuse_unstated(appearance.article_id, known, about_origin)
    return columns | about_origin
