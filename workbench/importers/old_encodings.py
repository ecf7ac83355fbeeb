"""Which of the encodings before Unicode a file is in: each is tried, and the text that results is judged by the words of its languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from workbench.importers.characters_of import cost_of_characters
from workbench.importers.letters_of import written_in
from workbench.importers.plausibility import cost_of_text, handicaps_of

# Script or writing -> codec -> what the encoding starts with, in nats: the rarer among files, the more.
_LETTERED: dict[str, dict[str, float]] = {
    "latin": {
        "cp1252": 0.0, "cp1250": 1.5, "cp1254": 2.0, "cp1257": 2.5, "cp1258": 3.0,
        "iso8859-2": 2.0, "iso8859-15": 2.0, "iso8859-13": 3.5, "iso8859-4": 3.5, "iso8859-16": 9.0, "iso8859-3": 5.0,
        "iso8859-10": 6.0, "iso8859-14": 5.0, "mac-roman": 4.0, "mac-latin2": 6.0, "mac-turkish": 6.0,
        "cp850": 4.0, "cp852": 4.0, "cp857": 6.0, "cp775": 6.0, "cp437": 5.0,
    },
    "cyrillic": {
        "cp1251": 0.0, "koi8-r": 1.0, "koi8-u": 1.5, "iso8859-5": 2.0, "cp866": 2.0, "mac-cyrillic": 3.0, "cp855": 4.0, "cp1125": 5.0,
    },
    "greek": {"cp1253": 0.0, "iso8859-7": 1.0, "cp737": 4.0, "mac-greek": 6.0},
    "hebrew": {"cp1255": 0.0, "iso8859-8": 2.0, "cp862": 5.0},
    "arabic": {"cp1256": 0.0, "iso8859-6": 2.0, "cp720": 6.0},
    "thai": {"cp874": 0.0},
}  # fmt: skip
_CHARACTERED: dict[str, dict[str, float]] = {
    "japanese": {"cp932": 0.0, "euc_jp": 0.0, "euc_jis_2004": 3.0},
    "simplified": {"gb18030": 0.0},
    "traditional": {"cp950": 0.0, "big5hkscs": 3.0},
    "korean": {"cp949": 0.0, "johab": 4.0},
}
_FIRST_BYTES, _MOST_BYTES, _MOST_PLAIN = 180, 2_500, 80
_HOPELESS, _KEPT, _CLOSE, _ENOUGH = 60.0, 5, 15.0, 100
_KINDS = {codec: kind for table in (_LETTERED, _CHARACTERED) for kind, members in table.items() for codec in members}
# Plain words speak against scripts other than Latin, a little; and if there are any, they are mostly English.
_OTHER_SCRIPT, _MOST_AGAINST = "other script", 6.0
_TAG = re.compile(rb"<[/?]?[A-Za-z][^<>]{0,2000}>")
_AROUND = b".,;:!?()[]\"'"
_LONGEST, _MOST_LOOKED_AT = 1_000_000, 2_000


class Guess(NamedTuple):
    """An encoding with the sample as it reads in it; `cost` is its implausibility in nats, for a sample of `size` bytes without spaces."""

    codec: str
    text: str
    cost: float
    size: int

    @property
    def strangeness(self) -> float:
        """The cost of a byte: below 4 in nearly all texts, above 5 in bytes thrown together; 0 where there is too little to tell."""
        return self.cost / self.size if self.size >= _ENOUGH else 0.0


def guesses(data: bytes) -> list[Guess]:
    """The encodings that `data` may be in, the most plausible first; those that give one and the same text are one guess."""
    plain, pieces = _sample(data)
    handicaps = handicaps_of(plain)
    handicaps[_OTHER_SCRIPT] = handicaps["en"] + min(len(plain), _MOST_AGAINST)
    first = _ranked(_cut(pieces, _FIRST_BYTES), _KINDS, handicaps)
    if sum(map(len, pieces)) <= _FIRST_BYTES:
        return _apart(first)
    left = [guess.codec for at, guess in enumerate(first) if at < _KEPT or guess.cost < first[0].cost + _HOPELESS]
    sample = _cut(pieces, _MOST_BYTES)
    second = _ranked(sample, left, handicaps)
    telling = _telling(pieces, [guess.codec for guess in second if guess.cost < second[0].cost + _CLOSE])
    return _apart(_ranked(_cut(telling, _MOST_BYTES) + b" " + sample, left, handicaps) if telling else second)


def _telling(pieces: list[bytes], codecs: list[str]) -> list[bytes]:
    """The pieces that read differently in encodings that are close to each other: one letter in a long file may be all that parts them."""
    if len(codecs) < 2:
        return []
    texts = zip(*([piece.decode(codec, errors="replace") for piece in pieces] for codec in codecs), strict=True)
    return [piece for piece, each in zip(pieces, texts, strict=True) if len(set(each)) > 1]


def _sample(data: bytes) -> tuple[list[str], list[bytes]]:
    """The distinct plain words, and the distinct pieces between spaces that have bytes beyond ASCII; without mark-up where there is any."""
    start = data[:_LONGEST]
    bare = _TAG.sub(b" ", start)
    if bare.isascii():
        bare = start
    pieces = dict.fromkeys(bare.split())
    plain = (word for piece in pieces if piece.isascii() for word in piece.strip(_AROUND).lower().split(b"'"))
    words = dict.fromkeys(word.decode("ascii") for word in islice(plain, _MOST_LOOKED_AT) if len(word) > 1 and word.isalpha())
    return list(words)[:_MOST_PLAIN], [piece for piece in pieces if not piece.isascii()]


def _cut(pieces: list[bytes], most: int) -> bytes:
    """As many of the pieces as `most` bytes hold, taken evenly from all of them."""
    step = max(1, sum(map(len, pieces)) // most)
    taken, size = [], 0
    for piece in pieces[::step]:
        taken.append(piece)
        size += len(piece)
        if size >= most:
            break
    return b" ".join(taken)[: 2 * most]


def _ranked(sample: bytes, codecs: Iterable[str], handicaps: dict[str, float]) -> list[Guess]:
    size = max(1, len(sample) - sample.count(b" "))
    found = []
    for codec in codecs:
        text = sample.decode(codec, errors="replace")
        if text.count("\ufffd") <= 2 + size // 20:
            found.append(Guess(codec, text, _cost(text, codec, _KINDS[codec], handicaps), size))
    return sorted(found, key=lambda guess: guess.cost)


def _cost(text: str, codec: str, kind: str, handicaps: dict[str, float]) -> float:
    """What a text costs in an encoding."""
    if kind == "latin":
        return _LETTERED[kind][codec] + cost_of_text(text, written_in(codec, kind), handicaps)[0]
    if kind in _LETTERED:
        return handicaps[_OTHER_SCRIPT] + _LETTERED[kind][codec] + cost_of_text(text, written_in(codec, kind), {})[0]
    return handicaps[_OTHER_SCRIPT] + _CHARACTERED[kind][codec] + cost_of_characters(text, kind)


def _apart(ranked: list[Guess]) -> list[Guess]:
    """Without those whose text an earlier one gives."""
    seen: dict[str, Guess] = {}
    for guess in ranked:
        seen.setdefault(guess.text, guess)
    return list(seen.values())
