"""The index against a plain scan: every document that a scan of the texts finds is found, no other, and every mark is right.

The scan shares the analyser (words, folding, stems) and nothing else: loops over words instead of postings.
"""

from __future__ import annotations

import re
import tempfile
from itertools import product
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from workbench.search import IndexDocument, Tree, WhooshIndex, show
from workbench.search.analyser import query_words, tokens
from workbench.search.languages import language_tag, stems
from workbench.search.tree import And, Dates, Field, Fuzzy, Key, Near, Not, Or, Phrase, Prefix, Wildcard, Word, conjunction, disjunction

VOCABULARY = [
    "envoy",
    "envoys",
    "Envoyé",
    "summon",
    "summoned",
    "summons",
    "boats",
    "boat",
    "1,500",
    "1500",
    "MiG-29",
    "부산항",
    "부산",
    "항",
    "Korinna’s",
    "hull",
]
TYPED = ["envoy", "envoys", "summon", "boats", "1,500", "mig-29", "부산", "항", "korinna", "hull"]
LANGUAGES = ["en", "fr", "ko", ""]
texts = st.lists(st.sampled_from(VOCABULARY), max_size=12).map(" ".join)
documents = st.builds(
    lambda kind, text, title, language, day, zones: (kind, text, title, language, day, zones),
    st.sampled_from(["article", "claim", "note"]),
    texts,
    texts,
    st.sampled_from(LANGUAGES),
    st.sampled_from(["", "2024-01-05", "2024-01", "2024-01-03/2024-01-09"]),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 60), st.sampled_from(["headline", "body"])), max_size=2),
)
words = st.sampled_from(TYPED)
leaves = (
    words.map(Word)
    | words.map(lambda text: Word(text, exact=True))
    | st.lists(words, min_size=1, max_size=3).map(lambda some: Phrase(" ".join(some)))
    | st.builds(
        lambda some, distance: Near(" ".join(some), distance), st.lists(words, min_size=1, max_size=3, unique=True), st.integers(0, 3)
    )
    | st.sampled_from(["env", "summon", "15", "부", "mig-2"]).map(Prefix)
    | st.sampled_from(["env?y", "s*ed", "*oat*", "?ull"]).map(Wildcard)
    | st.builds(Fuzzy, st.sampled_from(["envoy", "summon", "boats"]), st.just(1))
    | st.just(Fuzzy("summoned", 2))
    | words.map(lambda text: Field("title", Word(text)))
    | st.sampled_from([Key("in", "claim"), Key("lang", "fr"), Key("zone", "headline"), Dates("2024-01-04", ""), Dates("", "2024-01-02")])
)
trees: st.SearchStrategy[Tree] = st.recursive(
    leaves,
    lambda below: (
        below.map(Not) | st.lists(below, min_size=2, max_size=3).map(conjunction) | st.lists(below, min_size=2, max_size=3).map(disjunction)
    ),
    max_leaves=5,
)


class Scan:
    """One document, read word by word."""

    def __init__(self, document: IndexDocument) -> None:
        self.document = document
        self.tag = language_tag(document.language, document.text)

    def fits(self, tree: Tree, zones: tuple[str, ...] = ()) -> bool:
        if isinstance(tree, And):
            zones += tuple(child.value for child in tree.children if isinstance(child, Key) and child.field == "zone")
            return all(self.fits(child, zones) for child in tree.children)
        if isinstance(tree, Or):
            return any(self.fits(child, zones) for child in tree.children)
        if isinstance(tree, Not):
            return not self.fits(tree.child, zones)
        if isinstance(tree, Key):
            return self.has_key(tree)
        if isinstance(tree, Dates):
            return self.published(tree)
        if isinstance(tree, Field):
            return bool(self.places(tree.of, self.document.title))
        return any(all(self.in_zone(at, zone) for zone in zones) for at in self.places(tree, self.document.text))

    def has_key(self, key: Key) -> bool:
        if key.field == "zone":
            return any(self.words_of(zone) and zone[2] == key.value for zone in self.document.zones)
        return {"in": self.document.kind, "lang": self.document.language}[key.field] == key.value

    def published(self, dates: Dates) -> bool:
        first, last = {"": ("", ""), "2024-01": ("2024-01-01", "2024-01-31")}.get(
            self.document.published, (self.document.published[:10], self.document.published[-10:])
        )
        return bool(first) and last >= dates.first and (not dates.last or first <= dates.last)

    def words_of(self, zone: tuple[int, int, str]) -> list[int]:
        return [at for at, token in enumerate(tokens(self.document.text)) if zone[0] <= token.start < zone[1]]

    def in_zone(self, at: int, kind: str) -> bool:
        return any(at in self.words_of(zone) for zone in self.document.zones if zone[2] == kind)

    def places(self, leaf: Tree, text: str) -> list[int]:
        found = [token.surface for token in tokens(text)]
        if isinstance(leaf, Wildcard):
            pattern = re.compile(leaf.pattern.replace("?", ".").replace("*", ".*"))
            return [at for at, word in enumerate(found) if pattern.fullmatch(word)]
        if isinstance(leaf, Fuzzy):
            return [at for at, word in enumerate(found) if distance(word, leaf.text) <= leaf.distance]
        assert isinstance(leaf, Word | Phrase | Near | Prefix)
        asked = query_words(leaf.text)
        exact = isinstance(leaf, Word | Phrase) and leaf.exact
        ends = [isinstance(leaf, Prefix) and word is asked[-1] for word in asked]
        fitting = [
            [
                at
                for at, seen in enumerate(found)
                if self.same(seen, word.surface, exact or word.whole, word.opens or (end and not word.whole))
            ]
            for word, end in zip(asked, ends, strict=True)
        ]
        if isinstance(leaf, Near):
            reach = len(asked) - 1 + leaf.distance
            return sorted({min(chosen) for chosen in product(*fitting) if max(chosen) - min(chosen) <= reach})
        return [at for at in fitting[0] if all(at + word.offset in there for word, there in zip(asked, fitting, strict=True))]

    def same(self, seen: str, asked: str, exact: bool, opens: bool) -> bool:
        if opens:
            return seen.startswith(asked)
        return seen == asked if exact else stems(self.tag)[seen] == stems(self.tag)[asked]


def distance(a: str, b: str) -> int:
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        above, row = row, [i]
        for j, y in enumerate(b, 1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (x != y)))
    return row[-1]


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(documents, min_size=1, max_size=6), st.lists(trees, min_size=1, max_size=12), st.booleans())
@example([("note", "항 부산항 항", "", "ko", "", [])], [Phrase("항 부산 항"), Word("항")], False)
def test_the_index_finds_what_a_scan_finds(
    rows: list[tuple[str, str, str, str, str, list[tuple[int, int, str]]]], asked: list[Tree], merged: bool
) -> None:
    case = [
        IndexDocument(kind, at, text, title, language=language, published=day, zones=tuple(zones))
        for at, (kind, text, title, language, day, zones) in enumerate(rows)
    ]
    by_key = {(one.kind, one.id): one for one in case}
    with tempfile.TemporaryDirectory() as folder:
        index = WhooshIndex(Path(folder) / "index", Path(folder) / "manifest", "case")
        index.open()
        half = len(case) // 2
        assert index.update(case[:half], [], 1)
        assert index.update([*case[half:], *case[:1]], [], 2)
        if merged:
            index.optimise()
        for tree in asked:
            results = index.search(tree, 100, lambda kind, number: by_key[kind, number].text)
            expected = {(one.kind, one.id) for one in case if Scan(one).fits(tree)}
            assert {(hit.kind, hit.id) for hit in results.hits} == expected, show(tree)
            assert results.total == len(expected)
            for hit in results.hits:
                starts = {token.start for token in tokens(by_key[hit.kind, hit.id].text)}
                assert all(span.start in starts for span in hit.spans)
                assert [hit.snippet.start + span.start in starts for span in hit.snippet.spans] == [True] * len(hit.snippet.spans)
