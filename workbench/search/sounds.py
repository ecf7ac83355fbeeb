"""Names across scripts by their sound: which words of a case may be another script's writing of a name.

A name is read as a small automaton of the sounds that its letters may have (see `sound_tables`), and the words that the case has in
another script are walked letter by letter as long as both agree. Nothing is guessed that the case does not write. Arabic and Hebrew leave
vowels out, so there, and only there, vowels may be missing. A name must have enough letters to be told from others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from workbench.search import sound_tables
from workbench.search.sound_tables import VOWELS, Table

LEAST_CONSONANTS = 3
_MOST_STEPS = 3000
"""Places of the walk through the words of a script; a name that needs more is too common a sound."""
_MOST_FOUND = 12
_LONGEST = 24


class Script(NamedTuple):
    """A script: its letters from `first` to `last`, the least of them in a name, whether words are kept as pairs of letters, and whether
    vowels are left out."""

    name: str
    first: str
    last: str
    least: int
    table: Callable[[], Table]
    pairs: bool = False
    vowelless: bool = False
    small: str = ""
    """Little words that are written in one with a name, before it."""


SCRIPTS = (
    Script("latin", "a", "z", 5, sound_tables.latin),
    Script("cyrillic", "\u0430", "\u045f", 5, sound_tables.cyrillic),
    Script("hebrew", "\u05d0", "\u05ea", 5, sound_tables.hebrew, vowelless=True, small="ו ב ל מ ה"),
    Script("arabic", "\u0621", "\u06cc", 5, sound_tables.arabic, vowelless=True, small="و ب ل ف"),
    Script("katakana", "\u30a1", "\u30fc", 4, sound_tables.kana, pairs=True),
    Script("hangul", "\uac00", "\ud7a3", 3, sound_tables.hangul, pairs=True),
    Script("han", "\u4e00", "\u9fff", 2, sound_tables.hanzi, pairs=True),
)
"""Those that names are looked for in."""


@lru_cache(maxsize=4096)
def script_of(word: str) -> Script | None:
    """The script that all letters of a folded word are of; None for a word too short to be a name, or of mixed letters."""
    for script in SCRIPTS:
        if all(script.first <= letter <= script.last for letter in word):
            return script if len(word) >= script.least else None
    return None


class Sounds:
    """How a word may sound: numbered places, and from each the sounds that go on to others. The last place is the end."""

    def __init__(self, word: str, script: Script) -> None:
        self.vowelless = script.vowelless
        self._arcs: list[dict[str, set[int]]] = [{} for _ in range(len(word) + 1)]
        self._silent: list[set[int]] = [{at} for at in range(len(word) + 1)]
        self.end = len(word)
        table = script.table()
        longest = max(map(len, table))
        for at in range(len(word) - 1, -1, -1):
            for size in range(1, longest + 1):
                for sound in table.get(word[at : at + size], ()) if at + size <= len(word) else ():
                    self._add(at, sound, at + size)

    def _add(self, at: int, sound: str, to: int) -> None:
        if not sound:
            self._silent[at] |= self._silent[to]
            return
        for sign in sound[:-1]:
            self._arcs.append({})
            self._silent.append({len(self._arcs) - 1})
            self._arcs[at].setdefault(sign, set()).add(len(self._arcs) - 1)
            at = len(self._arcs) - 1
        self._arcs[at].setdefault(sound[-1], set()).add(to)

    def _rest(self, places: set[int], loose: bool) -> frozenset[int]:
        """Where one may be without a further sound; `loose` leaves vowels out."""
        found: set[int] = set()
        todo = list(places)
        while todo:
            at = todo.pop()
            for place in self._silent[at] - found:
                found.add(place)
                if loose:
                    todo += [to for vowel in VOWELS for to in self._arcs[place].get(vowel, ())]
        return frozenset(found)

    def begin(self, loose: bool) -> frozenset[int]:
        """Where one is before the first sound."""
        return self._rest({0}, loose)

    def after(self, places: frozenset[int], sounds: str, loose: bool) -> frozenset[int]:
        """Where one is after some sounds; nowhere when they are not this word's."""
        for sign in sounds:
            reached = {to for place in places for to in self._arcs[place].get(sign, ())}
            stays = self._rest(reached, loose) if reached else frozenset()
            places = places | stays if self.vowelless and sign in VOWELS else stays
            if not places:
                return places
        return places

    def next_sounds(self, places: frozenset[int]) -> set[str]:
        found = {sign for place in places for sign in self._arcs[place]}
        return found | VOWELS if self.vowelless else found

    @property
    def consonants(self) -> int:
        """The fewest that it has."""
        fewest = {0: 0}
        todo = [0]
        while todo:
            at = todo.pop()
            nexts = [(to, 0) for to in self._silent[at]]
            nexts += [(to, sign not in VOWELS) for sign, many in self._arcs[at].items() for to in many]
            for to, more in nexts:
                if fewest.get(to, 99) > fewest[at] + more:
                    fewest[to] = fewest[at] + more
                    todo.append(to)
        return fewest.get(self.end, 0)


@lru_cache(maxsize=512)
def sounds_of(word: str) -> Sounds | None:
    """How a folded word may sound; None for one that no other script's words are looked for."""
    script = script_of(word)
    found = Sounds(word, script) if script else None
    return found if found and found.consonants >= LEAST_CONSONANTS else None


@cache
def _by_sound(script: Script) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """The letters of a script by the first sound they may have; "" for those that may be silent."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for unit, sounds in script.table().items():
        for first in {sound[:1] for sound in sounds}:
            found.setdefault(first, []).append((unit, tuple(sound for sound in sounds if sound[:1] == first)))
    return found


def writings(word: Sounds, script: Script, goes_on: Callable[[str], bool], stands: Callable[[str], bool]) -> Iterator[str]:
    """The words of a script that may be this name. `goes_on` says whether any word of the case begins so, `stands` whether one is so."""
    loose = script.vowelless
    letters = _by_sound(script)
    todo = [(small, word.begin(loose)) for small in ("", *script.small.split()) if not small or goes_on(small)]
    steps = 0
    seen = set()
    found: set[str] = set()
    while todo and steps < _MOST_STEPS and len(found) < _MOST_FOUND:
        written, places = todo.pop()
        steps += 1
        if word.end in places and len(written) >= script.least and written not in found and stands(written):
            found.add(written)
            yield written
        if len(written) >= _LONGEST:
            continue
        for first in (*sorted(word.next_sounds(places)), ""):
            for unit, sounds in letters.get(first, ()):
                there = frozenset().union(*(word.after(places, sound, loose) for sound in sounds))
                if there and (written + unit, there) not in seen and goes_on(written + unit):
                    seen.add((written + unit, there))
                    todo.append((written + unit, there))
