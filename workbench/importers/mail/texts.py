"""The text of one part of a mail: plain text with its soft line ends closed up, or a page with what it hides and quotes."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.domain.draft import DraftZone
from workbench.domain.vocabulary import ZoneKind
from workbench.importers.decoding import CHOSEN, Declared, Decoded, by_label, codec_name, decoded
from workbench.importers.html import declared_in, parsed
from workbench.importers.mail.parts import Part
from workbench.importers.mail.quotes import FORWARDED
from workbench.importers.mail.transfer import received
from workbench.importers.normalise import normalised
from workbench.importers.page import Mark
from workbench.importers.visible import loss_warnings, source_length

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from workbench.importers.page_text import PageText

PAGES = frozenset({"text/html", "application/xhtml+xml"})
PGP = re.compile(r"^-----BEGIN PGP MESSAGE-----\s*$", re.MULTILINE)
_QUOTES = re.compile(
    r"(?:^|\s)(?:gmail_quote|gmail_extra|yahoo_quoted|protonmail_quote|moz-cite-prefix|zmail_extra|divRplyFwdMsg|tutanota_quote)(?:\s|$)"
)
_QUOTED = Mark(ZoneKind.QUOTED, "the mail has it as a quotation of another mail")
_LINKED = re.compile(r"(?:https?://|www\.|mailto:|cid:)\S*|\[image:[^\]]*\]", re.IGNORECASE)
_REFERENCE = re.compile(r"[\"'(=\s]cid:([^\"'()<>\s]{1,300})", re.IGNORECASE)


@dataclass(slots=True)
class Text:
    """The text of one part, with what its page says of its lines, by where they start, and within them; `pictures` are the content ids of
    the parts that the page shows."""

    text: str
    found: Decoded
    is_page: bool = False
    quoted: dict[int, Mark] = field(default_factory=dict)
    cuts: tuple[DraftZone, ...] = ()
    warnings: tuple[str, ...] = ()
    source: str = ""

    @property
    def pictures(self) -> frozenset[str]:
        return frozenset(_REFERENCE.findall(self.source))


def text_of(part: Part, name: str, encoding: str | None) -> Text:
    """The text of a part. Raises ImportRefused for one that is none."""
    data, damage = received(part.body, part.head.coding)
    found = letters_of(data, part, name, encoding)
    warnings: tuple[str, ...] = (damage,) if damage else ()
    if part.type in PAGES:
        return _page(found, data, name, warnings)
    text = normalised(found.text)
    if part.head.parameter("format").lower() == "flowed":
        text = unflowed(text, part.head.parameter("delsp").lower() == "yes")
    if PGP.search(text):
        warnings += ("Some of its text is encrypted (PGP). Decrypt it in the mail program, and save it from there.",)
    return Text(text.strip("\n"), found, warnings=warnings)


def letters_of(data: bytes, part: Part, name: str, encoding: str | None) -> Decoded:
    """The letters of a part: as the mail says where its bytes are that, else as they look."""
    label = part.head.parameter("charset")[:40]
    if encoding is None and label.lower().startswith(("utf-16", "utf-32")) and (wide := by_label(data, label)) and "\0" not in wide:
        return Decoded(wide, label.lower(), f"the mail says {label}")
    fits = bool(label) and codec_name(label) != "ascii" and by_label(data, label) is not None
    stated = Declared(label, f"the mail says {label}") if fits else None
    if stated is None and part.type in PAGES:
        stated = declared_in(data)
    found = decoded(data, name, encoding=encoding, declared=stated) if data else Decoded("", "utf-8", "there are no letters in it")
    if label and not fits and not data.isascii() and not found.basis.startswith(CHOSEN):
        said = f"The mail says that its letters are “{label}”, and its bytes are none of that: they were read as {found.encoding}."
        return found._replace(warnings=(said, *found.warnings))
    return found


def unflowed(text: str, joined: bool) -> str:
    """Text without its soft line ends (RFC 3676): a line that ends with a space goes on in the next one, at the same depth of quotation.
    `joined` says that the space is no part of the words."""
    lines: list[list[str]] = []
    depth, goes_on = 0, False
    for raw in text.split("\n"):
        words = raw.lstrip(">")
        here = len(raw) - len(words)
        words = words.removeprefix(" ")
        soft = words.endswith(" ") and words != "-- "
        shown = words[:-1] if soft and joined else words
        if goes_on and here == depth and words != "-- ":
            lines[-1].append(shown)
        else:
            lines.append([raw[: len(raw) - len(words)] if here else "", shown])
        depth, goes_on = here, soft
    return "\n".join("".join(line) for line in lines)


def _page(found: Decoded, data: bytes, name: str, warnings: tuple[str, ...]) -> Text:
    from workbench.importers.page_text import page_text

    source = normalised(found.text)
    if not source.strip():
        return Text("", found, is_page=True, warnings=warnings)
    page = page_text(parsed(source, data, name))
    cuts = tuple(DraftZone(run.start, run.end, run.kind, run.basis) for run in page.runs)
    warnings += loss_warnings(source, page.text)
    if not page.text.strip() and source_length(source):
        warnings += (f"0 of {len(data):,} bytes of the page in the mail became text: it may be damaged or nested too deeply.",)
    return Text(page.text, found, True, _quoted_in(page), cuts, warnings, source)


def _quoted_in(page: PageText) -> dict[int, Mark]:
    """Lines inside what mail programs put around the mail that is answered; around one that is handed on they put the same."""
    known: dict[HtmlElement, HtmlElement | None] = {}
    boxes: dict[HtmlElement, bool] = {}
    found: dict[int, Mark] = {}
    for line in page.lines:
        box = _box(line.home, known)
        if box is None:
            continue
        if box not in boxes:
            boxes[box] = not FORWARDED.match(page.words(line)[:200])
        if boxes[box]:
            found[line.start] = _QUOTED
    return found


def _box(element: HtmlElement, known: dict[HtmlElement, HtmlElement | None]) -> HtmlElement | None:
    """The outermost quotation around an element; `known` are those that were asked about."""
    way: list[HtmlElement] = []
    here: HtmlElement | None = element
    while here is not None and here not in known:
        way.append(here)
        here = here.getparent()
    box = known[here] if here is not None else None
    for passed in reversed(way):
        if box is None and _is_quote(passed):
            box = passed
        known[passed] = box
    return box


def _is_quote(element: HtmlElement) -> bool:
    if element.tag == "blockquote" and (element.get("type") or "").lower() == "cite":
        return True
    return bool(_QUOTES.search(f"{element.get('class') or ''} {element.get('id') or ''}"))


def words_shown(text: Text) -> Counter[str]:
    """The words of a text that a reader sees, without addresses, each with how often it stands there."""
    shown, at = [], 0
    for cut in text.cuts:
        if cut.kind in (ZoneKind.HIDDEN, ZoneKind.CAPTION):
            shown.append(text.text[at : cut.start])
            at = cut.end
    shown.append(text.text[at:])
    return Counter(re.findall(r"\w+", _LINKED.sub(" ", " ".join(shown)).casefold()))
