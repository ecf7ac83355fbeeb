"""Documents kept as evidence: bytes in, and what they are by their first bytes. Nothing in them is ever run or rendered as text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from workbench.case.noun import words
from workbench.importers import sources

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"{\\rtf", "application/rtf"),
)
_OFFICE = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
}


@dataclass(frozen=True, slots=True)
class Document:
    """A file that is kept in the case under the SHA-256 of its bytes."""

    name: str
    data: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    @property
    def media_type(self) -> str:
        return media_type(self.data, self.name)


def read_document(path: Path) -> Document:
    """A file as it is. Raises ImportRefused, in words, for one that is empty, over 20 MB, not a regular file or not readable."""
    return Document(words(path.name), sources.load(path))


def media_type(data: bytes, name: str = "") -> str:
    """What a file is by its first bytes; the name only tells apart what is one container (office files in ZIP)."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    found = next((kind for magic, kind in _MAGIC if data.startswith(magic)), "")
    if found == "application/zip":
        return _OFFICE.get(Path(name).suffix.lower(), found)
    if found:
        return found
    head = data[:4096]
    if b"\0" in head:
        return "application/octet-stream"
    try:
        text = head.decode("utf-8", "strict" if len(data) <= len(head) else "ignore")
    except UnicodeDecodeError:
        return "application/octet-stream"
    return "text/html" if text.lstrip("\ufeff \n\r\t").lower().startswith(("<!doctype html", "<html")) else "text/plain"
