"""How a history puts fields and values: in the product's words, terms by their labels, ids by what they stand for."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.case.names import Names
from workbench.case.shortening import may_cut
from workbench.domain.changes import Row
from workbench.domain.dates import FIELDS as DATES
from workbench.domain.days import date_words
from workbench.domain.statuses import verdict
from workbench.storage.rows import TERMS

BARE = 24  # letters up to which a value stands without quotation marks
LEAD = 16  # letters before the first that differs, where the beginning of two long texts is the same
CALLED = {
    "as_of": "cut-off", "origin_id": "origin", "derives_from": "derives from", "would_change": "would change it",
    "independent_reason": "why it is independent or not", "url": "address", "media_type": "type of the document", "aliases": "also called",
    "passage_id": "passage", "statement_id": "stated by",
    "article_id": "article", "merged_into": "merged into", "split_from": "split from", "claim_id": "claim",
    "override_reason": "reason of the override", "denied_on": "denied on", "document_sha256": "document", "memo_to": "memo to",
}  # fmt: skip
"""Fields whose name in the file is not what they are called; of the others "_" is a space."""
YES: dict[str, dict[object, str]] = {"independent": {None: "not judged", 0: "no", 1: "yes"}, "anonymous": {0: "no", 1: "yes"}}
NONE = "none"
REASONS = ("reason", "override_reason", "resolution")
"""Fields that are not told again where they are the reason of the step."""


class Wording:
    """Words for rows of a case, in lines that may be cut (case/shortening.py). With `heads` the words of a thing stand before what became
    of it; `why` is a reason that is told beside it, `it` the one thing (subject and number) whose history is told."""

    def __init__(self, names: Names, *, heads: bool = False, why: str = "", it: tuple[str, int] | None = None) -> None:
        self.names, self.heads, self.why, self.it = names, heads, why, it

    def quoted(self, text: object, skip: int = 0) -> str:
        """Words in quotation marks, on one line."""
        return f"“{may_cut(text, skip)}”"

    def value(self, table: str, field: str, value: object) -> str:
        """A value as words without marks, uncut; empty for none."""
        if field in YES:
            return YES[field].get(value, str(value))
        if value is None or value == "":
            return ""
        if isinstance(value, int) and (words := self.linked(field, value)):
            return words
        if terms := TERMS.get(table, {}).get(field):
            return str(getattr(terms.get(str(value)), "label", value))
        text = " ".join(str(value).split())
        return date_words(text) if (table, field) in DATES else text

    def changed(self, table: str, field: str, was: object, now: object) -> str:
        """A value before and after: short ones bare, words in quotation marks, what is empty as "none"."""
        before, after = self.value(table, field, was), self.value(table, field, now)
        short = max(len(before), len(after)) <= BARE or isinstance(was or now, int)
        if short or field in TERMS.get(table, ()) or (table, field) in DATES:
            return f"{before or NONE} → {after or NONE}"
        return self.both(before, after)

    def both(self, before: str, after: str) -> str:
        """Two texts in quotation marks; where they begin alike, what they share is what is cut first."""
        same = next((at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), 0)
        skip = before.rfind(" ", 0, same - LEAD) + 1 if same > LEAD else 0
        return " → ".join(self.quoted(each, skip) if each else NONE for each in (before, after))

    def fields(self, table: str, before: Row, after: Row, skip: Iterable[str], *, told: bool = False) -> list[str]:
        """A line for each field that differs, with what it was and what it became. Fields that are the step's own reason are told only
        where nothing else is; `told` says that something is."""
        differing = sorted(field for field in before.keys() & after.keys() - set(skip) if before[field] != after[field])
        beside = {field for field in REASONS if self.why and after.get(field) == self.why}
        wanted = [field for field in differing if field not in beside]
        lines = wanted if wanted or told else differing
        return [f"{called(field)}: {self.changed(table, field, before[field], after[field])}" for field in lines]

    def name(self, subject: str, number: int) -> str:
        """What a difference is about, as it is shown: "C3"."""
        if subject == "origin":
            return f"Origin {self.quoted(self.names.origin(number))}"
        return {"case": "The case", "claim": f"C{number}", "query": f"Q{number}", "article": f"Ex. {number}"}[subject]

    def words(self, subject: str, number: int) -> str:
        """Which one it is, for whoever does not know the numbers; an origin has its name already."""
        if subject == "article":
            title = self.names.title(number)
            return " ".join(filter(None, (self.names.outlet(number), self.quoted(title) if title else "")))
        said = {"claim": ("claims", "text"), "query": ("discrepancies", "summary")}
        words = str(self.names.row(said[subject][0], number).get(said[subject][1]) or "") if subject in said else ""
        return self.quoted(words) if words else ""

    def head(self, subject: str, number: int) -> str:
        """The name with the words."""
        return f"{self.name(subject, number)} {self.words(subject, number)}".rstrip()

    def claim(self, number: int) -> str:
        """A claim that is pointed to, by number and words."""
        words = self.names.claim(number)
        return f"C{number} {self.quoted(words)}" if words else f"C{number}"

    def origin(self, row: int) -> str:
        return may_cut(self.names.origin(row)) or "an origin that is gone"

    def place(self, article: int | None, passage: int | None) -> str:
        """Where words stand: exhibit, outlet and the words."""
        exhibit, quote = self.names.exhibit(article or self.names.row("passages", passage).get("article_id")), self.names.quote(passage)
        return " ".join(filter(None, (exhibit, self.quoted(quote) if quote else "")))

    def linked(self, field: str, row: int) -> str:
        """What a field points to that holds the number of another row; empty for a field that holds none."""
        if field in ("origin_id", "derives_from"):
            return self.origin(row)
        if field in ("claim_id", "merged_into", "split_from"):
            return self.claim(row)
        if field in ("passage_id", "statement_id"):
            return self.quoted(self.names.quote(row))
        return self.names.exhibit(row) if field == "article_id" else ""

    def stretch(self, row: Row) -> str:
        """The words of a zone or a sentence."""
        words = self.names.words(row["article_id"], row["start"], row["end"])
        return self.quoted(words) if words.strip() else f"{row['start']}–{row['end']}"

    def status(self, row: Row) -> str:
        """The printed word with its basis: "UNCONFIRMED (single origin)"."""
        known, basis = (TERMS["claims"][field].get(row[field]) for field in ("status", "basis"))
        word = verdict(known, basis).label if known else str(row["status"])
        return f"{word} ({basis.label})" if basis else word


def called(field: str) -> str:
    """What a field is called on screen."""
    return CALLED.get(field) or field.replace("_", " ")
