"""What is different between two steps of a case, in words: the net of every edit between them, by claim, article, query and origin.

Pure: journal edits in, words out. What was changed and changed back does not appear. One step is told in the same words as many.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from workbench.case.shortening import written
from workbench.case.telling import WORDS, Image, whichever
from workbench.case.wording import Wording
from workbench.domain.changes import Edit
from workbench.domain.plurals import counted

SUBJECTS = {"case": 0, "claim": 1, "query": 2, "article": 3, "origin": 4}
"""What a difference can be about, in the order of a report."""
GONE = "deleted"
ENDED = {"claims": "claim", "articles": "article", "origins": "origin", "discrepancies": "query"}
COUNTED = {"zones": ("zone", "set or changed"), "checked": ("sentence", "checked off or set aside")}
OF_AN_ARTICLE = frozenset({*COUNTED, "metadata_fields", "passages"})
Key = tuple[str, object]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is different: what it is (a key of SUBJECTS), its number, its name as shown ("C3"), a line a difference, and the
    words that say which one it is, in quotation marks."""

    subject: str
    id: int
    name: str
    lines: tuple[str, ...]
    words: str = ""

    @property
    def head(self) -> str:
        """The name with the words."""
        return f"{self.name} {self.words}".rstrip()

    def written(self, longest: int) -> Difference:
        """The same with no value longer than so many letters."""
        lines = tuple(written(line, longest) for line in self.lines)
        return replace(self, name=written(self.name, longest), lines=lines, words=written(self.words, longest))


def differences(edits: Iterable[Edit], wording: Wording, *, counting: bool = True) -> list[Difference]:
    """The net of these edits (oldest first) in words, still to be written; nothing for what ended as it began.

    `counting` tells zones and sentences by their number alone, and of what was deleted nothing but that; else each is told, with what
    hung on it.
    """
    net = _net(edits)
    lines: dict[tuple[str, int], dict[str, None]] = {}
    for subject, number, line in _ended(net, wording):
        lines[subject, number] = {line: None}
    gone = frozenset(lines)
    for subject, number, line in _told(net, wording, counting=counting):
        if not (counting and (subject, number) in gone):
            lines.setdefault((subject, number), {}).setdefault(line)
    found = [Difference(s, n, wording.name(s, n), tuple(said), wording.words(s, n)) for (s, n), said in lines.items()]
    return sorted(found, key=lambda one: (SUBJECTS[one.subject], one.id))


def _net(edits: Iterable[Edit]) -> dict[Key, tuple[str, Image, Image]]:
    """For every row touched: its table, and how it was before the first edit and after the last, unless these are the same. A field of
    metadata is one thing, whatever row holds it."""
    ends: dict[Key, tuple[str, Image, Image]] = {}
    for table, before, after in edits:
        row = whichever(before, after)
        key = (table, (row["article_id"], row["field"]) if table == "metadata_fields" else row["id"])
        ends[key] = (table, ends[key][1] if key in ends else before, after)
    return {key: told for key, told in ends.items() if told[1] != told[2]}


def _ended(net: Mapping[Key, tuple[str, Image, Image]], wording: Wording) -> Iterable[tuple[str, int, str]]:
    """What was deleted: first of all that it was, and what it was."""
    for table, before, after in net.values():
        if table in ENDED and before is not None and after is None:
            was = before.get("text") or before.get("name") or before.get("summary")
            yield ENDED[table], before["id"], GONE if wording.heads else f"{GONE}; it was {wording.quoted(was)}"


def _told(net: Mapping[Key, tuple[str, Image, Image]], wording: Wording, *, counting: bool) -> Iterable[tuple[str, int, str]]:
    whole = {
        whichever(before, after)["id"] for table, before, after in net.values() if table == "articles" and (before is None or after is None)
    }
    counts: dict[tuple[int, str], int] = {}
    for table, before, after in net.values():
        article = whichever(before, after)["article_id"] if table in OF_AN_ARTICLE else 0
        if article in whole:
            continue  # what came or went with an article is told with it
        if counting and table in COUNTED:
            counts[article, table] = counts.get((article, table), 0) + 1
        else:
            yield from WORDS[table](before, after, wording)
    for (article, table), count in counts.items():
        what, how = COUNTED[table]
        yield "article", article, f"{counted(count, what)} {how}"
