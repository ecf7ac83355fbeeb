"""How a language writes numbers: separators, words, scales, counters, units and what stands around them, as data for the one grammar.

Every part is a text, so that a language is read at a glance; `checks/reading/lexicon.py` makes tables of it. A list is words with
spaces between ("_" for a space inside a phrase); a table is words each with its number behind it ("two 2 three 3"); groups are
"key=words" with "|" between. All words are in small letters and composed. What is empty is not known and is not read.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of one language."""

    thousands: str = ""
    """The signs that may part thousands, each one code point."""
    decimal: str = ""
    """The signs before a fraction."""

    # Numbers in words

    cardinals: str = ""
    """Table: words up to 900; what is above is a scale."""
    doubtful: str = ""
    """List: cardinals that are other words, too; read only before a unit or a noun of `people` or `things`."""
    one: str = ""
    """List: words that are 1 only before a scale, a multiple or a fraction ("a million")."""
    multiples: str = ""
    """Table: nouns that multiply what stands before them ("dozen 12")."""
    many: str = ""
    """Table: more than one of these, nobody knows how many ("dozens 12")."""
    of: str = ""
    """List: what may stand between a scale, a multiple or a fraction and what is counted."""
    scales: str = ""
    """Table: words with the power of ten by which they multiply ("million 6")."""
    abbreviations: str = ""
    """List: scales that may have a full stop behind them."""
    bare: str = ""
    """List: scales and multiples that are 1 of them without a word before ("mille")."""
    joiners: str = ""
    """List: words between the parts of a number ("two hundred and five")."""
    joined_from: int = 20
    """The least that must stand before such a word."""
    glued: bool = False
    """Whether the parts of a number are written as one word."""
    unit_first: bool = False
    """Whether units stand before tens ("zweiundzwanzig")."""
    vigesimal: bool = False
    """Whether 60 and 80 take ten to nineteen ("soixante-douze")."""
    prefixes: str = ""
    """List: letters that may be glued before a number ("and", "in"), as Arabic and Hebrew have them."""
    digits: str = ""
    """Signs for 0 to 9 where the language writes numbers by place and multiplier (Chinese numerals), with a space between their ways."""
    multipliers: str = ""
    """Table: signs that multiply inside such a number, with their powers of ten."""
    several: str = ""
    """Signs before such a number that make it one of many ("several tens")."""
    half: str = ""
    """List: words for a half."""
    no_half: str = ""
    """List: words behind which it is a part and no amount ("the first half")."""
    one_and_half: str = ""
    """List: words for one and a half."""
    and_half: str = ""
    """List: what adds a half to the number before it."""
    fractions: str = ""
    """Table: words with what they divide by ("third 3")."""
    ordinals: str = ""
    """Table: ordinals that are nothing else."""
    ordinal_endings: str = ""
    """List: what is glued to digits to make an ordinal."""
    ordinal_point: bool = False
    """Whether a full stop behind digits makes an ordinal."""
    determiners: str = ""
    """List: words before such an ordinal."""
    minus: str = ""
    """List: words for below zero."""
    none: str = ""
    """List: words for no such thing, read only before a noun of `people`."""

    # How sure, and from where to where

    about: str = ""
    at_least: str = ""
    more_than: str = ""
    at_most: str = ""
    fewer_than: str = ""
    """Lists: phrases before a number."""
    nearly: str = ""
    """List: near it, and no more."""
    after: str = ""
    """Groups of phrases behind a number or what it counts, by qualifier: about, at_least, more_than, at_most."""
    filler: str = ""
    """List: phrases between a qualifier and its number that change nothing."""
    to: str = ""
    """List: words between the two ends of a range."""
    between: str = ""
    """List: words before a range whose ends are joined by one of `between_and`."""
    between_and: str = ""
    source: str = ""
    """List: words before the first of two numbers that are before and after, not a range ("from 10 to 20")."""

    # Units

    units: str = ""
    """Groups: words for a unit, by its key (checks/reading/units.py)."""
    percent_before: str = ""
    """List: what stands before a number of hundredths."""
    money: str = ""
    """Groups: words for a currency, by its ISO 4217 code."""
    speed_before: str = ""
    """List: words before a length that make it a speed by the hour."""
    more: str = ""
    """Signs between a number and its counter that make it more than that."""
    cohorts: str = ""
    """List: counters that make an age group of a round number."""
    counters: str = ""
    """List: counters glued to a number where the language has them; what they count stands before the number or behind the counter."""
    no_counters: str = ""
    """List: what makes a glued number a date, a time, a rank or a name."""
    particles: str = ""
    """List: endings that may follow a counter or a bare number without a space."""

    # What is no amount

    labels: str = ""
    """List: nouns whose number is a name ("page 3")."""
    streets: str = ""
    """List: words, or ends of words, of addresses."""
    clock_before: str = ""
    """List: words before a bare time of the clock ("at")."""
    clock_after: str = ""
    """List: phrases behind one ("o'clock")."""
    clock_hours: str = ""
    """List: words for hours that make one where a word of `clock_before` stands before ("à 18 heures")."""
    year_before: str = ""
    """List: words before a year."""
    ago: str = ""
    """List: words that make a duration a moment."""

    # What is counted

    people: str = ""
    things: str = ""
    """Lists: nouns that are counted, in the forms that stand behind a number."""
    nouns: str = ""
    """Where the noun stands: "plural" the first plural behind the number, "capital" the first capital, "next" the next word."""
    adjectives: str = ""
    """List: endings of words that may stand between a number and its noun."""
    owner_first: bool = False
    """Whether a word with a capital behind a number is seldom the noun, but whose it is."""
    modifiers: str = ""
    """List: words between a number and its noun that say nothing of it ("other")."""
    stops: str = ""
    """List: words at which what is counted has ended."""
    aged: str = ""
    """List: words before an age."""
    years_old: str = ""
    """List: phrases behind an age."""
    states: str = ""
    """Groups: what became of those counted, by its English key, as it stands behind them."""
    states_before: str = ""
    """Groups: the same, as it stands before the number."""
    auxiliary: str = ""
    """List: words between those counted and what became of them."""

    # Days and hours

    months: str = ""
    """Table: names of months, long and short."""
    weekdays: str = ""
    """Table: names of weekdays with their numbers; Monday is 1."""
    relative_days: str = ""
    """Table: words for a day with how far it is from today ("yesterday -1")."""
    last: str = ""
    next: str = ""
    """Lists: words before (or behind) a weekday that say which."""
    periods: str = ""
    """Groups: week, month and year with the words that make them the last ("last_week")."""
    halves_of_day: str = ""
    """Groups: am, pm with their words."""
