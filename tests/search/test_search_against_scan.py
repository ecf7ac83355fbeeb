"""The index against a plain scan: every document that a scan of the texts finds is found, no other, and every mark is right.

The scan shares the analyser (words, what is after them, folding, stems) and nothing else: loops over words instead of postings.
"""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from itertools import pairwise, product
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.thorough import share
from workbench.domain.partings import CONTRACTED, LITTLE
from workbench.search import IndexDocument, Tree, WhooshIndex, show
from workbench.search.analyser import APOSTROPHE, DOT, FIRST, MIDDLE, OPEN, TIGHT, QueryWord, Token, query_words, tokens
from workbench.search.hangul import korean, romanised
from workbench.search.languages import language_tag, stems
from workbench.search.names import name_key
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
    "Georgiy",
    "Georgy",
    "Георгия",
    "Георгий",
    "Planned",
    "planned",
    "Planed",
    "Min-seo",
    "Min Seo",
    "Minseo",
    "Seo",
    "민서",
    "김민서",
    "Kim Min-seo",
    "cease-fire",
    "ceasefire",
    "cease",
    "fire",
    "Fire.",
    "U.S.",
    "US",
    "us",
    "MH17",
    "MH-17",
    "12 000",
    "12000",
    "500",
    "sum-\nmoned",
    "O’Hearn",
    "we’ll",
    "ill",
]
TYPED = ["envoy", "envoys", "summon", "boats", "1,500", "mig-29", "부산", "항", "korinna", "hull"]
APART = [
    "ceasefire",
    "cease-fire",
    "cease",
    "fires",
    "us",
    "U.S.",
    "mh17",
    "MH-17",
    "12000",
    "1 500",
    "500",
    "12 000 500",
    "may-be",
    "ohearn",
    "O'Hearn",
    "ill",
    "we'll",
]
NAMES = ["georgy", "georgii", "георгий", "planned", "planed", "min-seo", "minseo", "민서", "김민서", "kim", "min", "seo"]
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
words = st.sampled_from(TYPED) | st.sampled_from(NAMES) | st.sampled_from(APART)
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
        st.sampled_from([And((Word("min"), Word("seo"))), And((Word("cease"), Word("fire"))), And((Word("mh"), Word("17")))])
        | below.map(Not)
        | st.lists(below, min_size=2, max_size=3).map(conjunction)
        | st.lists(below, min_size=2, max_size=3).map(disjunction)
    ),
    max_leaves=5,
)


class Names:
    """What a plain reading of all texts of a case says about names: the rules of names.py and hangul.py, applied to every word."""

    def __init__(self, case: list[IndexDocument]) -> None:
        seen = [(token.surface, one.text[token.start].islower()) for one in case for token in tokens(one.text)]
        self.case = case
        self.times = Counter(word for word, _ in seen)
        self.small = Counter(word for word, small in seen if small)

    def is_name(self, word: str, absent: bool = False) -> bool:
        return self.small[word] <= 0.1 * self.times[word] if self.times[word] else absent

    def others(self, word: str) -> set[str]:
        """Other spellings of a word, if it is a name."""
        key = name_key(word)
        if not key or not self.is_name(word, absent=True):
            return set()
        return {other for other in self.times if other != word and name_key(other) == key and self.is_name(other)}

    def rows(self, leaf: Word | Phrase, asked: list[str]) -> list[list[set[str] | str]]:
        """Other divisions of the words asked for: sets are taken as they stand, words as the query takes them."""
        if re.fullmatch("[가-힣]{2,4}", leaf.text):
            return self.latin(leaf.text)
        found: list[list[set[str] | str]] = []
        for at, word in enumerate(asked):
            if not self.is_name(word, absent=True):
                continue
            cuts = [(word[:cut], word[cut:]) for cut in range(2, len(word) - 1) if 5 <= len(word) <= 12]
            for pair in (pair for pair in cuts if all(map(korean, pair))):
                found.append([*asked[:at], {pair[0]}, {pair[1]}, *asked[at + 1 :]])
                found += [self.hangul(*pair)] if len(asked) == 1 else []
            both = asked[at : at + 2]
            if len(both) == 2 and 5 <= len("".join(both)) <= 12 and all(len(one) > 1 and korean(one) for one in both):
                found.append([*asked[:at], {"".join(both)}, *asked[at + 2 :]])
                found += [self.hangul(*asked)] if len(asked) == 2 or (len(asked) == 3 and at == 1) else []
        return found

    def closed(self, word: Word) -> bool:
        """Whether some text of the case has the word in one."""
        return any(same_stem(one, language_tag(doc.language, doc.text), word.text) for doc in self.case for one in surfaces_of(doc))

    def divides(self, name: Phrase) -> bool:
        """Whether some text of the case has the name in another division."""
        asked = [word.surface for word in query_words(name.text)]
        return any(Scan(one, self).divided(name, [token.surface for token in tokens(one.text)], asked) for one in self.case)

    def hangul(self, *latin: str) -> list[set[str] | str]:
        each = [korean(one) for one in latin]
        return [{first + second for first in a for second in b} for a, b in pairwise(each)]

    def latin(self, text: str) -> list[list[set[str] | str]]:
        each: list[set[str] | str] = [set(romanised(one)) for one in text]
        given = each if len(each) == 2 else each[1:]
        joined = [{"".join(row) for row in product(*given)}]
        family = each[:1] if len(each) > 2 else []
        return [row for name in (given, joined) for row in ([*family, *name], [*name, *family])]


def surfaces_of(document: IndexDocument) -> list[str]:
    return [token.surface for token in tokens(document.text)]


def same_stem(seen: str, tag: str, asked: str) -> bool:
    return stems(tag)[seen] == stems(tag)[asked]


class Scan:
    """One document, read word by word."""

    def __init__(self, document: IndexDocument, names: Names) -> None:
        self.document = document
        self.names = names
        self.tag = language_tag(document.language, document.text)

    def fits(self, tree: Tree, zones: tuple[str, ...] = ()) -> bool:
        if isinstance(tree, And):
            zones += tuple(child.value for child in tree.children if isinstance(child, Key) and child.field == "zone")
            return self.fit_all(tree.children, zones)
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
        places = self.places(tree, self.document.text, named=True)
        return any(all(self.in_zone(at, zone) for zone in zones) for at in places)

    def fit_all(self, children: tuple[Tree, ...], zones: tuple[str, ...]) -> bool:
        """All of them; but two words that are a given name, in a case that writes it otherwise, may stand there so."""
        if not children:
            return True
        first, second = children[0], children[1] if len(children) > 1 else None
        if isinstance(first, Word) and isinstance(second, Word) and not first.exact and not second.exact:
            name = Phrase(f"{first.text} {second.text}")
            both = first.text.isalpha() and second.text.isalpha() and len(first.text) > 1 and len(second.text) > 1
            if both and korean(first.text) and korean(second.text) and self.names.divides(name):
                two = self.fits(first, zones) and self.fits(second, zones)
                return (two or self.fits(name, zones)) and self.fit_all(children[2:], zones)
            if (joined := Word(first.text + second.text)) in (Word("ceasefire"), Word("mh17")) and self.names.closed(joined):
                two = self.fits(first, zones) and self.fits(second, zones)
                return (two or self.fits(joined, zones)) and self.fit_all(children[2:], zones)
        return self.fits(first, zones) and self.fit_all(children[1:], zones)

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

    def places(self, leaf: Tree, text: str, named: bool = False) -> list[int]:
        found = [token.surface for token in tokens(text)]
        if isinstance(leaf, Fuzzy | Wildcard):
            return self.patterned(leaf, found)
        assert isinstance(leaf, Word | Phrase | Near | Prefix)
        asked = query_words(leaf.text)
        exact = isinstance(leaf, Word | Phrase) and leaf.exact
        ends = [isinstance(leaf, Prefix) and word is asked[-1] for word in asked]
        fitting = [
            [
                at
                for at, seen in enumerate(found)
                if self.same(seen, word.surface, exact or word.whole, word.opens or (end and not word.whole))
                or (named and not exact and not isinstance(leaf, Prefix) and not word.whole and self.named(seen, word.surface))
            ]
            for word, end in zip(asked, ends, strict=True)
        ]
        if isinstance(leaf, Near):
            return self.near(leaf, text, asked, fitting)
        places = [at for at in fitting[0] if all(at + word.offset in there for word, there in zip(asked, fitting, strict=True))]
        in_line = all(word.offset == at for at, word in enumerate(asked))
        if in_line and not exact and not isinstance(leaf, Prefix):
            seen = tokens(text)
            places += [at for at in range(len(seen)) if self.written(seen, text, at, asked, fitting, 0)]
        if named and not exact and in_line and not isinstance(leaf, Prefix):
            places += self.divided(leaf, found, [word.surface for word in asked])
        return places

    def patterned(self, leaf: Fuzzy | Wildcard, found: list[str]) -> list[int]:
        if isinstance(leaf, Fuzzy):
            return [at for at, word in enumerate(found) if distance(word, leaf.text) <= leaf.distance]
        pattern = re.compile(leaf.pattern.replace("?", ".").replace("*", ".*"))
        return [at for at, word in enumerate(found) if pattern.fullmatch(word)]

    def named(self, seen: str, asked: str) -> bool:
        others = self.names.others(asked)
        known = stems(self.tag)
        return any(seen == other if other.isascii() else known[seen] == known[other] for other in others)

    def near(self, leaf: Near, text: str, asked: list[QueryWord], fitting: list[list[int]]) -> list[int]:
        """Where words stand near each other; one written apart counts as so many words, two written as one as one."""
        seen = tokens(text)
        options: list[list[tuple[int, ...]]] = []
        for number, word in enumerate(asked):
            own = [(at,) for at in fitting[number]]
            rows = [tuple(range(at, at + size)) for at in range(len(seen)) for size in self.pieces(seen, text, at, word.surface)]
            options.append(own + rows)
        found = []
        for chosen in product(*options):
            found.append((tuple(at for places in chosen for at in places), sum(map(len, chosen))))
        for first in range(len(asked) - 1):
            both = self.one_word(seen, text, asked[first : first + 2])
            rest = options[:first] + options[first + 2 :]
            for at, chosen in product(both, list(product(*rest))):
                found.append(((at, *(at for places in chosen for at in places)), 1 + sum(map(len, chosen))))
        return sorted({min(places) for places, size in found if max(places) - min(places) <= size - 1 + leaf.distance})

    def written(self, seen: list[Token], text: str, at: int, asked: list[QueryWord], fitting: list[list[int]], done: int) -> bool:
        """Whether the words that are asked for from `done` on stand from `at` on, in any way of writing them."""
        if done == len(asked):
            return True
        if at >= len(seen):
            return False
        for size in ([1] if at in fitting[done] else []) + self.pieces(seen, text, at, asked[done].surface):
            if self.written(seen, text, at + size, asked, fitting, done + 1):
                return True
        joined = [
            count for count in (2, 3, 4) if done + count <= len(asked) and at in self.one_word(seen, text, asked[done : done + count])
        ]
        return any(self.written(seen, text, at + 1, asked, fitting, done + count) for count in joined)

    def one_word(self, seen: list[Token], text: str, asked: list[QueryWord]) -> list[int]:
        """Where several words stand as one."""
        word = "".join(one.surface for one in asked)
        signs = {one.sign for one in asked[1:]}
        if not word.isascii() or not word.isalnum() or not all(self.one(a.surface, b.surface, b.sign) for a, b in pairwise(asked)):
            return []
        if word in LITTLE and " " in signs:
            return []
        capital = word in LITTLE and signs == {"."}
        places = [at for at, token in enumerate(seen) if same_stem(token.surface, self.tag, word)]
        return [at for at in places if not (capital and text[seen[at].start].islower())]

    def one(self, first: str, second: str, sign: str) -> bool:
        """Whether two words with a sign between them may be one."""
        if first[-1].isdigit() and second[0].isdigit():
            return False
        joins = {
            "-": True,
            "'": second not in CONTRACTED,
            ".": len(first) <= 2 and len(second) <= 2,
            " ": not {first, second} & LITTLE,
        }
        return joins.get(sign, False)

    def pieces(self, seen: list[Token], text: str, at: int, word: str) -> list[int]:
        """Of how many words from `at` on one word may be made up."""
        if not word.isascii() or not word.replace(".", "").isalnum():
            return []
        if word.replace(".", "").isdigit():
            return [size for size in range(2, 5) if self.groups(seen[at : at + size], size, word)]
        found = []
        rest = word[len(seen[at].surface) :] if at + 1 < len(seen) and word.startswith(seen[at].surface) else ""
        if rest and same_stem(seen[at + 1].surface, self.tag, rest) and self.joins(seen[at], seen[at + 1], text, rest):
            found.append(2)
        letters = seen[at : at + len(word)]
        if 2 < len(word) <= 6 and [one.surface for one in letters] == list(word) and word.isalpha():
            found += [len(word)] if all(one.after in (DOT, TIGHT) for one in letters[:-1]) else []
        return found

    def joins(self, first: Token, second: Token, text: str, rest: str) -> bool:
        before, after = first.surface[-1].isdigit(), rest[0].isdigit()
        if before and after:
            return False
        if (
            first.after == TIGHT
            or (first.after == APOSTROPHE and rest not in CONTRACTED)
            or (first.after == DOT and len(first.surface) <= 2 and len(rest) <= 2)
        ):
            return True
        if first.after != OPEN:
            return False
        if before == after:
            return min(len(first.surface), len(rest)) >= 3 and not {first.surface, rest} & LITTLE
        word, token = (first.surface, first) if after else (rest, second)
        return (len(word) > 1 and word not in LITTLE) or not text[token.start].islower()

    def groups(self, some: list[Token], size: int, word: str) -> bool:
        kinds = [token.after for token in some]
        right = len(some) == size and kinds[:-1] == [FIRST, *[MIDDLE] * (size - 2)] and kinds[-1] not in (FIRST, MIDDLE)
        return right and "".join(token.surface for token in some) == word

    def divided(self, leaf: Word | Phrase, found: list[str], asked: list[str]) -> list[int]:
        places = []
        for row in self.names.rows(leaf, asked):
            if isinstance(row[0], set) and not any(map(self.names.is_name, row[0])):
                continue
            for at in range(len(found) - len(row) + 1):
                if all(self.accepts(word, found[at + step]) for step, word in enumerate(row)):
                    places.append(at)
        return places

    def accepts(self, word: set[str] | str, seen: str) -> bool:
        return seen in word if isinstance(word, set) else self.same(seen, word, exact=False, opens=False) or self.named(seen, word)

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


@settings(max_examples=share(350), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(documents, min_size=1, max_size=6), st.lists(trees, min_size=1, max_size=12), st.booleans())
@example([("note", "항 부산항 항", "", "ko", "", [])], [Phrase("항 부산 항"), Word("항")], False)
@example([("note", "Planned Planed", "", "en", "", []), ("note", "planned", "", "en", "", [])], [Word("planed"), Word("planned")], False)
@example([("note", "Kim Min-seo", "", "en", "", []), ("note", "김민서는", "", "ko", "", [])], [Word("김민서"), Phrase("kim minseo")], True)
@example([("note", "Георгия", "", "ru", "", []), ("note", "Georgiy", "", "en", "", [])], [Word("georgii"), Word("георгий")], True)
def test_the_index_finds_what_a_scan_finds(
    rows: list[tuple[str, str, str, str, str, list[tuple[int, int, str]]]], asked: list[Tree], merged: bool
) -> None:
    case = [
        IndexDocument(kind, at, text, title, language=language, published=day, zones=tuple(zones))
        for at, (kind, text, title, language, day, zones) in enumerate(rows)
    ]
    by_key = {(one.kind, one.id): one for one in case}
    names = Names(case)
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
            expected = {(one.kind, one.id) for one in case if Scan(one, names).fits(tree)}
            assert {(hit.kind, hit.id) for hit in results.hits} == expected, show(tree)
            assert results.total == len(expected)
            for hit in results.hits:
                starts = {token.start for token in tokens(by_key[hit.kind, hit.id].text)}
                assert all(span.start in starts for span in hit.spans)
                assert [hit.snippet.start + span.start in starts for span in hit.snippet.spans] == [True] * len(hit.snippet.spans)
