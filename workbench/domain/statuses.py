"""What the desk says of a claim, why, and the word that is shown and printed for it."""

from __future__ import annotations

from workbench.domain.terms import Term


class Status(Term):
    """What the desk says of a claim. Only an analyst sets it."""

    OPEN = "open", "Open"
    CONFIRMED = "confirmed", "Confirmed"
    UNCONFIRMED = "unconfirmed", "Unconfirmed"
    DENIED = "denied", "Denied"


class Basis(Term):
    """Why a claim has its status; every status but open needs one."""

    INDEPENDENT_CORROBORATION = "independent_corroboration", "independent corroboration"
    BOTH_PARTIES_ON_RECORD = "both_parties_on_record", "both parties on record"
    FIRST_HAND = "first_hand", "first-hand"
    PUBLIC_DOCUMENT = "public_document", "public document"
    OWN_WORDS = "own_words", "a party's own words"
    UNDISPUTED_PARTY_ACCOUNT = "undisputed_party_account", "undisputed party account"
    SINGLE_ORIGIN = "single_origin", "single origin"
    SINGLE_ANONYMOUS_ORIGIN = "single_anonymous_origin", "single anonymous origin"
    CONFLICTING = "conflicting", "conflicting"
    NOT_CHECKABLE_YET = "not_checkable_yet", "not checkable yet"
    PARTY_DENIAL = "party_denial", "party denial"
    CONTRADICTED = "contradicted_by_evidence", "contradicted by evidence"


BASES: dict[Status, tuple[Basis, ...]] = {
    Status.OPEN: (),
    Status.CONFIRMED: (
        Basis.INDEPENDENT_CORROBORATION,
        Basis.BOTH_PARTIES_ON_RECORD,
        Basis.FIRST_HAND,
        Basis.PUBLIC_DOCUMENT,
        Basis.OWN_WORDS,
        Basis.UNDISPUTED_PARTY_ACCOUNT,
    ),
    Status.UNCONFIRMED: (
        Basis.SINGLE_ORIGIN,
        Basis.SINGLE_ANONYMOUS_ORIGIN,
        Basis.CONFLICTING,
        Basis.NOT_CHECKABLE_YET,
    ),
    Status.DENIED: (Basis.PARTY_DENIAL, Basis.CONTRADICTED),
}

BASIS_MEANS: dict[Basis, str] = {
    Basis.INDEPENDENT_CORROBORATION: "two origins that do not depend on each other",
    Basis.BOTH_PARTIES_ON_RECORD: "each side’s own words on the same act",
    Basis.FIRST_HAND: "the desk has seen the material itself",
    Basis.PUBLIC_DOCUMENT: "a document that anybody can check",
    Basis.OWN_WORDS: "that it was said, not that it is so",
    Basis.UNDISPUTED_PARTY_ACCOUNT: "of its own act, contested by nobody who would know",
    Basis.SINGLE_ORIGIN: "however many articles carry it",
    Basis.SINGLE_ANONYMOUS_ORIGIN: "one origin, and nobody knows who",
    Basis.CONFLICTING: "origins that do not agree",
    Basis.NOT_CHECKABLE_YET: "nothing to check it with so far",
    Basis.PARTY_DENIAL: "a party says that it is not so, by name and day",
    Basis.CONTRADICTED: "the desk’s own finding; prints as REFUTED",
}
"""What each basis asks for, in a few words (product, closed lists)."""

ONE_IS_ENOUGH: dict[Basis, str] = {
    Basis.BOTH_PARTIES_ON_RECORD: "each side of the act is on record in its own words",
    Basis.FIRST_HAND: "the desk has seen the material itself",
    Basis.PUBLIC_DOCUMENT: "anybody can check the document",
    Basis.OWN_WORDS: "the words are those of the party itself",
    Basis.UNDISPUTED_PARTY_ACCOUNT: "a party tells of its own act, and nobody who would know contests it",
}
"""Why a basis that needs no second origin needs none, as a memo says it."""

BASIS_LETTERS: dict[Basis, str] = {
    Basis.INDEPENDENT_CORROBORATION: "i",
    Basis.BOTH_PARTIES_ON_RECORD: "b",
    Basis.FIRST_HAND: "f",
    Basis.PUBLIC_DOCUMENT: "d",
    Basis.OWN_WORDS: "w",
    Basis.UNDISPUTED_PARTY_ACCOUNT: "u",
    Basis.SINGLE_ORIGIN: "s",
    Basis.SINGLE_ANONYMOUS_ORIGIN: "a",
    Basis.CONFLICTING: "c",
    Basis.NOT_CHECKABLE_YET: "n",
    Basis.PARTY_DENIAL: "p",
    Basis.CONTRADICTED: "r",
}


class Verdict(Term):
    """The four printed words and "open". Denied is a stance with a name; refuted is the desk's finding."""

    OPEN = "open", "OPEN"
    CONFIRMED = "confirmed", "CONFIRMED"
    UNCONFIRMED = "unconfirmed", "UNCONFIRMED"
    DENIED = "denied", "DENIED"
    REFUTED = "refuted", "REFUTED"

    @property
    def glyph(self) -> str:
        """The sign that stands for the word beside colour and line style."""
        return {"open": "○", "confirmed": "✓", "unconfirmed": "?", "denied": "✕", "refuted": "R"}[self.value]


_VERDICTS = {status: Verdict(status.value) for status in Status}


def verdict(status: Status, basis: Basis | None) -> Verdict:
    """The word that is shown and printed for a status with its basis."""
    if status is Status.DENIED and basis is Basis.CONTRADICTED:
        return Verdict.REFUTED
    return _VERDICTS[status]
