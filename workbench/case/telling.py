"""What became of one row, in words: a function a table. Each gives lines of what they are about (a subject and its number) and a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from workbench.case.shortening import may_cut
from workbench.case.wording import NONE, Wording, called
from workbench.domain.changes import Row

Image = Row | None
Said = Iterator[tuple[str, int, str]]
QUIET = frozenset(
    {"id", "uid", "claim_id", "article_id", "discrepancy_id", "memo_id", "set_by", "seen", "prefix", "suffix", "second_of", "second_head",
     "created_at"}
)  # fmt: skip
"""Fields that say nothing to a reader, or are said otherwise."""
DECIDED = frozenset({"status", "basis"})
READ_ANEW = frozenset({"text_sha256", "original_sha256", "warnings", "reader", "encoding_basis", "media_type", "layout"})


def whichever(before: Image, after: Image) -> Row:
    found = after or before
    assert found is not None
    return found


def _claim(before: Image, after: Image, wording: Wording) -> Said:
    row = whichever(before, after)
    if before is None:
        source = f", split from {wording.claim(row['split_from'])}" if row["split_from"] else ""
        yield "claim", row["id"], f"{_new(row['text'], wording)}, {wording.status(row)}{source}"
    elif after is not None:
        decided = any(before[field] != after[field] for field in DECIDED)
        if decided:
            yield "claim", row["id"], f"status: {wording.status(before)} → {wording.status(after)}"
        if reworded := before["text"] != after["text"]:
            yield "claim", row["id"], f"text: {wording.both(before['text'], after['text'])}"
        for line in wording.fields("claims", before, after, QUIET | DECIDED | {"text"}, told=decided or reworded):
            yield "claim", row["id"], line


def _new(words: str, wording: Wording) -> str:
    return "new" if wording.heads else f"new: {wording.quoted(words)}"


def _appearance(before: Image, after: Image, wording: Wording) -> Said:
    row = whichever(before, after)
    place = wording.place(row["article_id"], row["passage_id"])
    if before is not None and after is not None:
        yield from _moved(before, after, f"appearance in {place}", wording)
        if fields := "; ".join(wording.fields("appearances", before, after, QUIET)):
            yield "claim", row["claim_id"], f"appearance in {place}, {fields}"
    elif row["passage_id"] is None:
        yield "claim", row["claim_id"], f"{'looked for in' if after else 'no longer looked for in'} {place}: not mentioned"
    else:
        yield "claim", row["claim_id"], f"appearance {'added' if after else 'removed'}: {place}{_said_there(row, wording)}"


def _said_there(row: Row, wording: Wording) -> str:
    """What an appearance says and who it has it from."""
    origin = wording.origin(row["origin_id"]) if row["origin_id"] else ""
    basis = f" ({wording.value('appearances', 'origin_basis', row['origin_basis'])})" if origin and row["origin_basis"] else ""
    told = (
        wording.value("appearances", "stance", row["stance"]),
        f"attributed to {may_cut(row['attributed_to'])}" if row["attributed_to"] else "",
        f"from {origin}{basis}" if origin else "",
    )  # fmt: skip
    return "".join(f", {part}" for part in told if part)


def _moved(before: Row, after: Row, what: str, wording: Wording) -> Said:
    """What came from one claim to another, told of both."""
    if before["claim_id"] != after["claim_id"]:
        yield "claim", after["claim_id"], f"{what}, moved here from {wording.claim(before['claim_id'])}"
        yield "claim", before["claim_id"], f"{what}, moved to {wording.claim(after['claim_id'])}"


def _evidence(before: Image, after: Image, wording: Wording) -> Said:
    row = whichever(before, after)
    target = (
        wording.place(row["article_id"], row["passage_id"]) or (row["url"] and may_cut(row["url"]))
        or wording.quoted(row["name"] or row["note"])
    )  # fmt: skip
    if before is not None and after is not None:
        yield from _moved(before, after, f"evidence {target}", wording)
        if fields := "; ".join(wording.fields("evidence", before, after, QUIET)):
            yield "claim", row["claim_id"], f"evidence {target}, {fields}"
    else:
        origin = f", from {wording.origin(row['origin_id'])}" if row["origin_id"] else ""
        relation = wording.value("evidence", "relation", row["relation"])
        yield "claim", row["claim_id"], f"evidence {'added' if after else 'removed'}: {relation}, {target}{origin}"


def _assessment(before: Image, after: Image, wording: Wording) -> Said:
    row = whichever(before, after)
    empty: Row = dict.fromkeys(row, None)
    for line in wording.fields("assessments", before or empty, after or empty, QUIET):
        yield "claim", row["claim_id"], line


def _review(before: Image, after: Image, wording: Wording) -> Said:
    row = whichever(before, after)
    of = wording.names.row("appearances", row["appearance_id"]) or wording.names.row("evidence", row["evidence_id"])
    about = f" of {place}" if (place := wording.place(of.get("article_id"), of.get("passage_id"))) else ""
    if before is not None and after is not None:
        for line in wording.fields("reviews", before, after, QUIET):
            yield "claim", row["claim_id"], f"checker’s word{about}, {line}"
        return
    note = f": {wording.quoted(row['note'])}" if row["note"] else ""
    verdict = wording.value("reviews", "verdict", row["verdict"])
    taken = "" if after else "taken back: "
    yield "claim", row["claim_id"], f"{taken}checker {may_cut(row['checker'])} {verdict}{about}{note}"


def _article(before: Image, after: Image, wording: Wording) -> Said:
    row = whichever(before, after)
    if before is None:
        yield "article", row["id"], f"new: {wording.quoted(row['name'])}"
    elif after is not None:
        if before["text_sha256"] != after["text_sha256"]:
            yield "article", row["id"], "its reading text was read anew"
        elif any(before[name] != after[name] for name in READ_ANEW):
            yield "article", row["id"], "read again, with the same text"
        for line in wording.fields("articles", before, after, QUIET | READ_ANEW):
            yield "article", row["id"], line


def _metadatum(before: Image, after: Image, wording: Wording) -> Said:
    row = whichever(before, after)
    was, now = (image["value"] if image else None for image in (before, after))
    field = row["field"]
    if was != now:
        yield "article", row["article_id"], f"{called(field)}: {wording.changed('metadata_fields', field, was, now)}"
    elif before is not None and after is not None and before["set_by"] != after["set_by"]:
        value = may_cut(wording.value("metadata_fields", field, now)) or "unknown"
        yield "article", row["article_id"], f"{called(field)}: {value}, {wording.value('metadata_fields', 'set_by', after['set_by'])}"


def _passage(before: Image, after: Image, wording: Wording) -> Said:
    if before is not None and after is not None and before["state"] != after["state"]:
        states = wording.changed("passages", "state", before["state"], after["state"])
        yield "article", after["article_id"], f"passage {wording.quoted(after['exact'])}: {states}"


def _zone(before: Image, after: Image, wording: Wording) -> Said:
    """What the analyst says that a stretch is; that a zone is cut back for another is not worth a line."""
    if after is not None and before is None and after["set_by"] == "analyst":
        yield "article", after["article_id"], f"{wording.stretch(after)} is {wording.value('zones', 'kind', after['kind'])}"
    elif before is not None and after is None and before["set_by"] == "analyst":
        yield "article", before["article_id"], f"{wording.stretch(before)} is no longer {wording.value('zones', 'kind', before['kind'])}"


def _checked(before: Image, after: Image, wording: Wording) -> Said:
    row = whichever(before, after)
    kind = wording.value("checked", "kind", row["kind"])
    reason = f": {may_cut(row['reason'])}" if row["reason"] else ""
    yield "article", row["article_id"], f"{wording.stretch(row)} {'' if after else 'no longer '}{kind}{reason}"


def _origin(before: Image, after: Image, wording: Wording) -> Said:
    row = whichever(before, after)
    if before is None:
        kind, grade = (wording.value("origins", field, row[field]) for field in ("kind", "reliability"))
        source = f", derives from {wording.origin(row['derives_from'])}" if row["derives_from"] else ""
        yield "origin", row["id"], f"new: {kind}, reliability {grade}{source}"
    elif after is not None:
        for line in wording.fields("origins", before, after, QUIET):
            yield "origin", row["id"], line


def _query(before: Image, after: Image, wording: Wording) -> Said:
    row = whichever(before, after)
    if before is None:
        kind, severity = (wording.value("discrepancies", field, row[field]) for field in ("type", "severity"))
        summary = "" if wording.heads else f", {wording.quoted(row['summary'])}"
        about = f", about {wording.claim(row['claim_id'])}" if row["claim_id"] and wording.it != ("claim", row["claim_id"]) else ""
        yield "query", row["id"], f"raised: {kind}, {severity}{summary}{about}"
    elif after is not None:
        for line in wording.fields("discrepancies", before, after, QUIET):
            yield "query", row["id"], line
        if before["claim_id"] != after["claim_id"]:
            yield "query", row["id"], f"claim: {wording.changed('discrepancies', 'claim_id', before['claim_id'], after['claim_id'])}"


def _query_passage(before: Image, after: Image, wording: Wording) -> Said:
    row = whichever(before, after)
    if before is None or after is None:
        yield "query", row["discrepancy_id"], f"passage {'added' if after else 'removed'}: {wording.place(None, row['passage_id'])}"
    else:
        for line in wording.fields("discrepancy_passages", before, after, QUIET):
            yield "query", row["discrepancy_id"], f"passage {wording.place(None, row['passage_id'])}, {line}"


def _case(before: Image, after: Image, wording: Wording) -> Said:
    row = whichever(before, after)
    if before is None or after is None:
        title = f": {wording.quoted(row['title'])}" if row["title"] else ""
        yield "case", 0, f"made{title}"
        return
    for line in wording.fields("info", before, after, QUIET):
        yield "case", 0, line


def _search(before: Image, after: Image, wording: Wording) -> Said:
    row = whichever(before, after)
    if before is None or after is None:
        yield (
            "case",
            0,
            f"search {'saved' if after else 'deleted'}: {wording.quoted(row['name'])}, {may_cut(row['query']) or NONE}",
        )
        return
    for line in wording.fields("searches", before, after, QUIET):
        yield "case", 0, f"saved search {wording.quoted(row['name'])}, {line}"


def _dismissal(before: Image, after: Image, wording: Wording) -> Said:
    row = whichever(before, after)
    kind = wording.value("dismissals", "type", row["type"])
    if before is None or after is None:
        why = f": {may_cut(row['reason'])}" if row["reason"] else ""
        yield "case", 0, f"finding ({kind}) {'dismissed' if after else 'no longer dismissed'}{why}"
        return
    for line in wording.fields("dismissals", before, after, QUIET):
        yield "case", 0, f"dismissed finding, {line}"


def _memo(before: Image, after: Image, wording: Wording) -> Said:
    if before is None or after is None:
        yield "case", 0, f"v{whichever(before, after)['id']} {'' if after else 'no longer '}put up for signing"
        return
    for line in wording.fields("memos", before, after, QUIET):
        yield "case", 0, f"v{after['id']}, {line}"


def _signature(before: Image, after: Image, wording: Wording) -> Said:
    row = whichever(before, after)
    taken = "" if after else "taken back: "
    yield (
        "case",
        0,
        f"{taken}v{row['memo_id']} signed by {may_cut(row['name'])} as {wording.value('sign_offs', 'role', row['role'])}",
    )


def _takedown(_: Image, after: Image, wording: Wording) -> Said:
    if after:
        yield "case", 0, f"Ex. {after['exhibit']} {wording.quoted(after['name'])} erased for good: {may_cut(after['reason'])}"


WORDS: dict[str, Callable[[Image, Image, Wording], Said]] = {
    "claims": _claim, "appearances": _appearance, "evidence": _evidence, "assessments": _assessment, "reviews": _review,
    "articles": _article, "metadata_fields": _metadatum, "passages": _passage, "zones": _zone, "checked": _checked, "origins": _origin,
    "discrepancies": _query, "discrepancy_passages": _query_passage, "info": _case, "searches": _search,
    "dismissals": _dismissal, "memos": _memo,
    "sign_offs": _signature, "takedowns": _takedown,
}  # fmt: skip
"""How what became of a row is told, by its table."""
