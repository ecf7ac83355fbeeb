"""Numbers in words: parts that add and multiply, in the order that the language has them; what does not fit together ends the number."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.checks.reading.around import Pieces
from workbench.checks.reading.lexicon import Lexicon

HUNDRED, THOUSAND = 100, 1000
MOST = 14  # words of one number


@dataclass(slots=True)
class Sum:
    """A number while it is put together: what is said of thousands and above, and what is said below."""

    lexicon: Lexicon
    total: int = 0
    below: int = 0
    lowest: int = 10**18
    """The scale of the last part that went into the total: the next is less."""

    def takes(self, word: str, *, joined: bool) -> bool:
        """Adds a word; False where it cannot be a part of this number."""
        if word in self.lexicon.tables["cardinals"]:
            return self._adds(self.lexicon.tables["cardinals"][word], joined=joined)
        if word in self.lexicon.tables["scales"] and len(word) > 2:
            return self._scales(10 ** self.lexicon.tables["scales"][word])
        last = self.below % HUNDRED
        if word in self.lexicon.lists["one"] and last >= 20 and last % 10 == 0 and not self.lexicon.data.unit_first:
            self.below += 1  # trente et un
            return True
        return False

    def _adds(self, value: int, *, joined: bool) -> bool:
        tens = self.below % HUNDRED
        if value == HUNDRED and 0 < self.below < HUNDRED and not joined and self.below % 10:
            self.below *= HUNDRED
        elif self.lexicon.data.vigesimal and tens == 4 and value == 20 and not joined:
            self.below += 76  # quatre-vingt
        elif not self.below or self._fits(value, joined=joined):
            self.below += value
        else:
            return False
        return True

    def _fits(self, value: int, *, joined: bool) -> bool:
        tens, hundreds = self.below % HUNDRED, self.below >= HUNDRED
        if self.lexicon.data.unit_first and 0 < tens < 10 and 20 <= value < HUNDRED and value % 10 == 0:
            return joined
        if tens == 0:
            return hundreds and value < HUNDRED
        if self.lexicon.data.vigesimal and tens in (60, 80) and 10 <= value < 20:
            return True
        if self.lexicon.data.prefixes and 2 < tens < 10 and value == 10:  # Arabic and Hebrew teens: three ten
            return not joined
        return tens >= 20 and tens % 10 == 0 and 0 < value < 10 and not self.lexicon.data.unit_first

    def _scales(self, scale: int) -> bool:
        if scale >= self.lowest and not (self.total and not self.below and self.lowest == THOUSAND):
            return False
        if scale > self.lowest:  # "mil millones", "thousand million"
            self.total *= scale
        else:
            self.total += (self.below or 1) * scale
        self.below, self.lowest = 0, scale
        return True

    @property
    def value(self) -> int:
        return self.total + self.below


def compound_value(word: str, lexicon: Lexicon) -> int | None:
    """The value of a number written as one word ("zweiundzwanzig", "trecento"); None for a word that is none."""
    if lexicon.compounds is None or lexicon.parts is None or not lexicon.compounds.fullmatch(word):
        return None
    made, joined = Sum(lexicon), False
    for part in lexicon.parts.findall(word):
        if part in lexicon.lists["joiners"]:
            joined = True
            continue
        if part in lexicon.lists["one"]:
            if made.below % HUNDRED and (lexicon.data.unit_first or made.below % 10):
                return None
            made.below += 1
        elif not made.takes(part, joined=joined):
            return None
        joined = False
    return None if joined else made.value


def words_value(pieces: Pieces, lexicon: Lexicon) -> tuple[int, int]:
    """The number that begins with the first piece, and how many pieces it takes; (0, 0) for none."""
    made, taken, at = Sum(lexicon), 0, 0
    while at < min(len(pieces), MOST):
        word, joined = bare_word(pieces[at].word, lexicon), False
        prefixed = word != pieces[at].word
        if taken and pieces[at].start > pieces[at - 1].end and pieces[at].word == "-":
            break
        if taken and (pieces[at].word in "-‐‑" or word in lexicon.lists["joiners"]):
            joined = pieces[at].word not in "-‐‑"
            if joined and made.below + made.total < lexicon.data.joined_from and not lexicon.data.unit_first:
                break
            at += 1
            if at < len(pieces) and word in "-‐‑" and pieces[at].word in lexicon.lists["joiners"]:
                at += 2  # vingt-et-un
            if at >= len(pieces):
                break
            word = bare_word(pieces[at].word, lexicon)
        if taken and prefixed and not joined:
            joined = True
        compound = compound_value(word, lexicon)
        if compound is not None and not made.below and (not made.total or compound < made.lowest):
            made.below = compound % THOUSAND
            made.total += compound - made.below
            if compound >= THOUSAND:
                made.lowest = THOUSAND
        elif not made.takes(word, joined=joined):
            break
        at += 1
        taken = at
    return (made.value, taken) if taken else (0, 0)


def bare_word(word: str, lexicon: Lexicon) -> str:
    """A word without letters that the language glues before a number ("and", "in"), where only the rest is a number."""
    if not lexicon.lists["prefixes"] or word in lexicon.starts:
        return word
    for prefix in lexicon.lists["prefixes"]:
        rest = word.removeprefix(prefix)
        if rest != word and rest in lexicon.starts:
            return rest
    return word
