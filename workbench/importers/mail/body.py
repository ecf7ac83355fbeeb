"""Which parts of a mail are its text, and which are documents that it carries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from workbench.domain.errors import ImportRefused
from workbench.domain.plurals import counted
from workbench.importers.mail.parts import Part
from workbench.importers.mail.texts import PAGES, Text, text_of, words_shown

_REPORTS = frozenset(
    {"message/delivery-status", "message/disposition-notification", "message/feedback-report", "message/global-delivery-status"}
)
_DOCUMENTS = frozenset({"text/calendar", "text/csv", "text/vcard", "text/x-vcard", "text/directory", "text/css", "text/javascript"})
"""Text that no mail program shows as the text of the mail."""
_APART = frozenset(
    {
        "application/pgp-signature",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "application/applefile",
        "text/x-amp-html",
    }
)
"""What belongs to another part and is no document."""
_SEALED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_ENCRYPTED = "The mail is encrypted ({}): only its head can be read. Decrypt it in the mail program, and save it from there."
_WRAPPED = "Its text is wrapped into a signature (S/MIME): only its head can be read. Open it in the mail program, and save it from there."
_FEW = 0.1
"""The part of the words that two texts of one mail may differ in and still say the same."""
_FIGURE = re.compile(r"\d")


@dataclass(slots=True)
class Found:
    """What was found in a mail: its texts in order, the parts that it carries, and what is to be said of it."""

    texts: list[Text] = field(default_factory=list)
    carried: list[Part] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    pictures: set[str] = field(default_factory=set)

    def add(self, other: Found) -> None:
        self.texts += other.texts
        self.carried += other.carried
        self.warnings += other.warnings
        self.pictures |= other.pictures

    @property
    def words(self) -> Counter[str]:
        return sum((words_shown(text) for text in self.texts), Counter[str]())


def found_in(part: Part, name: str, encoding: str | None) -> Found:
    """What is in a mail, or in a part of it. Raises ImportRefused only where the analyst's own choice of an encoding does not fit."""
    return _Search(name, encoding).within(part, alone=True)


class _Search:
    def __init__(self, name: str, encoding: str | None) -> None:
        self._name = name
        self._encoding = encoding

    def within(self, part: Part, *, alone: bool) -> Found:
        """`alone` says that nothing before it in the mail is its text."""
        if not part.parts:
            return self._leaf(part, alone)
        if part.type == "multipart/alternative":
            return self._alternative(part, alone)
        found = Found()
        if part.type == "multipart/encrypted":
            found.warnings.append(_ENCRYPTED.format("PGP"))
            return found
        inside, after = _related(part) if part.type == "multipart/related" else (part.parts, [])
        for each in inside:
            found.add(self.within(each, alone=alone and not found.texts))
        found.carried += after
        return found

    def _leaf(self, part: Part, alone: bool) -> Found:
        found = Found()
        if part.type in _SEALED:
            signed = "signed" in part.head.parameter("smime-type").lower()
            found.warnings.append(_WRAPPED if signed else _ENCRYPTED.format("S/MIME"))
        elif part.type in _APART:
            pass
        elif not _is_text(part, alone):
            found.carried.append(part)
        else:
            self._read(part, found)
        return found

    def _read(self, part: Part, found: Found) -> None:
        try:
            text = text_of(part, self._name, self._encoding)
        except ImportRefused as refused:
            if self._encoding:
                raise
            found.warnings.append(f"A text of the mail could not be read: {refused.reason}")
            return
        if part.type.startswith("multipart/") and text.text.strip():
            found.warnings.append("The mail says that it has parts, and none were found: it was read as it stands.")
        found.pictures |= text.pictures
        if text.text.strip():
            found.texts.append(text)
        found.warnings += text.warnings

    def _alternative(self, part: Part, alone: bool) -> Found:
        """Of several forms of one text the plain one, unless another says more; what else is inside is carried all the same."""
        forms = [self.within(each, alone=alone) for each in part.parts]
        found = Found()
        for form in forms:
            found.carried += form.carried
            found.pictures |= form.pictures
        shown = [form for form in forms if form.texts]
        plain = next((form for form in shown if not any(text.is_page for text in form.texts)), None)
        page = next((form for form in reversed(shown) if any(text.is_page for text in form.texts)), None)
        chosen = plain or page
        if plain and page:
            chosen, said = _fuller(plain, page)
            found.warnings += said
        if chosen is None:
            found.warnings += [warning for form in forms for warning in form.warnings]
        else:
            found.texts, found.warnings = chosen.texts, found.warnings + chosen.warnings
        return found


def _is_text(part: Part, alone: bool) -> bool:
    kind = part.type
    if kind in _DOCUMENTS or part.head.disposition == "attachment":
        return False
    if kind in _REPORTS or kind.startswith("multipart/"):
        return True
    if not alone and (part.head.parameter("filename", "content-disposition") or part.head.parameter("name")):
        return False
    return kind.startswith("text/") or kind in PAGES


def _related(part: Part) -> tuple[list[Part], list[Part]]:
    """The part that the others belong to, and those."""
    start = part.head.parameter("start").strip("<> ").encode("utf-8", "replace")
    root = next((each for each in part.parts if start and each.head.raw("content-id").strip(b"<> ") == start), part.parts[0])
    return [root], [leaf for each in part.parts if each is not root for leaf in each.leaves()]


def _fuller(plain: Found, page: Found) -> tuple[Found, Iterable[str]]:
    """The plain text where the page says the same, else the one with more words, and that they differ."""
    one, other = plain.words, page.words
    only_plain, only_page = one - other, other - one
    differ = only_plain.total() > _FEW * one.total() or only_page.total() > _FEW * other.total()
    if not differ and not any(map(_FIGURE.search, (*only_plain, *only_page))):
        return plain, ()
    fuller = page if other.total() > one.total() else plain
    return fuller, (
        "The mail has its text twice, as plain text and as a page, and they differ: "
        f"{counted(only_plain.total(), 'word')} only in the one, {counted(only_page.total(), 'word')} only in the other. "
        f"The fuller one was read, the {'page' if fuller is page else 'plain text'}.",
    )
