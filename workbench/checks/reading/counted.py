"""What a number counts: the noun behind it, the words that narrow the noun, and what became of those counted."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.checks.reading.around import Around, Piece, Pieces, phrase_at
from workbench.domain.spans import Span

_WORDS = 7  # words behind a number in which its noun stands
_BEFORE = 5  # words of a phrase before it that says what became of them
ARTICLES = frozenset(
    (
        "a", "an", "the", "one", "its", "der", "die", "das", "den", "ein", "eine", "einer", "le", "la", "les", "un", "une", "el", "los",
        "las",         "il", "lo", "i", "gli", "o", "os", "as", "um", "uma",
    )
)  # fmt: skip
"""Words for "the" and "a" in all languages together."""
_NOT_PLURAL = ("ss", "us", "is", "'s")


@dataclass(frozen=True, slots=True)
class Counted:
    """`noun` as the text has it in small letters, empty where none is sure; `end` is where the words that were read end."""

    noun: str = ""
    span: Span | None = None
    owner: str = ""
    state: str = ""
    end: int = 0
    known: bool = False
    """Whether it is one of the language's nouns for people and things."""
    follows: bool = True
    """Whether it stands right behind the number, without "of"."""


def counted_after(around: Around, end: int) -> Counted:
    """What stands behind a number, its scale and its unit."""
    pieces = around.after(end)
    at = 0
    while at < min(len(pieces), 3) and (pieces[at].word in around.lexicon.lists["of"] or (at and pieces[at].word in "'’")):
        at += 1
    at += bool(at) and at < len(pieces) and pieces[at].word in ARTICLES
    if at == len(pieces):
        return Counted(end=end)
    find = {"plural": _plural, "capital": _capital, "next": _next}.get(around.lexicon.data.nouns)
    if find is None:
        return Counted(end=end)
    head, first, state = find(around, pieces, at)
    if head is None:
        state, reached = state or _state(around, pieces, at)[0], pieces[at].end if state else end
        return Counted(state=state, end=reached)
    noun = pieces[head]
    narrowing = [p for p in pieces[first:head] if p.word not in around.lexicon.lists["modifiers"]]
    owner = around.text[narrowing[0].start : narrowing[-1].end] if narrowing else ""
    lists = around.lexicon.lists
    known = noun.word in lists["people"] or noun.word in lists["things"]
    became = state or around.lexicon.groups["states"].get(noun.word, "") or _state(around, pieces, head + 1)[0]
    return Counted(noun.word, Span(noun.start, noun.end), owner, became, noun.end, known, not at)


def _state(around: Around, pieces: Pieces, at: int) -> tuple[str, int]:
    """What became of those counted, as it stands behind them, with auxiliary words between."""
    table = around.lexicon.groups["states"]
    for _ in range(5):
        phrase, count = phrase_at(pieces[at:], 3, table)
        if phrase:
            return table[phrase], at + count
        passing = around.lexicon.lists["auxiliary"] | around.lexicon.lists["modifiers"]
        if at >= len(pieces) or pieces[at].word not in passing:
            return "", at
        at += 1
    return "", at


def _ends(around: Around, piece: Piece) -> bool:
    return not piece.letters or piece.word in around.lexicon.lists["stops"]


def _plural(around: Around, pieces: Pieces, at: int) -> tuple[int | None, int, str]:
    """The last of the first plurals behind the number ("special operations forces"), and a state that stands before it."""
    lists, table, head, state = around.lexicon.lists, around.lexicon.groups["states"], None, ""
    for number in range(at, min(len(pieces), at + _WORDS)):
        piece = pieces[number]
        plural = piece.word in lists["people"] or piece.word in lists["things"] or _looks_plural(piece.word)
        if piece.word in "-‐‑" and number > at:
            continue
        if head is not None and not (plural and piece.letters and piece.word not in table and piece.word not in lists["auxiliary"]):
            break
        if piece.word in table and head is None and not _noun_like(piece.word):
            if number > at:
                break
            state = table[piece.word]
            continue
        if _ends(around, piece):
            break
        head = number if plural else head
    first = at + bool(state)
    return head, first, state


def _noun_like(word: str) -> bool:
    return word.endswith("s") and not word.endswith(_NOT_PLURAL) and word != "dies"


def _looks_plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith(_NOT_PLURAL)


def _capital(around: Around, pieces: Pieces, at: int) -> tuple[int | None, int, str]:
    """The first word with a capital behind the number, with the adjectives before it."""
    table = around.lexicon.groups["states"]
    for number in range(at, min(len(pieces), at + 5)):
        piece = pieces[number]
        if piece.letters and piece.capital:
            return number, at, ""
        if _ends(around, piece) or piece.word in table:
            break
    return None, at, ""


def _next(around: Around, pieces: Pieces, at: int) -> tuple[int | None, int, str]:
    """The word behind the number, after adjectives, where the language has them there."""
    lists, endings = around.lexicon.lists, tuple(around.lexicon.lists["adjectives"])
    table = around.lexicon.groups["states"]
    for number in range(at, min(len(pieces), at + 4)):
        piece = pieces[number]
        known = piece.word in lists["people"] or piece.word in lists["things"]
        if known:
            return number, at, ""
        if (
            _ends(around, piece)
            or piece.word in lists["auxiliary"]
            or _is_said_before(around, piece)
            or (piece.word in table and number == at)
        ):
            break
        if around.lexicon.data.owner_first and piece.capital and number + 1 < len(pieces) and pieces[number + 1].letters:
            continue
        if piece.word in lists["modifiers"] or (endings and piece.word.endswith(endings)):
            continue
        return number, at, ""
    return None, at, ""


def _is_said_before(around: Around, piece: Piece) -> bool:
    """Whether a word says what became of those whom the next number counts."""
    table = around.lexicon.groups["states_before"]
    return bool(around.lexicon.lists["prefixes"]) and (piece.word in table or piece.word[1:] in table)


def state_before(around: Around, start: int) -> str:
    """What became of those counted, as it stands right before the number ("killing")."""
    table, pieces = around.lexicon.groups["states_before"], around.before(start)
    for count in range(min(_BEFORE, len(pieces)), 0, -1):
        phrase = " ".join(piece.word for piece in reversed(pieces[:count]))
        if phrase in table:
            return table[phrase]
    return ""
