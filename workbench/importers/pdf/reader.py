"""PDF: the words of all pages in reading order, with the page and line of each kept. Nothing in the file is run, opened or fetched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from workbench.domain.draft import Draft, DraftZone
from workbench.domain.errors import ImportRefused
from workbench.domain.plurals import counted
from workbench.domain.vocabulary import ZoneKind
from workbench.importers.decoding import Decoded
from workbench.importers.drafting import draft_of, there
from workbench.importers.metadata import guessed
from workbench.importers.page import Known, Mark
from workbench.importers.pdf.page_drawing import MODULES
from workbench.importers.protocol import Fit
from workbench.importers.readings import numbered
from workbench.importers.zones import BODY_BASIS, proposed

if TYPE_CHECKING:
    import pypdfium2 as pdfium

    from workbench.importers.pdf.order import Line
    from workbench.importers.pdf.paragraphs import Composed

_HEAD = b"%PDF-"
_HEAD_REACH = 1024
_END_REACH = 2048
_ZIP = b"PK\x03\x04"
_BAD_FONTS, _UNSURE_FONTS, _GUESSED = 0.5, 0.02, 0.1
"""Shares of signs that name no letter, above which a text is refused, or warned of; and of those whose letter was guessed."""
_LOCKED = "it is protected with a password. Open it with the password in a PDF reader, print or save it as a PDF without one, and add that."
_DAMAGED = "it is damaged and cannot be opened as a PDF ({}). Get the file again, or open it in a PDF reader, save it anew and add that."
_PICTURES = (
    "{} no text: a PDF of pictures, as scanners make them. Run text recognition (OCR) on it and add the result, or link the file to a claim"
    " as evidence."
)
_FONTS = (
    "{:,} of its {:,} signs name no letter, because its fonts do not say which letters they draw. Run text recognition (OCR) on it and add"
    " the result."
)
_LONGEST_NEWS = 30_000
"""Characters of a printed page of news at most."""
_DISPLAY = frozenset({ZoneKind.HEADLINE, ZoneKind.DECK})
_NOTED = Mark(ZoneKind.COMMENT, "a note that somebody put on the page")


class PdfImporter:
    """PDF files by PDFium, which reads one page after the other in this one process."""

    kind = "PDF"
    suffixes = (".pdf",)
    media_type = "application/pdf"
    modules = MODULES

    def fit(self, suffix: str, data: bytes) -> Fit:
        """See Importer.fit. What holds another file as it is begins with the words of that file, too; so those count only at the very
        beginning, or where the name agrees."""
        at = data[:_HEAD_REACH].find(_HEAD)
        if at == 0 or (at > 0 and (suffix in self.suffixes or not data[:at].strip(b"\xef\xbb\xbf \t\r\n\x00"))):
            return Fit.BY_CONTENT
        if suffix in self.suffixes:
            return Fit.BY_NAME
        return Fit.PERHAPS if at > 0 and not suffix and not data.startswith(_ZIP) else Fit.NONE

    def read(self, data: bytes, name: str, encoding: str | None) -> Draft:
        """See Importer.read. Its letters are the PDF's own, so that no encoding is asked for."""
        from workbench.importers.pdf.edges import body_height, headline, mark_edges, mark_notes
        from workbench.importers.pdf.facts import with_facts
        from workbench.importers.pdf.paragraphs import composed

        document = _opened(data, name)
        try:
            pages = _Pages.of(document, name)
            info, language = _info(document)
            attached = _attached(document)
        finally:
            document.close()
        pages.refuse_wordless(data, name)
        body = body_height(pages.lines)
        mark_edges(pages.lines)
        for page in pages.lines:
            mark_notes(page, body)
        heading = headline(pages.lines[0], body)
        made = composed(pages.lines, heading)
        text = there(made.text, data, name)
        zones = _zones(text, made, heading)
        metadata = with_facts(guessed(text, zones), info, language)
        warnings = (*pages.warnings(), *attached, *_cut_off(data))
        found = Decoded(text, "PDF", "the PDF's own letters")
        return replace(
            draft_of(text, found, self.media_type, _reader(self), metadata=metadata, zones=zones, warnings=warnings), layout=made.layout
        )


def _zones(text: str, made: Composed, heading: Sequence[Line]) -> tuple[DraftZone, ...]:
    """Zones of a PDF: pages of news printed as PDF have the furniture of such pages, longer documents are not searched for it. A row of a
    table is no headline."""
    title = " ".join(line.text for line in heading)
    aside = made.aside
    if title and len(text) > _LONGEST_NEWS and (at := text.find(title)) >= 0:
        aside = aside | {at: Mark(ZoneKind.HEADLINE, "the largest type on the first page")}
    zones, _ = proposed(text, Known(title, aside=aside, cuts=made.cuts), _LONGEST_NEWS)
    return tuple(
        replace(zone, kind=ZoneKind.BODY, basis=BODY_BASIS) if zone.kind in _DISPLAY and "\t" in text[zone.start : zone.end] else zone
        for zone in zones
    )


def _reader(importer: PdfImporter) -> str:
    from importlib.metadata import version

    return f"{numbered(importer.kind, importer.media_type)} with pypdfium2 {version('pypdfium2')}"


def _opened(data: bytes, name: str) -> pdfium.PdfDocument:
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise ImportRefused(name, _why(error)) from error
    if not len(document):
        raise ImportRefused(name, _DAMAGED.format("it has no pages"))
    return document


def _why(error: pdfium.PdfiumError) -> str:
    import pypdfium2.raw as library

    code = getattr(error, "err_code", None)
    if code == library.FPDF_ERR_PASSWORD:
        return _LOCKED
    if code == library.FPDF_ERR_SECURITY:
        return "it is protected in a way that is not known here. Open it in a PDF reader, print it as a PDF, and add that."
    return _DAMAGED.format("its data cannot be made out")


@dataclass
class _Pages:
    """The lines of each page, and what is to be said of how they were read."""

    lines: list[list[Line]] = field(default_factory=list)
    signs: int = 0
    unnamed: int = 0
    guessed: int = 0
    empty: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    unseen: list[int] = field(default_factory=list)
    crowded: list[int] = field(default_factory=list)
    cut: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, document: pdfium.PdfDocument, name: str) -> _Pages:
        import pypdfium2 as pdfium

        pages = cls()
        for number in range(len(document)):
            pages.lines.append([])
            try:
                page = document[number]
            except pdfium.PdfiumError:
                pages.broken.append(number + 1)
                continue
            try:
                pages._add(page, number)
            except pdfium.PdfiumError:
                pages.broken.append(number + 1)
            finally:
                page.close()
        if len(pages.broken) == len(pages.lines):
            raise ImportRefused(name, _DAMAGED.format(f"none of its {counted(len(pages.lines), 'page')} can be read"))
        return pages

    def _add(self, page: pdfium.PdfPage, number: int) -> None:
        from workbench.importers.pdf.annotations import overlay_of
        from workbench.importers.pdf.order import Line, lines_of
        from workbench.importers.pdf.pieces import words_of

        words, overlay = words_of(page), overlay_of(page)
        lines = lines_of([*words.pieces, *overlay.pieces], number)
        lines += [Line(note, 0, 0, 0, 0, number, -1, alone=True, mark=_NOTED) for note in overlay.notes]
        self.lines[number] = lines
        self.signs += words.signs
        self.unnamed += words.unnamed
        self.guessed += words.guessed
        told = ((self.empty, not lines), (self.unseen, words.unseen), (self.crowded, overlay.over), (self.cut, words.cut))
        for pages, holds in told:
            if holds:
                pages.append(number + 1)

    def refuse_wordless(self, data: bytes, name: str) -> None:
        """Raises ImportRefused where there are no words, or where the signs of the text are no letters."""
        if self.unnamed > _BAD_FONTS * self.signs:
            raise ImportRefused(name, _FONTS.format(self.unnamed, self.signs))
        if not any(self.lines):
            count = len(self.lines)
            pages = f"0 of {len(data):,} bytes became text: {counted(count, 'page')}," if count > 1 else "Its one page has"
            raise ImportRefused(name, _PICTURES.format(pages))

    def warnings(self) -> tuple[str, ...]:
        said = []
        if self.broken:
            said.append(f"Damaged, and not read: {_named(self.broken)}.")
        if self.empty:
            said.append(f"No text on {_named(self.empty)}: empty, or pictures that want text recognition (OCR).")
        if self.unnamed > _UNSURE_FONTS * self.signs:
            said.append(f"{self.unnamed:,} of {self.signs:,} signs name no letter: fonts of the file do not say which letters they draw.")
        if self.guessed > _GUESSED * self.signs:
            share = 100 * self.guessed / self.signs
            said.append(
                f"About {share:.0f} % of its signs were read from fonts that do not say which letters they draw. Compare the pages."
            )
        if self.unseen:
            said.append(
                f"The text of {_named(self.unseen)} is laid unseen over a picture: text recognition made it. Compare it with the page."
            )
        if self.crowded:
            said.append(f"Not all notes and fields were read on {_named(self.crowded)}.")
        if self.cut:
            said.append(f"Words may be missing on {_named(self.cut)}: a line in the file is longer than PDF allows.")
        return tuple(said)


_MOST_NAMED = 12


def _named(pages: list[int]) -> str:
    """The numbers of pages as they are read: pages 2, 5–7 and 9."""
    runs: list[list[int]] = []
    for number in pages:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    words = [str(a) if a == b else f"{a}–{b}" for a, b in runs]
    if len(words) > _MOST_NAMED:
        words = [*words[:_MOST_NAMED], "others"]
    listed = words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
    return f"page {listed}" if len(pages) == 1 else f"pages {listed}"


def _info(document: pdfium.PdfDocument) -> tuple[dict[str, str], str]:
    """What the file's own properties say, and the language that it names."""
    import ctypes

    import pypdfium2.raw as library

    info = document.get_metadata_dict(skip_empty=True)
    buffer = (ctypes.c_ushort * 64)()
    size = library.FPDFCatalog_GetLanguage(document, buffer, ctypes.sizeof(buffer))
    language = bytes(buffer)[: max(0, size - 2)].decode("utf-16-le", "replace") if size <= ctypes.sizeof(buffer) else ""
    return info, language


_MOST_ATTACHED = 10


def _attached(document: pdfium.PdfDocument) -> tuple[str, ...]:
    """The warning that names files inside the PDF, which are not read."""
    import pypdfium2 as pdfium

    count = document.count_attachments()
    names = []
    for index in range(min(count, _MOST_ATTACHED)):
        try:
            names.append(f"“{document.get_attachment(index).get_name()[:120]}”")
        except pdfium.PdfiumError:
            names.append("one without a name")
    if not names:
        return ()
    more = f" and {count - len(names):,} more" if count > len(names) else ""
    return (f"Files inside the PDF were not read: {', '.join(names)}{more}. Save them from a PDF reader and add those that matter.",)


def _cut_off(data: bytes) -> tuple[str, ...]:
    whole = b"%%EOF" in data[-_END_REACH:]
    return () if whole else ("The end of the file is missing: it may have been cut off, and pages may be lost.",)
