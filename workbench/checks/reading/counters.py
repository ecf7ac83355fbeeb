"""What a number counts where the language has counters: 1500명, 52人, 14个居民点. Only known counters make an amount of it."""

from __future__ import annotations

import re

from workbench.checks.reading.amounts import Amount
from workbench.checks.reading.around import Around
from workbench.checks.reading.counted import Counted
from workbench.domain.spans import Span

_WORD = re.compile(r"[\u3400-\u9fff々]{1,8}|[\uac00-\ud7a3]{1,10}|[\u30a0-\u30ff]{1,12}")
_BEFORE = 16  # code points before a number in which what it counts stands
_BEHIND = 24
HUNDRED = 100


def counted_by_counter(around: Around, amount: Amount) -> Counted | None:
    """What the counter behind a number counts; None where something else is glued to it."""
    text, lexicon = around.text, around.lexicon
    behind = text[amount.end : amount.end + _BEHIND]
    if any(behind.startswith(word) for word in lexicon.lists["no_counters"]):
        return None
    found = lexicon.glued.match(text, amount.end) if lexicon.glued else None
    if found and found["word"] in lexicon.lists["counters"]:
        cohort = found["word"] in lexicon.lists["cohorts"] and amount.value is not None and amount.value < HUNDRED and not amount.value % 10
        if cohort or (amount.form != "digits" and not _sure(around, amount, found["word"])):
            return None
        return _named(around, amount, Span(*found.span("word")))
    if amount.form != "digits" or amount.many or (amount.start and text[amount.start - 1].isalpha()):
        return None
    follows = behind[:1]
    bare = not follows.isalnum() or any(behind.startswith(word) for word in lexicon.lists["particles"])
    return Counted(end=amount.end) if bare and amount.form == "digits" and _alone(behind) else None


def _alone(behind: str) -> bool:
    """Whether a number without a counter ends here: a space and a word may be one that makes it something else, but no amount less."""
    return not behind[:1].isascii() or not behind[:1].isalnum()


def _sure(around: Around, amount: Amount, counter: str) -> bool:
    """Whether signs are a number and not part of a word: one is a word of its own, and a letter before them may belong to them."""
    text, start = around.text, amount.start
    if amount.value in (0, 1) or amount.value is None:
        return False
    lists, single = around.lexicon.lists, amount.core - start == 1
    if around.lexicon.native:  # Korean: words stand apart, and one sign alone is mostly another word
        apart = start == 0 or not text[start - 1].isalpha()
        return apart and (amount.form == "words" or not single or (amount.value >= HUNDRED and counter in lists["people"]))
    return not (single and amount.value >= HUNDRED) and (counter in lists["people"] or counter in lists["things"])


def _named(around: Around, amount: Amount, counter: Span) -> Counted:
    """What is counted: the words behind a counter where they end soon, else the counter; the word before the number is the owner."""
    text, lexicon = around.text, around.lexicon
    before = text[max(0, amount.start - _BEFORE) : amount.start].rstrip()
    found = list(_WORD.finditer(before))
    owner = found[-1][0] if found and found[-1].end() == len(before) else ""
    for phrase in sorted([*lexicon.before.of, *lexicon.lists["filler"]], key=len, reverse=True):
        owner = owner.removesuffix(phrase)
    if owner in lexicon.lists["no_counters"] | lexicon.lists["to"] or owner.endswith(tuple(lexicon.lists["particles"] or ("\n",))):
        owner = ""
    noun = text[counter.start : counter.end]
    behind = _WORD.match(text, counter.end)
    if noun in lexicon.lists["things"] and behind and not text[behind.end() : behind.end() + 1].isalnum():
        counter, noun = Span(behind.start(), behind.end()), behind[0]
    return Counted(noun, counter, owner, _state(around, counter.end), counter.end, known=True)


def _state(around: Around, end: int) -> str:
    """What became of those counted, close behind the counter and before the sentence goes on."""
    behind = re.split(r"[、，,。.；;\n\d]", around.text[end : end + _BEHIND])[0]
    found = [(behind.find(word), state) for word, state in around.lexicon.groups["states"].items() if word in behind]
    return min(found)[1] if found else ""
