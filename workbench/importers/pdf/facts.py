"""What a PDF says of itself: its title, author, language and the days of the file, none of which its text need bear out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from workbench.domain.entities import Metadatum
from workbench.domain.vocabulary import Confidence, Field
from workbench.importers.page import same_words

_DAY = re.compile(r"(?:D:)?\s*((?:19|20)\d\d)(\d\d)?(\d\d)?")
_NO_TITLE = re.compile(
    r"microsoft (?:word|powerpoint|excel|office)\b"
    r"|\.(?:docx?|odt|rtf|indd|qxd|xlsx?|pptx?|pdf|txt|tex|dvi|ps|html?)\b"
    r"|^(?:untitled|document\d*|dokument\d*|book\d+|slide \d+|presentation\d*|layout \d+|print(?:ing)?|scan\w*|title|no title|unbenannt"
    r"|sans titre)\W*\d*$"
    r"|[\\/_]\w|^\S+$|^\W*\d[\d\W]*$",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(
    r"^(?:anonymous|unknown|user|admin\w*|administrator|owner|author|default|root|ieuser|office|pc|hp|dell|scanner)\W*\d*$", re.IGNORECASE
)
_NO_LANGUAGE = re.compile(r"(?!^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$)")


def with_facts(guesses: Mapping[Field, Metadatum], info: Mapping[str, str], language: str) -> dict[Field, Metadatum]:
    """What was guessed from the text, and behind it what the file says of itself."""
    fields = dict(guesses)
    fields[Field.TITLE] = _title(guesses[Field.TITLE], _words(info.get("Title")))
    author = _words(info.get("Author"))
    if fields[Field.AUTHOR].value is None and author and not _NO_AUTHOR.search(author):
        fields[Field.AUTHOR] = Metadatum(author, Confidence.LOW, "the file's properties; it may be whoever made the file")
    made, changed = _day(info.get("CreationDate")), _day(info.get("ModDate"))
    if fields[Field.PUBLISHED].value is None and made:
        basis = f"{fields[Field.PUBLISHED].basis}; the file was made on {made}, which need not be the day of publication"
        fields[Field.PUBLISHED] = Metadatum(None, None, basis)
    if fields[Field.MODIFIED].value is None and (changed or made):
        basis = "the day on which the file was last changed" if changed else "the day on which the file was made"
        fields[Field.MODIFIED] = Metadatum(changed or made, Confidence.LOW, f"{basis}, by its properties; the text itself may be older")
    seen = fields[Field.LANGUAGE]
    if language and seen.confidence is not Confidence.HIGH and not _NO_LANGUAGE.match(language):
        fields[Field.LANGUAGE] = Metadatum(
            language.split("-", maxsplit=1)[0].lower(), Confidence.MODERATE, "the language that the file names"
        )
    return fields


def _title(seen: Metadatum, told: str) -> Metadatum:
    if not told or _NO_TITLE.search(told):
        return seen
    if seen.value and same_words(seen.value, told):
        return Metadatum(seen.value, Confidence.HIGH, f"{seen.basis}, and the file's properties agree")
    if seen.value is None:
        return Metadatum(told, Confidence.MODERATE, "the file's properties")
    return Metadatum(seen.value, seen.confidence, f"{seen.basis}; the file's properties say “{told[:120]}”")


def _words(value: str | None) -> str:
    return " ".join((value or "").replace("\x00", " ").split())[:300]


def _day(value: str | None) -> str | None:
    """The day of a PDF's date (D:20200207214006Z) as YYYY-MM-DD; None for what is none."""
    found = _DAY.match(value or "")
    if found is None or not found[3]:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3])).isoformat()
    except ValueError:
        return None
