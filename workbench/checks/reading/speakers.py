"""Who stands before or behind a verb of saying: a name, a description or a pronoun, with what is put beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from workbench.checks.reading.tokens import Token, in_name
from workbench.domain.languages.speech import Speech, words

FAR = 45
"""Tokens that are looked at on either side of a verb; none of it grows with the sentence."""
LONG = 12
"""Words of one name or description between its prepositions."""
_MODIFIER_END = re.compile(r"(?:ern|ian|ican|ese|ish|ive|al|ary|ous|ist|based|backed|old|led|time|born|run|owned|wing|er|or|ing|ed)$")


class Sort(Enum):
    """What names the speaker."""

    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"
    RELATIVE = "relative"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Tokens [first, last) that name a speaker, with what is put beside it; `head` is where its own words end, `who` those words."""

    first: int
    last: int
    who: str
    sort: Sort
    head: int


def capital(token: Token) -> bool:
    """Whether a word is written as a name is, or as a number of letters and digits."""
    return token.is_word and (token.text[0] in "@#" or any(c.isupper() for c in token.text[:6]))


class Names:
    """Reads speakers in the tokens of one sentence."""

    def __init__(self, tokens: Sequence[Token], speech: Speech, cues: frozenset[str]) -> None:
        self.tokens, self.speech, self.cues = tokens, speech, cues

    def before(self, end: int) -> Speaker | None:
        """The speaker that ends right before token `end`."""
        at, closed = self._without_time(end), end
        if at <= 0:
            return None
        token = self.tokens[at - 1]
        if token.text == ")":
            at = self._opening(at - 1)
            token = self.tokens[at - 1] if at > 0 else token
            if at <= 0:
                return None
        if token.text in (",", "–", "—", "-"):
            return self._with_aside(at - 1, token.text)
        found = self._named(at, closed)
        beside = found is not None and found.last < end and self.tokens[at].low not in self.speech.prepositions
        return replace(found, last=end) if found is not None and beside and found.sort is not Sort.PRONOUN else found

    def _named(self, at: int, closed: int) -> Speaker | None:
        """A speaker whose own words end right before `at`; `closed` is where a bracket behind it ends."""
        token = self.tokens[at - 1] if at > 0 else None
        if token is None or not (token.is_word or in_name(token)):
            return None
        if token.low in self.speech.relatives and at > 1:
            return self._relative(at - 1)
        if token.low in self.speech.pronouns and not (token.low in self.speech.determiners and token.low not in _ALONE):
            return Speaker(at - 1, at, token.text, Sort.PRONOUN, at)
        if at > 1 and token.low.endswith("ed") and not capital(token) and self.tokens[at - 2].low in self.speech.papers:
            at -= 1
        first = self._phrase(at)
        if first is None:
            return None
        first = self._joined(self._extended(first, at))
        antecedent = self._antecedent(first)
        if antecedent is not None:
            return antecedent
        return self._speaker(first, at, closed if self.tokens[at : at + 1] and self.tokens[at].text == "(" else at)

    def _relative(self, at: int) -> Speaker | None:
        """Who, which or that right before the verb: the words before it are meant."""
        end = at - 1 if self.tokens[at - 1].text == "," else at
        first = self._phrase(end) if end > 0 else None
        who = self.tokens[at].text
        if first is None:
            return None
        first = self._extended(first, end)
        found = self._speaker(first, end, end)
        if self.tokens[at].low == "who" or (found and self.tokens[end - 1].low in self.speech.papers | self.speech.people):
            return Speaker(at, at + 1, found.who if found else who, Sort.RELATIVE, at)
        return None

    def _without_time(self, end: int) -> int:
        """Where a phrase of time right before `end` begins (Trump on Monday said)."""
        at = end
        while at > 0 and at > end - 5 and (self._is_time(at - 1) or self.tokens[at - 1].text.isdigit()):
            at -= 1
        if at < end and at > 1 and self.tokens[at - 1].low in self.speech.prepositions:
            at -= 1
        return at if at > 0 else end

    def _is_time(self, at: int) -> bool:
        """Whether a word is one of time here: no month that ends a name (Theresa May)."""
        word = self.tokens[at].low
        if word not in self.speech.when:
            return False
        dated = at + 1 < len(self.tokens) and self.tokens[at + 1].text[:1].isdigit()
        return not (word in _NAMES_TOO and at > 0 and capital(self.tokens[at - 1]) and not dated)

    def _opening(self, closing: int) -> int:
        for i in range(closing - 1, max(-1, closing - 12), -1):
            if self.tokens[i].text == "(":
                return i
        return -1

    def _with_aside(self, comma: int, mark: str) -> Speaker | None:
        """A speaker with something put beside it between two commas; one that stands behind a preposition only where there is no other."""
        nearest: Speaker | None = None
        for i in range(comma - 1, max(-1, comma - FAR), -1):
            token = self.tokens[i]
            if token.text in (";", ":"):
                return nearest
            if token.text != mark or i + 1 >= comma:
                continue
            found = self._before_aside(i, comma)
            if found is not None and not (found.first > 0 and self.tokens[found.first - 1].low in self.speech.prepositions):
                return found
            nearest = nearest or found
        return nearest

    def _before_aside(self, left: int, right: int) -> Speaker | None:
        own = left
        if own > 0 and self.tokens[own - 1].text == ")":
            own = self._opening(own - 1)
        if own <= 0 or not self._beside(left + 1, right):
            return None
        token = self.tokens[own - 1]
        if not token.is_word:
            return None
        if token.low in self.speech.relatives:
            return self._relative(own - 1)
        if token.low in self.speech.pronouns:
            return Speaker(own - 1, own, token.text, Sort.PRONOUN, own) if token.low not in self.speech.determiners else None
        first = self._phrase(own)
        if first is None:
            return None
        first = self._extended(first, own)
        found = self._speaker(first, own, right)
        if found is None:
            return None
        name = self._name_beside(left + 1, right)
        if name and self._described(found, name):
            return Speaker(first, right, name, Sort.NAME, own)
        return found

    def _beside(self, first: int, last: int) -> bool:
        """Whether the words between two commas may be put beside a name, and are no clause of their own."""
        token = self.tokens[first]
        s = self.speech
        if not token.is_word:
            return False
        if token.low in s.relatives or token.low in ("whose", "whom", "where", "when", "now", "then", "speaking", "himself", "herself"):
            return True
        if token.low in s.determiners or token.low in s.people or token.low in s.modifiers or token.text.isdigit():
            return True
        if token.low in s.prepositions or token.low.endswith(("ing", "ed")) or token.low in ("who’s", "who’d", "who’ll", "like", "as"):
            return True
        return (capital(token) and token.low not in s.pronouns) or last - first <= 3

    def _name_beside(self, first: int, last: int) -> str:
        """The name that is put beside a description: the words with capitals that open the aside, up to a mark or a preposition."""
        at = first
        while at < last and at - first < 6 and (capital(self.tokens[at]) or (at > first and self.tokens[at].low in _PARTICLES)):
            at += 1
        whole = at == last or not self.tokens[at].is_word or self.tokens[at].low in self.speech.prepositions
        named = at > first and whole and self.speech.capitals and self.tokens[first].low not in self.speech.determiners
        return " ".join(t.text for t in self.tokens[first:at]) if named else ""

    def _described(self, speaker: Speaker, name: str) -> bool:
        """Whether words only describe the one whose name is put beside them: the governor of Texas, Ann Reyes."""
        if speaker.sort is Sort.DESCRIPTION:
            return True
        words, s = self.tokens[speaker.first : speaker.head], self.speech
        head = next((words[n - 1] for n in range(1, len(words)) if words[n].low in s.joins or words[n].low in s.genitives), words[-1])
        plain = not capital(head) or (s.nouns_capital and words[0].low in s.determiners)
        return plain and " " in name

    def _stops(self, token: Token) -> bool:
        """Whether no name or description reaches over a token to the left."""
        if not token.is_word:
            return not (in_name(token) or token.text in ("&", "-", "/"))
        s = self.speech
        if token.low in s.prepositions or token.low in s.breaks or token.low in s.relatives or token.low in s.also:
            return True
        if token.low in s.pronouns and token.low not in s.determiners:
            return True
        noun = token.low in s.papers or token.low in s.people
        if token is self.tokens[0] and token.low in s.between and not noun:
            return True
        return not token.text[0].isupper() and (
            (token.low in self.cues and not noun) or token.low in s.between or token.low in s.participles
        )

    def _phrase(self, end: int) -> int | None:
        """Where the name or description begins whose last word stands before `end`; None where none does."""
        tokens, s = self.tokens, self.speech
        if end <= 0 or (self._stops(tokens[end - 1]) and not self._is_noun(end - 1)) or tokens[end - 1].low in s.determiners:
            return None
        if not tokens[end - 1].is_word and not (in_name(tokens[end - 1]) and end > 1):
            return None
        if tokens[end - 1].low.endswith("ly") and not capital(tokens[end - 1]):
            return None
        first, named = end - 1, capital(tokens[end - 1]) and s.capitals
        while first > 0 and end - first < LONG:
            token = tokens[first - 1]
            if self._stops(token):
                break
            if token.low in s.genitives and first > 1 and capital(tokens[first - 2]) and tokens[first - 2].low not in s.when:
                first -= 1
                continue
            if token.low in s.determiners:
                first -= 1
                if first > 0 and tokens[first - 1].low in s.determiners and tokens[first - 1].low not in ("this", "that"):
                    first -= 1
                break
            if named and token.is_word and not capital(token) and not self._describes(first - 1, end):
                break
            if token.low in s.when and not capital(tokens[first]):
                break
            if token.low.endswith("ed") and first > 1 and not capital(token):
                left = tokens[first - 2]
                if left.low in s.pronouns or capital(left) or left.low in s.relatives:
                    break
            first -= 1
        return first

    def _is_noun(self, at: int) -> bool:
        """Whether a word that may be a verb stands behind an article: one sweeping *question*."""
        near = self.tokens[max(0, at - 3) : at]
        return self.tokens[at].low in self.speech.plain and any(t.low in self.speech.determiners for t in near)

    def _describes(self, at: int, end: int) -> bool:
        """Whether a word in small letters before a name belongs to it (former, spokesman, “the longtime …”)."""
        token, s = self.tokens[at], self.speech
        if token.low in s.people or token.low in s.modifiers or token.text in ("&", "-") or s.nouns_capital or not s.determiners:
            return True
        for i in range(at - 1, max(-1, at - 5, end - LONG), -1):
            if self.tokens[i].low in s.determiners:
                return True
            if self._stops(self.tokens[i]) or capital(self.tokens[i]):
                return False
        return bool(_MODIFIER_END.search(token.low)) and at > 0 and self.tokens[at - 1].text == ","

    def _extended(self, first: int, end: int) -> int:
        """The beginning with what stands before a preposition: a spokesman *for* Trump, a source familiar *with* the plan."""
        s, accepted, base = self.speech, first, first
        for _ in range(4):
            at = first - 1
            if at < 1 or self.tokens[at].low not in s.joins:
                break
            left, join = self.tokens[at - 1], self.tokens[at].low
            if left.low in s.determiners or (left.low in s.pronouns and s.pronouns[left.low] == "2"):
                return self._quantity(at - 1) if join in ("of", "in", "from", "on", "with") else accepted
            own = at - 1 if self._put_behind(at - 1) else at
            wider = self._phrase(own) if left.is_word and own > 0 else None
            if wider is None or (capital(left) and left.low in s.when):
                break
            first = wider
            if self._holds(own - 1, join) or self.tokens[first].low in s.determiners:
                accepted = first
        led = accepted > 0 and self.tokens[accepted - 1].low in s.prepositions and s.case
        return base if led else accepted

    def _quantity(self, at: int) -> int:
        """The beginning of "only some of", "at least half of"."""
        s = self.speech
        while at > 0 and (self.tokens[at - 1].low in s.determiners or self.tokens[at - 1].low in _ONLY):
            at -= 1
        return at

    def _put_behind(self, at: int) -> bool:
        """Whether an adjective or participle stands behind its noun: a source *familiar* with, a memo *seen* by."""
        word = self.tokens[at].low
        if at < 1 or not (word in _BEHIND or (word.endswith("ed") and not capital(self.tokens[at]))):
            return False
        noun = self.tokens[at - 1]
        return noun.is_word and (
            noun.low in self.speech.people or noun.low in self.speech.papers or noun.low.endswith("s") or capital(noun)
        )

    def _holds(self, at: int, join: str) -> bool:
        """Whether a noun may have the words behind its preposition as its own."""
        left, s = self.tokens[at], self.speech
        if left.low in s.people or left.low in s.papers or (left.low in _SHARES and join == "of"):
            return True
        if not s.people and join in _OF:
            return True
        if capital(left) and s.capitals:
            return join in _OF or join in ("at", "from")
        return left.low.endswith("s") and not left.low.endswith(("ss", "’s")) and join in ("of", "in", "from", "with", "at", "on", "inside")

    def _joined(self, first: int) -> int:
        """The beginning with the other names of a list: Carson, Cruz *and* Paul."""
        s = self.speech
        at = first - 1
        if at < 1 or self.tokens[at].low not in s.also or self.tokens[at].low in ("but",):
            return first
        left = at - 1 if self.tokens[at - 1].text == "," else at
        begin = self._phrase(left) if left > 0 and self._alike(left - 1) else None
        if begin is None:
            return first
        begin = self._extended(begin, left)
        for _ in range(5):
            if begin < 2 or self.tokens[begin - 1].text != "," or not self._alike(begin - 2):
                break
            further = self._phrase(begin - 1)
            if further is None:
                break
            begin = further
        open_left = begin == 0 or self.tokens[begin - 1].low in s.breaks or self.tokens[begin - 1].text in (",", "“", "—", "–", ":", ";")
        return begin if open_left else first

    def _alike(self, at: int) -> bool:
        token = self.tokens[at]
        return capital(token) or token.low in self.speech.people

    def _antecedent(self, first: int) -> Speaker | None:
        """Those who a relative clause right before the verb is about: *voters* who back Trump say."""
        s = self.speech
        for i in range(first - 1, max(0, first - 14), -1):
            token = self.tokens[i]
            if token.is_quotation or token.text in (",", ";", ":", "—", "–"):
                return None
            if token.low in ("who", "whose") or (token.low == "that" and i < first - 1 and self.tokens[i - 1].low in s.papers):
                if i == first - 1:
                    return None
                if self.tokens[i - 1].text == "," and i > 1:
                    i -= 1
                left = self.tokens[i - 1]
                if capital(left) and s.capitals and (begin := self._phrase(i)) is not None:
                    return self._speaker(self._extended(begin, i), i, i)
                if (
                    left.low not in s.people
                    and not left.low.endswith("s")
                    and left.low not in ("those", "one")
                    and left.low not in s.papers
                ):
                    return None
                if left.low in s.determiners:
                    return Speaker(i - 1, i, left.text, Sort.PRONOUN, i)
                begin = self._phrase(i)
                return self._speaker(self._extended(begin, i), i, i) if begin is not None else None
            if token.low in _CLAUSES:
                return None
            left = self.tokens[i - 1]
            if token.low.endswith("ing") and left.low in s.people and (begin := self._phrase(i)) is not None:
                if begin == 0 or self.tokens[begin - 1].low in s.also or self.tokens[begin - 1].low in _CLAUSES:
                    return self._speaker(begin, i, i)
        return None

    def _speaker(self, first: int, end: int, last: int) -> Speaker | None:
        """The tokens as a speaker, where they may be one."""
        tokens, s = self.tokens, self.speech
        own = first
        while own < end - 1 and (tokens[own].text in _ARTICLES or tokens[own].low in _ENGLISH):
            own += 1
        if end - own == 1 and (tokens[own].low in s.nobody or (tokens[own].low.endswith("’s") and not capital(tokens[own]))):
            return None
        if tokens[end - 1].low.endswith(("’s", "s’")) or tokens[end - 1].text.isdigit():
            return None
        named = s.capitals and any(capital(t) for t in tokens[own:end] if t.is_word and not (t is tokens[0] and t.low in s.people))
        if s.nouns_capital and not named:
            return None
        if first == 0 and end == 1 and named and _ADVERB.search(tokens[0].low):
            return None
        if first == 0 and named and not any(capital(t) for t in tokens[max(own, 1) : end] if t.is_word):
            named = end - own == 1 and tokens[own].low not in s.people
        end = self._person_end(own, end) if named else end
        who = " ".join(t.text.strip(_MARKS) if t.is_quotation and end - own == 1 else t.text for t in tokens[own:end])
        if first == 0 and " " not in who and tokens[own].low in s.people | s.papers and not tokens[own].text.isupper():
            who = who[:1].lower() + who[1:]
        return Speaker(first, last, who, Sort.NAME if named else Sort.DESCRIPTION, end)

    def _person_end(self, own: int, end: int) -> int:
        """Where a person’s name ends before what only tells whence: Robin Hale *from* the police."""
        for at in range(own + 2, end - 1):
            if self.tokens[at].low in _WHENCE:
                return at if all(capital(t) for t in self.tokens[at - 2 : at]) else end
            if self.tokens[at].low in self.speech.also:
                return end
        return end

    def after(self, start: int, *, goes_on: bool = False) -> Speaker | None:
        """The speaker that begins at token `start`, with what is put beside it; that must end with a comma where the sentence goes on."""
        tokens, s = self.tokens, self.speech
        if start >= len(tokens) or not (tokens[start].is_word or in_name(tokens[start])):
            return None
        if tokens[start].low in s.pronouns and tokens[start].low not in s.determiners:
            return Speaker(start, start + 1, tokens[start].text, Sort.PRONOUN, start + 1)
        end = self._forward(start)
        if end <= start:
            return None
        found = self._speaker(start, end, end)
        if found is None or self._is_time(end - 1):
            return None
        last, bracket = self._beside_after(end), self._past_bracket(end)
        if goes_on and last > bracket and (last >= len(tokens) or tokens[last].text != ","):
            last = bracket
        name = self._name_beside(end + 1, last) if last > end + 1 else ""
        if name and self._described(found, name):
            return Speaker(start, last, name, Sort.NAME, end)
        return Speaker(start, last, found.who, found.sort, end)

    def _forward(self, start: int) -> int:
        """Where the name or description ends that begins at `start`."""
        tokens, s, at, seen = self.tokens, self.speech, start, False
        while at < len(tokens) and at - start < LONG + 6:
            token = tokens[at]
            if not token.is_word:
                if token.text in ("&", "-", "/") or (in_name(token) and at + 1 < len(tokens) and tokens[at + 1].is_word):
                    at += 1
                    continue
                break
            if seen and self._is_time(at):
                break
            if token.low in s.joins and seen:
                follows = tokens[at + 1] if at + 1 < len(tokens) else None
                if follows is None or not follows.is_word or not self._continues(token, follows, tokens[at - 1], at):
                    break
                at += 1
                continue
            if token.low in s.also and seen and at + 1 < len(tokens):
                alike = s.inverts and not self._stops(tokens[at + 1]) and tokens[at + 1].low not in s.determiners
                if s.capitals and ((capital(tokens[at + 1]) and capital(tokens[at - 1])) or (alike and not capital(tokens[at + 1]))):
                    at += 1
                    continue
                break
            if token.low == "of" and at > start and not seen:
                at += 1
                continue
            if token.low in s.genitives and seen and at + 1 < len(tokens) and tokens[at + 1].is_word and not self._stops(tokens[at + 1]):
                at += 1
                continue
            if (token.low in s.determiners and not seen) or (token.low in s.determiners and tokens[at - 1].low in s.joins):
                at += 1
                continue
            if self._stops(token) or (seen and token.low in s.determiners):
                break
            if (
                seen
                and s.capitals
                and capital(tokens[at - 1])
                and not capital(token)
                and token.low not in s.people | s.papers
                and not (self._headed(start, at) or self._named_later(at))
            ):
                break
            if (
                seen
                and token.low.endswith("ed")
                and not capital(token)
                and (tokens[at - 1].low in s.people | s.papers or capital(tokens[at - 1]))
            ):
                break
            seen, at = True, at + 1
        while at > start and (tokens[at - 1].low in s.joins or tokens[at - 1].low in s.determiners or tokens[at - 1].low in s.also):
            at -= 1
        return at if seen else start

    def _named_later(self, at: int) -> bool:
        """Whether a name follows the adjective at a token (глава Херсонской областной администрации Прокудин)."""
        if not self.speech.inverts or self.speech.nouns_capital:
            return False
        for token in self.tokens[at : at + 5]:
            if self._stops(token) or token.low in self.speech.when or token.low in self.speech.determiners:
                return False
            if capital(token):
                return True
        return False

    def _headed(self, start: int, at: int) -> bool:
        """Whether a noun in small letters ends what began with "the" or "a" (an Associated Press *account*)."""
        opened = self.tokens[start].low in self.speech.determiners
        follows = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return opened and (follows is None or not follows.is_word or follows.low in self.speech.joins or follows.low in self.speech.when)

    def _continues(self, join: Token, follows: Token, before: Token, at: int) -> bool:
        s = self.speech
        if follows.low in s.when or follows.low in s.papers:
            return False
        if follows.low in s.determiners:
            second = self.tokens[at + 2] if at + 2 < len(self.tokens) else None
            if join.low not in _OF and (second is None or second.low in s.papers or second.low in s.when):
                return False
            return join.low in _OF or before.low in s.people
        if join.low in _OF:
            return follows.is_word and not self._stops(follows)
        return (capital(follows) and s.capitals and (before.low in s.people or join.low in ("at", "from"))) or follows.low in s.people

    def _past_bracket(self, end: int) -> int:
        """Where a bracket behind a name ends (NIS)."""
        if end < len(self.tokens) and self.tokens[end].text == "(":
            for i in range(end + 1, min(len(self.tokens), end + 10)):
                if self.tokens[i].text == ")":
                    return i + 1
        return end

    def _beside_after(self, end: int) -> int:
        """Where what is put beside a name behind it ends: ", a spokesman for Trump"; `end` where nothing is."""
        tokens, s = self.tokens, self.speech
        end = self._past_bracket(end)
        if end + 1 >= len(tokens) or tokens[end].text != ",":
            return end
        follows = tokens[end + 1]
        if not follows.is_word or follows.low in s.participles or follows.low in s.pronouns or follows.low in s.also:
            if follows.low not in s.relatives or follows.low == "that":
                return end
        if not (
            follows.low in s.determiners
            or follows.low in s.people
            or follows.low in s.modifiers
            or follows.low in s.relatives
            or capital(follows)
        ):
            return end
        for i in range(end + 1, min(len(tokens), end + FAR)):
            if tokens[i].is_quotation and not in_name(tokens[i]):
                return end if i > end + 12 else i
            if tokens[i].text in (";", ":", ".", "—", "–") or (tokens[i].text == "," and not self._place(i)):
                return i
        return end

    def _place(self, comma: int) -> bool:
        """Whether a comma stands inside the words put beside: before the name of a state or a further office."""
        follows = self.tokens[comma + 1] if comma + 1 < len(self.tokens) else None
        return bool(follows and capital(follows) and comma + 2 < len(self.tokens) and self.tokens[comma + 2].text == ",")


_ALONE = words("one many some most several few those both this that these all another others")
_BEHIND = frozenset(
    ["familiar", "close", "involved", "aware", "opposed", "loyal", "responsible", "seen", "near", "critical", "sympathetic"]
)
_ONLY = words("only just even at least nearly almost about roughly than more fewer up to")
_SHARES = frozenset(
    [
        "quarter",
        "half",
        "third",
        "majority",
        "percent",
        "number",
        "handful",
        "pair",
        "group",
        "plurality",
        "host",
        "slew",
        "range",
        "coalition",
    ]
)
_ARTICLES = frozenset(
    [
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "der",
        "die",
        "das",
        "den",
        "dem",
        "des",
        "ein",
        "eine",
        "einer",
        "einem",
        "einen",
        "le",
        "la",
        "les",
        "l’",
        "un",
        "une",
        "des",
        "el",
        "los",
        "las",
        "una",
        "o",
        "os",
        "as",
        "il",
        "lo",
        "gli",
        "i",
        "uno",
        "both",
    ]
)
_CLAUSES = words("and but because while if when whereas although though what where whether as")
_ENGLISH = words("the a an his its both")
_MARKS = '“”"«»„'
_NAMES_TOO = frozenset(("may", "march", "april", "june", "august"))
_WHENCE = frozenset(("from", "at", "with"))
_PARTICLES = words("de von van bin al ibn la du del di da der")
_OF = frozenset(
    (
        "of",
        "for",
        "de",
        "von",
        "van",
        "der",
        "des",
        "du",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "dell’",
        "dei",
        "degli",
        "delle",
        "dello",
        "al",
        "bin",
        "la",
    )
)
_ADVERB = re.compile(
    r"(?:ly|ed|wards?|wise)$|^(?:meanwhile|then|later|earlier|still|yet|also|now|soon|once|here|none|so|thus|instead|afterwards?|perhaps"
    r"|maybe|what|together|alongside|otherwise|indeed|when|where|why|how|if|as|but|and|or|nor|for|since|until|after|before|because|although|while|to|in|on|at|from)$"
)
