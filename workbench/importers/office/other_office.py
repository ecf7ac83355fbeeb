"""Documents of other programs and older formats: known by their content, and refused with what to do."""

from __future__ import annotations

from pathlib import PurePath

from workbench.domain.draft import Draft
from workbench.domain.errors import ImportRefused
from workbench.importers.office.office_kinds import BINARY_SHEETS, OTHER_ODF, PAGES, SLIDES, office_kind
from workbench.importers.protocol import Fit

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DIRECTORY = 4_096
_WORDPERFECT = b"\xffWPC"

_OLD_WORD = "it is a Word file of the old format (.doc). Open it in Word or LibreOffice, save it as .docx, and add that."
_LOCKED = "it is protected with a password. Open it in the program that made it, save it without the password, and add that."
_SLIDES = "it is a presentation. Save it as PDF in the program that made it, and add that."
_SHEETS = "it is a spreadsheet of a kind that is not read. Save a list of articles as .xlsx or .csv, other sheets as PDF, and add that."
_PAGES = "it is a document of Apple's Pages. Open it in Pages or at icloud.com, export it as Word (.docx), and add that."
_PERFECT = "it is a WordPerfect file. Open it in LibreOffice, save it as .docx, and add that."
_SHORTCUT = "it is only a shortcut to a document at Google. Open it in the browser, download it as .docx or PDF, and add that."
_ODF = "it is an OpenDocument file, but no text document. Save it as PDF in the program that made it, and add that."
_BY_KIND = {SLIDES: _SLIDES, BINARY_SHEETS: _SHEETS, PAGES: _PAGES, OTHER_ODF: _ODF}
_BY_STREAM = (
    ("EncryptedPackage", _LOCKED),
    ("WordDocument", _OLD_WORD),
    ("PowerPoint Document", _SLIDES),
    ("Workbook", _SHEETS),
    ("Book", _SHEETS),
)
_BY_SUFFIX = {
    ".doc": _OLD_WORD, ".dot": _OLD_WORD, ".pages": _PAGES, ".wpd": _PERFECT, ".gdoc": _SHORTCUT, ".gsheet": _SHORTCUT,
    ".gslides": _SHORTCUT,
    ".ppt": _SLIDES, ".pps": _SLIDES, ".pptx": _SLIDES, ".pptm": _SLIDES, ".ppsx": _SLIDES, ".odp": _SLIDES,
    ".xls": _SHEETS, ".xlsx": _SHEETS, ".xlsm": _SHEETS, ".xlsb": _SHEETS, ".numbers": _SHEETS, ".ods": _SHEETS,
}  # fmt: skip


class OtherOffice:
    """Old Word files, presentations, spreadsheets and others: refused, with what to do."""

    kind = "other office documents"
    suffixes = tuple(_BY_SUFFIX)
    media_type = "application/msword"
    modules: tuple[str, ...] = ()

    def fit(self, suffix: str, data: bytes) -> Fit:
        """See Importer.fit."""
        if _by_content(data):
            return Fit.BY_CONTENT
        return Fit.BY_NAME if suffix in self.suffixes else Fit.NONE

    def read(self, data: bytes, name: str, encoding: str | None) -> Draft:
        """Always raises ImportRefused."""
        raise ImportRefused(name, _by_content(data) or _BY_SUFFIX.get(PurePath(name).suffix.lower(), _OLD_WORD))


def _by_content(data: bytes) -> str:
    """What to say of a file that shows by its bytes what it is; empty for any other."""
    if data.startswith(_OLE):
        directory = _ole_directory(data)
        return next((reason for name, reason in _BY_STREAM if f"{name}\0".encode("utf-16-le") in directory), "")
    if data.startswith(_WORDPERFECT):
        return _PERFECT
    return _BY_KIND.get(office_kind(data), "")


def _ole_directory(data: bytes) -> bytes:
    """The beginning of the list of streams in a file of the old formats."""
    size = 4096 if data[30:31] == b"\x0c" else 512
    at = (int.from_bytes(data[48:52], "little") + 1) * size
    return data[at : at + _DIRECTORY]
