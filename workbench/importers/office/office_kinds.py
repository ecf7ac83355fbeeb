"""What kind of office document a file is by its content, from the directory of its archive and little more."""

from __future__ import annotations

import io
import zipfile

from workbench.importers.zip_archive import DAMAGES, SIGNATURE

WORD, SLIDES, SHEETS, BINARY_SHEETS, TEXT_ODF, OTHER_ODF, PAGES = "word", "slides", "sheets", "binary sheets", "odf text", "odf", "pages"
_END = b"PK\x05\x06"
_END_REACH = 1 << 16
_LARGEST_DIRECTORY = 1 << 20
_TYPES = "[Content_Types].xml"
_TYPES_REACH = 1 << 18
_BY_TYPE = (
    (b"wordprocessingml.document.main+xml", WORD),
    (b"wordprocessingml.template.main+xml", WORD),
    (b"ms-word.document.macroenabled.main+xml", WORD),
    (b"ms-word.template.macroenabledtemplate.main+xml", WORD),
    (b"presentationml.", SLIDES),
    (b"ms-powerpoint.", SLIDES),
    (b"ms-excel.sheet.binary.", BINARY_SHEETS),
    (b"spreadsheetml.", SHEETS),
    (b"ms-excel.", SHEETS),
)
_BY_FOLDER = (
    (b"word/document.xml", WORD),
    (b"ppt/presentation.xml", SLIDES),
    (b"xl/workbook.xml", SHEETS),
    (b"xl/workbook.bin", BINARY_SHEETS),
    (b"Index/Document.iwa", PAGES),
)
_MIMETYPE = b"mimetypeapplication/vnd.oasis.opendocument."


def office_kind(data: bytes) -> str:
    """One of the kinds above, or empty for what is no office document, or no archive. Raises nothing."""
    if not data.startswith(SIGNATURE):
        return ""
    odf = data[30 : 30 + len(_MIMETYPE) + 40]
    if odf.startswith(_MIMETYPE):
        return TEXT_ODF if odf[len(_MIMETYPE) :].startswith(b"text") else OTHER_ODF
    directory = _directory(data)
    if _TYPES.encode() in directory:
        types = _content_types(data).lower()
        found = next((kind for words, kind in _BY_TYPE if words in types), "")
        if found:
            return found
    return next((kind for path, kind in _BY_FOLDER if path in directory), "")


def _directory(data: bytes) -> bytes:
    """The list of what an archive holds; empty where it is damaged or very long."""
    end = data.rfind(_END, max(0, len(data) - _END_REACH))
    size, start = (int.from_bytes(data[end + at : end + at + 4], "little") for at in (12, 16)) if end >= 0 else (0, 0)
    return data[start : start + size] if size <= _LARGEST_DIRECTORY else b""


def _content_types(data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_TYPES) as file:
            return file.read(_TYPES_REACH)
    except (*DAMAGES, KeyError, MemoryError):
        return b""
