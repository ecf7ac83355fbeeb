"""How a text takes a number: the words before and behind it that make it near, a floor or a ceiling, and the bounds that they leave."""

from __future__ import annotations

from decimal import Decimal

from workbench.checks.reading.around import Around, phrase_at
from workbench.checks.reading.quantity import Qualifier

NEAR = Decimal("0.1")
"""What "about" leaves on either side, as a share of the number: a house rule, as no text says how near it means."""
_KINDS = {
    "about": Qualifier.ABOUT, "nearly": Qualifier.ABOUT, "at_least": Qualifier.AT_LEAST, "more_than": Qualifier.MORE_THAN,
    "at_most": Qualifier.AT_MOST, "fewer_than": Qualifier.FEWER_THAN,
}  # fmt: skip
_LONGEST = 5  # words of a qualifier
_CLOSE = 12  # code points that a glued qualifier takes at most


def qualifier_before(around: Around, start: int) -> tuple[str, int]:
    """The name of the qualifier before a number, empty for none, and where it begins; a bound goes before nearness."""
    if around.lexicon.spaceless:
        return _glued_before(around, start), start
    pieces, found, at = around.before(start), "", 0
    if around.lexicon.lists["prefixes"] and pieces and pieces[0].word == "-":
        pieces = pieces[1:]
    table, fillers = around.lexicon.before.of, around.lexicon.lists["filler"]
    for _ in range(3):
        kind = filler = 0
        for count in range(min(_LONGEST, len(pieces) - at), 0, -1):
            phrase = " ".join(piece.word for piece in reversed(pieces[at : at + count]))
            if phrase in table:
                found, kind = (table[phrase] if not found or found in ("about", "nearly") else found), count
                break
            if phrase in fillers and not filler:
                filler = count
        if not (kind or filler):
            break
        at += kind or filler
    return found, pieces[at - 1].start if at else start


def _glued_before(around: Around, start: int) -> str:
    before = around.text[max(0, start - _CLOSE) : start].rstrip()
    table = around.lexicon.before.of
    for _ in range(2):
        for count in range(min(_CLOSE, len(before)), 0, -1):
            if (phrase := before[-count:]) in table:
                return table[phrase]
        filler = next((word for word in around.lexicon.lists["filler"] if before.endswith(word)), "")
        if not filler:
            break
        before = before[: -len(filler)].rstrip()
    return ""


def qualifier_after(around: Around, end: int) -> str:
    """The name of the qualifier right behind a number, its unit or what it counts ("or more")."""
    table = around.lexicon.groups["after"]
    if around.lexicon.spaceless:
        behind = around.text[end : end + _CLOSE]
        behind = behind.lstrip()
        return next((kind for phrase, kind in table.items() if behind.startswith(phrase)), "")
    phrase, _ = phrase_at(around.after(end)[:_LONGEST], _LONGEST, table) if table else ("", 0)
    return table.get(phrase, "")


def kind_of(name: str) -> Qualifier:
    return _KINDS.get(name, Qualifier.EXACT)


def bounds(value: Decimal, name: str) -> tuple[Decimal | None, Decimal | None]:
    """The least and the most that a qualifier leaves; None where it leaves no end."""
    near = abs(value) * NEAR
    if name == "about":
        return value - near, value + near
    if name == "nearly":
        return value - near, value
    if name in ("at_least", "more_than"):
        return value, None
    if name in ("at_most", "fewer_than"):
        return None, value
    return value, value
