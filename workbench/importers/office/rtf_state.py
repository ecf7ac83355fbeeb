"""How words are set in a group of a rich text file, and what its control words say of that."""

from __future__ import annotations

from typing import NamedTuple

from workbench.importers.office.manuscript import NOTE_MARK, SUBSCRIPT, SUPERSCRIPT
from workbench.importers.office.tracked import HIDDEN, STRUCK
from workbench.importers.page import Mark
from workbench.importers.wordlist import wordlist

TEXT, QUIET, SKIP, HEARD, FONTS, STYLES = "text", "quiet", "skip", "heard", "fonts", "styles"
"""What becomes of the words of a group: text; nothing, but groups inside it may be text; nothing at all; they are told apart; they are
the names of fonts or of styles."""

SKIPPED = wordlist(
    "colortbl filetbl objdata fldinst xe tc rxe txe bkmkstart bkmkend nonshppict nonesttables listtable themedata datastore latentstyles"
    " colorschememapping mmathPict template"
)
PASSED = wordlist("shppict nesttableprops field fldrslt shp object result listtext pntext rtf mmath moMathPara")
"""Destinations that are walked through as if they were not there."""
QUIETED = wordlist("shpinst pict picprop sp shpgrp do info moMath moMathParaPr")
HEARD_APART = wordlist("title author operator atnauthor atndate sn sv")
CHARACTERS = {
    "tab": "\t", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "zwj": "\u200d", "zwnj": "\u200c", "ltrmark": "\u200e",
    "rtlmark": "\u200f", "zwbo": "\u200b", "zwnbo": "\u2060",
}  # fmt: skip
SIGNS = {b"~": "\u00a0", b"-": "\u00ad", b"_": "\u2011", b"{": "{", b"}": "}", b"\\": "\\"}
LINES = wordlist("line page sect column lbr nestrow")


class State(NamedTuple):
    """How words are set. `codec` is that of the font, None for the document's own; `replaced` how many characters stand behind each \\u
    for old readers; `author` who deleted, as a number in the list of authors."""

    goes: str = TEXT
    hidden: bool = False
    struck: bool = False
    deleted: bool = False
    moved: bool = False
    note: bool = False
    raised: str = ""
    codec: str | None = None
    replaced: int = 1
    author: int = 0

    @property
    def plain(self) -> State:
        """As it is after \\plain."""
        return State(goes=self.goes, replaced=self.replaced)

    def mark(self, removed: Mark | None) -> Mark | None:
        """What words set so are; `removed` is what is said of those that a tracked change took away."""
        if self.hidden:
            return HIDDEN
        if self.deleted or self.moved:
            return removed
        return STRUCK if self.struck else NOTE_MARK if self.note else None


def changed(state: State, word: str, number: int | None) -> State | None:
    """The state after a control word that sets words; None for any other word."""
    on = number != 0
    if word == "v":
        return state._replace(hidden=on)
    if word in ("strike", "striked"):
        return state._replace(struck=on)
    if word == "deleted":
        return state._replace(deleted=on)
    if word == "mvf":
        return state._replace(moved=on)
    if word in ("super", "sub"):
        return state._replace(raised=(SUPERSCRIPT if word == "super" else SUBSCRIPT) if on else "")
    if word == "nosupersub":
        return state._replace(raised="")
    if word == "plain":
        return state.plain
    if word == "uc":
        return state._replace(replaced=max(0, min(number or 0, 255)))
    return state._replace(author=number or 0) if word == "revauthdel" else None
