"""Names and descriptions in the words of a sentence: where one begins that ends before a word, and who is meant by it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.checks.reading.speaker import Sort, Speaker, capital
from workbench.checks.reading.tokens import Token, in_name
from workbench.domain.languages.speech import Speech, words

LONG = 12
"""Words of one name or description between its prepositions."""
_MODIFIER_END = re.compile(r"(?:ern|ian|ican|ese|ish|ive|al|ary|ous|ist|based|backed|old|led|time|born|run|owned|wing|er|or|ing|ed)$")
_ARTICLES = words(
    "the a an his her its their our my der die das den dem des ein eine einer einem einen le la les l’ un une des"
    " el los las una o os as il lo gli i uno both"
)
_ENGLISH = words("the a an his its both")
_MARKS = '“”"«»„'
_NAMES_TOO = frozenset(("may", "march", "april", "june", "august"))
_WHENCE = frozenset(("from", "at", "with"))
_PARTICLES = words("de von van bin al ibn la du del di da der")
OF = frozenset(
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


class Phrases:
    """Reads names and descriptions backwards from their last word."""

    def __init__(self, tokens: Sequence[Token], speech: Speech, cues: frozenset[str]) -> None:
        self.tokens, self.speech, self.cues = tokens, speech, cues

    def is_time(self, at: int) -> bool:
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
        if token.low in _NAMES_TOO and token.text[0].isupper() and token is not self.tokens[0]:
            return False
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
        if end <= 0 or not self._may_end(end - 1):
            return None
        first, named = end - 1, capital(tokens[end - 1]) and s.capitals
        while first > 0 and end - first < LONG:
            token = tokens[first - 1]
            if token.low in s.genitives and first > 1 and capital(tokens[first - 2]) and tokens[first - 2].low not in s.when:
                first -= 1
                continue
            if token.low in s.determiners and not self._stops(token):
                first -= 1
                if first > 0 and tokens[first - 1].low in s.determiners and tokens[first - 1].low not in ("this", "that"):
                    first -= 1
                break
            if self._begins(first, end, named):
                break
            first -= 1
        return first

    def _may_end(self, at: int) -> bool:
        """Whether a word may be the last of a name or description."""
        token, s = self.tokens[at], self.speech
        if (self._stops(token) and not self._is_noun(at)) or token.low in s.determiners:
            return False
        if not token.is_word:
            return in_name(token) and at > 0
        return not token.low.endswith("ly") or capital(token)

    def _begins(self, first: int, end: int, named: bool) -> bool:
        """Whether a name or description begins at `first`, so that the word before it is none of its own."""
        tokens, s, token = self.tokens, self.speech, self.tokens[first - 1]
        small = token.is_word and not capital(token)
        if self._stops(token) or (named and small and not self._describes(first - 1, end)):
            return True
        if token.low in s.when and not capital(tokens[first]):
            return True
        left = tokens[first - 2] if first > 1 else None
        verb = small and token.low.endswith("ed") and left is not None
        return verb and left is not None and (left.low in s.pronouns or capital(left) or left.low in s.relatives)

    def _is_noun(self, at: int) -> bool:
        """Whether a word that may be a verb stands behind an article: one sweeping *question*."""
        near = self.tokens[max(0, at - 3) : at]
        return self.tokens[at].low in self.speech.plain and any(t.low in self.speech.determiners for t in near)

    def _describes(self, at: int, end: int) -> bool:
        """Whether a word in small letters before a name belongs to it (former, spokesman, “the longtime …”)."""
        token, s = self.tokens[at], self.speech
        if token.low in s.people or token.low in s.modifiers or token.text in ("&", "-") or s.nouns_capital or not s.determiners:
            return True
        if at > 0 and self.tokens[at - 1].low in s.joins and not token.low.endswith(("s", "ly")):
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
        while at > 0 and (self.tokens[at - 1].low in s.determiners or self.tokens[at - 1].low in self.speech.only):
            at -= 1
        return at

    def _put_behind(self, at: int) -> bool:
        """Whether an adjective or participle stands behind its noun: a source *familiar* with, a memo *seen* by."""
        word = self.tokens[at].low
        if at < 1 or not (word in self.speech.behind or (word.endswith("ed") and not capital(self.tokens[at]))):
            return False
        noun = self.tokens[at - 1]
        return noun.is_word and (
            noun.low in self.speech.people or noun.low in self.speech.papers or noun.low.endswith("s") or capital(noun)
        )

    def _holds(self, at: int, join: str) -> bool:
        """Whether a noun may have the words behind its preposition as its own."""
        left, s = self.tokens[at], self.speech
        if left.low in s.people or left.low in s.papers or (left.low in self.speech.shares and join == "of"):
            return True
        if not s.people and join in OF:
            return True
        if capital(left) and s.capitals:
            return join in OF or join in ("at", "from")
        return left.low.endswith("s") and not left.low.endswith(("ss", "’s")) and join in ("of", "in", "from", "with", "at", "on", "inside")

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

    def _past_bracket(self, end: int) -> int:
        """Where a bracket behind a name ends (NIS)."""
        if end < len(self.tokens) and self.tokens[end].text == "(":
            for i in range(end + 1, min(len(self.tokens), end + 10)):
                if self.tokens[i].text == ")":
                    return i + 1
        return end
