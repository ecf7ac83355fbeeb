"""German compounds: Damm finds Staudamm. A word counts as one only where its first part is a word of its own: one that the case writes,
or one of the parts that news most often builds with; so Bruch does not find Einbruch, nor Ende Reisende."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.search.languages import stems
from workbench.search.leaf import Leaf
from workbench.search.lexicon import Lexicon

LEAST_LETTERS, LEAST_FIRST = 4, 3
"""Letters of the word that is asked for, and of what stands before it."""
MOST_COMPOUNDS = 40
_TAG = "de"
_LINKS = ("", "s", "es", "n", "en", "er", "e")
_FIRST = frozenset(
    [
        "stau",
        "damm",
        "wasser",
        "kraft",
        "hoch",
        "tief",
        "stadt",
        "land",
        "dorf",
        "haus",
        "bau",
        "berg",
        "burger",
        "bundes",
        "landes",
        "staats",
        "kriegs",
        "friedens",
        "gas",
        "ol",
        "strom",
        "atom",
        "kern",
        "kohle",
        "energie",
        "polizei",
        "feuer",
        "sturm",
        "regen",
        "schnee",
        "eis",
        "wind",
        "fluss",
        "see",
        "meer",
        "hafen",
        "bahn",
        "eisen",
        "flug",
        "auto",
        "bus",
        "schiff",
        "rad",
        "strassen",
        "brucken",
        "kinder",
        "frauen",
        "manner",
        "schul",
        "lehr",
        "arbeits",
        "wirtschafts",
        "finanz",
        "geld",
        "bank",
        "steuer",
        "preis",
        "markt",
        "handels",
        "waffen",
        "raketen",
        "drohnen",
        "luft",
        "boden",
        "grenz",
        "flucht",
        "rettungs",
        "kranken",
        "sicherheits",
        "aussen",
        "innen",
        "partei",
        "wahl",
        "regierungs",
        "parlaments",
        "gerichts",
        "gesund",
        "presse",
        "nachrichten",
        "tages",
        "wochen",
        "monats",
        "jahres",
        "nacht",
        "morgen",
        "abend",
        "mittags",
        "sonder",
        "haupt",
        "welt",
        "gross",
        "klein",
        "nord",
        "sud",
        "ost",
        "west",
        "evakuierungs",
        "verteidigungs",
    ]
)
_NOT_FIRST = frozenset(
    [
        "ver",
        "zer",
        "ein",
        "aus",
        "auf",
        "ab",
        "an",
        "bei",
        "durch",
        "unter",
        "uber",
        "vor",
        "nach",
        "mit",
        "los",
        "her",
        "hin",
        "fort",
        "miss",
        "reis",
        "ant",
        "ent",
        "ur",
    ]
)


def compounds(word: str, leaves: Sequence[Leaf]) -> Iterator[str]:
    """The compounds of the case that end in a folded word or one of its forms."""
    if len(word) < LEAST_LETTERS or not word.isascii() or not word.isalpha():
        return
    known = stems(_TAG)
    stem = known[word]
    found = 0
    for leaf in leaves:
        field = leaf.fields["text"]
        if _TAG not in field.tags:
            continue
        for longer in field.lexicon.holding(stem):
            at = longer.rfind(stem)
            if at >= LEAST_FIRST and known[longer[at:]] == stem and _is_first(longer[:at], field.lexicon) and found < MOST_COMPOUNDS:
                found += 1
                yield longer


def _is_first(part: str, lexicon: Lexicon) -> bool:
    """Whether what stands before is a word, with or without what links it to the next."""
    if part in _NOT_FIRST:
        return False
    if part in _FIRST:
        return True
    bare = {part.removesuffix(link) for link in _LINKS}
    return any(len(one) >= LEAST_FIRST and one not in _NOT_FIRST and (one in _FIRST or lexicon.has(one)) for one in bare)
