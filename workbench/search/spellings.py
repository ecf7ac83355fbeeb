"""Which words of a case are other spellings of a name in a query, and which are its words written apart or together (see `apart`).
Only what is asked for by =word or by a pattern is taken as it stands.

Two words are one name if they have the same key (see `names`), or if one is a Korean given name in another form (see `hangul`),
and if the case writes both with a capital letter at least LEAST_CAPITALS of the time; of the word in the query it is enough that
the case never writes it at all. So "planed" never stands for "planned", whoever types it in whatever case, and the answer is the
same for the same texts, however the index is cut into segments.

Measured on 20,000 news articles: 1,058 keys have two or more such words that are not one stem; of 80 drawn at random 74 are one
name in several spellings or misspellings (93 %), 6 are different ones (Kyle, Keele; Devine, DeWine).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from workbench.domain.folding import HYPHENS
from workbench.search.analyser import HAS_UNSPACED
from workbench.search.apart import joined, ways
from workbench.search.compounds import compounds
from workbench.search.evaluate import Fields, in_order
from workbench.search.folding import fold
from workbench.search.forms import Form, Slot, Ways, slots
from workbench.search.hangul import HANGUL, MOST_SYLLABLES, korean, romanised, split_name
from workbench.search.languages import stems
from workbench.search.leaf import Leaf
from workbench.search.names import key_with_kh, keys_without_kh, name_key
from workbench.search.other_scripts import OtherScripts
from workbench.search.tree import And, Near, Not, Or, Phrase, Text, Tree, Word, conjunction, show

LEAST_CAPITALS = 0.9
"""The share of its places in which a name is not written small. Of 128,117 different words about a third are."""
_SHOWN = 4
_REMEMBERED = 5_000
_ALPHABET = ("가", "힣")


class Spellings:
    """The names of one state of a case, looked up as they are asked for. Safe for several threads."""

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self._leaves = leaves
        self._scripts = OtherScripts(leaves)
        self._fields = Fields([leaf.fields["text"] for leaf in leaves])
        self._known: dict[Text, tuple[Ways, Ways]] = {}
        self._names: dict[str, tuple[int, int]] = {}
        self._pairs: dict[tuple[Word, Word], Word | None] = {}

    def ways(self, leaf: Text) -> Ways:
        """The rows of words that a leaf of the tree asks for: first its own (its forms know other spellings), then the same written apart
        or together, then other divisions of names."""
        written, names = self._ways(leaf)
        return (*written, *names)

    def _ways(self, leaf: Text) -> tuple[Ways, Ways]:
        found = self._known.get(leaf)
        if found is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            found = self._known[leaf] = self._found(leaf)
        return found

    def widened(self, tree: Tree) -> Tree:
        """The tree, in which two words after each other are also taken as one where the case writes them so: cease fire, ceasefire;
        or where they are a Korean given name: hong kyun, Hongkyun, 홍균."""
        match tree:
            case Or(children):
                return Or(tuple(map(self.widened, children)))
            case Not(child):
                return Not(self.widened(child))
            case And(children):
                return self._in_one(children)
            case _:
                return tree

    def _in_one(self, children: tuple[Tree, ...]) -> Tree:
        found: list[Tree] = []
        rest = deque(children)
        while rest:
            first = rest.popleft()
            second = rest[0] if rest else None
            if _pair(first, second) and len(self.ways(name := Phrase(f"{show(first)} {show(rest[0])}"))) > 1:
                found.append(Or((And((first, rest.popleft())), name)))
            elif one := self._in_one_word(first, second):
                found.append(Or((And((first, rest.popleft())), one)))
            else:
                found.append(self.widened(first))
        return conjunction(found)

    def also(self, leaf: Text) -> tuple[str, ...]:
        """The other spellings in words, each with a capital letter, as far as the case has them."""
        written, names = self._ways(leaf)
        words = [word for slot in written[0] for word in slot.form.also]
        for way in names:
            words += [_joined(row) for row in product(*map(_told, way))][:_SHOWN]
        return tuple(dict.fromkeys(word.title() for word in words))

    def _found(self, leaf: Text) -> tuple[Ways, Ways]:
        own = slots(leaf)
        if not isinstance(leaf, Word | Phrase | Near) or (isinstance(leaf, Word | Phrase) and leaf.exact):
            return (own,), ()
        named = tuple(slot._replace(form=self._named(slot.form)) for slot in own)
        written = ways(named, self._fields)
        if isinstance(leaf, Near) or any(slot.offset != at for at, slot in enumerate(named)):
            return written, ()
        rows = (*self._divided(leaf, named), *self._in_other_scripts(leaf))
        return written, tuple(dict.fromkeys(way for way in rows if self._there(way)))

    def _in_other_scripts(self, leaf: Word | Phrase) -> Iterator[tuple[Slot, ...]]:
        if leaf.text.isalnum() and self._is_name(fold(leaf.text), absent=True):
            yield from self._scripts.rows(leaf.text)

    def _in_one_word(self, first: Tree, second: Tree | None) -> Word | None:
        """Two plain words as the one word that the case writes for them."""
        if not (isinstance(first, Word) and isinstance(second, Word)) or first.exact or second.exact:
            return None
        if (first, second) not in self._pairs:
            if len(self._pairs) > _REMEMBERED:
                self._pairs.clear()
            self._pairs[first, second] = self._joined_pair(first, second)
        return self._pairs[first, second]

    def _joined_pair(self, first: Word, second: Word) -> Word | None:
        words = [first.text.rstrip(HYPHENS), second.text]
        if not all(map(str.isalnum, words)) or HAS_UNSPACED.search("".join(words)):
            return None
        form = joined([fold(word) for word in words], " " if words[0] == first.text else "-")  # "centi- metres", pasted over a line end
        return Word("".join(words)) if form and self._fields.stands((form,)) else None

    def _named(self, form: Form) -> Form:
        key = name_key(form.surface) if form.mode == "stem" else ""
        longer = tuple(sorted(set(compounds(form.surface, self._leaves)))) if form.mode == "stem" else ()
        if longer:
            form = Form(form.surface, form.mode, longer)
        words = set(self._keyed(key, form.surface)) if key else set()
        words = {word for word in words if not self._one_stem(word, form.surface)}
        if not words or not self._is_name(form.surface, absent=True):
            return form
        return Form(form.surface, form.mode, tuple(sorted({*longer, *(word for word in words if self._is_name(word))})))

    def _keyed(self, key: str, word: str) -> Iterator[str]:
        """The words with a name's key, and those that write its kh otherwise; never two of them unless the case has one with kh."""
        keys = [key, *keys_without_kh(word)]
        if (with_kh := key_with_kh(word)) and (those := self._of(with_kh)):
            keys += [with_kh, *keys_without_kh(those[0])]
        for one in dict.fromkeys(keys):
            yield from self._of(one)

    def _of(self, key: str) -> list[str]:
        return [word for leaf in self._leaves for word in leaf.fields["text"].named(key)]

    def _one_stem(self, first: str, second: str) -> bool:
        return all(stems(tag)[first] == stems(tag)[second] for leaf in self._leaves for tag in leaf.fields["text"].tags)

    def _is_name(self, word: str, absent: bool = False) -> bool:
        if word not in self._names:
            each = [leaf.fields["text"].written(word, leaf.live) for leaf in self._leaves]
            self._names[word] = (sum(capitals for capitals, _ in each), sum(times for _, times in each))
        capitals, times = self._names[word]
        return capitals >= LEAST_CAPITALS * times if times else absent

    def _divided(self, leaf: Word | Phrase, own: tuple[Slot, ...]) -> Iterator[tuple[Slot, ...]]:
        """The same name as one word for two, as two for one, and in the other script."""
        if HANGUL.fullmatch(leaf.text) and 2 <= len(leaf.text) <= MOST_SYLLABLES:
            yield from self._in_latin(leaf.text)
            return
        for at, slot in enumerate(own):
            word = slot.form.surface
            following = own[at + 1].form.surface if at + 1 < len(own) else ""
            pairs, joined = split_name(word), following and (word, following) in split_name(word + following)
            if slot.form.mode != "stem" or not (pairs or joined) or not self._is_name(word, absent=True):
                continue
            for pair in pairs:
                yield _row(own[:at], pair, own[at + 1 :])
                yield from self._in_korean(pair if len(own) == 1 else ())
            if joined:
                yield _row(own[:at], (word + following,), own[at + 2 :])
                whole = len(own) == 2 or (len(own) == 3 and at == 1)
                yield from self._in_korean([slot.form.surface for slot in own] if whole else ())

    def _in_korean(self, name: Sequence[str]) -> Iterator[tuple[Slot, ...]]:
        """A given name, or a family name before it: the pairs of syllables that the Korean text is indexed by."""
        if name and self._has_korean():
            each = [korean(syllable) for syllable in name]
            pairs = [["".join(pair) for pair in product(*two)] for two in pairwise(each)]
            yield from _any_of([[word for word in words if self._exists(word)] for words in pairs])

    def _in_latin(self, text: str) -> Iterator[tuple[Slot, ...]]:
        """Given name alone, or family name and given name in either order; the given name in one word or in two."""
        each = [list(romanised(syllable)) for syllable in text]
        if not all(each):
            return
        given = each if len(each) == 2 else each[1:]
        joined = [["".join(row) for row in product(*given)]]
        for name in (given, joined):
            rows = [name] if len(each) == 2 else [[each[0], *name], [*name, each[0]]]
            for row in rows:
                yield from _any_of([[word for word in words if self._exists(word)] for words in row])

    def _exists(self, word: str) -> bool:
        self._is_name(word)
        return self._names[word][1] > 0

    def _has_korean(self) -> bool:
        return any(leaf.fields["text"].lexicon.any_between(*_ALPHABET) for leaf in self._leaves)

    def _there(self, way: tuple[Slot, ...]) -> bool:
        """Whether the row stands somewhere in the case, and its first word is a name."""
        first = way[0].form
        return any(map(self._is_name, (first.surface, *first.also))) and any(
            len(in_order(leaf.fields["text"], way).pos) for leaf in self._leaves
        )


def _pair(first: Tree, second: Tree | None) -> bool:
    """Whether two plain words may be the two syllables of a given name."""
    if not (isinstance(first, Word) and isinstance(second, Word)) or first.exact or second.exact:
        return False
    two = (first.text.lower(), second.text.lower())
    return two in split_name("".join(two))


def _told(slot: Slot) -> tuple[str, ...]:
    """The words of a slot that are told as another spelling: its own; all, where it takes any of several."""
    return (slot.form.surface, *(slot.form.also if slot.form.mode == "exact" else ()))[:_SHOWN]


def _joined(row: Sequence[str]) -> str:
    """A row of words as one name; Korean pairs of syllables overlap."""
    return row[0] + "".join(word[1:] for word in row[1:]) if HAS_UNSPACED.match(row[0]) else " ".join(row)


def _row(before: Sequence[Slot], middle: Sequence[str], after: Sequence[Slot]) -> tuple[Slot, ...]:
    """A row of words in which some have been divided otherwise. Offsets count on."""
    forms = [*(slot.form for slot in before), *(Form(word, "exact") for word in middle), *(slot.form for slot in after)]
    return tuple(Slot(offset, form) for offset, form in enumerate(forms))


def _any_of(row: Sequence[Sequence[str]]) -> Iterator[tuple[Slot, ...]]:
    """A row of slots, each of which takes any of its words; nothing if one has none."""
    if all(row):
        yield tuple(Slot(offset, Form(words[0], "exact", tuple(words[1:]))) for offset, words in enumerate(row))
