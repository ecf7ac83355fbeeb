"""How a language says who says something: verbs, "according to", hedges, pronouns, as data for the one reader in checks/reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

NONE: frozenset[str] = frozenset()


def words(*lists: str) -> frozenset[str]:
    """The words of space-separated lists."""
    return frozenset(word for each in lists for word in each.split())


def forms(stems: str, endings: str) -> frozenset[str]:
    """Every stem with every ending; _ is the empty ending."""
    return frozenset(stem + ("" if end == "_" else end) for stem in stems.split() for end in endings.split())


@dataclass(frozen=True, slots=True)
class Speech:
    """The words of saying of one language, in small letters. What is empty is not known and is not read."""

    verbs: frozenset[str] = NONE
    """Finite verbs of saying: before or after what is said, the speaker on either side."""
    views: frozenset[str] = NONE
    """Finite verbs of thinking, wanting and judging: the one who does stands before them, what is thought or judged after."""
    plain: frozenset[str] = NONE
    """Those of both that are nouns too in this form (claim, plans): read only behind a subject that fits."""
    telling: frozenset[str] = NONE
    """Verbs that may have the one addressed right behind them (told Reuters that …)."""
    participles: frozenset[str] = NONE
    """Forms whose speaker is the subject of the sentence (…, adding that …)."""
    saying: frozenset[str] = NONE
    """Those of `participles` that tell of saying."""
    quoting: frozenset[str] = NONE
    """Verbs that tell of saying only beside a quotation (continued, laughed)."""
    moods: frozenset[str] = NONE
    """Adjectives that tell of thinking behind a form of to be (confident that)."""
    leading: frozenset[str] = NONE
    """Verbs that lead to another one and say nothing themselves (began to, seemed to)."""
    endings: frozenset[str] = NONE
    """Parted or non-finite ends of verbs, for "wie … mitteilte", "hat … gesagt": the last word of a clause."""
    helpers: frozenset[str] = NONE
    """Auxiliaries that may stand far before their verb, with the speaker between or before them."""
    according: tuple[str, ...] = ()
    """Words before a source, longest first (according to)."""
    according_after: tuple[str, ...] = ()
    """Words behind a source (zufolge)."""
    as_said: frozenset[str] = NONE
    """Words that open a clause which only names the speaker (as, wie, come)."""
    that: frozenset[str] = NONE
    """Words that open what is said."""
    nouns: frozenset[str] = NONE
    """Nouns of saying that `that` may follow (claim, statement)."""
    owned: frozenset[str] = NONE
    """Words that may follow such a noun where somebody is named as its owner (the mayor’s attack on)."""
    between: frozenset[str] = NONE
    """Auxiliaries, adverbs and negations between a subject and its verb."""
    passive: frozenset[str] = NONE
    """Forms that turn a following participle into a passive."""
    by: frozenset[str] = NONE
    """Words before the one who does it, in a passive."""
    determiners: frozenset[str] = NONE
    joins: frozenset[str] = NONE
    """Prepositions inside a name or a description (of, for, at)."""
    prepositions: frozenset[str] = NONE
    breaks: frozenset[str] = NONE
    """Conjunctions and other words over which no subject reaches."""
    also: frozenset[str] = NONE
    """Words that join two verbs or two names of one sentence (and, but)."""
    relatives: frozenset[str] = NONE
    finite: frozenset[str] = NONE
    """Finite auxiliaries: what begins with one is no object of a verb."""
    subordinate: frozenset[str] = NONE
    """Words that open a clause before the main one, which ends with its comma (while, when)."""
    again: frozenset[str] = NONE
    """Verbs by which the same speaker goes on behind "and" (and added)."""
    behind: frozenset[str] = NONE
    """Adjectives that stand behind their noun (a source *familiar* with)."""
    only: frozenset[str] = NONE
    """Words before a quantity (only some of, at least half of)."""
    shares: frozenset[str] = NONE
    """Nouns of quantity whose head is what follows (a quarter of the voters)."""
    clauses: frozenset[str] = NONE
    """Conjunctions over which no relative clause reaches."""
    before_participle: frozenset[str] = NONE
    """Words before a participle whose speaker is that of the sentence (by calling, while noting)."""
    when: frozenset[str] = NONE
    """Days, months and other words of time that may stand between subject and verb, or behind it."""
    pronouns: Mapping[str, str] = field(default_factory=dict)
    """Pronouns that may speak, with gender and number: m, f, n, p (several), and 1 for those that name themselves (I, we)."""
    people: frozenset[str] = NONE
    """Nouns of those who speak, in small letters, singular and plural."""
    papers: frozenset[str] = NONE
    """Nouns of what speaks: statement, report, poll."""
    modifiers: frozenset[str] = NONE
    """Words in small letters that may stand before a name (former, spokesman is in `people`)."""
    nobody: frozenset[str] = NONE
    """Words that seem to name a speaker and name nobody: reports, many, what."""
    reported: frozenset[str] = NONE
    """Verb forms by which a sentence goes on reporting without a verb of saying (sei, habe)."""
    hedges: frozenset[str] = NONE
    """Words that take something back from what is said."""
    women: frozenset[str] = NONE
    men: frozenset[str] = NONE
    """Titles, nouns and common given names that tell a woman or a man."""
    templates: tuple[str, ...] = ()
    """Patterns with `who`, `verb` and `what`, for languages whose words are not read one by one."""
    genitives: frozenset[str] = NONE
    """Articles that may stand inside a description, between its nouns (die Sprecherin der Polizei)."""
    impersonal: frozenset[str] = NONE
    """Verbs without a subject whose source stands behind a preposition (heißt es in, говорится в)."""
    after_mark: frozenset[str] = NONE
    """Those of `according` that are it only behind a mark (…, so die Polizei)."""
    separable: Mapping[str, str] = field(default_factory=dict)
    """Verbs that say something only with one of these words behind them (gab … bekannt)."""
    sourced: frozenset[str] = NONE
    """Words before a source only where it is one of `papers` (nach Angaben, in a statement)."""
    within: frozenset[str] = NONE
    """Prepositions behind which those stand who speak, with a verb in the plural (В полиции заявили)."""
    nouns_capital: bool = False
    """Whether every noun has a capital letter, so that no speaker is without one."""
    inverts: bool = False
    """Whether the speaker may stand behind the verb in any sentence (Am Montag teilte die Polizei mit)."""
    comma_clause: bool = False
    """Whether what is said stands behind a comma (sagte am Montag, die Brücke sei …)."""
    capitals: bool = True
    """Whether a capital letter inside a sentence tells a name."""
    case: bool = True
    """Whether the script has capitals at all."""
