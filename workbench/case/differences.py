"""What is different between two steps of a case, in words: the net of every edit between them, by claim, article, query and origin.

Pure: journal edits in, words out. What was changed and changed back does not appear.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from workbench.domain.changes import Edit, Row
from workbench.domain.vocabulary import Basis, Status, verdict

Named = Mapping[int, str]
Image = Row | None
LONGEST = 90  # letters of a quotation or a text in a line
BARE = 24  # letters up to which a value stands without quotation marks
SUBJECTS = {"case": 0, "claim": 1, "query": 2, "article": 3, "origin": 4}
"""What a difference can be about, in the order of a report."""
DECIDED = ("status", "basis")
QUIET = frozenset(
    {"id", "as_of", "claim_id", "article_id", "passage_id", "discrepancy_id", "memo_id", "set_by", "seen", "prefix", "suffix"}
)
COUNTED = {"zones": ("zone", "set or changed"), "checked": ("sentence", "checked off or set aside")}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is different: what it is (a key of SUBJECTS), its number, its name as shown ("C3"), and a line a difference."""

    subject: str
    id: int
    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """What ids are called: quotations by passage, names by origin. What the edits themselves bring need not be in it."""

    quotes: Named
    origins: Named


def differences(edits: Iterable[Edit], names: Names) -> list[Difference]:
    """The net of these edits (oldest first) in words; nothing for what ended as it began."""
    net = _net(edits)
    known = _with_edited(net, names)
    lines: dict[tuple[str, int], list[str]] = {}
    counts: dict[tuple[str, int, str], int] = {}
    for (table, _), (before, after) in net.items():
        if table in COUNTED:
            key = ("article", _either(before, after)["article_id"], table)
            counts[key] = counts.get(key, 0) + 1
        elif table in WORDS:
            subject, number, said = WORDS[table](before, after, known)
            lines.setdefault((subject, number), []).extend(said)
    for (subject, number, table), count in counts.items():
        what, how = COUNTED[table]
        lines.setdefault((subject, number), []).append(f"{count} {what}{'' if count == 1 else 's'} {how}")
    ended = _ended(net)
    found = [
        Difference(s, n, _name(s, n, known), tuple(ended.get((s, n)) or dict.fromkeys(said))) for (s, n), said in lines.items() if said
    ]
    return sorted(found, key=lambda one: (SUBJECTS[one.subject], one.id))


def _net(edits: Iterable[Edit]) -> dict[tuple[str, int], tuple[Image, Image]]:
    """For every row touched: as it was before the first edit and after the last, unless these are the same."""
    ends: dict[tuple[str, int], tuple[Image, Image]] = {}
    for table, before, after in edits:
        key = (table, _either(before, after)["id"])
        ends[key] = (ends[key][0] if key in ends else before, after)
    return {key: (before, after) for key, (before, after) in ends.items() if before != after}


def _either(before: Image, after: Image) -> Row:
    found = after or before
    assert found is not None
    return found


def _with_edited(net: Mapping[tuple[str, int], tuple[Image, Image]], names: Names) -> Names:
    """Names, with those of rows that have come or gone between."""
    quotes, origins = dict(names.quotes), dict(names.origins)
    for (table, row), (before, after) in net.items():
        if table == "passages":
            quotes[row] = str(_either(before, after)["exact"])
        elif table == "origins":
            origins[row] = str(_either(before, after)["name"])
    return Names(quotes, origins)


def _ended(net: Mapping[tuple[str, int], tuple[Image, Image]]) -> dict[tuple[str, int], tuple[str, ...]]:
    """What was deleted: one line each, whatever else happened to it or hung on it."""
    subjects = {"claims": "claim", "articles": "article", "origins": "origin", "discrepancies": "query"}
    return {
        (subjects[table], row): (f"deleted; it was {_quoted(before.get('text') or before.get('name') or before.get('summary'))}",)
        for (table, row), (before, after) in net.items()
        if table in subjects and before is not None and after is None
    }


def _name(subject: str, number: int, names: Names) -> str:
    if subject == "origin":
        return f"Origin {_quoted(names.origins.get(number, ''))}"
    return {"case": "The case", "claim": f"C{number}", "query": f"Q{number}", "article": f"Ex. {number}"}[subject]


def _quoted(text: object) -> str:
    words = " ".join(str(text or "").split())
    return f"“{words}”" if len(words) <= LONGEST else f"“{words[: LONGEST - 1].rstrip()}…”"


def _plain(value: object) -> str:
    return "none" if value is None or value == "" else str(value).replace("_", " ")


def _fields(before: Row, after: Row, skip: Iterable[str] = ()) -> list[str]:
    """A line for each field that differs: short values bare, words in quotation marks."""
    said = []
    for field in sorted(before.keys() & after.keys() - QUIET - set(skip)):
        was, now = before[field], after[field]
        if was != now:
            said.append(f"{field.replace('_', ' ')}: {shown_change(was, now)}")
    return said


def shown_change(was: object, now: object) -> str:
    """A value before and after: short ones bare, words in quotation marks, what is empty as "none"."""
    bare = max(len(str(was or "")), len(str(now or ""))) <= BARE
    show = _plain if bare else lambda value: _quoted(value) if value else "none"
    return f"{show(was)} → {show(now)}"


def _status(row: Row) -> str:
    """The printed word with its basis: "UNCONFIRMED (single origin)"."""
    basis = Basis(row["basis"]) if row["basis"] else None
    word = verdict(Status(row["status"]), basis).label
    return f"{word} ({basis.label})" if basis else word


Said = tuple[str, int, list[str]]


def _claim(before: Image, after: Image, _: Names) -> Said:
    row = _either(before, after)
    if before is None or after is None:
        return "claim", row["id"], [f"new: {_quoted(row['text'])}, {_status(row)}"]
    said = [] if all(before[f] == after[f] for f in DECIDED) else [f"{_status(before)} → {_status(after)}"]
    if before["text"] != after["text"]:
        said.append(f"text: {_quoted(before['text'])} → {_quoted(after['text'])}")
    if after.get("merged_into") and not before.get("merged_into"):
        said.append(f"merged into C{after['merged_into']}")
    return "claim", row["id"], said + _fields(before, after, (*DECIDED, "text", "merged_into", "split_from"))


def _appearance(before: Image, after: Image, names: Names) -> Said:
    row = _either(before, after)
    where = f"Ex. {row['article_id']}"
    quote = _quoted(names.quotes.get(row["passage_id"], "")) if row["passage_id"] else ""
    if row["passage_id"] is None:
        return "claim", row["claim_id"], [f"{'looked for in' if after else 'no longer looked for in'} {where}: not mentioned"]
    if before is None or after is None:
        said = f"appearance {'added' if after else 'removed'} in {where}: {_plain(row['stance'])} {quote}"
        origin = names.origins.get(row["origin_id"]) if row["origin_id"] else None
        return "claim", row["claim_id"], [said + (f", from {origin}" if origin and after else "")]
    said_of = _fields(before, after, ("origin_id",))
    if before["passage_id"] != after["passage_id"]:
        said_of.append(f"now marks {quote}")
    if before["origin_id"] != after["origin_id"]:
        said_of.append(f"origin: {_origin_of(before, names)} → {_origin_of(after, names)}")
    if before["claim_id"] != after["claim_id"]:
        said_of.append(f"moved here from C{before['claim_id']}")
    return "claim", row["claim_id"], [f"appearance in {where}, {line}" for line in said_of]


def _origin_of(row: Row, names: Names) -> str:
    return names.origins.get(row["origin_id"], "none") if row["origin_id"] else "none"


def _evidence(before: Image, after: Image, names: Names) -> Said:
    row = _either(before, after)
    target = (
        _quoted(names.quotes.get(row["passage_id"], "")) if row["passage_id"] else row["url"] or row["name"] or _quoted(row["note"])
    ) or f"Ex. {row['article_id']}"
    if before is None or after is None:
        return "claim", row["claim_id"], [f"evidence {'added' if after else 'removed'}: {_plain(row['relation'])}, {target}"]
    said = _fields(before, after, ("origin_id",))
    if before["origin_id"] != after["origin_id"]:
        said.append(f"origin: {_origin_of(before, names)} → {_origin_of(after, names)}")
    return "claim", row["claim_id"], [f"evidence {target}, {line}" for line in said]


def _assessment(before: Image, after: Image, _: Names) -> Said:
    row = _either(before, after)
    empty: Row = dict.fromkeys(row, None)
    return "claim", row["claim_id"], _fields(before or empty, after or empty)


def _review(before: Image, after: Image, _: Names) -> Said:
    row = _either(before, after)
    note = f": {row['note']}" if row["note"] else ""
    return "claim", row["claim_id"], [f"checker {row['checker']} {row['verdict']}{note}" if after else "a checker's remark taken back"]


def _article(before: Image, after: Image, _: Names) -> Said:
    row = _either(before, after)
    if before is None or after is None:
        return "article", row["id"], [f"new: {_quoted(row['name'])}"]
    replaced = ["its reading text was read anew"] if before["text_sha256"] != after["text_sha256"] else []
    return "article", row["id"], replaced + _fields(before, after, ("text_sha256", "original_sha256", "warnings"))


def _metadatum(before: Image, after: Image, _: Names) -> Said:
    row = _either(before, after)
    was, now = (image["value"] if image else None for image in (before, after))
    same = was == now or before is None  # what came with the article is told with the article
    return "article", row["article_id"], [] if same else [f"{_plain(row['field'])}: {_quoted(was)} → {_quoted(now)}"]


def _passage(before: Image, after: Image, _: Names) -> Said:
    row = _either(before, after)
    moved = before is not None and after is not None and before["state"] != after["state"]
    said = [f"passage {_quoted(row['exact'])}: {_plain(before['state'])} → {_plain(row['state'])}"] if moved and before else []
    return "article", row["article_id"], said


def _origin(before: Image, after: Image, names: Names) -> Said:
    row = _either(before, after)
    if before is None or after is None:
        return "origin", row["id"], [f"new: {_plain(row['kind'])}, reliability {row['reliability']}"]
    said = _fields(before, after, ("derives_from",))
    if before["derives_from"] != after["derives_from"]:
        was, now = (names.origins.get(image["derives_from"] or 0, "none") for image in (before, after))
        said.append(f"derives from: {was} → {now}")
    return "origin", row["id"], said


def _query(before: Image, after: Image, _: Names) -> Said:
    row = _either(before, after)
    if before is None or after is None:
        return "query", row["id"], [f"raised: {_plain(row['type'])}, {_quoted(row['summary'])}, {_plain(row['state'])}"]
    return "query", row["id"], _fields(before, after)


def _case(before: Image, after: Image, _: Names) -> Said:
    return "case", 0, _fields(before, after, ("as_of",)) + _cut_off(before, after) if before and after else []


def _cut_off(before: Row, after: Row) -> list[str]:
    was, now = before["as_of"], after["as_of"]
    return [f"cut-off: {was or 'none'} → {now or 'none'}"] if was != now else []


def _memo(_: Image, after: Image, __: Names) -> Said:
    return "case", 0, [f"v{after['id']} put up for signing"] if after else []


def _signature(_: Image, after: Image, __: Names) -> Said:
    return "case", 0, [f"v{after['memo_id']} signed by {after['name']} as {after['role']}"] if after else []


def _takedown(_: Image, after: Image, __: Names) -> Said:
    return "case", 0, [f"Ex. {after['exhibit']} erased for good: {after['reason']}"] if after else []


WORDS: dict[str, Callable[[Image, Image, Names], Said]] = {
    "claims": _claim, "appearances": _appearance, "evidence": _evidence, "assessments": _assessment, "reviews": _review,
    "articles": _article, "metadata_fields": _metadatum, "passages": _passage, "origins": _origin, "discrepancies": _query,
    "info": _case, "memos": _memo, "sign_offs": _signature, "takedowns": _takedown,
}  # fmt: skip
